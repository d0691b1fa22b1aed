"""One role at a time (T1)."""

from django.urls import reverse

import pytest

from tests.toegang.people import log_lines, logged_in
from toegang import menu
from toegang.choices import Soort

NAMES = {"rol": "regiobeheerder"}


@pytest.fixture
def both(world):
    """Noor leads a traject, and manages the region."""
    world.role(world.noor, Soort.REGIOBEHEERDER, regio=world.regio)
    return logged_in(world.noor)


def active(browser) -> str:
    return browser.get("/account/").wsgi_request.actieve_rol.sleutel


def test_a_role_is_chosen_and_kept(both):
    assert active(both) == "regiobeheerder"
    answer = both.post("/rol/", {"rol": "procesbegeleider"})
    assert answer["Location"] == "/vandaag/"
    assert active(both) == "procesbegeleider"


def test_a_role_that_somebody_does_not_have_is_refused(both):
    assert both.post("/rol/", {"rol": "platformbeheer"}).status_code == 422
    assert active(both) == "regiobeheerder"


def test_switching_is_written_down(both):
    both.post("/rol/", {"rol": "procesbegeleider"})
    assert ("rol", "procesbegeleider", 0) in log_lines()


def test_a_form_of_the_other_role_is_not_carried_out(world, both):
    page = both.get("/kompas/trajecten/nieuw/").content.decode()
    assert 'name="_rol" value="regiobeheerder"' in page
    both.post("/rol/", {"rol": "procesbegeleider"})
    answer = both.post("/kompas/trajecten/nieuw/", {"_rol": "regiobeheerder"})
    assert answer.status_code == 409
    assert "niets bewaard of veranderd" in answer.content.decode()


def test_nor_one_that_does_not_say(both):
    assert both.post("/kompas/trajecten/nieuw/").status_code == 409


def test_in_a_part_of_a_page_the_whole_window_says_so(both):
    answer = both.post(
        "/kompas/trajecten/nieuw/",
        {"_rol": "procesbegeleider"},
        headers={"HX-Request": "true"},
    )
    assert answer.status_code == 409
    page = both.get(answer["HX-Redirect"]).content.decode()
    assert "is niet uitgevoerd" in page


def test_a_role_that_ended_meanwhile_is_the_other_one(world, both):
    world.noor.rollen.all().delete()
    assert active(both) == "procesbegeleider"
    answer = both.post("/kompas/trajecten/nieuw/", {"_rol": "regiobeheerder"})
    assert answer.status_code == 409


@pytest.mark.parametrize("path", ["/uitloggen/", "/letters/", "/sessies/"])
def test_logging_out_works_in_every_tab(both, path):
    assert both.post(path, {"_rol": "procesbegeleider"}).status_code == 302


def test_today_begins_at_the_first_line_of_the_menu(world):
    answer = logged_in(world.noor).get("/vandaag/")
    assert answer["Location"] == reverse("trajecten")


def test_without_a_role_it_says_so_kindly(world):
    page = logged_in(world.niemand).get("/vandaag/").content.decode()
    assert "Je hebt nog geen rol" in page


def test_a_role_without_a_page_says_so_too(world, monkeypatch):
    monkeypatch.setattr(menu, "_lines", [])
    world.role(world.niemand, Soort.FUNCTIONARIS, organisatie=world.ggz)
    page = logged_in(world.niemand).get("/vandaag/").content.decode()
    assert "Hier is nog niets voor jou" in page
