"""A row of the spreadsheet beside what we have: what its cells say that is new.

What we write is less than what we have: one cell holds the words of a number, not who may
dial it. So a cell that still says what we would write is left alone, whole; and of a list
in a cell that was changed, only what was changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .bestandstekst import clean
from .herhaling import Blok
from .hsds_waarden import read_phone
from .telefoon import Nummer, parse_phone

Node = dict[str, Any]
ADRES = ("adres", "postcode", "plaats")
PER_ADRES = {"address_1": "adres", "postal_code": "postcode", "city": "plaats"}


@dataclass(frozen=True)
class Plek:
    """Where it is, of which the address stands in the cells. `gebruikers`: how many have
    this location, which all go along when it is changed."""

    id: str
    locatie: str
    adressen: Sequence[Node]
    gebruikers: int


@dataclass(frozen=True)
class Bekend:
    """What we have of a row. `cellen` is what we would write in it now, by column; `node`
    the record as it goes out. Of the lists in it: which numbers stand in the cell, and
    which hours (`tijden`; those that are not in it are days on which it is closed).
    `plekken` is None when its ids are those of somebody else."""

    node: Node
    cellen: Mapping[str, Any]
    organisatie: Node
    gestopt: bool = False
    nummers: frozenset[str] = frozenset()
    tijden: Mapping[str, Blok] = field(default_factory=dict)
    uren_vast: bool = False  # they hold more than a cell can say
    plekken: Sequence[Node] | None = None
    plek: Plek | None = None

    def says(self, key: str, cell: Any) -> bool:
        """Whether a cell of that column still says what we have."""
        return plain(cell) == plain(self.cellen.get(key))


def plain(cell: Any) -> str:
    """What somebody reads in a cell. Spaces round it are nothing."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    said = cell.isoformat() if isinstance(cell, date) else str(cell)
    text: str = clean(said)
    return text.strip()


@dataclass(frozen=True)
class Kennis:
    """Which rows we have, by what they are called. `eigen`: their numbers are ours.
    `vreemd` are numbers of ours in a file that is said to be of somebody else."""

    rijen: Mapping[str, Bekend] = field(default_factory=dict)
    eigen: bool = False
    vreemd: Sequence[str] = ()


# --- numbers


def changed_phones(
    there: Sequence[Node], shown: frozenset[str], said: Sequence[Nummer]
) -> list[Node]:
    """The whole list, after the numbers in a cell were changed. The same number stays the
    same row, with its languages and who may dial it; then the one in the same place."""
    here = [row for row in there if str(row["id"]) in shown]
    left = list(said)
    found: dict[str, Nummer] = {}
    for same in (_same_words, _same_number):
        for row in here:
            key = str(row["id"])
            one = next((n for n in left if key not in found and same(row, n)), None)
            if one is not None:
                found[key] = one
                left.remove(one)
    rest = [row for row in here if str(row["id"]) not in found]
    if len(here) == len(said):
        found |= {str(row["id"]): one for row, one in zip(rest, left, strict=True)}
        left = []
    kept = [
        _with(row, found.get(str(row["id"])))
        for row in there
        if str(row["id"]) in found or row not in here
    ]
    return kept + [
        {
            "id": f"telefoon-{one.nummer}",
            "number": one.nummer,
            "description": one.toelichting,
        }
        for one in left
    ]


def phone_line(number: str, words: str) -> str:
    """One number as it stands in a cell, on a line of its own."""
    return ", ".join(part for part in (number, " ".join(words.split())) if part)


def _with(row: Node, said: Nummer | None) -> Node:
    if said is None or _same_words(row, said):
        return row
    number = row["number"] if _same_number(row, said) else said.nummer
    return row | {"number": number, "description": said.toelichting}


def _same_number(row: Node, said: Nummer) -> bool:
    here = read_phone(row["number"])
    return isinstance(here, Nummer) and here.nummer == said.nummer


def _same_words(row: Node, said: Nummer) -> bool:
    """Words that we wrote may come back a little plainer: then they are the same."""
    if not _same_number(row, said):
        return False
    ours = parse_phone(phone_line(said.nummer, row.get("description") or ""))
    return isinstance(ours, Nummer) and ours.toelichting == said.toelichting


# --- hours and areas


def changed_hours(
    there: Sequence[Node],
    hours: Mapping[str, Blok],
    said: Sequence[Blok],
    write: Callable[[Blok], Node],
) -> list[Node]:
    """The whole list, after the hours in a cell were changed: those that are as they were
    stay the same row, and so do the days on which it is closed."""
    left = list(said)
    kept = []
    for row in there:
        blok = hours.get(str(row["id"]))
        if blok is None:
            kept.append(row)
        elif blok in left:
            left.remove(blok)
            kept.append(row)
    new = (write(blok) for blok in left)
    return kept + [{"id": f"tijd-{_words_of(row)}"} | row for row in new]


def _words_of(row: Node) -> str:
    return "|".join(f"{key}={row[key]}" for key in sorted(row))


def changed_areas(there: Sequence[Node], said: Sequence[str]) -> list[Node]:
    """By their names; what has no name is not in the cell."""
    names = {plain(row.get("name")): row for row in there}
    kept = [row for row in there if not plain(row.get("name"))]
    return kept + [
        names.get(naam, {"id": f"gebied-{naam}", "name": naam}) for naam in said
    ]


# --- the address


def changed_address(there: Sequence[Node], said: Mapping[str, str]) -> list[Node]:
    """All addresses of a location, the one that can be visited with the words of the
    cells."""
    rows = [dict(row) for row in there]
    rows = rows or [{"address_type": "physical", "country": "NL"}]
    rows[visited(rows)] |= {key: said[column] for key, column in PER_ADRES.items()}
    return rows


def visited(rows: Sequence[Node]) -> int:
    """Which of its addresses is the one that our columns have."""
    kinds = [row.get("address_type") for row in rows]
    return kinds.index("physical") if "physical" in kinds else 0
