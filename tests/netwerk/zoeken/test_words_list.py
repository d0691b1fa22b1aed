"""The list of words the kaart uses, and the synonyms that ship."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

import pytest

from netwerk.models import Voorziening, Zoeksynoniem, Zoekwoord
from netwerk.rules.zoeken import fold
from netwerk.services import zoekwoorden
from netwerk.services.zoekwoorden import add_words, load_own_synonyms, rebuild_words

pytestmark = pytest.mark.django_db


def words() -> set[str]:
    return set(Zoekwoord.objects.values_list("woord", flat=True))


def test_words_of_names_keywords_and_the_organisation_are_kept(world):
    row = world.voorziening(
        "Diëtist (2)", ook_bekend_als="Voeding", trefwoorden=["gezond eten"], kort="Nee"
    )
    add_words(voorzieningen=[row.pk])
    assert words() == {"dietist", "voeding", "gezond", "eten", "ggz", "lindestroom"}


def test_saving_again_adds_what_is_new_and_drops_nothing(world):
    row = world.voorziening("Wandelclub")
    add_words(voorzieningen=[row.pk])
    Voorziening.objects.filter(pk=row.pk).update(naam="Fietsclub")
    add_words(voorzieningen=[row.pk])
    assert {"wandelclub", "fietsclub"} <= words()
    rebuild_words()
    assert words() == {"fietsclub", "ggz", "lindestroom"}


def test_what_is_not_on_the_kaart_has_no_words(world):
    row = world.voorziening("Oud", status="inactief")
    add_words(voorzieningen=[row.pk])
    assert words() == set()
    add_words(voorzieningen=[])


def test_however_many_rows_it_is_one_statement(world):
    for n in range(20):
        world.voorziening(f"Club {chr(97 + n)}x")
    with CaptureQueriesContext(connection) as seen:
        rebuild_words()
    assert len(seen) == 1
    assert len(words()) == 23


def test_our_synonyms_load_once_and_keep_what_a_region_has(world):
    own = {"regio": world.regio, "woord": "schulden", "ook": ["loket"]}
    Zoeksynoniem.objects.create(**own)
    first = load_own_synonyms()
    again = load_own_synonyms()
    assert first.nieuw > 100
    assert (again.nieuw, again.gewijzigd) == (0, 0)
    assert Zoeksynoniem.objects.get(regio=world.regio).ook == ["loket"]


def test_a_line_of_ours_that_changed_is_put_right(db):
    load_own_synonyms()
    Zoeksynoniem.objects.filter(woord="schulden").update(ook=["iets anders"])
    assert load_own_synonyms().gewijzigd == 1


def test_our_file_says_each_word_as_it_is_compared():
    found = zoekwoorden.read_own()
    assert all(woord == fold(woord) and len(woord) <= 60 for woord in found)
    assert all(ook and all(0 < len(w) <= 60 for w in ook) for ook in found.values())
    assert all(fold(w) != woord for woord, ook in found.items() for w in ook)
