"""Small helps for the pages of the sociale kaart: `{% load kaart %}`."""

from django import template

from netwerk.selectors.facetten import Keuze, label_of, methods

register = template.Library()


@register.filter
def gekozen(keuze: Keuze) -> list[str]:
    """The filters that are on, as a page calls them."""
    names = methods() if keuze.lijsten else {}
    lists = [label_of(lijst, value, names) or value for lijst, value in keuze.lijsten]
    return [*(knop.label for knop in keuze.knoppen), *lists]


@register.filter
def zonder_begin(tekst: str, begin: str) -> str:
    """What a description adds to the line above it: many begin with that same line."""
    whole, first = tekst.strip(), begin.strip()
    if first.endswith((".", "!", "?")) or whole == first:
        return whole.removeprefix(first).strip()
    return whole.removeprefix(f"{first}.").strip() if first else whole
