"""The sociale kaart of the demo region: every kind of wait, freshness and reach."""

from collections import Counter
from datetime import timedelta

from django.test import Client
from django.utils import timezone

import pytest

from config.demo.kaart import VERGEEFS
from netwerk.choices import Capaciteit, Fase, Functie, Gezondheidsdomein, Status
from netwerk.models import Controle, Locatie, Telefoon, Voorziening, Wachttijd
from netwerk.rules.telefoon import Nummer, parse_phone
from netwerk.selectors.witte_vlekken import read_overview
from toegang.choices import ACTOREN
from toegang.models import Organisatie, Regio

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_there_is_enough_of_everything():
    rows = list(Voorziening.objects.all())
    assert len(rows) > 250
    functies = Counter(functie for row in rows for functie in row.functies)
    domeinen = {domein for row in rows for domein in row.domeinen}
    assert set(functies) == set(Functie.values)
    assert domeinen == set(Gezondheidsdomein.values)
    assert {row.capaciteit for row in rows} > {Capaciteit.OPEN, Capaciteit.WACHTLIJST}
    assert {row.status for row in rows} == set(Status.values)
    assert any(row.overbrugging for row in rows)
    assert any(row.overbrugging_geen for row in rows)


def test_waits_are_fresh_and_old_long_and_short():
    today = timezone.localdate()
    waits = Wachttijd.objects.all()
    assert waits.filter(geldig_tot__lt=today).exists()
    assert waits.filter(geldig_tot__gte=today, weken_tot__gt=4).exists()
    assert waits.filter(geldig_tot__gte=today, weken_tot__lte=1).exists()
    assert set(waits.values_list("fase", flat=True)) == set(Fase.values)


def test_some_was_checked_lately_and_some_never():
    today = timezone.localdate()
    checks = Controle.objects.filter(veld="telefoon")
    assert checks.filter(gecontroleerd_op__gte=today - timedelta(days=60)).exists()
    assert checks.filter(gecontroleerd_op__lt=today - timedelta(days=200)).exists()
    never = Voorziening.objects.exclude(pk__in=checks.values("voorziening"))
    assert 0 < never.count() < 50


def test_a_cell_is_empty_and_some_words_were_looked_for_in_vain():
    regio = Regio.objects.get(slug="lindestroom")
    seen = read_overview(regio, timezone.localdate())
    empty = [
        (rij.naam, n)
        for rij in seen.functies
        for n, v in enumerate(rij.vakken)
        if v.leeg
    ]
    assert len(empty) == 1
    assert {word.woorden for word in seen.vergeefs} == set(VERGEEFS)
    for word in VERGEEFS:
        page = Client().get("/sociale-kaart/", {"q": word, "regio": regio.slug})
        assert "Niets gevonden" in page.content.decode(), word


def test_the_secret_place_has_no_address():
    place = Locatie.objects.get(geheim=True)
    assert place.plekken.get().voorziening.naam == "Opvang bij geweld thuis"
    assert (place.adres, place.lat, place.gemeente) == ("", None, None)


def test_every_actor_is_there():
    soorten = set(Organisatie.objects.values_list("soort", flat=True))
    assert all(soorten & set(kinds) for kinds in ACTOREN.values())


def test_numbers_are_nobodys():
    numbers = set(Telefoon.objects.values_list("nummer", flat=True))
    assert all(number.startswith("0100") for number in numbers)
    assert all(isinstance(parse_phone(number), Nummer) for number in numbers)
