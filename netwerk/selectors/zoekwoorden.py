"""What the kaart knows of the words of a question: longer words, other words for the
same, names of functions and ways of working, and what a typing error was meant to be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from django.db import connection

from netwerk import werkwijzen
from netwerk.choices import (
    Functie,
    Gezondheidsdomein,
    Manier,
    Onafhankelijk,
    VoorWie,
    Wet,
)
from netwerk.rules.zoeken import (
    BEGINS_FROM,
    MOST_WITHIN,
    WITHIN_FROM,
    Kennis,
    Zoekvraag,
    allowed,
    fold,
    halves,
)
from toegang.models import Regio

CANDIDATES = 20  # words that look like one that is not found
_BRACKETS = re.compile(r"(?P<naam>[^()]*)\((?P<kort>[^()]+)\)")

# a part of the lexemes in Voorziening.zoek, and how people say it besides the label
NAMES = {
    "functie": Functie,
    "domein": Gezondheidsdomein,
    "wet": Wet,
    "onafhankelijk": Onafhankelijk,
    "manier": Manier,
    "voor": VoorWie,
}
SAID = {
    "online": "manier:online",
    "thuis": "manier:thuis",
    "aan huis": "manier:thuis",
    "telefonisch": "manier:telefoon",
    "naasten": "voor:naasten",
    "naaste": "voor:naasten",
    "familie": "voor:naasten",
}

# Per word: whether some provision on the kaart of the region (without one: of any) has it
# or a longer one that begins so, so that a draft says nothing of itself; and which words
# of the kaart have it inside. With the halves that are words of the kaart, and with the
# synonyms of everybody and of the region.
HELFT, SYNONIEM = "helft", "synoniem"
_KNOWN = """
SELECT 'woord', t.woord,
  CASE WHEN length(t.woord) >= %(within)s THEN ARRAY(
    SELECT z.woord FROM netwerk_zoekwoord z
    WHERE z.woord LIKE '%%' || t.woord || '%%' AND z.woord NOT LIKE t.woord || '%%'
    ORDER BY length(z.woord), z.woord LIMIT %(most)s) ELSE '{}' END,
  EXISTS (SELECT 1 FROM netwerk_voorziening v WHERE v.status = 'actief'
    AND (%(regio)s IS NULL OR v.regio_id = %(regio)s) AND v.zoek @@ (
    to_tsquery('nk_taal', quote_literal(t.woord))
    || to_tsquery('nk_woord', quote_literal(t.woord) || t.begin)))
FROM unnest(%(woorden)s::text[], %(begin)s::text[]) AS t (woord, begin)
UNION ALL
SELECT 'helft', z.woord, '{}', true FROM netwerk_zoekwoord z
WHERE z.woord = ANY(%(halves)s)
UNION ALL
SELECT 'synoniem', s.woord, s.ook, true FROM netwerk_zoeksynoniem s
WHERE s.woord = ANY(%(runs)s) AND (s.regio_id IS NULL OR s.regio_id = %(regio)s)
"""
_LIKE = """
SELECT t.woord, z.woord FROM unnest(%(woorden)s::text[]) AS t (woord)
CROSS JOIN LATERAL (SELECT z.woord FROM netwerk_zoekwoord z WHERE z.woord %% t.woord
  ORDER BY similarity(z.woord, t.woord) DESC, z.woord LIMIT %(most)s) z
"""


@dataclass
class _Gekend:
    """Of the words as they were typed. `er`: those some provision has; the rest as in
    Kennis."""

    er: set[str] = field(default_factory=set)
    erin: dict[str, tuple[str, ...]] = field(default_factory=dict)
    delen: set[str] = field(default_factory=set)
    ook: dict[str, tuple[str, ...]] = field(default_factory=dict)


def known_of(vraag: Zoekvraag, regio: Regio | None) -> Kennis:
    """One query and the names of ways of working; another for a word that is nowhere."""
    if not vraag.woorden:
        return Kennis()
    known, namen = _known(vraag, regio), _names()
    explained = {
        word
        for _, _, run in vraag.runs
        if run in known.ook or run in namen
        for word in run.split()
    }
    nowhere = [
        word
        for i in vraag.telt
        if allowed(word := vraag.woorden[i])
        and not (word in known.er or known.erin.get(word) or word in explained)
    ]
    return Kennis(known.ook, namen, known.erin, _look_alikes(nowhere), known.delen)


def _known(vraag: Zoekvraag, regio: Regio | None) -> _Gekend:
    words = [vraag.woorden[i] for i in vraag.telt]
    params: dict[str, Any] = {
        "woorden": words,
        "begin": [":*" if len(word) >= BEGINS_FROM else "" for word in words],
        "halves": sorted(halves(vraag)),
        "runs": [run for _, _, run in vraag.runs],
        "regio": regio.pk if regio else None,
        "within": WITHIN_FROM,
        "most": MOST_WITHIN,
    }
    found = _Gekend()
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, params)
        for kind, word, others, is_there in cursor.fetchall():
            if kind == HELFT:
                found.delen.add(word)
            elif kind == SYNONIEM:
                also = (*found.ook.get(word, ()), *others)
                found.ook[word] = tuple(dict.fromkeys(also))
            else:
                found.erin[word] = tuple(others)
                if is_there:
                    found.er.add(word)
    return found


def _look_alikes(words: list[str]) -> dict[str, tuple[str, ...]]:
    if not words:
        return {}
    found: dict[str, tuple[str, ...]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_LIKE, {"woorden": words, "most": CANDIDATES})
        for word, like in cursor.fetchall():
            found[word] = (*found.get(word, ()), like)
    return found


def _names() -> dict[str, tuple[str, ...]]:
    """Compared name -> lexemes."""
    found = dict(_own_names())
    for key, name in werkwijzen.names().items():
        for said in _ways_to_say(name):
            found[said] = (*found.get(said, ()), f"werkwijze:{key}")
    return found


@cache
def _own_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    labels = [
        (said, f"{kind}:{value}")
        for kind, choices in NAMES.items()
        for value, label in choices.choices
        for said in _ways_to_say(str(label))
    ]
    for said, lexeme in (*labels, *SAID.items()):
        found[said] = tuple(dict.fromkeys((*found.get(said, ()), lexeme)))
    return found


@lru_cache(maxsize=1024)
def _ways_to_say(name: str) -> tuple[str, ...]:
    """ "Wet langdurige zorg (Wlz)" is that, "wet langdurige zorg" and "wlz"."""
    said = [name]
    if bracketed := _BRACKETS.fullmatch(name):
        said += [bracketed["naam"], bracketed["kort"]]
    return tuple(map(fold, said))
