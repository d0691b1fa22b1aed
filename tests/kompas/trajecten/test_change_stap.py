"""The five steps can be taken in any order, and again."""

import pytest

from kompas.choices import Stapstand
from tests.kompas.logs import lines
from tests.world import browser


@pytest.fixture
def url(world):
    return f"/kompas/trajecten/{world.traject.uuid}/stappen/4/"


def test_a_step_is_kept_with_who_does_it(world, url):
    answer = browser(world.noor).post(
        url, {"stand": "bezig", "wie": "Amina", "notitie": "In mei."}
    )
    assert answer.status_code == 302
    page = browser(world.amina).get(f"/kompas/trajecten/{world.traject.uuid}/").text
    assert "Amina pakt dit op" in page
    assert "In mei." in page
    assert ("U", "trajectstap", "lindestroom") in lines()


def test_what_was_done_can_be_begun_again(world, url):
    for stand in (Stapstand.GEDAAN, Stapstand.BEZIG):
        browser(world.noor).post(url, {"stand": stand})
    assert world.traject.stappen.get(nummer=4).stand == Stapstand.BEZIG


@pytest.mark.parametrize("stand", ["", "klaar", "x" * 10_000])
def test_a_state_that_is_not_there_is_said(world, url, stand):
    assert browser(world.noor).post(url, {"stand": stand}).status_code == 422


def test_there_is_no_sixth_step(world):
    url = f"/kompas/trajecten/{world.traject.uuid}/stappen/6/"
    assert browser(world.noor).get(url).status_code == 404
