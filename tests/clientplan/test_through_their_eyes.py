"""The client sees the plan as somebody else does: the same pages, decided by the same
function (T4)."""

from itertools import product
from uuid import uuid4

import pytest
from lxml import html

from clientplan.models import Afspraak, Crisiskaart, Doel, Signaal, Verhaal
from clientplan.services.items import add_item
from netwerk.rules.onderdelen import TE_KIEZEN, Recht
from tests.clientplan.people import as_role, client, naaste
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    with zorg.as_(zorg.anna):
        add_item(Doel(client=zorg.plan), words={"doel": "Beter slapen"})
    return client(zorg.anna)


@pytest.fixture
def row(zorg):
    Rol.objects.create(gebruiker=zorg.zus, soort=Soort.NAASTE, van=zorg.today)
    return zorg.involve(zorg.zus)


def lines(response) -> list[str]:
    """What the page says itself, without the frame and without what is for the client."""
    assert response.status_code == 200, response.status_code
    main = html.fromstring(response.content).xpath("//main")[0]
    for away in main.xpath(
        ".//aside | .//*[@class='back'] | .//*[@class='quick-exit']"
    ):
        away.drop_tree()
    return [line for line in (x.strip() for x in main.itertext()) if line]


def both(zorg, row, anna, path="", door=None):
    door = door or naaste(zorg.zus)
    theirs = door.get(f"/plan-van/{zorg.plan.uuid}/{path}")
    mine = anna.get(f"/plan/wie-ziet-wat/{row.uuid}/bekijk/{path}")
    return theirs, mine


@pytest.mark.parametrize(
    ("deel", "recht"),
    list(product([one.sleutel for one in TE_KIEZEN], list(Recht)[:4])),
)
def test_the_same_parts_are_open(zorg, row, anna, deel, recht):
    zorg.say(row, "verhaal", Recht.LEZEN)
    zorg.say(row, deel, recht)
    theirs, mine = both(zorg, row, anna)
    if theirs.status_code == 404:
        assert (deel, recht) == ("verhaal", Recht.GEEN)
        assert "Hier is nu niets beschikbaar" in " ".join(lines(mine))
        return
    assert [x.replace("jou", "zus") for x in lines(theirs)] == lines(mine)


def test_the_same_words_of_a_part(zorg, row, anna):
    zorg.say(row, "doelen", Recht.LEZEN)
    theirs, mine = both(zorg, row, anna, "doelen/")
    assert "Beter slapen" in lines(mine)
    assert lines(theirs) == lines(mine)


@pytest.fixture
def written(zorg, anna):
    """Something in every part."""
    pieces = [
        (Verhaal.new(zorg.plan), {"hoop": "Dat het lente wordt"}),
        (Afspraak(client=zorg.plan), {"wat": "Samen wandelen"}),
        (Signaal(client=zorg.plan, fase=1, soort="ik_merk"), {"tekst": "Ik slaap"}),
        (Crisiskaart(client=zorg.plan, nakijken_op=zorg.today), {"wens": "Thuis"}),
    ]
    with zorg.as_(zorg.anna):
        for piece, words in pieces:
            add_item(piece, words=words)


WORDS = {
    "verhaal": "Dat het lente wordt",
    "doelen": "Beter slapen",
    "afspraken": "Samen wandelen",
    "signaleringsplan": "Ik slaap",
    "crisiskaart": "Thuis",
}


@pytest.mark.parametrize("works", [False, True], ids=["naaste", "professional"])
def test_every_part_shows_the_same_words_and_what_is_shut_is_shut(
    zorg, row, anna, written, works
):
    door = None
    if works:  # treats, so that the story is shut and the rest is not
        row = zorg.treats(zorg.pro)
        door = as_role(zorg.pro, f"{Soort.PROFESSIONAL}:{zorg.ggz.pk}")
    else:
        for deel in ("verhaal", "afspraken", "signaleringsplan", "crisiskaart"):
            zorg.say(row, deel, Recht.LEZEN)
    shut = "verhaal" if works else "doelen"
    for deel, words in WORDS.items():
        theirs, mine = both(zorg, row, anna, f"{deel}/", door)
        if deel == shut:
            assert (theirs.status_code, mine.status_code) == (404, 404)
            continue
        assert words in " ".join(lines(mine))
        assert without_doing(theirs) == without_doing(mine)


def without_doing(response) -> list[str]:
    """Through somebody's eyes nothing can be done: what one reads, less what one presses."""
    assert response.status_code == 200
    main = html.fromstring(response.content).xpath("//main")[0]
    for away in main.xpath(
        ".//aside | .//form | .//button | .//a[contains(@class, 'btn')] | .//*[@class='back']"
        " | .//*[@class='cluster tight'] | .//*[contains(@class, 'quick-exit')]"
        " | .//p[@class='hint'][starts-with(., 'In je agenda')]"
    ):
        away.drop_tree()
    return [line for line in (x.strip() for x in main.itertext()) if line]


def test_a_part_that_is_shut_is_shut_in_both(zorg, row, anna):
    zorg.say(row, "crisiskaart", Recht.LEZEN)
    theirs, mine = both(zorg, row, anna, "doelen/")
    assert (theirs.status_code, mine.status_code) == (404, 404)


def test_withdrawn_it_is_shut_at_the_next_request(zorg, row, anna):
    zorg.say(row, "doelen", Recht.LEZEN)
    zus = naaste(zorg.zus)
    where = f"/plan-van/{zorg.plan.uuid}/doelen/"
    assert zus.get(where).status_code == 200
    anna.post(f"/plan/wie-ziet-wat/{row.uuid}/uit/", {"_rol": "client"})
    assert zus.get(where).status_code == 404
    assert zus.get(f"/plan-van/{zorg.plan.uuid}/").status_code == 404


def test_a_look_does_nothing(zorg, row, anna):
    """Nobody writes in another's name, the client neither."""
    zorg.say(row, "doelen", Recht.MEDE_EIGENAAR)
    where = f"/plan/wie-ziet-wat/{row.uuid}/bekijk/doelen/"
    page = html.fromstring(anna.get(where).content)
    assert not page.xpath("//main//form[@method='post'][not(contains(@action,'weg'))]")
    assert anna.get(f"{where}nieuw/").status_code == 404


def test_a_plan_that_is_not_there_and_one_that_is_not_yours_are_one_answer(zorg, row):
    zus = naaste(zorg.zus)
    answers = [
        zus.get(f"/plan-van/{uuid}/{part}")
        for uuid in (zorg.ander.uuid, uuid4())
        for part in ("", "doelen/")
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers[::2]}) == 1
