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
