"""What somebody looks for, in words: tidied, and with what else those words can be.

Plain Python. The database is asked in the selectors which words the kaart knows; here is
decided which of them count, and what the question becomes. A word is found as it is
written, by its stem, as the beginning of a longer word, glued to its neighbour or cut in
two, and by other words for the same. Only a word that is nowhere is taken for another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

READ = 10_000  # characters looked at
LONGEST = 200  # characters used
MOST_WORDS = 8
LONGEST_RUN = 4  # words that may be one name: "individuele plaatsing en steun"
BEGINS_FROM = 4  # letters: "psychose" finds psychosegroep, "ips" not ipsum
WITHIN_FROM = 5  # letters: "zorgen" finds geldzorgen
PART = 4  # letters of each half of a word that is cut in two
GLUED = 3  # words that may be one: schuld hulp verlening
TYPO_FROM = 4  # letters: shorter words are too much alike
MORE_SLIPS = (7, 12)  # letters from which a second and a third slip are forgiven
MOST_LIKE = 3
MOST_DIGITS = 12  # of a page number
MOST_WITHIN = 12
MOST_ALSO = 12

_APOSTROPHES = re.compile("['’‘‛‚`´ʼʹʻ′ˈ]")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ł": "l"})
_LOOSE_LETTERS = {"s", "t", "n", "m", "k"}  # foto's, 's avonds, 't, zo'n
Drie = tuple[str, str, str]
_LINKS = ("", "s", "en", "e", "n")  # between two halves: verslaving-s-zorg

_STOP = """
    de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er
    maar om hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit
    der daar haar naar heb hoe heeft hebben deze u want nog zal me zij nu ge geen omdat
    iets worden toch al waren veel meer doen toen moet ben zonder kan hun dus alles onder
    ja eens hier wie werd altijd doch wordt wezen kunnen ons zelf tegen na reeds wil kon
    niets uw iemand geweest andere
"""
_ROUND = """
    hulp helpen help steun zoek zoeken zoekt graag waar welke nodig buurt dichtbij gaan
    gaat krijgen krijg we wij jullie hallo hoi problemen probleem vragen vraag last erg
    heel goed alsjeblieft svp
