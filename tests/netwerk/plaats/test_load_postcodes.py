"""An authoritative file: all of it, or nothing; it goes over what was there."""

from dataclasses import replace
from io import StringIO

from django.core.management import CommandError, call_command

import pytest

from netwerk.models import Plaats, Postcodegebied
from netwerk.rules.postcodebestand import Gebied
from netwerk.selectors.plaatsen import find_where
from netwerk.services.plaatsen import EIGEN, load_postcodes
from tests.kompas.logs import lines
from tests.netwerk.plaats.test_read_postcodes import GOOD

pytestmark = pytest.mark.django_db
WEESP = Gebied("1384", "Weesp", "Amsterdam", "Noord-Holland", 52.30, 5.04)


def load(path, **more) -> str:
    out = StringIO()
    call_command("laad_postcodes", path, stdout=out, stderr=out, **more)
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "4pp.csv"
    path.write_text(GOOD)
    return path


@pytest.mark.usefixtures("places")
def test_the_command_says_what_it_did(file):
    said = load(file)
    assert "Geladen uit 4pp.csv: 1 nieuw, 1 veranderd, 0 gelijk, 0 weg." in said
    assert "Overgeslagen: 1" in said
    assert "andere bron: 2" in said
    assert Postcodegebied.objects.get(code="3811").bron == "4pp.csv"
    assert "0 nieuw, 0 veranderd, 2 gelijk" in load(file)


def test_a_newer_file_of_one_source_takes_away_what_is_no_longer_in_it(file):
    load(file, bron="kadaster")
    file.write_text(GOOD.replace("2491", "2492"))
    assert "1 nieuw, 0 veranderd, 1 gelijk, 1 weg" in load(file, bron="kadaster")
    assert not Postcodegebied.objects.filter(code="2491").exists()


def test_loading_is_written_down_once(file):
    load(file)
    load(file)
    assert lines().count(("U", "postcodes", "platform")) == 1


@pytest.mark.parametrize(
    "tekst", [GOOD[:-4], GOOD + "9,38111,A,,,,,52.1,5.3,Adres", "nooit;gezien\n", ""]
)
def test_a_file_with_a_fault_loads_nothing(file, tekst):
    file.write_text(tekst)
    with pytest.raises(CommandError, match="Niets geladen: 1 fout in 4pp"):
        load(file)
    assert not Postcodegebied.objects.exists()


def test_every_fault_is_printed_with_its_line(file):
    file.write_text("postcode;plaats;lat;lon\n1;;52,1;5.3\n")
    err = StringIO()
    with pytest.raises(CommandError, match="3 fouten"):
        call_command("laad_postcodes", file, stderr=err)
    assert err.getvalue().count("Regel 2: ") == 3


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CommandError, match="kan niet gelezen"):
        load(tmp_path / "weg.csv")
    with pytest.raises(CommandError, match="kan niet gelezen"):
        load(tmp_path)


@pytest.mark.parametrize("bron", [EIGEN, f" {EIGEN} "])
def test_a_source_cannot_pass_for_ours(file, bron):
    with pytest.raises(CommandError, match="andere naam"):
        load(file, bron=bron)


@pytest.mark.usefixtures("places")
def test_places_that_were_not_known_become_known_in_the_middle_of_their_postcodes():
    load_postcodes(
        gebieden=[
            WEESP,
            replace(WEESP, code="1382", lat=52.32, ook_genoemd=("Weesop",)),
        ],
        bron="kadaster",
    )
    assert find_where("weesop").label == "Weesp"
    assert find_where("Weesp").lat == pytest.approx(52.31)


@pytest.mark.usefixtures("places")
def test_a_place_that_is_known_here_is_not_made_a_namesake_of_itself():
    bosch = Gebied("5211", "Den Bosch", "Den Bosch", "Brabant", 51.69, 5.31)
    load_postcodes(gebieden=[bosch], bron="kadaster")
    assert find_where("Den Bosch").label == "'s-Hertogenbosch"
    assert not Plaats.objects.filter(bron="kadaster").exists()


@pytest.mark.usefixtures("places")
def test_a_namesake_elsewhere_is_a_place_of_its_own():
    other = Gebied("6741", "De Bilt", "Ede", "Gelderland", 52.03, 5.66)
    load_postcodes(gebieden=[other], bron="kadaster")
    assert len(find_where("De Bilt").options) == 2


def test_a_place_in_a_file_without_provinces_stays_a_postcode_only():
    load_postcodes(gebieden=[replace(WEESP, provincie="")], bron="kadaster")
    assert not Plaats.objects.exists()
