"""Who may what with a plan, said in sentences."""

from datetime import date, timedelta

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

import pytest

from netwerk.choices import Werkt
from netwerk.rules.onderdelen import ONDERDELEN, Recht
from netwerk.rules.rechten import birthday

pytestmark = pytest.mark.django_db
ALL = set(ONDERDELEN)


def test_the_client_owns_every_part_in_the_role_of_client_only(zorg):
    assert zorg.parts(zorg.anna) == dict.fromkeys(ALL, Recht.EIGENAAR)
    assert zorg.parts(zorg.anna, "naaste") == {}


def test_who_was_given_nothing_may_nothing(zorg):
    zorg.involve(zorg.zus)
    for who in (zorg.zus, zorg.pro, zorg.verre_pro, zorg.weg, zorg.bram):
        assert zorg.parts(who) == {}


def test_a_naaste_sees_what_was_opened_and_nothing_more(zorg):
    zus = zorg.involve(zorg.zus)
    zorg.say(zus, "crisiskaart", Recht.LEZEN)
    assert zorg.parts(zorg.zus) == {"crisiskaart": Recht.LEZEN}


def test_taking_back_bites_at_the_next_question(zorg):
    zus = zorg.involve(zorg.zus)
    zorg.say(zus, "doelen", Recht.BIJDRAGEN)
    zorg.say(zus, "doelen", Recht.GEEN)
    assert zorg.parts(zorg.zus) == {}


def test_consent_until_yesterday_is_no_consent(zorg):
    zus = zorg.involve(zorg.zus)
    yesterday = zorg.today - timedelta(days=1)
    zorg.say(zus, "doelen", Recht.LEZEN, van=yesterday, tot=yesterday)
    assert zorg.parts(zorg.zus) == {}


def test_who_treats_gets_what_that_needs_and_the_clients_no_goes_before(zorg):
    pro = zorg.treats(zorg.pro)
    given = zorg.parts(zorg.pro)
    assert given["doelen"] == Recht.BIJDRAGEN
    assert {"trauma", "verhaal", "dagboek"} & set(given) == set()
    zorg.say(pro, "doelen", Recht.GEEN)
    assert "doelen" not in zorg.parts(zorg.pro)


def test_treatment_counts_only_in_the_role_of_professional_there(zorg):
    zorg.treats(zorg.pro)
    assert zorg.parts(zorg.pro)
    assert zorg.parts(zorg.pro, "naaste") == {}
    assert zorg.parts(zorg.pro, organisatie=str(zorg.verre.pk)) == {}


def test_who_leaves_the_organisation_loses_it_at_once(zorg):
    zorg.treats(zorg.pro)
    zorg.pro.rollen.update(tot=zorg.today - timedelta(days=1))
    assert zorg.parts(zorg.pro) == {}


def test_a_colleague_without_a_tie_to_the_client_sees_nothing(zorg):
    zorg.treats(zorg.pro)
    colleague = type(zorg.pro).objects.create_user("col@example.nl", naam="col")
    zorg.role(colleague, zorg.ggz)
    assert zorg.parts(colleague, "professional") == {}


def test_a_professional_who_is_a_naaste_too_keeps_the_two_apart(zorg):
    zorg.treats(zorg.pro)
    zorg.say(zorg.involve(zorg.pro), "verhaal", Recht.LEZEN)
    assert "verhaal" not in zorg.parts(zorg.pro, "professional")
    assert zorg.parts(zorg.pro, "naaste") == {"verhaal": Recht.LEZEN}


def test_only_a_naaste_writes_without_a_voorstel(zorg):
    zorg.say(zorg.involve(zorg.zus), "doelen", Recht.MEDE_EIGENAAR)
    zorg.say(zorg.treats(zorg.pro), "doelen", Recht.MEDE_EIGENAAR)
    assert zorg.parts(zorg.zus)["doelen"] == Recht.MEDE_EIGENAAR
    assert zorg.parts(zorg.pro)["doelen"] == Recht.BIJDRAGEN


def test_a_parents_authority_ends_at_the_eighteenth_birthday(zorg):
    parent = {"vertegenwoordigt": "ouder", "zaken": ["behandeling", "dagboek"]}
    zorg.involve(zorg.zus, **parent)
    born = zorg.today.replace(year=zorg.today.year - 18)
    for days, may in ((1, {"behandeling": Recht.EIGENAAR}), (0, {}), (-1, {})):
        client = type(zorg.plan).objects.for_job("proefdata").filter(pk=zorg.plan.pk)
        client.update(geboren_op=born + timedelta(days=days))
        assert zorg.parts(zorg.zus) == may


def test_who_was_born_on_leap_day_is_eighteen_on_the_first_of_march():
    assert birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert birthday(date(2008, 2, 29), 4) == date(2012, 2, 29)


def test_an_emergency_opens_for_an_hour_only_what_may_be_opened(zorg):
    zorg.nood(zorg.pro, "crisiskaart", "trauma")
    assert zorg.parts(zorg.pro) == {"crisiskaart": Recht.LEZEN}
    assert zorg.parts(zorg.pro, "naaste") == {}


def test_an_emergency_that_ended_is_over(zorg):
    row = zorg.nood(zorg.pro, "crisiskaart")
    row.beeindigd_op = row.begonnen_op
    row.save()
    assert zorg.parts(zorg.pro) == {}


