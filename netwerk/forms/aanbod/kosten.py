"""What it costs: in words, and in amounts."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from netwerk.forms.velden import line, textarea
from netwerk.models import Kostenregel

from .rijen import Rijenform


class KostenForm(Rijenform):
    onderdeel = "kosten"
    FIELDS = ("kosten",)
    PARTS = ("wat", "bedrag", "toelichting")
    LEAD = PARTS
    KERN = ("wat", "bedrag")
    NAMEN = ("Bedrag", "Nog een bedrag")

    kosten = textarea("Wat kost het?", 1_000, "In gewone woorden.", rows=2)

    def rows(self) -> QuerySet[Kostenregel]:
        return self.voorziening.kostenregels.order_by("pk")

    def parts(self, label: str) -> dict[str, forms.Field]:
        return {
            "wat": line(f"{label}: waarvoor?", 255, "Bijvoorbeeld: per keer."),
            "bedrag": forms.DecimalField(
                label="Hoeveel euro?",
                help_text="Bijvoorbeeld 12,50. Nul is gratis.",
                required=False,
                localize=True,
                min_value=0,
                max_digits=8,
                decimal_places=2,
                error_messages={
                    "max_decimal_places": "Gebruik twee cijfers achter de komma.",
                    "max_digits": "Dit bedrag is te groot.",
                    "max_whole_digits": "Dit bedrag is te groot.",
                },
                widget=forms.TextInput(
                    attrs={"class": "short", "inputmode": "decimal"}
                ),
            ),
            "toelichting": line("Uitleg bij dit bedrag", 255),
        }

    def read(self, key: str, typed: dict[str, Any]) -> dict[str, Any] | None:
        if typed["bedrag"] is None and not typed["wat"]:
            self.fault(key, "wat", "Vul in waarvoor dit is.")
            return None
        return typed
