"""Help on paper: "Hulp nu" of a region, the sheet of a wijk, one worry, and the page for
naasten. Each says the day it was made, because paper does not renew itself; `url` is where
it does, as words and as a code to scan."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.template.loader import render_to_string

from basis import pdf
from netwerk.choices_hulp import Zorg
from netwerk.rules.naasten import Naastenpagina
from netwerk.selectors.hulp import Adresregel, HulpNu, Waar
from netwerk.selectors.naasten import Hier
from netwerk.selectors.papier import Papierregel
from toegang.models import Regio
from toegang.selectors.huisstijl import on_paper, paper_of


def help_now(hulp: HulpNu, regio: Regio, *, day: date) -> pdf.Pdf:
    return _paper("hulp_nu", regio, hulp=hulp, regio=regio, dag=day)


def sheet(
    waar: Waar, zorgen: list[tuple[str, list[Adresregel]]], *, day: date
) -> pdf.Pdf:
    return _paper("zorgen_blad", waar.regio, waar=waar, zorgen=zorgen, dag=day)


def worry(
    waar: Waar,
    zorg: Zorg,
    contacten: list[Adresregel],
    hulp: HulpNu,
    *,
    url: str,
    day: date,
) -> pdf.Pdf:
    """Who to call about one worry, with the numbers for danger under it."""
    checked = [contact.gecontroleerd_op for contact in contacten]
    return _paper(
        "zorgen_soort",
        waar.regio,
        waar=waar,
        zorg=zorg,
        contacten=contacten,
        hulp=hulp,
        oudste=min([*checked, hulp.oudste_controle]),
        url=url,
        dag=day,
    )


@dataclass(frozen=True)
class Naastenblad:
    """What the page for naasten reads, and where the rest stands."""

    pagina: Naastenpagina
    regio: Regio | None
    hier: Hier | None
    plekken: list[Papierregel]
    hulp: HulpNu
    url: str
    zoek: str

    @property
    def deel(self) -> str:
        """ "Dit zijn de eerste 8 van 23." """
        if self.hier is None or not self.hier.meer:
            return ""
        words = self.pagina.woorden["hier_deel"]
        return words.format(aantal=len(self.plekken), totaal=self.hier.totaal)


def for_naasten(blad: Naastenblad, *, day: date) -> pdf.Pdf:
    return _paper("voor_naasten", blad.regio, blad=blad, pagina=blad.pagina, dag=day)


def _paper(name: str, whose: Regio | None, **words: object) -> pdf.Pdf:
    """In the house style of the region, if it is of one."""
    stijl = paper_of(whose) if whose else None
    html = render_to_string(f"pdf/{name}.html", words | {"stijl": stijl})
    return _rendered(on_paper(html, stijl))


@lru_cache(maxsize=64)  # the same words on the same day
def _rendered(html: str) -> pdf.Pdf:
    return pdf.render(html)
