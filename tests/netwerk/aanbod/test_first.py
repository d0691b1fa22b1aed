"""The order of the whole list is what each of its rows says by itself."""

import random
from datetime import date, timedelta

import pytest

from netwerk.choices import Capaciteit, Controleveld
from netwerk.models import (
    Contact,
    Kaartinstelling,
    Locatie,
    Openingstijd,
    Organisatieprofiel,
    Telefoon,
    Voorziening,
)
from netwerk.rules.versheid import months_for
from netwerk.selectors.aanbod import terms_of, with_checks
from netwerk.selectors.eerst import MONTH, first_due
from tests.netwerk import kaart
from toegang.models import Organisatie

pytestmark = pytest.mark.django_db
MANY = 60
OWNERS = ["voorziening", "plek", "locatie"]


def owner(world, row, kind) -> dict[str, object]:
    """What a number or hours hang on."""
    if kind == "voorziening":
        return {"voorziening": row}
    locatie = Locatie.objects.create(regio=world.regio)
    plek = row.plekken.create(regio=world.regio, locatie=locatie)
    return {kind: plek if kind == "plek" else locatie}


def number(world, row, kind, dice) -> None:
    if kind == "organisatie":
        own = {kind: Organisatieprofiel.objects.create(organisatie=row.organisatie)}
    elif kind == "contact":
        of = owner(world, row, dice.choice(OWNERS))
        own = {kind: Contact.objects.create(functie="Balie", **of)}
    else:
        own = owner(world, row, kind)
    Telefoon.objects.create(nummer="0100203040", **own)


def some_row(world, n, dice) -> None:
    """With some of all that counts in the order, and looked at on some day or never."""
    company = Organisatie.objects.create(regio=world.regio, naam=f"Organisatie {n}")
    row = world.voorziening(
        f"Plek {dice.randrange(MANY)}",
        organisatie=company,
        capaciteit=dice.choice([Capaciteit.ONBEKEND, Capaciteit.OPEN]),
    )
    if kind := dice.choice([*OWNERS, "contact", "organisatie", None]):
        number(world, row, kind, dice)
    if kind := dice.choice([*OWNERS, None, None]):
        Openingstijd.objects.create(tekst="Elke dag", **owner(world, row, kind))
    for _ in range(dice.randrange(3)):
        day = world.today - timedelta(days=dice.randrange(-20, 300))
        meting = kaart.wait(row, world.today, gemeten_op=day, geldig_tot=day)
        if dice.random() < 0.2:
            kaart.end(meting)
    for veld in Controleveld:
        if dice.random() < (0.9 if veld == Controleveld.REST else 0.6):
            day = world.today - timedelta(days=dice.randrange(300))
            kaart.checked(row, veld, day)
    if dice.random() < 0.3:  # nothing is said of a secret place
        Locatie.objects.filter(plekken__voorziening=row).update(geheim=True)


TERMS: dict[int, dict[str, int]] = {}


@pytest.fixture(params=[None, (9, 2)])
def terms(request, world, monkeypatch):
    """Of the region: ours, or its own."""
    if request.param is None:
        return
    waits, others = request.param
    Kaartinstelling.objects.create(
        regio=world.regio, maanden_wachttijd=waits, maanden_overig=others
    )
    monkeypatch.setitem(
        TERMS, world.regio.pk, terms_of({world.regio.pk})[world.regio.pk]
    )


def due(row) -> tuple[date, str, int]:
    """Reckoned of one row, from what its page is told."""
    days = [
        (getattr(row, f"op_{veld}") or date(1, 1, 1))
        + timedelta(days=MONTH * months_for(veld, TERMS.get(row.regio_id)))
        for veld in Controleveld
        if getattr(row, f"heeft_{veld}")
    ]
    return min(days), row.naam, row.pk


@pytest.mark.usefixtures("terms")
@pytest.mark.parametrize("seed", [1, 2])
def test_the_first_to_look_at_stands_first_whatever_it_has(world, seed):
    dice = random.Random(seed)  # noqa: S311 - no secret
    for n in range(MANY):
        some_row(world, n, dice)
    rows = Voorziening.objects.all()
    expected = [row.pk for row in sorted(with_checks(rows, world.today), key=due)]
    assert first_due(rows, world.today, 0, MANY) == expected
    assert first_due(rows, world.today, 20, 10) == expected[20:30]
