"""Somebody acts for a client: the client says so, or an organisation that saw the paper; it is
seen by everybody whom it concerns, changes by a new row, and ends (T1, T4)."""

from datetime import date, timedelta
from uuid import uuid4

from django.db import connection
from django.utils import timezone

import pytest
from lxml import html

from berichten.models import Postbericht
from netwerk.models import Bevoegdheid, Naastenuitnodiging, Toestemming
from netwerk.rules.onderdelen import Recht
from netwerk.tasks import put_again
from tests.clientplan.people import as_role, client, naaste
from tests.clientplan.test_who_sees_what import ROL, WIE, rechten, text
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db
ALS = {"_rol": "naaste"}


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    return client(zorg.anna)


@pytest.fixture
def zus(zorg):
    Rol.objects.create(gebruiker=zorg.zus, soort=Soort.NAASTE, van=zorg.today)
    return naaste(zorg.zus)


@pytest.fixture
def pro(zorg):
    return as_role(zorg.pro, f"professional:{zorg.ggz.pk}")


def PRO(zorg):  # noqa: N802 - as ROL and ALS
    return {"_rol": f"professional:{zorg.ggz.pk}"}


def day(zorg, days: int) -> str:
    return f"{zorg.today + timedelta(days=days):%d-%m-%Y}"


def said(zorg, **more):
    """What the client fills in."""
    return {
        "uuid": str(uuid4()),
        "soort": "gemachtigde",
        "zaken": ["doelen"],
        "van": "",
        "tot": day(zorg, 30),
    } | (ROL | more)


def rows(zorg):
    return Bevoegdheid.objects.for_job("proefdata").order_by("pk")


def lines():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT actie::text, split_part(grond, ':', 1), namens <> '' FROM"
            " logboek.regel WHERE object_soort = 'bevoegdheid' AND actie <> 'R'"
            " AND id > current_setting('nk.proef_vanaf')::bigint ORDER BY id"
        )
        return cursor.fetchall()


def messages_to(who):
    found = Postbericht.objects.filter(gebruiker=who).order_by("gemaakt_op")
    return [row.kop for row in found]


def test_the_client_says_who_acts_for_them_and_ends_it(zorg, anna, zus):
    sister = zorg.involve(zorg.zus)
    where = f"{WIE}{sister.uuid}/namens/"
    assert "Nu doet niemand iets namens jou" in text(anna.get(f"{WIE}namens/"))
    sent = said(zorg)
    for _ in range(2):  # sent twice, added once
        anna.post(where, sent)
    page = text(anna.get(f"{WIE}namens/"))
    assert "Schriftelijk gemachtigde" in page
    assert "Tot en met" in page
    assert messages_to(zorg.zus) == ["Je mag iets doen namens anna"]
    assert zorg.parts(zorg.zus, "naaste") == {"doelen": Recht.EIGENAAR}
    # who acts sees for whom, what, until when; and every page of that part says so
    page = text(zus.get("/meelezen/"))
    assert "Je doet iets namens anna" in page
    assert "Je beslist over doelen. Tot en met" in page
    part = text(zus.get(f"/plan-van/{zorg.plan.uuid}/doelen/nieuw/"))
    assert "Je doet dit namens anna. Als schriftelijk gemachtigde" in part
    # on the page of who it is, deciding is on or off; off goes first, and on brings it back
    there = f"{WIE}{sister.uuid}/"
    for value, may in (("0", {}), ("4", {"doelen": Recht.EIGENAAR})):
        anna.post(there, rechten(doelen=value, crisiskaart="0"))
        assert zorg.parts(zorg.zus, "naaste") == may
    # another period and other matters: a new row, and the last one counts
    anna.post(where, said(zorg, zaken=["crisiskaart"], tot=""))
    may = zorg.parts(zorg.zus, "naaste")
    assert may == {"crisiskaart": Recht.EIGENAAR}  # not read on by the yes of before
    assert rows(zorg).count() == 2
    assert zus.get(f"/plan-van/{zorg.plan.uuid}/doelen/").status_code == 404
    anna.post(f"{where}stop/", {"uuid": str(uuid4())} | ROL)
    assert zorg.parts(zorg.zus, "naaste") == {}
    assert zus.get(f"/plan-van/{zorg.plan.uuid}/crisiskaart/").status_code == 404
    own = "eigen plan"
    assert lines() == [("C", own, False), ("U", own, False), ("D", own, False)]


