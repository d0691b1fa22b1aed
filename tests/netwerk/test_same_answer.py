"""What is decided in SQL for a list and in Python for a page has one answer."""

from datetime import time, timedelta
from itertools import product

from django.db import connection
from django.utils import timezone

import pytest

from netwerk.choices import Capaciteit, Functie, Manier, VoorWie
from netwerk.models import Openingstijd, Voorziening, Voorzieningplek
from netwerk.selectors import nu, voorziening as pages
from netwerk.selectors.facetten import ALLE_KNOPPEN, Keuze
from netwerk.selectors.vandaag import Optie, Vraag, nearby
from netwerk.selectors.witte_vlekken import read_overview
from netwerk.selectors.zoeken import find
from netwerk.selectors.zoekplek import Plek
from tests.netwerk.kaart import area, close, inloop, secret_place, wait
from toegang.models import Gemeente, Wijk

pytestmark = pytest.mark.django_db


def ten_o_clock():
    return timezone.localtime().replace(hour=10, minute=0, second=0)


def in_a_list(v: Voorziening, piece: str) -> bool:
    """Whether a piece of nu.py holds for a provision at ten o'clock."""
    # the pieces are our own
    sql = f"SELECT {piece} FROM netwerk_voorziening v WHERE v.id = %(pk)s"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, nu.moment(ten_o_clock()) | {"pk": v.pk})
        return cursor.fetchone()[0]


def offered(v: Voorziening, *gemeenten: Gemeente) -> Optie | None:
    """As what is there for who waits."""
    there = frozenset(gemeente.pk for gemeente in gemeenten) or None
    vraag = Vraag(v.regio_id, functies=tuple(v.functies), gemeenten=there)
    found = nearby(vraag, moment=ten_o_clock()).opties
    return next((optie for optie in found if optie.slug == v.slug), None)


MEASURED = {
    "nobody": [],
    "nothing": [{"weken": (0, 0)}],
    "weeks": [{"weken": (0, 3)}],
    "stale": [{"weken": (0, 0), "ago": 1}],
    "first weeks, now nothing": [{"weken": (2, 3), "days": 40}, {"weken": (0, 0)}],
    "one stage of two": [{"weken": (0, 0)}, {"weken": (0, 1), "fase": "behandel"}],
}


@pytest.mark.parametrize("measured", MEASURED)
def test_whether_somebody_waits(world, measured):
    for capaciteit, closed in product(Capaciteit.values, (False, True)):
        v = inloop(world, f"Inloop {capaciteit}", capaciteit=capaciteit)
        for row in MEASURED[measured]:
            more = dict(row)
            ago, days = more.pop("ago", -70), more.pop("days", 20)
            wait(
                v,
                world.today,
                geldig_tot=world.today - timedelta(days=ago),
                gemeten_op=world.today - timedelta(days=days),
                **more,
            )
        if closed:
            close(v, world.today, world.today)
        free = in_a_list(v, nu.GEEN_WACHT)
        assert (offered(v) is not None) is free, (capaciteit, closed)
        v.delete()


@pytest.mark.parametrize(
    ("van", "tot"), [(-9, -1), (-9, 0), (0, 0), (0, 9), (1, 9), (-9, None), (1, None)]
)
def test_whether_it_is_closed_for_a_while(world, van, tot):
    def day(ahead: int | None):
        return None if ahead is None else world.today + timedelta(days=ahead)

    v = inloop(world, "Inloop")
    close(v, day(van), day(tot))
    closing = pages.page(
        pages.find(v.slug, world.niemand), moment=ten_o_clock()
    ).sluiting
    closed = closing is not None and closing.nu
    assert in_a_list(v, nu.DICHT) is closed
    assert (offered(v) is None) is closed


TODAY, OTHER = "today", "another day"
LEVELS = ("itself", "at the place", "of the place")
SAID = [
    ("", "", ""),
    ("", "", TODAY),
    (OTHER, "", TODAY),
    ("", OTHER, TODAY),
    ("", TODAY, OTHER),
    (TODAY, "", OTHER),
    (TODAY, OTHER, ""),
    (OTHER, TODAY, TODAY),
]


@pytest.mark.parametrize("secret", [False, True])
def test_whether_it_is_open_today(world, secret):
    """Hours of the provision at a place go before its own, and those before what the place
    has; of a secret place nothing counts."""
    code = nu.moment(ten_o_clock())["code"]
    other = "MO" if code != "MO" else "TU"
    for said in SAID:
        v = inloop(world, "Inloop", km=None if secret else 1)
        if secret:
            secret_place(world, v)
        plek = Voorzieningplek.objects.select_related("locatie").get(voorziening=v)
        hangs_on = ({"voorziening": v}, {"plek": plek}, {"locatie": plek.locatie})
        for where, day in zip(hangs_on, said, strict=True):
            if day:
                Openingstijd.objects.create(
                    herhaling="WEEKLY",
                    dagen=code if day == TODAY else other,
                    opent_om=time(9),
                    sluit_om=time(17),
                    **where,
                )
        itself, at_place, of_place = (
            "" if secret and n else d for n, d in enumerate(said)
        )
        about = dict(zip(LEVELS, said, strict=True))
        # one line for where it is nearest, and for the whole of it any place will do
        optie = offered(v)
        assert optie is not None
        line = at_place or itself or of_place
        assert (optie.wanneer == "vandaag tot 17.00 uur") is (line == TODAY), about
        page = pages.page(pages.find(v.slug, world.niemand), moment=ten_o_clock())
        told = [page.nu, *(adres.vandaag for adres in page.adressen)]
        somewhere = TODAY in {itself, line}
        assert ("vandaag tot 17.00 uur" in told) is somewhere, about
        assert in_a_list(v, nu.OPEN_VANDAAG) is somewhere, about
        v.delete()


