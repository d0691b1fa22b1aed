"""Numbers of a region, as a test needs them."""

from typing import Any

from django.utils import timezone

from netwerk.models import Hulpnummer, Nummerwijziging, Zorgenadres
from toegang.models import Regio

SECRET = "0100 – 44 55 66"  # a crisisdienst, for verwijzers only
SECRET_DIGITS = "0100445566"
WAY_IN = "Bel je huisarts of de huisartsenpost."


def line(regio: Regio | None, **more: Any) -> Hulpnummer:
    words = {
        "rubriek": "dokter",
        "situatie": "’s Avonds en in het weekend",
        "uitleg": "Huisartsenpost.",
        "nummer": "0100 – 11 22 33",
        "wanneer": "Dag en nacht",
        "kort": "Huisartsenpost",
        "gecontroleerd_op": timezone.localdate(),
    }
    return Hulpnummer.objects.create(regio=regio, **words | more)


def crisis_line(regio: Regio, **more: Any) -> Hulpnummer:
    words = {"situatie": "Crisisdienst", "nummer": SECRET, "kort": "Crisisdienst"}
    return line(regio, **words | {"mag_bellen": "verwijzers", "weg": WAY_IN} | more)


def address(regio: Regio | None, **more: Any) -> Zorgenadres:
    words = {
        "adres": "wijkteam",
        "soorten": ["zelfzorg", "iets-anders"],
        "naam": "Wijkteam",
        "nummer": "0100 – 33 22 11",
        "wanneer": "Op werkdagen",
        "wat_dan": "Iemand luistert en vraagt wat je ziet.",
        "gecontroleerd_op": timezone.localdate(),
    }
    return Zorgenadres.objects.create(regio=regio, **words | more)


def crisis_address(regio: Regio, **more: Any) -> Zorgenadres:
    words = {"adres": "ander", "naam": "Crisisdienst", "nummer": SECRET}
    return address(regio, **words | {"mag_bellen": "verwijzers", "weg": WAY_IN} | more)


def changed(regio: Regio, **more: Any) -> Nummerwijziging:
    words = {
        "soort": "hulpnummer",
        "wat": "Huisartsenpost",
        "openbaar": True,
        "oud": "0100 – 11 22 33",
        "nieuw": "0100 – 11 22 34",
        "gewijzigd_op": timezone.now(),
    }
    return Nummerwijziging.objects.create(regio=regio, **words | more)
