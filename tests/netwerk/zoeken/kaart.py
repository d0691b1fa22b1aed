"""A small sociale kaart, and a way to search it as a page does."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.utils import timezone

from netwerk.choices import Plaatssoort
from netwerk.models import (
    Locatie,
    Openingstijd,
    Plaats,
    Voorziening,
    Voorzieningplek,
    Wachttijd,
    Werkgebied,
)
from netwerk.rules.zoeken import ask, build
from netwerk.selectors.facetten import Keuze, chosen
from netwerk.selectors.zoeken import BEST, Uitslag, find
from netwerk.selectors.zoekplek import Plek, locate
from netwerk.selectors.zoekwoorden import known_of
from netwerk.services.zoekwoorden import add_words, rebuild_words
from tests.world import World
from toegang.models import Gemeente, Regio

NOON = time(12)
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Kaart:
    """`hier` and `ginds` are two gemeenten of the region of the world, 20 km apart."""

    def __init__(self, world: World) -> None:
        self.world, self.regio = world, world.regio
        self.hier = world.gemeente
        self.ginds = Gemeente.objects.create(regio=self.regio, naam="Wilgenrade")
        self.verte = Gemeente.objects.create(regio=world.elders, naam="Heuvelen")
        self.plaats("Lindehoven", 52.0, 5.5)
        self.plaats("Wilgenrade", 52.18, 5.5)
        self.plaats("Heuvelen", 52.0, 6.5)

    @property
    def now(self) -> datetime:
        return timezone.localtime().replace(hour=12, minute=0)

    def plaats(self, naam: str, lat: float, lon: float, **more: Any) -> Plaats:
        row = {"gemeente": naam, "provincie": "Gelderland", "bron": "proef"}
        return Plaats.objects.create(
            soort=Plaatssoort.PLAATS,
            naam=naam,
            zoeknaam=naam.lower(),
            lat=lat,
            lon=lon,
            **row | more,
        )

    def zet(
        self,
        naam: str,
        *,
        punt: tuple[float, float] | None = None,
        voor: Gemeente | Regio | None = None,
        **more: Any,
    ) -> Voorziening:
        """On the kaart; `punt` is where its door is, `voor` whom it serves."""
        row = self.world.voorziening(naam, **more)
        if punt:
            self.at(row, *punt)
        if isinstance(voor, Gemeente):
            Werkgebied.objects.create(voorziening=row, gemeente=voor)
        elif isinstance(voor, Regio):
            Werkgebied.objects.create(voorziening=row, hele_regio=True)
        add_words(voorzieningen=[row.pk])
        return row

    def at(self, row: Voorziening, lat: float, lon: float, **more: Any) -> Locatie:
        locatie = Locatie.objects.create(regio=row.regio, lat=lat, lon=lon, **more)
        Voorzieningplek.objects.create(
            regio=row.regio, voorziening=row, locatie=locatie
        )
        return locatie

    def open(self, row: Voorziening, opens: int = 9, closes: int = 17, **more: Any):
        """Every day, unless said otherwise."""
        more = {"herhaling": "WEEKLY", "dagen": ",".join(CODES)} | more
        return Openingstijd.objects.create(
            voorziening=row, opent_om=time(opens), sluit_om=time(closes), **more
        )

    def wacht(self, row: Voorziening, weken: float, *, dagen: int = 0, geldig: int = 90, **more: Any):  # fmt: skip
        """Measured so many days ago, valid for so many days from today."""
        today, day = self.world.today, timezone.timedelta
        return Wachttijd.objects.create(
            voorziening=row,
            weken_van=weken,
            weken_tot=weken,
            gemeten_op=today - day(days=dagen),
            geldig_tot=today + day(days=geldig),
            **{"fase": "aanmeld", "methode": "verwacht", "door": "proef"} | more,
        )

    def bulk(self, count: int, naam: str = "Inloop nummer {n}", **more: Any) -> None:
        row = {"regio": self.regio, "organisatie": self.world.ggz}
        Voorziening.objects.bulk_create(
            Voorziening(naam=naam.format(n=n), slug=f"bulk-{n}", **row | more)
            for n in range(count)
        )
        rebuild_words()

    def zoek(
        self,
        q: str = "",
        plaats: str = "",
        straal: str = "regio",
        *,
        filters: dict[str, list[str]] | None = None,
        volgorde: str = BEST,
        letterlijk: bool = False,
        **more: Any,
    ) -> Uitslag:
        found = locate(plaats, straal) if plaats else None
        plek = found.plek if found else Plek(self.regio)
        keuze = chosen((filters or {}).items()) if filters else Keuze()
        plan = None
        if q:
            vraag = ask(q)
            plan = build(vraag, known_of(vraag, plek.regio), letterlijk=letterlijk)
        return find(
            plan, plek, keuze, volgorde=volgorde, now=more.pop("now", self.now), **more
        )

    def namen(self, *args: Any, **kwargs: Any) -> list[str]:
        return [rij.naam for rij in self.zoek(*args, **kwargs).rijen]
