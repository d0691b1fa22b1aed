from basis.privacy import INTERN, OPENBAAR, PERSOON, SLEUTEL, Table

FIELDS: Table = {
    "Regio": {OPENBAAR: "naam slug"},
    "Gemeente": {OPENBAAR: "regio naam"},
    "Wijk": {OPENBAAR: "gemeente naam"},
    "Organisatie": {
        OPENBAAR: "regio naam soort werkveld gestopt_op gestopt_reden opvolger"
    },
    "Team": {INTERN: "organisatie naam"},
    "Gebruiker": {
        PERSOON: "last_login email naam is_active sinds",
        SLEUTEL: "password uuid",
    },
    "Rol": {
        PERSOON: "gebruiker van tot",
        INTERN: "soort regio organisatie team gemeente",
    },
    "Uitnodiging": {
        PERSOON: "email naam gemaakt_door gebruikt_op ingetrokken_op",
        SLEUTEL: "hash sleutel",
        INTERN: "uuid soort regio gemaakt_op tot",
    },
}
