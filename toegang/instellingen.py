"""What stands behind "Instellingen": an app adds its own doors, as it adds menu lines."""

from dataclasses import dataclass

from .models import Gebruiker
from .roles import may_now


@dataclass(frozen=True)
class Deur:
    """`naam` is a URL name, `act` who may (permissions.py), `plaats` the order."""

    tekst: str
    zin: str
    naam: str
    act: str
    icoon: str
    plaats: int = 50


_doors: list[Deur] = []


def register(*doors: Deur) -> None:
    _doors.extend(doors)


def for_user(user: Gebruiker) -> list[Deur]:
    mine = [door for door in _doors if may_now(user, door.act)]
    return sorted(mine, key=lambda door: door.plaats)
