"""What the product gives and takes, beside what the model (model.py) says: rights, rows by
SQL, querysets, writing by SQL and through services. One list of differences; none is well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple
from uuid import uuid4

from django.db import ProgrammingError, connection, transaction

from basis.actor import acting
from clientplan.models import (
    Afspraak,
    Crisiskaart,
    Dagboekblad,
    Doel,
    Kijk,
    Signaal,
    Verhaal,
    Verhaalbeeld,
    Versie,
)
from clientplan.services import dagboek, stemmen
from clientplan.services.items import Gone, save_item
from netwerk.models import Client
from tests.netwerk.poort.around import ASKERS, Around
from tests.netwerk.poort.model import (
    ADD,
    CLIENT,
    DIARY,
    OWN,
    PARTS,
    PROFESSIONAL,
    READ,
    WRITE,
    Who,
    is_client,
    is_told,
    right,
    seen,
    works,
)

# every table with rows about a client: of whom, of which part, and what else decides
OF_A_PART = {
    "clientplan_verhaal": "verhaal",
    "clientplan_verhaalbeeld": "verhaal",
    "clientplan_doel": "doelen",
    "clientplan_stap": "doelen",
    "clientplan_afspraak": "afspraken",
    "clientplan_signaal": "signaleringsplan",
    "clientplan_crisiskaart": "crisiskaart",
    "clientplan_dagboekblad": DIARY,
}
WHOSE = "gebruiker_id || ' ' || rol || ' ' || coalesce(organisatie_id::text, '')"
INVOLVED = "(SELECT {} FROM netwerk_betrokkenheid b WHERE b.id = betrokkenheid_id)"
INVOLVED = INVOLVED.format(WHOSE)
ABOUT = "gebruiker_id || ' ' || rol || ' ' || extract(epoch FROM zichtbaar_vanaf)"
OF = "(SELECT n.{} FROM netwerk_noodtoegang n WHERE n.id = noodtoegang_id)"
TABLES: dict[str, tuple[str, str, str]] = {
    **{table: ("client_id", f"'{part}'", "''") for table, part in OF_A_PART.items()},
    "clientplan_kaartpersoon": ("client_id", "'crisiskaart'", "akkoord::text"),
    "clientplan_kijk": ("client_id", "onderdeel", "auteur_id::text"),
    "clientplan_concept": ("client_id", "onderdeel", "auteur_id::text"),
    "clientplan_versie": ("client_id", "onderdeel", "''"),
    "netwerk_client": ("id", "''", "''"),
    "netwerk_dagboeksleutel": ("client_id", "''", "''"),
    "netwerk_noodkeuze": ("client_id", "''", "''"),
    "netwerk_naastenuitnodiging": ("client_id", "''", "''"),
    "clientplan_kaartcode": ("client_id", "''", "''"),
    "clientplan_telefoonkaart": ("client_id", "''", "''"),
    "clientplan_schermkaart": ("client_id", "''", "''"),
    "netwerk_bevoegdheid": ("client_id", "''", INVOLVED),
    "netwerk_betrokkenheid": ("client_id", "''", WHOSE),
    "netwerk_toestemming": ("client_id", "onderdeel", "''"),
    "netwerk_noodtoegang": ("client_id", "''", "id::text"),
    "netwerk_noodoordeel": (OF.format("client_id"), "''", "noodtoegang_id::text"),
    "berichten_postbericht": ("NULL::bigint", "''", ABOUT),
}


# what a functionaris reads and answers: tests/netwerk/spoor
ELSEWHERE = {
    *("netwerk_logvraag", "netwerk_vraagsleutel", "netwerk_naamafscherming"),
    "netwerk_signaalgezien",
}


class Row(NamedTuple):
    table: str
    id: str
    plan: str
    part: str
    more: str


def _sql(tables: Iterable[str], *, all_of_it: bool) -> str:
    def one(table: str) -> str:
        client, part, more = TABLES[table]
        columns = f", {client}, {part}, {more}" if all_of_it else ""
        key = "uuid" if table == "berichten_postbericht" else "id"
        return f"SELECT '{table}', {key}::text{columns} FROM {table}"  # noqa: S608

    return " UNION ALL ".join(one(table) for table in tables)


def ask(sql: str, *params: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params or None)
        return cursor.fetchall()


def all_rows(around: Around, tables: Iterable[str]) -> list[Row]:
    """As the owner."""
    whose = {client.pk: naam for naam, client in around.plans.items()}
    return [
        Row(table, pk, whose.get(client, ""), part, more or "")
        for table, pk, client, part, more in ask(_sql(tables, all_of_it=True))
    ]


def shows(around: Around, who: Who, row: Row) -> bool:
    """Whether this row is for who asks (T3, T4, T5, P2, P3)."""
    mine = is_client(around.facts, who, row.plan)
    if row.table in MORE:
        return MORE[row.table](around, who, row, mine)
    if not row.part:
        return mine
    return right(around.facts, who, row.plan, row.part) >= READ


def _message(around: Around, who: Who, row: Row, mine: bool) -> bool:
    """To one person in one role, from a moment on."""
    pk, rol, van = row.more.split(" ")
    for_me = (int(pk), rol) == (around.people[who.wie].pk, who.rol)
    return for_me and float(van) <= around.facts["nu"].timestamp()


def _client(around: Around, who: Who, row: Row, mine: bool) -> bool:
    return mine or any(right(around.facts, who, row.plan, part) for part in PARTS)


def _said(around: Around, who: Who, row: Row, mine: bool) -> bool:
    """Also to who acts for the client in this matter."""
    return mine or right(around.facts, who, row.plan, row.part) == OWN


def _involved(around: Around, who: Who, row: Row, mine: bool) -> bool:
    return mine or row.more == _as_text(around, who)


def _emergency(around: Around, who: Who, row: Row, mine: bool) -> bool:
    """To the client from when it may be told, to who opened it, and to who reviews it."""
    facts = around.facts
    [opened] = [one for one in facts["nood"] if one["id"] == int(row.more)]
    theirs = (opened["wie"], PROFESSIONAL, opened["waar"]) == who
    reviews = who.rol.startswith("functionaris") and who.waar == opened["waar"]
    at_work = who.wie not in facts["uit"] and (theirs or works(facts, who))
    return (mine and is_told(facts, opened)) or (at_work and (theirs or reviews))


def _named(around: Around, who: Who, row: Row, mine: bool) -> bool:
    """Who stands on the card agreed to that; who writes the card sees the others too."""
    least = READ if row.more == "true" else WRITE
    return right(around.facts, who, row.plan, row.part) >= least


def _draft(around: Around, who: Who, row: Row, mine: bool) -> bool:
    own = row.more == str(around.people[who.wie].pk)
    return own and right(around.facts, who, row.plan, row.part) >= ADD


MORE: dict[str, Callable[[Around, Who, Row, bool], bool]] = {
    "berichten_postbericht": _message,
    "netwerk_client": _client,
    "netwerk_toestemming": _said,
    "netwerk_betrokkenheid": _involved,
    "netwerk_bevoegdheid": _involved,
    "netwerk_noodtoegang": _emergency,
    "netwerk_noodoordeel": _emergency,
    "clientplan_kaartpersoon": _named,
    "clientplan_concept": _draft,
}


def _as_text(around: Around, who: Who) -> str:
    if who.wie in around.facts["uit"]:
        return "nobody"
    org = around.orgs[who.waar].pk if who.waar else ""
    return f"{around.people[who.wie].pk} {who.rol} {org}"


# --- reading


RIGHTS = """SELECT w.n, r.client_id, r.onderdeel, r.recht, r.grond
    FROM unnest(%s::int[], %s::bigint[], %s::text[], %s::text[]) AS w (n, wie, als, voor),
    LATERAL poort.rechten(w.wie, %s, w.als, w.voor) r"""
MINE = "SELECT client_id, onderdeel, recht FROM poort.rechten(%s, %s)"


def rights(around: Around, asker: Who) -> Iterator[str]:
    """Of everybody, as far as `asker` learns it, by the database, the rule and the model."""
    facts, whose = around.facts, {one.pk: naam for naam, one in around.plans.items()}
    asked = [around.in_rol(who) for who in ASKERS]
    params = (
        list(range(len(asked))),
        [one.persoon for one in asked],
        [one.rol for one in asked],
        [str(one.organisatie or "") for one in asked],
        facts["dag"],
    )
    found: dict[Who, dict[tuple[str, str], Any]] = {who: {} for who in ASKERS}
    for n, client, part, recht, grond in ask(RIGHTS, *params):
        found[ASKERS[n]][whose[client], part] = (recht, grond)
    by_rule = around.by_the_rule(asker)
    for who in ASKERS:
        by_model = {
            (plan, part): may
            for plan in around.plans
            for part in PARTS
            if (may := seen(facts, asker, who, plan, part))
        }
        of_parts = {key: r for key, (r, _) in found[who].items() if key[1] in PARTS}
        if found[who] != by_rule[who]:
            yield f"rights of {who}: the rule says {_but(found[who], by_rule[who])}"
        if of_parts != by_model:
            yield f"rights of {who}: the model says {_but(of_parts, by_model)}"
    mine = ask(MINE, around.people[asker.wie].pk, facts["dag"])
    own = {key: recht for key, (recht, _) in found[asker].items()}
    if {(whose[c], part): may for c, part, may in mine} != own:
        yield "rights of oneself are others when asked without a role"


def _but(found: dict[Any, Any], wanted: dict[Any, Any]) -> str:
    more, less = found.items() - wanted.items(), wanted.items() - found.items()
    return f"{dict(less)}, not {dict(more)}"


def rows(around: Around, asker: Who, there: list[Row]) -> Iterator[str]:
    tables = {row.table for row in there}
    found = set(ask(_sql(sorted(tables), all_of_it=False)))
    wanted = {(row.table, row.id) for row in there if shows(around, asker, row)}
    if found - wanted:
        yield f"rows too many: {sorted(found - wanted)}"
    if wanted - found:
        yield f"rows too few: {sorted(wanted - found)}"


LEAST = {"visible_to": READ, "contributable_by": ADD, "writable_by": WRITE}
QUERYSETS: dict[str, Any] = {
    "verhaal": (Verhaal, Verhaalbeeld),
    "doelen": (Doel,),
    "afspraken": (Afspraak,),
    "signaleringsplan": (Signaal,),
    "crisiskaart": (Crisiskaart,),
    DIARY: (Dagboekblad,),
}


def querysets(around: Around, asker: Who, parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        yield from _of_a_part(around, asker, part)
    user, facts = around.people[asker.wie], around.facts
    open_to = {
        client.pk
        for plan, client in around.plans.items()
        if any(right(facts, asker, plan, part) for part in PARTS)
    }
    if set(Client.objects.visible_to(user).values_list("pk", flat=True)) != open_to:
        yield "Client.visible_to gives other plans"
    whose = {client.pk: plan for plan, client in around.plans.items()}
    for kept in (Kijk, Versie):
        found = kept.objects.visible_to(user).values_list("client_id", "onderdeel")
        for client, part in set(found):
            if not right(facts, asker, whose[client], part):
                yield f"{kept.__name__}.visible_to gives {part} of {whose[client]}"


def _of_a_part(around: Around, asker: Who, part: str) -> Iterator[str]:
    user = around.people[asker.wie]
    may = {
        client.pk: right(around.facts, asker, plan, part)
        for plan, client in around.plans.items()
    }
    for model in QUERYSETS.get(part, ()):
        for name, least in LEAST.items():
            found = getattr(model.objects, name)(user)
            wanted = {client for client in may if may[client] >= least}
            if set(found.values_list("client_id", flat=True)) != wanted:
                yield f"{model.__name__}.{name} gives other rows"


# --- writing by SQL: what is tried, and how many rows it takes. "no": a policy says so;
# "denied": there is no right to do it at all

TRY = """
    CREATE OR REPLACE FUNCTION pg_temp.probeer(zinnen text[]) RETURNS text[]
    LANGUAGE plpgsql AS $$
    DECLARE zin text; n bigint; uit text[] := '{}';
    BEGIN
      FOREACH zin IN ARRAY zinnen LOOP
        BEGIN
          EXECUTE zin;
          GET DIAGNOSTICS n = ROW_COUNT;
          RAISE EXCEPTION USING ERRCODE = 'NK000', MESSAGE = n::text;
        EXCEPTION
          WHEN SQLSTATE 'NK000' THEN uit := uit || SQLERRM;
          WHEN insufficient_privilege THEN uit := uit ||
            CASE WHEN SQLERRM LIKE '%row-level security%' THEN 'no' ELSE 'denied' END;
          WHEN check_violation OR foreign_key_violation THEN uit := uit || 'wrong'::text;
        END;
      END LOOP;
      RETURN uit;
    END $$
