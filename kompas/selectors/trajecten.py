"""Reading a traject: its steps with what each still needs, and who sits at the table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q
from django.utils import timezone

from basis.sorting import by_name
from kompas.choices import Groep, Kaartstand, Ring, Rol, Stapstand, ToonAls
from kompas.models import Kerngroeplid, Ronde, Traject, Trajectstap
from kompas.querysets import TrajectQuerySet
from kompas.rules import kerngroep as rules
from toegang.models import Gebruiker
from toegang.roles import may_now

NAMEN = {
    1: "Kerngroep",
    2: "Werkgebied in beeld",
    3: "Aan de slag met het Kompas",
    4: "Doen, leren en terugkijken",
    5: "Wat wij niet alleen kunnen oplossen",
}
UITLEG = {
    1: "Wie trekt de kar, en wie denkt mee?",
    2: "Wie wonen er, welke hulp is er, en hoe lang wacht je?",
    3: "Iedereen geeft eerst alleen antwoord. Daarna praten jullie erover.",
    4: "Wat is er veranderd sinds de vorige keer?",
    5: "Welke knelpunten horen op een andere tafel?",
}
YEAR_DAYS = 365


@dataclass(frozen=True)
class Stapregel:
    """One step as the page shows it. `nodig`: sentences on what it still needs."""

    stap: Trajectstap
    naam: str
    uitleg: str
    nodig: list[str]

    @property
    def gedaan(self) -> bool:
        return self.stap.stand == Stapstand.GEDAAN

    @property
    def bezig(self) -> bool:
        return self.stap.stand == Stapstand.BEZIG


@dataclass(frozen=True)
class Aantafel:
    """A member as this reader may see them."""

    lid: Kerngroeplid
    wat: str  # the exact role, or only the group
    staat: str  # "doet mee", "uitgenodigd", "verlopen", "nog niet uitgenodigd"

    @property
    def merk(self) -> str:
        return {Groep.ERVARING: "warm", Groep.BELEID: "third"}.get(self.lid.groep, "")


def listed(trajecten: TrajectQuerySet) -> TrajectQuerySet:
    """For the list: with numbers of people and the round that runs."""
    current = Q(leden__tot=None) | Q(leden__tot__gte=timezone.localdate())
    running = Prefetch("rondes", Ronde.objects.running(), to_attr="lopend")
    return (
        trajecten.select_related("regio")
        .prefetch_related("gemeenten", "wijken", running)
        .annotate(mensen=Count("leden", filter=current, distinct=True))
    )


def stappen(traject: Traject) -> list[Stapregel]:
    nodig = {
        1: _step_kerngroep(traject),
        2: ["Cijfers over het werkgebied verzamelen jullie nu nog zelf."],
        3: _step_rondes(traject),
        4: _step_looking_back(traject),
        5: [],
    }
    return [
        Stapregel(stap, NAMEN[stap.nummer], UITLEG[stap.nummer], nodig[stap.nummer])
        for stap in traject.stappen.all()
    ]


def _step_kerngroep(traject: Traject) -> list[str]:
    advice = rules.advise(_as_shown(traject.leden.current()))
    pressing = [a for a in advice if a.soort not in {"rollen", "ervaring_aan_tafel"}]
    return [_in_one_line(a) for a in pressing[:2]]


def _in_one_line(advies: rules.Advies) -> str:
    """ "Wie mist er nog? Onderwijs en veiligheid." """
    kop = advies.kop if advies.kop.endswith("?") else f"{advies.kop}."
    namen = rules.opgesomd(advies.namen) if advies.namen else ""
    return f"{kop} {namen[:1].upper()}{namen[1:]}." if namen else kop


def _step_rondes(traject: Traject) -> list[str]:
    ronde = traject.rondes.running().first()
    if ronde is None:
        return ["Er loopt nu geen ronde."]
    cards = ronde.kaarten.count()
    opened = ronde.kaarten.filter(stand=Kaartstand.OPEN).count()
    return [f"Ronde {ronde.nummer} loopt: {opened} van {cards} kaarten zijn open."]


def _step_looking_back(traject: Traject) -> list[str]:
    last = traject.rondes.exclude(gesloten_op=None).order_by("gesloten_op").last()
    if last is None or last.gesloten_op is None:
        return ["Sluit eerst een ronde af. Dan kun je later terugkijken."]
    if (timezone.now() - last.gesloten_op).days > YEAR_DAYS:
        return [
            f"Ronde {last.nummer} is meer dan een jaar geleden. Tijd voor een nieuwe?"
        ]
    return []


def advice(traject: Traject, *, reader: Gebruiker) -> tuple[rules.Advies, ...]:
    """What is worth a thought. The facilitator knows every role; others what is shown."""
    leden = traject.leden.current()
    return rules.advise(_as_shown(leden, all_roles=_leads(reader)))


def _as_shown(
    leden: Iterable[Kerngroeplid], *, all_roles: bool = False
) -> list[rules.Lid]:
    return [
        rules.Lid(
            lid.ring, lid.rol, lid.domein, all_roles or lid.toon_als == ToonAls.ROL
        )
        for lid in leden
    ]


def at_the_table(traject: Traject, *, reader: Gebruiker) -> dict[str, list[Aantafel]]:
    """Ring -> members, as `reader` may see them."""
    rows = traject.leden.current().select_related("organisatie", "uitnodiging")
    rows = rows.order_by(by_name(), "pk")
    seen: dict[str, list[Aantafel]] = {ring: [] for ring in Ring.values}
    for lid in rows:
        seen[lid.ring].append(Aantafel(lid, _what(lid, reader), state(lid)))
    return seen


def _leads(reader: Gebruiker) -> bool:
    return may_now(reader, "traject.begeleiden")


def _what(lid: Kerngroeplid, reader: Gebruiker) -> str:
    own = lid.gebruiker_id == reader.pk
    exact = own or _leads(reader) or lid.toon_als == ToonAls.ROL
    label = str(Rol(lid.rol).label if exact else Groep(lid.groep).label)
    # an organisation would tell the role that somebody keeps to the group
    return f"{label}, {lid.organisatie}" if exact and lid.organisatie else label


def state(lid: Kerngroeplid) -> str:
    if lid.gebruiker_id:
        return "doet mee"
    if lid.uitnodiging is None:
        return "nog niet uitgenodigd"
    return "uitgenodigd" if lid.uitnodiging.tot > timezone.now() else "verlopen"
