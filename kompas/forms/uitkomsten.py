"""Forms of the facilitator, beside the outcomes."""

from typing import Any

from django import forms

from basis.forms import NkForm, Tiles

SCORES = [*((str(n), str(n)) for n in range(1, 6)), ("", "Geen")]


class AfspraakForm(NkForm):
    """What the group agreed on. `versie` is what the person had before them."""

    says_what_is_optional = False

    score = forms.TypedChoiceField(
        label="Welke score geven we samen?",
        choices=SCORES,
        coerce=int,
        empty_value=None,
        required=False,
        widget=Tiles("five"),
    )
    notitie = forms.CharField(
        label="Wat noteren we erbij?",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    versie = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)


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
