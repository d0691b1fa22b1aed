"""What happened to a provision: who, when, what, before and after, in plain words.

Read from the versions that the database keeps (basis/history.py), of the provision and of
the rows that hang on it. Names of people: the page is for who keeps the provision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from netwerk.choices import LANDEN, Controleveld, Voorstelstatus
from netwerk.models import (
    Contact,
    Controle,
    Doelgroepvraag,
    Kostenregel,
    Locatie,
    Openingstijd,
    Samenvoeging,
    Sluitingsperiode,
    Startmoment,
    Taal,
    Telefoon,
    Voorstel,
    Voorziening,
    Voorzieningplek,
    Wachteinde,
    Wachttijd,
    Werkgebied,
)
from netwerk.rules.datum import datum, tijd
from netwerk.rules.herhaling import CODES
from netwerk.rules.telefoon import show_phone
from netwerk.rules.urentekst import KORT
from netwerk.rules.wachttijd import getal
from toegang.models import Gebruiker, Gemeente, Organisatie, Wijk

MOST = 400  # versions per table
HIDDEN = {"id", "uuid", "hsds", "volgorde", "voorziening", "regio", "gewijzigd_op"}
HIDDEN |= {"gemaakt_op", "bron", "bron_id", "slug", "lat", "lon", "land", "plek"}
OWN = {"door", "rol", "taak", "spoor"}
NOTHING, GONE = "niets", "iets wat er niet meer is"
Say = Callable[[Any], str]
Model = type[models.Model]
Read = dict[Model, list[Any]]  # versions
Named = dict[Model, dict[int, str]]
PUBLIC: dict[Model, models.QuerySet[Any]] = {
    Gemeente: Gemeente.objects.all(),
    Wijk: Wijk.objects.select_related("gemeente"),
    Organisatie: Organisatie.objects.all(),
    Voorziening: Voorziening.objects.only("naam"),
}
# what a row is called, and which of its fields say it in a few words
ROWS: dict[Model, tuple[str, tuple[str, ...]]] = {
    Telefoon: ("Telefoon", ("nummer", "toelichting", "mag_bellen", "kosten")),
    Openingstijd: ("Openingstijd", ("dagen", "opent_om", "sluit_om", "tekst")),
    Doelgroepvraag: ("Vraag", ("tekst",)),
    Werkgebied: ("Werkgebied", ("hele_regio", "gemeente", "wijk", "naam")),
    Sluitingsperiode: (
        "Tijdelijk dicht",
        ("van", "tot", "reden", "alternatief", "alternatief_tekst"),
    ),
    Voorzieningplek: ("Plek", ("omschrijving",)),
    Contact: ("Contact", ("functie", "naam", "email", "zichtbaar")),
    Taal: ("Taal", ("naam",)),
    Kostenregel: ("Kosten", ("wat", "bedrag", "toelichting")),
    Startmoment: ("Startdatum", ("begint_op", "bijeenkomsten", "plaatsen_vrij")),
    Locatie: (
        "Adres",
        (
            "soort",
            "naam",
            "adres",
            "adres_2",
            "postcode",
            "plaats",
            "land",
            "omschrijving",
            "vervoer",
            "toegankelijk",
            "website",
        ),
    ),
}
AT_PLACE = {Telefoon, Openingstijd, Contact}  # may hang on an address
# what nearly every row is, and goes without saying
OBVIOUS = {"soort": "fysiek", "land": "NL", "zichtbaar": "iedereen"}
LABELS = {
    "naam": "Naam",
    "ook_bekend_als": "Ook bekend als",
    "kort": "In een zin",
    "omschrijving": "Uitleg",
    "trefwoorden": "Zoekwoorden",
    "status": "Staat op de kaart",
    "gestopt_op": "Gestopt op",
    "gestopt_reden": "Reden van stoppen",
    "vervolg": "Waar mensen terechtkunnen",
    "vervolg_tekst": "Waar mensen terechtkunnen, in woorden",
    "zelf_aanmelden": "Zelf aanmelden",
    "indicatie_nodig": "Indicatie nodig",
    "voor_wie": "Voor wie",
    "aanmelden": "Hoe je begint",
    "toelating": "Voorwaarden",
    "min_leeftijd": "Laagste leeftijd",
    "max_leeftijd": "Hoogste leeftijd",
    "tolk": "Talen of tolk",
    "email": "E-mailadres",
    "capaciteit": "Is er plek",
    "overbrugging": "In de tijd van wachten",
    "overbrugging_geen": "Niets in de tijd van wachten",
    "organisatie": "Organisatie",
    "consultatie_door": "Wie om raad mag vragen",
    "erkenningen": "Keurmerken of erkenningen",
    "sfeer": "Deel van de sociale basis",
    "functies": "Waar het bij helpt",
    "domeinen": "Deel van het leven",
    "altijd_bereikbaar": "Dag en nacht bereikbaar",
    "hele_regio": "de hele regio",
}
DAYS = dict(zip(CODES, KORT, strict=True))


@dataclass(frozen=True)
class Verschil:
    wat: str
    voor: str
    na: str


@dataclass
class Wijziging:
    """Everything that one act did."""

    wanneer: datetime
    wie: str
    verschillen: list[Verschil] = field(default_factory=list)


@dataclass(frozen=True)
class _Stap:
    wanneer: datetime
    spoor: str
    door: str
    taak: str
    verschil: Verschil
    wie: str = ""  # in words, when no account stands behind it


def history(voorziening: Voorziening) -> list[Wijziging]:
    """The newest on top, also of what went up in it. A query per kind of row, and one per
    kind of thing that is named: however much happened."""
    merged = list(voorziening.samenvoegingen.all())
    keys = [voorziening.pk, *(row.oud_id for row in merged)]
    own = Q(voorziening__in=keys)
    read: Read = {Voorziening: _versions_of(Voorziening, Q(pgh_obj__in=keys))}
    read[Voorzieningplek] = _versions_of(Voorzieningplek, own)
    stood = {row.pgh_obj_id for row in read[Voorzieningplek]}
    places = {row.locatie_id for row in read[Voorzieningplek]}
    read[Locatie] = _versions_of(Locatie, Q(pgh_obj__in=places))
    at_place = own | Q(plek__in=stood) | Q(locatie__in=places)
    for model in ROWS.keys() - read.keys():
        read[model] = _versions_of(model, at_place if model in AT_PLACE else own)
    named = _named(read)
    steps = [step for model in read for step in _steps(model, read[model], named)]
    steps += _checks(keys)
    steps += [_merged(row) for row in merged]
    steps += _waits(voorziening)
    steps += _proposals(voorziening)
    names = _names(steps)
    acts: dict[tuple[object, ...], Wijziging] = {}
    for step in sorted(steps, key=lambda s: s.wanneer, reverse=True):
        key = (step.wanneer, step.spoor, step.door, step.taak, step.wie)
        act = acts.setdefault(key, Wijziging(step.wanneer, _who(step, names)))
        act.verschillen.append(step.verschil)
    return list(acts.values())


def _named(read: Read) -> Named:
    """What the versions point at, by name: only of what is public."""
    keys: dict[Model, set[int]] = {model: set() for model in PUBLIC}
    for model, rows in read.items():
        for column in model._meta.concrete_fields:
            if column.related_model in keys:
                found = (getattr(row, column.attname, None) for row in rows)
                keys[column.related_model] |= {key for key in found if key is not None}
    return {
        model: {row.pk: str(row) for row in rows.filter(pk__in=keys[model])}
        for model, rows in PUBLIC.items()
    }


def _names(steps: list[_Stap]) -> dict[str, str]:
    keys = {step.door for step in steps if step.door.isdecimal()}
    rows = Gebruiker.objects.filter(pk__in=keys).values_list("pk", "naam")
    return {str(pk): naam for pk, naam in rows}


def _who(step: _Stap, names: dict[str, str]) -> str:
    if step.door:
        return names.get(step.door, "iemand die hier niet meer is")
    if step.wie:
        return step.wie
    if step.taak == "bevestigen":
        return "de eigenaar, via een link in een mail"
    return "het systeem" if step.taak else "onbekend"


def _versions(model: Model) -> Any:
    return model._meta.get_field("versies").related_model


def _versions_of(model: Model, which: Q) -> list[Any]:
    """The oldest first."""
    return list(_versions(model).objects.filter(which).order_by("-pgh_id")[:MOST])[::-1]


def _steps(model: Model, rows: list[Any], named: Named) -> Iterator[_Stap]:
    before: dict[int, Any] = {}
    for row in rows:
        old = before.get(row.pgh_obj_id)
        before[row.pgh_obj_id] = row
        for verschil in _differences(model, row, old, named):
            yield _Stap(row.pgh_created_at, row.spoor, row.door, row.taak, verschil)


def _differences(model: Model, row: Any, old: Any, named: Named) -> Iterator[Verschil]:
    if row.pgh_label == "insert" and model is Voorziening:
        yield Verschil("Gemaakt", "", row.naam)
    elif row.pgh_label == "insert":
        yield Verschil(ROWS[model][0], NOTHING, in_short(model, row, named))
    elif row.pgh_label == "delete" and model is not Voorziening:
        yield Verschil(ROWS[model][0], in_short(model, row, named), "weg")
    elif row.pgh_label == "update" and old is not None:
        yield from _changed(model, row, old, named)


def _changed(model: Model, row: Any, old: Any, named: Named) -> Iterator[Verschil]:
    if model is not Voorziening:
        words = in_short(model, old, named), in_short(model, row, named)
        if words[0] != words[1]:
            yield Verschil(ROWS[model][0], *words)
        return
    for column in model._meta.concrete_fields:
        name = column.name
        if name in HIDDEN or not hasattr(row, column.attname):
            continue
        voor, na = getattr(old, column.attname), getattr(row, column.attname)
        if voor != na:
            words = say(column, voor, named), say(column, na, named)
            yield Verschil(label_of(name), *words)


def label_of(name: str) -> str:
    """What a column of a provision is called."""
    return LABELS.get(name, name.replace("_", " ").capitalize())


def in_short(model: Model, row: Any, named: Named | None = None) -> str:
    """A row of ROWS in a few words. What it points at is read when it is not `named`."""
    if model is Locatie and row.geheim:
        return "geheim adres"
    said = []
    for name in ROWS[model][1]:
        column: Any = model._meta.get_field(name)
        value = getattr(row, column.attname)
        if value in (None, "", False) or OBVIOUS.get(name) == value:
            continue
        said.append(LABELS[name] if value is True else say(column, value, named))
    return ", ".join(said) or ("een plek" if model is Voorzieningplek else "een regel")


def say(column: Any, value: Any, named: Named | None = None) -> str:
    """A value as people read it."""
    if value in (None, "", []):
        return NOTHING
    if isinstance(column, ArrayField):
        labels = dict(column.base_field.flatchoices)
        return ", ".join(str(labels.get(item, item)) for item in value)
    if isinstance(column, models.ForeignKey):
        return _related(column.related_model, value, named)
    by_name: dict[str, Say] = {"nummer": show_phone, "dagen": _days, "land": _country}
    by_kind: dict[type, Say] = {bool: _yes_no, datetime: datum, date: datum, time: tijd}
    say = by_name.get(column.name) or by_kind.get(type(value))
    return say(value) if say else str(dict(column.flatchoices).get(value, value))


def _yes_no(value: bool) -> str:  # noqa: FBT001 - a value of a column
    return "ja" if value else "nee"


def _country(value: str) -> str:
    return LANDEN.get(value, value)


def _days(value: str) -> str:
    return ", ".join(DAYS.get(part, part) for part in value.split(","))


def _related(model: Model, key: int, named: Named | None) -> str:
    if model not in PUBLIC:
        return "gewijzigd"
    if named is not None:
        return named[model].get(key, GONE)
    row = PUBLIC[model].filter(pk=key).first()
    return str(row) if row else GONE


def _merged(row: Samenvoeging) -> _Stap:
    said = Verschil("Samengevoegd", "", f"met {row.oud_naam}")
    return _Stap(row.op, "", str(row.door_id or ""), "", said)


def _checks(keys: list[int]) -> list[_Stap]:
    rows = _versions(Controle).objects.filter(voorziening__in=keys)
    rows = rows.exclude(pgh_label="delete").order_by("-pgh_id")[:MOST]
    looks, last = [], dict[int, date]()
    for row in reversed(rows):
        # an earlier day than before: no look, the one before counts again
        if last.get(row.pgh_obj_id, row.gecontroleerd_op) <= row.gecontroleerd_op:
            looks.append(row)
        last[row.pgh_obj_id] = row.gecontroleerd_op
    return [
        _Stap(
            row.pgh_created_at,
            row.spoor,
            row.door,
            row.taak,
            Verschil("Nagekeken", "", str(Controleveld(row.veld).label)),
        )
        for row in looks
    ]


def _proposals(voorziening: Voorziening) -> list[_Stap]:
    """Those that were taken over: who proposed; who took it over is who did it."""
    rows = Voorstel.objects.filter(
        voorziening=voorziening, status=Voorstelstatus.OVERGENOMEN
    )
    rows = rows.select_related("door").order_by("-pk")[:MOST]
    return [
        _Stap(
            row.afgehandeld_op,
            "",
            str(row.afgehandeld_door_id or ""),
            "",
            Verschil("Voorstel overgenomen", "", f"van {_proposer(row)}"),
        )
        for row in rows
        if row.afgehandeld_op
    ]


def _proposer(row: Voorstel) -> str:
    naam = row.door.naam if row.door else "iemand die hier niet meer is"
    return f"{naam}, {row.namens}" if row.namens else naam


def _waits(voorziening: Voorziening) -> list[_Stap]:
    """Measurements are rows that are added: they are their own history, and so is that one
    was taken away."""
    rows = Wachttijd.alles.filter(voorziening=voorziening)
    measured = list(rows.order_by("-gemeten_op", "-pk")[:MOST])
    ends = Wachteinde.objects.filter(voorziening=voorziening).order_by("-pk")[:MOST]
    last: dict[int, Wachttijd] = {}
    for row in measured:
        if row.einde_id:
            last.setdefault(row.einde_id, row)
    return [_measured(row) for row in measured] + [
        _taken_away(einde, last.get(einde.pk)) for einde in ends
    ]


def _measured(row: Wachttijd) -> _Stap:
    door, said = row.ingevoerd_door_id, Verschil(_wait_name(row), "", _wait_words(row))
    return _Stap(
        row.ingevoerd_op, "", str(door or ""), "", said, "" if door else row.door
    )


def _taken_away(einde: Wachteinde, last: Wachttijd | None) -> _Stap:
    door, reden = einde.gezegd_door_id, str(einde.get_reden_display())
    said = Verschil(
        _wait_name(einde),
        _wait_words(last) if last else "een wachttijd",
        f"weggehaald. {reden}",
    )
    return _Stap(
        einde.gezegd_op, "", str(door or ""), "", said, "" if door else einde.door
    )


def _wait_name(row: Wachttijd | Wachteinde) -> str:
    naam = f"Wachttijd, {str(row.get_fase_display()).lower()}"
    return f"{naam}, {row.doelgroep}" if row.doelgroep else naam


def _wait_words(row: Wachttijd) -> str:
    weken = f"{getal(row.weken_van)} tot {getal(row.weken_tot)} weken"
    return f"{weken}, gemeten op {datum(row.gemeten_op)}"
