"""A client makes a crisiskaart; who is named stands on it once they agreed."""

from datetime import timedelta
from uuid import uuid4

import pytest
from lxml import html

from clientplan.models import Crisiskaart, Kaartpersoon
from clientplan.services.items import add_item
from clientplan.services.kaart import waits_for_me
from netwerk.rules.onderdelen import Recht
from tests.clientplan.people import client, naaste
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db
ROL = {"_rol": "client"}
KAART = "/plan/crisiskaart/"


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    return client(zorg.anna)


@pytest.fixture
def zus(zorg):
    """Involved, and nothing is open to her."""
    Rol.objects.create(gebruiker=zorg.zus, soort=Soort.NAASTE, van=zorg.today)
    zorg.rij = zorg.involve(zorg.zus)
    return naaste(zorg.zus)


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def put(anna, naam="Mirjam", nummer="06 12345678", **more):
    sent = {"uuid": str(uuid4()), "nummer": "0", "naam": naam} | ROL
    return anna.post(f"{KAART}bellen/", sent | {"telefoon": nummer} | more)


def person(zorg, **where) -> Kaartpersoon:
    with zorg.as_(zorg.anna):
        rows = Kaartpersoon.objects.visible_to(zorg.anna).filter(**where)
        return rows.select_related("client").latest("pk")


def asked(anna, zorg, **more):
    one = person(zorg)
    sent = {"nummer": str(one.nummer), "op": zorg.today.strftime("%d-%m-%Y")} | more
    return anna.post(f"{KAART}bellen/{one.uuid}/gevraagd/", sent | ROL)


def words(anna, zorg, **more):
    with zorg.as_(zorg.anna):
        there = Crisiskaart.objects.visible_to(zorg.anna).first()
    sent = {"uuid": str(there.uuid if there else uuid4())}
    sent |= {"nummer": str(there.nummer if there else 0)}
    day = zorg.today + timedelta(days=100)
    sent |= {"nakijken_op": day.strftime("%d-%m-%Y")} | more | ROL
    return anna.post(f"{KAART}woorden/", sent)


def test_an_empty_card_says_what_it_is_for(anna):
    assert "Hier staat nog niets" in text(anna.get(KAART))


def test_lines_become_points(anna, zorg):
    words(anna, zorg, benaderen="- Praat zacht", wel_doen="Licht aan\nTv uit")
    found = html.fromstring(anna.get(KAART).content).xpath("//ul[@class='marks']/li")
    shown = [one.text_content().strip() for one in found]
    assert shown == ["Praat zacht", "Licht aan", "Tv uit"]


def test_a_number_is_kept_as_it_is_dialled(anna, zorg):
    put(anna, nummer="+31 (0)6-1234 5678, na zes uur")
    one = person(zorg).words
    assert (one["telefoon"], one["wanneer"]) == ("0612345678", "na zes uur")
    assert put(anna, nummer="geen").status_code == 422
    assert put(anna, nummer="12").status_code == 422


def test_nobody_stands_on_it_before_a_yes(anna, zorg):
    put(anna)
    assert "Mirjam staat nog niet op de kaart" in text(anna.get(KAART))
    assert "tel:+31612345678" not in anna.get(KAART).content.decode()
    asked(anna, zorg)
    assert "tel:+31612345678" in anna.get(KAART).content.decode()


def test_another_number_is_asked_anew(anna, zorg):
    put(anna)
    asked(anna, zorg)
    one = person(zorg)
    sent = {"uuid": str(one.uuid), "nummer": str(one.nummer), "naam": "Mirjam"}
    sent |= {"telefoon": "0687654321"} | ROL
    anna.post(f"{KAART}bellen/{one.uuid}/", sent)
    assert person(zorg).akkoord is None


def test_another_place_in_the_order_is_not_asked_anew(anna, zorg):
    put(anna)
    asked(anna, zorg)
    put(anna, naam="Joost")
    last = person(zorg)
    where = f"{KAART}bellen/{last.uuid}/plek/"
    anna.post(where, {"naar": "omhoog"} | ROL)
    assert person(zorg, volgorde=1).pk == last.pk
    assert person(zorg, volgorde=2).akkoord is True


@pytest.mark.parametrize("op", ["01-01-2999", "gisteren", ""])
def test_a_day_that_cannot_be_is_refused(anna, zorg, op):
    put(anna)
    assert asked(anna, zorg, op=op).status_code == 302
    assert person(zorg).akkoord is None


