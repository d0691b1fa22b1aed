"""A provision as a row of the simple spreadsheet, and what we have of the rows of one that
is sent (netwerk/rules/bekend.py)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.db.models import Count, QuerySet

from basis.csv import Cell
from basis.xlsx import as_written
from netwerk.choices import Locatiesoort, MagBellen, Status
from netwerk.models import Locatie, Openingstijd, Telefoon, Voorziening, Voorzieningplek
from netwerk.rules.bekend import Bekend, Kennis, Plek, phone_line
from netwerk.rules.bladkolommen import CHOICES, KOLOMMEN
from netwerk.rules.herhaling import Blok
from netwerk.rules.hsds_woorden import is_uuid
from netwerk.rules.openingsdag import Rooster
from netwerk.rules.openingszinnen import patterns
from netwerk.rules.urentekst import show_hours
from toegang.models import Regio

from . import hsds
from .hsds import LABELS, Blik, Node
from .hsds_adres import addresses
from .roosters import block_of

MOST_KEYS = 2_000  # in one question


# --- a row


def row_of(v: Voorziening) -> dict[str, Cell]:
    """Its cells by column, as they can be read back."""
    place = _place(v)
    at = place.locatie if place else None
    cells: dict[str, Cell] = {
        "nummer": str(v.uuid),
        "naam": v.naam,
        "organisatie": v.organisatie.naam,
        "kort": v.kort,
        "omschrijving": v.omschrijving,
        "telefoon": "\n".join(phone_line(t.nummer, t.toelichting) for t in _phones(v)),
        "email": v.email,
        "website": v.website,
        "adres": at.adres if at else "",
        "postcode": at.postcode if at else "",
        "plaats": at.plaats if at else "",
        "openingstijden": _hours_text([*_hours(v).values()]),
        "gebied": "; ".join(_areas(v)),
        "informeel": _yes(v.informeel),
        "indicatie": _yes(v.indicatie_nodig),
        "min": v.min_leeftijd,
        "max": v.max_leeftijd,
        "aanmelden": v.aanmelden,
        "kosten": v.kosten,
        "trefwoorden": "; ".join(v.trefwoorden),
        "gecontroleerd": next(
            (c.gecontroleerd_op for c in v.controles.all() if c.veld == "rest"), None
        ),
    }
    for key, prop in CHOICES.items():
        values = getattr(v, key)
        cells[key] = "; ".join(LABELS[prop].get(value, value) for value in values)
    return {
        key: as_written(cell) if isinstance(cell, str) else cell
        for key in KOLOMMEN
        for cell in [cells[key]]
    }


def _place(v: Voorziening) -> Voorzieningplek | None:
    """The first with an address that everybody may know."""
    return next(
        (
            plek
            for plek in v.plekken.all()
            for at in [plek.locatie]
            if not at.geheim and at.soort != Locatiesoort.POST
            if at.adres or at.postcode or at.plaats
        ),
        None,
    )


def _phones(v: Voorziening) -> list[Telefoon]:
    public = MagBellen.op_de_kaart()
    return [t for t in v.telefoon_set.all() if t.mag_bellen in public]


def _areas(v: Voorziening) -> Iterator[str]:
    for area in v.werkgebieden.all():
        naam = str(hsds.area_node(area, v).get("name") or "").strip()
        if naam:
            yield naam


def _yes(value: bool | None) -> str:  # noqa: FBT001 - three answers, in words
    return "" if value is None else "ja" if value else "nee"


def _hours(v: Voorziening) -> dict[str, Blok]:
    """Those of every week and month, by their id; not the days on which it is closed."""
    return {
        hsds.row_id(row): _whole(row)
        for row in v.openingstijd_set.all()
        if not row.dicht
    }


def _whole(row: Openingstijd) -> Blok:
    """With all that was ever said of it."""
    blok = block_of(row)
    return replace(
        blok,
        freq=blok.freq or None,
        notes=str(row.hsds.get("notes") or ""),
        attending_type=str(row.hsds.get("attending_type") or ""),
    )


def _hours_text(hours: list[Blok]) -> str:
    """As they are typed. What holds more than can be typed is told in sentences, to read;
    the same on every day."""
    typed = show_hours(hours)
    if typed is not None:
        return typed
    return " ".join(patterns(Rooster(tuple(hours))))


# --- the rows of a sheet


def known(regio: Regio, bron: str, keys: Iterable[str]) -> Kennis:
    """Which of these numbers are rows of ours."""
    wanted = sorted(set(keys))
    rows = hsds.plain_services(Voorziening.objects.filter(regio=regio))
    found: dict[str, Voorziening] = {}
    for part in _parts(wanted):
        if bron:
            here = rows.filter(bron=bron, bron_id__in=part)
            found |= {row.bron_id: row for row in here}
        else:
            here = rows.filter(uuid__in=[key for key in part if is_uuid(key)])
            found |= {str(row.uuid): row for row in here}
    users = _users(found.values())
    known = {key: _bekend(row, users, eigen=not bron) for key, row in found.items()}
    strange = _strange(regio, [key for key in wanted if key not in found])
    return Kennis(known, eigen=not bron, vreemd=strange if bron else ())


def _strange(regio: Regio, keys: list[str]) -> list[str]:
    found: list[str] = []
    for part in _parts([key for key in keys if is_uuid(key)]):
        here = Voorziening.objects.filter(regio=regio, uuid__in=part)
        found += [str(uuid) for uuid in here.values_list("uuid", flat=True)]
    return sorted(found)


def _parts(keys: list[str]) -> Iterator[list[str]]:
    return (keys[n : n + MOST_KEYS] for n in range(0, len(keys), MOST_KEYS))


def _users(rows: Iterable[Voorziening]) -> dict[int, int]:
    """How many have each location of theirs."""
    places = {p.locatie_id for row in rows for p in row.plekken.all()}
    out: dict[int, int] = {}
    keys = sorted(places)
    for n in range(0, len(keys), MOST_KEYS):
        here: QuerySet[Any] = Locatie.objects.filter(pk__in=keys[n : n + MOST_KEYS])
        out |= dict(here.annotate(n=Count("plekken")).values_list("pk", "n"))
    return out


def _bekend(v: Voorziening, users: dict[int, int], *, eigen: bool) -> Bekend:
    node = hsds.service_node(v, Blik.alles())
    hours = _hours(v)
    place = _place(v)
    organisation: Node = {
        "id": hsds.organisation_id(v.organisatie),
        "name": v.organisatie.naam,
    }
    return Bekend(
        node=node,
        cellen=row_of(v),
        organisatie=organisation,
        gestopt=v.status == Status.GESTOPT,
        nummers=frozenset(hsds.row_id(row) for row in _phones(v)),
        tijden=hours,
        uren_vast=show_hours(hours.values()) is None or _has_more(v),
        plekken=_places(v) if eigen else None,
        plek=_at(place, users) if place and eigen else None,
    )


def _has_more(v: Voorziening) -> bool:
    """Hours with a page or a date of their own beside them, or that fit no row of ours."""
    rows = [row for row in v.openingstijd_set.all() if not row.dicht]
    return any(row.hsds.get("schedule_link") for row in rows)


def _places(v: Voorziening) -> list[Node]:
    return [
        {"id": str(plek.uuid), "location_id": str(plek.locatie.uuid)}
        for plek in v.plekken.all()
    ]


def _at(plek: Voorzieningplek, users: dict[int, int]) -> Plek:
    here = plek.locatie
    return Plek(str(plek.uuid), str(here.uuid), addresses(here), users[here.pk])
