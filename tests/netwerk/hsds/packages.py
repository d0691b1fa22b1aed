"""A small package of HSDS, and taking it in."""

import json
from copy import deepcopy

from netwerk.documents import hsds as documents
from netwerk.rules.hsds_lezen import read_package
from netwerk.selectors.hsds import Blik
from netwerk.services import uitwisselen

DIENST = {
    "id": "s1",
    "name": "Maatje voor jou",
    "status": "active",
    "description": "Samen op pad.",
    "organization": {"id": "o1", "name": "Stichting Samen", "description": "Buren."},
    "phones": [{"id": "p1", "number": "033-1234567 keuze 2"}],
    "schedules": [
        {
            "id": "r1",
            "freq": "MONTHLY",
            "byday": "-1SU",
            "until": "2027-01-31",
            "valid_to": "2027-03-31",
            "opens_at": "14:00",
            "closes_at": "16:00:00",
        }
    ],
    "service_areas": [{"id": "a1", "name": "lindehoven"}],
    "service_at_locations": [
        {
            "id": "l1",
            "location": {
                "id": "v1",
                "location_type": "virtual",
                "url": "https://samen.example/video",
                "latitude": 100,
                "kleur_van_de_deur": "rood",
            },
        }
    ],
    "nieuw_veld": {"van": ["iemand", 1, True]},
}


def read(*things, name="pakket.json"):
    data = json.dumps(things[0] if len(things) == 1 else list(things))
    return read_package([(name, data.encode())])


def take(world, *things, bron="landelijk"):
    return uitwisselen.take_in(pakket=read(*things), regio=world.regio, bron=bron)


def changed(thing: dict, **more) -> dict:
    return deepcopy(thing) | more


def everything(world) -> bytes:
    return documents.as_json(world.regio, Blik.alles())


def words(plan) -> list[tuple[str, str]]:
    return [(r.soort, r.wat) for r in plan.regels]
