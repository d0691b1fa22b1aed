import pytest

from kompas.services.edities import load_own_edition
from netwerk import werkwijzen

pytestmark = pytest.mark.django_db


def test_the_sociale_kaart_has_the_names_of_the_inventory():
    load_own_edition()
    names = werkwijzen.names()
    assert len(names) > 100
    assert names["individuele_plaatsing_en_steun"] == "Individuele Plaatsing en Steun"


def test_without_an_edition_there_are_no_names():
    assert werkwijzen.names() == {}
