"""Six guests, one of whom can be recognised by a remark: does that give the rest away?

What lies under the outcomes once a round is closed, and what a participant gets, must
hold nothing that runs through several statements: no row, number, order or mark.
"""

import math
import uuid
from collections import defaultdict

from django.db import connection
from django.urls import reverse

import pytest

from kompas.choices import Kaartstand, Rol
from kompas.models import Stellingantwoord
from kompas.services import stemmen

from .people import guest, joined, score

pytestmark = pytest.mark.django_db

KNOWN = "Ik werk bij de gemeente en ik zie dit elke dag."
CARDS = [("visie", 1), ("visie", 2), ("mens_centraal", 1), ("mens_centraal", 2)]
GUESTS, ROUNDS = 6, 20


def play(world, code: str = "KV73MP"):
    """Guest 3 scores everything 1, the others never do, so that the truth is known."""
    ronde = world.new_ronde(code=code)
    people = [guest(ronde) for _ in range(GUESTS)]
    for kaart, stelling in CARDS:
        for number, who in enumerate(people, 1):
            recognised = (number, kaart, stelling) == (3, "visie", 1)
            score(
                who,
                "1" if number == 3 else str(number % 4 + 2),
                kaart=kaart,
                stelling=stelling,
                opmerking=KNOWN if recognised else "",
            )
    return ronde


def as_they_lie(ronde) -> list[tuple[int, str, str]]:
    """(statement, choice, remark) in the order of the table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.stelling_id, a.keuze, a.opmerking FROM kompas_stellingantwoord a"
            " JOIN kompas_stembriefje b ON b.id = a.stembriefje_id"
            " WHERE b.ronde_id = %s ORDER BY a.ctid",
            [ronde.pk],
        )
        return cursor.fetchall()


def test_after_closing_no_value_is_shared_by_answers_to_two_statements(world):
    ronde = play(world)
    stemmen.cut(ronde=ronde)
    seen = defaultdict(set)
    for row in Stellingantwoord.objects.filter(stembriefje__ronde=ronde).values():
        for name, value in row.items():
            if isinstance(value, uuid.UUID | bytes):
                seen[name, value].add(row["stelling_id"])
    assert len(seen) == GUESTS * len(CARDS)
    assert all(len(statements) == 1 for statements in seen.values())


def test_after_closing_the_place_of_a_recognised_remark_leads_to_nothing(world):
    """Guess that the others lie at the same place among the answers to their statement."""
    hits = guesses = 0
    for number in range(ROUNDS):
        ronde = play(world, code=f"CC2D{number:02d}")
        stemmen.cut(ronde=ronde)
        per_statement = defaultdict(list)
        for statement, keuze, opmerking in as_they_lie(ronde):
            per_statement[statement].append((keuze, opmerking))
        known = next(rows for rows in per_statement.values() if ("1", KNOWN) in rows)
        place = known.index(("1", KNOWN))
        others = [rows for rows in per_statement.values() if rows is not known]
        hits += sum(rows[place][0] == "1" for rows in others)
        guesses += len(others)
    chance = guesses / GUESTS
    deviation = math.sqrt(chance * (1 - 1 / GUESTS))
    assert abs(hits - chance) < 4 * deviation


def test_what_a_guest_gets_names_no_other_answer_and_no_number_of_people(world):
    ronde = play(world)
    phone = joined(ronde, Rol.CLIENT)
    pages = [
        phone.get(reverse("meedoen_kaarten", args=[ronde.code])),
        phone.get(reverse("meedoen_stelling", args=[ronde.code, "visie", 1])),
        phone.get(reverse("meedoen_kaart", args=[ronde.code, "organisaties"])),
    ]
    ronde.kaarten.filter(thema__sleutel="visie").update(stand=Kaartstand.OPEN)
    pages.append(phone.get(reverse("meedoen_kaart", args=[ronde.code, "visie"])))
    for page in pages:
        assert page.status_code == 200
        assert KNOWN not in page.text
        assert " checked" not in page.text
        assert f"{GUESTS} mensen" not in page.text
        assert f"{GUESTS + 1} mensen" not in page.text
