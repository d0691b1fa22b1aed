"""Lists of words of others, and their terms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from netwerk.models import Taxonomie, Term
from netwerk.rules import hsds_velden as velden
from netwerk.rules.hsds_pakket import KRING, Knoop, in_a_ring
from netwerk.rules.hsds_plan import GELIJK, NIEUW, VERANDERD, WOORD, Regel
from netwerk.rules.hsds_velden import Veld, naar
from netwerk.rules.hsds_vorm import VAN_ONS
from netwerk.rules.hsds_waarden import is_empty

from .inlezing import Inlezing, Node, Register
from .rijen import fill

FIELDS: dict[type[Any], tuple[Veld, ...]] = {
    Taxonomie: velden.TAXONOMY,
    Term: velden.TERM,
}


def read(inlezing: Inlezing) -> None:
    lists = Taxonomie.objects.filter(regio=inlezing.regio)
    inlezing.recognise(inlezing.taxonomieen, lists)
    for key, node in inlezing.taxonomieen.records.items():
        row = _keep(inlezing, inlezing.taxonomieen, key, _plain(node), Taxonomie)
        _note(inlezing, row)
    terms = Term.objects.filter(regio=inlezing.regio)
    inlezing.recognise(inlezing.termen, terms.select_related("taxonomie", "boven"))
    for key, node in inlezing.termen.records.items():
        _term(inlezing, key, node)
    _check_rings(inlezing, terms)


def _keep(
    inlezing: Inlezing, register: Register, key: str, plain: Node, model: type[Any]
) -> Any:
    row = register.rows.get(key)
    columns, rest = naar(FIELDS[model], plain, row.hsds if row else {})
    values = columns | {"hsds": rest}
    if row is None:
        row = model(regio=inlezing.regio, uuid=register.ids[key])
        values |= inlezing.bron_of(register.records[key])
    if fill(row, values) or row.pk is None:
        inlezing.rijen.keep(row)
    register.rows[key] = row
    return row


def _term(inlezing: Inlezing, key: str, node: Knoop) -> None:
    """Its list and the term above it are rows of ours; those that are not in the package
    stay as it came. A reference that is named and empty says that there is none."""
    plain = _plain(node)
    list_, parent = (str(plain.get(k) or "") for k in ("taxonomy_id", "parent_id"))
    if list_ in inlezing.taxonomieen.records:
        del plain["taxonomy_id"]
    if parent in inlezing.termen.records:
        del plain["parent_id"]
    row: Term = _keep(inlezing, inlezing.termen, key, plain, Term)
    above = inlezing.taxonomieen.rows.get(list_)
    if row.taxonomie != above and (
        above is not None or _is_cleared(node, "taxonomy_id")
    ):
        row.taxonomie = above
        inlezing.rijen.change(row)
    now = str(row.boven.uuid) if row.boven_id and row.boven else ""
    if parent in inlezing.termen.ids and now != inlezing.termen.ids[parent]:
        inlezing.rijen.later.append((row, "boven", inlezing.termen.later(parent)))
        inlezing.rijen.change(row)
    elif now and _is_cleared(node, "parent_id"):
        row.boven = None
        inlezing.rijen.change(row)
    _note(inlezing, row)


def _is_cleared(node: Node, key: str) -> bool:
    return key in node and is_empty(node[key])


def _note(inlezing: Inlezing, row: Any) -> None:
    is_changed = row.pk in inlezing.rijen.changed[type(row)]
    wat = NIEUW if row.pk is None else VERANDERD if is_changed else GELIJK
    inlezing.plan.regels.append(Regel(WOORD, row.naam, wat))


def _check_rings(inlezing: Inlezing, terms: QuerySet[Term]) -> None:
    """A package that is right by itself (hsds_pakket.py) may close a ring with what we
    have."""
    termen = inlezing.termen
    tied = {str(row.uuid): ref for row, ref in _ties(inlezing)}
    if not tied:
        return
    cleared = [
        termen.ids[key]
        for key, node in termen.records.items()
        if _is_cleared(node, "parent_id")
    ]
    hanging = terms.exclude(boven=None).exclude(uuid__in=cleared)
    there = hanging.values_list("uuid", "boven__uuid")
    above = {str(uuid): str(boven) for uuid, boven in there} | tied
    told = {*in_a_ring(tied)}
    for ours in in_a_ring(above):
        key = termen.key_of(ours)
        if ours in tied and ours not in told and key is not None:
            inlezing.fault(termen.records[key], "parent_id", KRING)


def _ties(inlezing: Inlezing) -> Iterator[tuple[Term, str]]:
    for key, node in inlezing.termen.records.items():
        parent = str(node.get("parent_id") or "")
        if parent in inlezing.termen.ids:
            yield inlezing.termen.rows[key], inlezing.termen.ids[parent]


def _plain(node: Knoop) -> Node:
    return {key: value for key, value in node.items() if key not in {"id", *VAN_ONS}}
