"""Words that ask for a number to call: the first answer to them is that number (N3).

Plain Python. A word ends where it ends, `zelfmoord*` is also the beginning of a longer one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .zoeken import fold

# key of a national number (content/hulp) -> what somebody types who needs it
WOORDEN: Mapping[str, tuple[str, ...]] = {
    "112": (
        "112", "ambulance", "levensgevaar", "noodnummer", "alarmnummer",
        "noodgeval", "overdosis",
    ),
    "113": (
        "113", "0113", "zelfmoord*", "suicid*", "zelfdod*", "levensmoe", "doodswens",
        "wil dood", "dood wil", "wil sterven", "niet meer leven", "niet meer wil leven",
        "einde aan mijn leven",
    ),
    "huisarts": (
        "huisarts", "huisartsenpost", "huisartspost", "dokterspost", "spoedarts", "spoed",
        "crisis", "crisisdienst",
    ),
    "luisterlijn": ("luisterlijn", "luisterend oor", "hulplijn*"),
    "meldpunt": ("meldpunt", "zorgwekkend gedrag", "verward*"),
    "veilig-thuis": (
        "veilig thuis", "huiselijk geweld", "mishandel*", "kindermishandeling",
        "geweld thuis",
    ),
}  # fmt: skip
# what a region calls its own numbers: these are looked for in their words
NAMEN = (
    "huisartsenpost", "huisartspost", "dokterspost", "crisisdienst", "luisterlijn",
    "meldpunt", "nummer van de regio", "vast nummer",
)  # fmt: skip


def keys_of(typed: str) -> set[str]:
    """Of the national numbers that these words ask for."""
    text = fold(typed)
    return {key for key, terms in WOORDEN.items() if _has(text, terms)}


def names_in(typed: str) -> set[str]:
    text = fold(typed)
    return {name for name in NAMEN if _has(text, (name,))}


def is_called(names: Iterable[str], *words: str) -> bool:
    """Whether a line with these words carries one of the names."""
    return _has(fold(" ".join(words)), names)


def _has(text: str, terms: Iterable[str]) -> bool:
    inside = f" {text} "
    return any(
        f" {term[:-1]}" in inside if term.endswith("*") else f" {term} " in inside
        for term in terms
    )
