"""Which provisions look like the same one."""

import pytest

from netwerk.rules.dubbelen import (
    MOST_ALIKE,
    MOST_SHARED,
    SMALL_GROUP,
    Kandidaat,
    likely,
    resemblance,
    trigrams,
)

PLAATSEN = ["Lindehoven", "Brugveen", "Den Berg", "De Akkers"]


def one(sleutel: int, naam: str, *groepen: str, **more: list[str]) -> Kandidaat:
    """`adres`, `telefoon` and `website` are what it has; `in_` the towns it is in."""
    towns = frozenset(more.pop("in_", ()))
    facts = {(kind, value) for kind, values in more.items() for value in values}
    return Kandidaat(
        sleutel, naam, frozenset(groepen or ("ggz",)), frozenset(facts), towns
    )


def keys(*kandidaten: Kandidaat) -> list[tuple[int, int]]:
    return [(paar.een, paar.ander) for paar in likely(kandidaten, PLAATSEN)]


@pytest.mark.parametrize(
    "ander",
    [
        "inloop de veranda",
        "Inloop De Veranda, Lindehoven",
        "Inloop De Verandah",
        "De Veranda (inloop)",
    ],
)
def test_capitals_signs_order_and_a_typing_error_do_not_matter(ander):
    assert keys(one(1, "Inloop De Veranda"), one(2, ander)) == [(1, 2)]


@pytest.mark.parametrize(
    ("een", "ander"),
    [("Wijkteam Noord", "Wijkteam Zuid"), ("FACT-team", "Inloop"), ("", "")],
)
def test_what_differs_is_not_named(een, ander):
    assert keys(one(1, een), one(2, ander)) == []


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Inloop Lindehoven", "Inloop Brugveen"),
        ("Wijkteam Den Berg", "Wijkteam De Akkers"),
        ("Herstelgroep Brugveen Noord", "Herstelgroep Brugveen Zuid"),
        ("Inloop team 1", "Inloop team 2"),
    ],
)
def test_names_that_differ_in_their_place_are_two_whatever_else_they_share(een, ander):
    same = {"telefoon": ["0100203040"], "website": ["ggz.example"]}
    assert keys(one(1, een, **same), one(2, ander, **same)) == []


def test_a_place_in_one_of_the_names_does_not_matter_until_the_addresses_say_so():
    names = ("Inloop", "Inloop Lindehoven")
    assert keys(*(one(n, naam) for n, naam in enumerate(names))) == [(0, 1)]
    here = one(0, names[0], in_=["brugveen"])
    assert keys(here, one(1, names[1], in_=["lindehoven"])) == []
    assert keys(here, one(1, names[1], in_=["lindehoven", "brugveen"])) == [(0, 1)]


CAFE, TAFEL = "Eetcafé De Veranda", "Eettafel De Veranda"


@pytest.mark.parametrize(
    "what", [("adres", "telefoon"), ("adres", "website"), ("telefoon", "website")]
)
def test_with_something_rare_in_common_the_names_may_differ_more(what):
    assert keys(one(1, CAFE), one(2, TAFEL)) == []
    same = {kind: ["x"] for kind in what}
    (paar,) = likely([one(1, CAFE, **same), one(2, TAFEL, "blik", **same)])
    assert (paar.een, paar.ander, paar.samen) == (1, 2, what)


def test_what_a_whole_organisation_has_in_common_says_nothing():
    same = {"telefoon": ["x"], "website": ["y"]}
    rest = [one(n, "abcdefgh"[n] * 9, **same) for n in range(2, MOST_ALIKE + 1)]
    two = one(0, CAFE, **same), one(1, TAFEL, **same)
    assert keys(*two, *rest[:-1]) == [(0, 1)]
    assert keys(*two, *rest) == []


def test_a_name_that_is_nothing_but_a_place_stays_a_name():
    assert keys(one(1, "Lindehoven"), one(2, "lindehoven")) == [(1, 2)]


def test_only_at_the_same_organisation_or_place():
    naam = "Inloop De Veranda"
    here, there = one(1, naam, "ggz", "Brugveen"), one(2, naam, "blik", "Brugveen")
    elsewhere = one(3, naam, "wmo", "Lindehoven")
    assert keys(here, there, elsewhere) == [(1, 2)]


def test_each_pair_once_and_what_looks_most_alike_first():
    rows = [
        one(3, "Inloop De Veranda Zuid", "ggz", "x"),
        one(1, "Inloop De Veranda", "ggz", "x"),
        one(2, "Inloop de veranda", "ggz", "x"),
    ]
    assert keys(*rows)[0] == (1, 2)
    assert sorted(keys(*rows)) == [(1, 2), (1, 3), (2, 3)]


def test_in_a_large_group_the_same_name_and_a_rare_word_are_still_found():
    many = SMALL_GROUP + MOST_SHARED
    rows = [one(n, f"Wijkteam {'abcdefghij'[n % 10] * 9}{n}") for n in range(many)]
    extra = [
        one(900, "Wijkteam"),
        one(901, "wijkteam"),
        one(902, "Wijkteam Zonnewijzer"),
        one(903, "Wijkteam Zonnewijser"),
    ]
    found = keys(*rows, *extra)
    assert {(900, 901), (902, 903)} <= set(found)


def test_resemblance_is_the_same_both_ways():
    a, b = trigrams("Herstelgroep"), trigrams("Herstelgroep jongeren")
    assert resemblance(a, b) == resemblance(b, a)
    assert resemblance(a, a) == 1
    assert resemblance(trigrams(""), trigrams("")) == 0
