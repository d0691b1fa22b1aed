"""Walks the chain of every region and says where it breaks."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from basis.actor import Actor, acting
from logboek import selectors


class Command(BaseCommand):
    help = "Controleert de keten van het logboek; de uitkomst is 1 bij een breuk."

    def handle(self, *args: Any, **options: Any) -> None:
        with acting(Actor.job("logboek").taking_role("nk_loglezer")):
            regions = selectors.regions()
            breaks = [
                (regio, *found)
                for regio in regions
                for found in selectors.breaks(regio)
            ]
        for regio, volgnummer, wat in breaks:
            where = f"regel {volgnummer}: " if volgnummer is not None else ""
            self.stderr.write(f"Regio {regio}: {where}{wat}")
        if breaks:
            sys.exit(1)
        self.stdout.write(f"De keten klopt voor {len(regions)} regio's.")
