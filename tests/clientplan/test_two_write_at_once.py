"""Two people write in one piece: nobody's words disappear (P3)."""

from uuid import uuid4

import pytest
from lxml import html

from clientplan.models import Concept, Doel, Versie
from clientplan.services.items import add_item, save_item
from netwerk.rules.onderdelen import Recht
from tests.clientplan.people import client, naaste
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db
ROL = {"_rol": "client"}


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    return client(zorg.anna)


@pytest.fixture
def doel(zorg):
    with zorg.as_(zorg.anna):
        return add_item(Doel(client=zorg.plan), words={"doel": "Beter slapen"})


@pytest.fixture
def zus_wrote(zorg, doel):
    """Between the moment anna opened the form and the moment she sends it."""
    Rol.objects.create(gebruiker=zorg.zus, soort=Soort.NAASTE, van=zorg.today)
    zorg.say(zorg.involve(zorg.zus), "doelen", Recht.MEDE_EIGENAAR)
    with zorg.as_(zorg.zus):
        there = Doel.objects.visible_to(zorg.zus).select_related("client").get()
        save_item(there, words={"doel": "Beter slapen bij zus"}, based_on=1)


def wijzig(doel) -> str:
    return f"/plan/doelen/{doel.uuid}/wijzig/"


def sent(stuk, **more) -> dict:
    return (
        {"uuid": str(stuk.uuid), "nummer": "1", "doel": "Vroeg naar bed"} | more | ROL
    )


def texts(zorg) -> list[str]:
    with zorg.as_(zorg.anna):
        rows = Versie.objects.visible_to(zorg.anna).select_related("client")
        return [row.words["doel"] for row in rows]


def again(page, keuze: str) -> dict:
    """What a browser sends back from the page with both texts."""
    form = html.fromstring(page.content).xpath("//main//form[@method='post']")[-1]
    return dict(form.form_values()) | {"keuze": keuze} | ROL


def test_both_texts_are_shown_and_nothing_is_written(zorg, anna, doel, zus_wrote):
    page = anna.post(wijzig(doel), sent(doel))
    said = page.content.decode()
    assert page.status_code == 409
    assert "Er is niets weg" in said
    assert "naar" in said
    assert "zus" in said
    assert texts(zorg) == ["Beter slapen", "Beter slapen bij zus"]


@pytest.mark.parametrize(
    ("keuze", "wordt"),
    [
        ("mijn", "Vroeg naar bed"),
        ("ander", "Beter slapen bij zus"),
        ("samen", "Vroeg naar bed\n\nBeter slapen bij zus"),
    ],
)
def test_the_client_chooses_and_both_stay_as_versions(
    zorg, anna, doel, zus_wrote, keuze, wordt
):
    page = anna.post(wijzig(doel), sent(doel))
    assert anna.post(wijzig(doel), again(page, keuze)).status_code == 302
    found = [one.replace("\r\n", "\n") for one in texts(zorg)]
    assert found[-1] == wordt
    assert "Beter slapen bij zus" in found
    assert keuze == "samen" or "Vroeg naar bed" in found


def test_chosen_while_a_third_wrote_it_is_asked_again(zorg, anna, doel, zus_wrote):
    page = anna.post(wijzig(doel), sent(doel))
    with zorg.as_(zorg.zus):
        there = Doel.objects.visible_to(zorg.zus).select_related("client").get()
        save_item(there, words={"doel": "Nog iets"}, based_on=2)
    assert anna.post(wijzig(doel), again(page, "mijn")).status_code == 409
    assert texts(zorg)[-1] == "Nog iets"


def drafts(zorg, who) -> int:
    with zorg.as_(who):
        return Concept.objects.by(who).count()


def test_what_is_typed_is_kept_and_the_form_begins_there(zorg, anna, doel):
    where = f"/plan/concept/doel/{doel.uuid}/"
    for typed in ("Vroeg", "Vroeg naar bed"):
        assert anna.post(where, sent(doel, doel=typed)).status_code == 200
    assert drafts(zorg, zorg.anna) == 1
    page = anna.get(wijzig(doel)).content.decode()
    assert "Vroeg naar bed" in page
    assert "wat je eerder schreef" in page
    assert "Vroeg naar bed" not in anna.get(f"{wijzig(doel)}?schoon=1").content.decode()


