"""Who sits in a kerngroep: role, group and cards, and what is worth a thought (K3).

The role decides group and cards, the domain only shows which sectors are missing. The
advice never blocks and never scolds: a group may know better.

Lived experience is health data, so how exactly a member is shown is that member's own
choice. Advice is on a page that others read: it is a function of what members show.
As long as somebody shows no more than a group, nothing is said about which roles of
that group are missing, or it could be worked out by elimination.

From the source are the mix of roles and sectors and the advised maximum of 8 (Kompas,
step 1). That a group under three gets a warning follows from our own rule of K8.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from basis.disclosure import VEILIG

BINNENRING, BUITENRING = "binnenring", "buitenring"
RINGEN = {BINNENRING: "binnenring", BUITENRING: "buitenring"}

ERVARING, UITVOERING, BELEID = "ervaring", "uitvoering", "beleid"
GROEPEN = {ERVARING: "ervaring", UITVOERING: "uitvoering", BELEID: "beleid"}

ROLLEN = {
    "client": "cliënt",
    "naaste": "naaste",
    "ervaringsdeskundige": "ervaringsdeskundige",
    "familie_ervaringsdeskundige": "familie-ervaringsdeskundige",
    "inwoner": "inwoner",
    "uitvoerder": "uitvoerder",
    "vrijwilliger": "vrijwilliger",
    "beleidsmaker": "beleidsmaker",
    "bestuurder": "bestuurder",
}
GROEP_VAN = {
    "client": ERVARING,
    "naaste": ERVARING,
    "ervaringsdeskundige": ERVARING,
    "familie_ervaringsdeskundige": ERVARING,
    "inwoner": ERVARING,
    "uitvoerder": UITVOERING,
    "vrijwilliger": UITVOERING,
    "beleidsmaker": BELEID,
    "bestuurder": BELEID,
}
ERVARINGSDESKUNDIGEN = frozenset({"ervaringsdeskundige", "familie_ervaringsdeskundige"})

DOMEINEN = {
    "ggz": "ggz",
    "verslavingszorg": "verslavingszorg",
    "huisartsenzorg": "huisartsenzorg",
    "sociaal_wijkteam": "sociaal wijkteam",
    "beschermd_wonen": "beschermd wonen",
    "maatschappelijke_opvang": "maatschappelijke opvang",
    "gehandicaptenzorg": "gehandicaptenzorg (VG/LVB)",
    "woningcorporatie": "woningcorporatie",
    "werk_inkomen_schulden": "werk, inkomen en schulden",
    "onderwijs": "onderwijs",
    "veiligheid": "veiligheid",
    "welzijn_informele_zorg": "welzijn en informele zorg",
    "clienten_familieorganisatie": "cliënten- en familieorganisatie",
    "zorgverzekeraar": "zorgverzekeraar",
    "gemeente": "gemeente",
}

# For whom a theme is meant, as the edition says it, and the groups that get the card.
VOOR_IEDEREEN, VOOR_UITVOERING, VOOR_BELEID = "iedereen", "uitvoering", "beleid"
GROEPEN_VOOR = {
    VOOR_IEDEREEN: (ERVARING, UITVOERING, BELEID),
    VOOR_UITVOERING: (UITVOERING,),
    VOOR_BELEID: (BELEID,),
}
BINNENRING_ADVIES = 8


@dataclass(frozen=True)
class Lid:
    """A member as far as advice goes; `domein` may be "".

    `rol_te_zien` is False when the member shows only the group. Leave it True for a
    reader who knows every role anyway.
    """

    ring: str
    rol: str
    domein: str = ""
    rol_te_zien: bool = True

    @property
    def groep(self) -> str:
        return GROEP_VAN[self.rol]


@dataclass(frozen=True)
class Advies:
    """Something to think about. `namen` are labels for a list under the text."""

    soort: str
    kop: str
    tekst: str
    namen: tuple[str, ...] = ()


def takes_card(rol: str, voor_groepen: Collection[str]) -> bool:
    """Whether a card for these groups is for somebody in this role.

    The groups are those of `GROEPEN_VOOR`, or more when the facilitator opened the card.
    """
    return GROEP_VAN[rol] in voor_groepen


def may_take_card(
    rol: str, voor_groepen: Collection[str], *, betaald: bool = False
) -> bool:
    """The same, or the choice of an ervaringsdeskundige in paid service.

    They count as ervaring and may take the card of uitvoering too (Professionals); we
    read familie-ervaringsdeskundigen along.
    """
    by_choice = betaald and rol in ERVARINGSDESKUNDIGEN and UITVOERING in voor_groepen
    return by_choice or takes_card(rol, voor_groepen)


def advise(leden: Iterable[Lid]) -> tuple[Advies, ...]:
    """What is worth a thought about this kerngroep, the most pressing first."""
    leden = tuple(leden)
    if not leden:
        return (NOG_LEEG,)
    binnen = tuple(lid for lid in leden if lid.ring == BINNENRING)
    found = (
        _ring_size(len(binnen)),
        _ervaringsdeskundige(binnen),
        few_with_ervaring(sum(lid.groep == ERVARING for lid in leden)),
        _missing_roles(leden),
        _missing_sectors(leden),
        _ervaring_at_the_table(binnen),
    )
    return tuple(advies for advies in found if advies)


def few_with_ervaring(aantal: int) -> Advies | None:
    """A warning when a round with this many people of ervaring could not show them.

    For the kerngroep page, and for opening a round with the number that is invited.
    """
    if aantal >= VEILIG.groep_vanaf:
        return None
    wie = {
        0: "Er is nog niemand met eigen ervaring bij.",
        1: "Er is 1 mens met eigen ervaring bij.",
    }.get(aantal, f"Er zijn {aantal} mensen met eigen ervaring bij.")
    return Advies(
        "weinig_ervaring",
        "Weinig mensen met eigen ervaring",
        f"{wie} In een veilige ronde is een groep pas te zien vanaf "
        f"{VEILIG.groep_vanaf} mensen. Vraag iemand erbij, ook uit de buitenring. Of "
        "houd met deze mensen een eigen ronde. Of kies een open gesprek, als "
        "zij dat samen goed vinden.",
    )


def opgesomd(namen: Iterable[str]) -> str:
    """ "a, b en c"; with semicolons when a name has a comma of its own."""
    *before, last = tuple(namen) or ("",)
    if not before:
        return last
    if "," in "".join((*before, last)):
        return f"{'; '.join(before)}; en {last}"
    return f"{', '.join(before)} en {last}"


NOG_LEEG = Advies(
    "leeg",
    "Nog niemand in de kerngroep",
    "Begin klein. Vraag iemand met eigen ervaring, iemand uit de uitvoering en iemand "
    "van beleid.",
)


def _ring_size(aantal: int) -> Advies | None:
    if aantal <= BINNENRING_ADVIES:
        return None
    return Advies(
        "grote_binnenring",
        "De binnenring is wat groot",
        f"Het advies is {BINNENRING_ADVIES} mensen of minder. Dan houd je vaart. "
        "Jullie kiezen zelf.",
    )


def _ervaringsdeskundige(binnen: tuple[Lid, ...]) -> Advies | None:
    """Said as a question while somebody shows only "ervaring": it is true either way."""
    if any(lid.rol in ERVARINGSDESKUNDIGEN for lid in binnen if lid.rol_te_zien):
        return None
    if any(lid.groep == ERVARING and not lid.rol_te_zien for lid in binnen):
        kop = "Zit er een ervaringsdeskundige in de binnenring?"
    else:
        kop = "Nog geen ervaringsdeskundige in de binnenring"
    return Advies(
        "geen_ervaringsdeskundige",
        kop,
        "Een ervaringsdeskundige of familie-ervaringsdeskundige kijkt mee vanuit het "
        "leven zelf. Wie kunnen jullie vragen?",
    )


def _missing_roles(leden: tuple[Lid, ...]) -> Advies | None:
    present = {lid.rol for lid in leden}
    kept_apart = {lid.groep for lid in leden if not lid.rol_te_zien}
    missing = tuple(
        label
        for rol, label in ROLLEN.items()
        if rol not in present and GROEP_VAN[rol] not in kept_apart
    )
    if not missing:
        return None
    return Advies(
        "rollen",
        "Welke rollen missen nog?",
        "Met deze rollen erbij kijkt de groep breder. Het hoeft niet allemaal.",
        missing,
    )


def _missing_sectors(leden: tuple[Lid, ...]) -> Advies | None:
    present = {lid.domein for lid in leden}
    missing = tuple(label for key, label in DOMEINEN.items() if key not in present)
    if not missing:
        return None
    return Advies(
        "sectoren",
        "Wie mist er nog?",
        "Deze sectoren zitten nog niet aan tafel. Wie kennen jullie daar?",
        missing,
    )


def _ervaring_at_the_table(binnen: tuple[Lid, ...]) -> Advies | None:
    aantal = sum(lid.groep == ERVARING for lid in binnen)
    if aantal < VEILIG.groep_vanaf:
        return None
    return Advies(
        "ervaring_aan_tafel",
        "Ervaring zit aan tafel",
        f"{aantal} van de {len(binnen)} mensen in de binnenring kijken vanuit eigen "
        "ervaring.",
    )
