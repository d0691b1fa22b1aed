"""Loads an authoritative file of postcodes, after every fault in it was looked for."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from basis.actor import Actor, acting
from basis.commands import reading
from netwerk.rules.postcodebestand import read_postcodes
from netwerk.services import plaatsen


class Command(BaseCommand):
    help = "Laadt postcodes van vier cijfers met hun plaats en coördinaten uit een CSV-bestand."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path)
        parser.add_argument(
            "--bron", help="naam van de bron; zonder bron de naam van het bestand"
        )

    def handle(
        self, *args: Any, bestand: Path, bron: str | None, **options: Any
    ) -> None:
        bron = " ".join((bron or bestand.name).split())[:100]
        if not bron or bron == plaatsen.EIGEN:
            raise CommandError("Geef de bron een andere naam, met --bron.")
        with reading(bestand):
            data = bestand.read_bytes()
        gelezen = read_postcodes(data)
        if gelezen.fouten:
            for fout in gelezen.fouten:
                self.stderr.write(str(fout))
            aantal = len(gelezen.fouten)
            fouten = "1 fout" if aantal == 1 else f"{aantal} fouten"
            raise CommandError(f"Niets geladen: {fouten} in {bestand.name}.")
        with acting(Actor.job("postcodes_laden")):
            telling = plaatsen.load_postcodes(gebieden=gelezen.gebieden, bron=bron)
        self.stdout.write(
            f"Geladen uit {bron}: {telling.nieuw} nieuw, {telling.veranderd} veranderd,"
            f" {telling.gelijk} gelijk, {telling.weg} weg."
        )
        if gelezen.overgeslagen:
            self.stdout.write(
                f"Overgeslagen: {gelezen.overgeslagen} waar niemand woont (postbus, onbekend)."
            )
        if telling.anders:
            self.stdout.write(
                f"Gebleven uit een andere bron: {telling.anders} die niet in dit bestand staan."
            )
