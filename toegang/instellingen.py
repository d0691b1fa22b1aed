"""What stands behind "Instellingen": an app adds its own doors, as it adds menu lines."""

from dataclasses import dataclass

from .menu import Regel
from .models import Gebruiker
from .roles import may_now


@dataclass(frozen=True)
class Deur:
    """`naam` is a URL name, `act` who may (permissions.py), `plaats` the order; `prefixes`
    of the names of pages behind it."""

    tekst: str
    zin: str
    naam: str
    act: str
    icoon: str
    plaats: int = 50
    prefixes: tuple[str, ...] = ()


_doors: list[Deur] = []


def register(*doors: Deur) -> None:
    _doors.extend(doors)


@dataclass(frozen=True)
class Deurenregel(Regel):
    """The line of the menu before the doors: what is behind one belongs to it."""

    def has(self, naam: str) -> bool:
        behind = tuple(
            start for door in _doors for start in (door.naam, *door.prefixes)
        )
        return super().has(naam) or naam.startswith(behind)


def for_user(user: Gebruiker) -> list[Deur]:
    mine = [door for door in _doors if may_now(user, door.act)]
    return sorted(mine, key=lambda door: door.plaats)
