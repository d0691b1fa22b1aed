"""What the tables of the sociale kaart hold to."""

from datetime import timedelta

from django.db import IntegrityError, connection, transaction

import pytest

from basis.actor import Actor, acting
from netwerk.choices import Fase, Methode, Status
from netwerk.models import Locatie, Sluitingsperiode, Voorziening, Wachttijd
from tests.world import World
from toegang.choices import Soort
from toegang.roles import ActieveRol

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(today) -> World:
    return World(today)


def finds(config: str, words: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT naam FROM netwerk_voorziening"
            " WHERE zoek @@ plainto_tsquery(%s::regconfig, %s) ORDER BY naam",
            [config, words],
        )
        return [naam for (naam,) in cursor.fetchall()]


def test_a_name_is_found_as_written_and_a_text_by_its_stem(world):
    world.voorziening("Er Zijn", omschrijving="Wandelingen met een maatje")
    assert finds("nk_woord", "er zijn") == ["Er Zijn"]
    assert finds("nk_taal", "wandeling") == ["Er Zijn"]


def test_accents_do_not_matter(world):
    world.voorziening("Diëtist")
    assert finds("nk_woord", "dïetist") == finds("nk_woord", "dietist") == ["Diëtist"]


def test_bulk_writes_are_found_too(world):
    row = world.voorziening()
    Voorziening.objects.filter(pk=row.pk).update(trefwoorden=["schuldhulp"])
    assert finds("nk_woord", "schuldhulp") == [row.naam]


def test_the_history_says_who_and_what_it_was(world):
    row = world.voorziening(kort="Oud")
    with acting(Actor.person(world.teun.pk, rol="regiobeheerder")):
        Voorziening.objects.filter(pk=row.pk).update(kort="Nieuw")
    first, last = row.versies.order_by("pgh_id")
    assert (first.kort, first.taak) == ("Oud", "proefdata")
    assert (last.kort, last.door, last.rol) == (
        "Nieuw",
        str(world.teun.pk),
        "regiobeheerder",
    )


def test_no_history_of_the_search_vector_alone(world):
    row = world.voorziening()
    row.save()
    assert row.versies.count() == 1


def test_a_waiting_time_without_a_date_is_impossible(world):
    row = world.voorziening()
    with pytest.raises(IntegrityError), transaction.atomic():
        Wachttijd.objects.create(
            voorziening=row,
            fase=Fase.AANMELD,
            weken_van=1,
            weken_tot=2,
            gemeten_op=None,
            geldig_tot=world.today,
            methode=Methode.VERWACHT,
            door="Ggz Lindestroom",
        )


@pytest.mark.parametrize(
    ("van", "tot", "geldig"),
    [(-1, 2, 30), (3, 2, 30), (1, 2, -1)],
)
def test_a_waiting_time_that_cannot_be_is_refused(world, van, tot, geldig):
    with pytest.raises(IntegrityError), transaction.atomic():
        Wachttijd.objects.create(
            voorziening=world.voorziening(),
            fase=Fase.AANMELD,
            weken_van=van,
            weken_tot=tot,
            gemeten_op=world.today,
            geldig_tot=world.today + timedelta(days=geldig),
            methode=Methode.VERWACHT,
            door="Ggz Lindestroom",
        )


@pytest.mark.parametrize(
    "address",
    [
        {"adres": "Kanariestraat 1"},
        {"plaats": "Kanariedorp"},
        {"lat": 52.0, "lon": 5.0},
        {"hsds": {"url": "kanarie"}},
        {"website": "https://kanarie.example/"},
        {"toegankelijk": ["Lift bij de kanarie"]},
    ],
)
def test_of_a_secret_place_no_address_can_be_kept(world, address):
    with pytest.raises(IntegrityError), transaction.atomic():
        Locatie.objects.create(regio=world.regio, geheim=True, **address)


def test_what_stopped_has_a_date(world):
    with pytest.raises(IntegrityError), transaction.atomic():
        world.voorziening(status=Status.GESTOPT)


def test_closed_for_a_while_opens_again_by_itself(world):
    row = world.voorziening()
    van, tot = world.today + timedelta(days=1), world.today + timedelta(days=3)
    Sluitingsperiode.objects.create(voorziening=row, van=van, tot=tot)

    def closed(days: int) -> bool:
        day = world.today + timedelta(days=days)
        return Voorziening.objects.with_closed(day).get().nu_dicht

    assert [closed(days) for days in range(5)] == [False, True, True, True, False]


def test_who_keeps_what_goes_by_the_active_role(world):
    row = world.voorziening()
    olga = world.olga

    def kept(user, rol):
        user.actieve_rol = rol
        return list(Voorziening.objects.allowed(user, "voorziening.bijhouden"))

    own = ActieveRol(Soort.ORGANISATIEBEHEERDER, str(world.ggz.pk))
    assert kept(olga, own) == [row]
    assert kept(olga, ActieveRol(Soort.PROFESSIONAL, str(world.ggz.pk))) == []
    assert kept(olga, None) == []
    assert kept(world.teun, ActieveRol(Soort.REGIOBEHEERDER)) == [row]
    assert kept(world.verre_teun, ActieveRol(Soort.REGIOBEHEERDER)) == []