"""
NEW = {
    "clientplan_signaal": ("fase, soort, volgorde", "1, 'ik_merk', 0"),
    "clientplan_doel": ("domein, herstel, stand", "'', '', 'bezig'"),
    "clientplan_stap": ("doel_id, volgorde", "{goal}, 0"),
    "clientplan_afspraak": ("voor_op", "NULL"),
    "clientplan_kaartpersoon": ("volgorde", "0"),
}
PIECES = [
    *(one for one in OF_A_PART if one.removeprefix("clientplan_") in {
        "verhaal", "doel", "stap", "afspraak", "signaal", "crisiskaart"
    }),
    "clientplan_kaartpersoon",
]  # fmt: skip
Tried = tuple[str, str]  # a statement, and what comes of it


def writes(
    around: Around, asker: Who, parts: Iterable[str], there: list[Row]
) -> Iterator[str]:
    tried = [*tries(around, asker, set(parts), there)]
    [[found]] = ask("SELECT pg_temp.probeer(%s)", [sql for sql, _ in tried])
    for (sql, wanted), got in zip(tried, found, strict=True):
        if got != wanted:
            yield f"{sql}: {got}, and not {wanted}"


def tries(
    around: Around, asker: Who, parts: set[str], there: list[Row]
) -> Iterator[Tried]:
    facts, me = around.facts, around.people[asker.wie].pk
    other = around.people["anna" if asker.wie != "anna" else "bram"].pk
    for table in PIECES:
        part = OF_A_PART.get(table, "crisiskaart")
        if part not in parts:
            continue
        mine = [
            right(facts, asker, row.plan, part) for row in there if row.table == table
        ]
        writable = sum(may >= WRITE for may in mine)
        signed = f"UPDATE {table} SET nummer = nummer, gewijzigd_door_id ="  # noqa: S608
        yield f"{signed} {me}", str(writable)
        yield f"{signed} {other}", "no" if writable else "0"
        yield f"DELETE FROM {table}", str(sum(may == OWN for may in mine))  # noqa: S608
        if table in NEW:
            may = right(facts, asker, "anna", part) >= WRITE
            yield _new(around, table, me), "1" if may else "no"
            yield _new(around, table, other), "no"
    for part in parts - {DIARY}:
        yield from _voice(around, asker, part, there)
        yield from _consent(around, asker, part)
    if DIARY in parts:
        yield from _diary(around, asker)
    yield from _who_is_involved(around, asker)


def _new(around: Around, table: str, signed: int) -> str:
    columns, values = NEW[table]
    values = values.format(goal=around.goal.pk)
    client = around.plans["anna"].pk
    return (
        f"INSERT INTO {table} (uuid, client_id, nummer, woorden_box, gewijzigd_op,"  # noqa: S608
        f" gewijzigd_door_id, {columns}) VALUES (gen_random_uuid(), {client}, 1, '',"
        f" now(), {signed}, {values})"
    )


def _voice(around: Around, asker: Who, part: str, there: list[Row]) -> Iterator[Tried]:
    """A second voice and a draft: for who may add something, in the own name (P2, P3)."""
    facts, me = around.facts, around.people[asker.wie].pk
    client = around.plans["anna"].pk
    other = around.people["fg" if asker.wie != "fg" else "anna"].pk
    may = right(facts, asker, "anna", part) >= ADD
    for author, wanted in ((me, "1" if may else "no"), (other, "no")):
        yield (
            "INSERT INTO clientplan_kijk (uuid, client_id, onderdeel, object_uuid,"  # noqa: S608
            " auteur_id, tekst_box, geschreven_op) VALUES (gen_random_uuid(),"
            f" {client}, '{part}', gen_random_uuid(), {author}, '', now())",
            wanted,
        )
    for table, change in (
        ("clientplan_kijk", "geschreven_op = geschreven_op"),
        ("clientplan_concept", "op = op"),
    ):
        mine = sum(
            row.table == table
            and row.more == str(me)
            and row.part == part
            and right(facts, asker, row.plan, part) >= ADD
            for row in there
        )
        yield f"UPDATE {table} SET {change} WHERE onderdeel = '{part}'", str(mine)  # noqa: S608
        yield f"DELETE FROM {table} WHERE onderdeel = '{part}'", str(mine)  # noqa: S608
    for change in ("UPDATE clientplan_versie SET nummer = nummer", "DELETE FROM clientplan_versie"):  # fmt: skip
        yield change, "denied"


GIVEN = (
    "INSERT INTO netwerk_toestemming (client_id, betrokkenheid_id, onderdeel, recht, oogmerk,"
    " van, gegeven_op, gegeven_door_id) VALUES"
)


def _consent(around: Around, asker: Who, part: str) -> Iterator[Tried]:
    """In one's own name, from today on, by the client and by who acts for them (T4)."""
    facts, me = around.facts, around.people[asker.wie].pk
    if "zus" not in around.rows:
        return
    owns = right(facts, asker, "anna", part) == OWN or is_client(facts, asker, "anna")
    who = f"{around.plans['anna'].pk}, {around.rows['zus'].pk}, '{part}', 1, ''"
    other = around.people["fg" if asker.wie != "fg" else "anna"].pk
    day = facts["dag"]
    yield f"{GIVEN} ({who}, '{day}', now(), {me})", "1" if owns else "no"
    yield f"{GIVEN} ({who}, '{day}', now(), {other})", "no"
    yield f"{GIVEN} ({who}, date '{day}' - 1, now(), {me})", "no"


