"""An agreement for the calendar of a phone (RFC 5545): a day, and no word of the plan. A
calendar is read by more people than the plan is."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

TITLE = "Afspraak"


def as_ics(*, uuid: UUID, day: date, made: datetime) -> bytes:
    """A whole day; a second time in the same calendar it is the same one."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Netwerkkompas//NL",
        "BEGIN:VEVENT",
        f"UID:{uuid}",
        f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{TITLE}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines).encode()
