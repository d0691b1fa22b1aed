"""Saving an answer: it may come twice, late or out of order, and does no harm."""

import pytest
from hypothesis import (
    HealthCheck,
    given,
    settings as hypothesis_settings,
    strategies as st,
)

from kompas.choices import Kaartstand, Keuze, Rol
from kompas.models import Inventarisantwoord, OpenAntwoord, Stellingantwoord
from kompas.services import stemmen
from kompas.services.stemmen import Uitslag

from .people import guest, kept, score

pytestmark = pytest.mark.django_db

ANSWERS = st.tuples(st.sampled_from(Keuze.values), st.sampled_from(["", "langer"]))
DELIVERIES = st.lists(ANSWERS, min_size=1, max_size=6).flatmap(
    lambda answers: st.tuples(
        st.just(answers),
        st.lists(st.integers(0, len(answers) - 1), max_size=12),
        st.randoms(use_true_random=False),
    )
)


@pytest.fixture
def ronde(world):
    return world.new_ronde()


@given(DELIVERIES)
@hypothesis_settings(
    deadline=None,
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_last_word_of_a_device_wins_whatever_comes_twice_late_or_first(ronde, case):
    """The device counts its answers from 1; each arrives once or more, in any order."""
    answers, repeats, chance = case
    deliveries = [*range(len(answers)), *repeats]
    chance.shuffle(deliveries)
    who = guest(ronde)
    for n in deliveries:
        keuze, opmerking = answers[n]
        result = score(who, keuze, opmerking=opmerking, versie=n + 1)
        assert result.uitslag in {Uitslag.BEWAARD, Uitslag.OUD}
    assert kept(who) == [(1, *answers[-1])]


def test_a_repeat_answers_as_the_first_did(ronde):
    who = guest(ronde)
    assert score(who, "4") == score(who, "4") == stemmen.Bewaard(Uitslag.BEWAARD, 1)


def test_an_older_answer_is_called_old_and_says_how_far_the_count_is(ronde):
    who = guest(ronde)
    score(who, "4", versie=7)
    assert score(who, "2", versie=3) == stemmen.Bewaard(Uitslag.OUD, 7)
    assert kept(who) == [(1, "4", "")]


def test_two_answers_with_one_count_do_not_replace_each_other_in_silence(ronde):
    who = guest(ronde)
    score(who, "4", versie=1)
    assert score(who, "2", versie=1).uitslag == Uitslag.OUD


def test_who_presses_the_button_now_is_right_whatever_the_count(ronde):
    who = guest(ronde)
    score(who, "4", versie=7)
    assert score(who, "2", versie=1, nu=True) == stemmen.Bewaard(Uitslag.BEWAARD, 8)
    assert score(who, "3", versie=7).uitslag == Uitslag.OUD
    assert kept(who) == [(1, "2", "")]


def test_empty_again_is_empty(ronde):
    who = guest(ronde)
    score(who, "4", versie=1)
    score(who, "", versie=2)
    assert kept(who) == [(1, "", "")]
    assert not Stellingantwoord.objects.exclude(keuze="").exists()


def test_an_open_card_takes_no_answer(ronde):
    who = guest(ronde)
    score(who, "4")
    ronde.kaarten.filter(thema__sleutel="visie").update(stand=Kaartstand.OPEN)
    assert score(who, "1", versie=2).uitslag == Uitslag.OPEN
    assert score(who, "1", versie=2, kaart="samenwerking").uitslag == Uitslag.BEWAARD
    assert (1, "4", "") in kept(who)


def test_after_closing_nothing_is_kept(ronde):
    who = guest(ronde)
    assert who.kenmerk
    stemmen.cut(ronde=ronde)
    assert score(who, "1").uitslag == Uitslag.GESLOTEN


@pytest.mark.parametrize(
    ("kaart", "stelling"),
    [("visie", 3), ("visie", 0), ("bestaat_niet", 1), ("interventies", 1)],
)
def test_a_statement_that_is_not_there_is_unknown(ronde, kaart, stelling):
    who = guest(ronde)
    assert score(who, "1", kaart=kaart, stelling=stelling).uitslag == Uitslag.ONBEKEND


def test_a_card_for_others_takes_no_answer(ronde):
    who = guest(ronde, Rol.CLIENT)
    assert score(who, "1", kaart="professionals").uitslag == Uitslag.ONBEKEND
    paid = guest(ronde, Rol.ERVARINGSDESKUNDIGE, betaald=True)
    assert score(paid, "1", kaart="professionals").uitslag == Uitslag.BEWAARD


def test_an_answer_lands_on_the_own_ballot_only(ronde, world):
    other = world.new_ronde(code="CC2DD3")
    mine, theirs = guest(ronde), guest(other)
    score(mine, "4")
    assert kept(theirs) == []
    crossed = type(mine)(theirs.deelname, mine.gast)
    assert score(crossed, "1").uitslag == Uitslag.GESLOTEN


def test_open_questions_are_saved_the_same_way(ronde):
    vraag = {"deelnemer": guest(ronde), "kaart": "interventies", "vraag": 4}
    for versie, tekst in ((2, "koken"), (1, "oud")):
        stemmen.save_vraag(**vraag, tekst=tekst, versie=versie, nu=False)
    assert OpenAntwoord.objects.get().tekst == "koken"
    kept = stemmen.save_vraag(**vraag, tekst="lopen", versie=1, nu=True)
    assert kept == stemmen.Bewaard(Uitslag.BEWAARD, 3)
    assert OpenAntwoord.objects.get().tekst == "lopen"


def test_the_inventory_is_saved_many_at_once(ronde):
    werk = {"deelnemer": guest(ronde), "kaart": "interventies"}
    first = [("maatjesproject", "doen", 2), ("resourcegroep", "willen", 1)]
    stemmen.save_werkwijzen(**werk, answers=first)
    second = [("maatjesproject", "willen", 1), ("resourcegroep", "", 2), ("??", "", 1)]
    assert stemmen.save_werkwijzen(**werk, answers=second) == {
        "maatjesproject": stemmen.Bewaard(Uitslag.OUD, 2),
        "resourcegroep": stemmen.Bewaard(Uitslag.BEWAARD, 2),
        "??": stemmen.Bewaard(Uitslag.ONBEKEND),
    }
    rows = Inventarisantwoord.objects.values_list("werkwijze__sleutel", "gebruik")
    assert set(rows) == {("maatjesproject", "doen"), ("resourcegroep", "")}


def test_the_day_of_the_last_answer_is_written_once_a_day(
    ronde, today, django_assert_num_queries
):
    who = guest(ronde)
    score(who, "4")
    ronde.refresh_from_db()
    assert ronde.laatste_antwoord_dag == today
    who.ronde.refresh_from_db()
    with django_assert_num_queries(1):
        score(who, "5", versie=2)
