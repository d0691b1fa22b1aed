"""What the line of a result says, in plain words."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from netwerk.rules.zoekadres import Adres
from netwerk.rules.zoeken import Soort
from netwerk.rules.zoekzinnen import Feiten, closing, reason, states, where

DAY = date(2026, 8, 15)
WAIT = ("aanmeld", Decimal(2), Decimal(3), date(2026, 8, 1), date(2026, 11, 1))


def said(**facts) -> list[str]:
    return [state.tekst for state in states(Feiten(**facts), DAY)]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"vandaag": True, "uren": [(time(9), time(16))]}, "Vandaag tot 16.00 uur"),
        ({"vandaag": True, "uren": [(time(9), time(12)), (time(13), time(17, 30))]},
         "Vandaag tot 17.30 uur"),
        ({"vandaag": True, "uren": [(time(20), time(2))]}, "Vandaag tot in de nacht"),
        ({"vandaag": True, "altijd": True}, "Dag en nacht"),
        ({"geen_wacht": True}, "Geen wachttijd"),
        ({"wacht": WAIT}, "2 tot 3 weken wachten tot het eerste gesprek"),
        ({"wacht": ("plaatsing", *WAIT[1:])}, "2 tot 3 weken wachten op een plaats"),
        ({"capaciteit": "wachtlijst"}, "Er is een wachtlijst"),
        ({"capaciteit": "dicht", "wacht": WAIT}, "Nu geen nieuwe aanmeldingen"),
        ({"nu_dicht": True, "wacht": WAIT}, "Nu tijdelijk dicht"),
    ],
)  # fmt: skip
def test_how_it_stands_comes_first(facts, words):
    assert said(**facts)[0] == words


def test_a_wait_that_ran_out_is_not_shown_as_if_it_holds():
    old = ("aanmeld", Decimal(2), Decimal(3), date(2026, 2, 1), date(2026, 5, 1))
    (line,) = said(wacht=old)
    assert "2 tot 3" not in line
    assert "1 februari" in line


def test_nothing_known_says_nothing():
    assert said() == []


@given(st.builds(Feiten, vandaag=st.booleans(), geen_wacht=st.booleans(),
                 direct=st.booleans(), laagdrempelig=st.booleans(),
                 informeel=st.booleans(), ervaring=st.booleans(),
                 nu_dicht=st.booleans(), capaciteit=st.sampled_from(["", "open", "dicht"]),
                 thuis=st.booleans(), online=st.booleans()))  # fmt: skip
def test_never_more_than_two_states(feiten):
    assert len(states(feiten, DAY)) <= 2


def test_the_reason_is_one_sentence():
    words = [(Soort.OOK, "geldzorgen"), (Soort.ERIN, "x")]
    assert str(reason(words, Feiten(vandaag=True))) == (
        "Past bij geldzorgen en is vandaag open."
    )
    assert str(reason([(Soort.LIJKT, "verslavingszorg")], Feiten())) == (
        "Lijkt op verslavingszorg."
    )
    assert reason([], Feiten(vandaag=True)) is None


def test_what_is_closed_is_not_praised():
    told = str(reason([(Soort.ZELF, "inloop")], Feiten(nu_dicht=True, geen_wacht=True)))
    assert told == "Past bij inloop."


def test_where_it_is_never_says_a_distance_that_is_not_known():
    here = Feiten(organisatie="De Veranda", plaats="Lindehoven", km=1.2)
    assert where(here) == "De Veranda, Lindehoven, ongeveer 1 km"
    line = Feiten(organisatie="Lijn", telefoon=True, hele_regio=True)
    assert where(line) == "Lijn, hele regio, telefonisch"


@pytest.mark.parametrize(
    ("van", "tot", "reden", "words"),
    [
        (date(2026, 8, 1), date(2026, 8, 31), "verbouwing",
         "Dicht van 1 tot en met 31 augustus: verbouwing."),
        (date(2026, 7, 20), date(2026, 8, 31), "",
         "Dicht van 20 juli tot en met 31 augustus."),
        (date(2026, 12, 20), date(2027, 1, 4), "Vakantie.",
         "Dicht van 20 december tot en met 4 januari 2027: Vakantie."),
        (date(2026, 8, 1), None, "", "Dicht vanaf 1 augustus."),
        (date(2026, 8, 16), date(2026, 8, 16), "", "Dicht op 16 augustus."),
    ],
)  # fmt: skip
def test_a_closing_has_its_dates(van, tot, reden, words):
    assert closing(van, tot, reden, DAY) == words


# --- addresses

PAIR = st.tuples(st.sampled_from(["q", "functie", "kan"]), st.text(max_size=8))


@given(st.lists(PAIR), PAIR)
def test_a_filter_that_goes_on_and_off_leaves_the_address_as_it_was(pairs, pair):
    here = Adres("/x/").met(*pairs)
    if pair[1] and pair not in here.paren:
        assert here.wissel(pair).wissel(pair) == here


def test_words_are_safe_in_an_address():
    assert str(Adres("/x/").met(("q", 'a&b="<ë'), ("r", ""))) == (
        "/x/?q=a%26b%3D%22%3C%C3%AB"
    )
    assert str(Adres("/x/").met(("q", ""))) == "/x/"
