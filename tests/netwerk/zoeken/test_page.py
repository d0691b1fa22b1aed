"""The page of a search, as somebody sees it: without JavaScript, by link alone."""

from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

import pytest
from lxml import html

from netwerk.models import Kaartinstelling, Voorziening
from tests.netwerk.hulp.rows import SECRET, crisis_line, line
from tests.netwerk.zoeken.test_rules import HOSTILE
from tests.world import browser

pytestmark = pytest.mark.django_db
HIER, GINDS = (52.01, 5.5), (52.18, 5.5)


@pytest.fixture
def page(kaart, client: Client):
    """Asks the page; gives it as a tree."""

    def ask(**asked):
        response = client.get(reverse("sociale_kaart"), asked)
        assert response.status_code == 200, response.status_code
        return html.fromstring(response.content.decode())

    return ask


def text(root) -> str:
    return " ".join(root.xpath("//main")[0].text_content().split())


def names(root) -> list[str]:
    return [a.text for a in root.xpath("//ol[@class='results']//h3/a")]


def chips(root) -> dict[str, str]:
    """id -> words, of those that are links."""
    found = root.xpath("//*[@id='filters']//a[contains(@class, 'chip')]")
    return {a.get("id"): " ".join(a.text_content().split()) for a in found}


def follow(root, client, link: str):
    (href,) = root.xpath(f"//a[@id='{link}']/@href")
    return html.fromstring(client.get(href).content.decode())


# --- what is asked


def test_an_empty_form_lists_nothing_and_offers_subjects(kaart, page):
    kaart.zet("Inloop", voor=kaart.regio)
    root = page()
    assert names(root) == []
    assert "Waar wil je hulp bij?" in text(root)
    assert len(root.xpath("//main//ul[contains(@class, 'rows')]/li")) == 10


@pytest.mark.parametrize("q", ["???", "😀", "\x00"])
def test_signs_alone_list_nothing(kaart, page, q):
    kaart.zet("Inloop", voor=kaart.regio)
    assert names(page(q=q)) == []


def test_signs_alone_are_explained_also_with_a_place(kaart, page):
    kaart.zet("Inloop", voor=kaart.regio)
    root = page(q="???", plaats="Lindehoven")
    assert names(root) == []
    assert "Hier staat geen woord in" in text(root)


@pytest.mark.parametrize("asked", [{"plaats": "Lindehoven"}, {"huis": "aan"}])
def test_a_place_or_a_filter_alone_lists_what_there_is(kaart, page, asked):
    kaart.world.elders_traject.delete()
    kaart.zet("Komt langs", manieren=["thuis"], voor=kaart.regio)
    kaart.zet("Komt niet", manieren=["locatie"], voor=kaart.ginds)
    if "huis" in asked:
        asked = asked | {"regio": "lindestroom"}
    assert names(page(**asked)) == ["Komt langs"]


def test_a_filter_without_a_place_first_asks_where(kaart, page):
    kaart.zet("Komt langs", manieren=["thuis"], voor=kaart.regio)
    root = page(huis="aan")
    assert names(root) == []
    assert "Waar zoek je?" in text(root)
    assert [a.text for a in root.xpath("//ul[contains(@class, 'rows')]//a")] == [
        "Heuvelrug",
        "Lindestroom",
    ]


@pytest.mark.parametrize("q", [q for q in HOSTILE if q != "\ud800"])
def test_whatever_is_typed_the_page_answers(kaart, page, q):
    kaart.zet("Schuldhulp")
    root = page(q=q, plaats=q, regio=q, straal=q, volgorde=q, blad=q, functie=q)
    assert not root.xpath("//main//script")
    assert root.xpath("//input[@name='q']")


def test_bytes_that_are_no_text_are_answered(kaart, client):
    path = reverse("sociale_kaart")
    assert client.get(f"{path}?q=%ff%fe%00&plaats=%ed%a0%80").status_code == 200


