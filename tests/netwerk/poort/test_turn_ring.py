"""Turning the ring wraps the keys of plans anew; every text opens as before."""

import base64
import os
from io import StringIO

from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection

import pytest

from basis.actor import Actor, acting
from basis.crypto import NoRing
from netwerk.models import Betrokkenheid, Client, Dagboeksleutel, Noodtoegang
from netwerk.services import sleutels

pytestmark = pytest.mark.django_db


def ring(*names: str) -> str:
    return ",".join(
        f"{name}:{base64.b64encode(os.urandom(32)).decode()}" for name in names
    )


@pytest.fixture
def as_worker(settings):
    settings.PROCESS_ROLE = "nk_worker"


def turn() -> str:
    out = StringIO()
    call_command("draai_sleutels", stdout=out)
    return out.getvalue().strip()


def test_every_key_is_wrapped_anew_and_every_text_opens(
    zorg, settings, as_worker, monkeypatch
):
    monkeypatch.setattr(sleutels, "BATCH", 1)  # more batches than one
    row = zorg.involve(zorg.zus)
    row.relatie = "mijn zus"
    row.save()
    diary = zorg.plan.diary_key
    settings.CARE_KEYS = f"{ring('nieuw')},{settings.CARE_KEYS}"
    settings.DIARY_KEYS = f"{ring('ook nieuw')},{settings.DIARY_KEYS}"
    assert turn() == "Opnieuw verpakt: 2."
    clients = Client.objects.for_job("proefdata")
    assert {one.sleutel_naam for one in clients} == {"nieuw"}
    diaries = Dagboeksleutel.objects.for_job("proefdata")
    assert {one.naam for one in diaries} == {"ook nieuw"}
    there = Betrokkenheid.objects.for_job("proefdata").select_related("client").get()
    assert there.relatie == "mijn zus"
    assert clients.get(pk=zorg.plan.pk).diary_key == diary


def test_of_an_emergency_the_key_is_wrapped_and_no_word_is_read(
    zorg, settings, as_worker
):
    row = zorg.nood(zorg.pro, "crisiskaart")
    settings.CARE_KEYS = f"{ring('nieuw')},{settings.CARE_KEYS}"
    assert turn() == "Opnieuw verpakt: 2."
    there = Noodtoegang.objects.for_job("proefdata").get(pk=row.pk)
    assert (there.sleutel_naam, there.reden) == ("nieuw", row.reden)
    for column in ("reden_box", "later_reden_box", "verslag_box"):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            acting(Actor.job(sleutels.JOB)),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"SELECT {column} FROM netwerk_noodtoegang")  # noqa: S608


def test_a_second_time_nothing_is_left_to_do(zorg, as_worker):
    assert turn() == "Opnieuw verpakt: 0."


def test_one_ring_is_turned_by_itself(zorg, settings, as_worker):
    settings.DIARY_KEYS = f"{ring('ook nieuw')},{settings.DIARY_KEYS}"
    before = bytes(zorg.plan.sleutel_box)
    assert turn() == "Opnieuw verpakt: 2."
    plan = Client.objects.for_job("proefdata").get(pk=zorg.plan.pk)
    assert bytes(plan.sleutel_box) == before


@pytest.mark.parametrize("away", ["CARE_KEYS", "DIARY_KEYS"])
def test_without_one_of_the_rings_it_says_so_and_turns_nothing(
    zorg, settings, as_worker, away
):
    settings.CARE_KEYS = f"{ring('nieuw')},{settings.CARE_KEYS}"
    setattr(settings, away, "")
    with pytest.raises(CommandError, match=away):
        turn()
    names = Client.objects.for_job("proefdata").values_list("sleutel_naam", flat=True)
    assert "nieuw" not in set(names)


def test_a_process_without_the_ring_has_no_way_into_a_diary(zorg, settings):
    settings.DIARY_KEYS = ""
    with pytest.raises(NoRing):
        _ = zorg.plan.diary_key
    assert zorg.plan.key


def test_the_words_do_not_stand_in_the_table(zorg):
    row = zorg.involve(zorg.zus)
    row.relatie = "kanariezus"
    row.save()
    assert b"kanarie" not in bytes(row.relatie_box)
