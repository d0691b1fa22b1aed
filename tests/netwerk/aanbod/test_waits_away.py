"""A wait that was typed wrongly, or is not there any more, is taken away."""

from datetime import timedelta

from django.utils import timezone

import pytest
from lxml import html

from netwerk.choices import Controleveld, Eindereden
from netwerk.models import Controle, Wachteinde, Wachttijd
from netwerk.rules.datum import datum
from netwerk.selectors.geschiedenis import Verschil
from netwerk.selectors.wachttijden import waits_of
from tests.netwerk.aanbod.pages import fill, text_of
from tests.netwerk.aanbod.test_waits import HERE, form, send, wait
from tests.netwerk.voorziening.pages import words
from tests.toegang.people import log_lines
from tests.world import browser

WRONG, ENDED = Eindereden.VERGISSING.value, Eindereden.VERVALLEN.value


@pytest.fixture
def row(world):
    return world.voorziening("Plek")


def take_away(who, meting, reden=WRONG, **more):
    return send(who, **{f"m{meting.uuid}-weg": reden}, **more)


def told(who, row) -> list[tuple[str, Verschil]]:
    page = browser(who).get(f"/beheer/aanbod/{row.uuid}/geschiedenis/")
    return [
        (act.wie, said) for act in page.context["bladen"] for said in act.verschillen
    ]


def test_it_goes_with_what_was_measured_before_and_the_others_stay(world, row):
    stays = wait(row)
    wait(row, days=60, doelgroep="jongern")
    wrong = wait(row, 10, 12, doelgroep="jongern")
    answer = take_away(world.olga, wrong)
    assert answer.status_code == 302
    assert list(row.wachttijden.all()) == [stays]
    assert "jongern" not in words(row)
    assert ("wachttijd", "aanmeld", 0) in log_lines()


def test_it_is_said_and_how_to_undo_it(world, row):
    meting = wait(row)
    sent = form(world.olga) | {f"m{meting.uuid}-weg": WRONG}
    said = text_of(browser(world.olga).post(HERE, sent, follow=True))
    assert "Weggehaald: 1 wachttijd (Plek, Eerste gesprek)." in said
    assert "Vul hem dan opnieuw in." in said
    assert "Nog geen meting" in said


def test_typed_again_it_is_there_again_also_with_an_earlier_day(world, row):
    take_away(world.olga, wait(row, days=3))
    key, day = f"n{row.uuid}", world.today - timedelta(days=90)
    more = {"van": "2", "tot": "4", "gemeten_op": day.strftime("%d-%m-%Y")}
    send(world.olga, **{f"{key}-{name}": value for name, value in more.items()})
    (found,) = waits_of(row, world.today)
    assert (found.tot, found.gemeten_op) == (4, day)


def test_the_history_says_who_when_what_and_why_and_keeps_who_measured(world, row):
    wrong = wait(row, 10, 12, doelgroep="jongern")
    was = f"10 tot 12 weken, gemeten op {datum(wrong.gemeten_op)}"
    name = "Wachttijd, eerste gesprek, jongern"
    take_away(world.teun, wrong, ENDED)
    away = Verschil(name, was, "weggehaald. Deze groep of stap is er niet meer")
    measured = Verschil(name, "", was)
    assert told(world.olga, row)[:2] == [
        ("Teun", away),
        ("Ggz Lindestroom", measured),
    ]
    assert "Deze groep of stap is er niet meer" in text_of(
        browser(world.olga).get(f"/beheer/aanbod/{row.uuid}/geschiedenis/")
    )


def test_sent_twice_it_is_said_once(world, row):
    meting = wait(row)
    sent = form(world.olga) | {f"m{meting.uuid}-weg": WRONG}
    for _ in range(2):
        assert browser(world.olga).post(HERE, sent).status_code == 302
    assert Wachteinde.objects.count() == 1


def test_a_form_of_before_does_not_bring_it_back(world, row):
    """Sent before it was taken away, and once more by the Back button."""
    meting = wait(row)
    still = form(world.olga) | {f"m{meting.uuid}-nog": "on"}
    browser(world.olga).post(HERE, still)
    take_away(world.olga, row.wachttijden.latest("pk"))
    answer = browser(world.olga).post(HERE, still)
    assert answer.status_code == 422
    assert "Iemand anders haalde deze wachttijd weg" in text_of(answer)
    assert not row.wachttijden.exists()


def test_a_first_row_of_before_with_a_fault_beside_it_does_not_either(world, row):
    other = wait(world.voorziening("Ander"))
    first = {"van": "2", "tot": "4"}
    more = {f"n{row.uuid}-{name}": value for name, value in first.items()}
    sent = form(world.olga) | more | {f"m{other.uuid}-tot": "veel"}
    assert "Bewaard" in text_of(browser(world.olga).post(HERE, sent))
    take_away(world.olga, row.wachttijden.get())
    answer = browser(world.olga).post(HERE, sent)
    assert answer.status_code == 422
    assert "Nog geen meting" in text_of(answer)
    assert not row.wachttijden.exists()


