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


def test_half_written_words_with_a_step_are_not_half_a_step(anna, zorg):
    step(anna, new_goal(anna))
    with zorg.as_(zorg.anna):
        one = Stap.objects.visible_to(zorg.anna).get()
    where = f"/plan/stappen/{one.uuid}/"
    sent = {"uuid": str(one.uuid), "nummer": "1", "gewonnen": "Best spannend"}
    anna.post(f"{where}winst/", sent | {"later": "1"} | ROL)
    assert "wat je eerder schreef" not in text(anna.get(f"{where}wijzig/"))
    changed = {"uuid": str(one.uuid), "nummer": "1", "stap": "Telefoon uit"}
    anna.post(f"{where}wijzig/", changed | ROL)
    assert "Best spannend" in text(anna.get(f"{where}winst/"))
    anna.post(f"{where}winst/", sent | ROL)  # begun before the step was changed
    with zorg.as_(zorg.anna):
        words = Stap.objects.visible_to(zorg.anna).select_related("client").get().words
    assert (words["stap"], words["gewonnen"]) == ("Telefoon uit", "Best spannend")


def test_a_page_to_write_on_is_called_what_is_written_there(anna, zorg):
    step(anna, new_goal(anna))
    with zorg.as_(zorg.anna):
        where = f"/plan/stappen/{Stap.objects.visible_to(zorg.anna).get().uuid}/"
    for page, called in (("wijzig", "Verander deze stap"), ("winst", "Hoe was dat?")):
        found = html.fromstring(anna.get(f"{where}{page}/").content)
        assert called in found.xpath("string(//title)")
        assert called == found.xpath("string(//h1)")
    before = where.replace("stappen", "eerder/stap")
    for page in (f"{where}wijzig/", before):
        found = html.fromstring(anna.get(page).content)
        assert found.xpath("string(//nav//a[@aria-current])").strip() == "Mijn plan"


def test_a_goal_is_reached_or_let_go_and_worked_on_again(anna):
    where = new_goal(anna)
    for stand, said in (("gelukt", "Gelukt op"), ("losgelaten", "Losgelaten op")):
        anna.post(f"{where}stand/", {"stand": stand} | ROL)
        page = text(anna.get(where))
        assert said in page
        assert "Toch verder?" in page
        anna.post(f"{where}stand/", {"stand": "bezig"} | ROL)
        assert "op 2" not in text(anna.get(where)).split("Mijn kleine stappen")[0]
    assert anna.post(f"{where}stand/", {"stand": "mislukt"} | ROL).status_code == 404


def test_of_goals_that_are_worked_on_first_those_let_go_last(anna):
    for doel, stand in (("Eén", "losgelaten"), ("Twee", "gelukt"), ("Drie", "")):
        where = new_goal(anna, doel=doel)
        if stand:
            anna.post(f"{where}stand/", {"stand": stand} | ROL)
    page = text(anna.get("/plan/doelen/"))
    assert page.index("Drie") < page.index("Twee") < page.index("Eén")


def test_a_small_win_stands_with_the_step_once_it_is_made(anna, zorg):
    where = new_goal(anna)
    step(anna, where)
    with zorg.as_(zorg.anna):
        one = Stap.objects.visible_to(zorg.anna).get()
    row = f"/plan/stappen/{one.uuid}/"
    assert f"{row}winst/" not in anna.get(where).content.decode()
    anna.post(f"{row}gezet/", {"gezet": "ja"} | ROL)
    assert f"{row}winst/" in anna.get(where).content.decode()
    sent = {"uuid": str(one.uuid), "nummer": "2", "gewonnen": "Ik durfde het"}
    assert anna.post(f"{row}winst/", sent | ROL)["Location"] == where
    assert "Kleine overwinning. Ik durfde het" in text(anna.get(where))
