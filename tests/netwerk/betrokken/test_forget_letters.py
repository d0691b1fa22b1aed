"""A letter that is over does not keep for ever whom it was for."""

from datetime import timedelta
from uuid import uuid4

from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

import pytest

from config.beat import SCHEDULE
from netwerk import tasks
from netwerk.models import Naastenuitnodiging, Startbrief
from netwerk.services.naasten import KEPT_DAYS

pytestmark = pytest.mark.django_db
LONG, LESS = timedelta(days=KEPT_DAYS), timedelta(days=KEPT_DAYS - 1)


def to_begin(zorg, **ends) -> None:
    given = {"tot": timezone.now() + LESS} | ends
    Startbrief.objects.create(
        hash=uuid4().hex,
        regio=zorg.peel,
        organisatie=zorg.ggz,
        gemaakt_door=zorg.pro,
        **given,
    )


def to_naaste(zorg, **ends) -> None:
    given = {"tot": timezone.now() + LESS} | ends
    row = Naastenuitnodiging(
        uuid=uuid4(), client=zorg.plan, hash=uuid4().hex, gebruiker=zorg.zus, **given
    )
    row.naam, row.ja_op = "Zus", timezone.now() - 2 * LONG
    row.save()


def night(settings, beat: str = "forget_letters") -> None:
    """As beat wakes it, in the database role of a worker."""
    settings.PROCESS_ROLE = "nk_worker"
    headers = SCHEDULE[beat]["options"]["headers"]
    tasks.forget_letters.apply(headers=headers).get()


def left() -> tuple[int, int]:
    rows = Naastenuitnodiging.objects.for_job("proefdata")
    return Startbrief.objects.count(), rows.count()


def over(zorg, ago: timedelta) -> None:
    """Ended in each way."""
    at = timezone.now() - ago
    for end in ("gebruikt_op", "ingetrokken_op", "tot"):
        to_begin(zorg, **{end: at})
    for end in ("toegelaten_op", "ingetrokken_op", "tot"):
        to_naaste(zorg, **{end: at})


def test_a_month_after_it_was_over_it_is_gone(zorg, settings):
    over(zorg, LONG)
    for _ in range(2):
        night(settings)
    assert left() == (0, 0)


def test_before_that_it_stays(zorg, settings):
    over(zorg, LESS)
    to_begin(zorg)
    to_naaste(zorg)
    night(settings)
    assert left() == (4, 4)


def test_no_other_job_takes_away_whom_a_client_asked(zorg, settings):
    over(zorg, LONG)
    night(settings, "dispatch")
    assert left() == (0, 3)


def test_nor_does_who_asked(zorg):
    over(zorg, LONG)
    denied = pytest.raises(ProgrammingError, match="permission denied")
    with zorg.as_(zorg.anna), denied, transaction.atomic():
        connection.cursor().execute("DELETE FROM netwerk_naastenuitnodiging")
