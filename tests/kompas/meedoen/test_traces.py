"""Taking part and answering leave no trace beside the rows of the round themselves.

No line in the log with a person and a time, no session that decodes to a ballot, no
address, nothing that an ordinary page would write about who asks.
"""

import json
import logging

from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.urls import reverse

import pytest
from allauth.usersessions.models import UserSession

from kompas.models import Deelname, Stembriefje
from tests.world import browser

from .people import device, joined, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def ronde(world):
    return world.new_ronde(code="KV73MP")


def lines() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM logboek.regel")
        return cursor.fetchone()[0]


def take_part(phone, ronde) -> None:
    """All that a participant does, and what is refused."""
    phone.get(reverse("meedoen_kaarten", args=[ronde.code]))
    send(phone, ronde)
    send(phone, ronde, how="htmx", versie=2, keuze="2")
    send(phone, ronde, kaart="organisaties")
    phone.post(reverse("meedoen_afronden", args=[ronde.code, "visie"]))
    phone.get(f"/meedoen/{ronde.code}/kaart/bestaat-niet/")
    phone.get("/meedoen/WN5VX8/")


@pytest.fixture
def spoken(caplog):
    """What our processes write, while a test runs."""
    caplog.set_level(logging.DEBUG)
    return caplog


def test_no_line_is_written_for_a_guest_or_a_member(world, ronde, spoken):
    phone, amina = joined(ronde), browser(world.amina)
    amina.post(reverse("meedoen_ronde", args=[ronde.code]))
    before = lines()
    spoken.clear()
    for who in (phone, amina):
        take_part(who, ronde)
    assert lines() == before
    assert [record.getMessage() for record in spoken.records] == []


def test_a_form_without_its_token_is_refused_without_a_line(ronde, spoken):
    phone = joined(ronde)
    strict = device(enforce_csrf_checks=True)
    strict.cookies = phone.cookies
    spoken.clear()
    assert send(strict, ronde).status_code == 403
    assert [record.getMessage() for record in spoken.records] == []


def test_sessions_know_nothing_of_the_round(world, ronde):
    amina = browser(world.amina)
    before = {row.pk: row.get_decoded() for row in Session.objects.all()}
    amina.post(reverse("meedoen_ronde", args=[ronde.code]))
    take_part(amina, ronde)
    take_part(joined(ronde), ronde)
    assert {row.pk: row.get_decoded() for row in Session.objects.all()} == before
    assert not UserSession.objects.filter(data__icontains="meedoen").exists()


def test_the_cache_keeps_wrong_tries_only(ronde):
    phone = joined(ronde)
    take_part(phone, ronde)
    kept = json.dumps([str(key) for key in cache._cache])
    assert "deur:meedoen:fout" in kept
    assert ronde.code not in kept


def test_the_database_is_not_told_who_asks(world, ronde):
    """So a line in the log can not even be written by mistake."""
    amina = browser(world.amina)
    amina.post(reverse("meedoen_ronde", args=[ronde.code]))
    told = []

    def listen(execute, sql, params, many, context):
        if "set_config" in sql and params:
            told.append(params)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        send(amina, ronde)
    # day and time of the request say nothing of who asks
    role, persoon, _day, _now, *words = told[0]
    assert (role, persoon, set(words)) == ("nk_web", "", {""})


def test_what_the_device_keeps_stands_on_neither_side(ronde):
    phone = joined(ronde)
    secret = phone.cookies["meedoen-KV73MP"].value
    tables = [Deelname.objects.values(), Stembriefje.objects.values()]
    kept = {str(value) for rows in tables for row in rows for value in row.values()}
    assert secret not in kept
    assert secret.partition(".")[2] not in kept


def test_a_ballot_has_no_column_for_a_person_or_a_time():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " WHERE table_name IN ('kompas_stembriefje', 'kompas_stellingantwoord',"
            " 'kompas_openantwoord', 'kompas_inventarisantwoord', 'kompas_deelname')"
        )
        columns = cursor.fetchall()
    times = {(t, c) for t, c, kind in columns if "time" in kind or kind == "date"}
    # the one time is the facilitator's, who hid a remark
    assert times == {("kompas_stellingantwoord", "verborgen_op")}
    persons = {(t, c) for t, c, _ in columns if "gebruiker" in c or "door" in c}
    assert persons == {
        ("kompas_deelname", "gebruiker_id"),
        ("kompas_stellingantwoord", "verborgen_door_id"),
    }
