"""A cell of text that a spreadsheet would take for a formula.

It begins with = + - @, with or without spaces before it, or with a tab or a new line; then
it gets one apostrophe in front. `text_of` takes off exactly what `guarded` put on, so a
round trip gives the original. Plain Python: rules use it too.
"""

import re

_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠]|'*[\t\r\n]")


def guarded(text: str) -> str:
    """As it may be written."""
    return f"'{text}" if _FORMULA.match(text) else text


def text_of(cell: str) -> str:
    """What a cell of text said before it was written."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