def test_a_draft_is_gone_once_it_is_saved(zorg, anna, doel):
    anna.post(f"/plan/concept/doel/{doel.uuid}/", sent(doel))
    anna.post(wijzig(doel), sent(doel))
    assert drafts(zorg, zorg.anna) == 0
    assert texts(zorg)[-1] == "Vroeg naar bed"


def test_something_new_is_gone_on_with_later(zorg, anna):
    new = {"uuid": str(uuid4()), "nummer": "0", "doel": "Zwemmen", "later": "1"}
    anna.post("/plan/doelen/nieuw/", new | {"pad": "/plan/doelen/nieuw/"} | ROL)
    page = html.fromstring(anna.get("/plan/doelen/").content)
    [on] = page.xpath("//a[contains(@href,'concept=')]")
    assert on.text == "Zwemmen"
    assert "Zwemmen" in anna.get(on.get("href")).content.decode()


def test_of_nothing_typed_nothing_is_kept(zorg, anna):
    new = {"uuid": str(uuid4()), "nummer": "0", "domein": "dagelijks"} | ROL
    pad = {"pad": "/plan/doelen/nieuw/", "later": "1"}
    anna.post("/plan/doelen/nieuw/", new | pad | {"doel": "Zwemmen"})
    assert drafts(zorg, zorg.anna) == 1
    anna.post("/plan/doelen/nieuw/", new | pad | {"doel": " "})  # taken out again
    assert drafts(zorg, zorg.anna) == 0
    assert "concept=" not in anna.get("/plan/doelen/").content.decode()
    kept = anna.post(f"/plan/concept/doel/{new['uuid']}/", new | pad)
    assert "bewaard" not in kept.content.decode()


def test_a_draft_is_nobody_elses(zorg, anna, doel, zus_wrote):
    anna.post(f"/plan/concept/doel/{doel.uuid}/", sent(doel, doel="Geheim"))
    zus = naaste(zorg.zus)
    where = f"/plan-van/{zorg.plan.uuid}/doelen/{doel.uuid}/wijzig/"
    assert "Geheim" not in zus.get(where).content.decode()
    assert drafts(zorg, zorg.zus) == 0


def test_a_draft_in_a_part_that_is_shut_by_now_is_refused(zorg, anna, doel, zus_wrote):
    row = zorg.plan.betrokkenen.model.objects.for_job("proef").get(gebruiker=zorg.zus)
    zorg.say(row, "doelen", Recht.GEEN)
    answer = naaste(zorg.zus).post(
        f"/plan-van/{zorg.plan.uuid}/concept/doel/{doel.uuid}/",
        sent(doel) | {"_rol": "naaste"},
    )
    assert answer.status_code == 404


def test_an_earlier_version_comes_back(zorg, anna, doel):
    anna.post(wijzig(doel), sent(doel))
    where = f"/plan/eerder/doel/{doel.uuid}/"
    assert "Beter slapen" in anna.get(where).content.decode()
    anna.post(f"{where}terug/", {"nummer": "1"} | ROL)
    assert texts(zorg) == ["Beter slapen", "Vroeg naar bed", "Beter slapen"]


def test_what_is_thrown_away_can_be_put_back_with_its_steps(zorg, anna, doel):
    step = {"uuid": str(uuid4()), "nummer": "0", "stap": "Telefoon weg"} | ROL
    anna.post(f"/plan/doelen/{doel.uuid}/stap/", step)
    answer = anna.post(f"/plan/weg/doel/{doel.uuid}/", ROL, follow=True)
    assert "Weggegooid" in answer.content.decode()
    assert anna.get(f"/plan/doelen/{doel.uuid}/").status_code == 404
    anna.post(f"/plan/eerder/doel/{doel.uuid}/terug/", {"nummer": "1"} | ROL)
    page = anna.get(f"/plan/doelen/{doel.uuid}/").content.decode()
    assert "Beter slapen" in page
    assert "Telefoon weg" in page
