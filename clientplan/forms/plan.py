"""The yes with which a plan begins."""

from typing import Any

from django import forms
from django.utils import timezone

from basis.forms import DatumField, NkForm
from netwerk.rules.rechten import VANAF, birthday
from toegang.models import Gemeente

EERSTE_JAAR = 1900


class BeginForm(NkForm):
    geboren_op = DatumField(
        label="Wanneer ben je geboren?",
        help_text="Een eigen plan kan vanaf 16 jaar. Niemand anders ziet deze datum.",
    )
    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(),
        label="In welke gemeente woon je?",
        empty_label="Kies een gemeente",
    )
    ja = forms.BooleanField(
        label="Ja, ik wil een eigen plan.",
        error_messages={"required": "Zet hier een vinkje als je een plan wilt."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Gemeente.objects.select_related("regio").order_by("naam")
        self.fields["gemeente"].queryset = rows  # type: ignore[attr-defined]

    def clean_geboren_op(self) -> Any:
        born, today = self.cleaned_data["geboren_op"], timezone.localdate()
        if born > today or born.year < EERSTE_JAAR:
            raise forms.ValidationError("Kijk nog eens naar het jaar. Klopt dat?")
        if birthday(born, VANAF) > today:
            raise forms.ValidationError(
                "Een eigen plan kan vanaf 16 jaar. Vraag degene die je de brief gaf"
                " wat er nu al kan."
            )
        return born
