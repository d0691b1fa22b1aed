"""A place that becomes secret: its address is nowhere in the database any more."""

from django.apps import apps
from django.db import connection

import pytest

from netwerk.models import (
    Contact,
    Kenmerk,
    Locatie,
    Openingstijd,
    Pakketrij,
    Taal,
    Taxonomie,
    Telefoon,
    Term,
    Voorzieningplek,
)
from netwerk.services.locaties import make_secret

pytestmark = pytest.mark.django_db
CANARY = "kanarie"


@pytest.fixture
def place(world) -> Locatie:
    """With a past, and with all that can hang on a place."""
    place = Locatie.objects.create(
        regio=world.regio,
        naam="Kanariehuis",
        omschrijving="Naast de kanarievijver",
        adres="Oude Kanariestraat 1",
        adres_2="Kanarieflat",
        postcode="1234KA",
        plaats="Kanariedorp",
        gemeente=world.gemeente,
        lat=52.123456,
        lon=5.654321,
        vervoer="Bus 7 naar halte Kanarie",
        website="https://kanarie.example/",
        toegankelijk=["Lift bij de kanarie"],
        hsds={"url": "kanarie"},
    )
    place.adres = "Nieuwe Kanariestraat 2"
    place.save()
    plek = Voorzieningplek.objects.create(
        regio=world.regio,
        voorziening=world.voorziening("Vrouwenopvang"),
        locatie=place,
        omschrijving="De deur naast de kanarie",
    )
    for where in ({"locatie": place}, {"plek": plek}):
        Telefoon.objects.create(nummer="0100203040", toelichting="Kanarie", **where)
        Contact.objects.create(naam="Kim Kanarie", **where)
        Openingstijd.objects.create(tekst="Kanarie: elke dag", **where)
        taxonomie = Taxonomie.objects.create(regio=world.regio, naam="Eigen")
        term = Term.objects.create(regio=world.regio, taxonomie=taxonomie, naam="Wijk")
        Kenmerk.objects.create(term=term, waarde="Kanariewijk", **where)
    Taal.objects.create(locatie=place, naam="Kanaries")
    for n, row in enumerate(
        ({"id": "1", "location_id": str(place.uuid)}, {"foto_id": "1"})
    ):
        Pakketrij.objects.create(
            regio=world.regio,
            tabel="foto",
            sleutel=str(n),
            rij=row | {"tekst": "Kanarie"},
        )
    return place


def everything() -> str:
    """All rows of all tables of the sociale kaart, their versions included."""
    said = []
    with connection.cursor() as cursor:
        for model in apps.get_app_config("netwerk").get_models():
            table = model._meta.db_table
            cursor.execute(f"SELECT row_to_json(t)::text FROM {table} t")  # noqa: S608
            said += [text for (text,) in cursor.fetchall()]
    return "\n".join(said).lower()


def test_the_address_is_nowhere_any_more(place):
    before = everything()
    assert before.count(CANARY) > 20
    make_secret(locatie=place)
    after = everything()
    traces = (CANARY, "1234ka", "52.123456", "5.654321", "0100203040")
    assert [trace for trace in traces if trace in after] == []


def test_the_history_still_says_when_it_became_secret(place):
    make_secret(locatie=place)
    assert [row.geheim for row in place.versies.order_by("pgh_id")] == [
        False,
        False,
        True,
    ]


def test_what_hung_on_the_place_once_and_moved_since_is_gone_from_the_past(
    place, world
):
    phone = Telefoon.objects.filter(locatie=place).get()
    elsewhere = world.voorziening("Inloop")
    Telefoon.objects.filter(pk=phone.pk).update(
        locatie=None, voorziening=elsewhere, nummer="0200203040", toelichting=""
    )
    make_secret(locatie=place)
    assert Telefoon.objects.filter(voorziening=elsewhere).count() == 1
    assert [row.nummer for row in phone.versies.all()] == ["0200203040"]


def test_other_places_keep_their_address(place, world):
    other = Locatie.objects.create(regio=world.regio, adres="Stationsplein 4")
    make_secret(locatie=place)
    other.refresh_from_db()
    assert other.adres == "Stationsplein 4"
    assert [row.adres for row in other.versies.all()] == ["Stationsplein 4"]


def test_the_log_says_that_it_was_done_and_not_where_it_was(place):
    make_secret(locatie=place)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT object_soort, onderdeel, object_id FROM logboek.regel"
            " WHERE id > current_setting('nk.proef_vanaf')::bigint"
        )
        assert cursor.fetchall() == [("locatie", "geheim", str(place.uuid))]


def test_twice_does_no_harm(place):
    make_secret(locatie=place)
    make_secret(locatie=place)
    place.refresh_from_db()
    assert place.geheim
