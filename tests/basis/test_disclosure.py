"""Small numbers: what is hidden cannot be worked out by who reads all the rest.

The attacker knows who is in which group, how many of each group answered, the rule, and
everything that is shown. It tries every way in which people can have answered, keeps
those that would look exactly the same, and knows what they have in common.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations_with_replacement, product
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from basis import disclosure
from basis.disclosure import (
    EEN_GROEP,
    HERLEIDBAAR,
    KLEINE_GROEP,
    OPEN,
    RAPPORT,
    REDENEN,
    TE_WEINIG,
    VEILIG,
    Regel,
    Vrijgave,
    visible,
)
from kompas.rules.outcomes import (
    Antwoord,
    StellingUitkomst,
    Uitkomst,
    per_group,
    sentence,
    summarise,
    summarise_counts,
    summarise_theme,
    talk_about,
    theme_sentence,
)

ERV, UIT, BEL = "ervaring", "uitvoering", "beleid"
ALL_ANSWERS = (1, 2, 3, 4, 5, "weet_niet", "past_niet")

Answers = tuple[int | str, ...]
Statement = tuple[Answers, ...]  # the answers of each group, sorted
Rule = Callable[[Statement], Vrijgave]


def groups(statement: Statement) -> dict[str, Counter[int | str]]:
    return dict(zip((ERV, UIT, BEL), map(Counter, statement), strict=False))


def veilig(statement: Statement) -> Vrijgave:
    return visible(groups(statement), VEILIG)


# ---- what the table says


def test_the_table_is_that_of_the_specification():
    assert (OPEN.groep_vanaf, OPEN.geheel_vanaf) == (0, 0)
    assert (VEILIG.groep_vanaf, VEILIG.geheel_vanaf) == (3, 5)
    assert (RAPPORT.groep_vanaf, RAPPORT.geheel_vanaf) == (5, 5)
    assert (disclosure.PERSONEN_CEL, disclosure.PERSONEN_TOTAAL) == (5, 10)
    assert frozenset({0, 5}) == disclosure.MINDER_DAN_10
    assert disclosure.PERCENTAGE_NOEMER_VANAF == 20


@pytest.mark.parametrize(
    ("statement", "reden"),
    [
        (((1, 2), (3, 3)), TE_WEINIG),
        (((1, 2, 3), (2,)), TE_WEINIG),
        (((1, 2, 3, 4),), TE_WEINIG),
        (((1, 2), (1, 2, 3, 4), (2, 3, 4)), KLEINE_GROEP),
        (((1, 2, 4), (1, 2, 3, 4), (3,)), KLEINE_GROEP),
        (((1, 2, 3, 4, 5),), EEN_GROEP),
        (((3, 3, 3), (1, 2, 3, 4), (2, 3, 4)), HERLEIDBAAR),
        ((("weet_niet",) * 3, (1, 2, 3, 4), (2, 3, 4)), HERLEIDBAAR),
        (((1, 2, 3, 4), (1, 2, 3), (2, 3, 4)), ""),
        (((1, 2, 3), (1, 2, 4), ()), ""),
        (((1, 1, "weet_niet"), (1, 2, 3), (2, 3, 4)), ""),
    ],
)
def test_all_groups_are_shown_or_none_with_one_reason(statement, reden):
    vrijgave = veilig(statement)
    assert vrijgave.reden == reden
    assert vrijgave.groepen == (reden == "")
    assert vrijgave.geheel == (reden != TE_WEINIG)
    assert bool(vrijgave.zin) == bool(reden)
    assert "{" not in vrijgave.zin


def test_a_whole_of_five_is_shown_also_when_all_say_the_same():
    assert visible({ERV: {3: 3}, UIT: {3: 2}}, VEILIG).geheel
    assert not visible({ERV: {3: 2}, UIT: {3: 2}}, VEILIG).geheel


def test_do_not_know_counts_as_an_answer():
    assert visible({ERV: {"weet_niet": 3, 2: 1}, UIT: {"past_niet": 1}}, VEILIG).geheel


def test_an_open_conversation_shows_a_group_of_one():
    assert visible({ERV: {3: 1}, UIT: {2: 1, 4: 1}}, OPEN) == Vrijgave(
        geheel=True, groepen=True
    )


def test_a_report_shows_a_group_from_five():
    spread = {1: 1, 2: 1, 3: 1, 4: 1}
    assert visible({ERV: spread, UIT: spread}, VEILIG).groepen
    assert not visible({ERV: spread, UIT: spread}, RAPPORT).groepen
    assert visible({ERV: {**spread, 5: 1}, UIT: {**spread, 5: 1}}, RAPPORT).groepen


def test_people_without_a_group_hide_the_groups():
    spread = {1: 2, 2: 1, 3: 2}
    for rest in ({1: 1}, {1: 2, 2: 2, 3: 2}):
        vrijgave = visible({ERV: spread, UIT: spread, "": rest}, VEILIG)
        assert (vrijgave.geheel, vrijgave.reden) == (True, KLEINE_GROEP)
    assert visible({ERV: spread, UIT: spread, "": {}}, VEILIG).groepen


def test_closing_a_round_changes_neither_what_is_hidden_nor_the_reason():
    erv, bel, uit = {1: 1, 2: 1}, {2: 1, 4: 1}, {1: 1, 2: 2, 3: 1}
    joined = {ERV: 2, UIT: 4, BEL: 2}
    before = visible({ERV: erv, UIT: uit, BEL: bel}, VEILIG, joined=joined)
    small = Counter(erv) + Counter(bel)
    after = visible({UIT: uit, "": small}, VEILIG, joined=joined)
    assert before == after == visible({UIT: uit, "": small}, VEILIG)
    only_small = visible({ERV: erv, UIT: erv, BEL: erv}, VEILIG)
    assert only_small == visible({"": {1: 3, 2: 3}}, VEILIG)


def test_a_small_group_that_skips_a_statement_stays_hidden():
    answered = {ERV: {}, UIT: {1: 1, 2: 2, 3: 1}, BEL: {1: 1, 2: 1, 4: 1}}
    assert visible(answered, VEILIG).groepen
    two = visible(answered, VEILIG, joined={ERV: 2, UIT: 4, BEL: 3})
    assert (two.groepen, two.reden) == (False, KLEINE_GROEP)
    three = visible(answered, VEILIG, joined={ERV: 3, UIT: 4, BEL: 3})
    assert (three.groepen, three.reden) == (False, HERLEIDBAAR)


def test_an_only_way_to_be_of_one_mind_hides_its_look_alikes_too():
    one_mind = ((2, 3, 4, 5, "weet_niet"), (2, 3, 4, 5), (1, 1, 1))
    like_it = ((1, 3, 4, 5, "weet_niet"), (2, 3, 4, 5), (1, 1, 2))
    not_like_it = ((1, 2, 4, 5, "weet_niet"), (1, 3, 4, 5), (1, 2, 3))
    assert veilig(one_mind) == veilig(like_it)
    assert veilig(like_it).reden == HERLEIDBAAR
    assert veilig(not_like_it).groepen
    assert veilig(((1, 1, 2), (1, 1, 1, 2, 2, 2))).groepen


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="never negative"):
        visible({ERV: {1: -1}}, VEILIG)


def test_every_reason_has_a_sentence():
    assert {TE_WEINIG, KLEINE_GROEP, HERLEIDBAAR, EEN_GROEP, ""} == set(REDENEN)


# ---- the attacker


def seen(statement: Statement, rule: Rule) -> tuple[object, ...]:
    """All that a reader has: the whole, the groups, the reason, and who answered."""
    vrijgave = rule(statement)
    whole = tuple(sorted(map(str, sum(statement, ())))) if vrijgave.geheel else None
    return whole, statement if vrijgave.groepen else None, vrijgave.reden


def leaks(statements: Iterable[Statement], rule: Rule) -> Iterator[str]:
    """Hidden answers that the attacker works out, over statements of the same sizes."""
    alike: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for statement in statements:
        alike[seen(statement, rule)].append(statement)
    for (whole, shown, _), bucket in alike.items():
        if shown is not None:
            yield from shown_wrongly(shown)
        elif whole is None or len(set(whole)) > 1:
            yield from known_to_outsiders(bucket)
            yield from known_to_others(bucket)


def shown_wrongly(shown: Statement) -> Iterator[str]:
    for answers in filter(None, shown):
        if len(answers) < 3 or len(set(answers)) == 1:
            yield f"shown: {answers}"


def known_to_outsiders(bucket: list[Statement]) -> Iterator[str]:
    for group, figures in enumerate(zip(*bucket, strict=True)):
        if figures[0] and len(set(figures)) == 1:
            yield f"figures of group {group}: {bucket[0]}"


def known_to_others(bucket: list[Statement]) -> Iterator[str]:
    """What somebody of another group knows who gave one of the answers."""
    for mine, answer in {
        (g, a) for s in bucket for g, part in enumerate(s) for a in part
    }:
        mates = [s for s in bucket if answer in s[mine]]
        rest = Counter(sum(mates[0], ())) - Counter([answer])
        if len(rest) == 1:  # the whole says it by itself
            continue
        for theirs in range(len(mates[0])):
            answers = {a for s in mates for a in s[theirs]}
            if theirs != mine and len(answers) == 1:
                yield f"{answer} in group {mine} knows group {theirs}: {mates[0]}"


def every(sizes: tuple[int, ...], answers: Iterable[int | str]) -> Iterator[Statement]:
    answers = tuple(answers)
    return product(*(combinations_with_replacement(answers, n) for n in sizes))


SMALL = [
    *((a, b) for a in range(1, 5) for b in range(1, 6)),
    *((a, b, c) for a in (1, 2, 3) for b in (2, 3) for c in (1, 2, 3)),
    (3, 6),
    (4, 5),
]


@pytest.mark.parametrize("sizes", SMALL, ids=str)
def test_no_hidden_answer_follows_from_a_statement_of_two_to_nine_people(sizes):
    assert list(leaks(every(sizes, ALL_ANSWERS[2:6]), veilig)) == []


@pytest.mark.parametrize("sizes", [(3, 3), (2, 4), (4, 3), (2, 2, 2)], ids=str)
def test_nor_with_all_seven_answers(sizes):
    assert list(leaks(every(sizes, ALL_ANSWERS), veilig)) == []


def test_nor_when_people_skip_the_statement():
    """The attacker knows who joined, not who answered."""
    joined = {ERV: 4, UIT: 3}

    def rule(statement: Statement) -> Vrijgave:
        return visible(groups(statement), VEILIG, joined=joined)

    skipped = (s for n in product(range(5), range(4)) for s in every(n, (1, 2, 3)))
    assert list(leaks(skipped, rule)) == []


def same_margins(sizes: tuple[int, ...], whole: Answers) -> Iterator[Statement]:
    """Every way to divide the answers of the whole over groups of these sizes."""
    if len(sizes) == 1:
        yield (whole,)
        return
    values, left = sorted(set(whole), key=str), Counter(whole)
    for part in combinations_with_replacement(values, sizes[0]):
        taken = Counter(part)
        if all(left[a] >= n for a, n in taken.items()):
            rest = tuple(sorted((left - taken).elements(), key=str))
            yield from ((part, *more) for more in same_margins(sizes[1:], rest))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_nor_in_larger_random_rounds(data):
    sizes = data.draw(
        st.sampled_from([(3, 7), (5, 5), (4, 4, 3), (5, 4, 3), (3, 3, 4), (6, 3, 3)])
    )
    answers = st.sampled_from((1, 1, 1, 2, 2, 3, 4, "weet_niet"))
    whole = data.draw(st.lists(answers, min_size=sum(sizes), max_size=sum(sizes)))
    alike = same_margins(sizes, tuple(sorted(whole, key=str)))
    assert list(leaks(alike, veilig)) == []


# ---- a whole card under "veilig", attacked


def released(card: tuple[Statement, ...]) -> tuple[object, ...]:
    """All that a page shows of a card: per statement whole and groups, and the lists."""
    shown = [shown_statement(statement) for statement in card]
    uitkomsten = [replace(u, stelling=place) for place, (u, _) in enumerate(shown)]
    words = tuple(u.geheel and sentence(u.geheel) for u in uitkomsten)
    theme = theme_sentence(summarise_theme(uitkomsten))
    figures = tuple(
        (u.geheel, tuple(u.groepen.items()), vrijgave) for u, vrijgave in shown
    )
    return figures, words, theme, talk_about(uitkomsten, joined=6)


@cache
def shown_statement(statement: Statement) -> tuple[StellingUitkomst, Vrijgave]:
    answers = [
        Antwoord(keuze, groep)
        for groep, keuzes in zip((ERV, UIT), statement, strict=True)
        for keuze in keuzes
    ]
    counts = per_group(answers)
    vrijgave = visible(counts, VEILIG)
    shown = counts.items() if vrijgave.groepen else ()
    parts = {group: summarise_counts(n) for group, n in shown}
    whole = summarise(answers) if vrijgave.geheel else None
    return StellingUitkomst(0, whole, parts), vrijgave


def all_the_same(whole: Uitkomst) -> bool:
    """The whole says it by itself: everybody chose one answer."""
    return whole.n in {*whole.verdeling, whole.weet_niet, whole.past_niet}


def test_nothing_hidden_follows_from_all_that_a_card_shows():
    """Two statements, two groups of three, three answers: all 10,000 cards."""
    alike = defaultdict(list)
    for card in product(every((3, 3), (2, 4, "weet_niet")), repeat=2):
        alike[released(card)].append(card)
    hidden = [
        ({card[place][group] for card in cards}, card[place])
        for (figures, *_), cards in alike.items()
        for place, (whole, shown, _) in enumerate(figures)
        for group, card in product((0, 1), cards[:1])
        if not shown and not all_the_same(whole)
    ]
    assert len(hidden) > 100
    assert [statement for possible, statement in hidden if len(possible) == 1] == []


# ---- the attacker bites: rules with a fault in them


def two_is_enough(statement: Statement) -> Vrijgave:
    return visible(groups(statement), Regel("fault", groep_vanaf=2, geheel_vanaf=5))


def one_mind_only(statement: Statement) -> Vrijgave:
    """The rule without its third point."""
    small = min(map(len, statement)) < 3
    one_mind = any(len(set(answers)) == 1 for answers in statement)
    return Vrijgave(geheel=True, groepen=not (small or one_mind))


def one_mind_is_fine(statement: Statement) -> Vrijgave:
    return Vrijgave(geheel=True, groepen=min(map(len, statement)) >= 3)


@pytest.mark.parametrize(
    ("fault", "sizes"),
    [
        (two_is_enough, (2, 4)),
        (one_mind_only, (3, 4)),
        (one_mind_only, (3, 3)),
        (one_mind_is_fine, (3, 3)),
    ],
)
def test_the_attacker_finds_something_under_a_faulty_rule(fault, sizes):
    assert any(leaks(every(sizes, (1, 2, 3, 4)), fault))


def test_the_attacker_finds_a_single_gap():
    """Hiding only the small group: the others and the whole give it back."""

    def seen_with_gap(statement: Statement) -> tuple[object, ...]:
        return Counter(sum(statement, ())).most_common(), statement[1:]

    alike = [
        s
        for s in every((2, 3, 3), (1, 2, 3))
        if seen_with_gap(s) == seen_with_gap(((1, 3), (1, 2, 3), (2, 2, 3)))
    ]
    assert list(known_to_outsiders(alike))


# ---- not hiding for nothing


@pytest.mark.parametrize(
    ("sizes", "at_most"),
    [
        ((3, 3, 3), 0.02),
        ((4, 4, 3), 0.06),
        ((5, 4, 3), 0.12),
        ((8, 6, 4), 0.08),
        ((90, 90, 70), 0.0),
        ((5, 5), 0.16),
        ((3, 4), 0.58),
    ],
)
def test_keeping_a_refusal_silent_costs_no_more_than_the_docstring_says(sizes, at_most):
    random, may, hidden = Random(1), 0, 0  # noqa: S311 - made-up rounds, no secret
    for _ in range(400):
        middle = random.uniform(1.5, 4.5)
        statement = tuple(drawn(random, middle, size) for size in sizes)
        may += one_mind_only(statement).groepen
        hidden += one_mind_only(statement).groepen and not veilig(statement).groepen
    assert may > 0.6 * 400
    assert hidden <= at_most * 400


def drawn(random: Random, middle: float, size: int) -> Answers:
    """A group with its own view around the middle, some of it "weet ik niet"."""
    middle += random.gauss(0, 0.5)
    return tuple(
        "weet_niet"
        if random.random() < 0.08
        else min(5, max(1, round(random.gauss(middle, 0.9))))
        for _ in range(size)
    )
