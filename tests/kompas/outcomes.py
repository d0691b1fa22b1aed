"""Outcomes of a few answers, for tests of the rules."""

from hypothesis import strategies as st

from kompas.rules.outcomes import (
    PAST_NIET,
    WEET_NIET,
    Antwoord,
    StellingUitkomst,
    Uitkomst,
    summarise,
)

SCALE = (1, 2, 3, 4, 5)
scores = st.lists(st.sampled_from(SCALE), min_size=1, max_size=30)
choices = st.lists(st.sampled_from((*SCALE, WEET_NIET, PAST_NIET)), max_size=12)


def of(*keuzes: int | str) -> Uitkomst:
    return summarise(Antwoord(keuze) for keuze in keuzes)


def card(*statements: tuple[int | str, ...]) -> list[StellingUitkomst]:
    return [StellingUitkomst(k, of(*keuzes)) for k, keuzes in enumerate(statements, 1)]
