"""What a process checks before it begins. Each refusal is an ImproperlyConfigured that says
what to do; a database that is away, or has no tables yet, is no reason to stay down.
"""

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, ProgrammingError, connection

import structlog

from basis.actor import Actor, acting
from basis.crypto import KeyRing, NoRing, WrongRing, key_ring
from netwerk.services import sleutels

RINGS = ("CARE_KEYS", "DIARY_KEYS")
START = Actor.job("start")
SEE = "(docs/beheer.md, Keys and back-ups)"


def refuse_wrong_start() -> None:
    """For web, worker and beat: rings that can be used, a login that row-level security
    holds for, and rings that open what the database has. Raises ImproperlyConfigured."""
    rings = the_rings()
    try:
        connection.ensure_connection()  # refuses a strong role (basis/postgres)
        with acting(START):
            sleutels.prove(rings)
    except WrongRing as error:
        raise ImproperlyConfigured(f"{error} {SEE}") from None
    except OperationalError:
        structlog.get_logger("start").warning("de database antwoordt nog niet")
    except ProgrammingError:
        structlog.get_logger("start").warning("de database heeft nog geen tabellen")
    finally:
        connection.close()


def the_rings() -> dict[str, KeyRing]:
    """By name, those this process needs: web has the diary's too. Raises
    ImproperlyConfigured."""
    needed = RINGS if settings.PROCESS_ROLE == "nk_web" else RINGS[:1]
    found = {name: _ring(name) for name in needed}
    everything = [key for ring in found.values() for key in ring.keys.values()]
    if len(set(everything)) < len(everything):
        raise ImproperlyConfigured(
            f"One key stands in {' and '.join(found)} twice. Give each its own {SEE}."
        )
    return found


def _ring(name: str) -> KeyRing:
    try:
        return key_ring(name)
    except NoRing:
        raise ImproperlyConfigured(
            f"{name} is missing. Give this process the ring that the data were sealed"
            f" with {SEE}."
        ) from None
    except WrongRing as error:
        raise ImproperlyConfigured(
            f"{name} cannot be used: {error}. Write it as name:base64 of 32 bytes, with"
            f" commas between {SEE}."
        ) from None


def check_rings(**_: object) -> list[CheckMessage]:
    """For commands: those that say they need no checks (collectstatic) need no ring."""
    needed = [name for name in RINGS if name == RINGS[0] or getattr(settings, name)]
    found: list[CheckMessage] = []
    for name in needed:
        try:
            _ring(name)
        except ImproperlyConfigured as error:
            found.append(Error(str(error), id="config.E001"))
    return found
