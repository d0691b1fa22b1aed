"""Fields that forms of the kaart have in common, each said once."""

import re
from typing import Any

from django import forms

from basis.forms import Tiles

WORD_LENGTH = 60  # the column


def line(label: str, most: int, hint: str = "", **more: Any) -> forms.CharField:
    """A line that may stay empty; with `required=True` it may not."""
    return forms.CharField(
        label=label, help_text=hint, max_length=most, **{"required": False} | more
    )


def textarea(
    label: str, most: int, hint: str = "", *, rows: int = 4, required: bool = False
) -> forms.CharField:
    """Some lines, room for `rows` of them."""
    widget = forms.Textarea(attrs={"rows": rows})
    return line(label, most, hint, required=required, widget=widget)


def web_address(label: str, hint: str = "") -> forms.URLField:
    return forms.URLField(
        label=label,
        help_text=hint,
        max_length=500,
        required=False,
        assume_scheme="https",
    )


def number(
    label: str, least: int, most: int, hint: str = "", **more: Any
) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=hint,
        min_value=least,
        max_value=most,
        widget=forms.NumberInput(attrs={"class": "short"}),
        **more,
    )


def many(label: str, choices: Any, hint: str = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        help_text=hint,
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class JaNeeField(forms.TypedChoiceField):
    """Yes, no, or nobody knows: True, False or None."""

    def __init__(self, label: str) -> None:
        super().__init__(
            label=label,
            choices=[("ja", "Ja"), ("nee", "Nee"), ("", "Weet ik niet")],
            coerce={"ja": True, "nee": False}.get,
            empty_value=None,
            required=False,
            widget=Tiles("two"),
        )

    def prepare_value(self, value: Any) -> Any:
        return {None: "", True: "ja", False: "nee"}.get(value, value)


def lines_of(typed: str) -> list[str]:
    return [line for text in typed.split("\n") if (line := text.strip())]


def split_words(typed: str, most: int = 0) -> list[str]:
    """Each once, of what was typed with commas or on lines; no more than `most`."""
    parts = (" ".join(part.split()) for part in re.split(r"[,;\n]", typed))
    words = list(dict.fromkeys(part for part in parts if part))
    if long := next((word for word in words if len(word) > WORD_LENGTH), ""):
        raise forms.ValidationError(
            f"‘{long[:20]}…’ is te lang. Zet een komma tussen de woorden."
        )
    if most and len(words) > most:
        raise forms.ValidationError(
            f"Dit zijn er {len(words)}. Er passen er {most}. Haal er"
            f" {len(words) - most} weg."
        )
    return words