def test_to_name_somebody_undoes_an_older_no_in_those_matters_alone(zorg, anna, zus):
    sister = zorg.involve(zorg.zus)
    for deel in ("doelen", "verhaal"):
        zorg.say(sister, deel, Recht.GEEN)
    anna.post(f"{WIE}{sister.uuid}/namens/", said(zorg))
    assert zorg.parts(zorg.zus, "naaste") == {"doelen": Recht.EIGENAAR}
    assert zus.get(f"/plan-van/{zorg.plan.uuid}/doelen/").status_code == 200
    anna.post(f"{WIE}{sister.uuid}/namens/stop/", {"uuid": str(uuid4())} | ROL)
    assert zorg.parts(zorg.zus, "naaste") == {}


def test_until_when_they_act_is_not_until_when_they_read(zorg, anna):
    """Rows of two tables may have one number."""
    sister = zorg.involve(zorg.zus)
    given = zorg.say(sister, "verhaal", Recht.LEZEN)
    last = zorg.today + timedelta(days=30)
    zorg.acts(sister, "gemachtigde", "doelen", tot=last, id=given.pk)
    page = html.fromstring(anna.get(f"{WIE}{sister.uuid}/").content)
    assert page.xpath("//input[@name='tot']/@value") == []
    anna.post(f"{WIE}{sister.uuid}/", rechten(doelen="4", verhaal="1", crisiskaart="1"))
    with zorg.as_(zorg.zus, "naaste"):
        after = zorg.rechten(zorg.zus, last + timedelta(days=1))
    assert {deel for _, deel in after} == {"verhaal", "crisiskaart"}


def test_who_acts_lays_it_down(zorg, anna, zus):
    row = zorg.acts(zorg.involve(zorg.zus), "gemachtigde", "doelen")
    where = f"/meelezen/namens/{row.uuid}/"
    zus.post(where, {"uuid": str(uuid4())} | ALS)
    assert zorg.parts(zorg.zus, "naaste") == {}
    assert lines() == [("D", "vertegenwoordiging", True)]
    assert zus.post(where, {"uuid": str(uuid4())} | ALS).status_code == 404


def test_ended_this_morning_an_open_page_saves_nothing(zorg, anna, zus):
    zorg.acts(zorg.involve(zorg.zus), "gemachtigde", "doelen", tot=zorg.today)
    where = f"/plan-van/{zorg.plan.uuid}/doelen/nieuw/"
    assert zus.get(where).status_code == 200
    yesterday = zorg.today - timedelta(days=1)
    rows(zorg).update(tot=yesterday)
    assert (
        zus.post(where, {"uuid": str(uuid4()), "doel": "Te laat"} | ALS).status_code
        == 404
    )
    assert zorg.parts(zorg.zus, "naaste") == {}
    assert "namens" not in text(zus.get("/meelezen/"))


def test_what_cannot_be_is_refused_and_said(zorg, anna):
    where = f"{WIE}{zorg.involve(zorg.zus).uuid}/namens/"
    for wrong, words in (
        ({"van": day(zorg, 9), "tot": day(zorg, 8)}, "ligt voor de eerste dag"),
        ({"tot": day(zorg, -1)}, "Kies vandaag of een dag die nog komt"),
        ({"tot": day(zorg, 200 * 365)}, "Dat is te ver weg"),
        ({"zaken": []}, "Kies waarover het gaat"),
        ({"zaken": ["dagboek"]}, "Kies iets uit de lijst"),
        ({"soort": "ouder"}, "stopt vanzelf op de dag dat iemand 18 wordt"),
        ({"soort": "koning"}, "Kies iets uit de lijst"),
    ):
        answer = anna.post(where, said(zorg, **wrong))
        assert (answer.status_code, words in text(answer)) == (422, True), wrong
    # not who treats, not oneself: only somebody whom the client knows
    pro = zorg.treats(zorg.pro)
    assert anna.post(f"{WIE}{pro.uuid}/namens/", said(zorg)).status_code == 404
    assert not rows(zorg).exists()


