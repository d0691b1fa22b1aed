"""The one function that opens a plan in an emergency: who, on which ground, with which
reason, and that every no is the same no (T5, T8)."""

from contextlib import contextmanager
from datetime import date, timedelta
from uuid import uuid4

from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import pytest

from berichten.models import Postbericht
from netwerk.choices import Noodgrond, Noodsoort, Oordeel
from netwerk.models import Client, Noodoordeel, Noodtoegang
from netwerk.rules.onderdelen import Recht
from netwerk.services import noodtoegang as services
from netwerk.services.noodtoegang import Aanvraag
from toegang.choices import Soort
from toegang.models import Organisatie
from toegang.roles import ActieveRol

pytestmark = pytest.mark.django_db
BORN = date(1980, 5, 1)
WHY = "Buurvrouw belde, deur op slot, geen antwoord."
KEUZE, GESPROKEN, VITAAL = Noodgrond


@pytest.fixture
def crisis(zorg):
    """pro works for the crisisdienst of anna's region."""
    zorg.ggz.soort = "crisisdienst"
    zorg.ggz.save()
    zorg.pro.actieve_rol = ActieveRol(
        Soort.PROFESSIONAL, str(zorg.ggz.pk), "Ggz", "peel"
    )
    return zorg


def choose(zorg, *delen, voor=(Noodsoort.CRISISDIENST,), client=None):
    with zorg.as_((client or zorg.plan).gebruiker):
        services.choose(client=client or zorg.plan, onderdelen=delen, voor=voor)


def ask(zorg, who=None, *, grond=KEUZE, ago=0, **more):
    """The address of the plan, or None."""
    who = who or zorg.pro
    given = {"uuid": uuid4(), "naam": "anna", "geboren_op": BORN, "reden": WHY}
    asked = Aanvraag(**given | {"grond": grond} | more)
    at = timezone.now() - timedelta(minutes=ago)
    with zorg.as_(who):
        return services.open_plan(asked=asked, user=who, second_step=at)


def log(zorg):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT uitkomst, client, nood, grond, regio FROM logboek.regel WHERE"
            " object_soort = 'noodtoegang' AND"
            " id > current_setting('nk.proef_vanaf')::bigint ORDER BY id"
        )
        return cursor.fetchall()


@contextmanager
def refused(words="permission denied|row-level"):
    with pytest.raises(ProgrammingError, match=words), transaction.atomic():
        yield


def test_what_the_client_chose_opens_for_an_hour_and_nothing_else(crisis):
    choose(crisis, "crisiskaart", "signaleringsplan", "doelen")
    assert crisis.parts(crisis.pro) == {}
    assert ask(crisis) == crisis.plan.uuid
    opened = {"crisiskaart": Recht.LEZEN, "signaleringsplan": Recht.LEZEN}
    assert crisis.parts(crisis.pro) == opened
    row = Noodtoegang.objects.for_job("proefdata").get()
    assert row.tot - row.begonnen_op == timedelta(minutes=60)
    assert (row.reden, row.grond, row.gebruiker) == (WHY, KEUZE, crisis.pro)
    assert crisis.parts(crisis.anna)["crisiskaart"] == Recht.EIGENAAR


def test_before_the_question_was_answered_nothing_opens_on_any_ground(crisis):
    for grond in Noodgrond:
        assert ask(crisis, grond=grond) is None
    assert crisis.parts(crisis.pro) == {}


@pytest.mark.parametrize(
    ("delen", "voor"),
    [((), ()), (("crisiskaart",), ()), ((), (Noodsoort.CRISISDIENST,))],
)
def test_a_choice_for_nothing_is_a_no_on_every_ground(crisis, delen, voor):
    choose(crisis, "crisiskaart")
    choose(crisis, *delen, voor=voor)
    for grond in Noodgrond:
        assert ask(crisis, grond=grond) is None


def test_the_last_answer_counts(crisis):
    choose(crisis, voor=())
    choose(crisis, "crisiskaart")
    assert ask(crisis)


@pytest.mark.parametrize("soort", ["huisarts", "hic", "wijkteam", "huisartsenpost"])
def test_another_kind_of_organisation_needs_another_ground(crisis, soort):
    choose(crisis, "crisiskaart")
    crisis.ggz.soort = soort
    crisis.ggz.save()
    assert ask(crisis) is None
    assert ask(crisis, grond=GESPROKEN)
    assert ask(crisis, grond=VITAAL)


