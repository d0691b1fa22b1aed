"""Consent from a day that is still to come: chosen, shown, called off, refused (T4)."""

from datetime import timedelta

from django.db import connection

import pytest

from netwerk.rules.onderdelen import Recht
from tests.clientplan.people import client
from tests.clientplan.test_who_sees_what import ROL, WIE, rechten, text
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    return client(zorg.anna)


def day(zorg, days: int) -> str:
    return f"{zorg.today + timedelta(days=days):%d-%m-%Y}"


def on(zorg, who, days: int, als: str = ""):
    with zorg.as_(who, als):
        found = zorg.rechten(who, zorg.today + timedelta(days=days))
    return {deel: recht for (_, deel), (recht, _) in found.items()}


def test_it_opens_on_its_day_and_the_pages_say_when(zorg, anna):
    zus = zorg.involve(zorg.zus)
    zorg.say(zus, "crisiskaart", Recht.LEZEN)
    where = f"{WIE}{zus.uuid}/"
    later = rechten(crisiskaart="1", doelen="1", van=day(zorg, 3))
    assert "Het geldt vanaf" in text(anna.post(where, later, follow=True))
    assert on(zorg, zorg.zus, 2) == {"crisiskaart": 1}
    assert on(zorg, zorg.zus, 3) == {"crisiskaart": 1, "doelen": 1}
    assert "Leest je doelen." in text(anna.get(WIE))
    assert "Wat later ingaat" in text(anna.get(where))
    with connection.cursor() as cursor:
        cursor.execute("SELECT object_soort FROM logboek.regel WHERE actie = 'U'")
        assert cursor.fetchall()[-1:] == [("toestemming_later",)]
    assert "koos wat iemand later mag zien" in text(
        anna.get("/plan/wie-keek/?wat=zelf")
    )
    # called off: what holds today goes on
    anna.post(f"{where}straks/", ROL)
    assert "Vanaf" not in text(anna.get(WIE))
    assert on(zorg, zorg.zus, 3) == {"crisiskaart": 1}


def test_a_later_word_for_today_goes_over_what_was_to_begin(zorg, anna):
    zus = zorg.involve(zorg.zus)
    anna.post(f"{WIE}{zus.uuid}/", rechten(doelen="1", van=day(zorg, 3)))
    anna.post(f"{WIE}{zus.uuid}/uit/", ROL)
    assert on(zorg, zorg.zus, 3) == {}
    assert "Vanaf" not in text(anna.get(WIE))


def test_days_that_cannot_be_are_refused(zorg, anna):
    where = f"{WIE}{zorg.involve(zorg.zus).uuid}/"
    for days, said in (
        ({"van": day(zorg, -1)}, "Kies vandaag of een dag die nog komt"),
        ({"van": day(zorg, 9), "tot": day(zorg, 8)}, "ligt voor de eerste dag"),
        ({"tot": day(zorg, 200 * 365)}, "Dat is te ver weg"),
        ({"van": day(zorg, 200 * 365)}, "Dat is te ver weg"),
    ):
        answer = anna.post(where, rechten(doelen="1", **days))
        assert (answer.status_code, said in text(answer)) == (422, True)
    assert on(zorg, zorg.zus, 9) == {}


def test_who_treats_from_a_later_day_sees_nothing_before(zorg, anna):
    rol = Rol.objects.get(gebruiker=zorg.pro, soort=Soort.PROFESSIONAL)
    chosen = {
        "uuid": "7f5ae0d4-6f0b-4a52-9d6a-3c6a7b0d5c12",
        "werkt": "behandelaar",
        "behandelt": "on",
        "wat": "alles",
        "van": day(zorg, 5),
    }
    anna.post(f"{WIE}hulpverlener/{rol.uuid}/", chosen | ROL)
    assert on(zorg, zorg.pro, 4) == {}
    opened = on(zorg, zorg.pro, 5)
    assert opened["verhaal"] == Recht.LEZEN
    assert "crisiskaart" in opened


def test_the_page_asks_whether_one_can_choose_freely(zorg, anna):
    """Also where nobody is in the list yet, and on who acts for the client."""
    for where in (WIE, f"{WIE}namens/"):
        page = text(anna.get(where))
        assert "Kun je dit vrij kiezen?" in page
        assert "Hulp nu" in page
