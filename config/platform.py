"""What who keeps the platform wants to know (T1): whether all of it works, and how it is set.
Settings are read from the environment of the server and changed there; no secret, no
address of an engine and no path is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from berichten.models import Bericht
from toegang.http import GebruikerRequest
from toegang.roles import may_now

from .health import redis_state

ACT = "platform.inzien"
SILENT_S = 180  # a worker and beat show themselves each minute
LATE = timedelta(minutes=15)


@dataclass(frozen=True)
class Stand:
    """One part that has to work: `zin` says how it is, `gevolg` what people notice."""

    naam: str
    goed: bool
    zin: str
    gevolg: str = ""


@dataclass(frozen=True)
class Instelling:
    """`sleutel` is the name in the environment."""

    naam: str
    waarde: str
    sleutel: str


def platform(request: GebruikerRequest) -> HttpResponse:
    if not may_now(request.user, ACT):
        raise Http404
    standen = [*_engines(), _post()]
    context = {
        "standen": standen,
        "goed": all(stand.goed for stand in standen),
        "groepen": list(_groups()),
    }
    return render(request, "toegang/beheer/platform.html", context)


def _engines() -> Iterator[Stand]:
    state = redis_state()
    memory = state["redis"] == "ok"
    yield Stand("Database", goed=True, zin="Geeft antwoord.")  # this page came from it
    yield Stand(
        "Geheugen voor tellingen en taken",
        memory,
        "Geeft antwoord." if memory else "Geeft geen antwoord.",
        "Inloggen en meedoen met een code kunnen dan niet. Post en PDF’s wachten.",
    )
    for naam, key in (("Werk op de achtergrond", "worker_s"), ("De klok", "beat_s")):
        yield _seen(naam, state[key])


def _seen(naam: str, seconds: object) -> Stand:
    works = isinstance(seconds, int) and seconds <= SILENT_S
    zin = "Werkt." if works else "Liet de laatste minuten niets van zich horen."
    return Stand(naam, works, zin, "Post en PDF’s wachten, en niets ruimt vanzelf op.")


def _post() -> Stand:
    late = Bericht.objects.waiting(timezone.now() - LATE).count()
    parked = Bericht.objects.parked().count()
    said = []
    if late:
        said.append(f"{_letters(late)} langer dan een kwartier.")
    if parked:
        said.append(f"{_letters(parked, 'kwam', 'kwamen')} niet aan, ook niet later.")
    return Stand(
        "Post",
        not said,
        " ".join(said) or "Alles is verstuurd.",
        "Kijk of de mailserver het doet, en of de adressen kloppen.",
    )


def _letters(many: int, one: str = "wacht", more: str = "wachten") -> str:
    return f"1 brief {one}" if many == 1 else f"{many} brieven {more}"


def _groups() -> Iterator[tuple[str, list[Instelling]]]:
    rust = settings.SESSION_RUST_MINUTEN, settings.SESSION_RUST_MINUTEN_PROFESSIONAL
    forced = settings.MFA_FORCED
    yield (
        "Inloggen",
        [
            Instelling(
                "Extra inlogstap",
                "Verplicht voor iedereen die bij gegevens van cliënten kan"
                if forced
                else "Niet verplicht. Doe dit alleen om te proberen.",
                "MFA_FORCED",
            ),
            Instelling(
                "Vanzelf uitloggen",
                f"Na {rust[0]} minuten niets doen. Bij professionals na {rust[1]} minuten",
                "SESSION_RUST_MINUTEN, SESSION_RUST_MINUTEN_PROFESSIONAL",
            ),
            Instelling(
                "Uitnodigingen",
                f"Werken {settings.UITNODIGING_DAGEN} dagen",
                "UITNODIGING_DAGEN",
            ),
            Instelling(
                "Hulp bij inloggen",
                settings.HELPDESK
                or "Niet ingevuld: wie er niet in komt, ziet geen nummer",
                "HELPDESK",
            ),
        ],
    )
    yield (
        "Voor bezoekers",
        [
            Instelling("Adres van de site", settings.BASE_URL, "BASE_URL"),
            Instelling(
                "Naam boven de pagina’s",
                settings.REGIO_NAAM or "Alleen Netwerkkompas",
                "REGIO_NAAM",
            ),
            Instelling(
                "De knop ‘Snel weg’ gaat naar",
                settings.SNEL_WEG_NAAR or "Een lege pagina van onszelf",
                "SNEL_WEG_NAAR",
            ),
            Instelling(
                "Open data",
                f"{settings.OPEN_DATA_VRAGEN} vragen per adres in vijf minuten"
                if settings.OPEN_DATA_VRAGEN
                else "Zonder grens",
                "OPEN_DATA_VRAGEN",
            ),
        ],
    )
    yield (
        "Post en gesprekken",
        [
            Instelling(
                "Afzender van de post",
                settings.DEFAULT_FROM_EMAIL,
                "DEFAULT_FROM_EMAIL",
            ),
            Instelling(
                "Een ronde die blijft liggen",
                f"Na {settings.RONDE_VRAAG_NA_DAGEN} dagen een vraag aan de begeleider,"
                f" na {settings.RONDE_SLUIT_NA_DAGEN} dagen sluit hij vanzelf",
                "RONDE_VRAAG_NA_DAGEN, RONDE_SLUIT_NA_DAGEN",
            ),
        ],
    )
    yield (
        "Logboek",
        [
            Instelling(
                "Tweede plek voor de keten",
                "Ingesteld"
                if settings.LOGBOEK_GETUIGE
                else "Niet ingesteld: dan kan niemand zien of iemand de keten opnieuw maakte",
                "LOGBOEK_GETUIGE",
            )
        ],
    )
