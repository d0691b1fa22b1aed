from .plaats import Plaats, Plaatsnaam, Postcodegebied

__all__ = [
    "Plaats",
    "Plaatsnaam",
    "Postcodegebied",
]
