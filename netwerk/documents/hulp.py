"""Numbers on paper: "Hulp nu" of a region, and the sheet of a wijk. Both say the day they
were made, because paper does not renew itself."""

from datetime import date
from functools import lru_cache

from django.template.loader import render_to_string

from basis import pdf
from netwerk.selectors.hulp import Adresregel, HulpNu, Waar
from toegang.models import Regio
from toegang.selectors.huisstijl import on_paper, paper_of


def help_now(hulp: HulpNu, regio: Regio, *, day: date) -> pdf.Pdf:
    stijl = paper_of(regio)
    context = {"hulp": hulp, "regio": regio, "dag": day, "stijl": stijl}
    return _rendered(on_paper(render_to_string("pdf/hulp_nu.html", context), stijl))


def sheet(
    waar: Waar, zorgen: list[tuple[str, list[Adresregel]]], *, day: date
) -> pdf.Pdf:
    stijl = paper_of(waar.regio)
    context = {"waar": waar, "zorgen": zorgen, "dag": day, "stijl": stijl}
    return _rendered(on_paper(render_to_string("pdf/zorgen_blad.html", context), stijl))


@lru_cache(maxsize=64)  # the same words on the same day
def _rendered(html: str) -> pdf.Pdf:
    return pdf.render(html)
