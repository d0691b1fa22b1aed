"""How far a round is: numbers for all round the traject, names for who leads it."""

import pytest

from kompas.choices import Ring, Rol
from kompas.services import deelname
from kompas.services.rondes import close_ronde
from tests.kompas.meedoen.people import guest, score
from tests.kompas.rondes.pages import (
    address,
    assert_guessed_nothing,
    finish,
    page,
    queries,
)
from tests.world import browser


def join(world, ronde, *who):
    for person in who:
        deelname.join_as_member(lid=world.lid(person), ronde=ronde)


def test_a_card_counts_those_who_joined_and_have_it_never_those_invited(world):
    ronde = world.new_ronde()
    for rol in (Rol.CLIENT, Rol.CLIENT, Rol.UITVOERDER):
        guest(ronde, rol)
    finish(ronde, "visie", 2)
    text = page(world.noor, ronde)
    assert "2 van 3 klaar" in text
    assert 'aria-label="Professionals: 0 van 1 klaar"' in text
    assert "Organisaties: " not in text
    assert "Hier doet nog niemand aan mee" in text


def test_who_takes_a_card_by_choice_counts_once_they_finished_it(world):
    ronde = world.new_ronde()
    guest(ronde, Rol.ERVARINGSDESKUNDIGE, betaald=True)
    assert "Hier doet nog niemand aan mee" in page(world.noor, ronde)
    finish(ronde, "professionals", 1)
    assert "Professionals: 1 van 1 klaar" in page(world.noor, ronde)


def test_members_stand_by_name_and_guests_are_a_number(world):
    ronde = world.new_ronde()
    join(world, ronde, world.amina)
    guest(ronde)
    guest(ronde)
    begun, waiting = page(world.noor, ronde).split("Nog niet begonnen")
    assert "Amina" in begun
    assert "2 gasten" in begun
    assert "Amina" not in waiting
    assert all(naam in waiting for naam in ("Els", "Hanneke", "Wim"))


@pytest.mark.parametrize("naam", ["amina", "teun"])
def test_others_see_numbers_only_and_cannot_act(world, naam):
    ronde = world.new_ronde()
    join(world, ronde, world.hanneke)
    text = page(getattr(world, naam), ronde)
    assert "1 mens</strong> doet" in text
    for word in ("Hanneke", "Wim", "Herinner", "Open de uitkomst", "Ronde sluiten"):
        assert word not in text


def test_a_member_can_go_and_take_part_from_here(world):
    ronde = world.new_ronde()
    assert f'href="/meedoen/{ronde.code}/"' in page(world.amina, ronde)
    assert f'href="/meedoen/{ronde.code}/"' not in page(world.teun, ronde)


def test_the_page_reads_no_ballot_and_no_answer(world):
    ronde = world.new_ronde()
    score(guest(ronde), "4", opmerking="Heel eigen woorden")
    client = browser(world.noor)
    asked = " ".join(queries(client, address("ronde", ronde)))
    assert "kompas_deelname" in asked
    assert "stembriefje" not in asked
    assert "antwoord" not in asked.replace("laatste_antwoord_dag", "")
    assert "Heel eigen woorden" not in page(world.noor, ronde)


def test_thirty_members_cost_no_more_queries_than_three(world):
    ronde = world.new_ronde()
    path = address("ronde", ronde)
    join(world, ronde, world.amina, world.els, world.hanneke)
    client = browser(world.noor)
    few = len(queries(client, path))
    for n in range(27):
        user = world.member(f"Lid {n}", Rol.UITVOERDER, Ring.BUITENRING)
        if n % 2:
            join(world, ronde, user)
            finish(ronde, "visie", 1) if n == 1 else None
    assert len(queries(client, path)) == few


def test_a_closed_round_says_how_many_took_part_and_offers_no_code(world):
    ronde = world.new_ronde()
    code = ronde.code
    guest(ronde)
    join(world, ronde, world.amina)
    close_ronde(ronde=ronde)
    text = page(world.noor, ronde)
    assert "2 mensen</strong> deden" in text
    for word in (code, "KV7 3MP", "Ronde sluiten", "Herinner", "Amina", "hx-get"):
        assert word not in text
    assert "Open de uitkomst" in text  # what was kept can still be shown


def test_a_round_elsewhere_and_one_nowhere_answer_the_same(world):
    assert_guessed_nothing(world, "get", "ronde")
