"""What a participant sends: a code, a perspective, answers.

A form that came from our own page is whole; what is missing or not a number then is a
broken device or somebody trying, and gets one sentence: load the page again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.validators import slug_re

from basis.forms import CodeInput, NkForm
from kompas.choices import Gebruik, Keuze, Rol
from kompas.rules import code, kerngroep

NOT_WHOLE = (
    "Er ging iets mis met deze pagina. Laad de pagina opnieuw en kies nog een keer."
)
CODE_UNKNOWN = "Deze code werkt niet. Kijk nog eens naar de code op het scherm."
MOST_VERSIE = 1_000_000_000
OPMERKING_MAX, TEKST_MAX = 2_000, 4_000  # characters
WORDS_TOO_LONG = (
    "Dit past niet: het zijn %(show_value)d tekens en er passen er %(limit_value)d in."
    " Je tekst staat hier nog. Maak hem wat korter."
)


def _whole(field: type[forms.Field], **more: Any) -> Any:
    words = dict.fromkeys(
        ("required", "invalid", "min_value", "max_value", "max_length"), NOT_WHOLE
    )
    return field(error_messages=words, **more)


def _versie() -> Any:
    return _whole(forms.IntegerField, min_value=0, max_value=MOST_VERSIE)


def footprint(*words: str) -> str:
    """What a page showed when it was made, in 16 signs. Sent along, it tells whether
    somebody changed anything: who only turns the page overwrites nothing that they
    answered in another tab."""
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:16]


class CodeForm(NkForm):
    code = forms.CharField(
        label="Wat is de code?",
        help_text=(
            "De code staat op het scherm in de zaal, of in je uitnodiging."
            " Hoofdletters maken niet uit."
        ),
        widget=CodeInput(),
        error_messages={"required": "Vul de code in."},
    )

    def clean_code(self) -> str:
        """The code as it is kept; what can't be one is wrong like any other."""
        found = code.normalise(self.cleaned_data["code"])
        if not found:
            raise forms.ValidationError(CODE_UNKNOWN)
        return found


class PerspectiefForm(NkForm):
    rol = forms.ChoiceField(
        choices=Rol.choices,
        error_messages={"required": "Kies wat het beste bij je past."},
    )
    betaald = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("rol") not in kerngroep.ERVARINGSDESKUNDIGEN:
            data["betaald"] = False
        return data


class StellingForm(NkForm):
    kaart = _whole(forms.SlugField, max_length=40)
    stelling = _whole(forms.IntegerField, min_value=1, max_value=999)
    versie = _versie()
    keuze = forms.ChoiceField(
        choices=Keuze.choices,
        required=False,
        error_messages={"invalid_choice": "Kies een van de antwoorden."},
    )
    opmerking = forms.CharField(
        required=False,
        max_length=OPMERKING_MAX,
        error_messages={"max_length": WORDS_TOO_LONG},
    )
    was = forms.CharField(required=False)

    def answer(self) -> dict[str, Any]:
        """What a save takes."""
        return {name: x for name, x in self.cleaned_data.items() if name != "was"}

    def changed(self) -> bool:
        data = self.cleaned_data
        return data["was"] != footprint(data["keuze"], data["opmerking"])


class VraagForm(NkForm):
    kaart = _whole(forms.SlugField, max_length=40)
    vraag = _whole(forms.IntegerField, min_value=1, max_value=999)
    versie = _versie()
    tekst = forms.CharField(
        required=False,
        max_length=TEKST_MAX,
        error_messages={"max_length": WORDS_TOO_LONG},
    )
    was = forms.CharField(required=False)

    def answer(self) -> dict[str, Any]:
        """What a save takes."""
        return {name: x for name, x in self.cleaned_data.items() if name != "was"}

    def changed(self) -> bool:
        data = self.cleaned_data
        return data["was"] != footprint(data["tekst"])


class WerkwijzenForm(NkForm):
    """`w-<key>` is the answer, `v-<key>` its count, for as many methods as were sent."""

    kaart = _whole(forms.SlugField, max_length=40)
    deel = _whole(forms.IntegerField, min_value=1, max_value=999)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        self.keys = [name[2:] for name in data if name.startswith("v-")]
        for key in self.keys:
            self.fields[f"v-{key}"] = _versie()
            self.fields[f"w-{key}"] = forms.ChoiceField(
                choices=Gebruik.choices,
                required=False,
                error_messages={"invalid_choice": NOT_WHOLE},
            )

    def clean(self) -> dict[str, Any]:
        if not all(slug_re.fullmatch(key) for key in self.keys):
            raise forms.ValidationError(NOT_WHOLE)
        return super().clean() or {}

    def answers(self, *, wipe: bool = False) -> list[tuple[str, str, int]]:
        """(key, answer, count) of each that says something or said so before; `wipe`
        takes all of them back."""
        data = self.cleaned_data
        sent = [
            (key, "" if wipe else data[f"w-{key}"], data[f"v-{key}"])
            for key in self.keys
        ]
        return [row for row in sent if wipe or row[1] or row[2] > 1]