def test_the_client_looks_through_the_eyes_of_the_sister_and_nobody_else_does(zorg):
    zorg.say(zorg.involve(zorg.zus), "crisiskaart", Recht.LEZEN)
    mine = {(zorg.plan.pk, "crisiskaart"): (1, "toestemming")}
    for who, seen in ((zorg.anna, mine), (zorg.bram, {}), (zorg.pro, {})):
        with zorg.as_(who):
            assert zorg.rechten(zorg.zus, als="naaste") == seen


def test_through_the_eyes_of_somebody_in_one_role_is_what_that_role_sees(zorg):
    """A sister who treats too is two people to look through; an emergency shows."""
    zorg.treats(zorg.pro)
    zorg.say(zorg.involve(zorg.pro), "verhaal", Recht.LEZEN)
    zorg.nood(zorg.pro, "kinderen")
    for als in ("professional", "naaste"):
        with zorg.as_(zorg.pro, als):
            theirs = zorg.rechten(zorg.pro)
        with zorg.as_(zorg.anna):
            assert zorg.rechten(zorg.pro, als=als) == theirs != {}
    with zorg.as_(zorg.anna):
        assert zorg.rechten(zorg.pro, als="professional")[zorg.plan.pk, "kinderen"] == (
            1,
            "noodtoegang",
        )
        assert zorg.rechten(zorg.pro) == {}  # in which role has to be said


def test_a_closed_plan_is_read_by_the_client_and_by_nobody_else(zorg):
    zorg.say(zorg.involve(zorg.zus), "doelen", Recht.MEDE_EIGENAAR)
    zorg.involve(zorg.bram, vertegenwoordigt="mentor", zaken=["doelen"])
    zorg.treats(zorg.pro)
    zorg.nood(zorg.pro, "crisiskaart")
    zorg.plan.gesloten_op = zorg.today - timedelta(days=1)
    zorg.plan.save()
    assert zorg.parts(zorg.anna) == dict.fromkeys(ALL, Recht.LEZEN)
    for who, rol in ((zorg.zus, ""), (zorg.bram, "naaste"), (zorg.pro, "")):
        assert zorg.parts(who, rol) == {}


def test_a_no_of_the_client_goes_before_who_acts_for_them(zorg):
    zus = zorg.involve(zorg.zus, vertegenwoordigt="mentor", zaken=["doelen", "wonen"])
    zorg.say(zus, "doelen", Recht.GEEN)
    assert zorg.parts(zorg.zus) == {"wonen": Recht.EIGENAAR}


def test_who_acts_for_the_client_says_who_may_and_never_past_a_no_or_for_themselves(
    zorg,
):
    mentor = zorg.involve(
        zorg.zus, vertegenwoordigt="mentor", zaken=["doelen", "wonen"]
    )
    pro = zorg.involve(zorg.pro, organisatie=zorg.ggz)
    zorg.say(pro, "doelen", Recht.LEZEN, gegeven_door=zorg.zus)
    zorg.say(mentor, "verhaal", Recht.LEZEN, gegeven_door=zorg.zus)
    assert zorg.parts(zorg.pro) == {"doelen": Recht.LEZEN}
    assert "verhaal" not in zorg.parts(zorg.zus)
    zorg.say(pro, "doelen", Recht.GEEN)
    zorg.say(pro, "doelen", Recht.LEZEN, gegeven_door=zorg.zus)
    assert zorg.parts(zorg.pro) == {}


@pytest.mark.parametrize("werkt", ["", Werkt.WMO, Werkt.BEGELEIDER, Werkt.ANDERS])
def test_only_who_is_bound_by_the_wgbo_treats(zorg, werkt):
    with pytest.raises(IntegrityError, match="treats"), transaction.atomic():
        zorg.treats(zorg.pro, werkt=werkt)


@pytest.mark.parametrize(
    ("fields", "broken"),
    [
        ({"tot": timedelta(minutes=61)}, "noodtoegang_hour"),
        ({"grond": "zomaar"}, "noodtoegang_grond"),
        ({"reden": ""}, "noodtoegang_reason"),
    ],
)
def test_an_emergency_has_an_hour_a_ground_and_a_reason(zorg, fields, broken):
    if "tot" in fields:
        now = timezone.now()
        fields = {"begonnen_op": now, "tot": now + fields["tot"]}
    with pytest.raises(IntegrityError, match=broken), transaction.atomic():
        zorg.nood(zorg.pro, "crisiskaart", **fields)


def test_the_diary_can_be_given_to_nobody(zorg):
    zus = zorg.involve(zorg.zus)
    with pytest.raises(IntegrityError), transaction.atomic():
        zorg.say(zus, "dagboek", Recht.LEZEN)


def test_one_capacity_holds_once_at_a_time(zorg):
    zorg.treats(zorg.pro)
    with pytest.raises(IntegrityError), transaction.atomic():
        zorg.involve(zorg.pro, organisatie=zorg.ggz)


def test_consent_cannot_hang_on_another_clients_sister(zorg):
    zus = zorg.involve(zorg.zus, client=zorg.ander)
    zus.client = zorg.plan
    zorg.say(zus, "doelen", Recht.LEZEN)
    with pytest.raises(IntegrityError):
        connection.check_constraints()