def test_what_is_under_the_roof_of_another_kind_counts(crisis):
    choose(crisis, "crisiskaart")
    for others, opens in ((["iht"], False), (["iht", "crisisdienst"], True)):
        crisis.ggz.soort, crisis.ggz.ook_soorten = "fact", others
        crisis.ggz.save()
        assert bool(ask(crisis)) is opens


def test_the_own_team_is_where_somebody_works_who_treats(crisis):
    choose(crisis, "crisiskaart", voor=[Noodsoort.EIGEN_TEAM])
    assert ask(crisis) is None
    colleague = crisis.weg
    crisis.role(colleague, crisis.ggz)
    wie = crisis.treats(colleague)
    assert ask(crisis)
    wie.tot = crisis.today - timedelta(days=1)
    wie.save()
    assert ask(crisis) is None


@pytest.mark.parametrize(
    "more",
    [
        {"naam": "ann"},
        {"naam": "an%"},
        {"naam": "bram"},
        {"geboren_op": date(1980, 5, 2)},
        {"naam": ""},
    ],
)
def test_the_name_and_the_birthday_have_to_be_right(crisis, more):
    choose(crisis, "crisiskaart")
    assert ask(crisis, **more) is None


def test_capitals_and_spaces_do_not_count(crisis):
    choose(crisis, "crisiskaart")
    crisis.anna.naam = "Anna  de Wit"
    crisis.anna.save()
    assert ask(crisis, naam=" anna de WIT ")


def test_two_of_one_name_and_birthday_open_for_nobody(crisis):
    choose(crisis, "crisiskaart")
    crisis.bram.naam = "anna"
    crisis.bram.save()
    assert ask(crisis, grond=VITAAL) is None


def test_only_in_the_own_region(crisis):
    choose(crisis, "crisiskaart")
    crisis.verre_pro.actieve_rol = crisis.pro.actieve_rol
    assert ask(crisis, crisis.verre_pro, grond=VITAAL) is None


def test_a_closed_plan_and_the_own_plan_do_not_open(crisis):
    mine = crisis.new_plan(crisis.pro, geboren_op=BORN)
    with crisis.as_(crisis.pro, "client"):
        services.choose(
            client=mine, onderdelen=["crisiskaart"], voor=[Noodsoort.CRISISDIENST]
        )
    assert ask(crisis, naam="pro", grond=VITAAL) is None
    choose(crisis, "crisiskaart")
    Client.objects.for_job("proefdata").filter(pk=crisis.plan.pk).update(
        gesloten_op=crisis.today - timedelta(days=1)
    )
    assert ask(crisis, grond=VITAAL) is None


def test_a_second_step_of_longer_ago_opens_nothing(crisis):
    choose(crisis, "crisiskaart")
    with refused("niet vers"):
        ask(crisis, ago=6)
    with refused("niet vers"), crisis.as_(crisis.pro):
        services.open_plan(
            asked=Aanvraag(uuid4(), "anna", BORN, KEUZE, WHY),
            user=crisis.pro,
            second_step=None,
        )
    with refused("niet vers"):
        ask(crisis, ago=-10)


def test_without_a_reason_or_a_ground_nothing_opens(crisis):
    choose(crisis, "crisiskaart")
    for more in ({"reden": ""}, {"reden": "ja"}, {"grond": "zomaar"}):
        with pytest.raises((ProgrammingError, ValueError)), transaction.atomic():
            ask(crisis, **more)


def test_only_a_professional_who_works_there_today(crisis):
    choose(crisis, "crisiskaart")
    crisis.zus.actieve_rol = crisis.weg.actieve_rol = crisis.pro.actieve_rol
    for who in (crisis.zus, crisis.weg):
        with refused("alleen een professional"):
            ask(crisis, who, grond=VITAAL)
    crisis.pro.rollen.update(tot=crisis.today - timedelta(days=1))
    with refused("alleen een professional"):
        ask(crisis, grond=VITAAL)


def test_an_organisation_that_stopped_opens_nothing(crisis):
    choose(crisis, "crisiskaart")
    Organisatie.objects.filter(pk=crisis.ggz.pk).update(gestopt_op=crisis.today)
    with refused("alleen een professional"):
        ask(crisis)


