"""A question about a line: the client asks, the functionaris of that organisation answers, and
neither sees more than that."""

from datetime import timedelta
from uuid import uuid4

from django.core import mail
from django.db import ProgrammingError, connection, transaction

import pytest

from netwerk.models import Client, Logvraag
from netwerk.selectors import functionaris, spoor
from netwerk.services import logvragen
from netwerk.services.spoor import trace_reading
from toegang.choices import Soort
from toegang.roles import ActieveRol

pytestmark = pytest.mark.django_db
SECRET = "kanarie-vraag"


@pytest.fixture
def zorg(zorg):
    """weg's account works again, as functionaris of the ggz; zus is one elsewhere."""
    zorg.weg.is_active = True
    zorg.weg.save()
    for who, where in ((zorg.weg, zorg.ggz), (zorg.zus, zorg.verre)):
        zorg.role(who, where, soort=Soort.FUNCTIONARIS)
    zorg.treats(zorg.pro)
    with zorg.as_(zorg.pro, spoor="r1"):
        plan = Client.objects.visible_to(zorg.pro).select_related("regio").get()
        trace_reading(plan, ["doelen"])
    return zorg


def guard(zorg, who=None, where=None):
    where = where or zorg.ggz
    return zorg.as_(who or zorg.weg, Soort.FUNCTIONARIS, organisatie=str(where.pk))


def line(zorg):
    return spoor._lines("anderen", hoeveel=1)[0]


def own(zorg):
    return Client.objects.own(zorg.anna).select_related("gebruiker", "regio").get()


def ask(zorg, **more):
    with zorg.as_(zorg.anna):
        given = {"uuid": uuid4(), "soort": "waarom", "vraag": SECRET} | more
        return logvragen.ask(
            client=own(zorg),
            regel=line(zorg).id,
            organisatie=zorg.ggz.pk,
            **given,
        )


def questions(zorg, who=None, where=None):
    with guard(zorg, who, where):
        rows = Logvraag.objects.for_job("proef").select_related("sleutel")
        return list(rows)


def answer(zorg, text="Petra had dienst.", who=None):
    user = who or zorg.weg
    user.actieve_rol = ActieveRol(Soort.FUNCTIONARIS, str(zorg.ggz.pk))
    with guard(zorg, who):
        row = Logvraag.objects.for_job("proef").get()
        logvragen.answer(vraag=row, antwoord=text, door=user)


def log():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT actie, object_soort, persoon, client, grond FROM logboek.regel"
            " WHERE id > current_setting('nk.proef_vanaf')::bigint ORDER BY id"
        )
        return cursor.fetchall()


def test_the_functionaris_of_that_organisation_reads_it_and_nobody_else(zorg):
    ask(zorg)
    assert [row.vraag for row in questions(zorg)] == [SECRET]
    assert questions(zorg, zorg.zus, zorg.verre) == []
    assert questions(zorg, zorg.zus, zorg.ggz) == []  # says so, and is not
    with zorg.as_(zorg.pro):
        assert not Logvraag.objects.for_job("proef").exists()
    with zorg.as_(zorg.bram):
        assert not Logvraag.objects.for_job("proef").exists()


def test_a_functionaris_whose_role_ended_reads_nothing(zorg):
    ask(zorg)
    zorg.weg.rollen.update(tot=zorg.today - timedelta(days=1))
    assert questions(zorg) == []


def test_the_functionaris_sees_no_plan_and_no_name_of_the_client(zorg):
    ask(zorg)
    with guard(zorg):
        assert not Client.objects.for_job("proef").exists()
        (regel,) = functionaris._ask(None, None, alles=True, most=9)
        assert regel.naam == "pro"
        assert "anna" not in str(regel)
        assert str(zorg.plan.uuid) not in str(regel)
        assert len(regel.client) == 11


def test_a_code_of_a_client_is_another_in_another_organisation(zorg):
    with connection.cursor() as cursor:
        cursor.execute("SELECT poort.clientcode('1', 'x'), poort.clientcode('2', 'x')")
        one, other = cursor.fetchone()
    assert one != other


def test_the_answer_is_for_the_client_and_the_mail_says_nothing(zorg):
    ask(zorg)
    answer(zorg)
    with zorg.as_(zorg.anna):
        (row,) = Logvraag.objects.visible_to(zorg.anna).select_related("sleutel")
        assert (row.antwoord, row.beantwoord_door) == ("Petra had dienst.", zorg.weg)
    to_guard, to_client = mail.outbox
    assert to_guard.to == ["weg@example.nl"]
    assert to_client.to == ["anna@example.nl"]
    for letter in mail.outbox:
        text = letter.subject + letter.body
        assert not any(w in text for w in (SECRET, "dienst", "anna", "plan/", "pro "))


def test_each_step_is_one_line_about_the_client(zorg):
    ask(zorg)
    with guard(zorg):
        logvragen.trace_question(
            logvragen.Actie.UPDATE, Logvraag.objects.for_job("x").get()
        )
    plan = str(zorg.plan.uuid)
    assert log()[1:] == [
        ("C", "logvraag", str(zorg.anna.pk), plan, f"eigen plan:{zorg.plan.pk}"),
        ("U", "logvraag", str(zorg.weg.pk), plan, "functionaris"),
    ]


def test_a_line_is_asked_about_once(zorg):
    again = uuid4()
    assert ask(zorg, uuid=again)
    assert not ask(zorg, uuid=again)
    assert not ask(zorg)
    assert len(questions(zorg)) == 1


def test_an_answer_is_given_once(zorg):
    ask(zorg)
    answer(zorg)
    with pytest.raises(logvragen.NotOpen):
        answer(zorg, "Iets anders.")


def test_the_client_cannot_answer_and_nobody_changes_a_question(zorg):
    ask(zorg)
    for who in (zorg.as_(zorg.anna), guard(zorg, zorg.zus, zorg.verre)):
        with who, connection.cursor() as cursor:
            cursor.execute("UPDATE netwerk_logvraag SET antwoord_box = 'x'")
            assert cursor.rowcount == 0
    for sql in (
        "UPDATE netwerk_logvraag SET vraag_box = 'x'",
        "DELETE FROM netwerk_logvraag",
        "UPDATE netwerk_vraagsleutel SET box = 'x'",
    ):
        denied = pytest.raises(ProgrammingError, match="permission denied")
        with guard(zorg), denied, transaction.atomic():
            connection.cursor().execute(sql)


def test_where_nobody_guards_privacy_the_beheerder_hears_that_somebody_should(zorg):
    zorg.weg.rollen.update(soort=Soort.ORGANISATIEBEHEERDER)
    ask(zorg)
    (letter,) = mail.outbox
    assert letter.to == ["weg@example.nl"]
    assert "geven" in letter.body
    assert SECRET not in letter.body


def test_the_words_stand_nowhere_readable(zorg):
    ask(zorg)
    row = Logvraag.objects.for_job("proefdata").get()
    assert SECRET.encode() not in bytes(row.vraag_box)


def test_who_it_is_about_gives_no_answer(zorg):
    ask(zorg)
    zorg.role(zorg.pro, zorg.ggz, soort=Soort.FUNCTIONARIS)
    with pytest.raises(logvragen.NotOpen):
        answer(zorg, who=zorg.pro)
    answer(zorg)
