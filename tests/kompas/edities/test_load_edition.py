"""Loading an edition: all of it, or nothing; once loaded it never changes."""

from dataclasses import replace
from io import StringIO

from django.core.management import CommandError, call_command

import pytest

from kompas.models import Kompaseditie, Stelling, Werkwijze
from kompas.rules.edition import edition_as_json
from kompas.services import edities
from tests.kompas.logs import lines

pytestmark = pytest.mark.django_db


def test_our_own_edition_is_loaded_whole():
    editie = edities.load_own_edition()
    assert Stelling.objects.filter(thema__editie=editie).count() == 70
    listed = Werkwijze.objects.filter(editie=editie, elders=False)
    assert listed.count() == 132
    places = sum(
        werkwijze.groepen.count() + len(werkwijze.synoniemen) for werkwijze in listed
    )
    assert places == 135  # two stand in two groups, one has a second name
    assert editie.labels[5] == "Hier zijn we tevreden over"
    about_me = editie.themas.get(sleutel="professionals")
    assert about_me.schaal[4] == (5, "Hier ben ik tevreden over")
    assert about_me.schaal[:4] == editie.themas.get(sleutel="visie").schaal[:4]


def test_an_edition_with_one_label_for_every_card_says_that_everywhere():
    ours = edities.own_edition()
    points = tuple(replace(p, label=f"punt {p.waarde}") for p in ours.schaal.punten)
    old = replace(ours, versie=9, schaal=replace(ours.schaal, punten=points))
    editie = edities.load_edition(editie=old)
    said = {thema.schaal for thema in editie.themas.select_related("editie")}
    assert said == {tuple((n, f"punt {n}") for n in range(1, 6))}


def test_loading_ours_again_changes_nothing():
    first = edities.load_own_edition()
    assert edities.load_own_edition() == first
    assert Kompaseditie.objects.count() == 1


def test_statements_run_through_their_parts_in_one_order():
    editie = edities.load_own_edition()
    mens = editie.themas.get(sleutel="mens_centraal").stellingen.select_related("deel")
    places = [(s.volgorde, s.deel.nummer, s.nummer) for s in mens]
    assert places[9:11] == [(10, 1, 10), (11, 2, 1)]


def test_the_same_version_with_other_words_is_refused():
    edities.load_own_edition()
    other = replace(edities.own_edition(), naam="Andere woorden")
    with pytest.raises(edities.EditionExists):
        edities.load_edition(editie=other)
    assert Kompaseditie.objects.get().naam != "Andere woorden"


def test_a_region_has_an_edition_of_its_own(world):
    edities.load_own_edition()
    edities.load_edition(editie=edities.own_edition(), regio=world.regio)
    assert Kompaseditie.objects.for_regio(world.regio).count() == 2
    assert Kompaseditie.objects.for_regio(world.elders).count() == 1


def test_loading_is_written_down(world):
    edities.load_edition(editie=edities.own_edition(), regio=world.regio)
    assert ("C", "kompaseditie", "lindestroom") in lines()


def load(path, **more) -> str:
    out = StringIO()
    call_command("load_kompas", path, stdout=out, stderr=out, **more)
    return out.getvalue()


def test_the_command_loads_a_file_for_a_region(world, tmp_path):
    file = tmp_path / "editie.json"
    file.write_text(edition_as_json(replace(edities.own_edition(), versie=7)))
    assert "versie 7" in load(file, regio="lindestroom")
    assert Kompaseditie.objects.get().regio == world.regio


def test_a_broken_file_loads_nothing_and_names_every_fault(tmp_path):
    file = tmp_path / "half.json"
    file.write_text(edition_as_json(edities.own_edition())[:5_000])
    with pytest.raises(CommandError, match="Niets geladen"):
        load(file)
    assert not Kompaseditie.objects.exists()


@pytest.mark.parametrize("regio", ["nergens"])
def test_an_unknown_region_is_said(tmp_path, regio):
    with pytest.raises(CommandError, match="nergens is er niet"):
        load(edities.OWN, regio=regio)


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CommandError, match="kan niet gelezen"):
        load(tmp_path / "weg.json")
