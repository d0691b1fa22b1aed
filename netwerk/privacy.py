"""Places and postcodes are facts about the country. What somebody searched for is not
kept."""

from basis.privacy import OPENBAAR, Table

FIELDS: Table = {
    "Plaats": {OPENBAAR: "soort naam zoeknaam gemeente provincie lat lon bron"},
    "Plaatsnaam": {OPENBAAR: "plaats naam zoeknaam"},
    "Postcodegebied": {OPENBAAR: "code plaats gemeente provincie lat lon bron"},
}
