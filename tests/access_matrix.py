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
SUBJECT = {"kaarten": "editie", "kaart": "editie", "kaart_pdf": "editie"}

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
}
