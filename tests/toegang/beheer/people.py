"""Inviting and ending as somebody does it from the pages."""

from uuid import UUID, uuid4

from tests.toegang.people import link_in, sent
from tests.world import PASSWORD, browser

MENSEN = "/beheer/mensen/"
SAM = "sam@example.nl"


def sheet(world, **more) -> dict[str, str]:
    """The form of an invitation, filled in."""
    day = world.today.strftime("%d-%m-%Y")
    return {"uuid": str(uuid4()), "naam": "Sam", "email": SAM, "van": day} | more


def invite(world, who, soort: str, **more):
    return browser(who).post(f"{MENSEN}nieuw/{soort}/", sheet(world, **more))


def letters() -> list[str]:
    """The paths of the links in everything that was sent."""
    return [link_in(letter) for letter in sent()]


def say_yes(path: str, who=None):
    more = {} if who else {"wachtwoord": PASSWORD}
    return browser(who).post(path, more)


def end(who, rol, act: str = "einde", **more):
    return browser(who).post(f"/beheer/rollen/{rol.uuid}/{act}/", more)


def nowhere() -> UUID:
    return uuid4()
