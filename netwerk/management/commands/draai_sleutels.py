"""Wraps the keys of all plans with the first key of the ring; no text is touched."""

from typing import Any

from django.core.management.base import BaseCommand

from basis.actor import Actor, acting
from netwerk.services.sleutels import rewrap_keys


class Command(BaseCommand):
    help = "Verpakt de sleutels van alle plannen opnieuw, met de eerste van de ring."

    def handle(self, *args: Any, **options: Any) -> None:
        total, after = 0, 0
        while True:
            with acting(Actor.job("sleutels_draaien")):
                changed, following = rewrap_keys(after=after)
            total += changed
            if following is None:
                break
            after = following
        self.stdout.write(f"Opnieuw verpakt: {total}.")
