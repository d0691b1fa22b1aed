"""Who may, in plain Python: the readable rule, and the oracle of the property test.

The database function `poort.rechten` enforces it (netwerk/sql/poort.sql);
tests/netwerk/poort/test_oracle.py holds the two together over made-up facts. Sources:
toegang.md T1, T3, T4, T5, T8.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from .onderdelen import ONDERDELEN, Recht

CLIENT, NAASTE, PROFESSIONAL = "client", "naaste", "professional"
OUDER = "ouder"
VOLWASSEN = 18


class Grond(StrEnum):
    EIGEN = "eigen plan"
    TOESTEMMING = "toestemming"
    BEHANDELING = "behandeling"
    VERTEGENWOORDIGING = "vertegenwoordiging"
    NOODTOEGANG = "noodtoegang"


@dataclass(frozen=True)
class Periode:
    """From and until, both days included; without `tot` it goes on."""

    van: date
    tot: date | None = None

    def covers(self, dag: date) -> bool:
        return self.van <= dag and (self.tot is None or dag <= self.tot)


@dataclass(frozen=True)
class Plan:
    client: int
    eigenaar: int  # the person whose plan it is
    geboren: date


@dataclass(frozen=True)
class Betrokken:
    """Somebody in one capacity: as naaste, or in a role for an organisation.

    `vertegenwoordigt` is the kind of representation or "", `zaken` the parts it is about.
    """

    id: int
    persoon: int
    client: int
    rol: str
    organisatie: int | None
    periode: Periode
    behandelt: bool = False
    vertegenwoordigt: str = ""
    zaken: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Toegekend:
    """One added row of consent. Of those that cover a day the last added counts."""

    volgnummer: int
    betrokken: int
    onderdeel: str
    recht: int
    periode: Periode


@dataclass(frozen=True)
class Nood:
    """An opened emergency access; `tot` is not included."""

    persoon: int
    client: int
    organisatie: int
    onderdelen: frozenset[str]
    van: datetime
    tot: datetime


@dataclass(frozen=True)
class Vrager:
    """Who asks: a person in the one active role of the session, for one organisation."""

    persoon: int
    rol: str
    organisatie: int | None = None


@dataclass(frozen=True)
class Feiten:
    """What is known of one plan. `rollen`: (person, kind of role, organisation) that hold
    on the day; `actief`: persons whose account is not disabled."""

    plan: Plan
    actief: frozenset[int]
    rollen: frozenset[tuple[int, str, int]] = frozenset()
    betrokken: tuple[Betrokken, ...] = ()
    toegekend: tuple[Toegekend, ...] = ()
    nood: tuple[Nood, ...] = field(default=())


Rechten = dict[str, tuple[Recht, Grond]]


def rechten(
    feiten: Feiten, persoon: int, vrager: Vrager, *, dag: date, nu: datetime
) -> Rechten:
    """What `persoon` may per part, as far as `vrager` may know it: of oneself in the role
    one works in, and, for the client, of everybody round the own plan.

    Default is nothing. Of several grounds the widest counts; of equal ones the first in
    the order of `Grond`.
    """
    if not {persoon, vrager.persoon} <= feiten.actief:
        return {}
    self_asked = persoon == vrager.persoon
    if not (self_asked or _is_own(feiten.plan, vrager)):
        return {}
    found: Rechten = {}
    for onderdeel, recht, grond in _grounds(feiten, persoon, vrager, dag, nu):
        best = found.get(onderdeel)
        if recht and (best is None or _width(recht, grond) > _width(*best)):
            found[onderdeel] = (recht, grond)
    return found


def _width(recht: Recht, grond: Grond) -> tuple[int, int]:
    return recht, -list(Grond).index(grond)


def _is_own(plan: Plan, vrager: Vrager) -> bool:
    return plan.eigenaar == vrager.persoon and vrager.rol == CLIENT


Found = Iterator[tuple[str, Recht, Grond]]


def _grounds(
    feiten: Feiten, persoon: int, vrager: Vrager, dag: date, nu: datetime
) -> Found:
    self_asked = persoon == vrager.persoon
    if self_asked and _is_own(feiten.plan, vrager):
        for naam in ONDERDELEN:
            yield naam, Recht.EIGENAAR, Grond.EIGEN
    if feiten.plan.eigenaar == persoon:
        return  # nobody is involved with the own plan
    capacities = [
        one
        for one in feiten.betrokken
        if one.persoon == persoon
        and one.client == feiten.plan.client
        and one.periode.covers(dag)
        and _has_role(feiten, one)
        and (not self_asked or _works_as(vrager, one))
    ]
    for one in capacities:
        yield from _consented(feiten, one, dag)
    for one in capacities:
        yield from _represented(feiten.plan, one, dag)
    if self_asked and vrager.rol == PROFESSIONAL:
        yield from _in_need(feiten, vrager, nu)


def _works_as(vrager: Vrager, one: Betrokken) -> bool:
    return (vrager.rol, vrager.organisatie) == (one.rol, one.organisatie)


def _has_role(feiten: Feiten, one: Betrokken) -> bool:
    """Who works for an organisation has to have that role there, today."""
    if one.organisatie is None:
        return True
    return (one.persoon, one.rol, one.organisatie) in feiten.rollen


def _consented(feiten: Feiten, one: Betrokken, dag: date) -> Found:
    """What the client said decides, a no included. Only where the client said nothing, the
    treatment counts, for what it needs (Wgbo)."""
    for naam, onderdeel in ONDERDELEN.items():
        if not onderdeel.deelbaar:
            continue
        said = _last(feiten.toegekend, one, naam, dag)
        if said is not None:
            most = Recht.MEDE_EIGENAAR if one.rol == NAASTE else Recht.BIJDRAGEN
            yield naam, Recht(min(said.recht, most)), Grond.TOESTEMMING
        elif one.behandelt and one.rol == PROFESSIONAL:
            yield naam, onderdeel.behandeling, Grond.BEHANDELING


def _last(
    rows: Iterable[Toegekend], one: Betrokken, onderdeel: str, dag: date
) -> Toegekend | None:
    mine = [
        row
        for row in rows
        if (row.betrokken, row.onderdeel) == (one.id, onderdeel)
        and row.periode.covers(dag)
    ]
    return max(mine, key=lambda row: row.volgnummer, default=None)


def _represented(plan: Plan, one: Betrokken, dag: date) -> Found:
    """Acts for the client in these matters; never the diary. The authority of a parent
    ends by itself at midnight of the eighteenth birthday (T1)."""
    if not one.vertegenwoordigt:
        return
    if one.vertegenwoordigt == OUDER and dag >= birthday(plan.geboren, VOLWASSEN):
        return
    for naam in one.zaken:
        if ONDERDELEN[naam].deelbaar:
            yield naam, Recht.EIGENAAR, Grond.VERTEGENWOORDIGING


def _in_need(feiten: Feiten, vrager: Vrager, nu: datetime) -> Found:
    here = (vrager.persoon, PROFESSIONAL, vrager.organisatie)
    if here not in feiten.rollen:
        return
    for row in feiten.nood:
        opened = (row.persoon, row.client) == (vrager.persoon, feiten.plan.client)
        if opened and row.organisatie == vrager.organisatie and row.van <= nu < row.tot:
            for naam in row.onderdelen:
                if ONDERDELEN[naam].nood:
                    yield naam, Recht.LEZEN, Grond.NOODTOEGANG


def birthday(geboren: date, jaren: int) -> date:
    """The day somebody becomes that old; born on 29 February: 1 March in other years."""
    try:
        return geboren.replace(year=geboren.year + jaren)
    except ValueError:
        return date(geboren.year + jaren, 3, 1)