def test_whether_it_serves_a_gemeente(world):
    there = Gemeente.objects.create(regio=world.regio, naam="Wilgenrade")
    wijk = Wijk.objects.create(gemeente=world.gemeente, naam="Centrum")
    elsewhere = Wijk.objects.create(gemeente=there, naam="Dorp")
    areas = {
        "no area": ([], True),
        "the region": ([{"hele_regio": True}], True),
        "here": ([{"gemeente": world.gemeente}], True),
        "there": ([{"gemeente": there}], False),
        "a wijk here": ([{"wijk": wijk}], True),
        "a wijk there": ([{"wijk": elsewhere}], False),
        "both": ([{"gemeente": there}, {"wijk": wijk}], True),
        "a name and there": ([{"naam": "Omstreken"}, {"gemeente": there}], False),
    }
    for naam, (rows, serves) in areas.items():
        v = inloop(world, naam, km=None, manieren=[Manier.TELEFOON])
        v.functies = [Functie.STEUN]
        v.save()
        for row in rows:
            area(v, **row)
        here = Plek(world.regio, world.gemeente)
        found = find(None, here, Keuze(), now=ten_o_clock()).rijen
        spots = read_overview(world.regio, world.today).aanbod
        counted = {pk for plek in spots for pk in plek.gemeenten}
        answers = {
            "search": v.pk in {row.id for row in found},
            "today": offered(v, world.gemeente) is not None,
            "white spots": world.gemeente.pk in counted,
        }
        assert set(answers.values()) == {serves}, (naam, answers)
        v.delete()


def test_whether_somebody_has_to_send_you(world):
    for self_service, low in product((None, True, False), (True, False)):
        v = world.voorziening(zelf_aanmelden=self_service, laagdrempelig=low)
        page = pages.page(pages.find(v.slug, world.niemand), moment=ten_o_clock())
        marks = {mark.tekst for mark in page.kenmerken}
        said = "Zonder verwijzing" in marks
        assert in_a_list(v, nu.DIRECT) is said, (self_service, low)
        v.delete()


# the mark that says the same as a filter, where it has other words
OTHER_WORDS = {
    "Door buurtgenoten en vrijwilligers": "Door vrijwilligers",
    "Ook voor naasten": "Voor naasten",
}
MARKED = {
    "Komt bij je thuis": ({"manieren": [Manier.THUIS]}, {"outreachend": True}),
    "Online": ({"manieren": [Manier.ONLINE]}, {"manieren": [Manier.BLENDED]}),
    "Zonder verwijzing": (
        {"zelf_aanmelden": True},
        {"zelf_aanmelden": None, "laagdrempelig": True},
    ),
    "Voor naasten": ({"voor_wie": [VoorWie.NAASTEN]}, {"voor_wie": [*VoorWie]}),
    "Door vrijwilligers": ({"informeel": True},),
    "Door ervaringsdeskundigen": ({"ervaringsdeskundig": True},),
    "Dag en nacht bereikbaar": ({"altijd_bereikbaar": True},),
}


def test_what_has_the_mark_is_in_the_filter(world):
    """And what has not, is not."""
    filters = {OTHER_WORDS.get(k.label, k.label): k for k in ALLE_KNOPPEN}
    plain = {"zelf_aanmelden": False, "laagdrempelig": False}
    for case in (row for rows in MARKED.values() for row in rows):
        v = world.voorziening(**plain | case)
        page = pages.page(pages.find(v.slug, world.niemand), moment=ten_o_clock())
        shown = {OTHER_WORDS.get(m.tekst, m.tekst) for m in page.kenmerken}
        marks = shown & set(MARKED)
        assert marks, case
        for words in MARKED:
            keuze = Keuze((filters[words],))
            found = find(None, Plek(world.regio), keuze, now=ten_o_clock()).rijen
            assert (v.pk in {row.id for row in found}) is (words in marks), (
                case,
                words,
            )
        v.delete()


IN_ITS_LINE = {"Komt bij je thuis": "Bij je thuis", "Online": "Online"}


def test_what_has_the_mark_says_so_in_the_line_of_a_result(world):
    plain = {"zelf_aanmelden": False, "laagdrempelig": False}
    cases = ((words, case) for words in IN_ITS_LINE for case in MARKED[words])
    for words, case in cases:
        v = world.voorziening(**plain | case)
        (row,) = find(None, Plek(world.regio), Keuze(), now=ten_o_clock()).rijen
        assert IN_ITS_LINE[words] in [state.tekst for state in row.staten], case
        v.delete()
