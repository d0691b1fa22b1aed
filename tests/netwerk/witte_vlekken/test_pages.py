"""The pages: what a reader sees, who may see it, and where a hole leads."""

import pytest
from lxml import html

from netwerk import vervolg
from netwerk.models import Vergeefs
from netwerk.rules.vergeefs import quarter
from netwerk.vervolg import Vervolg
from tests.world import browser
from toegang.choices import Soort
from toegang.models import Gemeente, Regio

START = "/netwerk/witte-vlekken/"


def page(who, address=START, status=200):
    answer = browser(who).get(address)
    assert answer.status_code == status
    return html.fromstring(answer.content) if status == 200 else None


def words(found) -> str:
    return " ".join(found.text_content().split())


def cell(found, functie, gemeente):
    path = f"//tr[th='{functie}']/td[@data-label='{gemeente}']"
    (td,) = found.xpath(path)
    return td


@pytest.fixture
def filled(kaart):
    kaart.fill()
    return kaart


def test_a_cell_says_how_many_how_long_how_informal_and_how_fresh(world, filled):
    said = words(cell(page(world.teun), "Steun van anderen", "Lindehoven"))
    assert said.startswith("2 plekken: Steun van anderen in Lindehoven kan meteen")
    assert "100% informeel nagekeken op" in said


def test_an_empty_cell_is_a_hole_with_words_and_a_way_on(world, filled):
    td = cell(page(world.teun), "Minder klachten", "Brugveen")
    assert "none" in td.get("class")
    assert words(td) == "Nog niets Doe er iets mee: Minder klachten in Brugveen"
    assert "Hier staat nog niets" in words(
        page(world.teun, td.find(".//a").get("href"))
    )


def test_one_is_thin_and_what_was_not_looked_at_for_long_says_so(world, filled):
    td = cell(page(world.teun), "Minder klachten", "Lindehoven")
    assert "thin" in td.get("class")
    assert td.xpath("string(.//small[@class='old'])").startswith("niet nagekeken sinds")


def test_the_list_for_a_phone_says_the_same_folded_and_what_needs_work_first(
    world, filled
):
    found = page(world.teun)
    rows = {
        " ".join(row.xpath("string(.//summary/span/text())").split()): row
        for row in found.xpath("//ul[contains(@class, 'matrix-list')]/li")
    }
    assert list(rows) == found.xpath(
        "//table[contains(@class,'matrix')]/tbody/tr/th/text()"
    )
    row = rows["Minder klachten"]
    assert words(row.find(".//small")) == "Nog niets in 2 van de 3 gemeenten"
    assert not found.xpath("//ul[contains(@class, 'matrix-list')]//details[@open]")
    lines = row.xpath(".//li")
    assert words(lines[0]).startswith("Brugveen: Minder klachtenNog niets")
    assert words(lines[2]).startswith("Lindehoven: Minder klachten1 plek")
    assert "niet nagekeken sinds" in words(lines[2])
    hrefs = [li.find(".//a").get("href") for li in lines]
    table = found.xpath("//tr[th='Minder klachten']//a/@href")
    assert sorted(hrefs) == sorted(table)


def test_of_methods_those_that_are_missing_somewhere_stand_first(world, filled):
    world.edition()
    filled.add(
        "Overal",
        "regio",
        werkwijzen=[
            "individuele_plaatsing_en_steun",
            "wellness_recovery_action_plan_wrap",
        ],
    )
    found = page(world.teun, f"{START}werkwijzen/")
    (lijst,) = found.xpath("//ul[contains(@class, 'matrix-list')]")
    names = lijst.xpath("./li/details/summary/span/text()")
    assert "Maatjesproject" in names
    (folded,) = lijst.xpath("./li[last()]/details")
    assert "2 werkwijzen" in words(folded.find("summary"))
    assert not set(folded.xpath(".//details/summary/span/text()")) & set(names)


def test_behind_a_full_cell_stand_its_provisions(world, filled):
    td = cell(page(world.teun), "Steun van anderen", "Brugveen")
    said = words(page(world.teun, td.find(".//a").get("href")))
    assert said.index("Inloop De Veranda") < said.index("Maatjes")
    assert "2,5 weken wachten" in said


def test_a_long_list_is_cut_in_pages_and_a_strange_page_is_the_first(world, kaart):
    for number in range(60):
        kaart.add(f"Plek {number:02d}", "regio", functies=["steun"])
    where = f"{START}functie/steun/{kaart.lindehoven.pk}/"
    assert "Plek 00" in words(page(world.teun, where))
    assert "Plek 59" in words(page(world.teun, f"{where}?blad=2"))
    for strange in ("x", "-1", "99999999999999999999", "%00"):
        page(world.teun, f"{where}?blad={strange}")


def test_the_page_says_of_how_many_nobody_can_tell(world, filled):
    assert "1 plek op de kaart telt nergens mee." in words(page(world.teun))


def test_an_empty_region_is_said_to_be_empty(world):
    assert "Nog geen plekken op de kaart" in words(page(world.teun))


def test_a_region_without_gemeenten_says_so_everywhere(world):
    for part in ("", "werkwijzen/", "aandachtspunten/"):
        assert "Nog geen gemeenten" in words(page(world.verre_teun, START + part))
    for part in ("rekenblad/", "pdf/"):
        assert browser(world.verre_teun).get(START + part).status_code == 200


