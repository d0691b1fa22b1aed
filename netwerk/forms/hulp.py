"""A number of the region, as its beheerder keeps it."""

from typing import Any

from django import forms

from basis.forms import Tiles, Toevoegform, with_hint
from netwerk.choices import MagBellen
from netwerk.choices_hulp import Adres, Rubriek, Taal, Zorg
from netwerk.forms.velden import line, number, textarea
from netwerk.rules.telefoon import Fout, parse_phone, show_phone
from netwerk.services.hulp import Hulpregel, Zorgenregel
from toegang.models import Gemeente, Regio, Wijk


class NummerForm(Toevoegform):
    """What both kinds share: who may call, and what stands there for who may not."""

    nummer = line(
        "Welk nummer?",
        30,
        "Zoals je het belt. Korte nummers ook, bijvoorbeeld 113.",
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
    weg = line(
        "Hoe kom je er dan wel?",
        200,
        "Staat in plaats van het nummer. Bijvoorbeeld: Bel je huisarts of de"
        " huisartsenpost.",
    )
    wanneer = line("Wanneer kun je bellen?", 120, "Bijvoorbeeld: Dag en nacht.")
    kosten = line("Wat kost het?", 80, "Bijvoorbeeld: Gratis, of: Gewone belkosten.")
    volgorde = number(
        "Plaats in de lijst", 1, 999, "Een lager getal staat hoger.", initial=50
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
    rubriek = forms.ChoiceField(label="Onder welk kopje?", choices=Rubriek)
    situatie = line(
        "Voor welke situatie is het?",
        120,
        "Dit staat groot. Bijvoorbeeld: ’s Avonds en in het weekend.",
        required=True,
    )
    uitleg = line("Wie krijg je aan de telefoon?", 240, "Eén of twee korte zinnen.")
    kort = line(
        "Korte naam voor de strook",
        40,
        "De strook staat op elke pagina van de sociale kaart. Leeg: niet erin.",
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
    adres = forms.ChoiceField(
        label="Wat voor adres is het?",
        help_text="Van elke soort telt het adres dat het dichtst bij is: eerst de wijk,"
        " dan de gemeente, dan de regio.",
        choices=Adres,
    )
    naam = line("Hoe heet het?", 120, required=True)
    soorten = forms.MultipleChoiceField(
        label="Voor welke zorgen kun je er terecht?",
        choices=Zorg,
        widget=forms.CheckboxSelectMultiple,
    )
    wat_dan = textarea(
        "Wat gebeurt er als je belt?",
        400,
        "In gewone woorden: wie luistert, wat vragen ze, wat doen ze dan.",
        rows=3,
        required=True,
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
        self.fields["wijk"].queryset = regio.wijken  # type: ignore[attr-defined]

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
