"""Which rings of keys a process starts with."""

import base64
import os
from io import StringIO

from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError

import pytest

from basis.crypto import KeyRing, WrongRing, key_ring
from config.start import check_rings, refuse_wrong_start, the_rings
from netwerk.models import Ringproef
from netwerk.services import sleutels
from tests.engines import manage


def key(letter: str, length: int = 32) -> str:
    return base64.b64encode(letter.encode() * length).decode()


A, B, C = key("a"), key("b"), key("c")
WRONG = {
    "": "is missing",
    A: "key 1 is not written as name:base64",
    f"2027:{A},": "key 2 is not written",
    f":{A}": "key 1 is not written",
    "2027:": "has 0 bytes",
    "2027:geen base64!": "2027 is not base64",
    "2027:é": "2027 is not base64",
    f"2027:{key('a', 31)}": "31 bytes; it needs 32",
    f"2027:{A},2027:{B}": "the name 2027 is given to two keys",
    f"2027:{A},2026:{A}": "One key stands",
    f"{'x' * 21}:{A}": "more than 20 signs",
}


@pytest.fixture
def rings(settings):
    settings.CARE_KEYS, settings.DIARY_KEYS = f"2027:{A}", f"2027:{B}"
    settings.PROCESS_ROLE = "nk_web"
    return settings


@pytest.mark.parametrize("name", ["CARE_KEYS", "DIARY_KEYS"])
@pytest.mark.parametrize("text", WRONG)
def test_a_ring_that_cannot_be_used_is_refused_with_what_to_do(rings, name, text):
    setattr(rings, name, text)
    with pytest.raises(ImproperlyConfigured, match=WRONG[text]) as refused:
        the_rings()
    said = str(refused.value)
    assert name in said
    assert "beheer.md" in said
    assert A not in said
    assert B not in said
    passes = {f"2027:{A},2026:{A}", "" if name == "DIARY_KEYS" else None}
    assert bool(check_rings()) is (text not in passes)


def test_one_key_in_both_rings_is_refused(rings):
    rings.DIARY_KEYS = f"2026:{A}"
    with pytest.raises(ImproperlyConfigured, match="CARE_KEYS and DIARY_KEYS twice"):
        the_rings()


def test_only_web_needs_the_ring_of_diaries(rings):
    rings.PROCESS_ROLE, rings.DIARY_KEYS = "nk_worker", ""
    assert set(the_rings()) == {"CARE_KEYS"}
    assert check_rings() == []


def test_spaces_between_keys_are_no_part_of_a_name(rings):
    rings.CARE_KEYS = f"2027:{A}, 2026:{C}"
    assert list(key_ring().keys) == ["2027", "2026"]


def test_a_command_refuses_too_unless_it_says_that_it_needs_no_checks(rings):
    rings.CARE_KEYS = f"2027:{key('a', 31)}"
    with pytest.raises(SystemCheckError, match="31 bytes; it needs 32"):
        call_command("draai_sleutels", skip_checks=False)


def test_an_image_is_built_without_a_ring(tmp_path):
    """As the Dockerfile does it: secrets it does not use, and no ring."""
    env = {"PATH": os.environ["PATH"], "STATIC_ROOT": str(tmp_path)}
    env |= {"SECRET_KEY": "build", "MFA_KEY": "build"}
    done = manage(env, "collectstatic", "--noinput", "--dry-run")
    assert done.returncode == 0, done.stderr


@pytest.mark.django_db
def test_a_ring_is_known_by_what_it_sealed_before(rings, monkeypatch):
    monkeypatch.setattr("config.start.connection.close", lambda: None)
    refuse_wrong_start()
    refuse_wrong_start()
    assert Ringproef.objects.count() == 2
    rings.CARE_KEYS = f"2028:{C},2027:{A}"  # turned
    refuse_wrong_start()
    rings.CARE_KEYS = f"2028:{C}"  # and the old one taken away too early
    with pytest.raises(ImproperlyConfigured, match="CARE_KEYS misses the key 2027"):
        refuse_wrong_start()
    rings.CARE_KEYS = f"2028:{key('d')},2027:{A}"
    with pytest.raises(ImproperlyConfigured, match="2028 in CARE_KEYS is another"):
        refuse_wrong_start()
    assert Ringproef.objects.count() == 3


@pytest.mark.django_db
def test_after_turning_the_old_key_is_asked_for_no_more(rings, monkeypatch):
    monkeypatch.setattr("config.start.connection.close", lambda: None)
    refuse_wrong_start()
    rings.PROCESS_ROLE = "nk_worker"
    rings.CARE_KEYS = f"2028:{C}"
    with pytest.raises(CommandError, match="Er is niets gedraaid"):
        call_command("draai_sleutels", stdout=StringIO())
    rings.CARE_KEYS = f"2028:{C},2027:{A}"
    call_command("draai_sleutels", stdout=StringIO())
    rings.CARE_KEYS = f"2028:{C}"
    refuse_wrong_start()
    with pytest.raises(WrongRing):
        sleutels.prove({"CARE_KEYS": KeyRing.from_text(f"2027:{A}")})
