"""Fifty times two people save one piece at the same moment: one of them saves, and the other
keeps their words and sees both texts (P3)."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connection
from django.test import Client as Browser

import pytest
from lxml import html

from clientplan.models import Doel, Versie
from clientplan.services import items
from netwerk.rules.onderdelen import Recht
from tests.clientplan.people import client, naaste
from toegang.choices import Soort
from toegang.models import Rol

TIMES = 50


@pytest.fixture
def at_once(monkeypatch) -> threading.Barrier:
    """Both have read the piece as it was and neither has saved, when they save."""
    together, save = threading.Barrier(2, timeout=20), items.save_item

    def wait_and_save(*args: Any, **kwargs: Any) -> Any:
        together.wait()
        return save(*args, **kwargs)

    monkeypatch.setattr(items, "save_item", wait_and_save)
    return together


def presses(
    browser: Browser, where: str, words: dict[str, str], naam: str
) -> Callable[[], list[Any]]:
    """Somebody who saves from each number in turn."""

    def every() -> list[Any]:
        try:
            return [
                browser.post(
                    where, words | {"nummer": str(one), "doel": f"{naam} {one}."}
                )
                for one in range(1, TIMES + 1)
            ]
        finally:
            connection.close()

    return every


def texts(zorg) -> list[str]:
    with zorg.as_(zorg.anna):
        rows = Versie.objects.visible_to(zorg.anna).select_related("client")
        return [row.words["doel"] for row in rows.order_by("nummer")]


@pytest.mark.django_db(transaction=True)
def test_each_time_one_saves_and_the_other_sees_both(zorg, at_once):
    for who, soort in ((zorg.anna, Soort.CLIENT), (zorg.zus, Soort.NAASTE)):
        Rol.objects.create(gebruiker=who, soort=soort, van=zorg.today)
    zorg.say(zorg.involve(zorg.zus), "doelen", Recht.MEDE_EIGENAAR)
    with zorg.as_(zorg.anna):
        doel = items.add_item(Doel(client=zorg.plan), words={"doel": "Begin"})
    here, piece = f"doelen/{doel.uuid}/wijzig/", {"uuid": str(doel.uuid)}
    two = (
        (client(zorg.anna), f"/plan/{here}", piece | {"_rol": "client"}, "Anna"),
        (
            naaste(zorg.zus),
            f"/plan-van/{zorg.plan.uuid}/{here}",
            piece | {"_rol": "naaste"},
            "Zus",
        ),
    )
    with ThreadPoolExecutor(2) as pool:
        busy = [pool.submit(presses(*one)) for one in two]
        pairs = list(zip(*(one.result() for one in busy), strict=True))
    kept = texts(zorg)
    assert len(kept) == len(pairs) + 1 == TIMES + 1
    for number, pair in enumerate(pairs, 1):
        assert sorted(answer.status_code for answer in pair) == [302, 409], number
        winner, other = (
            ("Anna", "Zus") if pair[0].status_code == 302 else ("Zus", "Anna")
        )
        assert kept[number] == f"{winner} {number}."
        [shown] = [answer.content for answer in pair if answer.status_code == 409]
        page = html.fromstring(shown)
        assert f"{winner} {number}." in " ".join(page.text_content().split())
        [mine] = page.xpath("//input[@name='mijn_doel']/@value")
        assert mine == f"{other} {number}."
