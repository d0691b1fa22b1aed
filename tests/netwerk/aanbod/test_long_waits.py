"""Where people wait too long, of all rows at once."""

import random
from datetime import timedelta

import pytest

from netwerk.models import Voorziening
from netwerk.selectors.wachttijden import long_waits, too_long, waits_of
from tests.netwerk import kaart

pytestmark = pytest.mark.django_db
MANY = 60


@pytest.mark.parametrize("seed", [1, 2])
def test_who_waits_too_long_is_what_each_page_says(world, seed):
    """Of each stage and target group the last that is known; two on a day may be kept."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    rows = [world.voorziening(f"Plek {n}") for n in range(MANY)]
    for row in rows:
        row.wetten = dice.choice([["zvw", "wmo"], []])
        row.save()
        for _ in range(dice.randrange(5)):
            day = world.today - timedelta(days=dice.randrange(-1, 3))
            fase, doelgroep = (
                dice.choice(["aanmeld", "behandel"]),
                dice.choice(["", "x"]),
            )
            more = {"doelgroep": doelgroep, "gemeten_op": day, "geldig_tot": day}
            weken = (1, dice.choice([3, 4, 5, 10, 11]))
            meting = kaart.wait(row, world.today, fase, weken, **more)
            if dice.random() < 0.2:
                kaart.end(meting)
    expected = {row.pk for row in rows if too_long(waits_of(row, world.today))}
    assert 0 < len(expected) < MANY
    assert long_waits(Voorziening.objects.all(), world.today) == expected
