"""An owner confirms or changes by a link from a mail, without an account, once."""

from datetime import timedelta

from django.test import Client

import pytest
import time_machine
from lxml import html

from netwerk.models import Bevestigingslink, Telefoon
from tests.netwerk.aanbod.pages import HERE, fill, new, text_of
from tests.netwerk.aanbod.test_waits import send, wait
from tests.toegang.people import link_in, sent
from tests.world import browser


@pytest.fixture(autouse=True)
def _by_the_outbox(settings):
    settings.EMAIL_BACKEND = "berichten.mail.OutboxBackend"


@pytest.fixture
def row(world):
    row = world.voorziening(capaciteit="open")
    Telefoon.objects.create(voorziening=row, nummer="0100203040")
    wait(row)
    return row


@pytest.fixture
def link(world, row) -> str:
    ask(world, row)
    return link_in(sent()[0])


def ask(world, row, **more) -> None:
    form = {"uuid": new(), "email": "inloop@example.nl"} | more
    browser(world.olga).post(f"{HERE}{row.uuid}/vraag/", form)


def sheet(link: str) -> dict[str, str]:
    page = html.fromstring(Client().get(link).content)
    return fill(page.xpath("//main//form")[0])


def of_wait(row) -> str:
    """How the fields of its last wait are called."""
    return f"w{row.wachttijden.latest('pk').uuid}"


def test_looking_changes_nothing(row, link):
    for _ in range(3):
        assert Client().get(link).status_code == 200
    assert not row.controles.exists()
    assert Bevestigingslink.objects.get().gebruikt_op is None


def test_a_strange_word_for_room_is_said(row, link):
    answer = Client().post(link, sheet(link) | {"capaciteit": "onbekend"})
    assert answer.status_code == 422
    assert "Kies iets uit de lijst" in text_of(answer)


def test_left_as_it_was_all_that_was_shown_is_checked(row, link):
    answer = Client().post(link, sheet(link))
    assert "Dank je wel" in text_of(answer)
    assert set(row.controles.values_list("veld", flat=True)) == {
        "telefoon",
        "openingstijden",
        "wachttijd",
        "capaciteit",
    }
    assert row.wachttijden.count() == 2
    assert row.telefoon_set.get().nummer == "0100203040"


def test_a_wait_that_nobody_measured_is_not_checked(row, link):
    row.wachttijden.all().delete()
    Client().post(link, sheet(link))
    assert not row.controles.filter(veld="wachttijd").exists()
    assert row.controles.filter(veld="telefoon").exists()


def test_a_wait_is_checked_on_the_day_it_was_measured(row, link):
    day = row.wachttijden.get().gemeten_op + timedelta(days=3)
    form = sheet(link) | {f"{of_wait(row)}-gemeten_op": day.strftime("%d-%m-%Y")}
    Client().post(link, form)
    assert row.controles.get(veld="wachttijd").gecontroleerd_op == day


def test_a_wait_that_is_gone_is_taken_away(world, row, link):
    """The others that stand there are looked at."""
    gone = wait(row, 8, 9, days=10, doelgroep="jongeren")
    for _ in range(2):
        Client().get(link)
    assert row.wachttijden.count() == 2
    form = sheet(link) | {f"w{gone.uuid}-weg": "vervallen"}
    assert "Dank je wel" in text_of(Client().post(link, form))
    assert list(row.wachttijden.values_list("doelgroep", flat=True)) == ["", ""]
    assert row.controles.get(veld="wachttijd").gecontroleerd_op == world.today
    page = browser(world.olga).get(f"{HERE}{row.uuid}/geschiedenis/")
    assert ("Ggz Lindestroom", "weggehaald. Deze groep of stap is er niet meer") in [
        (act.wie, said.na) for act in page.context["bladen"] for said in act.verschillen
    ]


def test_what_somebody_else_took_away_meanwhile_does_not_shift_the_others(
    world, row, link
):
    first = wait(row, 8, 9, days=10, doelgroep="")
    stays = wait(row, 1, 2, days=10, doelgroep="jongeren")
    form = sheet(link) | {f"w{stays.uuid}-tot": "6"}
    send(world.olga, **{f"m{first.uuid}-weg": "vergissing"})
    assert "Dank je wel" in text_of(Client().post(link, form))
    assert {(w.doelgroep, w.weken_tot) for w in row.wachttijden.all()} == {
        ("jongeren", 2),
        ("jongeren", 6),
    }


