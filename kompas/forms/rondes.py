"""What a round begins with, and how its scores will be shown."""

import uuid
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from basis.forms import NkForm, Tiles, speak_plainly, with_hint
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


class RondeForm(VormForm):
    """A round on `editie`; `kaarten()` after is_valid. A card without a group stays out."""

    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    naam = forms.CharField(
        label="Hoe heet deze ronde?",
        help_text="Bijvoorbeeld: najaar 2026.",
        max_length=80,
    )
    uitnodigen = forms.BooleanField(
        label="Stuur iedereen met een account een mail met de link", required=False
    )

    def __init__(self, *args: Any, editie: Kompaseditie, **kwargs: Any) -> None:
        self.themas = list(editie.themas.all())
        about_own_work = (t for t in self.themas if t.voor == Voor.UITVOERING)
        super().__init__(*args, apart=next(about_own_work, None), **kwargs)
        for thema in self.themas:
            self.fields[_name(thema)] = field = forms.MultipleChoiceField(
                label=thema.naam,
                choices=Groep.choices,
                initial=_meant_for(thema),
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
            speak_plainly(field)
        self.order_fields(["naam", *map(_name, self.themas), "weergave"])

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
