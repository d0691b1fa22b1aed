"""One battery of checks on the walls round a plan: the same that guard the product in the
tests beside this file and in tests/architecture, and some over a world in which every ground,
period and role has somebody just on either side of it. Each fault of faults.py makes one of
them fail; where nothing is wrong all hold.

A check raises AssertionError. `near` narrows what it looks at to one table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from django.db import ProgrammingError, connection, transaction
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone

from basis.actor import Actor, acting
from basis.postgres import base
from berichten import services as berichten
from berichten.choices import Postsoort
from clientplan.models import Doel, Signaal
from clientplan.services import dagboek, items, stemmen
from logboek import services as logboek
from netwerk.choices import Noodgrond, Noodsoort, Oordeel
from netwerk.models import Betrokkenheid, Noodtoegang
from netwerk.rules.onderdelen import Recht
from netwerk.services import noodtoegang as nood, toestemmingen
from netwerk.services.noodtoegang import Aanvraag
from netwerk.services.spoor import trace_reading
from tests.architecture import test_database as database
from tests.basis import test_actor
from tests.clientplan.people import as_role
from tests.netwerk.poort import probe, test_oracle, test_wall as wall
from tests.netwerk.poort.around import (
    ASKERS,
    DAY,
    ERVARING,
    FUNCTIONARIS,
    NOON,
    Around,
)
from tests.netwerk.poort.faults import CANARY
from tests.netwerk.poort.model import (
    ADD,
    CLIENT,
    DIARY,
    NAASTE,
    NOTHING,
    PROFESSIONAL,
    READ,
    WRITE,
    Who,
    opens,
    works,
)
from toegang.choices import Soort
from toegang.models import Rol
from toegang.roles import ActieveRol

ANNA = Who("anna", CLIENT)
ZUS, BRAM = Who("zus", NAASTE), Who("bram", NAASTE)
PRO, COL = Who("pro", PROFESSIONAL, "ggz"), Who("col", PROFESSIONAL, "ggz")
VERRE, FG = Who("verre_pro", PROFESSIONAL, "verre"), Who("fg", FUNCTIONARIS, "ggz")
WRITERS = (ANNA, ZUS, PRO, BRAM, VERRE)


def everybody() -> Around:
    """Anna is eighteen today, bram tomorrow; bram's plan is open for the last day, klaar's was
    yesterday. Of each period somebody is on its last day, and somebody past it."""
    around = Around(turns_18=0)
    tomorrow = DAY + timedelta(days=1)
    around.born("bram", tomorrow.replace(year=tomorrow.year - 18), closed=DAY)
    around.born("klaar", DAY.replace(year=1980), closed=DAY - timedelta(days=1))
    _roles(around)
    _involved(around)
    _consent(around)
    _emergencies(around)
    _messages(around)
    return around


def _roles(around: Around) -> None:
    around.role("col", PROFESSIONAL, "ggz")
    around.role("fg", FUNCTIONARIS, "ggz")
    around.role("pro", ERVARING, "ggz")
    around.role("verhuisd", PROFESSIONAL, "ggz", tot=-1)
    around.role("verhuisd", PROFESSIONAL, "verre")
    around.role("verhuisd", ERVARING, "ggz")
    around.role("moeder", FUNCTIONARIS, "ggz", tot=-1)


def _involved(around: Around) -> None:
    around.involve("zus", ZUS)
    around.involve("zus_klaar", ZUS, plan="klaar")
    around.involve("zus_weg", ZUS, plan="weg")
    around.involve("pro", PRO, treats=True)
    around.involve("pro_naaste", Who("pro", NAASTE), tot=0)
    around.involve("verre_pro", VERRE)
    around.involve("verhuisd", Who("verhuisd", PROFESSIONAL, "ggz"), treats=True)
    zaken = ("doelen", "wonen", DIARY)
    around.involve("mentor", BRAM, namens="mentor", zaken=zaken)
    moeder = Who("moeder", NAASTE)
    around.involve("moeder", moeder, namens="ouder", zaken=("doelen",))
    more = {"namens": "ouder", "zaken": ("crisiskaart", DIARY)}
    around.involve("moeder_bram", moeder, plan="bram", **more)  # type: ignore[arg-type]
    around.involve("fg", Who("fg", NAASTE), tot=-1)
    around.involve("col", Who("col", NAASTE), van=1)
    around.involve("weg", Who("weg", NAASTE))


def _consent(around: Around) -> None:
    around.said("zus", "doelen", WRITE)
    around.said("zus", "verhaal", READ)
    around.said("zus", "afspraken", READ)
    around.said("zus", "afspraken", NOTHING)
    around.said("zus", "signaleringsplan", READ, tot=0)
    around.said("zus", "crisiskaart", READ, van=-9, tot=-1)
    around.said("zus", "wonen", READ, van=1)
    for key in ("zus_klaar", "zus_weg", "fg", "col", "weg"):
        around.said(key, "doelen", READ)
    around.said("pro", "doelen", NOTHING)
    around.said("pro", "afspraken", WRITE)
    around.said("pro", "verhaal", READ, by="bram")
    around.said("pro", "wonen", READ)
    around.said("pro", "wonen", NOTHING)
    around.said("pro", "wonen", READ, by="bram")
    around.said("pro", "trauma", NOTHING)
    around.said("pro", "trauma", READ)
    around.said("pro", "trauma", ADD, by="bram")
    around.said("pro_naaste", "verhaal", READ)
    around.said("verre_pro", "signaleringsplan", ADD)
    around.said("mentor", "verhaal", READ, by="bram")
    around.said("mentor", "crisiskaart", READ)
    around.said("mentor", "doelen", READ)
    around.said("mentor", "wonen", NOTHING)


def _emergencies(around: Around) -> None:
    first = around.emergency("col", "crisiskaart", "kinderen", "trauma", told=1)
    around.judged(first)
    around.emergency("col", "signaleringsplan", minutes=(10, 70))
    around.emergency("col", "crisiskaart", plan="klaar")
    around.emergency("col", "signaleringsplan", minutes=(-60, 0))
    around.emergency("pro", "kinderen", minutes=(-30, 30), ended=-10)
    around.emergency("pro", "crisiskaart")
    around.emergency("verhuisd", "crisiskaart")


def _messages(around: Around) -> None:
    later = NOON + timedelta(days=1)
    for wie, rol, van in (
        ("anna", CLIENT, NOON),
        ("anna", CLIENT, later),
        ("pro", PROFESSIONAL, NOON),
    ):
        row = berichten.sealed(
            soort=Postsoort.VRAAG, kop="Een vraag", tekst="Wie belde?", link="/"
        )
        row.gebruiker, row.rol = around.people[wie], rol
        row.gemaakt_op, row.zichtbaar_vanaf = NOON, van
        row.save(force_insert=True)


# --- over that world


def rights(around: Around, near: str = "") -> None:
    for asker in ASKERS:
        assert probe.learns(around, asker) == []


def rows(around: Around, near: str = "") -> None:
    tables = [near] if near in probe.TABLES else list(probe.TABLES)
    there = probe.all_rows(around, tables)
    assert {row.table for row in there} == set(tables)  # of nothing nothing is shown
    for asker in ASKERS:
        with acting(around.actor(asker)):
            assert [asker, *probe.rows(around, asker, there)] == [asker]


PARTS = ("doelen", "signaleringsplan", "afspraken", "crisiskaart", "trauma", DIARY)


def writes(around: Around, near: str = "") -> None:
    there = probe.all_rows(around, list(probe.TABLES))
    for asker in WRITERS:
        with acting(around.actor(asker)):
            tried = [
                *((sql, "denied") for sql in probe.NEVER),
                *probe.tries(around, asker, set(PARTS), there),
            ]
            tried = [(sql, wanted) for sql, wanted in tried if near in sql]
            [[found]] = probe.ask(
                "SELECT pg_temp.probeer(%s)", [sql for sql, _ in tried]
            )
        for (sql, wanted), got in zip(tried, found, strict=True):
            assert got == wanted, (asker, sql)


def querysets(around: Around, near: str = "") -> None:
    for asker in WRITERS:
        with acting(around.actor(asker)):
            assert not [*probe.querysets(around, asker, PARTS)]


def services(around: Around, near: str = "") -> None:
    for asker in WRITERS:
        with acting(around.actor(asker)):
            assert not [*probe.services(around, asker, PARTS)]


# --- an emergency


CARD = ["crisiskaart"]
TEAM, CRISISDIENST = Noodsoort.EIGEN_TEAM, Noodsoort.CRISISDIENST


def emergency(around: Around, near: str = "") -> None:
    """What the client chose opens, for who was named, for an hour; nothing else does."""
    for voor in ([TEAM], [], [Noodsoort.HIC]):
        with chosen(around, voor):
            for who in (PRO, VERRE):
                for grond in (Noodgrond.KEUZE, Noodgrond.VITAAL):
                    _opens_as_agreed(around, who, grond)
    with chosen(around, [CRISISDIENST]):
        rows = Betrokkenheid.objects.for_job("proefdata")
        rows.filter(pk=around.rows["pro"].pk).update(behandelt=False)
        assert _ask_in(around, COL, Noodgrond.KEUZE)
        assert _ask_in(around, COL, Noodgrond.KEUZE, minutes_ago=6) is None
        with chosen(around, [TEAM]):  # pro is round anna still, and treats her no more
            assert _ask_in(around, COL, Noodgrond.KEUZE) is None


@contextmanager
def chosen(around: Around, voor: list[Noodsoort]) -> Iterator[None]:
    """For as long as it lasts, anna's card may open for these."""
    before = dict(around.facts["keuze"])
    with undone():
        with acting(around.actor(ANNA)):
            nood.choose(client=around.plans["anna"], onderdelen=CARD, voor=voor)
        around.facts["keuze"]["anna"] = (CARD, voor)
        try:
            yield
        finally:
            around.facts["keuze"] = before


