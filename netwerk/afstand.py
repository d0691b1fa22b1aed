"""Distance in a query: the same reckoning as `rules.afstand`, by the database.

    rows.filter(within(lat, lon, 25)).annotate(km=distance_from(lat, lon)).filter(km__lte=25)

`within` is a box round the circle, for an index; `km` is NULL for what has no place, so
sort with `F("km").asc(nulls_last=True)`: in a filter NULL is never near.
"""

from django.db.models import Case, Expression, F, FloatField, Q, Value, When
from django.db.models.functions import ASin, Cos, Least, Power, Radians, Sin, Sqrt

from netwerk.rules.afstand import EARTH_KM, box


def distance_from(
    lat: float, lon: float, *, lat_field: str = "lat", lon_field: str = "lon"
) -> Expression:
    """Kilometres from this point to the two columns, which may be of a related table."""
    north = Sin(Radians(F(lat_field) - Value(lat)) / 2)
    east = Sin(Radians(F(lon_field) - Value(lon)) / 2)
    cosines = Cos(Radians(Value(lat))) * Cos(Radians(F(lat_field)))
    part = Power(north, 2) + cosines * Power(east, 2)
    # LEAST passes over NULL, so what has no place is kept out of it
    km = Value(2 * EARTH_KM) * ASin(Sqrt(Least(part, Value(1.0))))
    there = Q(**{f"{lat_field}__isnull": False, f"{lon_field}__isnull": False})
    return Case(When(there, then=km), default=None, output_field=FloatField())


def within(
    lat: float,
    lon: float,
    km: float,
    *,
    lat_field: str = "lat",
    lon_field: str = "lon",
) -> Q:
    """The box round `km`: a little more than the circle, never less."""
    here = box(lat, lon, km)
    return Q(
        **{
            f"{lat_field}__range": (here.zuid, here.noord),
            f"{lon_field}__range": (here.west, here.oost),
        }
    )
