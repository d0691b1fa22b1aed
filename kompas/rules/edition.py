"""An edition of the Kompas: what it is made of, and reading one from a file (K1).

`read_edition` takes the bytes of a JSON or CSV file and gives the edition, or every
fault in it with its line. Never an exception, whatever the bytes. Pure Python.

**JSON** is the format of `kompas/content/netwerkkompas-b1.json`: the keys are the fields
of `Editie` below. Lists, and texts that may be empty, can be left out. The label of a
point of the scale is a text, or {"wij": "…", "ik": "…"} where a card in the first person
says it in another way.

**CSV** (semicolon or comma, UTF-8) holds only wording: statements and open questions, for
instance the official ones. Themes with their parts, scale, terms and inventory come from
`basis`; so do the terms that belong to a statement, by its number. Columns, in any order:

    soort;thema;deel;nummer;tekst;toelichting;bron
    editie;sleutel;;;officieel-2023;;
    editie;versie;;;1;;
    editie;naam;;;Kompas, officiële tekst;;
    editie;bron;;;Kompas van Kenniscentrum Phrenos (2023);;
    stelling;visie;1;1;Wij …;;Kompas, Visie, stelling 1
    open_vraag;interventies;;1;Welke …;;

`thema` is the key or the name of the theme (for `editie` the field that is filled), an
empty `deel` is 1. An edition may have other numbers of statements than ours; all six
themes must be there, because rounds are compared by theme and source number.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Protocol

from .edition_reader import Getal, Lezer, Tekst, Uitgesproken
from .edition_source import Fout, Onleesbaar, Pad, printable, read_source

__all__ = ["Editie", "Fout", "edition_as_json", "read_edition"]

THEMAS = (
    "visie",
    "mens_centraal",
    "samenwerking",
    "professionals",
    "interventies",
    "organisaties",
)
WAARDEN = (1, 2, 3, 4, 5)

# the lengths are those of the columns in kompas/models/editie.py
Sleutel = Annotated[str, Tekst(60, vorm=r"[a-z0-9][a-z0-9_-]*")]
Nummer = Annotated[int, Getal(1, 999)]
Drempel = Annotated[float, Getal(0.01, 1)]
Antwoord = Annotated[str, Tekst(60)]
Naam = Annotated[str, Tekst(120)]
Zin = Annotated[str, Tekst(400)]
Uitleg = Annotated[str, Tekst(4000)]
Toelichting = Annotated[str, Tekst(4000, leeg=True)]
Herkomst = Annotated[str, Tekst(200)]
Los = Annotated[str, Tekst(200, leeg=True)]


@dataclass(frozen=True)
class Woorden:
    """The same on a card that says wij, and on one that says ik."""

    wij: Antwoord
    ik: Antwoord


Label = Annotated[str | dict[str, str], Uitgesproken(60, apart=Woorden)]


@dataclass(frozen=True)
class Schaalpunt:
    """`label` is one text for all cards, or a dict with the fields of `Woorden`."""

    waarde: Annotated[int, Getal(1, 5)]
    label: Label


@dataclass(frozen=True)
class Schaal:
    """Five points from low to high; the thresholds of agreement are explained in
    docs/schalen.md."""

    punten: tuple[Schaalpunt, ...]
    weet_niet: Antwoord
    past_niet: Woorden
    eens_vanaf: Drempel
    deels_eens_vanaf: Drempel


@dataclass(frozen=True)
class Verhaal:
    titel: Naam
    tekst: Uitleg


@dataclass(frozen=True)
class Deel:
    """A part of a card; a card without parts has one without a name."""

    nummer: Nummer
    naam: Annotated[str, Tekst(120, leeg=True)]


@dataclass(frozen=True)
class Stelling:
    """`nummer` is the number in the source, within its part."""

    deel: Nummer
    nummer: Nummer
    tekst: Zin
    toelichting: Toelichting
    bron: Los
    begrippen: tuple[Sleutel, ...]


@dataclass(frozen=True)
class OpenVraag:
    nummer: Nummer
    tekst: Zin
    toelichting: Toelichting
    bron: Los


@dataclass(frozen=True)
class Thema:
    """One card."""

    sleutel: Annotated[str, Tekst(40, keuze=THEMAS)]
    nummer: Nummer
    naam: Annotated[str, Tekst(80)]
    voor: Annotated[str, Tekst(20, keuze=("iedereen", "uitvoering", "beleid"))]
    aanspreking: Annotated[str, Tekst(5, keuze=("wij", "ik"))]
    vraag: Herkomst
    inleiding: Uitleg
    verhalen: tuple[Verhaal, ...]
    delen: tuple[Deel, ...]
    stellingen: tuple[Stelling, ...]
    open_vragen: tuple[OpenVraag, ...]


@dataclass(frozen=True)
class Begrip:
    sleutel: Sleutel
    naam: Naam
    uitleg: Uitleg
    bron: Herkomst


@dataclass(frozen=True)
class Groep:
    """A group of the inventory: a domain of positieve gezondheid, or another."""

    sleutel: Sleutel
    naam: Naam
    soort: Annotated[str, Tekst(30, keuze=("positieve_gezondheid", "anders"))]
    vraag: Herkomst


@dataclass(frozen=True)
class Werkwijze:
    """A working method by its name in the source. `groep` names the group of one that is
    found outside the Kompas's lists; `synoniemen` are other names in the same list."""

    sleutel: Annotated[str, Tekst(80, vorm=r"[a-z0-9][a-z0-9_-]*")]
    naam: Annotated[str, Tekst(160)]
    afkorting: Annotated[str, Tekst(40, leeg=True)]
    groepen: tuple[Sleutel, ...]
    groep: Annotated[str, Tekst(120, leeg=True)]
    synoniemen: tuple[Annotated[str, Tekst(160)], ...]
    uitleg: Annotated[str, Tekst(300, leeg=True)]
    onderbouwing: Los
    vorm: Los
    bron: Los


