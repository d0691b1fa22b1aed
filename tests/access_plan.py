"""Who gets which answer on the addresses of a plan: the second half of
tests/access_matrix.py, from the same specification.

An address of a part says which right in which part it takes; who has that right stands in one
table (tests/clientplan/personas.py, MAG). So no answer is written per person. Every address
is asked by all of PERSONAS, in tests/clientplan/test_matrix.py.
"""

from dataclasses import dataclass

from netwerk.rules.onderdelen import Recht
from tests.access_who import ELSE
from tests.clientplan.personas import (
    BESLIS,
    CLIENTEN,
    DENK,
    FUNCTIONARISSEN,
    LEES,
    MAG,
    NAASTEN,
    PROFESSIONALS,
    SCHRIJF,
    VISITOR,
    WERKERS,
)

PERSONAS = (*MAG, VISITOR)
OUTSIDE = (VISITOR, "weg")  # led to the login: nobody, and whose account is disabled
RECHTEN = {"lees": LEES, "denk": DENK, "schrijf": SCHRIJF, "beslis": BESLIS}
Answers = dict[str, int]


def only(status: int, *names: str, **others: int) -> Answers:
    """These get `status`; for all others it is not there."""
    outside = dict.fromkeys(OUTSIDE, 302)
    return outside | dict.fromkeys(names, status) | others | {ELSE: 404}


# --- the parts. Ways: e the own plan, v that of another, o through somebody's eyes
# (clientplan/urls.py). Row: the address names one, of carla; the other client has none there.
_PARTS = """
# address              ways row part             right   get post
verhaal                evo  -   verhaal          lees    200 -
verhaal_beeld          evo  x   verhaal          lees    200 -
verhaal_fase           e    -   verhaal          beslis  200 422
verhaal_schrijf        ev   -   verhaal          schrijf 200 422
verhaal_beeld_nieuw    ev   -   verhaal          schrijf 200 422
verhaal_beeld_weg      ev   x   verhaal          schrijf -   302
verhaal_beeld_terug    ev   x   verhaal          schrijf -   302
verhaal_beeld_wis      ev   x   verhaal          beslis  -   302
doelen                 evo  -   doelen           lees    200 -
doel                   evo  x   doelen           lees    200 -
doel_nieuw             ev   -   doelen           schrijf 200 422
doel_wijzig            ev   x   doelen           schrijf 200 422
doel_stand             ev   x   doelen           schrijf -   302
stap_nieuw             ev   x   doelen           schrijf 200 422
stap_wijzig            ev   x   doelen           schrijf 200 422
stap_winst             ev   x   doelen           schrijf 200 422
stap_gezet             ev   x   doelen           schrijf -   302
afspraken              evo  -   afspraken        lees    200 -
afspraak_nieuw         ev   -   afspraken        schrijf 200 422
afspraak_wijzig        ev   x   afspraken        schrijf 200 422
afspraak_gedaan        ev   x   afspraken        schrijf -   302
afspraak_agenda        ev   x   afspraken        lees    200 -
afspraak_plek          ev   x   afspraken        schrijf 200 302
signaleringsplan       evo  -   signaleringsplan lees    200 -
signaleringsplan_pdf   ev   -   signaleringsplan lees    200 -
signaal_nieuw          ev   -   signaleringsplan schrijf 200 422
signaal_wijzig         ev   x   signaleringsplan schrijf 200 422
signaal_plek           ev   x   signaleringsplan schrijf -   302
hoe_gaat_het           e    -   signaleringsplan lees    200 200
crisiskaart            evo  -   crisiskaart      lees    200 -
kaart_maken            ev   -   crisiskaart      schrijf 200 -
kaart_wijzig           ev   -   crisiskaart      schrijf 200 422
kaartpersoon_nieuw     ev   -   crisiskaart      schrijf 200 422
kaartpersoon_wijzig    ev   x   crisiskaart      schrijf 200 422
kaartpersoon_plek      ev   x   crisiskaart      schrijf -   302
kaartpersoon_gevraagd  ev   x   crisiskaart      beslis  -   302
pasje                  e    -   crisiskaart      beslis  200 -
pasje_pdf              e    -   crisiskaart      beslis  302 -
pasje_nieuw            e    -   crisiskaart      beslis  -   302
pasje_weg              e    -   crisiskaart      beslis  -   302
scherm                 e    -   crisiskaart      beslis  200 -
scherm_toon            e    -   crisiskaart      beslis  -   302
scherm_stop            e    -   crisiskaart      beslis  -   302
kaart_telefoon         e    -   crisiskaart      beslis  200 -
telefoon_zet           e    -   crisiskaart      beslis  -   200
telefoon_weg           e    -   crisiskaart      beslis  -   302
# a second voice stands beside the words of another, never beside one's own
stem                   v    -   doelen           denk    200 302
stem_bij               v    -   doelen           denk    200 302
# of every kind of piece: here of a goal, and of the other kinds in KINDS
concept                ev   -   doelen           schrijf -   200
eerder                 ev   x   doelen           schrijf 200 -
terugzetten            ev   x   doelen           schrijf -   302
stuk_weg               ev   x   doelen           beslis  -   302
"""


