"""How a member is shown is that member's own choice: lived experience is health data."""

import pytest

from tests.world import browser


@pytest.fixture
def page(world):
    url = f"/kompas/trajecten/{world.traject.uuid}/kerngroep/"
    return lambda reader: browser(reader).get(url).text


def test_at_first_others_see_only_the_group(world, page):
    seen = page(world.wim)
    assert "Els" in seen
    assert "Naaste" not in seen
    assert "Ervaringsdeskundige" not in seen


def test_the_facilitator_knows_the_roles_of_the_cards(world, page):
    """So that page says that it is not for the wall."""
    warning = "Laat deze pagina dus niet zien in de zaal."
    assert "Naaste" in page(world.noor)
    assert warning in page(world.noor)
    assert warning not in page(world.wim)


def test_a_member_can_show_the_exact_role_and_take_it_back(world, page):
    url = f"/kompas/trajecten/{world.traject.uuid}/kerngroep/mijn-plek/"
    browser(world.els).post(url, {"toon_als": "rol"})
    assert "Naaste" in page(world.wim)
    browser(world.els).post(url, {"toon_als": "groep"})
    assert "Naaste" not in page(world.wim)


def test_nobody_chooses_for_another(world, page):
    url = f"/kompas/trajecten/{world.traject.uuid}/kerngroep/mijn-plek/"
    browser(world.wim).post(url, {"toon_als": "rol"})
    assert "Naaste" not in page(world.hanneke)


def test_the_regiobeheerder_sees_no_more_than_a_member(world, page):
    assert "Naaste" not in page(world.teun)
