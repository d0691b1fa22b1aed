"""Who keeps the platform sees whether it works and how it is set, and no secret."""

from datetime import timedelta

from django.core import mail
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone

import pytest
from lxml import html

from berichten.models import Bericht
from config import platform
from tests.world import browser


@pytest.fixture(autouse=True)
def all_well(monkeypatch):
    state = {"redis": "ok", "worker_s": 10, "beat_s": 10}
    monkeypatch.setattr(platform, "redis_state", lambda: state)
    return state


def seen(world) -> str:
    answer = browser(world.pim).get(reverse("platform"))
    assert answer.status_code == 200
    main = html.fromstring(answer.content).find(".//main")
    return " ".join(" ".join(main.itertext()).split())


def test_when_all_is_well_it_says_so(world):
    said = seen(world)
    assert said.count("In orde") == 5
    assert "Niet alles" not in said


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("redis", "ConnectionError", "Geheugen voor tellingen en taken Geeft geen"),
        ("worker_s", None, "Werk op de achtergrond Liet de laatste minuten niets"),
        ("worker_s", 181, "Werk op de achtergrond Liet de laatste minuten niets"),
        ("beat_s", None, "De klok Liet de laatste minuten niets"),
    ],
)
def test_what_is_away_is_named_with_what_people_notice(
    world, all_well, key, value, sentence
):
    all_well[key] = value
    said = seen(world)
    assert sentence in said
    assert "Post en PDF’s wachten" in said
    assert "Niet alles" in said


def test_letters_that_wait_or_never_came_are_counted(world, settings):
    settings.EMAIL_BACKEND = "berichten.mail.OutboxBackend"
    for n in range(3):
        send_mail("Onderwerp", "Tekst", None, [f"iemand{n}@example.nl"])
    late, parked, _fresh = Bericht.objects.order_by("pk")
    hour_ago = timezone.now() - timedelta(hours=1)
    Bericht.objects.filter(pk=late.pk).update(volgende_poging_op=hour_ago)
    Bericht.objects.filter(pk=parked.pk).update(volgende_poging_op=None)
    said = seen(world)
    assert "1 brief wacht langer dan een kwartier." in said
    assert "1 brief kwam niet aan, ook niet later." in said
    assert "example.nl" not in said
    assert mail.outbox == []


def test_it_says_how_it_is_set_and_keeps_what_is_secret(world, settings):
    settings.UITNODIGING_DAGEN = 9
    settings.LOGBOEK_GETUIGE = "/ergens/getuige.log"
    said = seen(world)
    assert "Werken 9 dagen" in said
    for secret in (settings.SECRET_KEY, settings.REDIS_URL, "/ergens/"):
        assert not secret or secret not in said


def test_a_second_step_that_is_not_forced_is_said(world, settings):
    settings.MFA_FORCED = False
    assert "Niet verplicht. Doe dit alleen om te proberen." in seen(world)
