"""Schedules for tests: by hand, and any that can be said."""

from datetime import date, datetime, time

from hypothesis import strategies as st

from netwerk.rules.herhaling import CODES, DAILY, MONTHLY, WEEKLY, Blok
from netwerk.rules.openingstijden import NEDERLAND

WERKDAGEN = "MO,TU,WE,TH,FR"
EVEN = ",".join(str(week) for week in range(2, 54, 2))


def blok(opens="9:00", closes="17:00", freq=WEEKLY, byday=WERKDAGEN, **rest) -> Blok:
    return Blok(clock(opens), clock(closes), freq, byday, **rest)


def clock(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def at(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=NEDERLAND, fold=fold)


near = st.dates(date(2024, 6, 1), date(2028, 6, 1))
clocks = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 59]))
weekday_sets = st.sets(st.sampled_from(CODES), min_size=1).map(
    lambda s: ",".join(sorted(s))
)
nths = st.sets(
    st.tuples(st.sampled_from([1, 2, 3, 4, 5, -1, -2]), st.sampled_from(CODES)),
    min_size=1, max_size=4,
).map(lambda s: ",".join(f"{n}{d}" for n, d in sorted(s)))  # fmt: skip
numbers = st.sets(st.sampled_from([-1, *range(1, 32)]), min_size=1, max_size=4)
weeks = st.sets(st.integers(1, 53), min_size=1)


def as_text(found) -> str:
    return ",".join(str(number) for number in sorted(found))


patterns = st.one_of(
    st.fixed_dictionaries(
        {"freq": st.just(WEEKLY), "byday": weekday_sets | st.just(""),
         "interval": st.integers(1, 5), "wkst": st.sampled_from(["", *CODES])}
    ),
    st.fixed_dictionaries(
        {"freq": st.just(WEEKLY), "byday": weekday_sets, "byweekno": weeks.map(as_text)}
    ),
    st.fixed_dictionaries(
        {"freq": st.just(MONTHLY), "byday": nths, "interval": st.integers(1, 5)}
    ),
    st.fixed_dictionaries(
        {"freq": st.just(MONTHLY), "bymonthday": numbers.map(as_text) | st.just(""),
         "interval": st.integers(1, 5)}
    ),
    st.fixed_dictionaries({"freq": st.just(DAILY), "interval": st.integers(1, 9)}),
    st.fixed_dictionaries({"freq": st.just(DAILY), "byday": weekday_sets}),
    st.fixed_dictionaries({"freq": st.just(MONTHLY), "byday": weekday_sets}),
)  # fmt: skip
bounds = st.fixed_dictionaries(
    {"dtstart": near},
    optional={
        "until": near,
        "valid_from": near,
        "valid_to": near,
        "count": st.integers(1, 60),
    },
)
bloks = st.builds(
    lambda pattern, bound, opens, closes, afspraak: Blok(
        opens, closes, **pattern, **bound, op_afspraak=afspraak
    ),
    patterns, bounds, clocks, clocks, st.booleans(),
)  # fmt: skip
