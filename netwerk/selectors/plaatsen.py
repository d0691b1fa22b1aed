"""Where somebody means: a postcode or a place becomes a point on the map, a choice, or is
said not to be known. Never another place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from django.db import connection

from netwerk.choices import Plaatssoort
from netwerk.models import Postcodegebied
from netwerk.rules.afstand import distance_km
from netwerk.rules.plaats import (
    Where,
    hint_fits,
    parse_where,
    search_name,
    split_hint,
)
from netwerk.rules.zoeken import allowed, nearest
from toegang.models import Regio

POSTCODE, PLAATS, GEMEENTE = "postcode", "plaats", "gemeente"
LEEG = "leeg"
SAME_KM = 5  # two of one name this near are one place, or a gemeente and its town
ELSEWHERE_KM = 15  # a name this far from the postcode beside it is another place

# Places that go by one of these names, a row for each of their other names; and whether
# each lies in a gemeente of the region.
_BY_NAME = """
SELECT p.id, p.soort, p.naam, p.zoeknaam, p.gemeente, p.provincie, p.lat, p.lon,
  EXISTS (SELECT 1 FROM toegang_gemeente g
    WHERE g.regio_id = %(regio)s AND g.naam = p.gemeente), a.zoeknaam
FROM netwerk_plaats p LEFT JOIN netwerk_plaatsnaam a ON a.plaats_id = p.id
WHERE p.zoeknaam = ANY(%(names)s) OR a.zoeknaam = ANY(%(names)s)
ORDER BY p.naam, p.provincie, p.gemeente, p.id
"""
# Names of places that look like this one, and gemeenten of ours; which of them lie in the
# region. The last word is for rules.zoeken.nearest.
MOST_ALIKE = 50
_ALIKE = """
WITH naam AS (
  SELECT p.naam, p.zoeknaam, p.gemeente FROM netwerk_plaats p
  UNION ALL SELECT a.naam, a.zoeknaam, p.gemeente
    FROM netwerk_plaatsnaam a JOIN netwerk_plaats p ON p.id = a.plaats_id
  UNION ALL SELECT g.naam, lower(g.naam), g.naam FROM toegang_gemeente g)
SELECT n.naam, bool_or(EXISTS (SELECT 1 FROM toegang_gemeente g
  WHERE g.regio_id = %(regio)s AND g.naam = n.gemeente))
