"""White spots to take along: a workbook and a PDF, from the same reading as the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.template.loader import render_to_string
from django.utils.text import slugify

from basis import pdf
from basis.csv import Cell
from basis.xlsx import Sheet
from netwerk.rules.vergeefs import VANAF
from netwerk.rules.witte_vlekken import Rij, Vak
from netwerk.selectors.witte_vlekken import Gemeentenaam, Overzicht, Toon
from toegang.selectors.huisstijl import paper_of

Table = list[tuple[Rij, list[Toon]]]
PER_TABLE = 6  # gemeenten beside each other on a page of paper
INFORMEEL = "Informeel"
CELL = ("Aantal plekken", "Kortste wachttijd (weken)", INFORMEEL, "Laatst nagekeken")


def file_name(overzicht: Overzicht) -> str:
    return slugify(f"witte vlekken {overzicht.regio.naam} {overzicht.dag:%Y-%m-%d}")


def sheets(overzicht: Overzicht) -> list[Sheet]:
    """Long tables: a row per cell, so that a spreadsheet can turn them."""
    where = ("Gemeente", *CELL)
    return [
        Sheet("Functies", ("Functie", *where), _cells(overzicht, overzicht.functies),
              (INFORMEEL,)),
        Sheet("Werkwijzen", ("Werkwijze", *where),
              _cells(overzicht, overzicht.werkwijzen), (INFORMEEL,)),
        Sheet("Wat hoort erbij", ("Functie", "Voorziening", "Gemeente", CELL[0]),
              _essentials(overzicht)),
        Sheet("Organisaties", ("Actor", "Soort organisatie", "In de regio"),
              _actors(overzicht)),
        Sheet("Aandachtspunten", ("Nummer", "Aandachtspunt", "Op de kaart", "Gemeente",
                                  CELL[0]), _points(overzicht)),
        Sheet("Gezocht, niet gevonden", ("Woorden", "Dit kwartaal", "Vorig kwartaal"),
              [(w.woorden, w.nu, w.vorig) for w in overzicht.vergeefs]),
        Sheet("Uitleg", ("Wat", "Uitleg"), _explained(overzicht)),
    ]  # fmt: skip


def as_pdf(overzicht: Overzicht) -> pdf.Pdf:
    context = {
        "o": overzicht,
        "functies": list(_blocks(overzicht, overzicht.functietabel)),
        "werkwijzen": list(_blocks(overzicht, overzicht.werkwijzentabel)),
        "vanaf": VANAF,
        "stijl": paper_of(overzicht.regio),
    }
    return pdf.render(render_to_string("pdf/witte_vlekken.html", context))


def _blocks(
    overzicht: Overzicht, table: Table
) -> Iterator[tuple[Sequence[Gemeentenaam], Table]]:
    """So many gemeenten as fit beside each other, and their part of each row."""
    for start in range(0, len(overzicht.gemeenten) if table else 0, PER_TABLE):
        part = slice(start, start + PER_TABLE)
        yield overzicht.gemeenten[part], [(rij, vakken[part]) for rij, vakken in table]


def _cells(overzicht: Overzicht, rijen: Sequence[Rij]) -> Iterator[Sequence[Cell]]:
    for rij in rijen:
        for gemeente, vak in zip(overzicht.gemeenten, rij.vakken, strict=True):
            yield [rij.naam, gemeente.naam, *_figures(vak)]


def _figures(vak: Vak) -> list[Cell]:
    share = None if vak.procent is None else vak.procent / 100
    return [vak.aantal, vak.weken, share, vak.nagekeken]


def _essentials(overzicht: Overzicht) -> Iterator[Sequence[Cell]]:
    for row in overzicht.essentieel:
        for gemeente, vak in zip(overzicht.gemeenten, row.vakken, strict=True):
            yield [row.functienaam, row.naam, gemeente.naam, vak.aantal]


def _actors(overzicht: Overzicht) -> Iterator[Sequence[Cell]]:
    for actor in overzicht.actoren:
        yield from ([actor.naam, soort, "ja"] for soort in actor.er)
        yield from ([actor.naam, soort, "nog niet"] for soort in actor.mist)


def _points(overzicht: Overzicht) -> Iterator[Sequence[Cell]]:
    for row in overzicht.punten:
        for teken in row.tekens:
            for gemeente, vak in zip(overzicht.gemeenten, teken.vakken, strict=True):
                about: list[Cell] = [row.punt.nummer, row.punt.naam, teken.naam]
                yield [*about, gemeente.naam, vak.aantal]


def _explained(overzicht: Overzicht) -> list[list[Cell]]:
    return [
        ["Regio", overzicht.regio.naam],
        ["Gemaakt op", overzicht.dag],
        ["Plekken in deze cijfers", overzicht.plekken],
        ["Plekken die nergens meetellen", overzicht.onbekend],
        [CELL[0], "Plekken op de sociale kaart die er zijn voor mensen in die gemeente."],
        [CELL[1], "Tot het eerste gesprek of de eerste keer, bij de plek waar je het"
                  " snelst terecht kunt. Alleen metingen die nog gelden. 0 is meteen."],
        [INFORMEEL, "Deel van de plekken dat informele steun is."],
        [CELL[3], "De laatste dag waarop iemand een van deze plekken nakeek."],
        ["Gezocht, niet gevonden", f"Alleen woorden, vanaf {VANAF} verschillende bezoeken."
                                   " Leeg is minder."],
        ["Bron", "Functies en voorzieningen: generieke module EPA, tabel 4.1."
                 " Aandachtspunten: factsheet voor gemeenten."],
    ]  # fmt: skip
