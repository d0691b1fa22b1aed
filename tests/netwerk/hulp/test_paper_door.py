"""A PDF costs half a second of a processor: who asks for very many has to wait."""

import time

from django.urls import reverse

import pytest
import time_machine
from redis.exceptions import ConnectionError as RedisAway

from basis.doors import Limit
from netwerk.views import papier
from tests.world import browser

ROOM = {"REMOTE_ADDR": "192.0.2.7"}
SEARCH = "/sociale-kaart/lijst.pdf?q="  # nothing is asked: no PDF is made


@pytest.fixture
def clock(world):
    with time_machine.travel(time.time(), tick=False) as traveller:
        yield traveller


@pytest.fixture
def narrow(monkeypatch):
    monkeypatch.setitem(papier.PAPER.limits, "address", Limit(2))


def answer(path=SEARCH, **who):
    return browser().get(path, **ROOM | who)


def test_a_room_of_250_phones_gets_its_paper(clock):
    who = {"address": ROOM["REMOTE_ADDR"]}
    for _ in range(499):
        papier.PAPER.wrong(**who)
    assert answer().status_code == 302


def test_after_very_many_it_waits_says_how_long_and_where_the_page_is(clock, narrow):
    assert [answer().status_code for _ in range(3)] == [302, 302, 302]
    later = answer()
    assert later.status_code == 429
    text = later.content.decode()
    assert f"Over {later['Retry-After']} seconden kan het weer" in text
    assert 'href="/sociale-kaart/?q="' in text
    assert answer(REMOTE_ADDR="192.0.2.8").status_code == 302
    clock.shift(int(later["Retry-After"]) + 1)
    assert answer().status_code == 302


def test_all_paper_for_everybody_goes_through_this_door(world, clock, narrow):
    row = world.voorziening("Inloop")
    slug = world.regio.slug
    for path in (
        reverse("voorziening_pdf", args=[row.slug]),
        reverse("hulp_nu_pdf", args=[slug]),
        reverse("zorgen_blad_pdf", args=[slug, "regio"]),
        reverse("zorgen_soort_pdf", args=[slug, "regio", "zelfzorg"]),
        reverse("voor_naasten_pdf"),
    ):
        for _ in range(3):
            papier.PAPER.wrong(address=ROOM["REMOTE_ADDR"])
        later = answer(path)
        assert later.status_code == 429, path
        page = path.removesuffix("pdf/")
        assert f'href="{page}"' in later.content.decode()


def test_without_redis_nothing_is_counted(clock, monkeypatch):
    def away(**_who):
        raise RedisAway

    monkeypatch.setattr(papier.PAPER, "check", away)
    assert answer().status_code == 302
