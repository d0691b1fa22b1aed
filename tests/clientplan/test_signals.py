"""A client writes a signaleringsplan, and asks it how things go now."""

from uuid import uuid4

import pytest
from lxml import html

from clientplan.models import Concept, Signaal
from netwerk.rules.onderdelen import Recht
from tests.clientplan.people import client, naaste
from tests.pdf.checker import assert_readable_aloud
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db
ROL = {"_rol": "client"}
PLAN = "/plan/signaleringsplan/"


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    return client(zorg.anna)


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def put(anna, tekst, fase=2, soort="ik_doe", **more):
    sent = {"uuid": str(uuid4()), "nummer": "0", "tekst": tekst} | more | ROL
    return anna.post(f"{PLAN}{fase}/{soort}/", sent)


def lines(zorg, **where) -> list[str]:
    with zorg.as_(zorg.anna):
        rows = Signaal.objects.visible_to(zorg.anna).filter(**where)
        return [row.words["tekst"] for row in rows.select_related("client")]


def test_an_empty_plan_says_where_to_begin(anna):
    page = text(anna.get(PLAN))
    assert "Hier staat nog niets" in page
    assert "Schrijf iets op" in page


def test_every_line_becomes_a_piece_in_the_order_it_was_typed(anna, zorg):
    put(anna, "- Ik bel Mirjam\n\n• Telefoon uit \nEén ding per dag")
    assert lines(zorg) == ["Ik bel Mirjam", "Telefoon uit", "Eén ding per dag"]
    put(anna, "Naar bed")
    assert lines(zorg)[-1] == "Naar bed"


def test_sent_twice_the_lines_are_there_once(anna, zorg):
    same = str(uuid4())
    for _ in range(2):
        assert put(anna, "Een\nTwee", uuid=same).status_code == 302
    assert lines(zorg) == ["Een", "Twee"]


@pytest.mark.parametrize("tekst", [" \n ", "-\n•", "\n".join("abc" * 11)])
def test_nothing_or_too_much_is_asked_again(anna, tekst):
    assert put(anna, tekst).status_code == 422


def test_a_question_that_is_not_there_is_not_found(anna):
    assert put(anna, "Een", fase=5).status_code == 404
    assert put(anna, "Een", soort="iets").status_code == 404


def test_a_line_moves_up_under_its_own_question(anna, zorg):
    put(anna, "Een\nTwee\nDrie")
    put(anna, "Iets anders", soort="ik_merk")
    with zorg.as_(zorg.anna):
        last = Signaal.objects.visible_to(zorg.anna).get(volgorde=3)
    where = f"/plan/signalen/{last.uuid}/plek/"
    anna.post(where, {"naar": "omhoog"} | ROL)
    assert lines(zorg, soort="ik_doe") == ["Een", "Drie", "Twee"]
    for _ in range(2):  # the first has nothing above it
        anna.post(where, {"naar": "omhoog"} | ROL)
    assert lines(zorg, soort="ik_doe") == ["Drie", "Een", "Twee"]


def test_a_line_goes_to_another_phase(anna, zorg):
    put(anna, "Ik slaap weinig", soort="ik_merk")
    with zorg.as_(zorg.anna):
        one = Signaal.objects.visible_to(zorg.anna).get()
    sent = {"uuid": str(one.uuid), "nummer": "1", "tekst": "Ik slaap niet"}
    sent |= {"fase": "3", "soort": "ik_merk"} | ROL
    anna.post(f"/plan/signalen/{one.uuid}/wijzig/", sent)
    assert lines(zorg, fase=3) == ["Ik slaap niet"]


def test_what_was_being_typed_waits_as_a_draft(anna, zorg):
    put(anna, "Half af", later="1", pad=f"{PLAN}2/ik_doe/")
    assert lines(zorg) == []
    assert "Half af" in text(anna.get(PLAN))
    with zorg.as_(zorg.anna):
        assert Concept.objects.by(zorg.anna).count() == 1


@pytest.mark.parametrize("fase", [1, 2, 3])
def test_how_it_goes_shows_what_was_written_for_that(anna, fase):
    for each in (1, 2, 3):
        put(anna, f"Iets voor {each}", fase=each)
    page = text(anna.post("/plan/hoe-gaat-het/", {"fase": str(fase)} | ROL))
    assert f"Iets voor {fase}" in page
    assert f"Iets voor {fase % 3 + 1}" not in page
    assert "We bewaren je antwoord niet" in page


def test_no_answer_or_a_strange_one_asks_again(anna):
    for sent in ({}, {"fase": "9"}, {"fase": "x"}):
        page = anna.post("/plan/hoe-gaat-het/", sent | ROL)
        assert "Het wordt wat minder" in text(page)


def test_it_is_read_as_far_as_it_was_given(anna, zorg):
    put(anna, "Ik bel Mirjam")
    van = f"/plan-van/{zorg.plan.uuid}/signaleringsplan/"
    Rol.objects.create(gebruiker=zorg.zus, soort=Soort.NAASTE, van=zorg.today)
    row = zorg.involve(zorg.zus)
    zus = naaste(zorg.zus)
    assert zus.get(van).status_code == 404
    zorg.say(row, "signaleringsplan", Recht.LEZEN)
    page = text(zus.get(van))
    assert "Ik bel Mirjam" in page
    assert "Aanpassen" not in page
    assert zus.get(f"{van}2/ik_doe/").status_code == 404


def test_it_prints_in_large_letters(anna):
    put(anna, "Ik bel Mirjam")
    answer = anna.get(f"{PLAN}pdf/")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert_readable_aloud(answer.content)