def test_what_was_typed_stays_and_is_not_code(kaart, page):
    row = kaart.zet("Inloop")
    root = page(q="<script>alert(1)</script>", plaats="'; DROP")
    assert root.xpath("//input[@name='q']/@value") == ["<script>alert(1)</script>"]
    assert root.xpath("//input[@name='plaats']/@value") == ["'; DROP"]
    assert not root.xpath("//main//script")
    assert Voorziening.objects.get() == row


@pytest.mark.parametrize("postcode", ["9999 ZZ", "0000 AA", "1234 5", "B-2000"])
def test_an_unknown_postcode_is_named_and_the_words_still_find(kaart, page, postcode):
    kaart.zet("Schuldhulp", punt=HIER, voor=kaart.ginds)
    root = page(q="schuldhulp", plaats=postcode)
    assert f"De postcode ‘{postcode}’ kennen we niet" in text(root)
    assert names(root) == ["Schuldhulp"]
    assert " km" not in root.xpath("//ol[@class='results']")[0].text_content()


@pytest.mark.parametrize("straal", ["0", "10000", "-5", "10.5"])
def test_a_distance_that_is_not_there_is_said(kaart, page, straal):
    kaart.zet("Inloop", punt=HIER)
    kaart.zet("Verre inloop", punt=GINDS)
    root = page(q="inloop", plaats="Lindehoven", straal=straal)
    assert f"De afstand ‘{straal}’ kun je niet kiezen" in text(root)
    assert "We zochten tot 10 km" in text(root)
    assert names(root) == ["Inloop"]


def test_an_unknown_place_alone_lists_nothing(kaart, page):
    kaart.zet("Inloop")
    root = page(plaats="Verweggistan")
    assert names(root) == []
    assert "De plaats ‘Verweggistan’ kennen we niet" in text(root)


def test_a_place_with_a_typing_error_is_offered_and_never_taken_for_it(
    kaart, page, client
):
    kaart.zet("Inloop", punt=HIER)
    root = page(q="inloop", plaats="Lindehovn", straal="25")
    assert "Bedoel je Lindehoven?" in text(root)
    assert " km" not in root.xpath("//ol[@class='results']")[0].text_content()
    (link,) = root.xpath("//div[@class='notice plain']//a[.='Lindehoven']/@href")
    after = html.fromstring(client.get(link).content.decode())
    assert root.xpath("//input[@name='q']/@value") == ["inloop"]
    assert after.xpath("//select[@name='straal']/option[@selected]/@value") == ["25"]
    assert "ongeveer 1 km" in text(after)


def test_a_place_that_looks_like_nothing_is_not_guessed(kaart, page):
    assert "Bedoel je" not in text(page(plaats="Verweggistan"))


def test_two_places_of_one_name_are_links(kaart, page, client):
    kaart.plaats("Hengelo", 52.26, 6.79, provincie="Overijssel")
    kaart.plaats("Hengelo", 52.05, 6.31, provincie="Gelderland", gemeente="Bronckhorst")
    root = page(plaats="Hengelo")
    links = root.xpath("//div[@class='notice plain']//li/a")
    assert [a.text for a in links] == ["Hengelo (Gelderland)", "Hengelo (Overijssel)"]
    after = client.get(links[1].get("href")).content.decode()
    assert "Welke plaats bedoel je?" not in after


# --- what is shown


def test_a_result_says_what_where_and_why(kaart, page):
    row = kaart.zet(
        "Geldzorgen-inloop", punt=HIER, kort="Kom langs.", laagdrempelig=True
    )
    kaart.open(row, 0, 0)
    root = page(q="geldzorgen", plaats="Lindehoven")
    (line,) = root.xpath("//li[@class='result']")
    said = " ".join(line.text_content().split())
    assert "Ggz Lindestroom, ongeveer 1 km" in said
    assert "Past bij geldzorgen en is vandaag open." in said
    assert line.xpath(".//h3/a/@href") == [
        f"/sociale-kaart/{row.slug}/?plaats=Lindehoven"
    ]
    assert root.xpath("//h2[@id='gevonden']")[0].text == "1 plek"
    title = root.xpath("//title")[0].text
    assert title.startswith("1 plek voor ‘geldzorgen’ bij Lindehoven")


