"""The search form: only to show. What stands in an address is read as well as it goes,
never refused (selectors/zoekpagina.py)."""

from __future__ import annotations

from django import forms

from basis.forms import NkForm
from netwerk.selectors.zoekpagina import Gevraagd
from netwerk.selectors.zoekplek import HELE_REGIO, STRALEN
from toegang.models import Regio

AFSTANDEN = [
    *((str(km), f"{km} km") for km in STRALEN),
    (HELE_REGIO, "Hele regio"),
]


class ZoekForm(NkForm):
    """`regio` stands in it when there is more than one."""

    says_what_is_optional = False
    q = forms.CharField(
        label="Wat zoek je?",
        required=False,
        widget=forms.TextInput(
            attrs={"type": "search", "autocomplete": "off", "maxlength": 200}
        ),
    )
    plaats = forms.CharField(
        label="Plaats of postcode",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "maxlength": 100}),
    )
    straal = forms.ChoiceField(label="Hoe ver weg?", required=False, choices=AFSTANDEN)
    regio = forms.ChoiceField(label="Regio", required=False)

    def __init__(self, gevraagd: Gevraagd, regios: list[Regio]) -> None:
        first = {name: getattr(gevraagd, name) for name in self.base_fields}
        super().__init__(initial=first, auto_id="%s")
        if len(regios) < 2:  # noqa: PLR2004 - one is no choice
            del self.fields["regio"]
            return
        field = self.fields["regio"]
        if isinstance(field, forms.ChoiceField):
            choices = ((regio.slug, regio.naam) for regio in regios)
            field.choices = [("", "Alle regio’s"), *choices]