def test_the_client_is_told_in_the_same_breath(crisis):
    choose(crisis, "crisiskaart")
    ask(crisis)
    with crisis.as_(crisis.anna):
        message = Postbericht.objects.get()
        assert message.kop == "pro opende een deel van je plan"
        assert WHY not in message.woorden
        seen = Noodtoegang.objects.visible_to(crisis.anna).get()
        assert seen.reden == WHY


def test_told_later_it_is_not_there_before(crisis):
    choose(crisis, "crisiskaart")
    ask(
        crisis,
        vertel_op=timezone.now() + timedelta(days=3),
        later_reden="Haar partner leest mee op haar telefoon.",
    )
    with crisis.as_(crisis.anna):
        assert not Postbericht.objects.exists()
        assert not Noodtoegang.objects.visible_to(crisis.anna).exists()
    row = Noodtoegang.objects.for_job("proefdata").get()
    assert row.later_reden.startswith("Haar partner")
    Noodtoegang.objects.for_job("proefdata").update(vertel_op=timezone.now())
    Postbericht.objects.update(zichtbaar_vanaf=timezone.now())
    with crisis.as_(crisis.anna):
        assert Postbericht.objects.count() == 1
        assert Noodtoegang.objects.visible_to(crisis.anna).count() == 1


@pytest.mark.parametrize(
    "more",
    [
        {"vertel_op": timedelta(days=3)},
        {"vertel_op": timedelta(days=16), "later_reden": WHY},
        {"vertel_op": timedelta(days=-1), "later_reden": WHY},
        {"later_reden": WHY},
    ],
)
def test_later_asks_for_a_day_within_two_weeks_and_a_reason(crisis, more):
    choose(crisis, "crisiskaart")
    if "vertel_op" in more:
        more = more | {"vertel_op": timezone.now() + more["vertel_op"]}
    with refused("reden of moment"):
        ask(crisis, **more)


def test_sent_twice_it_is_opened_once_and_told_once(crisis):
    choose(crisis, "crisiskaart")
    same = uuid4()
    assert ask(crisis, uuid=same) == ask(crisis, uuid=same)
    assert Noodtoegang.objects.for_job("proefdata").count() == 1
    assert Postbericht.objects.count() == 1


def test_longer_is_another_act(crisis):
    choose(crisis, "crisiskaart")
    ask(crisis)
    ask(crisis, reden="Ze is nog niet gevonden, we zoeken verder.")
    assert Noodtoegang.objects.for_job("proefdata").count() == 2
    assert Postbericht.objects.count() == 2


def test_every_no_is_the_same_no_and_its_client_can_read_of_it(crisis):
    """Nobody of that name, and somebody who chose nothing: as many queries, one answer."""
    crisis.anna.naam = "anna"
    counted = []
    for naam in ("anna", "die is er niet"):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert ask(crisis, naam=naam, grond=VITAAL) is None
        counted.append(len(asked))
    assert counted[0] == counted[1]
    plan = str(crisis.plan.uuid)
    assert log(crisis) == [(4, plan, True, "", "peel"), (4, "", True, "", "peel")]
    assert not Postbericht.objects.exists()


def test_what_opened_stands_in_the_log_with_its_row(crisis):
    choose(crisis, "crisiskaart")
    ask(crisis)
    row = Noodtoegang.objects.for_job("proefdata").get()
    plan = str(crisis.plan.uuid)
    assert log(crisis) == [(0, plan, True, f"noodtoegang:{row.pk}", "peel")]


def test_nobody_adds_one_or_says_of_it_what_they_like_by_hand(crisis):
    choose(crisis, "crisiskaart")
    ask(crisis)
    for who in (crisis.pro, crisis.anna):
        for sql in (
            "INSERT INTO netwerk_noodtoegang (id) VALUES (99999)",
            "UPDATE netwerk_noodtoegang SET tot = tot + interval '1 hour'",
            "UPDATE netwerk_noodtoegang SET vertel_op = now()",
            "UPDATE netwerk_noodtoegang SET onderdelen = '{medicatie}'",
            "UPDATE netwerk_noodtoegang SET verslag_box = 'x'",
            "INSERT INTO netwerk_noodoordeel (id) VALUES (99999)",
            "DELETE FROM berichten_postbericht",
            "UPDATE berichten_postbericht SET zichtbaar_vanaf = now()",
        ):
            with (
                crisis.as_(who),
                refused("permission denied"),
                connection.cursor() as cursor,
            ):
                cursor.execute(sql)


