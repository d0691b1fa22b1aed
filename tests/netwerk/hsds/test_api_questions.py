"""What can be asked of the API; and whatever is asked, never a 500."""

import uuid
from datetime import UTC, date, datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings, strategies as st

from netwerk.models import Locatie, Taxonomie, Term, Voorzieningplek
from netwerk.rules.hsds_woorden import taxonomy_id, term_id
from tests.netwerk.plaats.conftest import GEBIEDEN, PLEKKEN
from tests.world import browser

pytestmark = pytest.mark.django_db
PATHS = [
    "services",
    "organizations",
    "service_at_locations",
    "taxonomies",
    "taxonomy_terms",
]


def ask(path: str, **query):
    return browser().get(f"/api/hsds/{path}", query)


def names(**query) -> set[str]:
    answer = ask("services", **query)
    assert answer.status_code == 200, answer.content
    return {node["name"] for node in answer.json()["contents"]}


@pytest.fixture
def places(db):
    from netwerk.services.plaatsen import load_own_places

    load_own_places(plekken=PLEKKEN, gebieden=GEBIEDEN)


def test_words_are_found_as_written_and_by_their_stem(world):
    world.voorziening("Er Zijn")
    world.voorziening("Loopgroep", omschrijving="We maken wandelingen")
    assert names(search="er zijn") == {"Er Zijn"}
    assert names(search="wandeling") == {"Loopgroep"}


def test_a_question_that_only_says_what_not_finds_nothing(world):
    world.voorziening("Er Zijn")
    world.voorziening("Loopgroep", omschrijving="We maken wandelingen")
    for words in (
        "-schulden",
        "-wandelingen",
        "-a -b",
        "de -wandeling",
        "loopgroep or -x",
    ):
        assert "Er Zijn" not in names(search=words), words
    assert names(search="-") == set()
    assert names(search="loopgroep -schulden") == {"Loopgroep"}


@pytest.mark.parametrize(
    "words",
    [
        "loopgroep -wandelingen",
        "loopgroep -wandeling",
        'loopgroep -"maken wandelingen"',
        "loopgroep - wandelingen",
        "loopgroep -stichting",
        "koor or loopgroep -wandelingen",
    ],
)
def test_what_may_not_be_there_is_there_neither_as_written_nor_by_its_stem(
    world, words
):
    world.ggz.naam = "Stichting Lopen"
    world.ggz.save()
    world.voorziening("Loopgroep", omschrijving="We maken wandelingen")
    assert names(search="loopgroep") == {"Loopgroep"}
    assert names(search=words) == set()


def test_what_may_not_be_there_counts_only_for_its_own_side_of_or(world):
    world.voorziening("Loopgroep", omschrijving="We maken wandelingen")
    world.voorziening("Koor", omschrijving="Na een wandeling zingen we")
    assert names(search="loopgroep -wandelingen or koor") == {"Koor"}
    assert names(search="loopgroep --wandelingen") == {"Loopgroep"}


def test_a_term_of_ours_and_one_of_a_package_both_filter(world, vol):
    other = world.voorziening("Ander", functies=["rechten"])
    term = Term.objects.create(
        regio=world.regio,
        naam="Tuin",
        taxonomie=Taxonomie.objects.create(regio=world.regio, naam="Elders"),
    )
    other.kenmerken.create(term=term)
    assert names(taxonomy_term_id=term_id("nk_functies", "steun")) == {vol.naam}
    assert names(taxonomy_term_id=str(term.uuid)) == {"Ander"}
    assert names(taxonomy_id=taxonomy_id("nk_wetten")) == {vol.naam}
    assert names(taxonomy_id=str(term.taxonomie.uuid)) == {"Ander"}
    assert names(taxonomy_id=str(uuid.uuid4())) == set()


def test_near_a_postcode_counts_the_address_and_never_a_secret_one(
    world, vol, opvang, places
):
    assert names(postcode="3811") == {vol.naam}
    assert names(postcode="Den Haag", proximity="20000") == set()
    answer = ask("service_at_locations", postcode="3811", proximity="500")
    assert answer.json()["total_items"] == 1


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"postcode": "0000"}, "kennen we niet"),
        ({"postcode": "Hengelo"}, "Er zijn er meer"),
        ({"proximity": "500"}, "Geef ook een postcode"),
        ({"postcode": "3811", "proximity": "0"}, "van 1 tot en met"),
        ({"postcode": "3811", "proximity": "ver"}, "van 1 tot en met 200000"),
        ({"postcode": "3811", "proximity": "1e3"}, "van 1 tot en met 200000"),
        ({"postcode": "3811", "proximity": "200001"}, "van 1 tot en met 200000"),
        ({"page": "0"}, "van 1 tot en met"),
        ({"page": "1000000000"}, "van 1 tot en met 1000000"),
        ({"page": "1.0"}, "van 1 tot en met"),
        ({"page": ""}, "van 1 tot en met"),
        ({"after": "9" * 19}, "van 1 tot en met"),
        ({"minimal": "true", "per_page": "10001"}, "van 1 tot en met 10000"),
        ({"per_page": "0"}, "van 1 tot en met 100"),
        ({"per_page": "-1"}, "van 1 tot en met 100"),
        ({"per_page": "1000000000"}, "van 1 tot en met 100"),
        ({"per_page": "9" * 400}, "van 1 tot en met 100"),
        ({"per_page": "٣"}, "van 1 tot en met 100"),
        ({"full": "misschien"}, "true of false"),
        ({"modified_after": "gisteren"}, "Geef een datum"),
        ({"modified_after": "2026-02-30"}, "Geef een datum"),
        ({"modified_after": ""}, "Geef een datum"),
        ({"modified_after": "9999-12-31T23:59:59-14:00"}, "bestaat niet"),
        ({"modified_after": "0001-01-01T00:00:00+14:00"}, "bestaat niet"),
        ({"organization_id": "12"}, "Geef een id"),
        ({"format": "xml"}, "alleen json"),
        ({"serch": "typefout"}, "bestaat hier niet"),
        ({"search": "a\x00b"}, "niet te lezen"),
        ({"search": "a" * 999}, "te lang"),
    ],
)
def test_a_question_that_cannot_be_right_is_said_in_words(places, query, words):
    answer = ask("services", **query)
    assert answer.status_code == 400
    assert words in answer.json()["error"]
    assert answer["Cache-Control"] == "no-store"


