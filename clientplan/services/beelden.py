"""A picture in the story: placed, replaced, taken away, put back; wiped for good by who owns
the part. Nothing that somebody else placed is gone by it, except by that last one."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from basis.constraints import broken_constraint, insert_once
from basis.pictures import Jpeg
from clientplan.models import Verhaalbeeld
from clientplan.services.actor import who_acts
from logboek.services import Actie
from netwerk.models import Client
from netwerk.services.spoor import trace

DEEL, SOORT = "verhaal", "verhaalbeeld"


class Tegelijk(Exception):
    """Somebody placed another one at this very moment."""


def place(
    *, client: Client, vraag: str, uuid: UUID, beeld: Jpeg, words: dict[str, str]
) -> None:
    """The one that stood there stays among the earlier ones. Raises Tegelijk."""
    me = who_acts()
    row = Verhaalbeeld(
        uuid=uuid,
        client=client,
        vraag=vraag,
        breedte=beeld.width,
        hoogte=beeld.height,
        geplaatst_op=timezone.now(),
        geplaatst_door=me,
    )
    row.beeld, row.words = beeld.content, words
    _one_at_a_time(row, Actie.CREATE)


@transaction.atomic
def take_away(beeld: Verhaalbeeld) -> None:
    if _shown(beeld).filter(pk=beeld.pk).update(weg_op=timezone.now()):
        _trace(Actie.UPDATE, beeld)


def put_back(beeld: Verhaalbeeld) -> None:
    """Raises Tegelijk."""
    _one_at_a_time(beeld, Actie.UPDATE)


@transaction.atomic
def wipe(beeld: Verhaalbeeld) -> None:
    """The picture and its words are not there any more."""
    me = who_acts()
    if Verhaalbeeld.objects.writable_by(me).filter(pk=beeld.pk).delete()[0]:
        _trace(Actie.DELETE, beeld)


def _one_at_a_time(row: Verhaalbeeld, actie: Actie) -> None:
    try:
        with transaction.atomic():
            _show(row, actie)
    except IntegrityError as error:
        if broken_constraint(error) != "verhaalbeeld_one_per_text":
            raise
        raise Tegelijk from error


def _show(row: Verhaalbeeld, actie: Actie) -> None:
    """In the place of what stands there; a second click on the same changes nothing."""
    there = _shown(row)
    if there.filter(uuid=row.uuid).exists():
        return
    there.update(weg_op=timezone.now())
    if actie == Actie.CREATE:
        changed = insert_once(row)
    else:
        me = who_acts()
        rows = Verhaalbeeld.objects.writable_by(me).filter(pk=row.pk)
        changed = bool(rows.update(weg_op=None))
    if changed:
        _trace(actie, row)


def _shown(row: Verhaalbeeld) -> QuerySet[Verhaalbeeld]:
    me = who_acts()
    return Verhaalbeeld.objects.writable_by(me).filter(
        client=row.client, vraag=row.vraag, weg_op=None
    )


def _trace(actie: Actie, beeld: Verhaalbeeld) -> None:
    trace(actie, beeld.client, DEEL, soort=SOORT, object_id=beeld.uuid)
