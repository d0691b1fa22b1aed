"""Faults of the walls round a plan, one by one: what somebody could leave out, turn round or
open too far. Each is seeded in what stands in the database now, in a transaction that is
rolled back, or in a module; `caught_by` is the check of the battery (battery.py) that has to
see it.

A piece of text that is not there exactly once, or a statement that changes nothing, is an
error of the fault itself: it cannot stop seeding silently.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connection

import pytest

from basis import actor
from basis.postgres import base
from clientplan import querysets as plan_querysets
from clientplan.services import dagboek, items, stemmen
from clientplan.views import blik
from netwerk import querysets
from netwerk.querysets import client as querysets_of_client
from netwerk.rules.onderdelen import ONDERDELEN, Recht
from netwerk.services import toestemmingen
from netwerk.services.spoor import trace
from toegang import middleware
from toegang.gate import GatedQuery

Patch = pytest.MonkeyPatch
CANARY = "kanariewoord"
DECISION = "poort.rechten(bigint,date,text,text)"
OPEN = (
    "poort.nood_openen(text,date,text,timestamptz,uuid,text,bytea,bytea,timestamptz,bytea,"
    "uuid,text,bytea,bytea,text)"
)
WRITE = 'logboek.schrijf(text,"char",int,text,text,text,text,text,boolean)'


@dataclass(frozen=True)
class Fault:
    naam: str
    caught_by: str
    seed: Callable[[Patch], None]
    near: str = ""  # the table that the check has to look at; all of them otherwise

    def __str__(self) -> str:
        return self.naam


def _ask(sql: str, *params: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params or None)
        return cursor.fetchall() if cursor.description else []


# everything that a fault in the database changes, as one number
STATE = """SELECT md5(string_agg(t, '|' ORDER BY t)) FROM (
  SELECT c.oid::text || c.relacl::text || c.relrowsecurity || c.relforcerowsecurity
    || c.relowner AS t FROM pg_class c WHERE c.relnamespace NOT IN
      (SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_') AND c.relacl IS NOT NULL
  UNION ALL SELECT oid::text || relname FROM pg_class WHERE relkind IN ('r', 'v')
  UNION ALL SELECT attrelid || attname || attacl::text FROM pg_attribute
    WHERE attacl IS NOT NULL
  UNION ALL SELECT p::text FROM pg_policies p
  UNION ALL SELECT oid::text || prosrc || prosecdef || coalesce(proconfig::text, '')
    || coalesce(proacl::text, '') || proowner FROM pg_proc
    WHERE pronamespace::regnamespace::text IN ('poort', 'logboek')
  UNION ALL SELECT oid::text || tgenabled::text FROM pg_trigger
  UNION ALL SELECT oid::text FROM pg_constraint
  UNION ALL SELECT nspname || coalesce(nspacl::text, '') FROM pg_namespace
  UNION ALL SELECT o::text FROM poort.onderdeel o
  UNION ALL SELECT v::text FROM poort.vindplaats v) x"""


def _run(*statements: str) -> None:
    before = _ask(STATE)
    for sql in statements:
        _ask(sql)
    if _ask(STATE) == before:
        raise LookupError(f"nothing changed by {statements}")


def _replaced(text: str, old: str, new: str, times: int = 1) -> str:
    if text.count(old) != times:
        raise LookupError(f"{old!r} stands there {text.count(old)} times")
    return text.replace(old, new)


def function(name: str, old: str, new: str) -> Callable[[Patch], None]:
    def seed(_: Patch) -> None:
        [[text]] = _ask("SELECT pg_get_functiondef(%s::regprocedure)", name)
        _run(_replaced(text, old, new))

    return seed


def decision(old: str, new: str) -> Callable[[Patch], None]:
    return function(DECISION, old, new)


def policy(
    table: str, name: str, old: str, new: str, *, times: int = 1
) -> Callable[[Patch], None]:
    """`old` stands in one of its two conditions, or (twice) in both."""

    def seed(_: Patch) -> None:
        [[using, check]] = _ask(
            "SELECT coalesce(qual, ''), coalesce(with_check, '') FROM pg_policies"
            " WHERE tablename = %s AND policyname = %s",
            table,
            name,
        )
        both = _replaced(f"{using}\0{check}", old, new, times)
        using, check = both.split("\0")
        parts = [f"USING ({using})" if using else ""]
        parts += [f"WITH CHECK ({check})" if check else ""]
        _run(f"ALTER POLICY {name} ON {table} {' '.join(parts)}")

    return seed


def statement(*sql: str) -> Callable[[Patch], None]:
    return lambda _: _run(*sql)


def module(target: Any, name: str, value: object) -> Callable[[Patch], None]:
    return lambda patch: patch.setattr(target, name, value)


def _nothing(*_: object, **__: object) -> None:
    """Where something should have been done."""


def _tells_words(*args: Any, **words: Any) -> None:
    trace(*args, **words | {"object_id": CANARY})


def _reads_only(*args: Any) -> Any:
    user, _, *parts = args
    return REAL_CLIENTS(user, Recht.LEZEN, *parts)


def _diary_leaves_a_line(patch: Patch) -> None:
    real = dagboek.write

    def write(**words: Any) -> None:
        real(**words)
        trace(items.Actie.CREATE, words["client"], "dagboek", soort="dagboekblad")

    patch.setattr(dagboek, "write", write)


def _without_role(self: actor.Actor) -> list[str]:
    return REAL_SETTINGS(actor.replace(self, rol=""))


REAL_SETTINGS = actor.Actor.settings
REAL_CLIENTS = querysets_of_client.clients
ROLE_HERE = """
        WHERE r.gebruiker_id = wie.id AND r.soort = b.rol
          AND r.organisatie_id = b.organisatie_id
          AND r.van <= d AND (r.tot IS NULL OR d <= r.tot)"""
NO_OF_REPRESENTED = """
      AND NOT EXISTS (SELECT FROM gezegd z WHERE z.betrokkenheid_id = h.id
        AND z.onderdeel = o.naam AND z.recht = 0)"""
NOTHING_SAID = """ AND NOT EXISTS (
      SELECT FROM gezegd z WHERE z.betrokkenheid_id = h.id AND z.onderdeel = o.naam)"""
IN_NEED_ROLE = """
        WHERE r.gebruiker_id = wie.id AND r.soort = 'professional'
          AND r.organisatie_id = n.organisatie_id
          AND r.van <= d AND (r.tot IS NULL OR d <= r.tot)"""
LAST_SAID = """AND e.onderdeel = w.onderdeel AND e.recht = 0)
    ORDER BY w.betrokkenheid_id, w.onderdeel, w.id"""
OWN_LAST = """FROM woord w WHERE w.eigen
    ORDER BY w.betrokkenheid_id, w.onderdeel, w.id"""
CONSENT_DAYS = "WHERE t.van <= d AND (t.tot IS NULL OR d <= t.tot)"
INVOLVED_DAYS = "AND b.van <= d AND (b.tot IS NULL OR d <= b.tot)\n      AND b.rol"
THEIR_EYES = "(wie.zelf OR b.client_id IN (SELECT eigen.id FROM eigen))"
EMERGENCY_EYES = "(wie.zelf OR (n.client_id IN (SELECT eigen.id FROM eigen)"
CLOSED = "AND (c.gesloten_op IS NULL OR d <= c.gesloten_op)\n    "
PARENT = "d >= poort.verjaardag(h.geboren_op, 18)"
END = "poort.nu() < least(n.tot, coalesce(n.beeindigd_op, n.tot))"

THE_DECISION = [
    ("a disabled account counts", "g.is_active AND ", ""),
    ("a disabled account looks", " AND v.is_active)", ")"),
    (
        "asked in another role than the active one",
        "(als = poort.rol() AND voor = poort.organisatie())",
        "true",
    ),
    ("role or organisation, for and", "als = poort.rol() AND voor", "als = poort.rol() OR voor"),
    ("the own plan in every role", " AND poort.rol() = 'client'", ""),
    ("everybody looks through everybody's eyes", THEIR_EYES, "true"),
    ("involved before the first day", INVOLVED_DAYS, INVOLVED_DAYS.replace("b.van <= d", "true")),
    ("the last day is lost", INVOLVED_DAYS, INVOLVED_DAYS.replace("d <= b.tot", "d < b.tot")),
    ("involved a day too long", INVOLVED_DAYS, INVOLVED_DAYS.replace("b.tot)", "b.tot + 1)")),
    ("treating counts in the other active role", "AND b.rol = als AND", "AND"),
    (
        "treating counts at the other organisation",
        "AND coalesce(b.organisatie_id::text, '') = voor",
        "",
    ),
    ("who left the organisation", ROLE_HERE, ROLE_HERE.rpartition("\n")[0]),
    (
        "a role at any organisation",
        ROLE_HERE,
        ROLE_HERE.replace("AND r.organisatie_id = b.organisatie_id", ""),
    ),
    ("any role there", ROLE_HERE, ROLE_HERE.replace(" AND r.soort = b.rol", "")),
    ("consent from tomorrow", CONSENT_DAYS, CONSENT_DAYS.replace("t.van <= d", "true")),
    ("consent that expired", CONSENT_DAYS, CONSENT_DAYS.replace("d <= t.tot", "true")),
    ("consent a day too long", CONSENT_DAYS, CONSENT_DAYS.replace("d <= t.tot", "d <= t.tot + 1")),
    ("consent a day too short", CONSENT_DAYS, CONSENT_DAYS.replace("d <= t.tot", "d < t.tot")),
    ("who gives themselves something", "AND t.gegeven_door_id <> h.gebruiker_id", ""),
    ("what was withdrawn still counts", f"{LAST_SAID} DESC", f"{LAST_SAID} ASC"),
    ("the client's first word, not the last", f"{OWN_LAST} DESC", f"{OWN_LAST} ASC"),
    ("a representative goes past a no", "AND e.recht = 0)", "AND e.recht = 9)"),
    ("a no to one part shuts all", "AND e.onderdeel = w.onderdeel AND e.recht", "AND e.recht"),
    ("and, for or: only the client's words", "WHERE w.eigen OR NOT EXISTS", "WHERE w.eigen AND NOT EXISTS"),
    ("a professional writes without a voorstel", "WHEN 'naaste' THEN 3 ELSE 2 END", "WHEN 'naaste' THEN 3 ELSE 3 END"),
    ("involved is treating", "WHERE h.behandelt AND h.rol", "WHERE h.rol"),
    ("treating goes past a no", NOTHING_SAID, ""),
    ("one no ends all treating", NOTHING_SAID, NOTHING_SAID.replace(" AND z.onderdeel = o.naam", "")),
    ("a representative in every matter", "ON o.naam = ANY (v.zaken) AND", "ON"),
    ("a representative reads the diary", "ON o.naam = ANY (v.zaken) AND o.deelbaar", "ON o.naam = ANY (v.zaken)"),
    ("a no to a representative", NO_OF_REPRESENTED, ""),
    ("a parent of somebody of age", f"AND NOT (v.soort = 'ouder' AND {PARENT})", ""),
    ("a parent on the birthday", PARENT, PARENT.replace(">=", ">")),
    ("a parent until seventeen", PARENT, PARENT.replace("18", "17")),
    ("an emergency without end", END, "true"),
    ("an emergency at its last moment", END, END.replace("<", "<=")),
    ("an emergency that was closed", END, "poort.nu() < n.tot"),
    ("an emergency before it began", "AND n.begonnen_op <= poort.nu()\n", "\n"),
    ("an emergency opens every part", "ON o.naam = ANY (n.onderdelen) AND o.nood", "ON o.naam = ANY (n.onderdelen)"),
    ("an emergency for every part that may", "ON o.naam = ANY (n.onderdelen) AND o.nood", "ON o.nood"),
    ("an emergency in another role", "AND als = 'professional' AND", "AND"),
    ("an emergency for another organisation", "AND n.organisatie_id::text = voor\n", "\n"),
    ("an emergency of who left", IN_NEED_ROLE, IN_NEED_ROLE.rpartition("\n")[0]),
    ("an emergency of a colleague", "ON n.gebruiker_id = wie.id", "ON true"),
    (
        "an emergency that is told later, shown",
        "AND (n.vertel_op IS NULL OR n.vertel_op <= poort.nu())",
        "",
    ),
    ("an emergency seen by another client", EMERGENCY_EYES, "(wie.zelf OR (true"),
    ("a closed plan stays open", f"{CLOSED}WHERE (wie.zelf OR b", "WHERE (wie.zelf OR b"),
    ("a plan closes a day early", f"{CLOSED}WHERE (wie.zelf OR b", f"{CLOSED}WHERE (wie.zelf OR b".replace("<=", "<")),
    ("an emergency of a closed plan", f"{CLOSED}JOIN poort.onderdeel o ON o.naam = ANY (n", "JOIN poort.onderdeel o ON o.naam = ANY (n"),
    ("a closed plan is written in", "CASE WHEN eigen.gesloten THEN 1 ELSE 4 END", "CASE WHEN eigen.gesloten THEN 4 ELSE 4 END"),
    ("the narrowest ground counts", "g.recht DESC, g.volgorde", "g.recht ASC, g.volgorde"),
]  # fmt: skip

OTHER_FUNCTIONS = [
    Fault("to write it is enough to read", "writes", function("poort.clienten(text,int)", "r.recht >= nodig", "r.recht >= 1")),
    Fault("a policy of one part takes any part", "rows", function("poort.clienten(text,int)", "r.onderdeel = deel AND ", "")),
    Fault("a voice for who may read", "writes", function("poort.sloten(int)", "r.recht >= nodig", "r.recht >= 1")),
    Fault("the client in every role", "rows", function("poort.eigen()", " AND poort.rol() = 'client'", "")),
    Fault("a disabled client", "rows", function("poort.eigen()", " AND v.is_active)", ")")),
    Fault("who acts may be disabled", "rows", function("poort.wie()", " AND g.is_active", "")),
    Fault("a functionaris of every organisation", "rows", function("poort.functionaris_van()", "AND r.organisatie_id::text = poort.organisatie()", "")),
    Fault("a functionaris whose role ended", "rows", function("poort.functionaris_van()", "AND r.van <= poort.dag() AND (r.tot IS NULL OR poort.dag() <= r.tot)", "")),
    Fault("whatever role is a functionaris", "rows", function("poort.functionaris_van()", "AND r.soort = 'functionaris_gegevensbescherming'", "")),
    Fault("a second step of five days ago", "emergency", function(OPEN, "tweede_stap < nu - interval '5 minutes'", "tweede_stap < nu - interval '5 days'")),
]  # fmt: skip
EMERGENCIES = [
    ("an emergency for nobody in particular", "AND coalesce(cardinality(plan.voor), 0) > 0", ""),
    ("an emergency in another region", "c.regio_id = werk.regio_id AND ", ""),
    ("an emergency for any kind of organisation", "\n          AND is_ook.soort = ANY (plan.voor)", ""),
    ("an emergency whatever was chosen", "WHERE o.nood AND o.naam = ANY (plan.onderdelen)", "WHERE o.nood"),
    ("an emergency by the first answer", "ORDER BY k.id DESC LIMIT 1", "ORDER BY k.id LIMIT 1"),
    ("the own team without who treats", "AND b.behandelt AND b.rol", "AND b.rol"),
]  # fmt: skip

POLICIES = [
    Fault("the diary for who reads the card", "rows", statement("CREATE POLICY ook ON clientplan_dagboekblad FOR SELECT TO nk_web USING (client_id = ANY (ARRAY(SELECT poort.clienten('crisiskaart', 1))))")),
    Fault("the key of the diary for who reads the card", "rows", policy("netwerk_dagboeksleutel", "lezen", "poort.eigen()", "poort.clienten('crisiskaart', 1)"), near="netwerk_dagboeksleutel"),
    Fault("goals for everybody", "policies", statement("CREATE POLICY ook ON clientplan_doel FOR SELECT TO nk_web USING (true)")),
    Fault("a policy for whoever it is", "policies", statement("CREATE POLICY ook ON netwerk_client FOR SELECT USING (poort.taak() = 'kijken')")),
    Fault("a process that says it is at work on the rows", "jobs", statement("CREATE POLICY ook ON netwerk_client TO nk_web USING (poort.taak() = 'proefdata')")),
    Fault("another part than its own", "rows", policy("clientplan_signaal", "lezen", "'signaleringsplan'", "'crisiskaart'"), near="clientplan_signaal"),
    Fault("who thinks along writes", "writes", policy("clientplan_afspraak", "wijzigen", ", 3)", ", 2)", times=2), near="clientplan_afspraak"),
    Fault("who writes along throws away", "writes", policy("clientplan_doel", "verwijderen", ", 4)", ", 3)"), near="clientplan_doel"),
    Fault("who thinks along adds a piece", "writes", policy("clientplan_signaal", "toevoegen", ", 3)", ", 2)"), near="clientplan_signaal"),
    Fault("signed in another's name", "writes", policy("clientplan_signaal", "toevoegen", "gewijzigd_door_id", "poort.persoon()"), near="clientplan_signaal"),
    Fault("a voice in another's name", "writes", policy("clientplan_kijk", "toevoegen", "auteur_id", "poort.persoon()"), near="clientplan_kijk"),
    Fault("another's voice is thrown away", "writes", policy("clientplan_kijk", "verwijderen", "auteur_id", "poort.persoon()"), near="clientplan_kijk"),
    Fault("another's draft", "rows", policy("clientplan_concept", "lezen", "auteur_id", "poort.persoon()"), near="clientplan_concept"),
    Fault("who did not agree stands on the card", "rows", policy("clientplan_kaartpersoon", "lezen", "akkoord", "true"), near="clientplan_kaartpersoon"),
    Fault("versions of every part", "rows", policy("clientplan_versie", "lezen", "slot = ANY", "split_part(slot, ':', 1) || ':crisiskaart' = ANY"), near="clientplan_versie"),
    Fault("consent in another's name", "writes", policy("netwerk_toestemming", "toevoegen", "gegeven_door_id", "poort.wie()"), near="netwerk_toestemming"),
    Fault("consent dated back", "writes", policy("netwerk_toestemming", "toevoegen", "van >= ", "van + 1 >= "), near="netwerk_toestemming"),
    Fault("consent by who writes along", "writes", policy("netwerk_toestemming", "namens", "poort.sloten(4)", "poort.sloten(3)"), near="netwerk_toestemming"),
    Fault("consent of others is read", "rows", policy("netwerk_toestemming", "namens_lezen", "poort.sloten(4)", "poort.sloten(1)"), near="netwerk_toestemming"),
    Fault("whoever involves somebody", "writes", policy("netwerk_betrokkenheid", "toevoegen", "poort.eigen()", "poort.clienten('doelen', 1)"), near="netwerk_betrokkenheid"),
    Fault("being involved shows in another role", "rows", policy("netwerk_betrokkenheid", "van_mij", "(rol)::text", "(SELECT poort.rol())"), near="netwerk_betrokkenheid"),
    Fault("what ended is opened again", "writes", policy("netwerk_betrokkenheid", "wijzigen", "tot IS NULL", "true", times=2), near="netwerk_betrokkenheid"),
    Fault("an emergency shows before it is told", "rows", policy("netwerk_noodtoegang", "lezen", "vertel_op IS NULL", "true"), near="netwerk_noodtoegang"),
    Fault("an emergency of a colleague shows", "rows", policy("netwerk_noodtoegang", "van_mij", "gebruiker_id", "poort.wie()"), near="netwerk_noodtoegang"),
    Fault("a colleague ends an emergency", "writes", statement("CREATE POLICY ook ON netwerk_noodtoegang FOR UPDATE TO nk_web USING (beeindigd_op IS NULL) WITH CHECK (true)", "CREATE POLICY ook_lezen ON netwerk_noodtoegang FOR SELECT TO nk_web USING (client_id = ANY (ARRAY(SELECT poort.clienten('doelen', 1))))")),
    Fault("judgements for everybody who works", "rows", policy("netwerk_noodoordeel", "bij_noodtoegang", "IN", "IS NOT NULL OR noodtoegang_id IN"), near="netwerk_noodoordeel"),
    Fault("a message in another role", "rows", policy("berichten_postbericht", "van_mij", "(rol)::text", "( SELECT current_setting('nk.rol', true))"), near="berichten_postbericht"),
    Fault("a message before its day", "rows", policy("berichten_postbericht", "van_mij", "zichtbaar_vanaf", "gemaakt_op"), near="berichten_postbericht"),
    Fault("no walls round versions", "walls", statement("ALTER TABLE clientplan_versie DISABLE ROW LEVEL SECURITY")),
    Fault("walls that the owner walks through", "walls", statement("ALTER TABLE netwerk_toestemming NO FORCE ROW LEVEL SECURITY")),
    Fault("a new table about a client without walls", "walls", statement("CREATE TABLE netwerk_nieuw (id int, client_id bigint)")),
    Fault("a new table that hangs on an emergency, without walls", "walls", statement("CREATE TABLE netwerk_nieuw (id int, noodtoegang_id bigint REFERENCES netwerk_noodtoegang)")),
    Fault("judgements without walls", "walls", statement("ALTER TABLE netwerk_noodoordeel DISABLE ROW LEVEL SECURITY")),
    Fault("messages without walls", "rows", statement("ALTER TABLE berichten_postbericht DISABLE ROW LEVEL SECURITY")),
    Fault("a row nobody finds when it was refused", "walls", statement("DELETE FROM poort.vindplaats WHERE tabel = 'clientplan_doel'")),
]  # fmt: skip

GRANTS = [
    ("consent can be changed", "writes", "GRANT UPDATE ON netwerk_toestemming TO nk_web"),
    ("consent can be thrown away", "writes", "GRANT DELETE ON netwerk_toestemming TO nk_web"),
    ("a consent chooses its number", "writes", "GRANT INSERT ON netwerk_toestemming TO nk_web"),
    ("an emergency can be made longer", "writes", "GRANT UPDATE (tot) ON netwerk_noodtoegang TO nk_web"),
    ("an emergency by hand", "writes", "GRANT INSERT ON netwerk_noodtoegang TO nk_web"),
    ("who is involved treats", "writes", "GRANT UPDATE (behandelt) ON netwerk_betrokkenheid TO nk_web"),
    ("a plan changes hands", "writes", "GRANT UPDATE (gebruiker_id) ON netwerk_client TO nk_web"),
    ("who is named says yes for another", "writes", "GRANT UPDATE (akkoord) ON clientplan_kaartpersoon TO nk_web"),
    ("a role changes", "writes", "GRANT UPDATE ON toegang_rol TO nk_web"),
    ("names that are kept back", "writes", "GRANT SELECT ON netwerk_naamafscherming TO nk_web"),
    ("a process reads the log", "writes", "GRANT SELECT ON logboek.regel TO nk_web"),
    ("a process writes in the log by hand", "log door", "GRANT INSERT ON logboek.regel TO nk_worker"),
    ("a process changes the log", "log door", "GRANT UPDATE ON logboek.regel TO nk_worker"),
    ("a process asks whose a row is", "functions", "GRANT EXECUTE ON FUNCTION logboek.van_wie TO nk_web"),
    ("a process makes tables", "owner", "GRANT CREATE ON SCHEMA public TO nk_web"),
    ("a process empties a table", "owner", "GRANT TRUNCATE ON clientplan_doel TO nk_web"),
    ("the gate reads a key", "gate", "GRANT SELECT (sleutel_box) ON netwerk_client TO nk_poort"),
    ("everybody asks the gate", "functions", "GRANT EXECUTE ON FUNCTION poort.rechten(bigint, date, text, text) TO PUBLIC"),
    ("the gate looks where the asker says", "functions", "ALTER FUNCTION poort.rechten(bigint, date, text, text) RESET search_path"),
    ("the log looks where the asker says", "functions", "ALTER FUNCTION logboek.schrijf SET search_path = public, pg_catalog"),
    ("a chain that is not tied", "log guard", "ALTER TABLE logboek.regel DISABLE TRIGGER keten"),
    ("a log that can be changed", "log guard", "DROP TRIGGER alleen_groeien ON logboek.regel"),
    ("the diary can be given away", "writes", "ALTER TABLE netwerk_toestemming DROP CONSTRAINT toestemming_never_shared"),
    ("the diary is a part like any other", "parts", "UPDATE poort.onderdeel SET deelbaar = true WHERE naam = 'dagboek'"),
    ("treating opens the story", "parts", "UPDATE poort.onderdeel SET behandeling = 1 WHERE naam = 'verhaal'"),
    ("trauma in an emergency", "parts", "UPDATE poort.onderdeel SET nood = true WHERE naam = 'trauma'"),
]  # fmt: skip
STRONG = """CREATE TEMP VIEW pg_roles AS SELECT r.oid, r.rolname,
  r.rolsuper OR (r.rolname = '{}' AND {}) AS rolsuper,
  r.rolbypassrls OR (r.rolname = '{}' AND NOT {}) AS rolbypassrls,
  r.rolcreaterole FROM pg_catalog.pg_roles r"""

WRITE = 'logboek.schrijf(text,"char",int,text,text,text,text,text,boolean)'
LINES = [
    Fault("saving without a line", "log", module(items, "trace", _nothing)),
    Fault("a voice without a line", "log", module(stemmen, "trace", _nothing)),
    Fault("rights change without a line", "log", module(toestemmingen, "trace_own", _nothing)),
    Fault("words in the log", "log", module(items, "trace", _tells_words)),
    Fault("a line without who", "log", function(WRITE, "coalesce(wie, ''), coalesce(taak", "'', coalesce(taak")),
    Fault("a line without the role", "log", function(WRITE, "coalesce(current_setting('nk.rol', true), '')", "''")),
    Fault("a line without from where", "log", function(WRITE, "coalesce(current_setting('nk.vanaf', true), '')", "''")),
    Fault("a line without the id that ties it together", "log", function(WRITE, "coalesce(current_setting('nk.spoor', true), '')", "''")),
    Fault("a line without for whom", "log", function(WRITE, "namens := client", "namens := ''")),
    Fault("a line without what for", "log", function(WRITE, "WHEN 'behandeling' THEN 'behandeling'", "WHEN 'behandeling' THEN ''")),
    Fault("an emergency that opens without a line", "log", function(OPEN, "  PERFORM logboek.schrijf(werk.slug", "  IF gaat THEN RETURN; END IF;\n  PERFORM logboek.schrijf(werk.slug")),
    Fault("a refused emergency without a line", "log", function(OPEN, "  PERFORM logboek.schrijf(werk.slug", "  IF NOT gaat THEN RETURN; END IF;\n  PERFORM logboek.schrijf(werk.slug")),
    Fault("an emergency that is no emergency in the log", "log", function(OPEN, "'noodtoegang:' || rij ELSE '' END, true)", "'noodtoegang:' || rij ELSE '' END, false)")),
    Fault("a refusal without whose it was", "log", function("logboek.weigering(text,\"char\",uuid[])", "coalesce(van.client::text, '')", "''")),
    Fault("a page without a line", "pages", module(blik, "trace_reading", _nothing)),
    Fault("a refused page without a line", "pages", module(middleware.ActorMiddleware, "_record_refusal", _nothing)),
    Fault("another status for what is not yours", "pages", module(blik, "Http404", PermissionDenied)),
    Fault("an emergency of a colleague that is over shows", "pages", function("poort.nood_voorbij(uuid)", "AND n.gebruiker_id = poort.wie() ", "")),
    Fault("a part that is shut shows", "pages", module(blik, "rights_in", lambda _: dict.fromkeys(ONDERDELEN, Recht.LEZEN))),
    Fault("the diary leaves a line", "log", _diary_leaves_a_line),
]  # fmt: skip

IN_PYTHON = [
    Fault("who asks is told for the whole connection", "session", module(actor, "_WRITE", actor._WRITE.replace("%s, true)", "%s, false)"))),
    Fault("the database role outlives the transaction", "session", module(actor, "_WRITE", actor._WRITE.replace("'role', %s, true)", "'role', %s, false)"))),
    Fault("a process works as the owner", "session", lambda patch: patch.setattr(settings, "PROCESS_ROLE", "nk_owner")),
    Fault("the active role is not told", "rights", module(actor.Actor, "settings", _without_role)),
    Fault("every login is taken", "strong", module(base, "_TOO_STRONG", "SELECT rolname FROM pg_roles WHERE false")),
    Fault("a process with BYPASSRLS", "strong", statement(STRONG.format("nk_web", "false", "nk_web", "false"))),
    Fault("a process that is superuser", "strong", statement(STRONG.format("nk_worker", "true", "nk_worker", "true"))),
    Fault("the gate stands open", "gate", module(GatedQuery, "_pass", _nothing)),
    Fault("reading is enough to write, in the querysets", "querysets", module(querysets_of_client, "clients", _reads_only)),
    Fault("a queryset of another part", "querysets", module(plan_querysets.SignaalQuerySet, "onderdeel", "crisiskaart")),
    Fault("a queryset that does not ask", "querysets", module(querysets.OnderdeelQuerySet, "_open_to", lambda self, *_: self.opened())),
]  # fmt: skip


FAULTS = [
    *(Fault(naam, "rights", decision(old, new)) for naam, old, new in THE_DECISION),
    *OTHER_FUNCTIONS,
    *(Fault(naam, "emergency", function(OPEN, old, new)) for naam, old, new in EMERGENCIES),
    *POLICIES,
    *(Fault(naam, check, statement(sql)) for naam, check, sql in GRANTS),
    *LINES,
    *IN_PYTHON,
]  # fmt: skip
