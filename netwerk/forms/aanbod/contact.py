"""Numbers, mail and hours; the link in a mail asks for some of these too."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from netwerk.choices import Feestdagen, MagBellen
from netwerk.forms.velden import line, textarea
from netwerk.models import Openingstijd, Telefoon
from netwerk.rules.herhaling import Blok
from netwerk.rules.openingsdag import Rooster
from netwerk.rules.openingszinnen import sentences
from netwerk.rules.telefoon import Fout, parse_phone, show_phone
from netwerk.rules.urentekst import VOORBEELD, parse_hours, show_hours
from netwerk.selectors.roosters import rooster_of
from netwerk.services import voorzieningen as services

from .rijen import Rijenform


class Telefoonform(Rijenform):
    """A row for each number and one more."""

    PARTS = ("nummer", "uitleg", "wie", "kosten")
    LEAD = ("nummer",)
    KERN = ("nummer",)
    NAMEN = ("Telefoonnummer", "Nog een nummer")

    def values(self, row: Telefoon) -> dict[str, Any]:
        return {
            "nummer": show_phone(row.nummer),
            "uitleg": row.toelichting,
            "wie": row.mag_bellen,
            "kosten": row.kosten,
        }

    def begin(self) -> dict[str, Any]:
        return {"wie": MagBellen.IEDEREEN}

    def parts(self, label: str) -> dict[str, forms.Field]:
        tel = forms.TextInput(attrs={"inputmode": "tel"})
        return {
            "nummer": line(label, 80, widget=tel),
            "uitleg": line("Uitleg bij dit nummer", 200),
            "wie": forms.ChoiceField(
                label="Wie mag dit nummer bellen?",
                choices=MagBellen.choices,
                required=False,
            ),
            "kosten": line(
                "Wat kost bellen?", 120, "Bijvoorbeeld: gratis, ook met je mobiel."
            ),
        }

    def read(self, key: str, typed: dict[str, Any]) -> dict[str, Any] | None:
        found = parse_phone(typed["nummer"])
        if isinstance(found, Fout):
            self.fault(key, "nummer", found.zin)
            return None
        return {
            "nummer": found.nummer,
            "toelichting": typed["uitleg"] or found.toelichting,
            "mag_bellen": typed["wie"] or MagBellen.IEDEREEN,
            "kosten": typed["kosten"] or "",
        }


class ContactForm(Telefoonform):
    """Numbers (a row for each and one more), mail, and hours as people type them."""

    onderdeel = "contact"
    FIELDS: tuple[str, ...] = ("email", "feestdagen", "altijd_bereikbaar")

    email = forms.EmailField(label="E-mailadres", required=False)
    uren = textarea(
        "Wanneer is het open?",
        1_000,
        f"Bijvoorbeeld: {VOORBEELD}; za 10-14. Of: op afspraak.",
        rows=3,
    )
    feestdagen = forms.ChoiceField(
        label="En op feestdagen?", choices=Feestdagen.choices
    )
    altijd_bereikbaar = forms.BooleanField(
        label="Dag en nacht bereikbaar, ook in het weekend", required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.blokken: tuple[Blok, ...] = ()
        if self.te_rijk:
            del self.fields["uren"]

    def rows(self) -> QuerySet[Telefoon]:
        return self.voorziening.telefoon_set.all()

    def hours(self) -> QuerySet[Openingstijd]:
        return self.voorziening.openingstijd_set.all()

    def feestdagen_nu(self) -> str:
        """As they are typed."""
        return str(self.cleaned_data.get("feestdagen", ""))

    def start(self) -> dict[str, Any]:
        rows = self.hours().filter(dicht=False)
        known = rooster_of(rows, feestdagen=self.voorziening.feestdagen).blokken
        text = show_hours(known)
        self.te_rijk = text is None
        self.was = text or ""
        return super().start() | {"uren": self.was}

    def clean_uren(self) -> str:
        text: str = self.cleaned_data["uren"]
        read = parse_hours(text)
        if text and read.fouten:
            raise forms.ValidationError(list(read.fouten))
        self.blokken = read.blokken if text else ()
        return text

    def zinnen(self) -> list[str]:
        """How people will read what was typed."""
        rooster = Rooster(self.blokken, (), self.feestdagen_nu())
        return sentences(rooster, timezone.localdate())

    def save(self) -> None:
        super().save()
        if not self.te_rijk:
            self.save_hours()

    def save_rows(self) -> None:
        services.set_phones(
            voorziening=self.voorziening,
            nummers=self.regels,
            rows=self.rows(),
            plek=self.plek,
        )

    def save_hours(self) -> None:
        services.set_hours(
            voorziening=self.voorziening, blokken=self.blokken, plek=self.plek
        )