def paper(zorg, **more):
    return {
        "uuid": str(uuid4()),
        "naam": "Zus de Vries",
        "soort": "mentor",
        "stuk": "beschikking",
        "stuk_van": "1-2-2024",
        "zaken": ["doelen", "crisiskaart"],
        "van": "",
        "tot": day(zorg, 365),
        "hoe": "brief",
        "email": "",
    } | (PRO(zorg) | more)


def test_a_mentor_is_recorded_on_a_paper_and_begins_with_the_third_yes(
    zorg, pro, zus, anna
):
    zorg.treats(zorg.pro)
    where = f"/plan-van/{zorg.plan.uuid}/namens/"
    for wrong, words in (
        ({"stuk": "machtiging"}, "hoort niet bij"),
        ({"stuk_van": ""}, "Vul de datum in"),
        ({"stuk_van": day(zorg, 1)}, "Kijk nog eens naar de datum"),
    ):
        answer = pro.post(f"{where}nieuw/", paper(zorg, **wrong))
        assert (answer.status_code, words in text(answer)) == (422, True), wrong
    sent = paper(zorg)
    page = pro.post(f"{where}nieuw/", sent)
    [code] = html.fromstring(page.content).xpath("//*[@class='bigcode']/text()")
    assert "anna" not in html.fromstring(page.content).xpath("string(//article)")
    assert pro.post(f"{where}nieuw/", sent).status_code == 302  # made once
    # the letter comes to who it is for, and they say yes
    zus.post(zus.post("/brief/", {"code": code})["Location"])
    assert "Ggz vraagt dit: jij bent mentor van anna" in text(zus.get("/meelezen/"))
    asked = Naastenuitnodiging.objects.for_job("proefdata").get()
    zus.post(f"/meelezen/{asked.uuid}/", {"antwoord": "ja"} | ALS)
    assert zorg.parts(zorg.zus, "naaste") == {}
    assert "zus@example.nl" in text(pro.get(where))
    for _ in range(2):
        pro.post(f"{where}vraag/{asked.uuid}/", {"wat": "ja"} | PRO(zorg))
    may = {"doelen": Recht.EIGENAAR, "crisiskaart": Recht.EIGENAAR}
    assert zorg.parts(zorg.zus, "naaste") == may
    [row] = rows(zorg)
    rests_on = (row.stuk, row.stuk_van, row.gegeven_door, row.organisatie)
    assert rests_on == ("beschikking", date(2024, 2, 1), zorg.pro, zorg.ggz)
    assert lines() == [("C", "behandeling", False)]
    assert messages_to(zorg.anna) == [
        "pro vroeg iemand om namens jou te beslissen",
        "Zus de Vries mag nu namens jou beslissen",
    ]
    # every page on which who is involved stands
    for page in ("", "wie-ziet-wat/", "wie-keek/", "afspraken/nieuw/"):
        assert anna.get(f"/plan/{page}").status_code == 200, page


def test_who_comes_after_the_last_day_is_not_let_in(zorg, pro, zus):
    zorg.treats(zorg.pro)
    where = f"/plan-van/{zorg.plan.uuid}/namens/"
    pro.post(f"{where}nieuw/", paper(zorg))
    letters = Naastenuitnodiging.objects.for_job("proefdata")
    [asked] = letters
    over = asked.bevoegd | {"van": "2024-01-01", "tot": "2024-02-01"}
    letters.update(bevoegd=over, gebruiker=zorg.zus, ja_op=timezone.now())
    answer = pro.post(
        f"{where}vraag/{asked.uuid}/", {"wat": "ja"} | PRO(zorg), follow=True
    )
    assert "Deze vraag is er niet meer" in text(answer)
    assert not rows(zorg).exists()


