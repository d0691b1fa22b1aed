"""Filters with their counts, and what "vandaag" and "geen wachttijd" mean."""

from datetime import timedelta
from itertools import product

from django.db import connection
from django.test.utils import CaptureQueriesContext

import pytest

from netwerk.choices import Feestdagen
from netwerk.rules.herhaling import Blok, occurs
from netwerk.selectors import nu
from netwerk.selectors.facetten import chosen

pytestmark = pytest.mark.django_db
VANDAAG = {"kan": ["vandaag"]}
GEEN = {"wacht": ["geen"]}


@pytest.fixture
def inloop(kaart):
    row = kaart.zet("Inloop", laagdrempelig=True)
    kaart.open(row)
    return row


def test_open_now_and_without_a_threshold_is_today(kaart, inloop):
    assert kaart.namen(filters=VANDAAG) == ["Inloop"]


@pytest.mark.parametrize(
    "change",
    [
        {"laagdrempelig": False},
        {"laagdrempelig": False, "zelf_aanmelden": True},  # nobody said there is room
        {"capaciteit": "wachtlijst"},
        {"capaciteit": "dicht"},
    ],
)
def test_not_today(kaart, inloop, change):
    type(inloop).objects.filter(pk=inloop.pk).update(**change)
    assert kaart.namen(filters=VANDAAG) == []


def test_today_is_for_who_may_come_without_being_sent(kaart, inloop):
    change = {"laagdrempelig": False, "zelf_aanmelden": True, "capaciteit": "open"}
    type(inloop).objects.filter(pk=inloop.pk).update(**change)
    assert kaart.namen(filters=VANDAAG) == ["Inloop"]


def test_after_closing_time_it_is_not_today_any_more(kaart, inloop):
    def at(hour):
        return kaart.namen(filters=VANDAAG, now=kaart.now.replace(hour=hour))

    assert (at(7), at(16), at(17), at(22)) == (["Inloop"], ["Inloop"], [], [])


def test_what_is_always_there_is_there_today(kaart):
    kaart.zet("Lijn", laagdrempelig=True, altijd_bereikbaar=True)
    assert kaart.namen(filters=VANDAAG) == ["Lijn"]


def test_hours_of_its_place_count_too(kaart):
    row = kaart.zet("Huis", laagdrempelig=True)
    place = kaart.at(row, 52, 5.5)
    block = kaart.open(row)
    type(block).objects.filter(pk=block.pk).update(voorziening=None, locatie=place)
    assert kaart.namen(filters=VANDAAG) == ["Huis"]


def test_by_appointment_is_not_walking_in(kaart):
    row = kaart.zet("Spreekuur", laagdrempelig=True)
    kaart.open(row, op_afspraak=True)
    assert kaart.namen(filters=VANDAAG) == []


def test_closed_on_a_date_beats_the_week(kaart, inloop):
    kaart.open(inloop, dicht=True, herhaling="", van=kaart.world.today, tot=None)
    assert kaart.namen(filters=VANDAAG) == []


def test_on_a_holiday_only_what_says_it_is_open(kaart, inloop):
    kerst = kaart.now.replace(month=12, day=25)
    assert kaart.namen(filters=VANDAAG, now=kerst) == []
    type(inloop).objects.update(feestdagen=Feestdagen.OPEN)
    assert kaart.namen(filters=VANDAAG, now=kerst) == ["Inloop"]


def test_the_newest_measurement_says_whether_there_is_a_wait(kaart):
    row = kaart.zet("Groep")
    kaart.wacht(row, 6, dagen=30)
    assert kaart.namen(filters=GEEN) == []
    kaart.wacht(row, 0, dagen=2)
    assert kaart.namen(filters=GEEN) == ["Groep"]
    kaart.wacht(row, 4, doelgroep="jongeren")
    assert kaart.namen(filters=GEEN) == []


def test_a_measurement_that_ran_out_says_nothing_any_more(kaart):
    row = kaart.zet("Groep", laagdrempelig=True)
    kaart.wacht(row, 0, dagen=100, geldig=-1)
    assert kaart.namen(filters=GEEN) == []


def test_without_a_measurement_only_what_is_open_to_all(kaart):
    kaart.zet("Onbekend")
    kaart.zet("Zo naar binnen", laagdrempelig=True)
    kaart.zet("Plek", capaciteit="open")
    assert set(kaart.namen(filters=GEEN)) == {"Zo naar binnen", "Plek"}


def test_the_count_of_a_filter_is_what_is_left_with_it(kaart):
    kaart.zet("A", manieren=["thuis"], laagdrempelig=True, voor_wie=["naasten"])
    kaart.zet("B", manieren=["thuis", "online"], functies=["steun"])
    kaart.zet("C", functies=["steun", "kracht"], informeel=True)
    for filters in ({}, {"huis": ["aan"]}, {"functie": ["steun"]}):
        found = kaart.zoek(filters=filters or None, meer=True)
        for (name, value), number in found.tellingen.items():
            more = {**filters, name: [*filters.get(name, []), value]}
            assert kaart.zoek(filters=more).totaal == number, (filters, name, value)