"""
# the Dutch stop words of PostgreSQL: by its stems these are nothing
STOP = frozenset(_STOP.split())
# said round what somebody looks for; they count when there is nothing else
ROUND = frozenset(_ROUND.split())


class Soort(IntEnum):
    """How an alternative comes from what was typed; the lowest is the nearest."""

    ZELF = 0  # the word, or its stem
    BEGIN = 1  # a longer word that begins so
    GEHEEL = 2  # glued to its neighbour, or cut in two
    NAAM = 3  # the name of a function, a law, a way of working
    OOK = 4  # another word for the same
    ERIN = 5  # a longer word that has it inside
    LIJKT = 6  # a word it looks like


@dataclass(frozen=True)
class Alternatief:
    """One way to find a word: `woorden` one after another, as they are written and (`stam`)
    by their stems, `begin` any word that begins so; or `vast`, a lexeme that is neither."""

    soort: Soort
    label: str
    woorden: tuple[str, ...] = ()
    begin: bool = False
    stam: bool = True
    vast: str = ""

    def text(self, weights: str = "") -> str:
        """As a tsquery; `weights` "A" is only in a name, "AB" also in a keyword."""
        suffix = f"*{weights}" if self.begin else weights
        operands = (quote(word) + (suffix and f":{suffix}") for word in self.woorden)
        return " <-> ".join(operands)


@dataclass(frozen=True)
class Zoekvraag:
    """What was typed. `woorden` are compared words, `telt` those that have to be found."""

    getypt: str
    woorden: tuple[str, ...] = ()
    telt: tuple[int, ...] = ()

    @property
    def leeg(self) -> bool:
        return not self.getypt

    @property
    def zonder_woorden(self) -> bool:
        """Something was typed, and there is no word in it."""
        return bool(self.getypt) and not self.woorden

    @property
    def alleen_kleine(self) -> bool:
        """Only small words, as "Er Zijn": found together or not at all."""
        return all(word in STOP for word in self.woorden)

    @property
    def runs(self) -> list[tuple[int, int, str]]:
        """(first, last, words): what may be one name or one word of the synonyms."""
        count = len(self.woorden)
        return [
            (i, j, " ".join(self.woorden[i : j + 1]))
            for i in range(count)
            for j in range(i, min(count, i + LONGEST_RUN))
        ]


@dataclass(frozen=True)
class Kennis:
    """What the kaart knows of these words. `ook`: other words for a run, as they are
    shown. `namen`: run -> lexemes. `erin` and `lijkt`: word -> words of the kaart.
    `delen`: which halves are words of the kaart."""

    ook: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    namen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    erin: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lijkt: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    delen: Collection[str] = ()


@dataclass(frozen=True)
class Plan:
    """Of each group one alternative has to fit."""

    vraag: Zoekvraag
    groepen: tuple[tuple[Alternatief, ...], ...] = ()

    @property
    def alternatieven(self) -> tuple[Alternatief, ...]:
        """Each once, the nearest first."""
        found = {alt: None for groep in self.groepen for alt in groep}
        return tuple(sorted(found, key=lambda alt: alt.soort))

    def of(self, *soorten: Soort) -> tuple[Alternatief, ...]:
        return tuple(a for a in self.alternatieven if a.soort in soorten)

    @property
    def ook(self) -> list[str]:
        """The words it also looks for, to say so."""
        own = set(self.vraag.woorden)
        labels = dict.fromkeys(a.label for a in self.of(Soort.OOK, Soort.LIJKT))
        return [label for label in labels if fold(label) not in own]


def tidy(text: str) -> str:
    """One line without what cannot be seen, at most LONGEST characters."""
    shown = unicodedata.normalize("NFKC", text[:READ])
    shown = "".join(
        " " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char
        for char in shown
        if unicodedata.category(char) not in {"Cf", "Cs", "Co", "Cn"}
    )
    return " ".join(shown.split())[:LONGEST].strip()


def fold(text: str) -> str:
    """As words are compared: without capitals, accents, apostrophes and signs, one space
    between them. "Diëtist" and "dïetist" are both "dietist"."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub(" ", text))
    plain = unicodedata.normalize("NFKD", plain.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = _WORD.findall(plain.translate(_LETTERS))
    kept = [word for word in words if word not in _LOOSE_LETTERS]
    return " ".join(kept or words)


def ask(text: str) -> Zoekvraag:
    """Never fails, whatever stands in `text`."""
    getypt = tidy(text)
    words = list(dict.fromkeys(fold(getypt).split()))
    # first what says something, so that a long sentence loses its small words
    if len(words) > MOST_WORDS:
        saying = [word for word in words if word not in STOP | ROUND]
        words = (saying or words)[:MOST_WORDS]
    return Zoekvraag(getypt, tuple(words), _counting(words))


def _counting(words: list[str]) -> tuple[int, ...]:
    """Small words count only where there is nothing else: "Er Zijn", "Doen"."""
    for passed_over in (STOP | ROUND, STOP):
        found = tuple(i for i, word in enumerate(words) if word not in passed_over)
        if found:
            return found
    return tuple(range(len(words)))


def build(vraag: Zoekvraag, kennis: Kennis, *, letterlijk: bool = False) -> Plan:
    """The question with all it also looks for; `letterlijk` only the words themselves."""
    groups: dict[int, list[Alternatief]] = {i: [_self(vraag, i)] for i in vraag.telt}
    for i, alternatives in groups.items():
        word = vraag.woorden[i]
        if len(word) >= BEGINS_FROM and word not in STOP:
            alternatives.append(
                Alternatief(Soort.BEGIN, word, (word,), begin=True, stam=False)
            )
    if not letterlijk:
        for covers, alternative in _further(vraag, kennis):
            for i in covers:
                if i in groups:
                    groups[i].append(alternative)
    return Plan(vraag, tuple(tuple(dict.fromkeys(g)) for g in groups.values()))


def _self(vraag: Zoekvraag, i: int) -> Alternatief:
    word = vraag.woorden[i]
    return Alternatief(Soort.ZELF, word, (word,), stam=word not in STOP)


def _further(
    vraag: Zoekvraag, kennis: Kennis
) -> Iterable[tuple[Collection[int], Alternatief]]:
    """(which words it stands for, the alternative)."""
    for i, j, run in vraag.runs:
        covers = range(i, j + 1)
        if 1 <= j - i < GLUED:
            glued = run.replace(" ", "")
            yield covers, _phrase(Soort.GEHEEL, glued, glued)
        for alternative in _called(run, kennis):
            yield covers, alternative
    for i in vraag.telt:
        for alternative in _resembling(vraag.woorden[i], kennis):
            yield (i,), alternative


def _called(run: str, kennis: Kennis) -> Iterable[Alternatief]:
    """What has this name, and other words for the same."""
    yield from _named(run, run, Soort.NAAM, kennis)
    for also in kennis.ook.get(run, ())[:MOST_ALSO]:
        yield _phrase(Soort.OOK, also, fold(also))
        yield from _named(fold(also), also, Soort.OOK, kennis)


def _resembling(word: str, kennis: Kennis) -> Iterable[Alternatief]:
    """The word cut in two, inside a longer one, or as it was meant."""
    for first, second in cuts(word):
        if first in kennis.delen and second in kennis.delen:
            label = f"{first} {second}"
            yield _phrase(Soort.GEHEEL, label, label)
    for longer in kennis.erin.get(word, ())[:MOST_WITHIN]:
        yield _phrase(Soort.ERIN, longer, longer)
    for like in nearest(word, kennis.lijkt.get(word, ())):
        yield _phrase(Soort.LIJKT, like, like)


def _named(run: str, label: str, soort: Soort, kennis: Kennis) -> Iterable[Alternatief]:
    for lexeme in kennis.namen.get(run, ()):
        yield Alternatief(soort, label, vast=lexeme)


def _phrase(soort: Soort, label: str, words: str) -> Alternatief:
    return Alternatief(soort, label, tuple(words.split()))


def quote(lexeme: str) -> str:
    """As an operand of a tsquery, whatever stands in it."""
    doubled = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


def either(alternatieven: Iterable[Alternatief], weights: str = "") -> Drie:
    """One of these, as three texts of a tsquery: by words, by stems, as they are; "" where
    there is none. What is as it is has no weight."""
    found = list(alternatieven)
    return (
        _or(alt.text(weights) for alt in found),
        _or(alt.text(weights) for alt in found if alt.stam),
        _or(quote(alt.vast) for alt in found if alt.vast),
    )


def _or(texts: Iterable[str]) -> str:
    return " | ".join(f"({text})" for text in dict.fromkeys(texts) if text)


# --- compounds


def cuts(word: str) -> list[tuple[str, str]]:
    """Both halves of a compound, without the letters that may link them:
    verslavingszorg is verslaving and zorg."""
    found = []
    for at in range(PART, len(word) - PART + 1):
        first, second = word[:at], word[at:]
        for link in _LINKS:
            bare = first.removesuffix(link) if link else first
            if first.endswith(link) and len(bare) >= PART:
                found.append((bare, second))
    return list(dict.fromkeys(found))


def halves(vraag: Zoekvraag) -> set[str]:
    """What to look up in the list of words before a word can be cut in two."""
    pairs = (cut for i in vraag.telt for cut in cuts(vraag.woorden[i]))
    return {half for pair in pairs for half in pair}


# --- typing errors


def allowed(word: str) -> int:
    """So many slips of the finger a word may have; a short one hardly any."""
    if len(word) < TYPO_FROM or word.isdigit():
        return 0
    return 1 + sum(len(word) >= length for length in MORE_SLIPS)


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The words it was most likely meant to be, the nearest first."""
    most = allowed(word)
    measured = ((slips(word, other, most), other) for other in known)
    found = sorted((n, other) for n, other in measured if 0 < n <= most)
    return [other for n, other in found if n == found[0][0]][:MOST_LIKE]


def slips(one: str, other: str, most: int) -> int:
    """Letters to add, drop, change or swap with their neighbour; `most` + 1 as soon as it
    is more than `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        two_before, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, two_before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


# --- paging


def page_of(text: str, pages: int) -> int | None:
    """Which page an address asks for; None when there is no such page. Nothing is 1."""
    if not text:
        return 1
    digits = text.strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= MOST_DIGITS):
        return None
    return int(digits) if 1 <= int(digits) <= max(1, pages) else None


def window(page: int, pages: int, around: int = 1) -> list[int | None]:
    """Page numbers to show: first, last and those near; None for what is left out."""
    near = {1, pages, *range(page - around, page + around + 1)}
    shown = sorted(n for n in near if 1 <= n <= pages)
    found: list[int | None] = []
    for number in shown:
        last = found[-1] if found else None
        if last is not None and number > last + 1:
            # a gap of one page is that page
            found.append(last + 1 if number == last + 2 else None)
        found.append(number)
    return found
