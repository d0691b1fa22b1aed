"""Whom to ask for: a function, with a name where the organisation gives one, and a number."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.db.models import QuerySet

from netwerk.choices import MagBellen, Zichtbaar
from netwerk.forms.velden import line
from netwerk.models import Contact
from netwerk.rules.telefoon import Fout, parse_phone, show_phone
from netwerk.services.contacten import keep_people

from .rijen import Rijenform


class MensenForm(Rijenform):
    onderdeel = "mensen"
    PARTS = ("functie", "naam", "email", "telefoon", "zichtbaar")
    LEAD = ("functie", "naam", "email", "telefoon")
    KERN = ("functie", "naam")
    NAMEN = ("Contact", "Nog een contact")
    keep = staticmethod(keep_people)

    def rows(self) -> QuerySet[Contact]:
        rows = self.voorziening.contact_set.order_by("pk")
        return rows.prefetch_related("telefoon_set")

    def values(self, row: Contact) -> dict[str, Any]:
        first = next(iter(row.telefoon_set.all()), None)
        nummer = show_phone(first.nummer) if first else ""
        return {
            part: nummer if part == "telefoon" else getattr(row, part)
            for part in self.PARTS
        }

    def leave_numbers_out(self, shown: Collection[MagBellen]) -> None:
        """Of a number that is for others the box is empty, and left so it stays."""
        for row in self.rows():
            name = f"telefoon_{row.uuid}"
            first = next(iter(row.telefoon_set.all()), None)
            if first and first.mag_bellen not in shown and name in self.fields:
                self.fields[name].initial = ""

    def parts(self, label: str) -> dict[str, forms.Field]:
        tel = forms.TextInput(attrs={"inputmode": "tel"})
        return {
            "functie": line(
                f"{label}: naar wie vraag je?", 255, "Bijvoorbeeld: het aanmeldpunt."
            ),
            "naam": line("Naam", 255, "Alleen als die op de kaart mag."),
            "email": forms.EmailField(label="E-mailadres", required=False),
            "telefoon": line("Telefoonnummer", 80, widget=tel),
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
        columns = typed | {"zichtbaar": typed["zichtbaar"] or Zichtbaar.IEDEREEN}
        if not typed["telefoon"]:
            return columns
        found = parse_phone(typed["telefoon"])
        if isinstance(found, Fout):
            self.fault(key, "telefoon", found.zin)
            return None
        return columns | {"telefoon": found.nummer}
