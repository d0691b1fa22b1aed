"""A source that still has two of what became one here updates the one that stays."""

import pytest

from netwerk.models import Voorziening
from netwerk.services import uitwisselen
from netwerk.services.samenvoegen import merge

from .packages import DIENST, changed, everything, take, words

pytestmark = pytest.mark.django_db
TWEEDE = changed(
    DIENST,
    id="s2",
    name="Maatje",
    phones=[],
    schedules=[],
    service_areas=[],
    service_at_locations=[],
)


@pytest.fixture
def blijft(world):
    """s1, in which s2 of the same source went up."""
    take(world, DIENST, TWEEDE)
    one, other = (Voorziening.objects.get(bron_id=key) for key in ("s1", "s2"))
    merge(blijft=one, ander=other, keuzes={}, door=world.teun)
    return one


def test_alone_the_old_record_updates_the_one_that_stays(world, blijft):
    take(world, changed(TWEEDE, description="Samen fietsen."))
    blijft.refresh_from_db()
    assert blijft.omschrijving == "Samen fietsen."
    assert Voorziening.objects.count() == 1


def test_beside_its_own_record_that_one_counts_and_it_is_said(world, blijft):
    plan = take(world, DIENST, changed(TWEEDE, description="Samen fietsen."))
    blijft.refresh_from_db()
    assert (blijft.naam, blijft.omschrijving) == ("Maatje voor jou", "Samen op pad.")
    assert "samengevoegd" in " ".join(fout.zin for fout in plan.opmerkingen)
    assert words(plan).count(("plek", "gelijk")) == 1


def test_our_own_package_of_before_does_not_bring_the_old_page_back(world):
    blijft, ander = world.voorziening("Inloop"), world.voorziening("Inloop De Veranda")
    package = everything(world)
    merge(blijft=blijft, ander=ander, keuzes={}, door=world.teun)
    uitwisselen.take_in(
        pakket=uitwisselen.read_file("alles.json", package), regio=world.regio, bron=""
    )
    assert list(Voorziening.objects.all()) == [blijft]
