"""A file with postcodes before it is loaded: every fault in it with its line. Plain Python.

CSV with comma or semicolon and a header in Dutch or English, with or without a BOM. Needed
are postcode, plaats, lat and lon; columns that are not known are passed over.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from netwerk.rules.afstand import NEDERLAND
from netwerk.rules.plaats import search_name

MOST_BYTES = 5_000_000
LONGEST, LONGEST_SHOWN = 80, 40

_COLUMNS = {
    "postcode": "postcode postcode4 pc4 postalcode zip zipcode",
    "plaats": "plaats plaatsnaam woonplaats woonplaatsnaam city place locality",
    "lat": "lat latitude breedtegraad breedte",
    "lon": "lon lng long longitude lengtegraad lengte",
    "gemeente": "gemeente gemeentenaam municipality",
    "provincie": "provincie provincienaam province state",
    "ook_genoemd": "ookgenoemd aliassen alternatieveschrijfwijzen alternatenames",
    "soort": "soort type kind",
}
COLUMN = {way: name for name, ways in _COLUMNS.items() for way in ways.split()}
NEEDED = ("postcode", "plaats", "lat", "lon")
# A box of letters: nobody lives there, and nobody means it with "where".
NOT_LIVED_IN = {"postbus", "onbekend", "pobox", "unknown"}

_CODE = re.compile(r"[1-9][0-9]{3}")
_NUMBER = re.compile(r"-?[0-9]{1,3}(\.[0-9]+)?")
_COMMA = re.compile(r"-?[0-9]{1,3},[0-9]+")
_HALF = "Het bestand houdt hier midden in iets op. Waarschijnlijk is het niet helemaal meegekomen."


@dataclass(frozen=True)
class Fout:
    """`regel` is the line in the file from 1, 0 where there is none to point at."""

    regel: int
    wat: str

    def __str__(self) -> str:
        return f"Regel {self.regel}: {self.wat}" if self.regel else self.wat


@dataclass(frozen=True)
class Gebied:
    code: str
    plaats: str
    gemeente: str
    provincie: str
    lat: float
    lon: float
    ook_genoemd: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bestand:
    """All that was read. With a fault in it nothing may be loaded."""

    gebieden: tuple[Gebied, ...]
    fouten: tuple[Fout, ...]
    overgeslagen: int  # areas where nobody lives


class _Onleesbaar(Exception):
    def __init__(self, regel: int, wat: str) -> None:
        super().__init__(wat)
        self.fout = Fout(regel, wat)


def read_postcodes(data: bytes) -> Bestand:
    """Never fails, whatever stands in `data`."""
    try:
        reader = _Reader(_decoded(data))
        reader.read()
    except _Onleesbaar as fault:
        return Bestand((), (fault.fout,), 0)
    return Bestand(
        tuple(reader.gebieden.values()), tuple(reader.fouten), reader.overgeslagen
    )


def _decoded(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise _Onleesbaar(0, "Het bestand is te groot. Het mag 5 MB zijn.")
    try:
        tekst = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        regel = data.count(b"\n", 0, fault.start) + 1
        wat = "Hier staat een teken dat we niet kunnen lezen. Bewaar het bestand als UTF-8."
        raise _Onleesbaar(regel, wat) from fault
    if not tekst.strip():
        raise _Onleesbaar(0, "Er staat niets in het bestand.")
    if "\0" in tekst:
        raise _Onleesbaar(0, "Dit is geen CSV-bestand.")
    return tekst


class _Reader:
    def __init__(self, tekst: str) -> None:
        self.tekst = tekst
        self.gebieden: dict[str, Gebied] = {}
        self.regels: dict[str, int] = {}
        self.fouten: list[Fout] = []
        self.overgeslagen = 0

    def read(self) -> None:
        rows = self.rows()
        regel, kop = next(rows, (1, []))
        kolommen = self.columns(regel, kop)
        for regel, cellen in rows:
            if len(cellen) != len(kolommen):
                wat = (
                    f"Deze rij heeft {len(cellen)} kolommen, en de kop {len(kolommen)}."
                )
                self.fouten.append(Fout(regel, wat))
            else:
                self.row(regel, dict(zip(kolommen, cellen, strict=True)))
        if not self.gebieden and not self.fouten:
            self.fouten.append(Fout(0, "Er staat geen enkele postcode in het bestand."))

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row that is not empty, stripped, with the line it begins on."""
        eerste = self.tekst.lstrip().split("\n", 1)[0]
        delimiter = ";" if eerste.count(";") > eerste.count(",") else ","
        rows = csv.reader(
            StringIO(self.tekst, newline=""), delimiter=delimiter, strict=True
        )
        regel = 1
        try:
            for cellen in rows:
                schoon = [" ".join(cel.split()) for cel in cellen]
                if any(schoon):
                    yield regel, schoon
                regel = rows.line_num + 1
        except csv.Error as fault:
            half = "unexpected end" in str(fault)
            wat = _HALF if half else "Hier klopt een aanhalingsteken niet."
            self.fouten.append(Fout(regel, wat))

    def columns(self, regel: int, kop: list[str]) -> list[str]:
        namen = [COLUMN.get(search_name(cel.replace("_", " ")), "") for cel in kop]
        mist = [naam for naam in NEEDED if naam not in namen]
        dubbel = [n for n, keer in Counter(namen).items() if n and keer > 1]
        for some, wat in (
            (mist, "Deze kolommen missen"),
            (dubbel, "Deze kolommen staan er twee keer"),
        ):
            if some:
                raise _Onleesbaar(regel, f"{wat}: {', '.join(some)}.")
        return namen

    def row(self, regel: int, rij: dict[str, str]) -> None:
        """Every fault of the row; the area only when there is none."""
        code = rij["postcode"]
        faults = [
            *_faults_of_code(code),
            *_faults_of_words(rij),
            *_faults_of_numbers(rij["lat"], rij["lon"]),
        ]
        if code in self.regels:
            eerder = self.regels[code]
            faults.append(f"Postcode {code} staat er twee keer, ook op regel {eerder}.")
        self.regels.setdefault(code, regel)
        if faults:
            self.fouten += [Fout(regel, wat) for wat in faults]
        elif search_name(rij.get("soort", "")) in NOT_LIVED_IN:
            self.overgeslagen += 1
        else:
            self.gebieden[code] = _gebied(rij)


