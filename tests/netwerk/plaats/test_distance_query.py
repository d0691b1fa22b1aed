"""The database reckons as the rule does, also through a relation that is not there."""

from django.db.models import F, FloatField, Value

import pytest

from netwerk.afstand import distance_from, within
from netwerk.models import Plaats, Plaatsnaam
from netwerk.rules.afstand import distance_km

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places")]
POINTS = [(52.155, 5.3875), (50.7, 3.2), (53.7, 7.3), (-52.155, -174.6125), (0.0, 0.0)]


@pytest.mark.parametrize("point", POINTS)
def test_each_distance_is_that_of_the_rule(point):
    for plaats in Plaats.objects.annotate(km=distance_from(*point)):
        there = (plaats.lat, plaats.lon)
        assert plaats.km == pytest.approx(distance_km(*point, *there), abs=1e-6)


def test_what_has_no_place_has_no_distance_and_comes_last():
    nowhere = Value(None, output_field=FloatField())
    rows = Plaats.objects.annotate(nergens=nowhere).annotate(
        km=distance_from(52, 5, lat_field="nergens", lon_field="lon")
    )
    assert set(rows.values_list("km", flat=True)) == {None}
    assert not rows.filter(km__lte=100_000).exists()


def test_the_distance_runs_through_a_relation():
    rows = Plaatsnaam.objects.annotate(
        km=distance_from(
            51.699, 5.304, lat_field="plaats__lat", lon_field="plaats__lon"
        )
    )
    assert rows.get(naam="Den Bosch").km == 0


@pytest.mark.parametrize(("km", "near"), [(0, 1), (10, 1), (25, 3), (10_000, 15)])
def test_the_box_passes_all_that_is_within(km, near):
    rows = Plaats.objects.filter(within(52.155, 5.3875, km))
    found = rows.annotate(km=distance_from(52.155, 5.3875)).filter(km__lte=km)
    assert found.count() == near
    assert found.order_by(F("km").asc(nulls_last=True))[0].naam == "Amersfoort"
