"""A list asks the database as often with thirty rows as with three (Q4)."""

from uuid import uuid4

from django.urls import reverse

import pytest

from netwerk.models import Zoeksynoniem
from netwerk.services.importvoorbeelden import keep as keep_import
from tests.growth import FEW, MANY, asked
from tests.netwerk.hulp import rows as hulp
from tests.netwerk.voorstellen.pages import propose
from toegang.models import Wijk

pytestmark = pytest.mark.django_db


def proposals(world, numbers) -> str:
    for n in numbers:
        propose(world.petra, world.voorziening(f"Inloop {n}"))
    return reverse("voorstellen")


def help_lines(world, numbers) -> str:
    for n in numbers:
        hulp.line(world.regio, situatie=f"Nummer {n}")
        wijk = Wijk.objects.create(gemeente=world.gemeente, naam=f"Wijk {n}")
        hulp.address(world.regio, gemeente=world.gemeente, wijk=wijk)
        hulp.changed(world.regio, wat=f"Nummer {n}")
    return reverse("hulpnummers")


def synonyms(world, numbers) -> str:
    for n in numbers:
        Zoeksynoniem.objects.create(regio=world.regio, woord=f"woord {n}", ook=["ja"])
    return reverse("synoniemen")


def preview(world, numbers) -> str:
    """Of a file with so many provisions, each of an organisation of its own."""
    lines = [f"Plek {n};Organisatie {n};612345678" for n in numbers]
    row = keep_import(
        uuid=uuid4(),
        regio=world.regio,
        door=world.teun,
        naam="plekken.csv",
        inhoud="\r\n".join(["Naam;Organisatie;Telefoon", *lines]).encode(),
        bron="Proef",
    )
    return reverse("inlezen_voorbeeld", args=[row.uuid])


LISTS = [proposals, help_lines, synonyms, preview]


@pytest.mark.parametrize("fill", LISTS, ids=lambda fill: fill.__name__)
def test_the_number_of_queries_does_not_grow(world, fill):
    few = asked(world.teun, fill(world, range(FEW)))
    assert asked(world.teun, fill(world, range(FEW, FEW + MANY))) == few


def test_who_answers_proposals_asks_as_often_for_a_few_as_for_many(world):
    few = asked(world.olga, proposals(world, range(FEW)))
    assert asked(world.olga, proposals(world, range(FEW, MANY))) == few
