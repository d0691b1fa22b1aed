""" "Wie keek in mijn plan": the client reads the lines about their own plan, and nobody else
does, by no way."""

from uuid import uuid4

from django.db import ProgrammingError, connection, transaction

import pytest

from basis.opaque import hide
from logboek import services as logboek
from logboek.services import Actie
from netwerk.choices import Blik
from netwerk.models import Client
from netwerk.rules.onderdelen import Recht
from netwerk.selectors import spoor
from netwerk.services.spoor import trace_own, trace_reading
from toegang.choices import Soort

pytestmark = pytest.mark.django_db


def read(zorg, who, *onderdelen, rol="", request="r1", plan=None):
    with zorg.as_(who, rol, spoor=request):
        rows = Client.objects.visible_to(who).select_related("regio")
        trace_reading(rows.get(pk=(plan or zorg.plan).pk), onderdelen)


def refused(zorg, who, uuid, rol=""):
    with zorg.as_(who, rol):
        logboek.record_refusal(Actie.READ, "doel", [uuid])


def told(zorg, blik=Blik.ANDEREN, who=None, **more):
    who = who or zorg.anna
    with zorg.as_(who):
        client = Client.objects.own(who).select_related("gebruiker").get()
        return [keer.zin for keer in spoor.look(client, blik, **more).keren]


def test_the_client_reads_who_read_what(zorg):
    zorg.treats(zorg.pro)
    read(zorg, zorg.pro, "doelen", "crisiskaart")
    assert told(zorg) == ["pro las je doelen en je crisiskaart."]


def test_two_requests_are_two_looks(zorg):
    zorg.treats(zorg.pro)
    for request in ("r1", "r2"):
        read(zorg, zorg.pro, "doelen", request=request)
    assert len(told(zorg)) == 2


def test_what_the_client_did_themselves_stands_apart(zorg):
    read(zorg, zorg.anna, "doelen")
    with zorg.as_(zorg.anna):
        trace_own(Actie.UPDATE, zorg.plan, soort="toestemming")
    assert told(zorg) == []
    assert told(zorg, Blik.ZELF) == [
        "Jij veranderde wie wat mag zien.",
        "Jij las je doelen.",
    ]


@pytest.mark.parametrize("rol", ["naaste", "professional", ""])
def test_nobody_else_reads_a_line_of_it(zorg, rol):
    zorg.treats(zorg.pro)
    zorg.involve(zorg.bram, vertegenwoordigt="mentor", zaken=["doelen"])
    read(zorg, zorg.pro, "doelen")
    for who in (zorg.pro, zorg.zus, zorg.bram, zorg.weg):
        with zorg.as_(who, rol):
            assert spoor._lines("alles", hoeveel=500) == []
    with zorg.as_(zorg.anna, "naaste"):
        assert spoor._lines("alles", hoeveel=500) == []


def test_a_line_of_another_plan_is_not_there(zorg):
    read(zorg, zorg.bram, "doelen", plan=zorg.ander)
    with zorg.as_(zorg.bram):
        (line,) = spoor._lines("alles", hoeveel=9)
    with zorg.as_(zorg.anna):
        client = Client.objects.own(zorg.anna).select_related("gebruiker").get()
        assert spoor.one(client, hide(line.id, spoor.ABOUT)) is None
        assert spoor.one(client, uuid4()) is None
        for place in ("van", "voor"):
            made = {place: hide(line.id, spoor.ABOUT)}
            assert spoor.look(client, Blik.ZELF, **made).keren == []


@pytest.mark.parametrize("role", ["nk_web", "nk_worker"])
def test_a_process_reads_the_log_by_no_other_way(zorg, role, settings):
    settings.PROCESS_ROLE = role
    for sql in (
        "SELECT * FROM logboek.regel",
        "SELECT * FROM logboek.van_wie(ARRAY[]::uuid[])",
        "SELECT logboek.nog_niet_vertellen(1, NULL)",
        "SELECT * FROM netwerk_naamafscherming",
    ):
        denied = pytest.raises(ProgrammingError, match="permission denied")
        with zorg.as_(zorg.anna), denied, transaction.atomic():
            connection.cursor().execute(sql)


