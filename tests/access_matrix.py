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
    "uitnodiging": "code",
    "kaarten": "editie",
    "kaart": "editie",
    "kaart_pdf": "editie",
}

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
    ("uitnodiging", "get"): {ELSE: 404},  # of a code that is not there
    ("uitnodiging", "post"): {ELSE: 404},
}
