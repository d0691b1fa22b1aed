"""QR codes as SVG that every phone reads: dark on white with a quiet zone of its own,
also in forced colours and on a dark page (the class `qr-code` switches adjusting off)."""

from __future__ import annotations

from html import escape

from django.utils.safestring import SafeString

import segno

DARK, LIGHT = "#0b3b3a", "#fff"
QUIET_ZONE = 4  # modules of white on each side, ISO/IEC 18004


def qr_svg(text: str, *, key: str = "qr", title: str = "QR-code") -> SafeString:
    """`text` (an address) as SVG that grows with its box. `key` makes its ids unique on
    the page, `title` is what a screen reader says. Level M: 15% may be damaged."""
    modules = segno.make(text, error="m", micro=False).matrix
    side = len(modules) + 2 * QUIET_ZONE
    path = "".join(_row(y, row) for y, row in enumerate(modules, QUIET_ZONE))
    return SafeString(  # numbers of ours, the words are escaped  # nosec B703
        f'<svg class="qr-code" xmlns="http://www.w3.org/2000/svg" role="img"'
        f' viewBox="0 0 {side} {side}" aria-labelledby="{escape(key)}-t"'
        f' shape-rendering="crispEdges">'
        f'<title id="{escape(key)}-t">{escape(title)}</title>'
        f'<rect width="{side}" height="{side}" fill="{LIGHT}"/>'
        f'<path fill="{DARK}" d="{path}"/></svg>'
    )


def _row(y: int, row: bytearray) -> str:
    """One row of modules as rectangles of a module high, neighbours taken together."""
    parts: list[str] = []
    start: int | None = None
    for x, dark in enumerate([*row, 0], QUIET_ZONE):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            parts.append(f"M{start} {y}h{x - start}v1h-{x - start}z")
            start = None
    return "".join(parts)
