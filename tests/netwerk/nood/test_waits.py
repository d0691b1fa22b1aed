"""Who has to look at an emergency access hears that it waits: with the opening, and once more
before its last day; never lost, never twice (T5)."""

from datetime import date, timedelta
from uuid import uuid4

from django.conf import settings as django_settings
from django.core import mail
from django.db import connection
from django.utils import timezone

import pytest

from basis.actor import Actor, acting
from berichten import services as berichten
from berichten.models import Bericht, Postbericht
from config.beat import SCHEDULE
from netwerk.choices import Noodgrond, Noodsoort, Oordeel
from netwerk.models import Noodtoegang
from netwerk.services import noodtoegang as services, wachtrij
from netwerk.services.noodtoegang import Aanvraag
from toegang.choices import Soort
from toegang.roles import ActieveRol

pytestmark = pytest.mark.django_db
WHY = "Buurvrouw belde, deur op slot, geen antwoord."
FG = Soort.FUNCTIONARIS


@pytest.fixture
def ggz(zorg):
    """anna chose; pro works for the crisisdienst; zus and weg (whose account is shut) guard
    privacy there, bram keeps the organisation."""
    zorg.ggz.soort = "crisisdienst"
    zorg.ggz.save()
    for who in (zorg.zus, zorg.weg):
        zorg.role(who, zorg.ggz, soort=FG)
    zorg.role(zorg.bram, zorg.ggz, soort=Soort.ORGANISATIEBEHEERDER)
    zorg.pro.actieve_rol = ActieveRol(
        Soort.PROFESSIONAL, str(zorg.ggz.pk), "Ggz", "peel"
    )
    with zorg.as_(zorg.anna):
        services.choose(
            client=zorg.plan, onderdelen=["crisiskaart"], voor=[Noodsoort.CRISISDIENST]
        )
    return zorg


def opens(zorg, uuid=None):
    asked = Aanvraag(uuid or uuid4(), "anna", date(1980, 5, 1), Noodgrond.KEUZE, WHY)
    with zorg.as_(zorg.pro):
        return services.open_plan(
            asked=asked, user=zorg.pro, second_step=timezone.now()
        )


def heads(zorg, who=None) -> list[str]:
    """Of what lies there for the functionaris."""
    where = str(zorg.ggz.pk)
    with zorg.as_(who or zorg.zus, FG, organisatie=where):
        return [one.kop for one in Postbericht.objects.all()]


def letters() -> list[Bericht]:
    return list(Bericht.objects.order_by("pk"))


def days_ago(days: int) -> None:
    then = timezone.now() - timedelta(days=days)
    rows = Noodtoegang.objects.for_job("proefdata")
    rows.update(begonnen_op=then, tot=then + timedelta(minutes=60))


def remind(settings, taak="nood_herinneren") -> int:
    was, settings.PROCESS_ROLE = settings.PROCESS_ROLE, "nk_worker"
    try:
        with acting(Actor.job(taak)):
            return wachtrij.remind()
    finally:
        settings.PROCESS_ROLE = was


def test_the_functionaris_hears_it_with_the_opening_once_and_nothing_of_whom(
    ggz, settings
):
    same = uuid4()
    assert opens(ggz, same) == opens(ggz, same) == ggz.plan.uuid
    assert heads(ggz) == ["Er wacht een noodtoegang op jou"]
    with ggz.as_(ggz.zus, FG, organisatie=str(ggz.ggz.pk)):
        said = Postbericht.objects.get().woorden
    assert WHY not in said
    assert "anna" not in said
    settings.PROCESS_ROLE = "nk_worker"
    with acting(Actor.job("versturen")):
        berichten.deliver(size=9)
    told = [one.aan for one in letters()]
    assert sorted(told) == ["anna@example.nl", "zus@example.nl"]
    assert "noodtoegang" not in " ".join(one.tekst + one.onderwerp for one in letters())


def test_what_opens_nothing_is_told_to_nobody(ggz):
    ggz.ggz.soort = "wijkteam"
    ggz.ggz.save()
    assert opens(ggz) is None
    assert heads(ggz) == []


def test_who_opened_is_not_asked_and_where_nobody_is_left_the_keeper_hears(ggz):
    ggz.zus.rollen.filter(soort=FG).delete()
    ggz.role(ggz.pro, ggz.ggz, soort=FG)
    same = uuid4()
    opens(ggz, same)
    opens(ggz, same)
    assert heads(ggz, ggz.pro) == []
    [letter] = mail.outbox
    assert letter.to == ["bram@example.nl"]
    assert "die rol geven" in letter.body
    assert "anna" not in letter.body


def test_before_its_last_day_it_is_said_again_once(ggz, settings):
    opens(ggz)
    assert remind(settings) == 0
    days_ago(8)
    assert remind(settings, "versturen") == 0  # the purpose of another job
    assert [remind(settings), remind(settings)] == [1, 0]
    settings.PROCESS_ROLE = django_settings.PROCESS_ROLE
    assert sorted(heads(ggz)) == [
        "Er wacht een noodtoegang op jou",
        "Er wacht nog een noodtoegang op jou",
    ]


def test_what_was_judged_is_not_said_again_and_a_question_is_no_judgement(
    ggz, settings
):
    opens(ggz)
    days_ago(8)
    for said, reminded in ((Oordeel.VRAAG, 1), (Oordeel.TERECHT, 0)):
        role, settings.PROCESS_ROLE = settings.PROCESS_ROLE, "nk_web"
        with ggz.as_(ggz.zus, FG, organisatie=str(ggz.ggz.pk)):
            ggz.zus.actieve_rol = ActieveRol(FG, str(ggz.ggz.pk), "Ggz", "peel")
            row = Noodtoegang.objects.to_review(ggz.zus).get()
            services.judge(
                uuid=uuid4(),
                row=row,
                oordeel=said,
                uitleg="Het was nodig.",
                user=ggz.zus,
            )
        settings.PROCESS_ROLE = role
        Noodtoegang.objects.for_job("proefdata").update(herinnerd_op=None)
        assert remind(settings) == reminded


def test_the_job_reads_no_word_of_it_and_beat_wakes_it(ggz, settings):
    opens(ggz)
    settings.PROCESS_ROLE = "nk_worker"
    with acting(Actor.job("nood_herinneren")), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM netwerk_noodtoegang")
        assert cursor.fetchone() == (0,)
    line = SCHEDULE["remind_reviews"]
    assert line["options"]["headers"]["namens"]["taak"] == "nood_herinneren"
