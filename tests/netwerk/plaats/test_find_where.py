"""A postcode or a place becomes a point, a choice, or is said not to be known."""

import pytest

from netwerk.models import Plaats
from netwerk.selectors.plaatsen import Choice, Found, Unknown, find_where, looks_like
from toegang.models import Gemeente

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places")]


@pytest.mark.parametrize(
    "text",
    ["3811 AB", "3811ab", "3811-AB", "3811", "NL-3811 AB", "3811 AB Amersfoort",
     "3811\N{NO-BREAK SPACE}AB", "3811 AB Nergenshuizen", "Amersfoort 3811"],
)  # fmt: skip
def test_every_way_to_write_a_postcode_is_the_same_point(text):
    assert find_where(text) == Found("3811 Amersfoort", 52.155, 5.3875, "postcode")


@pytest.mark.parametrize("text", ["9999 ZZ", "0000 AA", "1234 5", "2000", "B-2000"])
def test_an_unknown_postcode_is_named_and_becomes_no_other(text):
    assert find_where(text) == Unknown(text, "postcode")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Den Bosch", "'s-Hertogenbosch"),
        ("s-Hertogenbosch", "'s-Hertogenbosch"),
        ("'s hertogenbosch", "'s-Hertogenbosch"),
        ("\N{RIGHT SINGLE QUOTATION MARK}s-Hertogenbosch", "'s-Hertogenbosch"),
        ("Den Haag", "Den Haag"),
        ("'s-Gravenhage", "Den Haag"),
        ("Bergen-op-Zoom", "Bergen op Zoom"),
        ("Alphen a/d Rijn", "Alphen aan den Rijn"),
        ("Súdwest-Fryslân", "Súdwest-Fryslân"),
        ("Sudwest Fryslan", "Súdwest-Fryslân"),
        ("2e Exloërmond", "Tweede Exloërmond"),
        ("Almere", "Almere Stad"),
    ],
)
def test_every_name_of_a_place_finds_it(text, label):
    found = find_where(text)
    assert isinstance(found, Found)
    assert found.label == label


def test_a_gemeente_is_found_as_such():
    assert find_where("Súdwest-Fryslân").kind == "gemeente"


def test_a_name_in_two_provinces_is_a_choice():
    found = find_where("hengelo")
    assert isinstance(found, Choice)
    labels = [option.label for option in found.options]
    assert labels == ["Hengelo (Gelderland)", "Hengelo (Overijssel)"]


def test_a_name_twice_in_one_province_is_told_apart_by_its_gemeente():
    labels = [option.label for option in find_where("Heide").options]
    assert labels == ["Heide (Limburg)", "Heide (Echt-Susteren, Limburg)"]


@pytest.mark.parametrize("text", ["Hengelo", "Heide"])
def test_each_of_a_choice_is_found_by_its_own_text(text):
    for option in find_where(text).options:
        assert find_where(option.text) == option


@pytest.mark.parametrize(
    "text", ["Hengelo Gld", "Hengelo (Bronckhorst)", "hengelo, ge"]
)
def test_a_choice_can_be_made_in_words(text):
    assert find_where(text).label == "Hengelo (Gelderland)"


def test_a_namesake_in_the_own_region_is_meant(world):
    Gemeente.objects.create(regio=world.regio, naam="Bronckhorst")
    assert find_where("Hengelo", world.regio).label == "Hengelo (Gelderland)"
    assert find_where("Hengelo Ov", world.regio).label == "Hengelo (Overijssel)"
    assert isinstance(find_where("Hengelo", world.elders), Choice)


@pytest.mark.parametrize(
    "text", ["Hengelo (Drenthe)", "Hengelo Drenthe", "Hengel", "!?"]
)
def test_an_unknown_place_is_named_and_becomes_no_other(text):
    assert find_where(text) == Unknown(text, "plaats")


@pytest.mark.parametrize("text", ["", "  ", "\N{NO-BREAK SPACE}"])
def test_nothing_typed_is_nothing_asked(text):
    assert find_where(text) == Unknown("", "leeg")


def test_a_place_beside_an_unknown_postcode_is_used_and_the_postcode_named():
    found = find_where("1234 AB Amersfoort")
    assert (found.label, found.unknown) == ("Amersfoort", "1234 AB")
    assert find_where("1234 AB Hengelo").unknown == "1234 AB"


def test_a_postcode_and_a_place_that_lie_apart_are_a_choice():
    labels = [option.label for option in find_where("3811 AB Utrecht").options]
    assert labels == ["3811 Amersfoort", "Utrecht"]


def test_two_letters_that_belong_to_the_name_are_no_reason_for_a_choice():
    assert find_where("3731 De Bilt").label == "3731 De Bilt"


@pytest.mark.parametrize(
    ("text", "queries"),
    [("", 0), ("0000 AA", 0), ("3811", 1), ("Hengelo", 1), ("3811 AB Hengelo Gld", 2)],
)
def test_it_asks_the_database_twice_at_most(
    text, queries, world, django_assert_num_queries
):
    with django_assert_num_queries(queries):
        find_where(text, world.regio)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Amersfort", ["Amersfoort"]),
        ("amesrfoort", ["Amersfoort"]),
        ("den bosh", ["Den Bosch"]),
        ("Hengeloo", ["Hengelo"]),
        ("Verweggistan", []),
        ("Ut", []),
        ("%_'", []),
        ("a" * 5_000, []),
    ],
)
def test_a_typing_error_in_a_place_is_recognised(text, meant):
    assert looks_like(text) == meant


def test_a_gemeente_of_ours_that_no_place_is_named_after_is_recognised(world):
    assert looks_like("Lindehovn", world.regio) == ["Lindehoven"]


def test_what_is_in_the_own_region_is_meant_first(world):
    near = {"soort": "plaats", "provincie": "Utrecht", "lat": 52, "lon": 5}
    for naam in ("Lindehof", "Lindehos"):
        Plaats.objects.create(
            naam=naam, zoeknaam=naam.lower(), gemeente=naam, bron="proef", **near
        )
    assert looks_like("Lindehox") == ["Lindehof", "Lindehos"]
    Gemeente.objects.create(regio=world.regio, naam="Lindehos")
    assert looks_like("Lindehox", world.regio) == ["Lindehos"]


def test_what_a_place_was_meant_to_be_is_one_question(django_assert_num_queries):
    with django_assert_num_queries(1):
        looks_like("Amersfort")
