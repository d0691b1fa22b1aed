"""What the client says about who may see and write what (T4). Rows are added, never changed;
each change bites at the next question that is asked of the database."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from basis.actor import asker
from logboek.services import Actie
from netwerk.models import Betrokkenheid, Client, Toestemming
from netwerk.rules.onderdelen import NOOIT_GEDEELD, ONDERDELEN, Recht

from .spoor import trace_own

DEELBAAR = [deel for deel in ONDERDELEN if deel not in NOOIT_GEDEELD]


@transaction.atomic
def give(
    *,
    betrokkenheid: Betrokkenheid,
    rechten: Mapping[str, Recht],
    van: date | None = None,
    tot: date | None = None,
) -> None:
    """From a day (none: today): per part that is named what it says, and one line in the
    trace for all. Until that day, and for parts that are not named, what held goes on. A no
    has no end, and after a last day comes a no: else the yes before it would come back."""
    today = timezone.localdate()
    first = van or today
    for deel, recht in sorted(rechten.items()):
        _say(betrokkenheid, deel, recht, van=first, tot=tot if recht else None)
        if recht and tot:
            _say(betrokkenheid, deel, Recht.GEEN, van=tot + timedelta(days=1))
    if rechten:
        trace_own(
            Actie.UPDATE,
            betrokkenheid.client,
            soort="toestemming" if first <= today else "toestemming_later",
            object_id=betrokkenheid.uuid,
        )


@transaction.atomic
def call_off(
    *,
    betrokkenheid: Betrokkenheid,
    now: Mapping[str, tuple[Recht, date | None]],
    delen: Iterable[str],
) -> None:
    """In these parts what holds now (right, last day) is said anew, over what was to begin
    on a later day."""
    for deel in delen:
        recht, tot = now.get(deel, (Recht.GEEN, None))
        give(betrokkenheid=betrokkenheid, rechten={deel: recht}, tot=tot)


@transaction.atomic
def not_yet(*, betrokkenheid: Betrokkenheid, van: date) -> None:
    """What treating opens without being asked stays shut until this day."""
    for deel, one in ONDERDELEN.items():
        if one.behandeling and one.deelbaar:
            _say(
                betrokkenheid,
                deel,
                Recht.GEEN,
                van=timezone.localdate(),
                tot=van - timedelta(days=1),
            )


def _say(
    betrokkenheid: Betrokkenheid,
    deel: str,
    recht: Recht,
    *,
    van: date,
    tot: date | None = None,
) -> None:
    Toestemming(
        client=betrokkenheid.client,
        betrokkenheid=betrokkenheid,
        onderdeel=deel,
        recht=recht,
        van=van,
        tot=tot,
        gegeven_door_id=asker(),
    ).save(force_insert=True)


@transaction.atomic
def shut_out(*, betrokkenheid: Betrokkenheid) -> None:
    """Nothing any more, at once; who it is stays in the list of the client."""
    give(betrokkenheid=betrokkenheid, rechten=dict.fromkeys(DEELBAAR, Recht.GEEN))


@transaction.atomic
def shut_out_all(*, client: Client) -> int:
    """Everybody at once; returns how many there were. What treatment or representation gives
    ends too: an explicit no goes first."""
    today = timezone.localdate()
    rows = Betrokkenheid.objects.visible_to(client.gebruiker).current(today)
    everybody = list(rows.filter(client=client).select_related("client__regio"))
    for one in everybody:
        shut_out(betrokkenheid=one)
    return len(everybody)


@transaction.atomic
def end(*, betrokkenheid: Betrokkenheid) -> None:
    """Not involved any more. Being involved ends with the day, so a no to every part goes
    with it: that bites now."""
    shut_out(betrokkenheid=betrokkenheid)
    Betrokkenheid.objects.visible_to(betrokkenheid.client.gebruiker).filter(
        pk=betrokkenheid.pk
    ).update(tot=timezone.localdate())
    trace_own(
        Actie.DELETE,
        betrokkenheid.client,
        soort="betrokkenheid",
        object_id=betrokkenheid.uuid,
    )