@dataclass(frozen=True)
class Inventaris:
    vraag: Annotated[str, Tekst(300)]
    groepen: tuple[Groep, ...]
    werkwijzen: tuple[Werkwijze, ...]
    elders: tuple[Werkwijze, ...]


@dataclass(frozen=True)
class Editie:
    formaat: Annotated[int, Getal(1, 1)]
    sleutel: Sleutel
    versie: Annotated[int, Getal(1, 9999)]
    naam: Naam
    bron: Herkomst
    schaal: Schaal
    themas: tuple[Thema, ...]
    begrippen: tuple[Begrip, ...]
    inventaris: Inventaris


def read_edition(
    data: bytes, name: str, basis: Editie | None = None
) -> tuple[Editie | None, list[Fout]]:
    """The edition in a file, or all its faults, in the order of the file.

    `name` tells JSON from CSV by its ending, else the content does. `basis` is the
    edition that a CSV file takes all but its wording from.
    """
    try:
        bron = read_source(data, name, None if basis is None else asdict(basis))
    except Onleesbaar as fault:
        return None, [fault.fout]
    lezer = Lezer(bron)
    editie = lezer.build(Editie, bron.wortel)
    _check(editie, lezer)
    fouten = sorted(dict.fromkeys(lezer.fouten), key=lambda fout: fout.regel or 0)
    return (None, fouten) if fouten else (editie, [])


def edition_as_json(editie: Editie) -> str:
    """The file that `read_edition` reads back as the same edition."""
    return json.dumps(asdict(editie), ensure_ascii=False, indent=2) + "\n"


# --- what the fields can't say by themselves


def _check(editie: Editie, lezer: Lezer) -> None:
    _check_schaal(editie.schaal, lezer)
    _check_keys(editie.begrippen, ("begrippen",), lezer)
    _check_inventaris(editie.inventaris, lezer)
    _check_keys(editie.themas, ("themas",), lezer)
    _check_numbers([thema.nummer for thema in editie.themas], ("themas",), lezer)
    for sleutel in THEMAS:
        if sleutel not in {thema.sleutel for thema in editie.themas}:
            lezer.fault(("themas",), f"Het thema ‘{sleutel}’ ontbreekt.")
    begrippen = {begrip.sleutel for begrip in editie.begrippen}
    for i, thema in enumerate(editie.themas):
        _check_thema(thema, begrippen, ("themas", i), lezer)


def _check_schaal(schaal: Schaal, lezer: Lezer) -> None:
    waarden = tuple(punt.waarde for punt in schaal.punten)
    if waarden != WAARDEN:
        lezer.fault(
            ("schaal", "punten"),
            "De schaal moet de waarden 1, 2, 3, 4 en 5 hebben, oplopend.",
        )
    if 0 < schaal.eens_vanaf <= schaal.deels_eens_vanaf:
        lezer.fault(
            ("schaal", "deels_eens_vanaf"),
            "‘deels_eens_vanaf’ moet minder zijn dan ‘eens_vanaf’.",
        )


