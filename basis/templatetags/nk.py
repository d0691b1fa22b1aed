"""The tags and filters every template has without asking: a builtin in settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django import forms, template
from django.middleware.csrf import get_token
from django.utils.html import format_html
from django.utils.safestring import SafeString

from basis import charts, icons
from basis.qr import qr_svg

register = template.Library()

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
    "september", "oktober", "november", "december",
)  # fmt: skip
PARTICLES = {"van", "de", "den", "der", "het", "te", "ten", "ter", "in", "op", "'t"}

CHARTS: dict[str, Callable[..., SafeString]] = {
    "key": charts.key,
    "dots": charts.dots,
    "axis": charts.axis,
    "strip": charts.strip,
    "span": charts.span,
    "wait": charts.wait,
}


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    """`{% icon "lock" %}`, `{% icon "lock" "big" %}`; an unknown name raises."""
    return icons.icon(name, css)


@register.simple_tag
def chart(name: str, *args: Any, **kwargs: Any) -> SafeString:
    """`{% chart "dots" 3 "warm" %}`: a picture of basis.charts with its figures beside
    it on the page. An unknown name raises."""
    return CHARTS[name](*args, **kwargs)


@register.simple_tag
def qr(text: str, key: str = "qr", title: str = "QR-code") -> SafeString:
    """`{% qr url %}` inside `<div class="qr">`; `key` when a page has two."""
    return qr_svg(text, key=key, title=title)


@register.simple_tag(takes_context=True)
def form_head(context: dict[str, Any]) -> SafeString:
    """First in every `<form method="post">`: the CSRF token, the active role the form was
    made with (toegang/middleware.py), and a mark of whose form it is (toegang/terug.py)."""
    request = context["request"]
    head = format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">',
        get_token(request),
    )
    rol = getattr(request, "actieve_rol", None)
    if rol is not None:
        head += format_html('<input type="hidden" name="_rol" value="{}">', rol.sleutel)
    if wie := getattr(request, "wie", ""):
        head += format_html('<input type="hidden" name="_wie" value="{}">', wie)
    return head


@register.filter(expects_localtime=True)
def datum(value: date | datetime | None) -> str:
    """19 november 2026; nothing for None."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}" if value else ""


@register.filter(expects_localtime=True)
def tijd(value: time | datetime | None) -> str:
    """14.32 uur; nothing for None. Midnight is a time too."""
    return "" if value is None else f"{value.hour}.{value.minute:02d} uur"


@register.filter
def getal(value: float | Decimal | None, decimals: int | None = None) -> str:
    """With a decimal comma: 0,64. `decimals` fixes how many; without it 2.50 is 2,5."""
    if value is None:
        return ""
    if decimals is None:
        return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"{value:.{decimals}f}".replace(".", ",")


@register.filter
def wat_er_nog_staat(form: forms.BaseForm) -> str:
    """What a form that is shown again kept of what was typed: a password goes, and a
    browser gives no file a second time."""
    widgets = [field.field.widget for field in form.visible_fields()]
    files = [isinstance(widget, forms.FileInput) for widget in widgets]
    passwords = [isinstance(widget, forms.PasswordInput) for widget in widgets]
    if all(passwords) and passwords:
        return "Vul je wachtwoord opnieuw in."
    if all(files) and files:
        return "Kies het bestand opnieuw."
    if any(passwords):
        return "Wat je invulde staat er nog, je wachtwoord niet."
    if any(files):
        return "Wat je invulde staat er nog. Kies het bestand opnieuw."
    return "Wat je invulde staat er nog."


@register.filter
def initialen(name: str) -> str:
    """NV for Noor Verhagen, SB for Sam van den Berg: first and last name, two letters."""
    words = [w for w in name.replace("-", " ").split() if w.lower() not in PARTICLES]
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in ends).upper()
