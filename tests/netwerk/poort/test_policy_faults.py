"""What somebody could leave out of the walls round a plan is seen: each fault of faults.py is
seeded, and the check that it names fails; without a fault all of them hold."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection, transaction

import pytest
import time_machine

from tests.netwerk.poort import probe
from tests.netwerk.poort.around import NOON, Around
from tests.netwerk.poort.battery import BATTERY, everybody
from tests.netwerk.poort.faults import FAULTS, Fault

pytestmark = pytest.mark.django_db
MANY = 40
SEEN = (AssertionError, pytest.fail.Exception)


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker) -> Iterator[Around]:
    """In a transaction of its own: that of a test is a savepoint in it."""
    with django_db_blocker.unblock(), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('nk.taak', 'proefdata', true)")
        with time_machine.travel(NOON, tick=False):
            around = everybody()
            probe.prepare()
            connection.check_constraints()  # else a table cannot be altered any more
            yield around
        transaction.set_rollback(True)


def test_there_are_many_faults_and_each_has_a_name_of_its_own():
    assert len({one.naam for one in FAULTS}) == len(FAULTS) >= MANY
    assert {one.caught_by for one in FAULTS} <= set(BATTERY)


def test_every_table_with_walls_is_looked_at():
    """A new one comes in TABLES, with who it shows to, or has tests of its own."""
    walled = probe.ask("SELECT relname FROM pg_class WHERE relrowsecurity")
    assert {table for (table,) in walled} == {*probe.TABLES, *probe.ELSEWHERE}


@pytest.mark.parametrize("check", BATTERY)
def test_without_a_fault_every_check_holds(standing, check):
    BATTERY[check](standing, "")


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_is_seen(standing, fault: Fault, monkeypatch):
    fault.seed(monkeypatch)
    with pytest.raises(SEEN):
        BATTERY[fault.caught_by](standing, fault.near)
