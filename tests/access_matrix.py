"""Who gets which answer where. Written from the specification, not from the code.

Per URL name and method: the status for each persona of `tests/world.py`. `visitor` is
nobody. A URL that is missing here fails the suite (tests/architecture/test_access.py).
The addresses of a plan stand in tests/access_plan.py; what an address is about stands in
tests/access_subject.py.
"""

from tests.access_plan import PLAN
from tests.access_who import ELSE, only

# without a role round a traject nobody has anything of the Kompas
NOT_KOMPAS = dict.fromkeys(
    ("niemand", "olga", "oscar", "petra", "gemma", "pim", "carla", "nico", "frank"), 404
)

# who sits at the table, leads, or manages the region; nobody else knows it is there
TABLE = {"visitor": 302, "noor": 200, "amina": 200, "wim": 200, "teun": 200, ELSE: 404}
TABLE_AWAY = TABLE | dict.fromkeys(("noor", "amina", "wim", "teun"), 302)
# who manages a region or leads a traject in one sees where help is missing there
HOLES = {"visitor": 302, "noor": 200, "teun": 200, "gemma": 200, ELSE: 404}
HOLES_OWN = HOLES | {"verre_noor": 200, "verre_teun": 200}
MANAGERS = {"visitor": 302, "teun": 200, "verre_teun": 200, ELSE: 404}


# who keeps a region, each their own; who keeps people; who keeps Ggz Lindestroom
REGIONS = ("teun", "verre_teun")
KEEPERS = (*REGIONS, "olga", "oscar", "pim")
GGZ = ("teun", "olga")
RB_HERE = {"visitor": 302, "teun": 200, ELSE: 404}
RB_ANYWHERE = RB_HERE | {"verre_teun": 200}

