"""Who is asked for a round, who did not begin yet, and whether its rules still can change."""

from django.db.models import Q

from kompas.choices import GROEP_VAN, Groep
from kompas.models import (
    Inventarisantwoord,
    Kerngroeplid,
    OpenAntwoord,
    Ronde,
    Stellingantwoord,
)
from kompas.querysets import LidQuerySet
from kompas.rules.kerngroep import ERVARINGSDESKUNDIGEN


def invited(ronde: Ronde) -> LidQuerySet:
    """Members of the kerngroep, in both rings, who get at least one card of the round."""
    groepen = {groep for kaart in ronde.kaarten.all() for groep in kaart.voor_groepen}
    gets_a_card = Q(
        rol__in=[rol for rol, groep in GROEP_VAN.items() if groep in groepen]
    )
    if Groep.UITVOERING in groepen:  # the card Professionals is open to them too
        gets_a_card |= Q(betaald=True, rol__in=ERVARINGSDESKUNDIGEN)
    current = Kerngroeplid.objects.current().filter(traject=ronde.traject_id)
    return current.filter(gets_a_card).select_related("gebruiker", "organisatie")


def with_account(leden: LidQuerySet) -> LidQuerySet:
    """Those whom a letter reaches: an invitation that waits is a letter of its own."""
    return leden.filter(gebruiker__is_active=True)


def not_started(ronde: Ronde) -> LidQuerySet:
    """Invited, with an account, and not yet in the round. Says nothing about answers."""
    joined = ronde.deelnames.exclude(gebruiker=None).values("gebruiker")
    return with_account(invited(ronde)).exclude(gebruiker__in=joined)


def is_answered(ronde: Ronde) -> bool:
    """Whether anybody answered anything: then its rules stand (K7)."""
    kinds = (Stellingantwoord, OpenAntwoord, Inventarisantwoord)
    return any(kind.objects.filter(stembriefje__ronde=ronde).exists() for kind in kinds)


def may_change(ronde: Ronde, *, opens: bool) -> bool:
    """Whether it may still be changed how scores will be shown.

    Never once somebody answered. And who joined has read that the round is safe: what is
    safe does not become open any more under their eyes (`opens`; ours, stricter than K7).
    """
    if opens and ronde.deelnames.exists():
        return False
    return not is_answered(ronde)
