"""One worry, and the page for naasten, on paper."""

from urllib.parse import urlsplit

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import pytest
from lxml import html

from netwerk.choices_hulp import Zorg
from tests.netwerk.hulp import rows
from tests.netwerk.kaart import hours, phone, place, wait
from tests.pdf.checker import Structure, assert_readable_aloud, beyond_the_edge, text
from tests.world import browser
from toegang.services.huisstijl import keep_huisstijl

pytestmark = pytest.mark.django_db
LONG = "Een heel lange naam zonder einde " + "x" * 80
NAASTEN = "/voor-naasten/pdf/"


@pytest.fixture
def codes(monkeypatch) -> list[str]:
    seen: list[str] = []
    monkeypatch.setattr(
        "basis.templatetags.nk.qr_svg", lambda url, **more: seen.append(url) or ""
    )
    return seen


def worry(world, soort="zelfzorg", plek="regio") -> bytes:
    where = reverse("zorgen_soort_pdf", args=[world.regio.slug, plek, soort])
    answer = browser().get(where)
    assert answer.status_code == 200
    return answer.content


def naasten(query: str = "?regio=lindestroom") -> bytes:
    answer = browser().get(NAASTEN + query)
    assert answer.status_code == 200
    return answer.content


# --- one worry


def test_the_page_of_a_worry_leads_to_its_paper(world):
    page = reverse("zorgen_soort", args=[world.regio.slug, "regio", "zelfzorg"])
    root = html.fromstring(browser().get(page).content)
    assert root.xpath(f"//main//a[@href='{page}pdf/']/text()") == ["Bewaar als pdf"]


def test_who_to_call_and_what_happens_then_stand_on_it(world):
    rows.address(world.regio, gemeente=world.gemeente)
    rows.line(world.regio)
    said = text(worry(world, plek=f"gemeente-{world.gemeente.pk}"))
    for line in (
        "Bel 112", "in Lindehoven", "Wijkteam 0100 – 33 22 11", "Op werkdagen.",
        "Wat gebeurt er dan? Iemand luistert en vraagt wat je ziet.",
        "Wat kun je zelf doen?", "Huisartsenpost. Dag en nacht.", "0100 – 11 22 33",
        "Dit blad is van", "zijn gecontroleerd op",
    ):  # fmt: skip
        assert line in said, line


@pytest.mark.parametrize("soort", Zorg.values)
def test_every_worry_has_its_paper_without_a_single_row(world, soort):
    said = text(worry(world, soort))
    assert str(Zorg(soort).label) in said
    assert said.index("112") < said.index("Wie kun je bellen?")


def test_the_day_of_the_number_checked_longest_ago_counts(world):
    rows.address(world.regio, gecontroleerd_op="2025-01-02")
    assert "gecontroleerd op 2 januari 2025 of later" in text(worry(world))


def test_its_address_stands_on_it_as_words_and_as_a_code(world, codes):
    said = "".join(text(worry(world)).split())
    (url,) = codes
    here = reverse("zorgen_soort", args=[world.regio.slug, "regio", "zelfzorg"])
    assert urlsplit(url).path == here
    assert url in said


@pytest.mark.parametrize(
    "path", ["regio/om/onzin", "regio/om", "wijk-999999999/om/zelfzorg"]
)
def test_what_is_not_there_has_no_paper(world, path):
    assert browser().get(f"/zorgen/lindestroom/{path}/pdf/").status_code == 404
    assert browser().get(f"/zorgen/nergens/{path}/pdf/").status_code == 404


def test_a_worry_on_paper_can_be_read_aloud(world):
    for n in range(30):
        rows.address(
            world.regio, naam=f"{LONG} {n}"[:120], wat_dan=LONG * 3, adres="ander"
        )
    rows.line(world.regio, situatie=LONG, uitleg=LONG)
    content = worry(world)
    assert_readable_aloud(content)
    assert beyond_the_edge(content) == []