def test_other_words_are_said_with_a_way_to_leave_them_out(
    kaart, page, client, synoniemen
):
    kaart.zet("Schuldhulpverlening")
    root = page(q="schulden")
    assert "We zochten ook op ‘schuld’" in text(root)
    (href,) = root.xpath("//a[starts-with(., 'Zoek alleen op')]/@href")
    after = html.fromstring(client.get(href).content.decode())
    assert names(after) == []
    assert "We zochten alleen op ‘schulden’" in text(after)


def test_what_it_looks_like_is_said(kaart, page):
    kaart.zet("Novum verslavingszorg")
    assert "Lijkt op verslavingszorg" in text(page(q="verslavingzorg"))


def test_closed_for_a_while_has_dates_and_another_way(kaart, page):
    other = kaart.zet("Huis B")
    row = kaart.zet("Huis A")
    last = kaart.world.today + timedelta(days=4)
    row.sluitingsperiodes.create(
        van=kaart.world.today, tot=last, reden="Verbouwing", alternatief=other
    )
    said = text(page(q="huis a"))
    assert "Nu tijdelijk dicht" in said
    assert f"tot en met {last.day}" in said
    assert "Ga zolang naar Huis B." in said


def test_a_filter_is_one_tap_on_and_one_tap_off(kaart, page, client):
    kaart.zet("Thuis", manieren=["thuis"])
    kaart.zet("Elders", manieren=["locatie"])
    root = page(q="thuis elders", regio="lindestroom")
    assert chips(root)["f-huis-aan"].startswith("Komt bij je thuis 1 plek, staat uit")
    on = follow(root, client, "f-huis-aan")
    assert names(on) == ["Thuis"]
    assert chips(on)["f-huis-aan"].startswith("Komt bij je thuis, staat aan")
    assert len(names(follow(on, client, "f-huis-aan"))) == 2


def test_a_filter_that_leaves_nothing_is_no_link(kaart, page):
    kaart.zet("Huis", manieren=["locatie"])
    root = page(q="huis")
    assert "f-huis-aan" not in chips(root)
    assert "0 plekken" in root.xpath("//*[@id='f-huis-aan']")[0].text_content()


def test_more_filters_are_those_that_are_there(kaart, page, client):
    kaart.zet("Huis", functies=["steun"], wetten=["wmo"])
    more = follow(page(q="huis"), client, "f-meer")
    assert {"f-functie-steun", "f-wet-wmo"} <= set(chips(more))
    assert "f-functie-kracht" not in chips(more)
    on = follow(more, client, "f-functie-steun")
    assert names(on) == ["Huis"]


def test_the_form_keeps_the_filters_and_the_order(kaart, page):
    root = page(q="huis", functie="steun", volgorde="nu")
    kept = root.xpath("//form[@role='search']//input[@type='hidden']")
    assert {(i.get("name"), i.get("value")) for i in kept} == {
        ("functie", "steun"),
        ("volgorde", "nu"),
    }


def test_near_is_only_offered_from_a_place(kaart, page):
    kaart.zet("Huis een", punt=HIER)
    kaart.zet("Huis twee", punt=GINDS)
    assert not page(q="huis").xpath("//a[@id='v-dichtbij']")
    assert page(q="huis", plaats="Lindehoven", straal="25").xpath(
        "//a[@id='v-dichtbij']"
    )


def test_the_picture_has_the_numbers_of_the_list(kaart, page):
    kaart.zet("Huis een", punt=HIER)
    kaart.zet("Huis twee", manieren=["telefoon"])
    root = page(q="huis", plaats="Lindehoven", volgorde="dichtbij")
    (svg,) = root.xpath("//figure/svg")
    assert svg.get("aria-hidden") == "true"
    numbers = {t.text for t in svg.xpath(".//text")}
    assert {"1", "10 km", "Lindehoven"} <= numbers
    assert "2" not in numbers
    assert not page(q="twee").xpath("//figure")


