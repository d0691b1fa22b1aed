"""What stands round every page: menu, region, banners."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from .choices import Soort
from .menu import menu_for

LETTERS_COOKIE = "letters"
NOT_AT_WORK = {Soort.CLIENT, Soort.NAASTE}


def frame(request: HttpRequest) -> dict[str, Any]:
    rol = getattr(request, "actieve_rol", None)
    return {
        "menu": menu_for(rol, request),
        "regio_naam": settings.REGIO_NAAM,
        "lettertype": request.COOKIES.get(LETTERS_COOKIE, ""),
        "demo_banner": settings.DEMO,
        "mfa_uit": not settings.MFA_FORCED,
        "helpdesk": settings.HELPDESK,
        "toon_hulp_nu": rol is None or rol.soort in NOT_AT_WORK,
        "snel_weg_naar": settings.SNEL_WEG_NAAR or reverse("weg"),
    }
