"""Work for later: by name, after commit, as who asked; a broker that is away costs nothing."""

from django.db import transaction

import pytest
from kombu.exceptions import OperationalError

from basis import heartbeat, tasks
from basis.actor import Actor, acting
from basis.queue import enqueue

SHOW = "basis.tasks.show_heartbeat"


@pytest.fixture
def sent(monkeypatch):
    """What went to the broker: arguments and headers."""
    found = []

    def keep(args, *, headers, retry):
        found.append((args, headers, retry))

    monkeypatch.setattr(tasks.show_heartbeat, "apply_async", keep)
    return found


@pytest.mark.django_db
def test_it_goes_after_commit_as_who_asked(sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        with acting(Actor.person(7, rol="procesbegeleider")):
            enqueue(SHOW, 1)
        assert sent == []
    assert sent == [
        ((1,), {"namens": {"persoon": 7, "rol": "procesbegeleider"}}, False)
    ]


@pytest.mark.django_db
def test_it_can_go_as_a_job(sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        enqueue(SHOW, namens=Actor.job("versturen"))
    assert sent[0][1] == {"namens": {"taak": "versturen"}}


@pytest.mark.django_db(transaction=True)
def test_what_was_rolled_back_is_not_sent(sent):
    with transaction.atomic():
        enqueue(SHOW)
        transaction.set_rollback(True)
    assert sent == []


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_away_does_not_undo_the_act(monkeypatch):
    def away(*args, **kwargs):
        raise OperationalError("geen verbinding")

    monkeypatch.setattr(tasks.show_heartbeat, "apply_async", away)
    with transaction.atomic():
        enqueue(SHOW)


@pytest.mark.django_db
def test_a_name_that_is_wrong_is_said_at_once():
    with pytest.raises(ImportError):
        enqueue("basis.tasks.bestaat_niet")


def test_ages_are_whole_seconds_and_none_for_who_was_never_seen():
    class Redis:
        def mget(self, names):
            return [b"100.4", None]

    assert heartbeat.ages(Redis(), "a", "b", now=160.0) == [60, None]
