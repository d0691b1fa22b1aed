"""Which essential provisions table 4.1 names per function, and how the kaart shows them.

Source: generieke module EPA, table 4.1 (functions and essential provisions, after GGz
Breburg and Trimbos-instituut, 2012). The left part is from there; how a provision of the
kaart is recognised is ours: by what its organisation is (first of all, or also), by what it says of itself, or
by a word in its name, other name or keywords. It counts only where the keeper also ticked
the function: recognised by mistake would hide a hole.

Words are folded and looked up anywhere in the text; a space before one means that a word
begins so (" werk" is not netwerk).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .witte_vlekken import Aanbod, Rij, Vak, count, spread

ERVARING, ONAFHANKELIJK, ALTIJD = "ervaring", "onafhankelijk", "altijd"
LAAGDREMPELIG, BUURT, THUIS, WIJK = "laagdrempelig", "buurt", "thuis", "wijk"


@dataclass(frozen=True)
class Herkend:
    """One of these is enough: a kind of organisation, a trait, a word, a working method."""

    soorten: tuple[str, ...] = ()
    kenmerken: tuple[str, ...] = ()
    woorden: tuple[str, ...] = ()

    def fits(self, plek: Aanbod) -> bool:
        if not plek.soorten.isdisjoint(self.soorten):
            return True
        if not plek.kenmerken.isdisjoint(self.kenmerken):
            return True
        text = plek.tekst
        for word in self.woorden:  # noqa: SIM110 - asked 100,000 times for a page
            if word in text:
                return True
        return False


@dataclass(frozen=True)
class Essentieel:
    functie: str
    sleutel: str
    naam: str
    aan: Herkend


def _row(
    functie: str,
    sleutel: str,
    naam: str,
    *,
    soorten: str = "",
    kenmerken: str = "",
    woorden: Sequence[str] = (),
) -> Essentieel:
    aan = Herkend(tuple(soorten.split()), tuple(kenmerken.split()), tuple(woorden))
    return Essentieel(functie, sleutel, naam, aan)


TABEL = (
    _row("veiligheid", "crisis", "Crisishulp", soorten="crisisdienst iht hic",
         woorden=["crisis"]),
    _row("veiligheid", "timeout", "Time-outplek", soorten="respijt",
         woorden=["time out", "timeout", "respijt", "logeerhuis"]),
    _row("veiligheid", "buurtzorg", "Zorg in de buurt", soorten="bemoeizorg",
         woorden=["buurtzorg", "wijkverple", "bemoeizorg", "vangnet"]),
    _row("veiligheid", "politie", "Politie", soorten="politie",
         woorden=[" politie", "wijkagent"]),
    _row("basis", "wonen", "Plekken om te wonen", soorten="wonen corporatie",
         woorden=[" wonen", " woon", "huisvesting", "housing"]),
    _row("basis", "opvang", "Opvang", soorten="opvang", woorden=["opvang"]),
    _row("basis", "thuiszorg", "Thuiszorg",
         woorden=["thuiszorg", "wijkverple", "huishoudelijke hulp",
                  "hulp in de huishouding"]),
    _row("basis", "maaltijd", "Maaltijden",
         woorden=["maaltijd", "eettafel", "eetcafe", "samen eten", "voedselbank",
                  " koken"]),
    _row("toegang", "casemanagement", "Casemanagement", soorten="fact wijkteam",
         woorden=["casemanage", "case manage", " fact ", "trajectbegeleid"]),
    _row("klachten", "behandeling", "Behandeling",
         soorten="fact basisggz vrijgevestigd iht hic kliniek",
         woorden=["behandel", "therapie", "psycholo", "psychiat"]),
    _row("gezondheid", "gezondheidszorg", "Algemene gezondheidszorg",
         soorten="huisarts ggd",
         woorden=["huisarts", "tandarts", "mondzorg", "fysiotherap", "dietist",
                  "apothe", "wijkverple"]),
    _row("gezondheid", "welzijn", "Algemene welzijnszorg", soorten="welzijn",
         woorden=["welzijn"]),
    _row("gezondheid", "preventie", "Preventie", soorten="ggd",
         woorden=["preventie", "screening", "gezondheidscheck", "stoppen met"]),
    _row("gezondheid", "leefstijl", "Leefstijl",
         woorden=["leefstijl", " sport", "beweeg", " bewegen", "gezond eten", "wandel",
                  " fit"]),
    _row("steun", "netwerk", "Hulp bij een sociaal netwerk",
         woorden=["maatje", "ontmoet", "inloop", "netwerk", "lotgenoten", "buurtcirkel",
                  "vriend", "buddy"]),
    _row("kracht", "zelfhulp", "Zelfhulpgroepen",
         woorden=["zelfhulp", "lotgenoten", " aa "]),
    _row("kracht", "training", "Hersteltrainingen", soorten="academie zelfregie",
         woorden=["herstel", " wrap"]),
    _row("kracht", "ervaring", "Ervaringsdeskundigheid", kenmerken=ERVARING,
         woorden=["ervaringsdeskundig", "ervaringswerk"]),
    _row("ontplooiing", "talent", "Hulp bij ontdekken wat je kunt",
         soorten="academie zelfregie onderwijs",
         woorden=["talent", " cursus", "atelier", "creatief", "loopbaan", " leren ",
                  "ontplooi", "ontwikkel"]),
    _row("meedoen", "leren_wonen", "Leren wonen", soorten="wonen",
         woorden=[" woon", " wonen", "thuisbegeleid", "ambulante begeleid"]),
    _row("meedoen", "leren_werken", "Leren werken", soorten="werk dagbesteding",
         woorden=[" werk", "jobcoach", "arbeid", "dagbesteding", " ips "]),
    _row("meedoen", "leren_leren", "Leren en een opleiding", soorten="onderwijs academie",
         woorden=["opleiding", " school", "scholing", " leren ", "studie", "taalles"]),
    _row("rechten", "belangen", "Opkomen voor je belangen", soorten="familie",
         kenmerken=ONAFHANKELIJK,
         woorden=["belangen", "clientenraad", "vertrouwenspersoon",
                  "clientondersteun"]),
    _row("rechten", "rechtshulp", "Rechtshulp",
         woorden=["rechtshulp", "rechtswinkel", "juridisch", "raadslieden", "raadsman",
                  "advoca", "rechtsbijstand"]),
)  # fmt: skip


@dataclass(frozen=True)
class Voorzien:
    """An essential provision: what the kaart has of it, in the region and per gemeente."""

    functie: str
    functienaam: str
    sleutel: str
    naam: str
    regio: Vak
    vakken: tuple[Vak, ...]
    mist_in: tuple[str, ...]

    @property
    def mist(self) -> bool:
        return self.regio.leeg


def essentials(
    functies: Sequence[Rij],
    aanbod: Iterable[Aanbod],
    gemeenten: Sequence[tuple[int, str]],
) -> list[Voorzien]:
    """Every row of the table, in its order."""
    plekken = [plek for plek in aanbod if plek.gemeenten]
    names = {rij.sleutel: rij.naam for rij in functies}
    found = []
    for row in TABEL:
        there = [p for p in plekken if row.functie in p.functies and row.aan.fits(p)]
        cells = spread(there, [gemeente for gemeente, _ in gemeenten])
        missing = tuple(
            naam for (_, naam), cell in zip(gemeenten, cells, strict=True) if cell.leeg
        )
        found.append(
            Voorzien(
                row.functie,
                names.get(row.functie, row.functie),
                row.sleutel,
                row.naam,
                count(there),
                cells,
                missing,
            )
        )
    return found


@dataclass(frozen=True)
class Functiebeeld:
    """The essential provisions of one function, those that are there and those that are
    missing somewhere; one can be in both."""

    naam: str
    rijen: tuple[Voorzien, ...]

    @property
    def er(self) -> list[Voorzien]:
        return [row for row in self.rijen if not row.mist]

    @property
    def ontbreekt(self) -> list[Voorzien]:
        return [row for row in self.rijen if row.mist_in]


def by_function(rijen: Iterable[Voorzien]) -> list[Functiebeeld]:
    found: dict[str, list[Voorzien]] = {}
    for row in rijen:
        found.setdefault(row.functienaam, []).append(row)
    return [Functiebeeld(naam, tuple(rows)) for naam, rows in found.items()]
