"""What a page shows of a file that would be taken in: the first of each long list, and how
many there are. Plain values, so that they can be kept until somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .bladcellen import Cel, Ingelezen
from .hsds_pakket import Fout
from .hsds_plan import GELIJK, Plan, Regel

MOST = 50
LONGEST = 160  # characters of a cell
Shown = dict[str, Any]


def shown(found: Ingelezen, plan: Plan, *, anders: bool = False) -> Shown:
    """With faults or questions it can't be carried out yet. `anders`: somebody saw another
    plan and said yes to that."""
    told = [regel for regel in plan.regels if regel.wat != GELIJK]
    return {
        "mag": not plan.fouten and not found.vragen,
        "anders": anders,
        "verandert": plan.changes,
        "telt": bool(plan.regels),
        "tellingen": plan.tellingen,
        "regels": _first(told, lambda regel: _line(regel, found.cellen)),
        "fouten": _first(plan.fouten, _fault),
        "vragen": _first(found.vragen, _fault),
        "opmerkingen": _first(plan.opmerkingen, _fault),
        "weg": _first(plan.weg, str),
    }


def to_check(found: Ingelezen, plan: Plan) -> list[list[str]]:
    """All of it, as rows of a table."""
    kinds = (
        ("Fout", plan.fouten),
        ("Vraag", found.vragen),
        ("Let op", plan.opmerkingen),
    )
    return [
        [kind, fout.waar, fout.waarde, fout.zin]
        for kind, rows in kinds
        for fout in rows
    ]


def _first(rows: list[Any], tell: Callable[[Any], object]) -> Shown:
    return {
        "rijen": [tell(row) for row in rows[:MOST]],
        "aantal": len(rows),
        "meer": max(0, len(rows) - MOST),
    }


def _fault(fout: Fout) -> Shown:
    return {"waar": fout.waar, "waarde": fout.waarde, "zin": fout.zin}


def _line(regel: Regel, cellen: Mapping[str, Iterable[Cel]]) -> Shown:
    """With the cells of a spreadsheet that make this change."""
    return {
        "soort": regel.soort,
        "naam": regel.naam,
        "wat": regel.wat,
        "velden": regel.in_woorden,
        "cellen": [
            {"kolom": cel.kolom, "was": _cut(cel.was), "wordt": _cut(cel.wordt)}
            for cel in cellen.get(regel.sleutel, ())
            if cel.gaat_over in regel.velden
        ],
    }


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
