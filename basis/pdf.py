"""From HTML to a PDF that can be read aloud: tagged, PDF/UA-1. Only this module knows WeasyPrint.

The page is a whole HTML document of ours, with `lang` and a title. Every PDF gets
static/css/pdf.css; pictures and styles come from the static files, fonts from their
packages, and nothing from anywhere else: what is asked for and may not or cannot be had
is an error, because WeasyPrint itself goes on in silence with another font.

The fonts of the machine play no part, so that the same HTML gives the same bytes
everywhere. What people write in a remark may hold an emoji, Arabic or Tigrinya: the fonts
in MORE are added where a page needs them. A sign that none of our fonts has (Chinese: a
font of it is 30 MB) is named in its place, because a sign without a shape is not there
for a screen reader (PDF/UA-1, 7.21.8).
"""

from __future__ import annotations

import logging
import os
import re
import threading
import time
import unicodedata
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from fontTools.ttLib import TTFont

HERE = "https://static.invalid/"  # stands for the static files; nobody goes there
FONTS_HERE = "https://fonts.invalid/"
PICTURE, SHEET = "data:image/png;base64,", "data:text/css;base64,"
STYLE = "css/pdf.css"
NO_SHAPE = {"Cf", "Cc", "Mn", "Me", "Sk"}  # categories that are nothing on their own
TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
EMOJI = range(0x1F000, 0x1FB00)
UA_1 = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}
PERCENT_OF_STEP = {"1": 5, "2": 10, "3": 15, "4": 35, "5": 55, "6": 85, "7": 95}
LAST_PAGE = 84  # percent; then the pages are there and only have to be written
SILENCE_S = 5.0  # no longer than this without a word, as long as pages come
Progress = Callable[[int], None]
logger = logging.getLogger(__name__)


class PdfError(Exception):
    """This page cannot become a PDF: a fault in a template or a stylesheet of ours."""


class NoPango(PdfError):
    """The machine lacks pango, which no wheel brings (tools/system.sh)."""

    def __init__(self) -> None:
        super().__init__(
            "Zonder pango maakt het product geen PDF's. Installeer het met: apt-get"
            " install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        )


@dataclass(frozen=True)
class Pdf:
    content: bytes
    pages: int


@dataclass(frozen=True)
class Font:
    """One file of a package; `style` and `family` as CSS calls them."""

    package: str
    file: str
    family: str
    style: str = "normal"

    @property
    def path(self) -> Path:
        return Path(str(files(self.package))) / self.file

    @property
    def url(self) -> str:
        return f"{FONTS_HERE}{self.package}/{quote(self.file)}"


@dataclass(frozen=True)
class MadeFont:
    """One weight that tools/fonts.py made, among the static files."""

    family: str
    style: str
    weight: int

    @property
    def file(self) -> str:
        more = "-italic" if self.style == "italic" else ""
        return f"fonts/source-sans-3-{self.weight}{more}.ttf"

    @property
    def url(self) -> str:
        return HERE + self.file


FONTS = (
    Font("fontpkg_source_sans_3", "files/SourceSans3[wght].ttf", "Source Sans 3"),
    Font(
        "fontpkg_source_sans_3",
        "files/SourceSans3-Italic[wght].ttf",
        "Source Sans 3",
        "italic",
    ),
)
# Of a variable font WeasyPrint cuts the weights anew for every PDF: two fifths of
# the time of one page. These look the same; where they are not made, FONTS do.
MADE = tuple(
    MadeFont("Source Sans 3", style, weight)
    for style in ("normal", "italic")
    for weight in (400, 600, 700)
)


NOTO = "manimgx_fonts"  # Noto as it is published, with its licence
SCRIPTS = (
    "Hebrew", "Arabic", "Ethiopic", "Armenian", "Georgian", "Devanagari", "Bengali",
    "Gujarati", "Gurmukhi", "Kannada", "Malayalam", "Oriya", "Sinhala", "Tamil",
    "Telugu", "Thai", "Lao", "Khmer", "Myanmar", "Symbols",
)  # fmt: skip
MORE = (
    *(Font(NOTO, f"NotoSans{name}[wght].ttf", f"Noto Sans {name}") for name in SCRIPTS),
    Font(NOTO, "NotoEmoji[wght].ttf", "Noto Emoji"),
)


def render(html: str, *, progress: Progress | None = None) -> Pdf:
    """A whole HTML document as tagged PDF.

    `progress` hears about how far it is, in percent, from 5 to 95 and never down. Raises
    NoPango without pango, PdfError when something that was asked for is not there.
    """
    weasyprint = _weasyprint()
    fetch = _Fetcher()
    words, more = drawable(html)
    fonts = weasyprint.text.fonts.FontConfiguration()
    known = {"font_config": fonts, "url_fetcher": fetch}
    styles = [
        weasyprint.CSS(string=_font_faces(more), base_url=HERE, **known),
        weasyprint.CSS(string=_style(more), base_url=HERE + STYLE, **known),
    ]
    with _told(progress):
        page = weasyprint.HTML(
            string=words, base_url=HERE, url_fetcher=fetch, encoding="utf-8"
        )
        document = page.render(stylesheets=styles, font_config=fonts, **UA_1)
        content = document.write_pdf(finisher=_finish, **UA_1)
    if fetch.refused:
        raise PdfError(f"not to be had for a PDF: {', '.join(fetch.refused)}")
    return Pdf(content, len(document.pages))


def download(name: str, content: bytes) -> HttpResponse:
    """A PDF as an answer that a browser keeps under `name`."""
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": disposition},
    )


