"""Every act leaves its line, with all that NEN 7513 asks, and never a word of a plan; and no
page shows a person's care data without one."""

from contextlib import nullcontext

from django.db import connection
from django.urls import reverse

import pytest

from logboek.services import Uitkomst
from tests.access_plan import PLAN
from tests.architecture.test_access import PATTERNS
from tests.clientplan.acts import ACTS, CANARY, FRESH, VERTEGENWOORDIGT, Act, Line
from tests.clientplan.around import keys_of
from tests.clientplan.personas import FUNCTIONARISSEN, VISITOR, WERKERS
from tests.standing import Standing, undone

pytestmark = pytest.mark.django_db
# who asks at every page: the client, a naaste with one part, one who acts for the client, who
# treats, who is in by an emergency, from experience, and who guards privacy
READERS = ("carla", "nico", "curator", "petra", "crisis", "ervaring", "frank")
# what they open without seeing anything of a plan
NO_CARE = {
    "brief",  # a field for a code
    "mijn_kaart",  # holds nothing of anybody
    "mijn_kaart_sw",
    "pasje_bekijken",  # a field for a code
    "plan_beginnen",  # there is none yet
    "wie_toelaten",  # two doors
    "scherm",  # a QR code
    "hoe_gaat_het",  # four phases to choose from
    "vertegenwoordiger_nieuw_van",  # an empty form
    "naaste_nieuw",  # an empty form
    "hulpverlener_zoeken",  # who works where
    "hulpverlener_erbij",
    "startbrieven",  # of nobody in particular
    "functionaris_vragen",  # kinds and dates; a question itself leaves its line
    "functionaris_afschermen",  # one line, from a page that left its own
    "plan_menu",  # doors only
    "noodkeuze",  # what the client chose themself; no part of the plan
    "noodtoegang",  # an empty form
    "plan_bekijk",
    "dagboek",  # leaves no line: nobody else has a way in
    "dagboek_nieuw",
    "dagboek_blad",
    "mijn_berichten",  # what was said to oneself
}
NO_CARE_OF = {("genoemd", who) for who in READERS if who != "nico"}  # who was not asked
# which parts are open and none of them; who works with the client also reads who decides
NO_CARE_OF |= {("plan_van", who) for who in ("nico", "curator")}


def mark() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM logboek.regel")
        return cursor.fetchone()[0]


def lines_after(number: int) -> list[dict[str, object]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM logboek.regel WHERE id > %s ORDER BY id", [number]
        )
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def as_line(found: dict[str, object]) -> Line:
    return Line(
        actie=str(found["actie"]),
        soort=str(found["object_soort"]),
        onderdeel=str(found["onderdeel"]),
        grond=str(found["grond"]).partition(":")[0],
        over_client=bool(found["client"]),
        uitkomst=Uitkomst(int(str(found["uitkomst"]))),
        namens=bool(found["namens"]),
        nood=bool(found["nood"]),
    )


@pytest.mark.parametrize("act", ACTS, ids=str)
def test_an_act_writes_its_lines_with_all_that_is_asked(standing: Standing, act: Act):
    world = standing.world
    with undone():
        act.ready(world)
        about = keys_of(world, act.adres) | act.about(world)
        names = PATTERNS[act.adres].pattern.regex.groupindex
        where = reverse(act.adres, kwargs={name: about[name] for name in names})
        sent = None if act.sent is None else act.sent(world)
        page = standing.browser(act.wie)
        before = mark()
        with FRESH() if act.adres == "noodtoegang" else nullcontext():
            if sent is None:
                response = page.get(where)
            else:
                response = page.post(where, {"_rol": world.rol.get(act.wie, "")} | sent)
        found = lines_after(before)
    assert [as_line(one) for one in found] == list(act.lines), response.status_code
    for one in found:
        is_filled(one, world, act)


