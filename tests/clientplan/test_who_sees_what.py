"""A client asks somebody, lets them in, changes what they may and shuts them out."""

from datetime import timedelta

from django.utils import timezone

import pytest
from lxml import html

from netwerk.models import Naastenuitnodiging, Toestemming
from netwerk.rules.onderdelen import Recht
from tests.clientplan.people import client, naaste
from tests.toegang.people import link_in, sent
from toegang.choices import Soort
from toegang.models import Gebruiker, Rol

pytestmark = pytest.mark.django_db
WIE = "/plan/wie-ziet-wat/"
ROL = {"_rol": "client"}
ZUS = {
    "uuid": "7f5ae0d4-6f0b-4a52-9d6a-3c6a7b0d5c11",
    "naam": "Bep",
    "relatie": "mijn zus",
    "hoe": "brief",
    "wat": "kaart",
}


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    return client(zorg.anna)


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def asks(anna, **more):
    return anna.post(f"{WIE}naaste/", ZUS | more | ROL)


def letter_to(anna, zus):
    """The letter of anna comes to who is logged in as zus."""
    page = html.fromstring(asks(anna).content)
    [code] = page.xpath("//*[@class='bigcode']/text()")
    where = zus.post("/brief/", {"code": code})["Location"]
    zus.post(where)


def asked(zorg):
    with zorg.as_(zorg.anna):
        return Naastenuitnodiging.objects.visible_to(zorg.anna).get()


def rechten(**parts):
    row = dict.fromkeys(
        ("verhaal", "doelen", "afspraken", "signaleringsplan", "crisiskaart"), "0"
    )
    return row | parts | ROL


def test_from_question_to_reading_along(zorg, anna):
    zus = naaste(zorg.zus)
    letter_to(anna, zus)
    assert "anna wil je iets laten lezen" in text(zus.get("/meelezen/"))
    where = f"/meelezen/{asked(zorg).uuid}/"
    zus.post(where, {"antwoord": "ja", "_rol": "naaste"})
    assert "Bep zei ja" in text(anna.get("/plan/"))
    page = text(anna.get(f"{WIE}naaste/{asked(zorg).uuid}/"))
    assert "zus@example.nl" in page
    anna.post(f"{WIE}naaste/{asked(zorg).uuid}/", rechten(crisiskaart="1"))
    assert "Leest je crisiskaart." in text(anna.get(WIE))
    assert zorg.parts(zorg.zus, "naaste") == {"crisiskaart": 1}


def test_a_no_is_told_to_nobody(zorg, anna):
    zus = naaste(zorg.zus)
    letter_to(anna, zus)
    before = text(anna.get(WIE))
    zus.post(f"/meelezen/{asked(zorg).uuid}/", {"antwoord": "nee", "_rol": "naaste"})
    assert text(anna.get(WIE)) == before
    assert "anna" not in text(zus.get("/meelezen/"))


def test_by_mail_a_naaste_comes_with_a_new_account(zorg, anna):
    asks(anna, hoe="mail", email="bep@example.nl")
    [mail] = sent()
    assert not {"anna", "plan"} & set((mail.subject + mail.body).lower().split())
    guest = client(zorg.bram)
    guest.logout()
    guest.post(
        link_in(mail), {"naam": "Bep Jansen", "wachtwoord": "een-eigen-wachtwoord-7"}
    )
    assert "anna wil je iets" in text(guest.get("/meelezen/"))
    assert Gebruiker.objects.get(email="bep@example.nl").naam == "Bep Jansen"


def test_a_mail_needs_an_address(anna):
    answer = asks(anna, hoe="mail", email="")
    assert answer.status_code == 422
    assert "Vul het e-mailadres in" in text(answer)


def test_asked_twice_by_one_form_is_asked_once(zorg, anna):
    asks(anna)
    assert asks(anna)["Location"] == WIE
    assert asked(zorg).naam_box


def test_taken_back_it_is_gone_from_both_lists(zorg, anna):
    zus = naaste(zorg.zus)
    letter_to(anna, zus)
    anna.post(f"{WIE}naaste/{asked(zorg).uuid}/terug/", ROL)
    assert "anna" not in text(zus.get("/meelezen/"))
    assert "Bep" not in text(anna.get(WIE)).replace("De vraag aan Bep", "")


@pytest.fixture
def zus_in(zorg):
    return zorg.involve(zorg.zus)


def test_what_is_changed_holds_at_once(zorg, anna, zus_in):
    anna.post(f"{WIE}{zus_in.uuid}/", rechten(doelen="3", crisiskaart="1"))
    assert zorg.parts(zorg.zus, "naaste") == {"doelen": 3, "crisiskaart": 1}
    anna.post(f"{WIE}{zus_in.uuid}/", rechten(doelen="1"))
    assert zorg.parts(zorg.zus, "naaste") == {"doelen": 1}


def test_what_did_not_change_is_not_said_again(zorg, anna, zus_in):
    for _ in range(2):
        anna.post(f"{WIE}{zus_in.uuid}/", rechten(doelen="1"))
    with zorg.as_(zorg.anna):
        assert Toestemming.objects.visible_to(zorg.anna).count() == 1


