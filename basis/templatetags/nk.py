"""Template tags of the house."""

from typing import Any

from django import template
from django.middleware.csrf import get_token
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def form_head(context: dict[str, Any]) -> SafeString:
    """What every form that posts begins with: the CSRF token, and the active role it was
    made with (toegang/middleware.py)."""
    request = context["request"]
    rol = getattr(request, "actieve_rol", None)
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<input type="hidden" name="_rol" value="{}">',
        get_token(request),
        rol.sleutel if rol else "",
    )
