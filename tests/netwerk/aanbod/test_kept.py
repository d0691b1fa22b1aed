"""What somebody keeps stands in a list once, by whichever role it comes."""

import pytest

from netwerk.models import Voorziening
from tests.netwerk.aanbod.pages import HERE, text_of
from tests.netwerk.voorstellen.pages import propose
from tests.world import browser
from toegang.choices import Soort
from toegang.models import Organisatie
from toegang.roles import roles_of

pytestmark = pytest.mark.django_db
LISTS = [HERE, "/meldingen/", "/voorstellen/"]


def kept(world, naam, **more) -> None:
    """A page, a report about it and a proposal for it."""
    row = world.voorziening(naam, **more)
    world.melding(row)
    propose(world.petra, row)


@pytest.fixture(params=["teun", "olga"])
def twice(world, request):
    """Who holds the same role two times."""
    kept(world, "Inloop")
    world.role(world.teun, Soort.REGIOBEHEERDER, regio=world.regio)
    world.role(world.olga, Soort.ORGANISATIEBEHEERDER, organisatie=world.ggz)
    return getattr(world, request.param)


@pytest.mark.parametrize("page", LISTS)
def test_who_holds_a_role_twice_sees_each_row_once(twice, page):
    assert text_of(browser(twice).get(page)).count("Inloop") == 1


def test_what_waits_for_who_holds_a_role_twice_counts_once(twice):
    page = text_of(browser(twice).get(HERE))
    assert "Voorstellen 1 te bekijken" in page
    assert "Meldingen 1 te bekijken" in page
    twice.actieve_rol = roles_of(twice)[0]
    assert Voorziening.objects.allowed(twice, "voorziening.bijhouden").count() == 1


@pytest.mark.parametrize("page", LISTS)
def test_who_holds_two_regions_sees_both(world, page):
    far = Organisatie.objects.create(regio=world.elders, naam="Ver")
    kept(world, "Inloop")
    kept(world, "Herstelgroep", regio=world.elders, organisatie=far)
    world.role(world.teun, Soort.REGIOBEHEERDER, regio=world.elders)
    both, one = (browser(who).get(page) for who in (world.teun, world.verre_teun))
    assert "Inloop" in text_of(both)
    assert "Herstelgroep" in text_of(both)
    assert "Inloop" not in text_of(one)
