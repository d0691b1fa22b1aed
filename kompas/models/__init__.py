from .editie import (
    Begrip,
    EigenWerkwijze,
    Kompaseditie,
    OpenVraag,
    Stelling,
    Thema,
    Themadeel,
    Werkwijze,
    Werkwijzegroep,
)
from .knelpunt import Knelpunt
from .ronde import (
    Deelname,
    Groepsscore,
    Inventarisantwoord,
    Kaartklaar,
    OpenAntwoord,
    Ronde,
    Rondekaart,
    Stellingantwoord,
    Stembriefje,
)
from .traject import Begeleider, Kerngroeplid, Traject, Trajectstap
from .uitkomst import Uitkomstrapport

__all__ = [
    "Begeleider",
    "Begrip",
    "Deelname",
    "EigenWerkwijze",
    "Groepsscore",
    "Inventarisantwoord",
    "Kaartklaar",
    "Kerngroeplid",
    "Knelpunt",
    "Kompaseditie",
    "OpenAntwoord",
    "OpenVraag",
    "Ronde",
    "Rondekaart",
    "Stelling",
    "Stellingantwoord",
    "Stembriefje",
    "Thema",
    "Themadeel",
    "Traject",
    "Trajectstap",
    "Uitkomstrapport",
    "Werkwijze",
    "Werkwijzegroep",
]
