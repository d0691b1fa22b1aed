"""An older export that is read back does not bring back a wait that was taken away."""

from datetime import timedelta
from uuid import uuid4

import pytest

from netwerk.choices import Eindereden
from netwerk.documents import hsds as documents
from netwerk.models import Controle
from netwerk.rules.datum import datum
from netwerk.rules.hsds_plan import GELIJK
from netwerk.selectors.hsds import Blik
from netwerk.services import uitwisselen
from netwerk.services.wachttijden import Weg, take_away
from tests.netwerk.kaart import wait

from .packages import everything

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(world):
    return world.voorziening()


@pytest.fixture
def meting(world, row):
    day = world.today - timedelta(days=40)
    Controle.objects.create(voorziening=row, veld="wachttijd", gecontroleerd_op=day)
    return wait(row, world.today, gemeten_op=day, doelgroep="jongern")


def away(meting) -> None:
    reden = Eindereden.VERGISSING.value
    take_away(weg=[Weg(uuid4(), meting, reden, "Ggz Lindestroom")])


def package(world, form: str) -> tuple[str, bytes]:
    if form == "json":
        return "alles.json", everything(world)
    tables = documents.as_tables(world.regio, Blik.alles())
    return "alles.zip", documents.as_zip(tables)


def take_in(world, data):
    pakket = uitwisselen.read_file(*data)
    assert pakket.fouten == []
    return uitwisselen.take_in(pakket=pakket, regio=world.regio, bron="")


@pytest.mark.parametrize("form", ["json", "csv"])
def test_it_stays_away_and_the_preview_says_so(world, row, meting, form):
    before = package(world, form)
    away(meting)
    plan = take_in(world, before)
    assert not row.wachttijden.exists()
    assert not row.controles.exists()  # nor that somebody looked at it
    (said,) = [fout.zin for fout in plan.opmerkingen if "weggehaald" in fout.zin]
    assert said == (
        f"De wachttijd Eerste gesprek, jongern, gemeten op {datum(meting.gemeten_op)},"
        f" is hier op {datum(world.today)} weggehaald. Die zetten we niet terug."
    )
    assert {regel.wat for regel in plan.regels} == {GELIJK}


def test_one_of_another_group_comes_in(world, row, meting):
    wait(row, world.today, doelgroep="ouderen")
    before = package(world, "json")
    away(meting)
    row.wachttijden.all().delete()
    take_in(world, before)
    assert [w.doelgroep for w in row.wachttijden.all()] == ["ouderen"]


def test_one_that_was_measured_after_it_comes_in(world, row, meting):
    name, data = package(world, "json")
    day, later = meting.gemeten_op, world.today + timedelta(days=1)
    away(meting)
    newer = data.replace(
        f'"gemeten_op": "{day}"'.encode(), f'"gemeten_op": "{later}"'.encode()
    )
    assert newer != data
    take_in(world, (name, newer))
    assert row.wachttijden.get().gemeten_op == later


def test_exported_again_it_is_in_no_file(world, row, meting):
    away(meting)
    assert b"jongern" not in everything(world)
