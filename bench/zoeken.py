"""Searching among 100,000 provisions in 31 regions (kwaliteit Q4).

The floor is the bare SQL of the same question on a line of its own, word for word as the
page sends it: which place and words are meant, and the statement that finds. Without the
other things on the page: help lines, session, names on the sketch.
"""

from __future__ import annotations

import json
import threading
import time
from contextlib import closing
from urllib.parse import urlencode

import psycopg2

from bench.measure import Bench, Figure, measurement, median_ms
from bench.phone import Phone
from bench.server import product
from bench.world import CLONE, manage, owner

PATH = "/sociale-kaart/"
SQL_LIMIT, DEEP_LIMIT, P95_MS = 3.0, 1.3, 300.0
PEOPLE, EVERY_S, ROUNDS = 50, 5.0, 8

PLACE = {"plaats": "Plek 9-3"}
WORD = {"q": "schulden"} | PLACE
TYPO = {"q": "verslavingzorgg"} | PLACE
FILTERED = PLACE | {"straal": "25", "verwijzing": "zonder", "wacht": "geen"}
COUNTRY = {"q": "verslavingszorg"}
LONG = {"regio": "bench-9", "volgorde": "nu"}
MIXED = [
    WORD,
    TYPO,
    FILTERED,
    {"q": "inloop koffie", "plaats": "Plek 20-1", "straal": "regio"},
    {"q": "maatje", "plaats": "Plek 3-5", "huis": "aan"},
    {"q": "naasten", "regio": "bench-14"},
    {"q": "begeleid wonen", "plaats": "Plek 11-7", "straal": "25"},
    COUNTRY,
]

# what is asked of the database to answer, with the words filled in
_CAPTURE = """
import json, sys
from django.db import connection
from django.http import QueryDict
from django.utils import timezone
from netwerk.selectors import zoekpagina
from netwerk.selectors.zoekpagina import Gevraagd
sent = []
def note(execute, sql, params, many, context):
    sent.append(context["cursor"].cursor.mogrify(sql, params).decode())
    return execute(sql, params, many, context)
get = QueryDict({query!r})
connection.ensure_connection()
zoekpagina.draw = lambda *_: None
with connection.execute_wrapper(note):
    zoekpagina.read(Gevraagd.read(get), get.lists(), {path!r}, now=timezone.localtime())
print(json.dumps(sent))
"""


def bare_sql(asked: dict[str, str]) -> list[str]:
    code = _CAPTURE.format(query=urlencode(asked), path=PATH)
    sent: list[str] = json.loads(manage(CLONE, "shell", "--no-imports", "-c", code))
    return sent


def sql_ms(asked: dict[str, str]) -> float:
    statements = bare_sql(asked)
    with closing(psycopg2.connect(owner(CLONE))) as line, line.cursor() as cursor:

        def ask() -> None:
            for sql in statements:
                cursor.execute(sql)
                cursor.fetchall()

        return median_ms(ask)


def page_ms(port: int, asked: dict[str, str]) -> float:
    phone, path = Phone(port), f"{PATH}?{urlencode(asked)}"
    answer = phone.get(path)
    if answer.status != 200 or 'id="gevonden"' not in answer.body:
        raise RuntimeError(f"no answer: {path}")
    return median_ms(lambda: phone.get(path))


def beside_sql(asked: dict[str, str]) -> Figure:
    with product() as port:
        return Figure(page_ms(port, asked), "ms", SQL_LIMIT, sql_ms(asked))


@measurement("zoeken_woord")
def word(bench: Bench) -> Figure:
    """A word and a place: what most people ask."""
    return beside_sql(WORD)


@measurement("zoeken_tikfout")
def typing_error(bench: Bench) -> Figure:
    return beside_sql(TYPO)


@measurement("zoeken_filters")
def filters(bench: Bench) -> Figure:
    """A place and two filters, no word."""
    return beside_sql(FILTERED)


@measurement("zoeken_land")
def country(bench: Bench) -> Figure:
    """A word without a place, in all regions."""
    return beside_sql(COUNTRY)


@measurement("zoeken_diep")
def deep(bench: Bench) -> Figure:
    """The last page of a whole region beside its first."""
    with product() as port:
        body = Phone(port).get(f"{PATH}?{urlencode(LONG)}").body
        pages = [int(text.split('"')[0]) for text in body.split("blad=")[1:]]
        last = LONG | {"blad": str(max(pages))}
        return Figure(page_ms(port, last), "ms", DEEP_LIMIT, page_ms(port, LONG))


@measurement("zoeken_50")
def fifty(bench: Bench) -> Figure:
    """So many people who each search once every five seconds: 95 of 100 are answered
    within the limit."""
    people = bench.size(PEOPLE)
    took: list[float] = []
    with product() as port:
        for asked in MIXED:
            page_ms(port, asked)
        begin = time.monotonic() + 0.5
        threads = [
            threading.Thread(target=_searches, args=(port, nr, people, begin, took))
            for nr in range(people)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    if len(took) != people * ROUNDS:
        raise RuntimeError("somebody got no answer")
    return Figure(sorted(took)[int(len(took) * 0.95)], "ms", P95_MS)


def _searches(port: int, nr: int, people: int, begin: float, took: list[float]) -> None:
    """Somebody whose moments lie between those of the others."""
    phone = Phone(port)
    for times in range(ROUNDS):
        moment = begin + (times + nr / people) * EVERY_S
        time.sleep(max(0.0, moment - time.monotonic()))
        asked = MIXED[(nr + times) % len(MIXED)]
        started = time.perf_counter()
        answer = phone.get(f"{PATH}?{urlencode(asked)}")
        if answer.status == 200:
            took.append((time.perf_counter() - started) * 1000)
