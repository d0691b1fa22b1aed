"""What can be done today while somebody waits (N4); the same, without a wait and on any
day, is what is there close to home after care has ended: laagdrempelige nazorg.

    today(voorziening, moment=now, waar=found)         for a page of the kaart
    meanwhile(voorziening, moment=now, waar=found)     for paper, which is read later
    afterwards(voorziening, moment=now, waar=found)    of one that stopped
    nearby(Vraag(regio_id=…, functies=…), moment=now)  for a plan

Plain answers, no rows: what stands here may go on a page, in a plan and on paper. A fixed
number of queries, whatever there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db.models import (
    Case,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.utils import timezone

from netwerk.afstand import distance_from
from netwerk.choices import (
    VOL,
    Locatiesoort,
    MagBellen,
    Onafhankelijk,
    Ring,
    Wet,
)
from netwerk.models import (
    Openingstijd,
    Telefoon,
    Voorziening,
    Voorzieningplek,
    Werkgebied,
)
from netwerk.rules.afstand import distance_km, in_words
from netwerk.rules.openingsdag import Rooster
from netwerk.rules.telefoon import show_phone, tel_href
from netwerk.rules.vandaagzin import can_today, today_until
from netwerk.selectors.plaatsen import Found
from netwerk.selectors.roosters import rooster_of, that_hold
from netwerk.selectors.wachttijden import has_wait, law_of
from toegang.models import Gemeente

NEAR_KM = 25
MOST, LEAST_OF_A_KIND, READ = 4, 2, 60
MOST_PEERS, MOST_SUPPORT = 2, 4
# how an inloop or a group of peers calls itself, where `ring` does not say it
PEER_WORDS = ["inloop", "inloophuis", "lotgenoten", "lotgenotengroep", "zelfhulp"]


@dataclass(frozen=True)
class Punt:
    lat: float
    lon: float


@dataclass(frozen=True)
class Vraag:
    """What somebody looks for. `gemeenten`: where they live, None when that is not known;
    `punt`: where distances are reckoned from; `niet`: a provision that is known already."""

    regio_id: int
    functies: tuple[str, ...] = ()
    domeinen: tuple[str, ...] = ()
    voor_wie: tuple[str, ...] = ()
    leeftijd: tuple[int | None, int | None] = (None, None)
    ggz: bool = False
    gemeenten: frozenset[int] | None = None
    punt: Punt | None = None
    niet: int | None = None


@dataclass(frozen=True)
class Optie:
    """Something open to somebody without a wait; `vandaag`: they can still go or call
    there today. `afstand` and `wanneer` in words; `gebied` only when people have to live
    somewhere in particular."""

    slug: str
    naam: str
    organisatie: str
    kort: str
    informeel: bool
    km: float | None
    afstand: str
    wanneer: str
    vandaag: bool = False
    gebied: str = ""
    soort: str = ""
    telefoon: str = ""
    tel: str = ""


@dataclass(frozen=True)
class Dichtbij:
    """`later`: what is there on another day, when there is nothing today."""

    opties: tuple[Optie, ...] = ()
    lotgenoten: tuple[Optie, ...] = ()
    steun: tuple[Optie, ...] = ()
    later: tuple[Optie, ...] = ()


@dataclass(frozen=True)
class Vandaag:
    """`overbrugging` is what the owner offers who waits, `geen`: they said that they offer
    nothing; neither: nobody asked them yet."""

    overbrugging: str
    geen: bool
    dichtbij: Dichtbij
    bemiddeling: bool
    vanaf: str = ""
    dichtbij_leeg: bool = field(init=False)

    def __post_init__(self) -> None:
        found = self.dichtbij
        object.__setattr__(
            self, "dichtbij_leeg", not (found.opties or found.lotgenoten)
        )


def today(
    voorziening: Voorziening, *, moment: datetime, waar: Found | None = None
) -> Vandaag:
    """While somebody waits for this provision; `waar` is the place a visitor gave. Close by
    and among peers only what can still be used today. Rows that are prefetched (plekken,
    werkgebieden) are not read again."""
    return _while_waiting(voorziening, waar, moment, only_today=True)


def meanwhile(
    voorziening: Voorziening, *, moment: datetime, waar: Found | None = None
) -> Vandaag:
    """The same on any day."""
    return _while_waiting(voorziening, waar, moment, only_today=False)


def afterwards(
    voorziening: Voorziening,
    *,
    moment: datetime,
    waar: Found | None = None,
    only_today: bool = False,
) -> Vandaag:
    """The same list after it stopped, as laagdrempelige nazorg: nothing of waiting, and no
    distance from where it was, because that address is not on the kaart any more."""
    found = nearby(_asked_for(voorziening, waar), moment=moment, only_today=only_today)
    return Vandaag(
        overbrugging="",
        geen=False,
        dichtbij=found if waar else _without_distance(found),
        bemiddeling=False,
        vanaf=waar.label if waar else "",
    )


def _without_distance(found: Dichtbij) -> Dichtbij:
    def near(rows: Iterable[Optie]) -> tuple[Optie, ...]:
        return tuple(replace(row, km=None, afstand="") for row in rows)

    return Dichtbij(
        near(found.opties), near(found.lotgenoten), near(found.steun), near(found.later)
    )


def _while_waiting(
    voorziening: Voorziening, waar: Found | None, moment: datetime, *, only_today: bool
) -> Vandaag:
    asked = _asked_for(voorziening, waar)
    return Vandaag(
        overbrugging=voorziening.overbrugging,
        geen=voorziening.overbrugging_geen,
        dichtbij=nearby(asked, moment=moment, only_today=only_today),
        bemiddeling=law_of(voorziening) == Wet.ZVW,
        vanaf=waar.label if waar else "",
    )


def nearby(vraag: Vraag, *, moment: datetime, only_today: bool = False) -> Dichtbij:
    """What is open to somebody without waiting: close by, among peers, and independent.
    Independent support is named on any day: it goes along for longer."""
    day = timezone.localtime(moment).date()
    free = _free(vraag, day).filter(onafhankelijk="")
    helps = Q(functies__overlap=list(vraag.functies)) | Q(
        domeinen__overlap=list(vraag.domeinen)
    )
    peers = (
        Q(ring=Ring.ZELF)
        | Q(ervaringsdeskundig=True)
        | Q(trefwoorden__overlap=PEER_WORDS)
    )
    close, others = list(free.filter(helps)[:READ]), list(free.filter(peers)[:READ])
    support = _support(vraag, day)
    told = _told([*close, *others, *support], vraag, moment)
    found, among_peers = _chosen(close, others)
    later: list[Optie] = []
    if only_today:
        any_day = [*found, *among_peers]
        found, among_peers = _chosen(
            [row for row in close if told[row.pk].vandaag],
            [row for row in others if told[row.pk].vandaag],
        )
        if not (found or among_peers):
            later = [_on_another_day(told[row.pk]) for row in any_day[:MOST]]

    def say(rows: Iterable[Voorziening]) -> tuple[Optie, ...]:
        return tuple(told[row.pk] for row in rows)

    return Dichtbij(say(found), say(among_peers), say(support), tuple(later))


def _on_another_day(optie: Optie) -> Optie:
    return replace(optie, wanneer=optie.wanneer or "openingstijden niet bekend")


def _chosen(
    close: Sequence[Voorziening], peers: Sequence[Voorziening]
) -> tuple[list[Voorziening], list[Voorziening]]:
    """The few that are shown, none of them twice."""
    found = _some_of_both(close)
    return found, [row for row in peers if row not in found][:MOST_PEERS]


# --- what is asked for ------------------------------------------------------------------


def _asked_for(voorziening: Voorziening, waar: Found | None) -> Vraag:
    here = _gemeenten_at(voorziening.regio_id, waar) if waar else frozenset()
    return Vraag(
        regio_id=voorziening.regio_id,
        functies=tuple(voorziening.functies),
        domeinen=tuple(voorziening.domeinen),
        voor_wie=tuple(voorziening.voor_wie),
        leeftijd=(voorziening.min_leeftijd, voorziening.max_leeftijd),
        ggz=bool({Wet.ZVW, Wet.WLZ} & set(voorziening.wetten)),
        gemeenten=here or _area_of(voorziening),
        punt=Punt(waar.lat, waar.lon) if waar else _point_of(voorziening),
        niet=voorziening.pk,
    )


def _gemeenten_at(regio: int, waar: Found) -> frozenset[int]:
    """Of this region, in which that place lies."""
    named = Gemeente.objects.filter(regio=regio, naam__iexact=waar.gemeente)
    return frozenset(named.values_list("pk", flat=True))


def _area_of(voorziening: Voorziening) -> frozenset[int] | None:
    """The gemeenten it serves; None when it serves the region, or does not say."""
    areas = list(voorziening.werkgebieden.all())
    if any(area.hele_regio for area in areas):
        return None
    served = {a.gemeente_id or (a.wijk and a.wijk.gemeente_id) for a in areas}
    return frozenset(pk for pk in served if pk) or None


def public_places(voorziening: Voorziening) -> list[Voorzieningplek]:
    """Where people can go: never a secret place."""
    return [plek for plek in voorziening.plekken.all() if not plek.locatie.geheim]


def _point_of(voorziening: Voorziening) -> Punt | None:
    for plek in public_places(voorziening):
        place = plek.locatie
        if place.lat is not None and place.lon is not None:
            return Punt(place.lat, place.lon)
    return None


# --- reading ----------------------------------------------------------------------------


def _free(vraag: Vraag, day: date) -> QuerySet[Voorziening]:
    """Low-threshold, open to who asks, and nobody waits; nearest first. What has no place
    comes after what has one, never as if it were next door."""
    rows = _there(vraag, day).filter(laagdrempelig=True).exclude(capaciteit__in=VOL)
    rows = rows.filter(~has_wait(day), _fits(vraag))
    if vraag.punt is None:
        return rows.order_by("naam", "pk")
    km = _nearest_km(vraag.punt)
    near = Q(km__lte=NEAR_KM) | Q(km=None)
    return (
        rows.annotate(km=km)
        .filter(near)
        .order_by(F("km").asc(nulls_last=True), "naam", "pk")
    )


def _support(vraag: Vraag, day: date) -> list[Voorziening]:
    """One of each kind first. Who was never in the ggz has no patiëntenvertrouwenspersoon."""
    kinds = (
        list(Onafhankelijk.values) if vraag.ggz else [Onafhankelijk.CLIENTONDERSTEUNER]
    )
    order = Case(*(When(onafhankelijk=kind, then=n) for n, kind in enumerate(kinds)))
    rows = _there(vraag, day).filter(onafhankelijk__in=kinds)
    return list(rows.order_by(order, "naam", "pk")[:MOST_SUPPORT])


def _there(vraag: Vraag, day: date) -> QuerySet[Voorziening]:
    """On the kaart, not closed for a while, and for people who live there."""
    rows = Voorziening.objects.on_kaart().filter(regio=vraag.regio_id)
    rows = rows.exclude(pk=vraag.niet) if vraag.niet else rows
    rows = rows.with_closed(day).filter(Q(nu_dicht=False))
    return rows.filter(_serves(vraag.gemeenten))


def _serves(gemeenten: frozenset[int] | None) -> Q:
    """Judged by the area it serves, never by where its office is. Without an area
    everybody may come; an area that is only a name cannot be judged."""
    areas = Werkgebied.objects.filter(voorziening=OuterRef("pk"))
    if gemeenten is None:
        served = Q(hele_regio=True) | Q(gemeente__isnull=False) | Q(wijk__isnull=False)
    else:
        served = (
            Q(hele_regio=True)
            | Q(gemeente__in=gemeenten)
            | Q(wijk__gemeente__in=gemeenten)
        )
    return Q(~Exists(areas)) | Q(Exists(areas.filter(served)))


def _fits(vraag: Vraag) -> Q:
    """For the same people, of an age that can be theirs."""
    youngest, oldest = vraag.leeftijd
    fits = Q()
    if vraag.voor_wie:
        fits &= Q(voor_wie=[]) | Q(voor_wie__overlap=list(vraag.voor_wie))
    if youngest is not None:
        fits &= Q(max_leeftijd=None) | Q(max_leeftijd__gte=youngest)
    if oldest is not None:
        fits &= Q(min_leeftijd=None) | Q(min_leeftijd__lte=oldest)
    return fits


def _nearest_km(punt: Punt) -> Subquery:
    places = Voorzieningplek.objects.filter(
        voorziening=OuterRef("pk"),
        locatie__geheim=False,
        locatie__soort=Locatiesoort.FYSIEK,
        locatie__lat__isnull=False,
    )
    km = distance_from(
        punt.lat, punt.lon, lat_field="locatie__lat", lon_field="locatie__lon"
    )
    return Subquery(places.annotate(km=km).order_by("km").values("km")[:1])


def _some_of_both(rows: Sequence[Voorziening]) -> list[Voorziening]:
    """The first few, with formal and informal help among them where both are there."""
    kept: list[Voorziening] = []
    for kind in (True, False):
        kept += [row for row in rows if row.informeel is kind][:LEAST_OF_A_KIND]
    kept += [row for row in rows if row not in kept]
    chosen = kept[:MOST]
    return [row for row in rows if row in chosen]


# --- telling ----------------------------------------------------------------------------


def _told(
    rows: Sequence[Voorziening], vraag: Vraag, moment: datetime
) -> dict[int, Optie]:
    """Each in words, by key."""
    keys = [row.pk for row in rows]
    full = (
        Voorziening.objects.filter(pk__in=keys)
        .select_related("organisatie")
        .prefetch_related(
            "sluitingsperiodes",
            "openingstijd_set",
            Prefetch(
                "werkgebieden",
                Werkgebied.objects.select_related("gemeente", "wijk__gemeente"),
            ),
            Prefetch(
                "plekken",
                Voorzieningplek.objects.filter(locatie__geheim=False)
                .select_related("locatie")
                .prefetch_related("openingstijd_set", "locatie__openingstijd_set"),
            ),
        )
    )
    phones = _phones(keys)
    return {row.pk: _optie(row, vraag, moment, phones) for row in full}


def _phones(keys: Iterable[int]) -> dict[int, str]:
    """The first number of each that everybody may dial."""
    open_to_all = Telefoon.objects.filter(
        voorziening__in=keys, mag_bellen__in=MagBellen.op_de_kaart()
    ).order_by("-volgorde", "-pk")
    return dict(open_to_all.values_list("voorziening_id", "nummer"))


def _optie(
    row: Voorziening, vraag: Vraag, moment: datetime, phones: dict[int, str]
) -> Optie:
    plek, km = _nearest(row, vraag.punt)
    rooster = rooster_of(
        hours_at(row, plek),
        feestdagen=row.feestdagen,
        periodes=row.sluitingsperiodes.all(),
    )
    phone = phones.get(row.pk, "")
    kind = Onafhankelijk(row.onafhankelijk).label if row.onafhankelijk else ""
    return Optie(
        slug=row.slug,
        naam=row.naam,
        organisatie=row.organisatie.naam,
        kort=row.kort,
        informeel=row.informeel,
        km=km,
        afstand=in_words(km),
        wanneer=_when(row, rooster, moment),
        vandaag=row.altijd_bereikbaar or can_today(rooster, moment),
        gebied=_area_in_words(row, vraag.gemeenten),
        soort=str(kind),
        telefoon=show_phone(phone) if phone else "",
        tel=tel_href(phone) if phone else "",
    )


def _when(row: Voorziening, rooster: Rooster, moment: datetime) -> str:
    """ "" where nobody knows."""
    if rooster.blokken and not row.altijd_bereikbaar:
        return today_until(rooster, moment)
    return "dag en nacht bereikbaar" if row.altijd_bereikbaar else ""


def hours_at(row: Voorziening, plek: Voorzieningplek | None) -> list[Openingstijd]:
    own = list(row.openingstijd_set.all())
    if plek is None:
        return own
    at_place: Any = plek.openingstijd_set
    of_place: Any = plek.locatie.openingstijd_set
    return that_hold(list(at_place.all()), own, list(of_place.all()))


def _nearest(
    row: Voorziening, punt: Punt | None
) -> tuple[Voorzieningplek | None, float | None]:
    plekken = list(row.plekken.all())
    if punt is None:
        return (plekken[0] if plekken else None), None
    apart = [
        (km, plek)
        for plek in plekken
        if plek.locatie.soort == Locatiesoort.FYSIEK
        and (km := distance_km(punt.lat, punt.lon, plek.locatie.lat, plek.locatie.lon))
        is not None
    ]
    if not apart:
        return (plekken[0] if plekken else None), None
    km, plek = min(apart, key=lambda pair: (pair[0], pair[1].pk))
    return plek, km


def _area_in_words(row: Voorziening, gemeenten: frozenset[int] | None) -> str:
    """ "voor wie woont in Wilgenrade": where that is not clear from where somebody lives."""
    areas = list(row.werkgebieden.all())
    if not areas or any(area.hele_regio for area in areas):
        return ""
    if gemeenten and any(area.gemeente_id in gemeenten for area in areas):
        return ""
    names = [
        str(area.gemeente or area.wijk) for area in areas if area.gemeente or area.wijk
    ]
    return f"voor wie woont in {' of '.join(names)}" if names else ""
