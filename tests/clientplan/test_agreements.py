"""Who does what until when, for which goal: written, done, and put in a calendar."""

from datetime import timedelta
from uuid import uuid4

import pytest
from lxml import html

from clientplan.models import Afspraak, Doel, Versie
from clientplan.services.items import add_item
from netwerk.models import Voorziening
from netwerk.rules.onderdelen import Recht
from tests.clientplan.people import client, naaste
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db
ROL = {"_rol": "client"}
WHERE = "/plan/afspraken/"


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    return client(zorg.anna)


@pytest.fixture
def doel(zorg):
    with zorg.as_(zorg.anna):
        return add_item(Doel(client=zorg.plan), words={"doel": "Beter slapen"})


def sister(zorg, **rechten):
    """zus, and how she is involved."""
    Rol.objects.create(gebruiker=zorg.zus, soort=Soort.NAASTE, van=zorg.today)
    row = zorg.involve(zorg.zus)
    for deel, recht in rechten.items():
        zorg.say(row, deel, recht)
    return naaste(zorg.zus), row


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def write(browser, where=f"{WHERE}nieuw/", **more):
    sent = {"uuid": str(uuid4()), "nummer": "0", "wat": "Samen wandelen"} | ROL
    return browser.post(where, sent | more)


def only_one(zorg, who=None) -> Afspraak:
    who = who or zorg.anna
    return Afspraak.objects.visible_to(who).select_related("client").get()


def day(zorg, days: int) -> str:
    return f"{zorg.today + timedelta(days=days):%d-%m-%Y}"


def test_an_empty_list_says_what_it_is_for(anna):
    assert "Hier staat nog niets" in text(anna.get(WHERE))


def test_who_does_what_until_when_and_for_which_goal(anna, zorg, doel):
    _, row = sister(zorg)
    sent = {"wie": "Wij samen", "uitvoerder": row.uuid, "doel": doel.uuid}
    assert write(anna, voor_op=day(zorg, 7), **sent).status_code == 302
    page = text(anna.get(WHERE))
    for words in ("Samen wandelen", "Wij samen", "zus", "Beter slapen"):
        assert words in page
    assert "Opgeschreven door anna" in page
    assert "Samen wandelen" in text(anna.get(f"/plan/doelen/{doel.uuid}/"))


def test_from_a_goal_it_is_about_that_goal(anna, zorg, doel):
    where = f"{WHERE}nieuw/?doel={doel.uuid}"
    page = html.fromstring(anna.get(where).content)
    assert page.xpath("//select[@name='doel']/option[@selected]/@value") == [
        str(doel.uuid)
    ]
    answer = write(anna, where, doel=doel.uuid)
    assert answer["Location"].endswith(f"/doelen/{doel.uuid}/")


@pytest.mark.parametrize(
    "wrong",
    [
        {"wat": " "},
        {"voor_op": "31-2-2026"},
        {"voor_op": "ooit"},
        {"voor_op": "31-12-9999"},
        {"voor_op": "1-1-1"},
        {"doel": "5f3b3a56-6f0c-4f4e-9d4e-0d5a3c0c4a11"},
        {"uitvoerder": "iedereen"},
    ],
)
def test_what_cannot_be_is_asked_again(anna, zorg, doel, wrong):
    sister(zorg)
    assert write(anna, **wrong).status_code == 422
    assert anna.get(f"{WHERE}nieuw/?doel=onzin").status_code == 200


def test_somebody_elses_goal_is_no_choice(anna, zorg, doel):
    with zorg.as_(zorg.bram):
        other = add_item(Doel(client=zorg.ander), words={"doel": "Van bram"})
    assert write(anna, doel=other.uuid).status_code == 422


