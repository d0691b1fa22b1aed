"""What a search found, on paper: the same question, the first of the list, and where the
rest stands."""

from datetime import date, timedelta
from unittest import mock
from urllib.parse import urlsplit

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

import pytest
from lxml import html

from basis.pdf import NoPango
from netwerk.choices import Capaciteit, MagBellen, Status
from netwerk.models import Openingstijd, Organisatieprofiel, Telefoon
from netwerk.selectors.papier import lines_on_paper
from tests.netwerk.hulp import rows
from tests.netwerk.kaart import close, hours, inloop, phone, place, secret_place, wait
from tests.pdf.checker import assert_readable_aloud, beyond_the_edge, text
from tests.world import browser
from toegang.services.huisstijl import keep_huisstijl

pytestmark = pytest.mark.django_db
HERE = (52.01, 5.5)
CRAZY = "Žofia’s Hüis ✨🌳 مرحبا"


def asked(query: str, *, user=None, **cookies: str):
    visitor = browser(user)
    for name, value in cookies.items():
        visitor.cookies[name] = value
    return visitor.get(reverse("sociale_kaart_pdf") + query)


def paper(query: str, **more) -> bytes:
    found = asked(query, **more)
    assert found.status_code == 200
    return found.content


def line_of(v, punt=None):
    (found,) = lines_on_paper([v.pk], moment=timezone.now(), punt=punt)
    return found


# --- the question


def test_the_link_on_the_page_brings_the_same_question(kaart, client):
    kaart.bulk(12, "Huis {n}")
    query = "?q=huis&plaats=Lindehoven&straal=regio&volgorde=nu&blad=2"
    root = html.fromstring(client.get(reverse("sociale_kaart") + query).content)
    (link,) = root.xpath("//a[starts-with(@href, '/sociale-kaart/lijst.pdf')]/@href")
    on_page = root.xpath("//ol[@class='results']//h3/a/text()")
    said = text(client.get(link).content)
    assert len(on_page) == 2
    assert all(naam in said for naam in on_page)
    assert "nummer 11 tot en met 12 van 12 plekken" in said


def test_a_page_of_the_list_stands_on_it_with_how_many_there_are(kaart):
    kaart.bulk(12, "Huis {n}")
    said = text(paper("?q=huis&straal=regio&regio=lindestroom"))
    assert said.count("Wachten:") == 10
    assert "12 plekken voor ‘huis’" in said
    assert "nummer 1 tot en met 10 van 12 plekken" in said


def test_all_of_it_is_said_to_be_all(kaart):
    kaart.zet("Huis")
    assert "Dit is alles wat we vonden." in text(paper("?q=huis"))


def test_the_address_of_the_whole_list_stands_on_it_as_words_and_as_a_code(
    kaart, monkeypatch
):
    kaart.bulk(12, "Huis {n}")
    seen = []
    monkeypatch.setattr(
        "basis.templatetags.nk.qr_svg", lambda url, **more: seen.append(url) or ""
    )
    said = "".join(text(paper("?q=huis&regio=lindestroom&blad=2&meer=1")).split())
    (url,) = seen
    assert urlsplit(url).path == reverse("sociale_kaart")
    assert urlsplit(url).query == "q=huis&regio=lindestroom"
    assert url in said


def test_an_address_too_long_for_a_code_stands_there_as_words(kaart):
    kaart.zet("Huis")
    content = paper(f"?q=huis&alleen=1&plaats={'%F0%9F%8C%B3' * 90}")
    assert "q=huis" in "".join(text(content).split())


def test_filters_and_place_are_said(kaart):
    kaart.zet("Huis", punt=HERE, laagdrempelig=True, manieren=["thuis"])
    said = text(paper("?q=huis&plaats=Lindehoven&huis=aan"))
    assert "We zochten tot 10 km van Lindehoven" in said
    assert "Gekozen:" in said


def test_a_postcode_that_nobody_knows_is_said(kaart):
    kaart.zet("Huis")
    assert "De postcode ‘9999 ZZ’ kennen we niet" in text(
        paper("?q=huis&plaats=9999ZZ&regio=lindestroom")
    )


def test_nothing_found_is_said_with_the_numbers(kaart):
    said = text(paper("?q=nergensiets&regio=lindestroom"))
    assert "Niets gevonden voor ‘nergensiets’" in said
    assert "112" in said


@pytest.mark.parametrize("query", ["", "?q=%3F%3F%3F", "?plaats=Bestaatniet"])
def test_without_a_question_the_page_says_what_to_do(kaart, query):
    found = asked(query)
    assert found.status_code == 302
    assert found["Location"].startswith(reverse("sociale_kaart") + query[:2])


@pytest.mark.parametrize("blad", ["x", "99", "0", "%00"])
def test_a_page_of_the_list_that_is_not_there_is_said_by_the_page(kaart, blad):
    kaart.zet("Huis")
    found = asked(f"?q=huis&blad={blad}")
    assert found.status_code == 302
    assert browser().get(found["Location"]).status_code == 200


