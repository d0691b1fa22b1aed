"""What an organisation offers, in small steps: each a form that saves by itself."""

import re
import uuid
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from basis.forms import DatumField, NkForm, Tiles, speak_plainly
from netwerk import werkwijzen
from netwerk.choices import (
    Capaciteit,
    Feestdagen,
    Functie,
    Gezondheidsdomein,
    MagBellen,
    Manier,
    Onafhankelijk,
    Ring,
    Verwijzer,
    VoorWie,
    Wet,
)
from netwerk.models import Voorziening, Voorzieningplek
from netwerk.querysets import VoorzieningQuerySet
from netwerk.rules.openingstijden import Blok, Rooster
from netwerk.rules.openingszinnen import sentences
from netwerk.rules.telefoon import Fout, parse_phone, show_phone
from netwerk.rules.urentekst import VOORBEELD, parse_hours, show_hours
from netwerk.selectors.roosters import rooster_of
from netwerk.services import voorzieningen as services
from netwerk.services.voorzieningen import Adres, Nummerregel
from toegang.models import Gemeente, Organisatie, Wijk

# a radio without a value is sent as "on"
JA_NEE = [("ja", "Ja"), ("nee", "Nee"), ("onbekend", "Weet ik niet")]
YES_NO = {"": None, "onbekend": None, "ja": True, "nee": False}
MOST_QUESTIONS, QUESTION_LENGTH, MOST_WORDS = 12, 200, 30
POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([A-Z]{2})?")


