"""Both rings as a picture beside the list, which stays whole."""

import pytest
from lxml import html as lxml_html

from kompas.choices import Ring, Rol
from kompas.models import Kerngroeplid
from tests.world import browser


@pytest.fixture
def page(world):
    url = f"/kompas/trajecten/{world.traject.uuid}/kerngroep/"
    return lambda: lxml_html.fromstring(browser(world.wim).get(url).text)


def picture(page) -> list:
    return page.xpath("//svg[@aria-labelledby='ringen-t ringen-d']")


def test_everybody_is_a_mark_with_their_initials_and_a_name_in_the_list(world, page):
    shown = page()
    (svg,) = picture(shown)
    people = world.traject.leden.current()
    inside = people.filter(ring=Ring.BINNENRING).count()
    assert f"Binnenring: {inside} mensen." in svg.xpath("string(desc)")
    words = [text.text for text in svg.iter("text")]
    assert len(words) == people.count() + 3
    names = shown.xpath("//ul[@class='people']/li/div/text()[1]")
    assert sorted(n.strip() for n in names) == sorted(p.naam for p in people)


def test_the_picture_tells_no_more_than_the_group(world, page):
    (svg,) = picture(page())
    assert "Naaste" not in svg.text_content()


def test_of_more_people_than_fit_there_is_the_list_alone(world, page):
    for n in range(17):
        Kerngroeplid.objects.create(
            traject=world.traject,
            naam=f"Mens {n}",
            rol=Rol.INWONER,
            ring=Ring.BINNENRING,
            van=world.today,
        )
    assert picture(page()) == []
