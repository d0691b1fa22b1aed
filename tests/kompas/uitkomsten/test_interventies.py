"""The card without scores: own words, working methods, and names for the region."""

import pytest

from kompas.models import EigenWerkwijze
from tests.kompas.uitkomsten.table import address, page, rows, words
from tests.world import browser


@pytest.fixture(autouse=True)
def _said(tafel):
    tafel.tells(
        4,
        "ervaring",
        "Buurtkoken\nWandelen",
        "buurt koken; Tuinploeg",
        "Een lange zin over wat wij doen, en waarom.",
    )
    tafel.uses("Resourcegroep", "uitvoering", "doen", "doen", "willen")
    tafel.uses("Maatjesproject", "beleid", "willen", "weet_niet")
    tafel.open()


def shown(user, tafel):
    return page(user, "uitkomst_kaart", tafel.ronde, "interventies")


def keep(user, tafel, **data):
    return browser(user).post(address("eigen_werkwijze", tafel.ronde), data)


def test_answers_stand_there_as_quotes_without_a_name(world, tafel):
    quotes = [words(quote) for quote in shown(world.amina, tafel).iter("blockquote")]
    assert sorted(quotes) == [
        "“Buurtkoken Wandelen”",
        "“Een lange zin over wat wij doen, en waarom.”",
        "“buurt koken; Tuinploeg”",
    ]


def test_the_methods_are_counted_most_used_first(world, tafel):
    card = shown(world.amina, tafel)
    assert rows(card, "Meedoen")[1:] == [
        ["Resourcegroep", "2", "1", "0"],
        ["Maatjesproject", "0", "1", "1"],
    ]
    assert "1 werkwijze in gebruik, 1 gewenst." in words(card)


def test_the_theme_says_it_in_one_line(world, tafel):
    card = page(world.amina, "uitkomsten", tafel.ronde)
    (row,) = [r for r in card.iter("tr") if words(r).startswith("Interventies")]
    assert "Geen score. 3 antwoorden in eigen woorden." in words(row)


def test_who_leads_merges_spellings_into_one_name_of_the_region(world, tafel):
    answer = keep(
        world.noor,
        tafel,
        genoemd=["Buurtkoken", "Buurt koken"],
        naam="Samen koken in de buurt",
    )
    assert answer.status_code == 302
    kept = EigenWerkwijze.objects.get()
    assert (kept.naam, kept.ook_genoemd) == (
        "Samen koken in de buurt",
        ["Buurt koken", "Buurtkoken"],
    )
    card = words(shown(world.amina, tafel))
    assert "Dit doen wij ook in onze regio Samen koken in de buurt" in card


def test_what_was_merged_is_not_asked_again(world, tafel):
    keep(
        world.noor,
        tafel,
        genoemd=["Buurtkoken", "Buurt koken"],
        naam="Samen koken in de buurt",
    )
    card = shown(world.noor, tafel)
    offered = card.xpath("//input[@name='genoemd']/@value")
    assert "Tuinploeg" in offered
    assert not {"Buurtkoken", "Buurt koken"} & set(offered)


def test_one_name_can_be_kept_as_it_is(world, tafel):
    keep(world.noor, tafel, genoemd=["Tuinploeg"], naam="")
    assert EigenWerkwijze.objects.get().naam == "Tuinploeg"


def test_a_name_that_is_kept_already_stays_one_whatever_its_capitals(world, tafel):
    keep(world.noor, tafel, naam="Tuinploeg")
    keep(world.noor, tafel, naam="TUINPLOEG", genoemd=["Wandelen"])
    assert [row.naam for row in EigenWerkwijze.objects.all()] == ["Tuinploeg"]
    assert EigenWerkwijze.objects.get().ook_genoemd == ["Wandelen"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "Kies een naam, of schrijf er zelf een."),
        (
            {"genoemd": ["Buurtkoken", "Tuinploeg"]},
            "Schrijf hoe jullie deze namen samen noemen.",
        ),
        ({"genoemd": ["Iets van een ander"]}, "Kies iets uit de lijst."),
        ({"naam": "x" * 161}, "Dit is te lang."),
    ],
)
def test_what_is_missing_is_said(world, tafel, data, said):
    answer = keep(world.noor, tafel, **data)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not EigenWerkwijze.objects.exists()


def test_the_list_belongs_to_the_region_and_not_to_the_edition(world, tafel):
    keep(world.noor, tafel, naam="Tuinploeg")
    assert EigenWerkwijze.objects.get().regio == world.regio
    assert not tafel.ronde.editie.werkwijzen.filter(naam="Tuinploeg").exists()


def test_somebody_who_does_not_lead_reads_the_list_and_has_no_form(world, tafel):
    assert not shown(world.amina, tafel).xpath("//input[@name='naam']")
