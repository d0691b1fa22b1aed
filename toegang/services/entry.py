"""Coming in and going out: who, when, and which device. Only the log knows, and the list
of sessions that a person has of themselves."""

from dataclasses import replace

from django.contrib.sessions.models import Session
from django.db import transaction

from allauth.usersessions.models import UserSession

from basis.actor import Actor, acting, current
from logboek import services as logboek
from toegang.models import Gebruiker
from toegang.sessions import SessionStore

TAAK = "inloggen"  # what a wrong try is written down for: nobody asks yet


@transaction.atomic
def record_login(*, user: Gebruiker) -> None:
    logboek.record(logboek.Actie.EXECUTE, "inloggen", object_id=user.uuid)


@transaction.atomic
def record_refused_login(
    *, user: Gebruiker | None, stap: str, vanaf: str, spoor: str
) -> None:
    """A wrong try: at which step, and on whose account when that exists. Of who is logged
    in and has to show it once more, the line is their own."""
    nobody_yet = replace(Actor.job(TAAK), vanaf=vanaf, spoor=spoor)
    with acting(current() if current().persoon else nobody_yet):
        logboek.record(
            logboek.Actie.EXECUTE,
            "inloggen",
            object_id=user.uuid if user else "",
            onderdeel=stap,
            uitkomst=logboek.Uitkomst.GEWEIGERD,
        )


@transaction.atomic
def record_logout(*, user: Gebruiker, grond: str = "") -> None:
    """By hand, or `grond` says why."""
    logboek.record(logboek.Actie.EXECUTE, "uitloggen", object_id=user.uuid, grond=grond)


@transaction.atomic
def end_sessions(*, user: Gebruiker, sessions: list[UserSession]) -> int:
    """Logs other devices out; returns how many."""
    for session in sessions:
        session.end()
        logboek.record(logboek.Actie.DELETE, "sessie", object_id=user.uuid)
    return len(sessions)


@transaction.atomic
def clear_sessions() -> None:
    """Those whose day is over, and the rows that say on which device they were."""
    SessionStore.clear_expired()
    alive = Session.objects.values("session_key")
    UserSession.objects.exclude(session_key__in=alive).delete()
