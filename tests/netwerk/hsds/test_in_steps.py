"""A large file is looked at and taken in by a worker, once, whatever happens to it."""

from datetime import timedelta

from django.utils import timezone

import pytest
import time_machine

from basis.actor import acting
from basis.werk import MOST_TRIES, Stand
from netwerk import tasks
from netwerk.models import Importvoorbeeld, Voorziening
from netwerk.services import importvoorbeelden as services, uitwisselen
from tests.kompas.logs import lines
from tests.world import browser
from toegang.models import Rol

from .test_pages import GOED, afdruk, send

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def later(monkeypatch) -> list[str]:
    """Every file is a large one; the broker takes the work and no worker is there yet."""
    sent: list[str] = []
    monkeypatch.setattr(services, "SMALL", -1)
    monkeypatch.setattr(services, "enqueue", lambda _name, uuid: sent.append(uuid))
    return sent


@pytest.fixture
def teun(world):
    return browser(world.teun)


def work(sent: list[str]) -> None:
    while sent:
        tasks.do_import(sent.pop(0))


def words(who, address: str, **headers: str) -> str:
    return who.get(address, headers=headers).content.decode()


def looked_at(teun, later) -> tuple[str, str]:
    """Where it is, and the mark of what was seen."""
    where = send(teun).url
    work(later)
    return where, afdruk(teun.get(where))


def test_who_waits_sees_that_it_goes_on_with_and_without_javascript(teun, later):
    where = send(teun).url
    assert "Het bestand staat klaar" in words(teun, where)
    assert "Kijk hoe ver het is" in words(teun, where)
    services.take(uuid=Importvoorbeeld.objects.get().uuid)
    assert "We kijken nu wat er verandert" in words(teun, where)
    piece = words(teun, where, HX_Request="true")
    assert piece.strip().startswith('<div class="card')
    assert not Voorziening.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        assert "Het duurt langer dan anders" in words(teun, where)


