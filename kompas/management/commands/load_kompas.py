"""Loads an edition of the Kompas from a file, after every fault in it was looked for."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from basis.actor import Actor, acting
from basis.commands import reading
from kompas.rules.edition import read_edition
from kompas.services import edities
from toegang.models import Regio


class Command(BaseCommand):
    help = "Laadt een editie van het Kompas uit een JSON- of CSV-bestand."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path, nargs="?", default=edities.OWN)
        parser.add_argument(
            "--regio", help="slug; zonder regio is de editie voor iedereen"
        )

    def handle(
        self, *args: Any, bestand: Path, regio: str | None, **options: Any
    ) -> None:
        with reading(bestand):
            data = bestand.read_bytes()
        found, faults = read_edition(data, bestand.name, edities.own_edition())
        if found is None:
            for fault in faults:
                self.stderr.write(str(fault))
            raise CommandError(
                f"Niets geladen: {len(faults)} fouten in {bestand.name}."
            )
        with acting(Actor.job("editie_laden")):
            self._load(found, regio)
        self.stdout.write(f"Geladen: {found.naam}, versie {found.versie}.")

    def _load(self, found: Any, slug: str | None) -> None:
        regio = Regio.objects.filter(slug=slug).first() if slug else None
        if slug and regio is None:
            raise CommandError(f"De regio {slug} is er niet.")
        try:
            edities.load_edition(editie=found, regio=regio)
        except edities.EditionExists:
            raise CommandError(
                f"{found.sleutel}, versie {found.versie} is al geladen. Andere woorden zijn"
                " een andere versie: verhoog het versienummer."
            ) from None
