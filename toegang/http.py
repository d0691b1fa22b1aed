from django.conf import settings
from django.http import HttpRequest

from allauth.account.authentication import get_authentication_records
from django_htmx.middleware import HtmxDetails

from .models import Gebruiker
from .roles import ActieveRol


class GebruikerRequest(HttpRequest):
    """As every view behind the login gets it."""

    user: Gebruiker
    htmx: HtmxDetails
    rollen: list[ActieveRol]
    actieve_rol: ActieveRol | None


class GastRequest(HttpRequest):
    """As a view gets it that is open to guests: `user` may be nobody."""

    htmx: HtmxDetails


def address_of(request: HttpRequest) -> str:
    """The client's network address, behind `PROXY_HOPS` proxies of our own."""
    hops = settings.PROXY_HOPS
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if hops and len(forwarded) >= hops:
        return forwarded[-hops].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def login_method(request: HttpRequest) -> str:
    """How the person got in: "password", "password+mfa", …"""
    records = get_authentication_records(request, request.user)
    return "+".join(dict.fromkeys(record["method"] for record in records))