def test_filters_narrow_each_other(kaart):
    kaart.zet("A", functies=["steun"])
    kaart.zet("B", functies=["steun", "kracht"])
    assert kaart.namen(filters={"functie": ["steun", "kracht"]}) == ["B"]


def test_what_is_no_filter_is_left_out_and_said():
    keuze = chosen({"kan": ["morgen"], "functie": ["x", "steun"], "q": ["y"]}.items())
    assert keuze.onbekend
    assert keuze.paren == [("functie", "steun")]
    assert not chosen({"kan": ["vandaag", ""], "page": ["x"]}.items()).onbekend
    assert chosen({"werkwijze": ["'; --"]}.items()).onbekend


def test_what_can_be_done_now_goes_first_in_that_order(kaart, inloop):
    wait = kaart.zet("Aan")
    kaart.wacht(wait, 8)
    kaart.zet("Bij", capaciteit="open")
    assert kaart.namen(volgorde="nu") == ["Inloop", "Bij", "Aan"]


def test_what_is_of_use_now_goes_before_what_fits_as_well(kaart):
    kaart.zet("Groep een", trefwoorden=["tuinieren"])
    free = kaart.zet("Groep twee", trefwoorden=["tuinieren"], laagdrempelig=True)
    kaart.open(free)
    assert kaart.namen("tuinieren") == ["Groep twee", "Groep een"]


def test_a_search_is_a_fixed_number_of_queries(kaart):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            kaart.zoek("inloop", "Lindehoven", meer=True)
        return len(seen)

    kaart.bulk(3)
    few = queries()
    for n in range(30):
        kaart.zet(f"Inloop extra {n}", punt=(52, 5.5), voor=kaart.regio)
    assert queries() == few


def test_pages_hold_each_row_once(kaart):
    kaart.bulk(25)
    pages = [kaart.namen("inloop", blad=blad) for blad in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [10, 10, 5, 0]
    assert len({naam for page in pages for naam in page}) == 25
    assert kaart.zoek("inloop", blad=4).totaal == 25


# --- the same answer as rules.openingstijden


def test_the_database_opens_on_the_days_that_the_rules_do(kaart):
    """A thousand kinds of block, on days round the turn of a year with 53 weeks."""
    row = kaart.zet("Rooster")
    begin = kaart.world.today.replace(year=2026, month=12, day=7)
    kinds = [
        {"herhaling": "", "begint_op": begin},
        *(
            {"herhaling": "WEEKLY", "dagen": d, "interval": i, "begint_op": b, "weken": w}
            for d, i, b, w in product(
                ("MO", "TU,TH", ""), (None, 1, 2, 3), (None, begin), ("", "52,53,1")
            )
        ),
        *(
            {"herhaling": "MONTHLY", "dagen": d, "dagen_van_maand": m, "interval": i, "begint_op": begin}
            for d, m, i in product(("", "1MO", "-1SU", "2TU,-1FR"), ("", "1", "-1,15"), (None, 2))
        ),
        *(
            {"herhaling": "DAILY", "dagen": d, "interval": i, "begint_op": b}
            for d, i, b in product(("", "MO,WE"), (None, 2), (None, begin))
        ),
        {"herhaling": "WEEKLY", "dagen": "MO", "van": begin, "tot": begin + timedelta(9)},
        {"herhaling": "WEEKLY", "dagen": "MO", "herhaal_tot": begin + timedelta(9)},
    ]  # fmt: skip
    blocks = [kaart.open(row, **({"dagen": ""} | kind)) for kind in kinds]
    names = {
        "opens_at": "opent_om", "closes_at": "sluit_om", "freq": "herhaling",
        "byday": "dagen", "interval": "interval", "dtstart": "begint_op",
        "valid_from": "van", "valid_to": "tot", "until": "herhaal_tot",
        "byweekno": "weken", "bymonthday": "dagen_van_maand",
    }  # fmt: skip
    rules = {
        block.pk: Blok(**{key: getattr(block, name) for key, name in names.items()})
        for block in blocks
    }
    for days in range(45):
        noon = (kaart.now.replace(year=2026, month=12, day=5)) + timedelta(days=days)
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT o.id FROM netwerk_openingstijd o WHERE {nu.OPENT}",  # noqa: S608
                nu.moment(noon),
            )
            found = {pk for (pk,) in cursor.fetchall()}
        expected = {pk for pk, blok in rules.items() if occurs(blok, noon.date())}
        odd = [kinds[i] for i, b in enumerate(blocks) if b.pk in found ^ expected]
        assert odd == [], noon.date()


def test_a_talk_at_once_does_not_hide_the_wait_for_treatment(kaart):
    row = kaart.zet("Kliniek", laagdrempelig=False)
    kaart.wacht(row, 0)
    kaart.wacht(row, 12, fase="behandel")
    (found,) = kaart.zoek().rijen
    assert found.staten[0].tekst == (
        "12 weken wachten op de behandeling, na het eerste gesprek"
    )
