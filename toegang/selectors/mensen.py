"""Who may do what, as a beheerder sees it: one line a person, or one a role."""

from dataclasses import dataclass, field
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Case, F, Q, When
from django.utils import timezone

from allauth.mfa.models import Authenticator

from basis.sorting import by_name
from toegang import elders
from toegang.choices import BEREIK_VAN, FORCED, Bereik, Soort
from toegang.elders import RolElders
from toegang.models import Gebruiker, Gemeente, Organisatie, Regio, Rol, Team
from toegang.permissions import MAY_GIVE
from toegang.querysets import RolQuerySet

PER_PAGE = 25
NU, GEVRAAGD, VOORBIJ = "nu", "gevraagd", "voorbij"
STANDEN = {NU: "Nu", GEVRAAGD: "Uitgenodigd", VOORBIJ: "Afgelopen"}
PLEKKEN = ("regio", "organisatie__regio", "team__organisatie__regio", "gemeente__regio")


@dataclass
class Mens:
    """A person with the roles that the reader keeps."""

    gebruiker: Gebruiker
    extra: str  # "aan", "nodig" or ""
    rollen: list[Rol] = field(default_factory=list)
    elders: list[RolElders] = field(default_factory=list)  # another app keeps these


@dataclass(frozen=True)
class Wat:
    """What the list is asked for."""

    stand: str
    q: str = ""
    soort: str = ""


def kept(reader: Gebruiker) -> RolQuerySet:
    rows = Rol.objects.kept_by(reader)
    return rows.select_related(*PLEKKEN, "gebruiker", "uitnodiging")


def givable(reader: Gebruiker) -> list[Soort]:
    """The kinds of role that the reader gives, in the order of the page."""
    return MAY_GIVE.get(reader.actieve_rol.soort, []) if reader.actieve_rol else []


def listed(reader: Gebruiker) -> list[Soort]:
    """The kinds that the list of people can be asked for."""
    return givable(reader) + elders.kinds_for(reader)


def places_for(reader: Gebruiker, soort: Soort):  # type: ignore[no-untyped-def]
    """What the role is for, and where the reader may let it hold: the name of the column
    and the rows; None is the whole platform."""
    act = "mensen.bijhouden"
    organisaties = Organisatie.objects.allowed(reader, act).at_work()
    match BEREIK_VAN[soort]:
        case Bereik.REGIO:
            return "regio", Regio.objects.allowed(reader, act)
        case Bereik.ORGANISATIE:
            return "organisatie", organisaties
        case Bereik.TEAM:
            teams = Team.objects.filter(organisatie__in=organisaties)
            return "team", teams.select_related("organisatie")
        case Bereik.GEMEENTE:
            return "gemeente", Gemeente.objects.allowed(reader, act)
    return "", None


def _asked(reader: Gebruiker, wat: Wat) -> RolQuerySet:
    today = timezone.localdate()
    rows = Rol.objects.kept_by(reader)
    rows = {
        NU: rows.held_from(today),
        GEVRAAGD: rows.offered(),
        VOORBIJ: rows.over(today),
    }[wat.stand]
    if wat.soort:
        rows = rows.filter(soort=wat.soort)
    if wat.q:
        who = "uitnodiging" if wat.stand == GEVRAAGD else "gebruiker"
        names = [f"{who}__naam", f"{who}__email", "organisatie__naam"]
        names += ["team__naam", "team__organisatie__naam", "gemeente__naam"]
        found = Q()
        for name in names:
            found |= Q(**{f"{name}__icontains": wat.q})
        rows = rows.filter(found)
    return rows


def people(
    reader: Gebruiker, wat: Wat, page: str
) -> tuple[Page[Gebruiker], list[Mens]]:
    """A page of people who have a role now or will have, who was here last on top. Of who
    has a role elsewhere alone the name is said, and found, and nothing else."""
    rows, today = _asked(reader, wat), timezone.localdate()
    sources = elders.sources_for(reader, wat.soort)
    regios = Regio.objects.allowed(reader, "mensen.bijhouden")
    mine = wanted = Q(pk__in=rows.values("gebruiker"))
    for bron in sources:
        wanted |= Q(pk__in=bron.who(regios, today), naam__icontains=wat.q)
    here = Case(When(mine, then=F("last_login")))
    who = Gebruiker.objects.filter(wanted)
    who = who.order_by(here.desc(nulls_last=True), by_name(), "pk")
    found = Paginator(who, PER_PAGE).get_page(page)
    mensen = {user.pk: Mens(user, "") for user in found.object_list}
    roles = rows.filter(gebruiker__in=mensen).select_related(*PLEKKEN)
    for rol in roles.order_by("soort", "pk"):
        if rol.gebruiker_id:
            mensen[rol.gebruiker_id].rollen.append(rol)
    for bron in sources:
        for other in bron.roles(regios, today, mensen):
            mensen[other.gebruiker].elders.append(other)
    _second_steps(mensen)
    return found, list(mensen.values())


def _second_steps(mensen: dict[int, Mens]) -> None:
    has = Authenticator.objects.filter(user__in=mensen).values_list(
        "user_id", flat=True
    )
    on = set(has)
    for pk, mens in mensen.items():
        needed = any(rol.soort in FORCED for rol in mens.rollen)
        mens.extra = "aan" if pk in on else "nodig" if needed else ""


def roles(reader: Gebruiker, wat: Wat, page: str) -> Page[Rol]:
    """A page of offers, or of roles that are over; the newest on top."""
    rows = _asked(reader, wat).select_related(*PLEKKEN, "gebruiker", "uitnodiging")
    return Paginator(rows.order_by("-tot", "-pk"), PER_PAGE).get_page(page)


def state_of(rol: Rol, today: date) -> str:
    """ "nu", "straks", "voorbij", "gevraagd" or "verlopen"."""
    if rol.gebruiker_id is None:
        usable = rol.uitnodiging is not None and rol.uitnodiging.is_usable
        return GEVRAAGD if usable else "verlopen"
    if rol.tot and rol.tot < today:
        return VOORBIJ
    return "straks" if rol.van > today else NU
