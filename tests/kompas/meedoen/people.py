"""Guests of a round, as the services know them and with a telephone."""

import secrets

from django.test import Client
from django.urls import reverse

from kompas.choices import Rol
from kompas.models import Ronde, Stellingantwoord
from kompas.selectors.deelname import Deelnemer
from kompas.services import deelname, stemmen


def guest(ronde: Ronde, rol: Rol = Rol.CLIENT, **more) -> Deelnemer:
    who = deelname.join_as_guest(
        ronde=ronde, secret=secrets.token_urlsafe(), rol=rol, **more
    )
    assert who is not None
    return who


def score(
    who: Deelnemer,
    keuze: str,
    *,
    kaart: str = "visie",
    stelling: int = 1,
    opmerking: str = "",
    versie: int = 1,
    nu: bool = False,
) -> stemmen.Bewaard:
    return stemmen.save_stelling(
        deelnemer=who,
        kaart=kaart,
        stelling=stelling,
        keuze=keuze,
        opmerking=opmerking,
        versie=versie,
        nu=nu,
    )


def kept(who: Deelnemer) -> list[tuple[int, str, str]]:
    """(place on the card, choice, remark) of all this participant answered."""
    rows = Stellingantwoord.objects.filter(stembriefje__kenmerk=who.kenmerk)
    return list(
        rows.order_by("stelling").values_list(
            "stelling__volgorde", "keuze", "opmerking"
        )
    )


def device(**more) -> Client:
    """A telephone: it keeps its cookies, and nobody is logged in."""
    return Client(**more)


def joined(ronde: Ronde, rol: Rol = Rol.CLIENT, **more) -> Client:
    """A telephone with which somebody takes part in the round."""
    phone = device()
    address = reverse("meedoen_ronde", args=[ronde.code])
    phone.get(address)
    answer = phone.post(address, {"rol": rol.value, **more})
    assert answer.status_code == 302
    return phone


def send(phone: Client, ronde: Ronde, *, how: str = "", **words):
    """An answer to a statement, as the form, htmx or a queue on the device sends it."""
    body = {"kaart": "visie", "stelling": 1, "keuze": "4", "versie": 1, **words}
    headers = {"htmx": {"HX-Request": "true"}, "queue": {"X-Outbox": "1"}}.get(how, {})
    return phone.post(
        reverse("bewaar_stelling", args=[ronde.code]), body, headers=headers
    )


def answers(ronde: Ronde) -> list[tuple[str, str]]:
    rows = Stellingantwoord.objects.filter(stembriefje__ronde=ronde)
    return sorted(rows.values_list("keuze", "opmerking"))
