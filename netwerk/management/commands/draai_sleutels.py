"""Wraps the keys of all plans and diaries, of questions, emergencies and messages with the
first key of their ring; no text is touched. The one process beside web that is given both rings, by hand (docs/beheer.md)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from basis.actor import Actor, acting
from basis.crypto import NoRing, WrongRing, key_ring
from berichten import services as berichten
from netwerk.services.sleutels import JOB, forget_turned, prove, rewrap_keys

RINGS = ("CARE_KEYS", "DIARY_KEYS")


class Command(BaseCommand):
    help = (
        "Verpakt alle sleutels opnieuw, met de eerste van de ring: van plannen en dagboeken,"
        " vragen, noodtoegang en berichten."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for name in RINGS:
            try:
                ring = key_ring(name)
                with acting(Actor.job(JOB)):
                    prove({name: ring})
            except NoRing as error:
                raise CommandError(
                    f"{name} is leeg. Geef dit commando beide ringen mee."
                ) from error
            except WrongRing as error:
                raise CommandError(f"Er is niets gedraaid. {error}") from error
        total, after = 0, 0
        while True:
            with acting(Actor.job(JOB)):
                changed, following = rewrap_keys(after=after)
            total += changed
            if following is None:
                break
            after = following
        self._messages()
        with acting(Actor.job(JOB)):
            for name in RINGS:
                forget_turned(name)
        self.stdout.write(f"Opnieuw verpakt: {total}.")

    def _messages(self) -> None:
        """Messages in the product, each with a key of its own."""
        changed = 1
        while changed:
            with acting(Actor.job(JOB)):
                changed = berichten.rewrap_messages()