def test_who_treats_does_not_let_in_themselves(zorg, pro):
    """A naaste who is also the professional is two people here, and one of them decides."""
    zorg.treats(zorg.pro)
    asked = Naastenuitnodiging(
        client=zorg.plan,
        hash="h",
        tot=timezone.now() + timedelta(days=9),
        gebruiker=zorg.pro,
        ja_op=timezone.now(),
        gevraagd_door=zorg.pro,
        organisatie=zorg.ggz,
        bevoegd={"soort": "mentor", "zaken": ["doelen"], "van": f"{zorg.today}"}
        | {"tot": None, "stuk": "beschikking", "stuk_van": None},
    )
    asked.naam = "Pro zelf"
    asked.save()
    where = f"/plan-van/{zorg.plan.uuid}/namens/vraag/{asked.uuid}/"
    answer = pro.post(where, {"wat": "ja"} | PRO(zorg), follow=True)
    assert "Jezelf toelaten kan niet" in text(answer)
    with zorg.as_(zorg.pro), connection.cursor() as cursor:
        cursor.execute(
            "SELECT poort.bevoegd_toelaten(%s, %s, %s)",
            [asked.uuid, str(uuid4()), str(uuid4())],
        )
        assert cursor.fetchone() == (False,)
    assert not rows(zorg).exists()


def test_what_was_recorded_the_client_shuts_out_and_the_organisation_ends(
    zorg, anna, pro
):
    zorg.treats(zorg.pro)
    on_paper = {
        "organisatie": zorg.ggz,
        "gegeven_door": zorg.pro,
        "stuk": "beschikking",
        "stuk_van": date(2024, 2, 1),
    }
    row = zorg.acts(zorg.involve(zorg.zus), "mentor", "doelen", "verhaal", **on_paper)
    page = text(anna.get(f"{WIE}namens/"))
    assert "Beschikking van de rechter, van 1 februari 2024" in page
    assert "Dat kun je niet zelf stoppen" in page
    there = f"{WIE}{row.betrokkenheid.uuid}/"
    anna.post(f"{there}namens/stop/", {"uuid": str(uuid4())} | ROL)
    assert set(zorg.parts(zorg.zus, "naaste")) == {"doelen", "verhaal"}
    # who treats reads who decides, over what is open to them: not over the story
    page = text(pro.get(f"/plan-van/{zorg.plan.uuid}/"))
    assert "Mentor. Over doelen." in page
    where = f"/plan-van/{zorg.plan.uuid}/namens/{row.uuid}/"
    pro.post(where, paper(zorg, zaken=["crisiskaart"]))
    assert set(zorg.parts(zorg.zus, "naaste")) == {"crisiskaart"}
    assert pro.get(where).status_code == 404  # it does not count any more
    anna.post(f"{there}einde/", ROL)  # a no of the client goes first
    assert "zus" in text(anna.get(f"{WIE}namens/"))  # and a judge named them, still
    assert zorg.parts(zorg.zus, "naaste") == {}
    where = f"/plan-van/{zorg.plan.uuid}/namens/{rows(zorg).last().uuid}/"
    pro.post(where, {"wat": "stop", "uuid": str(uuid4())} | PRO(zorg))
    assert rows(zorg).last().zaken == []
    assert [line[:2] for line in lines()] == [
        ("U", "behandeling"),
        ("D", "behandeling"),
    ]


def test_who_does_not_treat_records_nobody(zorg, pro):
    """Not with a consent, not elsewhere, and nobody lets in themselves."""
    row = zorg.involve(zorg.pro, organisatie=zorg.ggz)
    zorg.say(row, "doelen", Recht.LEZEN)
    where = f"/plan-van/{zorg.plan.uuid}/namens/"
    assert pro.get(f"/plan-van/{zorg.plan.uuid}/").status_code == 200
    for path in (where, f"{where}nieuw/"):
        assert pro.get(path).status_code == 404
    assert pro.post(f"{where}nieuw/", paper(zorg)).status_code == 404
    with zorg.as_(zorg.pro):
        letter = Naastenuitnodiging(
            client=zorg.plan,
            hash="x",
            tot="2099-01-01T00:00Z",
            gevraagd_door=zorg.pro,
            organisatie=zorg.ggz,
            bevoegd={"soort": "mentor"},
        )
        letter.naam = "Zelf"
        with pytest.raises(Exception, match="row-level security"):
            letter.save()


