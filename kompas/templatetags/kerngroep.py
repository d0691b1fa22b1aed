"""The picture of who sits at the table."""

from django import template
from django.utils.safestring import SafeString

from basis import charts
from basis.templatetags.nk import initialen
from kompas.choices import Ring
from kompas.selectors.trajecten import Aantafel

register = template.Library()

MOST = {Ring.BINNENRING: 16, Ring.BUITENRING: 28}  # marks that fit without touching


@register.simple_tag
def ringbeeld(ringen: dict[str, list[Aantafel]]) -> SafeString:
    """Both rings round a middle, the names stand in the list; "" when there is nobody, or
    are more people than fit."""
    many = {ring: len(ringen[ring]) for ring in MOST}
    if not any(many.values()) or any(many[ring] > MOST[ring] for ring in MOST):
        return SafeString("")
    inner, outer = (
        [(initialen(p.lid.naam), p.merk or "brand") for p in ringen[ring]]
        for ring in MOST
    )
    said = " ".join(f"{ring.label}: {_people(many[ring])}." for ring in MOST)
    return charts.rings(
        inner,
        outer,
        names=("Binnenring", "trekt de kar", "Buitenring"),
        label=charts.Label(
            "ringen",
            "Binnenring en buitenring",
            f"{said} De namen staan in de lijst.",
        ),
    )


def _people(n: int) -> str:
    return "1 mens" if n == 1 else f"{n} mensen"
