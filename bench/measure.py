"""One measurement, and the list of all.

    @measurement("opslaan_50")
    def save_at_50(bench: Bench) -> Figure: ...

A figure stands beside its floor: the same work without what is measured, in the same run
and on the same machine, so that the ratio says something on another machine too.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import median

SCALES = {"": 1, "full": 1, "small": 50}


@dataclass(frozen=True)
class Figure:
    """`limit` bounds `ratio` where there is a floor, else `value`; both included. Of what
    is better when there is more of it, it is the least: `at_least`."""

    value: float
    unit: str
    limit: float
    floor: float | None = None
    at_least: bool = False

    @property
    def ratio(self) -> float | None:
        return None if self.floor is None else self.value / self.floor

    @property
    def ok(self) -> bool:
        figure = self.value if self.ratio is None else self.ratio
        return figure >= self.limit if self.at_least else figure <= self.limit


class Skipped(Exception):
    """A tool is missing; the reason in words."""


@dataclass
class Bench:
    """What a measurement gets: the scale, and rows from the database it left behind."""

    scale: int = field(default_factory=lambda: SCALES[os.environ.get("SCALE", "")])

    def size(self, full: int, least: int = 4) -> int:
        """So many at full scale; at a small one a fiftieth, but not fewer than `least`."""
        return max(least, full // self.scale)


Measure = Callable[[Bench], Figure]
_all: dict[str, Measure] = {}


def measurement(name: str) -> Callable[[Measure], Measure]:
    def keep(measure: Measure) -> Measure:
        _all[name] = measure
        return measure

    return keep


def run(names: Iterable[str] = ()) -> bool:
    """Prints a JSON line a measurement; False when one is over its limit."""
    bench, good = Bench(), True
    for name in names or list(_all):
        line = _line(name, _all[name], bench)
        good &= line["ok"] is not False
        print(json.dumps(line, ensure_ascii=False), flush=True)
    return good


def _line(name: str, measure: Measure, bench: Bench) -> dict[str, object]:
    empty = dict.fromkeys(("value", "unit", "floor", "ratio", "limit", "ok"))
    try:
        figure = measure(bench)
    except Skipped as reason:
        return {"name": name} | empty | {"skipped": str(reason)}
    return {
        "name": name,
        "value": round(figure.value, 2),
        "unit": figure.unit,
        "floor": figure.floor and round(figure.floor, 2),
        "ratio": figure.ratio and round(figure.ratio, 2),
        "limit": figure.limit,
        "ok": figure.ok,
    }


def median_ms(act: Callable[[], object], times: int = 50) -> float:
    """Of so many times one after another, after three to warm up."""
    took = []
    for _ in range(times + 3):
        started = time.perf_counter()
        act()
        took.append((time.perf_counter() - started) * 1000)
    return median(took[3:])
