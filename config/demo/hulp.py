"""Numbers to call in the demo region: made up, save those of the country."""

from datetime import date, datetime, time, timedelta
from uuid import uuid4

from django.utils import timezone

from netwerk.choices import MagBellen
from netwerk.choices_hulp import Adres, Rubriek, Zorg
from netwerk.models import Hulpnummer, Nummerwijziging, Zorgenadres
from netwerk.services.hulp import load_national
from toegang.models import Gemeente, Regio, Wijk

# rubriek, situatie, uitleg, nummer, wie, weg, wanneer, kort
REGELS = [
    (Rubriek.DOKTER, "’s Avonds, ’s nachts en in het weekend", "Huisartsenpost Lindestroom.",
     "0100 – 11 22 33", MagBellen.IEDEREEN, "", "Buiten kantooruren", "Huisartsenpost"),
    (Rubriek.DOKTER, "Je bent al in zorg en het loopt vast", "Crisisdienst Ggz Lindestroom.",
     "0100 – 44 55 66", MagBellen.EIGEN, "", "Dag en nacht", "Crisisdienst"),
    (Rubriek.DOKTER, "Nog geen hulp, en het kan niet wachten", "Crisisdienst Ggz Lindestroom.",
     "0100 – 44 55 67", MagBellen.VERWIJZERS,
     "Bel je huisarts of de huisartsenpost. Zij bellen de crisisdienst voor je.",
     "Dag en nacht", ""),
    (Rubriek.PRATEN, "Vast nummer van de regio", "Voor jou en voor wie zich zorgen maakt.",
     "0100 – 77 88 99", MagBellen.IEDEREEN, "", "Dag en nacht", "Nummer van de regio"),
]  # fmt: skip
ENGELS = [
    (Rubriek.DOKTER, "Evenings, nights and weekends", "Out-of-hours doctors, Huisartsenpost"
     " Lindestroom.", "0100 – 11 22 33", "Outside office hours"),
    (Rubriek.PRATEN, "The number of this region", "For you, and for who is worried about"
     " you.", "0100 – 77 88 99", "Day and night"),
]  # fmt: skip
ALLE = [z.value for z in Zorg if z not in {Zorg.LEVENSMOE, Zorg.ONVEILIG_THUIS}]
# adres, naam, soorten, nummer, wanneer, wat dan
REGIO: list[tuple[Adres, str, list[str], str, str, str]] = [
    (Adres.VANGNET, "Vangnet en advies", [Zorg.GEEN_CONTACT, Zorg.ZELFZORG, Zorg.OVERLAST],
     "0100 – 66 55 44", "Op werkdagen, 8.30 tot 17.00 uur",
     "Iemand vraagt wat je ziet en hoe lang al. Als het nodig is, gaat een medewerker langs."
     " Je hoort terug dat er iets mee is gedaan."),
    (Adres.VAST_NUMMER, "Vast nummer van de regio", ALLE, "0100 – 77 88 99", "Dag en nacht",
     "Je praat met iemand die de regio kent. Samen bedenken jullie wat een goede stap is."),
    (Adres.CORPORATIE, "Woonstichting Lindewoon", [Zorg.OVERLAST, Zorg.ZELFZORG],
     "0100 – 55 44 33", "Op werkdagen, 9.00 tot 16.00 uur",
     "Huurt deze persoon bij Lindewoon? Een wijkbeheerder belt aan voor een gesprek."),
]  # fmt: skip
WIJKTEAM = (
    "Een medewerker van het wijkteam luistert. Vaak gaat er iemand langs, gewoon voor een"
    " praatje. Je naam noemen ze alleen als jij dat goedvindt."
)


def fill(regio: Regio, *, today: date) -> None:
    """Lines, addresses per wijk, and one number that changed last week."""
    load_national()
    checked = today - timedelta(days=40)
    for n, (rubriek, situatie, uitleg, nummer, wie, weg, wanneer, kort) in enumerate(
        REGELS
    ):
        Hulpnummer.objects.create(
            regio=regio, rubriek=rubriek, situatie=situatie, uitleg=uitleg, nummer=nummer,
            mag_bellen=wie, weg=weg, wanneer=wanneer, kort=kort, volgorde=50 + n,
            gecontroleerd_op=checked,
        )  # fmt: skip
    for rubriek, situatie, uitleg, nummer, wanneer in ENGELS:
        Hulpnummer.objects.create(
            regio=regio, taal="en", rubriek=rubriek, situatie=situatie, uitleg=uitleg,
            nummer=nummer, wanneer=wanneer, gecontroleerd_op=checked,
        )  # fmt: skip
    for adres, naam, soorten, nummer, wanneer, wat_dan in REGIO:
        Zorgenadres.objects.create(
            regio=regio, adres=adres, naam=naam, soorten=soorten, nummer=nummer,
            wanneer=wanneer, wat_dan=wat_dan, gecontroleerd_op=checked,
        )  # fmt: skip
    _teams(regio, checked)
    Nummerwijziging.objects.create(
        uuid=uuid4(),
        regio=regio,
        soort="hulpnummer",
        wat=REGELS[0][1],
        openbaar=True,
        oud="0100 – 11 22 30",
        nieuw=REGELS[0][3],
        gewijzigd_op=timezone.make_aware(
            datetime.combine(today - timedelta(days=7), time(9, 15))
        ),
    )


def _teams(regio: Regio, checked: date) -> None:
    """A team per gemeente, and in the largest one per wijk."""
    for n, gemeente in enumerate(Gemeente.objects.filter(regio=regio)):
        _team(regio, checked, n, gemeente)
    first = Gemeente.objects.filter(regio=regio, naam="Lindehoven").first()
    for n, wijk in enumerate(Wijk.objects.filter(gemeente=first)):
        _team(regio, checked, 20 + n, wijk.gemeente, wijk)


def _team(
    regio: Regio, checked: date, n: int, gemeente: Gemeente, wijk: Wijk | None = None
) -> None:
    Zorgenadres.objects.create(
        regio=regio,
        gemeente=gemeente,
        wijk=wijk,
        adres=Adres.WIJKTEAM,
        naam=f"Wijkteam {wijk.naam if wijk else gemeente.naam}",
        soorten=ALLE,
        nummer=f"0100 – 33 22 {10 + n}",
        wanneer="Op werkdagen, 9.00 tot 17.00 uur",
        kosten="Gratis",
        wat_dan=WIJKTEAM,
        volgorde=10,
        gecontroleerd_op=checked,
    )
