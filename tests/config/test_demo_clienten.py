"""The clients of the demo world: nine situations, what those round them may, and what
happened: an emergency of every kind, a question that waits and one that was answered."""

from datetime import date

from django.utils import timezone

import pytest
from lxml import html

from config.demo.clienten import SITUATIES
from netwerk.models import Betrokkenheid, Bevoegdheid, Client, Toestemming
from netwerk.rules.onderdelen import Recht
from netwerk.rules.rechten import birthday
from tests.clientplan.people import as_role
from toegang.choices import Soort
from toegang.models import Gebruiker

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
    acts = Bevoegdheid.objects.for_job("proefdata").filter(client=plan)
    assert "ouder" in acts.values_list("soort", flat=True)


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


def sees(account: str, rol: Soort, where: str) -> str:
    """What stands on a page for somebody of the demo."""
    user = Gebruiker.objects.get(email=f"{account}@demo.example")
    works = user.rollen.get().organisatie_id
    page = as_role(user, f"{rol}:{works}" if works else rol).get(where)
    assert page.status_code == 200, where
    main = html.fromstring(page.content).xpath("//main")[0]
    return " ".join(main.text_content().split())


def test_emergencies_are_seen_by_each_they_are_about():
    queue = sees("functionaris", Soort.FUNCTIONARIS, "/nakijken/")
    assert "2 wachten op jou" in queue
    assert "Nagekeken" in queue
    told = sees("functionaris", Soort.FUNCTIONARIS, "/berichten/")
    assert "3 nieuwe berichten" in told
    assert "Er wacht een noodtoegang op jou" in told
    choice = "/plan/noodtoegang/"
    assert "harde muziek" in sees("client", Soort.CLIENT, choice)
    assert "Hij vroeg er zelf om" in sees("client_huisarts", Soort.CLIENT, choice)
    later = sees("client_onveilig", Soort.CLIENT, choice)
    assert "geschreeuw" not in later
    assert "Nog nooit" in later
    assert "nog geen berichten" in sees("client_onveilig", Soort.CLIENT, "/berichten/")
    mine = sees("professional_nacht", Soort.PROFESSIONAL, "/noodtoegang/mijn/")
    for words in ("harde muziek", "zijn broer gebeld", "op een veilige plek"):
        assert words in mine


def test_a_question_waits_and_one_was_answered():
    asked = sees("functionaris", Soort.FUNCTIONARIS, "/functionaris/vragen/")
    waits, _, answered = asked.partition("Beantwoord")
    assert "Waarom keek deze persoon?" in waits
    assert "Ik ken deze persoon niet." in answered
    looked = "/plan/wie-keek/"
    assert "Je vroeg hier iets over" in sees("client", Soort.CLIENT, looked)
    told = sees("client_verslaving", Soort.CLIENT, looked)
    assert "Lees het antwoord op je vraag" in told


def test_an_agreement_leads_to_a_provision_of_the_kaart():
    agreed = sees("client", Soort.CLIENT, "/plan/afspraken/")
    assert "Waar: Hulp bij werk (IPS)" in agreed
    assert "staat niet meer" not in agreed
