"""The list of rounds: what there is, for who may see the traject."""

import uuid

from django.urls import reverse

import pytest

from tests.kompas.meedoen.people import guest
from tests.world import browser


def page(who, traject) -> str:
    return browser(who).get(reverse("rondes", args=[traject.uuid])).content.decode()


def test_each_round_with_how_many_take_part(world):
    ronde = world.new_ronde()
    for _ in range(3):
        guest(ronde)
    assert "3 mensen doen mee." in page(world.noor, world.traject)


def test_an_empty_list_says_what_comes_next(world):
    assert "Begin de eerste ronde" in page(world.noor, world.traject)
    assert "Begin de eerste ronde" not in page(world.amina, world.traject)
    assert "Nog geen ronde" in page(world.teun, world.traject)


def test_only_who_leads_can_begin_one_and_only_members_join_from_here(world):
    world.new_ronde()
    assert "Begin een ronde" in page(world.noor, world.traject)
    assert "Begin een ronde" not in page(world.teun, world.traject)
    assert "Doe mee" in page(world.amina, world.traject)
    assert "Doe mee" not in page(world.noor, world.traject)


def test_each_round_leads_to_its_own_page(world):
    ronde = world.new_ronde()
    assert reverse("ronde", args=[ronde.uuid]) in page(world.amina, world.traject)


def test_more_rounds_cost_no_more_queries(world, django_assert_max_num_queries):
    world.new_ronde(code="KV73MP")
    client, address = browser(world.noor), reverse("rondes", args=[world.traject.uuid])
    with django_assert_max_num_queries(99) as few:
        client.get(address)
    for code in ("KV73MR", "KV73MT", "KV73MW", "KV73MX"):
        guest(world.new_ronde(code=code))
    with django_assert_max_num_queries(99) as many:
        client.get(address)
    assert len(many) == len(few)


@pytest.mark.parametrize("name", ["rondes", "ronde_nieuw", "ronde_weergave"])
def test_elsewhere_and_nowhere_give_the_same_answer_at_the_same_price(
    world, name, django_assert_max_num_queries
):
    """T8: the same bytes and the same number of queries."""
    client = browser(world.noor)
    client.get("/vandaag/")  # the first request of a session costs more
    elsewhere = world.elders_traject.uuid
    if name == "ronde_weergave":
        elsewhere = world.new_ronde(traject=world.elders_traject).uuid
    answers, prices = [], []
    for key in (elsewhere, uuid.uuid4()):
        with django_assert_max_num_queries(99) as asked:
            answers.append(client.get(reverse(name, args=[key])))
        prices.append(len(asked))
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content
    assert prices[0] == prices[1]
