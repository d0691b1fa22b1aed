"""The kind of invitation "rol": its subject is a Rol that nobody has yet."""

from uuid import UUID

from django.utils import timezone

from .invitations import Kind, register
from .models import Gebruiker, Rol, Uitnodiging
from .services.mensen import ROL, sentence_for

PLEKKEN = ("regio", "organisatie__regio", "team__organisatie__regio", "gemeente__regio")


def register_kinds() -> None:
    register(ROL, Kind(sentence=_sentence, accept=_accept))


def _offered(invitation: Uitnodiging) -> Rol | None:
    """None when it was withdrawn, is over, or the organisation stopped meanwhile."""
    rows = Rol.objects.offered().select_related(*PLEKKEN)
    rol = rows.filter(uuid=UUID(invitation.sleutel)).first()
    if rol is None or (rol.tot and rol.tot < timezone.localdate()):
        return None
    organisatie = rol.organisatie or (rol.team and rol.team.organisatie)
    return None if organisatie and organisatie.gestopt_op else rol


def _sentence(invitation: Uitnodiging) -> str | None:
    rol = _offered(invitation)
    return sentence_for(rol) if rol else None


def _accept(invitation: Uitnodiging, user: Gebruiker) -> None:
    """One role, however often somebody was asked for it; it holds from today at the
    earliest."""
    rol = _offered(invitation)
    if rol is None:
        raise Uitnodiging.DoesNotExist
    today = timezone.localdate()
    same = Rol.objects.held_from(today).filter(
        gebruiker=user,
        soort=rol.soort,
        regio=rol.regio,
        organisatie=rol.organisatie,
        team=rol.team,
        gemeente=rol.gemeente,
    )
    if same.exists():
        rol.delete()
        return
    rol.gebruiker, rol.van = user, max(rol.van, today)
    rol.save(update_fields=["gebruiker", "van"])
