"""The clients of the demo world: nine situations, and what those round them may."""

from datetime import date

from django.utils import timezone

import pytest

from config.demo.clienten import SITUATIES
from netwerk.models import Betrokkenheid, Client, Toestemming
from netwerk.rules.onderdelen import Recht
from netwerk.rules.rechten import birthday

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def of(account: str) -> Client:
    rows = Client.objects.for_job("proefdata").select_related("gebruiker")
    return rows.get(gebruiker__email=f"{account}@demo.example")


def test_every_situation_has_its_plan():
    rows = Client.objects.for_job("proefdata").all()
    assert rows.count() == len(SITUATIES) == 9


def test_one_is_seventeen_and_has_a_parent_who_acts_until_eighteen():
    plan, today = of("client_17"), timezone.localdate()
    assert birthday(plan.geboren_op, 17) <= today < birthday(plan.geboren_op, 18)
    ouder = Betrokkenheid.objects.for_job("proefdata").filter(client=plan)
    assert "ouder" in ouder.values_list("vertegenwoordigt", flat=True)


def test_one_shares_nothing_and_nobody_is_round_the_plan():
    rows = Betrokkenheid.objects.for_job("proefdata")
    assert not rows.filter(client=of("client_dicht")).exists()


def test_consents_are_of_every_kind():
    rows = list(Toestemming.objects.for_job("proefdata").all())
    today: date = timezone.localdate()
    assert {row.recht for row in rows} >= {*list(Recht)[:4]}
    assert any(row.tot and row.tot < today for row in rows)
    assert any(row.tot and row.tot > today for row in rows)


def test_the_words_are_sealed():
    plan = of("client")
    assert plan.key
    assert b"kwekerij" not in bytes(plan.sleutel_box)
