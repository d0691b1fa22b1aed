"""The outcome report of a round, from the same reading as its pages (K8, rapportage R2)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import slugify

from basis import charts, pdf
from kompas.models import Ronde
from kompas.selectors.uitkomsten import (
    Kaartuitkomst,
    Punt,
    Rondeuitkomst,
    read_round,
)
from toegang.selectors.huisstijl import Stijl, on_paper, paper_of

TEKENING = "Tekening van een dorp aan een beek. Stippellijnen verbinden mensen."


@dataclass(frozen=True)
class Page:
    """The whole report as HTML, and the hash of what it was made from."""

    html: str
    inhoud: str


def uitkomstrapport(ronde: Ronde, *, dag: date | None = None) -> Page:
    """The report as it is now; `dag` is the day it says it was made on."""
    uitkomst = read_round(ronde)
    stijl = paper_of(ronde.traject.regio)
    html = on_paper(_html(uitkomst, dag or timezone.localdate(), stijl), stijl)
    return Page(html, uitkomst.inhoud)


def as_pdf(page: Page, *, progress: pdf.Progress | None = None) -> pdf.Pdf:
    return pdf.render(page.html, progress=progress)


def file_name(ronde: Ronde) -> str:
    """ "lindehoven-ronde-3"; of a name without letters only the number is left."""
    return slugify(f"{ronde.traject.naam} ronde {ronde.nummer}")


def _html(uitkomst: Rondeuitkomst, dag: date, stijl: Stijl | None) -> str:
    statements = [row for kaart in uitkomst.geopend for row in kaart.stellingen]
    context = {
        "uitkomst": uitkomst,
        "dag": dag,
        "stijl": stijl,
        "goed": _first(uitkomst, "gaat_goed"),
        "aandacht": _first(uitkomst, "laagste"),
        "weggelaten": Counter(r.vrij.zin for r in statements if r.weggelaten).items(),
        "verborgen": sum(
            remark.verborgen for row in statements for remark in row.opmerkingen
        ),
        "merk": charts.art("favicon", charts.Label("merk", "Netwerkkompas")),
        "tekening": charts.art("landschap", charts.Label("tekening", TEKENING)),
    }
    return render_to_string("pdf/uitkomst.html", context)


def _first(uitkomst: Rondeuitkomst, lijst: str) -> list[tuple[Kaartuitkomst, Punt]]:
    """The first of a list to talk about, of each card that has one."""
    points = ((kaart, getattr(kaart.punten, lijst)) for kaart in uitkomst.geopend)
    return [(kaart, found[0]) for kaart, found in points if found]