def _gebied(rij: dict[str, str]) -> Gebied:
    others = (naam.strip() for naam in re.split(r"[;|]", rij.get("ook_genoemd", "")))
    return Gebied(
        code=rij["postcode"],
        plaats=rij["plaats"],
        gemeente=rij.get("gemeente", ""),
        provincie=rij.get("provincie", ""),
        lat=float(rij["lat"]),
        lon=float(rij["lon"]),
        ook_genoemd=tuple(naam for naam in others if search_name(naam)),
    )


def _faults_of_code(code: str) -> Iterator[str]:
    if not _CODE.fullmatch(code):
        yield f"‘{_shown(code)}’ is geen postcode van vier cijfers (1000 tot en met 9999)."


def _faults_of_words(rij: dict[str, str]) -> Iterator[str]:
    if not search_name(rij["plaats"]):
        yield "De naam van de plaats ontbreekt."
    for naam, most in (("plaats", LONGEST), ("gemeente", LONGEST), ("provincie", 20)):
        if len(rij.get(naam, "")) > most:
            yield f"De naam bij ‘{naam}’ is te lang. Het mogen {most} tekens zijn."
    if any(len(n) > LONGEST for n in re.split(r"[;|]", rij.get("ook_genoemd", ""))):
        yield f"Een naam bij ‘ook genoemd’ is te lang. Het mogen {LONGEST} tekens zijn."


def _faults_of_numbers(lat: str, lon: str) -> Iterator[str]:
    commas = [cel for cel in (lat, lon) if _COMMA.fullmatch(cel)]
    for cel in commas:
        yield f"‘{cel}’ staat met een komma. Schrijf een punt: {cel.replace(',', '.')}."
    strange = [
        cel for cel in (lat, lon) if cel not in commas and not _NUMBER.fullmatch(cel)
    ]
    for cel in strange:
        yield f"‘{_shown(cel)}’ is geen coördinaat. Schrijf graden met een punt, zoals 52.15."
    if commas or strange:
        return
    if NEDERLAND.holds(float(lon), float(lat)):
        yield f"Lat {lat} en lon {lon} zijn verwisseld."
    elif not NEDERLAND.holds(float(lat), float(lon)):
        yield f"Lat {lat}, lon {lon} ligt niet in Nederland."


def _shown(cel: str) -> str:
    schoon = "".join(teken if teken.isprintable() else "?" for teken in cel)
    if len(schoon) > LONGEST_SHOWN:
        return schoon[: LONGEST_SHOWN - 1] + "…"
    return schoon
