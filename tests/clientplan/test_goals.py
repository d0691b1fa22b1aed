"""A client writes goals and small steps, and says how they go."""

from uuid import uuid4

import pytest
from lxml import html

from clientplan.models import Doel, Stap
from tests.clientplan.people import client
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db
ROL = {"_rol": "client"}


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    return client(zorg.anna)


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def new_goal(anna, **more) -> str:
    """Its address."""
    sent = {"uuid": str(uuid4()), "nummer": "0", "doel": "Beter slapen"} | more | ROL
    return anna.post("/plan/doelen/nieuw/", sent)["Location"]


def step(anna, where, **more):
    sent = {"uuid": str(uuid4()), "nummer": "0", "stap": "Telefoon weg"} | more | ROL
    return anna.post(f"{where}stap/", sent)


def test_an_empty_list_says_where_to_begin(anna):
    assert "Hier staat nog niets" in text(anna.get("/plan/doelen/"))


def test_a_goal_is_written_and_read(anna):
    where = new_goal(anna, waarom="Dan heb ik energie", domein="dagelijks")
    page = text(anna.get(where))
    assert "Beter slapen" in page
    assert "Dan heb ik energie" in page
    assert "Beter slapen" in text(anna.get("/plan/doelen/"))


def test_a_goal_without_words_is_asked_again(anna):
    sent = {"uuid": str(uuid4()), "nummer": "0", "doel": " "} | ROL
    answer = anna.post("/plan/doelen/nieuw/", sent)
    assert answer.status_code == 422
    assert "Schrijf hier iets" in text(answer)


def test_sent_twice_it_is_there_once(anna, zorg):
    same = str(uuid4())
    assert new_goal(anna, uuid=same) == new_goal(anna, uuid=same)
    with zorg.as_(zorg.anna):
        assert Doel.objects.visible_to(zorg.anna).count() == 1


def test_steps_are_made_and_unmade(anna, zorg):
    where = new_goal(anna)
    step(anna, where)
    assert "0 van de 1 gezet" in text(anna.get(where))
    with zorg.as_(zorg.anna):
        uuid = Stap.objects.visible_to(zorg.anna).get().uuid
    anna.post(f"/plan/stappen/{uuid}/gezet/", {"gezet": "ja"} | ROL)
    assert "1 van de 1 gezet" in text(anna.get(where))
    anna.post(f"/plan/stappen/{uuid}/gezet/", {"gezet": "nee"} | ROL)
    assert "0 van de 1 gezet" in text(anna.get(where))
