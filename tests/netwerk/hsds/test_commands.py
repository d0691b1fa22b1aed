"""export_hsds and import_hsds, as somebody types them."""

import json
from io import StringIO

from django.core.management import CommandError, call_command

import pytest

from netwerk.models import Voorziening
from toegang.models import Regio

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(world):
    """One region, so that nobody has to say which."""
    from kompas.models import Begeleider, Traject, Trajectstap

    Begeleider.objects.filter(traject__regio=world.elders).delete()
    Trajectstap.objects.filter(traject__regio=world.elders).delete()
    Traject.objects.filter(regio=world.elders).delete()
    world.verre_teun.rollen.all().delete()
    world.elders.delete()
    return world


def run(name: str, *args: object, **options) -> str:
    out = StringIO()
    call_command(name, *map(str, args), stdout=out, stderr=out, **options)
    return out.getvalue()


def test_out_to_a_folder_and_in_from_it_changes_nothing(world, vol, opvang, tmp_path):
    said = run("export_hsds", tmp_path / "uit")
    assert "wat openbaar is" in said
    assert (tmp_path / "uit/services.csv").exists()
    text = "".join(f.read_text() for f in (tmp_path / "uit").iterdir())
    assert "033999999" not in text
    said = run("import_hsds", tmp_path / "uit")
    assert "plekken: 0 nieuw, 0 veranderd, 2 gelijk." in said
    assert Voorziening.objects.count() == 2


def test_everything_has_the_numbers_for_referrers_too(world, vol, tmp_path):
    run("export_hsds", tmp_path, alles=True)
    assert "0339999991" in (tmp_path / "phones.csv").read_text()


def test_a_trial_changes_nothing(world, tmp_path):
    file = tmp_path / "pakket.json"
    file.write_text(
        json.dumps({"id": "1", "name": "Plek", "status": "active",
                    "organization": {"id": "1", "name": "Org", "description": ""}})
    )  # fmt: skip
    assert "plekken: 1 nieuw" in run("import_hsds", file, proef=True)
    assert not Voorziening.objects.exists()
    assert "plekken: 1 nieuw" in run("import_hsds", file)
    assert Voorziening.objects.get().bron == "pakket"
    assert "plekken: 0 nieuw, 0 veranderd, 1 gelijk." in run("import_hsds", file)


def test_faults_are_all_said_and_nothing_comes_in(world, tmp_path):
    file = tmp_path / "fout.json"
    file.write_text(json.dumps([{"id": "1", "status": "active"}, {"wat": 1}]))
    with pytest.raises(CommandError, match="Niets ingelezen: 2 fouten"):
        run("import_hsds", file)


def test_which_region_has_to_be_clear(world, tmp_path):
    Regio.objects.create(naam="Tweede", slug="tweede")
    with pytest.raises(CommandError, match="lindestroom, tweede"):
        run("export_hsds", tmp_path)
    run("export_hsds", tmp_path, regio="tweede")
    with pytest.raises(CommandError, match="kan niet gelezen worden"):
        run("import_hsds", tmp_path / "er-is-niets")
