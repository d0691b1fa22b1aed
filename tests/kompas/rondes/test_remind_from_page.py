"""The button that reminds, and what the page says after it."""

from tests.kompas.rondes.pages import address, assert_guessed_nothing, page
from tests.world import browser


def remind(world, ronde):
    return browser(world.noor).post(address("ronde_herinneren", ronde), follow=True)


def test_it_says_how_many_letters_go(world):
    ronde = world.new_ronde()
    assert "Herinner deze 4 mensen" in page(world.noor, ronde)
    assert "4 mensen krijgen een herinnering." in remind(world, ronde).text


def test_after_it_the_button_waits_for_tomorrow(world):
    ronde = world.new_ronde()
    text = remind(world, ronde).text
    assert "Herinner deze" not in text
    assert "Morgen kan het weer." in text


def test_a_double_click_sends_once(world):
    ronde = world.new_ronde()
    remind(world, ronde)
    assert "Een keer per dag is genoeg." in remind(world, ronde).text


def test_a_round_elsewhere_and_one_nowhere_answer_the_same(world):
    assert_guessed_nothing(world, "post", "ronde_herinneren")
