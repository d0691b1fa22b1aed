"""The page "wie keek in mijn plan" and the question about a line, in a browser."""

from datetime import timedelta
from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

import pytest
from lxml import html

from basis.actor import Actor, acting
from basis.opaque import hide, reveal
from logboek import services as logboek
from logboek.services import Actie
from netwerk.choices import Afschermreden, Oordeel
from netwerk.models import Logvraag, Noodtoegang
from netwerk.selectors import spoor
from netwerk.services import afscherming, noodtoegang
from netwerk.services.spoor import trace_reading
from tests.care import add_care, emergency, look, question, refuse
from tests.clientplan.people import as_role, client
from toegang.choices import Soort

pytestmark = pytest.mark.django_db
WHERE = "/plan/wie-keek/"


@pytest.fixture
def care(world):
    add_care(world)
    return world


def page(care, query=""):
    return client(care.carla).get(WHERE + query)


def text(response):
    return " ".join(html.fromstring(response.content).text_content().split())


def of(number):
    return reverse("plan_spoor_vraag", args=[hide(number, spoor.ABOUT)])


def form(**more):
    return {"uuid": str(uuid4()), "soort": "waarom", "_rol": "client"} | more


def test_it_says_who_did_what_and_why(care):
    look(care)
    refuse(care)
    emergency(care)
    said = text(page(care))
    for words in (
        "Petra las je doelen. Behandelaar, Ggz Lindestroom. Nodig voor je behandeling.",
        "Een medewerker van De Wijde Blik wilde je plan openen. Dat mocht niet.",
        "Noodtoegang: Petra las “Kinderen”.",
        "Buurvrouw belde.",
    ):
        assert words in said


def test_links_show_emergencies_refusals_and_oneself_alone(care):
    look(care)
    refuse(care)
    emergency(care)
    assert text(page(care, "?wat=nood")).count("Stel een vraag") == 1
    assert "Noodtoegang" not in text(page(care, "?wat=geweigerd")).split("Ikzelf")[1]
    assert "Jij keek wie er in je plan keek." in text(page(care, "?wat=zelf"))


def test_an_unknown_filter_shows_everybody(care):
    look(care)
    assert "Petra las je doelen" in text(page(care, "?wat=zomaar"))


@pytest.mark.parametrize("query", ["?van=x", "?voor=x", "?van=%00", "?voor=1"])
def test_what_is_no_line_is_not_there(care, query):
    assert page(care, query).status_code == 404


def test_a_made_up_line_gives_an_empty_page(care):
    look(care)
    assert "Petra" not in text(page(care, f"?van={uuid4()}"))


def test_more_lines_ask_no_more_of_the_database(care):
    def asked():
        with CaptureQueriesContext(connection) as seen:
            assert page(care).status_code == 200
        return len(seen)

    look(care)
    few = asked()
    for _ in range(30):
        look(care, "doelen", "crisiskaart")
    refuse(care)
    question(care)
    assert asked() == few


def test_the_short_address_leads_there(care):
    assert client(care.carla).get("/wie-keek/")["Location"] == WHERE


# --- a question


def test_a_question_is_asked_once_however_often_it_is_sent(care):
    number = look(care)
    given = form(vraag="Waarom?")
    browser = client(care.carla)
    for _ in range(2):
        assert browser.post(of(number), given).status_code in {302, 200}
    assert browser.post(of(number), form()).status_code == 200
    assert Logvraag.objects.for_job("proefdata").count() == 1
    assert "Je krijgt antwoord vóór" in text(browser.get(of(number)))


@pytest.mark.parametrize(
    "wrong",
    [{"soort": "zomaar"}, {"soort": "anders"}, {"vraag": "x" * 2_001}, {"uuid": "x"}],
)
def test_a_wrong_form_says_what_to_do(care, wrong):
    response = client(care.carla).post(of(look(care)), form(**wrong))
    assert response.status_code == 422
    assert not Logvraag.objects.for_job("proefdata").exists()


