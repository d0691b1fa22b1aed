"""Who asks is told to the database per transaction, and put back."""

from django.db import connection, connections

import pytest

from basis.actor import Actor, acting, current

pytestmark = pytest.mark.django_db


def told() -> tuple[str, str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, coalesce(current_setting('nk.persoon', true), ''),"
            " coalesce(current_setting('nk.taak', true), '')"
        )
        return cursor.fetchone()


def test_a_person_asks_as_nk_web():
    with acting(Actor.person(7)):
        assert told() == ("nk_web", "7", "")


def test_after_a_nested_block_the_database_knows_the_first_again():
    with acting(Actor.person(7)):
        with acting(Actor.job("versturen")):
            assert told() == ("nk_web", "", "versturen")
        assert told() == ("nk_web", "7", "")
    assert current() == Actor()
    assert told()[2] == "proefdata"


def test_after_a_failed_block_too():
    with pytest.raises(ValueError, match="stuk"), acting(Actor.person(7)):
        raise ValueError("stuk")
    assert told()[0] == "nk_owner"


def test_after_a_commit_the_connection_knows_nobody():
    """On a connection outside the transaction of this test: what was told for longer than a
    transaction would go to whoever gets the connection next."""
    ours = connections["default"]
    other = connections["default"] = ours.copy()
    try:
        with acting(Actor.person(7, rol="client")):
            pass
        assert told() == ("nk_owner", "", "")
        assert connection.connection is not ours.connection
    finally:
        connections["default"] = ours
        other.close()


def test_a_job_says_what_for():
    with pytest.raises(ValueError, match="what for"):
        Actor.job("")


def test_headers_carry_the_person_and_not_the_database_role():
    actor = Actor.person(7, rol="procesbegeleider", spoor="ab").taking_role(
        "nk_rapport"
    )
    assert Actor.from_headers(actor.as_headers()) == Actor.person(
        7, rol="procesbegeleider", spoor="ab"
    )
