"""Where it is."""

import re
from typing import Any

from django import forms

from basis.forms import Tiles, Toevoegform
from netwerk.choices import LANDEN, Locatiesoort
from netwerk.forms.samen import SamenForm
from netwerk.forms.velden import line, lines_of, textarea, web_address
from netwerk.models import Locatie, Voorziening, Voorzieningplek
from netwerk.services.plekken import Adres
from toegang.models import Gemeente

LINE = 200  # the column
SOORTEN = {
    Locatiesoort.FYSIEK: "Hier komen mensen",
    Locatiesoort.POST: "Alleen voor post",
    Locatiesoort.VIRTUEEL: "Alleen online",
}
POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([A-Z]{2})?")


class PlekForm(SamenForm, Toevoegform):
    """A place with an address, or a secret one without."""

    SAMEN: tuple[tuple[str, ...], ...] = (
        (
            "geheim",
            "soort",
            "land",
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
    soort = forms.ChoiceField(
        label="Wat voor adres is het?", widget=Tiles("two"), initial=Locatiesoort.FYSIEK
    )
    naam = line("Naam van de plek", 255)
    adres = line("Straat en huisnummer", 255)
    adres_2 = line("Gebouw, verdieping of kamer", 255)
    postcode = line("Postcode", 20, widget=forms.TextInput(attrs={"class": "short"}))
    plaats = line("Plaats", 120)
    land = forms.ChoiceField(label="Land", initial="NL")
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
        at = plek.locatie if plek else Locatie()
        kinds = {Locatiesoort.FYSIEK, Locatiesoort.POST, Locatiesoort(at.soort)}
        self.fields["soort"].choices = [  # type: ignore[attr-defined]
            (kind.value, words) for kind, words in SOORTEN.items() if kind in kinds
        ]
        self.fields["land"].choices = ({at.land: at.land} | LANDEN).items()  # type: ignore[attr-defined]
        if self.is_bound:  # a page from before these were asked sends neither
            said: Any = self.data.copy()  # type: ignore[attr-defined]
            for name in ("soort", "land"):
                said.setdefault(self.add_prefix(name), getattr(at, name))
            self.data = said
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

    def _dutch(self, cleaned: dict[str, Any]) -> None:
        """The postcode of another country is as it was typed."""
        text = str(cleaned.get("postcode") or "").upper().strip()
        if not text or cleaned.get("land") != "NL":
            return
        found = POSTCODE.fullmatch(text)
        if found:
            cleaned["postcode"] = f"{found[1]} {found[2]}" if found[2] else found[1]
        else:
            self.add_error("postcode", "Vul een postcode in. Bijvoorbeeld 3811 AB.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self._dutch(cleaned)
        if cleaned.get("geheim") is False:
            self._has_town(cleaned)
        return cleaned

    def _has_town(self, cleaned: dict[str, Any]) -> None:
        online = cleaned.get("soort") == Locatiesoort.VIRTUEEL
        if not (cleaned.get("plaats") or online or self.has_error("plaats")):
            self.add_error("plaats", "Vul in welke plaats het is.")

    def adres_van(self) -> Adres:
        """Of a secret place nothing that was typed is kept."""
        if self.cleaned_data["geheim"]:
            return Adres()
        return Adres(
            **{name: self.cleaned_data[name] for name in Adres.__annotations__}
        )
