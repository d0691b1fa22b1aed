"""A picture that somebody sends: read with care and drawn anew, so that nothing of the file
itself stays (where it was taken, a thumbnail, a program behind it)."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

FORMATS = ("PNG", "JPEG", "WEBP")
MOST_PIXELS = 12_000_000  # 48 MB while it is read
MOST_PHOTO = 64_000_000  # of a JPEG, which is read at a half, a quarter or an eighth
MOST_PROGRESSIVE = 26_000_000  # of one that has to be read whole first
HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1", b"ftypheim")
MOST_BYTES = 40_000  # of what goes over the line; above it 256 colours will do
SVG = (b"<svg", b"<?xml", b"<!doctype")
# all that Pillow raises on a file that is broken, cut off or made to hurt
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    EOFError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


class NoPicture(Exception):
    """Why this file cannot be used, in words for who sent it."""


@dataclass(frozen=True)
class Png:
    content: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Jpeg:
    content: bytes
    width: int
    height: int


def as_photo(data: bytes, box: tuple[int, int]) -> Jpeg:
    """A photo or a drawing within `box`, as a JPEG without metadata: where it was taken and
    with which phone go, and it stands upright. Raises NoPicture."""
    if data[4:12] in HEIC:
        raise NoPicture(
            "Dit is een HEIC-foto, en die kunnen we nog niet lezen. Maak er een JPEG van."
            " Dat kan vaak met Delen, Opties, Meest compatibel. Een schermafdruk van de"
            " foto mag ook."
        )
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as found:
            kind = "PNG" if found.format == "PNG" else "JPEG"
            if found.width * found.height > _most_of(kind, found):
                raise NoPicture(
                    "Deze foto heeft meer punten dan we kunnen lezen. Maak hem kleiner."
                    " Een schermafdruk van de foto mag ook."
                )
            if not _is_whole(kind, data):
                raise OSError("cut off")
            fits = min(max(box) / max(found.size), 1)
            found.draft("RGB", (int(found.width * fits), int(found.height * fits)))
            return _as_jpeg(found, box)
    except BROKEN as error:
        raise NoPicture(
            "Dit bestand is geen foto of tekening die we kunnen lezen. Kies een JPEG of PNG."
        ) from error


def _most_of(kind: str, found: Image.Image) -> int:
    if kind == "PNG":
        return MOST_PIXELS
    return MOST_PROGRESSIVE if found.info.get("progressive") else MOST_PHOTO


def _as_jpeg(found: Image.Image, box: tuple[int, int]) -> Jpeg:
    upright = ImageOps.exif_transpose(found).convert("RGBA")
    upright.thumbnail(box, Image.Resampling.LANCZOS)
    paper = Image.new("RGBA", upright.size, "white")  # under what can be seen through
    paper.alpha_composite(upright)
    clean = Image.frombytes("RGB", upright.size, paper.convert("RGB").tobytes())
    out = BytesIO()
    clean.save(out, "JPEG", quality=84, optimize=True)
    return Jpeg(out.getvalue(), *clean.size)


def as_png(data: bytes, box: tuple[int, int]) -> Png:
    """The picture within `box` (width, height in pixels), as a PNG without metadata; of
    one that moves, the first. Raises NoPicture."""
    if data[:300].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(SVG):
        raise NoPicture(
            "Een SVG kan hier niet: daar kan een programma in zitten. Maak er een PNG van."
        )
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as found:
            if found.width * found.height > MOST_PIXELS:
                raise NoPicture(
                    "Dit plaatje is te groot. Maak het kleiner: 1.000 pixels breed is"
                    " ruim genoeg."
                )
            if not _is_whole(found.format, data):
                raise OSError("cut off")
            return _drawn(found, box)
    except BROKEN as error:
        raise NoPicture(
            "Dit bestand is geen plaatje dat we kunnen lezen. Kies een PNG, JPEG of WebP."
        ) from error


def _is_whole(kind: str | None, data: bytes) -> bool:
    """Pillow would say so itself, until WeasyPrint tells it to take half a file as well."""
    if kind == "PNG":
        return b"IEND" in data
    if kind == "JPEG":
        return data.rfind(b"\xff\xd9") > data.rfind(b"\xff\xda")
    return len(data) >= int.from_bytes(data[4:8], "little")  # of what comes after


def _drawn(found: Image.Image, box: tuple[int, int]) -> Png:
    upright = ImageOps.exif_transpose(found).convert("RGBA")
    upright.thumbnail(box, Image.Resampling.LANCZOS)
    # only the points: a copy would bring its profile and its words along
    clean = Image.frombytes("RGBA", upright.size, upright.tobytes())
    content = _saved(clean)
    if len(content) > MOST_BYTES:
        content = _saved(clean.quantize(256, Image.Quantize.FASTOCTREE))
    return Png(content, *clean.size)


def _saved(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
