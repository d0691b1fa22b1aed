"""Keeping the numbers: those of a region by its beheerder, those of the country from the
files that ship with the product."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from basis.actor import current
from basis.constraints import insert_once
from logboek import services as logboek
from netwerk.choices import MagBellen
from netwerk.choices_hulp import Taal
from netwerk.models import Hulpnummer, Nummerwijziging, Zorgenadres
from netwerk.rules.hulp import dial
from netwerk.rules.hulplijnen import Landelijk, read
from toegang.models import Gemeente, Regio, Wijk

HULPNUMMER, ZORGENADRES = "hulpnummer", "zorgenadres"


@dataclass(frozen=True)
class Hulpregel:
    """What a beheerder keeps of a line of "Hulp nu"."""

    taal: str
    rubriek: str
    situatie: str
    uitleg: str
    nummer: str
    mag_bellen: str
    weg: str
    wanneer: str
    kosten: str
    kort: str
    volgorde: int


@dataclass(frozen=True)
class Zorgenregel:
    """What a beheerder keeps of an address about somebody else."""

    adres: str
    soorten: list[str]
    naam: str
    nummer: str
    mag_bellen: str
    weg: str
    wanneer: str
    kosten: str
    wat_dan: str
    gemeente: Gemeente | None
    wijk: Wijk | None
    volgorde: int


Regel = Hulpregel | Zorgenregel
Rij = Hulpnummer | Zorgenadres


@transaction.atomic
def add(*, uuid: UUID, regio: Regio, regel: Regel) -> None:
    """A number of the region, checked today: whoever writes it down just looked. Sent
    twice, added once."""
    model = Hulpnummer if isinstance(regel, Hulpregel) else Zorgenadres
    row = model(uuid=uuid, regio=regio, gecontroleerd_op=timezone.localdate())
    _fill(row, regel)
    if insert_once(row):
        _record(logboek.Actie.CREATE, row)


@transaction.atomic
def change(*, rij: Rij, regel: Regel) -> Nummerwijziging | None:
    """Other words, or another number; then what it was is kept, and given back."""
    before, was_public = rij.nummer, _is_public(rij)
    _fill(rij, regel)
    rij.gecontroleerd_op = timezone.localdate()
    rij.save(update_fields=[*vars(regel), "gecontroleerd_op"])
    _record(logboek.Actie.UPDATE, rij)
    same = dial(before) == dial(rij.nummer) and was_public <= _is_public(rij)
    return None if same or not before else _remember(rij, before, public=was_public)


@transaction.atomic
def remove(*, rij: Rij) -> Nummerwijziging | None:
    """Gone from every page; what it was is kept, for paper that still has it."""
    kept = None
    if rij.nummer:
        public, before = _is_public(rij), rij.nummer
        rij.nummer = ""
        kept = _remember(rij, before, public=public)
    _record(logboek.Actie.DELETE, rij)
    rij.delete()
    return kept


@transaction.atomic
def check(*, rij: Rij) -> None:
    """Somebody called it, or asked: it is right today."""
    rij.gecontroleerd_op = timezone.localdate()
    rij.save(update_fields=["gecontroleerd_op"])
    _record(logboek.Actie.UPDATE, rij, onderdeel="gecontroleerd")


def _fill(rij: Rij, regel: Regel) -> None:
    for name, value in vars(regel).items():
        setattr(rij, name, value)


def _remember(rij: Rij, before: str, *, public: bool) -> Nummerwijziging:
    """`nieuw` stays empty when there is no number for everybody in its place."""
    if rij.regio is None:
        raise ValueError("those of the country are kept in the files")
    return Nummerwijziging.objects.create(
        regio=rij.regio,
        soort=_kind(rij),
        wat=str(rij),
        openbaar=public,
        gemeente=getattr(rij, "gemeente", None),
        wijk=getattr(rij, "wijk", None),
        oud=before,
        nieuw=rij.nummer if _is_public(rij) else "",
        gewijzigd_op=timezone.now(),
        gewijzigd_door_id=current().persoon,
    )


def _is_public(rij: Rij) -> bool:
    return rij.mag_bellen in MagBellen.in_hulp_nu()


def _kind(rij: Rij) -> str:
    return HULPNUMMER if isinstance(rij, Hulpnummer) else ZORGENADRES


def _record(actie: logboek.Actie, rij: Rij, *, onderdeel: str = "") -> None:
    regio = rij.regio.slug if rij.regio else logboek.PLATFORM
    logboek.record(
        actie, _kind(rij), object_id=rij.uuid, regio=regio, onderdeel=onderdeel
    )


# --- those of the country ---------------------------------------------------------------
@transaction.atomic
def load_national() -> int:
    """Brings the national rows in line with the files; returns how many changed. A second
    time it changes nothing and writes no line."""
    changed = 0
    for taal in Taal.values:
        file = read(taal)
        for row in file.hulpnummers:
            words = _words(row, "rubriek situatie uitleg kort")
            words["gecontroleerd_op"] = file.gecontroleerd_op
            changed += _keep(Hulpnummer, {"sleutel": row.sleutel, "taal": taal}, words)
        there = Hulpnummer.objects.filter(regio=None, taal=taal)
        changed += there.exclude(
            sleutel__in=[row.sleutel for row in file.hulpnummers]
        ).delete()[0]
    file = read(Taal.NL)
    for row in file.zorgenadressen:
        words = _words(row, "adres naam wat_dan")
        words |= {
            "soorten": list(row.soorten),
            "gecontroleerd_op": file.gecontroleerd_op,
        }
        changed += _keep(Zorgenadres, {"sleutel": row.sleutel}, words)
    keys = [row.sleutel for row in file.zorgenadressen]
    gone = Zorgenadres.objects.filter(regio=None).exclude(sleutel__in=keys)
    changed += gone.delete()[0]
    if changed:
        logboek.record(logboek.Actie.UPDATE, "landelijke_nummers", object_id=changed)
    return changed


def _words(row: Landelijk, own: str) -> dict[str, object]:
    names = f"nummer weg wanneer kosten volgorde {own}".split()
    return {name: getattr(row, name) for name in names} | {
        "mag_bellen": MagBellen.IEDEREEN
    }


def _keep(model: type[Rij], key: dict[str, str], words: dict[str, object]) -> bool:
    """True when something had to change."""
    row = model.objects.filter(regio=None, **key).first() or model(**key)
    if row.pk and all(getattr(row, name) == value for name, value in words.items()):
        return False
    for name, value in words.items():
        setattr(row, name, value)
    row.save()
    return True