@dataclass(frozen=True)
class Part:
    """An address of a part: what it takes, and what who may gets."""

    naam: str
    wegen: str
    rij: str
    deel: str
    recht: Recht
    get: str
    post: str

    def answers(self, weg: str, status: int) -> Answers:
        if weg == "v":
            return only(
                status, *(who for who in MAG if may(who, self) and who != "carla")
            )
        if weg == "o":  # carla through the eyes of petra
            return only(status, "carla") if may("petra", self) else only(404)
        others = {} if self.rij == "x" else {"client_17": status}
        return only(status, "carla", **others)


def may(who: str, part: Part) -> bool:
    return MAG[who].get(part.deel, Recht.GEEN) >= part.recht


_WAY = {"e": "", "v": "_van", "o": "_bekijk"}
_LINES = [line.split() for line in _PARTS.strip().splitlines() if line[0] != "#"]
PARTS = {
    naam: Part(naam, wegen, rij, deel, RECHTEN[recht], get, post)
    for naam, wegen, rij, deel, recht, get, post in _LINES
}
PLAN: dict[tuple[str, str], Answers] = {
    (part.naam + _WAY[weg], method): part.answers(weg, int(status))
    for part in PARTS.values()
    for method, status in (("get", part.get), ("post", part.post))
    for weg in part.wegen
    if status != "-"
}

# the other kinds of piece: which part each is of, and what reading how it was takes
KINDS = {
    "hoop": ("verhaal", SCHRIJF),
    "afspraak": ("afspraken", SCHRIJF),
    "signaal": ("signaleringsplan", SCHRIJF),
    "crisiskaart": ("crisiskaart", SCHRIJF),
    "kaartpersoon": ("crisiskaart", SCHRIJF),  # who did not agree is on no card
}

# --- a plan as a whole: of its client alone, in the role of client. noa has not begun one.
for _name in (
    *("wie_ziet_wat", "wie_toelaten", "hulpverlener_zoeken", "plan_spoor", "dagboek"),
    *(
        "wie_alles_uit",
        "naaste_nieuw",
        "hulpverlener_erbij",
        "dagboek_nieuw",
        "noodkeuze",
    ),
):
    PLAN[_name, "get"] = only(200, *CLIENTEN)
for _name in ("naaste_nieuw", "hulpverlener_erbij", "dagboek_nieuw", "noodkeuze"):
    PLAN[_name, "post"] = only(422, *CLIENTEN)
