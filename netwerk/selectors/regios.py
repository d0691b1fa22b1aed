"""Which region a command is about."""

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