def test_gone_and_changed_do_not_go_together(row, link):
    more = {f"{of_wait(row)}-weg": "vervallen", f"{of_wait(row)}-tot": "9"}
    answer = Client().post(link, sheet(link) | more)
    assert answer.status_code == 422
    assert "Kies een van de twee" in text_of(answer)
    assert row.wachttijden.get().weken_tot == 5


def test_hours_that_the_page_cannot_show_are_not_checked(row, link):
    row.openingstijd_set.create(
        herhaling="MONTHLY", dagen="MO", dagen_van_jaar="12", tekst="Eens per jaar"
    )
    Client().post(link, sheet(link))
    assert not row.controles.filter(veld="openingstijden").exists()


def test_what_is_changed_stands_there_at_once(row, link):
    phone = row.telefoon_set.get()
    more = {f"nummer_{phone.uuid}": "0100 50 60 70", f"{of_wait(row)}-tot": "9"}
    more["capaciteit"] = "wachtlijst"
    Client().post(link, sheet(link) | more | {"uren": "ma-vr 9:00-17:00"})
    phone.refresh_from_db()
    assert phone.nummer == "0100506070"
    assert row.wachttijden.latest("pk").weken_tot == 9
    assert row.openingstijd_set.exists()
    row.refresh_from_db()
    assert row.capaciteit == "wachtlijst"


def test_room_that_nobody_speaks_of_stays_as_it_was_and_is_not_looked_at(row, link):
    type(row).objects.update(capaciteit="onbekend")
    form = sheet(link)
    assert "capaciteit" not in form  # none of the three is ticked beforehand
    Client().post(link, form)
    row.refresh_from_db()
    assert row.capaciteit == "onbekend"
    assert not row.controles.filter(veld="capaciteit").exists()
    assert row.controles.filter(veld="telefoon").exists()


def test_a_letter_from_before_asks_what_it_said(row, link):
    Bevestigingslink.objects.update(velden=["telefoon"])
    assert set(sheet(link)) >= {f"nummer_{row.telefoon_set.get().uuid}"}
    Client().post(link, sheet(link) | {"capaciteit": "dicht"})
    row.refresh_from_db()
    assert row.capaciteit == "open"
    assert [check.veld for check in row.controles.all()] == ["telefoon"]


def test_a_fault_is_said_and_the_link_works_on(row, link):
    answer = Client().post(link, sheet(link) | {f"{of_wait(row)}-tot": "veel"})
    assert answer.status_code == 422
    assert "Vul een aantal weken in" in text_of(answer)
    assert not row.controles.exists()
    assert Client().post(link, sheet(link)).status_code == 200


def test_used_twice_it_says_so_and_does_nothing(row, link):
    form = sheet(link)
    Client().post(link, form)
    answer = Client().post(link, form | {f"{of_wait(row)}-tot": "20"})
    assert answer.status_code == 404
    assert "al gebruikt" in text_of(answer)
    assert row.wachttijden.latest("pk").weken_tot == 5


def test_one_that_is_too_old_says_so(row, link):
    with time_machine.travel(link_day() + timedelta(days=31)):
        assert "te oud" in text_of(Client().get(link))


def link_day():
    return Bevestigingslink.objects.get().gemaakt_op


def test_of_a_place_that_stopped_there_is_nothing_to_confirm(world, row, link):
    row.status, row.gestopt_op = "gestopt", world.today
    row.save()
    assert "is gestopt" in text_of(Client().get(link))


def test_of_a_place_that_is_gone_the_link_is_not_there(row, link):
    row.delete()
    assert Client().get(link).status_code == 404


def test_guessing_slows_down(db):
    codes = [Client().get(f"/bevestig/{n}/").status_code for n in range(33)]
    assert codes[0] == 404
    assert codes[-1] == 429


def test_the_history_says_it_came_by_the_link(world, row, link):
    Client().post(link, sheet(link))
    page = text_of(browser(world.olga).get(f"{HERE}{row.uuid}/geschiedenis/"))
    assert "de eigenaar, via een link in een mail" in page


def test_without_an_address_no_letter_goes(world, row):
    ask(world, row, email="geen adres")
    assert not Bevestigingslink.objects.exists()


def test_asked_twice_one_letter_goes(world, row):
    key = new()
    for _ in range(2):
        ask(world, row, uuid=key)
    assert len(sent()) == 1
