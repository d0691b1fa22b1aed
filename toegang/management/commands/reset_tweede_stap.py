"""Help at a desk: for who lost telephone and list both. Whoever runs this has made sure of
who is asking, outside the system; the person gets a letter, and the log a line."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from allauth.usersessions.models import UserSession

from basis.actor import Actor, acting
from basis.email import normalise_email
from toegang.models import Gebruiker
from toegang.services import entry, second_factor


class Command(BaseCommand):
    help = "Haalt de tweede stap van iemand weg; bij het inloggen kiest die een nieuwe."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        with acting(Actor.job("helpdesk")):
            user = Gebruiker.objects.filter(
                email=normalise_email(options["email"])
            ).first()
            if user is None:
                raise CommandError("Er is geen account met dit adres.")
            second_factor.switch_off(user=user)
            sessions = list(UserSession.objects.filter(user=user))
            entry.end_sessions(user=user, sessions=sessions)
        self.stdout.write(
            "De tweede stap is weg en alle apparaten zijn uitgelogd. Er gaat een mail heen."
        )
