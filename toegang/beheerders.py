"""The first people of a region, invited by a command: kind of invitation "beheerder".

Its subject is "regiobeheerder:<slug of the region>:<digest of the address>" or "platformbeheer::<digest of the address>":
a second invitation of the same person for the same thing kills the first.
"""

import hashlib

from django.utils import timezone

from .choices import Soort
from .invitations import Kind, register
from .models import Gebruiker, Regio, Rol, Uitnodiging

BEHEERDER = "beheerder"


def subject_of(email: str, regio: Regio | None) -> str:
    soort = Soort.REGIOBEHEERDER if regio else Soort.PLATFORMBEHEER
    person = hashlib.sha256(email.encode()).hexdigest()[:12]
    return f"{soort}:{regio.slug if regio else ''}:{person}"


def register_kinds() -> None:
    register(BEHEERDER, Kind(sentence=_sentence, accept=_accept))


def _regio(invitation: Uitnodiging) -> Regio | None:
    slug = invitation.sleutel.split(":")[1]
    return Regio.objects.get(slug=slug) if slug else None


def _sentence(invitation: Uitnodiging) -> str:
    regio = _regio(invitation)
    if regio is None:
        return "Je bent gevraagd als platformbeheerder van Netwerkkompas."
    return f"Je bent gevraagd als beheerder van de regio {regio}."


def _accept(invitation: Uitnodiging, user: Gebruiker) -> None:
    """One role, however often somebody was invited for it."""
    regio = _regio(invitation)
    soort = Soort.REGIOBEHEERDER if regio else Soort.PLATFORMBEHEER
    today = timezone.localdate()
    mine = Rol.objects.filter(gebruiker=user, soort=soort, regio=regio)
    if not mine.on(today).exists():
        Rol.objects.create(gebruiker=user, soort=soort, regio=regio, van=today)
