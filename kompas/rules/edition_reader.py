"""Frozen dataclasses from what a file holds, and a fault for all that does not fit.

A dataclass says by its annotations what its file may hold:

    tekst: Annotated[str, Tekst(400)]      nummer: Annotated[int, Getal(1, 999)]
    punten: tuple[Schaalpunt, ...]         past_niet: Woorden
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, is_dataclass
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from .edition_source import Bron, Fout, Pad, printable

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
T = TypeVar("T")


@dataclass(frozen=True)
class Tekst:
    """A text of at most `most` characters on one line; one of `keuze`, or of the form
    `vorm` (a regular expression), where that is given."""

    most: int
    leeg: bool = False
    keuze: tuple[str, ...] = ()
    vorm: str = ""

    def faults(self, tekst: str) -> Iterator[str]:
        if not tekst.strip():
            if not self.leeg:
                yield "is leeg."
            return
        if UNPRINTABLE.search(tekst):
            yield "bevat een regeleinde of een onzichtbaar teken. Haal het weg."
        if len(tekst) > self.most:
            yield f"is te lang: {len(tekst)} tekens. Het mogen er {self.most} zijn."
        if self.keuze and tekst not in self.keuze:
            yield f"is ‘{printable(tekst)}’. Kies uit: {', '.join(self.keuze)}."
        if self.vorm and not re.fullmatch(self.vorm, tekst):
            yield "mag alleen kleine letters, cijfers, - en _ bevatten."


@dataclass(frozen=True)
class Uitgesproken(Tekst):
    """A text for every card, or in an object the fields of `apart`: then the value is a
    plain dict of those."""

    apart: Any = None


@dataclass(frozen=True)
class Getal:
    """A number from `van` up to and including `tot`."""

    van: float
    tot: float


class Lezer:
    """Goes on after a fault, with an empty value in its place: 0 stands for a number
    that was wrong, so a number that is right is never 0 where that matters."""

    def __init__(self, bron: Bron) -> None:
        self.bron = bron
        self.fouten = list(bron.fouten)

    def fault(self, pad: Pad, wat: str) -> None:
        self.fouten.append(Fout(self.bron.regel(pad), self.bron.plek(pad), wat))

    def build(self, soort: Callable[..., T], waarde: object, pad: Pad = ()) -> T:
        if not isinstance(waarde, dict):
            self.fault(pad, "Hier horen gegevens tussen { en } te staan.")
            return Lezer(Bron(None)).build(soort, {})
        hints = get_type_hints(soort, include_extras=True)
        for veld in [veld for veld in waarde if veld not in hints]:
            wat = f"Het veld ‘{printable(str(veld))}’ kennen we niet."
            self.fault((*pad, veld), wat)
        return soort(
            **{veld: self._field(hints[veld], waarde, veld, pad) for veld in hints}
        )

    def _field(
        self, hint: Any, houder: dict[str, object], veld: str, pad: Pad
    ) -> object:
        if veld in houder:
            return self._value(hint, houder[veld], (*pad, veld))
        if get_origin(hint) is tuple:
            return ()
        rule = _rule(hint)
        if isinstance(rule, Tekst) and rule.leeg:
            return ""
        self.fault((*pad, veld), f"Het veld ‘{veld}’ ontbreekt.")
        return _empty(hint)

    def _value(self, hint: Any, waarde: object, pad: Pad) -> object:
        if get_origin(hint) is tuple:
            return self._many(get_args(hint)[0], waarde, pad)
        if is_dataclass(hint) and isinstance(hint, type):
            return self.build(hint, waarde, pad)
        rule = _rule(hint)
        if isinstance(rule, Uitgesproken) and isinstance(waarde, dict):
            return asdict(self.build(rule.apart, waarde, pad))
        if isinstance(rule, Tekst):
            return self._text(rule, waarde, pad)
        return self._number(rule, waarde, pad, heel=get_args(hint)[0] is int)

    def _many(self, hint: Any, waarde: object, pad: Pad) -> tuple[object, ...]:
        if not isinstance(waarde, list):
            self.fault(pad, f"{_field_name(pad)} moet een lijst zijn, tussen [ en ].")
            return ()
        return tuple(
            self._value(hint, item, (*pad, i)) for i, item in enumerate(waarde)
        )

    def _text(self, rule: Tekst, waarde: object, pad: Pad) -> str:
        if not isinstance(waarde, str):
            self.fault(pad, f"{_field_name(pad)} moet tekst zijn.")
            return ""
        for wat in rule.faults(waarde):
            self.fault(pad, f"{_field_name(pad)} {wat}")
        return waarde

    def _number(self, rule: Getal, waarde: object, pad: Pad, *, heel: bool) -> float:
        kinds = (int,) if heel else (int, float)
        if isinstance(waarde, bool) or not isinstance(waarde, kinds):
            soort = "een heel getal" if heel else "een getal"
            self.fault(pad, f"{_field_name(pad)} moet {soort} zijn.")
            return 0
        if not rule.van <= waarde <= rule.tot:
            grens = f"{rule.van:g} tot en met {rule.tot:g}"
            self.fault(pad, f"{_field_name(pad)} moet een getal zijn van {grens}.")
            return 0
        return waarde


def _empty(hint: Any) -> object:
    if is_dataclass(hint) and isinstance(hint, type):
        return Lezer(Bron(None)).build(hint, {})
    return "" if isinstance(_rule(hint), Tekst) else 0


def _rule(hint: Any) -> Any:
    """The Tekst or Getal of an annotation."""
    return get_args(hint)[1] if len(get_args(hint)) > 1 else None


def _field_name(pad: Pad) -> str:
    """The field that a value stands in; for one of a list, the list."""
    velden = [stap for stap in pad if isinstance(stap, str)]
    return f"‘{velden[-1]}’" if velden else "Dit"
