"""Another spelling, a typing error or another word still finds it, with the reason."""

import pytest

from netwerk.choices import Status
from netwerk.models import Zoeksynoniem
from netwerk.rules.zoeken import Soort

pytestmark = pytest.mark.django_db


@pytest.fixture
def gevuld(kaart):
    for naam, trefwoorden in {
        "Diëtist aan huis": [],
        "Schuldhulpverlening van de gemeente": ["geldzaken"],
        "Psychosegroep": [],
        "Novum verslavingszorg": [],
        "Praten met een ervaringsdeskundige": [],
        "Doen": [],
        "Zelf": [],
        "Er Zijn": [],
        "Stichting 113": [],
        "IPS Werk": [],
        "Wandelclub": ["bewegen"],
    }.items():
        kaart.zet(naam, trefwoorden=trefwoorden)
    return kaart


@pytest.mark.parametrize("where", ["draft", "stopped", "elsewhere"])
def test_a_page_that_is_not_found_hides_no_other(gevuld, where):
    """Somebody's draft with a typing error in it is nobody's answer."""
    more = {
        "draft": {"status": Status.INACTIEF},
        "stopped": {
            "status": Status.GESTOPT,
            "gestopt_op": gevuld.world.today,
            "gestopt_reden": "Geen geld meer",
        },
        "elsewhere": {"regio": gevuld.world.elders},
    }[where]
    gevuld.world.voorziening("Proef verslavingzorrg", **more)
    assert "Novum verslavingszorg" in gevuld.namen("verslavingzorrg")


@pytest.mark.parametrize(
    ("typed", "naam"),
    [
        ("dietist", "Diëtist aan huis"),
        ("diëtist", "Diëtist aan huis"),
        ("dïetist", "Diëtist aan huis"),
        ("DIETIST", "Diëtist aan huis"),
        ("schuldhulp verlening", "Schuldhulpverlening van de gemeente"),
        ("schuld-hulpverlening", "Schuldhulpverlening van de gemeente"),
        ("schuld hulp verlening", "Schuldhulpverlening van de gemeente"),
        ("psychose", "Psychosegroep"),
        ("verslavingzorg", "Novum verslavingszorg"),
        ("verslaving", "Novum verslavingszorg"),
        ("ervaringsdeskundiche", "Praten met een ervaringsdeskundige"),
        ("ervaringsdeskundigen", "Praten met een ervaringsdeskundige"),
        ("budgetcoach", "Schuldhulpverlening van de gemeente"),
        ("schulden", "Schuldhulpverlening van de gemeente"),
        ("hulpverlening", "Schuldhulpverlening van de gemeente"),
        ("Doen", "Doen"),
        ("Zelf", "Zelf"),
        ("Er Zijn", "Er Zijn"),
        ("er zijn", "Er Zijn"),
        ("113", "Stichting 113"),
        ("IPS", "IPS Werk"),
        ("wandelclubs", "Wandelclub"),
        ("hulp bij mijn schulden", "Schuldhulpverlening van de gemeente"),
    ],
)
def test_the_provision_is_in_the_first_five(gevuld, synoniemen, typed, naam):
    assert naam in gevuld.namen(typed)[:5]


def test_small_words_never_list_everything(gevuld):
    assert gevuld.namen("de het een van") == []
    assert gevuld.namen("doen") == ["Doen"]


def test_the_reason_says_how_it_was_found(gevuld, synoniemen):
    def reason(typed):
        first = gevuld.zoek(typed).rijen[0].redenen[0]
        return first.soort, first.label

    assert reason("verslavingzorg") == (Soort.LIJKT, "verslavingszorg")
    assert reason("budgetcoach") == (Soort.OOK, "geldzaken")
    assert reason("hulpverlening") == (Soort.ERIN, "schuldhulpverlening")
    assert reason("wandelclubs") == (Soort.ZELF, "wandelclubs")


def test_a_word_that_is_there_is_taken_for_no_other(kaart):
    kaart.zet("Woongroep")
    kaart.zet("Hoorgroep")
    assert kaart.namen("woongroep") == ["Woongroep"]


def test_only_the_word_itself_when_asked(gevuld, synoniemen):
    assert gevuld.namen("schulden")
    assert gevuld.namen("schulden", letterlijk=True) == []


def test_a_compound_finds_the_words_written_apart(kaart):
    kaart.zet("Schuldhulp verlening Oost")
    assert kaart.namen("schuldhulpverlening") == ["Schuldhulp verlening Oost"]


def test_a_region_has_synonyms_of_its_own(kaart):
    kaart.zet("Het Anker")
    own = {"woord": "loket", "ook": ["het anker"]}
    Zoeksynoniem.objects.create(regio=kaart.regio, **own)
    assert kaart.namen("loket") == ["Het Anker"]
    Zoeksynoniem.objects.update(regio=kaart.world.elders)
    assert kaart.namen("loket") == []


@pytest.mark.parametrize(
    ("typed", "more"),
    [
        ("eigen kracht", {"functies": ["kracht"]}),
        ("zin in het leven", {"domeinen": ["zin"]}),
        ("Wmo", {"wetten": ["wmo"]}),
        ("online", {"manieren": ["online"]}),
        ("familievertrouwenspersoon", {"onafhankelijk": "fvp"}),
    ],
)
def test_the_name_of_what_it_is_for_finds_it(kaart, typed, more):
    kaart.zet("Een", **more)
    kaart.zet("Ander")
    assert kaart.namen(typed) == ["Een"]


def test_the_name_and_abbreviation_of_a_way_of_working_find_it(kaart, synoniemen):
    from kompas.models import Werkwijze

    editie = kaart.world.edition()
    naam = "Individuele Plaatsing en Steun"
    Werkwijze.objects.filter(pk=editie.werkwijzen.first().pk).update(
        naam=naam, sleutel="plaatsing"
    )
    kaart.zet("Aan het werk", werkwijzen=["plaatsing"])
    assert kaart.namen(naam) == kaart.namen("IPS") == ["Aan het werk"]


def test_words_that_never_stand_together_give_what_has_one_of_them(gevuld):
    found = gevuld.zoek("wandelclub psychosegroep")
    assert found.los
    assert {rij.naam for rij in found.rijen} == {"Wandelclub", "Psychosegroep"}


def test_a_name_goes_before_a_keyword_and_that_before_a_text(kaart):
    kaart.zet("A", omschrijving="Ook tuinieren")
    kaart.zet("B", trefwoorden=["tuinieren"])
    kaart.zet("C tuinieren")
    assert kaart.namen("tuinieren") == ["C tuinieren", "B", "A"]


def test_what_is_not_on_the_kaart_is_not_found(kaart):
    kaart.zet("Oud huis", status="inactief")
    assert kaart.namen("oud huis") == []
