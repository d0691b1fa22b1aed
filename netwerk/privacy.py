"""The sociale kaart is public; so is the name of a contact that an organisation puts on it.
Places and postcodes are facts about the country. Of a search that found nothing the words
are kept from five different visits on, and never who typed them (docs/adr/0007). A telephone
number to call now counts as INTERN: some are for verwijzers only."""

from basis.privacy import GEZONDHEID, INTERN, OPENBAAR, PERSOON, SLEUTEL, Table

FIELDS: Table = {
    "Plaats": {OPENBAAR: "soort naam zoeknaam gemeente provincie lat lon bron"},
    "Plaatsnaam": {OPENBAAR: "plaats naam zoeknaam"},
    "Postcodegebied": {OPENBAAR: "code plaats gemeente provincie lat lon bron"},
    "Organisatieprofiel": {
        OPENBAAR: "uuid hsds organisatie bron bron_id ook_bekend_als omschrijving website"
        " email kwaliteitsstatuut gewijzigd_op"
    },
    "Kaartinstelling": {OPENBAAR: "regio beheerder maanden_wachttijd maanden_overig"},
    "Zoeksynoniem": {OPENBAAR: "regio woord ook"},
    "Zoekwoord": {OPENBAAR: "woord"},
    "Locatie": {
        OPENBAAR: "uuid hsds bron bron_id regio organisatie soort geheim naam omschrijving"
        " adres adres_2 postcode plaats land gemeente lat lon vervoer website toegankelijk"
        " gewijzigd_op"
    },
    "Voorziening": {
        OPENBAAR: "uuid hsds bron bron_id regio organisatie slug naam ook_bekend_als kort"
        " omschrijving trefwoorden status eerst_op_kaart gestopt_op gestopt_reden vervolg"
        " vervolg_tekst"
        " informeel laagdrempelig ervaringsdeskundig outreachend altijd_bereikbaar"
        " indicatie_nodig zelf_aanmelden onafhankelijk ring sfeer functies domeinen wetten"
        " manieren voor_wie verwijzers consultatie_door werkwijzen aanmelden toelating"
        " min_leeftijd max_leeftijd kosten tolk erkenningen mededeling website email"
        " kwaliteitsstatuut feestdagen capaciteit overbrugging overbrugging_geen gemaakt_op"
        " gewijzigd_op zoek"
    },
    "Voorzieningplek": {
        OPENBAAR: "uuid hsds bron bron_id regio voorziening locatie omschrijving"
    },
    "Werkgebied": {OPENBAAR: "uuid hsds voorziening hele_regio gemeente wijk naam"},
    "Doelgroepvraag": {OPENBAAR: "voorziening past tekst volgorde"},
    "Kostenregel": {
        OPENBAAR: "uuid hsds voorziening wat bedrag munt toelichting van tot"
    },
    "Startmoment": {OPENBAAR: "uuid voorziening begint_op bijeenkomsten plaatsen_vrij"},
    "Sluitingsperiode": {
        OPENBAAR: "uuid voorziening van tot reden alternatief alternatief_tekst"
    },
    "Contact": {
        OPENBAAR: "uuid hsds voorziening plek locatie organisatie functie afdeling email"
        " zichtbaar",
        PERSOON: "naam",
    },
    "Telefoon": {
        OPENBAAR: "uuid hsds voorziening plek locatie organisatie contact nummer"
        " toelichting mag_bellen kosten volgorde"
    },
    "Openingstijd": {
        OPENBAAR: "uuid hsds voorziening plek locatie van tot begint_op herhaal_tot aantal"
        " herhaling interval weekbegin dagen weken dagen_van_maand dagen_van_jaar opent_om"
        " sluit_om op_afspraak dicht tekst"
    },
    "Taal": {OPENBAAR: "uuid hsds voorziening locatie telefoon naam code toelichting"},
    "Taxonomie": {OPENBAAR: "uuid hsds bron bron_id regio naam omschrijving uri"},
    "Term": {
        OPENBAAR: "uuid hsds bron bron_id regio taxonomie boven code naam omschrijving"
    },
    "Kenmerk": {OPENBAAR: "uuid hsds voorziening plek locatie organisatie term waarde"},
    "Wachttijd": {
        OPENBAAR: "uuid voorziening fase doelgroep weken_van weken_tot gemeten_op"
        " geldig_tot methode toelichting door",
        INTERN: "ingevoerd_op einde",
        PERSOON: "ingevoerd_door",
    },
    "Wachteinde": {
        INTERN: "uuid voorziening fase doelgroep reden door gezegd_op",
        PERSOON: "gezegd_door",
    },
    "Melding": {
        OPENBAAR: "nummer voorziening veld status gemeld_op antwoord afgehandeld_op",
        INTERN: "uuid",
        PERSOON: "tekst email afgehandeld_door",
    },
    "Voorstel": {
        OPENBAAR: "regio organisatie voorziening plek naam stap",
        INTERN: "uuid velden namens gedaan_op status antwoord afgehandeld_op",
        PERSOON: "toelichting door afgehandeld_door",
    },
    "Samenvoeging": {
        OPENBAAR: "regio blijft oud_uuid oud_slug oud_naam bron bron_id op",
        INTERN: "uuid oud_id",
        PERSOON: "door",
    },
    "Geendubbel": {INTERN: "een ander"},
    "Controle": {
        OPENBAAR: "voorziening veld gecontroleerd_op",
        PERSOON: "gecontroleerd_door",
    },
    # the address is emptied a month after the link was used or ran out
    "Bevestigingslink": {
        INTERN: "uuid voorziening velden tot gemaakt_op gebruikt_op",
        PERSOON: "email gemaakt_door",
        SLEUTEL: "hash",
    },
    "Vergeefs": {INTERN: "regio kwartaal woorden keer", SLEUTEL: "sleutel vandaag"},
    # that somebody is a client says something of their health, and so does who is round them
    "Client": {
        GEZONDHEID: "uuid gebruiker geboren_op begonnen_op gesloten_op voorgelegd_op",
        SLEUTEL: "sleutel_naam sleutel_box",
        INTERN: "regio",
    },
    "Ringproef": {INTERN: "ring naam", SLEUTEL: "box"},
    "Dagboeksleutel": {GEZONDHEID: "client", SLEUTEL: "naam box"},
    "Betrokkenheid": {
        GEZONDHEID: "uuid client gebruiker rol organisatie werkt relatie_box behandelt"
        " van tot",
    },
    "Bevoegdheid": {
        GEZONDHEID: "uuid client betrokkenheid soort zaken van tot stuk stuk_van"
        " organisatie gegeven_op gegeven_door",
    },
    "Toestemming": {
        GEZONDHEID: "client betrokkenheid onderdeel recht oogmerk van tot gegeven_op"
        " gegeven_door",
    },
    "Naastenuitnodiging": {
        GEZONDHEID: "uuid client naam_box relatie_box rechten gemaakt_op tot gebruiker"
        " ja_op toegelaten_op ingetrokken_op gevraagd_door organisatie bevoegd",
        SLEUTEL: "hash",
    },
    # of nobody: who got it, and who used it, is not written down
    "Startbrief": {
        INTERN: "uuid regio organisatie gemaakt_op tot gebruikt_op ingetrokken_op",
        PERSOON: "gemaakt_door",
        SLEUTEL: "hash",
    },
    "Noodkeuze": {GEZONDHEID: "client onderdelen voor gekozen_op"},
    "Noodtoegang": {
        GEZONDHEID: "uuid client gebruiker organisatie grond reden_box onderdelen"
        " begonnen_op tot beeindigd_op vertel_op later_reden_box verslag_box verslag_op"
        " herinnerd_op",
        SLEUTEL: "sleutel_naam sleutel_box",
    },
    "Logvraag": {
        GEZONDHEID: "uuid client organisatie regel soort mag_horen vraag_box gevraagd_op tot"
        " antwoord_box beantwoord_op beantwoord_door",
    },
    "Vraagsleutel": {GEZONDHEID: "vraag client kenmerk", SLEUTEL: "naam box"},
    "Naamafscherming": {
        GEZONDHEID: "uuid client gebruiker organisatie reden besloten_op besloten_door"
        " ingetrokken_op ingetrokken_door",
    },
    "Signaalgezien": {
        INTERN: "organisatie maand aantal gezien_op",
        PERSOON: "sleutel gezien_door",
    },
    "Noodoordeel": {GEZONDHEID: "uuid noodtoegang oordeel uitleg_box door op"},
    "Importvoorbeeld": {
        INTERN: "uuid regio gemaakt_op tot naam bron afdruk uitgevoerd_op uitkomst wat"
        " gevraagd_op stand pogingen volgende_poging_op klaar_op reden",
        PERSOON: "door inhoud antwoorden gezien nakijken gevraagd_als",
    },
    "Uitvoer": {
        INTERN: "uuid regio soort tot naam gevraagd_op stand pogingen volgende_poging_op"
        " klaar_op reden",
        PERSOON: "door inhoud gevraagd_als",
    },
    "Pakketrij": {OPENBAAR: "regio bron tabel sleutel rij"},
    "Hulpnummer": {
        OPENBAAR: "uuid regio sleutel mag_bellen weg wanneer kosten volgorde gecontroleerd_op"
        " taal rubriek situatie uitleg kort",
        INTERN: "nummer",
    },
    "Zorgenadres": {
        OPENBAAR: "uuid regio sleutel mag_bellen weg wanneer kosten volgorde gecontroleerd_op"
        " gemeente wijk adres soorten naam wat_dan",
        INTERN: "nummer",
    },
    "Nummerwijziging": {
        INTERN: "uuid regio soort wat openbaar gemeente wijk oud nieuw gewijzigd_op",
        PERSOON: "gewijzigd_door",
    },
}
