"""From HTML to a PDF that can be read aloud: tagged, PDF/UA-1. Only this module knows WeasyPrint.

The page is a whole HTML document of ours, with `lang` and a title. Every PDF gets
static/css/pdf.css; pictures and styles come from the static files, fonts from their
packages, and nothing from anywhere else: what is asked for and may not or cannot be had
is an error, because WeasyPrint itself goes on in silence with another font.

The fonts of the machine play no part, so that the same HTML gives the same bytes
everywhere. A sign that none of our fonts has becomes UNKNOWN: a sign without a shape is
not there for a screen reader (PDF/UA-1, 7.21.8).
"""

from __future__ import annotations

import logging
import os
import re
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from fontTools.ttLib import TTFont

HERE = "https://static.invalid/"  # stands for the static files; nobody goes there
FONTS_HERE = "https://fonts.invalid/"
STYLE = "css/pdf.css"
UNKNOWN = "\N{WHITE SQUARE}"
UA_1 = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}
PERCENT_OF_STEP = {"1": 5, "2": 10, "3": 15, "4": 35, "5": 55, "6": 85, "7": 95}
LAST_PAGE = 84  # percent; then the pages are there and only have to be written
SILENCE_S = 5.0  # no longer than this without a word, as long as pages come
Progress = Callable[[int], None]


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


FONTS = (
    Font("fontpkg_source_sans_3", "files/SourceSans3[wght].ttf", "Source Sans 3"),
    Font(
        "fontpkg_source_sans_3",
        "files/SourceSans3-Italic[wght].ttf",
        "Source Sans 3",
        "italic",
    ),
)


def render(html: str, *, progress: Progress | None = None) -> Pdf:
    """A whole HTML document as tagged PDF.

    `progress` hears about how far it is, in percent, from 5 to 95 and never down. Raises
    NoPango without pango, PdfError when something that was asked for is not there.
    """
    weasyprint = _weasyprint()
    fetch = _Fetcher()
    fonts = weasyprint.text.fonts.FontConfiguration()
    known = {"font_config": fonts, "url_fetcher": fetch}
    styles = [
        weasyprint.CSS(string=_font_faces(), base_url=HERE, **known),
        weasyprint.CSS(string=_style(), base_url=HERE + STYLE, **known),
    ]
    with _told(progress):
        page = weasyprint.HTML(
            string=readable(html), base_url=HERE, url_fetcher=fetch, encoding="utf-8"
        )
        document = page.render(stylesheets=styles, font_config=fonts, **UA_1)
        content = document.write_pdf(finisher=_say_scope, **UA_1)
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


def readable(text: str) -> str:
    """`text` with UNKNOWN for each sign that our fonts cannot draw.

    Signs without a shape of their own (joiners, direction marks) stay when the font has
    them and go when not.
    """
    return "".join(map(_drawn, text)) if set(text) - _shapes() else text


def _drawn(sign: str) -> str:
    if sign in _shapes():
        return sign
    if unicodedata.category(sign) in {"Cf", "Cc", "Mn", "Me", "Sk"}:
        return ""
    return UNKNOWN


@cache
def _shapes() -> frozenset[str]:
    points: set[int] = {ord("\n"), ord("\t")}
    with TTFont(str(FONTS[0].path), lazy=True) as font:
        points |= set(font.getBestCmap())
    return frozenset(map(chr, points))


def _font_faces() -> str:
    return "".join(
        f'@font-face {{ font-family: "{font.family}"; font-style: {font.style};'
        f" src: url({font.url}) }}\n"
        for font in FONTS
    )


def _style() -> str:
    found = finders.find(STYLE)
    if not isinstance(found, str):
        raise PdfError(f"no {STYLE}")
    return Path(found).read_text(encoding="utf-8")


def _say_scope(_document: Any, pdf: Any) -> None:
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
    """Static files and our fonts; all else is refused and remembered."""

    _fail_on_errors = False

    def __init__(self) -> None:
        self.refused: list[str] = []

    def __call__(self, url: str) -> Any:
        path = _file_of(url)
        if path is None:
            self.refused.append(url)
            raise ValueError("only static files")
        response = _weasyprint().urls.URLFetcherResponse
        return response(url, path.read_bytes(), {"Content-Type": _mime(path)})


def _file_of(url: str) -> Path | None:
    for font in FONTS:
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
        raise NoPango from error
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
