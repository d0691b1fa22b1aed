"""For whom it is, and for whom it is not."""

from typing import Any

from django import forms

from netwerk.choices import VoorWie
from netwerk.forms.velden import line, lines_of, many, number, split_words, textarea
from netwerk.services import voorzieningen as services

from .stap import Stapform

MOST_QUESTIONS, QUESTION_LENGTH = 12, 200
OLDEST, MOST_LANGUAGES = 120, 30


class VoorWieForm(Stapform):
    onderdeel = "voor_wie"
    FIELDS = ("voor_wie", "min_leeftijd", "max_leeftijd", "tolk")
    SAMEN = (("min_leeftijd", "max_leeftijd"),)

    voor_wie = many("Voor wie is het?", VoorWie.choices)
    wel = textarea(
        "Wanneer past het?",
        2_500,
        "Elke vraag op een eigen regel. Bijvoorbeeld: Heb je moeite met geld?",
    )
    niet = textarea("Wanneer past het niet?", 2_500, "Elke vraag op een eigen regel.")
    min_leeftijd = number("Vanaf welke leeftijd?", 0, OLDEST, required=False)
    max_leeftijd = number("Tot en met welke leeftijd?", 0, OLDEST, required=False)
    talen = line(
        "In welke talen kan het?",
        600,
        "Met komma’s ertussen. Bijvoorbeeld: Turks, Pools.",
    )
    tolk = textarea("Kan er een tolk bij?", 1_000, rows=2)

    def start(self) -> dict[str, Any]:
        rows = list(self.voorziening.doelgroepvragen.all())
        lines = {
            past: [r.tekst for r in rows if r.past == past] for past in (True, False)
        }
        talen = ", ".join(str(row) for row in self.voorziening.talen.all())
        wel, niet = "\n".join(lines[True]), "\n".join(lines[False])
        return super().start() | {"wel": wel, "niet": niet, "talen": talen}

    def clean_wel(self) -> list[str]:
        return _lines(self.cleaned_data["wel"])

    def clean_niet(self) -> list[str]:
        return _lines(self.cleaned_data["niet"])

    def clean_talen(self) -> list[str]:
        return split_words(self.cleaned_data["talen"], MOST_LANGUAGES)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        low, high = cleaned.get("min_leeftijd"), cleaned.get("max_leeftijd")
        if low is not None and high is not None and high < low:
            self.add_error("max_leeftijd", "Dit is lager dan de laagste leeftijd.")
        return cleaned

    def save(self) -> None:
        super().save()
        services.set_questions(
            voorziening=self.voorziening,
            wel=self.cleaned_data["wel"],
            niet=self.cleaned_data["niet"],
        )
        if "talen" in self.changed_data:
            services.set_languages(
                voorziening=self.voorziening, namen=self.cleaned_data["talen"]
            )


def _lines(text: str) -> list[str]:
    lines = lines_of(text)
    if any(len(line) > QUESTION_LENGTH for line in lines):
        raise forms.ValidationError("Houd elke vraag korter dan 200 tekens.")
    if len(lines) > MOST_QUESTIONS:
        raise forms.ValidationError("Kies de twaalf belangrijkste vragen.")
    return lines
