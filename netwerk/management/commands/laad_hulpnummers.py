"""Brings the national numbers in line with the files of this version (tools/serve.sh)."""

from typing import Any

from django.core.management.base import BaseCommand

from basis.actor import Actor, acting
from netwerk.services.hulp import load_national


class Command(BaseCommand):
    help = "Laadt de landelijke nummers van Hulp nu; nog een keer verandert niets."

    def handle(self, *args: Any, **options: Any) -> None:
        with acting(Actor.job("hulpnummers_laden")):
            changed = load_national()
        self.stdout.write(f"Landelijke nummers: {changed} veranderd.")
