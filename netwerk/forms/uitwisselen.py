"""A file for the sociale kaart, and where it comes from."""

import math
from typing import Any

from django import forms

from basis.forms import NkForm, Tiles, Toevoegform, with_hint
from basis.uploads import LARGE
from netwerk.rules.bladdatum import DAG_EERST, MAAND_EERST

EIGEN, ANDER = "eigen", "ander"


class InlezenForm(Toevoegform):
    says_what_is_optional = False  # the hint says when

    bestand = forms.FileField(
        label="Welk bestand?",
        help_text="Een rekenblad (XLSX of CSV), of een pakket van HSDS (JSON, of een zip met"
        " JSON- of CSV-bestanden). Het mag 10 MB groot zijn.",
        allow_empty_file=True,  # the reader has a better sentence
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.json,.zip"}),
        error_messages={"required": "Kies een bestand."},
    )
    herkomst = forms.ChoiceField(
        label="Waar komt het vandaan?",
        choices=[
            (
                ANDER,
                with_hint(
                    "Van een ander", "Een organisatie, gemeente of landelijke kaart"
                ),
            ),
            (
                EIGEN,
                with_hint(
                    "Van onszelf", "Eerder hier gedownload, met alle nummers erin"
                ),
            ),
        ],
        widget=Tiles("two"),
        initial=ANDER,
    )
    bron = forms.CharField(
        label="Van wie is het?",
        help_text="Alleen bij ‘Van een ander’. Schrijf het elke keer hetzelfde: daaraan"
        " herkennen we een volgend bestand van hen.",
        max_length=200,
        required=False,
    )

    def clean_bestand(self) -> object:
        bestand = self.cleaned_data["bestand"]
        size = bestand.size or 0
        if size > LARGE:
            raise forms.ValidationError(
                f"Dit bestand is {_megabytes(size)} MB. Het mag 10 MB zijn. Maak er een zip"
                " van: dan wordt het veel kleiner. Of deel het op."
            )
        return bestand

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("herkomst") == ANDER and not (data.get("bron") or "").strip():
            self.add_error("bron", "Vul in van wie dit bestand is.")
        return data

    @property
    def source(self) -> str:
        data = self.cleaned_data
        return "" if data["herkomst"] == EIGEN else " ".join(data["bron"].split())


def _megabytes(size: int) -> str:
    """Never less than it is: 10,1 and not 10."""
    return f"{math.ceil(size / 100_000) / 10:.1f}".replace(".", ",")


class DatumsForm(NkForm):
    datums = forms.ChoiceField(
        label="Wat komt eerst in deze datums?",
        choices=[
            (DAG_EERST, with_hint("De dag", "03/04/2026 is 3 april")),
            (MAAND_EERST, with_hint("De maand", "03/04/2026 is 4 maart")),
        ],
        widget=Tiles("two"),
    )
