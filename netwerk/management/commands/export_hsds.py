"""Writes the sociale kaart of a region to a folder: tables of HSDS, and JSON."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from basis.actor import Actor, acting
from netwerk.documents import hsds
from netwerk.selectors.hsds import Blik
from netwerk.selectors.regios import NoRegion, one_region


class Command(BaseCommand):
    help = "Schrijft de sociale kaart weg als HSDS: CSV-tabellen en JSON in een map."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("map", type=Path)
        parser.add_argument("--regio", default="", help="laatste stuk van haar adres")
        parser.add_argument(
            "--alles",
            action="store_true",
            help="ook wat niet voor iedereen is: nummers voor verwijzers, wat nog niet op"
            " de kaart staat, wat gestopt is",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["map"]
        blik = Blik.alles() if options["alles"] else Blik.iedereen()
        with acting(Actor.job("uitwisselen")):
            try:
                regio = one_region(options["regio"])
            except NoRegion as error:
                raise CommandError(error.zin) from None
            files = hsds.as_tables(regio, blik)
            files.append(("sociale-kaart.json", hsds.as_json(regio, blik)))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, data in files:
                (folder / name).write_bytes(data)
        except OSError as error:
            raise CommandError(
                f"{folder} kan niet geschreven worden: {error.strerror}."
            ) from None
        wat = "alles" if options["alles"] else "wat openbaar is"
        self.stdout.write(f"{len(files)} bestanden in {folder}: {wat} van {regio}.")
