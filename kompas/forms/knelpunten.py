"""With which traject a bottleneck is noted."""

from typing import Any

from django import forms

from basis.forms import Tiles, Toevoegform
from kompas.models import Traject


class KnelpuntForm(Toevoegform):
    """Of one traject there is nothing to choose."""

    traject = forms.ChoiceField(label="Bij welk traject hoort dit?", widget=Tiles())

    def __init__(self, *args: Any, trajecten: list[Traject], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._trajecten = {str(traject.uuid): traject for traject in trajecten}
        field = self.fields["traject"]
        field.choices = [(key, row.naam) for key, row in self._trajecten.items()]  # type: ignore[attr-defined]
        if len(trajecten) == 1:
            field.widget = forms.HiddenInput()
            field.initial = next(iter(self._trajecten))

    def clean_traject(self) -> Traject:
        return self._trajecten[self.cleaned_data["traject"]]
