"""A country of people with a plan: 281,000 in 31 regions (kwaliteit Q4, Q5).

The floor of a page is one of ours without care data, for the same person: through the same
middleware, session and menu. What the walls cost is measured on the statements of a page as
the product sends them: with the gate and the policies, without policies, and bare.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import Any

import psycopg2

from bench.measure import Bench, Figure, measurement, median_ms
from bench.phone import Phone
from bench.server import product
from bench.world import CLONE, account, at, execute, manage, owner

# ours: 5, 3.5, 2.9 and 4.8 by processor time, and 3 to 8 by the clock of a busy machine
START_LIMIT, PART_LIMIT, LIST_LIMIT, ANOTHER_LIMIT = 8.0, 6.0, 6.5, 10.0
# ours: measured at 2 to 3, 21 to 49, and 1.1 to 1.5 on a busy machine. Both walls ask what
# somebody may, in each statement, and most of that is planning it.
POLICY_LIMIT, WALLS_LIMIT, TRACE_LIMIT = 3.5, 50.0, 2.0
FLOOR = "/over/"
OVERVIEW, PARTS = 60, "/plan/doelen/"
ROUNDS, TIMES = 5, 10

# sixty pieces more for the client of the demo, as a client writes them
_PIECES = """
from basis.actor import Actor, acting
from clientplan.models import Afspraak, Doel, Stap
from clientplan.services.items import add_item
from netwerk.models import Client
from toegang.models import Gebruiker
who = Gebruiker.objects.get(email={email!r})
with acting(Actor.person(who.pk, rol="client")):
    client = Client.objects.own(who).select_related("regio", "gebruiker").get()
    for n in range(15):
        words = {{"doel": "Elke dag naar buiten", "waarom": "Dan slaap ik beter."}}
        goal = add_item(Doel(client=client), words=words)
        for plek in range(2):
            step = Stap(client=client, doel=goal, volgorde=plek)
            add_item(step, words={{"stap": "Schoenen bij de deur"}})
        add_item(Afspraak(client=client, doel=goal), words={{"wat": "Samen lopen"}})
"""
# what the overview and one part of a plan ask the database, with the words filled in: as
# who looks asks it, and without the gate
_CAPTURE = """
import json
from basis.actor import Actor, acting
from django.db import connection
from clientplan.models import Doel, Stap
from netwerk.models import Client
from toegang.gate import GatedQuerySet
from toegang.models import Gebruiker
from toegang.roles import roles_of
who = Gebruiker.objects.get(email={email!r})
[rol] = roles_of(who)
actor = Actor.person(who.pk, rol=rol.soort.value, organisatie=rol.organisatie)
sent = {{}}
def ask(plans, goals, steps, of):
    list(plans.select_related("gebruiker", "regio"))
    list(goals.filter(client=of).select_related("client"))
    list(steps.filter(client=of).select_related("client"))
def noted(name):
    def note(execute, sql, params, many, context):
        found = context["cursor"].cursor.mogrify(sql, params).decode()
        sent.setdefault(name, []).append(found)
        return execute(sql, params, many, context)
    return connection.execute_wrapper(note)
with acting(actor):
    models = (Client, Doel, Stap)
    of = Client.objects.visible_to(who).order_by("pk").first()
    mine = list(Client.objects.visible_to(who).values_list("pk", flat=True))
    with noted("muren"):
        ask(*(model.objects.visible_to(who) for model in models), of)
    with GatedQuerySet.left_open(), noted("kaal"):
        ask(Client.objects.filter(pk__in=mine), Doel.objects, Stap.objects, of)
