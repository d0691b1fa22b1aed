"""Loading our own places and postcodes, at every start."""

from dataclasses import replace
from io import StringIO

from django.core.management import call_command

import pytest

from netwerk.models import Plaats, Plaatsnaam, Postcodegebied
from netwerk.services.plaatsen import load_own_places, load_postcodes
from tests.kompas.logs import lines
from tests.netwerk.plaats.conftest import GEBIEDEN, PLEKKEN

pytestmark = pytest.mark.django_db


def load(plekken=PLEKKEN, gebieden=GEBIEDEN):
    return load_own_places(plekken=plekken, gebieden=gebieden)


def test_loading_again_changes_nothing_and_writes_no_line():
    load()
    before = (list(Plaats.objects.values()), list(Postcodegebied.objects.values()))
    seen = lines()
    places, codes = load()
    assert not places.changes
    assert not codes.changes
    assert (
        list(Plaats.objects.values()),
        list(Postcodegebied.objects.values()),
    ) == before
    assert lines() == seen


def test_loading_is_written_down():
    load()
    assert ("U", "postcodes", "platform") in lines()


def test_a_newer_file_changes_adds_and_takes_away():
    load()
    first, second, *rest = PLEKKEN
    places, codes = load(
        [
            replace(first, lat=52.2, ook_genoemd=("Keistad",)),
            *rest,
            replace(second, naam="X"),
        ],
        GEBIEDEN[1:],
    )
    assert (places.nieuw, places.veranderd, places.weg) == (1, 1, 1)
    assert (codes.gelijk, codes.weg) == (2, 1)
    assert Plaatsnaam.objects.get(naam="Keistad").plaats.lat == 52.2


def test_what_came_from_an_authoritative_file_stays():
    load()
    better = replace(GEBIEDEN[0], lat=52.16)
    load_postcodes(gebieden=[better], bron="kadaster")
    load()
    assert Postcodegebied.objects.get(code="3811").lat == 52.16


def test_the_command_loads_what_ships():
    out = StringIO()
    call_command("laad_plaatsen", stdout=out)
    assert f"postcodes: {Postcodegebied.objects.count()} nieuw" in out.getvalue()
