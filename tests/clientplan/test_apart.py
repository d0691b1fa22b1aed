"""Each text of a story stands by itself: of two who write, nobody's words disappear."""

from django.db import transaction

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from clientplan.models import Verhaal, Versie
from clientplan.services.items import Conflict, save_apart
from netwerk.rules.onderdelen import Recht

pytestmark = pytest.mark.django_db
KEYS = ("hoop", "krachten", "spanning")
# who writes, which text, the words, and how many versions ago they began
ACT = st.tuples(
    st.booleans(), st.sampled_from(KEYS), st.sampled_from("abc"), st.integers(0, 4)
)


class Model:
    """What each text holds and the texts as they were, by number."""

    def __init__(self) -> None:
        self.at: list[dict[str, str]] = [dict.fromkeys(KEYS, "")]

    @property
    def now(self) -> dict[str, str]:
        return self.at[-1]

    def says(self, key: str, words: str, base: int) -> str:
        was, there = self.at[base][key], self.now[key]
        if words in {was, there}:
            return "left"
        return "saved" if there == was else "both"


def one(zorg, who) -> Verhaal:
    rows = Verhaal.objects.visible_to(who).filter(client=zorg.plan)
    return rows.select_related("client").first() or Verhaal.new(zorg.plan)


@pytest.fixture
def samen(zorg):
    """zus writes along in anna's story."""
    zorg.say(zorg.involve(zorg.zus), "verhaal", Recht.MEDE_EIGENAAR)
    return zorg


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(acts=st.lists(ACT, min_size=2, max_size=8))
def test_every_word_that_was_saved_stands_there_or_is_an_earlier_version(samen, acts):
    with transaction.atomic():
        both_agree(samen, acts)
        transaction.set_rollback(True)


def both_agree(zorg, acts) -> None:
    model = Model()
    for sister, key, words, ago in acts:
        base = max(0, len(model.at) - 1 - ago)
        expected = model.says(key, words, base)
        who = zorg.zus if sister else zorg.anna
        with zorg.as_(who):
            assert saved(zorg, who, {key: words}, base, model) == (expected != "both")
        if expected == "saved":
            model.at.append(model.now | {key: words})
    with zorg.as_(zorg.anna):
        assert {key: one(zorg, zorg.anna).words[key] for key in KEYS} == model.now
        rows = Versie.objects.visible_to(zorg.anna).select_related("client")
        kept = [dict.fromkeys(KEYS, "") | row.words for row in rows]
    assert kept == model.at[1:]


def saved(zorg, who, words, base, model) -> bool:
    """False: both texts are given back, theirs as it stands."""
    both = None
    try:
        save_apart(one(zorg, who), words=words, based_on=base)
    except Conflict as conflict:
        both = conflict
    if both is None:
        return True
    assert {key: both.theirs.words[key] for key in KEYS} == model.now
    assert both.mine == words
    return False
