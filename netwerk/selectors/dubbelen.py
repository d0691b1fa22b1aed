"""Provisions that look like the same one, side by side, and where merged ones went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q

from netwerk.choices import Capaciteit, Controleveld, Status
from netwerk.models import (
    Geendubbel,
    Locatie,
    Samenvoeging,
    Telefoon,
    Voorziening,
    Voorzieningplek,
)
from netwerk.querysets import VoorzieningQuerySet
from netwerk.rules.dubbelen import Kandidaat, Paar, likely, words_of
from netwerk.rules.voorstel import mark_of
from netwerk.selectors.aanbod import hours_in_words, phones_of, places_of
from netwerk.selectors.geschiedenis import NOTHING, in_short, label_of, say
from toegang.models import Gemeente, Regio, Wijk

PER_PAGE, MOST_FOUND = 25, 20
Rows = Sequence[Any]
IN_COMMON = {
    "adres": "Zelfde adres",
    "telefoon": "Zelfde telefoonnummer",
    "website": "Zelfde website",
}


# --- which look alike


@dataclass(frozen=True)
class Tweetal:
    een: Voorziening
    ander: Voorziening
    waarom: str


def alike(rows: VoorzieningQuerySet, about: int | None = None) -> list[Paar]:
    """Of these, those that look most alike first (of one: what looks like it); without what
    stopped, and without pairs that somebody looked at. A fixed number of queries."""
    there = rows.exclude(status=Status.GESTOPT)
    read = list(there.values_list("pk", "naam", "organisatie", "regio", "website"))
    keys, regios = [pk for pk, *_ in read], {row[3] for row in read}
    towns, facts = _places(keys)
    for pk, nummer in _numbers(keys):
        facts[pk].add(("telefoon", "".join(c for c in nummer if c.isdecimal())))
    for pk, *_, website in read:
        if website:
            facts[pk].add(("website", _address_of(website)))
    kandidaten = [
        Kandidaat(
            pk,
            naam,
            frozenset([("organisatie", org), *((regio, town) for town in towns[pk])]),
            frozenset((kind, f"{regio} {value}") for kind, value in facts[pk]),
            frozenset(towns[pk]),
        )
        for pk, naam, org, regio, _ in read
    ]
    names = _place_names(regios) | {town for some in towns.values() for town in some}
    two = set(Geendubbel.objects.values_list("een", "ander"))
    return [
        paar
        for paar in likely(kandidaten, names)
        if (paar.een, paar.ander) not in two and about in {None, paar.een, paar.ander}
    ]


def _places(
    keys: Collection[int],
) -> tuple[dict[int, set[str]], dict[int, set[tuple[str, str]]]]:
    """The towns where people can go, and the addresses. Of a secret place there are none."""
    towns: dict[int, set[str]] = defaultdict(set)
    facts: dict[int, set[tuple[str, str]]] = defaultdict(set)
    rows = Voorzieningplek.objects.filter(voorziening__in=keys)
    rows = rows.exclude(locatie__plaats="")
    columns = ("voorziening", "locatie__plaats", "locatie__adres")
    for key, plaats, adres in rows.values_list(*columns):
        towns[key].add(plaats.casefold())
        if adres:
            facts[key].add(("adres", " ".join(words_of(f"{adres} {plaats}"))))
    return towns, facts


def _numbers(keys: Collection[int]) -> Iterable[tuple[int, str]]:
    rows = Telefoon.objects.filter(voorziening__in=keys)
    return rows.values_list("voorziening", "nummer")


def _address_of(website: str) -> str:
    address = website.casefold().partition("://")[2] or website.casefold()
    return address.removeprefix("www.").rstrip("/")


def _place_names(regios: Collection[int]) -> set[str]:
    """What gemeenten and wijken are called."""
    gemeenten = Gemeente.objects.filter(regio__in=regios)
    wijken = Wijk.objects.filter(gemeente__regio__in=regios)
    return {*gemeenten.values_list("naam", flat=True)} | {
        *wijken.values_list("naam", flat=True)
    }


def listed(rows: VoorzieningQuerySet, page: str) -> Page[Paar]:
    return Paginator(alike(rows), PER_PAGE).get_page(page)


def side_by_side(paren: Iterable[Paar]) -> list[Tweetal]:
    """With what they say of themselves, and why they are named."""
    pairs = list(paren)
    keys = {key for paar in pairs for key in (paar.een, paar.ander)}
    found = Voorziening.objects.select_related("organisatie").in_bulk(keys)
    return [
        Tweetal(found[paar.een], found[paar.ander], _why(paar))
        for paar in pairs
        if {paar.een, paar.ander} <= found.keys()
    ]


def _why(paar: Paar) -> str:
    said = [IN_COMMON[kind] for kind in paar.samen]
    return ". ".join([*said, "De naam lijkt erop"])


def doubles_of(rows: VoorzieningQuerySet, one: Voorziening) -> list[Voorziening]:
    """Those of its region that look like this one."""
    pairs = side_by_side(alike(rows.filter(regio=one.regio), one.pk)[:MOST_FOUND])
    return [pair.ander if pair.een == one else pair.een for pair in pairs]


def named(rows: VoorzieningQuerySet, one: Voorziening, q: str) -> list[Voorziening]:
    """Others of its region by name."""
    words = Q(naam__icontains=q) | Q(ook_bekend_als__icontains=q)
    here = rows.filter(words, regio=one.regio).exclude(pk=one.pk)
    return list(here.select_related("organisatie").order_by("naam", "pk")[:MOST_FOUND])


# --- side by side


@dataclass(frozen=True)
class Deel:
    """What stays of one or of the other: columns that go together, or the rows of a
    relation (`rijen`), which may be those of both. `veld` is what of it ages."""

    sleutel: str
    naam: str
    kolommen: tuple[str, ...] = ()
    rijen: str = ""
    samen: bool = False
    veld: str = ""


EMPTY = {NOTHING, "nee", str(Capaciteit.ONBEKEND.label)}  # what nobody chose
_TOGETHER = (
    ("status", "gestopt_op", "gestopt_reden", "vervolg", "vervolg_tekst"),
    ("min_leeftijd", "max_leeftijd"),
    ("overbrugging", "overbrugging_geen"),
)
_NAMES = {"status": "Staat het op de kaart?", "min_leeftijd": "Leeftijd"}
# what stays as it is at the page that stays
_STAYS = {
    *("id", "uuid", "hsds", "bron", "bron_id", "regio", "slug"),
    *("eerst_op_kaart", "gemaakt_op", "gewijzigd_op", "zoek"),
}
_RELATIONS = (
    Deel(
        "telefoon_set",
        "Telefoonnummers",
        rijen="telefoon_set",
        samen=True,
        veld=Controleveld.TELEFOON,
    ),
    Deel(
        "openingstijd_set",
        "Openingstijden",
        rijen="openingstijd_set",
        veld=Controleveld.OPENINGSTIJDEN,
    ),
    Deel("plekken", "Adressen", rijen="plekken", samen=True),
    Deel("werkgebieden", "Waar je moet wonen", rijen="werkgebieden", samen=True),
    Deel("doelgroepvragen", "Vragen: past het?", rijen="doelgroepvragen"),
    Deel("kostenregels", "Kosten per onderdeel", rijen="kostenregels"),
    Deel("contact_set", "Mensen om naar te vragen", rijen="contact_set", samen=True),
    Deel("talen", "Talen", rijen="talen", samen=True),
    Deel("startmomenten", "Startdata", rijen="startmomenten", samen=True),
    Deel("sluitingsperiodes", "Tijdelijk dicht", rijen="sluitingsperiodes", samen=True),
)


def parts() -> list[Deel]:
    """All of which something can be chosen, in the order of the page."""
    groups = {group[0]: group for group in _TOGETHER}
    inner = {name for group in _TOGETHER for name in group[1:]}
    columns = [
        Deel(
            field.name,
            _NAMES.get(field.name) or label_of(field.name),
            groups.get(field.name, (field.name,)),
            veld=Controleveld.CAPACITEIT if field.name == "capaciteit" else "",
        )
        for field in Voorziening._meta.concrete_fields
        if field.name not in _STAYS | inner
    ]
    return [*columns, *_RELATIONS]


@dataclass(frozen=True)
class Verschil:
    """One part in which the two are not the same, in words. `gevuld`: whether the page
    that stays says anything of it."""

    deel: Deel
    blijft: str
    ander: str
    gevuld: bool


def differences(blijft: Voorziening, ander: Voorziening, day: date) -> list[Verschil]:
    """A fixed number of queries."""
    found = []
    for deel in parts():
        one, other = (_words(row, deel, day) for row in (blijft, ander))
        if one != other:
            found.append(Verschil(deel, one, other, gevuld=one not in EMPTY))
    return found


def mark(verschillen: Iterable[Verschil]) -> str:
    """Of what was seen: what changed since is looked at again."""
    return mark_of([v.deel.sleutel, v.blijft, v.ander] for v in verschillen)


def _words(row: Voorziening, deel: Deel, day: date) -> str:
    if deel.rijen:
        lines = _LINES.get(deel.rijen, _rows_in_words)(row, deel, day)
        return "\n".join(lines) or NOTHING
    said = []
    for name in deel.kolommen:
        column: Any = Voorziening._meta.get_field(name)
        value = getattr(row, column.attname)
        words = str(row.organisatie) if name == "organisatie" else say(column, value)
        if len(deel.kolommen) == 1:
            return words
        if words != NOTHING and value is not False:
            said.append(f"{label_of(name)}: {words}")
    return "\n".join(said) or NOTHING


def _rows_in_words(row: Voorziening, deel: Deel, day: date) -> list[str]:
    relation: Any = getattr(row, deel.rijen)
    return [in_short(relation.model, one) for one in relation.order_by("pk")]


def _places_in_words(row: Voorziening, deel: Deel, day: date) -> list[str]:
    """With what hangs on them."""
    lines = []
    for een in places_of(row, day):
        words = [in_short(Locatie, een.plek.locatie), een.plek.omschrijving]
        words += [*een.telefoons, *een.uren, *een.mensen]
        lines.append(", ".join(filter(None, words)))
    return lines


_LINES: dict[str, Callable[[Voorziening, Deel, date], list[str]]] = {
    "telefoon_set": lambda row, deel, day: phones_of(row),
    "openingstijd_set": lambda row, deel, day: hours_in_words(row, day),
    "plekken": _places_in_words,
}


# --- where they went


def slug_now(slug: str) -> str | None:
    """The address that took the place of this one."""
    rows = Samenvoeging.objects.filter(oud_slug=slug)
    return rows.values_list("blijft__slug", flat=True).first()


def went_up_in(oud: UUID, blijft: UUID) -> Samenvoeging | None:
    """Whether the one with this uuid is a part of the other already."""
    return Samenvoeging.objects.filter(oud_uuid=oud, blijft__uuid=blijft).first()


def merged_into(regio: Regio, bron: str, keys: Iterable[str]) -> dict[str, int]:
    """Which of the ids of a package are of a page that went up in another, and in which.
    Without `bron` they are our own ids."""
    rows = Samenvoeging.objects.filter(regio=regio)
    if bron:
        here = rows.filter(bron=bron, bron_id__in=list(keys))
        return dict(here.values_list("bron_id", "blijft"))
    pairs = rows.filter(oud_uuid__in=list(keys)).values_list("oud_uuid", "blijft")
    return {str(uuid): key for uuid, key in pairs}


def old_slugs(start: str) -> set[str]:
    """Addresses that begin like this and stay taken: they lead to another page."""
    rows = Samenvoeging.objects.filter(oud_slug__startswith=start)
    return set(rows.values_list("oud_slug", flat=True))
