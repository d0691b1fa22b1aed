"""Guests of a round, as the services know them."""

import secrets

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
