"""What people in the demo world said: plausible, short, and of nobody."""

# theme key, number of the statement through the card: remarks somebody made
OPMERKINGEN: dict[tuple[str, int], list[str]] = {
    ("visie", 1): ["In de intake vragen we vooral naar klachten."],
    ("visie", 2): ["De visie hangt in de gang. In het overleg hoor ik haar weinig."],
    ("mens_centraal", 7): [
        "Zonder geld en huis lukt herstellen niet. Dat vragen we nu wel.",
        "Schulden komen pas laat op tafel.",
    ],
    ("mens_centraal", 13): ["Ik moest zelf bellen om te vragen wie mij kon helpen."],
    ("mens_centraal", 16): ["Het buurthuis is fijn, maar ’s avonds dicht."],
    ("samenwerking", 3): ["Van 17 naar 18 valt iedereen tussen twee plekken."],
    ("samenwerking", 8): ["Ik heb drie plannen. Ze spreken elkaar tegen."],
    ("samenwerking", 12): ["De lijst is er. Wie werkt hem bij?"],
    ("samenwerking", 14): [
        "Ik wachtte vijf maanden. Niemand belde in die tijd.",
        "Wij verwijzen naar het inloophuis, maar ik weet niet of mensen gaan.",
    ],
    ("professionals", 9): ["Ruimte is er, tot iemand naar de uren vraagt."],
    ("organisaties", 2): ["Er is één ervaringsdeskundige voor acht teams."],
}

OPEN_ANTWOORDEN: dict[int, list[str]] = {
    1: [
        "Wij werken met resourcegroepen en met de herstelacademie.",
        "Vooral gesprekken thuis. En maatjes, als er een maatje is.",
    ],
    2: [
        "Iets voor naasten die net horen wat er aan de hand is.",
        "Hulp bij werk, ook voor mensen die lang niet werkten.",
    ],
    3: [
        "We beeldbellen. Verder gebruiken we weinig.",
        "Een app voor het signaleringsplan.",
    ],
    4: ["Wandelgroep de Lange Laan\nKoffie-uur voor wie wacht", "Tuinploeg"],
}

NOTITIES: dict[tuple[str, int], str] = {
    ("samenwerking", 14): (
        "De Veranda is open voor iedereen, maar wie wacht weet dat niet. Niemand vertelt"
        " het bij de aanmelding."
    ),
    ("samenwerking", 8): "We beginnen met één plan in twee wijkteams.",
    ("visie", 2): "Iedereen leest de visie en brengt één voorbeeld mee.",
}
