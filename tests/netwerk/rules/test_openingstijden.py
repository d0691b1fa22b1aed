"""Open or not: right on each day, and never guessed."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil.rrule import (
    DAILY as R_DAILY,
    MONTHLY as R_MONTHLY,
    WEEKLY as R_WEEKLY,
    rrule,
    weekdays as r_weekdays,
)
from hypothesis import given, settings, strategies as st

from netwerk.rules.herhaling import CODES, DAILY, MONTHLY, WEEKLY, Blok, can_say, occurs
from netwerk.rules.openingsdag import DICHT, OPEN, Dicht, Rooster, day_of, hours_on
from netwerk.rules.openingstijden import (
    NEDERLAND,
    closes_at,
    is_by_appointment,
    is_open,
    opens_next,
)

from .roosters import EVEN, at, blok, bloks, clocks, near


def days(given_blok: Blok, first: str, last: str) -> list[str]:
    """The days on which it holds, as month-day."""
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    found = []
    while day <= end:
        if occurs(given_blok, day):
            found.append(day.isoformat()[5:])
        day += timedelta(days=1)
    return found


# ---- patterns


def test_several_blocks_a_day_with_a_break_between():
    rooster = Rooster((blok("13:00", "17:00"), blok("9:00", "12:00")))
    monday = date(2026, 11, 2)
    assert hours_on(rooster, monday) == [
        (time(9), time(12)),
        (time(13), time(17)),
    ]
    assert hours_on(rooster, date(2026, 11, 1)) == []
    assert is_open(rooster, at("2026-11-02 11:59"))
    assert is_open(rooster, at("2026-11-02 12:00")) is False
    assert is_open(rooster, at("2026-11-02 13:00"))


def test_every_last_sunday_of_the_month():
    last = blok(freq=MONTHLY, byday="-1SU")
    assert days(last, "2026-01-01", "2026-04-30") == [
        "01-25",
        "02-22",
        "03-29",
        "04-26",
    ]


def test_every_other_week_keeps_its_fourteen_days_over_week_53():
    fortnight = blok(byday="WE", interval=2, dtstart=date(2026, 12, 16))
    assert days(fortnight, "2026-12-01", "2027-01-31") == [
        "12-16",
        "12-30",
        "01-13",
        "01-27",
    ]


def test_even_weeks_skip_week_53_and_week_1():
    even = blok(byday="WE", byweekno=EVEN)
    assert days(even, "2026-12-10", "2027-01-31") == ["12-23", "01-13", "01-27"]


def test_a_single_date_holds_once():
    once = blok(freq=None, byday="", dtstart=date(2026, 10, 10))
    assert days(once, "2026-01-01", "2027-12-31") == ["10-10"]


@pytest.mark.parametrize(
    ("valid_to", "until", "last"),
    [
        (date(2026, 11, 10), date(2026, 11, 20), "11-10"),
        (date(2026, 11, 20), date(2026, 11, 10), "11-10"),
        (date(2026, 11, 10), None, "11-10"),
        (None, date(2026, 11, 10), "11-10"),
    ],
)
def test_of_two_ends_the_earliest_holds(valid_to, until, last):
    ends = blok(valid_to=valid_to, until=until, dtstart=date(2026, 11, 2))
    assert days(ends, "2026-10-01", "2026-12-31")[-1] == last


def test_a_count_is_counted_from_its_start_also_before_it_is_valid():
    counted = blok(byday="TH", dtstart=date(2026, 10, 1), count=4,
                   valid_from=date(2026, 10, 10))  # fmt: skip
    assert days(counted, "2026-09-01", "2026-12-31") == ["10-15", "10-22"]


def test_an_end_before_the_start_leaves_no_day():
    none = blok(byday="", dtstart=date(2026, 10, 1), until=date(2026, 9, 1), count=2)
    assert days(none, "2026-01-01", "2026-12-31") == []


@pytest.mark.parametrize(
    ("wkst", "found"),
    [
        ("MO", ["08-05", "08-10", "08-19", "08-24"]),
        ("SU", ["08-05", "08-17", "08-19", "08-31"]),
    ],
)
def test_every_other_week_counts_from_its_own_first_day(wkst, found):
    # the example of RFC 5545
    fortnight = blok(byday="TU,SU", interval=2, dtstart=date(1997, 8, 5), count=4,
                     wkst=wkst)  # fmt: skip
    assert days(fortnight, "1997-07-01", "1997-12-31") == found


RICH = [
    {"byyearday": "100"},
    {"freq": "YEARLY"},
    {"freq": "YEARLY", "byday": "", "byyearday": "1"},
    {"bymonthday": "13"},
    {"freq": MONTHLY, "byday": "FR", "bymonthday": "13"},
    {"freq": MONTHLY, "byday": "-4FR"},
    {"freq": MONTHLY, "byday": "1MO,TU"},
    {"freq": MONTHLY, "byday": "", "bymonthday": "-5"},
    {"freq": MONTHLY, "byday": ""},
    {"byday": "1MO"},
    {"byday": ""},
    {"byday": "maandag"},
    {"byday": "MO;TU"},
    {"byweekno": "-1"},
    {"byweekno": "zomer"},
    {"byweekno": EVEN, "wkst": "SU"},
    {"interval": 2},
    {"interval": 0, "dtstart": date(2026, 1, 1)},
    {"count": 3},
    {"count": 0, "dtstart": date(2026, 1, 1)},
    {"wkst": "XX"},
    {"freq": None},
    {"freq": None, "byday": ""},
    {"freq": DAILY, "interval": 3, "dtstart": date(2026, 1, 1)},
]


@pytest.mark.parametrize("fields", RICH)
def test_what_cannot_be_said_simply_is_not_computed_either(fields):
    rich = blok(**fields)
    assert not can_say(rich)
    assert is_open(Rooster((rich,)), at("2026-11-02 10:00")) is None


def test_a_block_without_times_is_not_computed():
    assert not can_say(Blok(freq=WEEKLY, byday="MO"))
    assert not can_say(Blok(time(9), None, WEEKLY, "MO"))


def test_beside_what_we_cannot_read_what_we_can_still_says_open():
    rooster = Rooster((blok(), blok(freq="YEARLY", valid_to=date(2026, 11, 30))))
    assert is_open(rooster, at("2026-11-02 10:00")) is True
    assert is_open(rooster, at("2026-11-02 20:00")) is None
    assert is_open(rooster, at("2026-12-01 20:00")) is False
    assert not day_of(rooster, date(2026, 11, 2)).zeker


def test_without_any_hours_nothing_is_known():
    assert is_open(Rooster(), at("2026-11-02 10:00")) is None


def test_by_appointment_is_not_open_but_has_its_hours():
    rooster = Rooster((blok(op_afspraak=True), Blok(op_afspraak=True)))
    assert is_open(rooster, at("2026-11-02 10:00")) is False
    assert is_by_appointment(rooster, at("2026-11-02 10:00"))
    assert not is_by_appointment(rooster, at("2026-11-02 17:00"))
    assert hours_on(rooster, date(2026, 11, 2)) == []
    assert day_of(rooster, date(2026, 11, 2)).afspraak == ((time(9), time(17)),)


# ---- closed days


@pytest.mark.parametrize(
    ("day", "is_closed"),
    [
        ("2025-04-26", True),  # Koningsdag, as the 27th is a Sunday
        ("2025-04-27", False),
        ("2026-04-27", True),
        ("2026-12-26", True),
        ("2026-04-06", True),
        ("2026-12-24", False),
    ],
)
def test_closed_on_dutch_holidays(day, is_closed):
    rooster = Rooster((blok(byday="MO,TU,WE,TH,FR,SA,SU"),), feestdagen=DICHT)
    assert (hours_on(rooster, date.fromisoformat(day)) == []) is is_closed
    assert is_open(rooster, at(f"{day} 10:00")) is not is_closed
    open_then = Rooster(rooster.blokken, feestdagen=OPEN)
    assert is_open(open_then, at(f"{day} 10:00")) is True


@pytest.mark.parametrize(
    ("feestdagen", "day"),
    [(DICHT, "2026-05-05"), (DICHT, "2026-04-03"), ("onbekend", "2026-04-27")],
)
def test_a_holiday_of_which_it_is_not_known_is_neither_open_nor_closed(feestdagen, day):
    rooster = Rooster((blok(),), feestdagen=feestdagen)
    assert is_open(rooster, at(f"{day} 10:00")) is None
    assert is_open(rooster, at(f"{day} 20:00")) is False
    found = day_of(rooster, date.fromisoformat(day))
    assert found.uren == ((time(9), time(17)),)
    assert found.reden
    assert not found.zeker


def test_a_block_for_one_date_beats_a_holiday_and_a_closed_date_beats_that():
    koningsdag = date(2026, 4, 27)
    once = blok("10:00", "14:00", freq=None, byday="", dtstart=koningsdag)
    rooster = Rooster((blok(), once), feestdagen=DICHT)
    assert hours_on(rooster, koningsdag) == [(time(10), time(14))]
    assert is_open(rooster, at("2026-04-27 11:00")) is True
    assert is_open(rooster, at("2026-04-27 16:00")) is False
    shut = Rooster(rooster.blokken, (Dicht(koningsdag, "verhuizing"),), DICHT)
    assert is_open(shut, at("2026-04-27 11:00")) is False
    assert day_of(shut, koningsdag).reden == "verhuizing"


def test_closed_for_a_while_opens_again_by_itself():
    rooster = Rooster((blok(),), (Dicht(date(2026, 8, 3), "zomer", date(2026, 8, 14)),))
    assert is_open(rooster, at("2026-08-03 10:00")) is False
    assert is_open(rooster, at("2026-08-14 10:00")) is False
    assert is_open(rooster, at("2026-08-17 10:00")) is True
    assert opens_next(rooster, at("2026-08-05 10:00")) == at("2026-08-17 09:00")


# ---- midnight and the clock


def test_past_midnight_belongs_to_the_day_it_began():
    rooster = Rooster((blok("22:00", "2:00", byday="SA"),))
    assert is_open(rooster, at("2026-11-07 21:59")) is False
    assert is_open(rooster, at("2026-11-07 23:59"))
    assert is_open(rooster, at("2026-11-08 01:59"))
    assert is_open(rooster, at("2026-11-08 02:00")) is False
    assert is_open(rooster, at("2026-11-07 01:00")) is False
    assert closes_at(rooster, at("2026-11-07 23:00")) == at("2026-11-08 02:00")
    shut = Rooster(rooster.blokken, (Dicht(date(2026, 11, 7)),))
    assert is_open(shut, at("2026-11-08 01:00")) is False


def test_the_night_the_clock_goes_back_closes_once():
    rooster = Rooster((blok("22:00", "2:30", byday="SA"),))
    assert is_open(rooster, at("2026-10-25 02:15", fold=0))
    assert is_open(rooster, at("2026-10-25 02:45", fold=0)) is False
    assert is_open(rooster, at("2026-10-25 02:15", fold=1)) is False


def test_the_night_the_clock_goes_on_has_an_hour_less():
    rooster = Rooster((blok("22:00", "7:00", byday="SA"),))
    closes = closes_at(rooster, at("2026-03-28 22:00"))
    assert closes == at("2026-03-29 07:00")
    assert closes.astimezone(UTC) - at("2026-03-28 22:00").astimezone(UTC) == timedelta(
        hours=8
    )


def test_day_and_night_never_closes_and_has_no_gap():
    for closes in ("0:00", "23:59"):
        rooster = Rooster((blok("0:00", closes, DAILY, ""),), feestdagen=OPEN)
        assert is_open(rooster, at("2026-11-02 23:59") + timedelta(seconds=30))
        assert is_open(rooster, at("2026-10-25 02:30", fold=1))
        assert closes_at(rooster, at("2026-11-02 12:00")) is None
        assert opens_next(rooster, at("2026-11-02 12:00")) is None


def test_blocks_that_join_close_together():
    rooster = Rooster((blok("9:00", "12:00"), blok("12:00", "17:00")))
    assert closes_at(rooster, at("2026-11-02 10:00")) == at("2026-11-02 17:00")
    assert opens_next(rooster, at("2026-11-02 10:00")) == at("2026-11-03 09:00")


def test_opens_next_passes_over_days_that_are_not_certain():
    rooster = Rooster((blok(byday="MO,TU"),))
    assert opens_next(rooster, at("2026-04-24 10:00")) == at("2026-04-28 09:00")
    assert opens_next(rooster, at("2026-04-24 10:00"), horizon_days=3) is None


def test_a_moment_of_nowhere_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        is_open(Rooster((blok(),)), datetime(2026, 11, 2, 10))  # noqa: DTZ001


def test_another_time_zone_is_the_same_moment():
    rooster = Rooster((blok(),))
    assert is_open(rooster, datetime(2026, 11, 2, 8, 0, tzinfo=UTC)) is True
    assert is_open(rooster, datetime(2026, 7, 6, 7, 0, tzinfo=UTC)) is True
    assert is_open(rooster, datetime(2026, 11, 2, 7, 59, tzinfo=UTC)) is False


# ---- beside dateutil, which walks there from the start


def oracle(blok: Blok, first: date, last: date) -> set[date]:
    """The days by dateutil, filtered by the days it is valid."""
    by_code = dict(zip(CODES, r_weekdays, strict=True))
    named = []
    for part in filter(None, blok.byday.split(",")):
        nth, code = part[:-2], part[-2:]
        named.append(by_code[code](int(nth)) if nth else by_code[code])

    def ints(text):
        return [int(part) for part in text.split(",")] if text else None

    rule = rrule(
        {DAILY: R_DAILY, WEEKLY: R_WEEKLY, MONTHLY: R_MONTHLY}[blok.freq],
        dtstart=datetime.combine(blok.dtstart, time()),
        interval=blok.interval or 1,
        wkst=by_code[blok.wkst or "MO"],
        count=blok.count,
        byweekday=named or None,
        bymonthday=ints(blok.bymonthday),
        byweekno=ints(blok.byweekno),
    )
    low = max(first, blok.valid_from or first)
    high = min(last, blok.valid_to or last, blok.until or last)
    found = rule.between(
        datetime.combine(low, time()), datetime.combine(high, time()), inc=True
    )
    return {moment.date() for moment in found}


@settings(max_examples=300, deadline=None)
@given(bloks, st.sampled_from([-10, 0, 20, 700]))
def test_each_day_agrees_with_dateutil(blok, later):
    first = blok.dtstart + timedelta(days=later)
    last = first + timedelta(days=200)
    assert can_say(blok)
    ours = {
        day
        for day in (first + timedelta(days=n) for n in range(201))
        if occurs(blok, day)
    }
    assert ours == oracle(blok, first, last)


@settings(max_examples=60, deadline=None)
@given(st.lists(bloks, max_size=4), near, st.sampled_from([DICHT, OPEN]), near)
def test_the_hours_of_a_day_are_those_of_its_blocks(blokken, day, feestdagen, shut):
    rooster = Rooster(tuple(blokken), (Dicht(shut),), feestdagen)
    expected = {
        (b.opens_at, b.closes_at)
        for b in blokken
        if not b.op_afspraak and day in oracle(b, day, day)
    }
    if day == shut or (day_of(rooster, day).reden and day_of(rooster, day).zeker):
        expected = set()
    assert hours_on(rooster, day) == sorted(expected)


@settings(max_examples=200, deadline=None)
@given(st.lists(bloks, min_size=1, max_size=4), near, clocks)
def test_open_is_within_the_hours_of_today_or_of_last_night(blokken, day, moment):
    rooster = Rooster(tuple(blokken), feestdagen=OPEN)

    def to_end(closes):
        return time.max if closes in {time(0), time(23, 59)} else closes

    def begun_today(opens, closes):
        end = to_end(closes)
        return opens <= moment and (moment < end or end <= opens or end == time.max)

    def begun_yesterday(opens, closes):
        return time(0) < closes <= opens and closes != time(23, 59) and moment < closes

    inside = any(begun_today(*h) for h in hours_on(rooster, day)) or any(
        begun_yesterday(*h) for h in hours_on(rooster, day - timedelta(days=1))
    )
    # nights in which the clock moves have tests of their own
    moved = {
        datetime.combine(day + timedelta(days=n), time(12), NEDERLAND).utcoffset()
        for n in (-1, 0, 1)
    }
    if len(moved) == 1:
        now = datetime.combine(day, moment, NEDERLAND)
        assert is_open(rooster, now) is inside


@settings(max_examples=100, deadline=None)
@given(st.lists(bloks, min_size=1, max_size=3), near, clocks)
def test_it_is_open_until_it_closes_and_closed_until_it_opens(blokken, day, moment):
    rooster = Rooster(tuple(blokken))
    now = datetime.combine(day, moment, NEDERLAND).astimezone(UTC)
    tick = timedelta(seconds=1)
    closes, opens = closes_at(rooster, now), opens_next(rooster, now, 31)
    if closes:
        assert is_open(rooster, now)
        assert is_open(rooster, closes.astimezone(UTC) - tick)
        assert is_open(rooster, closes) is not True
    if opens:
        assert is_open(rooster, opens)
        assert is_open(rooster, opens.astimezone(UTC) - tick) is not True


texts = st.text("MOTUWE,0123456789-+ ", max_size=8)


@given(
    st.builds(
        Blok,
        opens_at=st.none() | clocks,
        closes_at=st.none() | clocks,
        freq=st.sampled_from([None, "", DAILY, WEEKLY, MONTHLY, "YEARLY", "weekly"]),
        byday=texts,
        interval=st.none() | st.integers(-1, 4),
        dtstart=st.none() | st.dates(),
        valid_to=st.none() | st.dates(),
        count=st.none() | st.integers(-1, 9),
        wkst=texts,
        byweekno=texts,
        bymonthday=texts,
        byyearday=texts,
        op_afspraak=st.booleans(),
    ),
    near,
)
def test_nothing_that_comes_in_breaks_a_page(blok, day):
    rooster = Rooster((blok,), feestdagen=DICHT)
    now = datetime.combine(day, time(10), NEDERLAND)
    assert is_open(rooster, now) in {True, False, None}
    if not can_say(blok):
        assert hours_on(rooster, day) == []
        assert is_open(rooster, now) is not True
