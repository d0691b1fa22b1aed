"""Remarks: without a name, in an order of chance, and hidden with a trace."""

import re

import pytest

from kompas.models import Stellingantwoord
from kompas.rules.opmerkingen import merk
from tests.kompas.uitkomsten.channels import everything
from tests.kompas.uitkomsten.log import said_about
from tests.kompas.uitkomsten.table import address, page, words
from tests.world import browser

NASTY = "<script>alert(1)</script> & \u202eرأي 🙂"
TEXTS = [f"Wat persoon {letter} vindt." for letter in "abcdefgh"]


@pytest.fixture
def talking(tafel):
    """Eight people say something at two statements, in the same order."""
    for nummer, people in ((1, TEXTS), (2, TEXTS)):
        stelling = tafel.stelling("visie", nummer)
        for place, text in enumerate(people):
            tafel.says(stelling, "ervaring", place, f"{text[:-1]} bij {nummer}.")
    tafel.open()
    return tafel


def remarks(user, ronde, volgorde: int) -> list[str]:
    shown = page(user, "uitkomst_stelling", ronde, "visie", volgorde)
    return [words(quote).strip("“”") for quote in shown.iter("blockquote")]


def mark_of(user, ronde, text: str) -> str:
    shown = page(user, "uitkomst_stelling", ronde, "visie", 1)
    (row,) = [li for li in shown.iter("li") if text in words(li)]
    return row.xpath(".//input[@name='merk']")[0].get("value")


def hide(user, ronde, text: str, reden: str = "Herkenbaar voor één persoon"):
    data = {"merk": mark_of(user, ronde, text), "reden": reden}
    return browser(user).post(address("opmerking_verbergen", ronde, "visie", 1), data)


def test_all_stand_there_in_another_order_than_people_came_and_per_statement(
    world, talking
):
    first, second = (remarks(world.amina, talking.ronde, n) for n in (1, 2))
    order = [[text[12] for text in found] for found in (first, second)]
    assert sorted(order[0]) == sorted(order[1]) == list("abcdefgh")
    assert order[0] != list("abcdefgh") != order[1] != order[0]


def test_the_order_stays_when_the_page_is_read_again(world, talking):
    assert remarks(world.amina, talking.ronde, 1) == remarks(
        world.wim, talking.ronde, 1
    )


def test_nothing_that_goes_out_runs_through_two_statements(world, talking):
    """Guest 3 is recognised at one statement; nothing leads to the other."""
    sent = everything(world.noor, talking.ronde)
    ballots = [str(ballot.pk) for ballot in talking.people["ervaring"]]
    assert [
        b
        for b in ballots
        for text in sent.values()
        if b in text or b.replace("-", "") in text
    ] == []
    marks = [
        set(
            re.findall(
                r'name="merk" value="([0-9a-f]+)"',
                sent[f"uitkomst_stelling ('visie', {n})"],
            )
        )
        for n in (1, 2)
    ]
    assert len(marks[0]) == len(marks[1]) == 8
    assert not marks[0] & marks[1]


def test_the_same_words_at_two_statements_have_no_mark_in_common(talking):
    uuid = talking.ronde.uuid
    assert merk(uuid, "stelling 1", "Ja.") != merk(uuid, "stelling 2", "Ja.")


def test_a_hidden_remark_is_gone_everywhere_and_its_trace_is_there(world, talking):
    gone = "Wat persoon c vindt bij 1."
    assert hide(world.noor, talking.ronde, gone).status_code == 302
    sent = everything(world.amina, talking.ronde)
    assert [place for place, text in sent.items() if gone in text] == []
    shown = words(page(world.amina, "uitkomst_stelling", talking.ronde, "visie", 1))
    assert "Een opmerking is verborgen door Noor op" in shown
    assert "Reden: Herkenbaar voor één persoon" in shown
    assert "Reden: Herkenbaar voor één persoon" in sent["opmerkingen.csv"]
    assert "Reden: Herkenbaar voor één persoon" in sent["rapport"]


def test_the_log_says_at_which_statement_and_not_whose(world, talking):
    hide(world.noor, talking.ronde, "Wat persoon c vindt bij 1.")
    stelling = talking.stelling().pk
    assert said_about("opmerking") == [
        (str(talking.ronde.uuid), f"stelling {stelling} verborgen")
    ]


def test_it_can_be_shown_again(world, talking):
    text = "Wat persoon c vindt bij 1."
    data = {"merk": mark_of(world.noor, talking.ronde, text)}
    hide(world.noor, talking.ronde, text)
    browser(world.noor).post(
        address("opmerking_tonen", talking.ronde, "visie", 1), data
    )
    assert text in remarks(world.amina, talking.ronde, 1)
    assert not Stellingantwoord.objects.exclude(verborgen_reden="").exists()


def test_without_a_reason_nothing_is_hidden_and_the_field_says_so(world, talking):
    text = "Wat persoon c vindt bij 1."
    answer = hide(world.noor, talking.ronde, text, reden="  ")
    assert answer.status_code == 422
    assert "Vul dit in." in answer.content.decode()
    assert text in remarks(world.amina, talking.ronde, 1)


def test_two_with_the_same_words_are_hidden_together(world, tafel):
    for place in range(2):
        tafel.says(tafel.stelling(), "ervaring", place, "Ik werk bij de gemeente.")
    tafel.open()
    shown = page(world.noor, "uitkomst_stelling", tafel.ronde, "visie", 1)
    mark = shown.xpath("//input[@name='merk']")[0].get("value")
    data = {"merk": mark, "reden": "Herkenbaar"}
    browser(world.noor).post(
        address("opmerking_verbergen", tafel.ronde, "visie", 1), data
    )
    assert remarks(world.noor, tafel.ronde, 1) == []


@pytest.mark.parametrize("merk", ["0" * 32, "é", "'; DROP TABLE"])
def test_an_unknown_mark_is_not_found(world, talking, merk):
    data = {"merk": merk, "reden": "Herkenbaar"}
    for name in ("opmerking_verbergen", "opmerking_tonen"):
        answer = browser(world.noor).post(
            address(name, talking.ronde, "visie", 1), data
        )
        assert answer.status_code == 404


def test_only_who_leads_has_the_buttons(world, talking):
    for who in (world.amina, world.teun):
        shown = page(who, "uitkomst_stelling", talking.ronde, "visie", 1)
        assert not shown.xpath("//input[@name='merk']")


def test_words_that_look_like_a_page_stay_words(world, tafel):
    tafel.says(tafel.stelling(), "ervaring", 0, NASTY)
    tafel.open()
    sent = everything(world.noor, tafel.ronde)
    assert [
        place
        for place, text in sent.items()
        if "<script>alert" in text and not place.endswith("csv")
    ] == []
    assert NASTY in remarks(world.amina, tafel.ronde, 1)
