"""On which devices somebody is logged in."""

from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module

from django.conf import settings

from allauth.usersessions.models import UserSession

from toegang.models import Gebruiker

SEEN = "gezien"  # in the session: seconds since 1970, to the minute
BROWSERS = {  # the first name that is found; others borrow the names of others
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "iPhone": "een iPhone",
    "iPad": "een iPad",
    "Android": "een telefoon of tablet met Android",
    "Windows": "een computer met Windows",
    "Mac OS X": "een Mac",
    "CrOS": "een Chromebook",
    "Linux": "een computer met Linux",
}


@dataclass(frozen=True)
class Apparaat:
    """`gezien` is when a page was last opened there, `hier` whether it is this device."""

    pk: int
    naam: str
    sinds: datetime
    gezien: datetime
    hier: bool


def devices_of(user: Gebruiker, session_key: str | None) -> list[Apparaat]:
    """This device first, then the one that was used last."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    found = []
    for row in UserSession.objects.purge_and_list(user):
        seen = store(row.session_key).get(SEEN)
        gezien = datetime.fromtimestamp(seen, UTC) if seen else row.created_at
        found.append(
            Apparaat(
                row.pk,
                name_of(row.user_agent),
                row.created_at,
                gezien,
                row.session_key == session_key,
            )
        )
    return sorted(found, key=lambda one: (one.hier, one.gezien), reverse=True)


def name_of(user_agent: str) -> str:
    """As people call it: "Chrome op een iPhone". A browser says what it likes, so it is a
    help to remember and no proof."""
    browser = _first(BROWSERS, user_agent) or "Een browser"
    return f"{browser} op {_first(SYSTEMS, user_agent) or 'een ander apparaat'}"


def _first(names: dict[str, str], text: str) -> str:
    return next((name for mark, name in names.items() if mark in text), "")
