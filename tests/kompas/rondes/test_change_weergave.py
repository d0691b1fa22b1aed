"""How scores will be shown stands from the first answer on."""

from django.urls import reverse

import pytest

from kompas.choices import Weergave
from kompas.services import stemmen
from tests.kompas.logs import lines
from tests.kompas.meedoen.people import guest, score
from tests.world import browser

OPEN_GESPREK, VEILIG = Weergave.OPEN_GESPREK, Weergave.VEILIG
FIXED = "Er is al antwoord gegeven."


def change(world, ronde, weergave, professionals=VEILIG):
    return browser(world.noor).post(
        reverse("ronde_weergave", args=[ronde.uuid]),
        {"weergave": weergave, "professionals": professionals},
    )


def shown(ronde) -> tuple[str, dict[str, str]]:
    ronde.refresh_from_db()
    return ronde.weergave, {k.thema.sleutel: k.weergave for k in ronde.kaarten.all()}


def test_before_anybody_answered_it_can_change(world):
    ronde = world.new_ronde()
    guest(ronde)
    assert change(world, ronde, VEILIG).status_code == 302
    weergave, cards = shown(ronde)
    assert (weergave, set(cards.values())) == (VEILIG, {VEILIG})
    assert ("U", "ronde", "lindestroom") in lines()


def test_from_safe_to_open_as_long_as_nobody_joined(world):
    ronde = world.new_ronde(weergave=VEILIG)
    assert change(world, ronde, OPEN_GESPREK).status_code == 302
    weergave, cards = shown(ronde)
    assert weergave == OPEN_GESPREK
    assert cards.pop("professionals") == VEILIG
    assert set(cards.values()) == {OPEN_GESPREK}


def test_who_joined_a_safe_round_keeps_it_safe(world):
    ronde = world.new_ronde(weergave=VEILIG)
    guest(ronde)
    answer = change(world, ronde, OPEN_GESPREK)
    assert answer.status_code == 422
    assert "Zij lazen dat deze ronde veilig is" in answer.content.decode()
    assert shown(ronde)[0] == VEILIG


def test_the_card_about_own_work_does_not_open_either(world):
    ronde = world.new_ronde()
    ronde.kaarten.filter(thema__sleutel="professionals").update(weergave=VEILIG)
    guest(ronde)
    assert change(world, ronde, OPEN_GESPREK, OPEN_GESPREK).status_code == 422
    assert shown(ronde)[1]["professionals"] == VEILIG


def a_statement(who):
    score(who, "4")


def a_question(who):
    stemmen.save_vraag(
        deelnemer=who, kaart="interventies", vraag=4, tekst="Ja", versie=1, nu=False
    )


def a_method(who):
    stemmen.save_werkwijzen(
        deelnemer=who, kaart="interventies", answers=[("resourcegroep", "doen", 1)]
    )


@pytest.mark.parametrize("answer", [a_statement, a_question, a_method])
def test_after_any_answer_it_stands(world, answer):
    ronde = world.new_ronde()
    before = shown(ronde)
    answer(guest(ronde))
    refused = change(world, ronde, VEILIG)
    assert refused.status_code == 422
    assert FIXED in refused.content.decode()
    assert "Dit kan nog anders" not in refused.content.decode()
    assert shown(ronde) == before


def test_the_page_then_says_so_and_has_no_form(world):
    ronde = world.new_ronde()
    score(guest(ronde), "4")
    page = browser(world.noor).get(reverse("ronde_weergave", args=[ronde.uuid]))
    assert "Dit staat vast" in page.content.decode()
    assert 'name="weergave"' not in page.content.decode()


def test_choosing_what_it_was_already_is_fine_at_any_time(world):
    ronde = world.new_ronde()
    score(guest(ronde), "4")
    same = change(world, ronde, OPEN_GESPREK, OPEN_GESPREK)
    assert same.status_code == 302


def test_a_closed_round_has_no_such_page(world):
    ronde = world.new_ronde()
    stemmen.cut(ronde=ronde)
    assert change(world, ronde, VEILIG).status_code == 404
