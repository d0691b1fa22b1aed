"""A code on the screen is read by a phone at the back of the room."""

import re

import pytest
import zxingcpp
from lxml import etree
from PIL import Image, ImageDraw

from basis.qr import QUIET_ZONE, qr_svg

ADDRESS = "https://netwerkkompas.example/meedoen/KV73MP/"


def drawn(svg: str, scale: int = 4, around: str = "white") -> Image.Image:
    """The svg as a picture, drawn from its own path and ground, on a coloured wall."""
    root = etree.fromstring(svg)
    side = int(root.attrib["viewBox"].split()[2])
    ground, modules = root[1], root[2]
    wall = 6
    image = Image.new("RGB", ((side + 2 * wall) * scale,) * 2, around)
    pen = ImageDraw.Draw(image)

    def box(x: int, y: int, width: int, height: int, fill: str) -> None:
        left, top = (x + wall) * scale, (y + wall) * scale
        pen.rectangle(
            (left, top, left + width * scale - 1, top + height * scale - 1), fill
        )

    box(0, 0, int(ground.attrib["width"]), side, ground.attrib["fill"])
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)", modules.attrib["d"]):
        box(int(x), int(y), int(width), 1, modules.attrib["fill"])
    return image


def read(image: Image.Image) -> str:
    return zxingcpp.read_barcode(image).text


@pytest.mark.parametrize("around", ["white", "black", "#0b5d5b"])
def test_a_phone_reads_it_whatever_is_round_it(around):
    assert read(drawn(qr_svg(ADDRESS), around=around)) == ADDRESS


def test_it_brings_its_own_quiet_zone():
    root = etree.fromstring(qr_svg(ADDRESS))
    side = int(root.attrib["viewBox"].split()[2])
    rows = re.findall(r"M(\d+) (\d+)h(\d+)", root[2].attrib["d"])
    assert min(int(x) for x, _, _ in rows) == QUIET_ZONE
    assert min(int(y) for _, y, _ in rows) == QUIET_ZONE
    assert max(int(x) + int(w) for x, _, w in rows) == side - QUIET_ZONE


def test_it_is_dark_on_white_by_attributes_alone():
    svg = qr_svg(ADDRESS)
    assert 'fill="#fff"' in svg
    assert 'fill="#0b3b3a"' in svg
    assert "style" not in svg
    assert "currentColor" not in svg


def test_it_has_a_name_for_screen_readers_and_escapes_it():
    root = etree.fromstring(qr_svg(ADDRESS, key="q2", title="Doe <mee> & kijk"))
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == root[0].attrib["id"] == "q2-t"
    assert root[0].text == "Doe <mee> & kijk"
