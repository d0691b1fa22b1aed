"""Searches that found nothing, counted without a person (N6; docs/adr/0007).

There is no log line here, and that is meant: a line has a time, and would tie words to it.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from contextlib import suppress
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path

from django.contrib.postgres.search import SearchQuery
from django.core.cache import cache as memory
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from redis.exceptions import RedisError

from netwerk.models import Vergeefs, Voorziening, Zoeksynoniem
from netwerk.rules import vergeefs as rules
from toegang.models import Regio

OWN = Path(__file__).parent.parent / "content/vergeefs/woorden.txt"
SALT = "vergeefs:zout"
_SALT_BYTES = 32


def note_vain(*, regio: Regio | None, q: str, visit: str) -> None:
    """Somebody searched for `q` in this region and found nothing. `visit` tells visits of
    one day apart (netwerk.bezoek.visit_of). Never fails for what somebody typed; while
    Redis is away nothing is counted."""
    gezocht = rules.words_of(q, _known(regio)) if regio and visit else None
    if regio is None or gezocht is None:
        return
    if gezocht.gewist and _finds(regio, gezocht):
        return  # the words that are left were not in vain
    with suppress(RedisError):
        _count(regio, gezocht, visit)


def forget_visits() -> None:
    """Each night: the salt is thrown away, of the hashes only their number stays, and what
    fewer than five visits looked for in a quarter that is over is gone."""
    today = timezone.localdate()
    with suppress(RedisError):
        memory.delete(SALT)
    with transaction.atomic():
        Vergeefs.objects.filter(kwartaal__lt=rules.quarter(today), woorden="").delete()
        oldest = rules.quarters_back(today, rules.KWARTALEN - 1)
        Vergeefs.objects.filter(kwartaal__lt=oldest).delete()
        Vergeefs.objects.exclude(vandaag=[]).update(
            keer=F("keer") + F("vandaag__len"), vandaag=[]
        )


@transaction.atomic
def _count(regio: Regio, gezocht: rules.Gezocht, visit: str) -> None:
    row, _ = Vergeefs.objects.select_for_update().get_or_create(
        regio=regio,
        kwartaal=rules.quarter(timezone.localdate()),
        sleutel=key_of(regio, gezocht),
    )
    # another hash for other words: nobody sees that one visit looked for both
    about = _about(regio, gezocht)
    mark = hmac.new(_salt(), f"{about}\0{visit}".encode(), hashlib.sha256).hexdigest()
    if not memory.add(f"vergeefs:{mark}", 1, _until_midnight()):
        return
    if row.woorden:
        row.keer += 1
    elif mark not in row.vandaag:
        row.vandaag = sorted([*row.vandaag, mark])  # no order in which they came
        if row.keer + len(row.vandaag) >= rules.VANAF:
            row.keer += len(row.vandaag)
            row.woorden, row.vandaag = gezocht.tekst, []
    row.save(update_fields=["woorden", "keer", "vandaag"])


def key_of(regio: Regio, gezocht: rules.Gezocht) -> str:
    """Which words they are, for who has the key of this installation."""
    about = _about(regio, gezocht)
    return salted_hmac("netwerk.vergeefs", about, algorithm="sha256").hexdigest()


def _about(regio: Regio, gezocht: rules.Gezocht) -> str:
    return f"{regio.pk}\0{gezocht.sleutel}"


def _salt() -> bytes:
    """Of today; in memory only, and gone at midnight by itself."""
    memory.add(SALT, os.urandom(_SALT_BYTES), _until_midnight())
    found: bytes = memory.get(SALT)
    return found


def _until_midnight() -> int:
    now = timezone.localtime()
    tomorrow = now.date() + timedelta(days=1)
    midnight = datetime.combine(tomorrow, time(), tzinfo=now.tzinfo)
    return max(1, int((midnight - now).total_seconds()))


@cache
def _own_list() -> frozenset[str]:
    return rules.read_list(OWN.read_text())


def _known(regio: Regio | None) -> frozenset[str]:
    """Our list, and the synonyms that a region chose."""
    rows = Zoeksynoniem.objects.filter(Q(regio=None) | Q(regio=regio))
    words = {
        word
        for synoniem, also in rows.values_list("woord", "ook")
        for text in [synoniem, *also]
        for word in rules.fold(text).split()
    }
    return _own_list() | words


def _finds(regio: Regio, gezocht: rules.Gezocht) -> bool:
    """Whether the kaart of the region has something with these words after all."""
    words = SearchQuery(gezocht.tekst, config="nk_taal")
    return Voorziening.objects.on_kaart().filter(regio=regio, zoek=words).exists()
