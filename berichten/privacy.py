from basis.privacy import GEZONDHEID, INTERN, PERSOON, SLEUTEL, Table

FIELDS: Table = {
    "Bericht": {
        PERSOON: "aan onderwerp tekst_box",
        SLEUTEL: "sleutel_naam sleutel_box",
        INTERN: "uuid gemaakt_op pogingen volgende_poging_op verstuurd_op",
    },
    # that somebody got a message about their plan says something of their health
    "Postbericht": {
        GEZONDHEID: "gebruiker rol soort woorden_box link gelezen_op",
        SLEUTEL: "sleutel_naam sleutel_box",
        INTERN: "gemaakt_op zichtbaar_vanaf gemaild_op",
    },
}
