"""Whom to ask for: a function, with a name where the organisation gives one."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from netwerk.choices import Zichtbaar
from netwerk.forms.velden import line
from netwerk.models import Contact

from .rijen import Rijenform


class MensenForm(Rijenform):
    onderdeel = "mensen"
    PARTS: tuple[str, ...] = ("functie", "naam", "email", "zichtbaar")
    LEAD: tuple[str, ...] = ("functie", "naam", "email")
    KERN = ("functie", "naam")
    NAMEN = ("Contact", "Nog een contact")

    def rows(self) -> QuerySet[Contact]:
        return self.voorziening.contact_set.order_by("pk")

    def parts(self, label: str) -> dict[str, forms.Field]:
        return {
            "functie": line(
                f"{label}: naar wie vraag je?", 255, "Bijvoorbeeld: het aanmeldpunt."
            ),
            "naam": line("Naam", 255, "Alleen als die op de kaart mag."),
            "email": forms.EmailField(label="E-mailadres", required=False),
            "zichtbaar": forms.ChoiceField(
                label="Wie mag dit zien?", choices=Zichtbaar.choices, required=False
            ),
        }

    def begin(self) -> dict[str, Any]:
        return {"zichtbaar": Zichtbaar.IEDEREEN}

    def read(self, key: str, typed: dict[str, Any]) -> dict[str, Any] | None:
        if not (typed["functie"] or typed["naam"]):
            self.fault(key, "functie", "Vul in naar wie mensen vragen.")
            return None
        return typed | {"zichtbaar": typed["zichtbaar"] or Zichtbaar.IEDEREEN}
