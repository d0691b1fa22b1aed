"""The words our fixed lists use in HSDS, and what they are called there as a taxonomy.

The values are those of netwerk/choices.py and toegang/choices.py, which Django needs and
rules may not; a test holds them together.
"""

from __future__ import annotations

from uuid import UUID, uuid5

STATUS = {"actief": "active", "inactief": "inactive", "gestopt": "defunct"}
GESLOTEN = "temporarily closed"
LOCATIESOORT = {"fysiek": "physical", "post": "postal", "virtueel": "virtual"}
FUNCTIES = (
    "veiligheid", "basis", "toegang", "klachten", "gezondheid", "steun", "kracht",
    "ontplooiing", "meedoen", "rechten",
)  # fmt: skip
DOMEINEN = ("lichaam", "gevoel", "zin", "plezier", "contact", "dagelijks")
WETTEN = ("zvw", "wmo", "wlz", "jeugdwet", "participatiewet", "geen")
MANIEREN = ("locatie", "thuis", "online", "telefoon", "blended")
VOOR_WIE = ("clienten", "naasten", "buurt")
VERWIJZERS = (
    "huisarts", "wijkteam", "ggz", "gemeente", "ciz", "politie", "naaste", "anders",
)  # fmt: skip
RINGEN = ("zelf", "naasten", "maatschappelijk", "zorg")
SFEREN = ("institutioneel", "gemeenschappelijk", "persoonlijk")
ONAFHANKELIJK = ("clientondersteuner", "pvp", "fvp")
CONSULTATIE = ("client", "naaste", "huisarts", "professional")
CAPACITEIT = ("onbekend", "open", "wachtlijst", "dicht")
FEESTDAGEN = ("onbekend", "dicht", "open")
FASEN = ("aanmeld", "behandel", "plaatsing", "anders")
METHODEN = ("gerealiseerd", "verwacht", "telefonisch")
CONTROLEVELDEN = ("telefoon", "openingstijden", "wachttijd", "capaciteit", "rest")
ZICHTBAAR = ("iedereen", "collegas")
MAG_BELLEN = ("iedereen", "eigen", "verwijzers")
WERKVELDEN = (
    "ggz", "verslaving", "huisartsen", "wijkteam", "wonen", "werk", "onderwijs",
    "veiligheid", "clienten_familie", "welzijn", "verzekeraar", "gemeente", "anders",
)  # fmt: skip
ORGANISATIESOORTEN = (
    "familie", "academie", "zelfregie", "wijkteam", "fact", "wonen", "huisarts",
    "huisartsenpost", "basisggz", "vrijgevestigd", "bemoeizorg", "crisisdienst", "iht", "hic", "respijt",
    "kliniek", "opvang", "werk", "dagbesteding", "schuldhulp", "politie", "justitie",
    "gehandicaptenzorg", "jeugd", "ggd", "onderwijs", "corporatie", "welzijn",
    "verzekeraar", "gemeente", "anders",
)  # fmt: skip

# our lists as taxonomies, so that who does not know our profile can read them too:
# key of the property, column, name, what it says
TAXONOMIEEN = (
    ("nk_functies", "functies", "Functies", "Wat hulp moet opleveren (EPA, tabel 4.1)"),
    ("nk_domeinen", "domeinen", "Gezondheidsdomeinen", "Positieve gezondheid"),
    ("nk_wetten", "wetten", "Wetten", "Uit welke wet de hulp komt"),
    ("nk_manieren", "manieren", "Manieren", "Hoe de hulp mensen bereikt"),
    ("nk_voor_wie", "voor_wie", "Voor wie", "Voor wie de hulp is"),
    ("nk_verwijzers", "verwijzers", "Verwijzers", "Wie kan verwijzen"),
)  # fmt: skip

# what our ids are made from; it never changes
_ONS = UUID("5b0f0f7e-6f0a-5c5e-9a53-6e2d8f6b7c11")


def made_id(*parts: object) -> UUID:
    """The same id for the same words, everywhere and always."""
    return uuid5(_ONS, "\0".join(map(str, parts)))


def is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False


def taxonomy_id(key: str) -> str:
    return str(made_id("taxonomie", key))


def term_id(key: str, value: str) -> str:
    return str(made_id("term", key, value))


OWN_TAXONOMIES = {taxonomy_id(key): key for key, *_ in TAXONOMIEEN}
_VALUES = {
    "nk_functies": FUNCTIES,
    "nk_domeinen": DOMEINEN,
    "nk_wetten": WETTEN,
    "nk_manieren": MANIEREN,
    "nk_voor_wie": VOOR_WIE,
    "nk_verwijzers": VERWIJZERS,
}
OWN_TERMS = {
    term_id(key, value): (key, value)
    for key, values in _VALUES.items()
    for value in values
}