def test_what_somebody_measured_meanwhile_stays_and_is_said(world, row):
    meting = wait(row)
    sent = form(world.olga) | {f"m{meting.uuid}-weg": WRONG}
    new = wait(row, tot=8, days=1)
    said = text_of(browser(world.olga).post(HERE, sent, follow=True))
    assert "Niet weggehaald bij Plek: iemand heeft intussen opnieuw gemeten." in said
    assert waits_of(row, world.today)[0].tot == new.weken_tot
    assert not Wachteinde.objects.exists()


@pytest.mark.parametrize("also", [{"nog": "on"}, {"tot": "9"}, {"toelichting": "Kort"}])
def test_away_and_changed_do_not_go_together(world, row, also):
    meting = wait(row)
    more = {f"m{meting.uuid}-{name}": value for name, value in also.items()}
    answer = take_away(world.olga, meting, **more)
    assert answer.status_code == 422
    assert "Kies een van de twee" in text_of(answer)
    assert list(row.wachttijden.all()) == [meting]


def test_a_reason_that_is_none_of_ours_takes_nothing_away(world, row):
    meting = wait(row)
    answer = take_away(world.olga, meting, "zomaar")
    assert answer.status_code == 422
    assert "Kies iets uit de lijst" in text_of(answer)
    assert row.wachttijden.exists()


def test_one_that_goes_does_not_wait_for_a_fault_in_another(world, row):
    wrong, gone = wait(row), wait(world.voorziening("Ander"))
    answer = take_away(world.olga, gone, **{f"m{wrong.uuid}-tot": "veel"})
    assert answer.status_code == 422
    assert "Weggehaald: 1 wachttijd (Ander, Eerste gesprek)." in text_of(answer)
    assert list(Wachttijd.objects.all()) == [wrong]
    again = fill(html.fromstring(answer.content).xpath("//main//form")[0])
    assert f"m{gone.uuid}-uuid" not in again


def test_another_s_wait_stays(world, row):
    wait(row)
    other = wait(world.voorziening("Elders", organisatie=world.blik))
    key = f"m{other.uuid}"
    send(world.olga, **{f"{key}-uuid": str(other.uuid), f"{key}-weg": WRONG})
    assert list(other.voorziening.wachttijden.all()) == [other]


def test_a_first_row_has_nothing_to_take_away(world, row):
    assert f"n{row.uuid}-weg" not in form(world.olga)


# --- when it was looked at


def looked(row):
    return Controle.objects.filter(voorziening=row, veld=Controleveld.WACHTTIJD)


def test_the_look_at_what_went_does_not_make_what_stays_fresh(world, row):
    old = wait(row, days=200)
    send(
        world.olga,
        **{f"m{old.uuid}-nog": "on", f"m{old.uuid}-gemeten_op": _typed(world, 190)},
    )
    key = f"n{row.uuid}"
    more = {"van": "2", "tot": "4", "doelgroep": "jongern"}
    address = f"{HERE}?erbij={row.uuid}"
    page = html.fromstring(browser(world.olga).get(address).content)
    sent = fill(page.xpath("//main//form")[0])
    sent |= {f"{key}-{name}": value for name, value in more.items()}
    browser(world.olga).post(address, sent)
    assert looked(row).get().gecontroleerd_op == world.today
    take_away(world.olga, row.wachttijden.get(doelgroep="jongern"))
    assert looked(row).get().gecontroleerd_op == world.today - timedelta(days=190)
    looks = [said for _, said in told(world.olga, row) if said.wat == "Nagekeken"]
    assert len(looks) == 2  # of the two measurements; nobody looked at it just now


def _typed(world, days: int) -> str:
    return (world.today - timedelta(days=days)).strftime("%d-%m-%Y")


def test_where_nothing_stays_nothing_was_looked_at(world, row):
    meting = wait(row)
    send(world.olga, **{f"m{meting.uuid}-nog": "on"})
    take_away(world.olga, row.wachttijden.latest("pk"))
    assert not looked(row).exists()
    assert "Nog geen wachttijd gemeten" in text_of(
        browser(world.olga).get(f"/beheer/aanbod/{row.uuid}/")
    )


def test_a_later_look_stays(world, row):
    meting = wait(row)
    Controle.objects.create(
        voorziening=row, veld="wachttijd", gecontroleerd_op=timezone.localdate()
    )
    take_away(world.olga, meting)
    assert looked(row).get().gecontroleerd_op == world.today


def test_how_much_went_does_not_change_the_number_of_queries(
    world, row, django_assert_max_num_queries
):
    counts = []
    for number in (1, 12):
        for n in range(number):
            take_away(world.olga, wait(row, doelgroep=f"groep {number} {n}"))
        for address in (HERE, f"/beheer/aanbod/{row.uuid}/geschiedenis/"):
            with django_assert_max_num_queries(90) as seen:
                browser(world.olga).get(address)
            counts.append(len(seen))
    assert counts[:2] == counts[2:]
