"""What goes out comes in again without loss: ours, and the examples of HSDS itself (N7)."""

import json
from copy import deepcopy

import pytest

from netwerk.documents import hsds as documents
from netwerk.models import (
    Locatie,
    Organisatieprofiel,
    Pakketrij,
    Telefoon,
    Term,
    Voorziening,
    Voorzieningplek,
    Wachttijd,
)
from netwerk.rules.hsds_lezen import read_package
from netwerk.rules.hsds_plan import GELIJK
from netwerk.selectors.hsds import Blik
from netwerk.services import uitwisselen
from toegang.models import Organisatie

from .conftest import UUIDS
from .packages import DIENST, everything, take
from .schemas import OFFICIAL, needs_official

pytestmark = pytest.mark.django_db


def forget_everything() -> None:
    Voorziening.objects.update(vervolg=None)
    for model in (Voorzieningplek, Voorziening, Locatie, Organisatieprofiel, Pakketrij):
        model.objects.all().delete()
    Term.objects.all().delete()


def tables(world) -> dict[str, bytes]:
    return dict(documents.as_tables(world.regio, Blik.alles()))


@pytest.mark.parametrize("form", ["json", "csv"])
def test_out_and_in_again_changes_nothing(world, vol, opvang, weg, form):
    vol.vervolg = opvang
    vol.save()
    before, data = everything(world), _written(world, form)
    pakket = uitwisselen.read_file(*data)
    assert pakket.fouten == []
    plan = uitwisselen.take_in(pakket=pakket, regio=world.regio, bron="")
    assert [r for r in plan.regels if r.wat != GELIJK] == []
    assert everything(world) == before


@pytest.mark.parametrize("form", ["json", "csv"])
def test_into_an_empty_region_and_out_again_are_the_same_bytes(
    world, vol, opvang, weg, form
):
    vol.vervolg = opvang
    vol.save()
    before, before_tables, data = (
        everything(world),
        tables(world),
        _written(world, form),
    )
    waits = Wachttijd.objects.count()
    forget_everything()
    pakket = uitwisselen.read_file(*data)
    uitwisselen.take_in(pakket=pakket, regio=world.regio, bron="")
    assert Wachttijd.objects.count() == waits
    was, now = json.loads(before), json.loads(everything(world))
    assert _missing(was, now) + _missing(now, was) == []
    assert everything(world) == before
    assert tables(world) == before_tables


def _written(world, form: str) -> tuple[str, bytes]:
    if form == "json":
        return "x.json", everything(world)
    return "x.zip", documents.as_zip(documents.as_tables(world.regio, Blik.alles()))


def test_an_organisation_made_by_hand_is_not_new_in_our_own_package(world, vol):
    proef = Organisatie.objects.create(regio=world.regio, naam="Stichting Proef")
    world.voorziening("Los", organisatie=proef)
    profiles, before = Organisatieprofiel.objects.count(), everything(world)
    pakket = uitwisselen.read_file("x.json", before)
    plan = uitwisselen.take_in(pakket=pakket, regio=world.regio, bron="")
    assert [r for r in plan.regels if r.wat != GELIJK] == []
    assert Organisatieprofiel.objects.count() == profiles
    assert everything(world) == before


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.parametrize("empty", [False, True])
def test_loose_rows_of_two_sources_with_the_same_ids_come_back(world, form, empty):
    for bron in ("een", "twee"):
        pakket = read_package([*LOS, ("kleuren.csv", f"kleur\r\n{bron}\r\n".encode())])
        uitwisselen.take_in(pakket=pakket, regio=world.regio, bron=bron)
    rows = list(Pakketrij.objects.order_by("pk").values_list("bron", "sleutel", "rij"))
    assert len(rows) == 6
    before, before_tables, data = (
        everything(world),
        tables(world),
        _written(world, form),
    )
    if empty:
        forget_everything()
    pakket = uitwisselen.read_file(*data)
    assert pakket.fouten == []
    uitwisselen.take_in(pakket=pakket, regio=world.regio, bron="")
    now = Pakketrij.objects.order_by("pk").values_list("bron", "sleutel", "rij")
    assert empty or list(now) == rows
    assert everything(world) == before
    assert tables(world) == before_tables
    out = json.loads(before)
    names = [row["id"] for row in out["attributes.csv"]]
    assert [row["resource_id"] for row in out["metadata.csv"]] == names
    assert len(set(names)) == 2


LOS = [
    ("attributes.csv", b"id,link_id,link_entity,value\r\na1,nergens,service,rood\r\n"),
    ("metadata.csv", b"id,resource_id,resource_type,field_name\r\nm1,a1,attribute,value\r\n"),
]  # fmt: skip


