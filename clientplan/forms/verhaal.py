"""The story: a form for each of its texts, the phase, and a picture (P1)."""

from django import forms

from basis.forms import Tiles, Toevoegform, with_hint
from basis.pictures import Jpeg, NoPicture, as_photo
from basis.uploads import LARGE
from clientplan.choices import Herstelfase
from clientplan.rules.verhaal import VRAGEN

from .stuk import StukForm, Woorden

BOX = 1600, 1600  # what a wide screen shows, and what a print needs
FASEN = {
    Herstelfase.OVERWELDIGD: "Ik kom er nu niet bovenuit.",
    Herstelfase.WORSTELEN: "Ik zoek hoe ik ermee om kan gaan.",
    Herstelfase.LEVEN_MET: "Het is er, maar het is niet alles.",
    Herstelfase.VOORBIJ: "Het hoort bij mij, en mijn leven gaat verder.",
}


class VerhaalForm(StukForm):
    """One text; the others stay as they stand."""

    says_what_is_optional = False


def _form_of(sleutel: str) -> type[VerhaalForm]:
    field = Woorden(label="In eigen woorden", rows=9)
    parts = {"WOORDEN": (sleutel,), sleutel: field}
    return type(f"VerhaalForm_{sleutel}", (VerhaalForm,), parts)


VERHAALFORMS = {sleutel: _form_of(sleutel) for sleutel in VRAGEN}


class FaseForm(StukForm):
    """The phase the client sees themself in: one of four, or nothing."""

    VELDEN = ("fase",)
    says_what_is_optional = False

    fase = forms.ChoiceField(
        label="Wat past het best?",
        choices=[
            *((one.value, with_hint(one.label, FASEN[one])) for one in Herstelfase),
            ("", with_hint("Niets kiezen", "Weghalen mag ook, nu of later.")),
        ],
        required=False,
        widget=Tiles(),
    )


class BeeldForm(Toevoegform):
    says_what_is_optional = False

    beeld = forms.FileField(
        label="Welke foto of tekening?",
        help_text="Een JPEG of PNG van ten hoogste 10 MB. Waar en wanneer de foto is"
        " gemaakt, halen we eruit.",
        allow_empty_file=True,  # the reader has a better sentence
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
        error_messages={"required": "Kies een foto of tekening."},
    )
    alt = Woorden(
        label="Wat is erop te zien?",
        help_text="Een paar woorden. We lezen dit voor aan wie de foto niet kan zien.",
        rows=2,
        required=True,
        max_length=500,
        error_messages={"required": "Schrijf in een paar woorden wat erop te zien is."},
    )
    bij = Woorden(
        label="Wil je er iets onder zetten?",
        help_text="Dat hoeft niet.",
        rows=1,
        max_length=200,
    )

    def clean_beeld(self) -> Jpeg:
        sent = self.cleaned_data["beeld"]
        if (sent.size or 0) > LARGE:
            raise forms.ValidationError(
                f"Dit bestand is te groot: {round(sent.size / 1_000_000)} MB. Het mag"
                " 10 MB zijn. Een schermafdruk van de foto is kleiner."
            )
        try:
            return as_photo(sent.read(), BOX)
        except NoPicture as error:
            raise forms.ValidationError(str(error)) from error
