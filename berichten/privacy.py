from basis.privacy import INTERN, PERSOON, SLEUTEL, Table

FIELDS: Table = {
    "Bericht": {
        PERSOON: "aan onderwerp tekst_box",
        SLEUTEL: "sleutel_naam sleutel_box",
        INTERN: "uuid gemaakt_op pogingen volgende_poging_op verstuurd_op",
    },
}
