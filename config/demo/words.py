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
        "Herstelgroepen. Die leiden mensen die het zelf hebben meegemaakt.",
        "Een signaleringsplan hebben we vaak. Samen gemaakt is het minder vaak.",
        "In de wijk is er een inloop met koffie en soms een cursus.",
        "Wij doen veel met familiegesprekken.",
        "Ik weet alleen van de wandelgroep.",
    ],
    2: [
        "Iets voor naasten die net horen wat er aan de hand is.",
        "Hulp bij werk, ook voor mensen die lang niet werkten.",
        "Een maatje terwijl je wacht.",
        "Meer ervaringsdeskundigen, ook in het weekend.",
        "Dat mijn familie mag meepraten, als ik dat wil.",
        "Een plek om even weg te zijn van huis, zonder opname.",
        "Een cursus over geld en schulden, op de plek waar mensen al komen.",
    ],
    3: [
        "We beeldbellen. Verder gebruiken we weinig.",
        "Een app voor het signaleringsplan.",
        "Een groepsapp van de wandelgroep. Dat werkt prima.",
        "Beeldbellen lukt niet bij iedereen. Bellen wel.",
        "Op de website van de gemeente kan ik niets vinden.",
        "Een online lotgenotengroep, een keer in de week.",
    ],
    4: [
        "Wandelgroep de Lange Laan\nKoffie-uur voor wie wacht",
        "Tuinploeg",
        "Repaircafé in De Akkers",
        "Koffie-uur voor wie wacht",
        "Samen eten op donderdag",
    ],
}

NOTITIES: dict[tuple[str, int], str] = {
    ("samenwerking", 14): (
        "De Veranda is open voor iedereen, maar wie wacht weet dat niet. Niemand vertelt"
        " het bij de aanmelding."
    ),
    ("samenwerking", 8): "We beginnen met één plan in twee wijkteams.",
    ("visie", 2): "Iedereen leest de visie en brengt één voorbeeld mee.",
}
