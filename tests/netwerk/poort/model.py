"""Who may what with a plan, as toegang.md says it in T1, T3, T4 and T5: a plain dict of facts,
and a few functions over it. Written from the specification alone and loading nothing of the
product: a mistake in a rule there is none here.

People and organisations go by name, a plan by whose it is. Erasing a plan by deleting its key
(T7) has no service yet; when it has, an erased plan is one more line at the top of `right`.
"""

from datetime import date, timedelta
from typing import Any, NamedTuple

Facts = dict[str, Any]
NOTHING, READ, ADD, WRITE, OWN = range(5)
CLIENT, NAASTE, PROFESSIONAL = "client", "naaste", "professional"
DIARY = "dagboek"
PARTS = (
    *("verhaal", "doelen", "afspraken", "signaleringsplan", "crisiskaart"),
    *("wonen", "kinderen", "trauma", DIARY),
)
SHARED = tuple(part for part in PARTS if part != DIARY)
# what somebody who treats this client by name needs for that (T4, Wgbo)
TREATING = {
    "doelen": ADD,
    "afspraken": ADD,
    "signaleringsplan": ADD,
    "crisiskaart": READ,
}
IN_NEED = {"signaleringsplan", "crisiskaart", "kinderen"}  # may be chosen for it (T5)
CRISIS = {"crisisdienst", "huisartsenpost", "hic"}


class Who(NamedTuple):
    """A person in the one role that the session works in, and for which organisation."""

    wie: str
    rol: str
    waar: str = ""


def nothing_known(dag: date) -> Facts:
    return {
        "dag": dag,
        "nu": None,
        "plannen": {},  # of whom: born, closed after
        "uit": set(),  # whose account is disabled
        "rollen": [],
        "rond": {},  # who is involved with whose plan, as what
        "gezegd": [],  # what was said of whom, in that order
        "keuze": {},  # what may open in an emergency, of whose plan, and for whom
        "nood": [],
    }


def holds(row: dict[str, Any], dag: date) -> bool:
    """Both days included."""
    return row["van"] <= dag and (row["tot"] is None or dag <= row["tot"])


def works(facts: Facts, who: Who) -> bool:
    """Has that role there, today; a naaste and a client need none."""
    return who.waar == "" or any(
        (row["wie"], row["soort"], row["waar"]) == who and holds(row, facts["dag"])
        for row in facts["rollen"]
    )


def closed(facts: Facts, plan: str) -> bool:
    last = facts["plannen"][plan]["gesloten"]
    return last is not None and facts["dag"] > last


def right(facts: Facts, who: Who, plan: str, part: str, *, told: bool = False) -> int:
    """`told`: as far as the client may know by now."""
    if who.wie in facts["uit"]:
        return NOTHING
    if who.wie == plan:
        owned = READ if closed(facts, plan) else OWN
        return owned if who.rol == CLIENT else NOTHING
    if part == DIARY or closed(facts, plan) or not works(facts, who):
        return NOTHING
    return max(
        NOTHING,
        *(_involved(facts, key, part) for key in capacities(facts, who, plan)),
        _emergency(facts, who, plan, part, told=told),
    )


def capacities(facts: Facts, who: Who, plan: str) -> list[str]:
    return [
        key
        for key, row in facts["rond"].items()
        if (row["wie"], row["rol"], row["waar"], row["plan"]) == (*who, plan)
        and holds(row, facts["dag"])
    ]


def _involved(facts: Facts, key: str, part: str) -> int:
    row = facts["rond"][key]
    word = said(facts, key, part)
    if word == NOTHING:
        return NOTHING  # an explicit no wins (T4)
    if word is not None:
        may = min(word, WRITE if row["rol"] == NAASTE else ADD)
    else:
        treats = row["behandelt"] and row["rol"] == PROFESSIONAL
        may = TREATING.get(part, NOTHING) if treats else NOTHING
    if part in row["zaken"] and not grown_up(facts, row):
        may = OWN
    return may


