"""A line says who, when, in which role and from where; the one door writes it (T6)."""

from django.db import DatabaseError, connection, transaction

import pytest

from basis.actor import Actor, acting
from logboek import services as logboek
from logboek.services import TwoRegions
from tests.logboek.people import ask, empty, write
from tests.toegang.people import logged_in
from toegang.choices import Soort


@pytest.fixture(autouse=True)
def _an_empty_log(db):
    """Within the test's own transaction: other tests leave lines, for it only grows."""
    empty()


WORDS = {
    "rol": "professional",
    "organisatie": "3",
    "oogmerk": "behandeling",
    "namens": "12",
    "vanaf": "192.0.2.7",
    "ingelogd_met": "password+mfa",
    "spoor": "ab12",
}


def test_the_context_comes_from_the_transaction(today):
    write(
        actor=Actor.person(7, **WORDS), client="client-1", grond="eigen plan", nood=True
    )
    assert ask(
        "SELECT persoon, client, grond, nood, uitkomst, actie, rol, organisatie, oogmerk,"
        " namens, vanaf, ingelogd_met, spoor FROM logboek.regel"
    ) == [("7", "client-1", "eigen plan", True, 0, "R", *WORDS.values())]


def test_the_time_is_that_of_the_database():
    write()
    assert ask("SELECT now() - op < interval '1 minute' FROM logboek.regel") == [
        (True,)
    ]


def test_a_job_says_what_for():
    write(actor=Actor.job("versturen"))
    assert ask("SELECT persoon, taak FROM logboek.regel") == [("", "versturen")]


def test_when_nobody_asks_nothing_is_written():
    with pytest.raises(DatabaseError, match="niemand vraagt dit"):
        write(actor=Actor.person(None))


def test_outside_acting_neither():
    ask("SELECT set_config('nk.taak', '', true)")
    with pytest.raises(DatabaseError, match="niemand vraagt dit"):
        logboek.record(logboek.Actie.READ, "doel")


def test_one_transaction_writes_lines_for_one_region_only():
    def two_regions() -> None:
        with acting(Actor.person(7)):
            logboek.record(logboek.Actie.READ, "doel", regio="peel")
            with acting(Actor.job("versturen")):  # nested: still the same transaction
                logboek.record(logboek.Actie.READ, "doel", regio="maas")

    with pytest.raises(TwoRegions, match="first peel, then maas"):
        two_regions()


def test_a_line_without_a_region_joins_those_that_stand_there():
    with acting(Actor.person(7)):
        logboek.record(logboek.Actie.READ, "doel", regio="peel")
        logboek.record(logboek.Actie.READ, "adres")
    write(regio="")
    found = ask("SELECT regio FROM logboek.regel ORDER BY id")
    assert found == [("peel",), ("peel",), ("platform",)]


def test_the_next_transaction_may_write_for_another_region():
    write("peel")
    write("maas")
    assert len(ask("SELECT 1 FROM logboek.regel")) == 2


@pytest.mark.parametrize("actor", [Actor.person(7), Actor.job("logboek")])
@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM logboek.regel",
        "SELECT * FROM logboek.kop",
        "UPDATE logboek.regel SET client = ''",
        "DELETE FROM logboek.schakel",
        "INSERT INTO logboek.kop VALUES ('x', 1, '')",
        "TRUNCATE logboek.regel",
        "SELECT * FROM logboek.breuken('peel')",
    ],
)
def test_web_can_write_by_the_door_and_do_nothing_else(actor, sql):
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        acting(actor),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_the_reader_reads_and_writes_nothing():
    write()
    with acting(Actor.job("logboek").taking_role("nk_loglezer")):
        assert len(ask("SELECT 1 FROM logboek.regel")) == 1
        for sql in (
            "DELETE FROM logboek.regel",
            "UPDATE logboek.kop SET volgnummer = 0",
        ):
            with pytest.raises(DatabaseError, match="permission"), transaction.atomic():
                ask(sql)


def test_a_setting_cannot_be_faked_by_an_argument():
    """Who asks is no argument of the function."""
    arguments = ask("SELECT pg_get_function_arguments('logboek.schrijf'::regproc)")[0][
        0
    ]
    assert "persoon" not in arguments
    assert "rol" not in arguments


# --- what a request writes ----------------------------------------------------------------


def test_a_page_that_is_not_yours_is_a_refusal_with_the_whole_context(world):
    browser = logged_in(world.niemand)
    browser.get(f"/kompas/trajecten/{world.elders_traject.uuid}/")
    line = ask(
        "SELECT persoon, object_soort, object_id, onderdeel, uitkomst, vanaf, ingelogd_met,"
        " length(spoor) FROM logboek.regel ORDER BY id DESC LIMIT 1"
    )
    assert line == [
        (
            str(world.niemand.pk),
            "adres",
            f"traject:{world.elders_traject.uuid}",
            "",
            4,
            "127.0.0.1",
            "password",
            32,
        )
    ]


def test_the_active_role_and_its_organisation_stand_in_it(world):
    world.role(world.niemand, Soort.PROFESSIONAL, organisatie=world.ggz)
    browser = logged_in(world.niemand)
    browser.get(f"/kompas/trajecten/{world.traject.uuid}/")
    line = ask("SELECT rol, organisatie FROM logboek.regel ORDER BY id DESC LIMIT 1")
    assert line == [("professional", str(world.ggz.pk))]


def test_a_visitor_leaves_no_line(world, client):
    client.get("/is/er/niet/")
    client.get(f"/kompas/trajecten/{world.traject.uuid}/")
    assert ask("SELECT 1 FROM logboek.regel") == []


def test_a_page_of_participants_leaves_no_line(world):
    ronde = world.new_ronde()
    browser = logged_in(world.amina)
    before = len(ask("SELECT 1 FROM logboek.regel"))
    browser.post(f"/meedoen/{ronde.code}/", follow=True)
    browser.get("/meedoen/ZZZZZZ/")
    assert len(ask("SELECT 1 FROM logboek.regel")) == before
