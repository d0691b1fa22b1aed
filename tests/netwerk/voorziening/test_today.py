"""What can be done today by who waits (N4), and what is never offered."""

from dataclasses import asdict, replace
from datetime import datetime, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

import pytest

from netwerk.choices import (
    Capaciteit,
    Functie,
    Onafhankelijk,
    Ring,
    Status,
    VoorWie,
    Wet,
)
from netwerk.models import Openingstijd
from netwerk.selectors import vandaag, voorziening as selectors
from netwerk.selectors.plaatsen import Found
from tests.netwerk import kaart
from tests.netwerk.kaart import (
    HERE,
    KM,
    area,
    close,
    hours,
    phone,
    place,
    secret_place,
    wait,
)
from tests.pdf.checker import text
from tests.world import browser
from toegang.models import Gemeente, Wijk

from .pages import answer, words

pytestmark = pytest.mark.django_db


EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU"


def inloop(world, naam, km=1, **more):
    """One that can be used today, whatever the hour."""
    return kaart.inloop(world, naam, km, **{"altijd_bereikbaar": True} | more)


def today(v, waar=None, moment=None):
    found = selectors.find(v.slug, v)
    return vandaag.today(found, moment=moment or timezone.now(), waar=waar)


def offered(v, **more) -> list[str]:
    return [optie.naam for optie in today(v, **more).dichtbij.opties]


# --- when a page has it


@pytest.mark.parametrize(
    ("wetten", "weken", "there"),
    [
        (["zvw"], (3, 4), False),
        (["zvw"], (3, 5), True),
        (["wmo"], (3, 4), False),
        (["wmo"], (4, 6), True),
        ([], (0, 0), False),
    ],
)
def test_it_is_there_above_the_norm_or_above_four_weeks(world, wetten, weken, there):
    v = world.voorziening(wetten=wetten)
    wait(v, world.today, weken=weken)
    assert ("Wat kan vandaag?" in words(v)) is there


def test_a_wait_that_was_measured_long_ago_still_counts(world):
    v = world.voorziening()
    wait(v, world.today, geldig_tot=world.today - timedelta(days=1))
    assert "Wat kan vandaag?" in words(v)


@pytest.mark.parametrize("capaciteit", [Capaciteit.WACHTLIJST, Capaciteit.DICHT])
def test_it_is_there_when_there_is_no_place(world, capaciteit):
    assert "Wat kan vandaag?" in words(world.voorziening(capaciteit=capaciteit))


def test_it_is_there_while_it_is_closed_for_a_while(world):
    v = world.voorziening()
    assert "Wat kan vandaag?" not in words(v)
    close(v, world.today)
    assert "Wat kan vandaag?" in words(v)


# --- what the owner offers


def test_the_owner_says_what_they_offer_meanwhile(team):
    assert "Elke twee weken belt een ervaringsdeskundige je." in words(team)


def test_that_they_offer_nothing_is_said_kindly_and_then_what_else(world, team):
    team.overbrugging, team.overbrugging_geen = "", True
    team.save()
    page = words(team)
    assert "Ggz Lindestroom biedt zelf niets aan terwijl je wacht." in page
    assert "Wachtlijstbemiddeling" in page or "wachtlijstbemiddeling" in page


def test_who_did_not_say_is_asked(team):
    team.overbrugging = ""
    team.save()
    assert "We weten niet wat Ggz Lindestroom je kan bieden" in words(team)


# --- what is offered close by


def test_the_nearest_comes_first_and_what_has_no_place_last(world, team):
    inloop(world, "Verder", 3)
    inloop(world, "Telefonisch", None)
    inloop(world, "Dichtbij", 0.4)
    assert offered(team) == ["Dichtbij", "Verder", "Telefonisch"]
    said = {o.naam: o.afstand for o in today(team).dichtbij.opties}
    assert said == {
        "Dichtbij": "minder dan 1 km",
        "Verder": "ongeveer 3 km",
        "Telefonisch": "",
    }


def test_distances_are_from_where_the_visitor_lives(world, team):
    inloop(world, "Noord", 10)
    inloop(world, "Zuid", -1)
    north = Found("Noorddorp", HERE[0] + 9.5 * KM, HERE[1], "plaats")
    assert offered(team) == ["Zuid", "Noord"]
    assert offered(team, waar=north) == ["Noord", "Zuid"]
    assert today(team, waar=north).vanaf == "Noorddorp"


def test_a_place_with_a_typing_error_is_offered_as_a_link(team):
    page = answer(team, query="?plaats=Lindehovn").content.decode()
    assert '<a href="?plaats=Lindehoven#vandaag">Lindehoven</a>?' in page


def test_what_is_too_far_is_not_close_by(world, team):
    inloop(world, "Ver weg", 40)
    assert offered(team) == []