def _opens_as_agreed(around: Around, who: Who, grond: Noodgrond) -> None:
    org = around.org_facts[who.waar]
    wanted = works(around.facts, who) and opens(around.facts, who, "anna", grond, org)
    with undone():
        row = _ask_in(around, who, grond)
        assert (row is not None) == wanted, (who, grond, around.facts["keuze"])
        if row:
            assert row.tot - row.begonnen_op == timedelta(minutes=60)
            assert row.onderdelen == CARD


def _ask_in(
    around: Around, who: Who, grond: Noodgrond, *, minutes_ago: int = 0
) -> Noodtoegang | None:
    user = around.people[who.wie]
    user.actieve_rol = ActieveRol(
        Soort.PROFESSIONAL, str(around.orgs[who.waar].pk), "Ggz", "peel"
    )
    born = around.facts["plannen"]["anna"]["geboren"]
    asked = Aanvraag(
        uuid4(), "anna", born, grond, f"{CANARY}: de deur is op slot, geen antwoord."
    )
    step = timezone.now() - timedelta(minutes=minutes_ago)
    try:
        with acting(around.actor(who)), transaction.atomic():
            nood.open_plan(asked=asked, user=user, second_step=step)
    except ProgrammingError:
        return None
    return Noodtoegang.objects.for_job("proefdata").filter(uuid=asked.uuid).first()


