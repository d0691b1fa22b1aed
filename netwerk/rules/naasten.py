"""The page for naasten in a language: a file of words, and what they are.

In a text **these words** are strong, and [112] is a number to call. Words of our own, from
the generieke module Ernstige psychische aandoeningen, 3.1 (early signs), 3.4 (naasten,
zwijgplicht, resourcegroep) and 4.1 (respijt), and the generieke module Herstelondersteuning,
2 (help for naasten themselves), 3 (crisiskaart) and 4.1 (familie-ervaringsdeskundigen).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "content" / "naasten"
MARKED = re.compile(r"(\*\*[^*]+\*\*|\[[0-9]+\])")
SOORTEN = ("tekst", "stappen", "lijst", "kaarten", "nummers", "hier")
Stuk = tuple[str, str]  # "tel", "vet" or "", and the words


@dataclass(frozen=True)
class Item:
    kop: str
    tekst: tuple[Stuk, ...]


@dataclass(frozen=True)
class Deel:
    """`soort` is one of SOORTEN; "hier" is what the region itself has."""

    soort: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Onderwerp:
    """`wegwijzer` is its line on top of the page; without one it has none."""

    sleutel: str
    kop: str
    wegwijzer: str
    delen: tuple[Deel, ...]


@dataclass(frozen=True)
class Naastenpagina:
    taal: str
    naam: str
    woorden: dict[str, str] = field(hash=False)
    onderwerpen: tuple[Onderwerp, ...]


def marked(text: str) -> tuple[Stuk, ...]:
    """A text as its parts: ("", "Bel "), ("tel", "112"), ("", ".")."""
    return tuple(_part(part) for part in MARKED.split(text) if part)


def _part(part: str) -> Stuk:
    if not MARKED.fullmatch(part):
        return "", part
    return ("vet", part[2:-2]) if part.startswith("*") else ("tel", part[1:-1])


@cache
def read(taal: str) -> Naastenpagina:
    raw = json.loads((FOLDER / f"{taal}.json").read_text(encoding="utf-8"))
    subjects = (
        Onderwerp(
            row["sleutel"],
            row["kop"],
            row.get("wegwijzer", ""),
            tuple(_deel(part) for part in row["delen"]),
        )
        for row in raw["onderwerpen"]
    )
    return Naastenpagina(raw["taal"], raw["naam"], raw["woorden"], tuple(subjects))


def _deel(raw: dict[str, Any]) -> Deel:
    """A file says {"tekst": "…"}, {"lijst": ["…"]} or {"stappen": [["Kop", "…"]]}."""
    ((soort, content),) = raw.items()
    rows = [content] if isinstance(content, str) else content
    pairs = (("", row) if isinstance(row, str) else row for row in rows)
    return Deel(soort, tuple(Item(kop, marked(text)) for kop, text in pairs))
