from .client import (
    BetrokkenheidQuerySet,
    ClientQuerySet,
    LogvraagQuerySet,
    NaastenuitnodigingQuerySet,
    NoodtoegangQuerySet,
    OnderdeelQuerySet,
    StartbriefQuerySet,
    VanClientQuerySet,
    slots,
)
from .melding import MeldingQuerySet
from .voorstel import VoorstelQuerySet
from .voorziening import VoorzieningQuerySet

__all__ = [
    "BetrokkenheidQuerySet",
    "ClientQuerySet",
    "LogvraagQuerySet",
    "MeldingQuerySet",
    "NaastenuitnodigingQuerySet",
    "NoodtoegangQuerySet",
    "OnderdeelQuerySet",
    "StartbriefQuerySet",
    "VanClientQuerySet",
    "VoorstelQuerySet",
    "VoorzieningQuerySet",
    "slots",
]
