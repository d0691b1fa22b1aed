"""docs/toegang.md says what the code does."""

from io import StringIO

from django.core.management import call_command

import pytest

from toegang.choices import BEREIK_VAN, Soort
from toegang.management.commands.toegang_tabel import FILE
from toegang.permissions import PERMISSIONS, may
from toegang.table import markdown


def test_the_file_is_up_to_date():
    """Else: manage.py toegang_tabel."""
    assert FILE.read_text() == markdown()


def test_the_command_shows_the_same():
    out = StringIO()
    call_command("toegang_tabel", "--toon", stdout=out)
    assert out.getvalue().strip() == markdown().strip()


def test_every_act_and_every_role_stands_in_it_once():
    text = markdown()
    for act in PERMISSIONS.values():
        assert text.count(f"| {act.zin} |") == 1
    for soort in Soort:
        assert text.count(f"| {soort.label} | {BEREIK_VAN[soort].label} |") == 1


def test_nobody_ever_sees_who_answered_what():
    assert not any(may(soort, "deelnemer.antwoord_zien") for soort in Soort)


def test_without_a_role_nothing_and_an_unknown_act_is_a_fault():
    assert not any(may(None, act) for act in PERMISSIONS)
    with pytest.raises(KeyError):
        may("regiobeheerder", "alles.mogen")