def drawable(text: str) -> tuple[str, tuple[Font, ...]]:
    """`text` as our fonts can draw it, and which of MORE it takes.

    Signs without a shape of their own (joiners, direction marks) stay when a font has
    them and go when not; what turns the direction of all that follows always goes.
    """
    strange = set(text) - _shapes(FONTS[0])
    if not strange:
        return text, ()
    wanted = {_font_of(sign) for sign in strange if not _is_shapeless(sign)}
    more = tuple(font for font in MORE if font in wanted)
    known = _shapes(FONTS[0]).union(*map(_shapes, more)) - TURNS
    instead = {sign: _instead(sign) for sign in set(text) - known}
    runs = groupby(text, key=instead.get)
    return "".join("".join(run) if mark is None else mark for mark, run in runs), more


def _font_of(sign: str) -> Font | None:
    return next((font for font in MORE if sign in _shapes(font)), None)


def _is_shapeless(sign: str) -> bool:
    return unicodedata.category(sign) in NO_SHAPE


def _instead(sign: str) -> str:
    """What stands in the place of signs that no font has, once for a row of them."""
    if _is_shapeless(sign):
        return ""
    if ord(sign) in EMOJI:
        return "[emoji]"
    wide = unicodedata.east_asian_width(sign) in {"W", "F"}
    return "[Chinees, Japans of Koreaans]" if wide else "[onbekend teken]"


@cache
def _shapes(of: Font) -> frozenset[str]:
    points: set[int] = {ord("\n"), ord("\t")}
    with TTFont(str(of.path), lazy=True) as font:
        points |= set(font.getBestCmap())
    return frozenset(map(chr, points))


def _font_faces(more: tuple[Font, ...]) -> str:
    made = all(finders.find(font.file) for font in MADE)
    rules = [
        f"font-weight: {font.weight}; {_font_face(font)}" for font in MADE if made
    ] + [_font_face(font) for font in (*(() if made else FONTS), *more)]
    return "".join(f"@font-face {{ {rule} }}\n" for rule in rules)


def _font_face(font: Font | MadeFont) -> str:
    return (
        f'font-family: "{font.family}"; font-style: {font.style}; src: url({font.url})'
    )


def _style(more: tuple[Font, ...]) -> str:
    """The sheet of every PDF, in which the fonts of `more` come after the first."""
    found = finders.find(STYLE)
    if not isinstance(found, str):
        raise PdfError(f"no {STYLE}")
    families = ", ".join(f'"{font.family}"' for font in (FONTS[0], *more))
    sheet = Path(found).read_text(encoding="utf-8")
    return sheet.replace(f'"{FONTS[0].family}"', families)