def test_only_reading_is_allowed(kaart):
    assert browser().post(reverse("sociale_kaart_pdf")).status_code == 405


def test_a_search_in_vain_is_counted_by_the_page_alone(kaart):
    query = "?q=nergensiets&regio=lindestroom"
    with mock.patch("netwerk.views.zoeken.note_vain") as counted:
        paper(query)
        assert not counted.called
        browser().get(reverse("sociale_kaart") + query)
        assert counted.called


def test_who_has_to_call_is_not_told_that_nothing_was_found(kaart):
    said = " ".join(text(paper("?q=zelfmoord&regio=lindestroom")).split())
    assert "Nummers om te bellen voor ‘zelfmoord’" in said
    assert "Niets gevonden" not in said
    assert "Probeer een ander" not in said


def test_a_provision_that_is_called_pdf_keeps_its_page(kaart):
    for slug in ("pdf", "lijst"):
        kaart.zet("Pdf", slug=slug)
        assert browser().get(reverse("voorziening", args=[slug])).status_code == 200


# --- what stands of each


def test_all_that_matters_of_each_stands_on_it(kaart):
    v = kaart.zet("Huis", kort="Kom langs.", voor=kaart.regio)
    place(kaart.world, v, 0)
    hours(v)
    wait(v, kaart.world.today)
    phone(v)
    said = text(paper("?q=huis&regio=lindestroom"))
    measured = kaart.world.today - timedelta(days=20)
    for line in (
        "Huis", "Kom langs.", "Ggz Lindestroom", "Dorpsstraat 1, 1234 AB Lindehoven",
        "Maandag tot en met vrijdag, 9.00 tot 17.00 uur", "7 tot 9 weken, gemeten op",
        f"{measured.day} ", "0100 – 20 30 40",
    ):  # fmt: skip
        assert line in said, line


def test_the_numbers_of_help_now_stand_on_it_of_the_region_that_was_chosen(kaart):
    kaart.zet("Huis")
    rows.line(kaart.regio)
    assert "0100 – 11 22 33" not in text(paper("?q=huis"))
    for said in (
        text(paper("?q=huis&regio=lindestroom")),
        text(paper("?q=huis", regio="lindestroom")),
    ):
        assert "Is er nu gevaar, voor wie dan ook? Bel 112." in said
        assert "113" in said
        assert "0100 – 11 22 33" in said


def test_a_number_for_verwijzers_is_not_on_it_whoever_asks(kaart):
    v = kaart.zet("Huis")
    phone(v, "0100999999", MagBellen.VERWIJZERS)
    said = text(paper("?q=huis", user=kaart.world.petra))
    assert "99 99 99" not in said
    assert "Er is een nummer voor verwijzers." in said


def test_of_a_secret_place_it_says_only_that(kaart):
    v = kaart.zet("Huis")
    secret_place(kaart.world, v)
    assert "Het adres is geheim." in text(paper("?q=huis"))


def test_it_wears_the_style_of_its_region(kaart):
    kaart.zet("Huis")
    keep_huisstijl(regio=kaart.regio, naam="Samen Linde", kleur="", tweede_kleur="")
    assert text(paper("?q=huis&regio=lindestroom")).startswith("Samen Linde")


def test_it_is_read_aloud_by_others(kaart):
    kaart.bulk(11, f"Huis {{n}} {CRAZY} {'x' * 80}")
    v = kaart.zet(f"Huis {CRAZY}", kort=CRAZY)
    for n in range(9):
        wait(v, kaart.world.today, doelgroep=f"{CRAZY} {n}")
    content = paper(f"?q=huis&regio=lindestroom&huis={'y' * 60}")
    assert_readable_aloud(content)
    assert beyond_the_edge(content) == []


def test_without_pango_the_page_with_the_same_question_is_a_click_away(kaart):
    kaart.zet("Huis")
    with mock.patch("basis.pdf._weasyprint", side_effect=NoPango):
        answer = asked("?q=huis&regio=lindestroom")
    page = answer.content.decode()
    assert answer.status_code == 503
    assert 'href="/sociale-kaart/?q=huis&amp;regio=lindestroom"' in page
    assert 'class="help-strip"' in page


def test_the_number_of_queries_does_not_grow(kaart):
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            paper("?q=huis&regio=lindestroom")
        return len(seen)

    def more(n: int) -> None:
        v = kaart.zet(f"Huis {n}", voor=kaart.regio)
        locatie = place(kaart.world, v, n)
        Openingstijd.objects.create(locatie=locatie, tekst="Elke dag")
        Telefoon.objects.create(locatie=locatie, nummer="0100203040")
        wait(v, kaart.world.today)
        close(v, kaart.world.today)

    more(0)
    asked("?q=huis")
    few = queries()
    for n in range(1, 9):
        more(n)
    assert queries() == few


# --- one line of it


