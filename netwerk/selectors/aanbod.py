"""What an organisation offers, as who keeps it sees it: what needs a look first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import (
    Case,
    Exists,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Greatest

from netwerk.choices import Capaciteit, Controleveld, Status
from netwerk.models import (
    Controle,
    Kaartinstelling,
    Telefoon,
    Voorziening,
    Voorzieningplek,
    Wachttijd,
)
from netwerk.querysets import VoorzieningQuerySet
from netwerk.rules import versheid
from netwerk.rules.openingszinnen import sentences
from netwerk.rules.telefoon import show_phone
from netwerk.selectors.bereik import has_hours, has_phones, loose_phones
from netwerk.selectors.eerst import first_due
from netwerk.selectors.roosters import rooster_of
from netwerk.selectors.wachttijden import Wacht, long_waits, too_long
from netwerk.selectors.zoeken import NO_JIT

PER_PAGE = 25
OUD = {versheid.OUD, versheid.NOOIT}


@dataclass(frozen=True)
class Veld:
    """One field that ages, on one provision."""

    veld: str
    naam: str
    zin: str
    oordeel: str

    @property
    def oud(self) -> bool:
        return self.oordeel in OUD


@dataclass(frozen=True)
class Regel:
    """A provision in the list: with what needs a look."""

    voorziening: Voorziening
    velden: list[Veld]
    zonder_overbrugging: bool = False

    @property
    def aandacht(self) -> list[Veld]:
        return [veld for veld in self.velden if veld.oud]


def with_checks(rows: VoorzieningQuerySet, day: date) -> VoorzieningQuerySet:
    """Adds per field that ages `op_<veld>`, when it was looked at, and `heeft_<veld>`,
    whether the page says anything to look at. A measurement of a wait is a look at it."""
    own = {"voorziening": OuterRef("pk")}
    waits = Wachttijd.objects.filter(**own, gemeten_op__lte=day)
    there: dict[str, Any] = {
        Controleveld.TELEFOON: has_phones(OuterRef("pk"), OuterRef("organisatie")),
        Controleveld.OPENINGSTIJDEN: has_hours(OuterRef("pk")),
        Controleveld.WACHTTIJD: Exists(waits),
        Controleveld.CAPACITEIT: Case(
            When(capaciteit=Capaciteit.ONBEKEND, then=Value(value=False)),
            default=Value(value=True),
        ),
        Controleveld.REST: Value(value=True),
    }
    measured = waits.order_by("-gemeten_op").values("gemeten_op")[:1]
    for veld, exists in there.items():
        seen = Controle.objects.filter(**own, veld=veld).values("gecontroleerd_op")[:1]
        seen_on: Any = Subquery(seen)
        if veld == Controleveld.WACHTTIJD:
            seen_on = Greatest(Subquery(seen), Subquery(measured))
        rows = rows.annotate(**{f"op_{veld}": seen_on, f"heeft_{veld}": exists})
    return rows


def terms_of(regio_ids: set[int]) -> dict[int, dict[str, int]]:
    """Per region the months it chose."""
    return {
        row.regio_id: {veld: row.months(veld) for veld in Controleveld.values}
        for row in Kaartinstelling.objects.filter(regio__in=regio_ids)
    }


def fields_of(
    voorziening: Voorziening, terms: dict[str, int] | None, day: date
) -> list[Veld]:
    """Of a row that went through `with_checks`."""
    found = []
    for veld in Controleveld:
        if not getattr(voorziening, f"heeft_{veld}"):
            continue
        seen = getattr(voorziening, f"op_{veld}")
        state = versheid.state(veld, seen, day, (terms or {}).get(veld))
        found.append(Veld(veld, str(veld.label), state.zin, state.oordeel))
    return found


@dataclass(frozen=True)
class Vraag:
    """What the list is asked for."""

    status: str = Status.ACTIEF
    q: str = ""
    organisatie: str = ""
    zonder_overbrugging: bool = False


def without_bridge(kept: VoorzieningQuerySet, day: date) -> set[int]:
    """Keys of what is on the kaart, where somebody waits above the norm and nobody said
    what there is meanwhile, or that there is nothing (N4)."""
    silent = kept.on_kaart().filter(overbrugging="", overbrugging_geen=False)
    return long_waits(silent, day)


def asks_bridge(voorziening: Voorziening, waits: Iterable[Wacht]) -> bool:
    """The same, of one whose waits are known."""
    said = voorziening.overbrugging or voorziening.overbrugging_geen
    return voorziening.status == Status.ACTIEF and not said and too_long(waits)


def listed(
    kept: VoorzieningQuerySet, vraag: Vraag, page: str, day: date, stil: set[int]
) -> tuple[Page[Voorziening], list[Regel]]:
    """`stil` is what `without_bridge` said."""
    rows = kept.filter(status=vraag.status)
    if vraag.zonder_overbrugging:
        rows = rows.filter(pk__in=stil)
    if vraag.q:
        rows = rows.filter(
            Q(naam__icontains=vraag.q) | Q(ook_bekend_als__icontains=vraag.q)
        )
    if vraag.organisatie:
        rows = rows.filter(organisatie__uuid=vraag.organisatie)
    with connection.cursor() as cursor:
        cursor.execute(NO_JIT)
    found = Paginator(rows.order_by("naam", "pk"), PER_PAGE).get_page(page)
    found.object_list = _of_page(rows, found, day)
    terms = terms_of({row.regio_id for row in found.object_list})
    regels = [
        Regel(row, fields_of(row, terms.get(row.regio_id), day), row.pk in stil)
        for row in found.object_list
    ]
    return found, regels


def _of_page(
    rows: VoorzieningQuerySet, page: Page[Voorziening], day: date
) -> list[Voorziening]:
    """What is due first of all rows, and what the page says of these few alone."""
    if not page.paginator.count:
        return []
    keys = first_due(rows, day, PER_PAGE * (page.number - 1), PER_PAGE)
    shown = with_checks(Voorziening.objects.filter(pk__in=keys), day)
    shown = shown.select_related("organisatie")
    return sorted(shown, key=lambda row: keys.index(row.pk))


def one(kept: VoorzieningQuerySet, day: date) -> VoorzieningQuerySet:
    """For the page of one."""
    rows = with_checks(kept, day)
    return rows.select_related("organisatie__profiel", "regio", "vervolg")


def hours_in_words(voorziening: Voorziening, day: date) -> list[str]:
    rooster = rooster_of(
        voorziening.openingstijd_set.all(), feestdagen=voorziening.feestdagen
    )
    return sentences(rooster, day)


def phones_of(voorziening: Voorziening) -> list[str]:
    return numbers_in_words(voorziening.telefoon_set.all())


def numbers_in_words(rows: Iterable[Telefoon]) -> list[str]:
    return [
        f"{show_phone(row.nummer)}{f', {row.toelichting}' if row.toelichting else ''}"
        for row in rows
    ]


@dataclass(frozen=True)
class Plek:
    """An address with what is kept of it: per step, in words."""

    plek: Voorzieningplek
    telefoons: list[str]
    uren: list[str]
    mensen: list[str]

    @property
    def contact(self) -> list[str]:
        return [*self.telefoons, *self.uren]


def places_of(voorziening: Voorziening, day: date) -> list[Plek]:
    """Of a secret place nothing hangs there. A fixed number of queries."""
    rows = voorziening.plekken.select_related("locatie").order_by("pk")
    sets = ("telefoon_set", "openingstijd_set", "contact_set")
    paths = [f"{path}{name}" for path in ("", "locatie__") for name in sets]
    return [
        _place(plek, voorziening.feestdagen, day)
        for plek in rows.prefetch_related(*paths)
    ]


def numbers_elsewhere(voorziening: Voorziening, places: Iterable[Plek]) -> list[str]:
    """Those of its people, or of the organisation, that the page says too."""
    seen = [een.plek for een in places if not een.plek.locatie.geheim]
    return numbers_in_words(loose_phones(voorziening, seen))


def at_place(plek: Voorzieningplek, day: date) -> dict[str, list[str]]:
    """Of one address: per step what stands there."""
    found = _place(plek, plek.voorziening.feestdagen, day)
    return {"adres-contact": found.contact, "adres-mensen": found.mensen}


def _place(plek: Voorzieningplek, feestdagen: str, day: date) -> Plek:
    place = plek.locatie
    phones = [*plek.telefoon_set.all(), *place.telefoon_set.all()]
    hours = list(plek.openingstijd_set.all()) or list(place.openingstijd_set.all())
    people = [*plek.contact_set.all(), *place.contact_set.all()]
    return Plek(
        plek,
        numbers_in_words(phones),
        sentences(rooster_of(hours, feestdagen=feestdagen), day) if hours else [],
        [", ".join(filter(None, (row.functie, row.naam))) for row in people],
    )


def missing(voorziening: Voorziening) -> list[str]:
    """What it needs before it can stand on the kaart."""
    reach = [
        voorziening.website,
        voorziening.email,
        voorziening.telefoon_set.exists(),
        voorziening.plekken.exists(),
    ]
    wanted = {
        "een organisatie die nog bestaat": voorziening.organisatie.gestopt_op is None,
        "een zin over wat het is": voorziening.kort,
        "hoe mensen je bereiken": any(reach),
        "waar het voor is: het werkgebied": voorziening.werkgebieden.exists(),
    }
    return [what for what, there in wanted.items() if not there]
