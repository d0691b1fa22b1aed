"""Lines are chained by hash per region, the link made at COMMIT; what is changed behind its
back is named (T6)."""

import threading

from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

import pytest

from basis.actor import Actor, acting
from logboek import services as logboek
from tests.logboek.people import ask, breaks, links, tampering, write

pytestmark = pytest.mark.usefixtures("chain")

SLIP_IN = """
    INSERT INTO logboek.regel (regio, op, actie, uitkomst, persoon, taak, rol, organisatie,
      namens, oogmerk, client, object_soort, object_id, onderdeel, grond, nood, vanaf,
      ingelogd_met, spoor)
    SELECT regio, op, actie, uitkomst, persoon, taak, rol, organisatie, namens, oogmerk,
      client, object_soort, object_id, onderdeel, grond, nood, vanaf, ingelogd_met, spoor
    FROM logboek.regel LIMIT 1
"""


def number_of(nth: int) -> int:
    return ask("SELECT id FROM logboek.regel ORDER BY id OFFSET %s LIMIT 1", nth - 1)[
        0
    ][0]


def test_a_line_is_linked_at_commit_and_not_before():
    with acting(Actor.person(7)):
        logboek.record(logboek.Actie.READ, "doel", regio="peel")
        with acting(Actor.job("logboek").taking_role("nk_loglezer")):
            assert links() == 0
    assert links() == 1


def test_after_a_rollback_there_is_no_line_and_no_link():
    def a_page_that_breaks() -> None:
        with acting(Actor.person(7)):
            logboek.record(logboek.Actie.READ, "doel", regio="peel")
            raise ValueError("stuk")

    with pytest.raises(ValueError, match="stuk"):
        a_page_that_breaks()
    assert links() == 0
    assert ask("SELECT 1 FROM logboek.regel") == []


def test_regions_have_chains_of_their_own():
    for regio in ("peel", "maas", "peel"):
        write(regio)
    assert (links("peel"), links("maas")) == (2, 1)
    assert breaks("peel") == breaks("maas") == []


def test_many_at_once_make_one_chain_without_a_hole():
    def page() -> None:
        try:
            for _ in range(5):
                write()
        finally:
            connection.close()

    threads = [threading.Thread(target=page) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert links() == 40
    assert breaks() == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE logboek.regel SET client = ''",
        "DELETE FROM logboek.regel",
        "DELETE FROM logboek.schakel",
        "TRUNCATE logboek.schakel",
        "TRUNCATE logboek.regel CASCADE",
    ],
)
def test_it_only_grows_for_the_owner_too(sql):
    write()
    with (
        pytest.raises(DatabaseError, match="het logboek groeit alleen"),
        transaction.atomic(),
    ):
        ask(sql)
    assert links() == 1


def check(capsys) -> tuple[int, str]:
    """Exit status of the command, and what it says."""
    status = 0
    try:
        call_command("check_logboek")
    except SystemExit as end:
        status = int(end.code or 0)
    said = capsys.readouterr()
    return status, said.out + said.err


def test_a_chain_that_holds(capsys):
    write(times=3)
    assert check(capsys) == (
        0,
        "De keten klopt voor 1 regio's. Er is geen getuigenbestand.\n",
    )


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        (
            ["UPDATE logboek.regel SET client = 'x' WHERE id = {2}"],
            "regel 2: inhoud klopt niet",
        ),
        (
            [
                "DELETE FROM logboek.schakel WHERE regel_id = {2}",
                "DELETE FROM logboek.regel WHERE id = {2}",
            ],
            "regel 2: schakel ontbreekt",
        ),
        (
            ["DELETE FROM logboek.schakel WHERE volgnummer > 3"],
            "regel 4: staart ontbreekt",
        ),
        (
            [
                "ALTER TABLE logboek.schakel DROP CONSTRAINT schakel_regel_id_key",
                "UPDATE logboek.schakel SET regel_id = CASE regel_id WHEN {1} THEN {2}"
                " ELSE {1} END WHERE regel_id IN ({1}, {2})",
                "ALTER TABLE logboek.schakel ADD UNIQUE (regel_id)",
            ],
            "regel 1: inhoud klopt niet",
        ),
        (
            [
                "ALTER TABLE logboek.regel DISABLE TRIGGER keten",
                SLIP_IN,
                "ALTER TABLE logboek.regel ENABLE TRIGGER keten",
            ],
            "zonder schakel",
        ),
        (["UPDATE logboek.kop SET volgnummer = 3"], "staart ontbreekt"),
        (["DELETE FROM logboek.kop"], "staart ontbreekt"),
    ],
    ids=[
        "edited",
        "deleted",
        "cut",
        "swapped",
        "slipped in",
        "head moved",
        "head gone",
    ],
)
def test_what_is_changed_behind_its_back_is_named(capsys, statements, said):
    for _ in range(5):
        write()
    ids = {n: number_of(n) for n in (1, 2)}
    with tampering():
        for sql in statements:
            ask(sql.format(None, ids[1], ids[2]))
    status, text = check(capsys)
    assert status == 1
    assert said in text
    assert text.startswith("Regio peel: ")


def test_fields_that_run_together_are_told_apart():
    """('ab', 'c') and ('a', 'bc') have another hash."""
    write(client="ab", grond="c")
    write(client="a", grond="bc")
    hashes = ask("SELECT sha256(logboek.canoniek(r)) FROM logboek.regel r")
    assert len({bytes(row[0]) for row in hashes}) == 2
