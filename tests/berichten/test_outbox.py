"""The outbox: written in the transaction of the act, sent after it, once; and what happens
when the mail server, the broker or the process is away (M3)."""

import smtplib
import threading
import time

from django.core import mail
from django.core.mail import EmailMessage, send_mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from django.utils import timezone

import pytest
import time_machine
from cryptography.exceptions import InvalidTag
from kombu import pools

from basis.actor import Actor, acting, current
from berichten import services
from berichten.models import Bericht
from berichten.rules import MOST_TRIES
from berichten.tasks import BATCH, dispatch
from config.beat import SCHEDULE
from config.celery import app

pytestmark = pytest.mark.django_db
SENDER = Actor.job("versturen")
SECRET = "de-code-in-de-brief"


class Broken(EmailBackend):
    """A mail server that says no until it is mended."""

    error: Exception | None = None

    def send_messages(self, messages: list[EmailMessage]) -> int:
        if Broken.error is not None:
            raise Broken.error
        return super().send_messages(messages)


@pytest.fixture
def server(settings):
    settings.MAIL_TRANSPORT = f"{__name__}.Broken"
    Broken.error = None
    yield Broken
    Broken.error = None


def post(aan: str = "zus@example.nl") -> Bericht:
    with acting(Actor.person(7)):
        return services.post(aan=aan, onderwerp="Uitnodiging", tekst=SECRET)


def send(size: int = BATCH) -> int:
    with acting(SENDER):
        return services.send_batch(size=size)


# --- in the outbox ------------------------------------------------------------------------


def test_every_mail_of_django_waits_in_the_outbox():
    with acting(Actor.person(7)):
        send_mail("Onderwerp", "Tekst", None, ["a@example.nl", "b@example.nl"])
    assert mail.outbox == []
    assert set(Bericht.objects.values_list("aan", flat=True)) == {
        "a@example.nl",
        "b@example.nl",
    }


def test_it_is_written_with_the_act_or_not_at_all():
    def an_act_that_breaks() -> None:
        with acting(Actor.person(7)):
            services.post(aan="a@example.nl", onderwerp="x", tekst="y")
            raise ValueError("stuk")

    with pytest.raises(ValueError, match="stuk"):
        an_act_that_breaks()
    assert not Bericht.objects.exists()


def test_its_words_cannot_be_read_in_the_database():
    post()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT encode(tekst_box, 'escape'), b::text FROM berichten_bericht b"
        )
        assert SECRET not in str(cursor.fetchone())


def test_a_box_that_is_moved_to_another_letter_does_not_open():
    one, two = post(), post()
    two.tekst_box = one.tekst_box
    with pytest.raises(InvalidTag):
        two.tekst  # noqa: B018
    assert one.tekst == SECRET


def test_a_name_of_a_row_says_nothing():
    bericht = post()
    assert str(bericht) == f"bericht {bericht.uuid}"


# --- sent ---------------------------------------------------------------------------------


def test_it_is_sent_once_and_its_words_are_erased():
    bericht = post()
    assert send() == 1
    assert send() == 0
    (letter,) = mail.outbox
    assert (letter.to, letter.subject, letter.body) == (
        ["zus@example.nl"],
        "Uitnodiging",
        SECRET,
    )
    bericht.refresh_from_db()
    assert bericht.verstuurd_op is not None
    assert bericht.tekst_box is None
    assert bericht.sleutel_box is None
    assert bericht.tekst == ""


def test_the_message_id_is_that_of_the_row(settings):
    bericht = post()
    send()
    headers = mail.outbox[0].extra_headers
    assert headers["Message-ID"] == f"<{bericht.uuid}@{settings.MAIL_DOMAIN}>"


def test_a_subject_with_a_line_end_cannot_add_a_header():
    with acting(Actor.person(7)):
        services.post(aan="a@example.nl", onderwerp="x\nBcc: b@example.nl", tekst="y")
    send()
    assert mail.outbox[0].subject == "x Bcc: b@example.nl"


def test_the_longest_waiting_goes_first_and_one_batch_at_a_time():
    for number in range(3):
        post(f"{number}@example.nl")
    assert send(size=2) == 2
    assert [letter.to[0][0] for letter in mail.outbox] == ["0", "1"]


def test_a_full_batch_wakes_the_next(django_capture_on_commit_callbacks):
    for number in range(BATCH + 1):
        post(f"{number}@example.nl")
    headers = {"headers": {"namens": SENDER.as_headers()}}
    with django_capture_on_commit_callbacks(execute=True):
        dispatch.apply(**headers, throw=True)
    assert len(mail.outbox) == BATCH + 1


