"""Emergency access on its pages: the client chooses, a professional opens with a reason and a
code, and the functionaris looks at it (T5)."""

import re
from datetime import timedelta
from uuid import uuid4

from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

import pytest
from lxml import html

from basis.templatetags.nk import tijd
from clientplan.models import Crisiskaart, Signaal
from clientplan.services.items import add_item
from netwerk.models import Noodkeuze, Noodtoegang
from tests.clientplan.people import as_role, client
from tests.toegang.people import app_code, with_app
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db
WHY = "Buurvrouw belde, deur op slot, geen antwoord."
URL = "/noodtoegang/"
CHOICE = "/plan/noodtoegang/"


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    return client(zorg.anna)


@pytest.fixture
def pro(zorg):
    zorg.ggz.soort = "crisisdienst"
    zorg.ggz.save()
    zorg.secret = with_app(zorg.pro)
    zorg.steps = 1
    return as_role(zorg.pro, f"{Soort.PROFESSIONAL}:{zorg.ggz.pk}")


def choose(anna, **more):
    sent = {
        "mag": "ja",
        "wat": ["crisiskaart", "signaleringsplan"],
        "voor": ["crisisdienst"],
        "_rol": "client",
    }
    return anna.post(CHOICE, sent | more)


def asked(zorg, **more) -> dict[str, str]:
    return {
        "uuid": str(uuid4()),
        "naam": "anna",
        "geboren_op": "01-05-1980",
        "grond": "keuze",
        "reden": WHY,
        "wanneer": "nu",
        "_rol": f"{Soort.PROFESSIONAL}:{zorg.ggz.pk}",
    } | more


def opens(zorg, pro, **more):
    sent = asked(zorg, code=app_code(zorg.secret, zorg.steps), **more)
    return pro.post(URL, sent)


def test_nothing_is_open_before_the_client_answered_and_the_page_says_so(anna):
    page = text(anna.get(CHOICE))
    assert "Daarom kan nu niemand iets openen" in page
    assert "Kun je dit vrij kiezen?" in page


def test_an_answer_is_added_and_shown_the_last_one_counts(anna, zorg):
    assert choose(anna).status_code == 302
    assert choose(anna, mag="nee").status_code == 302
    rows = Noodkeuze.objects.for_job("proefdata").order_by("pk")
    assert [row.onderdelen for row in rows] == [["signaleringsplan", "crisiskaart"], []]
    assert "checked" in anna.get(CHOICE).content.decode()


def test_yes_without_what_or_for_whom_is_asked_again(anna):
    answer = choose(anna, wat=[])
    assert answer.status_code == 422
    assert "Kies wat open mag" in text(answer)
    assert choose(anna, voor=[]).status_code == 422
    assert choose(anna, wat=["verhaal"]).status_code == 422  # not for an emergency


def test_a_reason_and_a_code_open_it_and_the_page_says_so(zorg, anna, pro):
    choose(anna)
    step = pro.post(URL, asked(zorg))
    assert "Laat zien dat jij het bent" in text(step)
    assert WHY in text(step)
    answer = opens(zorg, pro)
    assert answer["Location"] == f"/plan-van/{zorg.plan.uuid}/"
    page = text(pro.get(answer["Location"]))
    assert "Noodtoegang. Nog 60 minuten" in page
    assert "anna kreeg bericht" in page
    assert "Crisiskaart" in page
    assert "doelen" not in page.lower().replace("mijn doelen", "")
    assert pro.get(f"/plan-van/{zorg.plan.uuid}/doelen/").status_code == 404


def test_a_wrong_code_opens_nothing_and_keeps_what_was_typed(zorg, anna, pro):
    choose(anna)
    answer = pro.post(URL, asked(zorg, code="000000"))
    assert answer.status_code == 422
    assert "klopt niet" in text(answer)
    assert WHY in answer.content.decode()
    assert not Noodtoegang.objects.for_job("proefdata").exists()


def test_a_password_of_a_moment_ago_is_no_second_step(zorg, anna, pro):
    choose(anna)
    assert "Laat zien" in text(pro.post(URL, asked(zorg)))
    assert not Noodtoegang.objects.for_job("proefdata").exists()


def test_nobody_of_that_name_and_nothing_chosen_look_the_same(zorg, anna, pro):
    pages = []
    for step, naam in enumerate(("anna", "nanna")):
        zorg.steps = step
        answer = opens(zorg, pro, naam=naam, grond="vitaal")
        assert answer.status_code == 422
        pages.append(text(answer).replace("nanna", "anna"))
    assert pages[0] == pages[1]
    assert "Hier kan niets open" in pages[0]


def test_trying_names_slows_down(zorg, pro, monkeypatch):
    monkeypatch.setattr("clientplan.views.nood.code_fits", lambda *a, **k: True)
    monkeypatch.setattr("clientplan.views.nood.is_fresh", lambda request: True)
    monkeypatch.setattr("clientplan.views.nood.used_at", lambda request: timezone.now())
    cache.clear()
    answers = [opens(zorg, pro, naam=f"naam {n}").status_code for n in range(5)]
    assert answers == [422, 422, 422, 422, 429]


