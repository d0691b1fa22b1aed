"""What a PDF is, asked of others: an independent checker and two readers."""

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings

import pikepdf
import pytest
from pypdf import PdfReader

CHECKER = settings.BASE_DIR / "var/pdfcheck/bin/python"
ASK = """
import json, page, sys
report = page.validate_pdf(sys.argv[1], profile=page.ValidationProfile.PDF_UA_1)
faults = [[fault.rule_id, fault.message] for fault in report.failures]
print(json.dumps({"total": report.rules.total, "faults": faults}))
"""
NO_CHECKER = "the checker of PDF/UA is not installed: tools/pdfcheck.sh"


def assert_readable_aloud(content: bytes) -> None:
    """PDF/UA-1 by page-validation. Skips where that is not installed, never under CI."""
    if not CHECKER.exists():
        if os.environ.get("CI"):
            pytest.fail(NO_CHECKER)
        pytest.skip(NO_CHECKER)
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        Path(file.name).write_bytes(content)
        said = subprocess.run(
            [CHECKER, "-c", ASK, file.name], capture_output=True, text=True, check=True
        )
    report = json.loads(said.stdout)
    assert report["faults"] == []
    assert report["total"] > 100


def pages(content: bytes) -> list[str]:
    """The text of each page as somebody copies it, without "3 van 12" at its foot."""
    return [
        re.sub(r"\s*\d+ van \d+\s*$", "", page.extract_text())
        for page in PdfReader(BytesIO(content)).pages
    ]


def text(content: bytes) -> str:
    """All words, with any white space as one space."""
    return " ".join(" ".join(pages(content)).split())


class Structure:
    """What a screen reader finds: the tree of elements."""

    def __init__(self, content: bytes) -> None:
        self.document = pikepdf.open(BytesIO(content))

    def all(self, kind: str, inside: pikepdf.Dictionary | None = None) -> list[Any]:
        """Those of one kind ("Table", "TH", "Figure"), in order of reading."""
        root = self.document.Root.StructTreeRoot if inside is None else inside
        return [row for row in _walk(root.get("/K")) if f"/{kind}" == row.S]

    @property
    def bookmarks(self) -> list[str]:
        with self.document.open_outline() as outline:
            return [item.title for item in outline.root]


def _walk(node) -> Iterator[pikepdf.Dictionary]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _walk(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from _walk(node.get("/K"))


NARROW = 0.4  # of the size of a letter: less than letters take on average


def beyond_the_edge(content: bytes) -> list[str]:
    """Lines of text that begin or surely end outside the paper."""
    found: list[str] = []
    for page in PdfReader(BytesIO(content)).pages:
        width = float(page.mediabox.width)

        def note(line, cm, tm, _font, size, width=width) -> None:
            scale = tm[0] * cm[0]
            start = tm[4] * cm[0] + cm[4]
            end = start + len(line.strip()) * size * scale * NARROW
            if line.strip() and (start < 0 or end > width):
                found.append(line)

        page.extract_text(visitor_text=note)
    return found
