"""Nothing is ever written outside `acting`: a statement that writes while no process role
was taken on fails here, over the main ways through the product."""

import re
import time
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection
from django.test import Client

import pytest
import time_machine

from tests.toegang.people import (
    CODE,
    app_code,
    is_inside,
    knock,
    link_in,
    logged_in,
    secret_of,
    sent,
)
from tests.world import PASSWORD
from toegang.choices import Soort

WRITES = re.compile(
    r"\s*(INSERT|UPDATE|DELETE|TRUNCATE|MERGE|WITH\b.*\bUPDATE)", re.IGNORECASE
)
PROCESSES = {"nk_web", "nk_worker"}


class WrittenByNobody(AssertionError):
    pass


def guard(execute, sql, params, many, context):
    if WRITES.match(sql):
        with context["connection"].connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_user, current_setting('nk.persoon', true),"
                " current_setting('nk.taak', true)"
            )
            who, persoon, taak = cursor.fetchone()
        if who not in PROCESSES:
            raise WrittenByNobody(f"{who}: {sql[:120]}")
        guard.seen.add((sql.split()[0].upper(), bool(persoon), taak or ""))
    return execute(sql, params, many, context)


@contextmanager
def guarded():
    guard.seen = set()
    with connection.execute_wrapper(guard):
        yield guard.seen


def test_the_guard_itself_catches_a_write(world):
    with guarded(), pytest.raises(WrittenByNobody):
        world.noor.save()


def test_getting_in_and_out_by_every_way(world):
    world.role(world.noor, Soort.REGIOBEHEERDER, regio=world.regio)
    with guarded() as seen:
        browser = Client()
        browser.get("/")
        knock(browser, world.noor.email, "fout-wachtwoord")
        knock(browser, world.noor.email)
        for path in ("/vandaag/", "/account/", "/sessies/", "/tweede-stap/"):
            browser.get(path, follow=True)
        browser.post("/rol/", {"rol": "procesbegeleider"})
        browser.get("/tweede-stap/app/")
        secret = secret_of(browser)
        browser.post("/tweede-stap/app/", {"code": app_code(secret)})
        browser.post("/uitloggen/")
        knock(browser, world.noor.email)
        browser.post(CODE, {"code": app_code(secret, 1)})
        assert is_inside(browser)
    assert ("INSERT", True, "") in seen  # by the person
    assert ("UPDATE", False, "sessie") in seen  # the session, after the view


def test_a_page_that_is_not_there_and_one_that_is_not_yours(world):
    with guarded():
        browser = logged_in(world.niemand)
        browser.get("/is/er/niet/")
        browser.get(f"/kompas/trajecten/{world.traject.uuid}/")


def test_a_session_that_ends_by_rest_or_by_a_new_password(world):
    with guarded(), time_machine.travel(time.time(), tick=False) as clock:
        browser, other = logged_in(world.noor), logged_in(world.noor)
        clock.shift(120)
        browser.get("/account/")
        browser.post("/wachtwoord/", {"wachtwoord": "een-heel-nieuw-wachtwoord-4"})
        assert not is_inside(other)  # its session is thrown away by Django itself
        clock.shift(4_000)
        assert not is_inside(browser)


def test_a_forgotten_password_and_its_letter(world):
    with guarded():
        Client().post("/wachtwoord/vergeten/", {"email": world.noor.email})
    link = link_in(sent()[-1])
    with guarded():
        Client().post(link, {"wachtwoord": "een-heel-nieuw-wachtwoord-4"})


def test_an_invitation_from_the_command_to_the_first_page(db, capsys):
    with guarded():
        call_command("create_beheerder", "ilse@example.nl", "--regio", "Maas")
        link = "/" + capsys.readouterr().out.split()[0].split("/", 3)[3]
        browser = Client()
        browser.get(link)
        assert browser.post(link, {"wachtwoord": PASSWORD}).status_code == 302
        browser.get("/vandaag/", follow=True)


def test_a_member_takes_part_in_a_round(world):
    ronde = world.new_ronde()
    with guarded():
        browser = logged_in(world.amina)
        browser.get(f"/meedoen/{ronde.code}/")
        browser.post(f"/meedoen/{ronde.code}/", follow=True)
        browser.get("/vandaag/", follow=True)


def test_old_sessions_are_cleared_by_a_job(world):
    logged_in(world.noor)
    with guarded() as seen, time_machine.travel(time.time() + 100_000):
        call_command("clearsessions")
    assert ("DELETE", False, "sessie") in seen