def test_told_later_needs_a_day_and_a_reason(zorg, anna, pro):
    choose(anna)
    answer = pro.post(URL, asked(zorg, wanneer="later"))
    assert answer.status_code == 422
    assert "Kies een dag van morgen" in text(answer)
    day = f"{zorg.today + timedelta(days=2):%d-%m-%Y}"
    why = "Haar partner leest mee op haar telefoon."
    where = opens(zorg, pro, wanneer="later", later_op=day, later_reden=why)["Location"]
    assert "anna krijgt later bericht" in text(pro.get(where))
    assert "Nog nooit" in text(anna.get(CHOICE))
    assert "nog geen berichten" in text(anna.get("/berichten/"))


def test_closed_the_plan_is_shut_and_its_page_says_that_it_is_over(zorg, anna, pro):
    choose(anna)
    where = opens(zorg, pro)["Location"]
    role = {"_rol": f"{Soort.PROFESSIONAL}:{zorg.ggz.pk}"}
    assert pro.post(f"{where}noodtoegang/sluiten/", role).status_code == 302
    over = pro.get(where)
    assert over.status_code == 404
    assert "De noodtoegang is voorbij" in text(over)
    assert "noodtoegang" not in text(pro.get(f"/plan-van/{zorg.ander.uuid}/"))
    assert "Schrijf een verslag" in text(pro.get("/noodtoegang/mijn/"))


def test_the_client_reads_who_why_and_what_came_of_it(zorg, anna, pro):
    choose(anna)
    opens(zorg, pro)
    assert "pro opende een deel van je plan" in text(anna.get("/berichten/"))
    page = text(anna.get(CHOICE))
    assert WHY in page
    assert "De cliënt koos dit vooraf" in page


def test_every_page_says_until_when_and_ends_it(zorg, anna, pro):
    with zorg.as_(zorg.anna):
        add_item(
            Crisiskaart(client=zorg.plan, nakijken_op=zorg.today),
            words={"wel_doen": "Licht aan"},
        )
        signal = Signaal(client=zorg.plan, fase=1, soort="ik_merk")
        add_item(signal, words={"tekst": "Ik slaap"})
    choose(anna)
    van = opens(zorg, pro)["Location"]
    row = Noodtoegang.objects.for_job("proefdata").get()
    until = f"tot {tijd(timezone.localtime(row.tot))}"
    of_the_plan = [
        "",
        "crisiskaart/",
        "signaleringsplan/",
    ]
    pages = [f"{van}{one}" for one in of_the_plan]
    assert pro.get(f"{van}eerder/signaal/{signal.uuid}/").status_code == 404
    others = [
        "/clienten/",
        "/noodtoegang/",
        "/noodtoegang/mijn/",
        "/berichten/",
    ]
    ends = f"{van}noodtoegang/sluiten/"
    for where in pages + others:
        page = html.fromstring(pro.get(where).content)
        banners = page.xpath("//*[@class='eyes urgent']")
        assert len(banners) == 1, where
        [banner] = banners
        assert until in " ".join(banner.text_content().split()), where
        assert banner.xpath(".//form/@action") == [ends], where
        assert bool(banner.xpath(f".//a[@href='{van}']")) == (where in others), where
    pro.post(ends, {"_rol": f"{Soort.PROFESSIONAL}:{zorg.ggz.pk}"})
    for where in others:
        assert "eyes urgent" not in pro.get(where).content.decode()


def test_a_report_is_read_by_the_client(zorg, anna, pro):
    choose(anna)
    opens(zorg, pro)
    row = Noodtoegang.objects.for_job("proefdata").get()
    role = {"_rol": f"{Soort.PROFESSIONAL}:{zorg.ggz.pk}"}
    sent = {"verslag": "Met haar zus gebeld."} | role
    assert pro.post(f"/noodtoegang/{row.uuid}/verslag/", sent).status_code == 302
    assert "Met haar zus gebeld." in text(anna.get(CHOICE))


def test_the_functionaris_judges_it_and_the_client_hears_it(zorg, anna, pro):
    choose(anna)
    opens(zorg, pro)
    zorg.role(zorg.zus, zorg.ggz, soort=Soort.FUNCTIONARIS)
    role = f"{Soort.FUNCTIONARIS}:{zorg.ggz.pk}"
    fg = as_role(zorg.zus, role)
    page = text(fg.get("/nakijken/"))
    assert "1 wacht op jou" in page
    assert "anna" not in page
    (code,) = set(re.findall(r"Cliënt (\w{5}-\w{5})", page))
    assert f"Cliënt {code}" in text(fg.get(reverse("functionaris_logboek")))
    row = Noodtoegang.objects.for_job("proefdata").get()
    where = f"/nakijken/{row.uuid}/"
    assert WHY in text(fg.get(where))
    sent = {"uuid": str(uuid4()), "_rol": role, "oordeel": "terecht"}
    assert fg.post(where, sent).status_code == 422
    assert fg.post(where, sent | {"uitleg": "Het was nodig."}).status_code == 302
    assert "Er wacht niets op jou" in text(fg.get("/nakijken/"))
    assert "Noodtoegang is nagekeken" in text(anna.get("/berichten/"))
    assert "Het was nodig." in text(anna.get(CHOICE))
    told = text(anna.get("/plan/wie-keek/"))
    assert "Noodtoegang: pro opende een deel van je plan." in told
    assert "Noodtoegang: zus keek na of dit nodig was." in told


def test_others_have_no_such_pages(zorg, anna, pro):
    assert anna.get(URL).status_code == anna.get("/nakijken/").status_code == 404
    assert pro.get(CHOICE).status_code == pro.get("/nakijken/").status_code == 404
    gone = f"/nakijken/{uuid4()}/"
    assert pro.get(gone).status_code == 404
