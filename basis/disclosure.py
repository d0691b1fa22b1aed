"""Small numbers: the one table of thresholds and who may be shown (rapportage R3).

Page, API, export and report ask here. A region can be stricter, never looser.

What `visible` promises
-----------------------
The reader it is built against knows everybody in the room with their group, how many of
each group answered each statement, this file, and everything that is shown. Under a
rule that hides ("veilig"):

- who answered nothing can work out no person's answer, and not the figures of a group
  that is hidden;
- who did answer, and so knows one answer more, can work out no answer of anybody in
  another group.

Except where the whole says it by itself: all gave the same answer, or all others did.
Participants read that before they start. The tests take every statement that groups of
two to nine people in all can make with four answers (smaller ones with all seven), put
together what looks the same to such a reader, and fail when all of it has a hidden
answer in common.

How one statement is decided
----------------------------
1. The whole is shown from `geheel_vanaf` answers. Below that nothing is: no count, no
   "weet ik niet", no remark, no group (groups add up to the whole), no place in a list.
2. Groups are shown all or none: the last one would follow from the whole. None when a
   group has too few people, when a group is of one mind (gave one and the same answer),
   or when
3. hiding would give that away. Take groups of 5, 4 and 3, an answer that three people
   gave, and all other answers fewer: "hidden" would mean that the group of 3 is of one
   mind. So where whole and sizes leave a reader one way for another group to be of one
   mind, groups in which all but one agree are hidden as well. Then nobody can tell the
   one from the other. That a refusal can tell by itself what it refuses: Kenthapadi,
   Mishra and Nissim, "Simulatable auditing", PODS 2005; the look-alikes are ours.

Point 3 has a price. Of simulated statements of three groups (from 3, 3 and 3 to 10, 10
and 10 people) it hides 0 to 9 in 100; of two groups with 3 to 6 people 13 to 54 in 100:
who is not in the one is in the other, so there hiding says a lot.

Choices behind it
-----------------
- Per statement, not per card. Answers to different statements are never tied, so one
  statement says nothing about another; and with three small groups and 14 statements
  some group is nearly always of one mind once: per card nothing would ever be shown.
- "Weet ik niet" and "past niet" are answers like the others: they count for the size
  of a group, can make it of one mind, and are shown or hidden with it.
- A group must have enough people who answered this statement and enough who joined.
  Too few joined hides the groups on the whole card: else somebody who skips a statement
  would show by it. A group that nobody joined hides nothing: it has no figures. A group
  that was joined but gave no answer here counts as too few.
- People without a group are the difference between the whole and the groups. One such
  person hides the groups, also when there are many: closing a round takes the group
  off ballots of small groups, and what was hidden must stay hidden.
- With one group there is nothing to lay side by side: the whole is that group.
- The reason is the same sentence for a small group here, for one mind and for point 3.
  Only "too few joined" has its own: everybody in the room can see that.

What callers must do
--------------------
- Ask once, about frozen answers. The same statement with one answer more shows that
  answer by subtraction: opening a card freezes its scoring.
- Make lists, sentences and theme lines from what is released only; show no number of
  people of a hidden group.
- Never publish first and second scoring crossed ("3 people went from 2 to 4"), only the
  two apart, each decided by itself.
- Show remarks without group, in no fixed order.

What it does not protect
------------------------
- Within their own group those who answered can know more. In a shown group of 3 in
  which two agree, the third knows what those two chose. When groups are hidden, who
  gave the only answer that a group can be of one mind about may know it is their own.
- Several participants who lay their answers together.
- Guesses: a hidden answer can be likely, or one of two. Only certainty is kept out.
- In "open gesprek" nothing is hidden: a group of one is seen. That is said beforehand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

Answer = TypeVar("Answer", bound=Hashable)


@dataclass(frozen=True)
class Regel:
    """From how many answers a group and a whole may be shown; 0 hides nothing."""

    naam: str
    groep_vanaf: int
    geheel_vanaf: int

    @property
    def hides(self) -> bool:
        return self.groep_vanaf > 0


OPEN: Final = Regel("open gesprek", groep_vanaf=0, geheel_vanaf=0)
VEILIG: Final = Regel("veilig", groep_vanaf=3, geheel_vanaf=5)
RAPPORT: Final = Regel("rapport", groep_vanaf=5, geheel_vanaf=5)

# Counts about persons (R3): only as random rounding fixed per cell, to these steps.
PERSONEN_CEL, PERSONEN_TOTAAL = 5, 10
MINDER_DAN_10 = frozenset({0, 5})  # rounded cells that are shown as "minder dan 10"
PERCENTAGE_NOEMER_VANAF = 20  # of the rounded denominator, as shown


TE_WEINIG = "te weinig"
KLEINE_GROEP = "kleine groep"
HERLEIDBAAR = "herleidbaar"
EEN_GROEP = "één groep"

REDENEN: Final[Mapping[str, str]] = {
    "": "",
    TE_WEINIG: "Er zijn minder dan {geheel_vanaf} antwoorden. "
    "Dan laten we ze niet zien.",
    KLEINE_GROEP: "Niet iedereen zit in een groep van {groep_vanaf} mensen of meer. "
    "Dan laten we geen enkele groep zien. Anders kun je uitrekenen wie wat antwoordde.",
    HERLEIDBAAR: "We laten de groepen hier niet zien. "
    "Anders kun je soms uitrekenen wie wat antwoordde.",
    EEN_GROEP: "Er deed één groep mee. Alle antwoorden zijn van die groep.",
}


@dataclass(frozen=True)
class Vrijgave:
    """What may be shown of one statement, and why not the rest."""

    geheel: bool
    groepen: bool
    reden: str = ""
    zin: str = ""


def visible(
    groups: Mapping[str, Mapping[Answer, int]],
    rule: Regel,
    *,
    joined: Mapping[str, int] | None = None,
) -> Vrijgave:
    """Whether the whole and the groups of one statement may be shown.

    `groups`: per group how often each answer was given, "weet ik niet" included; the
    group "" holds people without a group. `joined`: per group how many people joined
    who have this card; left out, those who answered. A negative count is a ValueError.
    """
    counted = {name: _counted(answers) for name, answers in groups.items()}
    if not rule.hides:
        return Vrijgave(geheel=True, groepen=True)
    people = {name: answers.total() for name, answers in counted.items()}
    if sum(people.values()) < rule.geheel_vanaf:
        return _hidden(rule, TE_WEINIG, geheel=False)
    reden = _reason(counted, people, rule, joined=joined or people)
    return _hidden(rule, reden) if reden else Vrijgave(geheel=True, groepen=True)


def _hidden(rule: Regel, reden: str, *, geheel: bool = True) -> Vrijgave:
    zin = REDENEN[reden].format(
        groep_vanaf=rule.groep_vanaf, geheel_vanaf=rule.geheel_vanaf
    )
    return Vrijgave(geheel=geheel, groepen=False, reden=reden, zin=zin)


def _counted(answers: Mapping[Answer, int]) -> Counter[Answer]:
    if any(n < 0 for n in answers.values()):
        raise ValueError("a count of answers is never negative")
    return +Counter(answers)


def _reason(
    counted: Mapping[str, Counter[Answer]],
    people: Mapping[str, int],
    rule: Regel,
    *,
    joined: Mapping[str, int],
) -> str:
    """Why the groups stay hidden; "" when they may be shown."""
    there = {
        name for name in {*joined, *people} if joined.get(name) or people.get(name)
    }
    if "" in there or any(joined.get(name, 0) < rule.groep_vanaf for name in there):
        return KLEINE_GROEP
    if len(there) == 1:
        return EEN_GROEP
    sizes = {name: people.get(name, 0) for name in there}
    if min(sizes.values()) < rule.groep_vanaf:
        return HERLEIDBAAR
    apart = min(size - max(counted[name].values()) for name, size in sizes.items())
    if apart == 0 or (apart == 1 and _betrays(counted, sizes)):
        return HERLEIDBAAR
    return ""


def _betrays(counted: Mapping[str, Counter[Answer]], sizes: Mapping[str, int]) -> bool:
    """Whether "some group is of one mind" would tell anybody which, and its answer.

    Anybody is whoever may have given one of the answers; who answered nothing knows
    less. So it depends on the whole and the sizes only, which all of them have.
    """
    whole = sum((counted[name] for name in sizes), Counter[Answer]())
    return any(
        _tells({**sizes, group: size - 1}, whole - Counter([answer]), (group, answer))
        for group, size in sizes.items()
        for answer in whole
    )


def _tells(
    sizes: Mapping[str, int], whole: Counter[Answer], own: tuple[str, Answer]
) -> bool:
    """The same for one reader; sizes and whole are without their own answer.

    A way is a group with an answer that enough people gave; for the own group that is
    the own answer. It is told when it holds in each of the other ways too.
    """
    ways = [
        (group, answer)
        for group, size in sizes.items()
        for answer, n in whole.items()
        if n >= size and (group != own[0] or answer == own[1])
    ]
    return any(
        all(
            way == other or _follows(way, other, sizes=sizes, whole=whole)
            for other in ways
        )
        for way in ways
        if way[0] != own[0]
    )


def _follows(
    way: tuple[str, Answer],
    other: tuple[str, Answer],
    *,
    sizes: Mapping[str, int],
    whole: Counter[Answer],
) -> bool:
    """Whether a group is sure to be of one mind once the other way is true.

    Only when nothing but its answer is left for all the rest.
    """
    (group, answer), (first, taken) = way, other
    if group == first:
        return False
    left = whole - Counter({taken: sizes[first]})
    return set(left) <= {answer}
