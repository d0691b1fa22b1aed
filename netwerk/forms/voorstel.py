"""Proposing is filling in a step as its owner would; only what differs is kept.

A value is what a browser sends: the same form takes it over later, with the same faults.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from basis.forms import NkForm, Toevoegform
from netwerk.choices import MagBellen, Zichtbaar
from netwerk.forms.velden import textarea
from netwerk.forms.waarden import Values, plain, stands, words
from netwerk.models import Voorstel, Voorziening, Voorzieningplek
from netwerk.rules.voorstel import (
    AL_ZO,
    INTUSSEN,
    NEW,
    ZOALS_TOEN,
    judge,
    mark_of,
    row_of,
    things,
    together,
)
from toegang.models import Organisatie

from .aanbod import ALLE_STAPPEN, PLEKSTAPPEN
from .aanbod.basis import Genoemd
from .aanbod.contact import ContactForm
from .aanbod.mensen import MensenForm


class WaaromForm(Toevoegform):
    """Goes along with the step."""

    toelichting = textarea(
        "Hoe weet je dit?",
        1_000,
        "Dit leest alleen wie de plek bijhoudt. Zet er niets in over een cliënt.",
        rows=3,
    )


class NieuwVoorstelForm(Genoemd, WaaromForm):
    organisatie = forms.ModelChoiceField(
        Organisatie.objects.none(),
        label="Van welke organisatie is het?",
        empty_label="Kies een organisatie",
    )
    field_order = ("uuid", "organisatie", "naam", "kort", "toelichting")

    def __init__(self, *args: Any, organisaties: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisatie"].queryset = organisaties  # type: ignore[attr-defined]

    def differences(self) -> list[dict[str, Any]]:
        return [
            _row(self, name, [], plain([self.cleaned_data[name]]))
            for name in ("naam", "kort")
        ]


class OvernemenForm(NkForm):
    """Beside the boxes of what is taken over."""

    waarom_niet = textarea(
        "Neem je niet alles over? Schrijf waarom.",
        1_000,
        "Dit leest wie het voorstelde, ook in de mail.",
        rows=2,
    )


class AfwijzenForm(NkForm):
    antwoord = textarea(
        "Waarom niet?",
        1_000,
        "Dit leest wie het voorstelde, ook in de mail.",
        rows=3,
        required=True,
    )


# --- proposing


def step_for(
    stap: str,
    of: Voorziening | Voorzieningplek,
    data: Any = None,
    *,
    verwijzer: bool = False,
) -> Any:
    """The step with what the proposer may know: a number or a person that is not on their
    page is not in it."""
    form = _step(stap, of, data)
    shown = MagBellen.IEDEREEN, *([MagBellen.VERWIJZERS] if verwijzer else [])
    if isinstance(form, ContactForm):
        hidden = form.rows().exclude(mag_bellen__in=shown)
        form.leave_out(str(row.uuid) for row in hidden)
    if isinstance(form, MensenForm):
        known = Zichtbaar.op_de_kaart(verwijzer=verwijzer)
        form.leave_out(
            str(row.uuid) for row in form.rows().exclude(zichtbaar__in=known)
        )
        form.leave_numbers_out(shown)
    return form


def _step(stap: str, of: Voorziening | Voorzieningplek, data: Any = None) -> Any:
    if isinstance(of, Voorzieningplek):
        return PLEKSTAPPEN[stap][1](data, plek=of)
    return ALLE_STAPPEN[stap][1](data, voorziening=of)


def differences(form: Any) -> list[dict[str, Any]]:
    """What somebody changed in a step that was sent."""
    found = []
    for name in form.fields:
        voor, na = stands(form, name), plain(form.data.getlist(name))
        if voor != na:
            found.append(_row(form, name, voor, na) | _beside(form, name))
    return found


def _row(form: Any, name: str, voor: Values, na: Values) -> dict[str, Any]:
    return {
        "naam": name,
        "wat": str(form[name].label),
        "voor": voor,
        "na": na,
        "voor_zegt": words(form, name, voor),
        "na_zegt": words(form, name, na),
    }


def _beside(form: Any, name: str) -> dict[str, str]:
    """Of a part of a row: which row, in words."""
    rij = row_of(name)[1]
    if not rij or rij == NEW:
        return {}
    about = (f"{part}_{rij}" for part in form.KERN)
    said = [words(form, part, now) for part in about if (now := stands(form, part))]
    return {"bij": ", ".join(said)}


# --- what it says, beside what stands there


@dataclass(frozen=True)
class Deel:
    """A field of a proposal."""

    wat: str
    voor: str
    na: str
    nu: str = ""


@dataclass(frozen=True)
class Regel:
    """What is taken over as one: a field, or fields that go together. `naam` is the first
    of them; `aan` whether its box is ticked, `over` whether it was taken over."""

    namen: tuple[str, ...]
    wat: str
    delen: tuple[Deel, ...]
    bij: str = ""
    nieuw: bool = False
    oordeel: str = ZOALS_TOEN
    aan: bool = False
    over: bool | None = None

    @property
    def naam(self) -> str:
        return self.namen[0]

    @property
    def kan(self) -> bool:
        return self.oordeel in {ZOALS_TOEN, INTUSSEN}

    @property
    def intussen(self) -> bool:
        return self.oordeel == INTUSSEN

    @property
    def al_zo(self) -> bool:
        return self.oordeel == AL_ZO


def told(voorstel: Voorstel) -> list[Regel]:
    """As it was written down."""
    return [
        _regel(voorstel, fields, over=fields[0].get("over"))
        for fields in _things_of(voorstel)
    ]


def beside_now(
    voorstel: Voorstel, form: Any, gekozen: Collection[str] | None = None
) -> tuple[list[Regel], str]:
    """Beside what stands there, and the mark of that; `form` is its step, not sent.
    `gekozen` are the boxes as somebody left them: at first what is not disputed."""
    now = {
        veld["naam"]: stands(form, veld["naam"])
        if veld["naam"] in form.fields
        else None
        for veld in voorstel.velden
    }
    rows = []
    for fields in _things_of(voorstel):
        verdicts = [judge(f["voor"], now[f["naam"]], f["na"]) for f in fields]
        oordeel = together(verdicts)
        said = {
            name: words(form, name, nu)
            for f in fields
            if (nu := now[name := f["naam"]]) is not None
        }
        ticked = (
            oordeel == ZOALS_TOEN if gekozen is None else fields[0]["naam"] in gekozen
        )
        rows.append(_regel(voorstel, fields, said, oordeel=oordeel, aan=ticked))
    return rows, mark_of(now.values())


def _things_of(voorstel: Voorstel) -> list[list[dict[str, Any]]]:
    """Its fields, those that are one thing together."""
    by_name = {veld["naam"]: veld for veld in voorstel.velden}
    step = _class_of(voorstel)
    found = things(list(by_name), getattr(step, "SAMEN", ()), getattr(step, "KERN", ()))
    return [[by_name[name] for name in names] for names in found]


def _class_of(voorstel: Voorstel) -> Any:
    """The form of its step; of a new page none."""
    return ALLE_STAPPEN.get(voorstel.stap, ("", None))[1]


def _regel(
    voorstel: Voorstel,
    fields: list[dict[str, Any]],
    nu: Mapping[str, str] | None = None,
    **more: Any,
) -> Regel:
    step = _class_of(voorstel)
    delen = tuple(
        Deel(f["wat"], f["voor_zegt"], f["na_zegt"], (nu or {}).get(f["naam"], ""))
        for f in fields
    )
    parts = [row_of(f["naam"]) for f in fields]
    nieuw, whole = parts[0][1] == NEW, len(fields) > 1
    wat, bij = delen[0].wat, fields[0].get("bij", "")
    if parts[0][1] and (nieuw or any(part in step.KERN for part, _ in parts)):
        gone = not any(f["na"] for f in fields if row_of(f["naam"])[0] in step.KERN)
        wat, bij = step.NAMEN[0], ""
        wat += " erbij" if nieuw else " weg" if gone else ""
    elif whole:
        wat = "Dit hoort bij elkaar"
    return Regel(
        tuple(f["naam"] for f in fields),
        wat,
        delen,
        bij=bij,
        nieuw=nieuw,
        **more,
    )


def chosen_of(regels: Iterable[Regel]) -> dict[str, bool]:
    """Per field whether it is taken over; of what is so already nothing is said."""
    return {
        naam: regel.aan and regel.kan
        for regel in regels
        if not regel.al_zo
        for naam in regel.namen
    }


def filled_in(voorstel: Voorstel, chosen: Iterable[str]) -> Any:
    """Its step as it stands now with the chosen fields as proposed, as if it was sent."""
    now = step_of(voorstel)
    data = QueryDict(mutable=True)
    for name in now.fields:
        data.setlist(name, stands(now, name))
    for veld in voorstel.velden:
        if veld["naam"] in set(chosen) & set(now.fields):
            data.setlist(veld["naam"], veld["na"])
    return step_of(voorstel, data)


def step_of(voorstel: Voorstel, data: Any = None) -> Any:
    """The step it is about, of a page or an address that is there."""
    of = voorstel.plek if voorstel.stap in PLEKSTAPPEN else voorstel.voorziening
    if of is None:
        raise ValueError(voorstel)
    return _step(voorstel.stap, of, data)
