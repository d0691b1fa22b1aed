"""Where it is: an address, or a secret place of which nothing is kept."""

from django.test import Client
from django.utils import timezone

import pytest

from netwerk.models import (
    Contact,
    Locatie,
    Openingstijd,
    Postcodegebied,
    Telefoon,
    Voorziening,
)
from netwerk.selectors.hsds import plain_services
from netwerk.selectors.papier import lines_on_paper
from netwerk.selectors.werkblad import row_of
from tests.netwerk.aanbod.pages import HERE, new, sheet, text_of
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


def map_of(world) -> None:
    Postcodegebied.objects.create(
        code="3811", plaats="Lindehoven", gemeente="Lindehoven", lat=52.1, lon=6.3
    )


def test_a_post_address_is_never_where_help_is_given(world):
    map_of(world)
    row = world.voorziening()
    add(world, row, **OPEN, postcode="3811AB", soort="post")
    place = Locatie.objects.get()
    assert (place.soort, place.lat, place.gemeente) == ("post", None, None)
    page = text_of(Client().get(f"/sociale-kaart/{row.slug}/?plaats=3811"))
    assert "PostadresDorpsweg 1" in page.replace("Postadres ", "Postadres")
    assert "km van" not in page
    assert "Waar is het?" not in page
    (line,) = lines_on_paper([row.pk], moment=timezone.now())
    assert "Dorpsweg" not in line.waar
    sheet_row = row_of(plain_services(Voorziening.objects.all()).get())
    assert (sheet_row["adres"], sheet_row["plaats"]) == ("", "")


def test_an_address_becomes_a_post_address_and_loses_its_point(world):
    map_of(world)
    row = world.voorziening()
    add(world, row, **OPEN, postcode="3811AB")
    plek = row.plekken.get()
    where = f"/beheer/plekken/{plek.uuid}/"
    browser(world.olga).post(where, sheet(world.olga, where, soort="post"))
    plek.locatie.refresh_from_db()
    assert (plek.locatie.soort, plek.locatie.lat) == ("post", None)


def test_over_the_border_a_postcode_is_as_it_was_typed_and_is_no_point_here(world):
    map_of(world)
    row = world.voorziening()
    there = {"geheim": "nee", "adres": "Markt 1", "plaats": "Gent", "land": "BE"}
    add(world, row, **there, postcode="3811")
    place = Locatie.objects.get()
    assert (place.land, place.postcode, place.lat) == ("BE", "3811", None)
    assert "België" in text_of(Client().get(f"/sociale-kaart/{row.slug}/"))
    assert add(world, row, **OPEN, postcode="B-9000").status_code == 422


def test_a_country_or_kind_that_came_from_elsewhere_stays(world):
    place = Locatie.objects.create(regio=world.regio, soort="virtueel", land="FR")
    row = world.voorziening()
    plek = row.plekken.create(regio=world.regio, locatie=place)
    where = f"/beheer/plekken/{plek.uuid}/"
    sent = sheet(world.olga, where, naam="Beeldbellen")
    assert browser(world.olga).post(where, sent).status_code == 302
    place.refresh_from_db()
    assert (place.soort, place.land, place.naam) == ("virtueel", "FR", "Beeldbellen")


def test_in_which_country_a_secret_place_is_goes_too(world):
    row = world.voorziening()
    there = {"geheim": "nee", "adres": "Markt 1", "plaats": "Gent", "land": "BE"}
    add(world, row, **there)
    plek = row.plekken.get()
    where = f"/beheer/plekken/{plek.uuid}/"
    browser(world.olga).post(where, sheet(world.olga, where, geheim="ja"))
    plek.locatie.refresh_from_db()
    assert plek.locatie.land == "NL"
    assert not plek.locatie.versies.exclude(land="NL").exists()


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


# --- what holds at one address


def at(plek, stap: str = "") -> str:
    return f"/beheer/plekken/{plek.uuid}/" + (f"stap/{stap}/" if stap else "")


def fill_in(who, plek, stap: str = "", **more):
    where = at(plek, stap)
    return browser(who).post(where, sheet(who, where, **more))


@pytest.fixture
def plek(world):
    row = world.voorziening()
    add(world, row, **OPEN)
    return row.plekken.get()


def public(plek) -> str:
    return text_of(Client().get(f"/sociale-kaart/{plek.voorziening.slug}/"))


def test_all_of_an_address_is_on_the_kaart(world, plek):
    typed = {
        "adres_2": "Kamer 12",
        "omschrijving": "De ingang is achter.",
        "hier": "Alleen op maandag koffie.",
        "website": "https://huis.example/",
    }
    fill_in(world.olga, plek, **typed)
    page = public(plek)
    assert "Dorpsweg 1, Kamer 12" in page
    assert "Alleen op maandag koffie. De ingang is achter" in page
    assert "Website van deze plek" in page


