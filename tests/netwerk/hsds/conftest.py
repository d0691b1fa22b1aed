"""A kaart with everything on it that HSDS has a place for."""

from datetime import date, time

import pytest

from netwerk.choices import Locatiesoort, MagBellen, Status
from netwerk.models import Locatie, Organisatieprofiel, Voorziening, Voorzieningplek
from tests.world import World

KANARIE = "kanariestraat"  # what nobody may ever see


@pytest.fixture
def profiel(world: World) -> Organisatieprofiel:
    world.ggz.ook_soorten = ["crisisdienst", "hic"]
    world.ggz.save()
    row = Organisatieprofiel.objects.create(
        organisatie=world.ggz,
        omschrijving="Hulp bij psychische klachten.",
        website="https://ggz.example",
        email="info@ggz.example",
        hsds={"legal_status": "stichting", "year_incorporated": 1998},
    )
    row.telefoon_set.create(nummer="0883334455", toelichting="Receptie")
    return row


@pytest.fixture
def vol(world: World, profiel) -> Voorziening:
    """Every table filled, with two numbers that are not for everybody."""
    row = world.voorziening(
        "Inloop De Veranda",
        kort="Kom binnen voor koffie.",
        omschrijving="Een plek om even te zijn.",
        trefwoorden=["koffie", "eten"],
        informeel=True,
        indicatie_nodig=False,
        functies=["steun", "meedoen"],
        domeinen=["contact"],
        wetten=["geen"],
        manieren=["locatie"],
        voor_wie=["clienten", "naasten"],
        min_leeftijd=18,
        website="https://veranda.example",
        capaciteit="wachtlijst",
        overbrugging="Bel ons voor een praatje.",
        hsds={"licenses": "geen", "funding": [{"id": UUIDS[0], "source": "gift"}]},
    )
    plek = Voorzieningplek.objects.create(
        regio=world.regio,
        voorziening=row,
        locatie=Locatie.objects.create(
            regio=world.regio,
            organisatie=world.ggz,
            naam="Buurthuis",
            adres="Lindelaan 4",
            postcode="3811 AB",
            plaats="Lindehoven",
            lat=52.155,
            lon=5.3875,
            toegankelijk=["Drempelvrij", "Ringleiding"],
        ),
    )
    telefoon = row.telefoon_set.create(nummer="0331234567", toelichting="ma-vr")
    telefoon.talen.create(naam="Nederlands", code="nl")
    row.telefoon_set.create(nummer="0339999991", mag_bellen=MagBellen.VERWIJZERS)
    plek.telefoon_set.create(nummer="0339999992", mag_bellen=MagBellen.EIGEN)
    contact = row.contact_set.create(naam="Team Inloop", functie="Gastvrouwen")
    contact.telefoon_set.create(nummer="0612345678", volgorde=1)
    row.openingstijd_set.create(
        herhaling="WEEKLY", dagen="MO,WE", opent_om=time(10), sluit_om=time(16, 30)
    )
    row.openingstijd_set.create(herhaling="DAILY", opent_om=time(9), sluit_om=time(10))
    plek.openingstijd_set.create(dicht=True, van=date(2026, 12, 25), tekst="Kerst")
    row.werkgebieden.create(gemeente=world.gemeente)
    row.werkgebieden.create(hele_regio=True)
    row.talen.create(naam="Arabisch", code="ar")
    row.kostenregels.create(wat="Lunch", bedrag="3.50")
    row.doelgroepvragen.create(past=True, tekst="Wil je onder de mensen zijn?")
    row.startmomenten.create(begint_op=date(2027, 1, 11), plaatsen_vrij=4)
    row.sluitingsperiodes.create(van=date(2027, 8, 1), tot=date(2027, 8, 31))
    row.controles.create(veld="rest", gecontroleerd_op=date(2026, 10, 1))
    row.controles.create(veld="telefoon", gecontroleerd_op=date(2026, 11, 1))
    for weken, dag in ((3, date(2026, 9, 1)), (7, date(2026, 11, 1))):
        row.wachttijden.create(
            fase="aanmeld",
            weken_van=weken,
            weken_tot=weken + 2,
            gemeten_op=dag,
            geldig_tot=date(2027, 2, 1),
            methode="gerealiseerd",
            door="Ggz Lindestroom",
        )
    return row


@pytest.fixture
def opvang(world: World) -> Voorziening:
    """At a secret place, where somebody once hung a number."""
    row = world.voorziening("Opvang", manieren=["telefoon"])
    row.telefoon_set.create(nummer="0331112233", toelichting="Intake")
    geheim = Locatie.objects.create(regio=world.regio, geheim=True)
    geheim.telefoon_set.create(nummer="0338888881", toelichting=KANARIE)
    plek = Voorzieningplek.objects.create(
        regio=world.regio, voorziening=row, locatie=geheim, omschrijving=KANARIE
    )
    plek.contact_set.create(naam=KANARIE)
    return row


@pytest.fixture
def weg(world: World) -> tuple[Voorziening, Voorziening]:
    """Not on the kaart yet, and stopped."""
    return (
        world.voorziening("Nog niet", status=Status.INACTIEF),
        world.voorziening(
            "Gestopt", status=Status.GESTOPT, gestopt_op=date(2026, 10, 1)
        ),
    )


UUIDS = [f"00000000-0000-4000-8000-00000000000{n}" for n in range(10)]
POST = Locatiesoort.POST
