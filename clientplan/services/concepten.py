"""A draft while typing: kept beside the plan, read by its author alone, gone once the piece
is saved (P3)."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from basis.constraints import broken_constraint
from clientplan.models import Concept
from clientplan.services.actor import who_acts
from logboek.services import Actie
from netwerk.models import Client
from netwerk.services.spoor import trace


@transaction.atomic
def keep(
    *, client: Client, deel: str, object_uuid: UUID, nummer: int, tekst: dict[str, str]
) -> Concept:
    """What was typed so far, as the fields of the form; `nummer` is of the piece that it
    began from. The first time is a line in the trace, going on typing is not."""
    me = who_acts()
    draft = Concept(
        client=client,
        onderdeel=deel,
        object_uuid=object_uuid,
        auteur=me,
        nummer=nummer,
        op=timezone.now(),
    )
    there = draft_of(client=client, object_uuid=object_uuid)
    if there is not None:
        draft.uuid = there.uuid  # the words are tied to the row
    draft.texts = tekst
    if there is not None:
        Concept.objects.by(me).filter(pk=there.pk).update(
            nummer=nummer, woorden_box=draft.woorden_box, op=draft.op
        )
        return draft
    if _added(draft):
        trace(Actie.CREATE, client, deel, soort="concept", object_id=object_uuid)
    return draft


def _added(draft: Concept) -> bool:
    """False: a request of the same moment was first; what it kept stands."""
    try:
        with transaction.atomic():
            draft.save(force_insert=True)
    except IntegrityError as error:
        if broken_constraint(error) != "concept_once":
            raise
        return False
    return True


def draft_of(*, client: Client, object_uuid: UUID) -> Concept | None:
    """The asker's own draft of this piece."""
    me = who_acts()
    rows = Concept.objects.by(me).filter(client=client, object_uuid=object_uuid)
    return rows.select_related("client").first()


@transaction.atomic
def drop(*, client: Client, object_uuid: UUID) -> None:
    me = who_acts()
    Concept.objects.by(me).filter(client=client, object_uuid=object_uuid).delete()
