"""Of a search that found nothing, the words that may be kept (N6).

Only words that are on our own list (content/vergeefs/woorden.txt) or that a region made a
synonym of. All else is erased: digits, names, streets, e-mail addresses, and words that
are rare. That costs something, and we take it: a need that is called by a word we do not
know is not counted until somebody adds the word to the list. The other way round, a list
of names to leave out, would let through every name that is not on it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

VANAF = 5  # different visits, before words are kept or shown
MOST_WORDS = 5  # more is a story, and one person's
READ = 400  # characters looked at
LONGEST = 120  # characters of what is kept
PART = 4  # letters of each half of a word that is put together
KWARTALEN = 5  # quarters that shown words are kept, this one included

_ENDINGS = ("en", "s", "e", "n", "je", "tje", "jes", "tjes")
_LINKS = ("", "s", "e", "en")
# in one piece, however it is written: it is never a word
_ADDRESS = re.compile(r"\S*@\S*|\S*\w[.:]\w\S*")
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    [
        "aan",
        "al",
        "alle",
        "allemaal",
        "als",
        "anders",
        "bij",
        "bijna",
        "daar",
        "dan",
        "dat",
        "de",
        "deze",
        "die",
        "dit",
        "door",
        "door",
        "een",
        "eens",
        "en",
        "er",
        "erg",
        "even",
        "ge",
        "gaan",
        "gaat",
        "geen",
        "gewoon",
        "goed",
        "graag",
        "heb",
        "heeft",
        "heel",
        "hem",
        "het",
        "hier",
        "hij",
        "hoe",
        "hoi",
        "hallo",
        "hulp",
        "helpen",
        "help",
        "hun",
        "iemand",
        "iets",
        "ik",
        "in",
        "is",
        "ja",
        "je",
        "jij",
        "jullie",
        "kan",
        "kunnen",
        "last",
        "maar",
        "me",
        "mee",
        "met",
        "mij",
        "mijn",
        "moet",
        "mogen",
        "na",
        "naar",
        "niet",
        "nodig",
        "nog",
        "nu",
        "of",
        "om",
        "ons",
        "ook",
        "op",
        "over",
        "problemen",
        "probleem",
        "rond",
        "steun",
        "te",
        "tegen",
        "ten",
        "ter",
        "toch",
        "tot",
        "u",
        "uit",
        "van",
        "veel",
        "voor",
        "vraag",
        "waar",
        "was",
        "wat",
        "we",
        "wel",
        "welke",
        "wie",
        "wij",
        "wil",
        "willen",
        "word",
        "worden",
        "ze",
        "zich",
        "zij",
        "zijn",
        "zo",
        "zoek",
        "zoeken",
        "zoekt",
        "zonder",
    ]
)


@dataclass(frozen=True)
class Gezocht:
    """`woorden` in the order they were typed, each once. `gewist`: something was typed
    beside them that is not kept."""

    woorden: tuple[str, ...]
    gewist: bool

    @property
    def tekst(self) -> str:
        return " ".join(self.woorden)

    @property
    def sleutel(self) -> str:
        """The same for the same words in another order."""
        return " ".join(sorted(self.woorden))


def words_of(text: str, known: Collection[str]) -> Gezocht | None:
    """What may be kept of a search; None when nothing may."""
    kept: dict[str, None] = {}
    erased = False
    for word in _typed(text):
        if word in _SMALL:
            continue
        if is_known(word, known):
            kept[word] = None
        else:
            erased = True
    found = Gezocht(tuple(kept), erased)
    if not kept or len(kept) > MOST_WORDS or len(found.tekst) > LONGEST:
        return None
    return found


def is_known(word: str, known: Collection[str]) -> bool:
    """On the list: itself, as a plural or a little one, or as two words of the list."""
    if any(char.isdigit() for char in word):
        return False
    return _listed(word, known) or any(
        _listed(first, known) and _listed(second, known)
        for first, second in _halves(word)
    )


def read_list(text: str) -> frozenset[str]:
    """The words of the file: lines with # are for who reads it."""
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def fold(text: str) -> str:
    """Without capitals and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def quarter(day: date) -> date:
    """The first day of the quarter."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarters_back(day: date, count: int) -> date:
    """The first day of the quarter that lies so many quarters before that of `day`."""
    months = day.year * 12 + (day.month - 1) // 3 * 3 - 3 * count
    return date(months // 12, months % 12 + 1, 1)


def _typed(text: str) -> Iterable[str]:
    """The folded words; an address gives one that nobody knows."""
    plain = fold(unicodedata.normalize("NFKC", text[:READ]))
    return _WORD.findall(_ADDRESS.sub(" 0 ", plain))


def _listed(word: str, known: Collection[str]) -> bool:
    if word in known:
        return True
    stems = (word.removesuffix(end) for end in _ENDINGS if word.endswith(end))
    return any(len(stem) >= PART and stem in known for stem in stems)


def _halves(word: str) -> Iterable[tuple[str, str]]:
    for at in range(PART, len(word) - PART + 1):
        first, second = word[:at], word[at:]
        for link in _LINKS:
            if first.endswith(link) and len(first) - len(link) >= PART:
                yield first.removesuffix(link), second
