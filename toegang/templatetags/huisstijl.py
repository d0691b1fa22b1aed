"""How a page of a region looks: `{% load huisstijl %}`."""

from typing import Any

from django import template

from toegang.regiokeuze import region_of
from toegang.selectors.huisstijl import Stijl, style_of

register = template.Library()
ASKED = "_huisstijl"


@register.simple_tag(takes_context=True)
def huisstijl(context: dict[str, Any]) -> Stijl | None:
    """`{% huisstijl as stijl %}`: of the region of the page (`regio`), else of the one the
    visitor chose; None is the look of Netwerkkompas. One query, however often a page
    asks, and none without a region."""
    request = context.get("request")
    asked = getattr(request, ASKED, None)
    if asked is None:
        which = region_of(context)
        asked = (style_of(which) if which else None,)
        if request is not None:
            setattr(request, ASKED, asked)
    found: Stijl | None = asked[0]
    return found
