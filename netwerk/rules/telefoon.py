"""Telephone numbers as people dial them in the Netherlands.

A number is text, never a number: "0612345678" loses its zero in a spreadsheet. What
came off by itself and can be put back in one way only is put back, and said (`hersteld`).
What lost its last digits is refused.

Source of the lengths: Nummerplan telefoon- en ISDN-diensten. Ten digits with the zero;
0800, 0900, 0906 and 0909 have 8 or 11; short are 112, 113, 144, 116xxx, 18xx, and 14 with
the area code of a municipality.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LANDNUMMER = "31"
LENGTE, LANG = 10, 11
BETAALD = ("0800", "0900", "0906", "0909")
BETAALD_LENGTES = (8, 11)
# area codes of three digits; all others have four
DRIE_CIJFERS = (
    "010 013 015 020 023 024 026 030 033 035 036 038 040 043 045 046 050 053 055 058 "
    "070 071 072 073 074 075 076 077 078 079 084 085 087 088 091"
)
BUITENLAND = range(7, 16)  # digits with the country code, ITU-T E.164
MACHT_VAN_TIEN = re.compile(r"\d[.,]?\d*e[+]?\d+", re.IGNORECASE)
KORT = re.compile(r"11[23]|144|116[0-9]{3}|18[0-9]{2}|14(0[0-9]{2}|0[0-9]{3})")
NUMMER = re.compile(r"\+? ?[0-9](?:[ .-]*[0-9])*")
# "9-17 uur" after a number is no second number; this many digits is
TWEEDE = re.compile(r"[0-9](?:[ .()-]*[0-9]){7,}")
AFGEKAPT = 1000  # a decimal number that ends in 000 may have lost its last digits


@dataclass(frozen=True)
class Nummer:
    """`nummer` are the digits one dials, from abroad with +: "0881234567", "113",
    "+3221234567". `toelichting` are the words beside it. `hersteld`: a zero or + that a
    spreadsheet dropped was put back, which a preview says."""

    nummer: str
    toelichting: str = ""
    hersteld: bool = False

    @property
    def tekst(self) -> str:
        """To type and to read: "088 – 123 45 67, keuze 2"."""
        shown = show_phone(self.nummer)
        return f"{shown}, {self.toelichting}" if self.toelichting else shown

    @property
    def hersteld_zin(self) -> str:
        return f"Er viel een 0 of + weg. We maken er {show_phone(self.nummer)} van."


@dataclass(frozen=True)
class Fout:
    """Why this is no number, and what to do."""

    zin: str


LEEG = Fout("Vul een telefoonnummer in.")
KWIJT = Fout(
    "Hier zijn cijfers weggevallen. Maak de cel in je bestand op als tekst en typ het "
    "hele nummer opnieuw."
)
TWEE = Fout("Hier staan twee nummers. Zet elk nummer apart.")
GEEN = Fout("Hier staat geen telefoonnummer. Een nummer heeft cijfers.")
KENGETAL = Fout("Dit nummer is te kort. Zet het kengetal ervoor, bijvoorbeeld 033.")
LANG_NUMMER = Fout(
    "Dit nummer heeft te veel cijfers. Staan er tijden of een tweede nummer bij? Zet die "
    "achter een komma."
)
ONBEKEND = Fout("Dit nummer bestaat niet. Kijk of alle cijfers kloppen.")


def parse_phone(value: str | float | None) -> Nummer | Fout:
    """What somebody typed, or what stood in a cell."""
    if isinstance(value, bool) or value is None:
        return GEEN if isinstance(value, bool) else LEEG
    if isinstance(value, float):
        if not value.is_integer():  # also nan and infinity
            return KWIJT
        if value >= AFGEKAPT and value % AFGEKAPT == 0:
            return KWIJT
        value = int(value)
    return _parse(_clean(str(value)))


def show_phone(nummer: str) -> str:
    """As people write and dial it: "0100 – 20 30 40", "06 – 12 34 56 78", "0800 2000"."""
    if nummer.startswith("+"):
        code = _country(nummer[1:])
        return f"+{code} {_pairs(nummer[1 + len(code) :])}"
    if nummer.startswith(BETAALD):
        rest = nummer[4:]
        return f"{nummer[:4]} {rest if len(rest) <= 4 else _pairs(rest)}"  # noqa: PLR2004
    if not nummer.startswith("0"):
        return _show_short(nummer)
    size = _area_code(nummer)
    return f"{nummer[:size]} – {_pairs(nummer[size:])}"


def tel_href(nummer: str) -> str:
    """ "tel:+31612345678"; numbers that work only inside the country stay as they are."""
    if nummer.startswith("0") and not nummer.startswith(BETAALD):
        return f"tel:+{LANDNUMMER}{nummer[1:]}"
    return f"tel:{nummer}"


# ---- reading


def _clean(text: str) -> str:
    """Plain digits, one kind of dash and space; what is invisible is gone."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = re.sub(r"[‐‑‒–—―−]", "-", text)
    return re.sub(r"\s+", " ", text).strip()


