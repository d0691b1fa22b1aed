"""How every form of the house looks and speaks.

`NkRenderer` (FORM_RENDERER) draws a field as label, hint, error, control, in that order,
with the templates in templates/django/forms. It holds for forms of others too. `NkForm` is
what our own forms start from: it says what is wrong in plain words.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest, QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString

from .email import normalise_email
from .teruggebracht import Teruggebracht, brought_back

# C0 and C1 without tab and line ends; DEL; half characters; the two that are no character
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

# What a field says, by the code of the error. A field's own words go first.
WORDS = {
    "required": "Vul dit in.",
    "max_length": (
        "Dit is te lang. Er passen %(limit_value)d tekens in,"
        " nu zijn het er %(show_value)d."
    ),
    "min_length": "Dit is te kort. Gebruik %(limit_value)d tekens of meer.",
    "max_value": "Kies een getal van %(limit_value)s of lager.",
    "min_value": "Kies een getal van %(limit_value)s of hoger.",
    "invalid_choice": "Kies iets uit de lijst.",
    "invalid_list": "Kies iets uit de lijst.",
}
INVALID: tuple[tuple[type[forms.Field], str], ...] = (
    (
        forms.EmailField,
        "Vul een e-mailadres in met een @. Bijvoorbeeld naam@voorbeeld.nl.",
    ),
    (forms.DateField, "Vul een datum in. Bijvoorbeeld 19-11-2026."),
    (forms.TimeField, "Vul een tijd in. Bijvoorbeeld 14:30."),
    (forms.IntegerField, "Vul een getal in. Bijvoorbeeld 12."),
    (forms.URLField, "Vul een webadres in. Bijvoorbeeld https://voorbeeld.nl."),
)
DAY_FORMATS = ["%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y", "%Y-%m-%d"]
CHOOSE, TICK = "Maak een keuze.", "Zet hier een vinkje."


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: also a post without a single field is a post."""
    return request.POST if request.method == "POST" else brought_back(request)


def status_of(*made: forms.BaseForm) -> int:
    """Of the page that shows these: 422 when one of them was sent and is shown again."""
    return 422 if any(form.is_bound for form in made) else 200


def without_controls(text: str) -> str:
    """`text` without what a keyboard can't type: NUL, control characters, half
    characters. Emoji, accents and text from right to left stay; a line ends with \\n."""
    return CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def with_hint(label: str, hint: str) -> SafeString:
    """The label of a choice with a second, smaller line under it."""
    return format_html("{}<small>{}</small>", label, hint)


class NkBoundField(BoundField):
    """A field on a form: cleans what came in, and knows how it is shown."""

    @property
    def data(self) -> Any:
        """What was typed, without control characters. A password stays as it is."""
        given = super().data
        if isinstance(self.field.widget, forms.PasswordInput):
            return given
        if isinstance(given, str):
            return without_controls(given)
        if isinstance(given, list):
            return [without_controls(x) if isinstance(x, str) else x for x in given]
        return given

    def label_tag(
        self,
        contents: str | None = None,
        attrs: dict[str, Any] | None = None,
        label_suffix: str | None = None,
        tag: str | None = None,
    ) -> SafeString:
        """The label, without Django's colon."""
        return super().label_tag(contents, attrs, label_suffix or "", tag)

    @property
    def is_optional(self) -> bool:
        """Whether to say "(mag, hoeft niet)": not on a form where nothing has to."""
        says_so = getattr(self.form, "says_what_is_optional", True)
        return bool(says_so) and not self.field.required

    @property
    def has_error(self) -> bool:
        return bool(self.errors)

    @property
    def heading(self) -> str:
        """The label as the beginning of a sentence: "Naam:", or "Wat is je naam?"."""
        label = str(self.label)
        return label if label.endswith(("?", ".", ":")) else f"{label}:"

    @property
    def first_id(self) -> str:
        """The id a link in the error summary goes to: of radios, the first one."""
        id_ = self.field.widget.attrs.get("id") or self.auto_id
        many = isinstance(
            self.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple
        )
        return f"{id_}_0" if many else self.id_for_label or id_


class AdresField(forms.EmailField):
    """An e-mail address, however it was typed or pasted: capitals, spaces, "mailto:"."""

    def to_python(self, value: Any) -> str:
        return normalise_email(super().to_python(value) or "")


class DatumField(forms.DateField):
    """A day as people type it: 19-11-2026."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"class": "short", "inputmode": "numeric", "autocomplete": "off"}
        kwargs.setdefault("widget", forms.DateInput(format="%d-%m-%Y", attrs=attrs))
        kwargs.setdefault("input_formats", DAY_FORMATS)
        super().__init__(**kwargs)


class CodeInput(forms.TextInput):
    """For a code that somebody copies from a letter, a card or a screen: nothing corrects it
    or offers an old one."""

    def __init__(self) -> None:
        attrs = {
            "class": "code",
            "autocomplete": "off",
            "autocapitalize": "characters",
            "autocorrect": "off",
            "spellcheck": "false",
        }
        super().__init__(attrs)


class NkRenderer(TemplatesSetting):
    """Django's renderer with our templates and our bound field."""

    bound_field_class = NkBoundField


class Tiles(forms.RadioSelect):
    """Radios as tiles for a thumb. `layout`: "two" or "pair" (side by side), "five" or
    "scale" (the points of a scale), "" (under each other)."""

    def __init__(
        self,
        layout: str = "",
        attrs: dict[str, Any] | None = None,
        choices: Iterable[tuple[Any, Any]] = (),
    ) -> None:
        super().__init__(attrs, choices)
        self.layout = layout

    def get_context(
        self, name: str, value: Any, attrs: dict[str, Any] | None
    ) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["layout"] = self.layout
        return context


class NkForm(forms.Form):
    """The form our forms start from: what is wrong, in plain words.

    `says_what_is_optional = False` leaves "(mag, hoeft niet)" out, for a form in which
    nothing has to (search, filters), or one of several.
    """

    says_what_is_optional = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            speak_plainly(field)

    def is_valid(self) -> bool:
        return not isinstance(self.data, Teruggebracht) and super().is_valid()


class Toevoegform(NkForm):
    """A form that makes something: sent twice, made once."""

    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


def speak_plainly(field: forms.Field) -> None:
    """Give `field` our words for every error it has no words of its own for."""
    words = dict(WORDS)
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        words["required"] = CHOOSE
    if isinstance(field, forms.BooleanField):
        words["required"] = TICK
    for kind, message in INVALID:
        if isinstance(field, kind):
            words["invalid"] = message
    for code, message in words.items():
        if field.error_messages.get(code) in (None, _django_says(field, code)):
            field.error_messages[code] = message


def _django_says(field: forms.Field, code: str) -> object:
    for kind in type(field).__mro__:
        messages = vars(kind).get("default_error_messages", {})
        if code in messages:
            return messages[code]
    return None