def test_the_wall_lets_nobody_make_themselves_who_decides(zorg):
    sister = zorg.involve(zorg.zus)
    zorg.acts(sister, "gemachtigde", "doelen")
    for who, by in (
        (zorg.zus, zorg.zus),
        (zorg.zus, zorg.anna),
        (zorg.bram, zorg.bram),
    ):
        with (
            zorg.as_(who, "naaste"),
            pytest.raises(Exception, match="row-level security"),
        ):
            zorg.acts(sister, "mentor", "crisiskaart", van=zorg.today, gegeven_door=by)
    past = zorg.today - timedelta(days=1)
    with zorg.as_(zorg.anna), pytest.raises(Exception, match="row-level security"):
        zorg.acts(sister, "mentor", "crisiskaart", van=past)


def test_at_eighteen_the_client_chooses_again_and_is_asked_once(zorg, anna, zus):
    parent = zorg.involve(zorg.zus)
    zorg.acts(parent, "ouder", "doelen", "crisiskaart")
    pro = zorg.treats(zorg.pro)
    for deel in ("doelen", "crisiskaart"):
        zorg.say(pro, deel, Recht.LEZEN, gegeven_door=zorg.zus)
    zorg.say(pro, "verhaal", Recht.LEZEN)  # of the client themselves
    born = zorg.today.replace(year=zorg.today.year - 18)
    plans = type(zorg.plan).objects.for_job("proefdata").filter(pk=zorg.plan.pk)
    plans.update(geboren_op=born + timedelta(days=1))
    put_again()
    assert messages_to(zorg.anna) == []  # tomorrow
    plans.update(geboren_op=born)
    for _ in range(2):
        put_again()
    assert messages_to(zorg.anna) == ["Je bent 18. Kies zelf wat zo blijft"]
    assert zorg.parts(zorg.zus, "naaste") == {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT client, persoon, taak FROM logboek.regel WHERE actie = 'E' AND"
            " object_soort = 'toestemming'"
            " AND id > current_setting('nk.proef_vanaf')::bigint"
        )
        assert cursor.fetchall() == [(str(zorg.plan.uuid), "", "achttien")]
    # until the answer it counts; each is kept or stopped in one press
    assert zorg.parts(zorg.pro)["crisiskaart"] == Recht.LEZEN
    where = f"{WIE}opnieuw/"
    assert "Iemand zette iets aan namens jou" in text(anna.get(WIE))
    page = text(anna.get(where))
    assert "pro: Mijn doelen" in page
    assert "verhaal" not in page
    for deel, keuze in (("doelen", "stoppen"), ("crisiskaart", "houden")):
        anna.post(where, {"wie": str(pro.uuid), "deel": deel, "keuze": keuze} | ROL)
    assert "Je hebt alles gekozen" in text(anna.get(where))
    may = zorg.parts(zorg.pro)
    assert ("doelen" in may, may["crisiskaart"]) == (False, Recht.LEZEN)
    last = Toestemming.objects.for_job("proefdata").order_by("pk").last()
    assert last.gegeven_door == zorg.anna


def test_a_region_may_begin_at_eighteen_and_a_plan_that_is_there_stays(zorg):
    young = zorg.today.replace(year=zorg.today.year - 17, day=1)
    begun = zorg.new_plan(zorg.zus, geboren_op=young)
    begins = {"geboren_op": young, "begonnen_op": zorg.today}
    zorg.peel.plan_vanaf = 18
    zorg.peel.save()
    with zorg.as_(zorg.pro, "client"), pytest.raises(Exception, match="row-level sec"):
        zorg.new_plan(zorg.pro, **begins)
    with zorg.as_(zorg.zus, "client"):
        assert zorg.rechten(zorg.zus)[begun.pk, "doelen"] == (4, "eigen plan")
    zorg.peel.plan_vanaf = 16
    zorg.peel.save()
    with zorg.as_(zorg.pro, "client"):
        zorg.new_plan(zorg.pro, **begins)