# --- one line for each act

Line = tuple[str, str, str, str, int]  # action, kind, part, ground, outcome
COLUMNS = "actie::text, object_soort, onderdeel, split_part(grond, ':', 1), uitkomst"


def _acts() -> Iterator[tuple[Who, Callable[[Around], object], list[Line]]]:
    plan = "anna"
    words = {"tekst": CANARY}

    def save(around: Around) -> object:
        return items.save_item(
            around.goal, words={"doel": CANARY}, based_on=around.goal.nummer
        )

    yield ANNA, save, [("U", "doel", "doelen", "eigen plan", 0)]
    yield ZUS, save, [("U", "doel", "doelen", "toestemming", 0)]
    yield BRAM, save, [("U", "doel", "doelen", "vertegenwoordiging", 0)]
    yield (
        ANNA,
        lambda around: items.add_item(
            Doel(client=around.plans[plan]), words={"doel": CANARY}
        ),
        [("C", "doel", "doelen", "eigen plan", 0)],
    )
    yield (
        ANNA,
        lambda around: items.remove(
            Signaal.objects.for_job("proef")
            .select_related("client__regio")
            .get(client=around.plans[plan])
        ),
        [("D", "signaal", "signaleringsplan", "eigen plan", 0)],
    )
    yield (
        PRO,
        lambda around: stemmen.say(
            client=around.plans[plan], deel="afspraken", object_uuid=None, **words
        ),
        [("C", "kijk", "afspraken", "toestemming", 0)],
    )
    yield (
        PRO,
        lambda around: trace_reading(around.plans[plan], ["signaleringsplan", DIARY]),
        [("R", "onderdeel", "signaleringsplan", "behandeling", 0)],
    )
    yield (
        COL,
        lambda around: trace_reading(around.plans[plan], ["crisiskaart"]),
        [("R", "onderdeel", "crisiskaart", "noodtoegang", 0)],
    )
    yield (
        ANNA,
        lambda around: toestemmingen.give(
            betrokkenheid=around.rows["zus"], rechten={"wonen": Recht.LEZEN}
        ),
        [("U", "toestemming", "", "eigen plan", 0)],
    )
    yield (
        ANNA,
        lambda around: dagboek.write(
            client=around.plans[plan], uuid=uuid4(), tekst=CANARY
        ),
        [],
    )
    yield (
        ANNA,
        lambda around: nood.choose(
            client=around.plans[plan],
            onderdelen=CARD,
            voor=[CRISISDIENST],
        ),
        [("U", "noodkeuze", "", "eigen plan", 0)],
    )
    yield (
        VERRE,
        lambda around: logboek.record_refusal(
            logboek.Actie.READ, "doel", [around.goal.uuid]
        ),
        [("R", "adres", "doelen", "", 4)],
    )
    yield (
        FG,
        lambda around: nood.judge(
            uuid=uuid4(),
            row=_last_opened(around),
            oordeel=Oordeel.TERECHT,
            uitleg=CANARY,
            user=around.people["fg"],
        ),
        [("U", "noodoordeel", "", "noodtoegang", 0)],
    )


