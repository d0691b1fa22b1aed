"""Who may do what: the one table. docs/toegang.md is made from it, querysets ask it.

A role (Soort) that is not named may not. *Where* it holds (the traject, the region) is the
scope of the role and stands in the queryset of the thing itself. What a person may see of
a client's plan is not decided here but by poort.rechten (netwerk/).
"""

from dataclasses import dataclass

from .choices import Soort

PB, KL, RB = Soort.PROCESBEGELEIDER, Soort.KERNGROEPLID, Soort.REGIOBEHEERDER
PR, ED, TL = Soort.PROFESSIONAL, Soort.ERVARINGSDESKUNDIGE, Soort.TEAMLEIDER
OB, PL, GM = Soort.ORGANISATIEBEHEERDER, Soort.PLATFORMBEHEER, Soort.GEMEENTE
FG = Soort.FUNCTIONARIS


@dataclass(frozen=True)
class Handeling:
    """`zin` completes "Mag je …" in plain Dutch; `wie` are the kinds of role that may."""

    zin: str
    wie: frozenset[Soort]


def _may(zin: str, *wie: Soort) -> Handeling:
    return Handeling(zin, frozenset(wie))


PERMISSIONS: dict[str, Handeling] = {
    "traject.maken": _may("een nieuw traject beginnen", RB),
    "traject.bekijken": _may(
        "een traject, de kerngroep en de stappen zien", PB, KL, RB
    ),
    "begeleider.vragen": _may("iemand vragen om een traject te begeleiden", RB),
    "traject.begeleiden": _may("een traject, de stappen en de kerngroep bijhouden", PB),
    "traject.uitnodigen": _may("mensen uitnodigen voor een traject", PB),
    "lid.eigen_keuze": _may("kiezen hoe je zelf in de kerngroep staat", KL),
    "ronde.bekijken": _may("zien welke rondes er zijn en hoe ver ze zijn", PB, KL, RB),
    "ronde.begeleiden": _may("een ronde beginnen, kaarten openen en sluiten", PB),
    "ronde.meedoen": _may("zelf antwoord geven in een ronde", PB, KL, RB),
    "uitkomst.bekijken": _may("de uitkomst van een geopende kaart zien", PB, KL, RB),
    "uitkomst.vastleggen": _may("een gezamenlijke score noteren", PB),
    "opmerking.verbergen": _may("een opmerking verbergen of weer tonen", PB),
    "hulpnummer.bijhouden": _may("de hulpnummers van de regio bijhouden", RB),
    "editie.bekijken": _may("de gesprekskaarten lezen", PB, KL, RB),
    "editie.laden": _may("een andere editie van het Kompas laden", RB),
    "voorziening.bijhouden": _may(
        "een plek op de sociale kaart toevoegen en bijhouden", OB, RB
    ),
    "organisatieprofiel.bijhouden": _may(
        "opschrijven wat de sociale kaart over een organisatie zegt", OB, RB
    ),
    "melding.behandelen": _may("een melding over de sociale kaart behandelen", OB, RB),
    "voorstel.doen": _may(
        "een verandering van de sociale kaart voorstellen", PR, ED, TL, OB, RB
    ),
    "voorstel.behandelen": _may(
        "een voorstel voor de sociale kaart overnemen of niet", OB, RB
    ),
    "voorziening.samenvoegen": _may("twee pagina’s over dezelfde plek samenvoegen", RB),
    "verwijzersnummer.zien": _may(
        "het nummer voor verwijzers op de sociale kaart zien", PR, ED, TL, OB, RB
    ),
    "kaart.inrichten": _may("synoniemen en instellingen van de sociale kaart", RB),
    "organisatie.bijhouden": _may("organisaties van de regio bijhouden", RB),
    "team.bijhouden": _may("teams van een organisatie bijhouden", OB, RB),
    "gebied.bijhouden": _may("gemeenten en wijken van de regio bijhouden", RB),
    "plan.inrichten": _may("kiezen vanaf welke leeftijd een plan begint", RB),
    "huisstijl.bijhouden": _may("de naam, de kleuren en het logo van de regio", RB),
    "mensen.bijhouden": _may(
        "mensen uitnodigen en rollen geven of beëindigen", OB, RB, PL
    ),
    "regio.bijhouden": _may("regio's maken en instellen", PL),
    "platform.inzien": _may("zien of het platform werkt en hoe het is ingesteld", PL),
    "kaart.uitwisselen": _may("de sociale kaart in- en uitvoeren", RB),
    "witte_vlekken.bekijken": _may("zien waar hulp ontbreekt", RB, GM, PB),
    "plan.starten": _may(
        "een brief geven waarmee iemand een eigen plan begint", PR, ED
    ),
    "clienten.bekijken": _may("zien wie een deel van een plan met je deelt", PR, ED),
    "vertegenwoordiger.vastleggen": _may(
        "vastleggen wie namens een cliënt beslist die je behandelt", PR
    ),
    "noodtoegang.openen": _may("in een noodgeval openen wat een cliënt koos", PR),
    "noodtoegang.nakijken": _may("een noodtoegang nakijken", FG),
    "logvraag.beantwoorden": _may(
        "vragen van cliënten over het logboek lezen en beantwoorden", FG
    ),
    "logboek.nakijken": _may("het deel van het logboek van een organisatie zien", FG),
    "naam.afschermen": _may(
        "besluiten dat een cliënt de naam van een medewerker niet ziet", FG
    ),
    "deelnemer.antwoord_zien": _may("zien wie wat antwoordde"),  # nobody, ever
}

_OF_ORGANISATION = [
    Soort.PROFESSIONAL,
    Soort.ERVARINGSDESKUNDIGE,
    OB,
    Soort.TEAMLEIDER,
    Soort.FUNCTIONARIS,
]
# which kinds of role the one who keeps people gives and ends, in the order of the page
MAY_GIVE: dict[Soort, list[Soort]] = {
    PL: [RB, PL],
    RB: [*_OF_ORGANISATION, GM, RB],
    OB: _OF_ORGANISATION,
}


def may(soort: str | None, act: str) -> bool:
    """Raises KeyError for an act the table does not know."""
    return soort in PERMISSIONS[act].wie
