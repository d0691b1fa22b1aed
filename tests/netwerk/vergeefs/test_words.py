"""What may be kept of a search: our own words, and nothing that could be somebody."""

import pytest
from faker.providers.person.nl_NL import Provider as Names
from hypothesis import given, strategies as st

from netwerk.rules.vergeefs import (
    LONGEST,
    MOST_WORDS,
    fold,
    is_known,
    quarter,
    quarters_back,
    read_list,
    words_of,
)
from netwerk.services.vergeefs import OWN

LIST = read_list(OWN.read_text())
ORDINARY = {"man", "mens", "kosten"}  # in a list of names too, and say nothing
MORE_NAMES = (
    "Jansen de Vries van den Berg Bakker Visser Smit Meijer de Boer Mulder de Groot Bos Vos"
    " Peters Hendriks van Dijk Dekker Brouwer de Wit Dijkstra Yilmaz El Amrani Kowalski"
    " Nguyen Mohamed Fatima Roos Wolf Mees Bloem Lieve Storm Pim Brugveen Amsterdam Groningen"
    " Kerkstraat Molenweg Stationsplein"
)


def kept(text: str) -> str:
    found = words_of(text, LIST)
    return found.tekst if found else ""


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("slapen buiten huis", "slapen buiten huis"),
        ("Ik zoek hulp voor mijn vader", "vader"),
        ("TANDARTS, bang", "tandarts bang"),
        ("lotgenoten jongeren", "lotgenoten jongeren"),
        ("cliënt oekraïens", "client oekraiens"),
        ("slaapopvang", "slaapopvang"),  # two words of the list
        ("werk werk werk", "werk"),
    ],
)
def test_words_we_know_are_kept(typed, words):
    assert kept(typed) == words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("dagbesteding Jan Jansen", "dagbesteding"),
        ("schulden 7241 AB", "schulden"),
        ("schulden bij mijn buurvrouw Kerkstraat 12", "schulden buurvrouw"),
        ("bel me 0612345678 depressie", "depressie"),
        ("depressie jan.jansen@example.nl", "depressie"),
        ("www.schulden.nl", ""),
        ("123456782", ""),
        ("Fatima El Amrani", ""),
        ("xyzzyplugh", ""),
        ("de het een", ""),
        ("", ""),
    ],
)
def test_digits_names_addresses_and_rare_words_are_erased(typed, words):
    assert kept(typed) == words


def test_what_was_erased_is_known_to_be_gone():
    assert words_of("schulden Jansen", LIST).gewist
    assert not words_of("ik heb schulden", LIST).gewist


def test_no_name_is_on_the_list():
    names = [*Names.first_names, *Names.last_names, *MORE_NAMES.split()]
    parts = {part for name in names for part in fold(name).replace("-", " ").split()}
    assert {part for part in parts if is_known(part, LIST)} - ORDINARY == set()


def test_the_list_is_folded_and_has_letters_only():
    assert [word for word in LIST if fold(word) != word or not word.isalpha()] == []


def test_a_story_is_not_kept():
    assert kept("vader broer zus dochter zoon moeder") == ""


def test_another_order_is_the_same_search():
    one, other = words_of("slapen buiten", LIST), words_of("buiten slapen", LIST)
    assert one.sleutel == other.sleutel


@given(st.text(max_size=600))
def test_whatever_is_typed_only_known_words_are_kept(text):
    found = words_of(text, LIST)
    if found is not None:
        assert all(is_known(word, LIST) for word in found.woorden)
        assert 0 < len(found.woorden) <= MOST_WORDS
        assert len(found.tekst) <= LONGEST
        assert not any(char.isdigit() for char in found.tekst)


@given(st.dates())
def test_quarters_follow_each_other(day):
    first = quarter(day)
    assert first <= day
    assert quarters_back(day, 0) == first
    if day.year > 1:
        assert quarters_back(first, 4) == first.replace(year=first.year - 1)
