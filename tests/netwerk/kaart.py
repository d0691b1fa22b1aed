"""Things on the sociale kaart, for tests of its pages."""

from __future__ import annotations

from datetime import time, timedelta
from decimal import Decimal
from typing import Any

from netwerk.choices import (
    Capaciteit,
    Consultatie,
    Controleveld,
    Eindereden,
    Fase,
    Functie,
    Gezondheidsdomein,
    Herhaling,
    MagBellen,
    Manier,
    Methode,
    Verwijzer,
    VoorWie,
    Wet,
)
from netwerk.models import (
    Contact,
    Controle,
    Doelgroepvraag,
    Kostenregel,
    Locatie,
    Openingstijd,
    Sluitingsperiode,
    Startmoment,
    Taal,
    Telefoon,
    Voorziening,
    Voorzieningplek,
    Wachteinde,
    Wachttijd,
    Werkgebied,
)
from tests.world import World

HERE = (52.0900, 5.1200)
KM = 0.009  # degrees of latitude, about


def wait(v: Voorziening, day, fase=Fase.AANMELD, weken=(7, 9), **more: Any):
    row = {
        "gemeten_op": day - timedelta(days=20),
        "geldig_tot": day + timedelta(days=70),
        "methode": Methode.GEREALISEERD,
        "door": "Ggz Lindestroom",
    }
    van, tot = (Decimal(week) for week in weken)
    return Wachttijd.objects.create(
        voorziening=v, fase=fase, weken_van=van, weken_tot=tot, **row | more
    )


def end(meting: Wachttijd) -> None:
    """This measurement alone: what was measured before it still counts."""
    meting.einde = Wachteinde.objects.create(
        voorziening=meting.voorziening,
        fase=meting.fase,
        doelgroep=meting.doelgroep,
        reden=Eindereden.VERGISSING,
        door="Ggz Lindestroom",
    )
    meting.save(update_fields=["einde"])


def place(world: World, v: Voorziening, km: float = 0, **more: Any) -> Locatie:
    """So many kilometres north of HERE."""
    row = {
        "adres": f"Dorpsstraat {round(km * 10) + 1}",
        "postcode": "1234 AB",
        "plaats": "Lindehoven",
        "lat": HERE[0] + km * KM,
        "lon": HERE[1],
    }
    locatie = Locatie.objects.create(
        regio=world.regio, gemeente=more.pop("gemeente", world.gemeente), **row | more
    )
    Voorzieningplek.objects.create(regio=world.regio, voorziening=v, locatie=locatie)
    return locatie


def secret_place(world: World, v: Voorziening) -> Locatie:
    locatie = Locatie.objects.create(regio=world.regio, geheim=True)
    Voorzieningplek.objects.create(regio=world.regio, voorziening=v, locatie=locatie)
    return locatie


def phone(v: Voorziening, nummer="0100203040", wie=MagBellen.IEDEREEN, **more: Any):
    return Telefoon.objects.create(voorziening=v, nummer=nummer, mag_bellen=wie, **more)


def hours(v: Voorziening, dagen="MO,TU,WE,TH,FR", van=9, tot=17, **more: Any):
    return Openingstijd.objects.create(
        voorziening=v,
        herhaling=Herhaling.WEKELIJKS,
        dagen=dagen,
        opent_om=time(van),
        sluit_om=time(tot),
        **more,
    )


def checked(v: Voorziening, veld: Controleveld, day) -> None:
    Controle.objects.create(voorziening=v, veld=veld, gecontroleerd_op=day)


def close(v: Voorziening, van, tot=None, **more: Any) -> Sluitingsperiode:
    return Sluitingsperiode.objects.create(voorziening=v, van=van, tot=tot, **more)


def area(v: Voorziening, **where: Any) -> None:
    Werkgebied.objects.create(voorziening=v, **where)


def inloop(world: World, naam: str, km: float | None = 1, **more: Any) -> Voorziening:
    """Open to all, for who wants company; without `km` it has no place."""
    row = {"laagdrempelig": True, "functies": [Functie.STEUN]}
    v = world.voorziening(naam, **row | more)
    if km is not None:
        place(world, v, km)
    return v


def fact_team(world: World, naam: str = "F-ACT-team Lindehoven") -> Voorziening:
    """A team with a long wait, and all that a page can say."""
    day = world.today
    v = world.voorziening(
        naam,
        kort="Behandeling en begeleiding thuis.",
        omschrijving="Een team van verschillende mensen.\n\nZe komen bij je thuis.",
        functies=[Functie.KLACHTEN, Functie.STEUN],
        domeinen=[Gezondheidsdomein.GEVOEL],
        wetten=[Wet.ZVW],
        manieren=[Manier.THUIS],
        voor_wie=[VoorWie.CLIENTEN],
        verwijzers=[Verwijzer.HUISARTS, Verwijzer.WIJKTEAM],
        consultatie_door=[Consultatie.CLIENT, Consultatie.HUISARTS],
        indicatie_nodig=True,
        zelf_aanmelden=False,
        min_leeftijd=18,
        aanmelden="1. Praat met je huisarts. Die schrijft een verwijzing.\n"
        "2. Het team belt je. Binnen een week.\n3. Eerste gesprek. Bij jou thuis.",
        kosten="Je betaalt het eigen risico.",
        tolk="Een tolk is mogelijk.",
        website="https://ggz.example/fact",
        email="fact@ggz.example",
        kwaliteitsstatuut="https://ggz.example/statuut",
        capaciteit=Capaciteit.WACHTLIJST,
        overbrugging="Elke twee weken belt een ervaringsdeskundige je.",
        mededeling="We verhuizen in het voorjaar.",
    )
    place(world, v, vervoer="Bus 7", toegankelijk=["Rolstoel", "Lift"])
    phone(v)
    phone(v, "0100999999", MagBellen.VERWIJZERS)
    hours(v)
    wait(v, day)
    wait(v, day, Fase.BEHANDEL, (5, 8))
    area(v, gemeente=world.gemeente)
    Doelgroepvraag.objects.create(voorziening=v, tekst="Je hebt al langer klachten")
    Doelgroepvraag.objects.create(
        voorziening=v, past=False, tekst="Je bent jonger dan 18 jaar"
    )
    Kostenregel.objects.create(voorziening=v, wat="Eigen risico", bedrag="385.00")
    Startmoment.objects.create(
        voorziening=v,
        begint_op=day + timedelta(days=9),
        bijeenkomsten=8,
        plaatsen_vrij=3,
    )
    Contact.objects.create(voorziening=v, functie="Aanmeldpunt")
    Taal.objects.create(voorziening=v, naam="Arabisch")
    checked(v, Controleveld.TELEFOON, day - timedelta(days=40))
    checked(v, Controleveld.OPENINGSTIJDEN, day - timedelta(days=400))
    return v
