"""What a group answered, in figures and in plain Dutch (K8).

Everything here starts from counts per choice. Whether a figure may be shown at all is
decided before, by basis/disclosure.py: lists and theme lines take only what is released.

Methods, chosen for groups of 2 to 8 people:

- Middle and quartiles: the inverse of the distribution with averaging at jumps (Hyndman
  and Fan, "Sample quantiles in statistical packages", The American Statistician 50,
  1996, definition 2). The second quartile is the ordinary median, the method is the same
  from both ends, and at least half of the scores lie in between the first and the third,
  however few there are: with hinges or interpolation three scores 1, 3 and 5 would have
  one score "in the middle half".
- Agreement: Tastle and Wierman, "Consensus and dissention: a measure of ordinal
  dispersion", International Journal of Approximate Reasoning 45, 2007, pages 531-545.
- The words eens, deels eens and verdeeld and their thresholds 0.75 and 0.5 are ours and
  part of the edition. They say how far apart these scores lie, not how the next group
  would score: eight people who throw dice would be "eens" in 2 of 100 cases, five in 6,
  four in 16, three in 23 and two in 52. So two to four scores are called few, aloud:
  below five, one score more can undo any "eens".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log2
from typing import Any

PUNTEN = (1, 2, 3, 4, 5)
WEET_NIET, PAST_NIET = "weet_niet", "past_niet"
EENS, DEELS_EENS, VERDEELD, TE_WEINIG = "eens", "deels eens", "verdeeld", "te weinig"
FEWEST_SCORES = 2  # one score is never agreement
KLEIN_ONDER = 5  # scores; fewer are called few
LAAG_ONDER = 3  # a median under the middle of the scale is low
GOED = 4  # from here a median goes well
ONE_MORE = "Eén erbij kan het beeld nog veranderen."
OFTEN_PEOPLE, OFTEN_SHARE = 2, 0.25  # from here "weet ik niet" is often


@dataclass(frozen=True)
class Antwoord:
    """`keuze` is 1..5, "weet_niet" or "past_niet"; `groep` "" is unknown."""

    keuze: int | str
    groep: str = ""


@dataclass(frozen=True)
class Grenzen:
    """From which agreement (0..1) a group is called eens and deels eens."""

    eens: float = 0.75
    deels_eens: float = 0.5

    def __post_init__(self) -> None:
        if not 0 <= self.deels_eens <= self.eens <= 1:
            raise ValueError("thresholds run from 0 to 1, deels eens at most eens")


DEFAULT = Grenzen()


@dataclass(frozen=True)
class Uitkomst:
    """One statement, or one group on it.

    `n` counts every answer, `n_scores` only 1..5, `verdeling` the five points. `midden`
    is the lower and upper middle score: (2, 3) with an even number, `mediaan` then 2.5.
    `spreiding` is the distance between the quartiles in points. None without scores;
    `overeenstemming` (0..1) None under two.
    """

    n: int
    n_scores: int
    verdeling: tuple[int, ...]
    weet_niet: int
    past_niet: int
    midden: tuple[int, int] | None
    mediaan: float | None
    kwartielen: tuple[float, float] | None
    spreiding: float | None
    overeenstemming: float | None
    oordeel: str

    @property
    def klein(self) -> bool:
        """Too few scores to lean on: said with the outcome."""
        return 0 < self.n_scores < KLEIN_ONDER

    @property
    def scores(self) -> list[int]:
        """Every score, low to high."""
        return [
            p for p, n in zip(PUNTEN, self.verdeling, strict=True) for _ in range(n)
        ]


def summarise(antwoorden: Iterable[Antwoord], grenzen: Grenzen = DEFAULT) -> Uitkomst:
    """The outcome of these answers; ValueError on a choice outside the scale."""
    return summarise_counts(Counter(a.keuze for a in antwoorden), grenzen)


def summarise_counts(
    counts: Mapping[int | str, int], grenzen: Grenzen = DEFAULT
) -> Uitkomst:
    """The same from how often each choice was made."""
    if unknown := set(counts) - {*PUNTEN, WEET_NIET, PAST_NIET}:
        raise ValueError(f"not on the scale: {sorted(map(str, unknown))}")
    verdeling = tuple(counts.get(punt, 0) for punt in PUNTEN)
    scores = [p for p, n in zip(PUNTEN, verdeling, strict=True) for _ in range(n)]
    low, middle, high = (
        (quartile(scores, k) for k in (1, 2, 3)) if scores else (None,) * 3
    )
    agreed = consensus(verdeling)
    return Uitkomst(
        n=sum(counts.values()),
        n_scores=len(scores),
        verdeling=verdeling,
        weet_niet=counts.get(WEET_NIET, 0),
        past_niet=counts.get(PAST_NIET, 0),
        midden=_middle_two(scores),
        mediaan=middle,
        kwartielen=None if low is None or high is None else (low, high),
        spreiding=None if low is None or high is None else high - low,
        overeenstemming=agreed,
        oordeel=judge(agreed, grenzen),
    )


def per_group(antwoorden: Iterable[Antwoord]) -> dict[str, Counter[int | str]]:
    """How often each choice was made in each group, as `basis.disclosure.visible` asks."""
    groups: dict[str, Counter[int | str]] = {}
    for antwoord in antwoorden:
        groups.setdefault(antwoord.groep, Counter())[antwoord.keuze] += 1
    return groups


def quartile(ordered: Sequence[float], k: int) -> float:
    """Quartile k (1, 2, 3) of values in order, at least one; see the module."""
    place, between = divmod(len(ordered) * k, 4)
    if between:
        return float(ordered[place])
    return (ordered[place - 1] + ordered[place]) / 2


def consensus(verdeling: Sequence[int]) -> float | None:
    """Agreement of Tastle and Wierman: 1 all the same, 0 half at each end.

    Cns = 1 + sum over the points of p * log2(1 - |x - mean| / d), where p is the share
    of the scores on point x and d the width of the scale. None under two scores.
    """
    n, width = sum(verdeling), len(verdeling) - 1
    if n < FEWEST_SCORES:
        return None
    mean = sum(x * count for x, count in enumerate(verdeling)) / n
    total = sum(
        count / n * log2(1 - abs(x - mean) / width)
        for x, count in enumerate(verdeling)
        if count
    )
    return max(0.0, 1 + total)


def judge(overeenstemming: float | None, grenzen: Grenzen = DEFAULT) -> str:
    """Agreement in a word."""
    if overeenstemming is None:
        return TE_WEINIG
    if overeenstemming >= grenzen.eens:
        return EENS
    return DEELS_EENS if overeenstemming >= grenzen.deels_eens else VERDEELD


def _middle_two(scores: Sequence[int]) -> tuple[int, int] | None:
    if not scores:
        return None
    return scores[(len(scores) - 1) // 2], scores[len(scores) // 2]


# ---- in words


def getal(waarde: float) -> str:
    """A number as the Dutch write it, at most two decimals: 0.64 is "0,64", 3.0 is "3"."""
    return f"{waarde:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def mensen(aantal: int) -> str:
    return "1 mens" if aantal == 1 else f"{aantal} mensen"


def middelste_score(uitkomst: Uitkomst) -> str:
    """ "2", or "2 tot 3" when the middle falls between two scores; "" without scores."""
    if uitkomst.midden is None:
        return ""
    low, high = uitkomst.midden
    return str(low) if low == high else f"{low} tot {high}"


def sentence(uitkomst: Uitkomst) -> str:
    """ "Jullie zijn het deels eens. De middelste score is 2. …" """
    return " ".join(sentences(uitkomst))


def sentences(uitkomst: Uitkomst) -> tuple[str, ...]:
    """The outcome in words, a thought each: agreement, middle, spread, and if few."""
    if not uitkomst.n:
        return ("Niemand gaf hier antwoord.",)
    if not uitkomst.n_scores:
        return ("Niemand gaf hier een score.",)
    scores = uitkomst.scores
    if len(scores) < FEWEST_SCORES:
        return (
            f"Er is 1 score: een {scores[0]}.",
            "Dat is te weinig om te zeggen of jullie het eens zijn.",
        )
    few = (f"{few_sentence(uitkomst)} {ONE_MORE}",) if uitkomst.klein else ()
    return (_together(uitkomst), *_middle_and_spread(uitkomst), *few)


def count_sentence(uitkomst: Uitkomst, joined: int = 0) -> str:
    """ "11 antwoorden. Niemand koos ‘weet ik niet’."

    With `joined`, how many joined the round and have the card, it says who skipped this
    statement: "9 van de 11 mensen gaven antwoord."
    """
    n = uitkomst.n
    if joined > n:
        said = [f"{n} van de {joined} mensen {'gaf' if n == 1 else 'gaven'} antwoord."]
    else:
        said = ["1 antwoord." if n == 1 else f"{n} antwoorden."]
    if n:
        said.append(unknown_sentence(uitkomst, joined))
    if uitkomst.past_niet:
        said.append(f"Voor {mensen(uitkomst.past_niet)} past deze stelling niet.")
    return " ".join(said)


def unknown_sentence(uitkomst: Uitkomst, joined: int = 0) -> str:
    """ "4 van de 11 mensen kozen ‘weet ik niet’." Of who joined, else of who answered."""
    unknown, total = uitkomst.weet_niet, max(joined, uitkomst.n)
    if not unknown:
        return "Niemand koos ‘weet ik niet’."
    if unknown == total:
        return "Iedereen koos ‘weet ik niet’."
    verb = "koos" if unknown == 1 else "kozen"
    return f"{unknown} van de {total} mensen {verb} ‘weet ik niet’."


def _together(uitkomst: Uitkomst) -> str:
    if uitkomst.oordeel == VERDEELD:
        return "Jullie zijn verdeeld."
    return f"Jullie zijn het {uitkomst.oordeel}."


def few_sentence(uitkomst: Uitkomst) -> str:
    """ "Er zijn maar 2 scores." """
    n = uitkomst.n_scores
    return "Er is maar 1 score." if n == 1 else f"Er zijn maar {n} scores."


def _middle_and_spread(uitkomst: Uitkomst) -> tuple[str, ...]:
    scores = uitkomst.scores
    lowest, highest = scores[0], scores[-1]
    if lowest == highest:
        return (f"{_all(len(scores)).capitalize()} scores zijn {lowest}.",)
    if len(scores) == FEWEST_SCORES:
        return (f"De scores zijn {lowest} en {highest}.",)
    middle = middelste_score(uitkomst)
    verb = "ligt tussen" if " tot " in middle else "is"
    return (
        f"De middelste score {verb} {middle.replace(' tot ', ' en ')}.",
        _spread(scores, uitkomst.kwartielen or (lowest, highest)),
    )


def _spread(scores: Sequence[int], kwartielen: tuple[float, float]) -> str:
    """Which scores are the middle half, and how much of all they really are."""
    inside = [score for score in scores if kwartielen[0] <= score <= kwartielen[1]]
    next_to = inside[-1] - inside[0] <= 1
    where = _between(str(inside[0]), str(inside[-1]), next_to=next_to)
    if len(inside) == len(scores):
        return f"Alle scores {'zijn' if next_to else 'zitten'} {where}."
    part = _half(len(inside), len(scores))
    return f"{part} van de scores {'is' if next_to else 'zit'} {where}."


def _between(low: str, high: str, *, next_to: bool = False) -> str:
    if low == high:
        return low
    return f"{low} of {high}" if next_to else f"tussen {low} en {high}"


def _all(aantal: int) -> str:
    return {2: "beide"}.get(aantal, f"alle {aantal}")


def _half(inside: int, total: int) -> str:
    return "De helft" if 2 * inside == total else "Meer dan de helft"


# ---- what to talk about on a card


@dataclass(frozen=True)
class StellingUitkomst:
    """What is released of one statement, and nothing else.

    `geheel` is None when the whole is not shown, `groepen` empty when groups are not.
    """

    stelling: int
    geheel: Uitkomst | None
    groepen: Mapping[str, Uitkomst] = field(default_factory=dict)

    @property
    def gap(self) -> float:
        """Points between the lowest and the highest median of the groups."""
        medians = [g.mediaan for g in self.groepen.values() if g.mediaan is not None]
        return max(medians) - min(medians) if medians else 0.0


@dataclass(frozen=True)
class Gesprekspunt:
    stelling: int
    waarom: str


@dataclass(frozen=True)
class Gesprekspunten:
    """Lists to talk about; a list is empty when its reason holds for no statement."""

    laagste: tuple[Gesprekspunt, ...]
    verspreid: tuple[Gesprekspunt, ...]
    verschil: tuple[Gesprekspunt, ...]
    onbekend: tuple[Gesprekspunt, ...]
    gaat_goed: tuple[Gesprekspunt, ...]


def talk_about(
    stellingen: Iterable[StellingUitkomst], *, top: int = 3, joined: int = 0
) -> Gesprekspunten:
    """The lists of a card, `top` statements each; equals stay in the order given.

    `joined` is how many joined and have the card, for "4 van de 11 mensen".

    - laagste: lowest median, then lower quartiles; a 3 is not low;
    - verspreid: least agreement, never a statement on which the group is eens;
    - verschil: largest distance between the medians of groups, from one whole point;
    - onbekend: largest share of "weet ik niet", from two people and a quarter;
    - gaat_goed: highest median from 4 on which the group is eens, as a good start.
    """
    stellingen = tuple(stellingen)
    whole = [(s.stelling, s.geheel) for s in stellingen if s.geheel]
    scored = [(key, u) for key, u in whole if u.n_scores >= FEWEST_SCORES]
    low = [(key, u) for key, u in scored if _middle(u) < LAAG_ONDER]
    well = [(key, u) for key, u in scored if u.oordeel == EENS and _middle(u) >= GOED]
    apart = [(key, u) for key, u in scored if u.oordeel != EENS]
    gaps = sorted((s for s in stellingen if s.gap >= 1), key=lambda s: -s.gap)
    unknown = [(key, u) for key, u in whole if _often_unknown(u)]
    return Gesprekspunten(
        laagste=_listed(low, lambda u: (_middle(u), u.kwartielen or ()), _why)[:top],
        verspreid=_listed(apart, _agreement, _why_apart)[:top],
        verschil=tuple(Gesprekspunt(s.stelling, _why_gap(s)) for s in gaps[:top]),
        onbekend=_listed(
            unknown,
            lambda u: -u.weet_niet / u.n,
            lambda u: unknown_sentence(u, joined),
        )[:top],
        gaat_goed=_listed(well, lambda u: (-_middle(u), -_agreement(u)), _why)[:top],
    )


def _listed(
    found: Iterable[tuple[int, Uitkomst]],
    rank: Callable[[Uitkomst], Any],
    why: Callable[[Uitkomst], str],
) -> tuple[Gesprekspunt, ...]:
    ordered = sorted(found, key=lambda pair: rank(pair[1]))
    return tuple(Gesprekspunt(key, why(uitkomst)) for key, uitkomst in ordered)


def _middle(uitkomst: Uitkomst) -> float:
    return uitkomst.mediaan or 0.0


def _agreement(uitkomst: Uitkomst) -> float:
    return uitkomst.overeenstemming or 0.0


def _often_unknown(uitkomst: Uitkomst) -> bool:
    share = uitkomst.weet_niet / uitkomst.n if uitkomst.n else 0
    return uitkomst.weet_niet >= OFTEN_PEOPLE and share >= OFTEN_SHARE


def _why(uitkomst: Uitkomst) -> str:
    return f"Middelste score {middelste_score(uitkomst)}. {_together(uitkomst)}{_aloud(uitkomst)}"


def _why_apart(uitkomst: Uitkomst) -> str:
    scores = uitkomst.scores
    return f"Scores van {scores[0]} tot {scores[-1]}. {_together(uitkomst)}{_aloud(uitkomst)}"


def _aloud(uitkomst: Uitkomst) -> str:
    """How few scores that was, after a line in a list."""
    return f" {few_sentence(uitkomst)}" if uitkomst.klein else ""


def _why_gap(stelling: StellingUitkomst) -> str:
    said = ", ".join(
        f"{groep} {middelste_score(uitkomst)}"
        for groep, uitkomst in stelling.groepen.items()
        if uitkomst.midden
    )
    few = any(uitkomst.klein for uitkomst in stelling.groepen.values())
    return f"{said[:1].upper()}{said[1:]}.{' Er zijn weinig scores.' if few else ''}"


# ---- a theme in one line


@dataclass(frozen=True)
class ThemaUitkomst:
    """A card as a whole: no mark, but how its medians lie.

    `stellingen` is how many the card has, `telt_mee` on how many of them enough scores
    are shown; the quartiles are of the medians of those, None without any. `klein`:
    none of those has more than a few scores.
    """

    stellingen: int
    medianen: tuple[float, ...]
    kwartielen: tuple[float, float] | None
    oordelen: Mapping[str, int]
    klein: bool = False

    @property
    def telt_mee(self) -> int:
        return len(self.medianen)


def summarise_theme(stellingen: Iterable[StellingUitkomst]) -> ThemaUitkomst:
    """A theme from what is released of its statements."""
    stellingen = tuple(stellingen)
    scored = [
        s.geheel for s in stellingen if s.geheel and s.geheel.oordeel != TE_WEINIG
    ]
    medians = sorted(_middle(u) for u in scored)
    return ThemaUitkomst(
        stellingen=len(stellingen),
        medianen=tuple(medians),
        kwartielen=(quartile(medians, 1), quartile(medians, 3)) if medians else None,
        oordelen=Counter(u.oordeel for u in scored),
        klein=bool(scored) and all(u.klein for u in scored),
    )


def theme_sentence(thema: ThemaUitkomst) -> str:
    """ "Bij de helft van de stellingen ligt de middelste score tussen 2 en 3. …" """
    if not thema.stellingen:
        return "Deze kaart heeft geen stellingen met een score."
    if thema.kwartielen is None:
        return "Er zijn nog te weinig scores om iets te zeggen."
    said = [_theme_middle(thema.medianen, thema.kwartielen), _theme_agreed(thema)]
    left_out = thema.stellingen - thema.telt_mee
    if left_out:
        verb = "stelling telt" if left_out == 1 else "stellingen tellen"
        said.append(f"{left_out} {verb} niet mee: daar zijn te weinig scores.")
    if thema.klein:
        said.append(f"Er zijn weinig scores. {ONE_MORE}")
    return " ".join(said)


def _theme_middle(medians: Sequence[float], kwartielen: tuple[float, float]) -> str:
    inside = [median for median in medians if kwartielen[0] <= median <= kwartielen[1]]
    if len(medians) == 1:
        part = "1 stelling"
    elif len(inside) == len(medians):
        part = f"{_all(len(inside))} stellingen"
    else:
        part = f"{_half(len(inside), len(medians)).lower()} van de stellingen"
    low, high = getal(inside[0]), getal(inside[-1])
    verb = "is de middelste score" if low == high else "ligt de middelste score"
    return f"Bij {part} {verb} {_between(low, high)}."


def _theme_agreed(thema: ThemaUitkomst) -> str:
    agreed, total = thema.oordelen.get(EENS, 0), thema.telt_mee
    if total == 1:
        word = next(iter(thema.oordelen))
        return (
            "Jullie zijn verdeeld." if word == VERDEELD else f"Jullie zijn het {word}."
        )
    if not agreed:
        return "Over geen van de stellingen zijn jullie het helemaal eens."
    if agreed == total:
        return f"Over {_all(total)} zijn jullie het eens."
    return f"Over {agreed} van de {total} zijn jullie het eens."
