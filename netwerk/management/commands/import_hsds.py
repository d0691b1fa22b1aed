"""Takes in a package of HSDS: a JSON or CSV file, a zip, or a folder. All of it or
nothing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from basis.actor import Actor, acting
from basis.commands import reading
from netwerk.management.plan import show
from netwerk.rules.hsds_pakket import Pakket
from netwerk.selectors.regios import NoRegion, one_region
from netwerk.services import uitwisselen


class Command(BaseCommand):
    help = "Leest een pakket van HSDS in: JSON, CSV, een zip of een map."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("pad", type=Path)
        parser.add_argument("--regio", default="", help="laatste stuk van haar adres")
        parser.add_argument(
            "--bron", help="van wie het pakket is; zonder bron zegt het pakket het zelf"
        )
        parser.add_argument("--eigen", action="store_true", help="het is van onszelf")
        parser.add_argument(
            "--proef", action="store_true", help="alleen kijken, niets veranderen"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["pad"]
        pakket = self._read(path)
        bron = self._bron(pakket, path, options)
        with acting(Actor.job("uitwisselen")):
            try:
                regio = one_region(options["regio"])
            except NoRegion as error:
                raise CommandError(error.zin) from None
            try:
                work = uitwisselen.preview if options["proef"] else uitwisselen.take_in
                plan = work(pakket=pakket, regio=regio, bron=bron)
            except uitwisselen.Fouten as error:
                plan = error.plan
        show(self, plan, proef=options["proef"])

    def _read(self, path: Path) -> Pakket:
        with reading(path):
            if path.is_dir():
                return uitwisselen.read_folder(path)
            return uitwisselen.read_file(path.name, path.read_bytes())

    def _bron(self, pakket: Pakket, path: Path, options: dict[str, Any]) -> str:
        if options["eigen"]:
            return uitwisselen.EIGEN
        if options["bron"]:
            return str(options["bron"])[:200]
        said = uitwisselen.origin_of(pakket)
        if said:
            return uitwisselen.EIGEN if said.eigen else said.bron[:200]
        return path.stem[:200]
