"""Fills the demo world once; a second time it only says what is there."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import decrypt

from basis.actor import Actor, acting
from config.demo.fill import PASSWORD, Fill
from config.demo.rounds import CODE
from kompas.models import Traject
from kompas.services.edities import load_own_edition
from netwerk.services.plaatsen import load_own_places
from netwerk.services.zoekwoorden import load_own_synonyms, rebuild_words
from toegang.choices import FORCED
from toegang.models import Gebruiker
from toegang.roles import roles_of
from toegang.services.second_factor import new_secret


class Command(BaseCommand):
    help = "Vult de voorbeeldwereld. Alleen in een demo (NK_DEMO=1)."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Alleen in een demo: zet NK_DEMO=1.")
        with acting(Actor.job("proefdata")):
            load_own_edition()
            load_own_places()
            load_own_synonyms()
            fill = None if Traject.objects.exists() else Fill(timezone.localdate())
            if fill:
                fill.run()
            rebuild_words()
        if fill:
            for more in (fill.reactions, fill.clients):
                with acting(Actor.job("proefdata")):
                    more()
        with acting(Actor.job("proefdata")):
            accounts = {
                user.email.partition("@")[0]: {
                    "email": user.email,
                    "password": PASSWORD,
                    **_second_factor(user),
                }
                for user in Gebruiker.objects.filter(email__endswith="@demo.example")
                if "." not in user.email.partition("@")[0]
            }
        self.stdout.write(json.dumps({"join_code": CODE, "accounts": accounts}))


def _second_factor(user: Gebruiker) -> dict[str, str]:
    """With DEMO_MFA=1, an app for who needs one; its secret stands beside the password."""
    if not settings.MFA_FORCED:
        return {}
    if not any(rol.soort in FORCED for rol in roles_of(user)):
        return {}
    app = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    app = app or TOTP.activate(user, new_secret()).instance
    return {"totp": decrypt(app.data["secret"])}
