"""A photo or a drawing of somebody: as a JPEG that was drawn anew."""

from io import BytesIO

import pytest
from PIL import Image

from basis.pictures import MOST_PIXELS, NoPicture, as_photo

BOX = 400, 400


def made(kind="JPEG", size=(90, 60), mode="RGB", colour="green", **more) -> bytes:
    out = BytesIO()
    Image.new(mode, size, colour).save(out, kind, **more)
    return out.getvalue()


def drawn(data: bytes) -> Image.Image:
    return Image.open(BytesIO(as_photo(data, BOX).content))


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_whatever_its_colours_it_becomes_a_jpeg(mode):
    assert drawn(made(mode=mode, colour=0)).format == "JPEG"


@pytest.mark.parametrize("mode", ["RGBA", "P", "LA", "I;16", "1"])
def test_a_drawing_too(mode):
    assert drawn(made("PNG", mode=mode, colour=0)).mode == "RGB"


def test_what_can_be_seen_through_becomes_paper():
    clear = made("PNG", mode="RGBA", colour=(0, 0, 0, 0))
    assert drawn(clear).getpixel((5, 5)) == (255, 255, 255)


def test_it_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # the phone lay on its side
    assert drawn(made(exif=exif)).size == (60, 90)


def test_a_large_photo_is_made_to_fit():
    assert drawn(made(size=(5000, 2500))).size == (400, 200)
    assert drawn(made(size=(9000, 100))).width == 400


@pytest.mark.parametrize(
    "data",
    [
        made("PNG", size=(4000, MOST_PIXELS // 4000 + 1)),
        made(size=(9000, 7200)),
        made(size=(5200, 5100), progressive=True),
    ],
    ids=["drawing", "photo", "progressive"],
)
def test_one_with_too_many_points_is_not_read(data):
    with pytest.raises(NoPicture, match="meer punten"):
        as_photo(data, BOX)


@pytest.mark.parametrize(
    "data", [made("WEBP"), made("GIF"), made()[:400], b"", b"\xff\xd8\xff" * 9]
)
def test_anything_else_is_said_kindly(data):
    with pytest.raises(NoPicture, match="Kies een JPEG of PNG"):
        as_photo(data, BOX)
