"""The page of a member: rounds to take part in, and those that are closed."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import pytest

from kompas.choices import Kaartstand
from kompas.services import stemmen
from tests.world import browser

pytestmark = pytest.mark.django_db
ADDRESS = "/kompas/gesprekken/"


def test_a_member_sees_the_open_rounds_and_how_far_they_are(world):
    ronde = world.new_ronde(code="KV73MP")
    amina = browser(world.amina)
    assert "Je deed nog niet mee." in amina.get(ADDRESS).text
    amina.post(reverse("meedoen_ronde", args=[ronde.code]))
    assert "0 van 4 kaarten zijn klaar" in amina.get(ADDRESS).text
    amina.post(reverse("meedoen_afronden", args=[ronde.code, "visie"]))
    assert "1 van 4 kaarten zijn klaar" in amina.get(ADDRESS).text
    ronde.kaarten.exclude(thema__sleutel="visie").update(stand=Kaartstand.OPEN)
    assert "Je bent klaar." in amina.get(ADDRESS).text


def test_a_closed_round_is_named_with_its_day(world):
    ronde = world.new_ronde()
    stemmen.cut(ronde=ronde)
    text = browser(world.amina).get(ADDRESS).text
    assert "Gesloten op" in text
    assert reverse("uitkomsten", args=[ronde.uuid]) in text
    assert "Doe mee" not in text


def test_rounds_of_other_trajecten_are_not_there(world):
    world.new_ronde(traject=world.elders_traject, code="CC2DD3")
    text = browser(world.amina).get(ADDRESS).text
    assert "Er is nog geen gesprek" in text


def test_the_page_asks_the_same_number_of_questions_however_many_rounds(world):
    amina = browser(world.amina)
    first_round = world.new_ronde()
    amina.post(reverse("meedoen_ronde", args=[first_round.code]))
    amina.post(reverse("meedoen_afronden", args=[first_round.code, "visie"]))

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            amina.get(ADDRESS)
            return len(queries)

    asked()
    first = asked()
    for code in ("CC2DD3", "CC2DD4", "CC2DD5"):
        ronde = world.new_ronde(code=code)
        amina.post(reverse("meedoen_ronde", args=[ronde.code]))
    assert asked() == first > 0
