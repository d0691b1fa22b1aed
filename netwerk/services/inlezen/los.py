"""Rows that hang on nothing we know: kept as they came, but for those about a secret place."""

from __future__ import annotations

import hashlib
import json

from netwerk.models import Locatie, Pakketrij
from netwerk.rules.hsds_los import hanging_on
from netwerk.rules.hsds_vergelijken import differs, said

from .inlezing import Inlezing


def read(inlezing: Inlezing) -> None:
    rows = inlezing.pakket.los
    if not rows:
        return
    there = {
        (row.tabel, row.sleutel): row
        for row in Pakketrij.objects.filter(regio=inlezing.regio, bron=inlezing.bron)
    }
    secret = hanging_on(
        "location",
        _secret_places(inlezing),
        ((n, table, node) for n, (table, node) in enumerate(rows)),
    )
    for n, (table, node) in enumerate(rows):
        if n in secret:
            continue
        came = said(node)
        words = json.dumps(came, sort_keys=True, ensure_ascii=False)
        key = str(node.get("id") or hashlib.sha256(words.encode()).hexdigest())[:200]
        row = there.get((table, key))
        if row is None:
            row = Pakketrij(
                regio=inlezing.regio, bron=inlezing.bron, tabel=table[:80], sleutel=key
            )
            there[table, key] = row
            inlezing.rijen.keep(row)
        elif differs(row.rij, came):
            inlezing.rijen.change(row)
        row.rij = came


def _secret_places(inlezing: Inlezing) -> set[str]:
    """As this package calls them; it need not have them itself."""
    here = {key for key, row in inlezing.locaties.rows.items() if row.geheim}
    known = Locatie.objects.filter(regio=inlezing.regio, geheim=True)
    if inlezing.bron:
        known = known.filter(bron=inlezing.bron)
        return here | set(known.values_list("bron_id", flat=True))
    return here | {str(uuid) for uuid in known.values_list("uuid", flat=True)}
