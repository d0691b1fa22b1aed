"""Fills the demo world once; a second time it only says what is there."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from basis.actor import Actor, acting
from config.demo.fill import PASSWORD, Fill
from config.demo.rounds import CODE
from kompas.models import Traject
from kompas.services.edities import load_own_edition
from toegang.models import Gebruiker


class Command(BaseCommand):
    help = "Vult de voorbeeldwereld. Alleen in een demo (NK_DEMO=1)."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Alleen in een demo: zet NK_DEMO=1.")
        with acting(Actor.job("proefdata")):
            load_own_edition()
            if not Traject.objects.exists():
                Fill(timezone.localdate()).run()
            accounts = {
                user.email.partition("@")[0]: {
                    "email": user.email,
                    "password": PASSWORD,
                }
                for user in Gebruiker.objects.filter(email__endswith="@demo.example")
                if "." not in user.email.partition("@")[0]
            }
        self.stdout.write(json.dumps({"join_code": CODE, "accounts": accounts}))
