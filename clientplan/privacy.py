"""A plan is health data, whatever somebody writes in it. The words are sealed."""

from basis.privacy import GEZONDHEID, Table

_ITEM = "uuid client nummer woorden_box gewijzigd_op gewijzigd_door"

FIELDS: Table = {
    "Verhaal": {GEZONDHEID: f"{_ITEM} fase"},
    "Verhaalbeeld": {
        GEZONDHEID: "uuid client vraag beeld_box woorden_box breedte hoogte"
        " geplaatst_op geplaatst_door weg_op"
    },
    "Doel": {GEZONDHEID: f"{_ITEM} domein herstel stand stand_op"},
    "Stap": {GEZONDHEID: f"{_ITEM} doel gedaan_op volgorde"},
    "Afspraak": {GEZONDHEID: f"{_ITEM} doel uitvoerder voor_op gedaan_op"},
    "Signaal": {GEZONDHEID: f"{_ITEM} fase soort volgorde"},
    "Crisiskaart": {GEZONDHEID: f"{_ITEM} nakijken_op"},
    "Kaartpersoon": {GEZONDHEID: f"{_ITEM} betrokkenheid akkoord akkoord_op volgorde"},
    "Kaartcode": {
        GEZONDHEID: "uuid client hash adres_box code_box gemaakt_op ingetrokken_op"
    },
    "Schermkaart": {GEZONDHEID: "uuid client hash adres_box gemaakt_op tot"},
    "Telefoonkaart": {GEZONDHEID: "uuid client hash gezet_op ingetrokken_op"},
    "Dagboekblad": {GEZONDHEID: "uuid client tekst_box geschreven_op"},
    "Versie": {
        GEZONDHEID: "client onderdeel slot object_uuid nummer woorden_box velden op door"
    },
    "Kijk": {
        GEZONDHEID: "uuid client onderdeel slot object_uuid auteur tekst_box geschreven_op"
    },
    "Concept": {
        GEZONDHEID: "uuid client onderdeel slot object_uuid nummer auteur woorden_box op"
    },
}
