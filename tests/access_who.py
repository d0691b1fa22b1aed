"""Who asks, and short ways to say what they get; for the tables of tests/access_matrix.py."""

# the answer for every persona that is not named
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
    "olga",
    "oscar",
    "petra",
    "gemma",
    "pim",
    "carla",
    "nico",
    "frank",
)


def only(status: int, *names: str) -> dict[str, int]:
    """These get `status`; for all others it is not there."""
    return dict.fromkeys(names, status) | {"visitor": 302, ELSE: 404}