def _diary(around: Around, asker: Who) -> Iterator[Tried]:
    facts = around.facts
    mine = is_client(facts, asker, asker.wie) if asker.wie in around.plans else False
    mine = mine and right(facts, asker, asker.wie, DIARY) >= WRITE
    yield (
        "UPDATE clientplan_dagboekblad SET tekst_box = tekst_box",
        str(int(mine)),
    )
    if "zus" in around.rows:
        yield (
            f"{GIVEN} ({around.plans['anna'].pk}, {around.rows['zus'].pk}, '{DIARY}', 1, '',"
            f" '{facts['dag']}', now(), {around.people[asker.wie].pk})",
            "wrong" if is_client(facts, asker, "anna") else "no",
        )


def _who_is_involved(around: Around, asker: Who) -> Iterator[Tried]:
    facts = around.facts
    mine = [
        row
        for row in facts["rond"].values()
        if is_client(facts, asker, row["plan"])
        and (row["tot"] is None or row["tot"] >= facts["dag"])
    ]
    yield "UPDATE netwerk_betrokkenheid SET werkt = werkt", str(len(mine))
    client = is_client(facts, asker, "anna")
    yield (
        "INSERT INTO netwerk_betrokkenheid (uuid, client_id, gebruiker_id, rol, werkt,"  # noqa: S608
        " relatie_box, behandelt, van) VALUES"
        f" (gen_random_uuid(), {around.plans['anna'].pk}, {around.people['fg'].pk},"
        f" 'naaste', '', '', false, '{facts['dag']}')",
        "1" if client else "no",
    )
    own = asker.rol == CLIENT and asker.wie in around.plans
    own = own and asker.wie not in facts["uit"]
    yield "UPDATE netwerk_client SET gesloten_op = gesloten_op", str(int(own))
    opened = sum(
        (row["wie"], PROFESSIONAL, row["waar"]) == asker and not row["klaar"]
        for row in facts["nood"]
    )
    if asker.wie in facts["uit"]:
        opened = 0
    yield (
        "UPDATE netwerk_noodtoegang SET beeindigd_op = begonnen_op",
        str(opened),
    )
    yield (
        "INSERT INTO netwerk_noodkeuze (client_id, onderdelen, voor, gekozen_op)"  # noqa: S608
        f" VALUES ({around.plans['anna'].pk}, '{{crisiskaart}}', '{{hic}}', now())",
        "1" if client else "no",
    )


