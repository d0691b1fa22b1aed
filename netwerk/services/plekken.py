"""Where people come for what an organisation offers: its places, open and secret."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction

from logboek import services as logboek
from netwerk.choices import Locatiesoort
from netwerk.models import Locatie, Postcodegebied, Voorziening, Voorzieningplek
from toegang.models import Gemeente

from .gewijzigd import touch
from .locaties import forget_proposed, make_secret
from .voorzieningen import hold, record


@dataclass(frozen=True)
class Adres:
    """Where people come, or where only post goes. A secret place has none."""

    soort: str = Locatiesoort.FYSIEK
    land: str = "NL"
    naam: str = ""
    omschrijving: str = ""
    adres: str = ""
    adres_2: str = ""
    postcode: str = ""
    plaats: str = ""
    vervoer: str = ""
    website: str = ""
    gemeente: Gemeente | None = None
    toegankelijk: list[str] = field(default_factory=list)


@transaction.atomic
def add_plek(
    *, uuid: UUID, voorziening: Voorziening, geheim: bool, adres: Adres, hier: str = ""
) -> None:
    """Sent twice, added once: the second waits for the first, so that no address is left
    without a provision."""
    hold(voorziening=voorziening)
    if Voorzieningplek.objects.filter(uuid=uuid).exists():
        return
    locatie = Locatie(
        regio=voorziening.regio,
        organisatie=voorziening.organisatie,
        geheim=geheim,
    )
    if geheim:
        forget_proposed([voorziening.pk])
    else:
        _fill(locatie, adres)
    locatie.save()
    Voorzieningplek.objects.create(
        uuid=uuid,
        regio=voorziening.regio,
        voorziening=voorziening,
        locatie=locatie,
        omschrijving="" if geheim else hier,
    )
    touch(pk=voorziening.pk)
    record(logboek.Actie.UPDATE, voorziening, "plek")


def hold_plek(*, plek: Voorzieningplek) -> Voorzieningplek | None:
    """As `hold`, with the address: others may stand at it too."""
    rows = Voorzieningplek.objects.select_for_update(of=("self", "locatie"))
    rows = rows.select_related(
        "voorziening__regio", "voorziening__organisatie", "locatie__regio"
    )
    return rows.filter(pk=plek.pk).first()


def hold_places(*, voorziening: Voorziening) -> None:
    """The same of all its places; before the provision itself, as who saves one does."""
    rows = Voorzieningplek.objects.select_for_update(of=("self", "locatie"))
    list(rows.select_related("locatie").filter(voorziening=voorziening).order_by("pk"))


@transaction.atomic
def change_plek(
    *, plek: Voorzieningplek, geheim: bool, adres: Adres, hier: str = ""
) -> None:
    """A place that becomes secret loses its address, also in its past. One that others
    stand at too is changed for them as well: it is one place."""
    locatie = plek.locatie
    if geheim and not locatie.geheim:
        make_secret(locatie=locatie)
    if not geheim:
        locatie.geheim = False
        _fill(locatie, adres)
        locatie.save()
        plek.omschrijving = hier
        plek.save(update_fields=["omschrijving"])
        touch(plekken__locatie=locatie)
    record(logboek.Actie.UPDATE, plek.voorziening, "plek")


@transaction.atomic
def remove_plek(*, plek: Voorzieningplek) -> None:
    """The place itself goes when nothing else stands at it."""
    voorziening, locatie = plek.voorziening, plek.locatie
    plek.delete()
    if not locatie.plekken.exists():
        locatie.delete()
    touch(pk=voorziening.pk)
    record(logboek.Actie.UPDATE, voorziening, "plek")


def _fill(locatie: Locatie, adres: Adres) -> None:
    """A Dutch postcode that we know gives the point on the map; the first four digits do.
    Where only post goes there is no point, and nobody in that gemeente is helped there."""
    for name, value in vars(adres).items():
        setattr(locatie, name, value)
    locatie.lat = locatie.lon = None
    if adres.soort != Locatiesoort.FYSIEK:
        locatie.gemeente = None
        return
    if adres.land != "NL":
        return
    area = Postcodegebied.objects.filter(code=adres.postcode[:4]).first()
    if area:
        locatie.lat, locatie.lon = area.lat, area.lon
    if area and locatie.gemeente is None:
        own = Gemeente.objects.filter(regio=locatie.regio, naam=area.gemeente)
        locatie.gemeente = own.first()