ACCESS: dict[tuple[str, str], dict[str, int]] = {
    ("livez", "get"): {ELSE: 200},
    ("readyz", "get"): {ELSE: 200},
    ("start", "get"): {"visitor": 200, ELSE: 302},
    ("over", "get"): {ELSE: 200},
    ("privacy", "get"): {ELSE: 200},
    ("toegankelijkheid", "get"): {ELSE: 200},
    ("letters", "post"): {ELSE: 302},
    ("vandaag", "get"): {"niemand": 200, ELSE: 302},
    # help now, worries and what there is for naasten: for everybody, whoever is logged in
    ("hulp_nu", "get"): {ELSE: 200},
    ("hulp_nu_regio", "get"): {ELSE: 200},
    ("hulp_nu_pdf", "get"): {ELSE: 200},
    ("hulp_nu_sw", "get"): {ELSE: 200},
    ("weg", "get"): {ELSE: 200},
    ("zorgen", "get"): {ELSE: 200},
    ("zorgen_regio", "get"): {ELSE: 200},
    ("zorgen_plek", "get"): {ELSE: 200},
    ("zorgen_soort", "get"): {ELSE: 200},
    ("zorgen_blad", "get"): {ELSE: 200},
    ("zorgen_blad_pdf", "get"): {ELSE: 200},
    ("zorgen_soort_pdf", "get"): {ELSE: 200},
    ("voor_naasten", "get"): {ELSE: 200},
    ("voor_naasten_pdf", "get"): {ELSE: 200},
    # the sociale kaart is for everybody, with or without an account
    ("sociale_kaart", "get"): {ELSE: 200},
    ("sociale_kaart_pdf", "get"): {ELSE: 302},  # nothing was asked
    # a region's numbers: its own beheerder and nobody else, not that of another region
    ("hulpnummers", "get"): RB_ANYWHERE,
    ("hulpnummer_nieuw", "get"): RB_ANYWHERE,
    ("hulpnummer_nieuw", "post"): RB_ANYWHERE | {"teun": 422, "verre_teun": 422},
    ("zorgenadres_nieuw", "get"): RB_ANYWHERE,
    ("zorgenadres_nieuw", "post"): RB_ANYWHERE | {"teun": 422, "verre_teun": 422},
    ("hulpnummer", "get"): RB_HERE,
    ("hulpnummer", "post"): RB_HERE | {"teun": 422},
    ("hulpnummer_weg", "post"): RB_HERE | {"teun": 302},
    ("hulpnummer_gecontroleerd", "post"): RB_HERE | {"teun": 302},
    ("zorgenadres", "get"): RB_HERE,
    ("zorgenadres", "post"): RB_HERE | {"teun": 422},
    ("zorgenadres_weg", "post"): RB_HERE | {"teun": 302},
    ("zorgenadres_gecontroleerd", "post"): RB_HERE | {"teun": 302},
    ("nummerwijziging", "get"): RB_HERE,
    # getting in and out; what somebody has of their own is theirs, whatever their role
    ("account_login", "get"): {"visitor": 200, ELSE: 302},
    ("account_login", "post"): {"visitor": 422, ELSE: 302},
    ("mfa_authenticate", "get"): {ELSE: 302},  # only halfway a login
    ("mfa_authenticate", "post"): {ELSE: 302},
    ("account_logout", "post"): {ELSE: 302},
    ("uitnodiging", "get"): {ELSE: 404},  # nobody knows this code
    ("uitnodiging", "post"): {ELSE: 404},
    ("account_reset_password", "get"): {ELSE: 200},
    ("account_reset_password", "post"): {ELSE: 422},
    ("account_reset_password_done", "get"): {ELSE: 200},
    ("account_reset_password_from_key", "get"): {ELSE: 404},  # no link like this
    ("account_reset_password_from_key", "post"): {ELSE: 404},
    ("account_change_password", "get"): {"visitor": 302, ELSE: 200},
    ("account_change_password", "post"): {"visitor": 302, ELSE: 422},
    ("account_reauthenticate", "get"): {"visitor": 302, ELSE: 200},
    ("account_reauthenticate", "post"): {"visitor": 302, ELSE: 422},
    ("mfa_reauthenticate", "get"): {ELSE: 302},  # nobody here has a second step
    ("mfa_reauthenticate", "post"): {ELSE: 302},
    ("mijn_account", "get"): {"visitor": 302, ELSE: 200},
    ("rol", "get"): {"visitor": 302, ELSE: 200},
    ("rol", "post"): {"visitor": 302, ELSE: 422},
    ("usersessions_list", "get"): {"visitor": 302, ELSE: 200},
    ("usersessions_list", "post"): {ELSE: 302},
    ("mfa_index", "get"): {"visitor": 302, ELSE: 200},
    ("mfa_activate_totp", "get"): {"visitor": 302, ELSE: 200},
    ("mfa_activate_totp", "post"): {"visitor": 302, ELSE: 422},
    ("tweede_stap_papier", "get"): {"visitor": 302, ELSE: 200},
    ("tweede_stap_papier", "post"): {ELSE: 302},
    ("mfa_view_recovery_codes", "get"): {ELSE: 302},  # no list yet
    ("mfa_generate_recovery_codes", "get"): {ELSE: 302},
    ("mfa_generate_recovery_codes", "post"): {ELSE: 302},
    ("tweede_stap_uit", "get"): {ELSE: 302},
    ("tweede_stap_uit", "post"): {ELSE: 302},
    ("meedoen", "get"): {ELSE: 200},
    ("meedoen", "post"): {ELSE: 422},
    # a round is for who has its code; a member joins, anybody else first says from which
    # perspective, and before that there is nothing to see or to answer
    ("meedoen_ronde", "get"): {ELSE: 200},
    ("meedoen_ronde", "post"): {"amina": 302, "wim": 302, ELSE: 422},
    ("meedoen_kaarten", "get"): {ELSE: 302},
    ("meedoen_klaar", "get"): {ELSE: 302},
    ("meedoen_opnieuw", "post"): {ELSE: 302},
    ("meedoen_kaart", "get"): {ELSE: 302},
    ("meedoen_stelling", "get"): {ELSE: 302},
    ("meedoen_vraag", "get"): {ELSE: 302},
    ("meedoen_werkwijzen", "get"): {ELSE: 302},
    ("meedoen_afronden", "get"): {ELSE: 302},
    ("meedoen_uitkomst", "get"): {ELSE: 302},
    ("meedoen_uitkomst_stelling", "get"): {ELSE: 302},
    ("meedoen_afronden", "post"): {ELSE: 302},
    ("bewaar_stelling", "post"): {ELSE: 302},
    ("bewaar_vraag", "post"): {ELSE: 302},
    ("bewaar_werkwijzen", "post"): {ELSE: 302},
    ("mijn_gesprekken", "get"): {"visitor": 302, "amina": 200, "wim": 200, ELSE: 404},
    # ours is there for every region; somebody without a role in one reads none
    ("kaarten", "get"): NOT_KOMPAS | {"visitor": 302, ELSE: 200},
    ("kaart", "get"): NOT_KOMPAS | {"visitor": 302, ELSE: 200},
    ("kaart_pdf", "get"): NOT_KOMPAS | {"visitor": 302, ELSE: 200},
    # who manages a region sees its editions and loads another
    ("edities", "get"): MANAGERS,
    ("editie_laden", "get"): MANAGERS,
    ("editie_laden", "post"): MANAGERS | {"teun": 422, "verre_teun": 422},
    ("editie_voorbeeld", "get"): MANAGERS,
    ("witte_vlekken", "get"): HOLES_OWN,
    ("witte_vlekken_werkwijzen", "get"): HOLES_OWN,
    ("witte_vlekken_aandachtspunten", "get"): HOLES_OWN,
    ("witte_vlekken_xlsx", "get"): HOLES_OWN,
    ("witte_vlekken_pdf", "get"): HOLES_OWN,
    ("witte_vlekken_vak", "get"): HOLES,
    # a route is for who leads it, sits at its table or manages the region
    ("trajecten", "get"): NOT_KOMPAS | {"visitor": 302, ELSE: 200},
    ("traject_nieuw", "get"): MANAGERS,
    ("traject_nieuw", "post"): MANAGERS | {"teun": 422, "verre_teun": 422},
    ("traject", "get"): TABLE,
    ("begeleider_nieuw", "get"): {"visitor": 302, "teun": 200, ELSE: 404},
    ("begeleider_nieuw", "post"): {"visitor": 302, "teun": 422, ELSE: 404},
    ("stap", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    ("stap", "post"): {"visitor": 302, "noor": 422, ELSE: 404},
    ("kerngroep", "get"): TABLE,
    ("lid_nieuw", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    ("lid_nieuw", "post"): {"visitor": 302, "noor": 422, ELSE: 404},
    ("mijn_plek", "get"): {"visitor": 302, "amina": 200, "wim": 200, ELSE: 404},
    ("mijn_plek", "post"): {"visitor": 302, "amina": 422, "wim": 422, ELSE: 404},
    ("lid", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    ("lid", "post"): {"visitor": 302, "noor": 422, ELSE: 404},
    # els has her account already: there is nobody left to invite
    ("lid_uitnodigen", "post"): {"visitor": 302, ELSE: 404},
    ("lid_intrekken", "post"): {"visitor": 302, "noor": 302, ELSE: 404},
    ("lid_weg", "post"): {"visitor": 302, "noor": 302, ELSE: 404},
    # what is missing is noted by who leads a traject; without saying what, it is chosen first
    ("knelpunt_nieuw", "get"): {
        "visitor": 302,
        "noor": 302,
        "verre_noor": 302,
        ELSE: 404,
    },
    ("knelpunt_nieuw", "post"): {
        "visitor": 302,
        "noor": 302,
        "verre_noor": 302,
        ELSE: 404,
    },
    ("knelpunt_weg", "post"): {"visitor": 302, "noor": 302, ELSE: 404},
    # all who may see a traject see which rounds there are; who leads it begins one
    ("rondes", "get"): TABLE,
    ("ronde_nieuw", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    ("ronde_nieuw", "post"): {"visitor": 302, "noor": 422, ELSE: 404},
    ("ronde_weergave", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    ("ronde_weergave", "post"): {"visitor": 302, "noor": 422, ELSE: 404},
    # how far it is, is for all round the traject; acting is for who leads it
    ("ronde", "get"): TABLE,
    ("ronde_tellingen", "get"): TABLE,
    ("ronde_kaart_openen", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    ("ronde_kaart_openen", "post"): {"visitor": 302, "noor": 302, ELSE: 404},
    ("ronde_herinneren", "post"): {"visitor": 302, "noor": 302, ELSE: 404},
    ("ronde_sluiten", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    ("ronde_sluiten", "post"): {"visitor": 302, "noor": 302, ELSE: 404},
    ("ronde_scherm", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    ("ronde_scherm_telling", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    # outcomes of an open card
    ("uitkomsten", "get"): TABLE,
    ("uitkomst_kaart", "get"): TABLE,
    ("uitkomst_stelling", "get"): TABLE,
    ("uitkomst_csv", "get"): TABLE,
    ("uitkomst_afspraak", "post"): {"visitor": 302, "noor": 302, ELSE: 404},
    ("opmerking_verbergen", "post"): {"visitor": 302, "noor": 422, ELSE: 404},
    ("opmerking_tonen", "post"): {"visitor": 302, ELSE: 404},  # no remark is hidden
    ("eigen_werkwijze", "post"): {"visitor": 302, "noor": 422, ELSE: 404},
    ("rapport_vragen", "post"): TABLE_AWAY,
    ("uitkomstrapport", "get"): TABLE,
    ("uitkomstrapport_pdf", "get"): TABLE_AWAY,  # it is not made yet
    # open data: for everybody, whoever they are
    ("hsds", "get"): {ELSE: 200},
    ("hsds_profiel", "get"): {ELSE: 200},
    ("hsds_services", "get"): {ELSE: 200},
    ("hsds_services", "post"): {ELSE: 405},
    ("hsds_service", "get"): {ELSE: 200},
    ("hsds_organizations", "get"): {ELSE: 200},
    ("hsds_organization", "get"): {ELSE: 200},
    ("hsds_service_at_locations", "get"): {ELSE: 200},
    ("hsds_service_at_location", "get"): {ELSE: 404},  # no such key
    ("hsds_taxonomies", "get"): {ELSE: 200},
    ("hsds_taxonomy", "get"): {ELSE: 404},
    ("hsds_taxonomy_terms", "get"): {ELSE: 200},
    ("hsds_taxonomy_term", "get"): {ELSE: 404},
    ("api_schema", "get"): {ELSE: 200},
    ("api_docs", "get"): {ELSE: 200},
    ("open_data", "get"): {ELSE: 200},
    ("robots", "get"): {ELSE: 200},
    ("sitemap", "get"): {ELSE: 200},
    ("sitemap_paginas", "get"): {ELSE: 200},
    ("sitemap_plekken", "get"): {ELSE: 200},
    # keeping regions, organisations and people: what is not yours is not there
    ("instellingen", "get"): only(200, *REGIONS) | {"pim": 302},  # to the platform's
    ("platform", "get"): only(200, "pim"),
    ("regios", "get"): only(200, "pim"),
    ("regio_nieuw", "get"): only(200, "pim"),
    ("regio_nieuw", "post"): only(422, "pim"),
    ("regio", "get"): only(200, "pim"),
    ("regio", "post"): only(422, "pim"),
    ("gebied", "get"): only(200, *REGIONS),
    ("gebied", "post"): only(422, *REGIONS),
    ("gemeente", "get"): only(200, "teun"),
    ("gemeente", "post"): only(422, "teun"),
    ("gemeente_naam", "get"): only(200, "teun"),
    ("gemeente_naam", "post"): only(422, "teun"),
    ("gemeente_weg", "post"): only(422, "teun"),  # gemma looks on for it
    ("wijk_naam", "get"): only(200, "teun"),
    ("wijk_naam", "post"): only(422, "teun"),
    ("wijk_weg", "post"): only(302, "teun"),
    # how a region looks: kept by who manages it, seen by everybody
    ("regio_plannen", "get"): only(200, *REGIONS),
    ("regio_plannen", "post"): only(422, *REGIONS),
    ("huisstijl", "get"): only(200, *REGIONS),
    ("huisstijl", "post"): only(302, *REGIONS),
    ("huisstijl_logo", "post"): only(422, *REGIONS),
    ("huisstijl_logo_weg", "post"): only(302, *REGIONS),
    ("huisstijl_weg", "post"): only(302, *REGIONS),
    ("huisstijl_css", "get"): {ELSE: 200},
    ("huisstijl_beeld", "get"): {ELSE: 200},
    ("organisaties", "get"): only(200, *REGIONS),
    ("organisatie_nieuw", "get"): only(200, *REGIONS),
    ("organisatie_nieuw", "post"): only(422, *REGIONS),
    ("organisatie", "get"): only(200, "teun"),
    ("organisatie", "post"): only(422, "teun"),
    ("organisatie_stoppen", "get"): only(200, "teun"),
    ("organisatie_stoppen", "post"): only(422, "teun"),
    ("organisatie_doorgaan", "post"): only(302, "teun"),
    ("teams", "get"): only(200, *GGZ),
    ("teams", "post"): only(422, *GGZ),
    ("teams_mijn", "get"): only(302, "olga", "oscar"),
    ("team", "get"): only(200, *GGZ),
    ("team", "post"): only(422, *GGZ),
    ("team_weg", "post"): only(302, *GGZ),
    ("mensen", "get"): only(200, *KEEPERS),
    ("mens_nieuw", "get"): only(200, *KEEPERS),
    # a professional: of one's own organisation, or of one in one's region
    ("mens_uitnodigen", "get"): only(200, *REGIONS, "olga", "oscar"),
    ("mens_uitnodigen", "post"): only(422, *REGIONS, "olga", "oscar"),
    ("mens_rol", "get"): only(200, *GGZ),
    ("mens_rol", "post"): only(302, *GGZ),  # without an end
    ("rol_einde", "post"): only(302, *GGZ),
    ("rol_opnieuw", "post"): only(422, *GGZ),
    ("rol_intrekken", "post"): only(302, *GGZ),
    # the sociale kaart is there for everybody, also to say that it is wrong
    ("voorziening", "get"): {ELSE: 200},
    ("voorziening_pdf", "get"): {ELSE: 200},
    ("melding_nieuw", "get"): {ELSE: 200},
    ("melding_nieuw", "post"): {ELSE: 422},
    ("melding_zoeken", "get"): {ELSE: 200},
    ("melding_zoeken", "post"): {ELSE: 422},
    ("melding_volgen", "get"): {ELSE: 200},
    # a report is handled by who keeps the page, or the region
    ("meldingen", "get"): only(200, *REGIONS, "olga", "oscar"),
    ("melding", "get"): only(200, *GGZ),
    ("melding", "post"): only(422, *GGZ),
    ("melding_oppakken", "post"): only(302, *GGZ),
    # who works in the region proposes, but not to themselves; the owner or region answers
    ("voorstellen", "get"): only(200, *REGIONS, "olga", "oscar", "petra"),
    ("voorstel_nieuw", "get"): only(200, *REGIONS, "olga", "oscar", "petra"),
    ("voorstel_nieuw", "post"): only(422, *REGIONS, "olga", "oscar", "petra"),
    ("voorstel_kiezen", "get"): only(200, "teun", "oscar", "petra"),
    ("voorstel_doen", "get"): only(200, "teun", "oscar", "petra"),
    ("voorstel_doen", "post"): only(422, "teun", "oscar", "petra"),
    ("voorstel_plek", "get"): only(200, "teun", "oscar", "petra"),
    ("voorstel_plek", "post"): only(422, "teun", "oscar", "petra"),
    ("voorstel", "get"): only(200, *GGZ, "petra"),  # petra made it
    ("voorstel", "post"): only(422, *GGZ),
    ("voorstel_afwijzen", "post"): only(422, *GGZ),
    ("voorstel_intrekken", "post"): only(302, "petra"),
    # what an organisation offers: hers, and of whoever keeps her region
    ("aanbod", "get"): only(200, *REGIONS, "olga", "oscar"),
    ("aanbod_nieuw", "get"): only(200, *REGIONS, "olga", "oscar"),
    ("aanbod_nieuw", "post"): only(422, *REGIONS, "olga", "oscar"),
    ("wachttijden", "get"): only(200, *REGIONS, "olga", "oscar"),
    ("wachttijden", "post"): only(302, *REGIONS, "olga", "oscar"),
    ("aanbod_een", "get"): only(200, *GGZ),
    ("aanbod_stap", "get"): only(200, *GGZ),
    ("aanbod_stap", "post"): only(422, *GGZ),
    ("aanbod_plek_nieuw", "get"): only(200, *GGZ),
    ("aanbod_plek_nieuw", "post"): only(422, *GGZ),
    ("aanbod_plek", "get"): only(200, *GGZ),
    ("aanbod_plek", "post"): only(422, *GGZ),
    ("aanbod_plek_stap", "get"): only(200, *GGZ),
    ("aanbod_plek_stap", "post"): only(302, *GGZ),
    ("aanbod_plek_weg", "post"): only(302, *GGZ),
    ("aanbod_tonen", "post"): only(302, *GGZ),
    ("aanbod_stoppen", "get"): only(200, *GGZ),
    ("aanbod_stoppen", "post"): only(422, *GGZ),
    ("aanbod_doorgaan", "post"): only(302, *GGZ),
    ("aanbod_dicht", "get"): only(200, *GGZ),
    ("aanbod_dicht", "post"): only(422, *GGZ),
    ("aanbod_dicht_weg", "post"): only(302, *GGZ),
    ("aanbod_nagekeken", "post"): only(302, *GGZ),
    ("aanbod_geschiedenis", "get"): only(200, *GGZ),
    ("aanbod_vraag", "post"): only(302, *GGZ),
    ("organisatieprofiel", "get"): only(200, *GGZ),
    ("organisatieprofiel", "post"): only(302, *GGZ),
    ("organisatiemensen", "get"): only(200, *GGZ),
    ("organisatiemensen", "post"): only(302, *GGZ),
    # whose it is does not matter to who manages the region; nobody else makes two one
    ("dubbelen", "get"): only(200, *REGIONS),
    ("dubbel_zoeken", "get"): only(200, "teun"),
    ("dubbel_samen", "get"): only(200, "teun"),
    ("dubbel_samen", "post"): only(422, "teun"),
    ("dubbel_twee", "post"): only(302, "teun"),
    ("bevestig", "get"): {ELSE: 404},  # nobody knows this code
    ("bevestig", "post"): {ELSE: 404},
    ("kaartinstelling", "get"): only(200, *REGIONS),
    ("kaartinstelling", "post"): only(422, *REGIONS),
    ("synoniemen", "get"): only(200, *REGIONS),
    ("synoniemen", "post"): only(422, *REGIONS),
    ("synoniem_weg", "post"): only(302, "teun"),
    # the kaart goes in and out by who manages its region; a file is seen there alone
    ("uitwisselen", "get"): only(200, *REGIONS),
    ("uitwisselen", "post"): only(422, *REGIONS),
    ("inlezen_voorbeeld", "get"): only(200, "teun"),
    ("inlezen_voorbeeld", "post"): only(422, "teun"),  # without what was seen
    ("inlezen_fouten", "get"): only(200, "teun"),
    ("leeg_rekenblad", "get"): only(200, *REGIONS),
    ("uitvoer", "post"): only(200, *REGIONS),
    # a file that was made is for who asked it
    ("uitvoer_bestand", "get"): only(200, "teun"),
    ("uitvoer_ophalen", "get"): only(302, "teun"),  # it is not made yet
} | PLAN
