from .actueel import Controle, Wachteinde, Wachttijd
from .bereik import Contact, Openingstijd, Taal, Telefoon
from .bevestiging import Bevestigingslink
from .brief import Naastenuitnodiging, Startbrief
from .client import (
    Betrokkenheid,
    Bevoegdheid,
    Client,
    Dagboeksleutel,
    Noodkeuze,
    Noodoordeel,
    Noodtoegang,
    Toestemming,
)
from .dubbel import Geendubbel, Samenvoeging
from .hulp import Hulpnummer, Nummerwijziging, Zorgenadres
from .locatie import Locatie
from .melding import Melding
from .organisatie import (
    Kaartinstelling,
    Organisatieprofiel,
    Zoeksynoniem,
    Zoekwoord,
)
from .plaats import Plaats, Plaatsnaam, Postcodegebied
from .ringproef import Ringproef
from .spoor import Logvraag, Naamafscherming, Signaalgezien, Vraagsleutel
from .taxonomie import Kenmerk, Taxonomie, Term
from .uitwisselen import Importvoorbeeld, Pakketrij, Uitvoer
from .vergeefs import Vergeefs
from .voorstel import Voorstel
from .voorziening import (
    Doelgroepvraag,
    Kostenregel,
    Sluitingsperiode,
    Startmoment,
    Voorziening,
    Voorzieningplek,
    Werkgebied,
)

__all__ = [
    "Betrokkenheid",
    "Bevestigingslink",
    "Bevoegdheid",
    "Client",
    "Contact",
    "Controle",
    "Dagboeksleutel",
    "Doelgroepvraag",
    "Geendubbel",
    "Hulpnummer",
    "Importvoorbeeld",
    "Kaartinstelling",
    "Kenmerk",
    "Kostenregel",
    "Locatie",
    "Logvraag",
    "Melding",
    "Naamafscherming",
    "Naastenuitnodiging",
    "Noodkeuze",
    "Noodoordeel",
    "Noodtoegang",
    "Nummerwijziging",
    "Openingstijd",
    "Organisatieprofiel",
    "Pakketrij",
    "Plaats",
    "Plaatsnaam",
    "Postcodegebied",
    "Ringproef",
    "Samenvoeging",
    "Signaalgezien",
    "Sluitingsperiode",
    "Startbrief",
    "Startmoment",
    "Taal",
    "Taxonomie",
    "Telefoon",
    "Term",
    "Toestemming",
    "Uitvoer",
    "Vergeefs",
    "Voorstel",
    "Voorziening",
    "Voorzieningplek",
    "Vraagsleutel",
    "Wachteinde",
    "Wachttijd",
    "Werkgebied",
    "Zoeksynoniem",
    "Zoekwoord",
    "Zorgenadres",
]