def test_strange_letters_come_through(care):
    number = look(care)
    words = "Hoi 🙂 مرحبا\x00 </p><script>"
    client(care.carla).post(of(number), form(vraag=words))
    (row,) = Logvraag.objects.for_job("proefdata").select_related("sleutel")
    assert row.vraag == words.replace("\x00", "")
    shown = client(care.carla).get(of(number)).content.decode()
    assert "<script>" not in shown.split("<main")[1]


def test_about_a_naaste_the_page_says_what_one_can_do(care):
    with acting(Actor.person(care.nico.pk, rol="naaste")):
        trace_reading(care.plan, ["crisiskaart"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM logboek.regel")
        number = cursor.fetchone()[0]
    response = client(care.carla).get(of(number))
    assert "Jij gaat hierover" in text(response)
    assert client(care.carla).post(of(number), form()).status_code == 200
    assert not Logvraag.objects.for_job("proefdata").exists()


# --- the functionaris


def guard(care):
    return as_role(care.frank, f"functionaris_gegevensbescherming:{care.ggz.pk}")


def test_the_functionaris_reads_question_and_line_and_no_name(care):
    row = question(care)
    said = text(guard(care).get(reverse("functionaris_vraag", args=[row.uuid])))
    assert "Ik ken Petra niet." in said
    assert "Doelen: gelezen" in said
    assert "Carla" not in said


def test_an_answer_that_was_given_meanwhile_is_not_overwritten(care):
    row = question(care)
    where = reverse("functionaris_vraag", args=[row.uuid])
    for words in ("Eerst.", "Later."):
        guard(care).post(where, {"antwoord": words})
    said = text(client(care.carla).get(of(row.regel)))
    assert "Eerst." in said
    assert "Later." not in said


def test_the_file_of_a_month_holds_codes_and_no_names_of_clients(care):
    look(care)
    refuse(care)
    response = guard(care).get(reverse("functionaris_logboek_csv"))
    said = response.content.decode()
    assert "Petra" in said
    assert "doelen" in said
    assert "Carla" not in said
    assert str(care.plan.uuid) not in said


def test_addresses_of_lines_do_not_tell_how_many_there_are():
    one, two = (hide(number, "a") for number in (41, 42))
    assert reveal(one, "a") == 41
    assert reveal(one, "b") is None
    assert one.bytes[:8] != two.bytes[:8]


def test_of_an_emergency_that_is_told_later_no_line_shows_before(care):
    """Telling at once would be dangerous (T5): the trace does not tell either."""
    emergency(care, vertel_op=timezone.now() + timedelta(days=2))
    quiet = text(page(care))
    assert "oodtoegang" not in quiet.replace("Noodgeval", "")
    assert "Petra" not in text(page(care, "?wat=nood"))


def test_of_one_that_was_told_it_shows(care):
    emergency(care, vertel_op=timezone.now() - timedelta(minutes=1))
    assert "Petra" in text(page(care, "?wat=nood"))


def test_that_a_functionaris_looks_at_it_meanwhile_does_not_tell_either(care):
    """Nor that who opened it came back after the hour, or whose name is kept back."""
    number = emergency(care, vertel_op=timezone.now() + timedelta(days=2))
    row = Noodtoegang.objects.for_job("proefdata").get()
    opener = Actor.person(
        care.petra.pk, rol=Soort.PROFESSIONAL, organisatie=str(care.ggz.pk)
    )
    with acting(opener):
        logboek.record_refusal(Actie.READ, "plan_van", [care.plan.uuid])
    guards = Actor.person(
        care.frank.pk, rol=Soort.FUNCTIONARIS, organisatie=str(care.ggz.pk)
    )
    with acting(guards):
        given = {"row": row, "oordeel": Oordeel.TERECHT, "uitleg": "Het was nodig."}
        assert noodtoegang.judge(uuid=uuid4(), user=care.frank, **given)
        why = Afschermreden.BEDREIGING
        afscherming.keep_back(regel=number, reden=why, uuid=uuid4())
    for wat in ("anderen", "nood", "geweigerd"):
        said = text(page(care, f"?wat={wat}"))
        assert "Stel een vraag" not in said, wat
    Noodtoegang.objects.for_job("proefdata").update(vertel_op=timezone.now())
    said = text(page(care))
    assert said.count("Stel een vraag") == 4
