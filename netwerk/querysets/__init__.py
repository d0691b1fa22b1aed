from .client import (
    BetrokkenheidQuerySet,
    ClientQuerySet,
    NoodtoegangQuerySet,
    OnderdeelQuerySet,
    VanClientQuerySet,
    slots,
)
from .melding import MeldingQuerySet
from .voorstel import VoorstelQuerySet
from .voorziening import VoorzieningQuerySet

__all__ = [
    "BetrokkenheidQuerySet",
    "ClientQuerySet",
    "MeldingQuerySet",
    "NoodtoegangQuerySet",
    "OnderdeelQuerySet",
    "VanClientQuerySet",
    "VoorstelQuerySet",
    "VoorzieningQuerySet",
    "slots",
]
