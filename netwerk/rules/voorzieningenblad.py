"""The simple spreadsheet: one row a place where people find help, columns in Dutch. It
becomes records of HSDS, so that all the rest is the same as for any package.

Nothing is guessed: a day that can be read two ways is asked, a number that lost its last
digits is refused, a word that is not in the list is said with the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .archief import Onbruikbaar
from .datum import MAANDEN
from .herhaling import Blok
from .hsds_pakket import Fout, Knoop, Pakket, knoop
from .hsds_waarden import PastNiet, klok, mail, webadres
from .hsds_woorden import made_id
from .telefoon import Nummer, parse_phone
from .urentekst import parse_hours
from .werkblad import Blad, folded, read_sheet, words
from .werkmap import Formule

DAG_EERST, MAAND_EERST = "dm", "md"
Labels = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Kolom:
    """`naam` stands above it; `ook` are other ways to say so."""

    naam: str
    uitleg: str
    ook: tuple[str, ...] = ()


KOLOMMEN: dict[str, Kolom] = {
    "nummer": Kolom("Nummer", "Een eigen nummer van de plek, dat nooit verandert. Mag leeg.", ("id",)),
    "naam": Kolom("Naam", "Hoe de plek heet.", ("plek", "voorziening", "naam voorziening")),
    "organisatie": Kolom("Organisatie", "Van wie de plek is.", ("aanbieder", "naam organisatie")),
    "kort": Kolom("Kort", "In één zin, hoogstens 300 tekens.", ("samenvatting",)),
    "omschrijving": Kolom("Omschrijving", "Wat mensen er vinden.", ("beschrijving",)),
    "telefoon": Kolom("Telefoon", "Eén nummer, met wat erbij hoort.", ("tel", "telefoonnummer")),
    "email": Kolom("E-mail", "Een e-mailadres.", ("mail", "emailadres", "e-mailadres")),
    "website": Kolom("Website", "Begint met https://.", ("site", "url", "webadres")),
    "adres": Kolom("Adres", "Straat en nummer.", ("straat", "straat en huisnummer")),
    "postcode": Kolom("Postcode", "Zoals 1234 AB."),
    "plaats": Kolom("Plaats", "De plaats van het adres.", ("woonplaats",)),
    "openingstijden": Kolom("Openingstijden", "Zoals ma-vr 9:00-17:00; za 10:00-12:00.", ("open", "geopend")),
    "gebied": Kolom("Werkgebied", "Gemeenten of wijken, met ; ertussen. Of de naam van de regio.", ("gemeente", "gemeenten")),
    "functies": Kolom("Functies", "Wat het oplevert, met ; ertussen.", ("functie",)),
    "domeinen": Kolom("Domeinen", "Positieve gezondheid, met ; ertussen.", ("gezondheidsdomeinen",)),
    "wetten": Kolom("Wetten", "Uit welke wet, met ; ertussen.", ("wet",)),
    "manieren": Kolom("Manieren", "Hoe het mensen bereikt, met ; ertussen.", ("manier",)),
    "voor_wie": Kolom("Voor wie", "Met ; ertussen."),
    "informeel": Kolom("Informeel", "ja of nee."),
    "indicatie": Kolom("Indicatie nodig", "ja of nee.", ("verwijzing nodig",)),
    "min": Kolom("Vanaf leeftijd", "Een getal.", ("minimumleeftijd",)),
    "max": Kolom("Tot en met leeftijd", "Een getal.", ("maximumleeftijd",)),
    "aanmelden": Kolom("Aanmelden", "Hoe je je aanmeldt."),
    "kosten": Kolom("Kosten", "Wat het kost, in woorden."),
    "trefwoorden": Kolom("Trefwoorden", "Met ; ertussen."),
    "gecontroleerd": Kolom("Gecontroleerd op", "Een datum, zoals 4 oktober 2026.", ("controle",)),
}  # fmt: skip
NODIG = ("naam", "organisatie")
_WAYS = {
    folded(way): key
    for key, kolom in KOLOMMEN.items()
    for way in (kolom.naam, key, *kolom.ook)
}
TEXTS = {
    "naam": "name",
    "kort": "nk_kort",
    "omschrijving": "description",
    "aanmelden": "application_process",
    "kosten": "fees_description",
}
CHOICES = {
    "functies": "nk_functies",
    "domeinen": "nk_domeinen",
    "wetten": "nk_wetten",
    "manieren": "nk_manieren",
    "voor_wie": "nk_voor_wie",
}
YES_NO = {"informeel": "nk_informeel", "indicatie": "nk_indicatie_nodig"}
AGES = {"min": "minimum_age", "max": "maximum_age"}
PROPS = TEXTS | CHOICES | YES_NO | AGES | {"trefwoorden": "nk_trefwoorden"}
SAYS = {
    "website": "Een webadres begint met https://.",
    "email": "In een e-mailadres staat een @, en geen spatie.",
}
YES = {"ja": True, "j": True, "x": True, "true": True, "waar": True, "1": True,
       "nee": False, "n": False, "false": False, "onwaar": False, "0": False}  # fmt: skip
LIMITS = {"naam": 255, "organisatie": 140, "kort": 300}
OLDEST_AGE = 120
GEEN_KOP = (
    "We vinden geen rij met de namen van de kolommen. In één rij moeten in elk geval"
    " Naam en Organisatie staan. Begin met het voorbeeldbestand."
)


@dataclass
class Ingelezen:
    """`vragen` are the days that can be read two ways; as long as there are any that
    nobody answered nothing can be taken in."""

    pakket: Pakket = field(default_factory=Pakket)
    vragen: list[Fout] = field(default_factory=list)


def read_table(data: bytes, labels: Labels, datums: str = "") -> Ingelezen:
    """`datums` is the answer: day or month first."""
    out = Ingelezen()
    try:
        blad = read_sheet(data, is_head)
    except Onbruikbaar as error:
        out.pakket.fout("bestand", "", str(error) or GEEN_KOP)
        return out
    _Lezer(blad, labels, datums, out).read()
    return out


def is_head(kop: list[str]) -> bool:
    known = {_WAYS.get(folded(text)) for text in kop}
    return known.issuperset(NODIG)


class _Lezer:
    def __init__(self, blad: Blad, labels: Labels, datums: str, out: Ingelezen) -> None:
        self.blad, self.labels, self.datums, self.out = blad, labels, datums, out
        self.pakket = out.pakket
        self.column: dict[str, int] = {}
        self.row: Any = None
        self.seen: dict[str, int] = {}

    def read(self) -> None:
        self.columns()
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
        for row in self.blad.rijen:
            self.row = row
            self.one()

    def columns(self) -> None:
        for n, kop in enumerate(self.blad.kop):
            key = _WAYS.get(folded(kop))
            if key is None:
                if kop:
                    zin = "Deze kolom kennen we niet. We bewaren wat erin staat."
                    self.pakket.opmerking(f"kolom {kop}", "", zin)
                continue
            if key in self.column:
                zin = "Deze kolom staat er twee keer. Haal er één weg of geef hem een andere naam."
                self.pakket.fout(f"{self.blad.naam}rij {self.blad.kopregel}", kop, zin)
            self.column.setdefault(key, n)

    # --- cells

    def raw(self, key: str) -> Any:
        cell = self.row.cellen[self.column[key]] if key in self.column else None
        if isinstance(cell, Formule):
            self.fault(
                key,
                "Hier staat een formule zonder uitkomst. Zet de waarde erin.",
                cell.tekst,
            )
            return None
        if isinstance(cell, str) and re.fullmatch(r"#[A-Z/0!?]+[!?A-Z]", cell.strip()):
            self.fault(
                key,
                "Hier staat een foutmelding van het rekenblad. Zet de waarde erin.",
                cell,
            )
            return None
        return cell

    def text(self, key: str) -> str:
        cell = self.raw(key)
        text = cell.strip() if isinstance(cell, str) else words(cell)
        if len(text) > LIMITS.get(key, len(text)):
            self.fault(key, f"Dit is te lang. Er passen {LIMITS[key]} tekens in.", text)
        return text

    def fault(self, key: str, zin: str, waarde: object = None) -> None:
        cell = self.row.cellen[self.column[key]] if key in self.column else ""
        said = words(cell) if waarde is None else waarde
        self.pakket.fout(self.where(key), said, zin)

    def where(self, key: str) -> str:
        if key not in self.column:
            return f"{self.blad.naam}rij {self.row.nummer}"
        return self.blad.plek(self.row.nummer, self.column[key])

    def parts(self, key: str) -> list[str]:
        found = re.split(r"[;\n|]", self.text(key))
        return list(dict.fromkeys(part.strip() for part in found if part.strip()))

    # --- one row

    def one(self) -> None:
        organisatie, naam = self.text("organisatie"), self.text("naam")
        if not organisatie:
            self.fault("organisatie", "Vul in van welke organisatie dit is.")
            return
        about = self.organisation(organisatie)
        if not naam:
            return  # an organisation without a place of its own is kept
        key = self.text("nummer") or str(
            made_id("blad", organisatie.casefold(), naam.casefold())
        )
        if key in self.seen:
            zin = f"Deze plek staat ook op rij {self.seen[key]}. Haal één van de twee weg."
            self.fault("nummer" if self.text("nummer") else "naam", zin)
            return
        self.seen[key] = self.row.nummer
        node = self.node({"id": key, "organization_id": about, "status": "active"})
        self.fill(node)
        self.pakket.records["service"][key] = node

    def organisation(self, naam: str) -> str:
        key = str(made_id("blad", "organisatie", naam.casefold()))
        there = self.node({"id": key, "name": naam})
        self.pakket.records["organization"].setdefault(key, there)
        return key

    def node(self, data: dict[str, Any]) -> Knoop:
        return knoop(data, f"{self.blad.naam}rij {self.row.nummer}")

    def fill(self, node: Knoop) -> None:
        """Columns that are there: an empty cell says that it is empty."""
        words_of: dict[str, Callable[[str], Any]] = {
            **dict.fromkeys(TEXTS, self.text),
            **dict.fromkeys(CHOICES, self.choices),
            **dict.fromkeys(YES_NO, self.yes_no),
            **dict.fromkeys(AGES, self.age),
            "trefwoorden": self.parts,
        }
        for key, read in words_of.items():
            if key in self.column:
                node[PROPS[key]] = read(key)
        self.checked("website", "url", node, webadres)
        self.checked("email", "email", node, mail)
        self.phone(node)
        self.hours(node)
        self.areas(node)
        self.place(node)
        self.day(node)
        self.others(node)

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
        if key not in self.column:
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
        if "telefoon" not in self.column:
            return
        node["phones"] = []
        cell = self.raw("telefoon")
        if cell is None or words(cell) == "":
            return
        found = parse_phone(
            cell if isinstance(cell, str | int | float) else words(cell)
        )
        if not isinstance(found, Nummer):
            self.fault("telefoon", found.zin)
            return
        if found.hersteld:
            self.pakket.opmerking(
                self.where("telefoon"), words(cell), found.hersteld_zin
            )
        phone = {
            "id": "telefoon",
            "number": found.nummer,
            "description": found.toelichting,
        }
        node["phones"] = [self.node(phone)]

    def hours(self, node: Knoop) -> None:
        if "openingstijden" not in self.column:
            return
        text = self.raw("openingstijden")
        text = text if isinstance(text, str) else words(text)
        found = parse_hours(text) if text.strip() else None
        for zin in found.fouten if found else ():
            self.fault("openingstijden", zin)
        blocks = found.blokken if found else ()
        node["schedules"] = [
            self.node({"id": f"tijd-{n}"} | schedule_of(blok))
            for n, blok in enumerate(blocks)
        ]

    def areas(self, node: Knoop) -> None:
        if "gebied" in self.column:
            node["service_areas"] = [
                self.node({"id": f"gebied-{n}", "name": naam})
                for n, naam in enumerate(self.parts("gebied"))
            ]

    def place(self, node: Knoop) -> None:
        if not {"adres", "postcode", "plaats"} & self.column.keys():
            return
        street, code, town = (self.text(k) for k in ("adres", "postcode", "plaats"))
        node["service_at_locations"] = []
        if not (street or code or town):
            return
        found = re.fullmatch(r"([1-9][0-9]{3}) ?([A-Za-z]{2})?", code)
        if code and not found:
            self.fault(
                "postcode",
                "Een postcode is vier cijfers en twee letters, zoals 1234 AB.",
            )
        if found:
            code = " ".join(part.upper() for part in found.groups() if part)
        key = str(made_id("blad", "adres", street.casefold(), code, town.casefold()))
        address = {"id": key, "address_1": street, "postal_code": code, "city": town,
                   "country": "NL", "address_type": "physical"}  # fmt: skip
        there = {"id": key, "location_type": "physical",
                 "addresses": [self.node(address)]}  # fmt: skip
        self.pakket.records["location"].setdefault(key, self.node(there))
        at = {"id": f"{node['id']}-plek", "location_id": key}
        node["service_at_locations"] = [self.node(at)]

    def day(self, node: Knoop) -> None:
        cell = self.raw("gecontroleerd") if "gecontroleerd" in self.column else None
        if cell is None or words(cell) == "":
            return
        found = cell if isinstance(cell, date) else read_day(words(cell), self.datums)
        if found == "vraag":
            zin = "Deze datum kun je op twee manieren lezen. Zeg hieronder wat eerst komt."
            self.out.vragen.append(Fout(self.where("gecontroleerd"), words(cell), zin))
        elif not isinstance(found, date):
            self.fault(
                "gecontroleerd",
                "Dit is geen datum. Schrijf 4 oktober 2026 of 2026-10-04.",
            )
        else:
            node["assured_date"] = found.isoformat()

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


def read_day(text: str, order: str = "") -> date | str | None:
    """A date, "vraag" when it can be read two ways, None when it is none."""
    text = text.casefold().strip()
    if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}( 00:00:00)?", text):
        year, month, day = map(int, text.split(" ")[0].split("-"))
        return _date(year, month, day)
    named = re.fullmatch(r"(\d{1,2}) ([a-z]{3,9})\.? (\d{4})", text)
    if named:
        months = [n for n, m in enumerate(MAANDEN, 1) if m.startswith(named[2][:3])]
        return _date(int(named[3]), months[0], int(named[1])) if months else None
    found = re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", text)
    if not found:
        return None
    one, other, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] != "/" or one == other:  # with dashes the day comes first here
        return _date(year, other, one)
    both = [d for d in (_date(year, other, one), _date(year, one, other)) if d]
    if len(both) < 2:  # noqa: PLR2004 - two ways
        return both[0] if both else None
    return {DAG_EERST: both[0], MAAND_EERST: both[1]}.get(order, "vraag")


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
