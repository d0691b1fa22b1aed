"""Regions, and the gemeenten and wijken in them."""

from uuid import uuid4

import pytest

from tests.toegang.beheer.people import nowhere
from tests.world import browser
from toegang.models import Gemeente, Regio

GEBIED = "/beheer/gebied/"


def named(naam: str) -> dict[str, str]:
    return {"uuid": str(uuid4()), "naam": naam}


def test_a_region_is_made_once_and_leads_to_its_first_keeper(world):
    form = named("De Lage Polder")
    for _ in range(2):
        answer = browser(world.pim).post("/beheer/regios/nieuw/", form)
        assert answer["Location"] == "/beheer/regios/de-lage-polder/"
    page = browser(world.pim).get(answer["Location"]).content.decode()
    assert "Nog niemand" in page
    assert f"plek={Regio.objects.get(naam='De Lage Polder').pk}" in page


@pytest.mark.parametrize(
    ("naam", "sentence"),
    [
        ("Lindestroom", "Deze naam is er al"),
        ("Platform", "Kies een naam met gewone letters"),
        ("🌱", "Kies een naam met gewone letters"),
    ],
)
def test_a_name_that_cannot_be_is_said(world, naam, sentence):
    answer = browser(world.pim).post("/beheer/regios/nieuw/", named(naam))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_a_new_name_leaves_the_slug(world):
    browser(world.pim).post("/beheer/regios/lindestroom/", {"naam": "Lindeland"})
    world.regio.refresh_from_db()
    assert (world.regio.naam, world.regio.slug) == ("Lindeland", "lindestroom")


def test_a_gemeente_and_a_wijk_are_added(world):
    form = named("Wilgenrade")
    for _ in range(2):
        assert browser(world.teun).post(GEBIED, form).status_code == 302
    row = Gemeente.objects.get(naam="Wilgenrade")
    browser(world.teun).post(f"/beheer/gemeenten/{row.uuid}/", named("Oost"))
    assert "Oost" in browser(world.teun).get(GEBIED).content.decode()


def test_a_name_that_is_there_is_said_beside_it(world):
    answer = browser(world.teun).post(GEBIED, named("Lindehoven"))
    assert answer.status_code == 422
    assert "Deze naam is er al" in answer.content.decode()


def test_names_are_changed(world):
    wijk = world.gemeente.wijken.create(naam="Oost")
    browser(world.teun).post(f"/beheer/wijken/{wijk.uuid}/naam/", {"naam": "Noordoost"})
    browser(world.teun).post(
        f"/beheer/gemeenten/{world.gemeente.uuid}/naam/", {"naam": "Lindenhove"}
    )
    wijk.refresh_from_db()
    assert str(wijk) == "Noordoost (Lindenhove)"


def test_what_is_in_use_stays(world):
    world.traject.gemeenten.add(world.gemeente)
    world.gemma.rollen.all().delete()
    address = f"/beheer/gemeenten/{world.gemeente.uuid}/weg/"
    answer = browser(world.teun).post(address)
    assert answer.status_code == 422
    assert "nog in gebruik" in answer.content.decode()
    world.traject.gemeenten.clear()
    assert browser(world.teun).post(address).status_code == 302
    assert not Gemeente.objects.filter(naam="Lindehoven").exists()


def test_another_region_s_and_one_that_is_not_there_look_the_same(world):
    answers = [
        browser(world.verre_teun).get(f"/beheer/gemeenten/{uuid}/")
        for uuid in (world.gemeente.uuid, nowhere())
    ]
    assert answers[0].content == answers[1].content


def test_who_keeps_a_region_chooses_from_what_age_a_plan_begins(world):
    keeper, where = browser(world.teun), "/beheer/plannen/"
    assert "Plannen van cliënten" in keeper.get("/beheer/").content.decode()
    assert keeper.post(where, {"plan_vanaf": "17"}).status_code == 422
    keeper.post(where, {"plan_vanaf": "18"})
    world.regio.refresh_from_db()
    assert world.regio.plan_vanaf == 18
