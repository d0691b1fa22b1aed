from .basis import Concept, Kijk, PlanItem, Versie
from .delen import (
    Afspraak,
    Crisiskaart,
    Dagboekblad,
    Doel,
    Kaartpersoon,
    Signaal,
    Stap,
    Verhaal,
)

__all__ = [
    "Afspraak",
    "Concept",
    "Crisiskaart",
    "Dagboekblad",
    "Doel",
    "Kaartpersoon",
    "Kijk",
    "PlanItem",
    "Signaal",
    "Stap",
    "Verhaal",
    "Versie",
]
