"""How a page of a region looks: `{% load huisstijl %}`."""

from collections.abc import Callable
from typing import Any

from django import template
from django.db.models import QuerySet

from toegang.models import Regio
from toegang.regiokeuze import region_of
from toegang.selectors.huisstijl import Stijl, style_of

register = template.Library()
ASKED = "_huisstijl"


@register.simple_tag(takes_context=True)
def huisstijl(context: dict[str, Any]) -> Stijl | None:
    """`{% huisstijl as stijl %}`: of the region of the page (`regio`), else of the one the
    visitor chose; None is the look of Netwerkkompas. One query, however often a page
    asks, and none without a region."""
    return once(context, lambda: region_of(context))


@register.simple_tag(takes_context=True)
def huisstijl_werk(context: dict[str, Any]) -> Stijl | None:
    """The same for every other page: of the region of the page, else of the one region
    that the active role holds in."""

    def which() -> Regio | str:
        regio = context.get("regio")
        rol = getattr(context.get("request"), "actieve_rol", None)
        if rol is None:
            return ""
        return regio if isinstance(regio, Regio) else str(rol.regio)

    return once(context, which)


def once(
    context: dict[str, Any], which: Callable[[], Regio | str | QuerySet[Regio]]
) -> Stijl | None:
    """For a tag of another app too. Asked once in a request, whatever asks first."""
    request = context.get("request")
    asked = getattr(request, ASKED, None)
    if asked is None:
        regio = which()
        asked = (None if regio == "" else style_of(regio),)
        if request is not None:
            setattr(request, ASKED, asked)
    found: Stijl | None = asked[0]
    return found
