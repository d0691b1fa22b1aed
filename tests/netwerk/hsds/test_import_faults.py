"""A package with a fault is refused whole, and each fault says where it is (N7)."""

import pytest

from netwerk.services import uitwisselen

from .packages import DIENST, changed, everything, read, take

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("change", "path", "words_"),
    [
        ({"name": None}, "$.name", "ontbreekt een naam"),
        ({"name": "x" * 300}, "$.name", "te lang"),
        ({"organization": None}, "$.organization_id", "hoort een organisatie"),
        (
            {"phones": [{"id": "p", "number": 8.81235e8}]},
            "$.phones[0].number",
            "cijfers weggevallen",
        ),
        (
            {"phones": [{"id": "p", "number": "8.81235E+08"}]},
            "$.phones[0].number",
            "cijfers weggevallen",
        ),
        ({"phones": "0331234567"}, "$.phones", "hoort een lijst"),
        ({"phones": ["033"]}, "$.phones[0]", "hoort een record"),
        (
            {"minimum_age": 23, "maximum_age": 18},
            "$.maximum_age",
            "lager dan de laagste",
        ),
        (
            {"service_at_locations": [{"id": "l", "location_id": "weg"}]},
            "$.service_at_locations[0].location_id",
            "niet in dit pakket",
        ),
        (
            {"nk_wachttijden": [{"id": "w", "fase": "aanmeld", "weken_van": 3}]},
            "$.nk_wachttijden[0]",
            "altijd een fase, weken, datum",
        ),
    ],
)
def test_each_fault_has_its_path_and_nothing_is_taken_in(world, change, path, words_):
    before = everything(world)
    good = changed(DIENST, id="s0", name="Goed", service_at_locations=[], phones=[])
    with pytest.raises(uitwisselen.Fouten) as caught:
        take(world, changed(DIENST, **change), good)
    found = caught.value.plan.fouten
    assert any(
        f.waar.endswith(path.replace("$", "$[0]")) and words_ in f.zin for f in found
    ), found
    assert everything(world) == before


def test_all_faults_are_said_at_once(world):
    plan = uitwisselen.preview(
        pakket=read(
            changed(DIENST, name=None), changed(DIENST, id=None), {"wat": "is dit"}
        ),
        regio=world.regio,
        bron="x",
    )
    assert len(plan.fouten) == 3


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b'{"contents": [{"id"', b"[1, 2]", b'"x"', b"\xff\xfe", b"[" * 90_000,
     b'{"a": NaN}', b'[{"id": "1", "name": "x", "status": "active", "n": 1e999}]'],
)  # fmt: skip
def test_a_file_that_is_broken_is_said(world, data):
    pakket = uitwisselen.read_file("x.json", data)
    with pytest.raises(uitwisselen.Fouten):
        uitwisselen.take_in(pakket=pakket, regio=world.regio, bron="x")


def test_terms_that_go_round_are_refused(world):
    ring = [
        {"id": "a", "name": "A", "parent_id": "b"},
        {"id": "b", "name": "B", "parent_id": "a"},
        {"id": "c", "name": "C", "parent_id": "c"},
        {"id": "d", "name": "D", "parent_id": "c"},
    ]
    pakket = read(*ring, name="taxonomy_terms.json")
    assert [f.waar[-12:] for f in pakket.fouten] == [
        "[0].parent_id",
        "[1].parent_id",
        "[2].parent_id",
    ] or (len(pakket.fouten) == 3)


def test_a_ring_that_closes_with_what_we_have_is_refused(world):
    def terms(*rows):
        pakket = read({"taxonomy_terms": list(rows)})
        return uitwisselen.take_in(pakket=pakket, regio=world.regio, bron="x")

    a, b = {"id": "a", "name": "A"}, {"id": "b", "name": "B"}
    terms(a, b | {"parent_id": "a"})
    with pytest.raises(uitwisselen.Fouten) as caught:
        terms(a | {"parent_id": "b"}, b)
    (fout,) = caught.value.plan.fouten
    assert fout.waar.endswith("[0].parent_id")
    assert "kring" in fout.zin
