"""Who keeps a copy of the kaart asks for what changed since: a number or an hour too."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import uuid4

from django.utils import timezone

import pytest

from netwerk.choices import Controleveld
from netwerk.models import Voorziening
from netwerk.services import plekken, voorzieningen as services
from netwerk.services.controles import confirm
from netwerk.services.locaties import make_secret
from netwerk.services.wachttijden import Gemeten, record
from tests.world import browser

pytestmark = pytest.mark.django_db
THEN = datetime(2026, 1, 1, tzinfo=UTC)


def wait(v: Voorziening) -> Gemeten:
    return Gemeten(
        uuid=uuid4(), voorziening=v, fase="aanmeld", doelgroep="", methode="gerealiseerd",
        weken_van=Decimal(1), weken_tot=Decimal(2), gemeten_op=date(2026, 11, 20),
        door="Ggz Lindestroom",
    )  # fmt: skip


def test_every_change_of_what_is_said_with_a_provision_is_one_of_it(vol):
    place, nowhere = vol.plekken.get(), plekken.Adres(naam="Elders")
    period = vol.sluitingsperiodes.get()
    for what, act in {
        "hours": lambda: services.set_hours(voorziening=vol, blokken=[]),
        "questions": lambda: services.set_questions(
            voorziening=vol, wel=["Ja?"], niet=[]
        ),
        "area": lambda: services.set_area(
            voorziening=vol, hele_regio=False, gemeenten=[], wijken=[]
        ),
        "closed": lambda: services.add_period(
            uuid=uuid4(), voorziening=vol, van=date(2027, 1, 1)
        ),
        "open": lambda: services.remove_period(periode=period),
        "wait": lambda: record(metingen=[wait(vol)]),
        "looked": lambda: confirm(voorziening=vol, velden=[Controleveld.REST]),
        "phones": lambda: services.set_phones(voorziening=vol, nummers=[]),
        "new place": lambda: plekken.add_plek(
            uuid=uuid4(), voorziening=vol, geheim=False, adres=nowhere
        ),
        "other place": lambda: plekken.change_plek(
            plek=place, geheim=False, adres=nowhere
        ),
        "secret": lambda: make_secret(locatie=place.locatie),
        "no place": lambda: plekken.remove_plek(plek=place),
        "organisation": lambda: services.follow_name(vol.organisatie),
    }.items():
        Voorziening.objects.update(gewijzigd_op=THEN)
        act()
        assert Voorziening.objects.get(pk=vol.pk).gewijzigd_op > THEN, what


def changed_since(day: date) -> dict[str, str]:
    """Of what the API says, the id and when it changed."""
    query = {"modified_after": day.isoformat(), "minimal": "true"}
    found = browser().get("/api/hsds/services", query).json()["contents"]
    return {row["id"]: row["last_modified"] for row in found}


@pytest.mark.parametrize(
    ("van", "tot", "turned"),
    [
        (0, 9, 0),  # closed today
        (-3, 9, -3),
        (-9, -1, 0),  # open again today
        (-9, -3, -2),
        (-9, None, -9),
        (-9, 0, -9),  # its last day is today
        (3, 9, None),
    ],
)
def test_what_closes_or_opens_because_a_day_comes_changed_on_that_day(
    vol, van, tot, turned
):
    today = timezone.localdate()

    def day(n: int) -> date:
        return today + timedelta(days=n)

    vol.sluitingsperiodes.all().delete()
    vol.sluitingsperiodes.create(van=day(van), tot=None if tot is None else day(tot))
    Voorziening.objects.update(gewijzigd_op=THEN)
    if turned is None:
        assert changed_since(day(-30)) == {}
        return
    midnight = timezone.make_aware(datetime.combine(day(turned), time()))
    said = changed_since(day(turned))
    assert datetime.fromisoformat(said[str(vol.uuid)]) == midnight
    assert changed_since(day(turned + 1)) == {}


def test_what_somebody_changed_after_it_closed_changed_then(vol):
    today = timezone.localdate()
    vol.sluitingsperiodes.create(van=today - timedelta(days=9), tot=None)
    services.set_phones(voorziening=vol, nummers=[])
    vol.refresh_from_db()
    said = changed_since(today)
    assert said[str(vol.uuid)] == vol.gewijzigd_op.isoformat()
