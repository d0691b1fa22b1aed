"""The second place of the chain's heads (T6): a file that only grows, outside the database.

Whoever owns the database can build a whole chain anew so that it holds in itself; only a
head that was kept elsewhere shows it. One line a region, as JSON, every ten minutes. The
file belongs on a disk, or in a log store, that the managers of the database cannot change.
"""

import json
import os
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from . import selectors
from .selectors import Kop

MODE = 0o640
GRACE = timedelta(hours=1)


def write(path: Path, heads: Iterable[Kop], at: datetime) -> None:
    """Adds the lines in one stroke, and waits until they lie on the disk."""
    lines = "".join(_line(head, at) for head in heads)
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, MODE)
    try:
        os.write(file, lines.encode())
        os.fsync(file)
    finally:
        os.close(file)


def _line(head: Kop, at: datetime) -> str:
    words = {
        "op": at.isoformat(timespec="seconds"),
        "regio": head.regio,
        "volgnummer": head.volgnummer,
        "hash": head.hash,
    }
    return json.dumps(words) + "\n"


def faults(path: Path, now: datetime) -> list[str]:
    """What the file says that the database does not, in a sentence each. A log that began
    a moment ago may have none yet."""
    began = selectors.began()
    if not path.exists() and (began is None or now - began < GRACE):
        return []
    try:
        lines = path.read_text().splitlines()
    except OSError:
        return [f"Het getuigenbestand {path} is niet te lezen."]
    seen: dict[str, dict[int, str]] = defaultdict(dict)
    wrong = []
    for number, line in enumerate(lines, 1):
        head = _read(line)
        if head is None:
            wrong.append(f"Regel {number} van het getuigenbestand is onleesbaar.")
            continue
        before = seen[head.regio].setdefault(head.volgnummer, head.hash)
        if before != head.hash:
            wrong.append(f"Regel {number} van het getuigenbestand spreekt zich tegen.")
    return wrong + [
        fault for regio, kept in sorted(seen.items()) for fault in _differs(regio, kept)
    ]


def _read(line: str) -> Kop | None:
    """A crash in the middle of a stroke leaves half a line."""
    try:
        words = json.loads(line)
        return Kop(str(words["regio"]), int(words["volgnummer"]), str(words["hash"]))
    except (ValueError, KeyError, TypeError):
        return None


def _differs(regio: str, kept: dict[int, str]) -> list[str]:
    now = selectors.hashes(regio, kept)
    found = []
    for number, wanted in sorted(kept.items()):
        if number not in now:
            found.append(
                f"Regio {regio}: regel {number} was er volgens de getuige wel."
            )
        elif now[number] != wanted:
            found.append(
                f"Regio {regio}: de keten tot regel {number} is niet die van de getuige."
            )
    return found
