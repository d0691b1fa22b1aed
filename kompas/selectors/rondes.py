"""How far a round is: who takes part, and how many finished each card.

Reads the side of taking part only (Deelname, Kaartklaar) and never a ballot or an answer:
before a card is open nothing else is known about it. Names and cards never come together:
`progress` holds numbers, `people` holds names.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from basis.disclosure import VEILIG
from kompas.choices import Groep, Kaartstand, Rol, Weergave
from kompas.models import Deelname, Kaartklaar, Kerngroeplid, Ronde, Rondekaart
from kompas.querysets import KaartQuerySet
from kompas.selectors import genodigd

MERKEN = {Groep.ERVARING: "warm", Groep.UITVOERING: "brand", Groep.BELEID: "third"}


@dataclass(frozen=True)
class Kaartregel:
    """A card: `krijgen` people in the round have it, `klaar` of them finished it.

    Who takes it by choice (K3) counts from the moment they finished it.
    """

    kaart: Rondekaart
    krijgen: int
    klaar: int
    te_klein: list[str]  # groups that keep all groups hidden, when the card is "veilig"

    @property
    def is_open(self) -> bool:
        return self.kaart.stand == Kaartstand.OPEN

    @property
    def bezig(self) -> int:
        return self.krijgen - self.klaar

    @property
    def voor(self) -> str:
        if len(self.kaart.voor_groepen) == len(Groep):
            return "iedereen"
        return " en ".join(Groep(g).label.lower() for g in self.kaart.voor_groepen)


@dataclass(frozen=True)
class Voortgang:
    """Numbers only. `klaar`: how many people have no card left to fill in alone."""

    kaarten: list[Kaartregel]
    groepen: Mapping[str, int]  # group -> people in the round
    klaar: int

    @property
    def mensen(self) -> int:
        return sum(self.groepen.values())

    @property
    def bezig(self) -> int:
        return self.mensen - self.klaar

    @property
    def geopend(self) -> bool:
        return any(regel.is_open for regel in self.kaarten)

    @property
    def dicht(self) -> list[Kaartregel]:
        return [regel for regel in self.kaarten if not regel.is_open]

    @property
    def per_groep(self) -> list[tuple[str, str, int]]:
        """(mark, name, people) of each group."""
        return [
            (merk, groep.label.lower(), self.groepen.get(groep, 0))
            for groep, merk in MERKEN.items()
        ]

    def etag(self, ronde: Ronde, at: datetime) -> str:
        """Changes with any figure, with the round, and with the minute that is shown."""
        seen = (
            f"{at:%H:%M}",
            ronde.open,
            self.klaar,
            *(self.groepen.get(groep, 0) for groep in Groep.values),
            *((r.kaart.stand, r.krijgen, r.klaar) for r in self.kaarten),
        )
        return f'"{hashlib.sha256(repr(seen).encode()).hexdigest()[:16]}"'


def progress(ronde: Ronde) -> Voortgang:
    kaarten = list(_cards(ronde))
    joined = list(ronde.deelnames.values_list("pk", "groep"))
    done = set(
        Kaartklaar.objects.filter(deelname__ronde=ronde).values_list(
            "deelname", "kaart"
        )
    )
    groepen = Counter(groep for _, groep in joined)
    regels = [
        _line(kaart, joined, done, _too_small(ronde, kaart, groepen))
        for kaart in kaarten
    ]
    shut = [kaart for kaart in kaarten if kaart.stand == Kaartstand.DICHT]
    ready = sum(
        all((who, kaart.pk) in done for kaart in shut if groep in kaart.voor_groepen)
        for who, groep in joined
    )
    return Voortgang(regels, groepen, ready)


def _cards(ronde: Ronde) -> KaartQuerySet:
    rows = ronde.kaarten.select_related("thema").order_by("thema__nummer")
    return rows.annotate(
        stellingen=Count("thema__stellingen", distinct=True),
        vragen=Count("thema__open_vragen", distinct=True),
    )


def _line(
    kaart: Rondekaart,
    joined: Iterable[tuple[int, str]],
    done: set[tuple[int, int]],
    te_klein: list[str],
) -> Kaartregel:
    has_it = {who for who, groep in joined if groep in kaart.voor_groepen}
    finished = {who for who, pk in done if pk == kaart.pk}
    return Kaartregel(kaart, len(has_it | finished), len(finished), te_klein)


def _too_small(
    ronde: Ronde, kaart: Rondekaart, groepen: Mapping[str, int]
) -> list[str]:
    """Groups with so few people that "veilig" hides every group (K8). A group in which
    nobody is hides nothing, and one group alone has nothing beside it."""
    there = [naam for naam in kaart.voor_groepen if groepen.get(naam)]
    if Weergave.VEILIG not in (ronde.weergave, kaart.weergave) or len(there) == 1:
        return []
    few = [naam for naam in there if groepen[naam] < VEILIG.groep_vanaf]
    return [Groep(naam).label.lower() for naam in few]


@dataclass(frozen=True)
class Mens:
    naam: str
    wat: str
    merk: str


@dataclass(frozen=True)
class Mensen:
    """Who began and who did not, by name; guests have none. Without any card."""

    begonnen: list[Mens]
    gasten: int
    wachten: list[Mens]  # a letter can reach them


def people(ronde: Ronde) -> Mensen:
    leden = {
        lid.gebruiker_id: lid
        for lid in ronde.traject.leden.current().select_related("organisatie")
    }
    named = ronde.deelnames.exclude(gebruiker=None).select_related("gebruiker")
    return Mensen(
        [_joined(deelname, leden) for deelname in named.order_by("gebruiker__naam")],
        ronde.deelnames.filter(gebruiker=None).count(),
        [_member(lid) for lid in genodigd.not_started(ronde).order_by("naam")],
    )


def _joined(deelname: Deelname, leden: Mapping[int | None, Kerngroeplid]) -> Mens:
    lid = leden.get(deelname.gebruiker_id)
    if lid is not None:
        return _member(lid)
    naam = deelname.gebruiker.naam if deelname.gebruiker else ""
    return Mens(naam, Groep(deelname.groep).label, _mark(deelname.groep))


def _member(lid: Kerngroeplid) -> Mens:
    wat = lid.organisatie.naam if lid.organisatie else Rol(lid.rol).label
    return Mens(lid.naam, str(wat), _mark(lid.groep))


def _mark(groep: str) -> str:
    """The class of an avatar; uitvoering has the colour that it has of itself."""
    return {Groep.ERVARING.value: "warm", Groep.BELEID.value: "third"}.get(groep, "")
