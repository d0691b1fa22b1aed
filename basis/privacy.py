"""How sensitive each field is. Every app says it for its own tables in `<app>/privacy.py`:

    FIELDS: Table = {"Regio": {OPENBAAR: "naam slug"}, …}

model → class → field names with a space between. The key of a row (`id`) is not named. A
field that is missing fails tests/architecture/test_privacy.py. What the classes decide:
`STEM`, `GEZONDHEID` and `SLEUTEL` never stand in a log line, a mail's subject or `__str__`;
neither does `PERSOON`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum


class Privacy(StrEnum):
    OPENBAAR = "openbaar"  # anybody may read it
    INTERN = "intern"  # about the work, tells nothing about a person
    PERSOON = "persoon"  # personal data (AVG)
    GEZONDHEID = "gezondheid"  # tells something about somebody's health (AVG art. 9)
    STEM = "stem"  # what somebody answered, tied to nobody (K7)
    SLEUTEL = "sleutel"  # opens or ties something: key, hash, code


OPENBAAR, INTERN, PERSOON = Privacy.OPENBAAR, Privacy.INTERN, Privacy.PERSOON
GEZONDHEID, STEM, SLEUTEL = Privacy.GEZONDHEID, Privacy.STEM, Privacy.SLEUTEL
Table = Mapping[str, Mapping[Privacy, str]]


def classified(table: Table, model: str) -> Iterator[tuple[str, Privacy]]:
    """Field and class, one pair per time a field is named. KeyError: no such model."""
    for privacy, names in table[model].items():
        for name in names.split():
            yield name, privacy
