"""One plan as one person may see it: the client, somebody who was let in, or the client
through the eyes of that somebody.

All three are answered by the same function, `poort.rechten`, and shown by the same pages
(T4: preview and enforcement are one).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from netwerk.models import Client, Noodtoegang
from netwerk.rules.onderdelen import ONDERDELEN, Onderdeel, Recht
from netwerk.selectors.betrokkenen import Betrokkene
from netwerk.selectors.bevoegden import Namens


@dataclass(frozen=True)
class Blik:
    """`rechten`: per part that is open. `ogen`: through whose eyes the client looks; such a
    look can do nothing. `nood`: the emergency access by which who looks is in. `namens`: by
    what who looks acts for the client, in this part."""

    client: Client
    rechten: Mapping[str, Recht]
    eigen: bool = False
    ogen: Betrokkene | None = None
    nood: Noodtoegang | None = None
    namens: Namens | None = None

    @property
    def naam(self) -> str:
        """Of whose plan it is."""
        return self.client.gebruiker.naam

    def may_read(self, deel: str) -> bool:
        return self.rechten.get(deel, Recht.GEEN) >= Recht.LEZEN

    def may_add(self, deel: str) -> bool:
        """A voice of one's own beside the words of the client."""
        return self._may(deel, Recht.BIJDRAGEN)

    def may_write(self, deel: str) -> bool:
        return self._may(deel, Recht.MEDE_EIGENAAR)

    def may_remove(self, deel: str) -> bool:
        return self._may(deel, Recht.EIGENAAR)

    def _may(self, deel: str, recht: Recht) -> bool:
        return self.ogen is None and self.rechten.get(deel, Recht.GEEN) >= recht

    def url(self, naam: str, **kwargs: Any) -> str:
        """The address of a page of a plan, for who looks: see `clientplan/urls.py`."""
        if self.ogen is not None:
            return reverse(
                f"{naam}_bekijk", kwargs={"wie": self.ogen.rij.uuid, **kwargs}
            )
        if self.eigen:
            return reverse(naam, kwargs=kwargs)
        return reverse(f"{naam}_van", kwargs={"plan": self.client.uuid, **kwargs})

    def open_parts(self) -> list[Onderdeel]:
        """That have pages, in the order of the table."""
        return [
            one
            for one in ONDERDELEN.values()
            if one.in_gebruik and self.may_read(one.sleutel)
        ]
