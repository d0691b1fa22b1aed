"""How somebody begins."""

from django import forms

from netwerk.choices import Consultatie, Verwijzer
from netwerk.forms.velden import JaNeeField, many, textarea

from .stap import Stapform


class AanmeldenForm(Stapform):
    onderdeel = "aanmelden"
    FIELDS = (
        "zelf_aanmelden",
        "verwijzers",
        "indicatie_nodig",
        "laagdrempelig",
        "aanmelden",
        "toelating",
        "consultatie_door",
    )

    zelf_aanmelden = JaNeeField("Kun je jezelf aanmelden?")
    verwijzers = many("Wie kan iemand aanmelden?", Verwijzer.choices)
    indicatie_nodig = JaNeeField("Is er een indicatie of beschikking nodig?")
    laagdrempelig = forms.BooleanField(
        label="Je kunt zo binnenlopen of bellen", required=False
    )
    aanmelden = textarea("Hoe begin je?", 2_000, "Stap voor stap, in gewone woorden.")
    toelating = textarea("Zijn er voorwaarden?", 2_000)
    consultatie_door = many(
        "Wie mag jullie om raad vragen?",
        Consultatie.choices,
        "Dit heet consultatie. Laat leeg als jullie dat niet geven.",
    )
