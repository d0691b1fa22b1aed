"""Which roles a person has today, and the one that a session works in.

An app that keeps roles of its own (kompas: procesbegeleider, kerngroeplid) registers where
they are found; toegang itself does not know that app.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models.functions import Coalesce
from django.utils import timezone

from .choices import Soort
from .models import Gebruiker, Rol
from .permissions import may

SESSION_KEY = "rol"
ORDER = list(Soort)


@dataclass(frozen=True)
class ActieveRol:
    """One kind of role, for one organisation where that matters.

    `sleutel` is what forms carry; `naam` is for people; `organisatie` goes into the log.
    `regio` is the slug of the region it holds in, "" without one or with more.
    """

    soort: Soort
    organisatie: str = ""
    organisatie_naam: str = ""
    regio: str = field(default="", compare=False)

    @property
    def sleutel(self) -> str:
        return (
            f"{self.soort}:{self.organisatie}" if self.organisatie else self.soort.value
        )

    @property
    def naam(self) -> str:
        label = str(self.soort.label)
        return f"{label}, {self.organisatie_naam}" if self.organisatie_naam else label


Source = Callable[[Gebruiker, date], Iterable[ActieveRol]]
_sources: list[Source] = []


def register_source(source: Source) -> None:
    _sources.append(source)


def roles_of(user: Gebruiker, day: date | None = None) -> list[ActieveRol]:
    """All roles of a person on a day, each once, in a fixed order."""
    day = day or timezone.localdate()
    found: dict[ActieveRol, set[str]] = {}
    for source in _sources:
        for role in source(user, day):
            found.setdefault(role, set()).add(role.regio)
    each = [replace(role, regio=_only(slugs)) for role, slugs in found.items()]
    return sorted(each, key=lambda role: (ORDER.index(role.soort), role.sleutel))


def who_asked(asked_as: dict[str, Any]) -> Gebruiker | None:
    """Who asked a worker for something (Actor.as_headers), in the role it was asked in;
    without a role when that one is over, None when the account is."""
    pk = asked_as.get("persoon") or 0  # a job is nobody
    user = Gebruiker.objects.filter(pk=pk, is_active=True).first()
    if user is not None:
        wanted = (asked_as.get("rol", ""), asked_as.get("organisatie", ""))
        roles = {(str(role.soort), role.organisatie): role for role in roles_of(user)}
        user.actieve_rol = roles.get(wanted)
    return user


def _only(slugs: set[str]) -> str:
    return next(iter(slugs)) if len(slugs) == 1 else ""


def _own(user: Gebruiker, day: date) -> Iterable[ActieveRol]:
    rows = Rol.objects.filter(gebruiker=user).on(day)
    where = Coalesce(
        "regio__slug",
        "gemeente__regio__slug",
        "organisatie__regio__slug",
        "team__organisatie__regio__slug",
    )
    rows = rows.select_related("organisatie", "team__organisatie")
    for rol in rows.annotate(waar=where):
        organisatie = rol.organisatie or (rol.team and rol.team.organisatie)
        yield ActieveRol(
            Soort(rol.soort),
            str(organisatie.pk) if organisatie else "",
            organisatie.naam if organisatie else "",
            rol.waar or "",  # type: ignore[attr-defined]
        )


register_source(_own)


def may_now(user: Gebruiker, act: str) -> bool:
    """In the role this session works in; without a role nothing."""
    return may(user.actieve_rol.soort if user.actieve_rol else None, act)


def choose(roles: list[ActieveRol], wanted: str) -> ActieveRol | None:
    """The wanted one when the person (still) has it, else the first; None without roles."""
    by_key = {role.sleutel: role for role in roles}
    return by_key.get(wanted) or (roles[0] if roles else None)
