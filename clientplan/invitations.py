"""What the links in mails of a plan lead to; registered in apps.py.

`brief`: the mail to who typed the code of a letter; its key is the role and the hash of that
letter. `meelezen`: the mail a client sends to a naaste; its key is the hash of the letter.
"""

from netwerk.models import Startbrief
from netwerk.services import naasten, starten
from netwerk.services.naasten import MEELEZEN
from toegang.choices import Soort
from toegang.invitations import Kind, register
from toegang.models import Gebruiker, Uitnodiging

BRIEF = "brief"
ZINNEN = {
    Soort.CLIENT: "Hier begin je een eigen plan. Het is van jou.",
    Soort.NAASTE: "Iemand die je kent, wil je iets laten lezen. Wie, zie je straks.",
}


def register_kinds() -> None:
    register(BRIEF, Kind(sentence=_sentence, accept=_accept, rol=_rol))
    register(
        MEELEZEN,
        Kind(sentence=_naaste_sentence, accept=_accept_naaste, rol=_as_naaste),
    )


def _sentence(invitation: Uitnodiging) -> str | None:
    soort, hashed = _parts(invitation)
    if soort == Soort.CLIENT:
        is_open = Startbrief.objects.open().filter(hash=hashed).exists()
    else:
        is_open = bool(naasten.region_of(hashed))
    return ZINNEN[soort] if is_open else None


def _accept(invitation: Uitnodiging, user: Gebruiker) -> None:
    soort, hashed = _parts(invitation)
    if soort == Soort.NAASTE:
        _came(hashed, user)
        return
    letter = Startbrief.objects.select_related("regio").filter(hash=hashed).first()
    if letter is None:
        raise Uitnodiging.DoesNotExist
    try:
        starten.use_letter(letter=letter, user=user)
    except starten.LetterOver as error:
        raise Uitnodiging.DoesNotExist from error


def _rol(invitation: Uitnodiging) -> str:
    return _parts(invitation)[0].value


def _parts(invitation: Uitnodiging) -> tuple[Soort, str]:
    soort, _, hashed = invitation.sleutel.partition(":")
    return Soort(soort), hashed


def _naaste_sentence(invitation: Uitnodiging) -> str | None:
    return ZINNEN[Soort.NAASTE] if naasten.region_of(invitation.sleutel) else None


def _accept_naaste(invitation: Uitnodiging, user: Gebruiker) -> None:
    _came(invitation.sleutel, user)


def _as_naaste(_: Uitnodiging) -> str:
    return Soort.NAASTE.value


def _came(hashed: str, user: Gebruiker) -> None:
    try:
        naasten.came(hash=hashed, user=user)
    except starten.LetterOver as error:
        raise Uitnodiging.DoesNotExist from error
