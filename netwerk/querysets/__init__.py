from .client import (
    BetrokkenheidQuerySet,
    ClientQuerySet,
    NoodtoegangQuerySet,
    OnderdeelQuerySet,
    VanClientQuerySet,
    slots,
)
from .melding import MeldingQuerySet
from .voorziening import VoorzieningQuerySet

__all__ = [
    "BetrokkenheidQuerySet",
    "ClientQuerySet",
    "MeldingQuerySet",
    "NoodtoegangQuerySet",
    "OnderdeelQuerySet",
    "VanClientQuerySet",
    "VoorzieningQuerySet",
    "slots",
]
