"""Two change one form: what each did stays, and of what both did each sees both."""

from __future__ import annotations

from django import forms
from django.http import QueryDict

from netwerk.forms.samen import SamenForm


class Blad(SamenForm):
    SAMEN = (("van", "tot"),)

    naam = forms.CharField()
    uitleg = forms.CharField(required=False, widget=forms.Textarea)
    open = forms.BooleanField(required=False)
    kleur = forms.MultipleChoiceField(
        required=False, choices=[("r", "Rood"), ("b", "Blauw")]
    )
    past = forms.ChoiceField(
        required=False, choices=[("ja", "Ja"), ("nee", "Nee"), ("", "Weet ik niet")]
    )
    van = forms.IntegerField(required=False)
    tot = forms.IntegerField(required=False)


STOOD = {"naam": "Inloop", "uitleg": "Koffie", "open": True, "kleur": ["r"], "van": 1}


def typed(start: dict[str, object], houd: str = "", **changed: str) -> QueryDict:
    """What a browser sends of a page that was opened when `start` stood there."""
    page = Blad(initial=start)
    data = QueryDict(mutable=True)
    for name, mark in page.mee:
        data[name] = mark
    for name, value in start.items():
        values = value if isinstance(value, list) else [value]
        data.setlist(name, ["on" if one is True else str(one) for one in values])
    for name, value in changed.items():
        data.setlist(name, [value] if value else [])
    if houd:
        data["houd"] = houd
    return data


def test_when_nobody_else_was_there_all_is_kept():
    form = Blad(typed(STOOD, naam="Veranda", open=""), initial=STOOD)
    assert form.is_valid()
    assert (form.cleaned_data["naam"], form.cleaned_data["open"]) == ("Veranda", False)


def test_what_only_the_other_changed_stays_as_the_other_left_it():
    now = STOOD | {"uitleg": "Thee", "open": False, "kleur": ["b"]}
    form = Blad(typed(STOOD, naam="Veranda"), initial=now)
    assert form.is_valid()
    kept = form.cleaned_data
    assert (kept["naam"], kept["uitleg"]) == ("Veranda", "Thee")
    assert (kept["open"], kept["kleur"]) == (False, ["b"])


def test_of_what_both_changed_both_are_said_and_it_is_not_valid():
    now = STOOD | {"naam": "De Veranda", "kleur": []}
    form = Blad(typed(STOOD, naam="Tuin", kleur="b"), initial=now)
    assert not form.is_valid()
    said = [(d.nu, d.jij) for b in form.botsingen for d in b.delen]
    assert said == [("De Veranda", "Tuin"), ("Niets", "Blauw")]


def test_where_the_choice_has_a_word_for_nothing_that_word_is_said():
    stood = STOOD | {"past": "nee"}
    form = Blad(typed(stood, past="ja"), initial=stood | {"past": ""})
    assert not form.is_valid()
    said = [(d.nu, d.jij) for b in form.botsingen for d in b.delen]
    assert said == [("Weet ik niet", "Ja")]


def test_both_wrote_the_same_is_no_difference():
    form = Blad(typed(STOOD, naam="Tuin"), initial=STOOD | {"naam": "Tuin"})
    assert form.is_valid()


def test_sent_again_what_was_typed_comes_in_its_place():
    now = STOOD | {"naam": "De Veranda"}
    form = Blad(typed(now, naam="Tuin"), initial=now)
    assert form.is_valid()
    assert form.cleaned_data["naam"] == "Tuin"


def test_with_the_tick_what_stands_there_stays():
    now = STOOD | {"naam": "De Veranda"}
    form = Blad(typed(now, naam="Tuin", uitleg="Thee", houd="naam"), initial=now)
    assert form.is_valid()
    assert form.cleaned_data["naam"] == "De Veranda"
    assert form.cleaned_data["uitleg"] == "Thee"


def test_fields_that_are_one_thing_are_changed_by_one():
    now = STOOD | {"van": 5}
    form = Blad(typed(STOOD, tot="3"), initial=now)
    assert not form.is_valid()
    assert len(form.botsingen) == 1


def test_without_what_stood_there_nothing_is_compared():
    form = Blad(QueryDict("naam=Tuin"), initial=STOOD)
    assert form.is_valid()


def test_a_crooked_mark_overwrites_nothing():
    form = Blad(QueryDict("naam=Tuin&stond=%00:"), initial=STOOD)
    assert not form.is_valid()
    assert [b.naam for b in form.botsingen] == ["naam"]
