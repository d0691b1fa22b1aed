"""The fonts are made once, from the packages of the registry, the same every time."""

import os
import re
import shutil

from django.conf import settings

import pytest
from fontTools.ttLib import TTFont

from basis import pdf
from tools import fonts


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fonts")
    for made in (settings.BASE_DIR / "var/static/fonts").glob("*.ttf"):
        shutil.copy2(made, folder)  # cutting these takes long; an old one is made again
    fonts.make_all(folder)
    return folder


def test_every_font_a_stylesheet_asks_for_is_made_and_no_other(folder):
    css = "".join(p.read_text() for p in (settings.BASE_DIR / "static/css").glob("*"))
    asked = set(re.findall(r"fonts/([\w-]+\.woff2)", css))
    assert asked == {path.name for path in folder.glob("*.woff2")}


def test_names_with_other_letters_have_their_letters(folder):
    latin = TTFont(folder / "source-sans-3-latin.woff2").getBestCmap()
    more = TTFont(folder / "source-sans-3-latin-ext.woff2").getBestCmap()
    assert {ord(c) for c in "aéï€–“”’"} <= set(latin)
    assert {ord(c) for c in "ŞığłĆ"} <= set(latin) | set(more)
    assert not set(latin) & set(more) - {0x20, 0xA0}


def test_the_ranges_of_the_stylesheet_are_those_of_the_files(folder):
    css = (settings.BASE_DIR / "static/css/netwerkkompas.css").read_text()
    said = re.findall(r"unicode-range: ([^;]+);", css)

    def written(ranges):
        return ", ".join(
            f"U+{low:04X}" if low == high else f"U+{low:04X}-{high:04X}"
            for low, high in ranges
        )

    assert said == [written(fonts.LATIN), written(fonts.LATIN_EXT)]


def test_the_licence_lies_beside_them_and_the_reserved_name_is_not_used(folder):
    assert "SIL Open Font License" in (folder / "source-sans-3-LICENSE.txt").read_text()
    assert (
        "SIL Open Font License"
        in (folder / "atkinson-hyperlegible-LICENSE.txt").read_text()
    )
    names = TTFont(folder / "source-sans-3-latin.woff2")["name"].names
    shown = [n.toUnicode() for n in names if n.nameID in (1, 4, 6, 16, 25)]
    assert shown
    assert not any("Source" in name for name in shown)


def test_they_are_light_enough_for_a_slow_phone(folder):
    assert (folder / "source-sans-3-latin.woff2").stat().st_size < 32_000


def test_a_second_run_makes_nothing_and_a_lost_file_comes_back_the_same(folder):
    assert fonts.make_all(folder) == []
    path = folder / "atkinson-hyperlegible-bold.woff2"
    before = path.read_bytes()
    path.unlink()
    assert fonts.make_all(folder) == [path]
    assert path.read_bytes() == before


def test_an_old_file_is_made_again(folder):
    path = folder / "atkinson-hyperlegible-regular.woff2"
    os.utime(path, (1, 1))
    assert fonts.make_all(folder) == [path]


def test_every_weight_that_a_pdf_takes_is_made_with_all_its_letters(folder):
    made = {path.name for path in folder.glob("*.ttf")}
    assert {font.file.removeprefix("fonts/") for font in pdf.MADE} == made
    for weight in fonts.WEIGHTS:
        with (
            TTFont(weight.origin) as whole,
            TTFont(folder / f"{weight.target}.ttf") as one,
        ):
            assert "fvar" not in one
            assert one["OS/2"].usWeightClass == weight.weight
            assert one.getBestCmap() == whole.getBestCmap()
            shown = [
                n.toUnicode()
                for n in one["name"].names
                if n.nameID in (1, 4, 6, 16, 25)
            ]
            assert shown
            assert not any("Source" in name for name in shown)


def test_a_lost_weight_comes_back_the_same(folder):
    path = folder / "source-sans-3-400-italic.ttf"
    before = path.read_bytes()
    path.unlink()
    assert fonts.make_all(folder) == [path]
    assert path.read_bytes() == before
