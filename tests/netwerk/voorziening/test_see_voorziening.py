"""The page of a provision, for everybody."""

from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import pytest

from netwerk.choices import Capaciteit, Controleveld, Fase, MagBellen, Status, Verwijzer
from netwerk.models import Kaartinstelling, Organisatieprofiel, Telefoon
from netwerk.selectors import bereik, voorziening as selectors
from tests.netwerk.kaart import (
    area,
    checked,
    close,
    fact_team,
    hours,
    inloop,
    phone,
    place,
    wait,
)
from tests.world import browser

from .pages import answer, words

pytestmark = pytest.mark.django_db


def test_a_visitor_reads_all_of_it(team):
    page = words(team)
    for line in (
        "F-ACT-team Lindehoven", "Van Ggz Lindestroom.", "Komt bij je thuis",
        "Met verwijzing", "Voor volwassenen", "0100 – 20 30 40", "7 tot 9 weken",
        "De norm is 4 weken", "5 tot 8 weken", "De norm is 10 weken",
        "bij mensen die net begonnen", "Door Ggz Lindestroom", "Er is een wachtlijst",
        "Je hebt al langer klachten", "Je bent jonger dan 18 jaar",
        "Praat met je huisarts", "Die schrijft een verwijzing.",
        "Je betaalt het eigen risico.", "€ 385", "8 bijeenkomsten, nog 3 plaatsen vrij",
        "Maandag tot en met vrijdag, 9.00 tot 17.00 uur", "Dorpsstraat 1",
        "1234 AB Lindehoven", "Toegankelijk: Rolstoel, Lift", "Zo kom je er: Bus 7",
        "Arabisch", "Een tolk is mogelijk.", "Lees het kwaliteitsstatuut",
        "Zorgverzekeringswet (Zvw)", "Minder klachten; Steun van anderen",
        "Gevoel en gedachten", "De cliënt zelf", "Ggz Lindestroom houdt deze pagina bij",
        "We verhuizen in het voorjaar.", "Klopt dit niet?", "Aanmeldpunt",
    ):  # fmt: skip
        assert line in page, line


def test_an_empty_one_says_kindly_what_is_not_known(world):
    page = words(world.voorziening())
    for line in (
        "Er is nog geen wachttijd gemeten.",
        "Hoe je begint, staat er nog niet.",
        "Dat staat er nog niet bij. Vraag het voor je begint.",
        "Hoe je deze plek bereikt, staat er nog niet.",
        "Nooit gecontroleerd",
    ):
        assert line in page


# --- waiting


def test_a_measurement_that_expired_is_no_fact_any_more(world):
    v = world.voorziening()
    wait(v, world.today, geldig_tot=world.today - timedelta(days=1))
    page = words(v)
    assert "Niet meer bekend" in page
    assert "Was 7 tot 9 weken, gemeten op" in page
    assert "Geldig tot" not in page


def test_on_its_last_day_it_still_is(world):
    v = world.voorziening()
    wait(v, world.today, geldig_tot=world.today)
    assert "Niet meer bekend" not in words(v)


def test_the_newest_measurement_counts_per_stage_and_target_group(world):
    v, day = world.voorziening(), world.today
    wait(v, day, weken=(30, 40), gemeten_op=day - timedelta(days=90))
    wait(v, day, weken=(2, 3))
    wait(v, day, weken=(11, 12), doelgroep="Jongeren")
    page = words(v)
    assert "2 tot 3 weken" in page
    assert "Jongeren" in page
    assert "11 tot 12 weken" in page
    assert "30 tot 40" not in page


def test_the_social_domain_has_no_norm(world):
    v = world.voorziening(wetten=["wmo"])
    wait(v, world.today, weken=(7, 9))
    assert "De norm is" not in words(v)


# --- who may dial


def test_a_number_for_verwijzers_is_not_on_the_page_of_a_visitor(team):
    html = answer(team).content.decode()
    assert "99 99 99" not in html
    assert "999999" not in html
    assert "Ga naar je huisarts. Is die dicht? Bel de huisartsenpost." in words(team)


def test_a_number_for_verwijzers_does_not_leave_the_database(team, world, monkeypatch):
    read, drawn = [], bereik._bel
    monkeypatch.setattr(
        bereik, "_bel", lambda row, v: drawn(read.append(row) or row, v)
    )
    found = selectors.find(team.slug, world.niemand)
    page = selectors.page(found, moment=_now())
    assert [row["getal"] for row in read] == ["0100203040", ""]
    assert all("nummer" not in row for row in read)
    assert [bel.nummer for bel in page.nummers] == ["0100 – 20 30 40", ""]


def _now():
    from django.utils import timezone

    return timezone.now()


