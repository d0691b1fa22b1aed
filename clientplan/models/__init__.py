from .basis import Concept, Keuzes, Kijk, PlanItem, Versie
from .delen import (
    Afspraak,
    Crisiskaart,
    Dagboekblad,
    Doel,
    Kaartpersoon,
    Signaal,
    Stap,
    Verhaal,
    Verhaalbeeld,
)
from .kaartcode import Kaartcode, Schermkaart, Telefoonkaart

__all__ = [
    "Afspraak",
    "Concept",
    "Crisiskaart",
    "Dagboekblad",
    "Doel",
    "Kaartcode",
    "Kaartpersoon",
    "Keuzes",
    "Kijk",
    "PlanItem",
    "Schermkaart",
    "Signaal",
    "Stap",
    "Telefoonkaart",
    "Verhaal",
    "Verhaalbeeld",
    "Versie",
]
