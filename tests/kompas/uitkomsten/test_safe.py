"""A safe round: what is hidden cannot be worked out from page, CSV or report.

The attack: two rounds that differ only in what is hidden must look the same in every
letter of everything that goes out. Then nothing in it can tell them apart.
"""

from random import Random

import pytest

from basis.disclosure import HERLEIDBAAR, KLEINE_GROEP, REDENEN, TE_WEINIG, VEILIG
from kompas.choices import Weergave
from kompas.documents.rapport import uitkomstrapport
from tests.kompas.uitkomsten.channels import everything, table
from tests.kompas.uitkomsten.table import Tafel, lead, page, rows, words


def said(reden: str) -> str:
    return REDENEN[reden].format(
        groep_vanaf=VEILIG.groep_vanaf, geheel_vanaf=VEILIG.geheel_vanaf
    )


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return [place for place in one if one[place] != other[place]]


def test_groups_of_two_four_and_three_hide_all_groups_with_one_reason(world, veilig):
    veilig.scores(
        veilig.stelling(), ervaring="1 5", uitvoering="2 3 3 4", beleid="3 4 4"
    )
    veilig.open()
    shown = page(world.amina, "uitkomst_stelling", veilig.ronde, "visie", 1)
    assert "De middelste score is 3." in words(lead(shown))
    assert rows(shown, "Antwoorden per groep")[1:] == [
        ["Ervaring", "Niet te zien"],
        ["Uitvoering", "Niet te zien"],
        ["Beleid", "Niet te zien"],
    ]
    assert words(shown).count(said(KLEINE_GROEP)) == 1


def test_the_same_cells_are_withheld_with_the_same_reason_on_page_csv_and_report(
    world, veilig
):
    """The case of a colleague product whose CSV ignored what its page hid."""
    veilig.scores(
        veilig.stelling(), ervaring="1 5", uitvoering="2 3 3 4", beleid="3 4 4"
    )
    veilig.open()
    kept = [
        row
        for row in table(world.noor, veilig.ronde, "stellingen")
        if row["Stelling"] == "Stelling 1 van visie."
    ]
    assert [row["Wie"] for row in kept] == ["Iedereen"]
    assert kept[0]["Waarom niet te zien"] == said(KLEINE_GROEP)
    report = uitkomstrapport(veilig.ronde).html
    assert "Groepen niet te zien. " + said(KLEINE_GROEP) in report
    assert '<th scope="row">Ervaring</th>' not in report


def test_who_answers_what_in_a_hidden_group_leaves_no_trace(world, veilig):
    """Same whole, other people: everything that goes out is the same to the letter."""
    veilig.open()
    stelling, seen = veilig.stelling(), []
    for ervaring, uitvoering, beleid in (
        ("1 5", "2 3 3 4", "3 4 4"),
        ("4 4", "1 5 3 3", "2 4 3"),
        ("3 3", "4 4 1 4", "5 2 3"),
    ):
        veilig.forget()
        veilig.scores(stelling, ervaring=ervaring, uitvoering=uitvoering, beleid=beleid)
        veilig.says(stelling, "ervaring", len(seen) % 2, "Ik herken dit.")
        seen.append(everything(world.noor, veilig.ronde))
    assert differences(seen[0], seen[1]) == differences(seen[0], seen[2]) == []


def test_a_group_of_one_mind_hides_all_groups(world, veilig):
    veilig.scores(
        veilig.stelling(), ervaring="2 2 2", uitvoering="2 3 4 5", beleid="2 3 4"
    )
    veilig.open()
    shown = page(world.amina, "uitkomst_stelling", veilig.ronde, "visie", 1)
    assert said(HERLEIDBAAR) in words(shown)
    assert {row[1] for row in rows(shown, "Antwoorden per groep")[1:]} == {
        "Niet te zien"
    }


def test_three_large_groups_that_differ_are_shown(world, veilig):
    veilig.scores(
        veilig.stelling(), ervaring="1 2 2", uitvoering="2 3 4", beleid="3 4 5 4"
    )
    veilig.open()
    shown = page(world.amina, "uitkomst_stelling", veilig.ronde, "visie", 1)
    assert [row[0] for row in rows(shown, "Antwoorden per groep")[1:]] == [
        "Ervaring 3 antwoorden", "Uitvoering 3 antwoorden", "Beleid 4 antwoorden",
    ]  # fmt: skip


@pytest.mark.parametrize("scores", ["", "1", "5 5", "1 3 w", "2 2 2 2"])
def test_under_five_answers_nothing_shows_but_what_was_agreed(world, veilig, scores):
    stelling = veilig.stelling()
    veilig.scores(stelling, ervaring=scores)
    if scores:
        veilig.says(stelling, "ervaring", 0, "Dit herken je vast.")
    veilig.open()
    shown = page(world.amina, "uitkomst_stelling", veilig.ronde, "visie", 1)
    assert said(TE_WEINIG) in words(shown)
    assert not list(shown.iter("table"))
    sent = everything(world.noor, veilig.ronde)
    assert [place for place, text in sent.items() if "Dit herken je vast" in text] == []


