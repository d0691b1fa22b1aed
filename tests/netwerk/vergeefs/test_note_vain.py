"""A search that found nothing is counted, and nobody can tell who searched."""

import hashlib
import hmac
import itertools
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

import pytest
import time_machine
from redis.exceptions import RedisError

from config.beat import SCHEDULE
from netwerk.bezoek import visit_of
from netwerk.models import Vergeefs, Voorziening, Zoeksynoniem
from netwerk.rules.vergeefs import VANAF
from netwerk.selectors.vergeefs import Vergeefswoord, in_vain
from netwerk.services import vergeefs
from netwerk.services.vergeefs import forget_visits, note_vain
from tests.world import World
from toegang.models import Organisatie, Regio

pytestmark = pytest.mark.django_db
DAY = datetime(2026, 11, 27, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
NEXT = datetime(2026, 11, 28, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def noon():
    with time_machine.travel(DAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def regio(noon, db):
    return World(DAY.date()).regio


def visits(regio, count, words="slapen buiten huis", start=0):
    for number in range(start, start + count):
        note_vain(regio=regio, q=words, visit=f"bezoek {number}")


def shown(regio):
    return in_vain(regio, date(2026, 11, 27))


def table() -> str:
    """All that stands in it, as a thief of the database reads it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT v::text FROM netwerk_vergeefs v")
        return "\n".join(text for (text,) in cursor.fetchall())


def test_from_five_different_visits_on_the_words_are_shown(regio):
    visits(regio, VANAF - 1)
    assert shown(regio) == []
    visits(regio, 1, start=VANAF)
    assert shown(regio) == [Vergeefswoord("slapen buiten huis", 5, None)]


def test_who_searches_again_today_is_counted_once(regio):
    for _ in range(3):
        visits(regio, VANAF - 1)
    assert shown(regio) == []
    visits(regio, VANAF + 2)
    visits(regio, VANAF + 2)
    assert shown(regio) == [Vergeefswoord("slapen buiten huis", 7, None)]


def test_until_then_the_words_are_nowhere_in_the_database(regio):
    visits(regio, VANAF - 1)
    assert Vergeefs.objects.get().woorden == ""
    assert "slapen" not in table()
    assert "bezoek" not in table()


def test_the_nights_between_are_added_up(regio, noon):
    visits(regio, 3)
    forget_visits()
    noon.move_to(NEXT)
    visits(regio, 2)
    assert shown(regio) == [Vergeefswoord("slapen buiten huis", 5, None)]


def test_after_the_night_who_knows_everything_but_the_salt_finds_nobody(regio, noon):
    """The thief has the database, the keys, every word and every visitor."""
    words = ["slapen buiten huis", "tandarts bang", "vader"]
    for text in words:
        visits(regio, 3, text)
    forget_visits()
    noon.move_to(NEXT)
    assert cache.get(vergeefs.SALT) is None
    # nothing of a visit is left to compare with: not in the row, not in its sizes
    assert list(Vergeefs.objects.values_list("vandaag", "woorden", "keer")) == [
        ([], "", 3)
    ] * len(words)
    before = table()
    visits(regio, 1, "vader")  # the same visit makes another mark today
    assert before != table()
    assert set(Vergeefs.objects.values_list("keer", flat=True)) == {3}


def test_by_day_the_database_and_the_keys_alone_do_not_tell(regio):
    """The salt is not in the database: a copy of it with a hash in it stays dumb."""
    visits(regio, 3)
    (marks,) = Vergeefs.objects.values_list("vandaag", flat=True)
    guesses = [
        hmac.new(key, f"{about}\0bezoek {n}".encode(), hashlib.sha256).hexdigest()
        for key, n in itertools.product([b"", b"\0" * 32], range(3))
        for about in (f"{regio.pk}\0buiten huis slapen", "")
    ]
    assert set(marks).isdisjoint(guesses)
    assert str(cache.get(vergeefs.SALT)) not in table()


def test_two_searches_of_one_visit_cannot_be_tied_together(regio):
    visits(regio, 2, "slapen buiten huis")
    visits(regio, 2, "tandarts bang")
    one, other = Vergeefs.objects.values_list("vandaag", flat=True)
    assert set(one).isdisjoint(other)


def test_the_hashes_have_no_order_and_go_as_soon_as_words_are_shown(regio):
    visits(regio, VANAF - 1)
    (marks,) = Vergeefs.objects.values_list("vandaag", flat=True)
    assert marks == sorted(marks)
    visits(regio, 1, start=9)
    assert Vergeefs.objects.get().vandaag == []


def test_a_quarter_that_is_over_forgets_what_few_looked_for(regio, noon):
    visits(regio, 3, "tandarts bang")
    visits(regio, 6)
    noon.move_to(datetime(2027, 1, 2, tzinfo=ZoneInfo("Europe/Amsterdam")))
    forget_visits()
    assert [row.woorden for row in Vergeefs.objects.all()] == ["slapen buiten huis"]
    found = in_vain(regio, date(2027, 1, 2))
    assert found == [Vergeefswoord("slapen buiten huis", None, 6)]
    noon.move_to(datetime(2028, 1, 2, tzinfo=ZoneInfo("Europe/Amsterdam")))
    forget_visits()
    assert Vergeefs.objects.count() == 0


def test_words_beside_a_name_only_count_when_they_were_in_vain_themselves(regio):
    visits(regio, VANAF, "schulden Jansen")
    assert [word.woorden for word in shown(regio)] == ["schulden"]


def test_words_that_the_kaart_does_find_do_not_count_as_in_vain(regio):
    Voorziening.objects.create(
        regio=regio,
        organisatie=Organisatie.objects.filter(regio=regio)[0],
        slug="schulden",
        naam="Hulp bij schulden",
    )
    visits(regio, VANAF, "schulden Jansen")
    assert shown(regio) == []
    visits(
        regio, VANAF, "schulden"
    )  # nothing near enough: that is for the search to say
    assert [word.woorden for word in shown(regio)] == ["schulden"]


def test_a_synonym_that_the_region_chose_is_a_word_we_know(regio):
    visits(regio, VANAF, "kindertelefoon")
    assert shown(regio) == []
    Zoeksynoniem.objects.create(
        regio=regio, woord="kindertelefoon", ook=["jeugdhulplijn"]
    )
    visits(regio, VANAF, "jeugdhulplijn")
    assert [word.woorden for word in shown(regio)] == ["jeugdhulplijn"]


def test_regions_do_not_see_each_other(regio):
    visits(regio, VANAF)
    assert in_vain(Regio.objects.get(slug="heuvelrug"), date(2026, 11, 27)) == []


@pytest.mark.parametrize("more", [{"regio": None}, {"visit": ""}, {"q": "x" * 99_999}])
def test_without_region_visit_or_words_nothing_is_kept(regio, more):
    note_vain(**{"regio": regio, "q": "tandarts", "visit": "bezoek"} | more)
    assert Vergeefs.objects.count() == 0


def test_while_redis_is_away_nothing_is_counted_and_nothing_fails(regio, monkeypatch):
    class Away:
        def add(self, *_args):
            raise RedisError

        delete = add

    monkeypatch.setattr(vergeefs, "memory", Away())
    visits(regio, VANAF)
    assert shown(regio) == []
    assert Vergeefs.objects.count() == 0
    forget_visits()


def test_a_search_takes_a_fixed_number_of_queries(regio):
    visits(regio, 3, "vader")
    with CaptureQueriesContext(connection) as few:
        visits(regio, 1, "vader", start=10)
    visits(regio, 20, "vader", start=20)
    with CaptureQueriesContext(connection) as many:
        visits(regio, 1, "vader", start=100)
    assert len(few) == len(many)


def test_a_visit_is_an_address_and_a_browser_and_neither_can_be_read():
    def visit(address, agent):
        request = RequestFactory().get(
            "/", REMOTE_ADDR=address, headers={"user-agent": agent}
        )
        return visit_of(request)

    one = visit("192.0.2.1", "Firefox")
    assert one == visit("192.0.2.1", "Firefox")
    assert len({one, visit("192.0.2.2", "Firefox"), visit("192.0.2.1", "Safari")}) == 3
    assert "192" not in one
    assert "Firefox" not in one


def test_the_night_is_in_the_beat_table():
    assert SCHEDULE["forget_visits"]["task"] == "netwerk.tasks.forget_visits"
