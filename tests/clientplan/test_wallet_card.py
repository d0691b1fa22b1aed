"""A wallet card stands alone on paper; its two codes open the card until withdrawn."""

from datetime import timedelta

from django.db import connection

import pytest
from lxml import html
from psycopg2.sql import SQL, Identifier

from clientplan.documents.pasje import wallet_card
from clientplan.models import Crisiskaart, Kaartcode, Kaartpersoon
from clientplan.rules.kaart import make_card
from clientplan.services import pasje
from clientplan.services.items import add_item
from tests.clientplan.people import client
from tests.pdf.checker import assert_readable_aloud
from tests.world import browser
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db
ROL = {"_rol": "client"}
PASJE = "/plan/crisiskaart/pasje/"


@pytest.fixture
def anna(zorg):
    """With a card, somebody on it, and somebody who did not agree yet."""
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    with zorg.as_(zorg.anna):
        day = zorg.today + timedelta(days=100)
        words = {"wel_doen": "Licht aan"}
        add_item(Crisiskaart(client=zorg.plan, nakijken_op=day), words=words)
        for naam in ("Mirjam", "Wacht"):
            words = {"naam": naam, "telefoon": "0612345678"}
            add_item(Kaartpersoon(client=zorg.plan), words=words)
    rows = Kaartpersoon.objects.for_job("proefdata").order_by("pk")
    rows.filter(pk=rows[0].pk).update(akkoord=True, akkoord_op=zorg.today)
    return client(zorg.anna)


@pytest.fixture
def paper(anna, zorg) -> Kaartcode:
    anna.post(f"{PASJE}nieuw/", ROL)
    with zorg.as_(zorg.anna):
        return pasje.in_use(zorg.plan)


def look(adres: str, code: str):
    return browser(None).post(f"/kaart/{adres}/", {"code": code})


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def lines(soort: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT actie, onderdeel, grond, client, taak FROM logboek.regel"
            " WHERE id > current_setting('nk.proef_vanaf')::bigint"
            " AND object_soort = %s",
            [soort],
        )
        return cursor.fetchall()


def test_who_holds_the_paper_sees_the_card_and_the_client_that_they_did(
    paper, zorg, anna
):
    page = text(look(paper.adres, paper.code.lower()))
    assert "Ik ben anna" in page
    assert "Licht aan" in page
    assert "Mirjam" in page
    assert "Wacht" not in page
    kijken = ("R", "crisiskaart", "pasje", str(zorg.plan.uuid), pasje.KIJKEN)
    assert kijken in lines("crisiskaart")
    told = text(anna.get("/plan/wie-keek/"))
    assert "Iemand met je pasje las je crisiskaart." in told


def test_unknown_mistyped_and_withdrawn_are_one_answer(paper, anna):
    wrong = "CCCCDDDD" if paper.code != "CCCCDDDD" else "DDDDCCCC"
    answers = [look(paper.adres, wrong), look("die-is-er-niet", paper.code)]
    anna.post(f"{PASJE}weg/", ROL)
    answers.append(look(paper.adres, paper.code))
    assert {answer.status_code for answer in answers} == {422}
    assert all("past niet bij dit pasje" in text(answer) for answer in answers)
    assert lines("crisiskaart") == [] or "R" not in lines("crisiskaart")[-1]


def test_a_closed_plan_opens_for_nobody(paper, zorg):
    type(zorg.plan).objects.for_job("proefdata").filter(pk=zorg.plan.pk).update(
        gesloten_op=zorg.today - timedelta(days=1)
    )
    assert look(paper.adres, paper.code).status_code == 422


def test_who_guesses_waits_and_is_never_locked_out(paper):
    answers = [look(paper.adres, "CCCC DDDD").status_code for _ in range(7)]
    assert 429 in answers
    assert answers[0] == 422


def test_asked_twice_there_is_one_and_after_withdrawing_another(paper, anna, zorg):
    anna.post(f"{PASJE}nieuw/", ROL)
    with zorg.as_(zorg.anna):
        assert pasje.in_use(zorg.plan).code == paper.code
    anna.post(f"{PASJE}weg/", ROL)
    anna.post(f"{PASJE}nieuw/", ROL)
    with zorg.as_(zorg.anna):
        assert pasje.in_use(zorg.plan).adres != paper.adres


def test_nobody_else_finds_the_codes(paper, zorg):
    zorg.treats(zorg.pro)
    with zorg.as_(zorg.pro):
        assert Kaartcode.objects.for_job("anders").count() == 0


def test_the_paper_opens_the_card_and_nothing_else_in_the_database(paper, zorg):
    with zorg.as_(zorg.zus), pasje.holding(paper.hash), connection.cursor() as cursor:
        seen = {}
        for table in ("crisiskaart", "kaartpersoon", "signaal", "versie", "kaartcode"):
            name = Identifier(f"clientplan_{table}")
            cursor.execute(SQL("SELECT count(*) FROM {}").format(name))
            [seen[table]] = cursor.fetchone()
    assert seen == {
        "crisiskaart": 1,
        "kaartpersoon": 1,
        "signaal": 0,
        "versie": 0,
        "kaartcode": 0,
    }


def test_it_prints(paper, anna):
    answer = anna.get(f"{PASJE}pdf/")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert_readable_aloud(answer.content)


@pytest.mark.parametrize("many", [1, 3, 40])
def test_however_much_there_is_it_is_one_page(today, many):
    words = dict.fromkeys(
        Crisiskaart.WOORDEN, "\n".join(["Praat zacht met mij"] * many)
    )
    people = [{"naam": "Mirjam", "telefoon": "0612345678"}] * min(many, 9)
    card = make_card(
        "Anna",
        words,
        people,
        veranderd_op=today,
        nakijken_op=today,
        today=today,
    )
    made = wallet_card(card, link="https://kompas.example/kaart/abc/", code="ABCD EFGH")
    assert made.pages == 1
