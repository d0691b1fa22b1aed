"""What a page weighs on the wire (Q3): its HTML as our server sends it, style and script
compressed as they lie beside it, pictures as they are. Fonts count at the first visit only."""

import gzip
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders

from playwright.sync_api import Page

MOST = 100_000
# a matrix of every gemeente of a large region, for who keeps it, at a desk
ALLOWED = {"netwerk/witte_vlekken/functies.html": 200_000}
LOADED = """() => [
    ...performance.getEntriesByType("navigation"),
    ...performance.getEntriesByType("resource"),
].map((one) => [one.name, one.encodedBodySize])"""


def weight(page: Page) -> int:
    found = {urlsplit(name).path: size for name, size in page.evaluate(LOADED)}
    return sum(_on_the_wire(path, size) for path, size in found.items())


def _on_the_wire(path: str, size: int) -> int:
    name = path.removeprefix(settings.STATIC_URL)
    if name == path:
        return size
    return 0 if name.endswith(".woff2") else _compressed(name) or size


@cache
def _compressed(name: str) -> int:
    file = finders.find(name)
    return len(gzip.compress(Path(file).read_bytes(), 6)) if file else 0
