"""A wait that was taken away is said nowhere any more: on no page, in no file."""

from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

import pytest

from netwerk.choices import Eindereden, Fase, Functie, Wet
from netwerk.documents import hsds as documents
from netwerk.models import Voorziening
from netwerk.selectors.aanbod import with_checks
from netwerk.selectors.eerst import first_due
from netwerk.selectors.hsds import Blik
from netwerk.selectors.vandaag import Vraag, nearby
from netwerk.selectors.wachttijden import long_waits
from netwerk.services.wachttijden import Weg, take_away
from tests.netwerk.kaart import area, checked, wait
from tests.netwerk.voorziening.pages import words
from tests.pdf.checker import text
from tests.world import browser

pytestmark = pytest.mark.django_db
ONLY = "jongern"
OLD = (ONLY, "143,7", "143.7", "121,3", "121.3")
HERE = "/netwerk/witte-vlekken/"


@pytest.fixture
def row(world):
    """Open, low-threshold, and by mistake with a wait."""
    v = world.voorziening(
        "Huis van Herstel",
        laagdrempelig=True,
        capaciteit="open",
        functies=[Functie.STEUN],
        wetten=[Wet.ZVW],
    )
    area(v, gemeente=world.gemeente)
    return v


@pytest.fixture
def meting(world, row):
    wait(
        row,
        world.today,
        weken=("121.3", "121.3"),
        doelgroep=ONLY,
        gemeten_op=world.today,
    )
    return wait(
        row,
        world.today,
        weken=("143.7", "143.7"),
        doelgroep=ONLY,
        gemeten_op=world.today,
    )


def away(meting) -> None:
    reden = Eindereden.VERGISSING.value
    assert take_away(weg=[Weg(uuid4(), meting, reden, "Ggz Lindestroom")]) == []


def get(world, address: str, who=None) -> str:
    return browser(who).get(address).content.decode()


def search(world, more: str = "") -> str:
    q = f"?q=herstel&regio={world.regio.slug}{more}"
    return get(world, reverse("sociale_kaart") + q)


def pdf(world, address: str, who=None) -> str:
    return text(browser(who).get(address).content)


def cell(world) -> str:
    return f"{HERE}functie/{Functie.STEUN.value}/{world.gemeente.pk}/"


SAID = {
    "page": lambda world, v: words(v),
    "page on paper": lambda world, v: pdf(
        world, reverse("voorziening_pdf", args=[v.slug])
    ),
    "line of a search": lambda world, v: search(world),
    "search on paper": lambda world, v: pdf(
        world, f"{reverse('sociale_kaart_pdf')}?q=herstel&regio={world.regio.slug}"
    ),
    "white spots": lambda world, v: get(world, HERE, world.teun),
    "behind a cell": lambda world, v: get(world, cell(world), world.teun),
    "white spots on paper": lambda world, v: pdf(world, f"{HERE}pdf/", world.teun),
    "record": lambda world, v: get(world, f"/api/hsds/services/{v.uuid}"),
    "records": lambda world, v: get(world, "/api/hsds/services?full=true"),
    "short records": lambda world, v: get(world, "/api/hsds/services"),
    "export as JSON": lambda world, v: documents.as_json(
        world.regio, Blik.alles()
    ).decode(),
    "export as CSV": lambda world, v: b"".join(
        data for _, data in documents.as_tables(world.regio, Blik.alles())
    ).decode(),
    "what it keeps": lambda world, v: get(world, f"/beheer/aanbod/{v.uuid}/", world.olga),
    "forty waits": lambda world, v: get(world, "/beheer/wachttijden/", world.olga),
}  # fmt: skip


@pytest.mark.parametrize("where", SAID)
def test_it_is_said_nowhere_any_more(world, row, meting, where):
    said = SAID[where](world, row)
    assert any(part in said for part in OLD)
    away(meting)
    said = SAID[where](world, row)
    assert not any(part in said for part in OLD)


def test_who_looks_for_help_without_a_wait_finds_it_again(world, row, meting):
    assert row.naam not in search(world, "&wacht=geen")
    away(meting)
    assert row.naam in search(world, "&wacht=geen")


def test_it_is_among_what_can_be_done_today_again(world, row, meting):
    asked = Vraag(regio_id=world.regio.pk, functies=(Functie.STEUN,))

    def names():
        found = nearby(asked, moment=timezone.now())
        return [optie.naam for optie in found.opties]

    assert row.naam not in names()
    away(meting)
    assert row.naam in names()


def test_nobody_is_asked_what_there_is_meanwhile(world, row, meting):
    rows = Voorziening.objects.all()
    assert long_waits(rows, world.today) == {row.pk}
    away(meting)
    assert long_waits(rows, world.today) == set()


def test_it_is_nothing_to_look_at_any_more(world, row, meting):
    """In the list of the owner, and in its order."""
    other = world.voorziening("Ander", capaciteit="open")
    for v in (row, other):
        for veld in ("telefoon", "openingstijden", "capaciteit", "rest"):
            checked(v, veld, world.today)
    type(meting).objects.update(
        gemeten_op=world.today.replace(year=2020), geldig_tot=world.today
    )
    rows = Voorziening.objects.all()
    assert first_due(rows, world.today, 0, 2) == [row.pk, other.pk]
    meting.refresh_from_db()
    away(meting)
    assert first_due(rows, world.today, 0, 2) == [other.pk, row.pk]
    assert not with_checks(rows, world.today).get(pk=row.pk).heeft_wachttijd


def test_another_stage_keeps_its_wait(world, row, meting):
    wait(row, world.today, Fase.BEHANDEL, (5, 6))
    away(meting)
    assert "5 tot 6 weken" in words(row)


def test_who_keeps_a_copy_hears_that_it_changed(world, row, meting):
    before = Voorziening.objects.get().gewijzigd_op
    away(meting)
    assert Voorziening.objects.get().gewijzigd_op > before
