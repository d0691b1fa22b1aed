"""The list of words that the kaart uses, and the synonyms that come with the product.

Words of a name or keyword are looked up when somebody makes a typing error or writes a
compound apart (rules/zoeken.py). The list is made by the database from its own search
configuration, in one statement however many rows there are.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction

from netwerk.models import Zoeksynoniem
from netwerk.rules.zoeken import fold

OWN = Path(__file__).parent.parent / "content/synoniemen.json"

# words of a name, another name, keywords and the organisation; no numbers, no glued signs
_WORDS = """
SELECT DISTINCT w.lexeme FROM netwerk_voorziening v
JOIN toegang_organisatie o ON o.id = v.organisatie_id
CROSS JOIN LATERAL unnest(to_tsvector('nk_woord', concat_ws(' ', v.naam,
  v.ook_bekend_als, array_to_string(v.trefwoorden, ' '), o.naam))) w
WHERE v.status = 'actief' AND w.lexeme ~ '^[[:alpha:]][[:alnum:]]+$'
  AND length(w.lexeme) <= 80
"""
_ADD = "INSERT INTO netwerk_zoekwoord (woord) {words} ON CONFLICT (woord) DO NOTHING"
# what only lost its last provision; the list is locked for nobody
_REBUILD = f"""
WITH nu AS MATERIALIZED ({_WORDS}), weg AS (
  DELETE FROM netwerk_zoekwoord z WHERE NOT EXISTS
    (SELECT 1 FROM nu WHERE nu.lexeme = z.woord)
)
INSERT INTO netwerk_zoekwoord (woord) SELECT lexeme FROM nu
ON CONFLICT (woord) DO NOTHING
"""  # noqa: S608 - pieces of our own


def add_words(*, voorzieningen: Collection[int]) -> None:
    """After these were saved; called by whoever saves. Words that nobody uses any more go
    in the night (`rebuild_words`)."""
    if not voorzieningen:
        return
    with connection.cursor() as cursor:
        words = f"{_WORDS} AND v.id = ANY(%s)"
        cursor.execute(_ADD.format(words=words), [list(voorzieningen)])


def rebuild_words() -> None:
    """From everything on the kaart, of all regions: every night."""
    with connection.cursor() as cursor:
        cursor.execute(_REBUILD)


@dataclass(frozen=True)
class Geladen:
    nieuw: int
    gewijzigd: int


@transaction.atomic
def load_own_synonyms() -> Geladen:
    """Those of everybody, from our own file. Safe to run again: what did not change is
    left alone, and what a region keeps for itself too."""
    wanted = read_own()
    known = {row.woord: row for row in Zoeksynoniem.objects.filter(regio=None)}
    new = [
        Zoeksynoniem(woord=woord, ook=ook)
        for woord, ook in wanted.items()
        if woord not in known
    ]
    Zoeksynoniem.objects.bulk_create(new)
    changed = [
        known[woord]
        for woord, ook in wanted.items()
        if woord in known and known[woord].ook != ook
    ]
    for row in changed:
        row.ook = wanted[row.woord]
    Zoeksynoniem.objects.bulk_update(changed, ["ook"])
    return Geladen(len(new), len(changed))


def read_own() -> dict[str, list[str]]:
    """word -> other words. In the file a group has words that all find each other, and a
    line of `van` only what it also finds."""
    data = json.loads(OWN.read_text(encoding="utf-8"))
    found: dict[str, list[str]] = {}
    for group in data["groepen"]:
        for woord in group:
            others = (w for w in group if fold(w) != fold(woord))
            found.setdefault(fold(woord), []).extend(others)
    for woord, ook in data["van"].items():
        found.setdefault(fold(woord), []).extend(ook)
    return {woord: list(dict.fromkeys(ook)) for woord, ook in found.items()}
