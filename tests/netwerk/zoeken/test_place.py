"""What is found in a place is what serves it; where the office is only says how far."""

from datetime import timedelta

import pytest

from netwerk.models import Locatie, Voorzieningplek, Werkgebied
from netwerk.selectors.zoekplek import locate
from toegang.models import Gemeente, Wijk

pytestmark = pytest.mark.django_db
HIER, GINDS = (52.01, 5.5), (52.18, 5.5)


def test_the_head_office_does_not_decide(kaart):
    kaart.zet("Kantoor hier, voor ginds", punt=HIER, voor=kaart.ginds)
    kaart.zet("Kantoor ginds, voor hier", punt=GINDS, voor=kaart.hier)
    assert kaart.namen("kantoor", "Lindehoven") == ["Kantoor ginds, voor hier"]
    assert kaart.namen("kantoor", "Wilgenrade") == ["Kantoor hier, voor ginds"]


def test_what_serves_the_region_serves_each_gemeente_of_it(kaart):
    kaart.zet("Hele regio", voor=kaart.regio)
    kaart.zet("Zegt niets")
    assert set(kaart.namen("", "Wilgenrade")) == {"Hele regio", "Zegt niets"}
    assert kaart.namen("", "Heuvelen") == []


def test_a_wijk_counts_as_its_gemeente(kaart):
    row = kaart.zet("Buurtkamer")
    wijk = Wijk.objects.create(gemeente=kaart.hier, naam="Molenkwartier")
    Werkgebied.objects.create(voorziening=row, wijk=wijk)
    assert kaart.namen("", "Lindehoven") == ["Buurtkamer"]
    assert kaart.namen("", "Wilgenrade") == []


def test_an_area_that_is_only_a_name_judges_nothing(kaart):
    row = kaart.zet("Uit een pakket")
    Werkgebied.objects.create(voorziening=row, naam="Postcodes 1000-2000")
    assert kaart.namen("", "Wilgenrade") == ["Uit een pakket"]


def test_another_region_that_serves_this_gemeente_is_found(kaart):
    elders = kaart.world.elders
    row = kaart.zet("Van over de grens", regio=elders)
    Werkgebied.objects.create(voorziening=row, hele_regio=True)
    assert kaart.namen("", "Lindehoven") == []
    Werkgebied.objects.create(voorziening=row, gemeente=kaart.hier)
    assert kaart.namen("", "Lindehoven") == ["Van over de grens"]


def test_within_so_many_kilometres(kaart):
    kaart.zet("Dichtbij", punt=HIER)
    kaart.zet("Ver", punt=GINDS)
    assert kaart.namen("", "Lindehoven", "5") == ["Dichtbij"]
    assert set(kaart.namen("", "Lindehoven", "25")) == {"Dichtbij", "Ver"}
    assert set(kaart.namen("", "Lindehoven")) == {"Dichtbij", "Ver"}


@pytest.mark.parametrize("manier", ["online", "telefoon", "thuis"])
def test_what_comes_to_you_is_found_everywhere_it_serves(kaart, manier):
    kaart.zet("Komt", punt=GINDS, manieren=[manier], voor=kaart.regio)
    kaart.zet("Komt niet", punt=GINDS, manieren=["locatie"], voor=kaart.regio)
    assert kaart.namen("", "Lindehoven", "5") == ["Komt"]


def test_without_a_place_no_distance_and_after_those_with_one(kaart):
    kaart.zet("Aan de lijn", manieren=["telefoon"])
    kaart.zet("Ver", punt=GINDS)
    kaart.zet("Dichtbij", punt=HIER)
    found = kaart.zoek("", "Lindehoven", volgorde="dichtbij").rijen
    assert [rij.naam for rij in found] == ["Dichtbij", "Ver", "Aan de lijn"]
    assert found[-1].km is None
    assert 0 < found[0].km < 2


