"""Somebody proposes a change of one address: of a secret one there is nothing to propose."""

from uuid import uuid4

from django.urls import reverse

import pytest

from netwerk.models import Locatie, Openingstijd, Telefoon, Voorstel
from tests.netwerk.aanbod.pages import HERE, sheet, text_of
from tests.netwerk.voorstellen.pages import act, forms_of, page_of
from tests.world import browser


@pytest.fixture
def plek(world):
    row = world.voorziening(kort="Koffie.")
    place = Locatie.objects.create(
        regio=world.regio, adres="Dorpsweg 1", plaats="Lindehoven"
    )
    return row.plekken.create(regio=world.regio, locatie=place)


def address_of(plek, stap: str) -> str:
    return reverse("voorstel_plek", args=[plek.voorziening.slug, plek.uuid, stap])


def propose(who, plek, stap: str, **more) -> Voorstel:
    where = address_of(plek, stap)
    browser(who).post(where, forms_of(who, where)[where] | more)
    return Voorstel.objects.latest("pk")


def test_an_address_is_taken_over_as_one(world, plek):
    moved = {"adres": "Kerkpad 2", "plaats": "Eikendorp", "vervoer": "Bus 4"}
    made = propose(world.petra, plek, "adres", **moved)
    page = browser(world.olga).get(page_of(made))
    assert "Adres, Dorpsweg 1" in text_of(page)
    boxes = forms_of(world.olga, page_of(made))[page_of(made)]["over"]
    assert boxes == ["adres", "vervoer"]
    act(world.olga, made, over=["adres"])
    plek.locatie.refresh_from_db()
    kept = plek.locatie
    assert (kept.adres, kept.plaats, kept.vervoer) == ("Kerkpad 2", "Eikendorp", "")


def test_a_number_and_hours_of_an_address(world, plek):
    typed = {"nummer_nieuw": "0100203040", "uren": "ma 9:00-12:00"}
    made = propose(world.petra, plek, "adres-contact", **typed)
    act(world.olga, made)
    assert Telefoon.objects.get().plek == plek
    assert Openingstijd.objects.get().plek == plek


def test_whom_to_ask_for_there(world, plek):
    act(world.olga, propose(world.petra, plek, "adres-mensen", functie_nieuw="Balie"))
    assert plek.contact_set.get().functie == "Balie"


def test_a_number_that_is_not_on_their_page_is_not_in_it(world, plek):
    Telefoon.objects.create(plek=plek, nummer="0100203040", mag_bellen="eigen")
    page = browser(world.petra).get(address_of(plek, "adres-contact"))
    assert "20 30 40" not in page.content.decode()


def test_of_a_secret_address_nothing_can_be_proposed(world, plek):
    start = reverse("voorstel_kiezen", args=[plek.voorziening.slug])
    assert "Dorpsweg 1" in text_of(browser(world.petra).get(start))
    Locatie.objects.update(geheim=True, adres="", plaats="")
    assert "Geheim adres" not in text_of(browser(world.petra).get(start))
    for stap in ("adres", "adres-contact", "adres-mensen"):
        assert browser(world.petra).get(address_of(plek, stap)).status_code == 404


def test_a_place_that_becomes_secret_takes_its_proposals_along(world, plek):
    propose(world.petra, plek, "adres", adres="Kerkpad 2")
    where = f"/beheer/plekken/{plek.uuid}/"
    browser(world.olga).post(where, sheet(world.olga, where, geheim="ja"))
    assert not Voorstel.objects.exists()


def test_of_an_address_that_is_gone_it_can_only_be_declined(world, plek):
    made = propose(world.petra, plek, "adres", adres="Kerkpad 2")
    browser(world.olga).post(f"/beheer/plekken/{plek.uuid}/weg/")
    assert "Dit adres is er niet meer" in text_of(
        browser(world.olga).get(page_of(made))
    )
    assert act(world.olga, made, over=["adres"]).status_code == 422
    act(world.olga, made, "voorstel_afwijzen", antwoord="Het is verhuisd.")
    made.refresh_from_db()
    assert made.status == "afgewezen"


def test_what_another_changes_meanwhile_is_looked_at_again(world, plek):
    made = propose(world.petra, plek, "adres", adres="Kerkpad 2")
    sent = forms_of(world.olga, page_of(made))[page_of(made)]
    Locatie.objects.update(adres="Molenweg 3")
    answer = browser(world.olga).post(page_of(made), sent)
    assert answer.status_code == 422
    assert "Er is net iets veranderd" in text_of(answer)
    plek.locatie.refresh_from_db()
    assert plek.locatie.adres == "Molenweg 3"


NEW_PLACE = {"adres": "Kerkpad 2", "plaats": "Eikendorp", "vervoer": "Bus 4"}


def new_place(who, plek, **more):
    where = reverse("voorstel_doen", args=[plek.voorziening.slug, "adres-nieuw"])
    return browser(who).post(where, forms_of(who, where)[where] | NEW_PLACE | more)


def test_an_address_that_is_not_there_yet_is_taken_over_with_one_press(world, plek):
    start = reverse("voorstel_kiezen", args=[plek.voorziening.slug])
    assert "Adres erbij" in text_of(browser(world.petra).get(start))
    new_place(world.petra, plek)
    made = Voorstel.objects.get()
    assert plek.voorziening.plekken.count() == 1
    assert "Adres erbij" in text_of(browser(world.olga).get(page_of(made)))
    assert forms_of(world.olga, page_of(made))[page_of(made)]["over"] == "adres"
    act(world.olga, made)
    kept = plek.voorziening.plekken.exclude(pk=plek.pk).get().locatie
    assert (kept.adres, kept.plaats, kept.vervoer) == tuple(NEW_PLACE.values())
    assert (kept.organisatie, kept.geheim) == (world.ggz, False)


def test_an_address_that_is_there_is_not_proposed_and_not_taken_over_twice(world, plek):
    there = {"adres": "dorpsweg 1", "plaats": "Lindehoven"}
    assert "Dit adres staat er al" in text_of(new_place(world.petra, plek, **there))
    assert not Voorstel.objects.exists()
    new_place(world.petra, plek)
    made = Voorstel.objects.get()
    Locatie.objects.update(adres="Kerkpad 2", plaats="Eikendorp")
    answer = act(world.olga, made)
    assert "Dit adres staat er al" in text_of(answer)
    assert plek.voorziening.plekken.count() == 1


def test_without_a_town_it_is_no_address(world, plek):
    answer = new_place(world.petra, plek, plaats="")
    assert "Vul in welke plaats het is" in text_of(answer)


def test_where_what_is_secret_could_be_nobody_writes_down(world, plek):
    new_place(world.petra, plek)
    where = f"/beheer/plekken/{plek.uuid}/"
    browser(world.olga).post(where, sheet(world.olga, where, geheim="ja"))
    assert not Voorstel.objects.exists()
    slug = plek.voorziening.slug
    start = reverse("voorstel_kiezen", args=[slug])
    assert "Adres erbij" not in text_of(browser(world.petra).get(start))
    there = reverse("voorstel_doen", args=[slug, "adres-nieuw"])
    assert browser(world.petra).get(there).status_code == 404


def test_so_too_when_a_secret_place_is_added(world, plek):
    new_place(world.petra, plek)
    form = {"uuid": str(uuid4()), "geheim": "ja"}
    browser(world.olga).post(f"{HERE}{plek.voorziening.uuid}/plek/", form)
    assert not Voorstel.objects.exists()
