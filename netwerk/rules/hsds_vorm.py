"""The last step out and the first step in: what HSDS wants to see and we do not keep.

Between them stands the plain form: a record as it is stored, without what can be reckoned
from it (our own lists as taxonomy terms, a waiting time in words, closed for now).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from datetime import date, timedelta
from typing import Any

from .hsds_woorden import (
    GESLOTEN,
    OWN_TAXONOMIES,
    OWN_TERMS,
    TAXONOMIEEN,
    made_id,
    taxonomy_id,
    term_id,
)

Node = dict[str, Any]
DAY = timedelta(days=1)
Labels = Mapping[str, Mapping[str, str]]
DAILY, EVERY_DAY = "DAILY", "MO,TU,WE,TH,FR,SA,SU"
# said by us about a record, never taken over from a package of somebody else
VAN_ONS = ("nk_pagina", "nk_bron", "nk_bron_id", "last_modified")
ADRES_VERPLICHT = ("address_1", "city", "state_province", "postal_code", "country")


# --- out


def publish_service(node: Node, *, labels: Labels, today: date, pagina: str) -> Node:
    """A service as others read it; its lists are those of `node`, made ready too."""
    out = dict(node)
    if out.get("status") == "active" and is_closed(
        out.get("nk_sluitingsperiodes", ()), today
    ):
        out["status"] = GESLOTEN
    if out.get("nk_wachttijden"):
        out["wait_time"] = waits_in_words(out["nk_wachttijden"])
    checked = {c["veld"]: c["gecontroleerd_op"] for c in out.get("nk_controles", ())}
    if "rest" in checked:
        out["assured_date"] = checked["rest"]
    out["attributes"] = [
        *own_attributes(out, labels),
        *out.get("attributes", ()),
    ]
    if pagina:
        out["nk_pagina"] = pagina
    return publish(out)


VAN_GESTOPT = (
    *("id", "name", "status", "last_modified", "nk_gestopt_op", "nk_gestopt_reden"),
    *("nk_vervolg", "nk_vervolg_tekst", "nk_pagina", "nk_bron", "nk_bron_id"),
)


def stopped(node: Node) -> Node:
    """Of what is not on the kaart any more: since when, why, and where to go instead. As
    on its page: no address, number or hours, because nobody should go there."""
    whose = {key: node["organization"][key] for key in ("id", "name", "description")}
    words = {key: node[key] for key in VAN_GESTOPT if key in node}
    return words | {"organization": whose}


def publish(node: Node) -> Node:
    """What is written another way in HSDS, in this record and in all that hangs on it."""
    out = dict(node)
    for key, value in out.items():
        if isinstance(value, list):
            out[key] = [publish(v) if isinstance(v, dict) else v for v in value]
        elif isinstance(value, dict):
            out[key] = publish(value)
    if "schedules" in out:
        out["schedules"] = [_plain_freq(row) for row in out["schedules"]]
    if "addresses" in out:
        empty = dict.fromkeys(ADRES_VERPLICHT, "")
        out["addresses"] = [
            {**row, **{k: row.get(k, v) for k, v in empty.items()}}
            for row in out["addresses"]
        ]
    return out


def _plain_freq(row: Node) -> Node:
    """HSDS knows weekly and monthly; every day is all days of the week."""
    if row.get("freq") != DAILY:
        return row
    out = {key: value for key, value in row.items() if key != "freq"}
    out["nk_herhaling"] = DAILY
    if row.get("interval") in {None, 1} and not row.get("byday"):
        out |= {"freq": "WEEKLY", "byday": EVERY_DAY}
    return out


def is_closed(periods: Iterable[Mapping[str, Any]], day: date) -> bool:
    today = day.isoformat()
    return any(p["van"] <= today <= (p.get("tot") or today) for p in periods)


def last_turn(periods: Sequence[tuple[date, date | None]], today: date) -> date | None:
    """The last day, up to today, on which it closed or opened again by itself."""
    turns = {van for van, _ in periods if van <= today}
    turns |= {tot + DAY for _, tot in periods if tot and tot < today}
    return max(turns, default=None)


def waits_in_words(waits: Iterable[Mapping[str, Any]]) -> str:
    """The newest of each phase and target group, with its date: a waiting time without
    one says nothing."""
    newest: dict[tuple[str, str], Mapping[str, Any]] = {}
    for wait in sorted(waits, key=lambda w: w["gemeten_op"]):
        newest[wait["fase"], wait.get("doelgroep", "")] = wait
    return "; ".join(
        f"{wait['fase']}{_group(wait)}: {wait['weken_van']}-{wait['weken_tot']} weken"
        f" ({wait['gemeten_op']})"
        for wait in newest.values()
    )


def _group(wait: Mapping[str, Any]) -> str:
    return f" {wait['doelgroep']}" if wait.get("doelgroep") else ""


def own_attributes(node: Node, labels: Labels) -> list[Node]:
    return [
        {
            "id": str(made_id("kenmerk", node["id"], key, value)),
            "link_entity": "service",
            "value": value,
            "taxonomy_term": own_term(key, value, labels),
        }
        for key, *_ in TAXONOMIEEN
        for value in node.get(key, ())
        if value in labels[key]
    ]


def own_term(key: str, value: str, labels: Labels) -> Node:
    return {
        "id": term_id(key, value),
        "code": value,
        "name": labels[key][value],
        "description": labels[key][value],
        "language": "nl",
        "taxonomy_detail": own_taxonomy(key),
    }


def own_taxonomy(key: str) -> Node:
    naam, wat = next((n, w) for k, _, n, w in TAXONOMIEEN if k == key)
    return {"id": taxonomy_id(key), "name": naam, "description": wat}


# --- in


def unpublish_service(node: Node) -> Node:
    """Back to the plain form; `node` itself stays as it is."""
    out = copy(node)
    if out.get("nk_wachttijden"):
        out.pop("wait_time", None)
    if out.get("status") == GESLOTEN and "nk_sluitingsperiodes" in out:
        out["status"] = "active"
    if "nk_controles" in out:
        out.pop("assured_date", None)
    if "attributes" in out and isinstance(out["attributes"], list):
        _take_own(out)
    return out


def _take_own(out: Node) -> None:
    """Our own lists that came as attributes; of who does not know our properties these
    are all there is of them."""
    others: list[Any] = []
    found: dict[str, list[str]] = {}
    for row in out["attributes"]:
        term = own_value(row)
        if term is None:
            others.append(row)
        else:
            found.setdefault(term[0], []).append(term[1])
    out["attributes"] = others
    for key, values in found.items():
        out.setdefault(key, values)


def own_value(attribute: Any) -> tuple[str, str] | None:
    """The key and value when this is a term of ours."""
    if not isinstance(attribute, dict):
        return None
    term = attribute.get("taxonomy_term")
    there = term.get("id") if isinstance(term, dict) else None
    return OWN_TERMS.get(str(there or attribute.get("taxonomy_term_id") or ""))


def unpublish_schedule(row: Node) -> Node:
    if row.get("nk_herhaling") != DAILY:
        return row
    out = copy(row)
    del out["nk_herhaling"]
    out["freq"] = DAILY
    if out.get("byday") == EVERY_DAY:
        out["byday"] = ""
    return out


def is_ours(node: Mapping[str, Any]) -> bool:
    """A taxonomy or term of our own lists."""
    there = str(node.get("id", ""))
    return there in OWN_TERMS or there in OWN_TAXONOMIES
