"""A page of a plan asks the database as often with sixty rows as with a few (Q4)."""

from datetime import date, timedelta

from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

import pytest

from basis.crypto import new_key
from clientplan.models import (
    Afspraak,
    Crisiskaart,
    Dagboekblad,
    Doel,
    Kaartpersoon,
    Kijk,
    Signaal,
    Stap,
)
from netwerk.choices import Hoedanigheid, Werkt
from netwerk.models import Betrokkenheid, Client, Toestemming
from netwerk.rules.onderdelen import Recht
from tests.care import add_care
from tests.clientplan import people
from tests.world import browser

pytestmark = pytest.mark.django_db
MANY = 60
FEW = 2


@pytest.fixture
def care(world):
    add_care(world)
    return world


def asked(page: Browser, paths: list[str]) -> dict[str, int]:
    """By path the number of queries; of one more before, what a first page asks once."""
    found = {}
    page.get(paths[0])
    for path in paths:
        with CaptureQueriesContext(connection) as queries:
            assert page.get(path).status_code == 200, path
        found[path] = len(queries)
    return found


def written(world, model, words, count, **more):
    """So many pieces of carla's, stored in one go."""
    rows = [
        model(
            client=world.plan,
            gewijzigd_op=timezone.now(),
            gewijzigd_door=world.carla,
            **more,
        )
        for _ in range(count)
    ]
    for row in rows:
        row.words = words
    return model.objects.bulk_create(rows)


def write_everywhere(world, count: int) -> None:
    """So many goals, steps, agreements, signals and pages more, and half as many people."""
    written(world, Doel, {"doel": "Slapen"}, count)
    written(world, Stap, {"stap": "Gordijn dicht"}, count, doel=world.doel)
    day = world.today + timedelta(days=3)
    about = {"doel": world.doel, "uitvoerder": world.behandelt, "voor_op": day}
    written(world, Afspraak, {"wat": "Samen lopen"}, count, **about)
    for fase in (1, 2):
        written(world, Signaal, {"tekst": "Stil"}, count, fase=fase, soort="ik_doe")
    written(world, Kaartpersoon, {"naam": "Bep"}, count, betrokkenheid=world.broer)
    pages = [
        Dagboekblad(client=world.plan, geschreven_op=timezone.now())
        for _ in range(count)
    ]
    for page in pages:
        page.tekst = "Stil."
    Dagboekblad.objects.bulk_create(pages)
    friends = world.people(*(f"B{count} {n}" for n in range(count // 2)))
    van = world.today - timedelta(days=9)
    rows = [
        Betrokkenheid(
            client=world.plan, gebruiker=who, rol=Hoedanigheid.NAASTE, van=van
        )
        for who in friends
    ]
    for row in rows:
        row.relatie = "een vriend"
    Betrokkenheid.objects.bulk_create(rows)
    voices = [
        Kijk(
            client=world.plan,
            onderdeel="doelen",
            auteur=who,
            geschreven_op=timezone.now(),
        )
        for who in friends
    ]
    for voice in voices:
        voice.tekst = "Je lacht weer."
    Kijk.objects.bulk_create(voices)


def test_sixty_of_everything_in_a_plan(care):
    """For the client, and for who treats them."""
    written(care, Crisiskaart, {"wens": "Rust"}, 1, nakijken_op=care.today)
    write_everywhere(care, FEW)
    names = "plan doelen afspraken signaleringsplan crisiskaart dagboek wie_ziet_wat"
    own = [
        *map(reverse, names.split()),
        reverse("doel", args=[care.doel.uuid]),
        reverse("plan_bekijk", args=[care.broer.uuid]),
    ]
    shared = [
        reverse(f"{name}_van", args=[care.plan.uuid])
        for name in ["plan", "doelen", "signaleringsplan"]
    ]
    carla, petra = people.client(care.carla), browser(care.petra)
    few = asked(carla, own) | asked(petra, shared)
    write_everywhere(care, MANY)
    assert asked(carla, own) | asked(petra, shared) == few


def opened(world, who, count: int, **how) -> list[Client]:
    """So many plans more that are open to `who`."""
    users = world.people(*(f"C{who.pk} {count} {n}" for n in range(count)))
    plans = [
        Client(
            regio=world.regio,
            gebruiker=user,
            geboren_op=date(1980, 5, 1),
            begonnen_op=world.today,
        )
        for user in users
    ]
    for plan in plans:
        plan.wrap(new_key())
    Client.objects.bulk_create(plans)
    rows = Betrokkenheid.objects.bulk_create(
        Betrokkenheid(client=plan, gebruiker=who, van=world.today, **how)
        for plan in plans
    )
    Toestemming.objects.bulk_create(
        Toestemming(
            client=row.client,
            betrokkenheid=row,
            onderdeel="doelen",
            recht=Recht.LEZEN,
            van=world.today,
            gegeven_door=row.client.gebruiker,
        )
        for row in rows
    )
    return plans


@pytest.mark.parametrize(
    ("wie", "begin", "how"),
    [
        (
            "petra",
            "clienten",
            {
                "rol": Hoedanigheid.PROFESSIONAL,
                "werkt": Werkt.HUISARTS,
                "behandelt": True,
            },
        ),
        ("nico", "meelezen", {"rol": Hoedanigheid.NAASTE}),
    ],
    ids=["professional", "naaste"],
)
def test_who_reads_along_in_two_plans_or_in_sixty(care, wie, begin, how):
    who = getattr(care, wie)
    if wie == "petra":
        how = how | {"organisatie": care.ggz}
    [first] = opened(care, who, FEW - 1, **how)
    paths = [
        reverse(begin),
        reverse("plan_van", args=[first.uuid]),
        reverse("doelen_van", args=[first.uuid]),
    ]
    page = browser(who)
    few = asked(page, paths)
    opened(care, who, MANY - FEW, **how)
    assert asked(page, paths) == few
    body = page.get(reverse(begin)).content.decode()
    assert body.count("/plan-van/") >= MANY