NOT_OFFERED = {
    "another function": {"functies": [Functie.RECHTEN]},
    "a threshold": {"laagdrempelig": False},
    "a waiting list": {"capaciteit": Capaciteit.WACHTLIJST},
    "no place at all": {"capaciteit": Capaciteit.DICHT},
    "not on the kaart": {"status": "inactief"},
    "for naasten alone": {"voor_wie": [VoorWie.NAASTEN]},
    "for children alone": {"max_leeftijd": 17},
}


@pytest.mark.parametrize("why", NOT_OFFERED)
def test_not_offered_is(world, team, why):
    inloop(world, "Wel", 2)
    inloop(world, "Niet", 1, **NOT_OFFERED[why])
    assert offered(team) == ["Wel"]


def test_an_overlapping_domain_is_enough(world, team):
    inloop(world, "Domein", functies=[], domeinen=["gevoel"])
    assert offered(team) == ["Domein"]


def test_where_somebody_waits_is_not_offered_whenever_it_was_measured(world, team):
    day = world.today
    wait(inloop(world, "Wachten"), day, weken=(1, 2))
    wait(inloop(world, "Oud"), day, weken=(1, 2), geldig_tot=day - timedelta(days=1))
    over = inloop(world, "Voorbij")
    wait(over, day, weken=(4, 6), gemeten_op=day - timedelta(days=90))
    wait(over, day, weken=(0, 0), gemeten_op=day - timedelta(days=1))
    lapsed = day - timedelta(days=1)
    wait(inloop(world, "Verlopen nul"), day, weken=(0, 0), geldig_tot=lapsed)
    assert offered(team) == ["Voorbij"]


@pytest.mark.parametrize(
    ("days", "there"), [(-1, True), (0, False), (5, False), (6, True)]
)
def test_closed_for_a_while_is_not_offered_and_comes_back_by_itself(
    world, team, days, there
):
    v = inloop(world, "Zomerdicht")
    van = world.today - timedelta(days=days)
    close(v, van, van + timedelta(days=5))
    assert (offered(team) == ["Zomerdicht"]) is there


def test_it_has_to_serve_where_people_live(world, team):
    elders = Gemeente.objects.create(regio=world.regio, naam="Wilgenrade")
    wijk = Wijk.objects.create(gemeente=world.gemeente, naam="Centrum")
    for naam, where in (
        ("Hier", {"gemeente": world.gemeente}),
        ("Regio", {"hele_regio": True}),
        ("Wijk", {"wijk": wijk}),
        ("Elders", {"gemeente": elders}),
        ("Naam alleen", {"naam": "Lindehoven en omstreken"}),
    ):
        area(inloop(world, naam), **where)
    inloop(world, "Iedereen")
    assert set(offered(team)) == {"Hier", "Regio", "Wijk", "Iedereen"}
    said = {o.naam: o.gebied for o in today(team).dichtbij.opties}
    assert said["Wijk"] == "voor wie woont in Centrum (Lindehoven)"
    assert said["Hier"] == said["Regio"] == ""


def test_the_place_of_the_visitor_says_which_gemeente_that_is(world, team):
    elders = Gemeente.objects.create(regio=world.regio, naam="Wilgenrade")
    area(inloop(world, "Wilgen"), gemeente=elders)
    area(inloop(world, "Linden"), gemeente=world.gemeente)
    found = Found("Wilgendorp", *HERE, "plaats", gemeente="wilgenrade")
    assert offered(team, waar=found) == ["Wilgen"]


def test_another_region_is_not_offered(world, team):
    v = inloop(world, "Heuvels")
    v.regio = world.elders
    v.save()
    assert offered(team) == []


def test_formal_and_informal_help_stand_both_there(world, team):
    for n in range(8):
        inloop(world, f"Formeel {n}", 1 + n / 10)
    inloop(world, "Maatje", 20, informeel=True)
    found = today(team).dichtbij.opties
    assert len(found) == 4
    assert found[-1].naam == "Maatje"


# --- today alone, and until when

AT = datetime.fromisoformat("2026-11-24T11:00:00+01:00")  # a Tuesday


@pytest.mark.parametrize(
    ("said", "wanneer"),
    [
        ({"dagen": EVERY_DAY, "van": 10, "tot": 16}, "vandaag tot 16.00 uur"),
        ({"dagen": "TU", "van": 14, "tot": 16}, "vandaag van 14.00 tot 16.00 uur"),
        (
            {"dagen": "TU", "van": 9, "tot": 17, "op_afspraak": True},
            "vandaag op afspraak",
        ),
        ({"dagen": "TU", "van": 8, "tot": 10}, None),
        ({"dagen": "WE", "van": 9, "tot": 17}, None),
    ],
)
def test_only_what_can_be_used_today_is_offered_with_until_when(
    world, team, said, wanneer
):
    v = kaart.inloop(world, "Inloop")
    hours(v, **said)
    found = today(team, moment=AT).dichtbij.opties
    assert [o.wanneer for o in found] == ([wanneer] if wanneer else [])


