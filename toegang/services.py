"""Inviting people and letting them in. Accounts without an invitation do not exist."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from allauth.account.models import EmailAddress

from basis.actor import current
from logboek import services as logboek

from .invitations import kind_of
from .models import Gebruiker, Uitnodiging, normalise_email


def hash_of(code: str) -> str:
    return hashlib.sha256(code.encode(errors="replace")).hexdigest()


@transaction.atomic
def invite(
    *, soort: str, sleutel: str, email: str, naam: str, regio: str
) -> tuple[Uitnodiging, str]:
    """Returns the invitation and its code for the letter; the code cannot be read back.

    An earlier invitation for the same subject dies. `regio` is the slug of the log's chain.
    """
    withdraw(soort=soort, sleutel=sleutel, regio=regio, silent=True)
    code = secrets.token_urlsafe(24)
    invitation = Uitnodiging.objects.create(
        hash=hash_of(code),
        soort=soort,
        sleutel=sleutel,
        email=normalise_email(email),
        naam=naam,
        gemaakt_door_id=current().persoon,
        tot=timezone.now() + timedelta(days=settings.UITNODIGING_DAGEN),
    )
    logboek.record(
        logboek.Actie.CREATE, "uitnodiging", object_id=invitation.uuid, regio=regio
    )
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
    *, code: str, user: Gebruiker | None = None, password: str = ""
) -> Gebruiker:
    """Uses the invitation up, once: for `user`, or for a new account with `password`.

    Raises Uitnodiging.DoesNotExist when it is used, withdrawn, too old or unknown.
    """
    usable = Uitnodiging.objects.usable().select_for_update()
    invitation = usable.get(hash=hash_of(code))
    user = user or _new_account(invitation, password)
    kind_of(invitation).accept(invitation, user)
    invitation.gebruikt_op = timezone.now()
    invitation.save(update_fields=["gebruikt_op"])
    return user


def _new_account(invitation: Uitnodiging, password: str) -> Gebruiker:
    user = Gebruiker.objects.create_user(
        invitation.email, password, naam=invitation.naam
    )
    EmailAddress.objects.create(
        user=user, email=user.email, verified=True, primary=True
    )
    return user
