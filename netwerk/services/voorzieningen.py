"""Keeping what an organisation offers: every step saves by itself, and only what changed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import slugify

from basis.constraints import broken_constraint, insert_once
from logboek import services as logboek
from netwerk.choices import Controleveld, Status
from netwerk.models import (
    Doelgroepvraag,
    Sluitingsperiode,
    Taal,
    Telefoon,
    Voorziening,
    Voorzieningplek,
    Werkgebied,
)
from netwerk.rules.herhaling import Blok
from netwerk.rules.urentekst import show_hours
from netwerk.selectors.dubbelen import old_slugs
from netwerk.selectors.roosters import owner_of_hours, rooster_of
from toegang.models import Gemeente, Organisatie, Wijk

from .controles import check
from .gewijzigd import touch
from .zoekwoorden import add_words

SLUG_LENGTH = 140
SLUG_TAKEN = "netwerk_voorziening_slug_key"
# words that a typing error is held to
NAMES = {"naam", "ook_bekend_als", "trefwoorden"}
# a change of one of these is a look at it; of another one it is not (N5)
AGES = {"capaciteit": Controleveld.CAPACITEIT}


@dataclass(frozen=True)
class Rij:
    """A row as the page keeps it: its columns. A `uuid` that is not there yet is new."""

    uuid: UUID
    velden: dict[str, Any]


@transaction.atomic
def add_voorziening(
    *, uuid: UUID, organisatie: Organisatie, naam: str, kort: str
) -> Voorziening:
    """Not on the kaart yet. Sent twice, made once."""
    row = Voorziening(
        uuid=uuid,
        regio=organisatie.regio,
        organisatie=organisatie,
        naam=naam,
        kort=kort,
        slug=free_slug(naam),
        status=Status.INACTIEF,
    )
    if _insert(row):
        record(logboek.Actie.CREATE, row)
    return Voorziening.objects.get(uuid=uuid)


def _insert(row: Voorziening) -> bool:
    """Somebody else may take the address just now: then it gets letters of its own."""
    try:
        return insert_once(row)
    except IntegrityError as error:
        if broken_constraint(error) != SLUG_TAKEN:
            raise
    row.slug = f"{_base_of(row.naam)}-{uuid4().hex[:6]}"
    return insert_once(row)


def _base_of(naam: str) -> str:
    return slugify(naam)[: SLUG_LENGTH - 8] or "plek"


def free_slug(naam: str) -> str:
    """Of the name; a number behind it when that is taken."""
    base = _base_of(naam)
    taken = set(
        Voorziening.objects.filter(slug__startswith=base).values_list("slug", flat=True)
    )
    taken |= old_slugs(base)
    tries = (base, *(f"{base}-{number}" for number in range(2, 50)))
    return next(
        (slug for slug in tries if slug not in taken), f"{base}-{uuid4().hex[:6]}"
    )


def hold(*, voorziening: Voorziening) -> Voorziening | None:
    """As it stands now, for who saves: the next one waits until the request is over. None
    when it went meanwhile."""
    rows = Voorziening.objects.select_for_update(of=("self",))
    return rows.select_related("regio", "organisatie").filter(pk=voorziening.pk).first()


@transaction.atomic
def change_fields(
    *, voorziening: Voorziening, onderdeel: str, velden: dict[str, Any]
) -> bool:
    """Saves what is different; returns whether anything was. No date of a check moves,
    but of what is itself a field that ages."""
    row = Voorziening.objects.select_for_update().get(pk=voorziening.pk)
    changed = [name for name, value in velden.items() if getattr(row, name) != value]
    if not changed:
        return False
    for name in changed:
        setattr(row, name, velden[name])
        setattr(voorziening, name, velden[name])
    row.save(update_fields=[*changed, "gewijzigd_op"])
    for name in AGES.keys() & set(changed):
        check(row, AGES[name])
    if NAMES & set(changed):
        add_words(voorzieningen=[row.pk])
    record(logboek.Actie.UPDATE, row, onderdeel)
    return True


@transaction.atomic
def set_questions(
    *, voorziening: Voorziening, wel: Sequence[str], niet: Sequence[str]
) -> None:
    """For whom it is and is not, in this order."""
    wanted = [(True, tekst) for tekst in wel] + [(False, tekst) for tekst in niet]
    rows = list(voorziening.doelgroepvragen.all())
    if [(row.past, row.tekst) for row in rows] == wanted:
        return
    for row, pair in zip(rows, wanted, strict=False):
        row.past, row.tekst = pair
    for number, row in enumerate(rows[: len(wanted)]):
        row.volgorde = number
        row.save(update_fields=["past", "tekst", "volgorde"])
    for row in rows[len(wanted) :]:
        row.delete()
    for number, (past, tekst) in enumerate(wanted[len(rows) :], len(rows)):
        Doelgroepvraag.objects.create(
            voorziening=voorziening, past=past, tekst=tekst, volgorde=number
        )
    touch(pk=voorziening.pk)
    record(logboek.Actie.UPDATE, voorziening, "voor_wie")


def keep_rows(*, rows: QuerySet[Any], rijen: Sequence[Rij], **van: Any) -> bool:
    """Instead of `rows`; a new one hangs on `van`. Returns whether anything changed."""
    there = {row.uuid: row for row in rows}
    changed = False
    for rij in rijen:
        row = there.pop(rij.uuid, None)
        if row is None:
            new = rows.model(uuid=rij.uuid, **van, **rij.velden)
            changed |= insert_once(new)
            continue
        other = {n: v for n, v in rij.velden.items() if getattr(row, n) != v}
        for name, value in other.items():
            setattr(row, name, value)
        if other:
            row.save(update_fields=list(other))
            changed = True
    for row in there.values():
        row.delete()
        changed = True
    return changed


@transaction.atomic
def set_rows(
    *,
    voorziening: Voorziening,
    rows: QuerySet[Any],
    rijen: Sequence[Rij],
    onderdeel: str,
    plek: Voorzieningplek | None = None,
    keep: Callable[..., bool] = keep_rows,
) -> bool:
    """Instead of those that were there, `rows`; returns whether anything changed. What a
    package said of a row beside these columns stays. With `plek` a new one hangs there."""
    van: dict[str, Any] = {"plek": plek} if plek else {"voorziening": voorziening}
    changed = keep(rows=rows, rijen=rijen, **van)
    if changed:
        _touch(voorziening, plek)
        record(logboek.Actie.UPDATE, voorziening, onderdeel)
    return changed


def _touch(voorziening: Voorziening, plek: Voorzieningplek | None) -> None:
    """What stands at an address is said by all who are there."""
    if plek:
        touch(plekken__locatie=plek.locatie_id)
    else:
        touch(pk=voorziening.pk)


def in_order(rijen: Sequence[Rij]) -> list[Rij]:
    """Rows that keep the order in which somebody put them."""
    return [
        replace(rij, velden=rij.velden | {"volgorde": number})
        for number, rij in enumerate(rijen)
    ]


@transaction.atomic
def set_phones(
    *,
    voorziening: Voorziening,
    nummers: Sequence[Rij],
    rows: QuerySet[Telefoon] | None = None,
    plek: Voorzieningplek | None = None,
) -> None:
    """Those of the provision itself, or at one address (`rows`, `plek`); what changed is a
    look at the numbers."""
    if rows is None:
        rows = voorziening.telefoon_set.all()
    if set_rows(
        voorziening=voorziening,
        rows=rows,
        rijen=in_order(nummers),
        onderdeel="telefoon",
        plek=plek,
    ):
        check(voorziening, Controleveld.TELEFOON)


@transaction.atomic
def set_languages(*, voorziening: Voorziening, namen: Sequence[str]) -> None:
    """By name. A language that stays keeps what a package said of it."""
    there = {str(row).lower(): row for row in voorziening.talen.all()}
    new = [naam for naam in namen if there.pop(naam.lower(), None) is None]
    for row in there.values():
        row.delete()
    for naam in new:
        Taal.objects.create(voorziening=voorziening, naam=naam)
    if new or there:
        touch(pk=voorziening.pk)
        record(logboek.Actie.UPDATE, voorziening, "talen")


@transaction.atomic
def set_hours(
    *,
    voorziening: Voorziening,
    blokken: Iterable[Blok],
    plek: Voorzieningplek | None = None,
) -> None:
    """Instead of those that were there, of the provision itself or at one address; days on
    which it is closed stay. What changed is a look at them."""
    van: Any = owner_of_hours(plek) if plek else voorziening
    new, rows = list(blokken), van.openingstijd_set.filter(dicht=False)
    old = rooster_of(rows, feestdagen=voorziening.feestdagen).blokken
    if show_hours(old) == show_hours(new):
        return
    rows.delete()
    for blok in new:
        van.openingstijd_set.create(
            opent_om=blok.opens_at,
            sluit_om=blok.closes_at,
            herhaling=blok.freq or "",
            dagen=blok.byday,
            interval=blok.interval,
            begint_op=blok.dtstart,
            van=blok.valid_from,
            tot=blok.valid_to,
            herhaal_tot=blok.until,
            aantal=blok.count,
            weekbegin=blok.wkst,
            weken=blok.byweekno,
            dagen_van_maand=blok.bymonthday,
            dagen_van_jaar=blok.byyearday,
            op_afspraak=blok.op_afspraak,
            tekst=blok.description,
        )
    _touch(voorziening, plek)
    check(voorziening, Controleveld.OPENINGSTIJDEN)
    record(logboek.Actie.UPDATE, voorziening, "openingstijden")


@transaction.atomic
def set_area(
    *,
    voorziening: Voorziening,
    hele_regio: bool,
    gemeenten: Iterable[Gemeente],
    wijken: Iterable[Wijk],
) -> None:
    """Where people have to live. What a package brought and cannot be judged by stays."""
    rows = voorziening.werkgebieden.exclude(
        hele_regio=False, gemeente=None, wijk=None
    ).select_related("gemeente", "wijk")
    there = {(row.hele_regio, row.gemeente_id, row.wijk_id): row for row in rows}
    wanted: set[tuple[bool, int | None, int | None]] = set()
    if hele_regio:
        wanted.add((True, None, None))
    else:
        wanted |= {(False, gemeente.pk, None) for gemeente in gemeenten}
        wanted |= {(False, None, wijk.pk) for wijk in wijken}
    if wanted == set(there):
        return
    for key, row in there.items():
        if key not in wanted:
            row.delete()
    for key in sorted(wanted - set(there), key=str):
        whole, gemeente, wijk = key
        Werkgebied.objects.create(
            voorziening=voorziening,
            hele_regio=whole,
            gemeente_id=gemeente,
            wijk_id=wijk,
        )
    touch(pk=voorziening.pk)
    record(logboek.Actie.UPDATE, voorziening, "gebied")


# --- on the kaart, closed for a while, stopped


@transaction.atomic
def publish(*, voorziening: Voorziening) -> None:
    """On the kaart; who puts it there has just looked at all of it."""
    _to(voorziening, Status.ACTIEF, "op de kaart")
    add_words(voorzieningen=[voorziening.pk])
    check(voorziening, Controleveld.REST)


@transaction.atomic
def stop(
    *,
    voorziening: Voorziening,
    reden: str,
    vervolg: Voorziening | None,
    vervolg_tekst: str,
) -> None:
    """Its page stays, with the reason and where people can go."""
    voorziening.gestopt_op = timezone.localdate()
    voorziening.gestopt_reden, voorziening.vervolg = reden, vervolg
    voorziening.vervolg_tekst = vervolg_tekst
    _to(voorziening, Status.GESTOPT, "gestopt")


@transaction.atomic
def resume(*, voorziening: Voorziening) -> None:
    voorziening.gestopt_op, voorziening.gestopt_reden = None, ""
    voorziening.vervolg, voorziening.vervolg_tekst = None, ""
    _to(voorziening, Status.INACTIEF, "weer begonnen")


def _to(voorziening: Voorziening, status: Status, onderdeel: str) -> None:
    voorziening.status = status
    voorziening.save(
        update_fields=[
            "status",
            "gestopt_op",
            "gestopt_reden",
            "vervolg",
            "vervolg_tekst",
            "gewijzigd_op",
        ]
    )
    record(logboek.Actie.UPDATE, voorziening, onderdeel)


@transaction.atomic
def add_period(*, uuid: UUID, voorziening: Voorziening, **words: Any) -> None:
    """Closed for a while; open again by itself. Sent twice, added once."""
    row = Sluitingsperiode(uuid=uuid, voorziening=voorziening, **words)
    if insert_once(row):
        touch(pk=voorziening.pk)
        record(logboek.Actie.UPDATE, voorziening, "tijdelijk dicht")


@transaction.atomic
def remove_period(*, periode: Sluitingsperiode) -> None:
    record(logboek.Actie.UPDATE, periode.voorziening, "tijdelijk dicht")
    touch(pk=periode.voorziening_id)
    periode.delete()


def follow_name(organisatie: Organisatie) -> None:
    """Its new name stands in the search vector of all it offers (docs/adr/0006)."""
    touch(organisatie=organisatie)
    rows = Voorziening.objects.filter(organisatie=organisatie)
    add_words(voorzieningen=list(rows.values_list("pk", flat=True)))


def follow_stop(organisatie: Organisatie) -> None:
    """What it has on the kaart stops with it, with its reason and who goes on. Beginning
    again is done one by one: each is looked at before it is shown."""
    next_one = organisatie.opvolger
    words = f"{next_one.naam} gaat verder met het werk." if next_one else ""
    rows = Voorziening.objects.on_kaart().filter(organisatie=organisatie)
    for row in rows.select_related("regio"):
        stop(
            voorziening=row,
            reden=organisatie.gestopt_reden,
            vervolg=None,
            vervolg_tekst=words,
        )


def record(actie: logboek.Actie, row: Voorziening, onderdeel: str = "") -> None:
    """The line in the log: of which provision, and what part of it."""
    logboek.record(
        actie,
        "voorziening",
        object_id=row.uuid,
        onderdeel=onderdeel,
        regio=row.regio.slug,
    )
