from basis.privacy import INTERN, OPENBAAR, PERSOON, SLEUTEL, Table

FIELDS: Table = {
    "Regio": {OPENBAAR: "uuid naam slug plan_vanaf"},
    "Huisstijl": {
        OPENBAAR: "regio naam kleur tweede_kleur logo logo_uuid logo_breedte logo_hoogte"
    },
    "Gemeente": {OPENBAAR: "uuid regio naam"},
    "Wijk": {OPENBAAR: "uuid gemeente naam"},
    "Organisatie": {
        OPENBAAR: "uuid regio naam soort ook_soorten werkveld gestopt_op gestopt_reden"
        " opvolger"
    },
    "Team": {INTERN: "uuid organisatie naam"},
    "Gebruiker": {
        PERSOON: "last_login email naam is_active sinds",
        SLEUTEL: "password uuid",
    },
    "Rol": {
        PERSOON: "gebruiker uitnodiging van tot",
        INTERN: "uuid soort regio organisatie team gemeente",
    },
    "Uitnodiging": {
        PERSOON: "email naam gemaakt_door gebruikt_op ingetrokken_op",
        SLEUTEL: "hash sleutel",
        INTERN: "uuid soort regio gemaakt_op tot",
    },
}
