"""A file between its preview and the yes: kept for an hour, carried out once.

What is small is done at once, in the request. The rest is done by a worker as the person
who asked (basis/werk.py): while it is at it, it holds the row, so nobody else takes it, and
what it did is kept together with the row that says so, or not at all.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from basis import werk
from basis.queue import enqueue
from basis.werk import Stand
from logboek import services as logboek
from netwerk.models import Importvoorbeeld
from netwerk.rules.archief import size_inside
from netwerk.rules.bladcellen import Ingelezen
from netwerk.rules.hsds_gezien import shown, to_check
from netwerk.rules.hsds_plan import Plan
from toegang.models import Gebruiker, Regio
from toegang.roles import who_asked

from . import uitwisselen

Wat = Importvoorbeeld.Wat
ACT = "kaart.uitwisselen"
DO = "netwerk.tasks.do_import"
KEPT = timedelta(hours=1)  # while somebody thinks about the preview
KEPT_ASKED = timedelta(days=1)  # while a worker has to come to it
KEPT_AFTER = timedelta(days=1)  # the outcome, without the file
LEASE = timedelta(minutes=1)  # between taking the row and holding it
SMALL = 200_000  # bytes, unpacked: some hundred rows, done in about a second
NIET_GELUKT = (
    "Het lukt nu niet. Er is niets ingelezen. Probeer het later nog eens, of deel het"
    " bestand in stukken."
)
NIET_MEER = (
    "Er is niets ingelezen: wie erom vroeg, mag dit nu niet meer. Vraag het iemand die de"
    " regio beheert."
)


class Veranderd(Exception):
    """This is not what was seen: nothing was asked for."""


# --- what somebody asks


@transaction.atomic
def keep(
    *, uuid: UUID, regio: Regio, door: Gebruiker, naam: str, inhoud: bytes, bron: str
) -> Importvoorbeeld:
    """Sent twice, kept once. Older ones go."""
    forget()
    row, new = Importvoorbeeld.objects.get_or_create(
        uuid=uuid,
        defaults={
            "regio": regio,
            "door": door,
            "naam": naam[:255],
            "inhoud": inhoud,
            "bron": bron,
            **_asked(Wat.NAKIJKEN),
        },
    )
    if new:
        logboek.record(
            logboek.Actie.CREATE,
            "importvoorbeeld",
            object_id=row.uuid,
            regio=regio.slug,
        )
        _start(row)
    return row


@transaction.atomic
def answer(*, voorbeeld: Importvoorbeeld, datums: str) -> None:
    row = _held(voorbeeld)
    if row is not None:
        row.antwoorden = {"datums": datums}
        _ask(row, Wat.NAKIJKEN)


@transaction.atomic
def carry_out(*, voorbeeld: Importvoorbeeld, afdruk: str) -> None:
    """Once; a second yes, or one while it is being done, does nothing. Raises Veranderd
    when `afdruk` is not that of the preview, or the preview may not be carried out. When
    the kaart changed since, nothing happens and the preview says so."""
    row = _held(voorbeeld)
    if row is None:
        return
    if not row.gezien.get("mag") or row.afdruk != afdruk:
        raise Veranderd
    _ask(row, Wat.INLEZEN)


def _held(voorbeeld: Importvoorbeeld) -> Importvoorbeeld | None:
    """When nothing is asked of it at this moment and nothing was done."""
    row = _locked(Importvoorbeeld.objects.filter(pk=voorbeeld.pk))
    if row is None or row.volgende_poging_op or row.uitgevoerd_op or not row.inhoud:
        return None
    return row


def _locked(rows: Any) -> Importvoorbeeld | None:
    found: Importvoorbeeld | None = (
        rows.select_related("regio")
        .select_for_update(of=("self",), no_key=True)
        .first()
    )
    return found


def _asked(wat: Wat) -> dict[str, Any]:
    return werk.asked() | {"wat": wat, "tot": timezone.now() + KEPT_ASKED}


def _ask(row: Importvoorbeeld, wat: Wat) -> None:
    for name, value in _asked(wat).items():
        setattr(row, name, value)
    row.save()
    _start(row)


def _start(row: Importvoorbeeld) -> None:
    if size_inside(bytes(row.inhoud)) <= SMALL:
        _do(row)
    else:
        enqueue(DO, str(row.uuid))


# --- what a worker does


@transaction.atomic
def take(*, uuid: UUID) -> Importvoorbeeld | None:
    """None when it is done, given up, or in other hands."""
    rows = Importvoorbeeld.objects.kept().filter(uuid=uuid)
    row = werk.take(rows, lease=LEASE, te_vaak=NIET_GELUKT)
    if row is not None and row.stand == Stand.MISLUKT:
        _given_up(row)
        return None
    return row


@transaction.atomic
def perform(row: Importvoorbeeld) -> None:
    """As who asked, whose right is looked at again. Does nothing when the row is in other
    hands by now."""
    mine = _locked(werk.mine(row))
    if mine is None:
        return
    user = who_asked(mine.gevraagd_als)
    if user is None or not Regio.objects.allowed(user, ACT).filter(pk=mine.regio_id):
        _close(mine, NIET_MEER)
        return
    _do(mine)


@transaction.atomic
def put_back(row: Importvoorbeeld) -> None:
    """Something broke: somebody tries again in a while, or it was enough."""
    if not werk.put_back(row):
        mine = _locked(werk.mine(row))
        if mine is not None:
            _close(mine, NIET_GELUKT)


def wake_waiting() -> None:
    """Each minute: what a worker that died, or a broker that was away, left behind."""
    waiting = werk.waiting(Importvoorbeeld.objects.kept(), timezone.now())
    for uuid in waiting.values_list("uuid", flat=True):
        enqueue(DO, str(uuid))


def _close(row: Importvoorbeeld, reden: str) -> None:
    werk.close(row, reden)
    _given_up(row)


def _given_up(row: Importvoorbeeld) -> None:
    _empty(row)
    row.save()
    logboek.record(
        logboek.Actie.UPDATE,
        "importvoorbeeld",
        object_id=row.uuid,
        onderdeel=row.wat,
        regio=row.regio.slug,
        uitkomst=logboek.Uitkomst.MISLUKT,
    )


def _empty(row: Importvoorbeeld) -> None:
    """Of the file nothing stays."""
    row.inhoud, row.gezien, row.nakijken = b"", {}, []


# --- the work


def _do(row: Importvoorbeeld) -> None:
    """In the transaction of who holds the row."""
    if row.wat == Wat.INLEZEN:
        uitwisselen.hold_still(row.regio)
    found = _read(row)
    if row.wat == Wat.INLEZEN and not found.vragen:
        try:
            plan = uitwisselen.take_in(
                pakket=found.pakket, regio=row.regio, bron=row.bron, gezien=row.afdruk
            )
        except (uitwisselen.Fouten, uitwisselen.Anders) as other:
            _show(row, found, other.plan, anders=True)
        else:
            _done(row, plan)
        return
    plan = uitwisselen.preview(pakket=found.pakket, regio=row.regio, bron=row.bron)
    _show(row, found, plan, anders=row.wat == Wat.INLEZEN)


def _read(row: Importvoorbeeld) -> Ingelezen:
    data = bytes(row.inhoud)
    if uitwisselen.is_sheet(row.naam, data):
        datums = row.antwoorden.get("datums", "")
        return uitwisselen.read_sheet(data, datums, regio=row.regio, bron=row.bron)
    return Ingelezen(uitwisselen.read_file(row.naam, data))


def _show(row: Importvoorbeeld, found: Ingelezen, plan: Plan, *, anders: bool) -> None:
    row.wat = Wat.NAKIJKEN
    row.gezien = shown(found, plan, anders=anders)
    row.nakijken = to_check(found, plan)
    row.afdruk = plan.afdruk
    _ready(row, KEPT)


def _done(row: Importvoorbeeld, plan: Plan) -> None:
    _empty(row)
    row.uitkomst = plan.tellingen
    row.uitgevoerd_op = timezone.now()
    _ready(row, KEPT_AFTER)


def _ready(row: Importvoorbeeld, kept: timedelta) -> None:
    now = timezone.now()
    row.stand, row.volgende_poging_op, row.klaar_op = Stand.KLAAR, None, now
    row.tot = now + kept
    row.save()


def forget() -> None:
    """Each night: what nobody said yes to."""
    Importvoorbeeld.objects.over().delete()
