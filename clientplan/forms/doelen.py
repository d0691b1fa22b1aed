"""Goals and their small steps (P1)."""

from typing import ClassVar

from django import forms

from clientplan.choices import Herstelsoort
from netwerk.choices import Gezondheidsdomein

from .stuk import StukForm, Woorden

NIETS = [("", "Dat weet ik niet, of liever niet")]


class DoelForm(StukForm):
    WOORDEN = ("doel", "waarom", "tegenzit")
    VELDEN = ("domein", "herstel")
    ANDERS: ClassVar = {
        "doel": (
            "Wat wil {naam}?",
            "In de woorden van {naam}. Groot of klein, alles mag.",
        ),
        "waarom": ("Waarom is dat belangrijk voor {naam}?", ""),
        "tegenzit": (
            "Als het tegenzit",
            "{naam} mag dit proberen, ook als het kan mislukken. Wat doen jullie dan?",
        ),
    }

    doel = Woorden(
        label="Wat wil ik?",
        help_text="In je eigen woorden. Groot of klein, alles mag.",
        rows=3,
        required=True,
        error_messages={"required": "Schrijf hier iets, dan kunnen we verder."},
    )
    waarom = Woorden(label="Waarom is dat belangrijk voor mij?", rows=4)
    tegenzit = Woorden(
        label="Als het tegenzit",
        help_text="Je mag dit proberen, ook als het kan mislukken. Wat doen we dan?",
        rows=3,
    )
    domein = forms.ChoiceField(
        label="Waar gaat het over?",
        choices=[*NIETS, *Gezondheidsdomein.choices],
        required=False,
    )
    herstel = forms.ChoiceField(
        label="Wat helpt het vooruit?",
        choices=[*NIETS, *Herstelsoort.choices],
        required=False,
    )
    field_order = ["doel", "waarom", "tegenzit", "domein", "herstel"]


class StapForm(StukForm):
    WOORDEN = ("stap", "wanneer")

    stap = Woorden(
        label="Welke kleine stap?",
        help_text="Zo klein dat het deze week kan.",
        rows=2,
        required=True,
        error_messages={"required": "Schrijf hier iets, dan kunnen we verder."},
    )
    wanneer = Woorden(
        label="Wanneer?",
        help_text="Een dag, of ongeveer. Bijvoorbeeld: ergens in december.",
        rows=1,
        max_length=120,
    )


class WinstForm(StukForm):
    """A few words with a step that was made."""

    WOORDEN = ("gewonnen",)

    gewonnen = Woorden(label="Hoe was dat?", rows=3)
