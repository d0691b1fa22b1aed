"""Throwing a goal away, and putting it back, with what hangs on it."""

from django.db import transaction

from clientplan.models import Afspraak, Doel, Stap, Versie
from clientplan.services.actor import who_acts
from clientplan.services.items import bring_back, remove, save_item


@transaction.atomic
def remove_goal(doel: Doel) -> None:
    """Its steps go with it; what was agreed stays, about no goal. Raises Gone."""
    me = who_acts()
    steps = (
        Stap.objects.visible_to(me).filter(doel=doel).select_related("client", "doel")
    )
    for step in steps:
        remove(step)
    agreed = Afspraak.objects.visible_to(me).filter(doel=doel)
    for one in agreed.select_related("client", "uitvoerder"):
        save_item(one, words=one.words, based_on=one.nummer, doel=None)
    remove(doel)


@transaction.atomic
def bring_goal_back(versie: Versie, *, last: int) -> Doel:
    """With the steps that were thrown away with it. Raises as bring_back."""
    me = who_acts()
    doel = bring_back(Doel, versie=versie, last=last)
    rows = Versie.objects.visible_to(me).filter(
        client=versie.client, onderdeel=Doel.ONDERDEEL, velden__doel=str(doel.uuid)
    )
    newest = {row.object_uuid: row for row in rows.select_related("client")}
    for row in newest.values():
        bring_back(Stap, versie=row, last=row.nummer)
    return doel
