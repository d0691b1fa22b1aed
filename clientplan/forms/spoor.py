"""A question about a line of the log, the answer to it, and a name that is kept back."""

from typing import Any

from django import forms

from basis.forms import NkForm, Tiles, Toevoegform
from netwerk.choices import Afschermreden, Logvraagsoort

LONG = 2_000


class VraagForm(Toevoegform):
    soort = forms.ChoiceField(
        label="Wat wil je vragen?", choices=Logvraagsoort.choices, widget=Tiles()
    )
    vraag = forms.CharField(
        label="Wil je er iets bij zeggen?",
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    mag_horen = forms.BooleanField(
        label="De persoon zelf mag weten dat ik dit vraag.", required=False
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("soort") == Logvraagsoort.ANDERS and not said.get("vraag"):
            self.add_error("vraag", "Schrijf hier wat je wilt vragen.")
        return said


class AntwoordForm(NkForm):
    antwoord = forms.CharField(
        label="Jouw antwoord aan de cliënt",
        help_text="Schrijf kort en gewoon. De cliënt ziet ook je naam.",
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class AfschermForm(Toevoegform):
    reden = forms.ChoiceField(
        label="Waarom is de naam gevaarlijk?",
        choices=Afschermreden.choices,
        widget=Tiles(),
    )
