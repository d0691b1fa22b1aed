"""Who leaves the table sees nothing of it from the next request on."""

from tests.kompas.logs import lines
from tests.world import browser


def test_the_right_to_look_ends_at_once(world):
    url = f"/kompas/trajecten/{world.traject.uuid}/"
    assert browser(world.els).get(url).status_code == 200
    browser(world.noor).post(f"/kompas/leden/{world.lid(world.els).uuid}/weg/")
    assert browser(world.els).get(url).status_code == 404
    assert ("D", "kerngroeplid", "lindestroom") in lines()


def test_the_place_is_no_longer_on_the_page(world):
    browser(world.noor).post(f"/kompas/leden/{world.lid(world.els).uuid}/weg/")
    page = (
        browser(world.noor)
        .get(f"/kompas/trajecten/{world.traject.uuid}/kerngroep/")
        .text
    )
    assert "Els" not in page
