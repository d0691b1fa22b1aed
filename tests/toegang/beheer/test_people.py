"""The list of people and roles, as each beheerder sees it."""

from datetime import timedelta

import pytest
from lxml import html

from tests.world import browser
from toegang.choices import Soort
from toegang.models import Rol

MENSEN = "/beheer/mensen/"


def text(who, query: str = "") -> str:
    page = html.fromstring(browser(who).get(MENSEN + query).content)
    return " ".join(page.xpath("//main")[0].text_content().split())


def test_a_regiobeheerder_sees_all_of_the_region_and_nobody_else(world):
    seen = text(world.teun)
    for naam in ("Teun", "Olga", "Oscar", "Petra", "Gemma"):
        assert f"{naam}{naam.lower()}@example.nl" in seen
    assert "Verre Teun" not in seen
    assert "Pim" not in seen


def test_an_organisation_sees_its_own(world):
    seen = text(world.olga)
    assert "Petra" in seen
    assert "Oscar" not in seen
    assert "Teun" not in seen


def test_platformbeheer_sees_who_keeps_regions(world):
    seen = text(world.pim)
    assert "Verre Teun" in seen
    assert "Petra" not in seen


def test_a_name_an_organisation_and_a_role_can_be_looked_for(world):
    assert "Petra" in text(world.teun, "?q=petr")
    assert "Oscar" not in text(world.teun, "?q=petr")
    assert "Oscar" in text(world.teun, "?q=wijde+blik")
    assert "Petra" not in text(world.teun, "?rol=gemeente")


def test_who_left_and_who_was_asked_stand_apart(world):
    rol = world.petra.rollen.get()
    rol.van, rol.tot = (world.today - timedelta(days=n) for n in (9, 2))
    rol.save()
    assert "Petra" not in text(world.olga)
    assert "Petra" in text(world.olga, "?stand=voorbij")
    assert "Er wacht nu geen uitnodiging" in text(world.olga, "?stand=gevraagd")


def test_who_has_to_set_up_a_second_step_is_said(world):
    assert "Nog instellen" in text(world.olga)
    assert "Niet verplicht" in text(world.teun, "?rol=gemeente")


@pytest.mark.parametrize(
    "query",
    ["?pagina=99999999999999", "?pagina=x", "?stand=weg", "?rol=koning", "?q=%00"],
)
def test_a_crooked_address_shows_the_list(world, query):
    assert browser(world.teun).get(MENSEN + query).status_code == 200


def test_the_number_of_queries_does_not_grow(world, django_assert_max_num_queries):
    page = browser(world.teun)
    page.get(MENSEN)
    with django_assert_max_num_queries(40) as few:
        page.get(MENSEN)
    for number in range(20):
        who = world.person(f"Mens {number}")
        for _ in range(2):
            world.role(who, Soort.PROFESSIONAL, organisatie=world.blik)
    with django_assert_max_num_queries(40) as many:
        page.get(MENSEN)
    assert len(few) == len(many)


def test_offers_take_the_same_number_however_many(world, django_assert_max_num_queries):
    from tests.toegang.beheer.people import invite

    page = browser(world.olga)
    counts = []
    for number in (1, 4):
        for n in range(number):
            invite(world, world.olga, "professional", email=f"{number}.{n}@example.nl")
        with django_assert_max_num_queries(40) as seen:
            page.get(f"{MENSEN}?stand=gevraagd")
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert Rol.objects.offered().count() == 5


def test_who_leads_or_sits_in_a_traject_stands_in_it_to_read(world):
    page = html.fromstring(browser(world.teun).get(MENSEN).content)
    rows = {
        row.xpath(".//th")[0].text_content().strip(): row
        for row in page.xpath("//tbody/tr")
    }
    noor = next(row for name, row in rows.items() if name.endswith("Noor"))
    kerngroep = f"/kompas/trajecten/{world.traject.uuid}/kerngroep/"
    assert noor.xpath(".//a/@href") == [kerngroep]
    said = " ".join(noor.text_content().split())
    assert "Procesbegeleider" in said
    assert "Traject Lindehoven" in said
    assert "Verre Noor" not in page.text_content()


def test_nothing_is_said_of_a_member_but_the_name_and_the_traject(world):
    seen = text(world.teun)
    assert "Els" in seen
    assert "els@example.nl" not in seen
    assert "Naaste" not in seen
    assert "Els" not in text(world.teun, "?q=els@example")
    assert "Els" in text(world.teun, "?q=els")


def test_a_kind_that_another_app_keeps_can_be_asked_for(world):
    seen = text(world.teun, "?rol=procesbegeleider")
    assert "Noor" in seen
    assert "Petra" not in seen
    assert "Els" not in seen


def test_who_left_the_traject_is_not_in_it(world):
    world.lid(world.els).__class__.objects.filter(gebruiker=world.els).update(
        tot=world.today - timedelta(days=1), van=world.today - timedelta(days=9)
    )
    assert "Els" not in text(world.teun)


def test_others_than_who_keeps_the_region_do_not_see_them(world):
    for who in (world.olga, world.pim):
        assert "Noor" not in text(who)
        assert "Procesbegeleider" not in text(who)


def test_a_name_stands_at_its_letter_whatever_is_on_it(world):
    for naam in ("Şeyma", "émile", "Zoë", "Ötzi", "Yara"):
        world.role(world.person(naam), Soort.PROFESSIONAL, organisatie=world.ggz)
    page = html.fromstring(browser(world.olga).get("/beheer/mensen/").content)
    names = page.xpath("//tbody//th/span[@class='with-icon']/span[2]/text()")
    new = [n for n in names if n in {"Şeyma", "émile", "Zoë", "Ötzi", "Yara"}]
    assert new == ["émile", "Ötzi", "Şeyma", "Yara", "Zoë"]


def test_of_who_is_only_in_a_traject_the_other_cells_are_empty(world):
    page = html.fromstring(browser(world.teun).get("/beheer/mensen/").content)
    (row,) = page.xpath("//tbody/tr[contains(th, 'Wim')]")
    blank = row.xpath("./td[@class='blank']")
    assert [td.text_content().strip() for td in blank] == ["", ""]
    assert "Zie je hier niet" not in page.text_content()
