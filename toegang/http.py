"""Requests, and what can be known of who sends them."""

import ipaddress
from urllib.parse import urlsplit

from django.conf import settings
from django.core.validators import slug_re
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.http import url_has_allowed_host_and_scheme

from allauth.account.authentication import get_authentication_records
from django_htmx.middleware import HtmxDetails

from basis.actor import Actor

from .models import Gebruiker, Regio
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
    """The client's network address, behind `PROXY_HOPS` proxies of our own; "" when what
    they say is no address."""
    hops = settings.PROXY_HOPS
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if hops and len(forwarded) >= hops:
        return _without_port(forwarded[-hops].strip())
    return _without_port(str(request.META.get("REMOTE_ADDR", "")))


def _without_port(text: str) -> str:
    """Of 192.0.2.1:443 and [2001:db8::1]:443 too: some proxies write the port."""
    try:
        if text.startswith("[") or text.count(":") == 1:
            text = urlsplit(f"//{text}").hostname or ""
        return str(ipaddress.ip_address(text.partition("%")[0]))
    except ValueError:
        return ""


def login_method(request: HttpRequest, user: Gebruiker | None = None) -> str:
    """How the person got in: "password", "password+mfa", …"""
    records = get_authentication_records(request, user or request.user)
    return "+".join(dict.fromkeys(record["method"] for record in records))


def actor_for(
    request: HttpRequest, user: Gebruiker | None, rol: ActieveRol | None = None
) -> Actor:
    """Who asks, with all the log wants to know of it; without `user` the one who is about
    to become somebody."""
    return Actor.person(
        user.pk if user else None,
        rol=rol.soort.value if rol else "",
        organisatie=rol.organisatie if rol else "",
        vanaf=address_of(request),
        ingelogd_met=login_method(request, user) if user else "",
        spoor=request.META.get("nk.spoor", ""),
    )


def next_of(request: HttpRequest, default: str = "") -> str:
    """Where somebody wanted to go, when that is a page of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if is_ours(wanted) else default


def is_ours(path: str) -> bool:
    """A path, never another site's."""
    return path.startswith("/") and url_has_allowed_host_and_scheme(path, None)


def regio_of(request: GebruikerRequest, act: str) -> Regio:
    """The region a page is about: who keeps several says which by `?regio=`; else the
    first. 404 without one."""
    mine = Regio.objects.allowed(request.user, act)
    wanted = request.GET.get("regio", "")
    if slug_re.match(wanted):
        return get_object_or_404(mine, slug=wanted)
    first = mine.first()
    if first is None or wanted:
        raise Http404
    return first