def test_a_worker_looks_and_takes_it_in_as_who_asked(teun, later):
    where, seen = looked_at(teun, later)
    assert teun.get(where, headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    assert "Dit gaat er veranderen" in words(teun, where)
    teun.post(where, {"afdruk": seen})
    assert "We beginnen zo" in words(teun, where)
    assert not Voorziening.objects.exists()
    work(later)
    assert "Het bestand is ingelezen" in words(teun, where)
    assert Voorziening.objects.get().naam == "Maatje"
    row = Importvoorbeeld.objects.get()
    assert (bytes(row.inhoud), row.gezien, row.nakijken) == (b"", {}, [])
    assert ("U", "sociale_kaart", "lindestroom") in lines()


def test_two_yeses_and_two_workers_take_it_in_once(teun, later):
    where, seen = looked_at(teun, later)
    teun.post(where, {"afdruk": seen})
    assert teun.post(where, {"afdruk": seen}).status_code == 302
    assert len(later) == 1
    uuid = later[0]
    tasks.do_import(uuid)
    before = len(lines())
    tasks.do_import(uuid)
    assert len(lines()) == before
    assert Voorziening.objects.count() == 1


def test_a_worker_that_died_is_followed_by_another(teun, later):
    where, seen = looked_at(teun, later)
    teun.post(where, {"afdruk": seen})
    row = services.take(
        uuid=Importvoorbeeld.objects.get().uuid
    )  # and its power went off
    later.clear()
    tasks.wake_imports()
    assert later == []
    with time_machine.travel(timezone.now() + services.LEASE + timedelta(seconds=1)):
        tasks.wake_imports()
        assert later == [str(row.uuid)]
        work(later)
    assert Voorziening.objects.count() == 1
    services.perform(row)  # the first comes back to life
    assert Voorziening.objects.count() == 1


def test_what_breaks_half_way_leaves_nothing_and_is_tried_again(
    teun, later, monkeypatch
):
    where, seen = looked_at(teun, later)
    teun.post(where, {"afdruk": seen})
    with monkeypatch.context() as patch:
        patch.setattr(uitwisselen, "add_words", lambda **_: 1 / 0)
        work(later)
    assert not Voorziening.objects.exists()
    assert Importvoorbeeld.objects.get().stand == Stand.GEVRAAGD
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        tasks.wake_imports()
        work(later)
    assert Voorziening.objects.count() == 1


def test_what_keeps_breaking_is_given_up_in_plain_words_without_the_file(
    teun, later, monkeypatch
):
    where, seen = looked_at(teun, later)
    teun.post(where, {"afdruk": seen})
    monkeypatch.setattr(uitwisselen, "add_words", lambda **_: 1 / 0)
    for turn in range(MOST_TRIES):
        with time_machine.travel(timezone.now() + timedelta(minutes=10 * turn)):
            tasks.wake_imports()
            work(later)
    page = words(teun, where)
    assert "Het lukt nu niet. Er is niets ingelezen." in page
    assert "Kies het bestand opnieuw" in page
    assert not Voorziening.objects.exists()
    row = Importvoorbeeld.objects.get()
    assert (row.stand, bytes(row.inhoud)) == (Stand.MISLUKT, b"")


def test_what_kills_every_worker_is_given_up_without_the_file(teun, later):
    where = send(teun).url
    row = Importvoorbeeld.objects.get()
    for turn in range(MOST_TRIES + 1):
        then = timezone.now() + timedelta(minutes=10 * turn)
        with time_machine.travel(then), acting(tasks.READER):
            services.take(uuid=row.uuid)
    assert lines()[-1] == ("U", "importvoorbeeld", "lindestroom")
    row.refresh_from_db()
    assert (row.stand, bytes(row.inhoud)) == (Stand.MISLUKT, b"")
    assert "Het lukt nu niet. Er is niets ingelezen." in words(teun, where)


def test_whose_role_is_over_by_then_changes_nothing(world, teun, later):
    where, seen = looked_at(teun, later)
    teun.post(where, {"afdruk": seen})
    Rol.objects.filter(gebruiker=world.teun).delete()
    work(later)
    assert not Voorziening.objects.exists()
    row = Importvoorbeeld.objects.get()
    assert row.reden == services.NIET_MEER


def test_a_kaart_that_changed_meanwhile_is_shown_again(teun, later):
    where, seen = looked_at(teun, later)
    other = send(teun, GOED + b"Ander;Samen;113\r\n").url
    work(later)
    teun.post(where, {"afdruk": seen})
    teun.post(other, {"afdruk": afdruk(teun.get(other))})
    later.reverse()  # the second one first
    work(later)
    assert Voorziening.objects.count() == 2
    page = teun.get(where)
    assert "intussen veranderd" in page.content.decode()
    teun.post(where, {"afdruk": afdruk(page)})
    work(later)
    assert "Het bestand is ingelezen" in words(teun, where)


def test_without_a_broker_it_waits_for_the_next_minute(
    world, teun, monkeypatch, django_capture_on_commit_callbacks
):
    def away(*_args, **_more):
        raise OSError

    monkeypatch.undo()
    monkeypatch.setattr(services, "SMALL", -1)
    monkeypatch.setattr(tasks.do_import, "apply_async", away)
    with django_capture_on_commit_callbacks(execute=True):
        where = send(teun).url
    assert "Het bestand staat klaar" in words(teun, where)
    monkeypatch.undo()
    with django_capture_on_commit_callbacks(execute=True):
        tasks.wake_imports()
    assert "Dit gaat er veranderen" in words(teun, where)


def test_what_waits_for_a_worker_is_kept_longer_than_what_waits_for_a_yes(teun, later):
    send(teun)
    kept = Importvoorbeeld.objects.kept
    with time_machine.travel(timezone.now() + timedelta(hours=3)):
        tasks.forget_imports()
        assert kept().exists()
        work(later)
    with time_machine.travel(timezone.now() + timedelta(hours=5)):
        assert not kept().exists()
        tasks.forget_imports()
    assert not Importvoorbeeld.objects.exists()
