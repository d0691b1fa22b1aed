"""A region with three gemeenten and a handful of provisions, as a page, workbook and PDF
read them."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from netwerk.choices import Fase, Methode
from netwerk.models import (
    Controle,
    Locatie,
    Voorziening,
    Voorzieningplek,
    Wachttijd,
    Werkgebied,
)
from tests.world import World
from toegang.choices import Organisatiesoort
from toegang.models import Gemeente, Organisatie, Wijk


class Kaart:
    def __init__(self, world: World, *namen: str) -> None:
        self.world, self.regio, self.today = world, world.regio, world.today
        self.lindehoven = world.gemeente
        for naam in namen or ("Brugveen", "Oosterlaak"):
            Gemeente.objects.create(regio=self.regio, naam=naam)
        self.gemeenten = list(Gemeente.objects.filter(regio=self.regio))

    def organisation(self, naam: str, soort: Organisatiesoort) -> Organisatie:
        return Organisatie.objects.create(regio=self.regio, naam=naam, soort=soort)

    def add(
        self,
        naam: str,
        *gebied: Any,
        weken: str | None = None,
        gezien: int | None = None,
        **more: Any,
    ) -> Voorziening:
        """`gebied`: gemeenten or wijken that it serves, or "regio"; `gezien`: days ago."""
        row = self.world.voorziening(naam, **more)
        for area in gebied:
            where = {"hele_regio": True} if area == "regio" else {}
            if isinstance(area, Gemeente):
                where = {"gemeente": area}
            if isinstance(area, Wijk):
                where = {"wijk": area}
            Werkgebied.objects.create(voorziening=row, **where)
        if weken is not None:
            self.wait(row, weken)
        if gezien is not None:
            day = self.today - timedelta(days=gezien)
            Controle.objects.create(voorziening=row, veld="rest", gecontroleerd_op=day)
        return row

    def wait(
        self, row: Voorziening, weken: str, *, days: int = 30, ago: int = 10
    ) -> Wachttijd:
        return Wachttijd.objects.create(
            voorziening=row,
            fase=Fase.AANMELD,
            weken_van=0,
            weken_tot=Decimal(weken),
            gemeten_op=self.today - timedelta(days=ago),
            geldig_tot=self.today + timedelta(days=days),
            methode=Methode.VERWACHT,
            door="Ggz Lindestroom",
        )

    def place(self, row: Voorziening, gemeente: Gemeente | None, **more: Any) -> None:
        locatie = Locatie.objects.create(regio=self.regio, gemeente=gemeente, **more)
        Voorzieningplek.objects.create(
            regio=self.regio, voorziening=row, locatie=locatie
        )

    def fill(self) -> None:
        """Some of everything: full, thin, empty, old, never looked at, a method."""
        own, other = self.lindehoven, self.gemeenten[0]
        self.add(
            "Inloop De Veranda",
            "regio",
            functies=["steun"],
            informeel=True,
            laagdrempelig=True,
            gezien=5,
        )
        self.add(
            "Maatjes",
            own,
            other,
            functies=["steun", "meedoen"],
            informeel=True,
            weken="2.5",
            gezien=40,
            werkwijzen=["maatjesproject"],
        )
        self.add("Poli", own, functies=["klachten"], weken="9", gezien=500)
        self.add("Rechtswinkel", other, functies=["rechten"])
        self.add("Zonder gebied", functies=["kracht"])
