"""Who is there in the demo region: made up, and of every kind."""

from toegang.choices import Organisatiesoort, Werkveld

S, K = Organisatiesoort, Werkveld

# name -> kind and domain; those with {gemeente} are there once for each
ORGANISATIES: dict[str, tuple[Organisatiesoort, Werkveld]] = {
    "Ggz Lindestroom": (S.FACT, K.GGZ),
    "Novum Verslavingszorg": (S.FACT, K.VERSLAVING),
    "Huisartsen {gemeente}": (S.HUISARTS, K.HUISARTSEN),
    "Wijkteam {gemeente}": (S.WIJKTEAM, K.WIJKTEAM),
    "Gemeente {gemeente}": (S.GEMEENTE, K.GEMEENTE),
    "Welzijn {gemeente}": (S.WELZIJN, K.WELZIJN),
    "Beschermd wonen De Linde": (S.WONEN, K.WONEN),
    "Woonstichting Lindewoon": (S.CORPORATIE, K.WONEN),
    "Opvang Lindestroom": (S.OPVANG, K.WONEN),
    "Vrouwenopvang De Beuk": (S.OPVANG, K.WONEN),
    "Cliëntenbelang Lindestroom": (S.FAMILIE, K.CLIENTEN_FAMILIE),
    "Naast Elkaar, familievereniging": (S.FAMILIE, K.CLIENTEN_FAMILIE),
    "Herstelacademie De Wijde Blik": (S.ACADEMIE, K.CLIENTEN_FAMILIE),
    "Zelfregiecentrum Het Kompas": (S.ZELFREGIE, K.CLIENTEN_FAMILIE),
    "Maatjes Lindestroom": (S.WELZIJN, K.WELZIJN),
    "Stichting De Veranda": (S.WELZIJN, K.WELZIJN),
    "Basisggz De Brug": (S.BASISGGZ, K.GGZ),
    "Psychologen aan de Laak": (S.VRIJGEVESTIGD, K.GGZ),
    "Crisisdienst Lindestroom": (S.CRISISDIENST, K.GGZ),
    "Respijthuis De Rustpunt": (S.RESPIJT, K.WELZIJN),
    "Werkbedrijf Lindestroom": (S.WERK, K.WERK),
    "Atelier Kleurrijk": (S.DAGBESTEDING, K.WELZIJN),
    "Regionaal College Oost": (S.ONDERWIJS, K.ONDERWIJS),
    "Op Eigen Kracht, cliëntondersteuning": (S.WELZIJN, K.WELZIJN),
    "Zorgverzekeraar De Zekerheid": (S.VERZEKERAAR, K.VERZEKERAAR),
    "GGD Lindestroom": (S.GGD, K.GEMEENTE),
    "Politie Lindestroom": (S.POLITIE, K.VEILIGHEID),
    "Jeugdhulp De Springplank": (S.JEUGD, K.GGZ),
    "Samen Sterk, begeleiding LVB": (S.GEHANDICAPTENZORG, K.WONEN),
    "Rechtswinkel Lindestroom": (S.WELZIJN, K.WELZIJN),
}
# what else is under the roof of one
OOK: dict[str, list[Organisatiesoort]] = {
    "Ggz Lindestroom": [S.BEMOEIZORG, S.IHT, S.KLINIEK],
    "Novum Verslavingszorg": [S.KLINIEK],
    "Opvang Lindestroom": [S.DAGBESTEDING],
    "Werkbedrijf Lindestroom": [S.DAGBESTEDING],
}
