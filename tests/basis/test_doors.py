"""Doors slow down after wrong tries, per device, account and address, and never lock."""

import time

import time_machine
from hypothesis import given, strategies as st
from redis.exceptions import ConnectionError as RedisAway

from basis.doors import Door, Limit, TooFast

DOOR = Door("proef", device=Limit(3, first_s=10, longest_s=60), address=Limit(50))


def wait_of(**who) -> int:
    try:
        DOOR.check(**who)
    except TooFast as too_fast:
        return too_fast.seconds
    return 0


def test_the_first_wrong_tries_are_free():
    for _ in range(3):
        DOOR.wrong(device="a", address="1.2.3.4")
    assert wait_of(device="a", address="1.2.3.4") == 0


def test_then_the_wait_doubles_and_says_how_long():
    with time_machine.travel(time.time(), tick=False):
        for _ in range(4):
            DOOR.wrong(device="a")
        assert wait_of(device="a") in {10, 11}
        DOOR.wrong(device="a")
        assert wait_of(device="a") in {20, 21}


def test_another_device_behind_the_same_address_gets_in():
    for _ in range(30):
        DOOR.wrong(device="guesser", address="1.2.3.4")
    assert wait_of(device="guesser", address="1.2.3.4") > 0
    assert wait_of(device="right", address="1.2.3.4") == 0


def test_a_guesser_that_throws_its_cookie_away_meets_the_address():
    for n in range(51):
        DOOR.wrong(device=f"new {n}", address="1.2.3.4")
    assert wait_of(device="new 999", address="1.2.3.4") > 0


def test_without_a_key_nothing_is_counted_for_it():
    DOOR.wrong(device="", address="1.2.3.4")
    assert wait_of(device="") == 0


@given(st.integers(0, 10**6))
def test_no_wait_is_longer_than_the_longest(wrong):
    assert 0 <= DOOR.limits["device"].wait_s(wrong) <= 60


def test_who_is_welcome_is_so_for_exactly_that_together():
    DOOR.welcome(address="1.2.3.4", code="KV73MP")
    assert DOOR.welcomes(code="KV73MP", address="1.2.3.4")
    assert not DOOR.welcomes(address="1.2.3.4", code="WN5VX8")
    assert not DOOR.welcomes(address="1.2.3.5", code="KV73MP")


def test_welcoming_somebody_breaks_nothing_when_redis_is_away(monkeypatch):
    class Away:
        def set(self, *_):
            raise RedisAway

    monkeypatch.setattr("basis.doors.cache", Away())
    DOOR.welcome(address="1.2.3.4", code="KV73MP")