def test_what_is_nearer_and_closed_today_takes_no_place(world, team):
    for n in range(6):
        hours(kaart.inloop(world, f"Woensdag {n}", n / 10), "WE")
    inloop(world, "Verder", 5)
    assert offered(team) == ["Verder"]


def test_peers_who_are_closed_today_are_not_offered(world, team):
    v = kaart.inloop(world, "Lotgenoten", functies=[], ring=Ring.ZELF)
    hours(v, "WE")
    assert today(team, moment=AT).dichtbij.lotgenoten == ()


def test_of_who_nobody_knows_when_it_is_open_we_never_say_today(world, team):
    kaart.inloop(world, "Onbekend")
    found = today(team).dichtbij
    assert found.opties == ()
    assert [o.wanneer for o in found.later] == ["openingstijden niet bekend"]


def test_when_nothing_is_open_today_it_says_so_and_when_it_is(world, team):
    hours(kaart.inloop(world, "Woensdag"), "WE")
    (later,) = today(team, moment=AT).dichtbij.later
    assert (later.naam, later.wanneer) == ("Woensdag", "morgen 9.00 uur")
    inloop(world, "Verder", 5)
    assert today(team, moment=AT).dichtbij.later == ()


def test_the_page_says_that_nothing_is_open_today(world, team):
    kaart.inloop(world, "Onbekend")
    assert "Vandaag is er dichtbij niets meer open" in words(team)


def test_independent_support_is_named_on_any_day(world, team):
    v = world.voorziening("MEE", onafhankelijk=Onafhankelijk.CLIENTONDERSTEUNER)
    hours(v, "WE")
    assert [o.naam for o in today(team, moment=AT).dichtbij.steun] == ["MEE"]


def test_paper_is_read_on_another_day_and_names_them_all(world, team):
    hours(kaart.inloop(world, "Woensdag"), "WE")
    found = selectors.find(team.slug, team)
    there = vandaag.meanwhile(found, moment=AT).dichtbij
    assert [o.naam for o in there.opties] == ["Woensdag"]


# --- support, peers, the insurer


def test_independent_support_of_the_area_stands_there(world, team):
    elders = Gemeente.objects.create(regio=world.regio, naam="Wilgenrade")
    for naam, kind, where in (
        ("MEE Lindehoven", Onafhankelijk.CLIENTONDERSTEUNER, world.gemeente),
        ("MEE Wilgenrade", Onafhankelijk.CLIENTONDERSTEUNER, elders),
        ("De pvp", Onafhankelijk.PVP, world.gemeente),
    ):
        v = world.voorziening(naam, onafhankelijk=kind)
        area(v, gemeente=where)
        phone(v)
        phone(v, "0100999999", "verwijzers", volgorde=0)
    found = today(team).dichtbij.steun
    assert [(o.naam, o.soort, o.telefoon) for o in found] == [
        ("MEE Lindehoven", "Onafhankelijke cliëntondersteuner", "0100 – 20 30 40"),
        ("De pvp", "Patiëntenvertrouwenspersoon", "0100 – 20 30 40"),
    ]


def test_outside_the_ggz_there_is_no_patientenvertrouwenspersoon(world):
    world.voorziening("De pvp", onafhankelijk=Onafhankelijk.PVP)
    v = world.voorziening(wetten=[Wet.WMO])
    wait(v, world.today)
    assert today(v).dichtbij.steun == ()
    assert "Vraag ernaar bij je gemeente." in words(v)


def test_peers_and_inloop_are_there_whatever_they_help_with(world, team):
    inloop(world, "Lotgenoten", functies=[Functie.RECHTEN], ring=Ring.ZELF)
    inloop(world, "Huiskamer", functies=[], trefwoorden=["inloop"])
    inloop(world, "Wandelen", functies=[])
    found = [o.naam for o in today(team).dichtbij.lotgenoten]
    assert sorted(found) == ["Huiskamer", "Lotgenoten"]


def test_nothing_stands_there_twice(world, team):
    inloop(world, "Lotgenoten", ring=Ring.ZELF)
    found = today(team).dichtbij
    assert [o.naam for o in found.opties] == ["Lotgenoten"]
    assert found.lotgenoten == ()


@pytest.mark.parametrize(("wetten", "there"), [(["zvw"], True), (["wmo"], False)])
def test_the_insurer_can_be_asked_for_zvw_care_alone(world, wetten, there):
    v = world.voorziening(wetten=wetten)
    wait(v, world.today)
    assert ("wachtlijstbemiddeling" in words(v)) is there


