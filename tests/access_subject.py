"""What the addresses of tests/access_matrix.py are about: one word each, by URL name.

The things themselves are made in tests/architecture/test_access.py (THINGS). An address
that is not named here is about the traject.
"""

SUBJECT = {
    "voorziening": "voorziening",
    "voorziening_pdf": "voorziening",
    "sitemap_plekken": "sitemap",
    "melding_nieuw": "voorziening",
    "melding_volgen": "melding",
    "melding": "melding",
    "melding_oppakken": "melding",
    "stap": "stap",
    "knelpunt_weg": "knelpunt",
    "lid": "lid",
    "lid_uitnodigen": "lid",
    "lid_intrekken": "lid",
    "lid_weg": "lid",
    "ronde_nieuw": "traject_met_editie",
    "ronde_weergave": "ronde",
    "ronde": "ronde",
    "ronde_tellingen": "ronde",
    "ronde_kaart_openen": "ronde",
    "ronde_herinneren": "ronde",
    "ronde_sluiten": "ronde",
    "ronde_scherm": "ronde",
    "ronde_scherm_telling": "ronde",
    "uitnodiging": "code",
    "account_reset_password_from_key": "wachtwoordlink",
    "kaarten": "editie",
    "kaart": "editie",
    "kaart_pdf": "editie",
    "editie_voorbeeld": "voorbeeld",
    "meedoen_ronde": "ronde_code",
    "meedoen_kaarten": "ronde_code",
    "meedoen_klaar": "ronde_code",
    "meedoen_opnieuw": "ronde_code",
    "meedoen_kaart": "ronde_code",
    "meedoen_stelling": "ronde_code",
    "meedoen_vraag": "ronde_code",
    "meedoen_werkwijzen": "ronde_code",
    "meedoen_afronden": "ronde_code",
    "meedoen_uitkomst": "ronde_code",
    "meedoen_uitkomst_stelling": "ronde_code",
    "bewaar_stelling": "ronde_code",
    "bewaar_vraag": "ronde_code",
    "bewaar_werkwijzen": "ronde_code",
    "regio": "regio",
    "huisstijl_css": "huisstijl",
    "huisstijl_beeld": "huisstijl",
    "gemeente": "gemeente",
    "gemeente_naam": "gemeente",
    "gemeente_weg": "gemeente",
    "wijk_naam": "wijk",
    "wijk_weg": "wijk",
    "organisatie": "organisatie",
    "organisatie_stoppen": "organisatie",
    "organisatie_doorgaan": "organisatie",
    "teams": "organisatie",
    "organisatieprofiel": "organisatie",
    "organisatiemensen": "organisatie",
    "team": "team",
    "team_weg": "team",
    "mens_uitnodigen": "soort",
    "mens_rol": "rol",
    "rol_einde": "rol",
    "rol_opnieuw": "aanbod",
    "rol_intrekken": "aanbod",
    "voorstel_kiezen": "voorziening",
    "voorstel_doen": "voorziening",
    "voorstel_plek": "plek",
    "voorstel": "voorstel",
    "voorstel_afwijzen": "voorstel",
    "voorstel_intrekken": "voorstel",
    "aanbod_een": "voorziening",
    "aanbod_stap": "voorziening",
    "aanbod_plek_nieuw": "voorziening",
    "aanbod_plek": "plek",
    "aanbod_plek_stap": "plek",
    "aanbod_plek_weg": "plek",
    "aanbod_tonen": "voorziening_nieuw",
    "aanbod_stoppen": "voorziening",
    "aanbod_doorgaan": "voorziening_gestopt",
    "aanbod_dicht": "voorziening",
    "aanbod_dicht_weg": "periode",
    "aanbod_nagekeken": "voorziening",
    "aanbod_geschiedenis": "voorziening",
    "aanbod_vraag": "voorziening",
    "dubbel_zoeken": "tweetal",
    "dubbel_samen": "tweetal",
    "dubbel_twee": "tweetal",
    "bevestig": "code",
    "synoniem_weg": "synoniem",
    "uitkomsten": "uitkomst",
    "uitkomst_kaart": "uitkomst",
    "uitkomst_stelling": "uitkomst",
    "uitkomst_csv": "uitkomst",
    "uitkomst_afspraak": "uitkomst",
    "opmerking_verbergen": "uitkomst",
    "opmerking_tonen": "uitkomst",
    "eigen_werkwijze": "uitkomst",
    "rapport_vragen": "uitkomst",
    "hsds_service": "hsds_plek",
    "inlezen_voorbeeld": "importvoorbeeld",
    "inlezen_fouten": "importvoorbeeld",
    "uitvoer": "uitvoer",
    "uitvoer_bestand": "uitvoerbestand",
    "uitvoer_ophalen": "uitvoerbestand",
    "hsds_organization": "hsds_organisatie",
    "hsds_service_at_location": "hsds_plek",
    "hsds_taxonomy": "hsds_plek",
    "hsds_taxonomy_term": "hsds_plek",
    "uitkomstrapport": "rapport",
    "uitkomstrapport_pdf": "rapport",
    "hulp_nu_regio": "zorgen",
    "hulp_nu_pdf": "zorgen",
    "zorgen_regio": "zorgen",
    "zorgen_plek": "zorgen",
    "zorgen_soort": "zorgen",
    "zorgen_soort_pdf": "zorgen",
    "zorgen_blad": "zorgen",
    "zorgen_blad_pdf": "zorgen",
    "hulpnummer": "hulpnummer",
    "hulpnummer_weg": "hulpnummer",
    "hulpnummer_gecontroleerd": "hulpnummer",
    "zorgenadres": "zorgenadres",
    "zorgenadres_weg": "zorgenadres",
    "zorgenadres_gecontroleerd": "zorgenadres",
    "nummerwijziging": "nummerwijziging",
    "witte_vlekken_vak": "vak",
    "brief_code": "code",
    "startbrief_weg": "startbrief",
    "naaste_vraag": "naastenvraag",
    "naaste_terug": "naastenvraag",
    "meelezen_antwoord": "naastenvraag",
    "hulpverlener_erbij": "hulpverlener",
    "wie_persoon": "betrokkene",
    "wie_uit": "betrokkene",
    "wie_einde": "betrokkene",
    "wie_straks_weg": "betrokkene",
    "wie_namens": "betrokkene",
    "wie_namens_stop": "betrokkene",
    "namens_neerleggen": "bevoegd",
    "vertegenwoordigers_van": "bevoegd",
    "vertegenwoordiger_nieuw_van": "bevoegd",
    "vertegenwoordiger_wijzig_van": "bevoegd",
    "vertegenwoordiger_vraag_van": "bevoegdenbrief",
    "plan_spoor_vraag": "logregel",
    "functionaris_vraag": "logvraag",
    "functionaris_afschermen": "organisatieregel",
    "functionaris_tonen": "naamafscherming",
}

