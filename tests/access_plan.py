"""Who gets which answer on the addresses of a plan: the second half of
tests/access_matrix.py, from the same specification."""

from tests.access_who import ELSE, only

OWN = only(200, "carla")
NOBODY = only(404)
THINKS_ALONG = only(200, "petra")
PLAN: dict[tuple[str, str], dict[str, int]] = {
    # --- a plan: of its client, and of nobody else; a letter is for who has its code
    ("brief", "get"): {ELSE: 200},
    ("brief", "post"): {ELSE: 422},
    ("brief_code", "get"): {ELSE: 404},
    ("brief_code", "post"): {ELSE: 404},
    ("startbrieven", "get"): only(200, "petra"),
    ("startbrieven", "post"): only(302, "petra"),
    ("startbrief_weg", "post"): only(302, "petra"),
    ("plan", "get"): only(200, "carla"),
    ("plan_beginnen", "get"): only(302, "carla"),
    ("plan_beginnen", "post"): only(302, "carla"),
    ("wie_ziet_wat", "get"): only(200, "carla"),
    ("wie_toelaten", "get"): only(200, "carla"),
    ("wie_alles_uit", "get"): only(200, "carla"),
    ("wie_alles_uit", "post"): only(302, "carla"),
    ("naaste_nieuw", "get"): only(200, "carla"),
    ("naaste_nieuw", "post"): only(422, "carla"),
    ("naaste_vraag", "get"): only(200, "carla"),
    ("naaste_vraag", "post"): only(200, "carla"),
    ("naaste_terug", "post"): only(302, "carla"),
    ("hulpverlener_zoeken", "get"): only(200, "carla"),
    ("hulpverlener_erbij", "get"): only(200, "carla"),
    ("hulpverlener_erbij", "post"): only(422, "carla"),
    ("wie_persoon", "get"): only(200, "carla"),
    ("wie_persoon", "post"): only(422, "carla"),
    ("wie_uit", "post"): only(302, "carla"),
    ("wie_einde", "post"): only(302, "carla"),
    # who looked: the client reads it and asks; who guards privacy there answers
    ("plan_spoor_kort", "get"): only(302, "carla"),
    ("plan_spoor", "get"): only(200, "carla"),
    ("plan_spoor_vraag", "get"): only(200, "carla"),
    ("plan_spoor_vraag", "post"): only(422, "carla"),
    ("functionaris_vragen", "get"): only(200, "frank"),
    ("functionaris_vraag", "get"): only(200, "frank"),
    ("functionaris_vraag", "post"): only(422, "frank"),
    ("functionaris_logboek", "get"): only(200, "frank"),
    ("functionaris_logboek_csv", "get"): only(200, "frank"),
    ("functionaris_signalen", "get"): only(200, "frank"),
    ("functionaris_gezien", "post"): {"visitor": 302, ELSE: 404},  # no signal is named
    ("functionaris_namen", "get"): only(200, "frank"),
    ("functionaris_afschermen", "get"): only(200, "frank"),
    ("functionaris_afschermen", "post"): only(422, "frank"),
    ("functionaris_tonen", "post"): only(302, "frank"),
    ("meelezen", "get"): only(200, "nico"),
    ("meelezen_antwoord", "post"): only(302, "nico"),
}

