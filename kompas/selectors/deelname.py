"""Who takes part, and what that participant alone may read back while the round is open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Q

from basis.crypto import key_ring
from kompas.choices import Groep
from kompas.models import (
    Deelname,
    Inventarisantwoord,
    OpenAntwoord,
    OpenVraag,
    Ronde,
    Rondekaart,
    Stellingantwoord,
)
from kompas.rules import kenmerk as rule, kerngroep
from toegang.models import Gebruiker


def open_key(ronde: Ronde) -> bytes:
    """The key of an open round, 32 bytes; only ever in memory, for one request."""
    box = ronde.sleutel_box
    if box is None:
        raise ValueError("a closed round has no key")
    return key_ring().unwrap(ronde.sleutel_naam, bytes(box), str(ronde.uuid))


@dataclass(frozen=True)
class Deelnemer:
    """A participant during one request: the one place where both sides meet, in memory.

    `gast` is the secret from the cookie, "" for an account.
    """

    deelname: Deelname
    gast: str = ""

    @property
    def ronde(self) -> Ronde:
        return self.deelname.ronde

    @cached_property
    def kenmerk(self) -> bytes:
        """What their ballot is found by."""
        key = open_key(self.ronde)
        if self.gast:
            return rule.kenmerk(key, gast=self.gast)
        return rule.kenmerk(key, deelname=self.deelname.pk)

    @property
    def groepen(self) -> list[str]:
        """The groups whose cards this participant may answer (`kerngroep.may_take_card`)."""
        wider = [Groep.UITVOERING.value] if self.takes_extra else []
        return [self.deelname.groep, *wider]

    @property
    def takes_extra(self) -> bool:
        """An ervaringsdeskundige in paid service may take the card of uitvoering too."""
        rol = self.deelname.rol
        return self.deelname.betaald and rol in kerngroep.ERVARINGSDESKUNDIGEN

    def may_answer(self, kaart: Rondekaart) -> bool:
        return not set(self.groepen).isdisjoint(kaart.voor_groepen)


def guest(code: str, secret: str) -> Deelnemer | None:
    """The guest of the open round with this code, by the secret of the device."""
    if not secret:
        return None
    found = Deelname.objects.filter(
        ronde__code=code, gast_hash=rule.gast_hash(secret)
    ).select_related("ronde")
    return next((Deelnemer(deelname, secret) for deelname in found), None)


def member(code: str, user: Gebruiker) -> Deelnemer | None:
    """Somebody who joined the open round with this code from their account."""
    found = Deelname.objects.filter(ronde__code=code, gebruiker=user)
    return next((Deelnemer(row) for row in found.select_related("ronde")), None)


def has_begun(wie: Deelnemer) -> bool:
    """Whether this participant answered or finished anything yet."""
    mine = Q(stembriefje__kenmerk=wie.kenmerk)
    return (
        wie.deelname.klaar.exists()
        or Stellingantwoord.objects.filter(mine).exists()
        or OpenAntwoord.objects.filter(mine).exists()
        or Inventarisantwoord.objects.filter(mine).exists()
    )


Sizes = dict[int, dict[str, int]]  # theme -> group -> people


def joined_per_card(ronde: Ronde) -> Sizes:
    """Per theme of the round how many people joined who have that card, per group.

    Who takes a card by choice (K3) counts for it as soon as they answered: then their
    group counts as many people as answered the statement that most of them answered.
    Closing the round does not change these figures, except for groups that closing took
    off the ballots: those have no figures any more.
    """
    people = Counter(ronde.deelnames.values_list("groep", flat=True))
    sizes: Sizes = {}
    for kaart in ronde.kaarten.all():
        groups = kaart.voor_groepen
        sizes[kaart.thema_id] = {name: people[name] for name in groups if people[name]}
    for thema, groep, n in _answers_per_group(ronde):
        card = sizes.setdefault(thema, {})
        card[groep] = max(card.get(groep, 0), n)
    return sizes


def _answers_per_group(ronde: Ronde) -> list[tuple[int, str, int]]:
    """(theme, group, answers), a row per statement, question and working method."""
    mine = Q(stembriefje__ronde=ronde) & ~Q(stembriefje__groep="")
    stellingen = (
        Stellingantwoord.objects.filter(mine)
        .exclude(keuze="")
        .values_list("stelling__thema", "stembriefje__groep", "stelling", "beurt")
        .annotate(n=Count("*"))
    )
    vragen = (
        OpenAntwoord.objects.filter(mine)
        .exclude(tekst="")
        .values_list("vraag__thema", "stembriefje__groep", "vraag")
        .annotate(n=Count("*"))
    )
    found = [(row[0], row[1], row[-1]) for row in (*stellingen, *vragen)]
    return found + _inventory_per_group(ronde, mine)


def _inventory_per_group(ronde: Ronde, mine: Q) -> list[tuple[int, str, int]]:
    """The inventory stands on the card with the open questions."""
    thema = OpenVraag.objects.filter(thema__editie=ronde.editie_id).first()
    rows = (
        Inventarisantwoord.objects.filter(mine)
        .exclude(gebruik="")
        .values_list("stembriefje__groep", "werkwijze")
        .annotate(n=Count("*"))
    )
    return [(thema.thema_id, row[0], row[-1]) for row in rows] if thema else []