def test_who_has_an_account_says_yes_themselves(anna, zorg, zus):
    put(anna, betrokkenheid=str(zorg.rij.uuid))
    asked(anna, zorg)  # not for the client to say
    assert person(zorg).akkoord is None
    page = text(zus.get("/op-een-kaart/"))
    assert "anna zet je op de crisiskaart" in page
    assert "0612345678" in page
    one = person(zorg)
    sent = {"nummer": str(one.nummer), "antwoord": "ja", "_rol": "naaste"}
    zus.post(f"/op-een-kaart/{one.uuid}/", sent)
    assert person(zorg).akkoord is True
    assert "Haal mij van de kaart" in text(zus.get("/op-een-kaart/"))
    assert zus.get(f"/plan-van/{zorg.plan.uuid}/crisiskaart/").status_code == 404


def test_a_yes_to_words_that_changed_meanwhile_counts_for_nothing(anna, zorg, zus):
    put(anna, betrokkenheid=str(zorg.rij.uuid))
    one = person(zorg)
    sent = {"uuid": str(one.uuid), "nummer": "1", "naam": "Mir", "telefoon": "112"}
    anna.post(
        f"{KAART}bellen/{one.uuid}/", sent | {"betrokkenheid": zorg.rij.uuid} | ROL
    )
    yes = {"nummer": "1", "antwoord": "ja", "_rol": "naaste"}
    zus.post(f"/op-een-kaart/{one.uuid}/", yes)
    assert person(zorg).akkoord is None


def test_who_is_not_meant_cannot_answer(anna, zorg, zus):
    put(anna)  # somebody else, without an account
    one = person(zorg)
    assert "geen vraag" in text(zus.get("/op-een-kaart/"))
    yes = {"nummer": "1", "antwoord": "ja", "_rol": "naaste"}
    assert zus.post(f"/op-een-kaart/{one.uuid}/", yes).status_code == 404


def test_who_reads_sees_nobody_who_did_not_agree(anna, zorg, zus):
    put(anna, naam="Wacht Nog")
    words(anna, zorg, wel_doen="Licht aan")
    zorg.say(zorg.rij, "crisiskaart", Recht.LEZEN)
    van = f"/plan-van/{zorg.plan.uuid}/"
    page = text(zus.get(f"{van}crisiskaart/"))
    assert "Licht aan" in page
    assert "Wacht Nog" not in page
    one = person(zorg)
    assert zus.get(f"{van}eerder/kaartpersoon/{one.uuid}/").status_code == 404
    assert zus.get(f"{van}crisiskaart/maken/").status_code == 404
    with zorg.as_(zorg.zus):
        assert Kaartpersoon.objects.visible_to(zorg.zus).count() == 0


def test_after_its_day_the_card_asks_to_be_looked_at(anna, zorg, today):
    words(anna, zorg, wel_doen="Licht aan")
    with zorg.as_(zorg.anna):
        row = Crisiskaart.objects.visible_to(zorg.anna).get()
    past = zorg.today - timedelta(days=1)
    Crisiskaart.objects.for_job("proefdata").filter(pk=row.pk).update(nakijken_op=past)
    assert "Klopt alles nog?" in text(anna.get(KAART))


def test_two_cards_at_once_become_one_with_both_texts_shown(anna, zorg):
    words(anna, zorg, wel_doen="Licht aan")
    sent = {"uuid": str(uuid4()), "nummer": "0", "wel_doen": "Tv uit"} | ROL
    sent |= {"nakijken_op": zorg.today.strftime("%d-%m-%Y")}
    with zorg.as_(zorg.anna):
        there = Crisiskaart.objects.visible_to(zorg.anna).get()
    assert anna.post(f"{KAART}woorden/", sent).status_code == 409
    anna.post(f"/plan/weg/crisiskaart/{there.uuid}/", ROL)
    words(anna, zorg, wel_doen="Opnieuw")
    back = f"/plan/eerder/crisiskaart/{there.uuid}/terug/"
    assert anna.post(back, {"nummer": "1"} | ROL).status_code == 302


def test_named_in_two_regions_one_sees_them_one_after_the_other(anna, zorg, zus):
    put(anna, betrokkenheid=str(zorg.rij.uuid))
    type(zorg.ander).objects.for_job("proefdata").filter(pk=zorg.ander.pk).update(
        regio=zorg.kempen
    )
    elsewhere = zorg.involve(zorg.zus, client=zorg.ander)
    with zorg.as_(zorg.bram):
        one = Kaartpersoon(client=zorg.ander, betrokkenheid=elsewhere)
        add_item(one, words={"naam": "Zus", "telefoon": "0687654321"})
    with zorg.as_(zorg.zus):
        assert waits_for_me() == 2
    assert "anna zet je" in text(zus.get("/op-een-kaart/?regio=peel"))
    page = text(zus.get("/op-een-kaart/?regio=kempen"))
    assert "bram zet je" in page
    assert "anna zet je" not in page
    yes = {"nummer": "1", "antwoord": "ja", "_rol": "naaste"}
    assert zus.post(f"/op-een-kaart/{one.uuid}/", yes).status_code == 302
