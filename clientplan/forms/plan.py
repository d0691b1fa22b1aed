"""The yes with which a plan begins."""

from typing import Any

from django import forms
from django.utils import timezone

from basis.forms import DatumField, NkForm
from netwerk.rules.rechten import VANAF, may_begin
from toegang.models import Gemeente

EERSTE_JAAR = 1900
TE_JONG = "Een eigen plan kan vanaf {} jaar. Vraag degene die je de brief gaf wat er nu al kan."
TE_JONG_HIER = (
    "In deze gemeente kan een eigen plan vanaf {} jaar. Vraag degene die je de brief gaf"
    " wat er nu al kan."
)


class BeginForm(NkForm):
    geboren_op = DatumField(
        label="Wanneer ben je geboren?",
        help_text="Een eigen plan kan vanaf 16 jaar, in sommige regio’s vanaf 18. Niemand"
        " anders ziet deze datum.",
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
        if not may_begin(born, VANAF, today):
            raise forms.ValidationError(TE_JONG.format(VANAF))
        return born

    def clean(self) -> dict[str, Any]:
        """At eighteen, where the region begins then."""
        data = super().clean() or {}
        born, gemeente = data.get("geboren_op"), data.get("gemeente")
        if born and gemeente:
            vanaf = gemeente.regio.plan_vanaf
            if not may_begin(born, vanaf, timezone.localdate()):
                self.add_error("geboren_op", TE_JONG_HIER.format(vanaf))
        return data