def test_the_sender_acts_as_its_own_job(monkeypatch):
    acted = []
    monkeypatch.setattr(
        services, "send_batch", lambda size: acted.append(current().taak) or 0
    )
    headers = SCHEDULE["dispatch"]["options"]["headers"]
    dispatch.apply(headers=headers, throw=True)
    assert acted == ["versturen"]


# --- the mail server is away --------------------------------------------------------------


@pytest.mark.parametrize(
    "error",
    [
        OSError("niet bereikbaar"),
        TimeoutError(),
        smtplib.SMTPRecipientsRefused({}),
        smtplib.SMTPServerDisconnected(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_it_is_tried_again_later_and_keeps_its_words(server, error):
    bericht = post()
    server.error = error
    with time_machine.travel(time.time(), tick=False) as clock:
        assert send() == 1
        assert send() == 0  # not before its time
        bericht.refresh_from_db()
        assert bericht.pogingen == 1
        assert (bericht.volgende_poging_op - timezone.now()).total_seconds() == 60
        server.error = None
        clock.shift(61)
        assert send() == 1
    assert mail.outbox[0].body == SECRET


def test_after_ten_tries_it_is_parked(server):
    post()
    server.error = OSError()
    for _ in range(MOST_TRIES):
        Bericht.objects.update(volgende_poging_op=timezone.now())
        send()
    assert Bericht.objects.parked().count() == 1
    assert Bericht.objects.get().tekst == SECRET  # somebody can still send it
    assert send() == 0


def test_one_letter_that_is_refused_does_not_hold_up_the_others(server, monkeypatch):
    post("fout@example.nl")
    post("goed@example.nl")

    def refuse_one(self, messages):
        if messages[0].to == ["fout@example.nl"]:
            raise smtplib.SMTPRecipientsRefused({})
        return EmailBackend.send_messages(self, messages)

    monkeypatch.setattr(Broken, "send_messages", refuse_one)
    assert send() == 2
    assert [letter.to for letter in mail.outbox] == [["goed@example.nl"]]


def test_a_letter_that_cannot_be_made_is_parked_and_holds_up_nobody():
    """Its key is gone, say: trying again does not help."""
    broken = post("fout@example.nl")
    Bericht.objects.filter(pk=broken.pk).update(tekst_box=b"x" * 60)
    post("goed@example.nl")
    assert send() == 2
    assert [letter.to for letter in mail.outbox] == [["goed@example.nl"]]
    assert list(Bericht.objects.parked()) == [broken]


# --- the process or the broker is away ------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_two_senders_at_once_never_take_the_same_letter(monkeypatch):
    """The row lock is the lease; one that dies gives back what it held."""
    monkeypatch.setattr(dispatch, "apply_async", lambda *args, **kwargs: None)
    for number in range(4):
        post(f"{number}@example.nl")
    held, done = threading.Event(), threading.Event()

    def one_that_dies() -> None:
        try:
            with transaction.atomic():
                waiting = Bericht.objects.waiting(timezone.now())
                list(waiting.select_for_update(skip_locked=True)[:2])
                held.set()
                done.wait(20)
                transaction.set_rollback(True)
        finally:
            connection.close()

    thread = threading.Thread(target=one_that_dies)
    thread.start()
    assert held.wait(20)
    try:
        assert send() == 2
    finally:
        done.set()
        thread.join(20)
    assert send() == 2


@pytest.mark.django_db(transaction=True)
def test_what_was_mailed_just_before_it_died_has_the_same_message_id(monkeypatch):
    monkeypatch.setattr(dispatch, "apply_async", lambda *args, **kwargs: None)
    post()
    with acting(SENDER):
        services.send_batch(size=1)
        transaction.set_rollback(True)
    assert send() == 1
    ids = [letter.extra_headers["Message-ID"] for letter in mail.outbox]
    assert len(ids) == 2
    assert len(set(ids)) == 1


@pytest.fixture
def no_broker():
    """Celery as in a web process, and Redis away."""
    before = app.conf.task_always_eager, app.conf.broker_url
    app.conf.update(
        task_always_eager=False, broker_url="redis+socket:///is/er/niet.sock"
    )
    app.set_current()
    pools.reset()
    app._pool = None
    yield
    app.conf.update(task_always_eager=before[0], broker_url=before[1])
    app.set_current()
    pools.reset()
    app._pool = None


@pytest.mark.django_db(transaction=True)
def test_without_redis_the_act_goes_on_and_beat_sends_it_later(no_broker):
    started = time.monotonic()
    bericht = post()
    assert time.monotonic() - started < 2
    assert Bericht.objects.filter(pk=bericht.pk, verstuurd_op=None).exists()
    assert mail.outbox == []
    line = SCHEDULE["dispatch"]
    dispatch.apply(headers=line["options"]["headers"], throw=True)
    assert len(mail.outbox) == 1
