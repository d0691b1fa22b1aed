"""Name, colours and logo of a region. A colour that cannot be read is refused, with the
figure and the nearest one that can."""

from collections.abc import Callable
from typing import Any

from django import forms

from basis.forms import NkForm
from basis.pictures import NoPicture, Png, as_png
from toegang.rules.huisstijl import Oordeel, judge, judge_tweede, nearest, parse

LONGEST = 40
MOST_BYTES = 1_000_000
LOGO_BOX = (320, 96)  # twice as sharp as it is shown
NO_COLOUR = "Dit is geen kleurcode. Een kleurcode heeft zes tekens, zoals #0b5d5b."


class KleurField(forms.CharField):
    """A colour as it stands in the book of a house style: #0b5d5b, 0B5D5B, #06c."""

    def __init__(
        self, judged: Callable[[str], list[Oordeel]], label: str, help_text: str
    ) -> None:
        attrs = {"class": "short", "autocomplete": "off", "spellcheck": "false"}
        super().__init__(
            label=label,
            help_text=help_text,
            required=False,
            max_length=20,
            widget=forms.TextInput(attrs=attrs),
        )
        self.judged = judged

    def clean(self, value: object) -> str:
        typed: str = super().clean(value)
        if not typed:
            return ""
        kleur = parse(typed)
        if not kleur:
            raise forms.ValidationError(NO_COLOUR)
        worst = [oordeel for oordeel in self.judged(kleur) if not oordeel.goed]
        if worst:
            raise forms.ValidationError(self._too_light(kleur, worst))
        return kleur

    def _too_light(self, kleur: str, worst: list[Oordeel]) -> str:
        first = min(worst, key=lambda oordeel: oordeel.contrast / oordeel.moet)
        return (
            f"Deze kleur is te licht om te lezen. {first.wat}: het verschil is"
            f" {first.cijfer} op 1, en dat moet {first.grens} op 1 zijn."
            f" Het dichtst erbij en wel goed is {nearest(kleur, self.judged)}."
        )


class HuisstijlForm(NkForm):
    naam = forms.CharField(
        label="Welke naam staat boven de pagina’s?",
        help_text="Naast het logo, in ten hoogste 40 tekens. Leeg is de gewone naam.",
        max_length=LONGEST,
        required=False,
    )
    kleur = KleurField(
        judge,
        "Hoofdkleur",
        "Voor knoppen, links en lijnen. Een kleurcode, zoals #0b5d5b.",
    )
    tweede_kleur = KleurField(
        judge_tweede,
        "Tweede kleur",
        "Voor tekens en kleine vlakken. Hulp nu en 112 houden altijd hun eigen kleur.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A browser cuts what is pasted at `maxlength` without a word: a name that is too
        long comes through whole, and is refused."""
        super().__init__(*args, **kwargs)
        self.fields["naam"].widget.attrs["maxlength"] = 3 * LONGEST


class LogoForm(NkForm):
    logo = forms.FileField(
        label="Welk logo?",
        help_text="Een PNG, JPEG of WebP van ten hoogste 1 MB. Wij maken het kleiner, en"
        " halen weg wat er verder in het bestand zit.",
        allow_empty_file=True,  # the reader has a better sentence
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg,.webp"}),
        error_messages={"required": "Kies een bestand."},
    )

    def clean_logo(self) -> Png:
        logo = self.cleaned_data["logo"]
        if (logo.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                f"Dit bestand is te groot: {_megabytes(logo.size)} MB. Het mag 1 MB zijn."
            )
        try:
            return as_png(logo.read(), LOGO_BOX)
        except NoPicture as error:
            raise forms.ValidationError(str(error)) from error


def _megabytes(size: int) -> str:
    return f"{max(1.1, size / 1_000_000):.1f}".removesuffix(".0").replace(".", ",")
