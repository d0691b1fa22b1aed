"""The crisiskaart, and who stands on it (P1)."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from basis.codes import MAX_TEXT
from basis.forms import CodeInput, DatumField, NkForm
from netwerk.rules.telefoon import Fout, parse_phone

from .stuk import StukForm, Woorden

REGEL = "Elke regel wordt een punt op de kaart."
VERSTE = timedelta(days=2 * 366)


class KaartForm(StukForm):
    WOORDEN = (
        "benaderen",
        "wel_doen",
        "niet_doen",
        "wens",
        "liever_niet",
        "praktisch",
        "regie",
    )
    VELDEN = ("nakijken_op",)
    ANDERS: ClassVar = {
        "benaderen": (
            "Hoe benader je {naam}?",
            f"Bijvoorbeeld: praat zacht en zeg hoe je heet. {REGEL}",
        ),
        "wens": ("Wat {naam} wil", REGEL),
        "liever_niet": ("Wat {naam} niet wil", REGEL),
        "regie": (
            "Overnemen en teruggeven",
            "Wat mag iemand voor {naam} regelen, en wanneer krijgt {naam} het terug?",
        ),
        "nakijken_op": (
            "Wanneer bekijkt {naam} deze kaart opnieuw?",
            "Veel mensen doen dat elk half jaar.",
        ),
    }

    benaderen = Woorden(
        label="Hoe benader je mij?",
        help_text=f"Bijvoorbeeld: praat zacht en zeg hoe je heet. {REGEL}",
        rows=3,
    )
    wel_doen = Woorden(label="Doe dit", help_text=REGEL, rows=4)
    niet_doen = Woorden(label="Doe dit niet", help_text=REGEL, rows=4)
    wens = Woorden(label="Wat ik wil", help_text=REGEL, rows=4)
    liever_niet = Woorden(label="Wat ik niet wil", help_text=REGEL, rows=4)
    praktisch = Woorden(
        label="Praktisch",
        help_text=f"Kinderen, huisdieren, post, werk. {REGEL}",
        rows=4,
    )
    regie = Woorden(
        label="Overnemen en teruggeven",
        help_text="Wat mag iemand voor je regelen, en wanneer krijg je het terug?",
        rows=4,
    )
    nakijken_op = DatumField(
        label="Wanneer bekijk je deze kaart opnieuw?",
        help_text="Veel mensen doen dat elk half jaar.",
    )
    field_order = [*WOORDEN, *VELDEN]

    def clean_nakijken_op(self) -> date:
        day: date = self.cleaned_data["nakijken_op"]
        today = timezone.localdate()
        same = self.item.pk and day == self.item.nakijken_op  # type: ignore[attr-defined]
        if day < today and not same:
            raise forms.ValidationError("Kies vandaag of een dag die nog komt.")
        if day > today + VERSTE:
            raise forms.ValidationError("Kies een dag binnen twee jaar.")
        return day


class KaartpersoonForm(StukForm):
    """Whether somebody in the list of the client is meant only the client says."""

    WOORDEN = ("naam", "wie", "telefoon", "wanneer")
    VELDEN = ("betrokkenheid",)
    ANDERS: ClassVar = {
        "wie": ("Wie is dat voor {naam}?", "Bijvoorbeeld: mijn zus."),
    }

    naam = Woorden(
        label="Hoe heet diegene?",
        help_text="Zo staat het op de kaart. Het mag ook een dienst zijn, zoals de crisisdienst.",
        rows=1,
        max_length=60,
        required=True,
        error_messages={"required": "Schrijf een naam op."},
    )
    wie = Woorden(
        label="Wie is dat voor jou?",
        help_text="Bijvoorbeeld: mijn zus.",
        rows=1,
        max_length=60,
    )
    telefoon = Woorden(
        label="Telefoonnummer",
        rows=1,
        max_length=60,
        required=True,
        error_messages={"required": "Schrijf een telefoonnummer op."},
        widget=forms.TextInput(attrs={"inputmode": "tel", "class": "short"}),
    )
    wanneer = Woorden(
        label="Wanneer kan je bellen?",
        help_text="Bijvoorbeeld: werkdagen van 8.30 tot 17.00 uur.",
        rows=1,
        max_length=60,
    )
    betrokkenheid = forms.ChoiceField(
        label="Staat diegene bij Wie ziet wat?",
        help_text="Dan vragen we zelf of het goed is, en hoef jij dat niet te doen.",
        choices=[("", "Nee, of ik weet het niet")],
        required=False,
    )
    field_order = [*WOORDEN, *VELDEN]

    def clean_telefoon(self) -> str:
        found = parse_phone(self.cleaned_data["telefoon"])
        if isinstance(found, Fout):
            raise forms.ValidationError(found.zin)
        self.beside = found.toelichting
        return found.nummer

    def clean(self) -> dict[str, Any]:
        """What stood beside the number goes to when to call: nothing is lost."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        beside, when = getattr(self, "beside", ""), cleaned.get("wanneer", "")
        if beside and beside not in when:
            cleaned["wanneer"] = ", ".join(filter(None, [beside, when]))
        return cleaned


class GevraagdForm(NkForm):
    """The client asked somebody without an account."""

    says_what_is_optional = False

    nummer = forms.IntegerField(
        widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1
    )
    op = DatumField(label="Wanneer vroeg je het?")

    def clean_op(self) -> date:
        day: date = self.cleaned_data["op"]
        if day > timezone.localdate():
            raise forms.ValidationError("Kies vandaag of een dag die al was.")
        if day.year < 2000:  # noqa: PLR2004
            raise forms.ValidationError("Kijk nog eens naar het jaar. Klopt dat?")
        return day


class PasjeForm(NkForm):
    """The code beside the QR code on a wallet card."""

    code = forms.CharField(
        label="De code op het pasje",
        help_text="Acht letters en cijfers. Hoofdletters en spaties maken niet uit.",
        max_length=MAX_TEXT,
        widget=CodeInput(),
    )