# --- the parts of a plan, three ways (clientplan/urls.py): of the own plan, of another's, and
# through somebody's eyes. nico reads the crisiskaart; petra treats, and adds to the goals.
PLAN |= {
    ("plan_menu", "get"): OWN,
    ("plan_eenvoudig", "post"): only(302, "carla"),
    ("clienten", "get"): only(200, "petra"),
    ("plan_van", "get"): only(200, "nico", "petra"),
    ("plan_bekijk", "get"): OWN,
    ("doelen", "get"): OWN,
    ("doelen_van", "get"): THINKS_ALONG,
    ("doelen_bekijk", "get"): OWN,
    ("doel", "get"): OWN,
    ("doel_van", "get"): THINKS_ALONG,
    ("doel_bekijk", "get"): OWN,
    ("stem_van", "get"): THINKS_ALONG,
    ("stem_van", "post"): only(302, "petra"),
    ("stem_bij_van", "get"): THINKS_ALONG,
    ("stem_bij_van", "post"): only(302, "petra"),
    ("eerder", "get"): OWN,
    ("eerder_van", "get"): THINKS_ALONG,
    ("concept", "post"): OWN,
    ("concept_van", "post"): NOBODY,
    ("terugzetten", "post"): NOBODY,  # without a number there is nothing to put back
    ("terugzetten_van", "post"): NOBODY,
    ("stuk_weg", "post"): only(302, "carla"),
    ("stuk_weg_van", "post"): NOBODY,
}
# --- who acts for a client: carla says so, nico lays it down, petra treats and records it
PLAN |= {
    ("wie_namens_mij", "get"): OWN,
    ("wie_opnieuw", "get"): OWN,
    ("wie_opnieuw", "post"): only(302, "carla"),
    ("wie_straks_weg", "post"): only(302, "carla"),
    ("wie_namens", "get"): OWN,
    ("wie_namens", "post"): only(422, "carla"),
    ("wie_namens_stop", "post"): only(302, "carla"),
    ("namens_neerleggen", "post"): only(302, "nico"),
    ("vertegenwoordigers_van", "get"): THINKS_ALONG,
    ("vertegenwoordiger_nieuw_van", "get"): THINKS_ALONG,
    ("vertegenwoordiger_nieuw_van", "post"): only(422, "petra"),
    ("vertegenwoordiger_vraag_van", "post"): only(302, "petra"),
    ("vertegenwoordiger_wijzig_van", "get"): THINKS_ALONG,
    ("vertegenwoordiger_wijzig_van", "post"): only(422, "petra"),
}
# --- emergency access: carla chooses, petra opens, frank looks at what was opened
PLAN |= {
    ("noodkeuze", "get"): OWN,
    ("noodkeuze", "post"): only(422, "carla"),
    ("noodtoegang", "get"): only(200, "petra"),
    ("noodtoegang", "post"): only(422, "petra"),
    ("noodtoegangen", "get"): only(200, "petra"),
    ("noodtoegang_verslag", "get"): only(200, "petra"),
    ("noodtoegang_verslag", "post"): only(422, "petra"),
    ("noodtoegang_sluiten", "post"): only(302, "petra"),
    ("nakijken", "get"): only(200, "frank"),
    ("nakijken_een", "get"): only(200, "frank"),
    ("nakijken_een", "post"): only(422, "frank"),
}
for _name in ("doel_nieuw", "doel_wijzig", "stap_nieuw", "stap_wijzig", "stap_winst"):
    PLAN[_name, "get"], PLAN[_name, "post"] = OWN, only(422, "carla")
    PLAN[f"{_name}_van", "get"] = PLAN[f"{_name}_van", "post"] = NOBODY
for _name, _status in (("doel_stand", 404), ("stap_gezet", 302)):
    PLAN[_name, "post"] = only(_status, "carla")
    PLAN[f"{_name}_van", "post"] = NOBODY

