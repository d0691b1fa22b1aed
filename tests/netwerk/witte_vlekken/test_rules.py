"""How provisions become cells: by whom they serve, and what is in doubt is not counted."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from netwerk.choices import Functie
from netwerk.rules import witte_vlekken as rules
from netwerk.rules.aandachtspunten import PUNTEN, points
from netwerk.rules.essentieel import TABEL, essentials
from netwerk.rules.witte_vlekken import Aanbod, Gebied, Meting, Vak
from toegang.choices import Organisatiesoort

DAY = date(2026, 11, 27)
REGIO = frozenset({1, 2, 3})
NAMEN = {"steun": "Steun van anderen", "kracht": "Eigen kracht"}
weeks = st.none() | st.decimals(0, 60, places=1)
offers = st.lists(
    st.builds(
        Aanbod,
        pk=st.integers(1, 10_000),
        gemeenten=st.frozensets(st.integers(1, 5), max_size=4),
        functies=st.frozensets(st.sampled_from(["steun", "kracht", "nieuw"])),
        informeel=st.booleans(),
        weken=weeks,
        nagekeken=st.none() | st.dates(date(2020, 1, 1), DAY),
    ),
    max_size=12,
    unique_by=lambda plek: plek.pk,
)


@pytest.mark.parametrize(
    ("gebied", "served"),
    [
        (Gebied(hele_regio=True), REGIO),
        (Gebied(werkgebied=frozenset({2})), {2}),
        (Gebied(werkgebied=frozenset({2}), plaatsen=frozenset({1})), {2}),
        (Gebied(werkgebied=frozenset({2, 99}), hele_regio=True), REGIO),
        (Gebied(werkgebied=frozenset({99})), set()),  # for another region only
        (Gebied(plaatsen=frozenset({1, 99})), {1}),
        (Gebied(plaatsen=frozenset({1}), manieren=frozenset({"online"})), {1}),
        (Gebied(manieren=frozenset({"telefoon"})), REGIO),
        (Gebied(manieren=frozenset({"locatie"})), None),
        (Gebied(), None),
        (Gebied(eigen=False, hele_regio=True), set()),  # the whole of their region
        (Gebied(eigen=False, werkgebied=frozenset({3})), {3}),
        (Gebied(eigen=False, plaatsen=frozenset({1})), {1}),
        (Gebied(eigen=False, manieren=frozenset({"online"})), set()),
        (Gebied(eigen=False), set()),
    ],
)
def test_a_provision_counts_where_it_serves_else_where_it_is(gebied, served):
    assert rules.serves(gebied, REGIO) == served


def measured(fase, weken, days=30):
    return Meting(fase, Decimal(weken), DAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("metingen", "more", "weken"),
    [
        ([measured("aanmeld", 3), measured("aanmeld", 2)], {}, 2),
        ([measured("behandel", 1), measured("aanmeld", 3)], {}, 3),
        ([measured("behandel", 9)], {}, 9),
        ([measured("aanmeld", 3, days=0)], {}, 3),
        ([measured("aanmeld", 3, days=-1)], {}, None),
        ([measured("aanmeld", 3, days=-1)], {"laagdrempelig": True}, None),
        ([measured("aanmeld", 0)], {}, 0),
        ([measured("aanmeld", 0)], {"capaciteit": "wachtlijst"}, None),
        ([measured("aanmeld", 3)], {"capaciteit": "wachtlijst"}, 3),
        ([measured("aanmeld", 3)], {"capaciteit": "dicht"}, None),
        ([measured("aanmeld", 3)], {"nu_dicht": True}, None),
        ([], {}, None),
        ([], {"laagdrempelig": True}, 0),
        ([], {"capaciteit": "open"}, 0),
        ([], {"laagdrempelig": True, "capaciteit": "wachtlijst"}, None),
        ([], {"laagdrempelig": True, "nu_dicht": True}, None),
    ],
)
def test_the_wait_is_that_of_the_first_stage_that_still_holds(metingen, more, weken):
    assert rules.wait(metingen, DAY, **more) == weken


@given(offers)
def test_cells_hold_each_provision_once_per_gemeente(aanbod):
    rows = {
        r.sleutel: r for r in rules.matrix(NAMEN, [1, 2, 3], aanbod, wat="functies")
    }
    assert list(rows)[:2] == list(NAMEN)
    for key, row in rows.items():
        here = [plek for plek in aanbod if key in plek.functies]
        assert [vak.aantal for vak in row.vakken] == [
            sum(gemeente in plek.gemeenten for plek in here) for gemeente in (1, 2, 3)
        ]
        assert row.regio.aantal == sum(bool(p.gemeenten & REGIO) for p in here)
        counts = [vak.aantal for vak in row.vakken]
        assert max(counts) <= row.regio.aantal <= sum(counts)


@given(offers)
def test_a_cell_never_says_more_than_it_has(aanbod):
    for row in rules.matrix(NAMEN, [1, 2, 3], aanbod, wat="functies"):
        for vak in (*row.vakken, row.regio):
            assert vak.leeg == (vak.aantal == 0)
            assert 0 <= vak.informeel <= vak.aantal
            if vak.leeg:
                assert (vak.weken, vak.nagekeken, vak.procent, vak.wacht) == (
                    None,
                    None,
                    None,
                    "",
                )
            else:
                assert 0 <= vak.procent <= 100


@given(offers, offers)
def test_more_help_never_makes_a_hole_or_a_longer_wait(some, others):
    less = rules.matrix(NAMEN, [1, 2, 3], some, wat="functies")
    more = {
        row.sleutel: row
        for row in rules.matrix(NAMEN, [1, 2, 3], some + others, wat="functies")
    }
    for row in less:
        for before, after in zip(row.vakken, more[row.sleutel].vakken, strict=True):
            assert before.aantal <= after.aantal
            if before.weken is not None:
                assert after.weken <= before.weken


@given(offers)
def test_the_order_they_come_in_does_not_matter(aanbod):
    one = rules.matrix(NAMEN, [1, 2, 3], aanbod, wat="functies")
    assert one == rules.matrix(NAMEN, [1, 2, 3], aanbod[::-1], wat="functies")


@pytest.mark.parametrize(
    ("informeel", "aantal", "procent"), [(0, 4, 0), (1, 3, 33), (1, 8, 13), (3, 3, 100)]
)
def test_a_share_is_in_whole_percents(informeel, aantal, procent):
    assert Vak(aantal, informeel).procent == procent


@pytest.mark.parametrize(
    ("weken", "zin"),
    [
        (None, "wachttijd niet bekend"),
        ("0", "kan meteen"),
        ("0.5", "minder dan een week wachten"),
        ("1.0", "1 week wachten"),
        ("2.5", "2,5 weken wachten"),
    ],
)
def test_a_wait_in_words(weken, zin):
    assert rules.wait_phrase(weken and Decimal(weken)) == zin


@pytest.mark.parametrize(
    ("day", "zin", "oud"),
    [
        (None, "nooit nagekeken", True),
        (DAY - timedelta(days=30), "nagekeken op 28 oktober", False),
        (date(2025, 12, 1), "niet nagekeken sinds december 2025", True),
    ],
)
def test_a_check_in_words(day, zin, oud):
    assert rules.checked_phrase(Vak(1, nagekeken=day), DAY) == (zin, oud)


def offer(pk=1, *gemeenten, functies=("steun",), **more):
    return Aanbod(pk, frozenset(gemeenten), frozenset(functies), **more)


def test_what_strikes_first():
    aanbod = [
        offer(1, 1, 2, weken=Decimal(9)),
        offer(2, 1, functies=["kracht"], weken=Decimal(0)),
    ]
    rows = rules.matrix(NAMEN | {"rechten": "Rechten"}, [1, 2], aanbod, wat="functies")
    assert rules.striking(rows, ["Lindehoven", "Brugveen"]) == [
        "In Brugveen mist het meest: 2 van de 3 functies.",
        "Voor ‘Rechten’ is er nog niets in de regio.",
        "Voor ‘Steun van anderen’ is de kortste wachttijd in 2 gemeenten langer dan 4 weken.",
    ]


def test_the_ten_functions_each_have_what_is_essential():
    assert [*dict.fromkeys(row.functie for row in TABEL)] == Functie.values
    assert len({row.sleutel for row in TABEL}) == len(TABEL)


def test_kinds_in_the_tables_are_kinds_we_know():
    marks = [row.aan for row in TABEL]
    marks += [teken.aan for punt in PUNTEN for teken in punt.tekens]
    assert {soort for mark in marks for soort in mark.soorten} <= set(Organisatiesoort)


def found(aanbod):
    rows = rules.matrix({"veiligheid": "Veilig"}, [1, 2], aanbod, wat="functies")
    return {r.sleutel: r for r in essentials(rows, aanbod, [(1, "Een"), (2, "Twee")])}


@pytest.mark.parametrize(
    "plek",
    [
        {"soorten": frozenset({"wijkteam", "crisisdienst"})},
        {"tekst": " crisiskaart en crisisopvang "},
    ],
)
def test_an_essential_provision_is_known_by_kind_or_word(plek):
    rows = found([offer(1, 1, functies=["veiligheid"], **plek)])
    assert rows["crisis"].regio.aantal == 1
    assert rows["crisis"].mist_in == ("Twee",)
    assert rows["politie"].mist


def test_it_counts_only_where_its_function_is_ticked():
    assert found(
        [offer(1, 1, functies=["steun"], soorten=frozenset({"crisisdienst"}))]
    )["crisis"].mist


def test_a_word_inside_another_is_not_taken_for_it():
    rows = found([offer(1, 1, functies=["meedoen"], tekst=" netwerk en maatwerk ")])
    assert rows["leren_werken"].mist


def test_there_are_six_points_and_each_says_what_the_kaart_cannot_tell():
    assert [punt.nummer for punt in PUNTEN] == [1, 2, 3, 4, 5, 6]
    assert all(punt.uitleg and punt.vraag and punt.tekens for punt in PUNTEN)


def test_a_point_shows_where_a_sign_is_missing():
    plekken = [
        offer(1, 1, soorten=frozenset({"academie"})),
        offer(2, soorten=frozenset({"zelfregie"})),
    ]
    (punt,) = [
        p for p in points(plekken, [(1, "Een"), (2, "Twee")]) if p.punt.nummer == 4
    ]
    signs = {teken.naam: teken for teken in punt.tekens}
    assert signs["Herstelacademie"].mist_in == ("Twee",)
    assert signs["Zelfregiecentrum"].regio.leeg  # serves nobody here


@pytest.mark.parametrize(
    ("empty", "thin", "said"),
    [
        (["A", "B", "C"], 0, "Nog nergens iets"),
        (["A"], 2, "Nog niets in A"),
        (["A", "B"], 0, "Nog niets in 2 van de 3 gemeenten"),
        ([], 1, "Overal iets, in 1 gemeente één plek"),
        ([], 2, "Overal iets, in 2 gemeenten één plek"),
        ([], 0, "Overal meer dan één plek"),
    ],
)
def test_a_row_says_in_words_how_it_stands(empty, thin, said):
    assert rules.standing(empty, thin, 3) == said
