"""A guest reads the outcome of an open card on the phone, and nothing else."""

from django.urls import reverse

import pytest
from lxml import html

from kompas.services import stemmen
from tests.kompas.meedoen.people import joined
from tests.kompas.uitkomsten.table import rows, words
from tests.world import browser


@pytest.fixture
def gast(tafel):
    """A browser in which somebody joined with the code."""
    return joined(tafel.ronde)


def seen(phone, name: str, tafel, *parts: object) -> html.HtmlElement:
    answer = phone.get(reverse(name, args=[tafel.ronde.code, *parts]))
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode()).get_element_by_id("inhoud")


@pytest.fixture
def scored(tafel):
    tafel.scores(tafel.stelling(), ervaring="1 1 2", uitvoering="2 3 2")
    tafel.says(tafel.stelling(), "ervaring", 0, "Ik wachtte vijf maanden.")
    return tafel


def test_on_the_card_is_how_the_group_thinks(scored, gast):
    scored.open("visie")
    shown = seen(gast, "meedoen_uitkomst", scored, "visie")
    assert rows(shown, "Uitkomst per stelling")[1][:3] == [
        "1. Stelling 1 van visie.", "Eens", "2",
    ]  # fmt: skip


def test_each_statement_leads_to_its_figures_groups_and_remarks(scored, gast):
    scored.open("visie")
    card = seen(gast, "meedoen_uitkomst", scored, "visie")
    (link,) = {a.get("href") for a in card.iter("a") if words(a).startswith("1. ")}
    shown = html.fromstring(gast.get(link).content.decode())
    said = words(shown)
    assert "Jullie zijn het eens. De middelste score is 2." in said
    assert len(rows(shown, "Antwoorden per groep")) == 3
    assert "Ik wachtte vijf maanden." in said
    assert not shown.xpath("//form[@method='post'][not(contains(@action, 'letters'))]")


def test_a_card_that_is_closed_leads_back_to_the_cards(scored, gast):
    for name, parts in (
        ("meedoen_uitkomst", ["visie"]),
        ("meedoen_uitkomst_stelling", ["visie", 1]),
    ):
        answer = gast.get(reverse(name, args=[scored.ronde.code, *parts]))
        assert answer.status_code == 302
        assert answer.url == reverse("meedoen_kaarten", args=[scored.ronde.code])


def test_the_card_one_answered_leads_to_it(scored, gast):
    scored.open("visie")
    shown = seen(gast, "meedoen_kaart", scored, "visie")
    assert reverse(
        "meedoen_uitkomst", args=[scored.ronde.code, "visie"]
    ) in shown.xpath("//a/@href")


def test_own_words_and_working_methods_can_be_read(scored, gast):
    scored.tells(4, "ervaring", "Buurtkoken")
    scored.uses("Resourcegroep", "uitvoering", "doen", "doen")
    scored.open("interventies")
    said = words(seen(gast, "meedoen_uitkomst", scored, "interventies"))
    assert "“Buurtkoken”" in said
    assert "Resourcegroep 2 0 0" in said


def test_when_the_round_is_closed_so_is_this_page(scored, gast):
    scored.open("visie")
    stemmen.cut(ronde=scored.ronde)
    answer = gast.get("/meedoen/KV73MP/uitkomst/visie/")
    assert answer.status_code == 410


def test_somebody_who_did_not_join_is_led_to_the_door(scored):
    scored.open("visie")
    answer = browser().get(
        reverse("meedoen_uitkomst", args=[scored.ronde.code, "visie"])
    )
    assert (answer.status_code, answer.url) == (
        302,
        reverse("meedoen_ronde", args=[scored.ronde.code]),
    )


@pytest.mark.parametrize("parts", [["gezelligheid"], ["visie", 99], ["visie", 0]])
def test_what_is_not_there_is_not_found(scored, gast, parts):
    scored.open("visie")
    name = "meedoen_uitkomst" if len(parts) == 1 else "meedoen_uitkomst_stelling"
    assert gast.get(reverse(name, args=[scored.ronde.code, *parts])).status_code == 404
