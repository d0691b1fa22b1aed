"""What a telephone shows while answers save themselves: nothing is lost in silence, and
nothing moves or jumps under the thumb."""

import pytest
from playwright.sync_api import expect

from kompas.models import Inventarisantwoord, Stellingantwoord
from kompas.services import rondes

expect.set_options(timeout=15_000)


@pytest.fixture
def ronde(world):
    return world.new_ronde()


@pytest.fixture
def phone(people, ronde):
    page = people.page()
    page.goto(f"/meedoen/{ronde.code}/")
    page.locator("input[value=client]").check(force=True)
    with page.expect_navigation():
        page.click("main button[type=submit]")
    return page


def statement(page, ronde, number: int = 1) -> None:
    page.goto(f"/meedoen/{ronde.code}/kaart/visie/{number}/")


def choose(page, score: int) -> None:
    page.locator(f"#keuze-{score}").check(force=True)


def kept() -> list[tuple[str, str]]:
    return list(Stellingantwoord.objects.values_list("keuze", "opmerking"))


def says(page, words: str) -> None:
    expect(page.locator("#bewaard")).to_contain_text(words)


def focused(page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.name")


def test_the_focus_stays_on_what_was_chosen(phone, ronde):
    statement(phone, ronde)
    phone.locator("#keuze-2").focus()
    phone.keyboard.press("ArrowRight")
    says(phone, "Bewaard om")
    assert focused(phone) == "keuze-3"
    assert kept() == [("3", "")]


def test_words_save_themselves_while_typing_and_the_cursor_stays(phone, ronde):
    statement(phone, ronde)
    phone.click("summary:has-text('Iets erbij zeggen')")
    phone.locator("#opmerking").press_sequentially("Ik wacht al lang")
    says(phone, "Bewaard om")
    assert focused(phone) == "opmerking"
    assert kept() == [("", "Ik wacht al lang")]


def test_a_button_pressed_right_after_typing_is_not_missed(phone, ronde):
    """Leaving the text saves it, and that may move nothing under the thumb."""
    statement(phone, ronde)
    choose(phone, 2)
    says(phone, "Bewaard om")
    phone.click("summary:has-text('Wat bedoelen we')")
    phone.click("summary:has-text('Iets erbij zeggen')")
    phone.fill("#opmerking", "Kort")
    with phone.expect_navigation():
        phone.click("button:has-text('Bewaren en verder')")
    assert phone.url.endswith("/visie/2/")
    assert kept() == [("2", "Kort")]


def test_without_a_line_the_page_says_so_and_sends_on_request(phone, ronde):
    statement(phone, ronde)
    choose(phone, 4)
    says(phone, "Bewaard om")
    phone.context.set_offline(True)
    choose(phone, 2)
    says(phone, "Nog niet bewaard")
    assert kept() == [("4", "")]
    phone.context.set_offline(False)
    phone.click("[data-opnieuw]")
    says(phone, "Bewaard om")
    assert kept() == [("2", "")]


def test_two_tabs_the_last_answer_counts_and_both_say_it_is_kept(phone, ronde):
    tab = phone.context.new_page()
    statement(phone, ronde)
    statement(tab, ronde)
    choose(phone, 4)
    says(phone, "Bewaard om")
    choose(tab, 2)
    says(tab, "Bewaard om")
    assert kept() == [("2", "")]
    choose(phone, 5)
    says(phone, "Bewaard om")
    choose(phone, 1)
    choose(phone, 3)
    says(phone, "Bewaard om")
    phone.wait_for_load_state("networkidle")
    assert kept() == [("3", "")]


def test_wiping_a_choice_stays_on_the_page(phone, ronde):
    statement(phone, ronde)
    wipe = phone.locator("[data-wis]")
    expect(wipe).to_be_hidden()
    choose(phone, 4)
    says(phone, "Bewaard om")
    wipe.click()
    says(phone, "Gewist om")
    expect(wipe).to_be_hidden()
    assert focused(phone) == "keuze-1"
    assert kept() == [("", "")]


def test_a_card_that_opens_meanwhile_is_said_and_the_words_stay(phone, ronde):
    statement(phone, ronde)
    phone.click("summary:has-text('Iets erbij zeggen')")
    rondes.open_card(kaart=ronde.kaarten.get(thema__sleutel="visie"))
    phone.locator("#opmerking").press_sequentially("Dit wil ik nog zeggen")
    says(phone, "Deze kaart is al open")
    expect(phone.locator("#opmerking")).to_have_value("Dit wil ik nog zeggen")
    assert kept() == []


def test_words_that_are_too_long_are_said_at_the_words(phone, ronde):
    statement(phone, ronde)
    phone.click("summary:has-text('Iets erbij zeggen')")
    phone.fill("#opmerking", "w" * 2_001)
    phone.locator("#opmerking").blur()
    says(phone, "Nog niet bewaard")
    expect(phone.locator("#woorden-fout")).to_contain_text("2001 tekens")
    phone.fill("#opmerking", "kort")
    phone.locator("#opmerking").blur()
    says(phone, "Bewaard om")
    expect(phone.locator("#woorden-fout")).to_be_empty()


def test_one_method_of_the_inventory_leaves_the_others_alone(phone, ronde):
    """Another tab answered something else meanwhile; this one shows the old page."""
    tab = phone.context.new_page()
    for page in (phone, tab):
        page.goto(f"/meedoen/{ronde.code}/kaart/interventies/werkwijzen/1/")
    phone.locator("[name=w-maatjesproject][value=doen]").check(force=True)
    says(phone, "Bewaard om")
    tab.locator("[name=w-resourcegroep][value=willen]").check(force=True)
    says(tab, "Bewaard om")
    assert set(
        Inventarisantwoord.objects.values_list("werkwijze__sleutel", "gebruik")
    ) == {("maatjesproject", "doen"), ("resourcegroep", "willen")}


def test_the_line_that_stays_in_sight_covers_nothing_until_it_says_something(
    phone, ronde
):
    phone.goto(f"/meedoen/{ronde.code}/kaart/interventies/werkwijzen/1/")
    line = phone.locator("#bewaard")
    expect(line).to_have_css("position", "static")
    phone.locator("[name=w-maatjesproject][value=doen]").check(force=True)
    says(phone, "Bewaard om")
    expect(line).to_have_css("position", "sticky")
