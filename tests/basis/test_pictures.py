"""A picture that is sent is drawn anew: nothing of the file stays, and no file does harm."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings, strategies as st
from PIL import Image, ImageFile
from PIL.PngImagePlugin import PngInfo

from basis.pictures import MOST_BYTES, NoPicture, as_png

BOX = (320, 96)


def picture(size=(640, 200), mode="RGB", kind="PNG", **more) -> bytes:
    out = BytesIO()
    Image.new(mode, size, 0 if mode == "P" else None).save(out, kind, **more)
    return out.getvalue()


def drawn(data: bytes) -> Image.Image:
    return Image.open(BytesIO(as_png(data, BOX).content))


def bomb(width: int, height: int) -> bytes:
    """A small PNG that says it is very large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    points = zlib.compress(bytes(10_000))
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", points) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("PNG", "RGB"),
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("PNG", "LA"),
        ("PNG", "I;16"),
        ("JPEG", "RGB"),
        ("JPEG", "CMYK"),
        ("JPEG", "L"),
        ("WEBP", "RGBA"),
    ],
)
def test_a_picture_becomes_a_png_that_fits(kind, mode):
    image = drawn(picture(kind=kind, mode=mode))
    assert (image.format, image.size) == ("PNG", (307, 96))


def test_a_small_one_keeps_its_size_and_one_that_is_seen_through_stays_so():
    image = drawn(picture((40, 20), "RGBA"))
    assert image.size == (40, 20)
    assert image.getpixel((0, 0))[3] == 0


def test_nothing_of_what_came_along_stays():
    exif, words = Image.Exif(), PngInfo()
    exif[0x010E], exif[0x0112] = "geheim-adres", 6  # described, and turned
    words.add_text("Comment", "geheim-adres")
    data = picture((60, 40), pnginfo=words, exif=exif, icc_profile=b"geheim-adres" * 9)
    made = as_png(data + b"geheim-adres", BOX)
    assert b"geheim-adres" not in made.content
    assert not Image.open(BytesIO(made.content)).info
    assert (made.width, made.height) == (40, 60)  # upright


def test_one_full_of_noise_stays_small():
    out = BytesIO()
    Image.effect_noise((640, 192), 200).convert("RGB").save(out, "PNG")
    assert len(as_png(out.getvalue(), BOX).content) < MOST_BYTES


@pytest.mark.parametrize("size", [(60_000, 60_000), (4_001, 3_000), (2**31 - 1, 1)])
def test_a_bomb_is_refused_before_it_goes_off(size):
    with pytest.raises(NoPicture):
        as_png(bomb(*size), BOX)


@pytest.mark.parametrize(
    "data",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b'\xef\xbb\xbf<?xml version="1.0"?><svg onload="alert(1)"/>',
    ],
)
def test_an_svg_is_refused_by_its_name(data):
    with pytest.raises(NoPicture, match="SVG"):
        as_png(data, BOX)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("lenient", [False, True])
def test_half_a_file_is_refused_also_when_others_would_take_it(
    monkeypatch, kind, lenient
):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", lenient)
    out = BytesIO()
    Image.effect_noise((90, 90), 90).convert("RGB").save(out, kind)
    with pytest.raises(NoPicture):
        as_png(out.getvalue()[: len(out.getvalue()) // 2], BOX)
    assert as_png(out.getvalue() + b"more", BOX).width == 90


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MZ\x90\x00" + b"\x00" * 500,
        b"%!PS-Adobe-3.0 EPSF-3.0",
        picture(kind="GIF", mode="P"),
        picture(kind="TIFF"),
    ],
    ids=["empty", "exe", "eps", "gif", "tiff"],
)
def test_what_is_no_picture_of_these_kinds_is_refused(data):
    with pytest.raises(NoPicture, match="PNG, JPEG of WebP"):
        as_png(data, BOX)


WHOLE = [
    picture((20, 20)),
    picture((20, 20), kind="JPEG"),
    picture((20, 20), kind="WEBP"),
]


@settings(max_examples=150)
@given(st.sampled_from(WHOLE), st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_a_broken_file_is_read_or_refused_and_nothing_else(whole, at, change):
    at %= len(whole)
    data = whole[:at] + change + whole[at + len(change) :]
    with suppress(NoPicture):
        as_png(data, BOX)