def test_on_which_ground_is_said_in_plain_words(zorg):
    zus = zorg.involve(zorg.zus)
    zus.relatie = "mijn zus"
    zus.save()
    zorg.say(zus, "verhaal", Recht.LEZEN)
    zorg.treats(zorg.pro)
    read(zorg, zorg.zus, "verhaal")
    read(zorg, zorg.pro, "doelen", request="r2")
    with zorg.as_(zorg.anna):
        client = Client.objects.own(zorg.anna).select_related("gebruiker").get()
        keren = spoor.look(client, Blik.ANDEREN).keren
    assert [keer.waarom for keer in keren] == [
        "Behandelaar, Ggz. Nodig voor je behandeling.",
        "Mijn zus. Jij gaf hier toestemming voor.",
    ]


def test_an_emergency_shows_with_the_reason_that_was_written_down(zorg):
    zorg.nood(zorg.pro, "crisiskaart", reden="Buurvrouw belde.")
    read(zorg, zorg.pro, "crisiskaart")
    with zorg.as_(zorg.anna):
        client = Client.objects.own(zorg.anna).select_related("gebruiker").get()
        (keer,) = spoor.look(client, Blik.NOOD).keren
        assert keer.nood.reden == "Buurvrouw belde."
    assert keer.beeld == "key"


def test_who_acts_for_the_client_does_so_on_their_behalf(zorg):
    zorg.involve(zorg.zus, vertegenwoordigt="mentor", zaken=["doelen"])
    read(zorg, zorg.zus, "doelen")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT namens, oogmerk FROM logboek.regel ORDER BY id DESC LIMIT 1"
        )
        assert cursor.fetchone() == (str(zorg.plan.uuid), "vertegenwoordiging")


# --- refused


def test_the_client_hears_of_a_refusal_and_who_asked_hears_nothing(zorg):
    betrokken = zorg.treats(zorg.pro)
    refused(zorg, zorg.verre_pro, betrokken.uuid)
    assert told(zorg, Blik.GEWEIGERD) == [
        "Een medewerker van Verre ggz wilde je plan openen. Dat mocht niet."
    ]
    assert told(zorg, who=zorg.bram) == []


def test_of_who_was_refused_the_name_shows_only_when_the_client_knows_them(zorg):
    zorg.involve(zorg.zus)
    for who in (zorg.zus, zorg.weg, zorg.bram):
        refused(zorg, who, zorg.plan.uuid, rol="naaste")
    assert told(zorg, Blik.GEWEIGERD) == [
        "Iemand wilde je plan openen. Dat mocht niet.",
        "Iemand wilde je plan openen. Dat mocht niet.",
        "zus wilde je plan openen. Dat mocht niet.",
    ]


def test_a_row_that_is_not_there_is_a_line_about_nobody(zorg):
    refused(zorg, zorg.pro, uuid4())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT client, regio, uitkomst FROM logboek.regel ORDER BY id DESC LIMIT 1"
        )
        assert cursor.fetchone() == ("", "platform", 4)


# --- paging


def test_older_lines_stand_on_the_next_page_and_each_once(zorg, monkeypatch):
    monkeypatch.setattr(spoor, "LINES", 2)
    zorg.treats(zorg.pro)
    for number in range(5):
        read(zorg, zorg.pro, "doelen", request=f"r{number}")
    seen, voor = [], None
    with zorg.as_(zorg.anna):
        client = Client.objects.own(zorg.anna).select_related("gebruiker").get()
        for _ in range(3):
            page = spoor.look(client, Blik.ANDEREN, voor=voor)
            seen += [keer.uuid for keer in page.keren]
            voor = page.ouder
    assert voor is None
    assert len(seen) == len(set(seen)) == 5


def test_of_one_person_in_one_role(zorg):
    zorg.treats(zorg.pro)
    zorg.say(zorg.involve(zorg.zus), "doelen", Recht.LEZEN)
    zorg.say(zorg.involve(zorg.pro), "doelen", Recht.LEZEN)
    read(zorg, zorg.zus, "doelen", request="r1")
    read(zorg, zorg.pro, "doelen", request="r2")
    read(zorg, zorg.pro, "doelen", rol=Soort.NAASTE, request="r3")
    with zorg.as_(zorg.anna):
        client = Client.objects.own(zorg.anna).select_related("gebruiker").get()
        first = spoor.look(client, Blik.ANDEREN).keren[1]
        only = spoor.look(client, Blik.ANDEREN, van=first.uuid)
    assert [keer.uuid for keer in only.keren] == [first.uuid]
    assert only.van == "pro"