def _last_opened(around: Around) -> Noodtoegang:
    rows = Noodtoegang.objects.for_job("proef")
    return rows.filter(gebruiker=around.people["pro"]).latest("pk")


def log(around: Around, near: str = "") -> None:
    for who, act, wanted in _acts():
        with undone(), _number_kept(around), lines() as found:
            with acting(around.actor(who)):
                act(around)
            _are_whole(around, who, found(), wanted)
    for voor, uitkomst in (([CRISISDIENST], 0), ([], 4)):
        with chosen(around, voor), lines() as found:
            _ask_in(around, COL, Noodgrond.VITAAL)
            grond = "" if uitkomst else "noodtoegang"
            opened = found()
            line = ("E", "noodtoegang", "", grond, uitkomst)
            _are_whole(around, COL, opened, [line])
            assert [row["nood"] for row in opened] == [True]


@contextmanager
def _number_kept(around: Around) -> Iterator[None]:
    number = around.goal.nummer
    try:
        yield
    finally:
        around.goal.nummer = number


@contextmanager
def lines() -> Iterator[Callable[[], list[dict[str, Any]]]]:
    [[first]] = probe.ask("SELECT coalesce(max(id), 0) FROM logboek.regel")

    def since() -> list[dict[str, Any]]:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {COLUMNS}, r.*, r::text AS alles FROM logboek.regel r"  # noqa: S608
                " WHERE id > %s ORDER BY id",
                [first],
            )
            names = [column.name for column in cursor.description]
            return [
                {"line": row[:5], **dict(zip(names[5:], row[5:], strict=True))}
                for row in cursor.fetchall()
            ]

    yield since


PURPOSE = {
    "eigen plan": "eigen gebruik",
    "toestemming": "ondersteuning",
    "behandeling": "behandeling",
    "vertegenwoordiging": "vertegenwoordiging",
    "noodtoegang": "noodhulp",
    "": "",
}


def _are_whole(
    around: Around, who: Who, found: list[dict[str, Any]], wanted: list[Line]
) -> None:
    """One line for the act, with all that NEN 7513 asks, and none of the words."""
    assert [row["line"] for row in found] == wanted
    plan = str(around.plans["anna"].uuid)
    for row, line in zip(found, wanted, strict=True):
        grond = line[3]
        assert row["persoon"] == str(around.people[who.wie].pk)
        org = str(around.orgs[who.waar].pk) if who.waar else ""
        assert (row["rol"], row["organisatie"]) == (who.rol, org)
        assert row["client"] == plan
        assert row["namens"] == (plan if grond == "vertegenwoordiging" else "")
        assert row["oogmerk"] == PURPOSE[grond]
        for name in ("vanaf", "ingelogd_met", "spoor", "regio"):
            assert row[name], name
        assert CANARY not in row["alles"]


# --- pages


def pages(around: Around, near: str = "") -> None:
    """Each page that shows something leaves its line; a page of what is not yours is the page
    of what is not there, to the byte, and the log knows whose it was."""
    with undone():
        doors = _doors(around)
        there, nowhere = around.plans["anna"].uuid, uuid4()
        for who, page, plan, wanted in (
            ("zus", "doelen_van", there, [("R", "onderdeel", "doelen", "toestemming", 0)]),
            ("zus", "afspraken_van", there, [("R", "adres", "", "", 4)]),
            ("pro", "doelen_van", there, [("R", "adres", "", "", 4)]),
        ):  # fmt: skip
            with lines() as found:
                answer = doors[who].get(reverse(page, kwargs={"plan": plan}))
                assert [row["line"] for row in found()] == wanted, (who, page)
                assert [row["client"] for row in found()] == [str(there)]
            if wanted[0][1] != "adres":
                assert answer.status_code == 200
                continue
            assert answer.status_code == 404
            gone = doors[who].get(reverse(page, kwargs={"plan": nowhere}))
            assert (gone.status_code, gone.content) == (404, answer.content)
        # a plan that a colleague opened in an emergency, long ago
        closed = reverse("doelen_van", kwargs={"plan": around.plans["klaar"].uuid})
        gone = reverse("doelen_van", kwargs={"plan": nowhere})
        assert doors["pro"].get(closed).content == doors["pro"].get(gone).content


