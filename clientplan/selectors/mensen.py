"""Who is round a client, to name in a piece of the plan."""

from collections.abc import Mapping

from clientplan.selectors.blik import Blik
from netwerk.models import Betrokkenheid
from netwerk.selectors.betrokkenen import round_client
from toegang.models import Gebruiker

People = Mapping[int | None, tuple[Betrokkenheid, str]]


def known_people(blik: Blik, user: Gebruiker) -> People:
    """Of whoever is round the client those the reader may know: the client all of them,
    others themselves, and nobody through somebody's eyes but that somebody."""
    if blik.ogen is not None:
        row = blik.ogen.rij
        return {row.pk: (row, blik.ogen.naam)}
    if blik.eigen:
        return {
            one.rij.pk: (one.rij, f"{one.naam} ({one.wie})" if one.wie else one.naam)
            for one in round_client(blik.client, user)
        }
    rows = Betrokkenheid.objects.of(user).filter(client=blik.client)
    return {row.pk: (row, "Ik doe dit zelf") for row in rows.select_related("client")}


def by_uuid(people: People) -> dict[str, tuple[str, Betrokkenheid]]:
    """For a form."""
    return {str(row.uuid): (label, row) for row, label in people.values()}