def test_under_five_it_makes_no_difference_how_many_or_what_they_answered(
    world, veilig
):
    veilig.join("ervaring", 4)
    veilig.open()
    seen = []
    for scores in ("1 2 5 5", "w", "", "3 3 3"):
        veilig.forget()
        veilig.scores(veilig.stelling(), ervaring=scores)
        seen.append(everything(world.noor, veilig.ronde))
    assert [differences(seen[0], other) for other in seen[1:]] == [[], [], []]


def test_five_of_one_mind_are_shown_as_they_read_before_they_started(world, veilig):
    veilig.scores(veilig.stelling(), ervaring="4 4 4", uitvoering="4 4")
    veilig.open()
    shown = page(world.amina, "uitkomst_stelling", veilig.ronde, "visie", 1)
    assert "Jullie zijn het eens. Alle 5 scores zijn 4." in words(lead(shown))


def test_a_safe_card_in_an_open_round_is_safe(world, tafel):
    tafel.ronde.kaarten.filter(thema__sleutel="professionals").update(
        weergave=Weergave.VEILIG
    )
    tafel.scores(tafel.stelling("professionals"), uitvoering="1 2 3 4")
    tafel.open()
    shown = page(world.hanneke, "uitkomst_stelling", tafel.ronde, "professionals", 1)
    assert said(TE_WEINIG) in words(shown)


def test_the_working_methods_keep_to_the_small_numbers_too(world, veilig):
    veilig.uses("Resourcegroep", "ervaring", "doen", "willen")
    veilig.uses(
        "Maatjesproject", "uitvoering", "doen", "doen", "willen", "weet_niet", "doen"
    )
    veilig.tells(4, "ervaring", "Buurtkoken", "Wandelen")
    veilig.open()
    shown = page(world.noor, "uitkomst_kaart", veilig.ronde, "interventies")
    assert "Buurtkoken" not in words(shown)
    assert rows(shown, "Meedoen")[1:] == [
        ["Maatjesproject", "3", "1", "1"],
        ["Bij 1 andere zijn de aantallen niet te zien."],
    ]
    kept = {
        row["Werkwijze"]: row for row in table(world.noor, veilig.ronde, "werkwijzen")
    }
    assert kept["Resourcegroep"]["Doen we al"] == ""
    assert kept["Resourcegroep"]["Waarom niet te zien"] == said(TE_WEINIG)


def test_nobody_shows_by_taking_a_card_by_choice(world, veilig):
    """An ervaringsdeskundige in paid service may take the card of the uitvoerders: whether
    somebody did is not to be seen as long as the figures are not."""
    veilig.join("uitvoering", 3)
    veilig.join("ervaring", 1)
    veilig.open()
    stelling, seen = veilig.stelling("professionals"), []
    for scores in ({"uitvoering": "4 4 5"}, {"uitvoering": "4 4 5", "ervaring": "2"}):
        veilig.forget()
        veilig.scores(stelling, **scores)
        seen.append(everything(world.noor, veilig.ronde))
    assert differences(*seen) == []


def test_own_words_and_methods_under_five_leave_no_trace(world, veilig):
    veilig.join("ervaring", 4)
    veilig.open()
    seen = []
    for uses, texts in (
        (["doen", "willen"], ["Buurtkoken"]),
        (["weet_niet"] * 4, []),
        ([], []),
    ):
        veilig.forget()
        veilig.uses("Resourcegroep", "ervaring", *uses)
        veilig.tells(4, "ervaring", *texts)
        seen.append(everything(world.noor, veilig.ronde))
    assert [differences(seen[0], other) for other in seen[1:]] == [[], []]


@pytest.mark.parametrize("seed", range(12))
def test_no_shuffle_of_hidden_answers_can_be_seen(world, veilig, seed):
    """Rounds by chance: deal the same answers to other people; what goes out changes only
    where groups may be shown."""
    chance = Random(seed)  # noqa: S311
    sizes = {
        g: chance.choice((1, 2, 3, 4)) for g in ("ervaring", "uitvoering", "beleid")
    }
    answers = chance.choices("12345wp", k=sum(sizes.values()))
    veilig.open()
    seen = [_deal(world, veilig, sizes, answers)]
    chance.shuffle(answers)
    seen.append(_deal(world, veilig, sizes, answers))
    groups = [sent["stellingen.csv"].count(";Ervaring;") for sent in seen]
    if groups == [0, 0]:
        assert differences(*seen) == []
    else:
        assert min(sizes.values()) >= VEILIG.groep_vanaf


def _deal(
    world, tafel: Tafel, sizes: dict[str, int], answers: list[str]
) -> dict[str, str]:
    tafel.forget()
    left = iter(answers)
    dealt = {
        groep: " ".join(next(left) for _ in range(n)) for groep, n in sizes.items()
    }
    tafel.scores(tafel.stelling(), **dealt)
    return everything(world.teun, tafel.ronde)
