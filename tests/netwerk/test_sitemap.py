"""Search engines find what is public, and nothing else."""

from datetime import date, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import resolve
from django.utils import timezone

import pytest
from lxml import etree

from netwerk.choices import Status
from netwerk.models import Voorziening
from netwerk.selectors import sitemap as selectors
from tests.netwerk.kaart import close, inloop, secret_place
from tests.world import browser

FILES = "/sitemap.xml"
MAY = {*selectors.PAGES, *selectors.PER_REGIO, "voorziening"}


def addresses(path: str) -> list[str]:
    """The paths that a file names."""
    answer = browser().get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    found = etree.fromstring(answer.content).xpath("//*[local-name()='loc']/text()")
    assert [one for one in found if not one.startswith(settings.BASE_URL)] == []
    return [urlsplit(one).path for one in found]


def everything() -> list[str]:
    return [one for file in addresses(FILES) for one in addresses(file)]


def test_what_is_on_the_kaart_is_in_it_with_the_day_it_changed(world, today):
    v = inloop(world, "Inloop")
    assert f"/sociale-kaart/{v.slug}/" in everything()
    file = addresses(FILES)[-1]
    assert (
        f"<lastmod>{today.isoformat()}</lastmod>"
        in browser().get(file).content.decode()
    )


def lastmod(path: str) -> str:
    """What the file says of this page; "" when it is not in it."""
    file = etree.fromstring(browser().get(addresses(FILES)[-1]).content)
    found = file.xpath(f"//*[local-name()='url'][contains(*, '{path}')]")
    return found[0][1].text if found else ""


def test_what_stopped_yesterday_is_gone_and_what_is_not_open_yet_is_not_there(world):
    inloop(world, "Inloop")
    stopped = inloop(
        world, "Gestopt", status=Status.GESTOPT, gestopt_op=days(world, -1)
    )
    not_yet = inloop(world, "Straks", status=Status.INACTIEF)
    assert not [v for v in (stopped, not_yet) if lastmod(v.slug)]


def days(world, n: int) -> date:
    return world.today + timedelta(days=n)


@pytest.mark.parametrize(
    ("van", "tot", "said"),
    [(-3, None, -3), (-3, 5, -3), (-9, -2, -1), (-9, -1, 0), (1, 5, -30)],
)
def test_the_day_it_closed_or_opened_again_is_a_change_of_its_page(
    world, van, tot, said
):
    v = inloop(world, "Inloop")
    close(v, days(world, van), None if tot is None else days(world, tot))
    long_ago = timezone.now() - timedelta(days=30)
    Voorziening.objects.update(gewijzigd_op=long_ago)
    assert lastmod(v.slug) == days(world, said).isoformat()


def test_every_address_in_it_is_one_that_everybody_may_read(world):
    inloop(world, "Inloop")
    found = everything()
    assert {resolve(path).url_name for path in found} == MAY
    visitor = browser()
    assert {visitor.get(path, follow=True).status_code for path in found} == {200}


def test_what_is_not_public_leaves_no_trace(world):
    shelter = world.voorziening("Vrouwenopvang Kanarie")
    secret_place(world, shelter)
    draft = world.voorziening("Nog niet", status=Status.INACTIEF)
    gone = world.voorziening("Voorbij", status=Status.GESTOPT, gestopt_op=world.today)
    row = world.melding(shelter)
    ronde = world.new_ronde()
    seen = "".join([FILES, *addresses(FILES), *everything()])
    assert (
        shelter.slug in seen
    )  # the shelter itself may be found; where it is, is nowhere
    for canary in (
        draft.slug,
        gone.slug,
        row.nummer,
        ronde.code,
        str(ronde.uuid),
        str(world.traject.uuid),
        "@",
        *(who.lower() for who in ("Amina", "Petra", "Noor")),
    ):
        assert canary not in seen


def test_a_large_kaart_is_cut_in_files_that_stay_as_they_are(world, monkeypatch):
    monkeypatch.setattr(selectors, "PER_FILE", 2)
    made = [inloop(world, f"Inloop {number}", None) for number in range(5)]
    found = everything()
    plekken = [path for path in found if resolve(path).url_name == "voorziening"]
    assert plekken == [f"/sociale-kaart/{v.slug}/" for v in made]
    before = addresses(FILES)[-1]
    made[0].status = Status.INACTIEF
    made[0].save()
    assert before in addresses(FILES)


@pytest.mark.parametrize("number", ["999999999", "0000000000", "x", "-1"])
def test_a_file_that_is_not_there_is_not_found(world, number):
    assert browser().get(f"/sitemap/plekken-{number}.xml").status_code == 404


def test_robots_are_told_where_to_look_and_of_a_demo_nothing(world, settings):
    said = browser().get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /meedoen/" in said
    assert "Disallow: /" not in said
    assert said[-1] == f"Sitemap: {settings.BASE_URL}/sitemap.xml"
    settings.DEMO = True
    assert "Disallow: /" in browser().get("/robots.txt").content.decode().splitlines()
