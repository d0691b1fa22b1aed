"""Pictures and words of outcomes, for pages and PDF."""

import re
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString

from basis import charts
from kompas.choices import Groep
from kompas.rules import outcomes

register = template.Library()

MARKS = {Groep.ERVARING: "warm", Groep.UITVOERING: "brand", Groep.BELEID: "third"}


@register.filter
def merkteken(groep: str) -> str:
    """The mark that goes with a group; of everybody together a circle."""
    return MARKS.get(Groep(groep), "all") if groep else "all"


@register.filter
def midden(uitkomst: outcomes.Uitkomst) -> str:
    """ "2", or "2 tot 3"."""
    return outcomes.middelste_score(uitkomst)


_WEIGHT = re.compile(
    r"(?<=het )(?:deels )?eens(?=\.)|(?<=zijn )verdeeld(?=\.)"
    r"|(?<=middelste score is )[^.]+(?=\.)"
)


@register.filter
def nadruk(zin: str) -> SafeString:
    """The verdict and the median stand out: what somebody reads who reads two words."""
    bold = _WEIGHT.sub(r"<strong>\g<0></strong>", escape(zin))
    return SafeString(bold)  # escaped first; only our own tags are added  # nosec B703


@register.filter
def weinig(uitkomst: outcomes.Uitkomst) -> str:
    """ "maar 2 scores", beside a figure that leans on few; else nothing."""
    if not uitkomst.klein:
        return ""
    n = uitkomst.n_scores
    return f"maar {n} score{'s' if n > 1 else ''}"


@register.simple_tag(takes_context=True)
def stelling_url(context: dict[str, Any], volgorde: int) -> str:
    """The page of a statement on this card: for the table, or for a guest of the round."""
    ronde, thema = context["ronde"], context["kaart"].sleutel
    if context.get("gast"):
        return reverse("meedoen_uitkomst_stelling", args=[ronde.code, thema, volgorde])
    return reverse("uitkomst_stelling", args=[ronde.uuid, thema, volgorde])


@register.simple_tag
def schaalregels(
    uitkomst: outcomes.Uitkomst, schaal: tuple[tuple[int, str], ...]
) -> list[tuple[int, str, int]]:
    """(point, its words, how often) per point of the scale."""
    counted = zip(schaal, uitkomst.verdeling, strict=True)
    return [(punt, label, n) for (punt, label), n in counted]


@register.simple_tag
def sprekende_strip(
    uitkomst: outcomes.Uitkomst, stelling: int, wie: str, groep: str = ""
) -> SafeString:
    """A strip that says its figures itself, as a PDF wants."""
    label = charts.Label(f"s{stelling}{groep}", f"{wie}: {in_woorden(uitkomst)}")
    return charts.strip(uitkomst.verdeling, merkteken(groep), label=label)


@register.simple_tag
def spreiding(
    thema: outcomes.ThemaUitkomst, naam: str = "", key: str = ""
) -> SafeString:
    """The band in which half of the medians of a theme lie; with a name it says so."""
    if thema.kwartielen is None:
        return SafeString("")
    low, high = thema.kwartielen
    label = None
    if naam:
        words = f"de helft van de middelste scores ligt van {_getal(low)} tot {_getal(high)}"
        label = charts.Label(key, f"{naam}: {words}")
    return charts.span(charts.Spread(low, high), label=label)


@register.filter
def in_woorden(uitkomst: outcomes.Uitkomst) -> str:
    """ "3 keer een 1, 2 keer een 4"."""
    said = [
        f"{n} keer een {punt}"
        for punt, n in zip(outcomes.PUNTEN, uitkomst.verdeling, strict=True)
        if n
    ]
    return ", ".join(said) or "geen scores"


def _getal(waarde: float) -> str:
    return outcomes.getal(waarde)
