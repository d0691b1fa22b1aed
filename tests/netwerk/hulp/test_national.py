"""The numbers of the whole country: from files, and there without a database."""

from django.core.management import call_command
from django.db import connection
from django.template.loader import get_template

import pytest
from lxml import html

from netwerk.choices_hulp import Adres, Rubriek, Taal, Zorg
from netwerk.models import Hulpnummer, Zorgenadres
from netwerk.rules.hulplijnen import read
from netwerk.rules.telefoon import Nummer, parse_phone
from netwerk.services.hulp import load_national
from tests.netwerk.hulp import rows

ERRORS = [400, 403, 404, 500, 503]


def test_loading_twice_changes_nothing(db):
    assert load_national() > 0
    before = list(Hulpnummer.objects.values()), list(Zorgenadres.objects.values())
    assert load_national() == 0
    after = list(Hulpnummer.objects.values()), list(Zorgenadres.objects.values())
    assert after == before


def test_loading_puts_right_what_differs_and_removes_what_left(db):
    load_national()
    Hulpnummer.objects.filter(sleutel="113").update(nummer="0900 0113")
    rows.line(None, sleutel="oud", nummer="0900 1")
    assert load_national() == 3  # and 113 in English
    assert Hulpnummer.objects.filter(sleutel="113", nummer="113").count() == 2
    assert not Hulpnummer.objects.filter(sleutel="oud").exists()


def test_loading_leaves_the_numbers_of_a_region_alone(world):
    own = rows.line(world.regio)
    load_national()
    own.refresh_from_db()
    assert own.nummer == "0100 – 11 22 33"


def test_the_command_says_what_it_did(db, capsys):
    call_command("laad_hulpnummers")
    call_command("laad_hulpnummers")
    assert capsys.readouterr().out.splitlines()[1].endswith("0 veranderd.")


@pytest.mark.parametrize("taal", Taal.values)
def test_a_file_holds_what_the_tables_know(taal):
    file = read(taal)
    assert {row.rubriek for row in file.hulpnummers} <= set(Rubriek.values)
    assert {row.adres for row in file.zorgenadressen} <= set(Adres.values)
    for row in file.zorgenadressen:
        assert set(row.soorten) <= set(Zorg.values)
    for row in (*file.hulpnummers, *file.zorgenadressen):
        assert not row.nummer or isinstance(parse_phone(row.nummer), Nummer)
    assert set(file.woorden) == set(read("nl").woorden)
    assert [r.nummer for r in file.hulpnummers] == [
        r.nummer for r in read("nl").hulpnummers
    ]


@pytest.mark.parametrize("status", ERRORS)
def test_an_error_page_has_the_numbers_without_a_database(status):
    def refuse(*_args):
        raise AssertionError("an error page asked the database")

    with connection.execute_wrapper(refuse):
        page = html.fromstring(get_template(f"{status}.html").render())
    hrefs = page.xpath("//a[starts-with(@href,'tel:')]/@href")
    assert hrefs[:2] == ["tel:112", "tel:113"]
