"""Proposing is filling in a step as its owner would; only what differs is kept.

A value is what a browser sends: the same form takes it over later, with the same faults.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from basis.forms import NkForm, Toevoegform
from netwerk.choices import MagBellen
from netwerk.forms.velden import textarea
from netwerk.forms.waarden import Values, plain, stands, words
from netwerk.models import Voorstel, Voorziening
from netwerk.rules.voorstel import AL_ZO, INTUSSEN, WEG, ZOALS_TOEN, judge, mark_of
from toegang.models import Organisatie

from .aanbod import STAPPEN
from .aanbod.basis import Genoemd
from .aanbod.contact import ContactForm


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


class AfwijzenForm(NkForm):
    antwoord = textarea(
        "Waarom niet?", 1_000, "Dit leest wie het voorstelde.", rows=3, required=True
    )


# --- proposing


def step_for(
    stap: str, voorziening: Voorziening, data: Any = None, *, verwijzer: bool = False
) -> Any:
    """The step with what the proposer may know: a number that is not on their page is not
    in it."""
    form = STAPPEN[stap][1](data, voorziening=voorziening)
    if isinstance(form, ContactForm):
        shown = MagBellen.IEDEREEN, *([MagBellen.VERWIJZERS] if verwijzer else [])
        hidden = voorziening.telefoon_set.exclude(mag_bellen__in=shown)
        form.leave_out(str(row.uuid) for row in hidden)
    return form


def differences(form: Any) -> list[dict[str, Any]]:
    """What somebody changed in a step that was sent."""
    found = []
    for name in form.fields:
        voor, na = stands(form, name), plain(form.data.getlist(name))
        if voor != na:
            found.append(_row(form, name, voor, na))
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


# --- what it says, beside what stands there


@dataclass(frozen=True)
class Regel:
    """A field of a proposal; `nu` only when that matters."""

    naam: str
    wat: str
    voor: str
    na: str
    oordeel: str = ZOALS_TOEN
    nu: str = ""
    over: bool | None = None

    @property
    def kan(self) -> bool:
        return self.oordeel in {ZOALS_TOEN, INTUSSEN}

    @property
    def intussen(self) -> bool:
        return self.oordeel == INTUSSEN

    @property
    def al_zo(self) -> bool:
        return self.oordeel == AL_ZO

    @property
    def weg(self) -> bool:
        return self.oordeel == WEG


def told(voorstel: Voorstel) -> list[Regel]:
    """As it was written down."""
    return [
        Regel(
            veld["naam"],
            veld["wat"],
            veld["voor_zegt"],
            veld["na_zegt"],
            over=veld.get("over"),
        )
        for veld in voorstel.velden
    ]


def beside_now(voorstel: Voorstel, form: Any) -> tuple[list[Regel], str]:
    """Beside what stands there, and the mark of that; `form` is its step, not sent."""
    now = [
        stands(form, veld["naam"]) if veld["naam"] in form.fields else None
        for veld in voorstel.velden
    ]
    rows = []
    for veld, nu in zip(voorstel.velden, now, strict=True):
        oordeel = judge(veld["voor"], nu, veld["na"])
        said = words(form, veld["naam"], nu) if nu is not None else ""
        rows.append(
            Regel(
                veld["naam"],
                veld["wat"],
                veld["voor_zegt"],
                veld["na_zegt"],
                oordeel,
                said,
            )
        )
    return rows, mark_of(now)


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
    """The step it is about, of a page that is there."""
    if voorstel.voorziening is None:
        raise ValueError(voorstel)
    return STAPPEN[voorstel.stap][1](data, voorziening=voorstel.voorziening)
