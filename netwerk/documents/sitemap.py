"""Files for search engines, after sitemaps.org 0.9 and RFC 9309."""

from collections.abc import Iterable
from datetime import date
from html import escape

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def index(addresses: Iterable[str]) -> str:
    rows = (f"<sitemap><loc>{escape(one)}</loc></sitemap>\n" for one in addresses)
    return f"{HEAD}<sitemapindex {SPACE}>\n{''.join(rows)}</sitemapindex>\n"


def urlset(addresses: Iterable[tuple[str, date | None]]) -> str:
    rows = (_url(address, changed) for address, changed in addresses)
    return f"{HEAD}<urlset {SPACE}>\n{''.join(rows)}</urlset>\n"


def _url(address: str, changed: date | None) -> str:
    day = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    return f"<url><loc>{escape(address)}</loc>{day}</url>\n"


def robots(refused: Iterable[str], sitemap: str) -> str:
    lines = [f"Disallow: {path}" for path in refused]
    return "\n".join(["User-agent: *", *lines, "", f"Sitemap: {sitemap}", ""])