# --- nothing


def test_nothing_found_says_what_to_try(kaart, page, client):
    kaart.zet("Huis", punt=GINDS)
    root = page(q="huis", plaats="Lindehoven", straal="5", wacht="geen")
    said = text(root)
    assert "Voor ‘huis’ vonden we bij Lindehoven niets" in said
    (href,) = root.xpath("//a[starts-with(., 'Zoek in de hele regio')]/@href")
    assert names(html.fromstring(client.get(href).content.decode())) == ["Huis"]


def test_a_filter_too_many_can_go_off(kaart, page, client):
    kaart.zet("Huis", punt=HIER)
    root = page(q="huis", plaats="Lindehoven", wacht="geen")
    (href,) = root.xpath("//a[starts-with(., 'Zoek zonder filters (1)')]/@href")
    assert names(html.fromstring(client.get(href).content.decode())) == ["Huis"]


def test_a_region_without_provisions_says_so(kaart, page):
    assert "Bij Lindehoven staat nog niets op de kaart" in text(
        page(plaats="Lindehoven")
    )


def test_a_search_in_vain_is_told_by_its_words_alone(kaart, page, monkeypatch):
    told = []
    monkeypatch.setattr(
        "netwerk.views.zoeken.note_vain", lambda **said: told.append(said)
    )
    kaart.zet("Huis", punt=GINDS)
    for asked in ({}, {"plaats": "Lindehoven", "straal": "5"}, {"wacht": "geen"}):
        page(q="huis", **asked)
    assert told == []
    page(q="nergensiets", plaats="Lindehoven")
    (one,) = told
    assert (one["q"], one["regio"]) == ("nergensiets", kaart.regio)
    assert set(one) == {"q", "regio", "visit"}


# --- paging


def test_pages_go_on_and_back(kaart, page, client):
    kaart.bulk(25)
    first = page(q="inloop")
    assert len(names(first)) == 10
    third = follow(follow(first, client, "b-volgende"), client, "b-volgende")
    assert len(names(third)) == 5
    assert not third.xpath("//a[@id='b-volgende']")
    assert third.xpath("//span[contains(@class, 'pin')]")[0].text == "21"


@pytest.mark.parametrize("blad", ["0", "-1", "x", str(10**9), "9" * 30, "4", "1e3"])
def test_a_page_that_is_not_there_is_said(kaart, page, blad):
    kaart.bulk(25)
    root = page(q="inloop", blad=blad)
    assert "Deze bladzijde is er niet" in text(root)
    assert "Er zijn 3 bladzijden" in text(root)


def test_another_search_begins_at_the_first_page(kaart, page):
    kaart.bulk(25)
    root = page(q="inloop", blad="2")
    hrefs = root.xpath("//*[@id='filters']//a/@href | //nav[@class='toggle']//a/@href")
    assert not [href for href in hrefs if "blad=" in href]


def test_who_keeps_the_kaart_is_said(kaart, page):
    Kaartinstelling.objects.create(regio=kaart.regio, beheerder=kaart.world.blik)
    sentence = "De Wijde Blik houdt de sociale kaart van Lindestroom bij."
    assert sentence in text(page(regio="lindestroom"))
    assert sentence not in text(page(regio="heuvelrug"))
    kaart.world.blik.gestopt_op = kaart.world.today
    kaart.world.blik.save()
    assert sentence not in text(page(regio="lindestroom"))


# --- how it is served


