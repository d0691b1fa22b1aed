"""A row of the page with waiting times. A row that nobody touched says nothing."""

import re
import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from basis.forms import DatumField, NkForm
from netwerk.choices import Eindereden, Fase, Methode
from netwerk.forms.velden import line
from netwerk.models import Wachttijd
from netwerk.rules.wachttijd import getal

NUMBER = re.compile(r"[0-9]{1,3}([.,][0-9])?")
MOST_WEEKS = 260
ASK = "Vul een aantal weken in. Bijvoorbeeld 3 of 2,5."
WEG = [("", "Nee"), *((r.value, f"Ja. {r.label}") for r in Eindereden)]
BOTH = "Je veranderde deze wachttijd ook, of zei dat hij klopt. Kies een van de twee."
GONE = (
    "Iemand anders haalde deze wachttijd weg. Klopt hij toch? Zet hem er opnieuw bij."
)


class WekenField(forms.CharField):
    """A number of weeks with at most one decimal, by comma or full stop."""

    def __init__(self, label: str) -> None:
        attrs = {"class": "short", "inputmode": "decimal", "autocomplete": "off"}
        super().__init__(
            label=label, required=False, max_length=12, widget=forms.TextInput(attrs)
        )

    def clean(self, value: Any) -> Any:
        text = re.sub(r"\s*(weken|week)$", "", super().clean(value).strip().lower())
        if not text:
            return None
        if not NUMBER.fullmatch(text):
            raise forms.ValidationError(ASK)
        weeks = Decimal(text.replace(",", "."))
        if weeks > MOST_WEEKS:
            raise forms.ValidationError("Dit is langer dan vijf jaar. Klopt dat?")
        return weeks


class WachtRij(NkForm):
    """`meting` is the newest one of this stage, or None for a row to begin with. With
    `altijd` sending it is saying that it is so."""

    says_what_is_optional = False

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    fase = forms.ChoiceField(label="Waarop", choices=Fase.choices, required=False)
    doelgroep = line("Voor wie", 120)
    van = WekenField("Weken, van")
    tot = WekenField("Weken, tot")
    gemeten_op = DatumField(label="Gemeten op", required=False)
    methode = forms.ChoiceField(label="Hoe", choices=Methode.choices, required=False)
    toelichting = line("Toelichting", 255)
    nog = forms.BooleanField(label="Nog steeds zo", required=False)
    weg = forms.ChoiceField(
        label="Haal deze wachttijd weg",
        choices=WEG,
        required=False,
        help_text="Wacht er nu niemand? Vul dan 0 weken in.",
    )

    def __init__(
        self,
        *args: Any,
        meting: Wachttijd | None,
        fase: str,
        altijd: bool = False,
        **kwargs: Any,
    ) -> None:
        self.meting, self.altijd = meting, altijd
        start: dict[str, Any] = {
            "uuid": uuid.uuid4(),
            "fase": fase,
            "gemeten_op": timezone.localdate(),
            "methode": Methode.VERWACHT,
        }
        if meting:
            start |= {
                "van": getal(meting.weken_van),
                "tot": getal(meting.weken_tot),
                "methode": meting.methode,
                "toelichting": meting.toelichting,
            }
        super().__init__(*args, initial=start, **kwargs)
        for name in ("fase", "doelgroep") if meting else ("nog", "weg"):
            del self.fields[name]
        if altijd:
            self.fields.pop("nog", None)

    @property
    def touched(self) -> bool:
        """Whether somebody said something in this row: another number or way, or that it
        is still so. Another day alone asks for that tick."""
        if self.gone:
            return False
        return self.altijd or bool(self.cleaned_data.get("nog")) or self._changed

    @property
    def gone(self) -> bool:
        """Whether somebody takes it away."""
        return bool(self.cleaned_data.get("weg"))

    @property
    def _changed(self) -> bool:
        data = self.cleaned_data
        if self.meting is None:
            said = ("van", "tot", "doelgroep", "toelichting")
            return any(data.get(name) not in (None, "") for name in said)
        was = self.meting
        before = (was.weken_van, was.weken_tot, was.methode, was.toelichting)
        now = ("van", "tot", "methode", "toelichting")
        return tuple(data.get(name) for name in now) != before

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.gone and (cleaned.get("nog") or self._changed):
            self.add_error("weg", BOTH)
        if self.errors or not self.touched:
            return cleaned
        if self.meting and self.meting.einde_id:
            self.add_error("weg", GONE)
        self._weeks(cleaned.get("van"), cleaned.get("tot"))
        self._day(cleaned.get("gemeten_op"))
        if not cleaned.get("methode"):
            self.add_error("methode", "Maak een keuze.")
        return cleaned

    def _weeks(self, van: Decimal | None, tot: Decimal | None) -> None:
        if van is None:
            self.add_error("van", ASK)
        if tot is None:
            self.add_error("tot", ASK)
        if van is not None and tot is not None and tot < van:
            self.add_error("tot", "Dit is minder dan het eerste getal.")

    def _day(self, day: date | None) -> None:
        if day is None:
            self.add_error("gemeten_op", "Vul in wanneer dit gemeten is.")
        elif day > timezone.localdate():
            self.add_error("gemeten_op", "Deze dag moet nog komen.")
        elif self.meting and day < self.meting.gemeten_op:
            self.add_error("gemeten_op", "Er is al een meting van na deze dag.")
