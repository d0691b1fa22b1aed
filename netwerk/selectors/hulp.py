"""What the public reads: lines of "Hulp nu", and who to call about somebody else.

Everything the public sees goes through here: page, strip, print, PDF and what is kept on a
telephone. A number that is for verwijzers only is not in what these functions give back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils import timezone

from netwerk.choices import MagBellen
from netwerk.choices_hulp import Rubriek, Taal, Zorg
from netwerk.models import Hulpnummer, Nummerwijziging, Telefoon, Zorgenadres
from netwerk.querysets.hulp import kept_regions
from netwerk.rules.hulp import Plek, dial, nearest
from netwerk.rules.hulplijnen import Landelijk, read
from netwerk.rules.hulpwoorden import is_called, keys_of, names_in
from toegang.models import Gebruiker, Gemeente, Regio, Wijk

ON_START = 3  # the two of danger, and somebody to talk to

# A plain statement, because it is asked for every page of the sociale kaart. The number
# itself stays in the database for who may not call it. Columns as the fields of Lijn.
_LINES = """
SELECT h.rubriek, h.situatie, h.uitleg,
  CASE WHEN h.mag_bellen = ANY(%(voor_ieder)s) THEN h.nummer ELSE '' END AS nummer,
  h.weg, h.mag_bellen, h.wanneer, h.kosten, h.kort, h.taal, h.gecontroleerd_op,
  h.regio_id IS NULL AS landelijk, h.volgorde, h.sleutel
