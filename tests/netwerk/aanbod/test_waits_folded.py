"""The page of forty waits is short: a line per place, and fields where they are wanted."""

from lxml import html

from tests.netwerk.aanbod.test_waits import HERE, fill, wait
from tests.world import browser


def lines(page):
    return page.xpath("//ul[contains(@class, 'waits')]/li")


def test_the_fields_are_folded_away_and_the_tick_is_not(world):
    wait(world.voorziening("Plek"))
    (line,) = lines(html.fromstring(browser(world.olga).get(HERE).content))
    (more,) = line.xpath("./details")
    assert more.get("open") is None
    assert line.xpath("./label//input[@type='checkbox']")
    assert more.xpath(".//input[contains(@name, '-tot')]")


def test_where_an_error_is_the_fields_are_open_with_the_words_above_them(world):
    wrong, right = wait(world.voorziening("Aa")), wait(world.voorziening("Bee"))
    page = html.fromstring(browser(world.olga).get(HERE).content)
    form = fill(page.xpath("//main//form")[0])
    sent = form | {f"m{wrong.uuid}-tot": "1", f"m{right.uuid}-nog": "on"}
    answer = browser(world.olga).post(HERE, sent)
    assert answer.status_code == 422
    first, second = lines(html.fromstring(answer.content))
    assert first.xpath("./details[@open]//*[@class='error']")
    assert not second.xpath("./details[@open]")


def test_a_row_that_was_asked_for_is_open(world):
    row = world.voorziening("Plek")
    wait(row)
    page = html.fromstring(browser(world.olga).get(f"{HERE}?erbij={row.uuid}").content)
    assert [bool(li.xpath("./details[@open]")) for li in lines(page)] == [False, True]