# --- when it does not go well: petra treats, and reads the signaleringsplan and the card; nico
# reads the card
PLAN |= {
    ("signaleringsplan", "get"): OWN,
    ("signaleringsplan_van", "get"): THINKS_ALONG,
    ("signaleringsplan_bekijk", "get"): OWN,
    ("signaleringsplan_pdf", "get"): OWN,
    ("signaleringsplan_pdf_van", "get"): THINKS_ALONG,
    ("signaal_plek", "post"): only(302, "carla"),
    ("signaal_plek_van", "post"): NOBODY,
    ("hoe_gaat_het", "get"): OWN,
    ("hoe_gaat_het", "post"): OWN,
    ("crisiskaart", "get"): OWN,
    ("crisiskaart_van", "get"): only(200, "nico", "petra"),
    ("crisiskaart_bekijk", "get"): OWN,
    ("kaart_maken", "get"): OWN,
    ("kaart_maken_van", "get"): NOBODY,
    ("kaartpersoon_plek", "post"): only(302, "carla"),
    ("kaartpersoon_plek_van", "post"): NOBODY,
    ("kaartpersoon_gevraagd", "post"): only(302, "carla"),
    ("kaartpersoon_gevraagd_van", "post"): NOBODY,
    ("pasje", "get"): OWN,
    ("pasje_pdf", "get"): only(302, "carla"),  # none was made yet
    ("pasje_nieuw", "post"): only(302, "carla"),
    ("pasje_weg", "post"): only(302, "carla"),
    # who holds the paper types its code: unknown, withdrawn and mistyped are one answer
    ("pasje_bekijken", "get"): {ELSE: 200},
    ("pasje_bekijken", "post"): {ELSE: 422},
    # on the client's own screen for some minutes; unknown and over are one answer
    ("scherm", "get"): OWN,
    ("scherm_toon", "post"): only(302, "carla"),
    ("scherm_stop", "post"): only(302, "carla"),
    ("scherm_bekijken", "get"): {ELSE: 410},
    ("scherm_bekijken", "post"): {ELSE: 410},
    ("kaart_telefoon", "get"): OWN,
    ("telefoon_zet", "post"): only(409, "carla"),  # there is no card yet
    ("telefoon_weg", "post"): only(302, "carla"),
    # the page that a phone keeps holds nothing of anybody
    ("mijn_kaart", "get"): {ELSE: 200},
    ("mijn_kaart_sw", "get"): {ELSE: 200},
    ("mijn_kaart_stand", "get"): {ELSE: 410},
    # who may be named on a card sees the line about themself
    ("genoemd", "get"): only(200, "nico", "petra"),
    ("genoemd_antwoord", "post"): only(302, "nico"),
}
for _name in (
    "signaal_nieuw",
    "signaal_wijzig",
    "kaart_wijzig",
    "kaartpersoon_nieuw",
    "kaartpersoon_wijzig",
):
    PLAN[_name, "get"], PLAN[_name, "post"] = OWN, only(422, "carla")
    PLAN[f"{_name}_van", "get"] = PLAN[f"{_name}_van", "post"] = NOBODY
# the story with its pictures, agreements, and the diary that has one way alone
PLAN |= {
    ("verhaal", "get"): OWN,
    ("verhaal_van", "get"): NOBODY,
    ("verhaal_bekijk", "get"): NOBODY,  # petra may not read it
    ("verhaal_fase", "get"): OWN,
    ("verhaal_fase", "post"): only(422, "carla"),
    ("verhaal_beeld", "get"): OWN,
    ("verhaal_beeld_van", "get"): NOBODY,
    ("verhaal_beeld_bekijk", "get"): NOBODY,
    ("afspraken", "get"): OWN,
    ("afspraken_van", "get"): THINKS_ALONG,
    ("afspraken_bekijk", "get"): OWN,
    ("afspraak_agenda", "get"): OWN,
    ("afspraak_agenda_van", "get"): THINKS_ALONG,
    ("afspraak_plek", "get"): OWN,
    ("afspraak_plek", "post"): only(302, "carla"),
    ("afspraak_plek_van", "get"): NOBODY,
    ("afspraak_plek_van", "post"): NOBODY,
    ("dagboek", "get"): OWN,
    ("dagboek_nieuw", "get"): OWN,
    ("dagboek_nieuw", "post"): only(422, "carla"),
    ("dagboek_blad", "get"): OWN,
    ("dagboek_blad", "post"): only(422, "carla"),
    ("dagboek_weg", "post"): only(302, "carla"),
}
_WRITES = "verhaal_schrijf verhaal_beeld_nieuw afspraak_nieuw afspraak_wijzig"
for _name in _WRITES.split():
    PLAN[_name, "get"], PLAN[_name, "post"] = OWN, only(422, "carla")
    PLAN[f"{_name}_van", "get"] = PLAN[f"{_name}_van", "post"] = NOBODY
_ACTS = "verhaal_beeld_weg verhaal_beeld_terug verhaal_beeld_wis afspraak_gedaan"
for _name in _ACTS.split():
    PLAN[_name, "post"], PLAN[f"{_name}_van", "post"] = only(302, "carla"), NOBODY
