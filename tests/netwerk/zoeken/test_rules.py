"""The question in words: whatever is typed, it is read calmly and the same each time."""

import re
import string

from django.db import connection

import pytest
from hypothesis import given, strategies as st

from netwerk.rules.zoeken import (
    LONGEST,
    MOST_WORDS,
    STOP,
    Kennis,
    Soort,
    allowed,
    ask,
    build,
    cuts,
    either,
    fold,
    nearest,
    page_of,
    quote,
    slips,
    tidy,
    window,
)

TEXT = st.text(max_size=400)
WORD = st.text(alphabet=string.ascii_lowercase, min_size=1, max_size=12)
HOSTILE = [
    "",
    " ",
    "x" * 10_000,
    "schulden " * 2_000,
    "'; DROP TABLE netwerk_voorziening; --",
    "' OR '1'='1",
    "a & | ! ( ) :* <-> b",
    "<script>alert(1)</script>",
    "schul\x00den",
    "\x00",
    "\u202eneduhcs\u202c",
    "😀😀😀",
    "schulden 😀",
    "\ud800",
    "%s %(q)s %%",
    "\\'\\",
    "مساعدة",
    "...???!!!",
    "ﬁnanciën",
    "_____",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_strange_question_becomes_at_most_a_few_plain_words(typed):
    asked = ask(typed)
    assert len(asked.getypt) <= LONGEST
    assert len(asked.woorden) <= MOST_WORDS
    assert all(re.fullmatch(r"[^\W_]+", word) for word in asked.woorden)
    assert all(asked.woorden[i] for i in asked.telt)


@given(TEXT)
def test_reading_never_fails_and_reading_again_changes_nothing(text):
    once = tidy(text)
    assert tidy(once) == once
    assert fold(fold(text)) == fold(text)
    assert ask(once).woorden == ask(text).woorden


@given(TEXT)
def test_capitals_make_no_difference(text):
    plain = text.replace("ı", "i")  # the Turkish i has a capital that is another letter
    assert fold(plain.swapcase().casefold()) == fold(plain.casefold())


@given(TEXT)
def test_every_word_that_counts_has_a_way_to_be_found(text):
    asked = ask(text)
    plan = build(asked, Kennis())
    assert len(plan.groepen) == len(asked.telt)
    for i, groep in zip(asked.telt, plan.groepen, strict=True):
        assert groep[0].soort == Soort.ZELF
        assert groep[0].woorden == (asked.woorden[i],)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Diëtist", "dietist"),
        ("dïetist", "dietist"),
        ("schuld-hulpverlening", "schuld hulpverlening"),
        ("’s avonds foto's", "avonds foto"),
        ("ﬁnanciën", "financien"),
        ("Ærø", "aero"),
        ("'s", "s"),
        ("24/7", "24 7"),
    ],
)
def test_words_are_compared_without_capitals_accents_and_signs(typed, words):
    assert fold(typed) == words


def test_small_words_count_only_when_there_is_nothing_else():
    def counting(typed):
        asked = ask(typed)
        return [asked.woorden[i] for i in asked.telt]

    assert counting("hulp bij mijn schulden") == ["schulden"]
    assert counting("hulp bij") == ["hulp"]
    assert counting("er zijn") == ["er", "zijn"]
    assert counting("doen") == ["doen"]


def test_of_a_long_sentence_the_words_that_say_something_stay():
    asked = ask("ik zoek voor mijn moeder en mijn vader iemand die helpt met schulden")
    assert {"moeder", "vader", "schulden"} <= set(asked.woorden)


def test_signs_alone_are_no_words():
    assert ask("???").zonder_woorden
    assert ask("😀").zonder_woorden
    assert ask("").leeg
    assert ask("\x00 ").leeg


@pytest.mark.django_db
def test_our_small_words_are_those_of_the_database():
    with connection.cursor() as cursor:
        for word in STOP:
            cursor.execute("SELECT numnode(to_tsquery('nk_taal', %s))", [word])
            assert cursor.fetchone() == (0,), word


@pytest.mark.django_db
@given(st.lists(WORD | TEXT.map(fold), max_size=5), st.text(max_size=40))
def test_whatever_stands_in_a_word_the_database_reads_it(words, label):
    said = dict.fromkeys(words, (label,))
    kennis = Kennis(ook=said, namen=said)
    asked = ask(" ".join(words))
    for groep in build(asked, kennis).groepen:
        for weights in ("", "A", "AB"):
            woord, taal, vast = either(groep, weights)
            with connection.cursor() as cursor:
                if "\x00" not in woord + vast and vast.isprintable():
                    cursor.execute(
                        "SELECT to_tsquery('nk_woord', %s), to_tsquery('nk_taal', %s),"
                        " %s::tsquery",
                        [woord, taal, vast],
                    )


def test_a_quote_does_not_end_a_word():
    assert quote("o'neil\\") == "'o''neil\\\\'"


# --- compounds


@given(WORD)
def test_both_halves_of_a_cut_come_from_the_word(word):
    for first, second in cuts(word):
        assert word.startswith(first)
        assert word.endswith(second)
        assert min(len(first), len(second)) >= 4


def test_a_compound_is_cut_with_and_without_the_letters_between():
    assert ("verslaving", "zorg") in cuts("verslavingszorg")
    assert ("schuldhulp", "verlening") in cuts("schuldhulpverlening")


# --- typing errors


@given(WORD, WORD)
def test_slips_are_the_same_both_ways_and_none_for_the_same_word(one, other):
    assert slips(one, one, 3) == 0
    assert slips(one, other, 3) == slips(other, one, 3)


@given(WORD, st.integers(0, 11), st.sampled_from(string.ascii_lowercase))
def test_one_slip_of_the_finger_is_one(word, at, letter):
    at %= len(word)
    added = word[:at] + letter + word[at:]
    swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    assert slips(word, added, 3) == 1
    assert slips(word, swapped, 3) <= 1


def test_only_the_nearest_words_are_taken():
    known = ["schulden", "schelden", "scholen", "zuilen"]
    assert nearest("schulde", known) == ["schulden"]
    assert nearest("schulden", ["schulden"]) == []
    assert nearest("ggz", ["ggd"]) == []
    assert allowed("1134") == 0


# --- paging


@pytest.mark.parametrize(
    "asked", ["0", "-1", "x", "1e3", "9" * 40, "²", "4", " ", "1.0"]
)
def test_a_page_that_is_not_there_is_none(asked):
    assert page_of(asked, 3) is None


def test_a_page_that_is_there_is_its_number():
    assert [page_of(text, 3) for text in ("", "1", "3", "03")] == [1, 1, 3, 3]


@given(st.integers(1, 60), st.integers(1, 60))
def test_the_pages_shown_rise_and_have_first_last_and_this_one(page, pages):
    page = min(page, pages)
    shown = window(page, pages)
    numbers = [n for n in shown if n]
    assert numbers == sorted(set(numbers))
    assert {1, page, pages} <= set(numbers)
    assert len(shown) <= 7
