"""A month of the log: from its first moment to the first of the next. Pure."""

import re
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

_SHAPE = re.compile(r"([0-9]{4})-([0-9]{2})")
FIRST_YEAR = 2020


@dataclass(frozen=True, order=True)
class Maand:
    jaar: int
    nummer: int

    @classmethod
    def of(cls, day: date) -> "Maand":
        return cls(day.year, day.month)

    @classmethod
    def read(cls, text: str, today: date) -> "Maand":
        """From an address; this month for what is none, or has yet to come."""
        found = _SHAPE.fullmatch(text)
        now = cls.of(today)
        if not found:
            return now
        asked = cls(int(found[1]), int(found[2]))
        fits = 1 <= asked.nummer <= 12 and asked.jaar >= FIRST_YEAR  # noqa: PLR2004
        return asked if fits and asked <= now else now

    def __str__(self) -> str:
        return f"{self.jaar:04}-{self.nummer:02}"

    @property
    def dag(self) -> date:
        return date(self.jaar, self.nummer, 1)

    @property
    def vorige(self) -> "Maand":
        before = self.jaar * 12 + self.nummer - 2
        return Maand(before // 12, before % 12 + 1)

    @property
    def volgende(self) -> "Maand":
        after = self.jaar * 12 + self.nummer
        return Maand(after // 12, after % 12 + 1)

    def span(self, zone: tzinfo) -> tuple[datetime, datetime]:
        return (
            datetime(self.jaar, self.nummer, 1, tzinfo=zone),
            datetime(self.volgende.jaar, self.volgende.nummer, 1, tzinfo=zone),
        )
