"""Names in the order in which people look for them."""

from django.contrib.postgres.lookups import Unaccent
from django.db.models import F
from django.db.models.functions import Lower


def by_name(field: str = "naam") -> Lower:
    """For `order_by`: Şeyma stands with the S and émile with the E. The database itself
    sorts by code point, and so after the Z."""
    return Lower(Unaccent(F(field)))
