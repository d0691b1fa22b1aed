"""The demo world: filled once, plausible, and of nobody."""

from django.core.management import CommandError, call_command
from django.db.models import Avg, IntegerField
from django.db.models.functions import Cast
from django.test import Client

import pytest

from kompas.choices import Knelpuntsoort
from kompas.models import Kerngroeplid, Knelpunt, Ronde, Stellingantwoord
from netwerk.forms.voorstel import beside_now, step_of
from netwerk.models import Melding, Voorstel
from netwerk.rules.voorstel import ZOALS_TOEN
from tests.config.conftest import fill
from tests.toegang.people import app_code, is_inside, knock
from toegang.models import Gebruiker

pytestmark = pytest.mark.django_db


def mean_of(ronde: Ronde) -> float:
    scores = Stellingantwoord.objects.filter(
        stembriefje__ronde=ronde, keuze__in="12345"
    )
    return scores.aggregate(x=Avg(Cast("keuze", IntegerField())))["x"]


def test_it_is_not_filled_outside_a_demo(settings):
    settings.DEMO = False
    before = Gebruiker.objects.count()
    with pytest.raises(CommandError, match="NK_DEMO"):
        call_command("demo")
    assert Gebruiker.objects.count() == before


def test_a_second_start_adds_nothing(demo):
    kinds = (Gebruiker, Stellingantwoord, Voorstel, Melding)
    before = [kind.objects.count() for kind in kinds]
    assert fill() == demo
    assert [kind.objects.count() for kind in kinds] == before


def test_the_kerngroep_took_holes_from_the_white_spots(demo):
    rows = list(Knelpunt.objects.all())
    assert {row.soort for row in rows} == set(Knelpuntsoort)
    assert {row.genoteerd_door for row in rows} == {
        Gebruiker.objects.get(email=demo["accounts"]["procesbegeleider"]["email"])
    }
    assert all(row.aantal == 0 for row in rows if row.soort == "werkwijze")


@pytest.mark.parametrize("kind", [Voorstel, Melding])
def test_of_what_others_say_of_a_page_one_waits_and_one_was_answered(demo, kind):
    keeper = Gebruiker.objects.get(
        email=demo["accounts"]["organisatiebeheerder"]["email"]
    )
    rows = kind.objects.all()
    waits, answered = sorted(rows, key=lambda row: not row.is_open)
    assert (waits.is_open, answered.is_open) == (True, False)
    assert answered.antwoord
    assert answered.afgehandeld_door == keeper
    assert {row.voorziening.organisatie.naam for row in rows} == {"Ggz Lindestroom"}


def test_a_proposal_is_of_somebody_who_works_elsewhere_and_changes_one_thing(demo):
    for row in Voorstel.objects.all():
        assert row.namens == "Welzijn Wilgenrade"
        form = step_of(row)
        (regel,), _ = beside_now(row, form)
        assert (regel.wat, regel.oordeel) == (form["kort"].label, ZOALS_TOEN)


def test_with_a_second_step_its_secret_stands_beside_the_password(demo, settings):
    assert not any("totp" in account for account in demo["accounts"].values())
    settings.MFA_FORCED = True
    accounts = fill()["accounts"]
    assert accounts == fill()["accounts"]
    browser = Client()
    teun = accounts["regiobeheerder"]
    knock(browser, teun["email"], teun["password"])
    browser.post("/inloggen/code/", {"code": app_code(teun["totp"])})
    assert is_inside(browser)
    assert "totp" not in accounts["procesbegeleider"]


def test_two_rounds_are_closed_a_year_apart_and_one_is_open(demo):
    one, two, three = Ronde.objects.order_by("nummer")
    assert (two.gesloten_op - one.gesloten_op).days == 365
    assert three.open
    assert three.code == demo["join_code"]


def test_the_second_round_is_a_little_better_than_the_first(demo):
    one, two, _ = Ronde.objects.order_by("nummer")
    assert 0.05 < mean_of(two) - mean_of(one) < 1


def test_everyone_who_is_said_can_log_in(demo):
    for account in demo["accounts"].values():
        user = Gebruiker.objects.get(email=account["email"])
        assert user.check_password(account["password"])


def test_nobody_has_an_address_that_could_be_somebodys(demo):
    assert not Gebruiker.objects.exclude(email__endswith="@demo.example").exists()
    assert Kerngroeplid.objects.count() > 10
