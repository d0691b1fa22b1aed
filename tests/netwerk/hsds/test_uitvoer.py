"""The file of a large kaart is made by a worker, for who asked it and nobody else."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

import pytest
import time_machine

from basis.werk import MOST_TRIES, Stand
from netwerk import tasks
from netwerk.models import Uitvoer
from netwerk.services import uitvoer as services
from tests.kompas.logs import lines
from tests.world import browser
from toegang.models import Rol

from .test_pages import unzipped

pytestmark = pytest.mark.django_db
READ = ("R", "sociale_kaart", "lindestroom")


@pytest.fixture(autouse=True)
def later(monkeypatch, vol) -> list[str]:
    """Every kaart is a large one; the broker takes the work and no worker is there yet."""
    sent: list[str] = []
    monkeypatch.setattr(services, "is_small", lambda regio: False)
    monkeypatch.setattr(services, "enqueue", lambda _name, uuid: sent.append(uuid))
    return sent


@pytest.fixture
def teun(world):
    return browser(world.teun)


def asked(who, soort: str = "openbaar-json") -> str:
    answer = who.post(reverse("uitvoer", args=[soort]))
    assert answer.status_code == 302
    return str(answer.url)


def work(sent: list[str]) -> None:
    while sent:
        tasks.make_uitvoer(sent.pop(0))


@pytest.mark.parametrize("what", ["openbaar", "alles"])
@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_it_is_the_file_that_a_small_kaart_gives_at_once(
    teun, later, monkeypatch, what, form
):
    where = asked(teun, f"{what}-{form}")
    assert "klaar om te maken" in teun.get(where).content.decode()
    assert teun.get(f"{where}ophalen/").status_code == 302
    work(later)
    piece = teun.get(where, headers={"HX-Request": "true"}).content.decode()
    assert piece.strip().startswith('<div class="card')
    assert "Het bestand is klaar" in piece
    assert READ not in lines()
    made = teun.get(f"{where}ophalen/")
    assert READ in lines()
    monkeypatch.undo()
    at_once = teun.post(reverse("uitvoer", args=[f"{what}-{form}"]))
    for name in ("Content-Disposition", "Content-Type"):
        assert made[name] == at_once[name]
    if form == "json":
        assert unzipped(made.content) == unzipped(at_once.content)


def test_asked_twice_it_is_made_once_and_later_it_is_made_anew(teun, later):
    where = asked(teun)
    assert asked(teun) == where
    assert len(later) == 1
    work(later)
    assert asked(teun) != where
    assert Uitvoer.objects.count() == 1


def test_another_who_keeps_the_region_does_not_get_it(world, teun, later):
    where = asked(teun)
    work(later)
    for who in (world.verre_teun, world.noor):
        assert browser(who).get(where).status_code == 404
        assert browser(who).get(f"{where}ophalen/").status_code == 404


def test_whose_role_is_over_by_then_gets_nothing(world, teun, later):
    asked(teun)
    Rol.objects.filter(gebruiker=world.teun).delete()
    work(later)
    row = Uitvoer.objects.get()
    assert (row.stand, row.inhoud, row.reden) == (
        Stand.MISLUKT,
        None,
        services.NIET_MEER,
    )


def test_a_worker_that_died_is_followed_by_another(teun, later):
    asked(teun)
    row = services.take(uuid=Uitvoer.objects.get().uuid)
    later.clear()
    tasks.wake_uitvoer()
    assert later == []
    with time_machine.travel(timezone.now() + services.LEASE + timedelta(seconds=1)):
        tasks.wake_uitvoer()
        work(later)
    assert Uitvoer.objects.get().stand == Stand.KLAAR
    assert services.hold(row) is None  # the first comes back to life


def test_what_keeps_breaking_is_given_up_in_plain_words(teun, later, monkeypatch):
    where = asked(teun)
    monkeypatch.setattr(tasks.documents, "export", lambda *_: 1 / 0)
    for turn in range(MOST_TRIES):
        with time_machine.travel(timezone.now() + timedelta(minutes=10 * turn)):
            tasks.wake_uitvoer()
            work(later)
    page = teun.get(where).content.decode()
    assert services.NIET_GELUKT in page
    assert Uitvoer.objects.get().volgende_poging_op is None


def test_what_nobody_took_along_goes(teun, later):
    asked(teun)
    with time_machine.travel(timezone.now() + timedelta(hours=3)):
        tasks.forget_uitvoer()
        work(later)
    assert Uitvoer.objects.get().stand == Stand.KLAAR
    with time_machine.travel(timezone.now() + timedelta(hours=5)):
        tasks.forget_uitvoer()
    assert not Uitvoer.objects.exists()


def test_few_provisions_are_a_small_kaart(world, monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr(services, "SMALL", 1)
    assert services.is_small(world.regio)
    world.voorziening("Tweede")
    assert not services.is_small(world.regio)
