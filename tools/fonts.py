"""Make the web fonts of the site from the packages of the registry.

Source Sans 3 stays variable in weight and is split in two, so that a page without a name
like Şeyma never fetches the second half. Atkinson Hyperlegible ("duidelijke letters") is
one file per weight. A PDF takes Source Sans 3 whole, one file per weight too: WeasyPrint
would make those of the variable font itself, for every PDF anew. Each licence lies beside
its fonts.

    python tools/fonts.py var/static/fonts

Safe to run again: a file that is newer than its source and than this script stays.
The bytes depend on the sources alone. The licence of Source Sans keeps the name "Source"
for the unchanged font, so what we make of it carries another name inside; the stylesheet
says what a page calls it.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

Range = tuple[int, int]

# The same ranges stand as unicode-range in static/css/netwerkkompas.css.
LATIN: tuple[Range, ...] = (
    (0x0000, 0x00FF),
    (0x0131, 0x0131),
    (0x0152, 0x0153),
    (0x02BB, 0x02BC),
    (0x02C6, 0x02C6),
    (0x02DA, 0x02DA),
    (0x02DC, 0x02DC),
    (0x2000, 0x206F),
    (0x20AC, 0x20AC),
    (0x2122, 0x2122),
    (0x2212, 0x2212),
)
LATIN_EXT: tuple[Range, ...] = (
    (0x0100, 0x0130),
    (0x0132, 0x0151),
    (0x0154, 0x02BA),
    (0x02BD, 0x02C5),
    (0x1E00, 0x1EFF),
    (0x20A0, 0x20AB),
)
FEATURES = ["calt", "ccmp", "kern", "liga", "locl", "mark", "mkmk", "pnum", "tnum"]
FAMILY, FULL_NAME, POSTSCRIPT, TYPO_FAMILY, PS_PREFIX = 1, 4, 6, 16, 25


@dataclass(frozen=True)
class Font:
    """One file to make: `target`.woff2 from `source` in `package`."""

    target: str
    package: str
    source: str
    ranges: tuple[Range, ...]

    @property
    def origin(self) -> Path:
        return Path(str(files(self.package))) / "files" / self.source


SOURCE_SANS, ATKINSON = "fontpkg_source_sans_3", "fontpkg_atkinson_hyperlegible"
FONTS = (
    Font("source-sans-3-latin", SOURCE_SANS, "SourceSans3[wght].ttf", LATIN),
    Font("source-sans-3-latin-ext", SOURCE_SANS, "SourceSans3[wght].ttf", LATIN_EXT),
    Font(
        "atkinson-hyperlegible-regular",
        ATKINSON,
        "AtkinsonHyperlegible-Regular.ttf",
        LATIN + LATIN_EXT,
    ),
    Font(
        "atkinson-hyperlegible-bold",
        ATKINSON,
        "AtkinsonHyperlegible-Bold.ttf",
        LATIN + LATIN_EXT,
    ),
)


@dataclass(frozen=True)
class Weight:
    """One weight of a variable font, whole, for PDFs: `target`.ttf."""

    target: str
    source: str
    weight: int

    @property
    def origin(self) -> Path:
        return Path(str(files(SOURCE_SANS))) / "files" / self.source


# Those of static/css/pdf.css; basis/pdf.py asks for them by these names.
WEIGHTS = tuple(
    Weight(f"source-sans-3-{weight}{more}", source, weight)
    for more, source in (
        ("", "SourceSans3[wght].ttf"),
        ("-italic", "SourceSans3-Italic[wght].ttf"),
    )
    for weight in (400, 600, 700)
)
LICENCES = {"source-sans-3": SOURCE_SANS, "atkinson-hyperlegible": ATKINSON}


def _rename(font: TTFont, name: str) -> None:
    """Give it a name of its own: `name` is what a list of fonts would show."""
    for record in font["name"].names:
        if record.nameID in (FAMILY, FULL_NAME, TYPO_FAMILY):
            record.string = name
        elif record.nameID in (POSTSCRIPT, PS_PREFIX):
            record.string = name.replace(" ", "")


def make(font: Font, target: Path) -> None:
    """Write the subset of `font` to `target` as WOFF2."""
    options = subset.Options(
        flavor="woff2", layout_features=FEATURES, hinting=False, notdef_outline=True
    )
    loaded = subset.load_font(str(font.origin), options)
    loaded.recalcTimestamp = False
    maker = subset.Subsetter(options)
    maker.populate(
        unicodes=[point for low, high in font.ranges for point in range(low, high + 1)]
    )
    maker.subset(loaded)
    if font.package == SOURCE_SANS:
        _rename(loaded, "Netwerkkompas Sans")
    half_done = target.with_suffix(".part")
    subset.save_font(loaded, str(half_done), options)
    half_done.replace(target)


def make_weight(font: Weight, target: Path) -> None:
    """Write one weight of a variable font to `target`, with all its letters."""
    loaded = TTFont(str(font.origin), recalcTimestamp=False)
    instantiateVariableFont(loaded, {"wght": font.weight}, inplace=True)
    _rename(loaded, "Netwerkkompas Sans")
    half_done = target.with_suffix(".part")
    loaded.save(half_done)
    half_done.replace(target)


def is_fresh(target: Path, *sources: Path) -> bool:
    """Whether `target` is there and newer than everything it is made from."""
    if not target.exists():
        return False
    made = target.stat().st_mtime
    return all(made >= source.stat().st_mtime for source in (*sources, Path(__file__)))


def make_all(folder: Path) -> list[Path]:
    """Make what is missing or old in `folder`; the answer lists what was made."""
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    for font in FONTS:
        target = folder / f"{font.target}.woff2"
        if not is_fresh(target, font.origin):
            make(font, target)
            made.append(target)
    for weight in WEIGHTS:
        target = folder / f"{weight.target}.ttf"
        if not is_fresh(target, weight.origin):
            make_weight(weight, target)
            made.append(target)
    for name, package in LICENCES.items():
        licence = Path(str(files(package))) / "LICENSE"
        target = folder / f"{name}-LICENSE.txt"
        if not is_fresh(target, licence):
            shutil.copyfile(licence, target)
            made.append(target)
    return made


if __name__ == "__main__":
    for path in make_all(
        Path(sys.argv[1] if len(sys.argv) > 1 else "var/static/fonts")
    ):
        sys.stdout.write(f"font: {path} ({path.stat().st_size // 1024} KB)\n")