def test_a_verwijzer_who_is_logged_in_sees_it(team, world):
    page = words(team, world.petra)
    assert "0100 – 99 99 99" in page
    assert "Alleen voor verwijzers" in page
    assert "99 99 99" not in words(team, world.niemand)


def test_the_way_in_is_who_may_refer(world):
    v = world.voorziening(verwijzers=[Verwijzer.WIJKTEAM, Verwijzer.GEMEENTE])
    phone(v, wie=MagBellen.VERWIJZERS)
    assert "Vraag het aan: wijkteam of gemeente." in words(v)


def test_the_number_for_own_clients_is_for_nobody_on_the_kaart(world):
    v = world.voorziening()
    phone(v, "0100888888", MagBellen.EIGEN)
    for who in (None, world.petra, world.olga):
        assert "88 88 88" not in words(v, who)
    assert "mensen die hier al hulp krijgen" in words(v)


def test_the_number_of_the_organisation_only_where_it_has_none_itself(world):
    profile = Organisatieprofiel.objects.create(organisatie=world.ggz)
    Telefoon.objects.create(organisatie=profile, nummer="0100777777")
    v = world.voorziening()
    assert "0100 – 77 77 77" in words(v)
    phone(v)
    assert "77 77 77" not in words(v)


# --- how fresh


def test_changing_a_word_leaves_the_date_of_the_check(world, team):
    before = _page(team).vers
    team.omschrijving = "Zonder tikfout."
    team.save()
    assert _page(team).vers == before
    assert [vers.naam for vers in before if vers.oud] == [
        "Of er plek is",
        "Openingstijden",
        "De andere gegevens",
    ]


def test_a_new_measurement_gives_only_the_wait_a_new_date(world):
    v, day = world.voorziening(), world.today
    phone(v)
    checked(v, Controleveld.TELEFOON, day - timedelta(days=200))
    checked(v, Controleveld.WACHTTIJD, day - timedelta(days=200))
    wait(v, day, gemeten_op=day)
    fresh = {vers.naam: vers.oud for vers in _page(v).vers}
    assert fresh == {"Wachttijd": False, "Telefoon": True, "De andere gegevens": True}


def test_a_wait_past_its_last_day_is_not_fresh_whoever_looked_since(world):
    v, day = world.voorziening(), world.today
    wait(v, day, gemeten_op=date(2026, 3, 2), geldig_tot=day - timedelta(days=1))
    checked(v, Controleveld.WACHTTIJD, day)
    fresh = _page(v).controle["wachttijd"]
    assert (fresh.oud, fresh.zin) == (True, "Niet gemeten sinds maart 2026")


def test_a_region_may_check_more_often(world):
    v = world.voorziening()
    phone(v)
    checked(v, Controleveld.TELEFOON, world.today - timedelta(days=70))
    assert not _page(v).controle["telefoon"].oud
    Kaartinstelling.objects.create(regio=world.regio, maanden_overig=2)
    assert _page(v).controle["telefoon"].oud


def _page(v):
    found = selectors.find(v.slug, v)
    return selectors.page(found, moment=_now())


# --- closed for a while, stopped, not there yet


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-1, "Straks tijdelijk dicht"),
        (0, "Tijdelijk dicht"),
        (14, "Tijdelijk dicht"),
        (15, ""),
    ],
)
def test_closed_for_a_while_says_when_why_and_where_to_go(world, days, said):
    v, other = world.voorziening(), world.voorziening("Inloop Zuid")
    van = world.today - timedelta(days=days)
    close(v, van, van + timedelta(days=14), reden="Verbouwing", alternatief=other)
    page = words(v)
    assert ("ijdelijk dicht" in page) is bool(said)
    if said:
        assert said in page
        assert "Reden: Verbouwing." in page
        assert "Inloop Zuid" in page


def test_closed_without_an_end_says_that_it_is_not_known(world):
    v = world.voorziening()
    close(v, world.today)
    assert "Tot wanneer is nog niet bekend." in words(v)


def test_what_stopped_is_gone_and_says_where_to_go_instead(world, team):
    v = world.voorziening(
        status=Status.GESTOPT,
        gestopt_op=date(2026, 3, 1),
        gestopt_reden="Er was geen geld meer.",
        vervolg=team,
    )
    assert answer(v).status_code == 410
    page = words(v)
    assert "Deze plek is gestopt" in page
    assert "Sinds 1 maart 2026. Er was geen geld meer." in page
    assert "F-ACT-team Lindehoven" in page


