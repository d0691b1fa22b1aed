"""Opening hours read as somebody would say them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings, strategies as st

from netwerk.rules.herhaling import DAILY, MONTHLY, Blok, can_say
from netwerk.rules.openingsdag import DICHT, OPEN, Dicht, Rooster
from netwerk.rules.openingstijden import NEDERLAND
from netwerk.rules.openingszinnen import sentences
from netwerk.rules.vandaagzin import today_phrase

from .roosters import EVEN, at, blok, bloks, near

UNKNOWN = "Op feestdagen kan het anders zijn: bel dan eerst."
ONEVEN = ",".join(str(week) for week in range(1, 54, 2))
WEEK = blok("9:00", "12:00"), blok("13:00", "17:00")


def said(*blokken: Blok, vanaf: date | None = None) -> list[str]:
    """The sentences of these blocks, without the one on holidays."""
    found = sentences(Rooster(blokken, feestdagen=OPEN), vanaf)
    assert found.pop() == "Ook open op feestdagen."
    return found


# ---- sentences


def test_days_with_the_same_hours_are_one_sentence():
    assert said(*WEEK, blok("10:00", "14:00", byday="SA")) == [
        "Maandag tot en met vrijdag, 9.00 tot 12.00 uur en 13.00 tot 17.00 uur.",
        "Zaterdag, 10.00 tot 14.00 uur.",
    ]


@pytest.mark.parametrize(
    ("given_blok", "sentence"),
    [
        (blok(byday="MO,TU"), "Maandag en dinsdag, 9.00 tot 17.00 uur."),
        (blok(byday="MO,WE,FR"), "Maandag, woensdag en vrijdag, 9.00 tot 17.00 uur."),
        (blok(freq=DAILY, byday=""), "Elke dag, 9.00 tot 17.00 uur."),
        (blok("0:00", "0:00", DAILY, ""), "Dag en nacht open."),
        (blok("0:00", "23:59", DAILY, ""), "Dag en nacht open."),
        (blok("0:00", "0:00", byday="SU"), "Zondag, de hele dag en nacht."),
        (blok("9:00", "0:00", byday="SU"), "Zondag, 9.00 tot 24.00 uur."),
        (blok("22:00", "2:00", byday="SA"),
         "Zaterdag, 22.00 tot 2.00 uur de volgende dag."),
        (blok(byday="MO", op_afspraak=True), "Maandag, 9.00 tot 17.00 uur, op afspraak."),
        (Blok(op_afspraak=True), "Op afspraak."),
        (blok(freq=MONTHLY, byday="-1SU"),
         "Elke laatste zondag van de maand, 9.00 tot 17.00 uur."),
        (blok(freq=MONTHLY, byday="3MO,1MO"),
         "Elke eerste en derde maandag van de maand, 9.00 tot 17.00 uur."),
        (blok(freq=MONTHLY, byday="1TU,-1MO"),
         "Elke laatste maandag en eerste dinsdag van de maand, 9.00 tot 17.00 uur."),
        (blok(freq=MONTHLY, byday="", bymonthday="1,15"),
         "Elke 1e en 15e van de maand, 9.00 tot 17.00 uur."),
        (blok(freq=MONTHLY, byday="", bymonthday="-1"),
         "Elke laatste dag van de maand, 9.00 tot 17.00 uur."),
        (blok(freq=MONTHLY, byday="1MO", interval=2, dtstart=date(2026, 1, 1)),
         "Vanaf 1 januari 2026: om de maand op de eerste maandag, 9.00 tot 17.00 uur."),
        (blok(byday="WE", byweekno=EVEN),
         "In de even weken op woensdag, 9.00 tot 17.00 uur."),
        (blok(byday="WE", byweekno=ONEVEN),
         "In de oneven weken op woensdag, 9.00 tot 17.00 uur."),
        (blok(byday="TH", byweekno="41,42"),
         "In week 41 en 42 op donderdag, 9.00 tot 17.00 uur."),
        (blok(byday="WE", interval=3, dtstart=date(2026, 10, 7)),
         "Vanaf 7 oktober 2026: eens in de 3 weken op woensdag, 9.00 tot 17.00 uur."),
        (blok(freq=None, byday="", dtstart=date(2026, 10, 10)),
         "Op zaterdag 10 oktober 2026, 9.00 tot 17.00 uur."),
        (blok(byday="TH", dtstart=date(2026, 10, 1), count=3),
         "Van 1 oktober tot en met 15 oktober 2026: donderdag, 9.00 tot 17.00 uur."),
        (blok(byday="TH", valid_to=date(2026, 8, 31), until=date(2026, 9, 30)),
         "Tot en met 31 augustus 2026: donderdag, 9.00 tot 17.00 uur."),
    ],
)  # fmt: skip
def test_each_pattern_is_one_plain_sentence(given_blok, sentence):
    assert said(given_blok) == [sentence]


def test_every_other_week_names_its_next_time_and_never_even_or_odd():
    fortnight = blok(byday="WE", interval=2, dtstart=date(2026, 12, 16))
    assert said(fortnight, vanaf=date(2026, 12, 20)) == [
        "Om de week op woensdag, 9.00 tot 17.00 uur.",
        "De volgende keer is woensdag 30 december 2026.",
    ]


def test_even_and_odd_weeks_say_beforehand_what_week_53_does():
    december = date(2026, 12, 20)
    assert said(blok(byday="WE", byweekno=EVEN), vanaf=december)[1:] == [
        "De volgende keer is woensdag 23 december 2026.",
        "Let op: 2026 heeft een week 53. Na week 52 is de keer daarna pas in week 2 van "
        "2027, 3 weken later.",
    ]
    assert said(blok(byday="WE", byweekno=ONEVEN), vanaf=december)[1:] == [
        "De volgende keer is woensdag 30 december 2026.",
        "Let op: 2026 heeft een week 53. In week 53 en in week 1 van 2027 is het 2 weken "
        "na elkaar.",
    ]
    for day in (date(2026, 6, 1), date(2027, 1, 4), date(2027, 12, 20)):
        assert len(said(blok(byday="WE", byweekno=EVEN), vanaf=day)) == 2


def test_what_is_past_is_left_out_and_a_start_that_is_past_says_nothing():
    summer = blok(valid_from=date(2026, 6, 1), valid_to=date(2026, 8, 31))
    assert said(*WEEK, summer, vanaf=date(2026, 9, 1)) == said(*WEEK)
    assert said(summer, vanaf=date(2026, 7, 1))[0].startswith("Tot en met 31 augustus")
    assert said(summer)[0].startswith("Van 1 juni tot en met 31 augustus 2026: maandag")


def test_what_cannot_be_said_is_shown_as_its_own_text():
    own = blok(freq="YEARLY", description="Elk jaar rond Pasen.", notes="Bel vooraf.")
    assert said(own) == ["Elk jaar rond Pasen. Bel vooraf."]
    bare = blok(freq="YEARLY", byday="20MO")
    assert said(bare) == [
        "Vraag naar de tijden. In het bestand staat: FREQ=YEARLY;BYDAY=20MO, van 9.00 uur "
        "tot 17.00 uur."
    ]


def test_the_words_beside_a_block_are_never_lost():
    assert said(blok(notes="Ingang achter."))[1:] == ["Ingang achter."]


def test_closed_days_are_named_with_their_reason():
    rooster = Rooster(
        WEEK,
        (
            Dicht(date(2026, 12, 28), "vakantie", date(2027, 1, 3)),
            Dicht(date(2026, 12, 24), "personeelsdag"),
            Dicht(date(2026, 11, 2)),
        ),
        DICHT,
    )
    assert sentences(rooster, date(2026, 12, 1))[1:] == [
        "Dicht op feestdagen.",
        "Dicht op donderdag 24 december 2026: personeelsdag.",
        "Dicht van 28 december 2026 tot en met 3 januari 2027: vakantie.",
    ]
    assert "Dicht op maandag 2 november 2026." in sentences(rooster)


def test_a_day_that_is_not_certain_is_named_when_it_is_near():
    rooster = Rooster(WEEK, feestdagen=DICHT)
    near_day = "Bel eerst op dinsdag 5 mei: dat is Bevrijdingsdag."
    assert near_day in sentences(rooster, date(2026, 4, 20))
    assert near_day not in sentences(rooster, date(2026, 3, 1))
    assert sentences(Rooster(WEEK))[-1] == UNKNOWN


# ---- now

NIGHT = blok("22:00", "2:00", byday="SA")


@pytest.mark.parametrize(
    ("moment", "phrase"),
    [
        ("2026-11-02 10:00", "vandaag tot 12.00 uur"),
        ("2026-11-02 12:30", "vandaag 13.00 uur"),
        ("2026-11-02 18:00", "morgen 9.00 uur"),
        ("2026-11-07 10:00", "vandaag 22.00 uur"),
        ("2026-11-07 23:00", "nu open, tot morgen 2.00 uur"),
        ("2026-11-08 01:00", "vandaag tot 2.00 uur"),
        ("2026-11-08 02:00", "morgen 9.00 uur"),
        ("2026-04-27 10:00", "nu dicht (Koningsdag), weer open morgen om 9.00 uur"),
        ("2026-05-05 10:00", "misschien dicht, want het is Bevrijdingsdag: bel eerst"),
        ("2026-12-24 10:00",
         "nu dicht (vakantie), weer open op maandag 4 januari 2027 om 9.00 uur"),
    ],
)  # fmt: skip
def test_a_phrase_says_what_holds_now(moment, phrase):
    closed = Dicht(date(2026, 12, 21), "vakantie", date(2027, 1, 3))
    assert today_phrase(Rooster((*WEEK, NIGHT), (closed,), DICHT), at(moment)) == phrase


@pytest.mark.parametrize(
    ("blokken", "phrase"),
    [
        ((blok(byday="FR"),), "nu dicht, weer open op vrijdag om 9.00 uur"),
        ((), "openingstijden niet bekend"),
        ((Blok(op_afspraak=True),), "op afspraak"),
        ((blok("20:00", "21:00", op_afspraak=True),), "vandaag op afspraak"),
        ((blok(byday="WE", op_afspraak=True),), "op afspraak"),
        ((blok(freq="YEARLY"),), "kijk bij de openingstijden"),
        ((blok(valid_to=date(2026, 1, 1)),), "nu dicht"),
        ((blok("0:00", "0:00", DAILY, ""),), "dag en nacht open"),
        ((blok("18:00", "0:00"),), "vandaag tot 24.00 uur"),
        ((blok("0:00", "0:00", byday="MO,TU"),), "nu open, tot woensdag 0.00 uur"),
    ],
)  # fmt: skip
def test_a_phrase_for_every_kind_of_schedule(blokken, phrase):
    assert (
        today_phrase(Rooster(blokken, feestdagen=OPEN), at("2026-11-02 18:30"))
        == phrase
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(bloks, max_size=4), near, st.sampled_from([DICHT, OPEN, "onbekend"]))
def test_every_schedule_has_words(blokken, day, feestdagen):
    rooster = Rooster(tuple(blokken), (Dicht(day),), feestdagen)
    now = datetime.combine(day, time(10), NEDERLAND)
    assert today_phrase(rooster, now)
    found = sentences(rooster)
    assert all(s[0].isupper() and s.endswith(".") for s in found)
    assert bool(found) == bool(blokken)
    assert all(can_say(b) for b in blokken)