print(json.dumps({{"als": actor.settings(), "plan": str(of.uuid), **sent}}))
"""
_TELL = """SELECT set_config('nk.persoon', %s, true), set_config('nk.dag', %s, true),
  set_config('nk.nu', %s, true), set_config('nk.rol', %s, true),
  set_config('nk.organisatie', %s, true)"""


@dataclass(frozen=True)
class Country:
    """In milliseconds. `over_*` are the floors; `muren`: the statements of a page with gate
    and policies, `poort` with the gate alone, `kaal` without either."""

    over_client: float
    over_pro: float
    start: float
    deel: float
    deel_zonder_spoor: float
    clienten: float
    van_ander: float
    muren: float
    poort: float
    kaal: float


@cache
def country() -> Country:
    """Measured once, looked at in several ways."""
    with product(care=True) as port:
        client, pro = account("client"), account("professional")
        execute(CLONE, "DELETE FROM mfa_authenticator")  # no second step here
        manage(
            CLONE, "shell", "--no-imports", "-c", _PIECES.format(email=client["email"])
        )
        execute(CLONE, "ANALYZE")
        asked = _asked(pro["email"])
        mine, theirs = Phone(port), Phone(port)
        mine.log_in(client["email"], client["password"])
        theirs.log_in(pro["email"], pro["password"])
        if f"{OVERVIEW} plannen" not in theirs.get("/clienten/").body:
            raise RuntimeError("not sixty clients")
        pages = {
            "over_client": (mine, FLOOR),
            "start": (mine, "/plan/"),
            "deel": (mine, PARTS),
            "deel_zonder_spoor": (mine, f"/zonder-spoor{PARTS}"),
            "over_pro": (theirs, FLOOR),
            "clienten": (theirs, "/clienten/"),
            "van_ander": (theirs, f"/plan-van/{asked['plan']}/doelen/"),
        }
        turns = [
            {name: page_ms(*where) for name, where in pages.items()} | _walls(asked)
            for _ in range(ROUNDS)
        ]
    # in turns: what else the machine does is then in a page and in its floor alike
    return Country(**{name: median(turn[name] for turn in turns) for name in turns[0]})


def page_ms(phone: Phone, path: str) -> float:
    if phone.get(path).status != 200:
        raise RuntimeError(f"no page: {path}")
    return median_ms(lambda: phone.get(path), times=TIMES)


def _asked(email: str) -> dict[str, Any]:
    code = _CAPTURE.format(email=email)
    found: dict[str, Any] = json.loads(
        manage(CLONE, "shell", "--no-imports", "-c", code)
    )
    return found


def _walls(asked: dict[str, Any]) -> dict[str, float]:
    """The same person asks each time; of what comes back the number of rows is the same."""
    web, bare = at(os.environ["DATABASE_URL"], CLONE), owner(CLONE)
    with _asker(web, asked) as ask:
        muren, seen = median_ms(lambda: ask("muren"), TIMES), ask("muren")
    with _asker(bare, asked, without_policies=True) as ask:
        if not seen == ask("muren") == ask("kaal"):
            raise RuntimeError("not the same rows")
        poort = median_ms(lambda: ask("muren"), TIMES)
        kaal = median_ms(lambda: ask("kaal"), TIMES)
    return {"muren": muren, "poort": poort, "kaal": kaal}


@contextmanager
def _asker(
    address: str, asked: dict[str, Any], *, without_policies: bool = False
) -> Iterator[Callable[[str], int]]:
    """Sends the statements of a name in one transaction, which is told who asks; yields
    what returns the number of rows."""
    _, *told = asked["als"][:6]
    with closing(psycopg2.connect(address)) as line, line.cursor() as cursor:
        if without_policies:
            for table in ("netwerk_client", "clientplan_doel", "clientplan_stap"):
                cursor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        cursor.execute(_TELL, told)

        def ask(name: str) -> int:
            found = 0
            for sql in asked[name]:
                cursor.execute(sql)
                found += len(cursor.fetchall())
            return found

        yield ask
        line.rollback()


@measurement("plan_start")
def start(bench: Bench) -> Figure:
    """Where a client begins: goals, what comes, who is there. With sixty pieces more."""
    ms = country()
    return Figure(ms.start, "ms", START_LIMIT, ms.over_client)


@measurement("plan_deel")
def part(bench: Bench) -> Figure:
    """The goals of a client, with all their steps."""
    ms = country()
    return Figure(ms.deel, "ms", PART_LIMIT, ms.over_client)


@measurement("clienten_60")
def overview(bench: Bench) -> Figure:
    """The plans that are open to a professional, sixty of them."""
    ms = country()
    return Figure(ms.clienten, "ms", LIST_LIMIT, ms.over_pro)


@measurement("plan_van_ander")
def of_another(bench: Bench) -> Figure:
    """The goals of one of the sixty."""
    ms = country()
    return Figure(ms.van_ander, "ms", ANOTHER_LIMIT, ms.over_pro)


@measurement("muren_beleid")
def policies(bench: Bench) -> Figure:
    """Row-level security: the statements of a page with and without policies."""
    ms = country()
    return Figure(ms.muren, "ms", POLICY_LIMIT, ms.poort)


@measurement("muren_samen")
def walls(bench: Bench) -> Figure:
    """Both walls, the gate and the policies, beside the same rows by bare SELECTs."""
    ms = country()
    return Figure(ms.muren, "ms", WALLS_LIMIT, ms.kaal)


@measurement("spoor_bij_lezen")
def trace(bench: Bench) -> Figure:
    """A page with its line in the trace, beside itself without one."""
    ms = country()
    return Figure(ms.deel, "ms", TRACE_LIMIT, ms.deel_zonder_spoor)
