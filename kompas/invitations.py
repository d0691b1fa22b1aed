"""What an invitation of the Kompas leads to; registered in apps.py."""

from uuid import UUID

from kompas.models import Begeleider, Kerngroeplid
from kompas.services.kerngroep import KERNGROEPLID
from kompas.services.trajecten import BEGELEIDER
from toegang.invitations import Kind, register
from toegang.models import Gebruiker, Uitnodiging


def register_kinds() -> None:
    register(KERNGROEPLID, Kind(sentence=_lid_sentence, accept=_accept_lid))
    register(BEGELEIDER, Kind(sentence=_begeleider_sentence, accept=_accept_begeleider))


def _lid(invitation: Uitnodiging) -> Kerngroeplid | None:
    current = Kerngroeplid.objects.current().select_related("traject")
    return current.filter(uuid=UUID(invitation.sleutel)).first()


def _lid_sentence(invitation: Uitnodiging) -> str | None:
    lid = _lid(invitation)
    if lid is None:
        return None
    return (
        f"Je bent gevraagd voor de {lid.get_ring_display().lower()} van {lid.traject}."
    )


def _accept_lid(invitation: Uitnodiging, user: Gebruiker) -> None:
    """A place at the table for this account; an account sits at it once."""
    lid = _lid(invitation)
    if lid is None:
        raise Uitnodiging.DoesNotExist
    others = Kerngroeplid.objects.current().filter(traject=lid.traject, gebruiker=user)
    if not others.exclude(pk=lid.pk).exists():
        lid.gebruiker = user
        lid.save(update_fields=["gebruiker"])


def _begeleider(invitation: Uitnodiging) -> Begeleider | None:
    found = Begeleider.objects.filter(pk=invitation.sleutel, tot=None)
    return found.select_related("traject").first()


def _begeleider_sentence(invitation: Uitnodiging) -> str | None:
    begeleider = _begeleider(invitation)
    if begeleider is None:
        return None
    return f"Je bent gevraagd als procesbegeleider van {begeleider.traject}."


def _accept_begeleider(invitation: Uitnodiging, user: Gebruiker) -> None:
    begeleider = _begeleider(invitation)
    if begeleider is None:
        raise Uitnodiging.DoesNotExist
    others = Begeleider.objects.filter(
        traject=begeleider.traject, gebruiker=user, tot=None
    )
    if not others.exclude(pk=begeleider.pk).exists():
        begeleider.gebruiker = user
        begeleider.save(update_fields=["gebruiker"])