def test_with_nothing_on_the_kaart_somebody_is_named_to_think_along(team):
    assert "Je huisarts of het wijkteam kan meedenken." in words(team)


# --- secret, reused, cheap


def test_of_a_secret_place_no_distance_and_no_hours(world, team):
    v = kaart.inloop(world, "Opvang", None)
    locatie = secret_place(world, v)
    hours_there = Openingstijd.objects.create(
        locatie=locatie, herhaling="DAILY", opent_om="03:33", sluit_om="04:44"
    )
    assert hours_there.pk
    (optie,) = today(team).dichtbij.later
    assert (optie.km, optie.afstand) == (None, "")
    assert optie.wanneer == "openingstijden niet bekend"


def test_a_distance_is_never_reckoned_from_a_place_that_became_secret(world, team):
    from netwerk.services.locaties import make_secret

    v = inloop(world, "Opvang", 2)
    assert today(team).dichtbij.opties[0].afstand
    make_secret(locatie=v.plekken.get().locatie)
    assert [o.afstand for o in today(team).dichtbij.opties] == [""]


def test_a_plan_can_ask_without_a_provision(world):
    inloop(world, "Inloop", 2)
    vraag = vandaag.Vraag(
        regio_id=world.regio.pk,
        functies=(Functie.STEUN,),
        gemeenten=frozenset({world.gemeente.pk}),
        punt=vandaag.Punt(*HERE),
    )
    found = vandaag.nearby(vraag, moment=timezone.now())
    assert [o.naam for o in found.opties] == ["Inloop"]
    assert all(
        not hasattr(value, "pk") for o in found.opties for value in asdict(o).values()
    )
    nowhere = replace(vraag, punt=None)
    assert vandaag.nearby(nowhere, moment=timezone.now()).opties[0].km is None


def test_the_number_of_queries_is_fixed(world, team):
    inloop(world, "Eerste")
    few = asked(team)
    for n in range(15):
        v = inloop(world, f"Inloop {n}", n, ring=Ring.ZELF if n % 2 else "")
        hours(v)
        phone(v)
        place(world, v, n + 1)
        area(v, hele_regio=True)
        world.voorziening(f"MEE {n}", onafhankelijk=Onafhankelijk.CLIENTONDERSTEUNER)
    assert asked(team) == few


def asked(v) -> int:
    found = selectors.find(v.slug, v)
    with CaptureQueriesContext(connection) as queries:
        vandaag.today(found, moment=timezone.now())
    return len(queries)


# --- after it stopped: the same list as nazorg


def stopped(world, **more):
    """It was open to who wants company, and offered something to who waited."""
    about = {"functies": [Functie.STEUN], "overbrugging": "We bellen elke week."}
    return world.voorziening(
        status=Status.GESTOPT, gestopt_op=world.today, **about | more
    )


def test_where_it_stopped_the_page_says_what_can_be_done_today(world):
    v = stopped(world)
    inloop(world, "Inloop De Veranda")
    page = words(v)
    assert "Wat kan vandaag wel?" in page
    assert "Inloop De Veranda" in page
    assert "Iemand die naast je staat" in page


def test_where_it_stopped_nothing_is_said_of_waiting(world):
    v = stopped(world, wetten=[Wet.ZVW])
    wait(v, world.today)
    page = words(v)
    for said in ("We bellen elke week", "wachtlijstbemiddeling", "terwijl je wacht"):
        assert said not in page, said


def test_where_it_stopped_no_distance_says_where_it_was(world):
    v = stopped(world)
    place(world, v)
    inloop(world, "Inloop De Veranda", 2)
    page = words(v)
    assert "Inloop De Veranda" in page
    assert " km" not in page
    on_paper = browser().get(reverse("voorziening_pdf", args=[v.slug])).content
    said = text(on_paper)
    assert "Wat kan wel?" in said
    assert "Inloop De Veranda" in said
    assert " km" not in said


def test_where_it_stopped_a_place_that_was_given_still_tells_how_far(world):
    v = stopped(world)
    inloop(world, "Inloop De Veranda", 2)
    found = Found("Lindehoven", *HERE, "plaats", gemeente="Lindehoven")
    here = selectors.find(v.slug, v)
    near = vandaag.afterwards(here, moment=timezone.now(), waar=found)
    (optie,) = near.dichtbij.opties
    assert (optie.afstand, near.vanaf) == ("ongeveer 2 km", "Lindehoven")


def test_where_it_stopped_nobody_is_sent_to_what_is_not_open(world):
    v = stopped(world)
    inloop(world, "Vol", capaciteit=Capaciteit.DICHT)
    stopped(world, naam="Ook gestopt", laagdrempelig=True)
    page = words(v)
    assert "Vol" not in page
    assert "Ook gestopt" not in page
    assert "niets dichtbij zonder wachttijd" in page