FROM netwerk_hulpnummer h
WHERE h.taal = ANY(%(talen)s) AND (h.regio_id IS NULL OR h.regio_id = {regio})
ORDER BY h.volgorde, h.id
"""
# that of the slug, else the one this installation is named after, else the only one there is
_REGION = """coalesce(
  (SELECT r.id FROM toegang_regio r WHERE r.slug = %(slug)s),
  (SELECT min(r.id) FROM toegang_regio r WHERE r.naam = ANY(%(namen)s)),
  (SELECT min(r.id) FROM toegang_regio r HAVING count(*) = 1))"""


class Belbaar:
    """How a number is said, wherever it stands."""

    nummer: str
    mag_bellen: str
    wanneer: str
    kosten: str

    @property
    def tel(self) -> str:
        return dial(self.nummer)

    @property
    def wie_zin(self) -> str:
        """Who may call, where that is not everybody."""
        return {
            MagBellen.EIGEN: "Alleen voor wie hier al hulp krijgt.",
            MagBellen.VERWIJZERS: "Alleen verwijzers bellen hier.",
        }.get(MagBellen(self.mag_bellen), "")

    @property
    def bij(self) -> str:
        """ "Dag en nacht. Gratis." """
        return " ".join(f"{t.rstrip('.')}." for t in (self.wanneer, self.kosten) if t)


@dataclass(frozen=True)
class Lijn(Belbaar):
    """One line as everybody may see it; `nummer` is empty when it is not for everybody."""

    rubriek: str
    situatie: str
    uitleg: str
    nummer: str
    weg: str
    mag_bellen: str
    wanneer: str
    kosten: str
    kort: str
    taal: str
    gecontroleerd_op: date
    landelijk: bool
    volgorde: int
    sleutel: str  # "" where it is of a region

    @property
    def dringend(self) -> bool:
        return self.rubriek == Rubriek.GEVAAR


@dataclass(frozen=True)
class Blok:
    """A heading of the page with its lines."""

    rubriek: str
    kop: str
    lijnen: list[Lijn]


@dataclass(frozen=True)
class HulpNu:
    """The whole page in one language."""

    taal: str
    woorden: dict[str, str]
    blokken: list[Blok]
    oudste_controle: date  # of the numbers on it, the one that was checked longest ago
    talen: list[tuple[str, str]]


def national(taal: str = Taal.NL) -> list[Lijn]:
    """Those of the whole country, from the file: asks no database."""
    file = read(taal)
    return [_from_file(row, taal, file.gecontroleerd_op) for row in file.hulpnummers]


def lines(which: Regio | str = "", taal: str = Taal.NL) -> list[Lijn]:
    """Those of the country and of one region (itself or its slug): one query. Where the
    region has nothing in this language, its Dutch lines; where the database has no
    national ones, the file."""
    rows = _rows(which, taal)
    of_region = [row for row in rows if not row.landelijk]
    own = [row for row in of_region if row.taal == taal] or of_region
    of_country = [row for row in rows if row.landelijk and row.taal == taal]
    return [*(of_country or national(taal)), *own]


def _rows(which: Regio | str, taal: str) -> list[Lijn]:
    asked: dict[str, Any] = {
        "talen": [str(taal), str(Taal.NL)],
        "voor_ieder": [str(who) for who in MagBellen.in_hulp_nu()],
    }
    if isinstance(which, Regio):
        sql, asked["regio"] = _LINES.format(regio="%(regio)s"), which.pk
    else:
        sql, asked["slug"] = _LINES.format(regio=_REGION), which
        asked["namen"] = [settings.REGIO_NAAM, f"Regio {settings.REGIO_NAAM}"]
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        return [Lijn(*row) for row in cursor.fetchall()]


def help_now(slug: str = "", taal: str = Taal.NL) -> HulpNu:
    """The page: danger first, then what is of the country and of the region together."""
    file = read(taal)
    found = lines(slug, taal)
    blocks = [
        Blok(rubriek, file.woorden[rubriek], here)
        for rubriek in Rubriek.values
        if (here := _in_order(found, rubriek))
    ]
    checked = [lijn.gecontroleerd_op for lijn in found]
    talen = [(t, read(t).naam) for t in Taal.values]
    return HulpNu(taal, file.woorden, blocks, min(checked), talen)


def _in_order(found: list[Lijn], rubriek: str) -> list[Lijn]:
    """As the region put them; but of danger the country comes first: 112 and 113 stand on
    top whatever a region adds."""
    here = [lijn for lijn in found if lijn.rubriek == rubriek]
    danger = rubriek == Rubriek.GEVAAR
    return sorted(here, key=lambda lijn: (danger and not lijn.landelijk, lijn.volgorde))


def strip(which: Regio | str = "") -> list[Lijn]:
    """For the strip on a page: those with a short name. One query."""
    found = [lijn for lijn in lines(which) if lijn.kort]
    return [lijn for r in Rubriek.values for lijn in _in_order(found, r)]


def asked_for(typed: str, which: Regio | str = "") -> list[Lijn]:
    """What somebody who types this has to call. One query, none when nothing fits."""
    keys, names = keys_of(typed), names_in(typed)
    if not keys and not names:
        return []
    found = [
        lijn
        for lijn in lines(which)
        if lijn.sleutel in keys
        or (
            not lijn.landelijk
            and is_called(names, lijn.kort, lijn.situatie, lijn.uitleg)
        )
    ]
    return [lijn for r in Rubriek.values for lijn in _in_order(found, r)]


def on_start(which: Regio | str = "") -> list[Lijn]:
    """For the start page: danger, and the first to talk to."""
    found = lines(which)
    first = _in_order(found, Rubriek.GEVAAR)[: ON_START - 1]
    return [*first, *_in_order(found, Rubriek.PRATEN)[:1]]


def _from_file(row: Landelijk, taal: str, checked: date) -> Lijn:
    return Lijn(
        rubriek=row.rubriek,
        situatie=row.situatie,
        uitleg=row.uitleg,
        nummer=row.nummer,
        weg=row.weg,
        mag_bellen=MagBellen.IEDEREEN,
        wanneer=row.wanneer,
        kosten=row.kosten,
        kort=row.kort,
        taal=taal,
        gecontroleerd_op=checked,
        landelijk=True,
        volgorde=row.volgorde,
        sleutel=row.sleutel,
    )


def regions() -> list[Regio]:
    return list(Regio.objects.all())


def region_named(slug: str) -> Regio | None:
    return Regio.objects.filter(slug=slug).first() if slug else None


def home_region(found: list[Regio]) -> Regio | None:
    """The one this installation is named after, else the only one."""
    names = {settings.REGIO_NAAM, f"Regio {settings.REGIO_NAAM}"}
    named = [regio for regio in found if regio.naam in names]
    return (named or found)[0] if named or len(found) == 1 else None


# --- worries about somebody else --------------------------------------------------------
@dataclass(frozen=True)
class Waar:
    """A place somebody chose: a wijk, a gemeente, or only the region."""

    regio: Regio
    gemeente: Gemeente | None = None
    wijk: Wijk | None = None

    @property
    def naam(self) -> str:
        if self.wijk and self.gemeente:
            if self.wijk.naam.casefold() == self.gemeente.naam.casefold():
                return f"de wijk {self.wijk.naam}"
            return f"{self.wijk.naam}, {self.gemeente.naam}"
        return self.gemeente.naam if self.gemeente else self.regio.naam

    @property
    def sleutel(self) -> str:
        """As it stands in an address."""
        if self.wijk:
            return f"wijk-{self.wijk.pk}"
        return f"gemeente-{self.gemeente.pk}" if self.gemeente else "regio"

    @property
    def plek(self) -> Plek:
        return Plek(
            self.regio.pk,
            self.gemeente.pk if self.gemeente else None,
            self.wijk.pk if self.wijk else None,
        )


@dataclass(frozen=True)
class Adresregel(Belbaar):
    """An address as everybody may see it."""

    adres: str
    regio_id: int | None
    gemeente_id: int | None
    wijk_id: int | None
    soorten: tuple[str, ...]
    naam: str
    nummer: str
    weg: str
    mag_bellen: str
    wanneer: str
    kosten: str
    wat_dan: str
    gecontroleerd_op: date


def place(regio: Regio, sleutel: str) -> Waar | None:
    """`wijk-7`, `gemeente-3` or `regio` within a region; None when it is not there."""
    kind, _, pk = sleutel.partition("-")
    if sleutel == "regio":
        return Waar(regio)
    if kind == "gemeente":
        gemeente = Gemeente.objects.filter(regio=regio, pk=pk).first()
        return Waar(regio, gemeente) if gemeente else None
    wijk = regio.wijken.filter(pk=pk).first()
    return Waar(regio, wijk.gemeente, wijk) if wijk else None


def places(regio: Regio) -> list[tuple[Waar, list[Waar]]]:
    """Each gemeente, with its wijken."""
    return [
        (
            Waar(regio, gemeente),
            [Waar(regio, gemeente, wijk) for wijk in gemeente.wijken.all()],
        )
        for gemeente in regio.gemeenten.prefetch_related("wijken")
    ]


def contacts(waar: Waar, soort: str) -> list[Adresregel]:
    """Who to call there about one worry: the nearest of each kind of address."""
    there = (row for row in _everyone(waar.regio) if soort in row.soorten)
    return nearest(there, waar.plek)


def per_worry(waar: Waar) -> list[tuple[str, list[Adresregel]]]:
    """For the sheet: each worry in words, and who to call."""
    everyone = _everyone(waar.regio)
    found = [
        (words, nearest((r for r in everyone if soort in r.soorten), waar.plek))
        for soort, words in worries()
    ]
    return [(words, here) for words, here in found if here]


def worries() -> list[tuple[str, str]]:
    return [(zorg.value, str(zorg.label)) for zorg in Zorg]


def _everyone(regio: Regio) -> list[Adresregel]:
    """Of the region and of the country: one query; the file where it has no national."""
    rows = [_contact(row) for row in Zorgenadres.objects.public(regio.pk)]
    known = any(row.regio_id is None for row in rows)
    return rows if known else [*rows, *_national_contacts()]


def _contact(row: dict[str, Any]) -> Adresregel:
    same = ("adres", "regio_id", "gemeente_id", "wijk_id", "naam", "weg", "mag_bellen")
    rest = ("wanneer", "kosten", "wat_dan", "gecontroleerd_op")
    return Adresregel(
        **{name: row[name] for name in (*same, *rest)},
        soorten=tuple(row["soorten"]),
        nummer=row["getal"],
    )


def _national_contacts() -> list[Adresregel]:
    file = read(Taal.NL)
    return [
        Adresregel(
            adres=row.adres,
            regio_id=None,
            gemeente_id=None,
            wijk_id=None,
            soorten=row.soorten,
            naam=row.naam,
            nummer=row.nummer,
            weg=row.weg,
            mag_bellen=MagBellen.IEDEREEN,
            wanneer=row.wanneer,
            kosten=row.kosten,
            wat_dan=row.wat_dan,
            gecontroleerd_op=file.gecontroleerd_op,
        )
        for row in file.zorgenadressen
    ]


# --- keeping the numbers ----------------------------------------------------------------
@dataclass(frozen=True)
class Vindplaats:
    """A place where an old number still stands, with where it can be changed when there
    is a page for that."""

    waar: str
    url_naam: str = ""
    uuid: UUID | None = None


Source = Callable[[Regio, str], Iterable[Vindplaats]]
_sources: list[Source] = []


def register_source(source: Source) -> None:
    """Other tables with telephone numbers: given a region and digits, where they stand."""
    _sources.append(source)


def still_stands(wijziging: Nummerwijziging) -> list[Vindplaats]:
    """Rows of the region that still have the old number, however it is written."""
    old = dial(wijziging.oud)
    found = (place for source in _sources for place in source(wijziging.regio, old))
    return sorted(found, key=lambda place: place.waar)


def _in_own_tables(regio: Regio, digits: str) -> Iterable[Vindplaats]:
    for line in Hulpnummer.objects.filter(regio=regio).exclude(nummer=""):
        if dial(line.nummer) == digits:
            waar = f"Hulp nu: {line.situatie}"
            yield Vindplaats(waar, "hulpnummer", line.uuid)
    for address in Zorgenadres.objects.filter(regio=regio).exclude(nummer=""):
        if dial(address.nummer) == digits:
            waar = f"Zorgen om iemand: {address.naam}"
            yield Vindplaats(waar, "zorgenadres", address.uuid)


def _in_sociale_kaart(regio: Regio, digits: str) -> Iterable[Vindplaats]:
    """There a number is kept as it is dialled."""
    ways = ("voorziening", "plek__voorziening", "contact__voorziening")
    for way in ways:
        phones = Telefoon.objects.filter(nummer=digits, **{f"{way}__regio": regio})
        for naam in phones.values_list(f"{way}__naam", flat=True):
            yield Vindplaats(f"Sociale kaart: {naam}")


register_source(_in_own_tables)
register_source(_in_sociale_kaart)


def sheets_with(wijziging: Nummerwijziging) -> list[Waar]:
    """The wijken whose printed sheet carried the old number."""
    wijken = wijziging.regio.wijken
    if wijziging.wijk_id:
        wijken = wijken.filter(pk=wijziging.wijk_id)
    elif wijziging.gemeente_id:
        wijken = wijken.filter(gemeente=wijziging.gemeente_id)
    rows = wijken.order_by("gemeente__naam", "naam")
    return [Waar(wijziging.regio, wijk.gemeente, wijk) for wijk in rows]


def own_region(user: Gebruiker) -> Regio | None:
    """The region whose numbers this person keeps."""
    return kept_regions(user, timezone.localdate()).first()
