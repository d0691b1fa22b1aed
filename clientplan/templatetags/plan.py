"""Addresses inside a plan, for whoever looks."""

from typing import Any

from django import template

from clientplan.selectors.blik import Blik
from clientplan.selectors.stukken import Stem

register = template.Library()
ICONS = {
    "verhaal": "book",
    "doelen": "flag",
    "afspraken": "calendar",
    "signaleringsplan": "trending-up",
    "crisiskaart": "lifebuoy",
}


@register.filter
def icoon(deel: str) -> str:
    """The name of the icon of a part."""
    return ICONS.get(deel, "file")


@register.simple_tag
def adres(blik: Blik, naam: str, **kwargs: Any) -> str:
    """`{% adres blik "doel" uuid=doel.uuid %}`: of the own plan, of the plan of another, or
    of the own plan through somebody's eyes."""
    return blik.url(naam, **kwargs)


@register.filter
def heb_ik(stemmen: list[Stem]) -> bool:
    """Whether the reader is one of them."""
    return any(one.eigen for one in stemmen)


@register.filter
def mag_meedenken(blik: Blik, deel: str) -> bool:
    return blik.may_add(deel)


@register.filter
def mag_schrijven(blik: Blik, deel: str) -> bool:
    return blik.may_write(deel)


@register.filter
def mag_weg(blik: Blik, deel: str) -> bool:
    return blik.may_remove(deel)
