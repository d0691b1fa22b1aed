"""From a letter on paper to a plan of one's own, in a browser."""

import re
from datetime import timedelta

from django.test import Client as Browser
from django.utils import timezone

import pytest
from lxml import html

from netwerk.models import Client, Startbrief
from tests.clientplan.people import as_role, client
from tests.toegang.people import link_in, sent
from tests.world import browser
from toegang.choices import Soort
from toegang.models import Gebruiker, Gemeente, Rol, Uitnodiging

pytestmark = pytest.mark.django_db
NEW = {"naam": "Noa", "email": "noa@example.nl"}
PASSWORD = {"wachtwoord": "een-eigen-wachtwoord-7"}


@pytest.fixture
def gemeente(zorg):
    return Gemeente.objects.create(regio=zorg.peel, naam="Deurne")


def text(response) -> str:
    return html.fromstring(response.content).text_content()


def at_work(zorg):
    return as_role(zorg.pro, f"professional:{zorg.ggz.pk}")


def code_of(zorg) -> str:
    """Of a new letter, read from the page that shows it once."""
    pro = at_work(zorg)
    uuid = html.fromstring(pro.get("/starten/").content).xpath(
        "//input[@name='uuid']/@value"
    )[0]
    page = pro.post("/starten/", {"uuid": uuid, "_rol": f"professional:{zorg.ggz.pk}"})
    [shown] = html.fromstring(page.content).xpath("//*[@class='bigcode']/text()")
    return shown


def begin(user, gemeente, **more):
    born = {"geboren_op": "1-5-1990", "gemeente": gemeente.pk, "ja": "on"}
    return client(user).post("/plan/beginnen/", born | more | {"_rol": "client"})


def test_from_letter_to_plan(zorg, gemeente):
    code = code_of(zorg)
    guest = Browser()
    answer = guest.post("/brief/", {"code": code.lower()})
    page = guest.get(answer["Location"])
    assert "Hier begint je eigen plan" in text(page)
    assert "noa@example.nl" in text(guest.post(answer["Location"], NEW))
    [mail] = sent()
    assert "plan" not in (mail.subject + mail.body).lower()
    inside = guest.post(link_in(mail), PASSWORD)
    assert inside["Location"] == "/vandaag/"
    assert (
        guest.get("/vandaag/", follow=True).redirect_chain[-1][0] == "/plan/beginnen/"
    )
    noa = Gebruiker.objects.get(email="noa@example.nl")
    guest.post(
        "/plan/beginnen/",
        {"geboren_op": "1-5-1990", "gemeente": gemeente.pk, "ja": "on"},
    )
    assert "Dag Noa" in text(guest.get("/plan/"))
    with zorg.as_(noa, "client"):
        assert Client.objects.own(noa).get().regio == zorg.peel


def test_who_has_an_account_says_yes_at_once_and_works_as_client(zorg):
    code = code_of(zorg)
    zus = browser(zorg.zus)
    where = zus.post("/brief/", {"code": code})["Location"]
    assert zus.post(where)["Location"] == "/plan/"
    assert zus.get("/plan/")["Location"] == "/plan/beginnen/"


def test_looking_uses_nothing_up(zorg):
    where = Browser().post("/brief/", {"code": code_of(zorg)})["Location"]
    for _ in range(3):
        browser(zorg.zus).get(where)
    assert Startbrief.objects.get().gebruikt_op is None


@pytest.mark.parametrize("how", ["gebruikt_op", "ingetrokken_op", "tot"])
def test_a_letter_that_is_over_is_as_one_that_never_was(zorg, how):
    where = Browser().post("/brief/", {"code": code_of(zorg)})["Location"]
    Startbrief.objects.update(**{how: timezone.now() - timedelta(seconds=1)})
    answers = [Browser().get(url) for url in (where, "/brief/KV73MP2X9C/")]
    assert [one.status_code for one in answers] == [404, 404]
    first, second = (
        re.sub(r'value="[^"]*"', "", one.content.decode()) for one in answers
    )
    assert first == second


def test_the_link_of_the_mail_is_over_once_the_letter_is(zorg):
    guest = Browser()
    where = guest.post("/brief/", {"code": code_of(zorg)})["Location"]
    guest.post(where, NEW)
    [mail] = sent()
    at_work(zorg).post(
        f"/starten/{Startbrief.objects.get().uuid}/intrekken/",
        {"_rol": f"professional:{zorg.ggz.pk}"},
    )
    answer = guest.post(link_in(mail), PASSWORD)
    assert answer.status_code in (404, 410)
    assert not Gebruiker.objects.filter(email="noa@example.nl").exists()