# nobody, ever: neither the client (battery.py)
NEVER = (
    "UPDATE netwerk_toestemming SET recht = 3",
    "DELETE FROM netwerk_toestemming",
    "INSERT INTO netwerk_toestemming (id) VALUES (99999999)",
    "UPDATE netwerk_noodkeuze SET onderdelen = onderdelen",
    "DELETE FROM netwerk_noodkeuze",
    "DELETE FROM netwerk_client",
    "UPDATE netwerk_client SET gebruiker_id = gebruiker_id",
    "UPDATE netwerk_client SET geboren_op = geboren_op",
    "UPDATE netwerk_client SET sleutel_box = sleutel_box",
    "DELETE FROM netwerk_betrokkenheid",
    "UPDATE netwerk_betrokkenheid SET behandelt = behandelt",
    "UPDATE netwerk_bevoegdheid SET zaken = zaken",
    "DELETE FROM netwerk_bevoegdheid",
    "UPDATE netwerk_dagboeksleutel SET box = box",
    "DELETE FROM netwerk_dagboeksleutel",
    "INSERT INTO netwerk_noodtoegang (id) VALUES (99999999)",
    "DELETE FROM netwerk_noodtoegang",
    "UPDATE netwerk_noodtoegang SET tot = tot",
    "UPDATE netwerk_noodtoegang SET vertel_op = vertel_op",
    "UPDATE netwerk_noodtoegang SET onderdelen = onderdelen",
    "INSERT INTO netwerk_noodoordeel (id) VALUES (99999999)",
    "UPDATE clientplan_doel SET client_id = client_id",
    "UPDATE clientplan_kijk SET auteur_id = auteur_id",
    "UPDATE clientplan_kaartpersoon SET akkoord = true",
    "SELECT FROM netwerk_naamafscherming",
    "SELECT FROM logboek.regel",
    "DELETE FROM berichten_postbericht",
    "UPDATE berichten_postbericht SET zichtbaar_vanaf = zichtbaar_vanaf",
    "UPDATE logboek.regel SET persoon = ''",
    "DELETE FROM logboek.regel",
    "INSERT INTO logboek.regel (regio) VALUES ('peel')",
    "UPDATE poort.onderdeel SET deelbaar = true",
    "UPDATE toegang_rol SET soort = soort",
    "TRUNCATE clientplan_doel CASCADE",
    "CREATE TABLE public.van_mij (id int)",
    "ALTER TABLE clientplan_doel DISABLE ROW LEVEL SECURITY",
    "SELECT FROM logboek.van_wie('{}')",
)


