"""250 people at the table: the same few questions to the database, and an answer at once."""

import time

from django.db import connection

import pytest

from kompas.models import Deelname, Stellingantwoord, Stembriefje
from kompas.services.edities import load_own_edition
from tests.kompas.uitkomsten.table import ROLES, Tafel, address
from tests.world import browser

GROUPS = ("ervaring", "uitvoering", "beleid")
PATIENCE_S = 5.0  # a busy machine; alone it takes a tenth of a second


def seat(tafel: Tafel, people: int) -> None:
    stellingen = list(tafel.ronde.editie.themas.values_list("stellingen", flat=True))
    ballots = [
        Stembriefje(ronde=tafel.ronde, groep=GROUPS[n % 3]) for n in range(people)
    ]
    Stembriefje.objects.bulk_create(ballots)
    Deelname.objects.bulk_create(
        Deelname(ronde=tafel.ronde, groep=b.groep, rol=ROLES[b.groep]) for b in ballots
    )
    Stellingantwoord.objects.bulk_create(
        Stellingantwoord(
            stembriefje=ballot, stelling_id=pk, beurt=1, versie=1,
            keuze=str((n * 7 + place) % 5 + 1),
            opmerking="Dit zegt iemand." if (n + place) % 29 == 0 else "",
        )
        for n, ballot in enumerate(ballots)
        for place, pk in enumerate(filter(None, stellingen))
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE kompas_stellingantwoord, kompas_stembriefje")


@pytest.fixture
def full(world):
    tafel = Tafel(world.new_ronde(editie=load_own_edition()))
    tafel.open()
    return tafel


def queries_of(person, url: str, counter) -> int:
    with counter() as asked:
        assert person.get(url).status_code == 200
    return len(asked)


def test_the_questions_to_the_database_do_not_grow_with_the_people(
    world, full, django_assert_max_num_queries
):
    def counter():
        return django_assert_max_num_queries(45)

    person = browser(world.amina)
    urls = [
        address("uitkomsten", full.ronde),
        address("uitkomst_kaart", full.ronde, "mens_centraal"),
        address("uitkomst_stelling", full.ronde, "mens_centraal", 3),
        address("uitkomst_csv", full.ronde, "stellingen"),
    ]
    seat(full, 5)
    few = [queries_of(person, url, counter) for url in urls]
    seat(full, 245)
    assert [queries_of(person, url, counter) for url in urls] == few


def test_it_answers_at_once(world, full):
    seat(full, 250)
    person = browser(world.amina)
    for name, parts in (
        ("uitkomsten", []),
        ("uitkomst_kaart", ["mens_centraal"]),
        ("uitkomst_stelling", ["mens_centraal", 3]),
    ):
        begin = time.perf_counter()
        answer = person.get(address(name, full.ronde, *parts))
        took = time.perf_counter() - begin
        assert answer.status_code == 200
        assert took < PATIENCE_S, f"{name}: {took:.2f} s"
    assert (
        "250 mensen deden mee"
        in person.get(address("uitkomsten", full.ronde)).content.decode()
    )
