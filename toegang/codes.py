"""A code of the second step that somebody typed: at the login, and again where an act asks
for it (their devices, emergency access)."""

from django.contrib import messages
from django.http import HttpRequest

from allauth.mfa.base.internal.flows import post_authentication

from basis.doors import Door, Limit

from .devices import Device
from .http import address_of
from .models import Gebruiker
from .selectors import second_factor as selectors
from .services import entry, second_factor

# Who comes here knows the password; a code is one of a million, three are right at a time.
CODE = Door("code", device=Limit(5), account=Limit(10))
WRONG_CODE = (
    "Deze code klopt niet. Probeer de volgende. Klopt die ook niet? Kijk dan of de klok van"
    " je telefoon gelijkloopt."
)
WRONG_LINE = "Deze code klopt niet, of is al gebruikt. Probeer een andere van je lijst."


def code_fits(
    request: HttpRequest, user: Gebruiker, code: str, *, again: bool = False
) -> bool:
    """Whether this is a code of theirs; written in the session when it is. `again`: they
    are logged in and show that it is still them. Raises TooFast."""
    device = Device(request)
    who = {
        "device": f"{device.id} {user.pk}" if device.id else "",
        "account": "" if device.knows(user) else str(user.pk),
    }
    CODE.check(**who)
    found = second_factor.check_code(user=user, code=code)
    if found is None:
        CODE.wrong(**who)
        refused(request, user, "code")
        return False
    CODE.forget(device=who["device"])
    found.user = user
    post_authentication(request, found, reauthenticated=again)
    left = selectors.state_of(user).codes
    if found.type == found.Type.RECOVERY_CODES and left <= selectors.FEW:
        messages.warning(
            request, f"Op je lijst staan nog {left} codes. Maak op tijd een nieuwe."
        )
    return True


def wrong_code(user: Gebruiker) -> str:
    return WRONG_LINE if selectors.state_of(user).papier else WRONG_CODE


def refused(request: HttpRequest, user: Gebruiker | None, stap: str) -> None:
    entry.record_refused_login(
        user=user,
        stap=stap,
        vanaf=address_of(request),
        spoor=request.META.get("nk.spoor", ""),
    )
