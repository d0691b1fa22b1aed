"""A line of the log, said to the client in plain words (T6): who, what, and why that might be.
Pure: no Django, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .onderdelen import ONDERDELEN
from .toestemming import JOUW, in_a_row

_MEDEWERKER = "Een medewerker van {}"
_PIECES = {
    "R": "las {}",
    "C": "schreef iets nieuws in {}",
    "U": "veranderde iets in {}",
    "D": "haalde iets weg uit {}",
    "E": "deed iets met {}",
}
_DONE = {
    ("adres", "E"): "wilde iets veranderen in {}. Dat mocht niet",
    ("afdruk", "E"): "printte {}",
    ("agenda", "E"): "zette een dag uit {} in een agenda",
    ("kaartvraag", "U"): "schreef op dat iemand op {} mag staan",
    ("kaartakkoord", "R"): "las de eigen regel op {}",
    ("kaartakkoord", "U"): "gaf antwoord op de vraag om op {} te staan",
    ("kaartcode", "C"): "maakte een pasje van {}",
    ("kaartcode", "D"): "trok het pasje van {} in",
    ("schermkaart", "C"): "liet een QR-code van {} zien",
    ("schermkaart", "D"): "stopte met de QR-code van {}",
    ("telefoonkaart", "E"): "zette {} op een telefoon",
    ("telefoonkaart", "D"): "haalde {} van alle telefoons",
    ("client", "C"): "begon dit plan",
    ("toestemming", "R"): "keek wie wat mag zien",
    ("naastenuitnodiging", "R"): "las een vraag om mee te lezen",
    ("toestemming", "U"): "veranderde wie wat mag zien",
    ("toestemming_later", "U"): "koos wat iemand later mag zien",
    ("bevoegdheid", "R"): "keek wie iets namens jou mag doen",
    ("bevoegdheid", "C"): "legde vast dat iemand iets namens jou mag doen",
    ("bevoegdheid", "U"): "veranderde wat iemand namens jou mag doen",
    ("bevoegdheid", "D"): "legde vast dat iemand niets meer namens jou doet",
    ("toestemming", "E"): "vroeg je opnieuw wie wat mag zien",
    ("betrokkenheid", "C"): "zette iemand in je lijst van wie ziet wat",
    ("betrokkenheid", "D"): "haalde iemand uit je lijst van wie ziet wat",
    ("naastenuitnodiging", "C"): "vroeg iemand om mee te lezen",
    ("naastenuitnodiging", "D"): "nam een vraag om mee te lezen terug",
    ("naastenuitnodiging", "E"): "kreeg je vraag om mee te lezen",
    ("naastenuitnodiging", "U"): "zei ja op je vraag om mee te lezen",
    ("noodkeuze", "U"): "koos wat er open mag in een noodgeval",
    ("noodtoegang", "E"): "opende een deel van je plan",
    ("noodtoegang", "U"): "sloot wat open was",
    ("noodverslag", "U"): "schreef op wat er is gedaan",
    ("noodoordeel", "U"): "keek na of dit nodig was",
    ("logboek", "R"): "keek wie er in je plan keek",
    ("logvraag", "C"): "stelde een vraag over een regel hier",
    ("logvraag", "R"): "las je vraag over een regel hier",
    ("logvraag", "U"): "gaf antwoord op je vraag over een regel hier",
    (
        "naamafscherming",
        "C",
    ): "besloot om de naam van een medewerker niet te laten zien",
    ("naamafscherming", "D"): "besloot om de naam van een medewerker weer te tonen",
}
_ABOUT_RIGHTS = {
    "toestemming",
    "toestemming_later",
    "betrokkenheid",
    "bevoegdheid",
    "naamafscherming",
}
_REFUSED = "wilde {} openen. Dat mocht niet"
_BY = {
    "pasje": "Iemand met je pasje",
    "scherm": "Iemand die de QR-code op je scherm scande",
}
_GROUNDS = {
    "toestemming": "Jij gaf hier toestemming voor.",
    "behandeling": "Nodig voor je behandeling.",
    "vertegenwoordiging": "Mag dit namens jou doen.",
    "functionaris": "Let bij deze organisatie op privacy.",
    "genoemd": "Staat op je crisiskaart, of is daarvoor gevraagd.",
    "pasje": "Met de code op je pasje kan iemand je crisiskaart lezen.",
    "scherm": "Jij liet de QR-code op je scherm zien.",
}


@dataclass(frozen=True)
class Feit:
    """What one line says, or several of one moment that differ in their part alone.

    `naam` and `organisatie` are for people, "" where they are not known or not told; `rol` is
    what the role is called. `wie` is how the client knows them: "mijn zus", or the work.
    """

    actie: str
    soort: str
    delen: Sequence[str] = ()
    geweigerd: bool = False
    zelf: bool = False
    naam: str = ""
    rol: str = ""
    organisatie: str = ""
    wie: str = ""
    grond: str = ""
    door_mij: bool = False
    nood: bool = False
    taak: bool = False


def who(feit: Feit) -> str:
    """As the beginning of a sentence."""
    if feit.zelf:
        return "Jij"
    if feit.naam:
        return feit.naam
    if feit.grond in _BY:
        return _BY[feit.grond]
    if feit.taak:
        return "Het systeem"
    if feit.rol and feit.organisatie and not feit.geweigerd:
        return f"Een {feit.rol.lower()} van {feit.organisatie}"
    return _MEDEWERKER.format(feit.organisatie) if feit.organisatie else "Iemand"


def sentence(feit: Feit) -> str:
    done = _DONE.get((feit.soort, feit.actie))
    if done is None or (feit.geweigerd and feit.soort != "adres"):
        done = _REFUSED if feit.geweigerd else _PIECES[feit.actie]
    said = f"{who(feit)} {done.format(parts(feit.delen))}."
    return f"Noodtoegang: {said}" if feit.nood else said


def why(feit: Feit) -> str:
    """Who that is to the client, and on which ground; "" where the sentence says it all."""
    said = []
    if feit.naam and not feit.zelf:
        said.append(_known_as(feit))
    if feit.geweigerd:
        said.append("Er is niets getoond.")
    elif not feit.zelf:
        said.append(_ground(feit))
    return " ".join(words for words in said if words)


def _known_as(feit: Feit) -> str:
    """ "Mijn broer." is how the client wrote it: as their own words."""
    if feit.wie:
        known = f"{feit.wie}, {feit.organisatie}" if feit.organisatie else feit.wie
        return f"{known[:1].upper()}{known[1:]}."
    if feit.organisatie:
        return f"{feit.rol or 'Werkt'}, {feit.organisatie}."
    return ""


def _ground(feit: Feit) -> str:
    if feit.grond == "toestemming" and not feit.door_mij:
        return "Hier is namens jou toestemming voor gegeven."
    return _GROUNDS.get(feit.grond, "")


def picture(feit: Feit) -> str:
    """Name of the icon before the line."""
    if feit.geweigerd:
        return "lock"
    if feit.nood or feit.soort == "noodtoegang":
        return "key"
    if feit.soort == "afdruk":
        return "printer"
    if feit.soort in _ABOUT_RIGHTS:
        return "shield-check"
    return "eye" if feit.actie == "R" else "pencil"


def parts(delen: Iterable[str]) -> str:
    """ "je verhaal, je doelen en je crisiskaart"; the whole plan when none is named."""
    known = [deel for deel in delen if deel in ONDERDELEN]
    said = [JOUW.get(deel) or f"“{ONDERDELEN[deel].naam}”" for deel in known]
    return in_a_row(said) if said else "je plan"
