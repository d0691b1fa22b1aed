"""Which provisions look like the same one."""

import pytest

from netwerk.rules.dubbelen import (
    MOST_SHARED,
    SMALL_GROUP,
    Kandidaat,
    likely,
    resemblance,
    trigrams,
)


def one(sleutel: int, naam: str, *groepen: str) -> Kandidaat:
    return Kandidaat(sleutel, naam, frozenset(groepen or ("ggz",)))


def keys(*kandidaten: Kandidaat) -> list[tuple[int, int]]:
    return [(paar.een, paar.ander) for paar in likely(kandidaten)]


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
