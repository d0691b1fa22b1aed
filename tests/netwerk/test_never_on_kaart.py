"""What was never on the kaart is nobody's business, also when it stops."""

from importlib import import_module

from django.db import connection
from django.urls import reverse

import pytest

from netwerk.choices import Status
from netwerk.documents import hsds as documents
from netwerk.models import Samenvoeging, Voorziening
from netwerk.rules.hsds_lezen import read_package
from netwerk.selectors.hsds import Blik
from netwerk.services import uitwisselen, voorzieningen as services
from tests.netwerk.dubbelen.pages import merge
from tests.netwerk.hsds.test_import import DIENST, changed, take
from tests.world import World, browser

pytestmark = pytest.mark.django_db
API = "/api/hsds/services"
CHANGED = f"{API}?modified_after=2020-01-01"


def stop(row: Voorziening) -> None:
    words = {"reden": "Kanarie: Kim is ziek.", "vervolg": None, "vervolg_tekst": ""}
    services.stop(voorziening=row, **words)


def page(row: Voorziening) -> str:
    return reverse("voorziening", args=[row.slug])


@pytest.fixture
def draft(world: World) -> Voorziening:
    row = world.voorziening("Kanarieclub", status=Status.INACTIEF)
    stop(row)
    return row


def answers(row: Voorziening, who=None) -> dict[str, int]:
    names = ("voorziening", "voorziening_pdf", "melding_nieuw")
    paths = [reverse(name, args=[row.slug]) for name in names]
    paths.append(f"{API}/{row.uuid}")
    return {path: browser(who).get(path).status_code for path in paths}


def test_a_draft_that_stopped_is_not_there(draft):
    assert set(answers(draft).values()) == {404}


@pytest.mark.parametrize("more", ["", "&full=true", "&minimal=true"])
def test_it_is_in_no_list_of_what_changed(draft, more):
    assert browser().get(CHANGED + more).json()["contents"] == []


def test_it_is_in_no_file_and_has_no_page_there(world, draft):
    assert b"Kanarie" not in documents.as_json(world.regio, Blik.iedereen())
    whole = documents.as_json(world.regio, Blik.alles())
    assert b"Kanarieclub" in whole
    assert b"/sociale-kaart/" not in whole


def test_who_keeps_it_sees_it(world, draft):
    assert browser(world.noor).get(page(draft)).status_code == 404
    assert browser(world.olga).get(page(draft)).status_code == 410


def test_what_was_on_the_kaart_says_that_it_stopped(world):
    row = world.voorziening("Soos", status=Status.INACTIEF)
    services.publish(voorziening=row)
    stop(row)
    assert browser().get(page(row)).status_code == 410
    assert browser().get(f"{API}/{row.uuid}").json()["status"] == "defunct"
    assert len(browser().get(CHANGED).json()["contents"]) == 1


def test_what_begins_again_and_stops_was_still_on_it(world):
    row = world.voorziening("Soos")
    stop(row)
    services.resume(voorziening=row)
    assert browser().get(page(row)).status_code == 404
    stop(row)
    assert browser().get(page(row)).status_code == 410


def test_the_first_day_on_the_kaart_is_not_forgotten(world):
    row = world.voorziening("Soos")
    row.eerst_op_kaart = None  # as whoever read it before it was there
    row.status, row.gestopt_op = Status.GESTOPT, world.today
    row.save()
    row.refresh_from_db()
    assert row.eerst_op_kaart is not None


def test_what_a_package_says_stopped_was_never_on_ours(world):
    take(world, changed(DIENST, status="defunct"))
    assert browser().get(CHANGED).json()["contents"] == []
    take(world, DIENST)
    take(world, changed(DIENST, status="defunct"))
    assert len(browser().get(CHANGED).json()["contents"]) == 1


def test_our_own_kaart_comes_back_as_it_was(world, draft):
    row = world.voorziening("Soos")
    stop(row)
    file = documents.as_json(world.regio, Blik.alles())
    Voorziening.objects.all().delete()
    pakket = read_package([("x.json", file)])
    uitwisselen.take_in(pakket=pakket, regio=world.regio, bron="")
    assert documents.as_json(world.regio, Blik.alles()) == file
    assert browser().get(page(row)).status_code == 410
    assert browser().get(page(draft)).status_code == 404


def test_who_comes_with_the_address_of_a_merged_one_hears_that_it_stopped(world):
    row, old = world.voorziening("Soos", status=Status.INACTIEF), world.voorziening()
    merge(world.teun, row, old)
    stop(row)
    assert browser().get(page(old), follow=True).status_code == 410


def test_an_address_does_not_lead_to_what_is_not_there(world, draft):
    Samenvoeging.objects.create(
        regio=world.regio, blijft=draft, oud_id=1, oud_uuid=world.regio.uuid,
        oud_slug="oud", oud_naam="Oud",
    )  # fmt: skip
    answer = browser().get(reverse("voorziening", args=["oud"]))
    assert answer.status_code == 404


def test_what_was_public_before_this_was_kept_stays_so(world, draft):
    shown, again = world.voorziening("Soos"), world.voorziening("Weer")
    stop(shown)
    stop(again)
    services.resume(voorziening=again)
    later = world.voorziening("Later", status=Status.INACTIEF)
    migration = import_module("netwerk.migrations.0014_eerst_op_kaart")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE netwerk_voorziening DISABLE TRIGGER USER")
        cursor.execute("UPDATE netwerk_voorziening SET eerst_op_kaart = NULL")
        cursor.execute("ALTER TABLE netwerk_voorziening ENABLE TRIGGER USER")
        cursor.execute(migration.KNOWN)
    known = Voorziening.objects.exclude(eerst_op_kaart=None)
    assert set(known) == {shown, again, draft}  # of what stopped nobody can tell
    assert later.eerst_op_kaart is None