# --- writing through services


def services(around: Around, asker: Who, parts: Iterable[str]) -> Iterator[str]:
    """A piece is saved, a voice is said, a page of the diary is written: done and undone."""
    for part in parts:
        may = right(around.facts, asker, "anna", part)
        least, act = (WRITE, _writes_diary) if part == DIARY else (ADD, _says)
        if (taken := _taken(act, around, part)) != (may >= least):
            yield f"something beside {part} is written: {taken}"
        if part not in around.pieces:
            continue
        if (taken := _taken(_saves, around, part)) != (may >= WRITE):
            yield f"a piece of {part} is saved: {taken}"


def _taken(act: Callable[[Around, str], None], around: Around, part: str) -> bool:
    """Whether it was done; undone at once."""
    try:
        with transaction.atomic():
            act(around, part)
            transaction.set_rollback(True)
    except (Gone, ProgrammingError):
        return False
    return True


def _saves(around: Around, part: str) -> None:
    piece = around.pieces[part]
    number = piece.nummer
    try:
        save_item(piece, words=piece.words, based_on=number)
    finally:
        piece.nummer = number


def _says(around: Around, part: str) -> None:
    words = {"object_uuid": None, "tekst": "Ik zie het ook."}
    stemmen.say(client=around.plans["anna"], deel=part, **words)  # type: ignore[arg-type]


