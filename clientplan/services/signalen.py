"""Lines of the signaleringsplan: several at once, and in another order."""

from uuid import UUID, uuid5

from django.db import transaction

from clientplan.models import Signaal
from clientplan.services import items
from clientplan.services.actor import who_acts
from netwerk.models import Client


@transaction.atomic
def add_lines(
    *, client: Client, uuid: UUID, fase: int, soort: str, lines: list[str]
) -> Signaal:
    """Each line a piece, under those that are there; returns the first, which has this uuid.
    Sent twice, added once. Raises as add_item."""
    there = _beside(client, fase, soort)
    mine = {_nth(uuid, number) for number in range(len(lines))}
    last = max((one.volgorde for one in there if one.uuid not in mine), default=0)
    added = [
        items.add_item(
            Signaal(
                client=client,
                uuid=_nth(uuid, number),
                fase=fase,
                soort=soort,
                volgorde=last + 1 + number,
            ),
            words={"tekst": line},
        )
        for number, line in enumerate(lines)
    ]
    return added[0]


def move(signaal: Signaal, *, up: bool) -> None:
    """One place up or down under its own question. Raises Conflict, Gone."""
    rows = _beside(signaal.client, signaal.fase, signaal.soort)
    items.move(signaal, rows, up=up)


def _beside(client: Client, fase: int, soort: str) -> list[Signaal]:
    me = who_acts()
    rows = Signaal.objects.visible_to(me).filter(client=client, fase=fase, soort=soort)
    return list(rows.select_related("client"))


def _nth(uuid: UUID, number: int) -> UUID:
    return uuid5(uuid, str(number)) if number else uuid
