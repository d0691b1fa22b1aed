"""Who sees which traject, and that another region is never guessed."""

import uuid

from django.db import connection
from django.test.utils import CaptureQueriesContext

from kompas.models import Trajectstap
from tests.world import browser


def ask(user, url):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = browser(user).get(url)
    return answer, len(queries)


def test_the_list_holds_only_what_the_role_reaches(world):
    page = browser(world.noor).get("/kompas/trajecten/").text
    assert "Lindehoven" in page
    assert "Heuvels" not in page


def test_not_yours_and_not_there_answer_the_same(world):
    elders = f"/kompas/trajecten/{world.elders_traject.uuid}/"
    nergens = f"/kompas/trajecten/{uuid.uuid4()}/"
    (one, n), (two, m) = ask(world.noor, elders), ask(world.noor, nergens)
    assert (one.status_code, one.content) == (two.status_code, two.content)
    assert n == m


def test_an_ended_role_sees_nothing_any_more(world):
    world.traject.begeleiders.update(
        tot=world.today.replace(year=2020), van="2019-01-01"
    )
    assert (
        browser(world.noor).get(f"/kompas/trajecten/{world.traject.uuid}/").status_code
        == 404
    )


def test_the_list_asks_the_same_however_long_it_is(world):
    def count():
        with CaptureQueriesContext(connection) as queries:
            browser(world.noor).get("/kompas/trajecten/")
        return len(queries)

    few = count()
    for n in range(12):
        world.new_traject(f"Nog een {n}", world.regio, world.noor)
    assert count() == few
    assert Trajectstap.objects.count() > 60


def test_the_route_says_what_each_step_needs(world):
    page = browser(world.noor).get(f"/kompas/trajecten/{world.traject.uuid}/").text
    assert "Er loopt nu geen ronde." in page
    assert "Sluit eerst een ronde af" in page
