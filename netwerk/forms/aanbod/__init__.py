"""What an organisation offers, in small steps: each a form that saves by itself."""

from collections.abc import Iterable
from typing import Any

from netwerk.models.voorstel import NIEUW_ADRES

from .aanmelden import AanmeldenForm
from .basis import BasisForm, NieuwForm
from .contact import ContactForm
from .gebied import GebiedForm
from .helpt_bij import HelptForm
from .kosten import KostenForm
from .mensen import MensenForm
from .op_plek import AdresForm, NieuwAdresForm, PlekContactForm, PlekMensenForm
from .plek import PlekForm
from .stap import Stapform
from .start import StartForm
from .stoppen import DichtForm, StoppenForm
from .voor_wie import VoorWieForm
from .wachten import WachtenForm

__all__ = [
    "ALLE_STAPPEN",
    "PLEKSTAPPEN",
    "STAPPEN",
    "ContactForm",
    "DichtForm",
    "NieuwForm",
    "PlekForm",
    "StoppenForm",
    "names_of",
]


STAPPEN: dict[str, tuple[str, type[Stapform]]] = {
    "basis": ("Naam en uitleg", BasisForm),
    "voor-wie": ("Voor wie", VoorWieForm),
    "aanmelden": ("Hoe je begint", AanmeldenForm),
    "kosten": ("Wat het kost", KostenForm),
    "contact": ("Contact en openingstijden", ContactForm),
    "mensen": ("Naar wie je vraagt", MensenForm),
    "gebied": ("Voor wie waar woont", GebiedForm),
    "helpt-bij": ("Waar het bij helpt", HelptForm),
    "wachten": ("Plek en wachten", WachtenForm),
    "start": ("Groepen en cursussen", StartForm),
}
# of one address; "adres" itself is the page of the place
PLEKSTAPPEN: dict[str, tuple[str, Any]] = {
    "adres": ("Adres", AdresForm),
    "adres-contact": ("Telefoon en openingstijden", PlekContactForm),
    "adres-mensen": ("Naar wie je hier vraagt", PlekMensenForm),
}
# only as a proposal: who keeps the page has one of its own for it
ADRES_ERBIJ: dict[str, tuple[str, Any]] = {
    NIEUW_ADRES: ("Adres erbij", NieuwAdresForm),
}
ALLE_STAPPEN: dict[str, tuple[str, Any]] = STAPPEN | PLEKSTAPPEN | ADRES_ERBIJ


def names_of(stappen: Iterable[str]) -> list[tuple[str, str]]:
    return [(stap, ALLE_STAPPEN[stap][0]) for stap in stappen]
