"""The figures of a round come by themselves; nothing else on the page moves."""

import re

from django.utils import timezone

import pytest
import time_machine

from kompas.services.rondes import close_ronde, open_card
from tests.kompas.meedoen.people import guest
from tests.kompas.rondes.pages import address, assert_guessed_nothing, finish, page
from tests.world import browser

NOW = timezone.now().replace(second=5)
NAMES = ["ronde_tellingen", "ronde_scherm_telling"]


@pytest.mark.parametrize("name", NAMES)
def test_what_the_page_shows_already_is_not_sent_again(world, name):
    ronde, client = world.new_ronde(), browser(world.noor)
    path = address(name, ronde)
    with time_machine.travel(NOW, tick=False):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        guest(ronde)
        changed = client.get(path, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert "1 mens</strong> doet" in changed.text


@pytest.mark.parametrize("name", NAMES)
def test_the_answer_carries_the_mark_for_the_next_time(world, name):
    ronde = world.new_ronde()
    answer = browser(world.noor).get(address(name, ronde))
    mark = answer["ETag"].strip('"')
    assert f'{{"If-None-Match": "\\u0022{mark}\\u0022"}}' in answer.text
    assert 'hx-trigger="every 10s"' in answer.text


@pytest.mark.parametrize("change", ["klaar", "open", "closed"])
def test_every_figure_counts(world, change):
    ronde, client = world.new_ronde(), browser(world.noor)
    guest(ronde)
    path = address("ronde_tellingen", ronde)
    with time_machine.travel(NOW, tick=False):
        before = client.get(path)["ETag"]
        match change:
            case "klaar":
                finish(ronde, "visie", 1)
            case "open":
                open_card(kaart=ronde.kaarten.first())
            case "closed":
                close_ronde(ronde=ronde)
        after = client.get(path, headers={"If-None-Match": before})
    assert after.status_code == 200
    assert after["ETag"] != before


def test_forms_names_and_the_question_are_not_in_what_is_replaced(world):
    ronde = world.new_ronde()
    text = browser(world.noor).get(address("ronde_tellingen", ronde)).text
    replaced = re.findall(r'id="([^"]+)"', text)
    cards = [kaart.thema.sleutel for kaart in ronde.kaarten.select_related("thema")]
    parts = [f"{part}-{key}" for key in cards for part in ("stand", "telling")]
    assert sorted(replaced) == sorted(["vers", "begonnen", *parts])
    assert text.count("hx-swap-oob") == len(replaced)
    for word in ("<form", "<button", "<a ", "Wim", "Amina"):
        assert word not in text


def test_nothing_of_it_is_read_aloud_by_itself(world):
    ronde = world.new_ronde()
    text = browser(world.noor).get(address("ronde_tellingen", ronde)).text
    assert "role=" not in text.replace('role="list"', "")
    assert "aria-live" not in text
    assert 'aria-live="off"' in page(world.noor, ronde, "ronde_scherm")


def test_in_a_closed_round_it_stops_asking(world):
    ronde = world.new_ronde()
    close_ronde(ronde=ronde)
    text = browser(world.noor).get(address("ronde_tellingen", ronde)).text
    assert "De ronde is gesloten" in text
    assert "hx-get" not in text


def test_without_script_there_is_a_link(world):
    ronde = world.new_ronde()
    text = page(world.noor, ronde)
    assert re.search(rf'href="{address("ronde", ronde)}">.*Ververs</a>', text)


@pytest.mark.parametrize("name", NAMES)
def test_a_round_elsewhere_and_one_nowhere_answer_the_same(world, name):
    assert_guessed_nothing(world, "get", name)
