"""The kinds of pieces a plan is made of, by the word in their addresses: which table, which
form writes it, and what it is called. One line per kind; drafts, earlier versions, the page
for two texts and throwing away are made from it."""

from dataclasses import dataclass
from typing import Any

from django import forms

from clientplan.forms.doelen import DoelForm, StapForm, WinstForm
from clientplan.forms.kaart import KaartForm, KaartpersoonForm
from clientplan.forms.signalen import SignaalForm, SignalenForm
from clientplan.forms.stuk import StukForm
from clientplan.models import Crisiskaart, Doel, Kaartpersoon, PlanItem, Signaal, Stap
from netwerk.rules.onderdelen import Recht


@dataclass(frozen=True)
class Soort:
    """`nieuw` heads the page on which one is added, `naam` has its "dit" or "deze"; `pagina` is the name of the page of its part. `eerder`: who may read how it was."""

    sleutel: str
    model: type[PlanItem]
    form: type[StukForm]
    nieuw: str
    naam: str
    pagina: str
    eerder: Recht = Recht.LEZEN

    @property
    def deel(self) -> str:
        return self.model.ONDERDEEL

    def lines_of(
        self, words: dict[str, str], velden: dict[str, Any]
    ) -> list[tuple[str, str]]:
        """What was written, with the words of the form before it; what is empty left out."""
        found = []
        for name in (*self.form.WOORDEN, *self.form.VELDEN):
            field = self.form.base_fields[name]
            if isinstance(field, forms.ModelChoiceField):
                continue  # a row, which says nothing by its key
            value = words.get(name) or velden.get(name) or ""
            shown = dict(getattr(field, "choices", ())).get(value, value)
            if value:
                found.append((str(field.label), str(shown)))
        return found


_ALL = [
    Soort("doel", Doel, DoelForm, "Een nieuw doel", "dit doel", "doelen"),
    Soort("stap", Stap, StapForm, "Een kleine stap", "deze stap", "doelen"),
    Soort("winst", Stap, WinstForm, "Hoe was dat?", "deze stap", "doelen"),
    Soort("signaal", Signaal, SignaalForm, "Een punt", "dit punt", "signaleringsplan"),
    Soort("signalen", Signaal, SignalenForm, "Erbij", "dit punt", "signaleringsplan"),
    Soort(
        "crisiskaart",
        Crisiskaart,
        KaartForm,
        "Mijn crisiskaart",
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
        eerder=Recht.MEDE_EIGENAAR,  # who did not agree is on no card that is read
    ),
]
SOORTEN = {one.sleutel: one for one in _ALL}
