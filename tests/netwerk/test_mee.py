"""A list that is read along with many others is what its owner would say by itself."""

from django.db.models import Prefetch

import pytest

from netwerk.models import Voorziening, Wachttijd
from netwerk.querysets.mee import Mee

from .kaart import end, wait

pytestmark = pytest.mark.django_db


def read_along():
    waits = Prefetch("wachttijden", Mee(Wachttijd).order_by("pk"))
    return list(Voorziening.objects.order_by("pk").prefetch_related(waits))


def test_what_the_manager_of_a_model_leaves_out_is_not_read_along(world):
    row = world.voorziening()
    stays = wait(row, world.today)
    end(wait(row, world.today, doelgroep="jongeren"))
    (found,) = read_along()
    assert list(found.wachttijden.all()) == [stays]


def test_who_asks_more_of_a_list_gets_the_rows_of_that_owner_alone(
    world, django_assert_num_queries
):
    owners = [world.voorziening(naam) for naam in ("De Veranda", "De Kas", "De Hoek")]
    waits = [wait(owner, world.today) for owner in owners]
    with django_assert_num_queries(2):
        found = read_along()
        told = [list(row.wachttijden.all()) for row in found]
    assert told == [[wait] for wait in waits]
    more = [row.wachttijden.all() for row in found]
    assert [rows.filter(weken_tot__gt=0).get() for rows in more] == waits
    assert [rows.filter(weken_tot=0).count() for rows in more] == [0, 0, 0]
    assert [list(rows.all()) for rows in more] == told
