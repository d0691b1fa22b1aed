"""Loads the synonyms that ship with the product, and makes the list of words anew."""

from typing import Any

from django.core.management.base import BaseCommand

from basis.actor import Actor, acting
from netwerk.services import zoekwoorden


class Command(BaseCommand):
    help = "Laadt de meegeleverde synoniemen voor het zoeken. Mag steeds opnieuw."

    def handle(self, *args: Any, **options: Any) -> None:
        with acting(Actor.job("zoekwoorden")):
            loaded = zoekwoorden.load_own_synonyms()
            zoekwoorden.rebuild_words()
        self.stdout.write(
            f"synoniemen: {loaded.nieuw} nieuw, {loaded.gewijzigd} gewijzigd."
        )
