"""Forty waiting times on one page: what was touched is kept, what was not stays."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

import pytest
from lxml import html

from netwerk.models import Controle, Kaartinstelling, Wachttijd
from tests.netwerk.aanbod.pages import fill, text_of
from tests.toegang.people import log_lines
from tests.world import browser

HERE = "/beheer/wachttijden/"


def wait(row, van=3, tot=5, days=40, fase="aanmeld", doelgroep=""):
    day = timezone.localdate() - timedelta(days=days)
    return Wachttijd.objects.create(
        voorziening=row,
        fase=fase,
        doelgroep=doelgroep,
        weken_van=van,
        weken_tot=tot,
        gemeten_op=day,
        geldig_tot=day + timedelta(days=90),
        methode="verwacht",
        door="Ggz Lindestroom",
    )


@pytest.fixture
def rows(world):
    return [world.voorziening(f"Plek {n}") for n in range(3)]


def form(who):
    page = html.fromstring(browser(who).get(HERE).content)
    return fill(page.xpath("//main//form")[0])


def send(who, **more):
    return browser(who).post(HERE, form(who) | more)


def test_only_what_was_touched_is_measured_and_checked(world, rows):
    old = [wait(row) for row in rows]
    answer = send(world.olga, **{f"m{old[0].uuid}-tot": "7,5"})
    assert answer.status_code == 302
    assert Wachttijd.objects.count() == 4
    new = rows[0].wachttijden.latest("pk")
    assert (new.weken_tot, new.gemeten_op, new.door) == (
        Decimal("7.5"),
        world.today,
        "Ggz Lindestroom",
    )
    assert list(Controle.objects.values_list("voorziening", "veld")) == [
        (rows[0].pk, "wachttijd")
    ]


def test_still_so_is_a_measurement_too(world, rows):
    old = wait(rows[0])
    send(world.olga, **{f"m{old.uuid}-nog": "on"})
    new = rows[0].wachttijden.latest("pk")
    assert (new.weken_van, new.weken_tot) == (3, 5)
    assert new.gemeten_op == world.today


def test_for_whom_and_a_note_are_kept_with_it(world, rows):
    first = f"n{rows[0].uuid}"
    typed = {
        "van": "2",
        "tot": "4",
        "doelgroep": "Jongeren",
        "toelichting": "Na de zomer",
    }
    send(world.olga, **{f"{first}-{name}": value for name, value in typed.items()})
    old = rows[0].wachttijden.get()
    assert (old.doelgroep, old.toelichting) == ("Jongeren", "Na de zomer")
    send(world.olga, **{f"m{old.uuid}-toelichting": "Nu korter"})
    new = rows[0].wachttijden.latest("pk")
    assert (new.doelgroep, new.toelichting) == ("Jongeren", "Nu korter")


def test_another_day_alone_confirms_nothing(world, rows):
    old = wait(rows[0])
    send(world.olga, **{f"m{old.uuid}-gemeten_op": "01-01-2026"})
    assert Wachttijd.objects.count() == 1


def test_a_row_with_a_fault_does_not_take_the_good_ones_along(world, rows):
    old = [wait(row) for row in rows]
    answer = send(
        world.olga,
        **{f"m{old[0].uuid}-tot": "veel", f"m{old[1].uuid}-tot": "9"},
    )
    assert answer.status_code == 422
    page = html.fromstring(answer.content)
    assert page.get_element_by_id(f"id_m{old[0].uuid}-tot").get("value") == "veel"
    assert "Plek 0: Vul een aantal weken in" in text_of(answer)
    assert "Bewaard" in text_of(answer)
    assert rows[1].wachttijden.latest("pk").weken_tot == 9
    assert rows[0].wachttijden.count() == 1


def test_after_a_fault_the_page_can_be_sent_again(world, rows):
    old = [wait(row) for row in rows]
    first = send(world.olga, **{f"m{old[0].uuid}-tot": "2", f"m{old[1].uuid}-tot": "9"})
    again = fill(html.fromstring(first.content).xpath("//main//form")[0])
    kept = rows[1].wachttijden.latest("pk")
    answer = browser(world.olga).post(
        HERE, again | {f"m{old[0].uuid}-tot": "4", f"m{kept.uuid}-tot": "10"}
    )
    assert answer.status_code == 302
    assert rows[0].wachttijden.latest("pk").weken_tot == 4
    assert rows[1].wachttijden.latest("pk").weken_tot == 10


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("tot", "1", "minder dan het eerste getal"),
        ("tot", "-3", "Vul een aantal weken in"),
        ("tot", "999", "langer dan vijf jaar"),
        ("tot", "1,25", "Vul een aantal weken in"),
        ("gemeten_op", "31-02-2026", "Vul een datum in"),
        ("gemeten_op", "01-01-2099", "moet nog komen"),
        ("gemeten_op", "01-01-2020", "Er is al een meting van na deze dag"),
        ("gemeten_op", "", "Vul in wanneer dit gemeten is"),
        ("methode", "gegokt", "Kies iets uit de lijst"),
    ],
)
def test_what_is_wrong_stands_beside_the_row(world, rows, name, value, sentence):
    key = f"m{wait(rows[0]).uuid}"
    more = {f"{key}-nog": "on", f"{key}-{name}": value}
    answer = send(world.olga, **more)
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert Wachttijd.objects.count() == 1


def test_sent_twice_it_is_added_once(world, rows):
    old = wait(rows[0])
    sent = form(world.olga) | {f"m{old.uuid}-nog": "on"}
    for _ in range(2):
        assert browser(world.olga).post(HERE, sent).status_code == 302
    assert Wachttijd.objects.count() == 2


def test_a_first_one_says_what_for(world, rows):
    key = f"n{rows[0].uuid}"
    more = {f"{key}-van": "2", f"{key}-tot": "3", f"{key}-fase": "plaatsing"}
    send(world.olga, **more)
    assert rows[0].wachttijden.get().fase == "plaatsing"


def test_a_second_kind_of_waiting_can_be_added(world, rows):
    wait(rows[0])
    page = browser(world.olga).get(f"{HERE}?erbij={rows[0].uuid}").content.decode()
    assert f'name="n{rows[0].uuid}-van"' in page


def test_what_somebody_measured_meanwhile_does_not_move_the_rows(world, rows):
    old = wait(rows[0])
    sent = form(world.olga) | {f"m{old.uuid}-tot": "8"}
    wait(rows[0], tot=6, days=1)
    assert browser(world.olga).post(HERE, sent).status_code == 302
    assert rows[0].wachttijden.latest("pk").weken_tot == 8


def test_another_s_row_is_left_alone(world, rows):
    other = wait(world.voorziening("Elders", organisatie=world.blik))
    new = world.voorziening("Nieuw", organisatie=world.blik)
    sent = form(world.olga)
    for key in (f"m{other.uuid}", f"n{new.uuid}"):
        sent |= {f"{key}-uuid": key[1:], f"{key}-van": "1", f"{key}-tot": "1"}
        sent |= {f"{key}-gemeten_op": "01-11-2026", f"{key}-methode": "verwacht"}
    browser(world.olga).post(HERE, sent)
    assert Wachttijd.objects.count() == 1


def test_how_long_it_may_be_said_is_the_region_s_choice(world, rows):
    Kaartinstelling.objects.create(regio=world.regio, maanden_wachttijd=1)
    old = wait(rows[0])
    send(world.olga, **{f"m{old.uuid}-nog": "on"})
    new = rows[0].wachttijden.latest("pk")
    assert (new.geldig_tot - new.gemeten_op).days in range(28, 32)


def test_forty_take_as_many_queries_as_three(
    world, rows, django_assert_max_num_queries
):
    counts, page = [], browser(world.olga)
    for number in (0, 37):
        for n in range(number):
            wait(world.voorziening(f"Meer {n}"))
        page.get(HERE)
        with django_assert_max_num_queries(40) as seen:
            page.get(HERE)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_it_is_written_down(world, rows):
    old = wait(rows[0])
    send(world.olga, **{f"m{old.uuid}-nog": "on"})
    assert ("wachttijd", "aanmeld", 0) in log_lines()