def test_anybody_may_read_from_another_site_and_keep_it_for_a_while(vol):
    answer = ask("services")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cache-Control"] == "public, max-age=300"
    assert not answer.cookies
    assert ask("services/").status_code == 200


def test_there_is_only_reading(vol):
    for path in ("", "services", f"services/{vol.uuid}"):
        for method in ("post", "put", "patch", "delete"):
            answer = getattr(browser(), method)(f"/api/hsds/{path}")
            assert answer.status_code == 405
            assert "alleen lezen" in answer.json()["error"]
            assert answer["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("path", ["", "services", "organizations?full=true"])
def test_asking_for_the_head_alone_is_asking_without_the_body(vol, path):
    whole, head = (
        getattr(browser(), way)(f"/api/hsds/{path}") for way in ("get", "head")
    )
    assert (head.status_code, head.content) == (200, b"")
    for name in ("Content-Type", "Cache-Control", "Access-Control-Allow-Origin"):
        assert head[name] == whole[name]


def test_a_page_of_another_site_may_ask_what_it_may_ask(vol):
    answer = browser().options("/api/hsds/services")
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    for what in ("Origin", "Methods", "Headers"):
        assert answer[f"Access-Control-Allow-{what}"] == "*"


def test_who_has_the_answer_already_gets_it_no_second_time(world, vol):
    first = ask("services")
    know = {"If-None-Match": first["ETag"]}
    again = browser().get("/api/hsds/services", headers=know)
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    world.voorziening("Nieuw")
    assert browser().get("/api/hsds/services", headers=know).status_code == 200


@pytest.mark.parametrize("accept", ["text/html", "application/xml", "junk", "*/*"])
def test_there_is_one_form_whatever_somebody_would_like(vol, accept):
    answer = browser().get("/api/hsds/services", headers={"Accept": accept})
    assert answer["Content-Type"] == "application/json"


def test_who_asks_too_much_waits_and_hears_how_long(vol, settings):
    settings.OPEN_DATA_VRAGEN = 2
    with time_machine.travel(datetime(2026, 11, 27, 12, 1, 40, tzinfo=UTC), tick=False):
        asked = [ask("services") for _ in range(3)]
        other = browser().get("/api/hsds/services", REMOTE_ADDR="192.0.2.7")
    assert [answer.status_code for answer in asked] == [200, 200, 429]
    assert asked[2]["Retry-After"] == "200"
    assert asked[2].json() == {
        "error": "Dit zijn veel vragen achter elkaar. Wacht 200 seconden."
    }
    assert other.status_code == 200


@pytest.mark.parametrize("path", [f"{p}/{{}}" for p in PATHS])
@pytest.mark.parametrize(
    "key", ["1", "é", "11111111-1111-4111-8111-111111111111", "a" * 80, "%00"]
)
def test_an_id_that_nobody_has_is_a_404_in_words(path, key):
    answer = ask(path.format(key))
    assert answer.status_code == 404
    assert answer.json()["error"]


WORDS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["", "0", "-1", "1e9", "true", "null", "2026-13-45", "3811", "💥"]),
    st.uuids().map(str),
    st.datetimes().map(lambda d: d.isoformat()),
)
NAMES = st.sampled_from(
    [
        "page",
        "per_page",
        "search",
        "full",
        "minimal",
        "modified_after",
        "organization_id",
        "taxonomy_id",
        "taxonomy_term_id",
        "postcode",
        "proximity",
        "regio",
        "after",
        "format",
        "top_only",
        "parent_id",
        "full_service",
        "x",
    ]
)


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(path=st.sampled_from(PATHS), query=st.dictionaries(NAMES, WORDS, max_size=4))
def test_whatever_is_asked_there_is_an_answer(vol, path, query):
    assert ask(path, **query).status_code in {200, 400}


@pytest.mark.parametrize("full", ["true", "false"])
@pytest.mark.parametrize("path", PATHS[:3])
def test_the_number_of_queries_does_not_grow_with_the_rows(world, vol, path, full):
    def count() -> int:
        with CaptureQueriesContext(connection) as taken:
            assert ask(path, full=full).status_code == 200
        return len(taken)

    def more(number: int) -> None:
        for n in range(number):
            row = world.voorziening(f"Inloop {n}")
            row.telefoon_set.create(nummer="0331234567").talen.create(naam="Frans")
            row.sluitingsperiodes.create(van=date(2027, 1, 1), alternatief=vol)
            place = Locatie.objects.create(regio=world.regio, organisatie=world.ggz)
            place.telefoon_set.create(nummer="113").talen.create(naam="Frans")
            place.contact_set.create(naam="X").telefoon_set.create(nummer="113")
            Voorzieningplek.objects.create(
                regio=world.regio, voorziening=row, locatie=place
            )

    more(1)
    count()  # keeps where the pages begin
    few = count()
    more(5)
    assert count() == few
