"""Addresses inside a plan, for whoever looks."""

from typing import Any
from urllib.parse import urlencode

from django import template

from clientplan.models import Verhaalbeeld
from clientplan.selectors.blik import Blik
from clientplan.selectors.stukken import Stem
from clientplan.selectors.verhaal import mark_of
from netwerk.models import Noodtoegang
from netwerk.selectors.noodtoegang import all_open

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


@register.simple_tag(takes_context=True)
def beeldadres(context: dict[str, Any], blik: Blik, beeld: Verhaalbeeld) -> str:
    """Of a picture on a page that writes its line."""
    mark = mark_of(context["request"].user, beeld.uuid)
    return f"{blik.url('verhaal_beeld', uuid=beeld.uuid)}?{urlencode({'bij': mark})}"


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


@register.simple_tag(takes_context=True)
def noodtoegangen_nu(context: dict[str, Any]) -> list[Noodtoegang]:
    """What the reader has open in an emergency now, for a page that is not of that plan."""
    request: Any = context.get("request")
    return all_open(request.user) if getattr(request, "actieve_rol", None) else []