def test_the_six_points_each_say_what_the_kaart_has(world, filled):
    said = words(page(world.teun, f"{START}aandachtspunten/"))
    assert "6. Samen in de wijk" in said
    assert "Of een huis betaalbaar is" in said


def test_methods_that_are_nowhere_are_named(world, filled):
    world.edition()
    found = page(world.teun, f"{START}werkwijzen/")
    assert words(cell(found, "Maatjesproject", "Lindehoven")).startswith("1 plek:")
    assert "Resourcegroep" in found.xpath("string(//ul[@class='columns'])")


# --- who, and where


def test_who_works_for_a_gemeente_sees_its_region(world, filled):
    gerda = world.person("Gerda")
    world.role(gerda, Soort.GEMEENTE, gemeente=filled.gemeenten[0])
    assert "wat is er in lindestroom" in words(page(gerda)).lower()


def test_who_leads_a_traject_sees_the_region_of_the_traject(world, filled):
    assert "Wat is er in Lindestroom" in words(page(world.noor))
    assert "Wat is er in Heuvelrug" in words(page(world.verre_noor))


def test_another_region_is_not_there(world, filled):
    page(world.teun, f"{START}?regio=heuvelrug", 404)
    page(world.verre_teun, f"{START}functie/steun/{filled.lindehoven.pk}/", 404)


def test_it_goes_by_the_active_role(world, filled):
    """Amina is at the table here; that she manages another region says nothing of this."""
    world.role(world.amina, Soort.REGIOBEHEERDER, regio=world.elders)
    assert "Wat is er in Heuvelrug" in words(page(world.amina))
    page(world.amina, f"{START}?regio=lindestroom", 404)


def test_who_works_in_two_regions_chooses(world, filled):
    gerda, ver = world.person("Gerda"), Regio.objects.get(slug="heuvelrug")
    there = Gemeente.objects.create(regio=ver, naam="Verweg")
    for gemeente in (filled.lindehoven, there):
        world.role(gerda, Soort.GEMEENTE, gemeente=gemeente)
    found = page(gerda, f"{START}?regio=lindestroom")
    assert [a.text for a in found.xpath("//nav[@aria-label='Regio']/a")] == [
        "Heuvelrug",
        "Lindestroom",
    ]
    link = cell(found, "Minder klachten", "Brugveen").find(".//a").get("href")
    assert "Brugveen" in words(page(gerda, link))


def test_a_role_that_ended_opens_nothing(world, filled):
    gerda = world.person("Gerda")
    role = world.role(gerda, Soort.GEMEENTE, gemeente=filled.lindehoven)
    type(role).objects.update(van="2020-01-01", tot="2020-12-31")
    page(gerda, START, 404)


def test_the_menu_has_a_line_for_who_manages_a_region_or_works_for_a_gemeente(
    world, filled
):
    gerda = world.person("Gerda")
    world.role(gerda, Soort.GEMEENTE, gemeente=filled.lindehoven)
    for who in (world.teun, gerda):
        lines = page(who).xpath("//*[@id='menu']//a")
        (here,) = [a for a in lines if a.get("aria-current")]
        assert here.text_content() == "Witte vlekken"


# --- what can be done about it


@pytest.fixture
def registry(monkeypatch):
    monkeypatch.setattr(vervolg, "_all", [])
    return vervolg.register


def test_without_such_a_page_there_is_no_link(world, filled, registry):
    registry(Vervolg("Maak er een knelpunt van", "bestaat_niet", "traject.begeleiden"))
    where = f"{START}functie/klachten/{filled.gemeenten[0].pk}/"
    assert "knelpunt" not in words(page(world.noor, where))


def test_an_empty_cell_can_become_something_of_a_traject(world, filled, registry):
    registry(Vervolg("Maak er een knelpunt van", "trajecten", "traject.begeleiden"))
    where = f"{START}functie/klachten/{filled.gemeenten[0].pk}/"
    (link,) = page(world.noor, where).xpath("//a[text()='Maak er een knelpunt van']")
    where = f"gemeente={filled.gemeenten[0].pk}&functie=klachten"
    assert link.get("href") == f"/kompas/trajecten/?regio=lindestroom&{where}"


def test_who_may_not_open_that_page_has_no_link(world, filled, registry):
    registry(Vervolg("Maak er een knelpunt van", "trajecten", "traject.begeleiden"))
    where = f"{START}functie/klachten/{filled.gemeenten[0].pk}/"
    assert "knelpunt" not in words(page(world.teun, where))


def in_vain(regio, today, woorden, keer):
    Vergeefs.objects.create(
        regio=regio,
        kwartaal=quarter(today),
        sleutel=woorden or "x",
        woorden=woorden,
        keer=keer,
    )


def test_words_in_vain_stand_beside_it_and_can_become_something(
    world, filled, registry
):
    registry(Vervolg("Maak er een knelpunt van", "trajecten", "traject.begeleiden"))
    in_vain(world.regio, world.today, "slapen buiten huis", 31)
    in_vain(world.regio, world.today, "", 4)
    found = page(world.noor)
    (row,) = found.xpath("//section[@aria-labelledby='ver']//tbody/tr")
    assert words(row).startswith("slapen buiten huis Maak er een knelpunt van")
    assert words(row).endswith("31 –")
    assert "slapen+buiten+huis" in row.find(".//a").get("href")
