"""What is released of a round: the one reading for page, PDF and CSV (K8, R3).

Per statement basis/disclosure.py decides what may be shown. What it withholds is not in
these objects, so a page cannot show it by mistake; the reason is. Of a card that is not
open nothing is counted at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils.timezone import localtime

from basis.disclosure import EEN_GROEP, OPEN, VEILIG, Regel, Vrijgave, visible
from kompas.choices import Groep, Kaartstand, Weergave
from kompas.models import (
    Groepsscore,
    Ronde,
    Rondekaart,
    Stelling,
    Stellingantwoord,
)
from kompas.rules import outcomes
from kompas.rules.opmerkingen import merk

from .deelname import joined_per_card
from .werkwijzen import Interventies, read_interventies

EERSTE_BEURT = 1
VORM = 2  # of the report; another when it says other things with the same figures
INTERVENTIES, ORGANISATIES = "interventies", "organisaties"
Counts = Mapping[str, Counter[int | str]]  # group -> choice -> how often


@dataclass(frozen=True)
class Opmerking:
    """Without a name. Of a hidden one the words are gone and the trace is there."""

    merk: str
    tekst: str
    verborgen_op: datetime | None = None
    verborgen_door: str = ""
    reden: str = ""

    @property
    def verborgen(self) -> bool:
        return self.verborgen_op is not None


@dataclass(frozen=True)
class Afspraak:
    """What the group agreed on after the talk."""

    score: int | None
    notitie: str
    op: datetime
    door: str

    @property
    def versie(self) -> str:
        """Which one somebody had before them when they changed it."""
        return self.op.isoformat()


@dataclass(frozen=True)
class Groepsuitkomst:
    groep: str
    naam: str
    uitkomst: outcomes.Uitkomst


@dataclass(frozen=True)
class Stellinguitkomst:
    """One statement. `uitkomst` is None and `groepen` empty where they are withheld;
    `vrij.zin` says why. `mensen`: how many joined who have this card."""

    pk: int
    deel: str
    nummer: int
    volgorde: int
    tekst: str
    toelichting: str
    mensen: int
    voor: int  # groups the card is for
    vrij: Vrijgave
    uitkomst: outcomes.Uitkomst | None
    groepen: tuple[Groepsuitkomst, ...]
    afspraak: Afspraak | None
    opmerkingen: tuple[Opmerking, ...]

    @property
    def plaats(self) -> str:
        """ "stelling 14", or with the part of the card it stands in."""
        return (
            f"{self.deel}, stelling {self.nummer}"
            if self.deel
            else (f"stelling {self.nummer}")
        )

    @property
    def zinnen(self) -> tuple[str, ...]:
        return outcomes.sentences(self.uitkomst) if self.uitkomst else ()

    @property
    def telling(self) -> str:
        if self.uitkomst is None:
            return ""
        return outcomes.count_sentence(self.uitkomst, self.mensen)

    @property
    def naast_elkaar(self) -> bool:
        """Whether there are groups to lay side by side, shown or not: not on a card for
        one group that nobody else took."""
        return self.uitkomst is not None and max(len(self.groepen), self.voor) > 1

    @property
    def weggelaten(self) -> bool:
        """Something is withheld; with one group there is nothing to lay side by side."""
        return self.vrij.reden not in ("", EEN_GROEP)

    @property
    def for_rules(self) -> outcomes.StellingUitkomst:
        groepen = {row.naam.lower(): row.uitkomst for row in self.groepen}
        return outcomes.StellingUitkomst(self.pk, self.uitkomst, groepen)


@dataclass(frozen=True)
class Punt:
    """Something to talk about: a statement and why."""

    stelling: Stellinguitkomst
    waarom: str


@dataclass(frozen=True)
class Punten:
    laagste: tuple[Punt, ...]
    verspreid: tuple[Punt, ...]
    verschil: tuple[Punt, ...]
    onbekend: tuple[Punt, ...]
    gaat_goed: tuple[Punt, ...]


@dataclass(frozen=True)
class Kaartuitkomst:
    """One card. `aantal`: how many statements stand on it. Without `open` that is all
    there is to know."""

    sleutel: str
    naam: str
    voor: str
    past_niet: str
    schaal: tuple[tuple[int, str], ...]
    aantal: int
    open: bool
    veilig: bool
    groepen: tuple[str, ...]
    mensen: int = 0
    stellingen: tuple[Stellinguitkomst, ...] = ()
    interventies: Interventies | None = None

    def statement(self, volgorde: int) -> Stellinguitkomst | None:
        """By its place on the card."""
        found = (row for row in self.stellingen if row.volgorde == volgorde)
        return next(found, None)

    @property
    def samen(self) -> bool:
        """Each answered for the own organisation: shown as one, never ranked."""
        return self.sleutel == ORGANISATIES

    @cached_property
    def thema(self) -> outcomes.ThemaUitkomst:
        return outcomes.summarise_theme(row.for_rules for row in self.stellingen)

    @property
    def zin(self) -> str:
        return outcomes.theme_sentence(self.thema)

    @cached_property
    def punten(self) -> Punten:
        found = outcomes.talk_about(
            [row.for_rules for row in self.stellingen], joined=self.mensen
        )
        by_pk = {row.pk: row for row in self.stellingen}

        def points(rows: Iterable[outcomes.Gesprekspunt]) -> tuple[Punt, ...]:
            return tuple(Punt(by_pk[row.stelling], row.waarom) for row in rows)

        return Punten(
            points(found.laagste),
            points(found.verspreid),
            points(found.verschil),
            points(found.onbekend),
            points(found.gaat_goed),
        )

    @property
    def redenen(self) -> tuple[str, ...]:
        """Why something is withheld on this card, each reason once."""
        return tuple(dict.fromkeys(r.vrij.zin for r in self.stellingen if r.vrij.zin))


@dataclass(frozen=True)
class Rondeuitkomst:
    """A round as everybody sees it who may see its outcomes."""

    uuid: UUID
    nummer: int
    naam: str
    traject: str
    regio: str
    editie: str
    bron: str
    schaal: tuple[tuple[int, str], ...]
    grenzen: outcomes.Grenzen
    weet_niet: str
    veilig: bool
    mensen: int
    dag: date
    gesloten_op: date | None
    kaarten: tuple[Kaartuitkomst, ...] = field(default=())

    @property
    def geopend(self) -> tuple[Kaartuitkomst, ...]:
        return tuple(kaart for kaart in self.kaarten if kaart.open)

    @property
    def inhoud(self) -> str:
        """A hash of all of it: the same figures and words, the same report."""
        return sha256(f"{VORM}{self!r}".encode()).hexdigest()

    def card(self, sleutel: str) -> Kaartuitkomst | None:
        return next((row for row in self.kaarten if row.sleutel == sleutel), None)


def read_round(
    ronde: Ronde, *, thema: str = "", opmerkingen: bool = True
) -> Rondeuitkomst:
    """All that is released, or with `thema` of that card only (the others stay named).

    `opmerkingen`: also the remarks at the statements. A fixed number of queries,
    whatever the number of people; figures are counted by the database.
    """
    kaarten = list(ronde.kaarten.select_related("thema").order_by("thema__nummer"))
    wanted = [
        kaart
        for kaart in kaarten
        if kaart.stand == Kaartstand.OPEN and thema in ("", kaart.thema.sleutel)
    ]
    reader = _Reader(ronde, wanted, opmerkingen=opmerkingen)
    editie = ronde.editie
    traject = ronde.traject
    return Rondeuitkomst(
        uuid=ronde.uuid,
        nummer=ronde.nummer,
        naam=ronde.naam,
        traject=traject.naam,
        regio=traject.regio.naam,
        editie=str(editie),
        bron=editie.bron,
        schaal=tuple(editie.labels.items()),
        grenzen=outcomes.Grenzen(editie.eens_vanaf, editie.deels_eens_vanaf),
        weet_niet=editie.weet_niet,
        veilig=ronde.weergave == Weergave.VEILIG,
        mensen=ronde.deelnames.count(),
        dag=ronde.laatste_antwoord_dag or localtime(ronde.geopend_op).date(),
        gesloten_op=ronde.gesloten_op and localtime(ronde.gesloten_op).date(),
        kaarten=tuple(reader.card(kaart) for kaart in kaarten),
    )


def rule_of(ronde: Ronde, kaart: Rondekaart) -> Regel:
    """The stricter of round and card decides."""
    return VEILIG if Weergave.VEILIG in (ronde.weergave, kaart.weergave) else OPEN


class _Reader:
    """Asks the database once per kind, and hands out card by card."""

    def __init__(
        self, ronde: Ronde, wanted: list[Rondekaart], *, opmerkingen: bool
    ) -> None:
        self.ronde = ronde
        self.wanted = {kaart.pk for kaart in wanted}
        themas = [kaart.thema_id for kaart in wanted]
        editie = ronde.editie
        self.grenzen = outcomes.Grenzen(editie.eens_vanaf, editie.deels_eens_vanaf)
        counted = editie.themas.annotate(n=Count("stellingen"))
        self.aantal = dict(counted.values_list("pk", "n"))
        self.on_card = _statements(themas)
        self.counts = _counts(ronde, themas)
        self.joined = joined_per_card(ronde) if wanted else {}
        self.afspraken = _agreements(ronde, themas)
        self.remarks = _remarks(ronde, themas) if opmerkingen else {}

    def card(self, kaart: Rondekaart) -> Kaartuitkomst:
        thema = kaart.thema
        thema.editie = self.ronde.editie
        rule = rule_of(self.ronde, kaart)
        is_open = kaart.pk in self.wanted
        vrij = self._released(kaart, rule)
        mensen = self._people(kaart, vrij)
        return Kaartuitkomst(
            sleutel=thema.sleutel,
            naam=thema.naam,
            voor=thema.get_voor_display(),
            past_niet=thema.past_niet,
            schaal=thema.schaal,
            aantal=self.aantal[thema.pk],
            open=kaart.stand == Kaartstand.OPEN,
            veilig=rule.hides,
            groepen=tuple(g.label for g in Groep if g.value in kaart.voor_groepen),
            mensen=mensen,
            stellingen=tuple(
                self._statement(kaart, row, vrij[row.pk], mensen)
                for row in self.on_card[kaart.thema_id]
            ),
            interventies=read_interventies(self.ronde, rule)
            if is_open and thema.sleutel == INTERVENTIES
            else None,
        )

    def _released(self, kaart: Rondekaart, rule: Regel) -> dict[int, Vrijgave]:
        joined = self.joined.get(kaart.thema_id, {})
        return {
            row.pk: visible(self.counts[row.pk], rule, joined=joined)
            for row in self.on_card[kaart.thema_id]
        }

    def _people(self, kaart: Rondekaart, vrij: Mapping[int, Vrijgave]) -> int:
        """How many joined who have this card: the denominator. Who took it by choice
        (K3) counts as soon as a figure that is shown says that they answered."""
        sizes = self.joined.get(kaart.thema_id, {})
        joined = sum(sizes.get(groep, 0) for groep in kaart.voor_groepen)
        shown = [pk for pk, row in vrij.items() if row.geheel]
        return max([joined, *(_whole(self.counts[pk]).total() for pk in shown)])

    def _statement(
        self, kaart: Rondekaart, row: Stelling, vrij: Vrijgave, mensen: int
    ) -> Stellinguitkomst:
        counts = self.counts[row.pk]
        return Stellinguitkomst(
            pk=row.pk,
            deel=row.deel.naam,
            nummer=row.nummer,
            volgorde=row.volgorde,
            tekst=row.tekst,
            toelichting=row.toelichting,
            mensen=mensen,
            voor=len(kaart.voor_groepen),
            vrij=vrij,
            uitkomst=self._summary(_whole(counts)) if vrij.geheel else None,
            groepen=self._groups(counts) if vrij.groepen else (),
            afspraak=self.afspraken.get(row.pk),
            opmerkingen=self.remarks.get(row.pk, ()) if vrij.geheel else (),
        )

    def _groups(self, counts: Counts) -> tuple[Groepsuitkomst, ...]:
        return tuple(
            Groepsuitkomst(groep.value, groep.label, self._summary(counts[groep]))
            for groep in Groep
            if groep in counts
        )

    def _summary(self, counts: Mapping[int | str, int]) -> outcomes.Uitkomst:
        return outcomes.summarise_counts(counts, self.grenzen)


def _whole(counts: Counts) -> Counter[int | str]:
    return sum(counts.values(), Counter[int | str]())


def _statements(themas: list[int]) -> dict[int, list[Stelling]]:
    rows: dict[int, list[Stelling]] = defaultdict(list)
    found = Stelling.objects.filter(thema__in=themas).select_related("deel")
    for stelling in found.order_by("volgorde"):
        rows[stelling.thema_id].append(stelling)
    return rows


def _counts(
    ronde: Ronde, themas: list[int]
) -> dict[int, dict[str, Counter[int | str]]]:
    """statement -> group -> choice -> how often, of the first scoring."""
    found: dict[int, dict[str, Counter[int | str]]] = defaultdict(dict)
    rows = (
        _first_scoring(ronde, themas)
        .exclude(keuze="")
        .values_list("stelling", "stembriefje__groep", "keuze")
        .annotate(n=Count("*"))
        .order_by()
    )
    for stelling, groep, keuze, n in rows:
        choice = int(keuze) if keuze.isdecimal() else keuze
        found[stelling].setdefault(groep, Counter())[choice] = n
    return found


def _first_scoring(ronde: Ronde, themas: list[int]) -> QuerySet[Stellingantwoord]:
    return Stellingantwoord.objects.filter(
        stembriefje__ronde=ronde, stelling__thema__in=themas, beurt=EERSTE_BEURT
    )


def _agreements(ronde: Ronde, themas: list[int]) -> dict[int, Afspraak]:
    rows = Groepsscore.objects.filter(ronde=ronde, stelling__thema__in=themas)
    return {
        row.stelling_id: Afspraak(
            row.score,
            row.notitie,
            row.vastgelegd_op,
            row.vastgelegd_door.naam if row.vastgelegd_door else "",
        )
        for row in rows.select_related("vastgelegd_door")
    }


def _remarks(ronde: Ronde, themas: list[int]) -> dict[int, tuple[Opmerking, ...]]:
    """Per statement, in the order of rules/opmerkingen.py."""
    found: dict[int, list[Opmerking]] = defaultdict(list)
    rows = _first_scoring(ronde, themas).exclude(opmerking="")
    for row in rows.select_related("verborgen_door"):
        mark = merk(ronde.uuid, f"stelling {row.stelling_id}", row.opmerking)
        if row.verborgen_op is None:
            found[row.stelling_id].append(Opmerking(mark, row.opmerking))
            continue
        door = row.verborgen_door.naam if row.verborgen_door else ""
        found[row.stelling_id].append(
            Opmerking(mark, "", row.verborgen_op, door, row.verborgen_reden)
        )
    return {
        pk: tuple(sorted(remarks, key=lambda remark: remark.merk))
        for pk, remarks in found.items()
    }
