"""A file with an edition is read whole, and whatever comes in gets an answer (K1)."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from kompas.rules.edition import (
    Editie,
    OpenVraag,
    Stelling,
    Thema,
    edition_as_json,
    read_edition,
)
from kompas.rules.edition_reader import UNPRINTABLE
from tests.kompas.edition_files import OWN, SMALL, TEXT, csv_of, read_whole

few = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


# --- what goes in comes out


def words(most: int) -> st.SearchStrategy[str]:
    letters = st.characters(exclude_categories=["Cc", "Cs"])
    return st.text(letters, min_size=1, max_size=most).filter(
        lambda tekst: tekst.strip() and not UNPRINTABLE.search(tekst)
    )


@st.composite
def themas(draw: st.DrawFn, thema: Thema) -> Thema:
    begrippen = st.lists(
        st.sampled_from([begrip.sleutel for begrip in OWN.begrippen]), max_size=2
    )
    stellingen = [
        Stelling(
            deel.nummer, nummer, draw(words(40)), draw(words(40) | st.just("")),
            draw(st.just("") | words(20)), tuple(draw(begrippen)),
        )
        for deel in thema.delen
        for nummer in range(1, draw(st.integers(1, 4)) + 1)
    ]  # fmt: skip
    vragen = [
        OpenVraag(nummer, draw(words(40)), "", "")
        for nummer in range(1, draw(st.integers(0, 3)) + 1)
    ]
    return replace(
        thema,
        naam=draw(words(80)),
        voor=draw(st.sampled_from(["iedereen", "uitvoering", "beleid"])),
        stellingen=tuple(draw(st.permutations(stellingen))),
        open_vragen=tuple(vragen),
    )


@st.composite
def editions(draw: st.DrawFn) -> Editie:
    schaal = replace(SMALL.schaal, eens_vanaf=draw(st.floats(0.6, 1)))
    return replace(
        SMALL,
        naam=draw(words(120)),
        versie=draw(st.integers(1, 9999)),
        schaal=schaal,
        themas=tuple(draw(themas(thema)) for thema in OWN.themas),
    )


@few
@given(editions())
def test_an_edition_that_is_written_is_read_back_the_same(editie):
    assert read_whole(edition_as_json(editie).encode()) == editie


def test_a_file_may_begin_with_a_byte_order_mark():
    assert read_whole(b"\xef\xbb\xbf" + TEXT.encode()) == SMALL


def test_without_a_known_ending_the_content_tells_the_format():
    assert read_whole(TEXT.encode(), "editie") == SMALL
    assert read_whole(csv_of(SMALL).encode(), "editie.txt", SMALL) == SMALL


def test_what_may_be_empty_may_be_left_out():
    data = json.loads(TEXT)
    for stelling in data["themas"][0]["stellingen"]:
        del stelling["toelichting"], stelling["begrippen"]
    stelling = read_whole(json.dumps(data).encode()).themas[0].stellingen[0]
    assert (stelling.toelichting, stelling.begrippen) == ("", ())


# --- whatever comes in, there is an answer


@few
@given(st.binary(), st.sampled_from(["e.json", "e.csv", "", "e.xlsx"]))
def test_no_bytes_break_the_reader(data, name):
    editie, fouten = read_edition(data, name, SMALL)
    assert editie is None
    assert fouten


@few
@given(st.data())
def test_no_broken_copy_of_a_good_file_breaks_the_reader(data):
    good, name = data.draw(
        st.sampled_from([(TEXT.encode(), "e.json"), (csv_of(SMALL).encode(), "e.csv")])
    )
    begin = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(begin, min(begin + 40, len(good))))
    broken = good[:begin] + data.draw(st.binary(max_size=8)) + good[end:]
    editie, fouten = read_edition(broken, name, SMALL)
    assert bool(editie) != bool(fouten)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda kind: (
        st.lists(kind, max_size=3)
        | st.dictionaries(st.sampled_from(["sleutel", "nummer", "tekst", "\x00"]), kind)
    ),
    max_leaves=6,
)


def places(node: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) in a JSON value."""
    keys = node.keys() if isinstance(node, dict) else range(len(node))
    inside = [node[key] for key in keys if isinstance(node[key], dict | list)]
    return [(node, key) for key in keys] + [p for item in inside for p in places(item)]


@few
@given(st.data(), json_values)
def test_no_wrong_type_anywhere_breaks_the_reader(data, value):
    wortel = json.loads(TEXT)
    houder, sleutel = data.draw(st.sampled_from(places(wortel)))
    houder[sleutel] = value
    editie, fouten = read_edition(json.dumps(wortel).encode(), "e.json")
    assert bool(editie) != bool(fouten)
    assert all(str(fout).isprintable() for fout in fouten)


# --- CSV


@pytest.mark.parametrize("delimiter", [";", ","])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_our_own_wording_as_csv_gives_our_own_edition(delimiter, mark):
    tekst = mark + csv_of(OWN, delimiter)
    assert read_whole(tekst.encode(), "e.csv", OWN) == OWN


def test_other_wording_as_csv_takes_the_rest_from_ours():
    tekst = (
        csv_of(SMALL)
        .replace("netwerkkompas-b1", "officieel")
        .replace("Wij zien", "Zij zien")
    )
    editie = read_whole(tekst.encode(), "e.csv", OWN)
    assert editie.sleutel == "officieel"
    assert editie.themas[0].stellingen[0].tekst.startswith("Zij zien")
    assert editie.themas[0].stellingen[0].begrippen == ("positieve_gezondheid",)
    assert len(editie.themas[0].stellingen) == 2
    assert editie.themas[0].verhalen == OWN.themas[0].verhalen
    assert (editie.schaal, editie.begrippen, editie.inventaris) == (
        OWN.schaal, OWN.begrippen, OWN.inventaris,
    )  # fmt: skip
