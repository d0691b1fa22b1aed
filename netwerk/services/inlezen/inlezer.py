"""Everything of a package beside what is there, and then all of it written.

A record that says the same as ours is left alone, with its dates. What a package does not
name stays as it is; a list that it names is taken over whole, except measurements of
waiting, which are only added.
"""

from __future__ import annotations

from django.utils import timezone

from netwerk.models import (
    Locatie,
    Organisatieprofiel,
    Taxonomie,
    Term,
    Voorziening,
)
from netwerk.rules.hsds_pakket import Pakket
from netwerk.rules.hsds_plan import Plan
from netwerk.services.gewijzigd import touch
from netwerk.services.locaties import make_secret
from toegang.models import Organisatie, Regio

from . import los, taxonomieen
from .inlezing import Inlezing
from .lijsten import Lijsten
from .locaties import Locaties
from .organisaties import Organisaties
from .rijen import Model, in_parts
from .voorzieningen import Voorzieningen

# from a provision to what is said with it
HANG_ON: dict[Model, str] = {
    Locatie: "plekken__locatie",
    Term: "kenmerken__term",
    Taxonomie: "kenmerken__term__taxonomie",
}


class Inlezer:
    """`bron` is where the package comes from; empty means that it is our own."""

    def __init__(self, pakket: Pakket, *, regio: Regio, bron: str) -> None:
        self.inlezing = Inlezing(pakket, regio=regio, bron=bron)
        self.lijsten = Lijsten(self.inlezing)
        self.voorzieningen = Voorzieningen(self.inlezing, self.lijsten)

    def read(self) -> Plan:
        """Makes the rows, and writes nothing."""
        taxonomieen.read(self.inlezing)
        Organisaties(self.inlezing, self.lijsten).read()
        Locaties(self.inlezing, self.lijsten).read()
        self.voorzieningen.read()
        los.read(self.inlezing)
        return self.inlezing.plan

    @property
    def changes(self) -> bool:
        """Anything, also what no line of the plan tells of."""
        return self.inlezing.rijen.waiting or bool(self.inlezing.wordt_geheim)

    def write(self) -> None:
        """In the transaction of the caller."""
        moment = timezone.now()
        self.voorzieningen.say_when(moment)
        self.inlezing.rijen.write()
        for locatie in {row.pk: row for row in self.inlezing.wordt_geheim}.values():
            make_secret(locatie=locatie)
        self._touch_what_hangs_on()
        self.voorzieningen.stamp(moment)

    def said_anew(self) -> list[int]:
        """After writing: the provisions with words that may be new on the kaart. Those of the
        package, and of an organisation that changed."""
        rijen = self.inlezing.rijen
        own = {row.pk for row in rijen.new[Voorziening]} | {*rijen.changed[Voorziening]}
        of = Voorziening.objects.filter(organisatie__in=rijen.changed[Organisatie])
        return sorted(own | set(of.values_list("pk", flat=True)))

    def _touch_what_hangs_on(self) -> None:
        """What is said of a provision has its organisation, places and terms in it."""
        changed = self.inlezing.rijen.changed
        profielen = changed[Organisatieprofiel].values()
        organisations = {*changed[Organisatie], *(p.organisatie_id for p in profielen)}
        for keys in in_parts(organisations):
            touch(organisatie__in=keys)
        for model, path in HANG_ON.items():
            for keys in in_parts(changed[model]):
                touch(**{f"{path}__in": keys})
