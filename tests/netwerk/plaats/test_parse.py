"""What somebody means by a place, before anybody looks whether it is there."""

import unicodedata

import pytest
from hypothesis import example, given, strategies as st

from netwerk.rules.plaats import (
    LONGEST,
    hint_fits,
    parse_where,
    search_name,
    split_hint,
    tidy,
)

POSTCODES = [
    "3811 AB",
    "3811AB",
    "3811ab",
    " 3811  ab ",
    "3811-AB",
    "3811",
    "NL-3811 AB",
    "NL 3811ab",
    "3811\N{NO-BREAK SPACE}AB",
    "3811 AB.",
    "\N{FULLWIDTH DIGIT THREE}811 AB",
    "38\N{ZERO WIDTH SPACE}11 AB",
]


@pytest.mark.parametrize("text", POSTCODES)
def test_a_postcode_is_read_however_it_is_typed(text):
    where = parse_where(text)
    assert (where.postcode, where.name, where.wrong) == ("3811", "", "")


@pytest.mark.parametrize(
    "text",
    [
        "3811 AB Amersfoort",
        "3811AB, Amersfoort",
        "3811 Amersfoort",
        "Amersfoort 3811 AB",
        "Kerkstraat 12a, 3811 AB Amersfoort",
    ],
)
def test_the_place_beside_a_postcode_is_kept(text):
    where = parse_where(text)
    assert (where.postcode, where.name) == ("3811", "Amersfoort")


def test_two_letters_may_belong_to_the_name():
    assert parse_where("3731 De Bilt").names == ["bilt", "debilt"]


@pytest.mark.parametrize(
    "text",
    [
        *("0000 AA", "0999", "1234 5", "12345", "123 AB", "1234A", "1234ABC"),
        *(
            "B-2000",
            "BE 3500",
            "D-48599",
            "3811 AB 3812 AB",
            "3811 SS",
            "9999 ZZ",
            "3811 AB 5",
        ),
        *("3 8 1 1", "\u0663\u0668\u0661\u0661", "3811-12"),
    ],
)
def test_what_is_no_dutch_postcode_becomes_no_other(text):
    where = parse_where(text)
    assert (where.postcode, where.name, where.wrong) == ("", "", tidy(text))


def test_a_wrong_postcode_does_not_lose_the_place():
    where = parse_where("0000 AA Amersfoort")
    assert (where.postcode, where.name, where.wrong) == ("", "Amersfoort", "0000 AA")


@pytest.mark.parametrize("text", ["2e Exloërmond", "Den Bosch", "'t Zand", "Ee"])
def test_a_name_is_a_name(text):
    where = parse_where(text)
    assert (where.name, where.wrong, where.postcode) == (text, "", "")


@pytest.mark.parametrize(
    "text", ["", "   ", "\N{NO-BREAK SPACE}", "...", "\N{WORD JOINER}"]
)
def test_nothing_is_nothing(text):
    assert parse_where(text).names == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("s-Hertogenbosch", "'s-Hertogenbosch"),
        ("'s hertogenbosch", "'s-Hertogenbosch"),
        ("\N{RIGHT SINGLE QUOTATION MARK}S HERTOGENBOSCH", "'s-Hertogenbosch"),
        ("\N{ACUTE ACCENT}s-Hertogenbosch", "'s-Hertogenbosch"),
        ("Bergen-op-Zoom", "Bergen op Zoom"),
        ("Alphen a/d Rijn", "Alphen aan den Rijn"),
        ("Alphen a.d. Rijn", "Alphen aan den Rijn"),
        ("alphen aan de rijn", "Alphen aan den Rijn"),
        ("Sudwest Fryslan", "Súdwest-Fryslân"),
        ("Su\N{COMBINING ACUTE ACCENT}dwest-Fryslân", "Súdwest-Fryslân"),
        ("\N{LATIN CAPITAL LIGATURE IJ}sselstein", "IJsselstein"),
        ("St.-Annaparochie", "Sint Annaparochie"),
        ("Wijk a. Zee", "Wijk aan Zee"),
    ],
)
def test_two_spellings_of_one_place_are_the_same(one, other):
    assert search_name(tidy(one)) == search_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Horn", "Hoorn"), ("Ee", "Ede"), ("Nes", "Nis"), ("Aalst", "Aals")],
)
def test_two_places_that_look_alike_are_not(one, other):
    assert search_name(one) != search_name(other)


@pytest.mark.parametrize(
    "text",
    [
        "Hengelo (Gelderland)",
        "Hengelo (Gld)",
        "Hengelo, Gld.",
        "Hengelo Gld",
        "Hengelo GE",
    ],
)
def test_a_province_tells_namesakes_apart(text):
    naam, hint = split_hint(text)
    assert naam == "Hengelo"
    assert hint_fits(hint, "Gelderland", "Bronckhorst")
    assert not hint_fits(hint, "Overijssel", "Hengelo")


def test_brackets_go_before_commas():
    nuenen = "Nuenen, Gerwen en Nederwetten"
    assert split_hint(f"{nuenen} (NB)") == (nuenen, "NB")
    assert split_hint("Heide (Echt, Limburg)") == ("Heide", "Echt, Limburg")


@pytest.mark.parametrize("hint", ["Bronckhorst", "Bronckhorst, Gelderland"])
def test_a_gemeente_does_so_too(hint):
    assert hint_fits(hint, "Gelderland", "Bronckhorst")
    assert not hint_fits("Bronckhorst, Overijssel", "Gelderland", "Bronckhorst")


@given(st.text(max_size=200))
@example("(" * 80)
@example("," * 80 + "1234")
def test_any_text_is_read_without_failing(text):
    where = parse_where(text)
    assert len(where.typed) <= LONGEST
    assert not (where.postcode and where.wrong)
    assert where.postcode == "" or 1000 <= int(where.postcode) <= 9999
    assert where.postcode == "" or where.postcode in where.typed
    split_hint(where.name)


@given(
    st.integers(1000, 9999),
    st.sampled_from(["AB", "zk", "De"]),
    st.sampled_from(["", " ", "  ", "-", "\N{NO-BREAK SPACE}", " - "]),
    st.sampled_from(["", "NL", "NL-", "nl "]),
)
def test_every_postcode_is_found_in_every_form(code, letters, between, country):
    where = parse_where(f" {country}{code}{between}{letters} ")
    assert (where.postcode, where.letters) == (str(code), letters.upper())


@given(st.text(max_size=100))
def test_a_search_name_is_the_same_twice_and_for_every_form_of_unicode(text):
    name = search_name(text)
    assert search_name(text.upper().lower()) == search_name(text.lower())
    assert name == search_name(unicodedata.normalize("NFC", text))
    assert not set(name) & set(" -'’./")