def test_a_secret_place_never_counts(kaart):
    row = kaart.zet("Opvang", voor=kaart.regio)
    secret = Locatie.objects.create(regio=kaart.regio, geheim=True)
    Voorzieningplek.objects.create(regio=kaart.regio, voorziening=row, locatie=secret)
    (rij,) = kaart.zoek("", "Lindehoven", "5").rijen
    assert (rij.km, rij.punt, rij.feiten.plaats) == (None, None, "")


def test_a_postal_address_is_no_place_to_go_to(kaart):
    row = kaart.zet("Postbus")
    kaart.at(row, *GINDS, soort="post")
    (rij,) = kaart.zoek("", "Lindehoven", "5").rijen
    assert rij.km is None


def test_the_nearest_of_several_places_counts(kaart):
    row = kaart.zet("Twee deuren", punt=GINDS)
    kaart.at(row, *HIER, plaats="Lindehoven")
    (rij,) = kaart.zoek("", "Lindehoven", "5").rijen
    assert (rij.feiten.plaats, round(rij.km)) == ("Lindehoven", 1)


def test_the_place_decides_which_region(kaart):
    found = locate("Heuvelen").plek
    assert (found.regio, found.gemeente) == (kaart.world.elders, kaart.verte)
    assert locate("").plek.overal
    assert locate("", slug="heuvelrug").plek.regio == kaart.world.elders


def test_with_one_region_it_is_that_region(kaart):
    kaart.world.elders_traject.delete()
    kaart.verte.delete()
    kaart.world.elders.rol_set.all().delete()
    kaart.world.elders.delete()
    assert locate("").plek.regio == kaart.regio


def test_an_unknown_postcode_is_said_and_the_words_still_search(kaart):
    kaart.zet("Schuldhulp", punt=HIER)
    found = locate("9999 ZZ")
    assert found.niet.reason == "postcode"
    assert found.plek.punt is None


def test_a_name_in_two_provinces_is_a_choice(kaart):
    kaart.plaats("Hengelo", 52.26, 6.79, provincie="Overijssel")
    kaart.plaats("Hengelo", 52.05, 6.31, provincie="Gelderland", gemeente="Bronckhorst")
    assert len(locate("Hengelo").niet.options) == 2


def test_a_gemeente_of_ours_without_a_point_decides_who_serves_it(kaart):
    nieuw = Gemeente.objects.create(regio=kaart.regio, naam="Oosterlaak")
    kaart.zet("Hier niet", voor=kaart.hier)
    kaart.zet("Daar wel", voor=nieuw, punt=HIER)
    (rij,) = kaart.zoek("", "oosterlaak", "5").rijen
    assert (rij.naam, rij.km) == ("Daar wel", None)


def test_outside_every_region_only_what_is_near_is_shown(kaart):
    kaart.plaats("Buitenpost", 52.05, 5.5, gemeente="Nergens")
    kaart.zet("Dichtbij", punt=HIER)
    kaart.zet("Aan de lijn", manieren=["telefoon"])
    found = locate("Buitenpost", "10").plek
    assert found.buiten
    assert kaart.namen("", "Buitenpost", "10") == ["Dichtbij"]


def test_a_closing_with_its_dates_and_another_way(kaart):
    row, other = kaart.zet("Inloop"), kaart.zet("Ander huis")
    kaart.open(row)
    row.laagdrempelig = True
    row.save()
    first, last = (
        kaart.world.today + timedelta(days=1),
        kaart.world.today + timedelta(30),
    )
    row.sluitingsperiodes.create(
        van=first, tot=last, reden="Verbouwing", alternatief=other
    )

    def seen(days):
        moment = kaart.now + timedelta(days=days)
        found = {rij.naam: rij for rij in kaart.zoek("inloop", now=moment).rijen}
        return found["Inloop"].vandaag, bool(found["Inloop"].sluiting)

    assert [seen(days) for days in (0, 1, 30, 31)] == [
        (True, True),
        (False, True),
        (False, True),
        (True, False),
    ]
    told = kaart.zoek("inloop").rijen[0].sluiting
    assert (told.reden, told.slug) == ("Verbouwing", other.slug)
