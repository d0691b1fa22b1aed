"""The columns of the simple spreadsheet: what stands above each, and what it becomes."""

from __future__ import annotations

from dataclasses import dataclass

from .werkblad import folded


@dataclass(frozen=True)
class Kolom:
    """`naam` stands above it; `ook` are other ways to say so."""

    naam: str
    uitleg: str
    ook: tuple[str, ...] = ()


KOLOMMEN: dict[str, Kolom] = {
    "nummer": Kolom("Nummer", "Een eigen nummer van de plek, dat nooit verandert. Bij een nieuwe plek mag het leeg.", ("id",)),
    "naam": Kolom("Naam", "Hoe de plek heet.", ("plek", "voorziening", "naam voorziening")),
    "organisatie": Kolom("Organisatie", "Van wie de plek is.", ("aanbieder", "naam organisatie")),
    "kort": Kolom("Kort", "In één zin, hoogstens 300 tekens.", ("samenvatting",)),
    "omschrijving": Kolom("Omschrijving", "Wat mensen er vinden.", ("beschrijving",)),
    "telefoon": Kolom("Telefoon", "Een nummer, met wat erbij hoort. Zet een tweede nummer op een eigen regel in de cel (Alt+Enter).", ("tel", "telefoonnummer")),
    "email": Kolom("E-mail", "Een e-mailadres.", ("mail", "emailadres", "e-mailadres")),
    "website": Kolom("Website", "Begint met https://.", ("site", "url", "webadres")),
    "adres": Kolom("Adres", "Straat en nummer.", ("straat", "straat en huisnummer")),
    "postcode": Kolom("Postcode", "Zoals 1234 AB."),
    "plaats": Kolom("Plaats", "De plaats van het adres.", ("woonplaats",)),
    "openingstijden": Kolom("Openingstijden", "Zoals ma-vr 9:00-17:00; za 10:00-12:00.", ("open", "geopend")),
    "gebied": Kolom("Werkgebied", "Gemeenten of wijken, met ; ertussen. Of de naam van de regio.", ("gemeente", "gemeenten")),
    "functies": Kolom("Functies", "Wat het oplevert, met ; ertussen.", ("functie",)),
    "domeinen": Kolom("Domeinen", "Positieve gezondheid, met ; ertussen.", ("gezondheidsdomeinen",)),
    "wetten": Kolom("Wetten", "Uit welke wet, met ; ertussen.", ("wet",)),
    "manieren": Kolom("Manieren", "Hoe het mensen bereikt, met ; ertussen.", ("manier",)),
    "voor_wie": Kolom("Voor wie", "Met ; ertussen."),
    "informeel": Kolom("Informeel", "ja of nee."),
    "indicatie": Kolom("Indicatie nodig", "ja of nee.", ("verwijzing nodig",)),
    "min": Kolom("Vanaf leeftijd", "Een getal.", ("minimumleeftijd",)),
    "max": Kolom("Tot en met leeftijd", "Een getal.", ("maximumleeftijd",)),
    "aanmelden": Kolom("Aanmelden", "Hoe je je aanmeldt."),
    "kosten": Kolom("Kosten", "Wat het kost, in woorden."),
    "trefwoorden": Kolom("Trefwoorden", "Met ; ertussen."),
    "gecontroleerd": Kolom("Gecontroleerd op", "Een datum, zoals 4 oktober 2026.", ("controle",)),
}  # fmt: skip
NODIG = ("naam", "organisatie")
WAYS = {
    folded(way): key
    for key, kolom in KOLOMMEN.items()
    for way in (kolom.naam, key, *kolom.ook)
}
TEXTS = {
    "naam": "name",
    "kort": "nk_kort",
    "omschrijving": "description",
    "aanmelden": "application_process",
    "kosten": "fees_description",
}
CHOICES = {
    "functies": "nk_functies",
    "domeinen": "nk_domeinen",
    "wetten": "nk_wetten",
    "manieren": "nk_manieren",
    "voor_wie": "nk_voor_wie",
}
YES_NO = {"informeel": "nk_informeel", "indicatie": "nk_indicatie_nodig"}
AGES = {"min": "minimum_age", "max": "maximum_age"}
PROPS = TEXTS | CHOICES | YES_NO | AGES | {"trefwoorden": "nk_trefwoorden"}
# which property of a record a column is about, for who wants to see what changes
GAAT_OVER = PROPS | {
    "organisatie": "organization_id",
    "telefoon": "phones",
    "email": "email",
    "website": "url",
    "adres": "service_at_locations",
    "postcode": "service_at_locations",
    "plaats": "service_at_locations",
    "openingstijden": "schedules",
    "gebied": "service_areas",
    "gecontroleerd": "nk_controles",
}
SAYS = {
    "website": "Een webadres begint met https://.",
    "email": "In een e-mailadres staat een @, en geen spatie.",
}
YES = {"ja": True, "j": True, "x": True, "true": True, "waar": True, "1": True,
       "nee": False, "n": False, "false": False, "onwaar": False, "0": False}  # fmt: skip
LIMITS = {"naam": 255, "organisatie": 140, "kort": 300}
OLDEST_AGE = 120
MOST_WORDS, LONGEST_WORD = 30, 60
