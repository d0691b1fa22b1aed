"""A scoring meeting: everybody saves at once (Q4)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

from bench.load import Outcome, request_of, send
from bench.measure import Bench, Figure, measurement
from bench.phone import Phone
from bench.server import product
from bench.world import rows

CODE = "KV73MP"  # of the demo's open round
CARDS = (("mens_centraal", 21), ("samenwerking", 14))  # key, statements; for everyone
KEPT = 204
ROUNDS, AT_ONCE_JOINING = 5, 8


@dataclass(frozen=True)
class Meeting:
    """`saved` and `floor` are the best of the runs, `slowest_s` the longest wait of all,
    `lost` answers that are not there or were not accepted."""

    saved: Outcome
    floor: Outcome
    slowest_s: float
    lost: int


def join_all(port: int, count: int) -> list[Phone]:
    """So many guests, over HTTP as it goes."""

    def one(_: int) -> Phone:
        phone = Phone(port)
        if phone.join(CODE).status != 302:
            raise RuntimeError("could not join")
        phone.hang_up()
        return phone

    with ThreadPoolExecutor(AT_ONCE_JOINING) as pool:
        return list(pool.map(one, range(count)))


def saves(phone: Phone, each: int, versie: int) -> list[bytes]:
    path = f"/meedoen/{CODE}/stelling/"
    asked = [(card, n) for card, count in CARDS for n in range(1, count + 1)][:each]
    return [
        request_of(
            phone,
            path,
            kaart=card,
            stelling=str(n),
            keuze=str(1 + (n + versie) % 5),
            versie=str(versie),
        )
        for card, n in asked
    ]


def floors(phone: Phone, each: int) -> list[bytes]:
    path = f"/meedoen/{CODE}/vloer/"
    return [request_of(phone, path, kaart="mens_centraal", stelling="1")] * each


def meeting(people: int, each: int) -> Meeting:
    """Five runs of saves and of the floor in turn."""
    with product() as port:
        phones = join_all(port, people)
        before = kept()
        saved, floor = [], []
        for versie in range(1, ROUNDS + 1):
            floor.append(send(port, [floors(phone, each) for phone in phones]))
            saved.append(send(port, [saves(phone, each, versie) for phone in phones]))
        lost = people * each - (kept() - before)
        refused = sum(
            run.statuses.total() - run.statuses[KEPT] for run in saved + floor
        )
        slowest_s = max(wait for run in saved for wait in run.waits_s)
        return Meeting(best(saved), best(floor), slowest_s, lost + refused)


def best(runs: list[Outcome]) -> Outcome:
    """What else ran on the machine only ever makes a run slower."""
    return min(runs, key=lambda run: run.each_ms)


def kept() -> int:
    """Statements with an answer in the open round; a newer answer replaces."""
    found: int = rows(
        "SELECT count(*) FROM kompas_stellingantwoord JOIN kompas_stembriefje b"
        " ON b.id = stembriefje_id JOIN kompas_ronde r ON r.id = b.ronde_id"
        " WHERE r.code = %s",
        CODE,
    )[0][0]
    return found


def ratio(run: Meeting) -> Figure:
    return Figure(run.saved.each_ms, "ms", 4.0, run.floor.each_ms)


@cache
def big(people: int) -> Meeting:
    """Measured once, looked at in three ways."""
    return meeting(people, 8)


@measurement("opslaan_50_tegelijk")
def at_50(bench: Bench) -> Figure:
    return ratio(meeting(bench.size(50), 20))


@measurement("opslaan_250_tegelijk")
def at_250(bench: Bench) -> Figure:
    return ratio(big(bench.size(250)))


@measurement("opslaan_250_traagste")
def slowest(bench: Bench) -> Figure:
    return Figure(big(bench.size(250)).slowest_s, "s", 5.0)


@measurement("opslaan_250_verloren")
def lost(bench: Bench) -> Figure:
    return Figure(big(bench.size(250)).lost, "antwoorden", 0.0)
