"""Two pages side by side: of each part in which they differ, which stays."""

from collections.abc import Iterable
from typing import Any

from django import forms

from basis.forms import NkForm, Tiles, speak_plainly, with_hint
from netwerk.selectors.dubbelen import Verschil, mark
from netwerk.services.samenvoegen import ANDER, BLIJFT, SAMEN

MOST = 400  # of a long text the beginning; the page itself is a click away


class SamenvoegForm(NkForm):
    """`gezien` is the mark of what was on the page."""

    gezien = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, verschillen: Iterable[Verschil], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.opnieuw = ""  # why the page is shown again
        rows = list(verschillen)
        self.mark = self.initial["gezien"] = mark(rows)
        for verschil in rows:
            field = _choice(verschil)
            speak_plainly(field)
            self.fields[verschil.deel.sleutel] = field

    def clean_gezien(self) -> str:
        if self.cleaned_data["gezien"] != self.mark:
            raise forms.ValidationError(
                "Er is net iets veranderd. Kijk alles opnieuw na."
            )
        return self.mark

    @property
    def keuzes(self) -> dict[str, str]:
        return {k: v for k, v in self.cleaned_data.items() if k != "gezien"}


def _choice(verschil: Verschil) -> forms.ChoiceField:
    choices = [
        (BLIJFT, with_hint("Van de plek die blijft", _short(verschil.blijft))),
        (ANDER, with_hint("Van de andere", _short(verschil.ander))),
    ]
    if verschil.deel.samen:
        choices.append((SAMEN, with_hint("Allebei", "Zonder wat er dubbel in staat")))
    return forms.ChoiceField(
        label=verschil.deel.naam,
        choices=choices,
        initial=BLIJFT if verschil.gevuld else ANDER,
        widget=Tiles("two"),
    )


def _short(words: str) -> str:
    return f"{words[:MOST]}…" if len(words) > MOST else words