def test_what_is_open_comes_first_by_date_then_what_was_done(anna, zorg):
    for wat, days in (("Later", 9), ("Eerst", 2), ("Klaar", 1)):
        write(anna, wat=wat, voor_op=day(zorg, days))
    write(anna, wat="Ooit")
    with zorg.as_(zorg.anna):
        rows = Afspraak.objects.visible_to(zorg.anna).select_related("client")
        [done] = [one for one in rows if one.words["wat"] == "Klaar"]
    anna.post(f"{WHERE}{done.uuid}/gedaan/", {"gedaan": "ja"} | ROL)
    page = html.fromstring(anna.get(WHERE).content)
    assert page.xpath("//ul[@class='todo']//b/text()") == [
        "Eerst",
        "Later",
        "Ooit",
        "Klaar",
    ]
    anna.post(f"{WHERE}{done.uuid}/gedaan/", {"gedaan": "nee"} | ROL)
    assert "Gedaan op" not in text(anna.get(WHERE))


def test_who_may_not_see_goals_sees_none_here(anna, zorg, doel):
    zus, _ = sister(zorg, afspraken=Recht.MEDE_EIGENAAR)
    write(anna, doel=doel.uuid)
    van = f"/plan-van/{zorg.plan.uuid}/afspraken/"
    for page in (van, f"{van}nieuw/"):
        assert "Beter slapen" not in text(zus.get(page))
    sent = {"_rol": "naaste", "doel": str(doel.uuid)}
    write(zus, f"{van}nieuw/", wat="Van zus", **sent)
    with zorg.as_(zorg.anna):
        rows = Afspraak.objects.visible_to(zorg.anna).select_related("client", "doel")
        [mine] = [one for one in rows if one.words["wat"] == "Van zus"]
    assert mine.doel is None


def test_who_does_it_is_known_to_whom_the_client_lets_know(anna, zorg):
    zus, _ = sister(zorg, afspraken=Recht.LEZEN)
    treats = zorg.treats(zorg.pro)
    write(anna, uitvoerder=treats.uuid)
    van = f"/plan-van/{zorg.plan.uuid}/afspraken/"
    assert "Samen wandelen" in text(zus.get(van))
    assert "pro" not in text(zus.get(van)).split()
    assert "pro" in text(anna.get(WHERE))


def test_what_somebody_may_not_see_stays_when_they_change_the_words(anna, zorg, doel):
    zus, _ = sister(zorg, afspraken=Recht.MEDE_EIGENAAR)
    treats = zorg.treats(zorg.pro)
    write(anna, uitvoerder=treats.uuid, doel=doel.uuid)
    with zorg.as_(zorg.anna):
        uuid = only_one(zorg).uuid
    where = f"/plan-van/{zorg.plan.uuid}/afspraken/{uuid}/wijzig/"
    sent = {"uuid": str(uuid), "nummer": "1", "_rol": "naaste", "doel": ""}
    answer = zus.post(where, sent | {"wat": "Samen fietsen", "uitvoerder": ""})
    assert answer.status_code == 302
    with zorg.as_(zorg.anna):
        now = only_one(zorg)
        assert now.words["wat"] == "Samen fietsen"
        assert (now.doel_id, now.uitvoerder_id) == (doel.pk, treats.pk)
        kept = Versie.objects.visible_to(zorg.anna).filter(object_uuid=uuid).last()
    assert kept.velden["doel"] == str(doel.uuid)
    assert kept.velden["uitvoerder"] == str(treats.uuid)


def test_a_calendar_gets_the_day_and_no_word(anna, zorg):
    write(anna, wat="Naar de psychiater", wie="Dokter", voor_op=day(zorg, 3))
    with zorg.as_(zorg.anna):
        uuid = only_one(zorg).uuid
    answer = anna.get(f"{WHERE}{uuid}/agenda/")
    assert answer["Content-Type"].startswith("text/calendar")
    lines = answer.content.decode().split("\r\n")
    assert "SUMMARY:Afspraak" in lines
    assert f"DTSTART;VALUE=DATE:{zorg.today + timedelta(days=3):%Y%m%d}" in lines
    assert not any("psychiater" in line or "Dokter" in line for line in lines)