def _finish(_document: Any, pdf: Any) -> None:
    _say_scope(pdf)
    _say_parts_of_signs(pdf)


def _say_parts_of_signs(pdf: Any) -> None:
    """Of a sign that is drawn in parts (a dot under an Arabic letter, the second person
    of a family) WeasyPrint says nothing for the second part, and PDF/UA-1 wants to hear
    something (7.21.7): a sign that is nothing to see, to search or to read aloud."""
    for row in pdf.objects:
        lines = getattr(row, "stream", None)
        if isinstance(lines, list) and b"begincmap" in lines:
            row.stream = [
                re.sub(rb"^(<\w+>) <>$", rb"\1 <034f>", line) for line in lines
            ]


def _say_scope(pdf: Any) -> None:
    """WeasyPrint ties each cell to its headers by id; a header cell itself also says
    whether it stands above a column or before a row."""
    by_reference: dict[Any, Any] = {
        row.reference: row for row in pdf.objects if hasattr(row, "get")
    }
    for cell in by_reference.values():
        if cell.get("S") != "/TH":
            continue
        part = by_reference[by_reference[cell["P"]]["P"]]["S"]
        cell["A"]["Scope"] = "/Column" if part == "/THead" else "/Row"


class _Fetcher:
    """Static files, our fonts, and a picture or a sheet that stands in the page itself; all
    else is refused and remembered."""

    _fail_on_errors = False

    def __init__(self) -> None:
        self.refused: list[str] = []

    def __call__(self, url: str) -> Any:
        for start, mime in ((PICTURE, "image/png"), (SHEET, "text/css")):
            if url.startswith(start):
                return _response(url, b64decode(url.removeprefix(start)), mime)
        path = _file_of(url)
        if path is None:
            self.refused.append(url)
            raise ValueError("only static files")
        return _response(url, path.read_bytes(), _mime(path))


def _response(url: str, content: bytes, mime: str) -> Any:
    found = _weasyprint().urls.URLFetcherResponse
    return found(url, content, {"Content-Type": mime})


def _file_of(url: str) -> Path | None:
    for font in (*FONTS, *MORE):
        if url == font.url:
            return font.path
    if not url.startswith(HERE):
        return None
    found = finders.find(unquote(url.removeprefix(HERE)))
    return Path(found) if isinstance(found, str) else None


def _mime(path: Path) -> str:
    types = {".css": "text/css", ".svg": "image/svg+xml", ".ttf": "font/ttf"}
    return types.get(path.suffix, "application/octet-stream")


def _weasyprint() -> Any:
    # else fontTools writes the time of day into every font it cuts to size
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    try:
        import weasyprint
        import weasyprint.text.fonts
    except OSError as error:
        raised = NoPango()
        logger.warning("%s", raised)
        raise raised from error
    return weasyprint


@contextmanager
def _told(progress: Progress | None) -> Iterator[None]:
    """WeasyPrint says its steps to a logger: "Step 5 - Creating layout - Page 12".

    The logger is shared by all threads: each hears its own.
    """
    if progress is None:
        yield
        return
    logger, listener = logging.getLogger("weasyprint.progress"), _Listener(progress)
    level = logger.level
    logger.addHandler(listener)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(listener)
        logger.setLevel(level)


class _Listener(logging.Handler):
    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress, self.said, self.at = progress, 0, time.monotonic()
        self.thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread != self.thread:
            return
        step = re.match(r"Step (\d)(?:.* Page (\d+))?", record.getMessage())
        percent = PERCENT_OF_STEP.get(step[1], 0) if step else 0
        if step and step[2]:  # how many pages it will be nobody knows yet
            percent = min(LAST_PAGE, percent + int(step[2]) // 2)
        if percent > self.said or time.monotonic() > self.at + SILENCE_S:
            self.said, self.at = max(percent, self.said), time.monotonic()
            self.progress(self.said)