@pytest.mark.parametrize("form", ["json", "csv"])
def test_rows_of_two_packages_under_one_id_are_the_same_when_they_come_back(
    world, profiel, form
):
    """Both gave their numbers, people and hours the same ids, and other words."""
    for n, bron in enumerate(("eerste", "tweede"), 1):
        attached = {
            "phones": [
                {
                    "id": UUIDS[1],
                    "number": f"033123456{n}",
                    "languages": [{"id": UUIDS[2], "name": f"Taal {n}"}],
                }
            ],
            "contacts": [
                {
                    "id": UUIDS[3],
                    "name": f"Team {n}",
                    "phones": [{"id": UUIDS[4], "number": f"033765432{n}"}],
                }
            ],
            "schedules": [{"id": UUIDS[5], "freq": "WEEKLY", "byday": ["MO", "TU"][n - 1],
                           "opens_at": "09:00", "closes_at": "12:00"}],
        }  # fmt: skip
        place = {"id": f"l{n}", "location_type": "physical", "name": f"Huis {n}"}
        service = DIENST | {"service_at_locations": [
            {"id": f"p{n}", "location": place | attached} | attached
        ]}  # fmt: skip
        take(world, service | {"name": f"Maatje {n}"} | attached, bron=bron)
    before = everything(world)
    pakket = uitwisselen.read_file(*_written(world, form))
    plan = uitwisselen.take_in(pakket=pakket, regio=world.regio, bron="")
    assert [r for r in plan.regels if r.wat != GELIJK] == []
    assert everything(world) == before


def test_a_public_export_takes_no_number_away(world, vol):
    public = documents.as_json(world.regio, Blik.iedereen())
    assert b"033999999" not in public
    pakket = uitwisselen.read_file("x.json", public)
    plan = uitwisselen.take_in(pakket=pakket, regio=world.regio, bron="")
    assert [r for r in plan.regels if r.wat != GELIJK] == []
    assert Telefoon.objects.filter(nummer__startswith="033999999").count() == 2


def test_a_package_of_ours_is_known_as_ours(world, vol, settings):
    settings.BASE_URL = "https://kaart.example"
    pakket = uitwisselen.read_file("x.json", everything(world))
    assert uitwisselen.origin_of(pakket).eigen
    settings.BASE_URL = "https://elders.example"
    found = uitwisselen.origin_of(pakket)
    assert (found.bron, found.eigen) == ("https://kaart.example", False)


@needs_official
@pytest.mark.parametrize(
    "name", ["service_full.json", "organization_full.json", "service_list.json",
             "service_at_location_full.json", "tabular.json", "csv", "location.json",
             "organization_list.json", "service_at_location_list.json", "taxonomy.json",
             "taxonomy_list.json", "taxonomy_term.json", "taxonomy_term_list.json"],
)  # fmt: skip
def test_the_examples_of_hsds_come_in_and_go_out_without_loss(world, name):
    there = OFFICIAL / "examples" / name
    if there.is_dir():
        pakket = uitwisselen.read_folder(there)
    else:
        pakket = read_package([(name, there.read_bytes())])
    original, again = deepcopy(pakket), deepcopy(pakket)
    uitwisselen.take_in(pakket=pakket, regio=world.regio, bron="voorbeeld")
    out = uitwisselen.read_file("x.json", everything(world))
    for table, records in original.records.items():
        for key, node in records.items():
            node.pop("assured_date", None)  # has become a day of checking
            assert _missing(node, out.records[table][key]) == [], (table, key)
    if original.records["service"]:
        assert b'"assured_date": "2005-01-01"' in everything(world)
    assert {t for t, _ in out.los} == {t for t, _ in original.los}
    plan = uitwisselen.take_in(pakket=again, regio=world.regio, bron="voorbeeld")
    assert [r for r in plan.regels if r.wat != GELIJK] == []


def _missing(want: object, got: object, path: str = "$") -> list[str]:
    """What of `want` is not in `got`, which may say more."""
    if isinstance(want, dict) and isinstance(got, dict):
        return [
            line
            for key, value in want.items()
            if value not in (None, "", [], {})
            for line in _missing(value, got.get(key), f"{path}.{key}")
        ]
    if isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        return [
            line
            for n, (a, b) in enumerate(zip(want, got, strict=True))
            for line in _missing(a, b, f"{path}[{n}]")
        ]
    return [] if want == got else [f"{path}: {want!r} became {got!r}"]
