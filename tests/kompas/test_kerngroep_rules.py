"""The kerngroep page advises kindly and never gives away who somebody is."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from kompas.rules.kerngroep import (
    BELEID,
    BINNENRING,
    BUITENRING,
    DOMEINEN,
    ERVARING,
    GROEP_VAN,
    GROEPEN,
    GROEPEN_VOOR,
    RINGEN,
    ROLLEN,
    UITVOERING,
    VOOR_BELEID,
    VOOR_IEDEREEN,
    VOOR_UITVOERING,
    Advies,
    Lid,
    advise,
    few_with_ervaring,
    may_take_card,
    opgesomd,
    takes_card,
)

leden = st.builds(
    Lid,
    ring=st.sampled_from((BINNENRING, BUITENRING)),
    rol=st.sampled_from(sorted(ROLLEN)),
    domein=st.sampled_from(["", *DOMEINEN]),
    rol_te_zien=st.booleans(),
)
kerngroepen = st.lists(leden, max_size=14)


def binnen(*rollen: str) -> list[Lid]:
    return [Lid(BINNENRING, rol) for rol in rollen]


def soorten(group: list[Lid]) -> dict[str, Advies]:
    return {advies.soort: advies for advies in advise(group)}


FULL = [
    *binnen("client", "naaste", "ervaringsdeskundige", "uitvoerder", "beleidsmaker"),
    *(Lid(BUITENRING, rol) for rol in ROLLEN),
    *(Lid(BUITENRING, "uitvoerder", domein) for domein in DOMEINEN),
]


# ---- roles, groups, cards


def test_the_lists_are_those_of_the_specification():
    assert (len(ROLLEN), len(DOMEINEN)) == (9, 15)
    assert set(GROEP_VAN) == set(ROLLEN)
    assert set(GROEP_VAN.values()) == set(GROEPEN) == {ERVARING, UITVOERING, BELEID}
    assert set(RINGEN) == {BINNENRING, BUITENRING}


@pytest.mark.parametrize(
    ("rol", "groep"),
    [
        ("client", ERVARING),
        ("naaste", ERVARING),
        ("ervaringsdeskundige", ERVARING),
        ("familie_ervaringsdeskundige", ERVARING),
        ("inwoner", ERVARING),
        ("uitvoerder", UITVOERING),
        ("vrijwilliger", UITVOERING),
        ("beleidsmaker", BELEID),
        ("bestuurder", BELEID),
    ],
)
def test_the_role_decides_the_group_and_the_group_its_cards(rol, groep):
    assert Lid(BINNENRING, rol, "ggz").groep == groep
    assert takes_card(rol, GROEPEN_VOOR[VOOR_IEDEREEN])
    assert takes_card(rol, GROEPEN_VOOR[VOOR_UITVOERING]) == (groep == UITVOERING)
    assert takes_card(rol, GROEPEN_VOOR[VOOR_BELEID]) == (groep == BELEID)


def test_the_facilitator_can_open_a_card_to_more_groups():
    assert takes_card("naaste", {BELEID, ERVARING})
    assert not takes_card("uitvoerder", {BELEID, ERVARING})


def test_only_a_paid_ervaringsdeskundige_may_take_the_card_of_professionals_too():
    card = GROEPEN_VOOR[VOOR_UITVOERING]
    paid = {rol for rol in ROLLEN if may_take_card(rol, card, betaald=True)}
    assert paid - {rol for rol in ROLLEN if may_take_card(rol, card)} == {
        "ervaringsdeskundige",
        "familie_ervaringsdeskundige",
    }
    assert not may_take_card("ervaringsdeskundige", {BELEID}, betaald=True)


# ---- advice


def test_a_kerngroep_without_people_gets_one_way_to_begin():
    assert [advies.soort for advies in advise([])] == ["leeg"]


def test_a_full_and_mixed_kerngroep_hears_only_what_goes_well():
    assert list(soorten(FULL)) == ["ervaring_aan_tafel"]
    assert "3 van de 5 mensen" in soorten(FULL)["ervaring_aan_tafel"].tekst


def test_the_binnenring_is_large_from_nine_people_and_the_buitenring_never():
    eight = binnen(*["uitvoerder"] * 8)
    assert "grote_binnenring" not in soorten(eight)
    assert "grote_binnenring" in soorten(eight + binnen("uitvoerder"))
    assert "grote_binnenring" not in soorten(eight + [Lid(BUITENRING, "naaste")] * 20)


@pytest.mark.parametrize("rol", ["ervaringsdeskundige", "familie_ervaringsdeskundige"])
def test_an_ervaringsdeskundige_is_missed_in_the_binnenring_only(rol):
    assert "geen_ervaringsdeskundige" in soorten([Lid(BUITENRING, rol)])
    assert "geen_ervaringsdeskundige" in soorten(binnen("client", "naaste"))
    assert "geen_ervaringsdeskundige" not in soorten(binnen(rol))


def test_missing_roles_and_sectors_are_named_in_fixed_order():
    found = soorten([Lid(BINNENRING, "client", "ggz"), Lid(BUITENRING, "uitvoerder")])
    assert found["rollen"].namen == (
        "naaste",
        "ervaringsdeskundige",
        "familie-ervaringsdeskundige",
        "inwoner",
        "vrijwilliger",
        "beleidsmaker",
        "bestuurder",
    )
    assert found["sectoren"].namen == tuple(list(DOMEINEN.values())[1:])


@pytest.mark.parametrize(
    ("aantal", "said"),
    [
        (0, "Er is nog niemand met eigen ervaring bij."),
        (1, "Er is 1 mens met eigen ervaring bij."),
        (2, "Er zijn 2 mensen met eigen ervaring bij."),
    ],
)
def test_fewer_than_three_with_ervaring_get_a_warning_with_ways_on(aantal, said):
    found = soorten([*binnen(*["client"] * aantal), Lid(BUITENRING, "bestuurder")])
    assert found["weinig_ervaring"] == few_with_ervaring(aantal)
    assert found["weinig_ervaring"].tekst.startswith(said)
    for way_on in ("buitenring", "een eigen ronde", "een open gesprek"):
        assert way_on in found["weinig_ervaring"].tekst


def test_three_with_ervaring_are_enough_in_whichever_ring():
    group = [*binnen("client", "inwoner"), Lid(BUITENRING, "naaste")]
    assert "weinig_ervaring" not in soorten(group)
    assert few_with_ervaring(3) is None


# ---- lived experience is health data


def test_elimination_does_not_find_the_role_of_who_shows_only_a_group():
    hidden = Lid(BINNENRING, "client", rol_te_zien=False)
    found = soorten([hidden, Lid(BUITENRING, "bestuurder")])
    assert not {"cliënt", "naaste", "inwoner"} & set(found["rollen"].namen)
    assert found["rollen"].namen == ("uitvoerder", "vrijwilliger", "beleidsmaker")
    assert found["geen_ervaringsdeskundige"].kop.endswith("?")


@given(kerngroepen, st.data())
def test_advice_depends_only_on_what_members_show(group, data):
    def somebody_else(lid: Lid) -> Lid:
        like = sorted(rol for rol, groep in GROEP_VAN.items() if groep == lid.groep)
        return (
            lid
            if lid.rol_te_zien
            else replace(lid, rol=data.draw(st.sampled_from(like)))
        )

    assert advise(map(somebody_else, group)) == advise(group)


@given(kerngroepen)
def test_advice_never_says_a_role_or_sector_is_missing_that_is_there(group):
    found = soorten(group)
    if "rollen" in found:
        assert not {ROLLEN[lid.rol] for lid in group} & set(found["rollen"].namen)
    if "sectoren" in found:
        present = {DOMEINEN[lid.domein] for lid in group if lid.domein}
        assert not present & set(found["sectoren"].namen)


@given(kerngroepen)
def test_advice_is_short_and_kind(group):
    for advies in advise(group):
        text = f"{advies.kop}. {advies.tekst}"
        assert not {"!", "helaas", "moet", "dient", "verplicht"} & set(text.split())
        for sentence in text.replace("?", ".").split(". "):
            assert len(sentence.split()) <= 15


@pytest.mark.parametrize(
    ("namen", "said"),
    [
        ([], ""),
        (["ggz"], "ggz"),
        (["ggz", "onderwijs"], "ggz en onderwijs"),
        (["ggz", "onderwijs", "gemeente"], "ggz, onderwijs en gemeente"),
        (["werk, inkomen", "ggz"], "werk, inkomen; en ggz"),
    ],
)
def test_names_are_summed_up_in_dutch(namen, said):
    assert opgesomd(namen) == said
