"""What a bottleneck says of the day on which it was noted. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from netwerk.rules.datum import datum
from netwerk.rules.vergeefs import VANAF
from netwerk.rules.witte_vlekken import Vak


@dataclass(frozen=True)
class Cijfers:
    """Of a cell: how many, how many of them informal, the shortest wait and the last check.
    Of words (`aantal` is None): visits this quarter and the one before; None is too few."""

    aantal: int | None = None
    informeel: int | None = None
    weken: Decimal | None = None
    nagekeken: date | None = None
    bezoeken: int | None = None
    bezoeken_vorig: int | None = None


def of_cell(vak: Vak) -> Cijfers:
    return Cijfers(vak.aantal, vak.informeel, vak.weken, vak.nagekeken)


def state_phrase(cijfers: Cijfers) -> str:
    """ "Nog niets op de kaart.", "2 plekken, 3 weken wachten, 50% informeel." """
    if cijfers.aantal is None:
        return (
            f"{_visits(cijfers.bezoeken)} in dat kwartaal,"
            f" {_visits(cijfers.bezoeken_vorig)} in het kwartaal ervoor."
        )
    if not cijfers.aantal:
        return "Nog niets op de kaart."
    vak = Vak(cijfers.aantal, cijfers.informeel or 0, cijfers.weken)
    many = "1 plek" if vak.aantal == 1 else f"{vak.aantal} plekken"
    seen = cijfers.nagekeken
    checked = f"nagekeken op {datum(seen)}" if seen else "nooit nagekeken"
    return f"{many}, {vak.wacht}, {vak.procent}% informeel, {checked}."


def _visits(many: int | None) -> str:
    return f"minder dan {VANAF} bezoeken" if many is None else f"{many} bezoeken"
