"""Our own edition, a small one as a file, and the same with something wrong in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kompas.rules.edition import Editie, Fout, Thema, edition_as_json, read_edition

OWN_FILE = Path(__file__).parents[2] / "kompas/content/netwerkkompas-b1.json"


def read_whole(
    data: bytes, name: str = "e.json", basis: Editie | None = None
) -> Editie:
    editie, fouten = read_edition(data, name, basis)
    assert editie, [str(fout) for fout in fouten]
    assert not fouten
    return editie


OWN = read_whole(OWN_FILE.read_bytes())


def smaller(thema: Thema) -> Thema:
    return replace(
        thema, stellingen=thema.stellingen[:2], open_vragen=thema.open_vragen[:2]
    )


SMALL = replace(
    OWN,
    themas=tuple(smaller(thema) for thema in OWN.themas),
    inventaris=replace(
        OWN.inventaris, werkwijzen=OWN.inventaris.werkwijzen[:2], elders=()
    ),
)
TEXT = edition_as_json(SMALL)


def faults_in(
    data: bytes | str, name: str = "e.json", basis: Editie | None = None
) -> list[Fout]:
    data = data.encode() if isinstance(data, str) else data
    editie, fouten = read_edition(data, name, basis)
    assert editie is None, "this file should have been refused"
    assert all(fout.waar and fout.wat for fout in fouten)
    return fouten


def line_of(tekst: str, part: str, keer: int = 1) -> int:
    """The line of the `keer`-th time that `part` stands in a text."""
    found = [n for n, regel in enumerate(tekst.split("\n"), 1) if part in regel]
    return found[keer - 1]


def changed(old: str, new: str, keer: int = 1) -> tuple[str, int]:
    """The small edition with its `keer`-th `old` changed, and on which line."""
    regels = TEXT.split("\n")
    regel = line_of(TEXT, old, keer)
    regels[regel - 1] = regels[regel - 1].replace(old, new)
    return "\n".join(regels), regel


def csv_of(editie: Editie, delimiter: str = ";") -> str:
    """An edition's wording, as the docstring of `edition` says."""

    def row(*cellen: object) -> str:
        return delimiter.join('"' + str(cel).replace('"', '""') + '"' for cel in cellen)

    rows = [
        delimiter.join(
            ["soort", "thema", "deel", "nummer", "tekst", "toelichting", "bron"]
        )
    ]
    velden = ("sleutel", "versie", "naam", "bron")
    rows += [row("editie", v, "", "", getattr(editie, v), "", "") for v in velden]
    for thema in editie.themas:
        rows += [
            row(
                "stelling", thema.naam, s.deel, s.nummer, s.tekst, s.toelichting, s.bron
            )
            for s in thema.stellingen
        ]
        rows += [
            row(
                "open_vraag",
                thema.sleutel,
                "",
                v.nummer,
                v.tekst,
                v.toelichting,
                v.bron,
            )
            for v in thema.open_vragen
        ]
    return "\r\n".join(rows) + "\r\n"
