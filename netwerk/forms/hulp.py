"""A number of the region, as its beheerder keeps it."""

import uuid
from typing import Any

from django import forms

from basis.forms import NkForm, Tiles, with_hint
from netwerk.choices import MagBellen
from netwerk.choices_hulp import Adres, Rubriek, Taal, Zorg
from netwerk.rules.telefoon import Fout, parse_phone, show_phone
from netwerk.services.hulp import Hulpregel, Zorgenregel
from toegang.models import Gemeente, Regio, Wijk


class NummerForm(NkForm):
    """What both kinds share: who may call, and what stands there for who may not."""

    nummer = forms.CharField(
        label="Welk nummer?",
        help_text="Zoals je het belt. Korte nummers ook, bijvoorbeeld 113.",
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "tel"}),
    )
    mag_bellen = forms.ChoiceField(
        label="Wie mag dit nummer bellen?",
        choices=[
            (MagBellen.IEDEREEN, MagBellen.IEDEREEN.label),
            (MagBellen.EIGEN, MagBellen.EIGEN.label),
            (
                MagBellen.VERWIJZERS,
                with_hint(
                    str(MagBellen.VERWIJZERS.label), "Bezoekers zien het nummer nooit"
                ),
            ),
        ],
        widget=Tiles(),
        initial=MagBellen.IEDEREEN,
    )
    weg = forms.CharField(
        label="Hoe kom je er dan wel?",
        help_text="Staat in plaats van het nummer. Bijvoorbeeld: Bel je huisarts of de"
        " huisartsenpost.",
        max_length=200,
        required=False,
    )
    wanneer = forms.CharField(
        label="Wanneer kun je bellen?",
        help_text="Bijvoorbeeld: Dag en nacht.",
        max_length=120,
        required=False,
    )
    kosten = forms.CharField(
        label="Wat kost het?",
        help_text="Bijvoorbeeld: Gratis, of: Gewone belkosten.",
        max_length=80,
        required=False,
    )
    volgorde = forms.IntegerField(
        label="Plaats in de lijst",
        help_text="Een lager getal staat hoger.",
        min_value=1,
        max_value=999,
        initial=50,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )

    def clean_nummer(self) -> str:
        """As it was typed, when that is a number; with the zero a spreadsheet dropped."""
        nummer: str = self.cleaned_data["nummer"].strip()
        found = parse_phone(nummer) if nummer else None
        if isinstance(found, Fout):
            raise forms.ValidationError(found.zin)
        if found and found.toelichting:
            raise forms.ValidationError(
                "Zet hier alleen het nummer. Andere woorden passen bij de uitleg."
            )
        return show_phone(found.nummer) if found and found.hersteld else nummer

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("mag_bellen") == MagBellen.VERWIJZERS and not cleaned.get("weg"):
            self.add_error(
                "weg", "Vertel hoe iemand er wel komt. Dat staat er voor bezoekers."
            )
        return cleaned


class HulpnummerForm(NummerForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    rubriek = forms.ChoiceField(label="Onder welk kopje?", choices=Rubriek)
    situatie = forms.CharField(
        label="Voor welke situatie is het?",
        help_text="Dit staat groot. Bijvoorbeeld: ’s Avonds en in het weekend.",
        max_length=120,
    )
    uitleg = forms.CharField(
        label="Wie krijg je aan de telefoon?",
        help_text="Eén of twee korte zinnen.",
        max_length=240,
        required=False,
    )
    kort = forms.CharField(
        label="Korte naam voor de strook",
        help_text="De strook staat op elke pagina van de sociale kaart. Leeg: niet erin.",
        max_length=40,
        required=False,
    )
    taal = forms.ChoiceField(label="In welke taal?", choices=Taal, initial=Taal.NL)
    field_order = [
        *(
            "uuid",
            "rubriek",
            "situatie",
            "uitleg",
            "nummer",
            "mag_bellen",
            "weg",
            "wanneer",
        ),
        *("kosten", "kort", "taal", "volgorde"),
    ]

    def regel(self) -> Hulpregel:
        data = self.cleaned_data
        return Hulpregel(**{name: data[name] for name in Hulpregel.__annotations__})


class ZorgenadresForm(NummerForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    adres = forms.ChoiceField(
        label="Wat voor adres is het?",
        help_text="Van elke soort telt het adres dat het dichtst bij is: eerst de wijk,"
        " dan de gemeente, dan de regio.",
        choices=Adres,
    )
    naam = forms.CharField(label="Hoe heet het?", max_length=120)
    soorten = forms.MultipleChoiceField(
        label="Voor welke zorgen kun je er terecht?",
        choices=Zorg,
        widget=forms.CheckboxSelectMultiple,
    )
    wat_dan = forms.CharField(
        label="Wat gebeurt er als je belt?",
        help_text="In gewone woorden: wie luistert, wat vragen ze, wat doen ze dan.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(),
        label="Voor welke gemeente?",
        empty_label="De hele regio",
        required=False,
    )
    wijk = forms.ModelChoiceField(
        Wijk.objects.none(),
        label="Voor welke wijk?",
        empty_label="De hele gemeente",
        required=False,
    )
    field_order = [
        *(
            "uuid",
            "adres",
            "naam",
            "gemeente",
            "wijk",
            "soorten",
            "nummer",
            "mag_bellen",
        ),
        *("weg", "wanneer", "kosten", "wat_dan", "volgorde"),
    ]

    def __init__(self, *args: Any, regio: Regio, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = regio.gemeenten.all()  # type: ignore[attr-defined]
        wijken = Wijk.objects.filter(gemeente__regio=regio).select_related("gemeente")
        self.fields["wijk"].queryset = wijken  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A wijk says its gemeente; two that do not belong together are asked again."""
        cleaned = super().clean()
        wijk, gemeente = cleaned.get("wijk"), cleaned.get("gemeente")
        if wijk and gemeente and wijk.gemeente_id != gemeente.pk:
            self.add_error(
                "wijk", f"{wijk.naam} ligt in {wijk.gemeente}. Kies die gemeente."
            )
        elif wijk:
            cleaned["gemeente"] = wijk.gemeente
        return cleaned

    def regel(self) -> Zorgenregel:
        data = self.cleaned_data
        return Zorgenregel(**{name: data[name] for name in Zorgenregel.__annotations__})