def test_closed_it_is_shut_at_once_and_stays_shut(crisis):
    choose(crisis, "crisiskaart")
    ask(crisis)
    with crisis.as_(crisis.pro):
        plan = Client.objects.visible_to(crisis.pro).select_related("regio").get()
        assert services.close(client=plan, user=crisis.pro)
        assert not services.close(client=plan, user=crisis.pro)
    assert crisis.parts(crisis.pro) == {}


def test_a_report_is_written_once_by_who_opened(crisis):
    choose(crisis, "crisiskaart")
    ask(crisis)
    row = Noodtoegang.objects.for_job("proefdata").get()
    said = []
    for who in (crisis.anna, crisis.pro, crisis.pro):
        with crisis.as_(who):
            said.append(services.report(row=row, verslag="Met haar zus gebeld."))
    assert said == [False, True, False]
    with crisis.as_(crisis.anna):
        seen = Noodtoegang.objects.visible_to(crisis.anna).get()
        assert seen.verslag == "Met haar zus gebeld."


# --- the functionaris


@pytest.fixture
def functionaris(crisis):
    """zus is the functionaris of the ggz; something was opened there."""
    choose(crisis, "crisiskaart")
    ask(crisis)
    crisis.role(crisis.zus, crisis.ggz, soort=Soort.FUNCTIONARIS)
    return crisis.zus


def as_functionaris(zorg, who, organisatie=None):
    place = str((organisatie or zorg.ggz).pk)
    who.actieve_rol = ActieveRol(Soort.FUNCTIONARIS, place, "Ggz", "peel")
    return zorg.as_(who, Soort.FUNCTIONARIS, organisatie=place)


def judge(zorg, who, oordeel=Oordeel.TERECHT, uuid=None):
    row = Noodtoegang.objects.for_job("proefdata").get()
    with as_functionaris(zorg, who):
        return services.judge(
            uuid=uuid or uuid4(),
            row=row,
            oordeel=oordeel,
            uitleg="Het was nodig.",
            user=who,
        )


def test_the_functionaris_reads_the_reason_and_nothing_of_the_plan(
    crisis, functionaris
):
    with as_functionaris(crisis, functionaris):
        row = Noodtoegang.objects.to_review(functionaris).get()
        assert row.reden == WHY
        assert not Client.objects.visible_to(functionaris).exists()


def test_another_organisation_and_another_role_see_none(crisis, functionaris):
    crisis.role(crisis.bram, crisis.verre, soort=Soort.FUNCTIONARIS)
    with as_functionaris(crisis, crisis.bram, crisis.verre):
        assert not Noodtoegang.objects.to_review(crisis.bram).exists()
    with as_functionaris(crisis, crisis.bram):  # says so, and is not
        assert not Noodtoegang.objects.to_review(crisis.bram).exists()
    with crisis.as_(functionaris, "naaste"):
        assert not Noodtoegang.objects.for_job("proef").exists()


def test_a_judgement_is_said_once_and_the_client_hears_it(crisis, functionaris):
    assert judge(crisis, functionaris)
    assert not judge(crisis, functionaris, Oordeel.NIET_TERECHT)
    with crisis.as_(crisis.anna):
        heads = [one.kop for one in Postbericht.objects.all()]
        assert "Noodtoegang is nagekeken" in heads
        row = Noodtoegang.objects.visible_to(crisis.anna).get()
        said = Noodoordeel.objects.about([row]).select_related("noodtoegang").get()
        assert said.uitleg == "Het was nodig."


def test_a_question_goes_to_who_opened_and_leaves_it_waiting(crisis, functionaris):
    assert judge(crisis, functionaris, Oordeel.VRAAG)
    with crisis.as_(crisis.pro):
        assert "Een vraag" in Postbericht.objects.get().kop
    assert judge(crisis, functionaris)


def test_nobody_judges_their_own_and_nobody_else_judges(crisis, functionaris):
    crisis.role(crisis.pro, crisis.ggz, soort=Soort.FUNCTIONARIS)
    assert not judge(crisis, crisis.pro)
    assert not judge(crisis, crisis.anna)
    assert not judge(crisis, crisis.bram)
