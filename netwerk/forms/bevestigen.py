"""What an owner is asked by the link: what stands there, to leave or to change."""

from collections.abc import Collection
from typing import Any

from django import forms

from basis.forms import AdresField, Tiles, Toevoegform
from netwerk.choices import Capaciteit, Controleveld
from netwerk.models import Voorziening, Voorzieningplek
from netwerk.rules.voorstel import NEW
from netwerk.selectors.aanbod import numbers_in_words
from netwerk.selectors.bereik import loose_phones
from netwerk.services import voorzieningen as services

from .aanbod.contact import ContactForm
from .aanbod.op_plek import PlekContactForm

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
    losse_goed = forms.BooleanField(
        label="Deze nummers kloppen ook nog", required=False
    )

    def __init__(
        self,
        data: Any = None,
        *,
        voorziening: Voorziening,
        velden: Collection[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, voorziening=voorziening, **kwargs)
        self.velden_gevraagd = set(velden)
        rows_of_places = voorziening.plekken.select_related("locatie__regio")
        places = list(rows_of_places.filter(locatie__geheim=False).order_by("pk"))
        asks_phones = TELEFOON in self.velden_gevraagd
        rows = loose_phones(voorziening, places) if asks_phones else []
        self.losse_nummers = numbers_in_words(rows)
        for name in ("email", "feestdagen", "altijd_bereikbaar"):
            del self.fields[name]
        if not rows:
            del self.fields["losse_goed"]
        if UREN not in self.velden_gevraagd:
            self.fields.pop("uren", None)
        if not asks_phones:
            self.leave_out(self.rijen)
        if PLEK not in self.velden_gevraagd:
            del self.fields["capaciteit"]
        asked = (BevestigPlekForm(data, plek=plek, velden=velden) for plek in places)
        self.op_plekken = [form for form in asked if form.rijen or form.heeft_uren]

    def start(self) -> dict[str, Any]:
        found = super().start()
        known = found["capaciteit"] != Capaciteit.ONBEKEND
        return found | {"capaciteit": found["capaciteit"] if known else ""}

    @property
    def alle(self) -> list[ContactForm]:
        return [self, *self.op_plekken]

    @property
    def nagekeken(self) -> set[str]:
        """What was asked and answered. A wait is checked by its measurement alone; hours
        that the page cannot show are not, and neither are numbers that nobody ticked."""
        unseen = {WACHT}
        if any(form.te_rijk for form in self.alle):
            unseen.add(UREN)
        if self.losse_nummers and not self.cleaned_data.get("losse_goed"):
            unseen.add(TELEFOON)
        if not self.cleaned_data.get("capaciteit"):
            unseen.add(PLEK)
        return self.velden_gevraagd - unseen

    def save(self) -> None:
        for form in self.alle:
            if TELEFOON in self.velden_gevraagd:
                form.save_rows()
            if UREN in self.velden_gevraagd and not form.te_rijk:
                form.save_hours()
        if PLEK in self.nagekeken:
            said = {"capaciteit": self.cleaned_data["capaciteit"]}
            services.change_fields(
                voorziening=self.voorziening, onderdeel="capaciteit", velden=said
            )


class BevestigPlekForm(PlekContactForm):
    """What stands there of one address; the page asks it of those with a number or hours of
    their own."""

    def __init__(
        self, data: Any, *, plek: Voorzieningplek, velden: Collection[str]
    ) -> None:
        super().__init__(data, plek=plek, prefix=f"p{plek.pk}")
        self.heeft_uren = UREN in velden and bool(self.was or self.te_rijk)
        if not self.heeft_uren:
            self.fields.pop("uren", None)
            self.te_rijk = False
        self.leave_out([NEW] if TELEFOON in velden else [*self.rijen])
