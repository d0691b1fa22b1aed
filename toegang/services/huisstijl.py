"""How a region looks to everybody: its name, its colours and its logo."""

from uuid import uuid4

from django.db import transaction

from basis.pictures import Png
from logboek import services as logboek
from toegang.models import Huisstijl, Regio


@transaction.atomic
def keep_huisstijl(*, regio: Regio, naam: str, kleur: str, tweede_kleur: str) -> None:
    """The logo stays as it is."""
    look = {"naam": naam, "kleur": kleur, "tweede_kleur": tweede_kleur}
    Huisstijl.objects.update_or_create(regio=regio, defaults=look)
    _record(logboek.Actie.UPDATE, regio)


@transaction.atomic
def keep_logo(*, regio: Regio, logo: Png) -> None:
    """Another logo has another address: what browsers kept of the old one does no harm."""
    _set_logo(regio, logo)
    _record(logboek.Actie.UPDATE, regio)


@transaction.atomic
def remove_logo(*, regio: Regio) -> None:
    _set_logo(regio, None)
    _record(logboek.Actie.UPDATE, regio)


@transaction.atomic
def remove_huisstijl(*, regio: Regio) -> None:
    """Back to the look of Netwerkkompas itself."""
    Huisstijl.objects.filter(regio=regio).delete()
    _record(logboek.Actie.DELETE, regio)


def _set_logo(regio: Regio, logo: Png | None) -> None:
    look = {
        "logo": logo and logo.content,
        "logo_uuid": logo and uuid4(),
        "logo_breedte": logo and logo.width,
        "logo_hoogte": logo and logo.height,
    }
    Huisstijl.objects.update_or_create(regio=regio, defaults=look)


def _record(actie: logboek.Actie, regio: Regio) -> None:
    logboek.record(actie, "huisstijl", object_id=regio.slug, regio=regio.slug)
