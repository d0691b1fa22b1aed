"""Where somebody looks for help: the region and gemeente that decide who serves them, and
the point from which is measured."""

from __future__ import annotations

from dataclasses import dataclass

from toegang.models import Gemeente, Regio

from .plaatsen import PLAATS, Choice, Found, Unknown, find_where

STRALEN = (5, 10, 25, 50)
HELE_REGIO = "regio"
DEFAULT = "10"


@dataclass(frozen=True)
class Plek:
    """`straal` None is the whole region. Without a region and a point: everywhere."""

    regio: Regio | None = None
    gemeente: Gemeente | None = None
    punt: tuple[float, float] | None = None
    label: str = ""
    straal: int | None = None

    @property
    def overal(self) -> bool:
        return self.regio is None and self.punt is None

    @property
    def buiten(self) -> bool:
        """A place that is in no region of this kaart."""
        return self.regio is None and self.punt is not None


@dataclass(frozen=True)
class Gevonden:
    """`niet` is what is wrong with the place that was typed: the page says so, and the
    words still give results without a distance."""

    plek: Plek
    regios: list[Regio]
    niet: Unknown | Choice | None = None
    onbekend: str = ""  # a postcode beside a place that is known


def locate(text: str, straal: str = DEFAULT, slug: str = "") -> Gevonden:
    """At most four queries. The place decides which region; without one the region of the
    address, or the only one there is."""
    regios = list(Regio.objects.all())
    regio = next((r for r in regios if r.slug == slug), None)
    if regio is None and len(regios) == 1:
        regio = regios[0]
    found = find_where(text, regio) if text.strip() else None
    if not isinstance(found, Found):
        return _without_point(found, regio, regios)
    gemeente, within = _gemeente(found.gemeente, regio, regios)
    km = int(straal) if straal in map(str, STRALEN) else None
    here = Plek(within, gemeente, (found.lat, found.lon), found.label, km)
    return Gevonden(here, regios, onbekend=found.unknown)


def _without_point(
    found: Unknown | Choice | None, regio: Regio | None, regios: list[Regio]
) -> Gevonden:
    """A gemeente of ours that the list of places lacks decides who serves it, from nowhere
    on the map; else the words alone."""
    if isinstance(found, Unknown) and found.reason == PLAATS:
        gemeente, within = _gemeente(found.text, regio, regios)
        if gemeente:
            return Gevonden(Plek(within, gemeente, label=gemeente.naam), regios)
    unclear = found if isinstance(found, Choice) or (found and found.text) else None
    return Gevonden(Plek(regio), regios, unclear)


def _gemeente(
    naam: str, regio: Regio | None, regios: list[Regio]
) -> tuple[Gemeente | None, Regio | None]:
    """By its name, with the region it is in; of two with one name, that in `regio`."""
    rows = list(Gemeente.objects.filter(naam__iexact=naam))
    own = (row for row in rows if regio and row.regio_id == regio.pk)
    found = next(own, rows[0] if rows else None)
    within = (r for r in regios if found and r.pk == found.regio_id)
    return found, next(within, None)
