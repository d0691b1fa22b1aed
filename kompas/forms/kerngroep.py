"""Somebody at the table."""

from typing import Any

from django import forms

from basis.forms import AdresField, NkForm, Tiles, Toevoegform, with_hint
from kompas.choices import Domein, Ring, Rol, ToonAls
from kompas.models import Kerngroeplid
from kompas.services.kerngroep import Zetel
from toegang.models import Organisatie, Regio


class LidForm(NkForm):
    """Everything but the letter; `zetel()` after is_valid."""

    naam = forms.CharField(label="Naam", max_length=120)
    ring = forms.ChoiceField(
        label="In welke ring?",
        choices=[
            (Ring.BINNENRING, with_hint("Binnenring", "Trekt de kar")),
            (Ring.BUITENRING, with_hint("Buitenring", "Denkt mee en geeft advies")),
        ],
        widget=Tiles("two"),
        initial=Ring.BINNENRING,
    )
    rol = forms.ChoiceField(
        label="Vanuit welke rol?",
        help_text="De rol bepaalt welke kaarten iemand krijgt.",
        choices=[("", "Kies een rol"), *Rol.choices],
    )
    betaald = forms.BooleanField(
        label="Werkt als ervaringsdeskundige in betaalde dienst",
        help_text="Dan mag deze persoon ook de kaart Krachtige professionals invullen.",
        required=False,
    )
    domein = forms.ChoiceField(
        label="Uit welke sector?",
        help_text="Zo zie je welke sectoren nog missen.",
        choices=[("", "Geen sector"), *Domein.choices],
        required=False,
    )
    organisatie = forms.ModelChoiceField(
        Organisatie.objects.none(),
        label="Van welke organisatie?",
        empty_label="Geen organisatie",
        required=False,
    )

    def __init__(self, *args: Any, regio: Regio, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisatie"].queryset = regio.organisaties.all()  # type: ignore[attr-defined]

    def zetel(self) -> Zetel:
        data = self.cleaned_data
        return Zetel(**{name: data[name] for name in Zetel.__annotations__})


class NieuwLidForm(LidForm, Toevoegform):
    email = AdresField(
        label="E-mailadres",
        help_text="Dan sturen we een uitnodiging. Zonder adres kan dat later nog.",
        required=False,
    )
    field_order = ["uuid", "naam", "email"]


class UitnodigingForm(NkForm):
    email = AdresField(label="E-mailadres")


class MijnPlekForm(NkForm):
    """Says beside each choice what the others would read of this member."""

    toon_als = forms.ChoiceField(
        label="Wat zien de anderen bij jouw naam?", widget=Tiles()
    )

    def __init__(self, *args: Any, lid: Kerngroeplid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groep, rol = str(lid.groep.label), str(Rol(lid.rol).label)
        self.fields["toon_als"].choices = [  # type: ignore[attr-defined]
            (ToonAls.GROEP, with_hint("Alleen mijn groep", f"Bij jou: {groep}")),
            (ToonAls.ROL, with_hint("Mijn precieze rol", f"Bij jou: {rol}")),
        ]
