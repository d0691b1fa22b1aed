"""A regiobeheerder keeps the numbers of the own region, and the log says so."""

from datetime import date
from uuid import uuid4

from django.urls import reverse

import pytest
from lxml import html

from netwerk.models import Hulpnummer, Zorgenadres
from tests.kompas.logs import lines
from tests.netwerk.hulp import rows
from tests.world import browser
from toegang.models import Gemeente, Wijk

LIST = "/netwerk/hulpnummers/"


def sent(form, world, **more):
    """A form as the page of teun posts it."""
    return {"_rol": "regiobeheerder", "uuid": uuid4()} | form | more


LINE = {
    "rubriek": "dokter",
    "situatie": "’s Avonds en in het weekend",
    "uitleg": "Huisartsenpost Lindestroom.",
    "nummer": "0100 – 11 22 33",
    "mag_bellen": "iedereen",
    "wanneer": "Dag en nacht",
    "kosten": "",
    "kort": "Huisartsenpost",
    "taal": "nl",
    "volgorde": 20,
}
ADDRESS = {
    "adres": "wijkteam",
    "naam": "Wijkteam Molenkwartier",
    "soorten": ["zelfzorg"],
    "nummer": "0100 – 33 22 11",
    "mag_bellen": "iedereen",
    "wat_dan": "Iemand luistert.",
    "volgorde": 10,
}


def test_a_number_that_is_added_stands_on_the_page(world):
    answer = browser(world.teun).post(reverse("hulpnummer_nieuw"), sent(LINE, world))
    assert answer["Location"] == LIST
    page = browser().get(reverse("hulp_nu_regio", args=[world.regio.slug]))
    assert "0100 – 11 22 33" in page.content.decode()
    assert ("C", "hulpnummer", "lindestroom") in lines()


def test_sent_twice_it_is_added_once(world):
    form = sent(LINE, world)
    for _ in range(2):
        browser(world.teun).post(reverse("hulpnummer_nieuw"), form)
    assert Hulpnummer.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"nummer": "bel ons"}, "Hier staat geen telefoonnummer."),
        ({"nummer": "0100 112233 keuze 2"}, "Zet hier alleen het nummer."),
        ({"mag_bellen": "verwijzers"}, "Vertel hoe iemand er wel komt."),
        ({"situatie": "x" * 200}, "Dit is te lang."),
        ({"volgorde": "veel"}, "Vul een getal in."),
        ({"rubriek": "onzin"}, "Kies iets uit de lijst."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(world, wrong, said):
    form = sent(LINE, world, **wrong)
    answer = browser(world.teun).post(reverse("hulpnummer_nieuw"), form)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert "Huisartsenpost Lindestroom." in page
    assert not Hulpnummer.objects.exists()


def test_a_zero_that_fell_off_is_put_back(world):
    form = sent(LINE, world, nummer="884001205")
    browser(world.teun).post(reverse("hulpnummer_nieuw"), form)
    assert Hulpnummer.objects.get().nummer == "088 – 400 12 05"


def test_an_address_for_a_wijk_knows_its_gemeente(world):
    wijk = Wijk.objects.create(gemeente=world.gemeente, naam="Molenkwartier")
    form = sent(ADDRESS, world, wijk=wijk.pk)
    browser(world.teun).post(reverse("zorgenadres_nieuw"), form)
    made = Zorgenadres.objects.get()
    assert (made.gemeente, made.wijk) == (world.gemeente, wijk)
    assert ("C", "zorgenadres", "lindestroom") in lines()


def test_a_wijk_of_another_gemeente_is_asked_again(world):
    other = Gemeente.objects.create(regio=world.regio, naam="Wilgenrade")
    wijk = Wijk.objects.create(gemeente=other, naam="Dorp")
    form = sent(ADDRESS, world, wijk=wijk.pk, gemeente=world.gemeente.pk)
    answer = browser(world.teun).post(reverse("zorgenadres_nieuw"), form)
    assert "Dorp ligt in Wilgenrade" in answer.content.decode()


def test_a_gemeente_of_another_region_cannot_be_chosen(world):
    far = Gemeente.objects.create(regio=world.elders, naam="Ver")
    form = sent(ADDRESS, world, gemeente=far.pk)
    answer = browser(world.teun).post(reverse("zorgenadres_nieuw"), form)
    assert answer.status_code == 422
    assert not Zorgenadres.objects.exists()


def test_checked_is_today_and_logged(world, today):
    row = rows.line(world.regio, gecontroleerd_op=date(2025, 1, 1))
    where = reverse("hulpnummer_gecontroleerd", args=[row.uuid])
    browser(world.teun).post(where, {"_rol": "regiobeheerder"})
    row.refresh_from_db()
    assert row.gecontroleerd_op == today
    assert ("U", "hulpnummer", "lindestroom") in lines()


def test_removed_it_is_gone_from_the_page_and_logged(world):
    row = rows.address(world.regio)
    where = reverse("zorgenadres_weg", args=[row.uuid])
    browser(world.teun).post(where, {"_rol": "regiobeheerder"})
    assert not Zorgenadres.objects.exists()
    assert ("D", "zorgenadres", "lindestroom") in lines()


def test_numbers_of_the_country_are_nobodys_to_change(world):
    row = rows.line(None, sleutel="113", nummer="113")
    where = reverse("hulpnummer", args=[row.uuid])
    assert browser(world.teun).get(where).status_code == 404


def test_the_list_is_of_the_own_region(world):
    rows.line(world.elders, situatie="Van elders")
    page = html.fromstring(browser(world.teun).get(LIST).content)
    assert "Van elders" not in page.text_content()
