"""Inviting people and letting them in. Accounts without an invitation do not exist."""

import hashlib
import secrets
from dataclasses import replace
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from allauth.account.models import EmailAddress

from basis.actor import acting, current
from basis.constraints import broken_constraint
from basis.email import normalise_email
from logboek import services as logboek
from toegang.invitations import kind_of
from toegang.models import Gebruiker, Uitnodiging


class AccountExists(Exception):
    """Somebody with this address got an account a moment ago: log in with it."""


def hash_of(code: str) -> str:
    return hashlib.sha256(code.encode(errors="replace")).hexdigest()


@transaction.atomic
def invite(
    *,
    soort: str,
    sleutel: str,
    email: str,
    naam: str,
    regio: str,
    unsigned: bool = False,
) -> tuple[Uitnodiging, str]:
    """Returns the invitation and its code for the letter; the code cannot be read back.

    An earlier invitation for the same subject dies. `regio` is the slug of the log's chain.
    An `unsigned` one does not keep who made it.
    """
    withdraw(soort=soort, sleutel=sleutel, regio=regio, silent=True)
    code = secrets.token_urlsafe(24)
    invitation = Uitnodiging.objects.create(
        hash=hash_of(code),
        soort=soort,
        sleutel=sleutel,
        email=normalise_email(email),
        naam=naam,
        regio=regio,
        gemaakt_door_id=None if unsigned else current().persoon,
        tot=timezone.now() + timedelta(days=settings.UITNODIGING_DAGEN),
    )
    _record(logboek.Actie.CREATE, invitation)
    return invitation, code


@transaction.atomic
def withdraw(*, soort: str, sleutel: str, regio: str, silent: bool = False) -> int:
    """Ends every open invitation for a subject; returns how many there were."""
    open_ones = Uitnodiging.objects.usable().filter(soort=soort, sleutel=sleutel)
    ended = open_ones.update(ingetrokken_op=timezone.now())
    if ended and not silent:
        logboek.record(
            logboek.Actie.DELETE,
            "uitnodiging",
            object_id=f"{soort} {sleutel}",
            regio=regio,
        )
    return ended


@transaction.atomic
def accept(
    *, code: str, user: Gebruiker | None = None, password: str = "", naam: str = ""
) -> Gebruiker:
    """Uses the invitation up, once: for `user`, or for a new account with `password` (and
    `naam`, where who invited did not say one). The lines it writes in the log are those of whoever accepts.

    Raises Uitnodiging.DoesNotExist when it is used, withdrawn, too old or unknown, and
    AccountExists when two invitations of one person are accepted at the same moment.
    """
    usable = Uitnodiging.objects.usable().select_for_update()
    invitation = usable.get(hash=hash_of(code))
    user = user or _new_account(invitation, password, invitation.naam or naam)
    with acting(replace(current(), persoon=user.pk)):
        kind_of(invitation).accept(invitation, user)
        invitation.gebruikt_op = timezone.now()
        invitation.save(update_fields=["gebruikt_op"])
        _record(logboek.Actie.EXECUTE, invitation)
    return user


def _new_account(invitation: Uitnodiging, password: str, naam: str) -> Gebruiker:
    email = invitation.email
    try:
        with transaction.atomic():
            user = Gebruiker.objects.create_user(email, password, naam=naam)
    except IntegrityError as error:
        if broken_constraint(error) != "toegang_gebruiker_email_key":
            raise
        raise AccountExists from error
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def _record(actie: logboek.Actie, invitation: Uitnodiging) -> None:
    logboek.record(
        actie, "uitnodiging", object_id=invitation.uuid, regio=invitation.regio
    )
