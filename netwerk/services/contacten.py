"""Whom to ask for, with the first number of each."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from netwerk.choices import MagBellen, Zichtbaar
from netwerk.models import Contact

from .voorzieningen import Rij, keep_rows


def keep_people(*, rows: QuerySet[Contact], rijen: Sequence[Rij], **van: Any) -> bool:
    """As `keep_rows`; "telefoon" among the columns is the first number of that contact.
    More numbers of one contact stay as they are."""
    seen = dict(rows.values_list("uuid", "zichtbaar"))
    numbers = {rij.uuid: rij.velden["telefoon"] for rij in rijen}
    columns = [
        Rij(rij.uuid, {n: v for n, v in rij.velden.items() if n != "telefoon"})
        for rij in rijen
    ]
    changed = keep_rows(rows=rows, rijen=columns, **van)
    for contact in rows.all():
        if contact.uuid in numbers:
            moved = seen.get(contact.uuid) != contact.zichtbaar
            changed |= _keep_number(contact, numbers[contact.uuid], moved=moved)
    return changed


def _keep_number(contact: Contact, nummer: str, *, moved: bool) -> bool:
    """A new one is for who sees the contact. One that is there keeps who may dial it, until
    the contact is shown to others (`moved`) or to colleagues alone."""
    first = next(iter(contact.telefoon_set.all()), None)
    everybody = contact.zichtbaar == Zichtbaar.IEDEREEN
    who = MagBellen.IEDEREEN if everybody else MagBellen.VERWIJZERS
    if first is None:
        if nummer:
            contact.telefoon_set.create(nummer=nummer, mag_bellen=who)
        return bool(nummer)
    if not nummer:
        first.delete()
        return True
    was = (first.nummer, first.mag_bellen)
    if moved or (not everybody and first.mag_bellen == MagBellen.IEDEREEN):
        first.mag_bellen = who
    first.nummer = nummer
    if was == (first.nummer, first.mag_bellen):
        return False
    first.save(update_fields=["nummer", "mag_bellen"])
    return True
