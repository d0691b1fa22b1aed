"""Who leaves loses access at the next request, and the last beheerder stays."""

import threading
from datetime import date, timedelta

from django.db import connection

import pytest
from hypothesis import given, strategies as st

from tests.toegang.beheer.people import end, nowhere
from tests.toegang.people import log_lines
from tests.world import browser
from toegang.choices import Soort
from toegang.models import Rol
from toegang.roles import roles_of
from toegang.rules.vertrek import Periode, leaves_nobody

BEGIN = date(2026, 1, 1)


@pytest.fixture
def older(world):
    """Every role began some time ago."""
    Rol.objects.update(van=world.today - timedelta(days=90))
    return world


def mine(who) -> Rol:
    return who.rollen.get()


def second(world) -> Rol:
    return world.role(world.niemand, Soort.ORGANISATIEBEHEERDER, organisatie=world.ggz)


def test_whoever_leaves_is_out_at_the_next_request(older):
    second(older)
    page = browser(older.olga)
    assert page.get("/beheer/mensen/").status_code == 200
    end(older.teun, mine(older.olga))
    assert page.get("/beheer/mensen/").status_code == 404
    assert roles_of(older.olga) == []
    assert mine(older.olga).tot == older.today - timedelta(days=1)


def test_a_role_of_today_is_taken_back_altogether(world):
    end(world.olga, mine(world.petra))
    assert not world.petra.rollen.exists()


def test_the_last_one_cannot_leave_and_hears_what_to_do(older):
    answer = end(older.olga, mine(older.olga))
    assert answer.status_code == 422
    assert "Nodig eerst iemand anders uit" in answer.content.decode()
    assert roles_of(older.olga) != []


@pytest.mark.parametrize(("who", "by"), [("teun", "teun"), ("pim", "pim")])
def test_nor_the_last_one_of_a_region_or_of_the_platform(older, who, by):
    assert end(getattr(older, by), mine(getattr(older, who))).status_code == 422


def test_nor_can_somebody_above_take_the_last_one_away(older):
    assert end(older.teun, mine(older.olga)).status_code == 422
    assert end(older.pim, mine(older.teun)).status_code == 422


def test_nor_can_the_last_one_get_an_end(older):
    rol = mine(older.olga)
    day = (older.today + timedelta(days=30)).strftime("%d-%m-%Y")
    answer = browser(older.olga).post(f"/beheer/rollen/{rol.uuid}/", {"tot": day})
    assert answer.status_code == 422
    assert "laatste beheerder" in answer.content.decode()


def test_who_was_only_asked_or_has_a_closed_account_does_not_count(older):
    Rol.objects.create(
        soort=Soort.ORGANISATIEBEHEERDER, organisatie=older.ggz, van=older.today
    )
    second(older)
    older.niemand.is_active = False
    older.niemand.save()
    assert end(older.olga, mine(older.olga)).status_code == 422


def test_of_an_organisation_that_stopped_everybody_may_leave(older):
    older.ggz.gestopt_op = older.today
    older.ggz.save()
    assert end(older.teun, mine(older.olga)).status_code == 302


def test_an_end_can_be_put_off_but_what_is_over_stays_over(older):
    rol = mine(older.petra)
    address = f"/beheer/rollen/{rol.uuid}/"
    later = older.today + timedelta(days=9)
    browser(older.olga).post(address, {"tot": later.strftime("%d-%m-%Y")})
    rol.refresh_from_db()
    assert rol.tot == later
    rol.tot = older.today - timedelta(days=1)
    rol.save()
    assert browser(older.olga).post(address, {"tot": ""}).status_code == 404
    assert "Deze rol was er van" in browser(older.olga).get(address).content.decode()


def test_a_role_that_is_not_yours_to_end_and_one_that_is_not_there_look_the_same(older):
    answers = [
        browser(older.oscar).get(f"/beheer/rollen/{uuid}/")
        for uuid in (mine(older.petra).uuid, nowhere())
    ]
    assert answers[0].content == answers[1].content
    assert end(older.oscar, mine(older.petra)).status_code == 404
    assert roles_of(older.petra) != []


def test_it_is_written_down(older):
    end(older.olga, mine(older.petra))
    assert ("rol", "professional", 0) in log_lines()


@pytest.mark.django_db(transaction=True)
def test_two_who_leave_at_the_same_moment_leave_one(world):
    Rol.objects.update(van=world.today - timedelta(days=90))
    roles = [mine(world.olga), second(world)]
    Rol.objects.update(van=world.today - timedelta(days=90))
    together, answers = threading.Barrier(2), []

    def go(rol) -> None:
        page = browser(world.teun)
        together.wait(20)
        try:
            answers.append(page.post(f"/beheer/rollen/{rol.uuid}/einde/").status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=go, args=[rol]) for rol in roles]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(answers) == [302, 422]
    left = Rol.objects.on(world.today).filter(organisatie=world.ggz)
    assert left.filter(soort=Soort.ORGANISATIEBEHEERDER).count() == 1


# --- the rule -------------------------------------------------------------------------

DAYS = st.integers(0, 30).map(lambda n: BEGIN + timedelta(days=n))


@st.composite
def periods(draw):
    van = draw(DAYS)
    tot = draw(st.none() | st.integers(0, 30))
    return Periode(van, None if tot is None else van + timedelta(days=tot))


@given(periods(), st.lists(periods(), max_size=4), DAYS)
def test_a_place_is_left_alone_only_on_a_day_that_nobody_else_has(own, others, last):
    far = BEGIN + timedelta(days=200)
    days = [last + timedelta(days=n) for n in range(1, (far - last).days)]
    alone = any(own.holds(d) and not any(o.holds(d) for o in others) for d in days)
    # beyond the horizon only periods without an end hold: those of the last day seen
    assert leaves_nobody(own, others, last) is alone_from_first(
        own, others, last, alone
    )


def alone_from_first(own, others, last, alone) -> bool:
    """Somebody who is not there on the first day after takes nothing away."""
    return alone if own.holds(last + timedelta(days=1)) else False
