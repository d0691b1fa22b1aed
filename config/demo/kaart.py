"""The sociale kaart of the demo region: some 270 provisions with every kind of
wait, freshness and reach; from a fixed seed, so the same each time."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from random import Random
from typing import Any

from django.db import models
from django.utils.text import slugify

from netwerk.choices import (
    Controleveld,
    Fase,
    Feestdagen,
    Functie,
    Herhaling,
    MagBellen,
    Manier,
    Methode,
    Status,
    Wet,
)
from netwerk.models import (
    Contact,
    Controle,
    Doelgroepvraag,
    Kaartinstelling,
    Locatie,
    Openingstijd,
    Organisatieprofiel,
    Plaats,
    Sluitingsperiode,
    Startmoment,
    Taal,
    Telefoon,
    Vergeefs,
    Voorziening,
    Voorzieningplek,
    Wachttijd,
    Werkgebied,
)
from netwerk.rules.plaats import search_name
from netwerk.rules.vergeefs import Gezocht, quarter, quarters_back
from netwerk.services.vergeefs import key_of
from toegang.models import Gemeente, Organisatie, Regio, Wijk

from .aanbod import AANBOD, Aanbod
from .organisaties import OOK, ORGANISATIES

BRON = "voorbeeldwereld"
# made-up places in a corner of Gelderland: latitude, longitude
MIDDEN = {
    "Lindehoven": (52.100, 6.310),
    "Wilgenrade": (52.145, 6.400),
    "Oosterlaak": (52.060, 6.440),
    "Brugveen": (52.175, 6.255),
    "Zandermeer": (52.020, 6.350),
    "Hooglaak": (52.080, 6.530),
    "Noorderveld": (52.220, 6.350),
}
STRATEN = [
    "Stationsplein",
    "Molenweg",
    "Lindelaan",
    "Kerkstraat",
    "De Akker",
    "Waterkant",
]
TALEN = {
    "nl": "Nederlands",
    "en": "Engels",
    "ar": "Arabisch",
    "tr": "Turks",
    "pl": "Pools",
}
# a function that a gemeente has nothing for
WITTE_VLEK = (Functie.GEZONDHEID, "Noorderveld")
# looked for in vain: different visits this quarter, and in the one before it
VERGEEFS: dict[str, tuple[int | None, int | None]] = {
    "tandarts": (14, 9),
    "zwanger": (8, None),
    "huisdier": (6, 7),
    "yoga": (None, 5),
}


class Kaart:
    """Fills the kaart of one region that has its gemeenten and wijken."""

    def __init__(self, regio: Regio, today: date) -> None:
        self.regio, self.today = regio, today
        self.chance = Random(f"{regio.slug}-kaart")  # noqa: S311 - a demo world
        self.rows: dict[type[models.Model], list[Any]] = {}
        self.phone = 203040

    def fill(self) -> None:
        self.gemeenten = list(Gemeente.objects.filter(regio=self.regio))
        self.wijken = list(Wijk.objects.filter(gemeente__regio=self.regio))
        self.places()
        self.organisations()
        for aanbod in AANBOD:
            for gemeente, wijk in self.spread(aanbod):
                self.provision(aanbod, gemeente, wijk)
        for model in (
            Voorziening,
            Locatie,
            Voorzieningplek,
            Werkgebied,
            Doelgroepvraag,
            Contact,
            Telefoon,
            Openingstijd,
            Taal,
            Wachttijd,
            Controle,
            Startmoment,
        ):
            table: Any = model
            table.objects.bulk_create(self.rows.get(model, []))
        self.closed_and_stopped()
        self.in_vain()

    def add(self, row: models.Model) -> None:
        self.rows.setdefault(type(row), []).append(row)

    def happens(self, percent: int) -> bool:
        return self.chance.randrange(100) < percent

    def days_ago(self, least: int, most: int) -> date:
        return self.today - timedelta(days=self.chance.randint(least, most))

    def places(self) -> None:
        Plaats.objects.bulk_create(
            Plaats(
                naam=naam,
                zoeknaam=search_name(naam),
                gemeente=naam,
                provincie="Gelderland",
                lat=lat,
                lon=lon,
                bron=BRON,
            )
            for naam, (lat, lon) in MIDDEN.items()
        )

    def organisations(self) -> None:
        self.by_name: dict[str, Organisatie] = {}
        for pattern, (soort, werkveld) in ORGANISATIES.items():
            for naam in self.named(pattern):
                row, _ = Organisatie.objects.update_or_create(
                    regio=self.regio,
                    naam=naam,
                    defaults={
                        "soort": soort,
                        "ook_soorten": OOK.get(naam, []),
                        "werkveld": werkveld,
                    },
                )
                self.by_name[naam] = row
                host = slugify(naam)
                Organisatieprofiel.objects.create(
                    organisatie=row,
                    website=f"https://{host}.demo.example/",
                    email=f"info@{host}.demo.example",
                )
        Kaartinstelling.objects.create(
            regio=self.regio, beheerder=self.by_name["GGD Lindestroom"]
        )

    def named(self, pattern: str) -> Iterator[str]:
        if "{gemeente}" not in pattern:
            yield pattern
            return
        for gemeente in self.gemeenten:
            yield pattern.format(gemeente=gemeente.naam)

    def spread(self, aanbod: Aanbod) -> Iterator[tuple[Gemeente | None, Wijk | None]]:
        """Not everything is everywhere: that is what white spots are for."""
        match aanbod.per:
            case "gemeente":
                yield from (
                    (row, None)
                    for row in self.gemeenten
                    if (row.naam == "Lindehoven" or self.happens(75))
                    and not _is_white(aanbod, row)
                )
            case "wijk":
                yield from (
                    (row.gemeente, row)
                    for row in self.wijken
                    if not _is_white(aanbod, row.gemeente)
                )
            case _:
                yield None, None

    def provision(
        self, aanbod: Aanbod, gemeente: Gemeente | None, wijk: Wijk | None
    ) -> None:
        words = {
            "gemeente": gemeente.naam if gemeente else "Lindehoven",
            "wijk": wijk.naam if wijk else "",
        }
        naam = aanbod.naam.format(**words)
        organisatie = self.by_name[aanbod.van.format(**words)]
        row = Voorziening(
            regio=self.regio,
            organisatie=organisatie,
            slug=slugify(naam),
            naam=naam,
            kort=aanbod.kort,
            omschrijving=aanbod.omschrijving or aanbod.kort,
            trefwoorden=list(aanbod.woorden),
            informeel=aanbod.informeel,
            laagdrempelig=aanbod.laagdrempelig,
            ervaringsdeskundig=aanbod.ervaring,
            outreachend=aanbod.outreachend,
            altijd_bereikbaar=aanbod.altijd,
            indicatie_nodig=Wet.WMO in aanbod.wetten and not aanbod.laagdrempelig,
            zelf_aanmelden=not aanbod.verwijzers,
            onafhankelijk=aanbod.onafhankelijk,
            ring=aanbod.ring,
            sfeer=aanbod.sfeer,
            functies=list(aanbod.functies),
            domeinen=list(aanbod.domeinen),
            wetten=list(aanbod.wetten),
            manieren=list(aanbod.manieren),
            voor_wie=list(aanbod.voor),
            verwijzers=list(aanbod.verwijzers),
            consultatie_door=list(aanbod.consultatie),
            werkwijzen=list(aanbod.werkwijzen),
            aanmelden="\n".join(aanbod.stappen),
            min_leeftijd=aanbod.leeftijd[0],
            max_leeftijd=aanbod.leeftijd[1],
            kosten=aanbod.kosten,
            website=f"https://{slugify(organisatie.naam)}.demo.example/{slugify(naam)}",
            feestdagen=Feestdagen.OPEN if aanbod.altijd else Feestdagen.DICHT,
            capaciteit=aanbod.capaciteit,
            overbrugging=aanbod.overbrugging,
            overbrugging_geen=aanbod.geen_overbrugging,
        )
        self.add(row)
        self.reach(row, aanbod, gemeente or self.gemeenten_first(), wijk)
        self.area(row, aanbod, gemeente, wijk)
        for past, questions in ((True, aanbod.wel), (False, aanbod.niet)):
            for number, tekst in enumerate(questions):
                self.add(
                    Doelgroepvraag(
                        voorziening=row,
                        past=past,
                        tekst=tekst.format(**words),
                        volgorde=number,
                    )
                )
        self.waits(row, aanbod)
        self.checks(row, aanbod)
        if aanbod.groep:
            for weeks in (3, 15):
                self.add(
                    Startmoment(
                        voorziening=row,
                        begint_op=self.today + timedelta(weeks=weeks),
                        bijeenkomsten=8,
                        plaatsen_vrij=self.chance.randint(0, 6),
                    )
                )

    def gemeenten_first(self) -> Gemeente:
        return next(row for row in self.gemeenten if row.naam == "Lindehoven")

    def reach(
        self,
        row: Voorziening,
        aanbod: Aanbod,
        gemeente: Gemeente,
        wijk: Wijk | None,
    ) -> None:
        """Place, telephone, hours and languages."""
        if Manier.LOCATIE in aanbod.manieren or aanbod.geheim:
            self.place(row, aanbod, gemeente, wijk)
        self.phone += 101
        self.add(
            Telefoon(
                voorziening=row,
                nummer=f"0100{self.phone}",
                mag_bellen=(
                    MagBellen.VERWIJZERS
                    if aanbod.naam.startswith("Crisisdienst")
                    else MagBellen.IEDEREEN
                ),
            )
        )
        for dagen, van, tot in aanbod.uren:
            self.add(
                Openingstijd(
                    voorziening=row,
                    herhaling=Herhaling.WEKELIJKS,
                    dagen=dagen,
                    opent_om=time(van),
                    sluit_om=time(tot),
                )
            )
        for code in aanbod.talen:
            self.add(Taal(voorziening=row, code=code, naam=TALEN[code]))

    def place(
        self,
        row: Voorziening,
        aanbod: Aanbod,
        gemeente: Gemeente,
        wijk: Wijk | None,
    ) -> None:
        locatie = Locatie(regio=self.regio, organisatie=row.organisatie)
        if aanbod.geheim:
            locatie.geheim = True
        else:
            lat, lon = MIDDEN[gemeente.naam]
            locatie.adres = (
                f"{self.chance.choice(STRATEN)} {self.chance.randint(1, 160)}"
            )
            locatie.plaats = gemeente.naam
            locatie.gemeente = gemeente
            locatie.lat = round(lat + self.chance.uniform(-0.02, 0.02), 5)
            locatie.lon = round(lon + self.chance.uniform(-0.03, 0.03), 5)
            locatie.toegankelijk = self.chance.choice(
                [[], ["Rolstoel kan naar binnen"], ["Rolstoel kan naar binnen", "Lift"]]
            )
            if wijk:
                locatie.omschrijving = f"In {wijk.naam}"
        self.add(locatie)
        self.add(Voorzieningplek(regio=self.regio, voorziening=row, locatie=locatie))

    def area(
        self,
        row: Voorziening,
        aanbod: Aanbod,
        gemeente: Gemeente | None,
        wijk: Wijk | None,
    ) -> None:
        """Who is welcome everywhere has no area; a wijk only where the wijk decides."""
        if gemeente is None and WITTE_VLEK[0] in aanbod.functies:
            for one in self.gemeenten:
                if not _is_white(aanbod, one):
                    self.add(Werkgebied(voorziening=row, gemeente=one))
        elif gemeente is None:
            self.add(Werkgebied(voorziening=row, hele_regio=True))
        elif wijk and aanbod.naam.startswith(("Wijkagent", "Spreekuur")):
            self.add(Werkgebied(voorziening=row, wijk=wijk))
        elif not aanbod.informeel:
            self.add(Werkgebied(voorziening=row, gemeente=gemeente))

    def waits(self, row: Voorziening, aanbod: Aanbod) -> None:
        for fase, (least, most) in aanbod.wacht.items():
            move = self.chance.choice([0.5, 1, 1, 1.5])
            gemeten = self.days_ago(3, 150)
            self.add(
                Wachttijd(
                    voorziening=row,
                    fase=fase,
                    weken_van=round(least * move * 2) / 2,
                    weken_tot=round(most * move * 2) / 2,
                    gemeten_op=gemeten,
                    geldig_tot=gemeten + timedelta(days=92),
                    methode=(
                        Methode.GEREALISEERD
                        if Wet.ZVW in aanbod.wetten
                        else self.chance.choice(list(Methode))
                    ),
                    door=row.organisatie.naam,
                )
            )
            # where treatment follows the first talk, a second group is often measured apart
            if fase == Fase.BEHANDEL and self.happens(30):
                self.add(
                    Wachttijd(
                        voorziening=row,
                        fase=fase,
                        doelgroep="Jongeren van 16 tot 25 jaar",
                        weken_van=1,
                        weken_tot=max(2, round(most / 2)),
                        gemeten_op=gemeten,
                        geldig_tot=gemeten + timedelta(days=92),
                        methode=Methode.GEREALISEERD,
                        door=row.organisatie.naam,
                    )
                )

    def checks(self, row: Voorziening, aanbod: Aanbod) -> None:
        for veld in Controleveld:
            if veld == Controleveld.WACHTTIJD and not aanbod.wacht:
                continue
            if self.happens(6):
                continue  # never checked
            day = self.days_ago(2, self.chance.choice([60, 120, 200, 420]))
            self.add(Controle(voorziening=row, veld=veld, gecontroleerd_op=day))

    def closed_and_stopped(self) -> None:
        def found(naam: str) -> Voorziening:
            return Voorziening.objects.get(regio=self.regio, naam=naam)

        day = timedelta(days=1)
        veranda = found("Inloop De Veranda")
        Sluitingsperiode.objects.create(
            voorziening=found("Atelier Kleurrijk"),
            van=self.today - 6 * day,
            tot=self.today + 15 * day,
            reden="Het dak wordt gemaakt.",
            alternatief=veranda,
            alternatief_tekst="Op dinsdag schilderen we bij De Veranda.",
        )
        Sluitingsperiode.objects.create(
            voorziening=found("Rechtswinkel"),
            van=self.today + 25 * day,
            tot=self.today + 39 * day,
            reden="Vakantie.",
        )
        old = found("Doen")
        old.status = Status.GESTOPT
        old.gestopt_op = self.today - 40 * day
        old.gestopt_reden = "De stichting is gestopt."
        old.vervolg = found("Atelier Kleurrijk")
        old.vervolg_tekst = "Je kunt nu bij Atelier Kleurrijk terecht."
        old.save()
        new = found("Studeren met steun")
        new.status = Status.INACTIEF
        new.save()

    def in_vain(self) -> None:
        quarters = quarter(self.today), quarters_back(self.today, 1)
        for word, counts in VERGEEFS.items():
            key = key_of(self.regio, Gezocht((word,), gewist=False))
            for kwartaal, keer in zip(quarters, counts, strict=True):
                if keer:
                    Vergeefs.objects.create(
                        regio=self.regio,
                        kwartaal=kwartaal,
                        sleutel=key,
                        woorden=word,
                        keer=keer,
                    )


def _is_white(aanbod: Aanbod, gemeente: Gemeente) -> bool:
    functie, naam = WITTE_VLEK
    return functie in aanbod.functies and gemeente.naam == naam
