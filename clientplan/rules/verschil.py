"""Two texts side by side: which words stand in only one of them, and one text of both."""

import re
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|[^\s]+")
MOST = 4000  # words: comparing more takes too long to wait for

Piece = tuple[str, bool]  # text, and whether it is only here


def differences(text: str, other: str) -> list[Piece]:
    """`text` in pieces, in order; together they are `text` again."""
    mine, theirs = _WORDS.findall(text), _WORDS.findall(other)
    if len(mine) + len(theirs) > MOST:
        return [(text, text != other)] if text else []
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    found: list[Piece] = []
    for tag, start, end, _, _ in matcher.get_opcodes():
        piece = "".join(mine[start:end])
        if piece:
            found.append((piece, tag != "equal" and bool(piece.strip())))
    return found


def merged(base: str, mine: str, theirs: str) -> str:
    """One text of both: of what only one changed that one's, else both, mine first."""
    if theirs in {mine, base}:
        return mine
    if mine == base:
        return theirs
    return "\n\n".join(text for text in (mine, theirs) if text.strip())