def _area(label: str, length: int, hint: str = "", rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=length,
        required=False,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def _many(label: str, choices: Any, hint: str = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        help_text=hint,
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def _yes_no(label: str, hint: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=JA_NEE,
        required=False,
        widget=Tiles("two"),
    )


class NieuwForm(NkForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    organisatie = forms.ModelChoiceField(
        Organisatie.objects.none(),
        label="Van welke organisatie?",
        empty_label="Kies een organisatie",
    )
    naam = forms.CharField(label="Hoe heet het?", max_length=255)
    kort = forms.CharField(
        label="Wat is het, in een zin?", max_length=300, help_text="Zonder vaktaal."
    )

    def __init__(self, *args: Any, organisaties: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = organisaties.first() if organisaties.count() == 1 else None
        if self.own:
            del self.fields["organisatie"]
        else:
            self.fields["organisatie"].queryset = organisaties  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.own:
            cleaned["organisatie"] = self.own
        return cleaned


class Stapform(NkForm):
    """One step. `save` does what the step is for."""

    FIELDS: tuple[str, ...] = ()
    onderdeel = ""

    def __init__(self, *args: Any, voorziening: Voorziening, **kwargs: Any) -> None:
        self.voorziening = voorziening
        super().__init__(*args, initial=self.start(), **kwargs)

    def start(self) -> dict[str, Any]:
        return {name: getattr(self.voorziening, name) for name in self.FIELDS}

    def velden(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.FIELDS}

    def save(self) -> None:
        services.change_fields(
            voorziening=self.voorziening, onderdeel=self.onderdeel, velden=self.velden()
        )


class BasisForm(Stapform):
    onderdeel = "basis"
    FIELDS = (
        "naam",
        "ook_bekend_als",
        "kort",
        "omschrijving",
        "trefwoorden",
        "website",
        "mededeling",
    )

    naam = forms.CharField(label="Hoe heet het?", max_length=255)
    ook_bekend_als = forms.CharField(
        label="Noemen mensen het ook anders?", max_length=255, required=False
    )
    kort = forms.CharField(
        label="Wat is het, in een zin?", max_length=300, help_text="Zonder vaktaal."
    )
    omschrijving = _area("Wat gebeurt er, en hoe gaat dat?", 5_000, rows=6)
    trefwoorden = forms.CharField(
        label="Woorden waarop mensen zoeken",
        help_text="Met komma’s ertussen. Bijvoorbeeld: schulden, rekeningen.",
        max_length=600,
        required=False,
    )
    website = forms.URLField(
        label="Website", max_length=500, required=False, assume_scheme="https"
    )
    mededeling = _area(
        "Iets wat nu belangrijk is", 500, "Staat boven aan de pagina.", rows=2
    )

    def start(self) -> dict[str, Any]:
        found = super().start()
        return found | {"trefwoorden": ", ".join(found["trefwoorden"])}

    def clean_trefwoorden(self) -> list[str]:
        words = [
            w.strip() for w in re.split(r"[,;\n]", self.cleaned_data["trefwoorden"])
        ]
        words = list(dict.fromkeys(word for word in words if word))
        if any(len(word) > 60 for word in words):  # noqa: PLR2004 - the column
            raise forms.ValidationError("Zet een komma tussen de woorden.")
        return words[:MOST_WORDS]


class VoorWieForm(Stapform):
    onderdeel = "voor_wie"
    FIELDS = ("voor_wie", "min_leeftijd", "max_leeftijd", "tolk")

    voor_wie = _many("Voor wie is het?", VoorWie.choices)
    wel = _area(
        "Wanneer past het?",
        2_500,
        "Elke vraag op een eigen regel. Bijvoorbeeld: Heb je moeite met geld?",
    )
    niet = _area("Wanneer past het niet?", 2_500, "Elke vraag op een eigen regel.")
    min_leeftijd = forms.IntegerField(
        label="Vanaf welke leeftijd?",
        min_value=0,
        max_value=120,
        required=False,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    max_leeftijd = forms.IntegerField(
        label="Tot en met welke leeftijd?",
        min_value=0,
        max_value=120,
        required=False,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    tolk = _area("Andere talen of een tolk?", 1_000, rows=2)

    def start(self) -> dict[str, Any]:
        rows = list(self.voorziening.doelgroepvragen.all())
        lines = {
            past: [r.tekst for r in rows if r.past == past] for past in (True, False)
        }
        wel, niet = "\n".join(lines[True]), "\n".join(lines[False])
        return super().start() | {"wel": wel, "niet": niet}

    def clean_wel(self) -> list[str]:
        return _lines(self.cleaned_data["wel"])

    def clean_niet(self) -> list[str]:
        return _lines(self.cleaned_data["niet"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        low, high = cleaned.get("min_leeftijd"), cleaned.get("max_leeftijd")
        if low is not None and high is not None and high < low:
            self.add_error("max_leeftijd", "Dit is lager dan de laagste leeftijd.")
        return cleaned

    def save(self) -> None:
        super().save()
        services.set_questions(
            voorziening=self.voorziening,
            wel=self.cleaned_data["wel"],
            niet=self.cleaned_data["niet"],
        )


def _lines(text: str) -> list[str]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if any(len(line) > QUESTION_LENGTH for line in lines):
        raise forms.ValidationError("Houd elke vraag korter dan 200 tekens.")
    if len(lines) > MOST_QUESTIONS:
        raise forms.ValidationError("Kies de twaalf belangrijkste vragen.")
    return lines


class AanmeldenForm(Stapform):
    onderdeel = "aanmelden"
    FIELDS = (
        "zelf_aanmelden",
        "verwijzers",
        "indicatie_nodig",
        "laagdrempelig",
        "aanmelden",
        "toelating",
        "kosten",
    )

    zelf_aanmelden = _yes_no("Kun je jezelf aanmelden?")
    verwijzers = _many("Wie kan iemand aanmelden?", Verwijzer.choices)
    indicatie_nodig = _yes_no("Is er een indicatie of beschikking nodig?")
    laagdrempelig = forms.BooleanField(
        label="Je kunt zo binnenlopen of bellen", required=False
    )
    aanmelden = _area("Hoe begin je?", 2_000, "Stap voor stap, in gewone woorden.")
    toelating = _area("Zijn er voorwaarden?", 2_000)
    kosten = _area("Wat kost het?", 1_000, rows=2)

    def start(self) -> dict[str, Any]:
        found = super().start()
        back = {None: "onbekend", True: "ja", False: "nee"}
        names = ("zelf_aanmelden", "indicatie_nodig")
        return found | {name: back[found[name]] for name in names}

    def velden(self) -> dict[str, Any]:
        found = super().velden()
        names = ("zelf_aanmelden", "indicatie_nodig")
        return found | {name: YES_NO[found[name]] for name in names}


class ContactForm(Stapform):
    """Numbers (a row for each and one more), mail, and hours as people type them."""

    onderdeel = "contact"
    FIELDS: tuple[str, ...] = ("email", "feestdagen", "altijd_bereikbaar")
    MOST = 6

    email = forms.EmailField(label="E-mailadres", required=False)
    uren = forms.CharField(
        label="Wanneer is het open?",
        help_text=f"Bijvoorbeeld: {VOORBEELD}; za 10-14. Of: op afspraak.",
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
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
        self.rijen: list[str] = []
        rows = list(self.voorziening.telefoon_set.all())
        for row in rows:
            self._add(
                str(row.uuid), show_phone(row.nummer), row.toelichting, row.mag_bellen
            )
        if len(rows) < self.MOST:
            self._add("nieuw", "", "", MagBellen.IEDEREEN)
        if self.te_rijk:
            del self.fields["uren"]

    def _add(self, key: str, nummer: str, uitleg: str, wie: str) -> None:
        which = len(self.rijen) + 1
        new = "Nog een nummer" if self.rijen else "Telefoonnummer"
        label = new if key == "nieuw" else f"Telefoonnummer {which}"
        made = {
            f"nummer_{key}": forms.CharField(
                label=label,
                initial=nummer,
                max_length=80,
                required=False,
                widget=forms.TextInput(attrs={"inputmode": "tel"}),
            ),
            f"uitleg_{key}": forms.CharField(
                label="Uitleg bij dit nummer",
                initial=uitleg,
                max_length=200,
                required=False,
            ),
            f"wie_{key}": forms.ChoiceField(
                label="Wie mag dit nummer bellen?",
                initial=wie,
                choices=MagBellen.choices,
                required=False,
            ),
        }
        for name, field in made.items():
            speak_plainly(field)
            self.fields[name] = field
        self.rijen.append(key)

    def start(self) -> dict[str, Any]:
        rows = self.voorziening.openingstijd_set.filter(dicht=False)
        known = rooster_of(rows, feestdagen=self.voorziening.feestdagen).blokken
        text = show_hours(known)
        self.te_rijk = text is None
        self.was = text or ""
        return super().start() | {"uren": self.was}

    def nummers(self) -> list[list[Any]]:
        """The rows, as bound fields."""
        parts = ("nummer", "uitleg", "wie")
        return [[self[f"{part}_{key}"] for part in parts] for key in self.rijen]

    def clean_uren(self) -> str:
        text: str = self.cleaned_data["uren"]
        read = parse_hours(text)
        if text and read.fouten:
            raise forms.ValidationError(list(read.fouten))
        self.blokken = read.blokken if text else ()
        return text

    def zinnen(self) -> list[str]:
        """How people will read what was typed."""
        rooster = Rooster(self.blokken, (), self.cleaned_data.get("feestdagen", ""))
        return sentences(rooster, timezone.localdate())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.regels: list[Nummerregel] = []
        for key in self.rijen:
            text = cleaned.get(f"nummer_{key}", "")
            if text:
                self._read(key, text, cleaned)
        return cleaned

    def _read(self, key: str, text: str, cleaned: dict[str, Any]) -> None:
        found = parse_phone(text)
        if isinstance(found, Fout):
            self.add_error(f"nummer_{key}", found.zin)
            return
        words = cleaned.get(f"uitleg_{key}") or found.toelichting
        wie = cleaned.get(f"wie_{key}") or MagBellen.IEDEREEN
        row = None if key == "nieuw" else UUID(key)
        self.regels.append(Nummerregel(row, found.nummer, words, wie))

    def save(self) -> None:
        super().save()
        self.save_phones()
        if not self.te_rijk:
            self.save_hours()

    def save_phones(self) -> None:
        services.set_phones(voorziening=self.voorziening, nummers=self.regels)

    def save_hours(self) -> None:
        services.set_hours(voorziening=self.voorziening, blokken=self.blokken)


class GebiedForm(Stapform):
    onderdeel = "gebied"

    hele_regio = forms.BooleanField(label="De hele regio", required=False)
    gemeenten = forms.ModelMultipleChoiceField(
        Gemeente.objects.none(),
        label="Welke gemeenten?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    wijken = forms.ModelMultipleChoiceField(
        Wijk.objects.none(),
        label="Of alleen deze wijken?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regio = self.voorziening.regio
        self.fields["gemeenten"].queryset = regio.gemeenten.all()  # type: ignore[attr-defined]
        wijken = Wijk.objects.filter(gemeente__regio=regio).select_related("gemeente")
        self.fields["wijken"].queryset = wijken  # type: ignore[attr-defined]

    def start(self) -> dict[str, Any]:
        rows = list(self.voorziening.werkgebieden.all())
        return {
            "hele_regio": any(row.hele_regio for row in rows),
            "gemeenten": [row.gemeente_id for row in rows if row.gemeente_id],
            "wijken": [row.wijk_id for row in rows if row.wijk_id],
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not any(cleaned.get(name) for name in ("hele_regio", "gemeenten", "wijken")):
            self.add_error(
                "hele_regio", "Kies de hele regio, een gemeente of een wijk."
            )
        return cleaned

    def save(self) -> None:
        services.set_area(voorziening=self.voorziening, **self.cleaned_data)


class HelptForm(Stapform):
    onderdeel = "helpt_bij"
    FIELDS = (
        "functies",
        "domeinen",
        "wetten",
        "manieren",
        "werkwijzen",
        "informeel",
        "ervaringsdeskundig",
        "outreachend",
        "ring",
        "onafhankelijk",
    )

    functies = _many("Waar helpt het bij?", Functie.choices)
    domeinen = _many("En in welk deel van het leven?", Gezondheidsdomein.choices)
    manieren = _many("Hoe kom je elkaar tegen?", Manier.choices)
    wetten = _many("Uit welke wet wordt het betaald?", Wet.choices)
    informeel = forms.BooleanField(
        label="Informeel: vrijwilligers of lotgenoten", required=False
    )
    ervaringsdeskundig = forms.BooleanField(
        label="Wordt gedaan door mensen met eigen ervaring", required=False
    )
    outreachend = forms.BooleanField(label="Komt naar je toe", required=False)
    ring = forms.ChoiceField(
        label="Wie geeft de steun?",
        choices=[("", "Niet gekozen"), *Ring.choices],
        required=False,
    )
    onafhankelijk = forms.ChoiceField(
        label="Is het onafhankelijke ondersteuning?",
        choices=[("", "Nee"), *Onafhankelijk.choices],
        required=False,
    )
    werkwijzen = _many("Welke werkwijzen gebruiken jullie?", [])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = werkwijzen.names()
        known = {key: key for key in self.voorziening.werkwijzen} | names
        if known:
            self.fields["werkwijzen"].choices = known.items()  # type: ignore[attr-defined]
        else:
            del self.fields["werkwijzen"]

    def velden(self) -> dict[str, Any]:
        return {n: self.cleaned_data[n] for n in self.FIELDS if n in self.fields}


class WachtenForm(Stapform):
    onderdeel = "capaciteit"
    FIELDS = ("capaciteit", "overbrugging", "overbrugging_geen")

    capaciteit = forms.ChoiceField(
        label="Is er nu plek?", choices=Capaciteit.choices, widget=Tiles()
    )
    overbrugging = _area(
        "Wat kan iemand doen in de tijd van wachten?",
        2_000,
        "Nodig als het wachten langer is dan de norm, of dan vier weken.",
    )
    overbrugging_geen = forms.BooleanField(
        label="Wij bieden niets voor de tijd van wachten", required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("overbrugging") and cleaned.get("overbrugging_geen"):
            self.add_error(
                "overbrugging_geen", "Haal het vinkje weg, of maak het veld leeg."
            )
        return cleaned


STAPPEN: dict[str, tuple[str, type[Stapform]]] = {
    "basis": ("Naam en uitleg", BasisForm),
    "voor-wie": ("Voor wie", VoorWieForm),
    "aanmelden": ("Hoe je begint", AanmeldenForm),
    "contact": ("Contact en openingstijden", ContactForm),
    "gebied": ("Voor wie waar woont", GebiedForm),
    "helpt-bij": ("Waar het bij helpt", HelptForm),
    "wachten": ("Plek en wachten", WachtenForm),
}


class PlekForm(NkForm):
    """A place with an address, or a secret one without."""

    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    geheim = forms.ChoiceField(
        label="Mag iedereen weten waar dit is?",
        choices=[
            ("nee", "Ja, het adres mag op de kaart"),
            ("ja", "Nee, het adres is geheim"),
        ],
        widget=Tiles(),
        initial="nee",
    )
    naam = forms.CharField(label="Naam van de plek", max_length=255, required=False)
    adres = forms.CharField(
        label="Straat en huisnummer", max_length=255, required=False
    )
    postcode = forms.CharField(
        label="Postcode",
        max_length=10,
        required=False,
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    plaats = forms.CharField(label="Plaats", max_length=120, required=False)
    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(),
        label="Gemeente",
        empty_label="Volgt uit de postcode",
        required=False,
    )
    vervoer = _area("Hoe kom je er?", 1_000, rows=2)

    def __init__(
        self,
        *args: Any,
        voorziening: Voorziening,
        plek: Voorzieningplek | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        gemeenten = voorziening.regio.gemeenten.all()
        self.fields["gemeente"].queryset = gemeenten  # type: ignore[attr-defined]
        if plek:
            for name in Adres.__annotations__:
                self.initial[name] = getattr(plek.locatie, name)
            self.initial["geheim"] = "ja" if plek.locatie.geheim else "nee"

    def clean_geheim(self) -> bool:
        return bool(self.cleaned_data["geheim"] == "ja")

    def clean_postcode(self) -> str:
        text = self.cleaned_data["postcode"].upper().strip()
        if not text:
            return ""
        found = POSTCODE.fullmatch(text)
        if not found:
            raise forms.ValidationError("Vul een postcode in. Bijvoorbeeld 3811 AB.")
        return f"{found[1]} {found[2]}" if found[2] else found[1]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("geheim") is False and not cleaned.get("plaats"):
            self.add_error("plaats", "Vul in welke plaats het is.")
        return cleaned

    def adres_van(self) -> Adres:
        """Of a secret place nothing that was typed is kept."""
        if self.cleaned_data["geheim"]:
            return Adres()
        return Adres(
            **{name: self.cleaned_data[name] for name in Adres.__annotations__}
        )


class StoppenForm(NkForm):
    reden = forms.CharField(
        label="Waarom stopt het?", help_text="Iedereen kan dit lezen.", max_length=1_000
    )
    vervolg = forms.ModelChoiceField(
        Voorziening.objects.none(),
        label="Waar kunnen mensen nu terecht?",
        empty_label="Geen plek op de kaart",
        required=False,
    )
    vervolg_tekst = _area("Of in woorden", 1_000, rows=2)

    def __init__(self, *args: Any, kaart: VoorzieningQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["vervolg"].queryset = kaart  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not (cleaned.get("vervolg") or cleaned.get("vervolg_tekst")):
            self.add_error(
                "vervolg", "Kies een plek, of schrijf op waar mensen terechtkunnen."
            )
        return cleaned


class DichtForm(NkForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    van = DatumField(label="Dicht vanaf")
    tot = DatumField(
        label="Tot en met", help_text="Leeg is: nog niet bekend.", required=False
    )
    reden = forms.CharField(label="Waarom?", max_length=255, required=False)
    alternatief_tekst = forms.CharField(
        label="Waar kunnen mensen intussen terecht?", max_length=500, required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        van, tot = cleaned.get("van"), cleaned.get("tot")
        if tot and tot < timezone.localdate():
            self.add_error("tot", "Deze datum is al voorbij.")
        elif van and tot and tot < van:
            self.add_error("tot", "Dit is voor de eerste dag.")
        return cleaned


def names_of(stappen: Iterable[str]) -> list[tuple[str, str]]:
    return [(stap, STAPPEN[stap][0]) for stap in stappen]