def test_a_list_keeps_its_order_and_leaves_out_what_is_not_on_the_kaart(world):
    b, a = world.voorziening("B"), world.voorziening("A")
    gone = world.voorziening(status=Status.GESTOPT, gestopt_op=world.today)
    draft = world.voorziening(status=Status.INACTIEF)
    keys = [b.pk, gone.pk, draft.pk, a.pk]
    assert [r.naam for r in lines_on_paper(keys, moment=timezone.now())] == ["B", "A"]


def test_numbers_and_hours_stay_with_their_own(world):
    one, two = world.voorziening("Een"), world.voorziening("Twee")
    place_of_two = place(world, two, 1)
    phone(one, "0100111111")
    Telefoon.objects.create(locatie=place_of_two, nummer="0100222222")
    hours(one, van=8, tot=9)
    Openingstijd.objects.create(locatie=place_of_two, tekst="Na een belletje.")
    first, second = lines_on_paper([one.pk, two.pk], moment=timezone.now())
    assert (first.bel.nummer, second.bel.nummer) == (
        "0100 – 11 11 11",
        "0100 – 22 22 22",
    )
    assert "8.00 tot 9.00 uur" in " ".join(first.uren)
    assert "8.00 tot 9.00 uur" not in " ".join(second.uren)


def test_the_number_of_who_to_ask_for_counts(world):
    v = world.voorziening()
    mens = v.contact_set.create(naam="Kim")
    Telefoon.objects.create(contact=mens, nummer="0100333333")
    assert line_of(v).bel.nummer == "0100 – 33 33 33"


def test_the_organisation_is_called_when_there_is_no_other(world):
    v = world.voorziening()
    profile = Organisatieprofiel.objects.create(organisatie=world.ggz)
    Telefoon.objects.create(organisatie=profile, nummer="0100444444")
    assert line_of(v).bel.nummer == "0100 – 44 44 44"
    phone(v, "0100555555")
    assert line_of(v).bel.nummer == "0100 – 55 55 55"


def test_of_a_secret_place_nothing_is_read(world):
    v = world.voorziening()
    secret = secret_place(world, v)
    mens = secret.contact_set.create(naam="Kim")
    Telefoon.objects.create(locatie=secret, nummer="0100666666")
    Telefoon.objects.create(contact=mens, nummer="0100777777")
    Openingstijd.objects.create(locatie=secret, tekst="Elke dag")
    line = line_of(v)
    assert line.geheim
    assert (line.waar, line.uren, line.bel) == ("", (), None)


def test_where_nobody_can_call_it_says_how_to_reach_it(world):
    v = world.voorziening(email="inloop@ggz.example")
    assert (line_of(v).bel, line_of(v).bereik) == (None, "inloop@ggz.example")


def test_the_nearest_address_is_named_with_how_far_it_is(world):
    v = world.voorziening()
    place(world, v, 9)
    near = place(world, v, 1)
    line = line_of(v, punt=(near.lat, near.lon))
    assert line.waar == "Dorpsstraat 11, 1234 AB Lindehoven (minder dan 1 km)"
    assert line.meer == 1


def test_what_has_no_place_says_how_it_comes(world):
    v = world.voorziening(manieren=["thuis", "telefoon"])
    assert line_of(v).waar == "Komt bij je thuis. Per telefoon"


def test_what_comes_to_people_and_what_is_partly_online_says_so_on_paper(world):
    v = world.voorziening(manieren=["blended"], outreachend=True)
    assert line_of(v).waar == "Komt bij je thuis. Online"


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ({}, ("Niet gemeten. Vraag ernaar.",)),
        ({"laagdrempelig": True}, ("Geen wachttijd.",)),
        ({"capaciteit": Capaciteit.OPEN}, ("Geen wachttijd.",)),
        (
            {"capaciteit": Capaciteit.WACHTLIJST, "laagdrempelig": True},
            ("Er is een wachtlijst.",),
        ),
        ({"capaciteit": Capaciteit.DICHT}, ("Nu geen nieuwe aanmeldingen.",)),
    ],
)
def test_where_nothing_was_measured_it_says_what_is_known(world, about, said):
    assert line_of(world.voorziening(**about)).wachten == said


def test_of_each_step_the_longest_wait_with_its_day(world):
    v = world.voorziening()
    day = date(2026, 11, 1)
    wait(v, world.today, gemeten_op=day, weken=(1, 2), doelgroep="kort")
    wait(v, world.today, gemeten_op=day, weken=(7, 9), doelgroep="lang")
    (said,) = line_of(v).wachten
    assert "(lang): 7 tot 9 weken, gemeten op 1 november 2026" in said


def test_a_wait_of_long_ago_is_not_said_as_it_is(world):
    v = inloop(world, "Inloop")
    wait(v, world.today, geldig_tot=world.today - timedelta(days=1))
    (said,) = line_of(v).wachten
    assert "niet meer bekend. Was 7 tot 9 weken, gemeten op" in said


def test_a_closing_is_told_with_where_to_go(world):
    v, other = world.voorziening(), world.voorziening("Inloop Zuid")
    close(v, world.today, reden="verbouwing", alternatief=other)
    assert "verbouwing. Ga zolang naar Inloop Zuid." in line_of(v).dicht
