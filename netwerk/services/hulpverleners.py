"""A client names who helps them by profession or from experience, each by name (T4)."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from basis.constraints import insert_once
from logboek.services import Actie
from netwerk.choices import BEHANDELT, Hoedanigheid, Werkt
from netwerk.models import Betrokkenheid, Client
from netwerk.rules.onderdelen import Recht
from toegang.models import Rol

from .spoor import trace_own
from .toestemmingen import give, not_yet


class NotThere(Exception):
    """Nobody works there in that role today."""


@transaction.atomic
def add(
    *,
    uuid: UUID,
    client: Client,
    rol: Rol,
    werkt: Werkt,
    behandelt: bool,
    rechten: Mapping[str, Recht],
    van: date | None = None,
    tot: date | None = None,
) -> Betrokkenheid:
    """Whoever has this role for an organisation is involved from today. `behandelt` opens
    what treating needs (Wgbo) without asking, for the kinds of work bound by it; `rechten`
    says the rest. On a later day (`van`) both begin then. Who is involved already stays one
    row. Raises NotThere."""
    today = timezone.localdate()
    held = Rol.objects.held_from(today).filter(pk=rol.pk, van__lte=today)
    if rol.soort not in Hoedanigheid.values or not held.exists():
        raise NotThere
    wie = _there(client, rol, today)
    if wie is None:
        wie = Betrokkenheid(
            uuid=uuid,
            client=client,
            gebruiker=rol.gebruiker,
            rol=rol.soort,
            organisatie=rol.organisatie,
            werkt=werkt,
            behandelt=behandelt and werkt in BEHANDELT,
            van=today,
        )
        if insert_once(wie):
            trace_own(Actie.CREATE, client, soort="betrokkenheid", object_id=uuid)
            if wie.behandelt and van and van > today:
                not_yet(betrokkenheid=wie, van=van)
    give(betrokkenheid=wie, rechten=rechten, van=van, tot=tot)
    return wie


def _there(client: Client, rol: Rol, today: date) -> Betrokkenheid | None:
    return (
        Betrokkenheid.objects.visible_to(client.gebruiker)
        .current(today)
        .filter(
            client=client,
            gebruiker=rol.gebruiker_id,
            rol=rol.soort,
            organisatie=rol.organisatie_id,
        )
        .first()
    )