def test_a_number_hours_and_somebody_to_ask_for_at_one_address(world, plek):
    typed = {"nummer_nieuw": "0100203040", "uren": "ma 9:00-12:00"}
    assert fill_in(world.olga, plek, "adres-contact", **typed)["Location"] == at(plek)
    fill_in(world.olga, plek, "adres-mensen", functie_nieuw="De balie")
    assert Telefoon.objects.get().plek == Contact.objects.get().plek == plek
    for page in (
        public(plek),
        text_of(browser(world.olga).get(at(plek))),
    ):
        assert "20 30 40" in page
        assert "De balie" in page
    assert "aandag" in public(plek)
    assert "20 30 40" in text_of(
        browser(world.olga).get(f"{HERE}{plek.voorziening.uuid}/")
    )
    fill_in(world.olga, plek, "adres-contact", uren="")
    assert not Openingstijd.objects.exists()


def test_with_two_addresses_it_is_said_which_number_and_person_are_where(world, plek):
    fill_in(world.olga, plek, "adres-contact", nummer_nieuw="0100203040")
    fill_in(world.olga, plek, "adres-mensen", functie_nieuw="Balie")
    assert "BalieDorpsweg 1" not in public(plek)
    add(world, plek.voorziening, geheim="nee", adres="Kerkpad 2", plaats="Eikendorp")
    other = plek.voorziening.plekken.latest("pk")
    typed = {"nummer_nieuw": "0100506070", "uitleg_nieuw": "alleen in de ochtend"}
    fill_in(world.olga, other, "adres-contact", **typed)
    page = public(plek)
    assert "20 30 40Dorpsweg 1" in page
    assert "50 60 70Kerkpad 2: alleen in de ochtend" in page
    assert "BalieDorpsweg 1" in page


def test_the_history_says_what_changed_at_an_address(world, plek):
    fill_in(world.olga, plek, "adres-contact", nummer_nieuw="0100203040")
    fill_in(world.olga, plek, adres_2="Kamer 12")
    where = f"{HERE}{plek.voorziening.uuid}/geschiedenis/"
    page = text_of(browser(world.olga).get(where))
    assert "20 30 40" in page
    assert "Kamer 12" in page
    fill_in(world.olga, plek, geheim="ja")
    page = text_of(browser(world.olga).get(where))
    assert "20 30 40" not in page
    assert "Kamer 12" not in page


def test_what_a_package_hung_on_the_address_is_changed_where_it_hangs(world, plek):
    other = world.voorziening("Cursus")
    other.plekken.create(regio=world.regio, locatie=plek.locatie)
    phone = Telefoon.objects.create(locatie=plek.locatie, nummer="0100203040")
    plek.locatie.openingstijd_set.create(
        herhaling="WEEKLY", dagen="MO", opent_om="09:00", sluit_om="17:00"
    )
    before = other.gewijzigd_op
    typed = {f"nummer_{phone.uuid}": "0100506070", "uren": "di 9:00-17:00"}
    fill_in(world.olga, plek, "adres-contact", **typed)
    phone.refresh_from_db()
    other.refresh_from_db()
    assert (phone.nummer, phone.locatie) == ("0100506070", plek.locatie)
    assert [row.dagen for row in plek.locatie.openingstijd_set.all()] == ["TU"]
    assert other.gewijzigd_op > before


def test_how_hours_will_read_is_shown_before_anything_is_kept(world, plek):
    answer = fill_in(world.olga, plek, "adres-contact", uren="ma 9-12", bekijk="ja")
    assert "Zo lezen mensen de tijden" in text_of(answer)
    assert not Openingstijd.objects.exists()


def test_of_two_at_one_address_nothing_is_lost(world, plek):
    phone = Telefoon.objects.create(plek=plek, nummer="0100203040")
    name = f"nummer_{phone.uuid}"
    early = sheet(world.olga, at(plek, "adres-contact"), **{name: "0100506070"})
    fill_in(world.teun, plek, "adres-contact", **{name: "0100809010"})
    answer = browser(world.olga).post(at(plek, "adres-contact"), early)
    assert answer.status_code == 409
    assert "Jij schreef: 0100506070" in text_of(answer)
    phone.refresh_from_db()
    assert phone.nummer == "0100809010"


def test_at_a_secret_address_nothing_is_asked_and_nothing_stays(world, plek):
    typed = {"nummer_nieuw": "0100203040", "uren": "ma 9:00-12:00"}
    fill_in(world.olga, plek, "adres-contact", **typed)
    early = sheet(world.teun, at(plek, "adres-contact"))
    fill_in(world.olga, plek, hier="Koffie", geheim="ja")
    assert "adres-contact" not in browser(world.olga).get(at(plek)).content.decode()
    assert browser(world.teun).post(at(plek, "adres-contact"), early).status_code == 404
    assert not Telefoon.objects.exists()
    plek.refresh_from_db()
    assert plek.omschrijving == ""


def test_a_step_that_is_not_there_is_not_there(world, plek):
    for stap in ("adres", "contact", "niets"):
        assert browser(world.olga).get(at(plek, stap)).status_code == 404


def test_its_past_says_what_is_not_as_usual(world):
    row = world.voorziening()
    there = {"geheim": "nee", "adres": "Markt 1", "plaats": "Gent", "land": "BE"}
    add(world, row, **there, soort="post")
    add(world, row, **OPEN)
    said = text_of(browser(world.olga).get(f"{HERE}{row.uuid}/geschiedenis/"))
    assert "Postadres, Markt 1, Gent, België" in said
    assert "Bezoekadres" not in said
    assert "NL" not in said