def grown_up(facts: Facts, row: dict[str, Any]) -> bool:
    """The authority of a parent ends at 00:00 of the eighteenth birthday (T1)."""
    born = facts["plannen"][row["plan"]]["geboren"]
    return row["namens"] == "ouder" and facts["dag"] >= born.replace(
        year=born.year + 18
    )


def said(facts: Facts, key: str, part: str) -> int | None:
    """The last word about this part that holds today; None: there is none. Nobody gives
    themselves anything, and nobody goes past a no of the client."""
    about = facts["rond"][key]
    words = [
        row
        for row in facts["gezegd"]
        if (row["over"], row["deel"]) == (key, part)
        and holds(row, facts["dag"])
        and row["door"] != about["wie"]
    ]
    own = [row["recht"] for row in words if row["door"] == about["plan"]]
    if own and own[-1] == NOTHING:
        return NOTHING
    return words[-1]["recht"] if words else None


def _emergency(facts: Facts, who: Who, plan: str, part: str, *, told: bool) -> int:
    if who.rol != PROFESSIONAL or part not in IN_NEED:
        return NOTHING
    for row in facts["nood"]:
        mine = (row["wie"], row["waar"], row["plan"]) == (who.wie, who.waar, plan)
        known = not told or is_told(facts, row)
        if (
            mine
            and known
            and part in row["delen"]
            and row["van"] <= facts["nu"] < row["tot"]
        ):
            return READ
    return NOTHING


def is_told(facts: Facts, row: dict[str, Any]) -> bool:
    return row["verteld"] is None or row["verteld"] <= facts["nu"]


def seen(facts: Facts, asker: Who, who: Who, plan: str, part: str) -> int:
    """What `asker` learns that `who` may: of oneself in the role one works in, and the client
    of everybody round the own plan ("kijk door de ogen van", T4)."""
    if asker.wie in facts["uit"]:
        return NOTHING
    if asker.wie == who.wie:
        return right(facts, who, plan, part) if asker == who else NOTHING
    if asker.wie == plan and asker.rol == CLIENT:
        return right(facts, who, plan, part, told=True)
    return NOTHING


def is_client(facts: Facts, who: Who, plan: str) -> bool:
    return who.wie == plan and who.rol == CLIENT and who.wie not in facts["uit"]


def opens(facts: Facts, who: Who, plan: str, grond: str, org: dict[str, Any]) -> bool:
    """Whether an emergency opens (T5). `org`: where `who` works, its kind and region. What is
    open was chosen by the client, on every ground; on the ground of that choice only for the
    kinds of professional that were named."""
    delen, voor = facts["keuze"].get(plan, ((), ()))
    if not set(delen) & IN_NEED or not voor or closed(facts, plan) or who.wie == plan:
        return False
    if org["regio"] != facts["plannen"][plan]["regio"]:
        return False
    kind = org["soort"] in CRISIS and org["soort"] in voor
    return (
        grond != "keuze" or kind or ("eigen_team" in voor and _team(facts, who, plan))
    )


def _team(facts: Facts, who: Who, plan: str) -> bool:
    """Somebody of the same organisation treats this client, and works there today."""
    return any(
        row["behandelt"]
        and (row["plan"], row["waar"]) == (plan, who.waar)
        and holds(row, facts["dag"])
        and works(facts, Who(row["wie"], PROFESSIONAL, row["waar"]))
        for row in facts["rond"].values()
    )


# --- how the facts change


def say(facts: Facts, key: str, part: str, recht: int, *, by: str, **when: Any) -> None:
    """From today, until a last day or until something else is said. What had a last day is a
    no from then on: an earlier yes does not come back."""
    van = when.get("van", facts["dag"])
    row = {"over": key, "deel": part, "recht": recht, "door": by, "van": van}
    tot = when.get("tot") if recht else None
    facts["gezegd"].append(row | {"tot": tot})
    if tot and not when.get("bare"):
        after = {"recht": NOTHING, "van": tot + timedelta(days=1), "tot": None}
        facts["gezegd"].append(row | after)
