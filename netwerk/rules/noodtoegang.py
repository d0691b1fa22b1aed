"""Emergency access in plain rules (T5): what can be chosen, until when it is looked at."""

from datetime import date, datetime, time, timedelta

from .feestdagen import holiday_on
from .onderdelen import TE_KIEZEN

TE_OPENEN = [one for one in TE_KIEZEN if one.nood]
DAGEN = 3  # working days within which the functionaris looks
LATER = 14  # days that telling the client may wait at most
ZATERDAG = 5
OCHTEND = time(9)  # nobody is woken by it


def is_workday(day: date) -> bool:
    """Days that are free in some places only count as working days: looked at sooner."""
    holiday = holiday_on(day)
    return day.weekday() < ZATERDAG and not (holiday and holiday.vrij)


def deadline(opened: date) -> date:
    """The last day on which it is looked at in time: three working days after the day."""
    return _workdays_after(opened, DAGEN)


def last_to_remind(today: date) -> date:
    """What was opened on this day or before it is due: the last working day but one has
    come, so that who looks at it has a whole day left."""
    opened = today
    while _workdays_after(opened, DAGEN - 1) > today:
        opened -= timedelta(days=1)
    return opened


def _workdays_after(day: date, left: int) -> date:
    while left:
        day += timedelta(days=1)
        left -= is_workday(day)
    return day


def told_at(day: date, at: datetime) -> datetime:
    """The morning of that day, in the time zone of `at`."""
    return datetime.combine(day, OCHTEND, tzinfo=at.tzinfo)
