"""Who may, in plain Python: the readable rule, and the oracle of the property test.

The database function `poort.rechten` enforces it (netwerk/sql/bevoegd.sql);
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
VANAF = 16  # who decides alone, and may begin a plan (T1)


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
    gesloten: date | None = None  # the last day that it was open

    def is_closed(self, dag: date) -> bool:
        return self.gesloten is not None and dag > self.gesloten


@dataclass(frozen=True)
class Betrokken:
    """Somebody in one capacity: as naaste, or in a role for an organisation."""

    id: int
    persoon: int
    client: int
    rol: str
    organisatie: int | None
    periode: Periode
    behandelt: bool = False


@dataclass(frozen=True)
class Bevoegd:
    """One added row that somebody acts for the client: of which kind, and in which parts;
    without parts it ends what was said before."""

    volgnummer: int
    betrokken: int
    soort: str
    zaken: frozenset[str]
    periode: Periode


@dataclass(frozen=True)
class Toegekend:
    """One added row of consent, and who gave it: the client, or somebody for them."""

    volgnummer: int
    betrokken: int
    onderdeel: str
    recht: int
    periode: Periode
    door: int


@dataclass(frozen=True)
class Nood:
    """An opened emergency access; `tot` is not included. `verteld`: from when the client
    may know of it (None: at once)."""

    persoon: int
    client: int
    organisatie: int
    onderdelen: frozenset[str]
    van: datetime
    tot: datetime
    verteld: datetime | None = None


@dataclass(frozen=True)
class InRol:
    """A person in one role, for one organisation. Of who asks it is the active role of the
    session; the client chooses in which of their roles to look at others."""

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
    bevoegd: tuple[Bevoegd, ...] = field(default=())


Rechten = dict[str, tuple[Recht, Grond]]


def rechten(
    feiten: Feiten, wie: InRol, vrager: InRol, *, dag: date, nu: datetime
) -> Rechten:
    """What `wie` may per part, as far as `vrager` may know it: of oneself in the role one
    works in, and, for the client, of everybody round the own plan.

    Default is nothing. Of several grounds the widest counts; of equal ones the first in
    the order of `Grond`.
    """
    if not {wie.persoon, vrager.persoon} <= feiten.actief:
        return {}
    looks = wie.persoon != vrager.persoon and _is_own(feiten.plan, vrager)
    if not (wie == vrager or looks):
        return {}
    found: Rechten = {}
    for onderdeel, recht, grond in _grounds(feiten, wie, vrager, dag, nu):
        best = found.get(onderdeel)
        if recht and (best is None or _width(recht, grond) > _width(*best)):
            found[onderdeel] = (recht, grond)
    return found


def _width(recht: Recht, grond: Grond) -> tuple[int, int]:
    return recht, -list(Grond).index(grond)


def _is_own(plan: Plan, vrager: InRol) -> bool:
    return plan.eigenaar == vrager.persoon and vrager.rol == CLIENT


Found = Iterator[tuple[str, Recht, Grond]]


def _grounds(
    feiten: Feiten, wie: InRol, vrager: InRol, dag: date, nu: datetime
) -> Found:
    if wie == vrager and _is_own(feiten.plan, vrager):
        # a closed plan stays readable for the client (P7)
        own = Recht.LEZEN if feiten.plan.is_closed(dag) else Recht.EIGENAAR
        for naam in ONDERDELEN:
            yield naam, own, Grond.EIGEN
    if feiten.plan.eigenaar == wie.persoon or feiten.plan.is_closed(dag):
        return  # nobody is involved with the own plan, or with one that is closed
    capacities = [
        one
        for one in feiten.betrokken
        if InRol(one.persoon, one.rol, one.organisatie) == wie
        and one.client == feiten.plan.client
        and one.periode.covers(dag)
        and _has_role(feiten, one)
    ]
    for one in capacities:
        yield from _consented(feiten, one, dag)
    for one in capacities:
        yield from _represented(feiten, one, dag)
    if wie.rol == PROFESSIONAL:
        yield from _in_need(feiten, wie, nu, looks=wie != vrager)


def _has_role(feiten: Feiten, one: Betrokken) -> bool:
    """Who works for an organisation has to have that role there, today."""
    if one.organisatie is None:
        return True
    return (one.persoon, one.rol, one.organisatie) in feiten.rollen


def _consented(feiten: Feiten, one: Betrokken, dag: date) -> Found:
    """What was said decides, a no included. Only where nothing was said, the treatment
    counts, for what it needs (Wgbo)."""
    for naam, onderdeel in ONDERDELEN.items():
        if not onderdeel.deelbaar:
            continue
        said = _said(feiten, one, naam, dag)
        if said is not None:
            most = Recht.MEDE_EIGENAAR if one.rol == NAASTE else Recht.BIJDRAGEN
            yield naam, min(said, most), Grond.TOESTEMMING
        elif one.behandelt and one.rol == PROFESSIONAL:
            yield naam, onderdeel.behandeling, Grond.BEHANDELING


def _said(feiten: Feiten, one: Betrokken, onderdeel: str, dag: date) -> Recht | None:
    """Of the rows that cover the day the last added counts: the client's, or of who acts
    for them (T4). Nobody goes past a no of the client; nobody gives themselves anything."""
    rows = [
        row
        for row in feiten.toegekend
        if (row.betrokken, row.onderdeel) == (one.id, onderdeel)
        and row.periode.covers(dag)
        and row.door != one.persoon
    ]
    own = _last(row for row in rows if row.door == feiten.plan.eigenaar)
    return own if own == Recht.GEEN else _last(rows)


def _last(rows: Iterable[Toegekend]) -> Recht | None:
    last = max(rows, key=lambda row: row.volgnummer, default=None)
    return None if last is None else Recht(last.recht)


def _represented(feiten: Feiten, one: Betrokken, dag: date) -> Found:
    """Acts for the client in these matters; never the diary, and not where the client said
    no (T4). The last added row counts, as long as its period lasts. The authority of a parent
    ends by itself at midnight of the eighteenth birthday (T1)."""
    rows = [row for row in feiten.bevoegd if row.betrokken == one.id]
    last = max(rows, key=lambda row: row.volgnummer, default=None)
    if last is None or not last.periode.covers(dag):
        return
    adult = dag >= birthday(feiten.plan.geboren, VOLWASSEN)
    if last.soort == OUDER and adult:
        return
    for naam in last.zaken:
        refused = _said(feiten, one, naam, dag) == Recht.GEEN
        if ONDERDELEN[naam].deelbaar and not refused:
            yield naam, Recht.EIGENAAR, Grond.VERTEGENWOORDIGING


def _in_need(feiten: Feiten, wie: InRol, nu: datetime, *, looks: bool) -> Found:
    """`looks`: the client asks, and does not see what they may be told later only."""
    if (wie.persoon, wie.rol, wie.organisatie) not in feiten.rollen:
        return
    for row in feiten.nood:
        opened = (row.persoon, row.client) == (wie.persoon, feiten.plan.client)
        if looks and row.verteld is not None and nu < row.verteld:
            continue
        if opened and row.organisatie == wie.organisatie and row.van <= nu < row.tot:
            for naam in row.onderdelen:
                if ONDERDELEN[naam].nood:
                    yield naam, Recht.LEZEN, Grond.NOODTOEGANG


def may_begin(geboren: date, vanaf: int, dag: date) -> bool:
    """Whether somebody may begin a plan: at sixteen, or at eighteen where the region says so
    (T1). A plan that is there stays."""
    return birthday(geboren, max(vanaf, VANAF)) <= dag


def birthday(geboren: date, jaren: int) -> date:
    """The day somebody becomes that old; born on 29 February: 1 March in other years."""
    try:
        return geboren.replace(year=geboren.year + jaren)
    except ValueError:
        return date(geboren.year + jaren, 3, 1)
