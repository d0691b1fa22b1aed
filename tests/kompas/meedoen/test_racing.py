"""A save races with the opening of its card, and with the closing of the round.

Two real connections, fifty tries: each save is either in the frozen outcome or answered
with "too late"; never both, never neither, never a deadlock.
"""

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from django.db import connection, transaction

import pytest

from basis.actor import Actor, acting
from kompas.choices import Kaartstand
from kompas.models import Rondekaart, Stellingantwoord
from kompas.services import stemmen
from kompas.services.stemmen import Uitslag

from .people import guest, score

pytestmark = pytest.mark.django_db(transaction=True)

TRIES = 50
MOMENT_S, AHEAD_S = 0.004, 0.25


def pauses(tries: int, seed: int):
    """(before the save, before the other, between writing and committing), in seconds:
    once the save is well ahead, once the other is, and then it is close."""
    yield 0.0, AHEAD_S, 0.0
    yield AHEAD_S, 0.0, 0.0
    chance = random.Random(seed)  # noqa: S311 - a game, not a secret
    for _ in range(tries - 2):
        yield tuple(chance.random() * MOMENT_S for _ in range(3))


def on_a_line_of_its_own(work):
    """In a thread, with a connection that is closed afterwards."""

    def run():
        try:
            with acting(Actor.person(None)):
                return work()
        finally:
            connection.close()

    return run


def race(*works) -> list:
    with ThreadPoolExecutor(len(works)) as pool:
        return [done.result(timeout=20) for done in [pool.submit(w) for w in works]]


def test_a_save_is_in_the_frozen_outcome_or_it_is_too_late(world):
    ronde = world.new_ronde()
    kaart = ronde.kaarten.get(thema__sleutel="visie")
    seen = set()
    for early, late, hold in pauses(TRIES, seed=7):
        Rondekaart.objects.filter(pk=kaart.pk).update(stand=Kaartstand.DICHT)
        who = guest(ronde)

        def save(who=who, pause=early, hold=hold):
            time.sleep(pause)
            result = score(who, "4").uitslag
            time.sleep(hold)  # the answer is written and not yet committed
            return result

        def open_card(who=who, pause=late):
            time.sleep(pause)
            closed = Rondekaart.objects.filter(pk=kaart.pk, stand=Kaartstand.DICHT)
            assert closed.update(stand=Kaartstand.OPEN) == 1
            frozen = Stellingantwoord.objects.filter(stembriefje__kenmerk=who.kenmerk)
            return frozen.count()

        result, frozen = race(
            on_a_line_of_its_own(save), on_a_line_of_its_own(open_card)
        )
        assert (result, frozen) in {(Uitslag.BEWAARD, 1), (Uitslag.OPEN, 0)}
        after = Stellingantwoord.objects.filter(stembriefje__kenmerk=who.kenmerk)
        assert after.count() == frozen
        seen.add(result)
    assert seen == {Uitslag.BEWAARD, Uitslag.OPEN}


def test_a_save_that_is_written_and_not_committed_makes_the_opening_wait(world):
    ronde = world.new_ronde()
    kaart = ronde.kaarten.get(thema__sleutel="visie")
    who, written = guest(ronde), threading.Event()
    order = []

    def save():
        score(who, "4")
        written.set()
        time.sleep(0.1)
        order.append("saved")

    def open_card():
        written.wait(5)
        Rondekaart.objects.filter(pk=kaart.pk).update(stand=Kaartstand.OPEN)
        order.append("opened")

    race(on_a_line_of_its_own(save), on_a_line_of_its_own(open_card))
    assert order == ["saved", "opened"]


def test_a_save_is_in_the_closed_round_or_it_is_too_late(world):
    seen = set()
    for number, (early, late, hold) in enumerate(pauses(20, seed=8)):
        ronde = world.new_ronde(code=f"CC2D{number:02d}")
        who = guest(ronde)
        assert who.kenmerk

        def save(who=who, pause=early, hold=hold):
            time.sleep(pause)
            result = score(who, "4").uitslag
            time.sleep(hold)
            return result

        def close(ronde=ronde, pause=late):
            time.sleep(pause)
            return stemmen.cut(ronde=ronde)

        result, closed = race(on_a_line_of_its_own(save), on_a_line_of_its_own(close))
        assert closed
        there = Stellingantwoord.objects.filter(stembriefje__ronde=ronde).count()
        assert (result, there) in {(Uitslag.BEWAARD, 1), (Uitslag.GESLOTEN, 0)}
        seen.add(result)
    assert seen == {Uitslag.BEWAARD, Uitslag.GESLOTEN}


def test_ten_first_answers_of_the_day_do_not_wait_for_each_other(world, today):
    ronde = world.new_ronde()
    people = [guest(ronde) for _ in range(10)]
    ready = threading.Barrier(len(people))

    def save(who):
        def work():
            ready.wait(5)
            result = score(who, "4").uitslag
            time.sleep(0.2)
            return result

        return on_a_line_of_its_own(work)

    started = time.monotonic()
    assert race(*[save(who) for who in people]) == [Uitslag.BEWAARD] * len(people)
    assert time.monotonic() - started < len(people) * 0.2
    ronde.refresh_from_db()
    assert ronde.laatste_antwoord_dag == today


def test_opening_and_closing_at_once_leave_one_of_both_waiting_and_no_deadlock(world):
    for number in range(10):
        ronde = world.new_ronde(code=f"CC2D{number:02d}")
        score(guest(ronde), "4")

        def open_all(ronde=ronde):
            with transaction.atomic():
                return ronde.kaarten.update(stand=Kaartstand.OPEN)

        def close(ronde=ronde):
            return stemmen.cut(ronde=ronde)

        assert race(on_a_line_of_its_own(open_all), on_a_line_of_its_own(close)) == [
            6,
            True,
        ]