# --- naasten


@pytest.fixture
def group(world):
    v = world.voorziening("Zij aan Zij", voor_wie=["naasten"], kort="Een groep.")
    place(world, v, 0)
    hours(v)
    wait(v, world.today)
    phone(v)
    return v


@pytest.mark.parametrize(
    ("query", "link"),
    [
        ("", NAASTEN),
        ("?regio=lindestroom", f"{NAASTEN}?regio=lindestroom"),
        ("?regio=lindestroom&taal=en", f"{NAASTEN}?regio=lindestroom&taal=en"),
    ],
)
def test_the_page_for_naasten_leads_to_its_paper(world, query, link):
    root = html.fromstring(browser().get(f"/voor-naasten/{query}").content)
    assert root.xpath(f"//main//a[@href='{link}']")


def test_the_words_and_what_the_region_has_stand_on_it(world, group):
    rows.line(world.regio)
    said = text(naasten())
    for line in (
        "Als het slechter gaat", "Blijf rustig", "Algemene vragen mag je altijd stellen.",
        "Voor naasten in Lindestroom", "Zij aan Zij", "Een groep.",
        "Dorpsstraat 1, 1234 AB Lindehoven", "9.00 tot 17.00 uur",
        "7 tot 9 weken, gemeten op", "0100 – 20 30 40", "0100 – 11 22 33", "112", "113",
        "zijn nagekeken sinds",
    ):  # fmt: skip
        assert line in said, line


def test_more_than_fits_is_counted_and_the_rest_has_an_address(world):
    for n in range(11):
        world.voorziening(f"Groep {n}", voor_wie=["naasten"])
    said = text(naasten())
    assert said.count("Wachten:") == 8
    assert "Dit zijn de eerste 8 van 11." in said
    assert "/sociale-kaart/?voor=naasten&regio=lindestroom" in "".join(said.split())


def test_a_few_are_not_counted(group):
    assert "Dit zijn de eerste" not in text(naasten())


def test_without_a_region_it_says_where_to_look(world, group):
    said = text(naasten(""))
    assert "Zij aan Zij" not in said
    assert "/sociale-kaart/?voor=naasten" in "".join(said.split())


def test_a_region_without_anything_says_so(world):
    assert "staat nog niets voor naasten" in text(naasten())


def test_in_another_language_the_names_stay_dutch_and_say_so(group):
    content = naasten("?regio=lindestroom&taal=en")
    said = text(content)
    assert "When things get worse" in said
    assert "Help now" in said
    assert str(Structure(content).document.Root.Lang) == "en"
    assert "What stands below is in Dutch." in said
    assert "Zij aan Zij" in said


def test_its_address_holds_region_and_language(world, codes):
    said = "".join(text(naasten("?regio=lindestroom&taal=en&x=y")).split())
    (url,) = codes
    assert urlsplit(url).path == "/voor-naasten/"
    assert urlsplit(url).query == "regio=lindestroom&taal=en"
    assert url in said


def test_it_wears_the_style_of_the_region(world, group):
    keep_huisstijl(regio=world.regio, naam="Samen Linde", kleur="", tweede_kleur="")
    assert text(naasten()).startswith("Samen Linde")
    assert text(worry(world)).startswith("Samen Linde")


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_naasten_on_paper_can_be_read_aloud(world, group, taal):
    world.voorziening(LONG[:90], voor_wie=["naasten"], kort=LONG)
    content = naasten(f"?regio=lindestroom&taal={taal}")
    assert_readable_aloud(content)
    assert beyond_the_edge(content) == []


def test_the_number_of_queries_does_not_grow(world, group):
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            naasten()
        return len(seen)

    naasten()
    few = queries()
    for n in range(7):
        v = world.voorziening(f"Groep {n}", voor_wie=["naasten"])
        place(world, v, n)
        hours(v)
        wait(v, world.today)
    assert queries() == few
