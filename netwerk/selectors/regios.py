"""Which region a command is about, and who keeps its kaart."""

from netwerk.models import Kaartinstelling
from toegang.models import Regio


class NoRegion(Exception):
    """None, or more than one; in words."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


def one_region(slug: str) -> Regio:
    """The one that is named, or the only one there is."""
    rows = list(Regio.objects.filter(slug=slug) if slug else Regio.objects.all())
    if len(rows) == 1:
        return rows[0]
    known = ", ".join(Regio.objects.order_by("slug").values_list("slug", flat=True))
    if slug:
        raise NoRegion(f"De regio {slug} is er niet. Wel: {known or 'geen enkele'}.")
    raise NoRegion(f"Zeg met --regio welke regio. Er zijn: {known or 'er is er geen'}.")


def keeper_of(regio: Regio) -> str:
    """The organisation that keeps the sociale kaart, as long as it is at work."""
    rows = Kaartinstelling.objects.filter(regio=regio, beheerder__gestopt_op=None)
    return rows.values_list("beheerder__naam", flat=True).first() or ""
