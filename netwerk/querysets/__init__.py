from .client import (
    BetrokkenheidQuerySet,
    BevoegdheidQuerySet,
    ClientQuerySet,
    LogvraagQuerySet,
    NaastenuitnodigingQuerySet,
    NoodoordeelQuerySet,
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
    "BevoegdheidQuerySet",
    "ClientQuerySet",
    "LogvraagQuerySet",
    "MeldingQuerySet",
    "NaastenuitnodigingQuerySet",
    "NoodoordeelQuerySet",
    "NoodtoegangQuerySet",
    "OnderdeelQuerySet",
    "StartbriefQuerySet",
    "VanClientQuerySet",
    "VoorstelQuerySet",
    "VoorzieningQuerySet",
    "slots",
]
