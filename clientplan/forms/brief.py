"""The code of a letter, and who has it."""

from django import forms

from basis.codes import MAX_TEXT
from basis.forms import AdresField, CodeInput, NkForm
from netwerk.services.starten import normalise

ONBEKEND = (
    "Deze code kennen we niet. Kijk nog eens naar de letters en cijfers op je brief."
    " Staat alles goed? Dan is de code al gebruikt, of te oud."
)


class CodeForm(NkForm):
    code = forms.CharField(
        label="De code van je brief",
        help_text="Tien letters en cijfers. Hoofdletters en spaties maken niet uit.",
        max_length=MAX_TEXT,
        widget=CodeInput(),
    )

    def clean_code(self) -> str:
        code = normalise(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError(ONBEKEND)
        return code


class NieuwForm(NkForm):
    """For who has no account yet: a mail proves that the address is theirs."""

    naam = forms.CharField(
        label="Hoe heet je?",
        help_text="Zo zien anderen je naam.",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = AdresField(
        label="Wat is je e-mailadres?",
        help_text="Daarmee log je straks in. We sturen je één mail, zonder gegevens"
        " over je gezondheid.",
    )
