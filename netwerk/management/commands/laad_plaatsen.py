"""Loads the places and postcodes that ship with the product."""

from typing import Any

from django.core.management.base import BaseCommand

from basis.actor import Actor, acting
from netwerk.services import plaatsen


class Command(BaseCommand):
    help = "Laadt de meegeleverde plaatsen en postcodes. Mag steeds opnieuw."

    def handle(self, *args: Any, **options: Any) -> None:
        with acting(Actor.job("plaatsen_laden")):
            places, codes = plaatsen.load_own_places()
        for naam, telling in (("plaatsen", places), ("postcodes", codes)):
            self.stdout.write(
                f"{naam}: {telling.nieuw} nieuw, {telling.veranderd} veranderd,"
                f" {telling.weg} weg, {telling.gelijk} gelijk."
            )