FROM naam n WHERE similarity(n.zoeknaam, %(naam)s) > 0.2
GROUP BY n.naam, n.zoeknaam
ORDER BY similarity(n.zoeknaam, %(naam)s) DESC, n.naam LIMIT %(most)s
"""


@dataclass(frozen=True)
class Found:
    """`unknown` is a postcode that was typed beside the name of the place and that we do
    not know: the page says so."""

    label: str
    lat: float
    lon: float
    kind: str  # POSTCODE, PLAATS or GEMEENTE
    unknown: str = ""
    gemeente: str = field(default="", compare=False)  # it lies in, by name

    @property
    def text(self) -> str:
        """What to fill in to find just this one: for the links of a choice."""
        return self.label


@dataclass(frozen=True)
class Choice:
    """More than one place has this name."""

    text: str
    options: tuple[Found, ...]
    unknown: str = ""


@dataclass(frozen=True)
class Unknown:
    """`reason` is LEEG, POSTCODE or PLAATS: what of `text` is not known."""

    text: str
    reason: str


def find_where(text: str, regio: Regio | None = None) -> Found | Choice | Unknown:
    """At most two queries. Of places with one name, the one in a gemeente of `regio` is
    meant, if there is one."""
    where = parse_where(text)
    area = _area(where.postcode) if where.postcode else None
    places = _places(where, regio)
    if area:
        return _beside(area, places, where)
    unknown = where.wrong or where.full_postcode
    if not places:
        reason = POSTCODE if unknown else PLAATS
        return Unknown(unknown or where.typed, reason if where.typed else LEEG)
    if len(places) == 1:
        return replace(places[0], unknown=unknown)
    return Choice(where.name, tuple(places), unknown)


def looks_like(text: str, regio: Regio | None = None) -> list[str]:
    """Names that an unknown one may have been meant to be, as they are written; those in the
    region go before others. Never taken for it: somebody chooses. One query."""
    name = search_name(text)
    if not allowed(name):
        return []
    with connection.cursor() as cursor:
        asked = {"naam": name, "regio": regio.pk if regio else None, "most": MOST_ALIKE}
        cursor.execute(_ALIKE, asked)
        rows = cursor.fetchall()
    near = [naam for naam, ours in rows if ours]
    for names in (near, [naam for naam, _ in rows]):
        written = {search_name(naam): naam for naam in reversed(names)}
        if found := nearest(name, written):
            return [written[key] for key in found]
    return []


def _area(code: str) -> Found | None:
    row = Postcodegebied.objects.filter(code=code).first()
    if row is None:
        return None
    label = f"{row.code} {row.plaats}"
    return Found(label, row.lat, row.lon, POSTCODE, gemeente=row.gemeente)


def _beside(area: Found, places: list[Found], where: Where) -> Found | Choice:
    """The postcode is the more precise of the two, unless they lie apart."""
    if not places or any(_km(area, place) < ELSEWHERE_KM for place in places):
        return area
    return Choice(where.typed, (area, *places))


def _km(one: Found, other: Found) -> float:
    return distance_km(one.lat, one.lon, other.lat, other.lon) or 0.0


# --- names


@dataclass(frozen=True)
class _Named:
    """A place and the names, of those asked for, that it goes by."""

    soort: str
    naam: str
    zoeknaam: str
    gemeente: str
    provincie: str
    lat: float
    lon: float
    near: bool  # in a gemeente of the region
    names: set[str] = field(default_factory=set)

    def found(self, label: str) -> Found:
        return Found(label, self.lat, self.lon, self.soort, gemeente=self.gemeente)


def _places(where: Where, regio: Regio | None) -> list[Found]:
    """Those that can be meant; more than one when that is not clear."""
    typed = [name for name in (where.name, where.other) if search_name(name)]
    if not typed:
        return []
    wanted = {search_name(one) for name in typed for one in (name, split_hint(name)[0])}
    rows = _rows(wanted, regio)
    return next((found for name in typed if (found := _meant(name, rows))), [])


def _rows(names: set[str], regio: Regio | None) -> list[_Named]:
    """In one query."""
    found: dict[int, _Named] = {}
    with connection.cursor() as cursor:
        asked = {"names": list(names), "regio": regio.pk if regio else None}
        cursor.execute(_BY_NAME, asked)
        for pk, *about, alias in cursor.fetchall():
            named = found.setdefault(pk, _Named(*about))
            named.names.update({named.zoeknaam, alias})
    return list(found.values())


def _meant(typed: str, rows: list[_Named]) -> list[Found]:
    """First the name as a whole, then without what tells it from its namesakes."""
    whole = _merged(rows, search_name(typed))
    if whole:
        near = [found for row, _, found in _labelled(whole) if row.near]
        return near if len(near) == 1 else [found for _, _, found in _labelled(whole)]
    name, hint = split_hint(typed)
    same = _labelled(_merged(rows, search_name(name))) if hint else []
    exact = [f for _, apart, f in same if search_name(apart) == search_name(hint)]
    return exact[:1] or [
        found for row, _, found in same if hint_fits(hint, row.provincie, row.gemeente)
    ]


def _merged(rows: list[_Named], name: str) -> list[_Named]:
    """Those of this name, one for each spot: a place goes before its gemeente, and what
    has the name before what is called so too."""
    same = [row for row in rows if name in row.names]
    kept: list[_Named] = []
    for row in sorted(same, key=lambda r: _rank(r, name)):
        near = (distance_km(row.lat, row.lon, k.lat, k.lon) for k in kept)
        if not any(km is not None and km < SAME_KM for km in near):
            kept.append(row)
    return [row for row in same if row in kept]


def _rank(row: _Named, name: str) -> tuple[bool, bool]:
    return (row.soort == Plaatssoort.GEMEENTE, row.zoeknaam != name)


def _labelled(rows: list[_Named]) -> list[tuple[_Named, str, Found]]:
    """Each with what tells it from the others, and with its name on a page: bare when
    there is nothing to tell apart."""
    out = []
    for row in rows:
        alone = [r for r in rows if r.provincie == row.provincie] == [row]
        parts = ("" if alone else row.gemeente, row.provincie)
        apart = ", ".join(part for part in parts if part)
        label = row.naam if len(rows) == 1 else f"{row.naam} ({apart})"
        out.append((row, apart, row.found(label)))
    return out
