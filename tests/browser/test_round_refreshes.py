"""The figures of a round come by themselves, and never under somebody's hands."""

from playwright.sync_api import expect

from tests.kompas.meedoen.people import guest
from tests.kompas.rondes.pages import address

TEN_SECONDS = 10_000


def opened(people, who, path):
    page = people.page(who)
    page.clock.install()
    page.goto(path)
    return page


def test_a_question_that_is_open_keeps_the_focus(world, people):
    ronde = world.new_ronde()
    guest(ronde)
    path = address("ronde_kaart_openen", ronde, thema="visie")
    page = opened(people, world.noor, path)
    page.get_by_role("button", name="Ja, open de uitkomst").focus()
    page.get_by_text("Wie is begonnen?").evaluate("it => it.parentElement.open = true")
    guest(ronde)
    for people_in_it in (2, 3):  # the part that asks was replaced: it asks again
        page.clock.fast_forward(TEN_SECONDS)
        expect(page.locator("#begonnen")).to_contain_text(f"{people_in_it} mensen doen")
        expect(page.locator("#telling-visie")).to_have_text(
            f"0 van {people_in_it} klaar"
        )
        guest(ronde)
    expect(page.get_by_role("button", name="Ja, open de uitkomst")).to_be_focused()
    expect(page.get_by_text("Zonder naam")).to_be_visible()


def test_the_wall_counts_along(world, people):
    ronde = world.new_ronde()
    page = opened(people, world.noor, address("ronde_scherm", ronde))
    expect(page.get_by_text("0 mensen doen mee")).to_be_visible()
    guest(ronde)
    page.clock.fast_forward(TEN_SECONDS)
    expect(page.get_by_text("1 mens doet mee")).to_be_visible()
