"""What holds at one address: the steps of a place. Of a secret one there are none."""

from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import Q, QuerySet

from netwerk.choices import Feestdagen
from netwerk.forms.velden import textarea
from netwerk.models import (
    Contact,
    Openingstijd,
    Telefoon,
    Voorziening,
    Voorzieningplek,
)
from netwerk.rules.urentekst import VOORBEELD
from netwerk.selectors.roosters import owner_of_hours
from netwerk.services import plekken
from netwerk.services.plekken import Adres

from .contact import ContactForm
from .mensen import MensenForm
from .plek import PlekForm
from .stap import Stapform

WHERE = ("adres", "adres_2", "plaats")


class OpPlekForm(Stapform):
    """Mixed in before a step of the provision. Rows that a package hung on the address
    itself are kept here too; one that is added hangs on this help at this address."""

    FIELDS: tuple[str, ...] = ()
    plek: Voorzieningplek

    def __init__(self, *args: Any, plek: Voorzieningplek, **kwargs: Any) -> None:
        self.plek = plek
        super().__init__(*args, voorziening=plek.voorziening, **kwargs)

    def here(self) -> Q:
        return Q(plek=self.plek.pk) | Q(locatie=self.plek.locatie_id)


class PlekContactForm(OpPlekForm, ContactForm):
    """The numbers and hours of one address."""

    onderdeel = "plek"

    uren = textarea(
        "Wanneer is het hier open?",
        1_000,
        "Laat leeg als het overal hetzelfde is."
        f" Bijvoorbeeld: {VOORBEELD}; za 10-14. Of: op afspraak.",
        rows=3,
    )
    email = feestdagen = altijd_bereikbaar = None  # type: ignore[assignment]

    def rows(self) -> QuerySet[Telefoon]:
        return Telefoon.objects.filter(self.here())

    def hours(self) -> QuerySet[Openingstijd]:
        return owner_of_hours(self.plek).openingstijd_set.all()

    def feestdagen_nu(self) -> str:
        return str(self.voorziening.feestdagen or Feestdagen.ONBEKEND)


class PlekMensenForm(OpPlekForm, MensenForm):
    """Whom to ask for at one address."""

    onderdeel = "plek"

    def rows(self) -> QuerySet[Contact]:
        rows = Contact.objects.filter(self.here()).order_by("pk")
        return rows.prefetch_related("telefoon_set")


class OpenAdresForm(PlekForm):
    """An address as somebody proposes it: whether it is secret is for who keeps it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["geheim"]
        del self.fields["uuid"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["geheim"] = False
        self._has_town(cleaned)
        return cleaned

    def losse(self) -> list[forms.BoundField]:
        return list(self.visible_fields())


class AdresForm(OpenAdresForm):
    """One that is there."""

    SAMEN = (("soort", "adres", "adres_2", "postcode", "plaats", "land", "gemeente"),)

    def __init__(self, *args: Any, plek: Voorzieningplek, **kwargs: Any) -> None:
        self.plek = plek
        super().__init__(*args, voorziening=plek.voorziening, plek=plek, **kwargs)

    def save(self) -> None:
        plekken.change_plek(
            plek=self.plek,
            geheim=False,
            adres=self.adres_van(),
            hier=self.cleaned_data["hier"],
        )


class NieuwAdresForm(OpenAdresForm):
    """One that is not there yet; it is taken over whole."""

    SAMEN = ((*Adres.__annotations__, "hier"),)

    def __init__(self, *args: Any, voorziening: Voorziening, **kwargs: Any) -> None:
        self.voorziening = voorziening
        super().__init__(*args, voorziening=voorziening, **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        same = {f"locatie__{n}__iexact": cleaned.get(n) or "" for n in WHERE}
        if self.voorziening.plekken.filter(**same).exists():
            self.add_error("adres", "Dit adres staat er al.")
        return cleaned

    def save(self) -> None:
        plekken.add_plek(
            uuid=uuid4(),  # a proposal is taken over once
            voorziening=self.voorziening,
            geheim=False,
            adres=self.adres_van(),
            hier=self.cleaned_data["hier"],
        )