def _check_thema(thema: Thema, begrippen: set[str], pad: Pad, lezer: Lezer) -> None:
    if not thema.stellingen and not thema.open_vragen:
        lezer.fault(pad, "Dit thema heeft geen stellingen en geen open vragen.")
    delen = [deel.nummer for deel in thema.delen]
    _check_numbers(delen, (*pad, "delen"), lezer)
    vragen = [vraag.nummer for vraag in thema.open_vragen]
    _check_numbers(vragen, (*pad, "open_vragen"), lezer)
    waar = (*pad, "stellingen")
    for deel in sorted({stelling.deel for stelling in thema.stellingen} - {0}):
        nummers = [_number_in(deel, stelling) for stelling in thema.stellingen]
        _check_numbers(nummers, waar, lezer)
    for i, stelling in enumerate(thema.stellingen):
        if stelling.deel and stelling.deel not in delen:
            lezer.fault((*waar, i, "deel"), f"Deel {stelling.deel} is er niet.")
        _check_known(stelling.begrippen, begrippen, (*waar, i, "begrippen"), lezer)


def _number_in(deel: int, stelling: Stelling) -> int | None:
    """None for a statement of another part, 0 where the part or the number is wrong."""
    if stelling.deel in (deel, 0):
        return stelling.nummer if stelling.deel else 0
    return None


def _check_inventaris(inventaris: Inventaris, lezer: Lezer) -> None:
    pad: Pad = ("inventaris",)
    _check_keys(inventaris.groepen, (*pad, "groepen"), lezer)
    groepen = {groep.sleutel for groep in inventaris.groepen}
    gezien: dict[str, Pad] = {}
    for lijst in ("werkwijzen", "elders"):
        werkwijzen: tuple[Werkwijze, ...] = getattr(inventaris, lijst)
        _check_keys(werkwijzen, (*pad, lijst), lezer, gezien)
        for i, werkwijze in enumerate(werkwijzen):
            _check_known(werkwijze.groepen, groepen, (*pad, lijst, i, "groepen"), lezer)


class _HasSleutel(Protocol):
    @property
    def sleutel(self) -> str: ...


def _check_keys(
    items: Iterable[_HasSleutel],
    pad: Pad,
    lezer: Lezer,
    gezien: dict[str, Pad] | None = None,
) -> None:
    """No two items with one key; `gezien` are those of earlier lists."""
    gezien = {} if gezien is None else gezien
    for i, item in enumerate(items):
        hier = (*pad, i, "sleutel")
        if item.sleutel in gezien:
            wat = f"De sleutel ‘{printable(item.sleutel)}’ staat er twee keer"
            lezer.fault(hier, wat + _also(gezien[item.sleutel], lezer))
        elif item.sleutel:
            gezien[item.sleutel] = hier


def _check_known(
    sleutels: Iterable[str], bekend: set[str], pad: Pad, lezer: Lezer
) -> None:
    for i, sleutel in enumerate(sleutels):
        if sleutel and sleutel not in bekend:
            soort = "een begrip" if pad[-1] == "begrippen" else "een groep"
            wat = f"‘{printable(sleutel)}’ is niet {soort} in dit bestand."
            lezer.fault((*pad, i), wat)


def _check_numbers(nummers: Sequence[int | None], pad: Pad, lezer: Lezer) -> None:
    """1, 2, 3 … without a double or a gap. None is of another part; 0 was wrong already,
    and could be any number that seems to be missing."""
    gezien: dict[int, Pad] = {}
    for i, nummer in enumerate(nummers):
        if not nummer:
            continue
        hier = (*pad, i, "nummer")
        if nummer in gezien:
            wat = f"Nummer {nummer} staat er twee keer" + _also(gezien[nummer], lezer)
            lezer.fault(hier, wat)
        gezien.setdefault(nummer, hier)
    if 0 in nummers:
        return
    vorig = 0
    for nummer, hier in sorted(gezien.items()):
        eerste, laatste = vorig + 1, nummer - 1
        if eerste == laatste:
            lezer.fault(hier, f"Nummer {eerste} ontbreekt ervoor.")
        elif eerste < laatste:
            wat = f"Nummers {eerste} tot en met {laatste} ontbreken ervoor."
            lezer.fault(hier, wat)
        vorig = nummer


def _also(pad: Pad, lezer: Lezer) -> str:
    regel = lezer.bron.regel(pad)
    return "." if regel is None else f", ook op regel {regel}."
