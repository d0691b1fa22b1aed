"""The file of an edition before anyone knows what is in it: bytes become plain lists and
dicts, and for every value the line it stands on. Pure Python; see `edition` for the two
formats."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import PurePath
from typing import Any

Pad = tuple[str | int, ...]
"""The way to a value: ("themas", 2, "stellingen", 7, "tekst")."""

MOST_BYTES = 1_000_000
MOST_DIGITS = 9
LONGEST = 60  # of a word of the file in a message
COLUMNS = ("soort", "thema", "deel", "nummer", "tekst", "toelichting", "bron")
NEEDED = ("soort", "thema", "nummer", "tekst")
METADATA = ("sleutel", "versie", "naam", "bron")
ITEMS = {
    "themas": "thema",
    "delen": "deel",
    "stellingen": "stelling",
    "open_vragen": "open vraag",
    "verhalen": "verhaal",
    "begrippen": "begrip",
    "groepen": "groep",
    "werkwijzen": "werkwijze",
    "elders": "werkwijze",
    "synoniemen": "synoniem",
    "punten": "punt",
}
HALF = (
    "Het houdt hier midden in iets op. Waarschijnlijk is het niet helemaal meegekomen."
)
TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},:]|[^\s\[\]{},:"]+')


@dataclass(frozen=True)
class Fout:
    """One fault. `regel` is its line from 1, None where there is none to point at."""

    regel: int | None
    waar: str
    wat: str

    def __str__(self) -> str:
        regel = "" if self.regel is None else f"Regel {self.regel}: "
        return f"{regel}{self.waar}. {self.wat}"


class Onleesbaar(Exception):
    """Nothing of the file can be read; `fout` says why."""

    def __init__(self, regel: int | None, wat: str) -> None:
        super().__init__(wat)
        self.fout = Fout(regel, "Het bestand", wat)


@dataclass
class Bron:
    """What a file holds (`wortel`), on which lines, and what was already seen wrong."""

    wortel: object
    regels: dict[Pad, int] = field(default_factory=dict)
    fouten: list[Fout] = field(default_factory=list)

    def regel(self, pad: Pad) -> int | None:
        """The line of a value, or of the nearest thing round it."""
        while pad and pad not in self.regels:
            pad = pad[:-1]
        return self.regels.get(pad)

    def plek(self, pad: Pad) -> str:
        """Where that is in words: "Krachtige samenwerking, stelling 8"."""
        woorden: list[str] = []
        hier = self.wortel
        for ouder, stap in zip(("", *pad), pad, strict=False):
            hier = _child(hier, stap)
            if isinstance(stap, int):
                woorden.append(_name(str(ouder), stap, hier))
        return ", ".join(woorden) or "De editie"


def read_source(data: bytes, name: str, basis: dict[str, Any] | None) -> Bron:
    """JSON or CSV, by the ending of the name or else by the first character.

    `basis` is an edition as plain dicts, needed for CSV. Raises Onleesbaar.
    """
    if len(data) > MOST_BYTES:
        raise Onleesbaar(None, "Het is te groot. Het mag 1 MB zijn.")
    tekst = _decoded(data)
    if not tekst.strip():
        raise Onleesbaar(None, "Er staat niets in.")
    ending = PurePath(name).suffix.lower()
    if ending == ".json" or (ending != ".csv" and tekst.lstrip()[0] in "{["):
        return _read_json(tekst)
    if basis is None:
        raise Onleesbaar(
            None,
            "Een CSV-bestand vult een editie aan die er al is. Die is er nog niet.",
        )
    return _Csv(basis).read(tekst)


def printable(woord: str) -> str:
    """A word of the file that can stand in a message."""
    schoon = "".join(teken if teken.isprintable() else "?" for teken in woord)
    return schoon if len(schoon) <= LONGEST else schoon[: LONGEST - 1] + "…"


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise Onleesbaar(
            data.count(b"\n", 0, fault.start) + 1,
            "Hier staat een teken dat we niet kunnen lezen. Bewaar het bestand als UTF-8.",
        ) from fault


def _child(houder: object, stap: str | int) -> object:
    if isinstance(houder, dict):
        return houder.get(stap)
    if isinstance(houder, list) and isinstance(stap, int) and stap < len(houder):
        return houder[stap]
    return None


def _name(lijst: str, index: int, item: object) -> str:
    """What to call one item of a list, by what the file itself says where it can."""
    soort = ITEMS.get(lijst, "regel")
    zelf = item if isinstance(item, dict) else {}
    if lijst == "themas" and isinstance(zelf.get("naam"), str) and zelf["naam"].strip():
        return printable(zelf["naam"])
    deel = zelf.get("deel")
    deel = f"deel {deel}, " if isinstance(deel, int) and deel > 1 else ""
    for veld in ("nummer", "sleutel", "titel", "waarde"):
        eigen = zelf.get(veld)
        if type(eigen) in (str, int) and str(eigen).strip():
            return f"{deel}{soort} {printable(str(eigen))}"
    return f"{deel}{soort} {index + 1}"


# --- JSON


def _read_json(tekst: str) -> Bron:
    try:
        wortel = json.loads(tekst)
    except json.JSONDecodeError as fault:
        half = fault.pos >= len(tekst.rstrip()) or fault.msg.startswith("Unterminated")
        wat = HALF if half else _syntax(fault)
        raise Onleesbaar(fault.lineno, wat) from fault
    except RecursionError as fault:
        raise Onleesbaar(None, "De lijsten zitten te diep in elkaar.") from fault
    except ValueError as fault:  # a number of thousands of digits
        raise Onleesbaar(None, "Er staat een getal in dat te lang is.") from fault
    bron = Bron(wortel)
    for pad, regel in _json_lines(tekst):
        if pad in bron.regels:
            veld = printable(str(pad[-1]))
            wat = f"‘{veld}’ staat hier twee keer, ook op regel {bron.regels[pad]}."
            bron.fouten.append(Fout(regel, bron.plek(pad), wat))
        bron.regels[pad] = regel
    return bron


def _syntax(fault: json.JSONDecodeError) -> str:
    if "control character" in fault.msg:
        return "Hier staat een onzichtbaar stuurteken in de tekst. Haal het weg."
    return (
        f"Hier klopt de opmaak niet, bij teken {fault.colno}. Vaak mist er een komma, "
        "haakje of aanhalingsteken."
    )


def _json_lines(tekst: str) -> Iterator[tuple[Pad, int]]:
    """The way to every value of a valid JSON text, and its line."""
    pad: list[str | int] = []  # the way to the value that comes next
    lists: list[bool] = []  # what is open: a list, or an object
    regel, seen, key_next = 1, 0, False
    for token in TOKEN.finditer(tekst):
        regel += tekst.count("\n", seen, token.start())
        seen = token.start()
        woord = token[0]
        if woord in ("]", "}"):
            lists.pop()
            pad.pop()
            key_next = False
        elif woord == ",":
            key_next = not lists[-1]
            pad[-1] = int(pad[-1]) + 1 if lists[-1] else ""
        elif key_next:
            pad[-1] = json.loads(woord)
            key_next = False
        elif woord != ":":
            yield tuple(pad), regel
            if woord in ("[", "{"):
                lists.append(woord == "[")
                pad.append(0 if lists[-1] else "")
                key_next = not lists[-1]


# --- CSV


class _Csv:
    """Puts the rows of a CSV file in the place of the wording of `basis`."""

    def __init__(self, basis: dict[str, Any]) -> None:
        themas = [
            {**thema, "stellingen": [], "open_vragen": []} for thema in basis["themas"]
        ]
        rest = {veld: basis[veld] for veld in basis if veld not in METADATA}
        self.wortel: dict[str, Any] = json.loads(json.dumps({**rest, "themas": themas}))
        self.bron = Bron(self.wortel)
        self.thema_by_name = {
            thema[veld].casefold(): i
            for i, thema in enumerate(themas)
            for veld in ("sleutel", "naam")
        }
        self.terms = {
            (thema["sleutel"], stelling["deel"], stelling["nummer"]): list(
                stelling["begrippen"]
            )
            for thema in basis["themas"]
            for stelling in thema["stellingen"]
        }

    def read(self, tekst: str) -> Bron:
        eerste = tekst.lstrip().split("\n", 1)[0]
        delimiter = ";" if eerste.count(";") >= eerste.count(",") else ","
        rows = csv.reader(StringIO(tekst, newline=""), delimiter=delimiter, strict=True)
        kolommen: list[str] | None = None
        for regel, cellen in self.rows(rows):
            if kolommen is None:
                kolommen = self.columns(regel, cellen)
            elif len(cellen) != len(kolommen):
                wat = (
                    f"Deze rij heeft {len(cellen)} kolommen, en de kop {len(kolommen)}."
                )
                self.fault(regel, wat)
            else:
                self.row(regel, dict(zip(kolommen, cellen, strict=True)))
        return self.bron

    def rows(self, rows: Any) -> Iterator[tuple[int, list[str]]]:
        """Each row that is not empty, stripped, with the line it begins on."""
        regel = 1
        try:
            for cellen in rows:
                schoon = [cel.strip() for cel in cellen]
                if any(schoon):
                    yield regel, schoon
                regel = rows.line_num + 1
        except csv.Error as fault:
            half = "unexpected end" in str(fault)
            wat = HALF if half else "Hier klopt een aanhalingsteken niet."
            self.fault(regel, wat)

    def fault(self, regel: int, wat: str) -> None:
        self.bron.fouten.append(Fout(regel, "Het bestand", wat))

    def columns(self, regel: int, cellen: list[str]) -> list[str]:
        """The header. Columns that are missing or strange leave nothing to read."""
        kolommen = [cel.casefold() for cel in cellen]
        mist = [naam for naam in NEEDED if naam not in kolommen]
        vreemd = [naam for naam in kolommen if naam not in COLUMNS]
        dubbel = [naam for naam, keer in Counter(kolommen).items() if keer > 1]
        for namen, wat in (
            (mist, "Deze kolommen missen"),
            (vreemd, "Deze kolommen kennen we niet"),
            (dubbel, "Deze kolommen staan er twee keer"),
        ):
            if namen:
                lijst = ", ".join(f"‘{printable(naam)}’" for naam in namen)
                raise Onleesbaar(regel, f"{wat}: {lijst}.")
        return kolommen

    def row(self, regel: int, rij: dict[str, str]) -> None:
        soort = rij["soort"].casefold()
        if soort == "editie":
            self.metadata(regel, rij)
        elif soort in ("stelling", "open_vraag"):
            self.wording(regel, rij, soort)
        else:
            wat = f"‘{printable(rij['soort'])}’ is geen soort: stelling, open_vraag of editie."
            self.fault(regel, wat)

    def metadata(self, regel: int, rij: dict[str, str]) -> None:
        veld = rij["thema"].casefold()
        if veld not in METADATA:
            velden = ", ".join(METADATA)
            self.fault(regel, f"‘{printable(veld)}’ kennen we niet. Kies uit {velden}.")
        elif veld in self.wortel:
            eerder = self.bron.regels[(veld,)]
            self.fault(regel, f"‘{veld}’ staat er twee keer, ook op regel {eerder}.")
        else:
            self.wortel[veld] = (
                _number(rij["tekst"]) if veld == "versie" else rij["tekst"]
            )
            self.bron.regels[(veld,)] = regel

    def wording(self, regel: int, rij: dict[str, str], soort: str) -> None:
        i = self.thema_by_name.get(rij["thema"].casefold())
        if i is None:
            self.fault(
                regel, f"‘{printable(rij['thema'])}’ is geen thema dat we kennen."
            )
            return
        thema = self.wortel["themas"][i]
        item: dict[str, object] = {
            "nummer": _number(rij["nummer"]),
            "tekst": rij["tekst"],
            "toelichting": rij.get("toelichting", ""),
            "bron": rij.get("bron", ""),
        }
        lijst = "open_vragen"
        if soort == "stelling":
            lijst = "stellingen"
            item["deel"] = _number(rij.get("deel") or "1")
            plaats = (thema["sleutel"], item["deel"], item["nummer"])
            item["begrippen"] = self.terms.get(plaats, [])
        self.bron.regels["themas", i, lijst, len(thema[lijst])] = regel
        thema[lijst].append(item)


def _number(cel: str) -> int | str:
    """The number in a cell, or the cell as it is: the reader says what is wrong."""
    return (
        int(cel) if cel.isascii() and cel.isdigit() and len(cel) <= MOST_DIGITS else cel
    )
