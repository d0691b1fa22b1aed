"""One provision as its page, its PDF and its print say it. A fixed number of queries.

Of a secret place nothing is read: not its hours, its languages or its telephone (an area
code tells where it is). A number that is not for everybody does not leave the database.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch
from django.utils import timezone

from netwerk import werkwijzen
from netwerk.choices import (
    VOL,
    Capaciteit,
    Consultatie,
    Functie,
    Gezondheidsdomein,
    Manier,
    Status,
    Verwijzer,
    VoorWie,
    Wet,
)
from netwerk.models import (
    Kostenregel,
    Sluitingsperiode,
    Startmoment,
    Voorziening,
    Voorzieningplek,
    Werkgebied,
)
from netwerk.selectors.bereik import (
    Adres,
    Bel,
    Mens,
    addresses_of,
    contacts_of,
    either,
    hours_of,
    labels,
    languages_of,
    people_of_company,
    phones_of,
    profile_of,
    web_address,
)
from netwerk.selectors.plaatsen import Found
from netwerk.selectors.vandaag import public_places
from netwerk.selectors.versheid import Vers, freshness_of
from netwerk.selectors.wachttijden import Wacht, too_long, waits_of
from toegang.models import Gebruiker

ADULT = 18
MOST_STARTS = 6
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]|[-*•–])\s+")


# --- finding ----------------------------------------------------------------------------

Redirect = Callable[[str], str | None]
_redirects: list[Redirect] = []


def register_redirect(source: Redirect) -> None:
    """Where an address went: given a slug, the slug that took its place (doubles that
    were merged)."""
    _redirects.append(source)


def moved_to(slug: str) -> str | None:
    return next((new for source in _redirects if (new := source(slug))), None)


def find(slug: str, user: Gebruiker | AnonymousUser) -> Voorziening | None:
    """What everybody may know of; the rest is there for who keeps it."""
    rows = Voorziening.objects.select_related(
        "organisatie", "organisatie__profiel", "regio", "vervolg"
    ).prefetch_related(
        Prefetch(
            "sluitingsperiodes",
            Sluitingsperiode.objects.select_related("alternatief"),
        ),
        Prefetch(
            "werkgebieden",
            Werkgebied.objects.select_related("gemeente", "wijk__gemeente"),
        ),
        Prefetch(
            "plekken",
            Voorzieningplek.objects.select_related("locatie").order_by("pk"),
        ),
        "doelgroepvragen",
        "openingstijd_set",
    )
    rows = rows.filter(slug=slug)
    found = rows.public().first()
    if found is not None or not isinstance(user, Gebruiker):
        return found
    mine = Voorziening.objects.allowed(user, "voorziening.bijhouden")
    return rows.filter(pk__in=mine.values("pk")).first()


# --- what a page says -------------------------------------------------------------------


@dataclass(frozen=True)
class Stap:
    kop: str
    tekst: str


@dataclass(frozen=True)
class Kosten:
    wat: str
    bedrag: str
    toelichting: str


@dataclass(frozen=True)
class Start:
    begint_op: date
    zin: str


@dataclass(frozen=True)
class Ander:
    """Another provision, to go to."""

    naam: str
    slug: str


@dataclass(frozen=True)
class Sluiting:
    """`nu`: closed today; else it will be."""

    nu: bool
    van: date
    tot: date | None
    reden: str
    alternatief: Ander | None
    alternatief_tekst: str


@dataclass(frozen=True)
class Kenmerk:
    icon: str
    tekst: str


@dataclass(frozen=True)
class Pagina:
    voorziening: Voorziening
    vandaag_dag: date
    kenmerken: tuple[Kenmerk, ...]
    sluiting: Sluiting | None
    vervolg: Ander | None
    wachten: tuple[Wacht, ...]
    langste: Any
    capaciteit: str
    overbrug: bool
    wel: tuple[str, ...]
    niet: tuple[str, ...]
    stappen: tuple[Stap, ...]
    toegang: tuple[str, ...]
    kosten: tuple[Kosten, ...]
    starts: tuple[Start, ...]
    consultatie: tuple[str, ...]
    nummers: tuple[Bel, ...]
    mensen: tuple[Mens, ...]
    email: str
    website: str
    uren: tuple[str, ...]
    nu: str
    adressen: tuple[Adres, ...]
    geheim: bool
    talen: tuple[str, ...]
    gegevens: tuple[tuple[str, str], ...]
    kwaliteitsstatuut: str
    vers: tuple[Vers, ...]
    door: str
    controle: dict[str, Vers] = field(default_factory=dict)

    @property
    def gestopt(self) -> bool:
        return self.voorziening.status == Status.GESTOPT

    @property
    def gemeten(self) -> list[Wacht]:
        """The measurements that may be said as they are."""
        return [wacht for wacht in self.wachten if not wacht.verlopen]

    @property
    def bel(self) -> Bel | None:
        """The first number that the reader may dial."""
        return next((bel for bel in self.nummers if bel.nummer), None)


def page(
    voorziening: Voorziening,
    *,
    moment: datetime,
    waar: Found | None = None,
    verwijzer: bool = False,
) -> Pagina:
    """`verwijzer`: the reader may see the numbers that are for verwijzers only."""
    day = timezone.localtime(moment).date()
    plekken = public_places(voorziening)
    waits = waits_of(voorziening, day)
    closing = _closing(voorziening, day)
    hours = hours_of(voorziening, plekken, moment)
    contacts = contacts_of(voorziening, plekken, verwijzer=verwijzer)
    phones = phones_of(voorziening, plekken, contacts, verwijzer=verwijzer)
    fresh = freshness_of(voorziening, waits, day, phones=bool(phones), hours=hours.any)
    named = tuple(mens for mens in contacts.values() if mens.naam or mens.functie)
    named = named or people_of_company(voorziening.organisatie, verwijzer=verwijzer)
    profile = profile_of(voorziening.organisatie)
    return Pagina(
        voorziening=voorziening,
        vandaag_dag=day,
        kenmerken=tuple(_marks(voorziening)),
        sluiting=closing,
        vervolg=_other(voorziening.vervolg),
        wachten=tuple(waits),
        langste=max((wacht.tot for wacht in waits), default=0),
        capaciteit=_capacity(voorziening),
        overbrug=_needs_a_bridge(voorziening, waits, closing),
        wel=tuple(v.tekst for v in voorziening.doelgroepvragen.all() if v.past),
        niet=tuple(v.tekst for v in voorziening.doelgroepvragen.all() if not v.past),
        stappen=tuple(_steps(voorziening.aanmelden)),
        toegang=tuple(_way_in(voorziening)),
        kosten=tuple(_costs(voorziening, day)),
        starts=tuple(_starts(voorziening, day)),
        consultatie=labels(Consultatie, voorziening.consultatie_door),
        nummers=tuple(phones),
        mensen=named,
        email=voorziening.email or (profile.email if profile else ""),
        website=web_address(voorziening.website)
        or web_address(profile.website if profile else ""),
        uren=hours.said,
        nu="" if closing and closing.nu else hours.now,
        adressen=tuple(addresses_of(voorziening, plekken, hours, waar)),
        geheim=any(plek.locatie.geheim for plek in voorziening.plekken.all()),
        talen=languages_of(voorziening, plekken),
        gegevens=tuple(_facts(voorziening)),
        kwaliteitsstatuut=web_address(voorziening.kwaliteitsstatuut)
        or web_address(profile.kwaliteitsstatuut if profile else ""),
        vers=tuple(fresh.values()),
        door=voorziening.organisatie.naam,
        controle=fresh,
    )


# --- parts ------------------------------------------------------------------------------


def _other(voorziening: Voorziening | None) -> Ander | None:
    """To link to: only what is on the kaart."""
    if voorziening is None or voorziening.status != Status.ACTIEF:
        return None
    return Ander(voorziening.naam, voorziening.slug)


COMES_ICONS = ("home", "monitor", "phone")


def _marks(v: Voorziening) -> list[Kenmerk]:
    """What tells most at a glance, in a fixed order. Those that are a filter too have the
    same rule in facetten.py."""
    ages = _ages(v)
    marks = [
        *(
            (comes, icon, naam)
            for (naam, comes), icon in zip(v.comes.items(), COMES_ICONS, strict=True)
        ),
        (_without_referral(v), "hand", "Zonder verwijzing"),
        (v.zelf_aanmelden is False, "file", "Met verwijzing"),
        (v.indicatie_nodig is True, "file", "Met indicatie"),
        (v.ervaringsdeskundig, "users", "Door ervaringsdeskundigen"),
        (v.informeel and not v.ervaringsdeskundig, "users", "Door vrijwilligers"),
        (bool(ages), "user", ages),
        (
            VoorWie.NAASTEN in v.voor_wie,
            "heart",
            "Ook voor naasten" if VoorWie.CLIENTEN in v.voor_wie else "Voor naasten",
        ),
        (v.altijd_bereikbaar, "clock", "Dag en nacht bereikbaar"),
    ]
    return [Kenmerk(icon, words) for there, icon, words in marks if there]


def _without_referral(v: Voorziening) -> bool:
    """`DIRECT` in nu.py says the same in SQL."""
    return v.laagdrempelig if v.zelf_aanmelden is None else v.zelf_aanmelden


def _ages(v: Voorziening) -> str:
    if v.min_leeftijd == ADULT and v.max_leeftijd is None:
        return "Voor volwassenen"
    if v.min_leeftijd and v.max_leeftijd is not None:
        return f"Van {v.min_leeftijd} tot en met {v.max_leeftijd} jaar"
    if v.min_leeftijd:
        return f"Vanaf {v.min_leeftijd} jaar"
    return f"Tot en met {v.max_leeftijd} jaar" if v.max_leeftijd is not None else ""


def _closing(voorziening: Voorziening, day: date) -> Sluiting | None:
    """Now, or the next one that is known."""
    periods = [
        row
        for row in voorziening.sluitingsperiodes.all()
        if row.tot is None or row.tot >= day
    ]
    row = min(periods, key=lambda period: period.van, default=None)
    if row is None:
        return None
    other = row.alternatief
    return Sluiting(
        nu=row.van <= day,
        van=row.van,
        tot=row.tot,
        reden=row.reden.rstrip(" ."),
        alternatief=_other(other),
        alternatief_tekst=row.alternatief_tekst,
    )


def _capacity(v: Voorziening) -> str:
    known = v.capaciteit != Capaciteit.ONBEKEND
    return str(Capaciteit(v.capaciteit).label) if known else ""


def _needs_a_bridge(
    v: Voorziening, waits: Iterable[Wacht], closing: Sluiting | None
) -> bool:
    if v.status != Status.ACTIEF:
        return False
    return too_long(waits) or v.capaciteit in VOL or bool(closing and closing.nu)


def _steps(text: str) -> list[Stap]:
    """A line each; the first sentence is what to do, the rest what happens then."""
    lines = [_NUMBERED.sub("", line).strip() for line in text.splitlines()]
    lines = [line for line in lines if line]
    if len(lines) == 1:
        return [Stap("", lines[0])]
    return [_step(line) for line in lines]


def _step(line: str) -> Stap:
    first, point, rest = line.partition(". ")
    return (
        Stap(first.rstrip("."), rest.strip()) if point else Stap(line.rstrip("."), "")
    )


def _way_in(v: Voorziening) -> Iterable[str]:
    """Who may begin: said beside the steps."""
    if v.zelf_aanmelden:
        yield "Je mag jezelf aanmelden."
    elif v.zelf_aanmelden is False:
        yield "Je kunt jezelf hier niet aanmelden."
    if v.indicatie_nodig:
        yield "Je hebt een indicatie nodig."
    elif v.indicatie_nodig is False:
        yield "Je hebt geen indicatie nodig."
    if referrers := labels(Verwijzer, v.verwijzers):
        yield f"Deze mensen kunnen je aanmelden: {either(referrers)}."


def _costs(v: Voorziening, day: date) -> Iterable[Kosten]:
    rows = Kostenregel.objects.filter(voorziening=v).order_by("pk")
    for row in rows:
        if (row.van and row.van > day) or (row.tot and row.tot < day):
            continue
        yield Kosten(row.wat, _amount(row), row.toelichting)


def _amount(row: Kostenregel) -> str:
    if row.bedrag is None:
        return ""
    if not row.bedrag:
        return "gratis"
    sign = "€" if row.munt == "EUR" else row.munt
    return f"{sign} {row.bedrag:.2f}".replace(".", ",").removesuffix(",00")


def _starts(v: Voorziening, day: date) -> Iterable[Start]:
    rows = Startmoment.objects.filter(voorziening=v, begint_op__gte=day)
    for row in rows.order_by("begint_op")[:MOST_STARTS]:
        said = []
        if row.bijeenkomsten:
            plural = "bijeenkomst" if row.bijeenkomsten == 1 else "bijeenkomsten"
            said.append(f"{row.bijeenkomsten} {plural}")
        if row.plaatsen_vrij is not None:
            said.append(_places_free(row.plaatsen_vrij))
        yield Start(row.begint_op, ", ".join(said))


def _places_free(n: int) -> str:
    if not n:
        return "vol"
    return "nog 1 plaats vrij" if n == 1 else f"nog {n} plaatsen vrij"


# --- all there is to know, and how fresh it is ------------------------------------------


def _facts(v: Voorziening) -> Iterable[tuple[str, str]]:
    formal = "Informeel" if v.informeel else "Formeel"
    yield "Soort hulp", f"{formal}, {v.organisatie.get_werkveld_display().lower()}"
    yield "Voor wie", _joined(labels(VoorWie, v.voor_wie))
    yield "Leeftijd", _ages(v)
    yield "Waar je moet wonen", _area(v)
    yield "Hoe", _joined(labels(Manier, v.manieren))
    yield "Wet", _joined(labels(Wet, v.wetten))
    yield "Helpt bij", _joined(labels(Functie, v.functies))
    yield "Gezondheid", _joined(labels(Gezondheidsdomein, v.domeinen))
    yield "Werkwijzen", _joined(_methods(v))
    yield "Voorwaarden", v.toelating
    yield "Ook bekend als", v.ook_bekend_als
    yield "Erkenningen", v.erkenningen
    if profile := profile_of(v.organisatie):
        yield f"Over {v.organisatie}", profile.omschrijving
        yield "Organisatie heet ook", profile.ook_bekend_als
        if v.website and web_address(profile.website) != v.website:
            yield "Website van de organisatie", web_address(profile.website)


def _joined(words: Iterable[str]) -> str:
    """ "Lichaam; gevoel en gedachten": labels may hold a comma themselves."""
    return "; ".join(words)


def _methods(v: Voorziening) -> list[str]:
    if not v.werkwijzen:
        return []
    names = werkwijzen.names()
    return [name for key, name in names.items() if key in v.werkwijzen]


def _area(v: Voorziening) -> str:
    areas = list(v.werkgebieden.all())
    if any(area.hele_regio for area in areas):
        return f"In de hele regio {v.regio}"
    return ", ".join(str(area.gemeente or area.wijk or area.naam) for area in areas)
