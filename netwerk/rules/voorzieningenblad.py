"""The simple spreadsheet: one row a place where people find help, columns in Dutch. It
becomes records of HSDS, so that all the rest is the same as for any package.

Nothing is guessed: a day that can be read two ways is asked, a number that lost its last
digits is refused, a word that is not in the list is said with the list. Of a row that we
have (bekend.py) a cell that says what we would write ourselves is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from . import bekend
from .archief import Onbruikbaar
from .bekend import Kennis
from .bladadres import Adressen
from .bladcellen import Cellen, Ingelezen
from .bladdatum import read_day, two_ways
from .bladkolommen import (
    AGES,
    CHOICES,
    LONGEST_WORD,
    MOST_WORDS,
    NODIG,
    OLDEST_AGE,
    PROPS,
    SAYS,
    TEXTS,
    WAYS,
    YES,
    YES_NO,
)
from .bladlijst import numbers_in
from .datum import datum
from .herhaling import Blok
from .hsds_pakket import Fout, Knoop, knoop
from .hsds_waarden import PastNiet, klok, mail, webadres
from .hsds_woorden import is_uuid, made_id
from .telefoon import Fout as GeenNummer
from .urentekst import parse_hours
from .werkblad import Blad, folded, read_sheet, words
from .werkmap import Formule

Labels = Mapping[str, Mapping[str, str]]
Ken = Callable[[list[str]], Kennis]
VAST = (
    "Deze tijden houden meer in dan in een cel past, zoals een einddatum of uitleg. We"
    " laten ze zoals ze zijn. Verander ze op de pagina van deze plek."
)
GESTOPT = "Deze plek is bij ons gestopt. Dat blijft zo, wat er ook in de rij verandert."
SAID_DAYS = 3
ONBEKEND = "Dit nummer kennen we niet. We maken er een nieuwe plek van."
VREEMD = (
    "Dit staat al op onze kaart. Komt het bestand van onze eigen kaart? Ga terug en kies"
    " ‘Van onszelf’. Anders: maak de kolom Nummer leeg."
)
GEEN_NAAM = (
    "Vul in hoe deze plek heet. Is dit alleen een organisatie? Maak dan de andere cellen"
    " van deze rij leeg."
)
GEEN_KOP = (
    "We vinden geen rij met de namen van de kolommen. In één rij moeten in elk geval"
    " Naam en Organisatie staan. Begin met het voorbeeldbestand."
)


def read_table(
    data: bytes, labels: Labels, datums: str = "", ken: Ken = lambda _: Kennis()
) -> Ingelezen:
    """`datums` is the answer: day or month first. `ken` looks up which rows we have."""
    out = Ingelezen()
    try:
        blad = read_sheet(data, is_head)
    except Onbruikbaar as error:
        out.pakket.fout("bestand", "", str(error) or GEEN_KOP)
        return out
    _Lezer(blad, labels, datums, out).read(ken)
    return out


def is_head(kop: list[str]) -> bool:
    known = {WAYS.get(folded(text)) for text in kop}
    return known.issuperset(NODIG)


class _Lezer(Cellen):
    def __init__(self, blad: Blad, labels: Labels, datums: str, out: Ingelezen) -> None:
        super().__init__(blad, out)
        self.labels, self.datums = labels, datums
        self.seen: dict[str, int] = {}
        self.kennis = Kennis()
        self.adressen = Adressen(self)
        self.dashed: list[tuple[str, str, date]] = []

    def read(self, ken: Ken) -> None:
        for fout in self.blad.fouten:
            self.pakket.fout(*fout)
        for opmerking in self.blad.opmerkingen:
            self.pakket.opmerking(*opmerking)
        if self.blad.leeg:
            zin = "Deze lege rijen slaan we over."
            self.pakket.opmerking("rijen", f"{self.blad.leeg} leeg", zin)
        if not self.blad.rijen:
            zin = "Onder de kop staat geen enkele rij. Vul er plekken in."
            self.pakket.fout("bestand", "", zin)
        self.kennis = ken([k for row in self.blad.rijen if (k := self.key_of(row))])
        self.say_strange()
        for row in self.blad.rijen:
            self.row = row
            self.one()
        self.adressen.move()
        self.say_days()

    def key_of(self, row: Any) -> str:
        """What it is called, without a word about what is wrong with its cells."""

        def text(key: str) -> str:
            at = self.column.get(key)
            cell = None if at is None else row.cellen[at]
            if isinstance(cell, str):
                return cell.strip()
            return "" if isinstance(cell, Formule) else words(cell)

        nummer, organisatie, naam = map(text, ("nummer", *NODIG[::-1]))
        if nummer:
            return nummer.lower() if is_uuid(nummer.lower()) else nummer
        if not (organisatie and naam):
            return ""
        return str(made_id("blad", organisatie.casefold(), naam.casefold()))

    # --- one row

    def one(self) -> None:
        self.here = None
        organisatie, naam = self.text("organisatie"), self.text("naam")
        self.text("nummer")  # for what is wrong with it
        if not organisatie:
            self.fault("organisatie", "Vul in van welke organisatie dit is.")
            return
        key = self.key_of(self.row)
        self.here = self.kennis.rijen.get(key)
        about = self.organisation(organisatie)
        if not naam:
            self.nameless(about)
            return
        if key in self.seen:
            self.twice(key)
            return
        self.seen[key] = self.row.nummer
        node = self.node({"id": key, "organization_id": about, "name": naam})
        if self.here is None:
            node["status"] = "active"
            self.note_unknown(key)
        else:
            self.mine(node)
        self.fill(node)
        self.pakket.records["service"][key] = node

    def nameless(self, about: str) -> None:
        """An organisation without a place of its own is kept. With anything else in the
        row it is a place that lost its name; what more is wrong with it is said too."""
        known = {self.column[key] for key in NODIG}
        cells = self.row.cellen
        said = zip(self.blad.kop, cells, strict=False)  # without a head nothing is read
        if not any(
            words(cell) for n, (kop, cell) in enumerate(said) if kop and n not in known
        ):
            return
        if not words(cells[self.column["naam"]]):  # else it was said already
            self.fault("naam", GEEN_NAAM)
        key = f"rij {self.row.nummer}"
        self.fill(self.node({"id": key, "organization_id": about}))

    def twice(self, key: str) -> None:
        row = self.seen[key]
        if self.text("nummer"):
            zin = (
                f"Dit nummer staat ook op rij {row}. Is dit een nieuwe plek? Maak het"
                " nummer dan leeg."
            )
            self.fault("nummer", zin)
        else:
            zin = f"Deze plek staat ook op rij {row}. Haal één van de twee weg."
            self.fault("naam", zin)

    def note_unknown(self, key: str) -> None:
        if self.kennis.eigen and self.text("nummer"):
            self.pakket.opmerking(self.where("nummer"), key, ONBEKEND)

    def say_strange(self) -> None:
        """A file of ours that is taken for one of somebody else would make everything
        twice."""
        strange = self.kennis.vreemd
        if strange:
            many = f"{len(strange)} rijen" if len(strange) > 1 else strange[0]
            self.pakket.fout("kolom Nummer", many, VREEMD)

    def mine(self, node: Knoop) -> None:
        """Its name as we have it, letter for letter."""
        here = self.here
        assert here is not None  # noqa: S101 - for the type
        if not self.reads("naam"):
            node["name"] = here.node["name"]
        if here.gestopt:
            self.pakket.opmerking(self.where("naam"), node["name"], GESTOPT)

    def organisation(self, naam: str) -> str:
        key = str(made_id("blad", "organisatie", naam.casefold()))
        if self.here is not None and not self.reads("organisatie"):
            naam = self.here.organisatie["name"]
            if self.kennis.eigen:
                key = self.here.organisatie["id"]
        there = self.node({"id": key, "name": naam})
        self.pakket.records["organization"].setdefault(key, there)
        return key

    def node(self, data: dict[str, Any]) -> Knoop:
        return knoop(dict(data), f"{self.blad.naam}rij {self.row.nummer}")

    def nodes(self, rows: Iterable[dict[str, Any]]) -> list[Knoop]:
        return [self.node(row) for row in rows]

    def fill(self, node: Knoop) -> None:
        """Columns that are there: an empty cell says that it is empty."""
        words_of: dict[str, Callable[[str], Any]] = {
            **dict.fromkeys(TEXTS, self.text),
            **dict.fromkeys(CHOICES, self.choices),
            **dict.fromkeys(YES_NO, self.yes_no),
            **dict.fromkeys(AGES, self.age),
            "trefwoorden": self.keywords,
        }
        del words_of["naam"]
        for key, read in words_of.items():
            if self.reads(key):
                node[PROPS[key]] = read(key)
        self.checked("website", "url", node, webadres)
        self.checked("email", "email", node, mail)
        self.phone(node)
        self.hours(node)
        self.areas(node)
        self.adressen.read(node)
        self.day(node)
        self.others(node)

    def keywords(self, key: str) -> list[str]:
        found = self.parts(key)
        if len(found) > MOST_WORDS:
            zin = (
                f"Dit zijn {len(found)} trefwoorden. Er passen er {MOST_WORDS}. Haal er"
                f" {len(found) - MOST_WORDS} weg."
            )
            self.fault(key, zin)
        for word in found:
            if len(word) > LONGEST_WORD:
                zin = f"Dit trefwoord is te lang. Er passen {LONGEST_WORD} tekens in."
                self.fault(key, zin, word)
        return found

    def choices(self, key: str) -> list[str]:
        known = self.labels[CHOICES[key]]
        ways = {
            folded(w): value for value, label in known.items() for w in (value, label)
        }
        found = []
        for part in self.parts(key):
            value = ways.get(folded(part))
            if value is None:
                zin = (
                    f"Dit woord staat niet in onze lijst: {', '.join(known.values())}."
                )
                self.fault(key, zin, part)
            else:
                found.append(value)
        return list(dict.fromkeys(found))

    def yes_no(self, key: str) -> bool | None:
        cell = self.raw(key)
        text = words(cell).casefold()
        if not text:
            return None if key == "indicatie" else False
        if text not in YES:
            self.fault(key, "Vul ja of nee in.")
        return YES.get(text)

    def age(self, key: str) -> int | None:
        text = words(self.raw(key))
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,3}", text) or int(text) > OLDEST_AGE:
            self.fault(key, "Vul een leeftijd in, als getal.")
            return None
        return int(text)

    def checked(
        self, key: str, prop: str, node: Knoop, reads: Callable[[Any], str]
    ) -> None:
        if not self.reads(key):
            return
        text = self.text(key)
        if key == "website" and re.match(r"www\.\S+\.\S+$", text):
            text = f"https://{text}"
        node[prop] = text
        if text:
            try:
                reads(text)
            except PastNiet:
                self.fault(key, SAYS[key])

    def phone(self, node: Knoop) -> None:
        if not self.reads("telefoon"):
            return
        cell = self.raw("telefoon")
        found = numbers_in(cell)
        if isinstance(found, GeenNummer):
            self.fault("telefoon", found.zin)
            return
        for one in found:
            if one.hersteld:
                zin = one.hersteld_zin
                self.pakket.opmerking(self.where("telefoon"), words(cell), zin)
        if self.here is not None:
            there = self.here.node["phones"]
            new = bekend.changed_phones(there, self.here.nummers, found)
        else:
            new = [
                {
                    "id": f"telefoon-{n}" if n else "telefoon",
                    "number": one.nummer,
                    "description": one.toelichting,
                }
                for n, one in enumerate(found)
            ]
        node["phones"] = self.nodes(new)

    def hours(self, node: Knoop) -> None:
        if not self.reads("openingstijden"):
            return
        text = self.raw("openingstijden")
        if self.here is not None and self.here.uren_vast:
            self.pakket.opmerking(self.where("openingstijden"), words(text), VAST)
            return
        text = text if isinstance(text, str) else words(text)
        found = parse_hours(text) if text.strip() else None
        for zin in found.fouten if found else ():
            self.fault("openingstijden", zin)
        blocks = found.blokken if found else ()
        if self.here is not None:
            there, hours = self.here.node["schedules"], self.here.tijden
            new = bekend.changed_hours(there, hours, blocks, schedule_of)
        else:
            new = [
                {"id": f"tijd-{n}"} | schedule_of(blok) for n, blok in enumerate(blocks)
            ]
        node["schedules"] = self.nodes(new)

    def areas(self, node: Knoop) -> None:
        if not self.reads("gebied"):
            return
        found = self.parts("gebied")
        if self.here is not None:
            new = bekend.changed_areas(self.here.node["service_areas"], found)
        else:
            new = [{"id": f"gebied-{n}", "name": naam} for n, naam in enumerate(found)]
        node["service_areas"] = self.nodes(new)

    # --- the day

    def day(self, node: Knoop) -> None:
        if not self.reads("gecontroleerd"):
            return
        cell = self.raw("gecontroleerd")
        text = words(cell)
        if cell is None or not text:
            return
        found = cell if isinstance(cell, date) else read_day(text, self.datums)
        if found == "vraag":
            zin = "Deze datum kun je op twee manieren lezen. Zeg hieronder wat eerst komt."
            self.out.vragen.append(Fout(self.where("gecontroleerd"), text, zin))
        elif not isinstance(found, date):
            self.fault(
                "gecontroleerd",
                "Dit is geen datum. Schrijf 4 oktober 2026 of 2026-10-04.",
            )
        else:
            node["assured_date"] = found.isoformat()
            if not isinstance(cell, date) and two_ways(text):
                self.dashed.append((self.where("gecontroleerd"), text, found))

    def say_days(self) -> None:
        """Which day was read where another might have been meant."""
        if not self.dashed:
            return
        for waar, text, day in self.dashed[:SAID_DAYS]:
            self.pakket.opmerking(waar, text, f"We lezen dit als {datum(day)}.")
        more = len(self.dashed) - SAID_DAYS
        if more > 0:
            zin = "We lezen ze op dezelfde manier."
            self.pakket.opmerking("kolom Gecontroleerd op", f"nog {more} datums", zin)

    def others(self, node: Knoop) -> None:
        """What stands in columns that we do not know."""
        known = set(self.column.values())
        rest = {
            kop: words(cell)
            for n, (kop, cell) in enumerate(
                zip(self.blad.kop, self.row.cellen, strict=False)
            )
            if kop and n not in known and words(cell) and not isinstance(cell, Formule)
        }
        if rest:
            node["nk_blad"] = rest


def schedule_of(blok: Blok) -> dict[str, Any]:
    said = {
        "freq": blok.freq or "",
        "byday": blok.byday,
        "interval": blok.interval,
        "dtstart": blok.dtstart and blok.dtstart.isoformat(),
        "byweekno": blok.byweekno,
        "bymonthday": blok.bymonthday,
        "wkst": blok.wkst,
        "opens_at": klok(blok.opens_at),
        "closes_at": klok(blok.closes_at),
        "description": blok.description,
        "nk_op_afspraak": blok.op_afspraak,
    }
    return {key: value for key, value in said.items() if value not in {None, ""}}
