"""A report is asked for, made by a worker with visible progress, and taken home."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

import pytest
import time_machine

from basis import pdf
from basis.werk import MOST_TRIES
from kompas import tasks
from kompas.models import Begeleider, Kerngroeplid, Uitkomstrapport
from kompas.services import rapporten
from tests.kompas.uitkomsten.log import said_about
from tests.kompas.uitkomsten.table import address, words
from tests.pdf.checker import text
from tests.world import browser

Stand = Uitkomstrapport.Stand


@pytest.fixture(autouse=True)
def _scored(tafel):
    tafel.scores(tafel.stelling(), ervaring="1 1 2", uitvoering="2 3 2")
    tafel.says(tafel.stelling(), "ervaring", 0, "Ik wachtte vijf maanden.")
    tafel.open()


@pytest.fixture
def later(monkeypatch):
    """The broker takes the work and no worker is there yet."""
    sent: list[str] = []
    monkeypatch.setattr(rapporten, "enqueue", lambda _name, uuid: sent.append(uuid))
    return sent


def ask(user, tafel) -> Uitkomstrapport:
    answer = browser(user).post(address("rapport_vragen", tafel.ronde))
    assert answer.status_code == 302
    return Uitkomstrapport.objects.get(uuid=answer.url.split("/")[-2])


def seen(user, rapport, **headers: str) -> str:
    from lxml import html

    address = reverse("uitkomstrapport", args=[rapport.uuid])
    answer = browser(user).get(address, headers=headers)
    assert answer.status_code == 200
    return words(html.fromstring(answer.content.decode()))


def fetch(user, rapport):
    return browser(user).get(reverse("uitkomstrapport_pdf", args=[rapport.uuid]))


def test_it_is_made_and_taken_home(world, tafel, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        rapport = ask(world.amina, tafel)
    assert "Het rapport is klaar." in seen(world.amina, rapport)
    answer = fetch(world.amina, rapport)
    assert answer["Content-Type"] == "application/pdf"
    assert (
        answer["Content-Disposition"]
        == 'attachment; filename="uitkomsten-lindehoven-ronde-1.pdf"'
    )
    assert "Ik wachtte vijf maanden." in text(answer.content)


def test_who_waits_sees_how_far_it_is_with_and_without_javascript(world, tafel, later):
    rapport = ask(world.amina, tafel)
    assert "Het rapport staat klaar om te maken. 0%" in seen(world.amina, rapport)
    taken = rapporten.take(uuid=rapport.uuid)
    rapporten.tell(taken, 55)
    assert "Het rapport wordt nu gemaakt. 55%" in seen(world.amina, rapport)
    assert "Kijk hoe ver het is" in seen(world.amina, rapport)
    piece = seen(world.amina, rapport, HX_Request="true")
    assert piece.startswith("Het rapport wordt nu gemaakt. 55%")
    assert fetch(world.amina, rapport).status_code == 302


def test_the_steps_go_up_to_the_end(world, tafel, later, monkeypatch):
    rapport, said = ask(world.amina, tafel), []
    tell = rapporten.tell
    monkeypatch.setattr(
        rapporten, "tell", lambda row, n: (said.append(n), tell(row, n))
    )
    tasks.make_rapport(str(rapport.uuid))
    assert said == sorted(said)
    assert len(said) >= 5
    rapport.refresh_from_db()
    assert (rapport.stand, rapport.deel_klaar) == (Stand.KLAAR, 100)


def test_asked_twice_it_is_one_report(world, tafel, later):
    first = ask(world.amina, tafel)
    assert ask(world.amina, tafel) == first
    assert later == [str(first.uuid)]


def test_what_was_made_is_used_again_while_nothing_changed_also_for_others(
    world, tafel, later
):
    first = ask(world.amina, tafel)
    tasks.make_rapport(str(first.uuid))
    assert ask(world.amina, tafel) == ask(world.teun, tafel) == first


def test_a_remark_hidden_since_is_not_handed_out(world, tafel, later):
    rapport = ask(world.noor, tafel)
    tasks.make_rapport(str(rapport.uuid))
    shown = browser(world.noor).get(
        address("uitkomst_stelling", tafel.ronde, "visie", 1)
    )
    mark = shown.context["stelling"].opmerkingen[0].merk
    data = {"merk": mark, "reden": "Herkenbaar"}
    browser(world.noor).post(
        address("opmerking_verbergen", tafel.ronde, "visie", 1), data
    )
    assert fetch(world.amina, rapport).status_code == 302
    assert "Sinds dit rapport is er iets veranderd" in seen(world.amina, rapport)
    again = ask(world.amina, tafel)
    tasks.make_rapport(str(again.uuid))
    assert "Ik wachtte vijf maanden." not in text(fetch(world.amina, again).content)
    rapport.refresh_from_db()
    assert rapport.pdf is None


def test_a_worker_that_died_is_followed_by_another(world, tafel, later):
    rapport = ask(world.amina, tafel)
    assert rapporten.take(uuid=rapport.uuid)  # and then its power went off
    later.clear()
    assert rapporten.wake_waiting() == 0
    with time_machine.travel(timezone.now() + rapporten.LEASE + timedelta(seconds=1)):
        tasks.wake_rapporten()
        assert later == [str(rapport.uuid)]
        tasks.make_rapport(str(rapport.uuid))
    rapport.refresh_from_db()
    assert (rapport.stand, rapport.pogingen) == (Stand.KLAAR, 2)


def test_only_the_last_that_took_it_writes(world, tafel, later):
    rapport = ask(world.amina, tafel)
    slow = rapporten.take(uuid=rapport.uuid)
    with time_machine.travel(timezone.now() + rapporten.LEASE + timedelta(seconds=1)):
        tasks.make_rapport(str(rapport.uuid))
    made = Uitkomstrapport.objects.get(uuid=rapport.uuid)
    rapporten.tell(slow, 10)
    assert not rapporten.finish(rapport=slow, inhoud="", content=b"half")
    rapporten.give_up(slow, "te laat")
    rapport.refresh_from_db()
    assert bytes(rapport.pdf) == bytes(made.pdf)
    assert (rapport.stand, rapport.deel_klaar) == (Stand.KLAAR, 100)


def test_run_twice_it_is_made_once(world, tafel, later):
    rapport = ask(world.amina, tafel)
    tasks.make_rapport(str(rapport.uuid))
    first = Uitkomstrapport.objects.get(uuid=rapport.uuid).klaar_op
    tasks.make_rapport(str(rapport.uuid))
    assert Uitkomstrapport.objects.get(uuid=rapport.uuid).klaar_op == first


@pytest.mark.parametrize("how", ["role", "account", "region"])
def test_a_right_that_ended_meanwhile_ends_the_report_in_neutral_words(
    world, tafel, later, how
):
    who = (
        world.amina if how == "role" else world.noor if how == "account" else world.teun
    )
    rapport = ask(who, tafel)
    gone = timezone.localdate() - timedelta(days=1)
    match how:
        case "role":
            Kerngroeplid.objects.filter(gebruiker=who).update(tot=gone)
        case "account":
            Begeleider.objects.filter(gebruiker=who).update(tot=gone)
        case "region":
            who.rollen.all().delete()
    tasks.make_rapport(str(rapport.uuid))
    rapport.refresh_from_db()
    assert (rapport.stand, rapport.pdf) == (Stand.MISLUKT, None)
    assert rapport.reden == rapporten.NIET_MEER
    assert (
        browser(who).get(reverse("uitkomstrapport", args=[rapport.uuid])).status_code
        == 404
    )


def test_a_right_that_ended_after_it_was_made_ends_the_download(world, tafel, later):
    rapport = ask(world.amina, tafel)
    tasks.make_rapport(str(rapport.uuid))
    gone = timezone.localdate() - timedelta(days=1)
    Kerngroeplid.objects.filter(gebruiker=world.amina).update(tot=gone)
    assert fetch(world.amina, rapport).status_code == 404


def test_what_breaks_is_tried_again_and_then_said(world, tafel, later, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError

    rapport = ask(world.amina, tafel)
    monkeypatch.setattr(pdf, "render", broken)
    now = timezone.now()
    for turn in range(1, MOST_TRIES + 1):
        with time_machine.travel(now + timedelta(minutes=10 * turn)):
            tasks.make_rapport(str(rapport.uuid))
            rapport.refresh_from_db()
            assert rapport.pogingen == turn
    assert (rapport.stand, rapport.volgende_poging_op) == (Stand.MISLUKT, None)
    assert "Het rapport is nu niet gemaakt." in seen(world.amina, rapport)
    assert fetch(world.amina, rapport).status_code == 302


def test_one_that_kills_every_worker_is_given_up(world, tafel, later):
    rapport = ask(world.amina, tafel)
    now = timezone.now()
    for turn in range(1, MOST_TRIES + 2):
        with time_machine.travel(now + timedelta(minutes=10 * turn)):
            rapporten.take(uuid=rapport.uuid)
    rapport.refresh_from_db()
    assert rapport.stand == Stand.MISLUKT


def test_without_pango_it_says_so_at_once(world, tafel, later, monkeypatch):
    def no_pango(*_, **__):
        raise pdf.NoPango

    rapport = ask(world.amina, tafel)
    monkeypatch.setattr(pdf, "render", no_pango)
    tasks.make_rapport(str(rapport.uuid))
    said = seen(world.amina, rapport)
    assert "Het rapport kan hier nu niet gemaakt worden." in said
    assert "apt-get" not in said


def test_asking_and_taking_home_leave_a_line_each(world, tafel, later):
    rapport = ask(world.amina, tafel)
    tasks.make_rapport(str(rapport.uuid))
    fetch(world.amina, rapport)
    about = (str(rapport.uuid), f"ronde {tafel.ronde.uuid}")
    assert said_about("uitkomstrapport") == [about, about]


def test_without_redis_it_waits_and_is_made_when_it_is_back(
    world, tafel, monkeypatch, django_capture_on_commit_callbacks
):
    def away(*_, **__):
        raise OSError("redis is away")

    monkeypatch.setattr(tasks.make_rapport, "apply_async", away)
    with django_capture_on_commit_callbacks(execute=True):
        rapport = ask(world.amina, tafel)
    assert "Het rapport staat klaar om te maken." in seen(world.amina, rapport)
    monkeypatch.undo()
    with django_capture_on_commit_callbacks(execute=True):
        rapporten.wake_waiting()
    rapport.refresh_from_db()
    assert rapport.stand == Stand.KLAAR
