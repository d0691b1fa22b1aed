"""A link to confirm does not keep the address it went to."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

import pytest

from basis.actor import Actor, acting
from netwerk import tasks
from netwerk.models import Bevestigingslink
from netwerk.services.bevestiging import KEPT_DAYS


@pytest.fixture
def made(world):
    """A link that was used, or ran out, so many days ago."""
    row = world.voorziening()

    def link(*, used: int | None = None, out: int = -1) -> Bevestigingslink:
        now = timezone.now()
        return Bevestigingslink.objects.create(
            hash=uuid4().hex,
            voorziening=row,
            velden=["telefoon"],
            email="inloop@example.nl",
            tot=now - timedelta(days=out),
            gebruikt_op=None if used is None else now - timedelta(days=used),
        )

    return link


def night() -> None:
    with acting(Actor.job("gevraagde_vergeten")):
        tasks.forget_asked()


def kept(link: Bevestigingslink) -> bool:
    link.refresh_from_db()
    return link.email == "inloop@example.nl"


def test_a_month_after_it_was_used_or_ran_out_the_address_is_gone(made):
    gone = [made(used=KEPT_DAYS), made(out=KEPT_DAYS)]
    for _ in range(2):
        night()
    assert [kept(link) for link in gone] == [False, False]


def test_before_that_it_stays(made):
    stays = [made(), made(used=KEPT_DAYS - 1), made(out=KEPT_DAYS - 1)]
    night()
    assert all(kept(link) for link in stays)


def test_that_it_was_used_stays(made):
    link = made(used=KEPT_DAYS)
    night()
    link.refresh_from_db()
    assert link.gebruikt_op is not None