# of a plan, each address in its ways
_GOAL = "plan doelen doel doel_nieuw doel_wijzig doel_stand stap_nieuw eerder concept"
_STEP = "stap_wijzig stap_winst stap_gezet"
_STORY = "verhaal verhaal_fase verhaal_schrijf verhaal_beeld verhaal_beeld_nieuw"
_STORY += " verhaal_beeld_weg verhaal_beeld_terug verhaal_beeld_wis"
_AGREED = "afspraken afspraak_nieuw afspraak_wijzig afspraak_gedaan afspraak_agenda"
_AGREED += " afspraak_plek"
_DIARY = "dagboek dagboek_nieuw dagboek_blad dagboek_weg"
_OF_A_PLAN = {
    "plan_doel": _GOAL,
    "plan_stap": _STEP,
    "plan_beeld": _STORY,
    "plan_afspraak": _AGREED,
    "plan_blad": _DIARY,
}
for _thing, _names in _OF_A_PLAN.items():
    for _name in _names.split():
        for _way in ("", "_van", "_bekijk"):
            SUBJECT[f"{_name}{_way}"] = _thing
for _name in ("noodtoegang_verslag", "noodtoegang_sluiten", "nakijken_een"):
    SUBJECT[_name] = "nood"
for _name in ("stem_van", "stem_bij_van"):
    SUBJECT[_name] = "plan_doel"
for _name in ("terugzetten", "stuk_weg"):
    SUBJECT[_name] = SUBJECT[f"{_name}_van"] = "plan_doel"

_SIGNAL = (
    "signaleringsplan signaleringsplan_pdf signaal_nieuw signaal_wijzig signaal_plek"
)
_CARD = "crisiskaart kaart_maken kaart_wijzig kaartpersoon_nieuw kaartpersoon_wijzig"
_CARD += " kaartpersoon_plek kaartpersoon_gevraagd"
for _thing, _names in (("signaal", _SIGNAL), ("beller", _CARD)):
    for _name in _names.split():
        for _way in ("", "_van", "_bekijk"):
            SUBJECT[f"{_name}{_way}"] = _thing
SUBJECT["genoemd_antwoord"] = "genoemd"
SUBJECT["pasje_bekijken"] = SUBJECT["scherm_bekijken"] = "papier"
SUBJECT["mijn_kaart_stand"] = "papier"
