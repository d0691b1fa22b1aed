"""Who was erased, in a file outside the database (T7): after a restore from an older back-up
they are erased once more. It holds no name: the uuid of a plan that is not there any more.

One line each, as JSON; the file only grows. Keep it apart from the back-ups.
"""

import json
import os
from datetime import datetime
from pathlib import Path
from uuid import UUID

MODE = 0o640


class Unreadable(ValueError):
    """A line of the file says nothing that can be done again."""


def add(path: Path, client: UUID, at: datetime) -> None:
    """Waits until it lies on the disk."""
    line = json.dumps({"op": at.isoformat(timespec="seconds"), "client": str(client)})
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, MODE)
    try:
        os.write(file, f"{line}\n".encode())
        os.fsync(file)
    finally:
        os.close(file)


def read(path: Path) -> list[UUID]:
    """Each once, in the order of erasing. Raises Unreadable, and OSError."""
    found: dict[UUID, None] = {}
    for number, line in enumerate(path.read_text().splitlines(), 1):
        try:
            found[UUID(json.loads(line)["client"])] = None
        except (ValueError, KeyError, TypeError) as error:
            raise Unreadable(f"regel {number}") from error
    return list(found)