def test_who_guesses_codes_has_to_wait(zorg):
    guest = Browser()
    guest.get("/brief/")
    answers = [
        guest.post("/brief/", {"code": "KV73MP2X9C"}).status_code for _ in range(8)
    ]
    assert answers[:5] == [422] * 5
    assert answers[-1] == 429


def test_no_mail_after_mail_to_everybody_with_one_code(zorg):
    guest = Browser()
    where = guest.post("/brief/", {"code": code_of(zorg)})["Location"]
    answers = [
        guest.post(where, {"naam": "N", "email": f"n{n}@example.nl"}).status_code
        for n in range(6)
    ]
    assert answers[0] == 200
    assert answers[-1] == 429
    assert Uitnodiging.objects.usable().count() == 1


@pytest.mark.parametrize(
    ("born", "why"),
    [("1-1-2020", "vanaf 16 jaar"), ("1-1-1850", "het jaar"), ("31-02-1990", "datum")],
)
def test_a_plan_does_not_begin_without_a_day_that_can_be(zorg, gemeente, born, why):
    Rol.objects.create(gebruiker=zorg.zus, soort=Soort.CLIENT, van=zorg.today)
    answer = begin(zorg.zus, gemeente, geboren_op=born)
    assert answer.status_code == 422
    assert why in text(answer)


def test_a_plan_does_not_begin_without_a_yes(zorg, gemeente):
    Rol.objects.create(gebruiker=zorg.zus, soort=Soort.CLIENT, van=zorg.today)
    assert begin(zorg.zus, gemeente, ja="").status_code == 422
    with zorg.as_(zorg.zus, "client"):
        assert not Client.objects.own(zorg.zus).exists()


def test_begun_twice_is_begun_once(zorg, gemeente):
    Rol.objects.create(gebruiker=zorg.zus, soort=Soort.CLIENT, van=zorg.today)
    assert [begin(zorg.zus, gemeente)["Location"] for _ in range(2)] == ["/plan/"] * 2


def test_a_code_is_shown_once(zorg):
    pro, rol = at_work(zorg), f"professional:{zorg.ggz.pk}"
    sent_twice = {"uuid": "7f5ae0d4-6f0b-4a52-9d6a-3c6a7b0d5c11", "_rol": rol}
    assert pro.post("/starten/", sent_twice).status_code == 200
    assert pro.post("/starten/", sent_twice)["Location"] == "/starten/"
    assert Startbrief.objects.count() == 1


def test_the_page_with_the_code_is_kept_by_no_browser(zorg):
    pro, rol = at_work(zorg), f"professional:{zorg.ggz.pk}"
    sent_once = {"uuid": "7f5ae0d4-6f0b-4a52-9d6a-3c6a7b0d5c11", "_rol": rol}
    assert "no-store" in pro.post("/starten/", sent_once)["Cache-Control"]


def test_another_professional_does_not_see_my_letters(zorg):
    code_of(zorg)
    other = as_role(zorg.verre_pro, f"professional:{zorg.verre.pk}")
    assert "Brief van" not in text(other.get("/starten/"))
    letter = Startbrief.objects.get()
    rol = {"_rol": f"professional:{zorg.verre.pk}"}
    assert other.post(f"/starten/{letter.uuid}/intrekken/", rol).status_code == 404


def test_in_another_role_a_plan_is_not_there(zorg):
    Rol.objects.create(gebruiker=zorg.pro, soort=Soort.CLIENT, van=zorg.today)
    assert at_work(zorg).get("/plan/").status_code == 404


def test_where_the_region_begins_at_eighteen_the_page_says_so(zorg, gemeente):
    seventeen = {"geboren_op": f"1-1-{zorg.today.year - 17}"}
    Rol.objects.create(gebruiker=zorg.zus, soort=Soort.CLIENT, van=zorg.today)
    zorg.peel.plan_vanaf = 18
    zorg.peel.save()
    answer = begin(zorg.zus, gemeente, **seventeen)
    assert answer.status_code == 422
    assert "In deze gemeente kan een eigen plan vanaf 18 jaar" in text(answer)
