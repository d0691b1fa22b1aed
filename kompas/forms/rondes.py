"""What a round begins with, and how its scores will be shown."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from basis.forms import NkForm, Tiles, Toevoegform, speak_plainly, with_hint
from kompas.choices import Groep, Voor, Weergave
from kompas.models import Kompaseditie, Thema
from kompas.services.rondes import Kaartkeuze, Vorm

OPEN_GESPREK, VEILIG = Weergave.OPEN_GESPREK, Weergave.VEILIG


class VormForm(NkForm):
    """`vorm()` after is_valid. `apart`: the card that uitvoerders answer about themselves."""

    weergave = forms.ChoiceField(
        label="Hoe laten jullie de antwoorden straks zien?",
        help_text="Iedereen leest dit voor het eerste antwoord. Daarna staat het vast.",
        choices=[
            (
                OPEN_GESPREK,
                with_hint(
                    "Open gesprek",
                    "De antwoorden van ervaring, uitvoering en beleid staan naast"
                    " elkaar, zonder namen. Ook als iemand de enige is in een groep.",
                ),
            ),
            (
                VEILIG,
                with_hint(
                    "Veilig",
                    "Groepen staan pas naast elkaar als ze alle 3 mensen of meer"
                    " hebben. Het geheel is te zien vanaf 5 antwoorden.",
                ),
            ),
        ],
        widget=Tiles(),
    )
    professionals = forms.ChoiceField(
        help_text="Uitvoerders kijken hier naar zichzelf. Veilig past daar het best bij.",
        choices=[(VEILIG, "Veilig"), (OPEN_GESPREK, "Open gesprek")],
        initial=VEILIG,
        widget=Tiles("two"),
    )

    def __init__(self, *args: Any, apart: Thema | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if apart is None:
            del self.fields["professionals"]
        else:
            self.fields["professionals"].label = f"En de kaart {apart.naam}?"

    def vorm(self) -> Vorm:
        professionals = self.cleaned_data.get("professionals", VEILIG)
        return Vorm(
            Weergave(self.cleaned_data["weergave"]),
            professionals=Weergave(professionals),
        )


class RondeForm(VormForm, Toevoegform):
    """A round on one of `edities`; `kompaseditie` and `kaarten()` after is_valid. A card
    without a group stays out.

    The cards are those of the edition that was chosen, else of the first. All editions
    have the same six, so another choice keeps what was ticked: `shown_again()`.
    """

    naam = forms.CharField(
        label="Hoe heet deze ronde?",
        help_text="Bijvoorbeeld: najaar 2026.",
        max_length=80,
    )
    editie = forms.ChoiceField(
        label="Welke tekst van het Kompas?",
        widget=Tiles(),
        error_messages={
            "required": "Kies een tekst.",
            "invalid_choice": "Deze tekst kun je niet kiezen. Kies er een uit de lijst.",
        },
    )
    uitnodigen = forms.BooleanField(
        label="Stuur iedereen met een account een mail met de link", required=False
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        edities: Sequence[Kompaseditie],
        initial: dict[str, Any],
    ) -> None:
        self.edities = edities
        by_key = {str(row.pk): row for row in edities}
        wanted = initial.get("editie") if data is None else data.get("editie")
        self.known = str(wanted) in by_key
        self.kompaseditie = by_key.get(str(wanted), edities[0])
        self.themas = list(self.kompaseditie.themas.all())
        about_own_work = (t for t in self.themas if t.voor == Voor.UITVOERING)
        super().__init__(data, initial=initial, apart=next(about_own_work, None))
        self.fields["editie"] = self._edition_field()
        for thema in self.themas:
            self.fields[_name(thema)] = field = forms.MultipleChoiceField(
                label=thema.naam,
                choices=Groep.choices,
                initial=_meant_for(thema),
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
            speak_plainly(field)
        self.order_fields(["naam", "editie", *map(_name, self.themas), "weergave"])

    def _edition_field(self) -> forms.Field:
        """With one edition there is nothing to choose, unless what came in is another."""
        field = self.fields["editie"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(row.pk), _edition(row)) for row in self.edities]
        if len(self.edities) == 1 and self.known:
            field.widget = forms.HiddenInput()
        return field

    def shown_again(self) -> "RondeForm":
        """Not sent yet: all that was filled in, with the cards of the chosen edition."""
        kept = {name: self[name].data for name in self.fields}
        return RondeForm(edities=self.edities, initial=kept)

    @property
    def kaartvelden(self) -> list[tuple[Thema, BoundField]]:
        return [(thema, self[_name(thema)]) for thema in self.themas]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.themas and not any(cleaned.get(_name(thema)) for thema in self.themas):
            self.add_error(
                _name(self.themas[0]), "Kies ten minste één kaart en een groep."
            )
        return cleaned

    def kaarten(self) -> list[Kaartkeuze]:
        chosen = ((thema, self.cleaned_data[_name(thema)]) for thema in self.themas)
        return [
            Kaartkeuze(thema, [Groep(groep) for groep in groepen])
            for thema, groepen in chosen
            if groepen
        ]


def _name(thema: Thema) -> str:
    return f"kaart_{thema.sleutel}"


def _meant_for(thema: Thema) -> list[str]:
    return Groep.values if thema.voor == Voor.IEDEREEN else [thema.voor]


def _edition(row: Kompaseditie) -> SafeString:
    return with_hint(str(row), f"{capfirst(row.bron)}. {_whose(row)}")


def _whose(row: Kompaseditie) -> str:
    return "Van jullie regio." if row.regio_id else "Meegeleverd."
