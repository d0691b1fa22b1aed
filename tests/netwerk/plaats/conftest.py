"""A handful of places and postcodes, as real as they need to be."""

import pytest

from netwerk.choices import Plaatssoort
from netwerk.rules.postcodebestand import Gebied
from netwerk.services.plaatsen import Plek, load_own_places

PLAATS, GEMEENTE = Plaatssoort.PLAATS, Plaatssoort.GEMEENTE
PLEKKEN = [
    Plek(PLAATS, "Amersfoort", "Amersfoort", "Utrecht", 52.155, 5.3875),
    Plek(PLAATS, "Utrecht", "Utrecht", "Utrecht", 52.0908, 5.1222),
    Plek(PLAATS, "'s-Hertogenbosch", "'s-Hertogenbosch", "Noord-Brabant", 51.699, 5.304,
         ("Den Bosch",)),
    Plek(PLAATS, "Den Haag", "Den Haag", "Zuid-Holland", 52.0767, 4.2986,
         ("'s-Gravenhage",)),
    Plek(PLAATS, "Bergen op Zoom", "Bergen op Zoom", "Noord-Brabant", 51.495, 4.2917),
    Plek(PLAATS, "Alphen aan den Rijn", "Alphen aan den Rijn", "Zuid-Holland", 52.1292,
         4.6555),
    Plek(PLAATS, "De Bilt", "De Bilt", "Utrecht", 52.11, 5.1806),
    Plek(PLAATS, "Tweede Exloërmond", "Borger-Odoorn", "Drenthe", 52.9092, 6.9333,
         ("2e Exloërmond",)),
    Plek(GEMEENTE, "Súdwest-Fryslân", "Súdwest-Fryslân", "Friesland", 53.03, 5.603),
    Plek(PLAATS, "Hengelo", "Hengelo", "Overijssel", 52.2658, 6.7931),
    Plek(PLAATS, "Hengelo", "Bronckhorst", "Gelderland", 52.0508, 6.3097),
    Plek(PLAATS, "Heide", "", "Limburg", 51.2408, 6.0431),
    Plek(PLAATS, "Heide", "Echt-Susteren", "Limburg", 51.0683, 5.8722),
    Plek(PLAATS, "Almere Stad", "Almere", "Flevoland", 52.3703, 5.2141, ("Almere",)),
    Plek(GEMEENTE, "Almere", "Almere", "Flevoland", 52.36, 5.22),
]  # fmt: skip
GEBIEDEN = [
    Gebied("3811", "Amersfoort", "Amersfoort", "Utrecht", 52.155, 5.3875),
    Gebied("3731", "De Bilt", "De Bilt", "Utrecht", 52.11, 5.1806),
    Gebied("9999", "Stitswerd", "", "Groningen", 53.361, 6.5993),
]


@pytest.fixture
def places(db):
    load_own_places(plekken=PLEKKEN, gebieden=GEBIEDEN)
