"""Places of the kaart. Of a secret one no address is kept, in its past neither."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from logboek import services as logboek
from netwerk.models import (
    Contact,
    Kenmerk,
    Locatie,
    Openingstijd,
    Pakketrij,
    Taal,
    Telefoon,
    Voorstel,
    Voorzieningplek,
)
from netwerk.models.voorstel import NIEUW_ADRES
from netwerk.rules.hsds_los import hanging_on

from .gewijzigd import touch

NOWHERE: dict[str, Any] = {
    "naam": "",
    "omschrijving": "",
    "adres": "",
    "adres_2": "",
    "postcode": "",
    "plaats": "",
    "land": "NL",
    "gemeente": None,
    "lat": None,
    "lon": None,
    "vervoer": "",
    "website": "",
    "toegankelijk": [],
    "hsds": {},
}
BESIDE_A_PLACE = (Contact, Telefoon, Openingstijd, Taal, Kenmerk)


@transaction.atomic
def make_secret(*, locatie: Locatie) -> None:
    """The address is gone, from its history too, with all that hangs on the place: an area
    code or "naast het station" tells where it is. What people may dial stands at the
    provision itself. Cannot be undone, and does not have to be: making it public again is
    typing the address anew."""
    row = Locatie.objects.select_for_update().get(pk=locatie.pk)
    plekken = Voorzieningplek.objects.filter(locatie=row)
    own = set(plekken.values_list("pk", flat=True))
    _forget_beside(locatie=row.pk, plekken=own)
    _forget(Voorzieningplek, own, omschrijving="", hsds={})
    _forget_loose(row, plekken)
    Voorstel.objects.filter(plek__in=own).delete()  # they say where it is
    forget_proposed(plekken.values_list("voorziening", flat=True))
    _forget(Locatie, {row.pk}, geheim=True, **NOWHERE)
    touch(plekken__locatie=row.pk)
    logboek.record(
        logboek.Actie.UPDATE,
        "locatie",
        object_id=row.uuid,
        onderdeel="geheim",
        regio=row.regio.slug,
    )


def forget_proposed(voorzieningen: Iterable[int]) -> None:
    """Addresses that somebody proposed for these: one may be the secret one."""
    rows = Voorstel.objects.filter(stap=NIEUW_ADRES)
    rows.filter(voorziening__in=list(voorzieningen)).delete()


def _forget(model: Any, keys: set[int], **words: Any) -> None:
    """These fields, in the rows and in every version of them. What the versions say of
    being secret stays: they tell since when."""
    model.objects.filter(pk__in=keys).update(**words)
    past = {name: value for name, value in words.items() if name != "geheim"}
    _versions(model, keys).update(**past)


def _forget_beside(*, locatie: int, plekken: set[int]) -> None:
    """Rows that hang on the place, now and in the past: one may have hung here once."""
    for model in BESIDE_A_PLACE:
        fields = {field.name for field in model._meta.get_fields()}
        versions: Any = model._meta.get_field("versies").related_model
        gone: set[int] = set()
        for name, keys in (("locatie", {locatie}), ("plek", plekken)):
            if name in fields:
                here = {f"{name}__in": keys}
                found = versions.objects.filter(**here)
                gone |= set(found.values_list("pgh_obj_id", flat=True))
                found.delete()
                model.objects.filter(**here).delete()
        _without_owner(model, gone)


def _forget_loose(locatie: Locatie, plekken: Iterable[Voorzieningplek]) -> None:
    """Rows of packages that we have no place for, and that say something of this one."""
    for table, named in (("location", [locatie]), ("service_at_location", [*plekken])):
        known = {(row.bron, row.bron_id) for row in named if row.bron_id}
        known |= {("", str(row.uuid)) for row in named}
        for bron, key in known:
            rows = Pakketrij.objects.filter(regio=locatie.regio, bron=bron)
            gone = hanging_on(table, {key}, rows.values_list("pk", "tabel", "rij"))
            rows.filter(pk__in=gone).delete()


def _without_owner(model: Any, keys: set[int]) -> None:
    """Versions of what was deleted just now: the deletion left one more."""
    alive = set(model.objects.filter(pk__in=keys).values_list("pk", flat=True))
    _versions(model, keys - alive).delete()


def _versions(model: Any, keys: set[int]) -> Any:
    versions = model._meta.get_field("versies").related_model
    return versions.objects.filter(pgh_obj__in=keys)
