"""Outcomes as tables for a spreadsheet: the same released figures, words and reasons."""

from collections.abc import Callable, Iterator, Sequence

from basis.csv import Cell
from kompas.rules import outcomes
from kompas.selectors.uitkomsten import Kaartuitkomst, Rondeuitkomst, Stellinguitkomst
from kompas.selectors.werkwijzen import Werkwijzeuitkomst

Row = Sequence[Cell]
Table = tuple[Sequence[str], Iterator[Row]]

ALLEN = "Iedereen"
STATEMENT = ("Kaart", "Deel", "Nummer", "Stelling")
FIGURES = (
    "Mensen op deze kaart", "Antwoorden", "Scoorde 1", "Scoorde 2", "Scoorde 3",
    "Scoorde 4", "Scoorde 5", "Weet ik niet", "Past niet", "Middelste score",
    "Helft vanaf", "Helft tot en met", "Overeenstemming (0 tot 1)", "In woorden",
)  # fmt: skip


def stellingen(ronde: Rondeuitkomst) -> Table:
    """A row per statement for everybody, and one per group where groups are shown."""
    columns = (
        *STATEMENT, "Wie", *FIGURES, "Afgesproken score", "Notitie", "Waarom niet te zien",
    )  # fmt: skip
    return columns, _statements(ronde)


def opmerkingen(ronde: Rondeuitkomst) -> Table:
    """Remarks and answers in own words, without a name and without a group."""
    columns = ("Kaart", "Deel", "Nummer", "Stelling of vraag", "In eigen woorden")
    return (*columns, "Waarom niet te zien"), _words(ronde)


def werkwijzen(ronde: Rondeuitkomst) -> Table:
    columns = (
        "Groep", "Werkwijze", "Afkorting", "Doen we al", "Willen we", "Weet ik niet",
        "Waarom niet te zien",
    )  # fmt: skip
    return columns, _methods(ronde)


CSV: dict[str, Callable[[Rondeuitkomst], Table]] = {
    "stellingen": stellingen,
    "opmerkingen": opmerkingen,
    "werkwijzen": werkwijzen,
}


def _statements(ronde: Rondeuitkomst) -> Iterator[Row]:
    for kaart in ronde.geopend:
        for row in kaart.stellingen:
            agreed = row.afspraak
            after = (
                agreed.score if agreed else None,
                agreed.notitie if agreed else "",
                row.vrij.zin,
            )
            yield (*_about(kaart, row), ALLEN, *_figures(row, row.uitkomst), *after)
            for group in row.groepen:
                figures = _figures(row, group.uitkomst)
                yield (*_about(kaart, row), group.naam, *figures, None, "", "")


def _about(kaart: Kaartuitkomst, row: Stellinguitkomst) -> Row:
    return (kaart.naam, row.deel, row.nummer, row.tekst)


def _figures(row: Stellinguitkomst, uitkomst: outcomes.Uitkomst | None) -> Row:
    """All empty when it is withheld: not even how many answered."""
    if uitkomst is None:
        return (row.mensen, *[None] * (len(FIGURES) - 1))
    low, high = uitkomst.kwartielen or (None, None)
    agreed = uitkomst.overeenstemming
    return (
        row.mensen,
        uitkomst.n,
        *uitkomst.verdeling,
        uitkomst.weet_niet,
        uitkomst.past_niet,
        uitkomst.mediaan,
        low,
        high,
        None if agreed is None else round(agreed, 2),
        outcomes.sentence(uitkomst),
    )


def _words(ronde: Rondeuitkomst) -> Iterator[Row]:
    for kaart in ronde.geopend:
        for row in kaart.stellingen:
            about = _about(kaart, row)
            if row.uitkomst is None:
                yield (*about, "", row.vrij.zin)
            for remark in row.opmerkingen:
                hidden = f"Verborgen. Reden: {remark.reden}" if remark.verborgen else ""
                yield (*about, remark.tekst, hidden)
        for vraag in kaart.interventies.vragen if kaart.interventies else ():
            asked = (kaart.naam, "", vraag.nummer, vraag.tekst)
            if vraag.zin:
                yield (*asked, "", vraag.zin)
            for text in vraag.antwoorden:
                yield (*asked, text, "")


def _methods(ronde: Rondeuitkomst) -> Iterator[Row]:
    for kaart in ronde.geopend:
        for lijst in kaart.interventies.lijsten if kaart.interventies else ():
            for row in lijst.werkwijzen:
                yield (lijst.naam, *_method(row))


def _method(row: Werkwijzeuitkomst) -> Row:
    return (row.naam, row.afkorting, row.doen, row.willen, row.weet_niet, row.zin)
