"""What is released of the card Interventies: answers in own words and the inventory, and
the names a region keeps for itself (open question 4)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count

from basis.disclosure import Regel, visible
from kompas.choices import Gebruik
from kompas.models import (
    EigenWerkwijze,
    Inventarisantwoord,
    OpenAntwoord,
    OpenVraag,
    Ronde,
)
from kompas.rules.opmerkingen import mixed
from toegang.models import Regio

EIGEN_VRAAG = 4  # asks for names the list lacks
LONGEST_NAME = 160  # longer is a sentence, not a name
_BETWEEN = re.compile(r"[\n;,]")


@dataclass(frozen=True)
class Vraaguitkomst:
    """An open question. `zin` says why the answers are withheld, "" when they are not."""

    nummer: int
    tekst: str
    zin: str
    antwoorden: tuple[str, ...]


@dataclass(frozen=True)
class Werkwijzeuitkomst:
    """How often each use was chosen; None and a reason when that is withheld."""

    naam: str
    afkorting: str
    zin: str
    doen: int | None
    willen: int | None
    weet_niet: int | None

    @property
    def n(self) -> int:
        return (self.doen or 0) + (self.willen or 0) + (self.weet_niet or 0)


@dataclass(frozen=True)
class Lijst:
    """One group of the inventory, most used first."""

    naam: str
    werkwijzen: tuple[Werkwijzeuitkomst, ...]

    @property
    def genoemd(self) -> tuple[Werkwijzeuitkomst, ...]:
        return tuple(row for row in self.werkwijzen if row.n)

    @property
    def in_gebruik(self) -> int:
        return sum(1 for row in self.werkwijzen if row.doen)

    @property
    def gewenst(self) -> int:
        """Wanted, and not in use yet."""
        return sum(1 for row in self.werkwijzen if row.willen and not row.doen)

    @property
    def verborgen(self) -> bool:
        """A figure is withheld: what is counted above is the least there is."""
        return any(row.zin for row in self.werkwijzen)

    @property
    def overige(self) -> int:
        return len(self.werkwijzen) - len(self.genoemd)


@dataclass(frozen=True)
class Interventies:
    vragen: tuple[Vraaguitkomst, ...]
    lijsten: tuple[Lijst, ...]
    eigen: tuple[str, ...]
    zin: str  # why figures of the inventory are withheld, "" when none are

    @property
    def antwoorden(self) -> int:
        return sum(len(vraag.antwoorden) for vraag in self.vragen)

    @property
    def woorden_verborgen(self) -> bool:
        return any(vraag.zin for vraag in self.vragen)

    @property
    def in_gebruik(self) -> int:
        return len({row.naam for row in self._all() if row.doen})

    @property
    def gewenst(self) -> int:
        return len({row.naam for row in self._all() if row.willen and not row.doen})

    def _all(self) -> list[Werkwijzeuitkomst]:
        return [row for lijst in self.lijsten for row in lijst.werkwijzen]


def read_interventies(ronde: Ronde, rule: Regel) -> Interventies:
    """Five queries, whatever the number of people. Figures per group are not shown."""
    lijsten = _inventory(ronde, rule)
    reasons = [row.zin for lijst in lijsten for row in lijst.werkwijzen if row.zin]
    return Interventies(
        vragen=_questions(ronde, rule),
        lijsten=lijsten,
        eigen=tuple(
            ronde.traject.regio.eigen_werkwijzen.values_list("naam", flat=True)
        ),
        zin=reasons[0] if reasons else "",
    )


def names_to_merge(uitkomst: Interventies, regio: Regio) -> list[str]:
    """Names in the released answers to question 4 that the region has not kept yet."""
    kept = {name.casefold() for name in _kept(regio)}
    found: dict[str, str] = {}
    for vraag in uitkomst.vragen:
        if vraag.nummer == EIGEN_VRAAG:
            for name in _names(vraag.antwoorden):
                found.setdefault(name.casefold(), name)
    return sorted(name for key, name in found.items() if key not in kept)


def _kept(regio: Regio) -> list[str]:
    rows = EigenWerkwijze.objects.filter(regio=regio).values_list("naam", "ook_genoemd")
    return [name for naam, ook in rows for name in (naam, *ook)]


def _names(antwoorden: tuple[str, ...]) -> list[str]:
    parts = (part for text in antwoorden for part in _BETWEEN.split(text))
    names = (part.strip(" .-\t\u2022") for part in parts)
    return [
        name[:1].upper() + name[1:] for name in names if 0 < len(name) <= LONGEST_NAME
    ]


def _withheld(counts: Counter[str], rule: Regel) -> str:
    """Why the whole may not be shown, "" when it may."""
    vrij = visible({"": counts}, rule)
    return "" if vrij.geheel else vrij.zin


def _questions(ronde: Ronde, rule: Regel) -> tuple[Vraaguitkomst, ...]:
    said: dict[int, list[str]] = defaultdict(list)
    rows = OpenAntwoord.objects.filter(stembriefje__ronde=ronde).exclude(tekst="")
    for vraag, tekst in rows.values_list("vraag", "tekst"):
        said[vraag].append(tekst)
    return tuple(
        _question(vraag, said[vraag.pk], ronde, rule)
        for vraag in OpenVraag.objects.filter(thema__editie=ronde.editie_id)
    )


def _question(
    vraag: OpenVraag, teksten: list[str], ronde: Ronde, rule: Regel
) -> Vraaguitkomst:
    zin = _withheld(Counter({"antwoord": len(teksten)}), rule)
    shown = [] if zin else mixed(ronde.uuid, f"vraag {vraag.pk}", teksten)
    return Vraaguitkomst(vraag.nummer, vraag.tekst, zin, tuple(shown))


def _inventory(ronde: Ronde, rule: Regel) -> tuple[Lijst, ...]:
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    rows = (
        Inventarisantwoord.objects.filter(stembriefje__ronde=ronde)
        .exclude(gebruik="")
        .values_list("werkwijze", "gebruik")
        .annotate(n=Count("*"))
        .order_by()
    )
    for werkwijze, gebruik, n in rows:
        counts[werkwijze][gebruik] = n
    groepen = ronde.editie.werkwijzegroepen.prefetch_related("werkwijzen")
    return tuple(
        Lijst(
            groep.naam,
            tuple(
                sorted(
                    (
                        _method(row.naam, row.afkorting, counts[row.pk], rule)
                        for row in groep.werkwijzen.all()
                    ),
                    key=lambda row: (-(row.doen or 0), -(row.willen or 0), row.naam),
                )
            ),
        )
        for groep in groepen
    )


def _method(
    naam: str, afkorting: str, counts: Counter[str], rule: Regel
) -> Werkwijzeuitkomst:
    zin = _withheld(counts, rule)
    doen, willen, weet_niet = (
        (None, None, None)
        if zin
        else (counts[Gebruik.DOEN], counts[Gebruik.WILLEN], counts[Gebruik.WEET_NIET])
    )
    return Werkwijzeuitkomst(naam, afkorting, zin, doen, willen, weet_niet)
