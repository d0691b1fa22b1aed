"""Saving a piece of a plan: nothing lost, whoever saves at the same time (P3).

Who acts comes from the transaction. Each save is a version and a line in the trace, in the
same transaction as the words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.utils import timezone

from basis.actor import asker
from basis.constraints import broken_constraint, insert_once
from clientplan.models import PlanItem, Versie
from clientplan.selectors.stukken import words_at
from clientplan.services.actor import who_acts
from logboek.services import Actie
from netwerk.services.spoor import trace

Item = TypeVar("Item", bound=PlanItem)
Words = dict[str, str]
TRIES = 5  # to save on top of who was first, before both texts are shown


@dataclass
class Conflict(Exception):
    """Somebody saved in between. Both texts are here; nothing was written."""

    theirs: PlanItem
    mine: Words


class Gone(Exception):
    """The piece is not there any more, or not for who saves."""


@transaction.atomic
def add_item(item: Item, *, words: Words, **fields: Any) -> Item:
    """A new piece; `item.uuid` comes from the form, so that a second click adds nothing.

    Raises Conflict when a piece of that uuid is there with other words, and when there can
    be one only and it is there. Whether who acts
    may, the policy of the table decides (the database's own refusal goes up).
    """
    item.words = words
    for name, value in fields.items():
        setattr(item, name, value)
    item.gewijzigd_op, item.gewijzigd_door = timezone.now(), who_acts()
    model: Any = type(item)
    rows = model.objects.visible_to(who_acts()).select_related("client")
    try:
        added = insert_once(item)
    except IntegrityError as error:  # of what a client has one of
        if not (broken_constraint(error) or "").endswith("_one_per_client"):
            raise
        raise Conflict(rows.get(client=item.client), words) from error
    if added:
        _keep_version(item, Actie.CREATE)
        return item
    theirs = rows.filter(uuid=item.uuid).first()
    if theirs is None:
        raise Gone
    if theirs.words != item.words:
        raise Conflict(theirs, words)
    return item


@transaction.atomic
def save_item(item: Item, *, words: Words, based_on: int, **fields: Any) -> Item:
    """Saves what was made from number `based_on`. Raises Conflict when somebody saved in
    between, Gone when the piece is not there any more or not writable."""
    me = who_acts()
    model: Any = type(item)
    if item.words != dict.fromkeys(item.WOORDEN, "") | words:
        item.words = words  # else the same box: who agreed to these words still does
    for name, value in fields.items():
        setattr(item, name, value)
    item.nummer, item.gewijzigd_op, item.gewijzigd_door = (
        based_on + 1,
        timezone.now(),
        me,
    )
    rows = model.objects.writable_by(me)
    changed = rows.filter(pk=item.pk, nummer=based_on).update(
        nummer=item.nummer,
        woorden_box=item.woorden_box,
        gewijzigd_op=item.gewijzigd_op,
        gewijzigd_door=me,
        **fields,
    )
    if not changed:
        theirs = rows.filter(pk=item.pk).select_related("client").first()
        if theirs is None:
            raise Gone
        raise Conflict(theirs, words)
    _keep_version(item, Actie.UPDATE)
    return item


@transaction.atomic
def save_apart(item: Item, *, words: Words, based_on: int, **fields: Any) -> Item:
    """Saves some words of a piece in which each stands by itself (a story): what others
    changed in the other words since `based_on` stays. Of a word that who saves left as it
    was, the other's stands; of columns the last choice. Raises Conflict only where both
    changed the same word, Gone as save_item."""
    if item.pk is None:
        try:
            return add_item(item, words=item.words | words, **fields)
        except Conflict as conflict:
            item = conflict.theirs  # type: ignore[assignment]
    base = words_at(item, who_acts(), based_on)
    for _ in range(TRIES):
        theirs = item.words
        mine = {key: text for key, text in words.items() if text != base.get(key, "")}
        if any(theirs[key] not in {base.get(key, ""), mine[key]} for key in mine):
            raise Conflict(item, words)
        mine = {key: text for key, text in mine.items() if text != theirs[key]}
        if not mine and all(getattr(item, name) == fields[name] for name in fields):
            return item
        try:
            return save_item(item, words=theirs | mine, based_on=item.nummer, **fields)
        except Conflict as conflict:
            item = conflict.theirs  # type: ignore[assignment]
    raise Conflict(item, words)


@transaction.atomic
def keep_theirs(item: Item, *, mine: Words, based_on: int) -> Item:
    """Of two texts the other's is chosen: mine becomes a version, and theirs the newest
    again. Raises as save_item."""
    theirs = item.words
    save_item(item, words=mine, based_on=based_on)
    return save_item(item, words=theirs, based_on=item.nummer)


@transaction.atomic
def move(item: Item, beside: Iterable[Item], *, up: bool) -> None:
    """One place up or down among `beside`, which are in their order and have a `volgorde`.
    Raises Conflict, Gone."""
    rows: list[Any] = list(beside)
    at = next((nr for nr, row in enumerate(rows) if row.pk == item.pk), None)
    if at is None:
        raise Gone
    to = at - 1 if up else at + 1
    if not 0 <= to < len(rows):
        return
    rows[at], rows[to] = rows[to], rows[at]
    for number, row in enumerate(rows, 1):
        if row.volgorde != number:
            save_item(row, words=row.words, based_on=row.nummer, volgorde=number)


@transaction.atomic
def remove(item: PlanItem) -> None:
    """Thrown away by who owns the part; its versions stay, so that it can be put back.
    Raises Gone."""
    model: Any = type(item)
    number, _ = model.objects.writable_by(who_acts()).filter(pk=item.pk).delete()
    if not number:
        raise Gone
    trace(
        Actie.DELETE,
        item.client,
        item.ONDERDEEL,
        soort=item._meta.model_name or "",
        object_id=item.uuid,
    )


def put_back(item: Item, *, versie: Versie, based_on: int) -> Item:
    """An older version becomes the newest: it is saved like any other text."""
    fields = {
        name: versie.velden.get(name)
        for name in item.VELDEN
        if not item._meta.get_field(name).is_relation and _theirs_to_set(item, name)
    }
    return save_item(item, words=versie.words, based_on=based_on, **fields)


@transaction.atomic
def bring_back(model: type[Item], *, versie: Versie, last: int) -> Item:
    """What was thrown away is there again, with the words of `versie` and the next number
    after `last`. Raises Conflict when it is there already, Gone when what it hung on is
    not."""
    item: Any = model(client=versie.client, uuid=versie.object_uuid, nummer=last + 1)
    for name, kept in versie.velden.items():
        if _theirs_to_set(item, name):
            setattr(item, name, _row_of(model, name, kept))
    return add_item(item, words=versie.words)


def _row_of(model: type[PlanItem], name: str, kept: Any) -> Any:
    """The value of a column as a version keeps it; of a row it hung on the row, if that is
    there. Raises Gone where it cannot do without."""
    field: Any = model._meta.get_field(name)
    if kept is None or not field.is_relation:
        return kept
    rows = field.related_model.objects.visible_to(who_acts())
    found = rows.filter(uuid=kept).first()
    if found is None and not field.null:
        raise Gone
    return found


def _theirs_to_set(item: PlanItem, name: str) -> bool:
    """Some columns are the client's alone, whoever writes along."""
    return name not in item.EIGEN or item.client.gebruiker_id == asker()


def _columns(item: PlanItem) -> dict[str, Any]:
    """Of a row it hangs on that who saves may not see: as the version before it says."""
    found = item.fields()
    hidden = [
        name for name, value in found.items() if value is None and item.hangs_on(name)
    ]
    if hidden:
        rows = Versie.objects.visible_to(who_acts()).filter(
            client=item.client, onderdeel=item.ONDERDEEL, object_uuid=item.uuid
        )
        before = rows.order_by("nummer").values_list("velden", flat=True).last() or {}
        found |= {name: before.get(name) for name in hidden}
    return found


def _keep_version(item: PlanItem, actie: Actie) -> None:
    Versie(
        client=item.client,
        onderdeel=item.ONDERDEEL,
        object_uuid=item.uuid,
        nummer=item.nummer,
        woorden_box=item.woorden_box,
        velden=_columns(item),
        op=item.gewijzigd_op,
        door=item.gewijzigd_door,
    ).save(force_insert=True)
    trace(
        actie,
        item.client,
        item.ONDERDEEL,
        soort=item._meta.model_name or "",
        object_id=item.uuid,
    )
