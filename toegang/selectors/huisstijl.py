"""How the pages of a region look, for a page and for paper."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.urls import reverse

from toegang.models import Huisstijl, Regio
from toegang.rules.huisstijl import HOOFDKLEUR, pictures, sheet


@dataclass(frozen=True)
class Stijl:
    """`css` and `logo` are addresses; "" is the look of Netwerkkompas itself. On paper they
    hold the sheet and the picture themselves; `tekens` are the colours of pictures, which
    no sheet reaches there."""

    naam: str
    css: str = ""
    logo: str = ""
    breedte: int = 0
    hoogte: int = 0
    tekens: tuple[tuple[str, str], ...] = ()

    def painted(self, html: str) -> str:
        """A page for paper with its charts in these colours."""
        for ours, theirs in self.tekens:
            for part in ("fill", "stroke"):
                html = html.replace(f'{part}="{ours}"', f'{part}="{theirs}"')
        return html


def _of(which: Regio | str | QuerySet[Regio]) -> QuerySet[Huisstijl]:
    """Of a region, of the one with this slug, or of the only one of these."""
    if isinstance(which, str):
        return Huisstijl.objects.filter(regio__slug=which)
    if isinstance(which, Regio):
        return Huisstijl.objects.filter(regio=which)
    return Huisstijl.objects.filter(regio__in=which)


def style_of(which: Regio | str | QuerySet[Regio]) -> Stijl | None:
    """One query; the picture stays where it is."""
    row = next(iter(_of(which).defer("logo")), None)
    if row is None:
        return None
    logo = reverse("huisstijl_beeld", args=[row.logo_uuid]) if row.logo_uuid else ""
    return Stijl(
        row.naam,
        css_of(row.kleur, row.tweede_kleur),
        logo,
        row.logo_breedte or 0,
        row.logo_hoogte or 0,
    )


def tried(kept: Stijl | None, look: Mapping[str, str]) -> Stijl:
    """As it would be with this name and these colours."""
    css = css_of(look["kleur"], look["tweede_kleur"])
    return replace(kept or Stijl(""), naam=look["naam"], css=css)


def css_of(kleur: str, tweede: str) -> str:
    """The address of a sheet says the colours: another look is another address."""
    if not kleur and not tweede:
        return ""
    both = [kleur or HOOFDKLEUR, tweede] if tweede else [kleur]
    name = "-".join(one.removeprefix("#") for one in both)
    return reverse("huisstijl_css", args=[name])


def paper_of(which: Regio | str) -> Stijl | None:
    """For a PDF, which fetches nothing: the logo and the sheet themselves. None when
    nothing was chosen."""
    row = _of(which).select_related("regio").first()
    if row is None:
        return None
    kleur, tweede = row.kleur, row.tweede_kleur
    colours = sheet(kleur or HOOFDKLEUR, tweede) if kleur or tweede else ""
    return Stijl(
        (row.naam or row.regio.naam) if row.naam or row.logo else "",
        _inside("text/css", colours.encode()),
        _inside("image/png", bytes(row.logo or b"")),
        row.logo_breedte or 0,
        row.logo_hoogte or 0,
        pictures(kleur, tweede),
    )


def _inside(mime: str, content: bytes) -> str:
    """`content` as an address of its own."""
    return f"data:{mime};base64,{b64encode(content).decode()}" if content else ""


def row_of(regio: Regio) -> Huisstijl:
    """As it is kept; a new one when nothing was chosen yet."""
    found = Huisstijl.objects.filter(regio=regio).defer("logo").first()
    return found or Huisstijl(regio=regio)


def logos() -> QuerySet[Huisstijl]:
    return Huisstijl.objects.exclude(logo=None)


def on_paper(html: str, stijl: Stijl | None) -> str:
    return stijl.painted(html) if stijl else html
