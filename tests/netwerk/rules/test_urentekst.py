"""Hours are typed as people type them, come back the same, and are never guessed."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from netwerk.rules.herhaling import Blok
from netwerk.rules.openingsdag import OPEN, Rooster, day_of
from netwerk.rules.urentekst import parse_hours, show_hours

from .roosters import EVEN, blok, clocks, weekday_sets


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", ""),
        ("ma-vr 9:00-12:00, 13:00-17:00; za 10-14; op afspraak",
         "ma-vr 9:00-12:00, 13:00-17:00; za 10:00-14:00; op afspraak"),
        ("Maandag t/m vrijdag van 9.00 tot 12.00 uur en 13.00 tot 17.00 uur",
         "ma-vr 9:00-12:00, 13:00-17:00"),
        ("ma, wo en vr 9-12, za 10–14", "ma, wo, vr 9:00-12:00; za 10:00-14:00"),
        ("do 8u30 - 17u\nvr 8:30-12:00", "do 8:30-17:00; vr 8:30-12:00"),
        ("vr-ma 9-12", "ma, vr-zo 9:00-12:00"),
        ("werkdagen 9-17, weekend 10-14", "ma-vr 9:00-17:00; za, zo 10:00-14:00"),
        ("dagelijks 24 uur", "ma-zo 0:00-24:00"),
        ("24/7", "ma-zo 0:00-24:00"),
        ("Dag en nacht", "ma-zo 0:00-24:00"),
        ("za 22:00-2:00", "za 22:00-2:00"),
        ("za 10:00-2:00 (volgende dag)", "za 10:00-2:00 (volgende dag)"),
        ("ma 9-12 op afspraak", "ma 9:00-12:00 op afspraak"),
        ("op afspraak: ma 9-12", "ma 9:00-12:00 op afspraak"),
        ("ma 9-17, za en zo gesloten", "ma 9:00-17:00"),
        ("even weken wo 9-12", "even weken wo 9:00-12:00"),
        ("in de oneven weken op wo 9-12", "oneven weken wo 9:00-12:00"),
        ("om de week wo 9-12 vanaf 7-10-2026",
         "om de week wo 9:00-12:00 vanaf 7-10-2026"),
        ("elke laatste zondag van de maand 14:00 - 16:00 uur",
         "laatste zo van de maand 14:00-16:00"),
        ("1e en 3e ma van de maand 14:00-16:00",
         "eerste en derde ma van de maand 14:00-16:00"),
    ],
)  # fmt: skip
def test_what_people_type_is_read(typed, shown):
    found = parse_hours(typed)
    assert found.fouten == ()
    assert show_hours(found.blokken) == shown


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("ma 9-5", "Bedoel je 17:00?"),
        ("ma 2-4", "bedoel je de middag of de nacht?"),
        ("ma 9-9", "begin en eind zijn gelijk"),
        ("ma 25:00-26:00", "‘25:00’ is geen tijd"),
        ("ma 9:75-12:00", "‘9:75’ is geen tijd"),
        ("ma-vr", "Zet er een tijd bij"),
        ("9-12", "Zet er een dag bij"),
        ("ma 9", "mist een eindtijd"),
        ("ma 9 12", "Zet een streepje"),
        ("ma-", "mist wat na het streepje komt"),
        ("mandag 9-12", "‘mandag’ begrijpen we niet"),
        ("ma 9-12, 11-15", "Op maandag lopen 9:00-12:00 en 11:00-15:00 door elkaar"),
        ("ma 22:00-2:00, 23:00-24:00", "door elkaar"),
        ("om de week wo 9-12", "Zet bij ‘om de week’ de eerste dag"),
        ("om de week wo 9-12 vanaf 31-2-2026", "‘31-2-2026’ is geen datum"),
        ("wo 9-12 vanaf 7-10-2026", "alleen bij ‘om de week’"),
        ("laatste zo en ma van de maand 14:00-16:00", "één dag van de week"),
        ("dicht op feestdagen", "Feestdagen vul je apart in"),
        ("ma 9:00-12:00 (volgende dag)", "na middernacht"),
    ],
)
def test_a_fault_is_said_in_words_and_nothing_is_used(typed, says):
    found = parse_hours(typed)
    assert found.blokken == ()
    assert says in " ".join(found.fouten)


def test_all_faults_are_said_at_once():
    assert len(parse_hours("ma 9-5; mandag 9-12; vr").fouten) >= 3


@pytest.mark.parametrize(
    "fields",
    [
        {"notes": "Ingang achter."},
        {"description": "Bel vooraf."},
        {"valid_to": date(2026, 12, 31)},
        {"dtstart": date(2026, 12, 31)},
        {"byweekno": "41,42"},
        {"byyearday": "3"},
        {"freq": "YEARLY"},
        {"freq": "MONTHLY", "byday": "1MO,2TU"},
        {"freq": "MONTHLY", "byday": "", "bymonthday": "1"},
    ],
)
def test_what_would_lose_something_is_not_offered_to_type(fields):
    assert show_hours([blok(), blok(**fields)]) is None


def every_day(blokken) -> list:
    """What holds on each day of a year and a half, over a week 53."""
    rooster = Rooster(tuple(blokken), feestdagen=OPEN)
    first = date(2026, 6, 1)
    days = [day_of(rooster, first + timedelta(days=n)) for n in range(550)]
    return [(day.uren, day.afspraak) for day in days]


ONEVEN = ",".join(str(week) for week in range(1, 54, 2))
typable = st.one_of(
    st.fixed_dictionaries(
        {"byday": weekday_sets, "byweekno": st.sampled_from(["", EVEN, ONEVEN])}
    ),
    st.fixed_dictionaries(
        {"byday": weekday_sets, "interval": st.just(2), "dtstart": st.dates()}
    ),
    st.fixed_dictionaries(
        {"freq": st.just("MONTHLY"), "byday": st.sampled_from(["1MO", "-1SU,2SU"])}
    ),
)
typable_bloks = st.builds(
    lambda fields, opens, closes, afspraak: Blok(
        opens, closes, op_afspraak=afspraak, **{"freq": "WEEKLY", **fields}
    ),
    typable, clocks, clocks, st.booleans(),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(typable_bloks, max_size=3))
def test_what_is_shown_reads_back_as_the_same_hours(blokken):
    shown = show_hours(blokken)
    assert shown is not None
    found = parse_hours(shown)
    if any("door elkaar" in fout for fout in found.fouten):
        return
    assert found.fouten == ()
    assert every_day(found.blokken) == every_day(blokken)


days = st.sampled_from(["ma", "di-do", "vr, za", "zo", "ma-zo", "za-ma"])
prefixes = st.sampled_from(["", "even weken ", "oneven weken "])
hours = st.builds(
    lambda start, length: f"{start}:00-{start + length}:30",
    st.integers(7, 18), st.integers(0, 5),
)  # fmt: skip
parts = st.builds(
    "{}{} {}{}".format, prefixes, days, hours, st.sampled_from(["", " op afspraak"])
)
nth_parts = st.builds(
    "{} {} van de maand {}".format,
    st.sampled_from(["eerste", "laatste", "2e en 4e", "een-na-laatste"]),
    st.sampled_from(["ma", "zondag"]),
    hours,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(parts | nth_parts | st.just("op afspraak"), max_size=4))
def test_a_text_shown_back_stays_as_it_is(typed):
    found = parse_hours("; ".join(typed))
    if found.fouten:
        assert all("door elkaar" in fout for fout in found.fouten)
        return
    shown = show_hours(found.blokken)
    again = parse_hours(shown)
    assert again.fouten == ()
    assert show_hours(again.blokken) == shown
    assert every_day(again.blokken) == every_day(found.blokken)


@given(st.text() | st.text("mavrdo0129:-;, uptenk", max_size=40))
def test_anything_gives_hours_or_a_sentence(typed):
    found = parse_hours(typed)
    assert all(fout.endswith((".", "?")) for fout in found.fouten)
    assert not (found.blokken and found.fouten)
    assert show_hours(found.blokken) is not None


def test_midnight_is_the_end_of_a_day():
    (found,) = parse_hours("ma 18:00-24:00").blokken
    assert (found.opens_at, found.closes_at) == (time(18), time(0))