def test_what_is_not_on_the_kaart_yet_is_there_for_who_keeps_it_alone(world):
    v = world.voorziening(status=Status.INACTIEF)
    found = {
        who: answer(v, getattr(world, who, None))
        for who in ("visitor", "noor", "oscar", "verre_teun", "olga", "teun")
    }
    assert {who: a.status_code for who, a in found.items()} == {
        "visitor": 404, "noor": 404, "oscar": 404, "verre_teun": 404,
        "olga": 200, "teun": 200,
    }  # fmt: skip
    assert "Nog niet op de kaart" in words(v, world.olga)


def test_an_address_that_moved_leads_to_the_new_one(world, monkeypatch):
    v = world.voorziening()
    monkeypatch.setattr(selectors, "_redirects", [{"oude-inloop": v.slug}.get])
    found = browser().get(reverse("voorziening", args=["oude-inloop"]))
    assert (found.status_code, found["Location"]) == (
        301,
        reverse("voorziening", args=[v.slug]),
    )


# --- back to the search


@pytest.fixture
def with_search(monkeypatch):
    monkeypatch.setattr(
        "netwerk.views.voorziening.reverse",
        lambda name, **more: (
            {"sociale_kaart": "/sociale-kaart/"}.get(name)
            or __import__("django.urls").urls.reverse(name, **more)
        ),
    )


@pytest.mark.parametrize(
    ("referer", "back"),
    [
        ("http://testserver/sociale-kaart/?q=schulden&plaats=3811", "/sociale-kaart/?q=schulden&amp;plaats=3811"),
        ("http://testserver/sociale-kaart/", "/sociale-kaart/"),
        ("https://elders.example/sociale-kaart/?q=schulden", "/sociale-kaart/"),
        ("http://testserver/over/?q=schulden", "/sociale-kaart/"),
        ("http://[", "/sociale-kaart/"),
        ("", "/sociale-kaart/"),
    ],
)  # fmt: skip
def test_back_keeps_the_words_of_a_search_of_ours(world, with_search, referer, back):
    html = answer(world.voorziening(), Referer=referer).content.decode()
    assert f'<a href="{back}">Zoek hulp of steun</a>' in html


# --- bad input


@pytest.mark.parametrize("slug", ["bestaat-niet", "x" * 200, "melding2"])
def test_an_address_that_is_not_there_is_a_404(world, slug):
    assert browser().get(f"/sociale-kaart/{slug}/").status_code == 404


@pytest.mark.parametrize(
    "typed",
    ["9999 ZZ", "1234 5", "", "x" * 5000, "%00", "Ünïkødé 🌳", "2000 Antwerpen"],
)
def test_whatever_somebody_types_as_a_place_the_page_is_there(team, typed):
    assert answer(team, query=f"?plaats={typed}").status_code == 200


def test_an_address_of_a_script_is_no_link(world):
    v = world.voorziening(website="javascript:alert(1)", kwaliteitsstatuut="data:x")
    html = answer(v).content.decode()
    assert "javascript:" not in html
    assert "data:x" not in html


def test_words_of_others_are_words(world):
    v = world.voorziening("<script>x</script>", omschrijving="<b>vet</b>")
    html = answer(v).content.decode()
    assert "<script>x" not in html
    assert "&lt;b&gt;vet" in html


# --- how much it asks


def test_the_number_of_queries_does_not_grow(world):
    one = fact_team(world, "Een")
    inloop(world, "Inloop 1")
    first = _queries(one)
    two = fact_team(world, "Twee")
    for n in range(12):
        wait(two, world.today, Fase.PLAATSING, (n, n + 1), doelgroep=f"groep {n}")
        phone(two, f"01002030{n:02d}")
        place(world, two, n)
        hours(two, "SA")
        close(
            two,
            world.today + timedelta(days=n + 1),
            world.today + timedelta(days=n + 1),
        )
        area(two, naam=f"wijk {n}")
        extra = inloop(world, f"Inloop {n + 2}", n, informeel=bool(n % 2))
        hours(extra)
        phone(extra)
        area(extra, gemeente=world.gemeente)
    assert _queries(two) == first
    assert first < 45


def _queries(v) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert answer(v).status_code == 200
    return len(queries)


def test_where_to_go_now_stands_on_every_page_of_it(world):
    v = world.voorziening()
    row = world.melding(v)
    for name, arg in (
        ("voorziening", v.slug),
        ("melding_nieuw", v.slug),
        ("melding_volgen", row.nummer),
    ):
        html = browser().get(reverse(name, args=[arg])).content.decode()
        assert 'href="tel:113"' in html
        assert "data-snel-weg" in html


def test_capacity_that_is_full_is_said(world):
    v = world.voorziening(capaciteit=Capaciteit.DICHT)
    assert "Nu geen nieuwe aanmeldingen." in words(v)
