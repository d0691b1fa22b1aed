"""A page that shows parts of a plan leaves one line for each, with the ground of each."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

import pytest

from netwerk.models import Client
from netwerk.rules.onderdelen import Recht
from netwerk.services.spoor import trace_reading

pytestmark = pytest.mark.django_db


def lines():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT actie, object_soort, onderdeel, split_part(grond, ':', 1), nood, client"
            " FROM logboek.regel"
            " WHERE id > current_setting('nk.proef_vanaf')::bigint ORDER BY id"
        )
        return cursor.fetchall()


def read(zorg, who, *onderdelen, rol=""):
    with zorg.as_(who, rol):
        rows = Client.objects.visible_to(who).select_related("regio")
        client = rows.get(pk=zorg.plan.pk)
        with CaptureQueriesContext(connection) as asked:
            trace_reading(client, onderdelen)
    return len(asked)


def test_each_part_has_its_line_with_its_own_ground(zorg):
    zorg.say(zorg.treats(zorg.pro), "verhaal", Recht.LEZEN)
    zorg.nood(zorg.pro, "medicatie", "kinderen")
    read(zorg, zorg.pro, "verhaal", "doelen", "kinderen")
    plan = str(zorg.plan.uuid)
    assert lines() == [
        ("R", "onderdeel", "verhaal", "toestemming", False, plan),
        ("R", "onderdeel", "doelen", "behandeling", False, plan),
        ("R", "onderdeel", "kinderen", "noodtoegang", True, plan),
    ]


def test_a_part_twice_on_a_page_is_one_line(zorg):
    read(zorg, zorg.anna, "doelen", "doelen")
    assert [deel for _, _, deel, *_ in lines()] == ["doelen"]


def test_many_parts_ask_no_more_of_the_database_than_one(zorg):
    zorg.treats(zorg.pro)
    assert read(zorg, zorg.pro, "doelen") == 2
    assert read(zorg, zorg.pro, "doelen", "afspraken", "medicatie", "rom") == 2


def test_the_diary_leaves_no_line(zorg):
    assert read(zorg, zorg.anna, "dagboek") == 0
    assert lines() == []
