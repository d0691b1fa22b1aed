"""Where it is."""

import re
from typing import Any

from django import forms

from basis.forms import Tiles, Toevoegform
from netwerk.forms.samen import SamenForm
from netwerk.forms.velden import line, lines_of, textarea, web_address
from netwerk.models import Voorziening, Voorzieningplek
from netwerk.services.plekken import Adres
from toegang.models import Gemeente

LINE = 200  # the column
POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([A-Z]{2})?")


class PlekForm(SamenForm, Toevoegform):
    """A place with an address, or a secret one without."""

    SAMEN: tuple[tuple[str, ...], ...] = (
        (
            "geheim",
            "naam",
            "adres",
            "adres_2",
            "postcode",
            "plaats",
            "gemeente",
            "vervoer",
        ),
    )

    geheim = forms.ChoiceField(
        label="Mag iedereen weten waar dit is?",
        choices=[
            ("nee", "Ja, het adres mag op de kaart"),
            ("ja", "Nee, het adres is geheim"),
        ],
        widget=Tiles(),
        initial="nee",
    )
    naam = line("Naam van de plek", 255)
    adres = line("Straat en huisnummer", 255)
    adres_2 = line("Gebouw, verdieping of kamer", 255)
    postcode = line("Postcode", 10, widget=forms.TextInput(attrs={"class": "short"}))
    plaats = line("Plaats", 120)
    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(),
        label="Gemeente",
        empty_label="Volgt uit de postcode",
        required=False,
    )
    vervoer = textarea("Hoe kom je er?", 1_000, rows=2)
    toegankelijk = textarea(
        "Hoe toegankelijk is het?",
        1_000,
        "Elk punt op een eigen regel. Bijvoorbeeld: Rolstoel kan naar binnen.",
        rows=2,
    )
    omschrijving = textarea(
        "Uitleg bij dit adres",
        1_000,
        "Bijvoorbeeld: de ingang is aan de achterkant.",
        rows=2,
    )
    hier = textarea(
        "Wat doen jullie hier?", 1_000, "Alleen als het hier anders is.", rows=2
    )
    website = web_address("Website van dit adres")

    def __init__(
        self,
        *args: Any,
        voorziening: Voorziening,
        plek: Voorzieningplek | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        gemeenten = voorziening.regio.gemeenten.all()
        self.fields["gemeente"].queryset = gemeenten  # type: ignore[attr-defined]
        if plek:
            for name in Adres.__annotations__:
                self.initial[name] = getattr(plek.locatie, name)
            self.initial["hier"] = plek.omschrijving
            self.initial["toegankelijk"] = "\n".join(plek.locatie.toegankelijk)
            self.initial["geheim"] = "ja" if plek.locatie.geheim else "nee"

    def clean_geheim(self) -> bool:
        return bool(self.cleaned_data["geheim"] == "ja")

    def clean_toegankelijk(self) -> list[str]:
        lines = lines_of(self.cleaned_data["toegankelijk"])
        if any(len(one) > LINE for one in lines):
            raise forms.ValidationError(f"Houd elke regel korter dan {LINE} tekens.")
        return lines

    def clean_postcode(self) -> str:
        text = self.cleaned_data["postcode"].upper().strip()
        if not text:
            return ""
        found = POSTCODE.fullmatch(text)
        if not found:
            raise forms.ValidationError("Vul een postcode in. Bijvoorbeeld 3811 AB.")
        return f"{found[1]} {found[2]}" if found[2] else found[1]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("geheim") is False:
            self._has_town(cleaned)
        return cleaned

    def _has_town(self, cleaned: dict[str, Any]) -> None:
        if not (cleaned.get("plaats") or self.has_error("plaats")):
            self.add_error("plaats", "Vul in welke plaats het is.")

    def adres_van(self) -> Adres:
        """Of a secret place nothing that was typed is kept."""
        if self.cleaned_data["geheim"]:
            return Adres()
        return Adres(
            **{name: self.cleaned_data[name] for name in Adres.__annotations__}
        )
