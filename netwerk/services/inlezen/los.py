"""Rows that hang on nothing we know: kept as they came, but for those about a secret place."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from netwerk.models import Locatie, Pakketrij
from netwerk.rules.hsds_los import hanging_on, inward, outside_id
from netwerk.rules.hsds_vergelijken import differs, said

from .inlezing import Inlezing


def read(inlezing: Inlezing) -> None:
    rows = inlezing.pakket.los
    if not rows:
        return
    there, own = _known(inlezing)
    secret = hanging_on(
        "location",
        _secret_places(inlezing),
        ((n, table, node) for n, (table, node) in enumerate(rows)),
    )
    for n, (table, node) in enumerate(rows):
        if n in secret:
            continue
        came = said(node)
        as_it_came = inward(came, own)
        key = _key(came)
        row = there.get((table, key)) or there.get((table, _key(as_it_came)))
        if row is not None and row.bron != inlezing.bron:
            came = as_it_came
        if row is None:
            row = Pakketrij(
                regio=inlezing.regio, bron=inlezing.bron, tabel=table[:80], sleutel=key
            )
            there[table, key] = row
            inlezing.rijen.keep(row)
        elif differs(row.rij, came):
            inlezing.rijen.change(row)
        row.rij = came


def _key(row: dict[str, Any]) -> str:
    words = json.dumps(row, sort_keys=True, ensure_ascii=False)
    return str(row.get("id") or hashlib.sha256(words.encode()).hexdigest())[:200]


def _known(
    inlezing: Inlezing,
) -> tuple[dict[tuple[str, str], Pakketrij], dict[str, Any]]:
    """Rows by table and what this package calls them, and the ids of those that it calls
    otherwise: our own package has rows of others, under ids of ours."""
    rows = Pakketrij.objects.filter(regio=inlezing.regio)
    if inlezing.bron:
        rows = rows.filter(bron=inlezing.bron)
        return {(row.tabel, row.sleutel): row for row in rows}, {}
    there, own = {}, {}
    for row in rows.order_by("-bron", "pk"):  # ours last: they win
        name = row.sleutel
        if row.bron and row.rij.get("id"):
            name = outside_id(row.bron, row.tabel, row.sleutel)
            own[name] = row.rij["id"]
        there[row.tabel, name] = row
    return there, own


def _secret_places(inlezing: Inlezing) -> set[str]:
    """As this package calls them; it need not have them itself."""
    here = {key for key, row in inlezing.locaties.rows.items() if row.geheim}
    known = Locatie.objects.filter(regio=inlezing.regio, geheim=True)
    if inlezing.bron:
        known = known.filter(bron=inlezing.bron)
        return here | set(known.values_list("bron_id", flat=True))
    return here | {str(uuid) for uuid in known.values_list("uuid", flat=True)}