def test_a_last_day_goes_with_what_is_open(zorg, anna, zus_in, today):
    anna.post(f"{WIE}{zus_in.uuid}/", rechten(doelen="1"))
    anna.post(f"{WIE}{zus_in.uuid}/", rechten(doelen="1", tot=f"{today:%d-%m-%Y}"))
    with zorg.as_(zorg.zus, "naaste"):
        assert zorg.rechten(zorg.zus, today + timedelta(days=1)) == {}
    assert "Tot en met" in text(anna.get(WIE))


@pytest.mark.parametrize("tot", ["1-1-2020", "morgen", "1-1-99999"])
def test_a_last_day_that_cannot_be_is_said(anna, zus_in, tot):
    answer = anna.post(f"{WIE}{zus_in.uuid}/", rechten(doelen="1", tot=tot))
    assert answer.status_code == 422


@pytest.mark.parametrize("right", ["4", "9", "-1", "lezen", ""])
def test_no_right_that_is_not_on_the_page(zorg, anna, zus_in, right):
    answer = anna.post(f"{WIE}{zus_in.uuid}/", rechten(doelen=right))
    assert answer.status_code == 422
    assert zorg.parts(zorg.zus, "naaste") == {}


def test_a_professional_is_never_offered_to_write_alone(zorg, anna):
    pro = zorg.treats(zorg.pro)
    page = html.fromstring(anna.get(f"{WIE}{pro.uuid}/").content)
    assert set(page.xpath("//input[@name='doelen']/@value")) == {"0", "1", "2"}
    answer = anna.post(f"{WIE}{pro.uuid}/", rechten(doelen="3"))
    assert answer.status_code == 422


def test_shut_out_and_ended(zorg, anna, zus_in):
    zorg.say(zus_in, "doelen", Recht.LEZEN)
    anna.post(f"{WIE}{zus_in.uuid}/uit/", ROL)
    assert zorg.parts(zorg.zus, "naaste") == {}
    assert "Ziet niets." in text(anna.get(WIE))
    anna.post(f"{WIE}{zus_in.uuid}/einde/", ROL)
    assert zorg.parts(zorg.zus, "naaste") == {}


def test_all_off_asks_first_and_then_does_it(zorg, anna, zus_in):
    zorg.say(zus_in, "doelen", Recht.LEZEN)
    zorg.treats(zorg.pro)
    assert "zus" in text(anna.get(f"{WIE}alles-uit/"))
    assert zorg.parts(zorg.zus, "naaste")
    anna.post(f"{WIE}alles-uit/", ROL)
    assert (zorg.parts(zorg.zus, "naaste"), zorg.parts(zorg.pro)) == ({}, {})


def test_a_professional_is_found_by_organisation_and_name(zorg, anna):
    found = anna.get(f"{WIE}hulpverlener/", {"organisatie": zorg.ggz.pk, "naam": "pro"})
    [where] = html.fromstring(found.content).xpath("//main//li//a/@href")
    anna.post(
        where,
        {
            "uuid": ZUS["uuid"],
            "werkt": "behandelaar",
            "behandelt": "on",
            "wat": "niets",
            **ROL,
        },
    )
    assert "doelen" in zorg.parts(zorg.pro)
    assert "Behandelaar, Ggz" in text(anna.get(WIE))


@pytest.mark.parametrize("naam", ["", "pr", "%%%", "___"])
def test_nobody_leafs_through_who_works_where(zorg, anna, naam):
    found = anna.get(f"{WIE}hulpverlener/", {"organisatie": zorg.ggz.pk, "naam": naam})
    assert "/hulpverlener/" not in str(
        html.fromstring(found.content).xpath("//li//a/@href")
    )


def test_somebody_of_another_region_is_not_found(zorg, anna):
    rol = Rol.objects.get(gebruiker=zorg.verre_pro)
    assert anna.get(f"{WIE}hulpverlener/{rol.uuid}/").status_code == 404


def test_treating_is_for_who_is_bound_to_it(zorg, anna):
    rol = Rol.objects.get(gebruiker=zorg.pro)
    answer = anna.post(
        f"{WIE}hulpverlener/{rol.uuid}/",
        {"uuid": ZUS["uuid"], "werkt": "begeleider", "behandelt": "on", "wat": "kaart"}
        | ROL,
    )
    assert answer.status_code == 422
    assert zorg.parts(zorg.pro) == {}


def test_anothers_person_and_nobody_give_the_same_answer(zorg, anna):
    theirs = zorg.involve(zorg.zus, zorg.ander)
    answers = [anna.get(f"{WIE}{uuid}/") for uuid in (theirs.uuid, ZUS["uuid"])]
    assert [one.status_code for one in answers] == [404, 404]
    assert answers[0].content == answers[1].content


def test_an_old_question_is_over(zorg, anna):
    zus = naaste(zorg.zus)
    letter_to(anna, zus)
    Naastenuitnodiging.objects.for_job("x").update(
        tot=timezone.now() - timedelta(seconds=1)
    )
    assert anna.get(f"{WIE}naaste/{ZUS['uuid']}/").status_code == 404
    answer = zus.post(f"/meelezen/{ZUS['uuid']}/", {"antwoord": "ja", "_rol": "naaste"})
    assert answer.status_code == 404
