"""A round as the facilitator and others have it in their browser."""

import uuid

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kompas.models import Kaartklaar
from tests.world import browser


def address(name: str, ronde, **more) -> str:
    return reverse(name, kwargs={"uuid": ronde.uuid, **more})


def page(who, ronde, name: str = "ronde", **more) -> str:
    return browser(who).get(address(name, ronde, **more)).text


def finish(ronde, thema: str, people: int) -> None:
    """The first `people` who joined finish the card."""
    kaart = ronde.kaarten.get(thema__sleutel=thema)
    for deelname in ronde.deelnames.order_by("pk")[:people]:
        Kaartklaar.objects.create(deelname=deelname, kaart=kaart)


def queries(client, path: str) -> list[str]:
    client.get(path)  # the first request of a session costs more
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    return [query["sql"] for query in asked]


def assert_guessed_nothing(world, method: str, name: str, **more) -> None:
    """T8: a round elsewhere and a round nowhere, the same bytes at the same price."""
    client = browser(world.noor)
    client.get("/vandaag/")
    elsewhere = world.new_ronde(traject=world.elders_traject).uuid
    answers, prices = [], []
    for key in (elsewhere, uuid.uuid4()):
        path = reverse(name, kwargs={"uuid": key, **more})
        with CaptureQueriesContext(connection) as asked:
            answers.append(getattr(client, method)(path))
        prices.append(len(asked))
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content
    assert prices[0] == prices[1]
