"""Forms of the facilitator, beside the outcomes."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString

from basis.forms import NkForm, Tiles

SCORES = [(str(n), str(n)) for n in range(1, 6)]


class AfspraakForm(NkForm):
    """What the group agreed on. `versie` is what the person had before them; `weg` takes
    a score back, which a radio cannot. `schaal` are the words of the five points."""

    says_what_is_optional = False

    score = forms.TypedChoiceField(
        label="Welke score geven we samen?",
        choices=SCORES,
        coerce=int,
        empty_value=None,
        required=False,
        widget=Tiles("five"),
    )
    weg = forms.BooleanField(label="Haal de score weg", required=False)
    notitie = forms.CharField(
        label="Wat noteren we erbij?",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    versie = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, schaal: Iterable[tuple[int, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["score"]
        if schaal and isinstance(field, forms.ChoiceField):
            field.choices = [(str(n), _point(n, words)) for n, words in schaal]
        if not self["score"].value():
            del self.fields["weg"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.pop("weg", False):
            data["score"] = None
        return data


def _point(n: int, words: str) -> SafeString:
    """A point of the scale: its number to see, its words to hear."""
    return format_html('<span class="n">{}</span><span class="vh">{}</span>', n, words)


class VerbergForm(NkForm):
    """Why a remark is hidden: everybody can read the reason, so not what it said."""

    merk = forms.CharField(max_length=32, widget=forms.HiddenInput)
    reden = forms.CharField(
        label="Waarom verberg je deze opmerking?",
        help_text="Iedereen kan dit lezen. Bijvoorbeeld: herkenbaar voor één persoon.",
        max_length=200,
    )


class ToonForm(NkForm):
    merk = forms.CharField(max_length=32)


class EigenWerkwijzeForm(NkForm):
    """Names from open question 4 become one name of the region."""

    says_what_is_optional = False

    genoemd = forms.MultipleChoiceField(
        label="Welke namen horen bij elkaar, of staan er nog niet in?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    naam = forms.CharField(
        label="Zo schrijven we het",
        help_text="Laat dit leeg als de naam al goed is.",
        required=False,
        max_length=160,
    )

    def __init__(self, *args: Any, genoemd: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["genoemd"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(name, name) for name in genoemd]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        naam, genoemd = data.get("naam", ""), data.get("genoemd", [])
        if not (naam or genoemd):
            self.add_error("naam", "Kies een naam, of schrijf er zelf een.")
        elif not naam and len(genoemd) > 1:
            self.add_error("naam", "Schrijf hoe jullie deze namen samen noemen.")
        elif not naam:
            data["naam"] = genoemd[0]
        return data
