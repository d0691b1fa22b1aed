"""Of a card that is not open nothing is counted, anywhere."""

import pytest

from kompas.documents.rapport import uitkomstrapport
from tests.kompas.uitkomsten.table import address, page, words
from tests.world import browser

SECRET = "alleen ik weet dit"


@pytest.fixture
def full(tafel):
    """Everybody answered everything of Visie; only the card Samenwerking is open."""
    stelling = tafel.stelling()
    tafel.scores(stelling, ervaring="5 5 5", uitvoering="5 5 5", beleid="5 5 5")
    tafel.says(stelling, "ervaring", 0, SECRET)
    tafel.scores(tafel.stelling("samenwerking"), ervaring="1 2 3")
    tafel.open("samenwerking")
    return tafel


@pytest.mark.parametrize("who", ["noor", "amina", "teun"])
@pytest.mark.parametrize(
    ("name", "parts"),
    [("uitkomst_kaart", ["visie"]), ("uitkomst_stelling", ["visie", 1])],
)
def test_it_says_that_the_outcome_is_closed_and_nothing_else(
    world, full, who, name, parts
):
    shown = page(getattr(world, who), name, full.ronde, *parts)
    said = words(shown.get_element_by_id("uitkomst"))
    assert "De uitkomst is nog dicht" in said
    assert not set("0123456789") & set(said)
    assert not [*shown.iter("table", "blockquote", "svg")][3:]  # three icons


def test_who_waits_reads_who_opens_it_and_the_page_looks_again_by_itself(world, full):
    shown = page(world.amina, "uitkomst_kaart", full.ronde, "visie")
    assert "Noor opent de kaart als iedereen klaar is." in words(shown)
    assert shown.get_element_by_id("uitkomst").get("hx-trigger") == "every 15s"
    full.open("visie")
    shown = page(world.amina, "uitkomst_kaart", full.ronde, "visie")
    assert not shown.xpath("//*[@hx-trigger]")


def test_the_themes_do_not_count_it_either(world, full):
    shown = page(world.amina, "uitkomsten", full.ronde)
    (row,) = [r for r in shown.iter("tr") if words(r).startswith("Visie")]
    assert words(row) == "Visie 2 stellingen, voor iedereen De uitkomst is nog dicht"


def test_nor_do_file_and_report(world, full):
    for soort in ("stellingen", "opmerkingen", "werkwijzen"):
        answer = browser(world.noor).get(address("uitkomst_csv", full.ronde, soort))
        assert "Visie" not in answer.content.decode()
    html = uitkomstrapport(full.ronde).html
    assert SECRET not in html
    assert "Stelling 1 van visie" not in html
    assert "De uitkomst is nog dicht." in html
