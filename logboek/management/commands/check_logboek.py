"""Walks the chain of every region and says where it breaks."""

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from basis.actor import Actor, acting
from logboek import selectors, witness


class Command(BaseCommand):
    help = (
        "Controleert de keten van het logboek, en of die nog is wat de getuige zag."
        " De uitkomst is 1 bij een breuk."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--getuige", default=settings.LOGBOEK_GETUIGE, help="het getuigenbestand"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with acting(Actor.job("logboek").taking_role("nk_loglezer")):
            regions = selectors.regions()
            faults = [
                _sentence(r, *found) for r in regions for found in selectors.breaks(r)
            ]
            if options["getuige"]:
                faults += witness.faults(Path(options["getuige"]), timezone.now())
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            sys.exit(1)
        seen = "" if options["getuige"] else " Er is geen getuigenbestand."
        self.stdout.write(f"De keten klopt voor {len(regions)} regio's.{seen}")


def _sentence(regio: str, volgnummer: int | None, wat: str) -> str:
    where = f"regel {volgnummer}: " if volgnummer is not None else ""
    return f"Regio {regio}: {where}{wat}"
