"""How the pages of a round look to who takes part."""

from typing import Any

from django import template
from django.db.models import QuerySet

from kompas.models import Ronde
from toegang.models import Regio
from toegang.regiokeuze import region_of
from toegang.selectors.huisstijl import Stijl
from toegang.templatetags.huisstijl import once

register = template.Library()


@register.simple_tag(takes_context=True)
def huisstijl_ronde(context: dict[str, Any]) -> Stijl | None:
    """`{% huisstijl_ronde as stijl %}`: of the region of the round; before there is a round
    of the region that the visitor chose. One query a page."""

    def which() -> Regio | str | QuerySet[Regio]:
        ronde = context.get("ronde")
        if not isinstance(ronde, Ronde):
            return region_of(context)
        return Regio.objects.filter(trajecten=ronde.traject_id)

    return once(context, which)