def test_without_a_day_there_is_nothing_for_a_calendar(anna, zorg):
    write(anna)
    with zorg.as_(zorg.anna):
        uuid = only_one(zorg).uuid
    assert anna.get(f"{WHERE}{uuid}/agenda/").status_code == 404
    assert "agenda/" not in anna.get(WHERE).content.decode()


# --- with which provision of the kaart, or which way of working


@pytest.fixture
def inloop(zorg) -> Voorziening:
    return Voorziening.objects.create(
        naam="Inloop De Veranda", regio=zorg.peel, organisatie=zorg.ggz, slug="inloop"
    )


def place(zorg, anna) -> str:
    write(anna)
    with zorg.as_(zorg.anna):
        return f"{WHERE}{only_one(zorg).uuid}/plek/"


def links(response) -> list[str]:
    return html.fromstring(response.content).xpath("//ul[@class='todo']//a/@href")


def test_a_place_is_found_by_words_chosen_and_led_to(anna, zorg, inloop):
    where = place(zorg, anna)
    assert where in links(anna.get(WHERE))
    found = anna.get(f"{where}?q=inloop")
    assert "Inloop De Veranda" in text(found)
    assert "We vonden niets" in text(anna.get(f"{where}?q=zwembad"))
    answer = anna.post(where, {"plek": "inloop"} | ROL)
    assert answer.status_code == 302
    page = anna.get(WHERE)
    assert "Waar: Inloop De Veranda" in text(page)
    assert "/sociale-kaart/inloop/" in links(page)
    with zorg.as_(zorg.anna):  # sealed, in no column
        assert only_one(zorg).words["plek"] == "Inloop De Veranda"
        changed = {"uuid": str(only_one(zorg).uuid), "nummer": "2"}
    write(anna, f"{WHERE}{changed['uuid']}/wijzig/", wat="Samen eten", **changed)
    assert "Waar: Inloop De Veranda" in text(anna.get(WHERE))
    before = text(anna.get(f"/plan/eerder/afspraak/{changed['uuid']}/"))
    assert "Inloop De Veranda" in before
    anna.post(where, {"weg": "plek"} | ROL)
    assert "Veranda" not in text(anna.get(WHERE))


def test_a_place_that_is_gone_is_still_called_by_its_name(anna, zorg, inloop):
    anna.post(place(zorg, anna), {"plek": "inloop"} | ROL)
    Voorziening.objects.update(
        status="gestopt", gestopt_op=zorg.today
    )  # it was on the kaart, which says so
    assert "/sociale-kaart/inloop/" in links(anna.get(WHERE))
    Voorziening.objects.all().delete()
    page = anna.get(WHERE)
    assert "Inloop De Veranda. Deze plek staat niet meer op de sociale kaart." in text(
        page
    )
    assert "/sociale-kaart/inloop/" not in links(page)


def test_what_is_not_there_is_not_chosen(anna, zorg, inloop):
    where = place(zorg, anna)
    for wrong in ({"plek": "x\0y"}, {"plek": "weg"}, {"aanpak": "?"}, {}):
        answer = anna.post(where, wrong | ROL, follow=True)
        assert answer.status_code == 200
        assert "Zoek opnieuw" in text(answer)


def test_a_way_of_working_is_chosen_by_its_name(anna, zorg, monkeypatch):
    known = {"ips": "Individuele plaatsing en steun (IPS)"}
    monkeypatch.setattr("netwerk.werkwijzen.names", lambda: known)
    where = place(zorg, anna)
    assert "Individuele plaatsing" in text(anna.get(f"{where}?q=plaatsing"))
    anna.post(where, {"aanpak": "ips"} | ROL)
    assert "Aanpak: Individuele plaatsing en steun (IPS)" in text(anna.get(WHERE))
