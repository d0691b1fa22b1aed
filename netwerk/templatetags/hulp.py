"""Help now, on any page: `{% load hulp %}`."""

from typing import Any

from django import template

from netwerk.selectors import hulp as selectors
from toegang.regiokeuze import region_of

register = template.Library()


@register.inclusion_tag("components/help_strip.html", takes_context=True)
def help_strip(context: dict[str, Any]) -> dict[str, Any]:
    """`{% help_strip %}`: where to go now, for every page of the sociale kaart. One query,
    for the region of the page (`regio`), else the one the visitor chose."""
    return {"lijnen": selectors.strip(region_of(context))}


@register.simple_tag(takes_context=True)
def start_lines(context: dict[str, Any]) -> list[selectors.Lijn]:
    return selectors.on_start(region_of(context))


@register.simple_tag
def national_lines() -> list[selectors.Lijn]:
    """Those with a short name, from the file: error pages ask no database."""
    return [lijn for lijn in selectors.national() if lijn.kort]
