"""Joining a round and finishing a card.

Nothing here writes a log line, on purpose (docs/adr/0004): who takes part is a row, and a
row without a time says all there is to say.
"""

from __future__ import annotations

from django.db import transaction

from kompas.choices import GROEP_VAN, Kaartstand, Rol
from kompas.models import (
    Deelname,
    Kaartklaar,
    Kerngroeplid,
    Ronde,
    Rondekaart,
    Stembriefje,
)
from kompas.rules.kenmerk import gast_hash
from kompas.selectors.deelname import Deelnemer, has_begun


def join_as_guest(
    *, ronde: Ronde, secret: str, rol: Rol, betaald: bool = False
) -> Deelnemer | None:
    """Takes part without a name; None when the round was closed meanwhile.

    `secret` is what the device keeps: joining twice with the same one is joining once.
    """
    with transaction.atomic():
        if not _still_open(ronde):
            return None
        deelname, _ = Deelname.objects.get_or_create(
            gast_hash=gast_hash(secret),
            defaults={
                "ronde": ronde,
                "groep": GROEP_VAN[rol],
                "rol": rol,
                "betaald": betaald,
            },
        )
        return _with_ballot(Deelnemer(deelname, secret))


def join_as_member(*, lid: Kerngroeplid, ronde: Ronde) -> Deelnemer | None:
    """Takes part from an account, in the role of the kerngroep; None when closed."""
    with transaction.atomic():
        if not _still_open(ronde):
            return None
        deelname, _ = Deelname.objects.get_or_create(
            ronde=ronde,
            gebruiker=lid.gebruiker,
            defaults={"groep": lid.groep, "rol": lid.rol, "betaald": lid.betaald},
        )
        return _with_ballot(Deelnemer(deelname))


def finish_card(*, deelnemer: Deelnemer, kaart: Rondekaart) -> None:
    """Says "klaar" with a card; a repeat changes nothing, a card that is open neither."""
    if kaart.stand == Kaartstand.DICHT and deelnemer.may_answer(kaart):
        row = Kaartklaar(deelname=deelnemer.deelname, kaart=kaart)
        Kaartklaar.objects.bulk_create([row], ignore_conflicts=True)


def choose_again(*, deelnemer: Deelnemer) -> bool:
    """A guest who chose the wrong perspective leaves, to join anew; False once they
    answered or finished something, because that can't move to another group."""
    ronde = deelnemer.ronde
    with transaction.atomic():
        # no save is under way while we look: each holds its card until it commits
        held = list(ronde.kaarten.order_by("pk").select_for_update())
        if not deelnemer.gast or not held or has_begun(deelnemer):
            return False
        Stembriefje.objects.filter(kenmerk=deelnemer.kenmerk).delete()
        deelnemer.deelname.delete()
        return True


def _still_open(ronde: Ronde) -> bool:
    """Holds the round until the end of the transaction: closing waits for who joins."""
    held = Ronde.objects.running().select_for_update(no_key=True)
    return held.filter(pk=ronde.pk).exists()


def _with_ballot(deelnemer: Deelnemer) -> Deelnemer:
    Stembriefje.objects.get_or_create(
        kenmerk=deelnemer.kenmerk,
        defaults={"ronde": deelnemer.ronde, "groep": deelnemer.deelname.groep},
    )
    return deelnemer
