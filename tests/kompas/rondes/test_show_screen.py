"""The wall shows how to join and how many did, and nothing per card."""

from kompas.services.rondes import close_ronde
from tests.kompas.meedoen.people import guest
from tests.kompas.rondes.pages import address, assert_guessed_nothing, finish, page
from tests.world import browser


def test_the_code_the_address_and_the_number(world):
    ronde = world.new_ronde()
    guest(ronde)
    text = page(world.noor, ronde, "ronde_scherm")
    assert "KV7 3MP" in text
    assert "testserver/meedoen<" in text
    assert "QR-code om mee te doen" in text
    assert "1 mens</strong> doet mee" in text


def test_how_many_are_ready_with_all_of_their_cards(world):
    ronde = world.new_ronde()
    guest(ronde)
    guest(ronde)
    for thema in ("visie", "mens_centraal", "samenwerking"):
        finish(ronde, thema, 2)
    assert "klaar" not in page(world.noor, ronde, "ronde_scherm")
    finish(ronde, "interventies", 1)
    assert "2 mensen</strong> doen mee, 1 is klaar" in page(
        world.noor, ronde, "ronde_scherm"
    )


def test_no_name_and_no_card_is_on_the_wall(world):
    ronde = world.new_ronde()
    text = page(world.noor, ronde, "ronde_scherm")
    for word in ("Visie", "Professionals", "Noor", "Amina", "ervaring"):
        assert word not in text


def test_of_a_closed_round_there_is_no_screen(world):
    ronde = world.new_ronde()
    close_ronde(ronde=ronde)
    answer = browser(world.noor).get(address("ronde_scherm", ronde))
    assert answer.url == address("ronde", ronde)


def test_a_round_elsewhere_and_one_nowhere_answer_the_same(world):
    assert_guessed_nothing(world, "get", "ronde_scherm")
