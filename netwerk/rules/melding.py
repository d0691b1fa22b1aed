"""How long a report keeps the address of who sent it."""

from __future__ import annotations

from datetime import date

from .datum import add_months

# The list names a report that waits for two weeks. Who hears nothing for a quarter of a year
# is not waiting for a mail any more, and follows it by its number; somebody who never
# answers must not make an address stay.
MAANDEN_ADRES = 3


def keeps_address_from(day: date) -> date:
    """Reports of before this day have none."""
    return add_months(day, -MAANDEN_ADRES)
