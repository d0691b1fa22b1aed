"""Takes in the simple spreadsheet (XLSX or CSV). All of it or nothing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from basis.actor import Actor, acting
from basis.commands import reading
from netwerk.management.plan import show
from netwerk.rules.bladdatum import DAG_EERST, MAAND_EERST
from netwerk.selectors.regios import NoRegion, one_region
from netwerk.services import uitwisselen


class Command(BaseCommand):
    help = "Leest plekken in uit een rekenblad (XLSX of CSV) met onze Nederlandse kolommen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path)
        parser.add_argument("--regio", default="", help="laatste stuk van haar adres")
        parser.add_argument(
            "--bron", help="van wie het is; zonder: de naam van het bestand"
        )
        parser.add_argument(
            "--eigen", action="store_true", help="eerder hier gedownload: onze nummers"
        )
        parser.add_argument(
            "--datums",
            choices=[DAG_EERST, MAAND_EERST],
            default="",
            help="hoe 03/04/2026 gelezen wordt: dm is 3 april, md is 4 maart",
        )
        parser.add_argument(
            "--proef", action="store_true", help="alleen kijken, niets veranderen"
        )

    def handle(self, *args: Any, bestand: Path, **options: Any) -> None:
        with reading(bestand):
            data = bestand.read_bytes()
        bron = "" if options["eigen"] else (options["bron"] or bestand.stem)[:200]
        with acting(Actor.job("uitwisselen")):
            try:
                regio = one_region(options["regio"])
            except NoRegion as error:
                raise CommandError(error.zin) from None
            datums = options["datums"]
            found = uitwisselen.read_sheet(data, datums, regio=regio, bron=bron)
            for vraag in found.vragen:
                found.pakket.fout(vraag.waar, vraag.waarde, f"{vraag.zin} (--datums)")
            work = uitwisselen.preview if options["proef"] else uitwisselen.take_in
            try:
                plan = work(pakket=found.pakket, regio=regio, bron=bron)
            except uitwisselen.Fouten as error:
                plan = error.plan
        show(self, plan, proef=options["proef"])