def is_filled(one: dict[str, object], world, act: Act) -> None:
    """All of NEN 7513 that is known of this act."""
    if act.wie == VISITOR:
        assert (one["persoon"], one["taak"]) == ("", "pasje")
    else:
        assert one["persoon"] == str(getattr(world, act.wie).pk)
        assert one["ingelogd_met"] == "password"
        soort, _, organisatie = world.rol[act.wie].partition(":")
        assert (one["rol"], one["organisatie"]) == (soort, organisatie)
        assert bool(organisatie) == (act.wie in {*WERKERS, *FUNCTIONARISSEN})
    if act.wie != "noa":
        assert one["client"] in {"", str(world.plan.uuid)}
    assert one["regio"] == world.regio.slug
    assert one["vanaf"] == "127.0.0.1"
    for name in ("op", "spoor", "object_soort"):
        assert one[name], name
    if one["object_soort"] not in NO_ROW:
        assert one["object_id"], one["object_soort"]
    grond, _, bron = str(one["grond"]).partition(":")
    if grond in WITH_A_ROW:
        assert bron.isdecimal()
        assert one["oogmerk"]
    assert one["namens"] in {"", str(world.plan.uuid)}
    assert bool(one["namens"]) == (grond == VERTEGENWOORDIGT)
    said = str(one)
    assert CANARY not in said
    for word in ("Carla", "Bep", "Nico", "Mirjam", "fietsen", "example.nl"):
        assert word not in said


# of a part or of a list as a whole
NO_ROW = {"onderdeel", "afdruk", "toestemming", "noodkeuze", "logboek", "noodtoegangen"}
NO_ROW |= {"telefoonkaart"}  # taken from all phones at once
NO_ROW |= {"bevoegdheid"}  # who acts for the client, all of them
WITH_A_ROW = {
    "eigen plan",
    "toestemming",
    "behandeling",
    VERTEGENWOORDIGT,
    "noodtoegang",
}


def test_every_address_that_writes_has_a_row_in_the_table_of_acts():
    told = {act.adres for act in ACTS if act.sent is not None}
    writing = {name for name, method in PLAN if method == "post"}
    assert writing - told == set()


def test_what_is_printed_or_taken_along_has_one_too():
    """By what the addresses end with."""
    out = {
        name
        for name, pattern in PATTERNS.items()
        if name in {plan for plan, _ in PLAN}
        and any(word in str(pattern.pattern) for word in ("pdf", "csv", "agenda"))
    }
    lines = {act.adres: act.lines for act in ACTS if act.sent is None}
    assert out - set(lines) == set()
    assert all(any(line.actie == "E" for line in lines[name]) for name in out)


PAGES = sorted(
    name for (name, method) in PLAN if method == "get" and name not in NO_CARE
)


@pytest.mark.parametrize("name", PAGES)
def test_no_page_shows_care_data_without_its_line(standing: Standing, name):
    without, seen = [], 0
    for who in READERS:
        if PLAN[name, "get"].get(who) != 200 or (name, who) in NO_CARE_OF:
            continue
        seen += 1
        if not lines_of(standing, name, who):
            without.append(who)
    assert without == []
    assert seen or name in LEADS_ON


# lead on, or are of nobody who asks here
LEADS_ON = {"plan_spoor_kort", "pasje_pdf", "brief_code", "mijn_kaart_stand"}
LEADS_ON |= {"verhaal_bekijk", "verhaal_beeld_bekijk", "scherm_bekijken"}


@pytest.mark.parametrize("name", sorted(NO_CARE))
def test_what_shows_nothing_of_a_plan_leaves_none(standing: Standing, name):
    for who in READERS:
        if PLAN[name, "get"].get(who) == 200:
            assert lines_of(standing, name, who) == [], who


def lines_of(standing: Standing, name: str, who: str) -> list[dict[str, object]]:
    about = keys_of(standing.world, name)
    names = PATTERNS[name].pattern.regex.groupindex
    where = reverse(name, kwargs={key: about[key] for key in names})
    with undone():
        before = mark()
        assert standing.browser(who).get(where).status_code == 200
        return lines_after(before)


@pytest.mark.parametrize("method", ["get", "post", "options"])
def test_an_address_takes_no_other_method(standing: Standing, method):
    """A page that is asked for in a way nobody thought of shows all it has, without its
    line. Whoever asks: before it is looked at who may."""
    found = {}
    for name in sorted({name for name, _ in PLAN if (name, method) not in PLAN}):
        about = keys_of(standing.world, name)
        names = PATTERNS[name].pattern.regex.groupindex
        where = reverse(name, kwargs={key: about[key] for key in names})
        found[name] = standing.ask("carla", method, where).status_code
    assert {name: status for name, status in found.items() if status != 405} == {}
