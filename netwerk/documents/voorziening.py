"""A provision on paper, from the same reading as its page."""

from __future__ import annotations

from functools import lru_cache

from django.template.loader import render_to_string

from basis import pdf
from netwerk.selectors.vandaag import Vandaag
from netwerk.selectors.voorziening import Pagina
from toegang.selectors.huisstijl import on_paper, paper_of


def voorziening_pdf(pagina: Pagina, vandaag: Vandaag | None, *, url: str) -> pdf.Pdf:
    """`url` is where the page is kept up to date: it stands there as words and as a code
    to scan."""
    v = pagina.voorziening
    stijl = paper_of(v.regio)
    context = {"p": pagina, "v": v, "vandaag": vandaag, "url": url, "stijl": stijl}
    return _rendered(on_paper(render_to_string("pdf/voorziening.html", context), stijl))


@lru_cache(maxsize=64)  # the same page on the same day; some 30 KB each
def _rendered(html: str) -> pdf.Pdf:
    return pdf.render(html)