def _parse(text: str) -> Nummer | Fout:
    if not text:
        return LEEG
    if MACHT_VAN_TIEN.fullmatch(text):
        return KWIJT
    text = re.sub(r"\.0+$", "", text) if re.fullmatch(r"[0-9]+\.0+", text) else text
    text = re.sub(r"(?<![0-9])\(0\)", "", _without_country_zero(text))
    # (033) 460 12 34 and 033/460 12 34
    text = re.sub(r"\((\+?[0-9]{2,4})\)", r"\1 ", text, count=1)
    text = re.sub(r"^(0[0-9]{1,3}) ?/ ?(?=[0-9])", r"\1-", text)
    found = NUMMER.search(text)
    if not found:
        return GEEN
    words = _words(text[: found.start()], text[found.end() :])
    if TWEEDE.search(words):
        return TWEE
    return _judge(re.sub(r"[ .-]", "", found.group()), words)


def _without_country_zero(text: str) -> str:
    """+31 (0)6 is +31 6."""
    return re.sub(r"((?:\+|\b00) ?[0-9]{1,3}[ .-]*)\(0\)", r"\1", text)


def _words(before: str, after: str) -> str:
    """The words beside a number, without "tel." and what parted them."""
    before = re.sub(
        r"\b(tel|telefoon|telefoonnummer|t)\b[.:]*", "", before, flags=re.IGNORECASE
    )
    parts = (before.strip(" ,;:-/"), after.strip(" ,;:-/"))
    return " ".join(part for part in parts if part)


def _judge(digits: str, words: str) -> Nummer | Fout:
    """The number these digits dial."""
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    if digits.startswith("+"):
        number = _abroad(digits[1:])
        return Nummer(number, words) if number else _fault(digits)
    if KORT.fullmatch(digits) or _national(digits):
        return Nummer(digits, words)
    restored = _restore(digits)
    if restored:
        return Nummer(restored, words, hersteld=True)
    return _fault(digits)


def _abroad(digits: str) -> str:
    """The number behind a +, "" when there is none; +31 is dialled from here."""
    if digits.startswith(LANDNUMMER):
        rest = digits[len(LANDNUMMER) :]
        number = rest if rest.startswith("0") else f"0{rest}"
        return number if _national(number) else ""
    if len(digits) not in BUITENLAND or digits.startswith("0"):
        return ""
    return f"+{digits}"


def _national(digits: str) -> bool:
    if digits.startswith(BETAALD):
        return len(digits) in BETAALD_LENGTES
    return len(digits) == LENGTE and digits[0] == "0" and digits[1] != "0"


def _restore(digits: str) -> str:
    """With the zero or + that fell off, "" when that gives no number."""
    if digits.startswith("0"):
        return ""
    if _national(f"0{digits}"):
        return f"0{digits}"
    if len(digits) == LANG and digits.startswith(LANDNUMMER):
        return _abroad(digits)
    return ""


def _fault(digits: str) -> Fout:
    if len(digits) > LANG:
        return LANG_NUMMER
    return KENGETAL if len(digits) < LENGTE - 1 else ONBEKEND


# ---- showing

EEN_CIJFER = ("1", "7")
TWEE_CIJFERS = (
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 "
    "60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98"
)


def _country(digits: str) -> str:
    """The country code these digits begin with."""
    if digits.startswith(EEN_CIJFER):
        return digits[0]
    return digits[:2] if digits[:2] in TWEE_CIJFERS else digits[:3]


def _area_code(nummer: str) -> int:
    """How many digits of a number of ten one says first."""
    if nummer.startswith("06"):
        return 2
    # behind an area code no number begins with 0; behind 085 and 088 it may
    short = nummer[:3] in DRIE_CIJFERS and (nummer[3] != "0" or nummer[1] == "8")
    return 3 if short else 4


def _pairs(digits: str) -> str:
    """ "12 34 56"; an odd number starts with three: "123 45 67"."""
    first = 2 + len(digits) % 2
    rest = digits[first:]
    return " ".join(
        [digits[:first], *(rest[i : i + 2] for i in range(0, len(rest), 2))]
    )


def _show_short(nummer: str) -> str:
    if nummer.startswith("14") and nummer != "144":
        return f"14 {nummer[2:]}"
    return f"116 {nummer[3:]}" if nummer.startswith("116") else nummer
