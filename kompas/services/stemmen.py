"""Ballots: a save that may come twice, late or out of order, and closing that cuts (K7).

Nothing here writes a log line, on purpose: a line with a person and a time would be the
tie between a person and a ballot that this design is there to prevent (docs/adr/0004).
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from basis import crypto
from basis.disclosure import VEILIG
from kompas.choices import Weergave
from kompas.models import Ronde
from kompas.selectors.deelname import Deelnemer, joined_per_card, open_key

__all__ = [
    "Bewaard",
    "Uitslag",
    "cut",
    "new_key",
    "open_key",
    "save_stelling",
    "save_vraag",
    "save_werkwijzen",
]

EERSTE_BEURT = 1  # the second scoring, after the talk, is turn 2 on the same ballot


class Uitslag(StrEnum):
    """What became of an answer."""

    BEWAARD = "bewaard"  # also when the same was there already
    OUD = "oud"  # another device or tab was later: nothing changed
    OPEN = "open"  # too late: the outcome of the card is open
    GESLOTEN = "gesloten"  # too late: the round is closed
    ONBEKEND = "onbekend"  # no such statement on a card of this participant


@dataclass(frozen=True)
class Bewaard:
    uitslag: Uitslag
    versie: int = 0  # of what is kept now; 0 when nothing is


def new_key(uuid_of_ronde: uuid.UUID) -> tuple[str, bytes]:
    """(`sleutel_naam`, `sleutel_box`) for a round that starts."""
    return crypto.key_ring().wrap(crypto.new_key(), str(uuid_of_ronde))


def save_stelling(
    *,
    deelnemer: Deelnemer,
    kaart: str,
    stelling: int,
    keuze: str,
    opmerking: str,
    versie: int,
    nu: bool,
) -> Bewaard:
    """Keeps an answer to statement `stelling` (its place on card `kaart`, a theme's key).

    `versie` is counted by the device: the highest wins. `nu`: a person pressed the button
    at this moment, so what they chose is kept whatever the count says. An empty `keuze`
    takes the answer back.
    """
    return _save(
        "stemmen_bewaar_stelling",
        deelnemer,
        kaart,
        [stelling, EERSTE_BEURT, keuze, opmerking, versie, nu],
    )


def save_vraag(
    *,
    deelnemer: Deelnemer,
    kaart: str,
    vraag: int,
    tekst: str,
    versie: int,
    nu: bool,
) -> Bewaard:
    """Keeps the answer to open question number `vraag`."""
    return _save("stemmen_bewaar_vraag", deelnemer, kaart, [vraag, tekst, versie, nu])


def save_werkwijzen(
    *,
    deelnemer: Deelnemer,
    kaart: str,
    answers: Sequence[tuple[str, str, int]],
    nu: bool = False,
) -> dict[str, Bewaard]:
    """Keeps whether the region uses working methods: (key, use, count) of each.

    All in one statement; what became of each, by its key. The whole page is sent at once,
    so without `nu`: what was not touched here must not overwrite another tab.
    """
    keys = [key for key, _, _ in answers]
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        _mark_day(deelnemer.ronde)
        cursor.execute(
            "SELECT s.naam, r.* FROM unnest(%s::text[], %s::text[], %s::bigint[])"
            " AS s (naam, gebruik, versie), LATERAL stemmen_bewaar_werkwijze("
            "%s, %s, %s, %s, s.naam, s.gebruik, s.versie, %s) AS r",
            [
                keys,
                [gebruik for _, gebruik, _ in answers],
                [versie for _, _, versie in answers],
                *_where(deelnemer, kaart),
                nu,
            ],
        )
        rows = cursor.fetchall()
    return {naam: Bewaard(Uitslag(word), versie or 0) for naam, word, versie in rows}


def cut(*, ronde: Ronde) -> bool:
    """Closes a round for good; False when it was closed already.

    In one transaction the key goes, and every answer gets a slip of its own, with a new
    name, in the order of those names: what somebody answered to one statement leads to
    nothing else they answered. Where groups are shown only "veilig" and one of them is
    too small, the group comes off all slips of that card: with it off the small group
    alone, what is left over would name it.
    """
    with transaction.atomic():
        closed = Ronde.objects.select_for_update().get(pk=ronde.pk)
        if not closed.open:
            return False
        # saves hold their card until they commit: after this none is under way
        kaarten = closed.kaarten.order_by("pk").select_for_update()
        hidden = _too_small(kaarten, joined_per_card(closed), closed)
        for kind in ("stellingen", "vragen", "werkwijzen"):
            _call(f"SELECT stemmen_los_{kind}(%s, %s)", [closed.pk, hidden])
        _call("SELECT stemmen_vergeet(%s)", [closed.pk])
        closed.gesloten_op = timezone.now()
        closed.code = closed.sleutel_naam = ""
        closed.sleutel_box = None
        closed.save(
            update_fields=["gesloten_op", "code", "sleutel_naam", "sleutel_box"]
        )
    ronde.refresh_from_db()
    return True


def _too_small(
    kaarten: Any, sizes: Mapping[int, Mapping[str, int]], ronde: Ronde
) -> list[int]:
    """Themes whose slips lose their group: the stricter of round and card decides."""
    return [
        kaart.thema_id
        for kaart in kaarten
        if Weergave.VEILIG in (kaart.weergave, ronde.weergave)
        and any(n < VEILIG.groep_vanaf for n in sizes[kaart.thema_id].values())
    ]


def _save(function: str, who: Deelnemer, kaart: str, answer: list[Any]) -> Bewaard:
    params = [*_where(who, kaart), *answer]
    places = ", ".join(["%s"] * len(params))
    with transaction.atomic(savepoint=False):  # two round trips less inside a request
        _mark_day(who.ronde)
        kept = _call(f"SELECT * FROM {function}({places})", params)  # noqa: S608
    uitslag, versie = kept
    return Bewaard(Uitslag(uitslag), versie or 0)


def _where(who: Deelnemer, kaart: str) -> list[Any]:
    return [who.ronde.pk, who.kenmerk, who.groepen, kaart]


def _mark_day(ronde: Ronde) -> None:
    """The day of the last answer, at most once a day, and never waiting for anybody: who
    finds the row locked leaves it, because the other is writing the same day."""
    today = timezone.localdate()
    if ronde.laatste_antwoord_dag == today:
        return
    stale = Q(laatste_antwoord_dag=None) | ~Q(laatste_antwoord_dag=today)
    free = Ronde.objects.filter(stale, pk=ronde.pk).select_for_update(
        skip_locked=True, no_key=True
    )
    Ronde.objects.filter(pk__in=free.values("pk")).update(laatste_antwoord_dag=today)


def _call(sql: str, params: list[Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchone()
