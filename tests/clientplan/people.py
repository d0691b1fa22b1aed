"""Client, naaste and professional in a browser."""

from django.test import Client as Browser

from tests.world import browser
from toegang.choices import Soort
from toegang.models import Gebruiker


def as_role(user: Gebruiker, rol: str) -> Browser:
    """A browser in which somebody works in this role."""
    made = browser(user)
    session = made.session
    session["rol"] = rol
    session.save()
    return made


def client(user: Gebruiker) -> Browser:
    return as_role(user, Soort.CLIENT)


def naaste(user: Gebruiker) -> Browser:
    return as_role(user, Soort.NAASTE)
