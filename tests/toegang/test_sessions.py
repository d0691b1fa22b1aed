"""Where somebody is logged in, and logging out elsewhere."""

from django.test import Client

import pytest

from tests.toegang.people import is_inside, log_lines, logged_in
from toegang.selectors.sessions import name_of

PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15"
    " (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"
)


@pytest.fixture
def two(world):
    """Noor on a phone and on a computer."""
    phone = logged_in(world.noor, HTTP_USER_AGENT=PHONE)
    return phone, logged_in(
        world.noor, HTTP_USER_AGENT="Mozilla/5.0 (Windows) Firefox/9"
    )


def rows(browser: Client) -> list:
    return browser.get("/sessies/").context["apparaten"]


def test_each_device_stands_there_once_this_one_first(two):
    found = rows(two[1])
    assert [(one.naam, one.hier) for one in found] == [
        ("Firefox op een computer met Windows", True),
        ("Safari op een iPhone", False),
    ]


def test_one_device_is_logged_out(two):
    phone, computer = two
    computer.post("/sessies/", {"sessie": rows(computer)[1].pk})
    assert not is_inside(phone)
    assert is_inside(computer)


def test_all_others_are_logged_out(world, two):
    third = logged_in(world.noor)
    third.post("/sessies/")
    assert [is_inside(one) for one in (*two, third)] == [False, False, True]


@pytest.mark.parametrize("sessie", ["0", "abc", "٣", "9" * 30, "\0"])
def test_a_strange_number_logs_nobody_out(two, sessie):
    assert two[0].post("/sessies/", {"sessie": sessie}).status_code == 302
    assert all(is_inside(one) for one in two)


def test_somebody_elses_session_is_not_there(world, two):
    other = logged_in(world.wim)
    pk = rows(other)[0].pk
    two[0].post("/sessies/", {"sessie": pk})
    assert is_inside(other)


def test_it_is_written_down(two):
    two[1].post("/sessies/")
    assert ("sessie", "", 0) in log_lines()


@pytest.mark.parametrize("address", ["onbekend", "", "1.2.3.4:5", "fe80::1%eth0"])
def test_a_strange_address_breaks_nothing(world, address):
    assert is_inside(logged_in(world.noor, REMOTE_ADDR=address))


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (PHONE, "Safari op een iPhone"),
        ("", "Een browser op een ander apparaat"),
        ("Mozilla/5.0 (X11; Linux) Chrome/1 Edg/1", "Edge op een computer met Linux"),
        ("\0😀" * 100, "Een browser op een ander apparaat"),
    ],
)
def test_a_device_has_the_name_people_give_it(user_agent, name):
    assert name_of(user_agent) == name
