"""What the kerngroep took from the white spots to talk about: a hole in a gemeente, one in
the whole region, and words that people looked for in vain."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import uuid4

from kompas.models import Knelpunt, Traject
from kompas.selectors.knelpunten import find_hole
from netwerk.choices import Functie
from netwerk.selectors.witte_vlekken import read_overview
from toegang.models import Gebruiker

from .kaart import VERGEEFS

BEFORE = (40, 12, 5)  # days ago


def fill(traject: Traject, *, begeleider: Gebruiker, today: date) -> None:
    for days, asked in zip(BEFORE, _holes(traject, today), strict=True):
        gat = find_hole(traject.regio, asked)
        if gat is None:
            raise ValueError(asked)
        Knelpunt.objects.create(
            uuid=uuid4(),
            traject=traject,
            soort=gat.soort,
            sleutel=gat.sleutel,
            naam=gat.naam,
            gemeente_id=gat.gemeente.pk if gat.gemeente else None,
            genoteerd_op=today - timedelta(days=days),
            genoteerd_door=begeleider,
            **vars(gat.cijfers),
        )


def _holes(traject: Traject, today: date) -> Iterator[dict[str, str]]:
    """As the white spots name them in an address."""
    own = traject.gemeenten.order_by("naam").first()
    overzicht = read_overview(traject.regio, today)
    yield {"functie": Functie.KLACHTEN.value, "gemeente": str(own.pk if own else "")}
    yield {"werkwijze": overzicht.werkwijzen_nergens[0].sleutel}
    yield {"woorden": next(iter(VERGEEFS))}
