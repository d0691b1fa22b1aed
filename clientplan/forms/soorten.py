"""The kinds of pieces a plan is made of, by the word in their addresses: which table, which
form writes it, and what it is called. One line per kind; drafts, earlier versions, the page
for two texts and throwing away are made from it."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self
from uuid import UUID

from django import forms

from clientplan.forms.afspraken import AfspraakForm
from clientplan.forms.doelen import DoelForm, StapForm, WinstForm
from clientplan.forms.kaart import KaartForm, KaartpersoonForm
from clientplan.forms.signalen import SignaalForm, SignalenForm
from clientplan.forms.stuk import StukForm
from clientplan.forms.verhaal import VERHAALFORMS, FaseForm
from clientplan.models import (
    Afspraak,
    Crisiskaart,
    Doel,
    Kaartpersoon,
    PlanItem,
    Signaal,
    Stap,
    Verhaal,
)
from clientplan.rules.verhaal import VRAGEN
from netwerk.rules.onderdelen import Recht


@dataclass(frozen=True)
class Soort:
    """`nieuw` heads the page on which one is added, `naam` has its "dit" or "deze"; `pagina`
    is the name of the page of its part. `apart`: it writes some words of a row of which other
    kinds write the rest. `eigen`: the client writes it and nobody else. `eerder`: who may
    read how it was: older words were not written for who reads along now. `ook`: words that its form does not write, with what is said before
    them."""

    sleutel: str
    model: type[PlanItem]
    form: type[StukForm]
    nieuw: str
    naam: str
    pagina: str
    eerder: Recht = Recht.MEDE_EIGENAAR
    apart: bool = False
    eigen: bool = False
    ook: tuple[tuple[str, str], ...] = ()
    gegeven: dict[str, Any] = field(default_factory=dict, compare=False)

    @property
    def deel(self) -> str:
        return self.model.ONDERDEEL

    def given(self, **gegeven: Any) -> Self:
        """With what its form needs to know of this request."""
        return replace(self, gegeven=gegeven)

    def make(self, data: Any = None, *, item: PlanItem, **more: Any) -> StukForm:
        """Its form."""
        return self.form(data, item=item, **self.gegeven, **more)

    def heading(self, *, there: bool) -> str:
        """Of the page on which it is written."""
        return f"Verander {self.naam}" if there and not self.apart else self.nieuw

    def draft_of(self, item: PlanItem) -> UUID:
        """What a draft is kept under: of a row that several kinds write each has its own."""
        return item.draft_of(self.sleutel) if self.apart else item.uuid

    def lines_of(
        self, words: dict[str, str], velden: dict[str, Any]
    ) -> list[tuple[str, str]]:
        """What was written, with the words of the form before it; what is empty left out,
        and which other row it hangs on."""
        found = []
        for name in (*self.form.WOORDEN, *self.form.VELDEN):
            field = self.form.base_fields[name]
            value = words.get(name) or velden.get(name) or ""
            if value and not self._is_row(name):
                found.append((str(field.label), _shown(field, value)))
        return found + [
            (label, words[name]) for name, label in self.ook if words.get(name)
        ]

    def _is_row(self, name: str) -> bool:
        return name in self.form.VELDEN and self.model._meta.get_field(name).is_relation


def _shown(field: forms.Field, value: Any) -> str:
    if isinstance(field, forms.DateField):
        day = date.fromisoformat(str(value))
        return f"{day.day}-{day.month}-{day.year}"
    return str(dict(getattr(field, "choices", ())).get(value, value))


_ALL = [
    *(
        Soort(
            key, Verhaal, VERHAALFORMS[key], one.mijn, one.mijn, "verhaal", apart=True
        )
        for key, one in VRAGEN.items()
    ),
    Soort(
        *("fase", Verhaal, FaseForm, "Waar sta ik nu?", "waar ik nu sta", "verhaal"),
        apart=True,
        eigen=True,
    ),
    Soort("doel", Doel, DoelForm, "Een nieuw doel", "dit doel", "doelen"),
    Soort(
        *("afspraak", Afspraak, AfspraakForm, "Een nieuwe afspraak", "deze afspraak"),
        pagina="afspraken",
        ook=(("plek", "Waar?"), ("aanpak", "Met welke aanpak?")),
    ),
    Soort("stap", Stap, StapForm, "Een kleine stap", "deze stap", "doelen"),
    Soort(
        *("winst", Stap, WinstForm, "Hoe was dat?", "wat er bij deze stap staat"),
        pagina="doelen",
        apart=True,
    ),
    Soort("signaal", Signaal, SignaalForm, "Een punt", "dit punt", "signaleringsplan"),
    Soort("signalen", Signaal, SignalenForm, "Erbij", "dit punt", "signaleringsplan"),
    Soort(
        "crisiskaart",
        Crisiskaart,
        KaartForm,
        "Wat helpt, en wat niet",
        "deze crisiskaart",
        "crisiskaart",
    ),
    Soort(
        "kaartpersoon",
        Kaartpersoon,
        KaartpersoonForm,
        "Iemand om te bellen",
        "deze persoon",
        "crisiskaart",
    ),
]
SOORTEN = {one.sleutel: one for one in _ALL}
