from .client import (
    BetrokkenheidQuerySet,
    ClientQuerySet,
    NoodtoegangQuerySet,
    OnderdeelQuerySet,
    VanClientQuerySet,
)
from .voorziening import VoorzieningQuerySet

__all__ = [
    "BetrokkenheidQuerySet",
    "ClientQuerySet",
    "NoodtoegangQuerySet",
    "OnderdeelQuerySet",
    "VanClientQuerySet",
    "VoorzieningQuerySet",
]
