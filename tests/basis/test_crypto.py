"""Sealed text opens for its own row and key, and for nothing else."""

import base64
import uuid
from types import SimpleNamespace

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given, strategies as st

from basis.crypto import KeyRing, Sealed, new_key, open_, seal


class Row(SimpleNamespace):
    tekst = Sealed("tekst_box")
    kort = Sealed("kort_box")

    def data_key(self) -> bytes:
        return self.key


def row(key: bytes | None = None) -> Row:
    return Row(key=key or new_key(), uuid=uuid.uuid4(), tekst_box=b"", kort_box=b"")


@given(st.text())
def test_what_went_in_comes_out(text):
    one = row()
    one.tekst = text
    assert one.tekst == text


def test_the_words_do_not_stand_in_the_column():
    one = row()
    one.tekst = "een geheim"
    assert b"geheim" not in one.tekst_box


def test_empty_stays_empty_without_a_key():
    one = row()
    one.tekst = ""
    assert one.tekst_box == b""
    assert one.tekst == ""


def test_a_box_moved_to_another_row_does_not_open():
    key = new_key()
    one, other = row(key), row(key)
    one.tekst = "van mij"
    other.tekst_box = one.tekst_box
    with pytest.raises(InvalidTag):
        _ = other.tekst


def test_a_box_moved_to_another_column_does_not_open():
    one = row()
    one.tekst = "lang"
    one.kort_box = one.tekst_box
    with pytest.raises(InvalidTag):
        _ = one.kort


def test_the_same_words_look_different_each_time():
    key = new_key()
    assert seal(key, b"a", "x") != seal(key, b"a", "x")


def test_a_changed_box_does_not_open():
    key = new_key()
    box = bytearray(seal(key, b"abc", "x"))
    box[-1] ^= 1
    with pytest.raises(InvalidTag):
        open_(key, bytes(box), "x")


def ring(*names: str) -> str:
    return ",".join(f"{n}:{base64.b64encode(n.encode() * 8).decode()}" for n in names)


def test_the_first_key_of_the_ring_wraps_and_all_unwrap():
    old = KeyRing.from_text(ring("2026"))
    turned = KeyRing.from_text(ring("2027", "2026"))
    data_key = new_key()
    name, wrapped = old.wrap(data_key, "client")
    assert turned.unwrap(name, wrapped, "client") == data_key
    assert turned.wrap(data_key, "client")[0] == "2027"


def test_a_wrapped_key_is_for_one_owner():
    one = KeyRing.from_text(ring("2026"))
    name, wrapped = one.wrap(new_key(), "amina")
    with pytest.raises(InvalidTag):
        one.unwrap(name, wrapped, "els")


def test_a_key_that_left_the_ring_opens_nothing():
    name, wrapped = KeyRing.from_text(ring("2026")).wrap(new_key(), "x")
    with pytest.raises(KeyError):
        KeyRing.from_text(ring("2027")).unwrap(name, wrapped, "x")
