"""What an owner is asked by the link: what stands there, to leave or to change."""

from collections.abc import Collection
from typing import Any

from basis.forms import AdresField, NkForm
from netwerk.choices import Controleveld
from netwerk.models import Voorziening

from .aanbod.contact import PARTS, ContactForm

TELEFOON, UREN = Controleveld.TELEFOON, Controleveld.OPENINGSTIJDEN


class VraagForm(NkForm):
    """To whom the letter goes."""

    email = AdresField(label="E-mailadres")


class BevestigContactForm(ContactForm):
    """Of the step "contact" only what is asked."""

    FIELDS = ()

    def __init__(
        self,
        *args: Any,
        voorziening: Voorziening,
        velden: Collection[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, voorziening=voorziening, **kwargs)
        self.velden_gevraagd = set(velden)
        for name in ("email", "feestdagen", "altijd_bereikbaar"):
            del self.fields[name]
        if UREN not in self.velden_gevraagd:
            self.fields.pop("uren", None)
        if TELEFOON not in self.velden_gevraagd:
            for key in self.rijen:
                for part in PARTS:
                    del self.fields[f"{part}_{key}"]
            self.rijen = []

    def save(self) -> None:
        if TELEFOON in self.velden_gevraagd:
            self.save_phones()
        if UREN in self.velden_gevraagd and not self.te_rijk:
            self.save_hours()
