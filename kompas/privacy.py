"""Lived experience is health data (K3): a role at the table can say it, so it counts as such.

Of a Deelname the group says as much. A Stembriefje is nobody's: what it holds is `STEM`.
"""

from basis.privacy import (
    GEZONDHEID,
    INTERN,
    OPENBAAR,
    PERSOON,
    SLEUTEL,
    STEM,
    Table,
)

FIELDS: Table = {
    "Kompaseditie": {
        OPENBAAR: "regio sleutel versie naam bron schaal weet_niet past_niet_wij"
        " past_niet_ik eens_vanaf deels_eens_vanaf inventaris_vraag geladen_op",
        PERSOON: "geladen_door",
    },
    "Thema": {
        OPENBAAR: "editie nummer sleutel naam voor aanspreking vraag inleiding verhalen"
    },
    "Themadeel": {OPENBAAR: "thema nummer naam"},
    "Begrip": {OPENBAAR: "editie sleutel naam uitleg bron"},
    "Stelling": {
        OPENBAAR: "thema deel nummer volgorde tekst toelichting bron begrippen"
    },
    "OpenVraag": {OPENBAAR: "thema nummer tekst toelichting bron"},
    "Werkwijzegroep": {OPENBAAR: "editie nummer sleutel naam soort vraag"},
    "Werkwijze": {
        OPENBAAR: "editie sleutel naam afkorting synoniemen uitleg onderbouwing vorm"
        " elders groep bron groepen"
    },
    "EigenWerkwijze": {
        INTERN: "regio naam ook_genoemd toegevoegd_op",
        PERSOON: "toegevoegd_door",
    },
    "Traject": {INTERN: "uuid regio naam begonnen_op gemeenten wijken"},
    "Trajectstap": {INTERN: "traject nummer stand", PERSOON: "wie notitie"},
    "Begeleider": {PERSOON: "traject gebruiker naam uitnodiging van tot"},
    "Kerngroeplid": {
        INTERN: "uuid",
        PERSOON: "traject gebruiker naam ring organisatie betaald toon_als uitnodiging"
        " van tot",
        GEZONDHEID: "rol domein",
    },
    "Knelpunt": {
        INTERN: "uuid traject soort sleutel naam gemeente aantal informeel weken nagekeken"
        " bezoeken bezoeken_vorig genoteerd_op",
        PERSOON: "genoteerd_door",
    },
    "Ronde": {
        INTERN: "uuid traject editie nummer naam weergave geopend_op gesloten_op"
        " laatste_antwoord_dag herinnerd_op nagevraagd_op",
        SLEUTEL: "code sleutel_naam sleutel_box",
    },
    "Rondekaart": {INTERN: "ronde thema voor_groepen weergave stand geopend_op"},
    "Deelname": {
        PERSOON: "ronde gebruiker betaald",
        GEZONDHEID: "groep rol",
        SLEUTEL: "gast_hash",
    },
    "Kaartklaar": {PERSOON: "deelname kaart"},
    "Stembriefje": {INTERN: "ronde", STEM: "groep", SLEUTEL: "kenmerk"},
    "Stellingantwoord": {
        INTERN: "versie stelling beurt verborgen_op",
        STEM: "stembriefje keuze opmerking verborgen_reden",
        PERSOON: "verborgen_door",
    },
    "OpenAntwoord": {INTERN: "versie vraag", STEM: "stembriefje tekst"},
    "Inventarisantwoord": {INTERN: "versie werkwijze", STEM: "stembriefje gebruik"},
    "Groepsscore": {
        INTERN: "ronde stelling score vastgelegd_op",
        STEM: "notitie",
        PERSOON: "vastgelegd_door",
    },
    "Uitkomstrapport": {
        INTERN: "uuid ronde gevraagd_op stand pogingen volgende_poging_op deel_klaar"
        " klaar_op inhoud reden",
        STEM: "pdf",
        PERSOON: "gevraagd_door gevraagd_als",
    },
}
