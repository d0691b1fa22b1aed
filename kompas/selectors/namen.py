"""What other parts of the product call a working method."""

from kompas.models import Werkwijze


def names_of_methods() -> dict[str, str]:
    """key -> name over the editions that every region has, the newest name counts."""
    rows = Werkwijze.objects.filter(editie__regio=None).order_by("editie_id")
    return dict(rows.values_list("sleutel", "naam"))
