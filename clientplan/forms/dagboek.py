"""A page of the diary."""

from django import forms

from basis.forms import NkForm, Toevoegform

from .stuk import Woorden

EMPTY = "Schrijf hier iets, dan kunnen we het bewaren."


def _tekst() -> Woorden:
    return Woorden(
        label="Wat wil je opschrijven?",
        rows=12,
        required=True,
        error_messages={"required": EMPTY},
    )


class BladForm(Toevoegform):
    says_what_is_optional = False

    tekst = _tekst()


class BladWijzigForm(NkForm):
    """`vanaf` says from which text was begun."""

    says_what_is_optional = False

    tekst = _tekst()
    vanaf = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
