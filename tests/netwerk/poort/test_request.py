"""A real request tells the database the role in its own words: what somebody may over HTTP
is what they may."""

from django.db import connection
from django.http import JsonResponse
from django.test import Client as Browser
from django.urls import include, path

import pytest

from netwerk.rules.onderdelen import Recht
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def may(request):
    """A page that asks for nothing but the decision."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT onderdeel, recht FROM poort.rechten(poort.persoon(), poort.dag())"
        )
        return JsonResponse(dict(cursor.fetchall()))


urlpatterns = [path("mag/", may), path("", include("config.urls"))]


@pytest.mark.parametrize("rol", [Soort.PROFESSIONAL, Soort.NAASTE, Soort.CLIENT])
def test_a_page_asks_in_the_role_somebody_works_in(zorg, rol):
    who = {"professional": zorg.pro, "naaste": zorg.zus, "client": zorg.anna}[rol]
    zorg.treats(zorg.pro)
    zorg.say(zorg.involve(zorg.zus), "crisiskaart", Recht.LEZEN)
    if rol != Soort.PROFESSIONAL:
        Rol.objects.create(gebruiker=who, soort=rol, van=zorg.today)
    browser = Browser()
    browser.force_login(who)
    seen = browser.get("/mag/").json()
    assert seen == zorg.parts(who, rol.value)
    assert seen
