"""Addresses and accessibility of a location: our columns are one of what came, and go out at
the place where that came in."""

from __future__ import annotations

from typing import Any

from netwerk.models import Locatie
from netwerk.rules import hsds_velden as velden
from netwerk.rules.hsds_velden import uit
from netwerk.rules.hsds_woorden import made_id

Node = dict[str, Any]


def addresses(row: Locatie) -> list[Node]:
    kept = row.hsds.get("addresses", [])
    found = [_address(row, rest) if rest.get("_hier") else rest for rest in kept]
    has_own = any(rest.get("_hier") for rest in kept)
    if has_own or not any((row.adres, row.adres_2, row.postcode, row.plaats)):
        return found
    kind = velden.LOCATION[0].schrijf(row.soort)
    made: Node = {"id": str(made_id("adres", row.uuid)), "address_type": kind}
    return [made | _address(row, {}), *found]


def _address(row: Locatie, rest: Node) -> Node:
    said = {key: value for key, value in rest.items() if key != "_hier"}
    return {"id": str(made_id("adres", row.uuid)), **uit(velden.ADRES, row, said)} | {
        "country": said.get("country", row.land)
    }


def accessibility(row: Locatie) -> list[Node]:
    """As it came, until somebody changed it here."""
    kept = row.hsds.get("accessibility", [])
    if in_words(kept) == row.toegankelijk:
        return list(kept)
    return [
        {"id": str(made_id("toegankelijk", row.uuid, word)), "description": word}
        for word in row.toegankelijk
    ]


def in_words(came: Any) -> list[str]:
    """What our column has of the accessibility that came."""
    rows = came if isinstance(came, list) else []
    words = (row.get("description") for row in rows if isinstance(row, dict))
    return [word for word in words if isinstance(word, str) and 0 < len(word) <= 200]  # noqa: PLR2004 - column