def test_the_number_of_queries_does_not_grow(kaart, page):
    def queries(**asked):
        with CaptureQueriesContext(connection) as seen:
            page(**asked)
        return len(seen)

    asked = {"q": "inloop", "plaats": "Lindehoven", "straal": "regio", "meer": "1"}
    kaart.zet("Inloop", punt=HIER, voor=kaart.regio)
    few = queries(**asked)
    for n in range(25):
        row = kaart.zet(f"Inloop {n}", punt=HIER, voor=kaart.regio, functies=["steun"])
        kaart.open(row)
        kaart.wacht(row, 3)
    assert queries(**asked) == few


def test_the_answer_differs_for_htmx_and_is_a_whole_page(kaart, client):
    kaart.zet("Huis")
    path = f"{reverse('sociale_kaart')}?q=huis"
    answer = client.get(path, headers={"HX-Request": "true"})
    assert "HX-Request" in answer["Vary"]
    root = html.fromstring(answer.content.decode())
    assert root.xpath("//div[@id='uitslag']")
    assert root.xpath("//div[@id='gezegd']")[0].text.strip() == "1 plek"


def test_only_reading_is_allowed(kaart, client):
    assert client.post(reverse("sociale_kaart")).status_code == 405


def test_a_visitor_and_somebody_who_is_logged_in_see_the_same_list(kaart, page):
    kaart.zet("Huis")
    path = f"{reverse('sociale_kaart')}?q=huis"
    seen = html.fromstring(browser(kaart.world.noor).get(path).content.decode())
    assert names(seen) == names(page(q="huis")) == ["Huis"]


def test_the_day_is_that_of_the_netherlands(kaart, page):
    assert timezone.get_current_timezone_name() == "Europe/Amsterdam"


# --- numbers to call


def called(root) -> list[str]:
    """The numbers above the results, in order."""
    found = root.xpath("//section[@aria-labelledby='bellen']//a[@class='call']")
    return [" ".join(a.text_content().split()) for a in found]


@pytest.mark.parametrize(
    ("q", "numbers"),
    [
        ("zelfmoord", ["113"]),
        ("Suïcidale gedachten", ["113"]),
        ("ik wil niet meer leven", ["113"]),
        ("113", ["113"]),
        ("112", ["112"]),
        ("huisartsenpost", ["0100 – 11 22 33"]),
        ("inloop", []),
        ("geen spoedje", []),
    ],
)
def test_who_looks_for_a_help_line_gets_its_number_first(kaart, page, q, numbers):
    line(kaart.regio)
    kaart.zet("Inloop", voor=kaart.regio)
    for asked in (
        {"q": q, "plaats": "Lindehoven"},
        {"q": q, "regio": kaart.regio.slug},
    ):
        root = page(**asked)
        assert called(root) == numbers
        assert not numbers or "Probeer een ander" not in text(root)


def test_a_number_to_call_is_not_nothing_and_is_said_once(kaart, page, monkeypatch):
    told = []
    monkeypatch.setattr(
        "netwerk.views.zoeken.note_vain", lambda **said: told.append(said)
    )
    root = page(q="zelfmoord", plaats="Lindehoven")
    title = "Nummers om te bellen voor ‘zelfmoord’ bij Lindehoven"
    assert root.findtext(".//title").strip().startswith(title)
    assert "Niets gevonden" not in text(root)
    assert "Nu iemand bellen" not in text(root)
    assert told == []
    assert "Nu iemand bellen" in text(page(q="nergensiets", plaats="Lindehoven"))
    assert len(told) == 1


def test_a_number_for_verwijzers_is_not_found_by_its_name(kaart, page):
    crisis_line(kaart.regio)
    root = page(q="crisisdienst", plaats="Lindehoven")
    assert SECRET not in html.tostring(root, encoding="unicode")
    assert "Bel je huisarts of de huisartsenpost." in text(root)


def test_words_that_ask_for_no_number_cost_no_query(kaart, page):
    def queries(q):
        with CaptureQueriesContext(connection) as seen:
            page(q=q, plaats="Lindehoven")
        return sum("netwerk_hulpnummer" in one["sql"] for one in seen)

    assert (queries("inloop"), queries("zelfmoord")) == (1, 2)
