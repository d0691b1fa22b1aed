"""The kinds of pieces a plan is made of, by the word in their addresses: which table, which
form writes it, and what it is called. One line per kind; drafts, earlier versions, the page
for two texts and throwing away are made from it."""

from dataclasses import dataclass
from typing import Any

from clientplan.forms.doelen import DoelForm, StapForm, WinstForm
from clientplan.forms.signalen import SignaalForm, SignalenForm
from clientplan.forms.stuk import StukForm
from clientplan.models import Doel, PlanItem, Signaal, Stap


@dataclass(frozen=True)
class Soort:
    """`nieuw` heads the page on which one is added, `naam` has its "dit" or "deze"; `pagina` is the name of the page of its part."""

    sleutel: str
    model: type[PlanItem]
    form: type[StukForm]
    nieuw: str
    naam: str
    pagina: str

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
]
SOORTEN = {one.sleutel: one for one in _ALL}
