"""What a client gives, takes back and ends, holds from the next question on."""

import uuid
from datetime import timedelta

import pytest

from netwerk.choices import Werkt
from netwerk.models import Betrokkenheid, Toestemming
from netwerk.rules.onderdelen import ONDERDELEN, Recht
from netwerk.selectors.betrokkenen import round_client
from netwerk.services import hulpverleners, toestemmingen
from netwerk.services.hulpverleners import NotThere
from tests.netwerk.betrokken.lines import lines
from toegang.models import Rol

pytestmark = pytest.mark.django_db
TREATING = {deel for deel, one in ONDERDELEN.items() if one.behandeling}


@pytest.fixture
def zus(zorg):
    return zorg.involve(zorg.zus)


def give(zorg, wie, **rechten):
    with zorg.as_(zorg.anna):
        toestemmingen.give(betrokkenheid=wie, rechten=rechten)


def add(zorg, **more):
    given = {
        "uuid": uuid.uuid4(),
        "client": zorg.plan,
        "rol": Rol.objects.get(gebruiker=zorg.pro),
        "werkt": Werkt.BEHANDELAAR,
        "behandelt": True,
        "rechten": {},
    }
    with zorg.as_(zorg.anna):
        return hulpverleners.add(**given | more)


def test_what_is_given_holds_and_what_is_not_named_stays(zorg, zus):
    give(zorg, zus, doelen=Recht.LEZEN, verhaal=Recht.LEZEN)
    give(zorg, zus, doelen=Recht.MEDE_EIGENAAR)
    assert zorg.parts(zorg.zus) == {"doelen": 3, "verhaal": 1}


def test_a_no_has_no_end(zorg, zus, today):
    give(zorg, zus, doelen=Recht.LEZEN)
    with zorg.as_(zorg.anna):
        rechten = {"doelen": Recht.GEEN}
        toestemmingen.give(betrokkenheid=zus, rechten=rechten, tot=today)
    with zorg.as_(zorg.zus):
        tomorrow = zorg.rechten(zorg.zus, today + timedelta(days=1))
    assert tomorrow == {}


def test_one_line_for_all_parts(zorg, zus):
    give(zorg, zus, doelen=Recht.LEZEN, verhaal=Recht.LEZEN)
    assert lines() == [("U", "toestemming", "", str(zorg.plan.uuid))]


def test_shut_out_has_nothing_any_more_not_even_by_treating(zorg):
    wie = add(zorg)
    assert set(zorg.parts(zorg.pro)) == TREATING
    with zorg.as_(zorg.anna):
        toestemmingen.shut_out(betrokkenheid=wie)
    assert zorg.parts(zorg.pro) == {}


def test_all_are_shut_out_at_once(zorg, zus):
    give(zorg, zus, doelen=Recht.LEZEN)
    add(zorg)
    with zorg.as_(zorg.anna):
        assert toestemmingen.shut_out_all(client=zorg.plan) == 2
    assert (zorg.parts(zorg.zus), zorg.parts(zorg.pro)) == ({}, {})


def test_an_end_bites_today(zorg, zus, today):
    give(zorg, zus, doelen=Recht.LEZEN)
    with zorg.as_(zorg.anna):
        toestemmingen.end(betrokkenheid=zus)
        row = Betrokkenheid.objects.visible_to(zorg.anna).get()
    assert zorg.parts(zorg.zus) == {}
    assert row.tot == today


def test_who_treats_has_what_treating_needs(zorg):
    add(zorg)
    assert set(zorg.parts(zorg.pro)) == TREATING


def test_who_is_not_bound_by_the_wgbo_has_what_was_given(zorg):
    add(zorg, werkt=Werkt.BEGELEIDER, rechten={"wonen": Recht.LEZEN})
    assert zorg.parts(zorg.pro) == {"wonen": 1}


def test_somebody_whose_role_ended_is_not_added(zorg, today):
    rol = Rol.objects.get(gebruiker=zorg.pro)
    rol.tot = today - timedelta(days=1)
    rol.save()
    with pytest.raises(NotThere):
        add(zorg, rol=rol)


def test_a_second_click_adds_nobody(zorg):
    same = uuid.uuid4()
    assert add(zorg, uuid=same) == add(zorg, uuid=same)
    assert add(zorg) == add(zorg)


def test_the_list_says_what_each_may_and_until_when(zorg, zus, today):
    with zorg.as_(zorg.anna):
        toestemmingen.give(
            betrokkenheid=zus, rechten={"crisiskaart": Recht.LEZEN}, tot=today
        )
    add(zorg, rechten={"doelen": Recht.LEZEN})
    with zorg.as_(zorg.anna):
        sister, pro = round_client(zorg.plan, zorg.anna)
    assert (sister.naam, sister.is_naaste, sister.tot) == ("zus", True, today)
    assert [one.sleutel for one in sister.with_right(Recht.LEZEN)] == ["crisiskaart"]
    assert pro.wie == "Behandelaar, Ggz"
    assert {one.sleutel for one in pro.by_treating} == TREATING - {"doelen"}


def test_the_list_asks_as_much_for_thirty_as_for_three(
    zorg, django_assert_num_queries, zus
):
    zorg.say(zus, "doelen", Recht.LEZEN)
    with zorg.as_(zorg.anna), django_assert_num_queries(3):
        round_client(zorg.plan, zorg.anna)
    for nummer in range(20):
        who = type(zorg.zus).objects.create_user(f"n{nummer}@example.nl", naam="N")
        zorg.say(zorg.involve(who), "doelen", Recht.LEZEN)
    with zorg.as_(zorg.anna), django_assert_num_queries(3):
        assert len(round_client(zorg.plan, zorg.anna)) == 21


def test_what_they_may_is_what_they_are_asked_by_themselves(zorg, zus):
    give(zorg, zus, doelen=Recht.LEZEN, crisiskaart=Recht.BIJDRAGEN)
    with zorg.as_(zorg.anna):
        [seen] = round_client(zorg.plan, zorg.anna)
    shown = {one.onderdeel.sleutel: int(one.recht) for one in seen.mag}
    assert shown == zorg.parts(zorg.zus)


def test_nobody_else_reads_who_may_what(zorg, zus):
    give(zorg, zus, doelen=Recht.LEZEN)
    with zorg.as_(zorg.bram):
        assert round_client(zorg.plan, zorg.bram) == []
        assert not Toestemming.objects.visible_to(zorg.bram).exists()
