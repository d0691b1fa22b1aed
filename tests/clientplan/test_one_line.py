"""Every act leaves its line, with all that NEN 7513 asks, and never a word of a plan; and no
page shows a person's care data without one."""

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import pytest

from tests.access_matrix import ACCESS
from tests.architecture.test_access import PATTERNS, address
from tests.care import add_care
from tests.clientplan.acts import ACTS, CANARY, Act, Line, ready
from tests.clientplan.people import as_role
from toegang.choices import Soort

pytestmark = pytest.mark.django_db
COLUMNS = (
    *("actie", "object_soort", "onderdeel", "grond", "client", "uitkomst", "namens"),
    *("regio", "op", "persoon", "rol", "organisatie", "oogmerk", "object_id", "vanaf"),
    *("ingelogd_met", "spoor", "taak", "nood"),
)
# what a client, a naaste or a professional opens without seeing anything of a plan
NO_CARE = {
    "brief",  # a field for a code
    "plan_beginnen",  # there is none yet
    "wie_toelaten",  # two doors
    "naaste_nieuw",  # an empty form
    "hulpverlener_zoeken",  # who works where
    "hulpverlener_erbij",
    "startbrieven",  # of nobody in particular
    "meelezen",  # what came to oneself, without a plan behind it yet
    "functionaris_vragen",  # kinds and dates; a question itself leaves its line
    "functionaris_afschermen",  # one line, from a page that left its own
    "plan_spoor_kort",  # leads on
    "plan_menu",  # doors only
    "noodkeuze",  # what the client chose themself; no part of the plan
    "plan_van",  # which parts are open, and none of them
    "plan_bekijk",
    "dagboek",  # leaves no line: nobody else has a way in
    "dagboek_nieuw",
    "dagboek_blad",
    "hoe_gaat_het",  # the question, and nothing of the plan
    "scherm",  # a QR code, and nothing of the card
    "genoemd",  # nobody asked nico anything here
}


def mark() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM logboek.regel")
        return cursor.fetchone()[0]


def lines_after(number: int) -> list[dict[str, object]]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(COLUMNS)} FROM logboek.regel WHERE id > %s ORDER BY id",  # noqa: S608
            [number],
        )
        return [dict(zip(COLUMNS, row, strict=True)) for row in cursor.fetchall()]


def as_line(row: dict[str, object]) -> Line:
    return Line(
        actie=str(row["actie"]),
        soort=str(row["object_soort"]),
        onderdeel=str(row["onderdeel"]),
        grond=str(row["grond"]).partition(":")[0],
        over_client=bool(row["client"]),
        uitkomst=int(str(row["uitkomst"])),
        namens=bool(row["namens"]),
    )


@pytest.mark.parametrize("act", ACTS, ids=str)
def test_an_act_writes_its_lines_with_all_that_is_asked(world, act: Act):
    add_care(world)
    ready(world, act)
    who = getattr(world, act.wie)
    works = act.rol in {Soort.PROFESSIONAL, Soort.FUNCTIONARIS}
    rol = f"{act.rol}:{world.ggz.pk}" if works else act.rol
    page = as_role(who, rol)
    before = mark()
    response = act.do(world, page)
    assert getattr(response, "status_code", 200) in {200, 302, 404}
    found = lines_after(before)
    assert [as_line(row) for row in found] == list(act.lines)
    for row in found:
        assert row["persoon"] == str(who.pk)
        assert row["rol"] == act.rol
        assert row["organisatie"] == (str(world.ggz.pk) if works else "")
        assert row["client"] in {"", str(world.plan.uuid)}
        assert row["namens"] in {"", str(world.plan.uuid)}
        for name in ("op", "regio", "vanaf", "ingelogd_met", "spoor"):
            assert row[name], name
        if row["grond"] and row["grond"] != "functionaris":
            assert row["oogmerk"]
        assert CANARY not in str(row)
        for naam in ("Carla", "Bep", "Nico"):
            assert naam not in str(row)


PAGES = sorted(
    (name, who)
    for (name, method), answers in ACCESS.items()
    for who in ("carla", "nico", "frank")
    if method == "get"
    and answers.get(who) == 200
    and PATTERNS[name].lookup_str.startswith("clientplan.")
)


@pytest.mark.parametrize(("name", "who"), PAGES)
def test_no_page_shows_care_data_without_its_line(world, name, who):
    add_care(world)
    where = address(name, world)
    user = getattr(world, who)
    page = as_role(user, user.rollen.get().soort)
    before = mark()
    with transaction.atomic():
        assert page.get(where).status_code == 200
    assert bool(lines_after(before)) is (name not in NO_CARE)


def test_the_same_for_a_row_that_is_not_yours_and_one_that_is_not_there(world):
    """Same bytes, same number of questions to the database."""
    add_care(world)
    page = as_role(world.petra, f"professional:{world.ggz.pk}")
    answers = []
    gone = "7f5ae0d4-6f0b-4a52-9d6a-3c6a7b0d5c11"
    for uuid in (world.broer.uuid, gone, world.plan.uuid):
        with CaptureQueriesContext(connection) as asked:
            response = page.get(reverse("wie_persoon", args=[uuid]))
        answers.append((response.status_code, response.content, len(asked)))
    assert answers[0] == answers[1] == answers[2]
