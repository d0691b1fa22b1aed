"""What an owner is asked by the link: what stands there, to leave or to change."""

from collections.abc import Collection
from typing import Any

from django import forms

from basis.forms import AdresField, Tiles, Toevoegform
from netwerk.choices import Capaciteit, Controleveld
from netwerk.models import Voorziening
from netwerk.selectors.bereik import elsewhere
from netwerk.selectors.vandaag import public_places
from netwerk.services import voorzieningen as services

from .aanbod.contact import ContactForm

TELEFOON, UREN = Controleveld.TELEFOON, Controleveld.OPENINGSTIJDEN
PLEK, WACHT = Controleveld.CAPACITEIT, Controleveld.WACHTTIJD
KNOWN = [choice for choice in Capaciteit.choices if choice[0] != Capaciteit.ONBEKEND]


class VraagForm(Toevoegform):
    """To whom the letter goes."""

    email = AdresField(label="E-mailadres")


class BevestigContactForm(ContactForm):
    """Of the step "contact" only what is asked, and whether there is room. Who does not
    say that leaves it as it was, and then nobody looked at it."""

    FIELDS = ("capaciteit",)

    capaciteit = forms.ChoiceField(
        label="Is er nu plek?", choices=KNOWN, widget=Tiles(), required=False
    )

    def __init__(
        self,
        *args: Any,
        voorziening: Voorziening,
        velden: Collection[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, voorziening=voorziening, **kwargs)
        self.velden_gevraagd = set(velden)
        self.elders = elsewhere(voorziening, public_places(voorziening))
        for name in ("email", "feestdagen", "altijd_bereikbaar"):
            del self.fields[name]
        if UREN not in self.velden_gevraagd:
            self.fields.pop("uren", None)
        if TELEFOON not in self.velden_gevraagd:
            self.leave_out(self.rijen)
        if PLEK not in self.velden_gevraagd:
            del self.fields["capaciteit"]

    def start(self) -> dict[str, Any]:
        found = super().start()
        known = found["capaciteit"] != Capaciteit.ONBEKEND
        return found | {"capaciteit": found["capaciteit"] if known else ""}

    @property
    def nagekeken(self) -> set[str]:
        """What was asked and answered. A wait is checked by its measurement alone; hours
        that the page cannot show are not, and neither are numbers and hours of a place."""
        unseen = {WACHT, *self.elders, *([UREN] if self.te_rijk else [])}
        if not self.cleaned_data.get("capaciteit"):
            unseen.add(PLEK)
        return self.velden_gevraagd - unseen

    def save(self) -> None:
        if TELEFOON in self.velden_gevraagd:
            self.save_rows()
        if UREN in self.velden_gevraagd and not self.te_rijk:
            self.save_hours()
        if PLEK in self.nagekeken:
            said = {"capaciteit": self.cleaned_data["capaciteit"]}
            services.change_fields(
                voorziening=self.voorziening, onderdeel="capaciteit", velden=said
            )
