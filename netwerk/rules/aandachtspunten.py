"""The six points of attention for gemeenten, and what the kaart says about each.

Source of the points: the factsheet for gemeenten on the generieke module EPA. The words are
ours, and so is what we look for on the kaart. What a kaart cannot tell stands beside it:
nobody should take a number of places for good housing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .essentieel import ALTIJD, BUURT, LAAGDREMPELIG, THUIS, WIJK, Herkend
from .witte_vlekken import Aanbod, Vak, count, spread


@dataclass(frozen=True)
class Teken:
    """Something on the kaart that says something about a point; `functies`: only with one
    of these."""

    naam: str
    aan: Herkend
    functies: tuple[str, ...] = ()

    def fits(self, plek: Aanbod) -> bool:
        ticked = not self.functies or not plek.functies.isdisjoint(self.functies)
        return ticked and self.aan.fits(plek)


@dataclass(frozen=True)
class Aandachtspunt:
    nummer: int
    naam: str
    uitleg: str
    vraag: str  # what the kaart cannot tell
    tekens: tuple[Teken, ...]


def _sign(
    naam: str,
    *,
    soorten: str = "",
    kenmerken: str = "",
    woorden: Sequence[str] = (),
    functies: str = "",
) -> Teken:
    aan = Herkend(tuple(soorten.split()), tuple(kenmerken.split()), tuple(woorden))
    return Teken(naam, aan, tuple(functies.split()))


PUNTEN = (
    Aandachtspunt(
        1,
        "Wonen",
        "Er zijn genoeg vaste, betaalbare plekken om te wonen. De hulp bij het wonen kan"
        " meer of minder worden, en lang duren als dat nodig is.",
        "Of een huis betaalbaar is, en of er een vrij is, staat niet op de kaart. Vraag het"
        " aan de woningcorporatie.",
        (
            _sign("Wonen met hulp", soorten="wonen",
                  woorden=["beschermd wonen", "begeleid wonen", "housing first",
                           "woonbegeleid"]),
            _sign("Hulp die bij je thuis komt", kenmerken=THUIS,
                  functies="basis toegang klachten meedoen"),
            _sign("Opvang", soorten="opvang", woorden=["opvang"], functies="basis"),
        ),
    ),
    Aandachtspunt(
        2,
        "Dagbesteding, opleiding, stage en werk",
        "Van een plek om te zijn tot betaald werk: er is voor ieder iets, en het een sluit"
        " aan op het ander.",
        "Of iemand van de ene plek naar de andere kan, staat niet op de kaart. Vraag het aan"
        " mensen die het deden.",
        (
            _sign("Dagbesteding", soorten="dagbesteding",
                  woorden=["dagbesteding", "dagactivit", "atelier", "zorgboerderij"]),
            _sign("Opleiding", soorten="onderwijs academie",
                  woorden=["opleiding", "scholing", "studie"]),
            _sign("Stage of vrijwilligerswerk",
                  woorden=[" stage", "leerwerk", "vrijwilligerswerk", "werkervaring"]),
            _sign("Hulp bij betaald werk", soorten="werk",
                  woorden=["jobcoach", " ips ", "betaald werk", "arbeid"]),
        ),
    ),
    Aandachtspunt(
        3,
        "Welkom zijn, en hoe mensen erover denken",
        "Sportclub, buurthuis en bibliotheek zijn er ook voor mensen die het moeilijk hebben."
        " En er is iets te doen waar mensen elkaar leren kennen.",
        "Of iemand zich er welkom voelt, weten alleen de mensen zelf.",
        (
            _sign("Zo binnenlopen", kenmerken=LAAGDREMPELIG,
                  functies="steun ontplooiing meedoen gezondheid"),
            _sign("Elkaar leren kennen en uitleg voor iedereen",
                  woorden=["ontmoet", "voorlichting", "publiek", "beeldvorming", "stigma",
                           "ervaringsverhaal"]),
        ),
    ),
    Aandachtspunt(
        4,
        "Steun aan clubs die helpen herstellen en meedoen",
        "Herstelacademie, zelfregiecentrum, buurthuis en hulp naar werk kunnen hun werk doen."
        " De gemeente helpt daarbij.",
        "Of zij genoeg geld en mensen hebben, staat niet op de kaart. Vraag het hun.",
        (
            _sign("Herstelacademie", soorten="academie", woorden=["herstelacademie"]),
            _sign("Zelfregiecentrum", soorten="zelfregie", woorden=["zelfregie"]),
            _sign("Buurthuis of wijkcentrum",
                  woorden=["buurthuis", "wijkcentrum", "buurtcentrum", "buurtkamer",
                           "dorpshuis", "huis van de wijk"]),
            _sign("Hulp naar werk", soorten="werk",
                  woorden=["reintegratie", "re integratie", "jobcoach", " ips "]),
        ),
    ),
    Aandachtspunt(
        5,
        "Steun aan mensen in de wijk, dag en nacht",
        "Buren weten wie ze kunnen bellen als het misgaat. Er is een meldpunt dat 24 uur per"
        " dag opneemt, en duidelijk is wie dan komt.",
        "Of er ’s nachts echt iemand opneemt, staat niet op de kaart. Bel eens.",
        (
            _sign("Dag en nacht bereikbaar", kenmerken=ALTIJD,
                  functies="veiligheid toegang"),
            _sign("Meldpunt", soorten="bemoeizorg",
                  woorden=["meldpunt", "vangnet", "bemoeizorg"]),
            _sign("Er voor buren en omgeving", kenmerken=BUURT),
        ),
    ),
    Aandachtspunt(
        6,
        "Samen in de wijk",
        "Hulp is dichtbij en gaat over alles wat in een leven speelt. Wie helpen, kennen"
        " elkaar en de mensen in de wijk.",
        "Of zij elkaar kennen en samen plannen maken, staat niet op de kaart. Daar gaat het"
        " gesprek met het Kompas over.",
        (
            _sign("Sociaal wijkteam", soorten="wijkteam", woorden=["wijkteam"]),
            _sign("Plekken voor één wijk", kenmerken=WIJK),
            _sign("Iemand die alles overziet", soorten="fact",
                  woorden=["casemanage", " fact ", "netwerk", "buurtcirkel"],
                  functies="toegang steun"),
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Gezien:
    """What the kaart has of a sign, in the region and per gemeente."""

    naam: str
    regio: Vak
    vakken: tuple[Vak, ...]
    mist_in: tuple[str, ...]


@dataclass(frozen=True)
class Punt:
    punt: Aandachtspunt
    tekens: tuple[Gezien, ...]


def points(
    aanbod: Iterable[Aanbod], gemeenten: Sequence[tuple[int, str]]
) -> list[Punt]:
    plekken = [plek for plek in aanbod if plek.gemeenten]
    return [
        Punt(punt, tuple(_seen(teken, plekken, gemeenten) for teken in punt.tekens))
        for punt in PUNTEN
    ]


def _seen(
    teken: Teken, plekken: Sequence[Aanbod], gemeenten: Sequence[tuple[int, str]]
) -> Gezien:
    there = [plek for plek in plekken if teken.fits(plek)]
    cells = spread(there, [gemeente for gemeente, _ in gemeenten])
    missing = (
        naam for (_, naam), cell in zip(gemeenten, cells, strict=True) if cell.leeg
    )
    return Gezien(teken.naam, count(there), cells, tuple(missing))
