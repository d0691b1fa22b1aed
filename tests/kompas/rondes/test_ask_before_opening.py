"""Opening a card asks first, in place, and then opens it once."""

import pytest

from kompas.choices import Kaartstand, Rol, Weergave
from tests.kompas.logs import lines
from tests.kompas.meedoen.people import guest
from tests.kompas.rondes.pages import address, assert_guessed_nothing, finish, page
from tests.world import browser

ODD = ["nergens", "visie" * 2_000, "visie-%F0%9F%98%80", "visie%00", "klein/visie"]


def ask(world, ronde, thema="visie"):
    return page(world.noor, ronde, "ronde_kaart_openen", thema=thema)


def stand(ronde, thema="visie"):
    return ronde.kaarten.get(thema__sleutel=thema).stand


def test_it_says_how_many_are_busy_and_that_there_is_no_way_back(world):
    ronde = world.new_ronde()
    for _ in range(3):
        guest(ronde)
    finish(ronde, "visie", 1)
    text = ask(world, ronde)
    assert "2 mensen zijn nog bezig" in text
    assert "Je kunt dit niet terugdraaien" in text
    assert stand(ronde) == Kaartstand.DICHT


@pytest.mark.parametrize(
    ("joined", "done", "words"),
    [
        (0, 0, "Hier doet nog niemand aan mee</h4>"),
        (1, 0, "1 mens is nog bezig"),
        (2, 2, "Iedereen is klaar"),
    ],
)
def test_the_words_follow_the_number(world, joined, done, words):
    ronde = world.new_ronde()
    for _ in range(joined):
        guest(ronde)
    finish(ronde, "visie", done)
    assert words in ask(world, ronde)


def test_only_this_card_asks(world):
    assert ask(world, world.new_ronde()).count("Ja, open de uitkomst") == 1


def test_in_veilig_it_says_which_group_is_too_small_to_show(world):
    ronde = world.new_ronde(weergave=Weergave.VEILIG)
    guest(ronde)
    for _ in range(3):
        guest(ronde, Rol.UITVOERDER)
    assert "de groep ervaring is kleiner dan 3 mensen" in ask(world, ronde)
    assert "kleiner dan 3" not in ask(world, ronde, "professionals")


def test_in_open_gesprek_a_small_group_is_no_news(world):
    ronde = world.new_ronde()
    guest(ronde)
    guest(ronde, Rol.UITVOERDER)
    assert "kleiner dan 3" not in ask(world, ronde)


def test_yes_opens_it_and_leads_back_to_its_row(world):
    ronde = world.new_ronde()
    path = address("ronde_kaart_openen", ronde, thema="visie")
    answer = browser(world.noor).post(path, follow=True)
    assert answer.redirect_chain == [(address("ronde", ronde) + "#kaart-visie", 302)]
    assert "De uitkomst van Visie is open." in answer.text
    assert stand(ronde) == Kaartstand.OPEN
    assert stand(ronde, "samenwerking") == Kaartstand.DICHT


def test_what_is_open_leads_to_its_outcome_and_what_is_shut_does_not(world):
    ronde = world.new_ronde()
    browser(world.noor).post(address("ronde_kaart_openen", ronde, thema="visie"))
    outcome = address("uitkomst_kaart", ronde, thema="visie")
    for who in (world.noor, world.amina, world.teun):
        text = page(who, ronde)
        assert f'href="{outcome}"' in text
        assert text.count("Naar de uitkomst") == 1
        assert browser(who).get(outcome).status_code == 200


def test_the_second_to_press_sees_that_it_was_open(world):
    ronde = world.new_ronde()
    path = address("ronde_kaart_openen", ronde, thema="visie")
    browser(world.noor).post(path)
    answer = browser(world.noor).post(path, follow=True)
    assert answer.status_code == 200
    assert "De uitkomst van Visie was al open." in answer.text
    assert lines().count(("E", "rondekaart", "lindestroom")) == 1


def test_who_comes_to_ask_too_late_sees_no_question(world):
    ronde = world.new_ronde()
    browser(world.noor).post(address("ronde_kaart_openen", ronde, thema="visie"))
    assert "Ja, open de uitkomst" not in ask(world, ronde)


@pytest.mark.parametrize("thema", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_card_that_is_not_in_the_round_is_not_there(world, thema, method):
    ronde = world.new_ronde()
    path = f"/kompas/rondes/{ronde.uuid}/kaart/{thema}/openen/"
    assert getattr(browser(world.noor), method)(path).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_round_elsewhere_and_one_nowhere_answer_the_same(world, method):
    assert_guessed_nothing(world, method, "ronde_kaart_openen", thema="visie")
