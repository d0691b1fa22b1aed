"""A whole meeting: people join by code from their own phones, score, the facilitator opens
the cards and closes the round. Each window is a browser of its own."""

import re

import pytest
from playwright.sync_api import expect

from kompas.models import Deelname, Ronde, Stellingantwoord

GUESTS = {  # perspective -> what they think, from 1 to 5
    "client": 1,
    "naaste": 2,
    "ervaringsdeskundige": 2,
    "uitvoerder": 3,
    "vrijwilliger": 3,
    "beleidsmaker": 4,
    "bestuurder": 5,
}


expect.set_options(timeout=15_000)


def press(page, selector: str) -> None:
    """A button or link that leads to another page."""
    with page.expect_navigation():
        page.locator(selector).first.click()


def join(page, code: str, rol: str) -> None:
    page.goto("/meedoen/")
    page.fill("input[name=code]", f" {code[:3].lower()}-{code[3:]}. ")
    press(page, "main button[type=submit]")
    expect(page.locator("h1")).to_contain_text("Vanuit wie kijk jij")
    page.locator(f"input[value={rol}]").check(force=True)
    press(page, "main button[type=submit]")
    expect(page.locator("h1")).to_contain_text("Jouw kaarten")


def my_cards(page) -> list[str]:
    page.goto(re.sub(r"/kaart/.*|/klaar/.*", "/kaarten/", page.url))
    links = page.locator("section[aria-labelledby=mijn] a")
    return [links.nth(n).get_attribute("href") for n in range(links.count())]


def score(page, score: int) -> int:
    """Fills in every statement of every card of mine, and says klaar; how many there were."""
    answered = 0
    for card in my_cards(page):
        page.goto(card)
        press(page, "main .actions a.btn.primary")
        while page.locator("input[name=keuze]").count():
            page.locator(f"#keuze-{score}").check(force=True)
            expect(page.locator("#bewaard")).to_contain_text("Bewaard")
            answered += 1
            press(page, "button:has-text('Bewaren en verder')")
        while page.locator("button:has-text('Bewaren en verder')").count():
            press(page, "button:has-text('Bewaren en verder')")
        if page.locator("main button.primary").count():
            press(page, "main button.primary")
    return answered


def read_outcomes(world, people, leader, ronde) -> None:
    """The outcome is there for who leads it, and for who sits at the table."""
    leader.goto(f"/kompas/rondes/{ronde.uuid}/uitkomsten/visie/1/")
    expect(leader.locator("main")).to_contain_text("Zo denken jullie erover")
    member = people.page(world.amina)
    member.goto(f"/kompas/rondes/{ronde.uuid}/uitkomsten/visie/")
    expect(member.locator("main")).to_contain_text("Stelling 1 van visie")
    member.goto(f"/kompas/rondes/{ronde.uuid}/uitkomsten/samenwerking/")
    expect(member.locator("main")).to_contain_text("nog dicht")


def take_home(leader, ronde) -> None:
    """The report, as a PDF."""
    leader.goto(f"/kompas/rondes/{ronde.uuid}/uitkomsten/")
    press(leader, "button:has-text('rapport')")
    leader.reload()
    with leader.expect_download() as download:
        leader.locator("a[href$='/pdf/']").first.click()
    assert download.value.path().read_bytes().startswith(b"%PDF")


@pytest.fixture
def ronde(world):
    return world.new_ronde()


def test_a_core_group_scores_the_kompas_together(world, people, ronde):
    leader = people.page(world.noor, width=1280)
    leader.goto(f"/kompas/rondes/{ronde.uuid}/")

    phones = {rol: people.page() for rol in GUESTS}
    answered = 0
    for rol, phone in phones.items():
        join(phone, ronde.code, rol)
        answered += score(phone, GUESTS[rol])
    assert Deelname.objects.count() == len(GUESTS)
    assert Stellingantwoord.objects.exclude(keuze="").count() == answered

    leader.reload()
    expect(leader.locator("#kaarten ~ ul, ul").first).to_be_visible()
    assert "7 van 7 klaar" in leader.content()
    leader.locator("li:has-text('Visie') a:has-text('Open de uitkomst')").first.click()
    press(leader, "button:has-text('Ja, open de uitkomst')")
    expect(leader.locator("main")).to_contain_text("Uitkomst open")

    # too late is said, and nothing changes
    phones["client"].goto(f"/meedoen/{ronde.code}/kaart/visie/1/")
    assert Stellingantwoord.objects.exclude(keuze="").count() == answered

    read_outcomes(world, people, leader, ronde)

    leader.goto(f"/kompas/rondes/{ronde.uuid}/sluiten/")
    press(leader, "main .btn.danger")
    closed = Ronde.objects.get()
    assert closed.sleutel_box is None
    phones["client"].goto(f"/meedoen/{ronde.code}/kaarten/")
    expect(phones["client"].locator("main")).to_contain_text("gesloten")

    take_home(leader, ronde)


def test_an_answer_that_was_chosen_is_there_when_the_phone_comes_back(people, ronde):
    phone = people.page()
    join(phone, ronde.code, "client")
    phone.goto(f"/meedoen/{ronde.code}/kaart/visie/1/")
    phone.locator("#keuze-4").check(force=True)
    expect(phone.locator("#bewaard")).to_contain_text("Bewaard")
    again = phone.context.new_page()
    again.goto(f"/meedoen/{ronde.code}/kaart/visie/1/")
    expect(again.locator("#keuze-4")).to_be_checked()
    assert Deelname.objects.count() == 1


def test_it_works_without_javascript(people, ronde):
    phone = people.page(java_script_enabled=False)
    join(phone, ronde.code, "client")
    assert score_without_script(phone, ronde) == 2


def score_without_script(phone, ronde) -> int:
    for volgorde in (1, 2):
        phone.goto(f"/meedoen/{ronde.code}/kaart/visie/{volgorde}/")
        phone.locator("#keuze-3").check(force=True)
        press(phone, "button:has-text('Bewaren en verder')")
    return Stellingantwoord.objects.filter(keuze="3").count()


def test_by_keyboard_alone_a_card_can_be_scored(people, ronde):
    phone = people.page()
    join(phone, ronde.code, "client")
    phone.goto(f"/meedoen/{ronde.code}/kaart/visie/1/")
    phone.locator("#keuze-1").focus()
    phone.keyboard.press("ArrowDown")
    expect(phone.locator("#bewaard")).to_contain_text("Bewaard")
    expect(phone.locator("#keuze-2")).to_be_focused()
    assert Stellingantwoord.objects.get().keuze == "2"
