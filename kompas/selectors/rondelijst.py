"""The rounds of a traject, and what one can begin with."""

from dataclasses import dataclass

from django.db.models import Count, F

from kompas.choices import Groep
from kompas.models import Kompaseditie, Traject
from kompas.querysets import RondeQuerySet
from kompas.rules.kerngroep import Advies, few_with_ervaring


def listed(traject: Traject) -> RondeQuerySet:
    """Newest first, each with `mensen`: how many take part. Presence, never answers."""
    rows = traject.rondes.order_by(F("nummer").desc()).select_related("editie")
    return rows.annotate(mensen=Count("deelnames"))


def edities(traject: Traject) -> list[Kompaseditie]:
    """The newest version of each edition for this region; the region's own go first."""
    newest: dict[tuple[int | None, str], Kompaseditie] = {}
    for editie in Kompaseditie.objects.for_regio(traject.regio):  # by version
        newest[editie.regio_id, editie.sleutel] = editie
    return sorted(newest.values(), key=lambda e: (e.regio_id is None, e.naam))


@dataclass(frozen=True)
class Tafel:
    """Who would be asked: `met_account` get a letter, the others join with the code."""

    met_account: int
    zonder_account: int
    ervaring: int

    @property
    def advies(self) -> Advies | None:
        """A warning when the group with lived experience could not be shown (K8)."""
        return few_with_ervaring(self.ervaring)


def at_the_table(traject: Traject) -> Tafel:
    leden = list(traject.leden.current())
    met = sum(lid.gebruiker_id is not None for lid in leden)
    ervaring = sum(lid.groep == Groep.ERVARING for lid in leden)
    return Tafel(met, len(leden) - met, ervaring)
