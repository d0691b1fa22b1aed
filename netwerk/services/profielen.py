"""Keeping what the kaart says of an organisation itself."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from logboek import services as logboek
from netwerk.models import Contact, Organisatieprofiel, Telefoon
from netwerk.rules.hsds_woorden import made_id
from netwerk.selectors.bereik import profile_of
from toegang.models import Organisatie
from toegang.services.organisaties import keep_other_kinds

from .contacten import keep_people
from .gewijzigd import touch
from .voorzieningen import Rij, in_order, keep_rows


def profile_or_new(organisatie: Organisatie) -> Organisatieprofiel:
    """Not kept yet when nobody said anything of it. Its id is the one by which programs
    know the organisation already."""
    found: Organisatieprofiel | None = profile_of(organisatie)
    return found or Organisatieprofiel(
        organisatie=organisatie, uuid=made_id("organisatie", organisatie.pk)
    )


def hold(*, organisatie: Organisatie) -> Organisatieprofiel:
    """As it stands now, for who saves: the next one waits until the request is over."""
    rows = Organisatie.objects.select_for_update(of=("self",)).select_related("regio")
    return profile_or_new(rows.get(pk=organisatie.pk))


@transaction.atomic
def change(
    *,
    profiel: Organisatieprofiel,
    velden: dict[str, Any],
    ook_soorten: Sequence[str],
    nummers: Sequence[Rij],
) -> bool:
    """Saves what is different; returns whether anything was."""
    new = profiel.pk is None
    changed = [n for n, value in velden.items() if getattr(profiel, n) != value]
    for name in changed:
        setattr(profiel, name, velden[name])
    if changed or (new and nummers):
        profiel.save()
    rows = Telefoon.objects.filter(organisatie__organisatie=profiel.organisatie)
    rijen = in_order(nummers)
    kinds = keep_other_kinds(organisatie=profiel.organisatie, ook_soorten=ook_soorten)
    numbers = keep_rows(rows=rows, rijen=rijen, organisatie=profiel)
    if not (kinds or numbers or changed):
        return False
    _record(profiel, "profiel", new=new)
    return True


def people_of(organisatie: Organisatie) -> QuerySet[Contact]:
    """Whom to ask for at the organisation itself."""
    rows = Contact.objects.filter(organisatie__organisatie=organisatie)
    return rows.prefetch_related("telefoon_set").order_by("pk")


@transaction.atomic
def change_people(*, profiel: Organisatieprofiel, mensen: Sequence[Rij]) -> bool:
    """Instead of those that were there, with their numbers."""
    new = profiel.pk is None
    if new and mensen:
        profiel.save()
    rows = people_of(profiel.organisatie)
    changed = keep_people(rows=rows, rijen=mensen, organisatie=profiel)
    if changed:
        _record(profiel, "mensen", new=new)
    return changed


def _record(profiel: Organisatieprofiel, onderdeel: str, *, new: bool) -> None:
    touch(organisatie=profiel.organisatie)
    logboek.record(
        logboek.Actie.CREATE if new else logboek.Actie.UPDATE,
        "organisatie",
        object_id=profiel.organisatie.uuid,
        onderdeel=onderdeel,
        regio=profiel.organisatie.regio.slug,
    )
