"""What is in a file that somebody sends, and never more of it than we would read."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

MOST_BYTES = 60_000_000  # of all files together, unpacked
MOST_FILES = 60
TOO_MUCH = "Uitgepakt is dit bestand te groot. Deel het op in kleinere bestanden."
BROKEN = "Dit zip-bestand is niet heel. Maak het opnieuw en stuur het nog eens."
EMPTY = "Dit bestand is leeg."
OTHER = "Dit soort bestand lezen we niet. Stuur JSON, CSV of een zip met CSV-bestanden."
_READ = (".csv", ".json")

Files = list[tuple[str, bytes]]


def unpack(name: str, data: bytes, most: int = MOST_BYTES) -> tuple[Files, str]:
    """The files, and what is wrong (then there are none)."""
    if not data.strip():
        return [], EMPTY
    if data.startswith(b"PK"):
        return unzip(data, most)
    if data.startswith((b"%PDF", b"\xd0\xcf\x11\xe0")) or b"\x00" in data[:1000]:
        return [], OTHER
    if name.lower().endswith(_READ):
        return [(name, data)], ""
    looks = ".json" if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in b"[{" else ".csv"
    return [(f"{name}{looks}", data)], ""


class Onbruikbaar(Exception):
    """Why a zip cannot be used, in words."""


def unzip(data: bytes, most: int = MOST_BYTES) -> tuple[Files, str]:
    try:
        with opened(data) as archive:
            wanted = [one for one in archive.infolist() if _is_read(one.filename)]
            if len(wanted) > MOST_FILES:
                return [], TOO_MUCH
            files = [*contents(archive, wanted, most)]
    except Onbruikbaar as error:
        return [], str(error)
    return (files, "") if files else ([], OTHER)


@contextmanager
def opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    """Raises Onbruikbaar for what is no whole zip, also while it is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        RuntimeError,  # a password, or a method we do not have
        ValueError,
        OSError,
    ):
        raise Onbruikbaar(BROKEN) from None


def size_inside(data: bytes) -> int:
    """Unpacked, as a zip says itself: only to choose who reads it."""
    if data.startswith(b"PK"):
        with suppress(Onbruikbaar), opened(data) as archive:
            return sum(one.file_size for one in archive.infolist())
    return len(data)


def contents(
    archive: zipfile.ZipFile, wanted: Iterable[zipfile.ZipInfo], most: int
) -> Iterator[tuple[str, bytes]]:
    """Counts what really comes out: what a zip says of its size may be a lie. Names of
    files are only names, nothing is written anywhere."""
    left = most
    for one in wanted:
        with archive.open(one) as stream:
            content = stream.read(left + 1)
        left -= len(content)
        if left < 0:
            raise Onbruikbaar(TOO_MUCH)
        yield one.filename, content


def _is_read(name: str) -> bool:
    hidden = name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith(".")
    return not hidden and name.lower().endswith(_READ)
