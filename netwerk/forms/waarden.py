"""Values of fields as a browser sends them, and as people read them: for whoever lays what
somebody typed beside what stands there."""

from collections.abc import Iterable
from typing import Any

from django import forms

from basis.forms import without_controls

Values = list[str]
NIETS = "Niets"


def stands(form: Any, name: str) -> Values:
    """What a field holds before anybody types."""
    field = form.fields[name]
    value = form.get_initial_for_field(field, name)
    if isinstance(field, forms.BooleanField):
        return ["on"] if value else []
    shown = field.widget.format_value(field.prepare_value(value))
    many = shown if isinstance(shown, list | tuple) else [shown]
    return plain("" if one is None else str(one) for one in many)


def plain(values: Iterable[str]) -> Values:
    """Without what no eye sees; in one order."""
    texts = (without_controls(value).strip() for value in values)
    return sorted(text for text in texts if text)


def words(form: Any, name: str, values: Values) -> str:
    """As people read it."""
    field = form.fields[name]
    if isinstance(field, forms.BooleanField):
        return "Ja" if values else "Nee"
    labels: dict[str, str] = {}
    if hasattr(field, "choices"):
        labels = {str(key): str(label) for key, label in field.choices}
    nothing = "" if isinstance(field, forms.MultipleChoiceField) else labels.get("", "")
    return ", ".join(labels.get(value, value) for value in values) or nothing or NIETS
