"""Forms of who keeps regions, organisations and people."""

from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.text import slugify

from basis.forms import (
    AdresField,
    DatumField,
    NkForm,
    Tiles,
    Toevoegform,
    speak_plainly,
)
from toegang.choices import Organisatiesoort, Planleeftijd, Soort, Werkveld
from toegang.models import Organisatie, Rol, Team
from toegang.services.mensen import Plek

PAST = "Deze datum is al voorbij. Kies vandaag of later."


class NaamForm(NkForm):
    naam = forms.CharField(label="Naam", max_length=80)


class NieuweNaamForm(Toevoegform):
    naam = forms.CharField(label="Naam", max_length=80)


class RegioForm(Toevoegform):
    naam = forms.CharField(label="Hoe heet de regio?", max_length=80)

    def clean_naam(self) -> str:
        naam: str = self.cleaned_data["naam"]
        if slugify(naam) in {"", "platform"}:
            raise forms.ValidationError("Kies een naam met gewone letters.")
        return naam


class PlannenForm(NkForm):
    plan_vanaf = forms.TypedChoiceField(
        label="Vanaf welke leeftijd begint iemand een eigen plan?",
        help_text="Vanaf 16 jaar beslist iemand zelf over zorg.",
        choices=Planleeftijd.choices,
        coerce=int,
        widget=Tiles("two"),
    )


def other_kinds() -> forms.MultipleChoiceField:
    """Beside the kind an organisation is first of all."""
    kinds = [
        row for row in Organisatiesoort.choices if row[0] != Organisatiesoort.ANDERS
    ]
    return forms.MultipleChoiceField(
        label="Wat is er nog meer onder dit dak?",
        help_text="Bijvoorbeeld een crisisdienst of een HIC bij een ggz-organisatie.",
        choices=kinds,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class OrganisatieForm(NkForm):
    naam = forms.CharField(label="Naam", max_length=140)
    soort = forms.ChoiceField(
        label="Wat voor organisatie is het?",
        choices=[("", "Kies een soort"), *Organisatiesoort.choices],
    )
    ook_soorten = other_kinds()
    werkveld = forms.ChoiceField(
        label="In welk werkveld?",
        choices=[("", "Kies een werkveld"), *Werkveld.choices],
    )


class NieuweOrganisatieForm(OrganisatieForm, Toevoegform):
    field_order = ["uuid", "naam", "soort", "ook_soorten", "werkveld"]


class StopForm(NkForm):
    reden = forms.CharField(
        label="Waarom stopt de organisatie?",
        help_text="Iedereen kan dit lezen.",
        max_length=255,
    )
    opvolger = forms.ModelChoiceField(
        Organisatie.objects.none(),
        label="Welke organisatie gaat verder met het werk?",
        empty_label="Geen, of nog niet bekend",
        required=False,
    )

    def __init__(self, *args: Any, organisatie: Organisatie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = organisatie.regio.organisaties.at_work().exclude(pk=organisatie.pk)
        self.fields["opvolger"].queryset = others  # type: ignore[attr-defined]


class TotForm(NkForm):
    """Until when a role holds."""

    tot = DatumField(
        label="Tot en met wanneer?",
        help_text="Leeg is zonder einde. Bijvoorbeeld 31-12-2027.",
        required=False,
    )

    def __init__(self, *args: Any, rol: Rol, **kwargs: Any) -> None:
        super().__init__(*args, initial={"tot": rol.tot}, **kwargs)
        self.rol = rol

    def clean_tot(self) -> Any:
        tot = self.cleaned_data["tot"]
        if tot and tot < max(timezone.localdate(), self.rol.van):
            raise forms.ValidationError(PAST)
        return tot


class PlekField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj} ({obj.organisatie})" if isinstance(obj, Team) else str(obj)


class UitnodigForm(Toevoegform):
    """Somebody for a role. `keuze` is where it may hold; with one place nothing is asked."""

    naam = forms.CharField(
        label="Naam",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = AdresField(
        label="E-mailadres",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text="Hier sturen we de uitnodiging naartoe.",
    )
    van = DatumField(label="Vanaf wanneer?")
    tot = DatumField(
        label="Tot en met wanneer?", help_text="Leeg is zonder einde.", required=False
    )

    def __init__(
        self,
        *args: Any,
        soort: Soort,
        plek: str,
        keuze: models.QuerySet[Any] | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.soort, self.plek, self.keuze = soort, plek, keuze
        self.fields["van"].initial = timezone.localdate
        if keuze is not None and keuze.count() != 1:
            self.fields["plek"] = PlekField(
                keuze, label=VRAAG[plek], empty_label="Maak een keuze"
            )
            speak_plainly(self.fields["plek"])
        self.order_fields(["uuid", "naam", "email", "plek", "van", "tot"])

    def waar(self) -> Plek:
        if self.keuze is None:
            return Plek()
        return Plek(**{self.plek: self.cleaned_data.get("plek") or self.keuze.get()})

    def clean_van(self) -> Any:
        van = self.cleaned_data["van"]
        if van < timezone.localdate():
            raise forms.ValidationError(PAST)
        return van

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        van, tot = cleaned.get("van"), cleaned.get("tot")
        if tot and tot < timezone.localdate():
            self.add_error("tot", PAST)
        elif van and tot and tot < van:
            self.add_error("tot", "Dit is voor de begindatum. Kies een latere datum.")
        if not self.errors and self._has_it_already():
            self.add_error("email", "Iemand met dit adres heeft deze rol hier al.")
        return cleaned

    def _has_it_already(self) -> bool:
        rows = Rol.objects.held_from(timezone.localdate())
        here = rows.filter(soort=self.soort, **vars(self.waar()))
        email = self.cleaned_data["email"]
        return here.filter(gebruiker__email=email).exists()


VRAAG = {
    "regio": "Voor welke regio?",
    "organisatie": "Voor welke organisatie?",
    "team": "Voor welk team?",
    "gemeente": "Voor welke gemeente?",
}


class ZoekForm(NkForm):
    says_what_is_optional = False

    q = forms.CharField(
        label="Zoek op naam of organisatie",
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    rol = forms.ChoiceField(label="Rol", required=False)

    def __init__(self, *args: Any, soorten: list[Soort], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = [(soort.value, soort.label) for soort in soorten]
        self.fields["rol"].choices = [("", "Alle rollen"), *labels]  # type: ignore[attr-defined]


class AdresForm(NkForm):
    email = AdresField(label="E-mailadres")
