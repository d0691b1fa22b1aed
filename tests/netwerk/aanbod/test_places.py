"""Where it is: an address, or a secret place of which nothing is kept."""

from netwerk.models import Locatie, Postcodegebied
from tests.netwerk.aanbod.pages import HERE, new, sheet
from tests.world import browser

SECRET = {"geheim": "ja", "adres": "Schuilpad 9", "plaats": "Lindehoven"}
OPEN = {"geheim": "nee", "adres": "Dorpsweg 1", "plaats": "Lindehoven"}


def add(world, row, **more):
    return browser(world.olga).post(f"{HERE}{row.uuid}/plek/", {"uuid": new()} | more)


def test_an_address_is_put_on_the_map_by_its_postcode(world):
    Postcodegebied.objects.create(
        code="3811", plaats="Lindehoven", gemeente="Lindehoven", lat=52.1, lon=6.3
    )
    row = world.voorziening()
    add(world, row, **OPEN, postcode="3811ab")
    place = Locatie.objects.get()
    assert (place.postcode, place.lat, place.gemeente) == (
        "3811 AB",
        52.1,
        world.gemeente,
    )


def test_sent_twice_it_is_added_once(world):
    row, form = world.voorziening(), {"uuid": new()} | OPEN
    for _ in range(2):
        browser(world.olga).post(f"{HERE}{row.uuid}/plek/", form)
    assert Locatie.objects.count() == 1


def test_of_two_at_the_same_moment_the_second_waits(
    world, django_assert_max_num_queries
):
    row, form = world.voorziening(), {"uuid": new()} | OPEN
    client = browser(world.olga)
    with django_assert_max_num_queries(60) as seen:
        client.post(f"{HERE}{row.uuid}/plek/", form)
    asked = [query["sql"] for query in seen]
    held = next(n for n, sql in enumerate(asked) if "FOR UPDATE" in sql)
    looked = next(
        n
        for n, sql in enumerate(asked)
        if form["uuid"].replace("-", "") in sql.replace("-", "")
    )
    assert held < looked


def test_of_a_secret_place_nothing_that_was_typed_is_kept(world):
    row = world.voorziening()
    add(world, row, **SECRET)
    place = Locatie.objects.get()
    assert (place.geheim, place.adres, place.plaats) == (True, "", "")


def test_a_place_that_becomes_secret_loses_its_past(world):
    row = world.voorziening()
    add(world, row, **OPEN)
    plek = row.plekken.get()
    address = f"/beheer/plekken/{plek.uuid}/"
    browser(world.olga).post(address, sheet(world.olga, address, geheim="ja"))
    assert row.plekken.get().locatie.geheim
    page = browser(world.olga).get(f"{HERE}{row.uuid}/geschiedenis/").content.decode()
    assert "Dorpsweg" not in page
    assert not row.plekken.get().locatie.versies.exclude(adres="").exists()


def test_without_a_town_it_is_no_address(world):
    row = world.voorziening()
    answer = add(world, row, geheim="nee", adres="Dorpsweg 1")
    assert answer.status_code == 422
    assert "Vul in welke plaats het is" in answer.content.decode()
    assert "Dorpsweg 1" in answer.content.decode()


def test_a_place_goes_when_nothing_else_stands_there(world):
    row, other = world.voorziening(), world.voorziening("Cursus")
    add(world, row, **OPEN)
    place = Locatie.objects.get()
    other.plekken.create(regio=world.regio, locatie=place)
    for kept in (row, other):
        plek = kept.plekken.get()
        browser(world.olga).post(f"/beheer/plekken/{plek.uuid}/weg/")
    assert not Locatie.objects.exists()
