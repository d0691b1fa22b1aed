"""How somebody else sees a part or a piece of it: the second voice, which only its author
changes (P2)."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from basis.constraints import broken_constraint
from clientplan.models import Kijk
from clientplan.services.actor import who_acts
from logboek.services import Actie
from netwerk.models import Client
from netwerk.services.spoor import trace


@transaction.atomic
def say(*, client: Client, deel: str, object_uuid: UUID | None, tekst: str) -> None:
    """The asker's voice becomes this text; an empty one takes it back. Whether they may, the
    policies of the table decide (the database's own refusal goes up)."""
    me = who_acts()
    mine = Kijk.objects.by(me).filter(
        client=client, onderdeel=deel, object_uuid=object_uuid
    )
    there = mine.select_related("client").first()
    voice = Kijk(
        client=client,
        onderdeel=deel,
        object_uuid=object_uuid,
        auteur=me,
        geschreven_op=timezone.now(),
    )
    if there is not None:
        voice.uuid = there.uuid  # the words are tied to the row
    voice.tekst = tekst.strip()
    if not tekst.strip():
        act, changed = Actie.DELETE, mine.delete()[0]
    elif there is not None:
        act = Actie.UPDATE
        changed = mine.update(
            tekst_box=voice.tekst_box, geschreven_op=voice.geschreven_op
        )
    else:
        act, changed = Actie.CREATE, _added(voice)
    if changed:
        trace(act, client, deel, soort="kijk", object_id=voice.uuid)


def _added(voice: Kijk) -> int:
    """0: a request of the same moment was first; what it said stands."""
    try:
        with transaction.atomic():
            voice.save(force_insert=True)
    except IntegrityError as error:
        if broken_constraint(error) != "kijk_once":
            raise
        return 0
    return 1
