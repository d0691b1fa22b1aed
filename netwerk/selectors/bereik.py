"""How a provision is reached: who may dial what, when, and where people go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, Exists, F, Prefetch, Q, QuerySet, Value, When
from django.utils import timezone

from netwerk.choices import Locatiesoort, MagBellen, Verwijzer, Zichtbaar
from netwerk.models import (
    Contact,
    Openingstijd,
    Taal,
    Telefoon,
    Voorziening,
    Voorzieningplek,
)
from netwerk.rules.afstand import distance_km, in_words
from netwerk.rules.openingszinnen import sentences
from netwerk.rules.telefoon import show_phone, tel_href
from netwerk.rules.vandaagzin import today_phrase
from netwerk.selectors.plaatsen import Found
from netwerk.selectors.roosters import rooster_of, that_hold
from toegang.models import Organisatie

Way = tuple[str, dict[str, Any]]  # a path to a key, and what has to hold on it

HANGS_ON = ("voorziening", "plek", "locatie", "contact", "organisatie")
HUISARTS_IN = "Ga naar je huisarts. Is die dicht? Bel de huisartsenpost."


@dataclass(frozen=True)
class Bel:
    """A number as people dial it; without one `weg` is the way in."""

    nummer: str
    tel: str
    toelichting: str
    kosten: str
    weg: str


@dataclass(frozen=True)
class Adres:
    naam: str
    regels: tuple[str, ...]
    post: bool
    afstand: str
    uren: tuple[str, ...]
    vandaag: str
    toegankelijk: tuple[str, ...]
    vervoer: str
    website: str
    toelichting: str


def labels(choices: Any, keys: Iterable[str]) -> tuple[str, ...]:
    """In the order of the list; a key that is not in it is left out."""
    wanted = set(keys)
    return tuple(str(one.label) for one in choices if one.value in wanted)


def either(words: Iterable[str]) -> str:
    """ "huisarts, wijkteam of gemeente", inside a sentence."""
    lower = [
        word[:1].lower() + word[1:] if word[1:2].islower() else word for word in words
    ]
    if len(lower) == 1:
        return lower[0]
    return f"{', '.join(lower[:-1])} of {lower[-1]}"


def web_address(address: str) -> str:
    """A link to follow: an import may bring any scheme."""
    return address if address.lower().startswith(("http://", "https://")) else ""


def profile_of(organisatie: Organisatie) -> Any:
    return getattr(organisatie, "profiel", None)


@dataclass(frozen=True)
class Mens:
    """Whom to ask for; `bij` is where, when there is more than one address. `collegas`:
    visitors do not see it. `bellen` are numbers as people dial them, and to press."""

    naam: str
    functie: str
    email: str
    bij: str
    collegas: bool = False
    bellen: tuple[tuple[str, str], ...] = ()


def contacts_of(
    v: Voorziening, plekken: list[Voorzieningplek], *, verwijzer: bool
) -> dict[int, Mens]:
    """By key; of those that the reader may know of."""
    at = _names_of(plekken)
    rows = _seen(Contact.objects.filter(_of(v, plekken)), verwijzer=verwijzer)
    return {
        row.pk: Mens(
            row.naam,
            row.functie,
            row.email,
            _at(at, row.plek_id, row.locatie_id),
            row.zichtbaar == Zichtbaar.COLLEGAS,
        )
        for row in rows
    }


def people_of_company(organisatie: Organisatie, *, verwijzer: bool) -> tuple[Mens, ...]:
    """Whom to ask for at the organisation itself, with their numbers."""
    here = Contact.objects.filter(organisatie__organisatie=organisatie)
    open_to = MagBellen.op_de_kaart(verwijzer=verwijzer)
    phones = Telefoon.objects.filter(mag_bellen__in=open_to)
    rows = _seen(here, verwijzer=verwijzer).prefetch_related(
        Prefetch("telefoon_set", phones)
    )
    return tuple(
        Mens(
            row.naam,
            row.functie,
            row.email,
            "",
            row.zichtbaar == Zichtbaar.COLLEGAS,
            tuple(
                (show_phone(tel.nummer), tel_href(tel.nummer))
                for tel in row.telefoon_set.all()
            ),
        )
        for row in rows
    )


def _seen(rows: QuerySet[Contact], *, verwijzer: bool) -> QuerySet[Contact]:
    known = Zichtbaar.op_de_kaart(verwijzer=verwijzer)
    return rows.filter(zichtbaar__in=known).order_by("pk")


def _names_of(plekken: list[Voorzieningplek]) -> dict[tuple[str, int], str]:
    """What the addresses are called, when there is more than one."""
    if len(plekken) < 2:  # noqa: PLR2004 - one needs no name
        return {}
    places = {("locatie", plek.locatie_id): plek.locatie.kort for plek in plekken}
    return places | {("plek", plek.pk): plek.locatie.kort for plek in plekken}


def _at(
    names: Mapping[tuple[str, int], str], plek: int | None, locatie: int | None
) -> str:
    return names.get(("plek", plek or 0), "") or names.get(
        ("locatie", locatie or 0), ""
    )


def _of(v: Voorziening, plekken: list[Voorzieningplek]) -> Q:
    """What hangs on the provision, or on a place of it that is not secret."""
    return (
        Q(voorziening=v.pk)
        | Q(plek__in=[plek.pk for plek in plekken])
        | Q(locatie__in=[plek.locatie_id for plek in plekken])
    )


def ways_from(before: str = "") -> list[Way]:
    """The same in SQL, one way each: from what hangs on a provision; `before` is the path
    to that from the row that is asked for."""
    return [
        (f"{before}voorziening", {}),
        (f"{before}plek__voorziening", {f"{before}plek__locatie__geheim": False}),
        (f"{before}locatie__plekken__voorziening", {f"{before}locatie__geheim": False}),
    ]


OWN_PHONES, OWN_HOURS = [*ways_from(), *ways_from("contact__")], ways_from()
OF_COMPANY: Way = ("organisatie__organisatie", {})


def has_phones(voorziening: Any, organisatie: Any) -> Any:
    """Whether the page says a number that ages: its own, of its places, of its people, or
    of the organisation when it has none. One rule, for the page, the list and the link."""
    rows = Telefoon.objects.all()
    return _any(rows, OWN_PHONES, voorziening) | _any(rows, [OF_COMPANY], organisatie)


def has_hours(voorziening: Any) -> Any:
    """The same of opening hours."""
    return _any(Openingstijd.objects.all(), OWN_HOURS, voorziening)


def _any(rows: QuerySet[Any], ways: list[Way], to: Any) -> Any:
    found = [Exists(rows.filter(**{path: to}, **more)) for path, more in ways]
    return reduce(or_, found[1:], found[0])


def among_phones(voorzieningen: Any) -> QuerySet[Any, Any]:
    """The same for many: the keys of those among these provisions, a query of keys, that
    have a number other than of the organisation."""
    return _among(Telefoon.objects.all(), OWN_PHONES, voorzieningen)


def among_phones_of_company(organisaties: Any) -> QuerySet[Any, Any]:
    """Keys of those among these organisations that have one."""
    return _among(Telefoon.objects.all(), [OF_COMPANY], organisaties)


def among_hours(voorzieningen: Any) -> QuerySet[Any, Any]:
    return _among(Openingstijd.objects.all(), OWN_HOURS, voorzieningen)


def _among(rows: QuerySet[Any], ways: list[Way], keys: Any) -> QuerySet[Any, Any]:
    first, *more = (
        rows.order_by().filter(**{f"{path}__in": keys}, **where).values_list(path)
        for path, where in ways
    )
    return first.union(*more) if more else first


def loose_phones(v: Voorziening, plekken: list[Voorzieningplek]) -> list[Telefoon]:
    """Numbers of the page that stand in no step: of people, and of the organisation when
    there is no other."""
    here = _of(v, plekken)
    mine = here | Q(contact__in=Contact.objects.filter(here))
    found = list(Telefoon.objects.filter(mine))
    profile = profile_of(v.organisatie)
    if profile and not found:
        return list(Telefoon.objects.filter(organisatie=profile.pk))
    return [row for row in found if row.contact_id]


def phones_of(
    v: Voorziening,
    plekken: list[Voorzieningplek],
    contacts: Iterable[int],
    *,
    verwijzer: bool,
) -> list[Bel]:
    """One query."""
    keys = list(contacts)
    rows = phone_rows([v], plekken, keys, verwijzer=verwijzer)
    return said_phones(rows, v, plekken, keys)


def phone_rows(
    found: Iterable[Voorziening],
    plekken: Iterable[Voorzieningplek],
    contacts: Iterable[int],
    *,
    verwijzer: bool,
) -> list[dict[str, Any]]:
    """Of all of these together, in the order in which they are said. `getal` is empty where
    the reader may not dial: the database leaves it out."""
    open_to = MagBellen.op_de_kaart(verwijzer=verwijzer)
    rows, places = list(found), list(plekken)
    profiles = (profile_of(v.organisatie) for v in rows)
    return list(
        Telefoon.objects.filter(
            Q(voorziening__in=[v.pk for v in rows])
            | Q(plek__in=[plek.pk for plek in places])
            | Q(locatie__in=[plek.locatie_id for plek in places])
            | Q(contact__in=list(contacts))
            | Q(organisatie__in=[profile.pk for profile in profiles if profile])
        )
        .annotate(
            getal=Case(
                When(mag_bellen__in=open_to, then=F("nummer")), default=Value("")
            ),
            ver=Case(
                When(voorziening__isnull=False, then=0),
                When(plek__isnull=False, then=1),
                When(locatie__isnull=False, then=2),
                When(contact__isnull=False, then=3),
                default=4,
            ),
        )
        .order_by("ver", "volgorde", "pk")
        .values("getal", "mag_bellen", "toelichting", "kosten", "ver", *HANGS_ON)
    )


def said_phones(
    rows: Iterable[Mapping[str, Any]],
    v: Voorziening,
    plekken: list[Voorzieningplek],
    contacts: Iterable[int],
) -> list[Bel]:
    """Its own first, then those of its places and people; the organisation's only when it
    has none."""
    profile = profile_of(v.organisatie)
    keys = {
        "voorziening": {v.pk},
        "plek": {plek.pk for plek in plekken},
        "locatie": {plek.locatie_id for plek in plekken},
        "contact": set(contacts),
        "organisatie": {profile.pk} if profile else set(),
    }
    mine = [row for row in rows if any(row[on] in keys[on] for on in HANGS_ON)]
    own = [row for row in mine if row["ver"] < 4]  # noqa: PLR2004 - as numbered above
    names = _names_of(plekken)
    found = [_bel(_with_place(row, names), v) for row in own or mine]
    return list(dict.fromkeys(sorted(found, key=lambda bel: not bel.nummer)))


def _with_place(
    row: Mapping[str, Any], names: Mapping[tuple[str, int], str]
) -> dict[str, Any]:
    """Which of the addresses it is of, before what is said of it."""
    here = _at(names, row["plek"], row["locatie"])
    return {**row, "toelichting": ": ".join(filter(None, (here, row["toelichting"])))}


def _bel(row: Mapping[str, Any], v: Voorziening) -> Bel:
    number, who = row["getal"], row["mag_bellen"]
    if not number:
        return Bel("", "", "", "", _way_round(who, v))
    words = row["toelichting"]
    if who == MagBellen.VERWIJZERS:
        words = (
            f"{words}, alleen voor verwijzers" if words else "alleen voor verwijzers"
        )
    return Bel(show_phone(number), tel_href(number), words, row["kosten"], "")


def _way_round(who: str, v: Voorziening) -> str:
    if who == MagBellen.EIGEN:
        return (
            "Er is een nummer voor mensen die hier al hulp krijgen. Zij hebben het van "
            "hun hulpverlener."
        )
    others = [key for key in v.verwijzers if key != Verwijzer.HUISARTS]
    if v.verwijzers and Verwijzer.HUISARTS not in v.verwijzers:
        return f"Er is een nummer voor verwijzers. Vraag het aan: {either(labels(Verwijzer, others))}."
    return f"Er is een nummer voor verwijzers. {HUISARTS_IN}"


@dataclass(frozen=True)
class Uren:
    """Of the provision itself, and per place where these differ."""

    any: bool
    said: tuple[str, ...]
    now: str
    per_place: dict[int, tuple[tuple[str, ...], str]]


def hours_of(v: Voorziening, plekken: list[Voorzieningplek], moment: datetime) -> Uren:
    """In sentences; hours of a place stand with the place, unless it is the only one."""
    rows = Openingstijd.objects.filter(
        Q(plek__in=[plek.pk for plek in plekken])
        | Q(locatie__in=[plek.locatie_id for plek in plekken])
    )
    of_plek: dict[int, list[Openingstijd]] = {}
    of_locatie: dict[int, list[Openingstijd]] = {}
    for row in rows.order_by("pk"):
        if row.plek_id:
            of_plek.setdefault(row.plek_id, []).append(row)
        elif row.locatie_id:
            of_locatie.setdefault(row.locatie_id, []).append(row)
    own = list(v.openingstijd_set.all())
    said, now = _said(own, v, moment)
    per_place = {}
    for plek in plekken:
        here = of_plek.get(plek.pk, []), own, of_locatie.get(plek.locatie_id, [])
        found = that_hold(*here)
        if found and found is not own:
            per_place[plek.pk] = _said(found, v, moment)
    if not own and len(plekken) == 1 and per_place:
        said, now = per_place.popitem()[1]
    return Uren(bool(own or of_plek or of_locatie), said, now, per_place)


def _said(
    rows: list[Openingstijd], v: Voorziening, moment: datetime
) -> tuple[tuple[str, ...], str]:
    if not rows:
        return (), ""
    rooster = rooster_of(
        rows, feestdagen=v.feestdagen, periodes=v.sluitingsperiodes.all()
    )
    day = timezone.localtime(moment).date()
    said, now = tuple(sentences(rooster, day)), today_phrase(rooster, moment)
    same = said[:1] == (f"{now[:1].upper()}{now[1:]}.",)
    return said, "" if same else now


def addresses_of(
    v: Voorziening, plekken: list[Voorzieningplek], hours: Uren, waar: Found | None
) -> Iterable[Adres]:
    for plek in plekken:
        place = plek.locatie
        street = ", ".join(part for part in (place.adres, place.adres_2) if part)
        town = " ".join(part for part in (place.postcode, place.plaats) if part)
        km = (
            distance_km(waar.lat, waar.lon, place.lat, place.lon)
            if waar and place.soort == Locatiesoort.FYSIEK
            else None
        )
        said, now = hours.per_place.get(plek.pk, ((), ""))
        lines = tuple(line for line in (street, town, place.in_land) if line)
        website = web_address(place.website)
        if lines or place.naam or website:
            yield Adres(
                naam=place.naam,
                regels=lines,
                post=place.soort == Locatiesoort.POST,
                afstand=f"{in_words(km)} van {waar.label}"
                if waar and km is not None
                else "",
                uren=said,
                vandaag=now,
                toegankelijk=tuple(place.toegankelijk),
                vervoer=place.vervoer,
                website=website,
                toelichting=_said_of(plek),
            )


def _said_of(plek: Voorzieningplek) -> str:
    """What is done here, and what there is to know of the address."""
    both = (plek.omschrijving, plek.locatie.omschrijving)
    return ". ".join(dict.fromkeys(text.rstrip(" .") for text in both if text.strip()))


def languages_of(v: Voorziening, plekken: list[Voorzieningplek]) -> tuple[str, ...]:
    rows = Taal.objects.filter(
        Q(voorziening=v.pk) | Q(locatie__in=[plek.locatie_id for plek in plekken])
    )
    names = (row.naam or row.code for row in rows.order_by("pk"))
    return tuple(dict.fromkeys(name for name in names if name))
