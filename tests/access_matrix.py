"""Who gets which answer where. Written from the specification, not from the code.

Per URL name and method: the status for each persona of `tests/world.py`. `visitor` is
nobody. A URL that is missing here fails the suite (tests/architecture/test_access.py).
`ELSE` is the answer for every persona that is not named.
"""

ELSE = "else"
PERSONAS = (
    "visitor",
    "niemand",
    "noor",
    "amina",
    "wim",
    "teun",
    "verre_noor",
    "verre_teun",
)

# What an address is about, when not the traject: tests/architecture/test_access.py
SUBJECT = {
    "stap": "stap",
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
    "kaarten": "editie",
    "kaart": "editie",
    "kaart_pdf": "editie",
    "meedoen_ronde": "ronde_code",
    "meedoen_kaarten": "ronde_code",
    "meedoen_klaar": "ronde_code",
    "meedoen_kaart": "ronde_code",
    "meedoen_stelling": "ronde_code",
    "meedoen_vraag": "ronde_code",
    "meedoen_werkwijzen": "ronde_code",
    "meedoen_afronden": "ronde_code",
    "bewaar_stelling": "ronde_code",
    "bewaar_vraag": "ronde_code",
    "bewaar_werkwijzen": "ronde_code",
    "uitkomsten": "uitkomst",
    "uitkomst_kaart": "uitkomst",
    "uitkomst_stelling": "uitkomst",
    "uitkomst_csv": "uitkomst",
    "uitkomst_afspraak": "uitkomst",
    "opmerking_verbergen": "uitkomst",
    "opmerking_tonen": "uitkomst",
    "eigen_werkwijze": "uitkomst",
    "rapport_vragen": "uitkomst",
    "uitkomstrapport": "rapport",
    "uitkomstrapport_pdf": "rapport",
}

# who sits at the table, leads, or manages the region; nobody else knows it is there
TABLE = {"visitor": 302, "noor": 200, "amina": 200, "wim": 200, "teun": 200, ELSE: 404}
TABLE_AWAY = TABLE | dict.fromkeys(("noor", "amina", "wim", "teun"), 302)

ACCESS: dict[tuple[str, str], dict[str, int]] = {
    ("livez", "get"): {ELSE: 200},
    ("readyz", "get"): {ELSE: 200},
    ("start", "get"): {"visitor": 200, ELSE: 302},
    ("over", "get"): {ELSE: 200},
    ("privacy", "get"): {ELSE: 200},
    ("toegankelijkheid", "get"): {ELSE: 200},
    ("letters", "post"): {ELSE: 302},
    ("vandaag", "get"): {"visitor": 302, ELSE: 200},
    ("account_login", "get"): {"visitor": 200, ELSE: 302},
    ("meedoen", "get"): {ELSE: 200},
    ("meedoen", "post"): {ELSE: 422},
    # a round is for who has its code; a member joins, anybody else first says from which
    # perspective, and before that there is nothing to see or to answer
    ("meedoen_ronde", "get"): {ELSE: 200},
    ("meedoen_ronde", "post"): {"amina": 302, "wim": 302, ELSE: 422},
    ("meedoen_kaarten", "get"): {ELSE: 302},
    ("meedoen_klaar", "get"): {ELSE: 302},
    ("meedoen_kaart", "get"): {ELSE: 302},
    ("meedoen_stelling", "get"): {ELSE: 302},
    ("meedoen_vraag", "get"): {ELSE: 302},
    ("meedoen_werkwijzen", "get"): {ELSE: 302},
    ("meedoen_afronden", "get"): {ELSE: 302},
    ("meedoen_afronden", "post"): {ELSE: 302},
    ("bewaar_stelling", "post"): {ELSE: 302},
    ("bewaar_vraag", "post"): {ELSE: 302},
    ("bewaar_werkwijzen", "post"): {ELSE: 302},
    ("mijn_gesprekken", "get"): {"visitor": 302, "amina": 200, "wim": 200, ELSE: 404},
    ("account_logout", "get"): {"visitor": 302, ELSE: 200},
    # ours is there for every region; somebody without a role in one reads none
    ("kaarten", "get"): {"visitor": 302, "niemand": 404, ELSE: 200},
    ("kaart", "get"): {"visitor": 302, "niemand": 404, ELSE: 200},
    ("kaart_pdf", "get"): {"visitor": 302, "niemand": 404, ELSE: 200},
    # a route is for who leads it, sits at its table or manages the region
    ("trajecten", "get"): {"visitor": 302, "niemand": 404, ELSE: 200},
    ("traject_nieuw", "get"): {
        "visitor": 302,
        "teun": 200,
        "verre_teun": 200,
        ELSE: 404,
    },
    ("traject_nieuw", "post"): {
        "visitor": 302,
        "teun": 422,
        "verre_teun": 422,
        ELSE: 404,
    },
    ("traject", "get"): {
        "visitor": 302,
        "noor": 200,
        "amina": 200,
        "wim": 200,
        "teun": 200,
        ELSE: 404,
    },
    ("begeleider_nieuw", "get"): {"visitor": 302, "teun": 200, ELSE: 404},
    ("begeleider_nieuw", "post"): {"visitor": 302, "teun": 422, ELSE: 404},
    ("stap", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    ("stap", "post"): {"visitor": 302, "noor": 422, ELSE: 404},
    ("kerngroep", "get"): {
        "visitor": 302,
        "noor": 200,
        "amina": 200,
        "wim": 200,
        "teun": 200,
        ELSE: 404,
    },
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
    # all who may see a traject see which rounds there are; who leads it begins one
    ("rondes", "get"): {
        "visitor": 302,
        "noor": 200,
        "amina": 200,
        "wim": 200,
        "teun": 200,
        ELSE: 404,
    },
    ("ronde_nieuw", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    ("ronde_nieuw", "post"): {"visitor": 302, "noor": 422, ELSE: 404},
    ("ronde_weergave", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    ("ronde_weergave", "post"): {"visitor": 302, "noor": 422, ELSE: 404},
    # how far it is, is for all round the traject; acting is for who leads it
    ("ronde", "get"): {
        "visitor": 302,
        "noor": 200,
        "amina": 200,
        "wim": 200,
        "teun": 200,
        ELSE: 404,
    },
    ("ronde_tellingen", "get"): {
        "visitor": 302,
        "noor": 200,
        "amina": 200,
        "wim": 200,
        "teun": 200,
        ELSE: 404,
    },
    ("ronde_kaart_openen", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    ("ronde_kaart_openen", "post"): {"visitor": 302, "noor": 302, ELSE: 404},
    ("ronde_herinneren", "post"): {"visitor": 302, "noor": 302, ELSE: 404},
    ("ronde_sluiten", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    ("ronde_sluiten", "post"): {"visitor": 302, "noor": 302, ELSE: 404},
    ("ronde_scherm", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    ("ronde_scherm_telling", "get"): {"visitor": 302, "noor": 200, ELSE: 404},
    ("uitnodiging", "get"): {ELSE: 404},  # of a code that is not there
    ("uitnodiging", "post"): {ELSE: 404},
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
}
