"""The parts of a plan, one by one: the readable table that the decision is made from (T3,
T4, P1). `poort.onderdeel` in the database holds the same; a test compares.

`behandeling` is what somebody who treats the client by name gets without being asked (Wgbo:
what their part needs), as far as the client did not say otherwise. `deelbaar` is whether
anybody but the client can be given it at all. `nood` is whether the client may choose to
open it in an emergency. `bijzonder` marks what never goes along in "alles lezen" without
being named apart. `in_gebruik` is whether a plan has pages for it by now: only of those a
client is asked who may see them, so that nothing is open before it is there.
"""

from dataclasses import dataclass
from enum import IntEnum


class Recht(IntEnum):
    """What somebody may with a part; each includes the one before it."""

    GEEN = 0
    LEZEN = 1
    BIJDRAGEN = 2  # as a voorstel
    MEDE_EIGENAAR = 3  # a naaste only: writes without a voorstel
    EIGENAAR = 4  # the client, and who acts for the client in this matter


@dataclass(frozen=True)
class Onderdeel:
    sleutel: str
    naam: str
    behandeling: Recht = Recht.GEEN
    deelbaar: bool = True
    nood: bool = False
    bijzonder: bool = False
    in_gebruik: bool = False

    @property
    def naam_voor_anderen(self) -> str:
        """As anybody but the client says it: "Mijn doelen" is "Doelen" to them."""
        naam = self.naam.removeprefix("Mijn ")
        return naam[:1].upper() + naam[1:]


_L, _B = Recht.LEZEN, Recht.BIJDRAGEN
_ALL = [
    Onderdeel("verhaal", "Mijn verhaal", in_gebruik=True),
    Onderdeel("domeinen", "Hoe het met me gaat, op zes gebieden"),
    Onderdeel("doelen", "Mijn doelen", behandeling=_B, in_gebruik=True),
    Onderdeel("afspraken", "Acties en afspraken", behandeling=_B, in_gebruik=True),
    Onderdeel("behandeling", "Behandeling en begeleiding", behandeling=_B),
    Onderdeel("medicatie", "Medicijnen", behandeling=_B, nood=True),
    Onderdeel(
        "signaleringsplan",
        "Signaleringsplan",
        behandeling=_B,
        nood=True,
        in_gebruik=True,
    ),
    Onderdeel("crisiskaart", "Crisiskaart", behandeling=_L, nood=True, in_gebruik=True),
    Onderdeel("wonen", "Wonen"),
    Onderdeel("bestaanszekerheid", "Geld en zekerheid", bijzonder=True),
    Onderdeel("rollen", "Wat ik voor anderen ben"),
    Onderdeel("meer_minder", "Meer en minder hulp", behandeling=_B, nood=True),
    Onderdeel("wensen", "Vastgelegde wensen", behandeling=_L, nood=True),
    Onderdeel("leefstijl", "Leefstijl", behandeling=_L),
    Onderdeel("middelen", "Alcohol en drugs", bijzonder=True),
    Onderdeel("intimiteit", "Seks en intimiteit", bijzonder=True),
    Onderdeel("trauma", "Wat ik meemaakte", bijzonder=True),
    Onderdeel("kinderen", "Kinderen", bijzonder=True, nood=True),
    Onderdeel("derden", "Wat over anderen gaat", bijzonder=True),
    Onderdeel("netwerkbeeld", "Mijn mensen in beeld", bijzonder=True),
    Onderdeel("resourcegroep", "Mijn resourcegroep"),
    Onderdeel("wie_doet_wat", "Wie doet wat", behandeling=_B, nood=True),
    Onderdeel("rom", "Vragenlijsten", behandeling=_L),
    Onderdeel("somatiek", "Lichamelijke metingen", behandeling=_B, nood=True),
    Onderdeel("evaluaties", "Evaluaties", behandeling=_B),
    Onderdeel("berichten", "Gesprekken"),
    Onderdeel("documenten", "Documenten"),
    Onderdeel("epa_criteria", "Vijf criteria", behandeling=_B),
    Onderdeel("dagboek", "Mijn dagboek", deelbaar=False),
]
ONDERDELEN = {one.sleutel: one for one in _ALL}
TE_KIEZEN = [one for one in _ALL if one.deelbaar and one.in_gebruik]
NOOIT_GEDEELD = frozenset(one.sleutel for one in _ALL if not one.deelbaar)
