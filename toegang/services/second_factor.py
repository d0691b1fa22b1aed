"""The second step: an app with codes, or a list on paper.

Two things of allauth are done differently. Its codes on paper count only beside an app, so
whoever wants paper alone gets an app that nobody holds. And it remembers a used code of an
app for thirty seconds, in the cache, while a code is good for ninety: here the step of the
clock that was used last stands in the row, and only a later one is accepted (RFC 6238, 5.2).
"""

import re

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt

from logboek import services as logboek
from toegang.models import Gebruiker
from toegang.selectors.second_factor import BLIND

LAST_STEP = "stap"  # in the data of an app: the step of the clock that was used last
SEPARATORS = re.compile(r"[\s.\-]+")
Type = Authenticator.Type


@transaction.atomic
def check_code(*, user: Gebruiker, code: str) -> Authenticator | None:
    """What the code belongs to, and from now on it is used; None when it is wrong.

    Six digits of the app, one step of the clock early or late as well, or one line of the
    list; spaces and hyphens do not matter.
    """
    code = SEPARATORS.sub("", code)
    rows = Authenticator.objects.select_for_update().filter(user=user)
    for row in rows.exclude(type=Type.WEBAUTHN).order_by("pk"):
        fits = _fits_app if row.type == Type.TOTP else _fits_paper
        if fits(row, code):
            return row
    return None


@transaction.atomic
def use_app(*, user: Gebruiker, secret: str, code: str) -> bool:
    """The app that made `code` from `secret` is the second step from now on, in the place
    of another one; with a list of codes beside it. False when the code is wrong."""
    step = _step_of(secret, code)
    if step is None:
        return False
    app = _replace_app(user, secret)
    app.data[LAST_STEP] = step
    app.save(update_fields=["data"])
    RecoveryCodes.activate(user)
    _told(user, "app")
    return True


@transaction.atomic
def use_paper(*, user: Gebruiker) -> None:
    """A list of codes and nothing else."""
    blind = _replace_app(user, generate_totp_secret())
    blind.data[BLIND] = True
    blind.save(update_fields=["data"])
    _new_list(user)
    _told(user, "papier")


@transaction.atomic
def new_list(*, user: Gebruiker) -> None:
    """The old list does not work any more."""
    _new_list(user)
    _told(user, "codes")


@transaction.atomic
def switch_off(*, user: Gebruiker) -> None:
    Authenticator.objects.filter(user=user).delete()
    _told(user, "alles", logboek.Actie.DELETE)


def new_secret() -> str:
    return str(generate_totp_secret())


def _fits_app(row: Authenticator, code: str) -> bool:
    if row.data.get(BLIND):
        return False
    step = _step_of(decrypt(row.data["secret"]), code)
    if step is None or step <= row.data.get(LAST_STEP, -1):
        return False
    row.data[LAST_STEP] = step
    row.save(update_fields=["data"])
    return True


def _fits_paper(row: Authenticator, code: str) -> bool:
    return bool(RecoveryCodes(row).validate_code(code))


def _step_of(secret: str, code: str) -> int | None:
    """Which step of the clock the code is of; all of them are looked at, so that the time
    it takes says nothing."""
    right = [
        step
        for step in yield_hotp_counters_from_time()
        if compare_user_code(
            actual=SEPARATORS.sub("", code),
            expected=format_hotp_value(hotp_value(secret, step)),
        )
    ]
    return right[-1] if right else None


def _replace_app(user: Gebruiker, secret: str) -> Authenticator:
    Gebruiker.objects.select_for_update().get(pk=user.pk)  # two clicks, one app
    Authenticator.objects.filter(user=user, type=Type.TOTP).delete()
    return TOTP.activate(user, secret).instance


def _new_list(user: Gebruiker) -> None:
    Gebruiker.objects.select_for_update().get(pk=user.pk)
    Authenticator.objects.filter(user=user, type=Type.RECOVERY_CODES).delete()
    RecoveryCodes.activate(user)


def _told(
    user: Gebruiker, wat: str, actie: logboek.Actie = logboek.Actie.UPDATE
) -> None:
    """A line in the log, and a letter: whoever did not do this has to hear of it."""
    logboek.record(actie, "tweede_stap", object_id=user.uuid, onderdeel=wat)
    send_mail(
        "Er is iets veranderd aan je account",
        render_to_string(
            "mail/toegang_tweede_stap.txt",
            {"naam": user.naam, "wat": wat, "helpdesk": settings.HELPDESK},
        ),
        None,
        [user.email],
    )
