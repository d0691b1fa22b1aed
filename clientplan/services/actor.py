"""Who acts, as the row that the querysets ask for."""

from basis.actor import asker
from toegang.models import Gebruiker


def who_acts() -> Gebruiker:
    return Gebruiker.objects.get(pk=asker())
