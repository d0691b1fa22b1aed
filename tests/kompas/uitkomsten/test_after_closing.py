"""A closed round says what it said before: closing writes every ballot anew."""

import re

import pytest

from kompas.services import stemmen
from tests.kompas.uitkomsten.channels import everything

SAYS_SO = re.compile(
    r'<p class="why">(?:(?!</p>).)*De ronde is gesloten.*?</p>', re.DOTALL
)
DEALS = [
    ("1 2 2 4", "2 3 3", "3 4 5 4"),  # groups may be shown
    ("1 5", "2 3 3 4", "3 4 4"),  # one is too small
    ("2 2 2", "2 3 4 5", "2 3 4"),  # one is of one mind
    ("3 w", "p", "1"),  # under five
]


@pytest.mark.parametrize("kind", ["tafel", "veilig"])
@pytest.mark.parametrize(("ervaring", "uitvoering", "beleid"), DEALS)
def test_nothing_changes_but_that_it_is_closed(
    world, request, kind, ervaring, uitvoering, beleid
):
    tafel = request.getfixturevalue(kind)
    scores = {"ervaring": ervaring, "uitvoering": uitvoering, "beleid": beleid}
    for sleutel, volgorde in (("visie", 1), ("visie", 2), ("samenwerking", 1)):
        tafel.scores(tafel.stelling(sleutel, volgorde), **scores)
        tafel.says(tafel.stelling(sleutel, volgorde), "ervaring", 0, f"Over {sleutel}.")
    tafel.scores(tafel.stelling("professionals"), uitvoering="4 5 4 3")
    tafel.tells(4, "ervaring", "Buurtkoken", "Wandelen")
    tafel.uses("Maatjesproject", "uitvoering", "doen", "willen", "doen")
    tafel.open()
    before = everything(world.amina, tafel.ronde)
    stemmen.cut(ronde=tafel.ronde)
    after = everything(world.amina, tafel.ronde)
    day = f"{tafel.ronde.gesloten_op:%-d}"
    changed = {place for place in before if before[place] != after[place]}
    assert {"uitkomsten ()", "rapport"} <= changed
    for place in changed:
        assert "gesloten op" not in before[place]
        assert f"De ronde is gesloten op {day}" in after[place]
        if place.startswith("uitkomst_"):  # a card or a statement says only that
            left = SAYS_SO.sub("", after[place])
            assert left.split() == before[place].split()