def _writes_diary(around: Around, part: str) -> None:
    dagboek.write(client=around.plans["anna"], uuid=uuid4(), tekst="Stil vandaag.")


# --- all of it


def prepare() -> None:
    """Once for each connection that probes."""
    with connection.cursor() as cursor:
        cursor.execute(TRY)


def tables_of(parts: Iterable[str]) -> list[str]:
    """Those of these parts, and those that hold several."""
    wanted = set(parts)
    other = {table: part for table, part in OF_A_PART.items() if part not in wanted}
    if "crisiskaart" not in wanted:
        other["clientplan_kaartpersoon"] = "crisiskaart"
    return [table for table in TABLES if table not in other]


def learns(around: Around, asker: Who) -> list[str]:
    with acting(around.actor(asker)):
        return [f"{asker}: {one}" for one in rights(around, asker)]


def does(around: Around, asker: Who, parts: Iterable[str]) -> list[str]:
    """Reads and writes in these parts, by SQL and as the product does."""
    there = all_rows(around, tables_of(parts))
    with acting(around.actor(asker)):
        found = [
            *rows(around, asker, there),
            *querysets(around, asker, parts),
            *writes(around, asker, parts, there),
            *services(around, asker, parts),
        ]
    return [f"{asker}: {one}" for one in found]