def _doors(around: Around) -> dict[str, Browser]:
    zus, pro = around.people["zus"], around.people["pro"]
    Rol.objects.create(gebruiker=zus, soort=Soort.NAASTE, van=DAY)
    works_for = f"{Soort.PROFESSIONAL}:{around.orgs['ggz'].pk}"
    return {"zus": as_role(zus, Soort.NAASTE), "pro": as_role(pro, works_for)}


# --- who a process is


def session(around: Around, near: str = "") -> None:
    """Who asks is told to one transaction, and gone with it, also after COMMIT."""
    with acting(around.actor(ANNA)):
        assert probe.ask("SELECT current_user::text") == [("nk_web",)]
    test_actor.test_after_a_commit_the_connection_knows_nobody()


def strong(around: Around, near: str = "") -> None:
    """No process goes round a policy, and a login that would is not taken."""
    for role in database.PROCESSES:
        database.test_a_process_goes_round_no_policy_and_becomes_nobody_who_does(role)
    with undone():
        probe_view = (
            "CREATE TEMP VIEW pg_roles AS SELECT rolname, false AS rolsuper,"
            " true AS rolbypassrls FROM pg_catalog.pg_roles"
        )
        with connection.cursor() as cursor:
            cursor.execute(probe_view)
            cursor.execute(base._TOO_STRONG)
            assert cursor.fetchone()


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


# --- what the tests of the house check


def owner(around: Around, near: str = "") -> None:
    database.test_everything_belongs_to_the_owner()
    for role in database.PROCESSES:
        database.test_a_process_makes_and_empties_no_tables(role)


def log_door(around: Around, near: str = "") -> None:
    for role in database.PROCESSES:
        database.test_a_process_has_only_the_door_of_the_log(role)


def functions(around: Around, near: str = "") -> None:
    database.test_a_function_with_its_owners_rights_says_where_it_looks()
    database.test_a_function_with_its_owners_rights_is_of_who_may_least()
    database.test_no_function_of_ours_is_for_everybody()
    for role in database.PROCESSES:
        database.test_a_process_does_not_ask_whose_a_row_is_nor_what_is_not_told(role)


def policies(around: Around, near: str = "") -> None:
    database.test_no_policy_lets_a_process_at_every_row()
    wall.test_policies_have_the_one_form_that_is_fast()


def walls(around: Around, near: str = "") -> None:
    wall.test_every_table_about_a_client_has_its_walls()
    wall.test_every_row_about_a_client_with_an_address_is_found_when_it_was_refused()
    database.test_what_hangs_on_a_walled_table_has_walls_too()
    database.test_walls_hold_for_the_owner_too()
    database.test_every_table_behind_the_gate_has_walls()


def jobs(around: Around, near: str = "") -> None:
    """A process that says it is at work on the rows gets none for it."""
    for role in database.PROCESSES:
        with patch("django.conf.settings.PROCESS_ROLE", role):
            for taak in ("herinneren", "proefdata", "migratie"):
                with acting(Actor.job(taak)):
                    assert wall.count() == wall.NOTHING


def gate(around: Around, near: str = "") -> None:
    wall.test_the_gate_reads_no_key(around.zorg)
    wall.test_a_query_without_who_asks_raises(around.zorg)


def log_guard(around: Around, near: str = "") -> None:
    database.test_what_guards_the_log_is_switched_on()


def parts(around: Around, near: str = "") -> None:
    test_oracle.test_the_table_of_parts_is_the_one_in_the_database(around.zorg)


BATTERY: dict[str, Callable[[Around, str], None]] = {
    "owner": owner,
    "log door": log_door,
    "log guard": log_guard,
    "functions": functions,
    "policies": policies,
    "walls": walls,
    "strong": strong,
    "parts": parts,
    "gate": gate,
    "jobs": jobs,
    "session": session,
    "rights": rights,
    "rows": rows,
    "querysets": querysets,
    "writes": writes,
    "services": services,
    "emergency": emergency,
    "log": log,
    "pages": pages,
}
