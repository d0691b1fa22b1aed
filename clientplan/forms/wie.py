"""Who may see and write what, in plain words (T4)."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from basis.forms import AdresField, DatumField, NkForm, Tiles, Toevoegform, with_hint
from netwerk.choices import BEHANDELT, Hoedanigheid, Werkt
from netwerk.rules.onderdelen import TE_KIEZEN, Onderdeel, Recht
from netwerk.rules.voorkeuze import VOORKEUZES
from toegang.models import Organisatie, Regio

MAIL, BRIEF = "mail", "brief"
WOORDEN = {
    Recht.GEEN: "Niets",
    Recht.LEZEN: "Lezen",
    Recht.BIJDRAGEN: "Meedenken",
    Recht.MEDE_EIGENAAR: "Zelf schrijven",
}
NAMENS = [(int(Recht.GEEN), "Niets"), (int(Recht.EIGENAAR), "Beslist voor mij")]
LATER = "Kies vandaag of een dag die nog komt."
TOT_VOOR_VAN = "De laatste dag ligt voor de eerste dag. Kies een latere."
TE_VER = "Dat is te ver weg. Kies een dag in de komende tien jaar."
VERST = timedelta(days=3_653)  # ten years: further on it is a typing mistake


def check_day(day: date | None) -> date | None:
    """A day on which something begins or ends: from today on, and not by mistake in 2226."""
    today = timezone.localdate()
    if day and day < today:
        raise forms.ValidationError(LATER)
    if day and day > today + VERST:
        raise forms.ValidationError(TE_VER)
    return day


class VanafForm(forms.Form):
    """From when a consent holds; today, where nothing was chosen."""

    van = DatumField(
        label="Vanaf wanneer?",
        help_text="Vandaag, of een dag die nog komt.",
        required=False,
        initial=timezone.localdate,
    )

    def clean_van(self) -> date | None:
        return check_day(self.cleaned_data["van"])


def voorkeuze_field(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=[
            (one.sleutel, with_hint(one.naam, one.zin)) for one in VOORKEUZES.values()
        ],
        widget=Tiles(),
    )


class NaasteForm(Toevoegform):
    naam = forms.CharField(
        label="Hoe noem je deze persoon?",
        help_text="Een voornaam is genoeg.",
        max_length=60,
    )
    relatie = forms.CharField(
        label="Wie is dat van jou?",
        help_text="Bijvoorbeeld: mijn zus, een vriend, mijn buurvrouw.",
        max_length=60,
        required=False,
    )
    hoe = forms.ChoiceField(
        label="Hoe vraag je het?",
        choices=[
            (MAIL, with_hint("Met een e-mail", "Wij sturen een mail met een link")),
            (BRIEF, with_hint("Met een brief", "Jij geeft de brief zelf, op papier")),
        ],
        widget=Tiles("two"),
        initial=MAIL,
    )
    email = AdresField(
        label="Het e-mailadres",
        help_text="Alleen als je een mail wilt sturen.",
        required=False,
    )
    wat = voorkeuze_field("Wat wil je laten lezen?")
    field_order = ["uuid", "naam", "relatie", "hoe", "email", "wat"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("hoe") == MAIL and not data.get("email") and not self.errors:
            self.add_error("email", "Vul het e-mailadres in, of kies voor een brief.")
        return data


class ZoekForm(NkForm):
    """Somebody by name, at an organisation of the region."""

    says_what_is_optional = False
    organisatie = forms.ModelChoiceField(
        Organisatie.objects.none(),
        label="Bij welke organisatie?",
        empty_label="Kies een organisatie",
    )
    naam = forms.CharField(
        label="Hoe heet diegene?",
        help_text="Een deel van de naam is genoeg. Typ minstens drie letters.",
        min_length=3,
        max_length=60,
    )

    def __init__(self, *args: Any, regio: Regio, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = regio.organisaties.filter(gestopt_op=None)
        self.fields["organisatie"].queryset = rows  # type: ignore[attr-defined]


class HulpverlenerForm(VanafForm, Toevoegform):
    werkt = forms.ChoiceField(
        label="Wat doet deze persoon voor jou?",
        choices=[("", "Kies"), *Werkt.choices],
    )
    behandelt = forms.BooleanField(
        label="Deze persoon behandelt mij",
        help_text="Wie je behandelt, mag lezen wat daarvoor nodig is: je doelen,"
        " afspraken, signaleringsplan en crisiskaart. Je kunt elk deel daarna weer"
        " uitzetten.",
        required=False,
    )
    wat = voorkeuze_field("Wat wil je laten lezen?")
    field_order = ["uuid", "werkt", "behandelt", "wat", "van"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("behandelt") and data.get("werkt") not in BEHANDELT:
            self.add_error(
                "behandelt",
                "Dit kan alleen bij een behandelaar, een verpleegkundige, een huisarts"
                " of een praktijkondersteuner. Kies wat deze persoon doet, of haal het"
                " vinkje weg.",
            )
        return data


class RechtenForm(VanafForm, NkForm):
    """One line per part: nothing, read, think along, and for a naaste write; from when, and
    until when.

    `nu` is what holds today: part -> right. `zaken`: parts in which this person acts for the
    client, which is on or off. `rechten()` gives the parts that changed.
    """

    says_what_is_optional = False
    tot = DatumField(
        label="Tot en met welke dag?",
        help_text="Laat leeg als er geen einde is. Je kunt het altijd weer veranderen.",
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        rol: str,
        nu: Mapping[str, Recht],
        zaken: Collection[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.nu = nu
        naaste = rol == Hoedanigheid.NAASTE
        most = Recht.MEDE_EIGENAAR if naaste else Recht.BIJDRAGEN
        choices = [(int(r), word) for r, word in WOORDEN.items() if r <= most]
        for one in TE_KIEZEN:
            self.fields[one.sleutel] = forms.TypedChoiceField(
                label=one.naam,
                choices=NAMENS if one.sleutel in zaken else choices,
                coerce=lambda value: Recht(int(value)),
                widget=forms.RadioSelect,
                initial=int(nu.get(one.sleutel, Recht.GEEN)),
            )

    def parts(self) -> list[tuple[Onderdeel, forms.BoundField]]:
        return [(one, self[one.sleutel]) for one in TE_KIEZEN]

    def clean_tot(self) -> date | None:
        return check_day(self.cleaned_data["tot"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("van") and data.get("tot") and data["tot"] < data["van"]:
            self.add_error("tot", TOT_VOOR_VAN)
        return data

    def rechten(self) -> dict[str, Recht]:
        """What to say now: of each part its right, where it is not what held already or a
        last day goes with it."""
        said = {one.sleutel: self.cleaned_data[one.sleutel] for one in TE_KIEZEN}
        again = bool(self.cleaned_data["tot"]) or "tot" in self.changed_data
        changed = {
            deel: recht
            for deel, recht in said.items()
            if recht != self.nu.get(deel, Recht.GEEN)
            or (again and recht and recht != Recht.EIGENAAR)
        }
        # nobody is given the right to decide here: it comes back when the no is taken back
        return {
            deel: Recht.LEZEN if recht == Recht.EIGENAAR else recht
            for deel, recht in changed.items()
        }
