"""How fresh each field of a provision is: checked by somebody, not only changed (N5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netwerk.choices import Capaciteit, Controleveld
from netwerk.models import Controle, Kaartinstelling, Voorziening
from netwerk.rules import versheid
from netwerk.selectors.wachttijden import Wacht


@dataclass(frozen=True)
class Vers:
    naam: str
    zin: str
    oud: bool


NAMES = {
    Controleveld.WACHTTIJD: "Wachttijd",
    Controleveld.TELEFOON: "Telefoon",
    Controleveld.CAPACITEIT: "Of er plek is",
    Controleveld.OPENINGSTIJDEN: "Openingstijden",
    Controleveld.REST: "De andere gegevens",
}


def freshness_of(
    v: Voorziening, waits: list[Wacht], day: date, *, phones: bool, hours: bool
) -> dict[str, Vers]:
    """Per field that the page shows. A new measurement is a check of the wait."""
    checked = dict(
        Controle.objects.filter(voorziening=v).values_list("veld", "gecontroleerd_op")
    )
    dates = [wacht.gemeten_op for wacht in waits]
    if known := [d for d in (checked.get(Controleveld.WACHTTIJD), *dates) if d]:
        checked[Controleveld.WACHTTIJD] = max(known)
    shown = {
        Controleveld.WACHTTIJD: bool(waits),
        Controleveld.TELEFOON: phones,
        Controleveld.CAPACITEIT: v.capaciteit != Capaciteit.ONBEKEND,
        Controleveld.OPENINGSTIJDEN: hours,
        Controleveld.REST: True,
    }
    lapsed = any(wacht.verlopen for wacht in waits)
    setting = Kaartinstelling.objects.filter(regio=v.regio_id).first()
    found = {
        str(veld): _vers(
            veld, checked.get(veld), day, setting.months(veld) if setting else None
        )
        for veld, there in shown.items()
        if there
    }
    if lapsed:  # what is past its own last day is not fresh, whoever looked at it since
        measured = max(wacht.gemeten_op for wacht in waits)
        said = versheid.sentence(measured, day, oud=True).replace(
            "gecontroleerd", "gemeten"
        )
        found[str(Controleveld.WACHTTIJD)] = Vers(
            NAMES[Controleveld.WACHTTIJD], said, oud=True
        )
    return found


def _vers(
    veld: Controleveld, checked: date | None, day: date, months: int | None
) -> Vers:
    found = versheid.state(str(veld), checked, day, months)
    old = found.oordeel in {versheid.OUD, versheid.NOOIT}
    return Vers(NAMES[veld], found.zin, old)
