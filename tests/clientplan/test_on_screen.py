"""The crisiskaart on the client's own screen: a QR code for some minutes, for whoever scans
it, that ends by itself and by a press (P1)."""

from datetime import timedelta

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

import pytest
from lxml import html

from clientplan.models import Crisiskaart, Kaartpersoon, Schermkaart
from clientplan.services import pasje, scherm
from clientplan.services.items import add_item
from tests.clientplan.people import client
from tests.world import browser
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db
ROL = {"_rol": "client"}
WHERE = "/plan/crisiskaart/scherm/"


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    return client(zorg.anna)


@pytest.fixture
def card(zorg):
    """Somebody on it agreed, and somebody did not yet."""
    with zorg.as_(zorg.anna):
        day = zorg.today + timedelta(days=100)
        made = add_item(
            Crisiskaart(client=zorg.plan, nakijken_op=day),
            words={"wel_doen": "Licht aan"},
        )
        for naam in ("Mirjam", "Wacht"):
            words = {"naam": naam, "telefoon": "0612345678"}
            add_item(Kaartpersoon(client=zorg.plan), words=words)
    rows = Kaartpersoon.objects.for_job("proefdata").order_by("pk")
    rows.filter(pk=rows[0].pk).update(akkoord=True, akkoord_op=zorg.today)
    return made


@pytest.fixture
def scanned(anna, card, zorg) -> str:
    """What the QR code leads to."""
    anna.post(f"{WHERE}toon/", ROL)
    with zorg.as_(zorg.anna):
        return f"/kaart/scherm/{scherm.on_screen(zorg.plan).adres}/"


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def lines() -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT actie, object_soort, split_part(grond, ':', 1), persoon <> ''"
            " FROM logboek.regel WHERE id > current_setting('nk.proef_vanaf')::bigint"
            " AND onderdeel = 'crisiskaart' AND object_soort IN ('schermkaart', 'crisiskaart')"
            " ORDER BY id"
        )
        return cursor.fetchall()


def test_without_a_card_there_is_nothing_to_show(anna, zorg):
    assert "Begin met de kaart" in text(anna.get(WHERE))
    anna.post(f"{WHERE}toon/", ROL)
    assert not Schermkaart.objects.for_job("proefdata").exists()


def test_who_scans_it_presses_once_and_reads_and_the_client_sees_that(
    scanned, anna, zorg
):
    shown = html.fromstring(anna.get(WHERE).content)
    assert shown.xpath("//div[@class='qr to-scan']//*[name()='svg']")
    row = Schermkaart.objects.for_job("proefdata").get()
    left = row.tot - timezone.now()
    assert timedelta(minutes=9) < left <= timedelta(minutes=10)
    before = lines()
    stranger = browser(None)
    first = stranger.get(scanned)
    assert first.status_code == 200
    assert "anna" not in text(first)
    assert lines() == before  # nothing was shown
    for _ in range(2):  # whoever scans
        page = text(browser(None).post(scanned))
        assert "Ik ben anna" in page
        assert "Mirjam" in page
        assert "Wacht" not in page
    added = [("R", "crisiskaart", "scherm", False)] * 2
    assert lines()[len(before) :] == added
    told = text(anna.get("/plan/wie-keek/"))
    assert "Iemand die de QR-code op je scherm scande las je crisiskaart." in told
    assert "Jij liet de QR-code op je scherm zien." in told


def test_over_by_its_time_by_a_press_and_never_there_are_one_answer(
    scanned, anna, zorg
):
    unknown = "/kaart/scherm/die-is-er-niet/"
    rows = Schermkaart.objects.for_job("proefdata")
    rows.update(tot=timezone.now() - timedelta(seconds=1))
    over = [browser(None).get(scanned), browser(None).post(scanned)]
    assert "Er komt een QR-code op je scherm" in text(anna.get(WHERE))
    anna.post(f"{WHERE}toon/", ROL)  # another one; the old one stays over
    over.append(browser(None).get(scanned))
    with zorg.as_(zorg.anna):
        again = f"/kaart/scherm/{scherm.on_screen(zorg.plan).adres}/"
    assert browser(None).get(again).status_code == 200
    anna.post(f"{WHERE}stop/", ROL)
    over += [browser(None).post(again), browser(None).get(unknown)]
    assert {one.status_code for one in over} == {410}
    assert len({text(one) for one in over}) == 1
    assert "werkt niet meer" in text(over[0])
    assert ("D", "schermkaart", "eigen plan", True) in lines()


def test_asked_twice_it_is_shown_once_and_never_longer_than_a_while(
    scanned, anna, zorg
):
    anna.post(f"{WHERE}toon/", ROL)
    assert [line[0] for line in lines() if line[1] == "schermkaart"] == ["C"]
    rows = Schermkaart.objects.for_job("proefdata")
    with pytest.raises(IntegrityError, match="schermkaart_short"), transaction.atomic():
        rows.update(tot=timezone.now() + timedelta(hours=1))


def test_a_closed_plan_shows_nothing(scanned, zorg):
    type(zorg.plan).objects.for_job("proefdata").filter(pk=zorg.plan.pk).update(
        gesloten_op=zorg.today - timedelta(days=1)
    )
    assert browser(None).post(scanned).status_code == 410


def test_in_the_database_it_opens_the_card_and_nothing_else(scanned, zorg):
    zorg.treats(zorg.pro)
    row = Schermkaart.objects.for_job("proefdata").get()
    with zorg.as_(zorg.zus), pasje.holding(row.hash), connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM clientplan_crisiskaart),"
            " (SELECT count(*) FROM clientplan_kaartpersoon),"
            " (SELECT count(*) FROM clientplan_versie),"
            " (SELECT count(*) FROM clientplan_schermkaart)"
        )
        assert cursor.fetchone() == (1, 1, 0, 0)
    with zorg.as_(zorg.pro):  # who reads the card does not find the address
        assert not Schermkaart.objects.for_job("anders").exists()