PLAN |= {
    ("plan", "get"): only(200, *CLIENTEN, noa=302),
    ("plan_menu", "get"): only(200, *CLIENTEN, noa=302),
    ("plan_eenvoudig", "post"): only(302, *CLIENTEN),
    ("plan_beginnen", "get"): only(302, *CLIENTEN, noa=200),
    ("plan_beginnen", "post"): only(302, *CLIENTEN, noa=422),
    ("plan_spoor_kort", "get"): only(302, *CLIENTEN),
    ("wie_alles_uit", "post"): only(302, *CLIENTEN),
    # about somebody round carla, a line of her log, a page of her diary
    ("wie_persoon", "get"): only(200, "carla"),
    ("wie_persoon", "post"): only(422, "carla"),
    ("wie_uit", "post"): only(302, "carla"),
    ("wie_einde", "post"): only(302, "carla"),
    ("naaste_vraag", "get"): only(200, "carla"),
    ("naaste_vraag", "post"): only(200, "carla"),
    ("naaste_terug", "post"): only(302, "carla"),
    ("plan_bekijk", "get"): only(200, "carla"),
    ("plan_spoor_vraag", "get"): only(200, "carla"),
    ("plan_spoor_vraag", "post"): only(422, "carla"),
    ("dagboek_blad", "get"): only(200, "carla"),
    ("dagboek_blad", "post"): only(422, "carla"),
    ("dagboek_weg", "post"): only(302, "carla"),
}
# --- of another: who has anything of it; who works with people; naasten; who is named
PLAN |= {
    ("plan_van", "get"): only(
        200, *(who for who in MAG if MAG[who] and who != "carla")
    ),
    ("clienten", "get"): only(200, *WERKERS),
    ("startbrieven", "get"): only(200, *WERKERS),
    ("startbrieven", "post"): only(302, *WERKERS),
    ("startbrief_weg", "post"): only(302, "petra"),  # who gave it
    ("meelezen", "get"): only(200, *NAASTEN),
    ("meelezen_antwoord", "post"): only(302, "nico"),  # who was asked
    ("genoemd", "get"): only(200, *NAASTEN, *WERKERS),
    ("genoemd_antwoord", "post"): only(302, "nico"),
}
# --- who acts for a client: the client says so, who treats by name records it on a paper
PLAN |= {
    ("wie_namens_mij", "get"): only(200, *CLIENTEN),
    ("wie_opnieuw", "get"): only(200, *CLIENTEN),
    ("wie_opnieuw", "post"): only(302, *CLIENTEN),
    ("wie_straks_weg", "post"): only(302, "carla"),
    ("wie_namens", "get"): only(200, "carla"),
    ("wie_namens", "post"): only(422, "carla"),
    ("wie_namens_stop", "post"): only(302, "carla"),
    ("namens_neerleggen", "post"): only(302, "mentor"),
    ("vertegenwoordigers_van", "get"): only(200, "petra", "petra_nee"),
    ("vertegenwoordiger_nieuw_van", "get"): only(200, "petra", "petra_nee"),
    ("vertegenwoordiger_nieuw_van", "post"): only(422, "petra", "petra_nee"),
    ("vertegenwoordiger_vraag_van", "post"): only(302, "petra", "petra_nee"),
    ("vertegenwoordiger_wijzig_van", "get"): only(200, "petra", "petra_nee"),
    ("vertegenwoordiger_wijzig_van", "post"): only(422, "petra", "petra_nee"),
}
# --- emergency access: a professional opens; the functionaris of the same organisation looks
PLAN |= {
    ("noodtoegang", "get"): only(200, *PROFESSIONALS),
    ("noodtoegang", "post"): only(422, *PROFESSIONALS),
    ("noodtoegangen", "get"): only(200, *PROFESSIONALS),
    ("noodtoegang_verslag", "get"): only(200, "crisis"),
    ("noodtoegang_verslag", "post"): only(422, "crisis"),
    ("noodtoegang_sluiten", "post"): only(302, "crisis", "crisis_om"),
    ("nakijken", "get"): only(200, *FUNCTIONARISSEN),
    ("nakijken_een", "get"): only(200, "frank"),
    ("nakijken_een", "post"): only(422, "frank"),
}
# --- who guards privacy reads the part of the log of the own organisation
PLAN |= {
    ("functionaris_vragen", "get"): only(200, *FUNCTIONARISSEN),
    ("functionaris_vraag", "get"): only(200, "frank"),
    ("functionaris_vraag", "post"): only(422, "frank"),
    ("functionaris_logboek", "get"): only(200, *FUNCTIONARISSEN),
    ("functionaris_logboek_csv", "get"): only(200, *FUNCTIONARISSEN),
    ("functionaris_signalen", "get"): only(200, *FUNCTIONARISSEN),
    ("functionaris_gezien", "post"): only(404),  # no signal is named
    ("functionaris_namen", "get"): only(200, *FUNCTIONARISSEN),
    ("functionaris_afschermen", "get"): only(200, "frank"),
    ("functionaris_afschermen", "post"): only(422, "frank"),
    ("functionaris_tonen", "post"): only(302, "frank"),
}
# --- for everybody: a letter is for who has its code, a paper for who holds it, and the page
# that a phone keeps holds nothing of anybody
PLAN |= {
    ("brief", "get"): {ELSE: 200},
    ("brief", "post"): {ELSE: 422},
    ("brief_code", "get"): {ELSE: 404},
    ("brief_code", "post"): {ELSE: 404},
    ("pasje_bekijken", "get"): {ELSE: 200},
    ("pasje_bekijken", "post"): {ELSE: 422},
    ("scherm_bekijken", "get"): {ELSE: 410},
    ("scherm_bekijken", "post"): {ELSE: 410},
    ("mijn_kaart", "get"): {ELSE: 200},
    ("mijn_kaart_sw", "get"): {ELSE: 200},
    ("mijn_kaart_stand", "get"): {ELSE: 410},
}
# --- what came in one's own box, in the role of now
PLAN["mijn_berichten", "get"] = dict.fromkeys(OUTSIDE, 302) | {ELSE: 200}


def sent_to(name: str) -> dict[str, str]:
    """What is sent where an empty form says nothing of who may."""
    said = {"doel_stand": {"stand": "gelukt"}, "terugzetten": {"nummer": "1"}}
    return said.get(name.removesuffix("_van"), {})
