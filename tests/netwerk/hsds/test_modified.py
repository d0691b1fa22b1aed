"""Who keeps a copy of the kaart asks for what changed since: a number or an hour too."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest

from netwerk.choices import Controleveld
from netwerk.models import Voorziening
from netwerk.services import voorzieningen as services
from netwerk.services.controles import confirm
from netwerk.services.locaties import make_secret
from netwerk.services.wachttijden import Gemeten, record

pytestmark = pytest.mark.django_db
THEN = datetime(2026, 1, 1, tzinfo=UTC)


def wait(v: Voorziening) -> Gemeten:
    return Gemeten(
        uuid=uuid4(), voorziening=v, fase="aanmeld", doelgroep="", methode="gerealiseerd",
        weken_van=Decimal(1), weken_tot=Decimal(2), gemeten_op=date(2026, 11, 20),
        door="Ggz Lindestroom",
    )  # fmt: skip


def test_every_change_of_what_is_said_with_a_provision_is_one_of_it(vol):
    place, nowhere = vol.plekken.get(), services.Adres(naam="Elders")
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
        "new place": lambda: services.add_plek(
            uuid=uuid4(), voorziening=vol, geheim=False, adres=nowhere
        ),
        "other place": lambda: services.change_plek(
            plek=place, geheim=False, adres=nowhere
        ),
        "secret": lambda: make_secret(locatie=place.locatie),
        "no place": lambda: services.remove_plek(plek=place),
        "organisation": lambda: services.follow_name(vol.organisatie),
    }.items():
        Voorziening.objects.update(gewijzigd_op=THEN)
        act()
        assert Voorziening.objects.get(pk=vol.pk).gewijzigd_op > THEN, what
