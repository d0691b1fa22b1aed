"""The file of a language: the words of "Hulp nu" and the numbers of the whole country.

It ships with the product, so that these numbers are there without a database too: on error
pages, on the page for no connection, and in an installation nobody filled yet.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "content" / "hulp"


@dataclass(frozen=True)
class Landelijk:
    """A number of the country; what a line of the page and an address about somebody else
    do not share is empty in the other."""

    sleutel: str
    nummer: str
    wanneer: str
    kosten: str
    volgorde: int
    weg: str = ""
    # a line of "Hulp nu"
    rubriek: str = ""
    situatie: str = ""
    uitleg: str = ""
    kort: str = ""
    # an address about somebody else
    adres: str = ""
    naam: str = ""
    wat_dan: str = ""
    soorten: tuple[str, ...] = ()


@dataclass(frozen=True)
class Taalbestand:
    taal: str
    naam: str
    woorden: dict[str, str] = field(hash=False)
    gecontroleerd_op: date
    hulpnummers: tuple[Landelijk, ...]
    zorgenadressen: tuple[Landelijk, ...]


@cache
def read(taal: str) -> Taalbestand:
    raw = json.loads((FOLDER / f"{taal}.json").read_text(encoding="utf-8"))
    return Taalbestand(
        taal=raw["taal"],
        naam=raw["naam"],
        woorden=raw["woorden"],
        gecontroleerd_op=date.fromisoformat(raw["gecontroleerd_op"]),
        hulpnummers=tuple(Landelijk(**row) for row in raw["hulpnummers"]),
        zorgenadressen=tuple(
            Landelijk(**row | {"soorten": tuple(row["soorten"])})
            for row in raw["zorgenadressen"]
        ),
    )
