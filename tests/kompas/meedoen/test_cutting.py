"""Closing a round cuts the last tie between who took part and what was answered.

The attack is the one that found 480 of 480 people when ballots and participations were
two tables without a foreign key: lay both beside each other in the order of a pg_dump.
Every answer carries a token, so that the truth is known.
"""

import math
import os
import random
import re
import subprocess
from collections import defaultdict
from pathlib import Path

from django.db import connection

import pytest

from kompas.choices import Rol
from kompas.models import Ronde
from kompas.services.stemmen import cut

from .people import guest, score

ROUNDS, PEOPLE = 24, 8
ROLES = [Rol.CLIENT, Rol.NAASTE, Rol.UITVOERDER, Rol.BELEIDSMAKER]
CARDS = [("visie", 1), ("visie", 2), ("mens_centraal", 1), ("mens_centraal", 2)]

Row = dict[str, str]


def play(ronde: Ronde, rng: random.Random) -> None:
    """People join one after another and answer in that order too: worst for them."""
    people = [guest(ronde, rng.choice(ROLES)) for _ in range(PEOPLE)]
    for kaart, stelling in CARDS:
        for who in people:
            score(
                who,
                str(rng.randint(1, 5)),
                kaart=kaart,
                stelling=stelling,
                opmerking=f"token-{who.deelname.pk}-{kaart}-{stelling}",
            )


def dump() -> str:
    """What somebody finds who gets hold of a back-up."""
    database = connection.settings_dict
    words = [
        str(Path(os.environ["PG_BIN"]) / "pg_dump"),
        "--data-only",
        f"--host={database['OPTIONS'].get('host') or database['HOST']}",
        f"--username={database['USER']}",
        database["NAME"],
        *(f"--table={name}" for name in TABLES),
    ]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


TABLES = (
    "kompas_deelname",
    "kompas_kaartklaar",
    "kompas_stembriefje",
    "kompas_stellingantwoord",
    "kompas_openantwoord",
    "kompas_inventarisantwoord",
    "kompas_ronde",
)


def rows(text: str, table: str) -> list[Row]:
    found = re.search(
        rf"COPY public\.{table} \((.*?)\) FROM stdin;\n(.*?)\\\.\n", text, re.DOTALL
    )
    names = found[1].split(", ")
    return [
        dict(zip(names, line.split("\t"), strict=True))
        for line in found[2].splitlines()
    ]


def found_by_order(text: str) -> tuple[int, int, float, float]:
    """Hits, answers, and what chance gives (mean, standard deviation).

    Per round, statement and group: the k-th person is the k-th ballot. One right guess a
    group on average; who is alone in a group is always found.
    """
    ballots = {row["id"]: row for row in rows(text, "kompas_stembriefje")}
    place = {name: number for number, name in enumerate(ballots)}
    people: dict[tuple, list[str]] = defaultdict(list)
    for row in rows(text, "kompas_deelname"):
        people[row["ronde_id"], row["groep"]].append(row["id"])
    given: dict[tuple, list[Row]] = defaultdict(list)
    for row in rows(text, "kompas_stellingantwoord"):
        ballot = ballots[row["stembriefje_id"]]
        given[ballot["ronde_id"], ballot["groep"], row["stelling_id"]].append(row)
    hits = total = 0
    spread = 0
    for (ronde, groep, _), answers in given.items():
        answers.sort(key=lambda row: place[row["stembriefje_id"]])
        who = people[ronde, groep]
        hits += sum(
            row["opmerking"].startswith(f"token-{person}-")
            for person, row in zip(who, answers, strict=True)
        )
        total += len(answers)
        spread += len(who) > 1
    return hits, total, len(given), math.sqrt(spread)


def linked_by_ballot(text: str) -> int:
    """From one recognised remark: how many other answers of that person follow?"""
    per_ballot: dict[str, int] = defaultdict(int)
    for row in rows(text, "kompas_stellingantwoord"):
        per_ballot[row["stembriefje_id"]] += 1
    return sum(n - 1 for n in per_ballot.values())


def long_values(table: list[Row]) -> set[str]:
    found = {value for row in table for value in row.values() if len(value) > 6}
    return found - {"ervaring", "uitvoering"}


def shared(text: str) -> set[str]:
    """Values that stand on both sides."""
    persons = [*rows(text, "kompas_deelname"), *rows(text, "kompas_kaartklaar")]
    answers = [
        *rows(text, "kompas_stembriefje"),
        *rows(text, "kompas_openantwoord"),
        *rows(text, "kompas_inventarisantwoord"),
        *rows(text, "kompas_stellingantwoord"),
    ]
    return long_values(persons) & long_values(answers)


@pytest.mark.django_db(transaction=True)
def test_a_dump_finds_nobody_beyond_chance_once_the_round_is_closed(world):
    rng = random.Random(4)  # noqa: S311 - a game, not a secret
    rounds = []
    for number in range(ROUNDS):
        ronde = world.new_ronde(code=f"CC2D{number:02d}")
        play(ronde, rng)
        rounds.append(ronde)

    text = dump()
    assert shared(text) == set()
    hits, total, _, _ = found_by_order(text)
    assert total == ROUNDS * PEOPLE * len(CARDS)
    # the attack bites: see the ADR. Where autovacuum has just freed a row the next one
    # stands out of its order, so not always every single one
    assert hits > 0.9 * total

    for ronde in rounds:
        assert cut(ronde=ronde)
    text = dump()
    assert shared(text) == set()
    assert linked_by_ballot(text) == 0
    hits, total, chance, deviation = found_by_order(text)
    assert total == ROUNDS * PEOPLE * len(CARDS)
    assert abs(hits - chance) < 4 * deviation
