"""A list asks the database as often with thirty rows as with three (Q4)."""

from django.urls import reverse

import pytest

from tests.growth import FEW, MANY, asked
from toegang.models import Gemeente, Regio, Wijk

pytestmark = pytest.mark.django_db


def area(world, numbers) -> str:
    for n in numbers:
        gemeente = Gemeente.objects.create(regio=world.regio, naam=f"Gemeente {n}")
        Wijk.objects.create(gemeente=gemeente, naam="Centrum")
    return reverse("gebied")


def gemeente(world, numbers) -> str:
    for n in numbers:
        Wijk.objects.create(gemeente=world.gemeente, naam=f"Wijk {n}")
    return reverse("gemeente", args=[world.gemeente.uuid])


def regions(world, numbers) -> str:
    for n in numbers:
        row = Regio.objects.create(naam=f"Regio {n}", slug=f"regio-{n}")
        who = world.person(f"Beheer {n}")
        world.role(who, "regiobeheerder", regio=row)
        Gemeente.objects.create(regio=row, naam=f"Gemeente {n}")
    return reverse("regios")


def teams(world, numbers) -> str:
    for n in numbers:
        team = world.ggz.teams.create(naam=f"Team {n}")
        world.role(world.person(f"Leider {n}"), "teamleider", team=team)
    return reverse("teams", args=[world.ggz.uuid])


LISTS = [(area, "teun"), (gemeente, "teun"), (regions, "pim"), (teams, "olga")]


@pytest.mark.parametrize(
    ("fill", "who"), LISTS, ids=lambda it: getattr(it, "__name__", it)
)
def test_the_number_of_queries_does_not_grow(world, fill, who):
    person = getattr(world, who)
    few = asked(person, fill(world, range(FEW)))
    assert asked(person, fill(world, range(FEW, FEW + MANY))) == few
