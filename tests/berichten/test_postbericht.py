"""Messages inside the product: of their reader alone, in one role, from a moment on; a mail
says that there is one, once and without a word of it."""

from datetime import timedelta

from django.core import mail
from django.db import ProgrammingError, transaction
from django.utils import timezone

import pytest

from basis.actor import Actor, acting
from basis.crypto import key_ring
from berichten import services
from berichten.choices import Postsoort
from berichten.models import Bericht, Postbericht
from config.beat import SCHEDULE
from tests.world import browser
from toegang.choices import Soort
from toegang.models import Gebruiker, Rol

pytestmark = pytest.mark.django_db
WORD = "kanarie-in-een-bericht"


@pytest.fixture
def noa(today) -> Gebruiker:
    user = Gebruiker.objects.create_user("noa@example.nl", naam="Noa")
    Rol.objects.create(gebruiker=user, soort=Soort.CLIENT, van=today)
    return user


def leave(user, *, rol="client", **later) -> Postbericht:
    now = timezone.now()
    row = services.sealed(
        soort=Postsoort.NOODTOEGANG, kop="Iemand keek", tekst=WORD, link="/plan/"
    )
    row.gebruiker, row.rol, row.gemaakt_op = user, rol, now
    row.zichtbaar_vanaf = now + timedelta(**later)
    row.save(force_insert=True)
    return row


def inbox(user, rol="client") -> list[Postbericht]:
    with acting(Actor.person(user.pk, rol=rol)):
        return list(Postbericht.objects.all())


def delivered(settings) -> int:
    settings.PROCESS_ROLE = "nk_worker"
    with acting(Actor.job("versturen")):
        return services.deliver(size=20)


def test_its_reader_sees_it_in_that_role_and_nobody_else_does(noa):
    row = leave(noa)
    other = Gebruiker.objects.create_user("bep@example.nl", naam="Bep")
    assert inbox(noa) == [row]
    assert (row.kop, row.tekst) == ("Iemand keek", WORD)
    assert inbox(noa, "naaste") == inbox(other) == []


def test_it_is_not_there_before_its_moment(noa):
    leave(noa, days=2)
    assert inbox(noa) == []


def test_the_words_are_sealed(noa):
    assert WORD.encode() not in bytes(leave(noa).woorden_box)


@pytest.mark.parametrize("taak", ["versturen", "sleutels_draaien"])
def test_a_worker_reads_no_words(noa, settings, taak):
    leave(noa)
    settings.PROCESS_ROLE = "nk_worker"
    with acting(Actor.job(taak)):
        row = Postbericht.objects.defer("woorden_box").get()
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
        ):
            _ = row.woorden


def test_a_mail_says_that_there_is_one_and_nothing_of_it_once(noa, settings):
    leave(noa)
    assert [delivered(settings), delivered(settings)] == [1, 0]
    letter = Bericht.objects.get()
    assert letter.aan == "noa@example.nl"
    assert WORD not in letter.tekst + letter.onderwerp
    assert "/berichten/" in letter.tekst
    assert "Iemand keek" not in letter.tekst + letter.onderwerp
    assert mail.outbox == []


def test_what_may_be_told_later_is_mailed_later_and_not_lost(noa, settings):
    row = leave(noa, days=2)
    assert delivered(settings) == 0
    Postbericht.objects.filter(pk=row.pk).update(zichtbaar_vanaf=timezone.now())
    assert delivered(settings) == 1
    assert SCHEDULE["deliver"]["task"] == "berichten.tasks.deliver"


def test_a_disabled_account_gets_no_mail(noa, settings):
    leave(noa)
    Gebruiker.objects.filter(pk=noa.pk).update(is_active=False)
    assert delivered(settings) == 1
    assert not Bericht.objects.exists()


def test_a_turned_ring_opens_it_still(noa, settings):
    row = leave(noa)
    old = settings.CARE_KEYS
    settings.CARE_KEYS = "later:" + old.split(",")[0].split(":", 1)[1] + "," + old
    settings.PROCESS_ROLE = "nk_worker"
    with acting(Actor.job("sleutels_draaien")):
        assert [services.rewrap_messages(), services.rewrap_messages()] == [1, 0]
    row.refresh_from_db()
    assert row.sleutel_naam == key_ring().current == "later"
    assert row.tekst == WORD


def test_the_page_shows_it_as_new_once(noa):
    leave(noa)
    page = browser(noa)
    first = page.get("/berichten/").content.decode()
    assert WORD in first
    assert "Nieuw" in first
    assert "Nieuw" not in page.get("/berichten/").content.decode()
