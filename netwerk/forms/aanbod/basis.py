"""A name and a sentence; with those a provision begins."""

from typing import Any

from django import forms

from basis.forms import NkForm, Toevoegform
from netwerk.forms.velden import line, split_words, textarea, web_address
from toegang.models import Organisatie

from .stap import Stapform

MOST_WORDS = 30


class Genoemd(NkForm):
    """What it is called and what it is: all that others need to know it by."""

    naam = line("Hoe heet het?", 255, required=True)
    kort = line("Wat is het, in een zin?", 300, "Zonder vaktaal.", required=True)


class NieuwForm(Genoemd, Toevoegform):
    organisatie = forms.ModelChoiceField(
        Organisatie.objects.none(),
        label="Van welke organisatie?",
        empty_label="Kies een organisatie",
    )
    field_order = ("uuid", "organisatie", "naam", "kort")

    def __init__(self, *args: Any, organisaties: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = organisaties.first() if organisaties.count() == 1 else None
        if self.own:
            del self.fields["organisatie"]
        else:
            self.fields["organisatie"].queryset = organisaties  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.own:
            cleaned["organisatie"] = self.own
        return cleaned


class BasisForm(Genoemd, Stapform):
    onderdeel = "basis"
    FIELDS = (
        "naam",
        "ook_bekend_als",
        "kort",
        "omschrijving",
        "trefwoorden",
        "website",
        "kwaliteitsstatuut",
        "erkenningen",
        "mededeling",
    )

    field_order = FIELDS

    ook_bekend_als = line("Noemen mensen het ook anders?", 255)
    omschrijving = textarea("Wat gebeurt er, en hoe gaat dat?", 5_000, rows=6)
    trefwoorden = line(
        "Woorden waarop mensen zoeken",
        600,
        "Met komma’s ertussen. Bijvoorbeeld: schulden, rekeningen.",
    )
    website = web_address("Website")
    kwaliteitsstatuut = web_address(
        "Link naar het kwaliteitsstatuut",
        "Moet er staan bij basis-ggz en gespecialiseerde ggz.",
    )
    erkenningen = textarea("Keurmerken of erkenningen", 1_000, rows=2)
    mededeling = textarea(
        "Iets wat nu belangrijk is", 500, "Staat boven aan de pagina.", rows=2
    )

    def start(self) -> dict[str, Any]:
        found = super().start()
        return found | {"trefwoorden": ", ".join(found["trefwoorden"])}

    def clean_trefwoorden(self) -> list[str]:
        return split_words(self.cleaned_data["trefwoorden"], MOST_WORDS)
