"""What a search found, on paper: one page of the list, and where the rest stands.

It holds the words somebody looked for, so nothing of it is kept, also not to be quicker the
next time.
"""

from __future__ import annotations

from datetime import date

from django.template.loader import render_to_string

from basis import pdf
from netwerk.selectors.hulp import HulpNu
from netwerk.selectors.papier import Papierregel
from netwerk.selectors.zoekpagina import Pagina
from toegang.models import Regio
from toegang.selectors.huisstijl import on_paper, paper_of

LONGEST_CODE = 300  # characters of an address; a code of more no telephone reads


def found_pdf(
    pagina: Pagina,
    regels: list[Papierregel],
    hulp: HulpNu,
    regio: Regio | None,
    *,
    url: str,
    day: date,
) -> pdf.Pdf:
    stijl = paper_of(regio) if regio else None
    context = {
        "pagina": pagina,
        "regels": regels,
        "hulp": hulp,
        "url": url,
        "met_code": len(url) <= LONGEST_CODE,
        "dag": day,
        "stijl": stijl,
    }
    return pdf.render(on_paper(render_to_string("pdf/zoeken.html", context), stijl))
