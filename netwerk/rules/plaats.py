"""What somebody means by a place: "3811 AB", "amersfoort", "Hengelo (Gelderland)".

Plain Python. Whether it is there is for `selectors.plaatsen`; here nothing is ever turned
into something else: what looks like a postcode and is not one stays as it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 80

_APOSTROPHES = re.compile("['’‘‛‚`´ʼʹʻ′ˈ]")
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = {"de", "den", "der", "het", "t"}
_FULL = re.compile(
    r"(?<![\w-])(?:NL[\s-]*)?([0-9]{4})[\s-]*([A-Z]{2})(?![\w-])", re.IGNORECASE
)
_BARE = re.compile(
    r"(?P<voor>[^\d]*?)(?<![\w-])(?:NL[\s-]*)?(?P<code>[0-9]{4})(?![\w-])(?P<na>[^\d]*)",
    re.IGNORECASE,
)
_ABROAD = re.compile(
    r"(?:B|BE|BEL|D|DE|DEU|L|LU|LUX|F|FR)\s?-?\s?\d{4,5}(?!\d)", re.IGNORECASE
)
_THREE_DIGITS = re.compile(r"\d\s?\d\s?\d")
_BRACKETS = re.compile(r"(?P<naam>[^()]*\w[^()]*)\((?P<hint>[^()]+)\)")
_COMMA = re.compile(r"(?P<naam>[^,]*\w[^,]*),(?P<hint>.+)")
# never given out (SA, SD, SS), or typed to fill a field that has to be filled
_NEVER = {"SA", "SD", "SS"}
_FILLERS = {"9999ZZ"}

_PROVINCIES = {
    "drenthe": "dr drenthe",
    "flevoland": "fl flevoland",
    "friesland": "fr frl friesland fryslan",
    "gelderland": "gd gld ge gelderland",
    "groningen": "gn gr gro groningen",
    "limburg": "lb li lim limburg",
    "noordbrabant": "nb brabant noordbrabant",
    "noordholland": "nh noordholland",
    "overijssel": "ov overijssel",
    "utrecht": "ut utr utrecht",
    "zeeland": "ze zl zld zeeland",
    "zuidholland": "zh zuidholland",
}
PROVINCIE = {
    short: provincie
    for provincie, all_ in _PROVINCIES.items()
    for short in all_.split()
}
"""Each way to write a province, and its search name."""


@dataclass(frozen=True)
class Where:
    """What was typed, taken apart. At most one of `postcode` and `wrong` has words."""

    typed: str  # tidied, to show
    postcode: str = ""  # four digits, as "3811"
    letters: str = ""  # "AB"; only to show, we know areas of four digits
    name: str = ""  # of a place, as typed
    wrong: str = ""  # looks like a postcode and is not a Dutch one
    other: str = ""  # the name, should the two letters belong to it: 3731 De Bilt

    @property
    def names(self) -> list[str]:
        """How the name can be compared; none when nothing of it is left."""
        found = [search_name(self.name), search_name(self.other)]
        return [name for name in dict.fromkeys(found) if name]

    @property
    def full_postcode(self) -> str:
        return f"{self.postcode} {self.letters}".strip()


def parse_where(text: str) -> Where:
    """Never fails, whatever stands in `text`."""
    typed = tidy(text)
    if not any(char.isdigit() for char in typed):
        return Where(typed, name=typed)
    if _ABROAD.match(typed):
        return Where(typed, wrong=typed)
    full = list(_FULL.finditer(typed))
    if len(full) == 1:
        return _with_letters(typed, full[0])
    bare = _BARE.fullmatch(typed)
    if bare and not full:
        name = _trim(f"{bare['voor']} {bare['na']}")
        return _with_postcode(Where(typed, bare["code"], name=name))
    if full or _THREE_DIGITS.search(typed) or not search_name(typed):
        return Where(typed, wrong=typed)
    return Where(typed, name=typed)  # 2e Exloërmond


def _with_letters(typed: str, full: re.Match[str]) -> Where:
    """A whole address may stand in front: its street and number are no place."""
    before, after = typed[: full.start()], typed[full.end() :]
    if any(char.isdigit() for char in after):
        return Where(typed, wrong=typed)
    if any(char.isdigit() for char in before):
        before = ""
    name, letters = _trim(f"{before} {after}"), full[2]
    other = (
        _trim(f"{letters} {name}") if name and full[0].endswith(f" {letters}") else ""
    )
    return _with_postcode(Where(typed, full[1], letters.upper(), name, other=other))


def _with_postcode(where: Where) -> Where:
    """Without the postcode when it cannot be one."""
    whole = where.postcode + where.letters
    if where.postcode[0] == "0" or where.letters in _NEVER or whole in _FILLERS:
        wrong = where.full_postcode
        return Where(where.typed, name=where.name, wrong=wrong, other=where.other)
    return where


def tidy(text: str) -> str:
    """One line without double spaces, no-break spaces and what cannot be seen."""
    # first the apostrophes: NFKC would make a space of some
    shown = _APOSTROPHES.sub("'", text[: 4 * LONGEST])
    shown = unicodedata.normalize("NFKC", shown)
    shown = "".join(
        " " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char
        for char in shown
        if unicodedata.category(char) not in ("Cf", "Cs", "Co", "Cn")
    )
    return _trim(" ".join(shown.split()))[:LONGEST].strip()


def _trim(words: str) -> str:
    return " ".join(words.split()).strip(" ,.;:-–—/")


def search_name(naam: str) -> str:
    """A name as it is compared: without capitals, accents, apostrophes, hyphens and
    spaces; a/d is aan den is aan de, and St. is Sint. Empty when no letter is left."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", naam).casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = _WORD.findall(plain)
    return "".join(_shortened(words))[:LONGEST]


def _shortened(words: list[str]) -> list[str]:
    out: list[str] = []
    for word in words:
        before = out[-1] if out else ""
        if (before == "aan" and word in _ARTICLES) or (before, word) == ("a", "d"):
            out[-1] = "ad"
        elif before == "a" and word == "zee":
            out[-1:] = ["aan", "zee"]
        else:
            out.append("sint" if word == "st" else word)
    return out


def split_hint(naam: str) -> tuple[str, str]:
    """A name and what tells it from its namesakes: "Hengelo (Gelderland)",
    "Hengelo, Gld", "Hengelo Gld" → "Hengelo" and the rest. No hint: ""."""
    found = _BRACKETS.fullmatch(naam) or _COMMA.fullmatch(naam)
    if found:
        return found["naam"].strip(), found["hint"].strip()
    first, _, last = naam.rpartition(" ")
    if first and search_name(last) in PROVINCIE:
        return first.strip(" ,"), last
    return naam, ""


def hint_fits(hint: str, provincie: str, gemeente: str) -> bool:
    """`hint` names this province, however short, or this gemeente, or both."""
    parts = {search_name(part) for part in re.split(r"[,;]", hint)} - {""}
    here = {search_name(gemeente), search_name(provincie)}
    return bool(parts) and all(
        PROVINCIE.get(part, part) in here or part in here for part in parts
    )
