"""The signaleringsplan on paper, in large letters."""

from datetime import date

from django.template.loader import render_to_string

from basis import pdf
from clientplan.selectors.blik import Blik
from clientplan.selectors.signalen import Fase


def as_pdf(blik: Blik, fasen: list[Fase], *, day: date) -> pdf.Pdf:
    context = {"naam": blik.naam, "fasen": fasen, "dag": day}
    return pdf.render(render_to_string("pdf/signaleringsplan.html", context))
