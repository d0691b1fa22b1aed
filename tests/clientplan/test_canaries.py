"""Not a word of a plan lies anywhere but on the pages of who may read it: not in the database,
the queue, a session, a mail, a line of the server or a page about an error."""

import base64
import re
from collections.abc import Iterator
from io import StringIO
from logging import StreamHandler, getLogger

from django.conf import settings as django_settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.utils import timezone

import pytest
from redis import Redis

from basis.actor import Actor, acting
from berichten import services as berichten
from berichten.models import Bericht
from clientplan.services import items
from config.celery import app
from tests.clientplan.whole import CANARY, Whole

pytestmark = pytest.mark.django_db


def spellings() -> list[str]:
    """As it stands, in hex, and in base64 wherever it begins."""
    word = CANARY.encode()
    found = [CANARY, word.hex()]
    for before in range(3):
        text = base64.b64encode(b" " * before + word).decode().rstrip("=")
        found.append(text[(0, 2, 3)[before] : -1])
    return found


SPELLED = re.compile("|".join(map(re.escape, spellings())), re.IGNORECASE)


@pytest.fixture
def memory(settings) -> Iterator[Redis]:
    """The queue and the doors in a real Redis, with what waits for a worker left in it."""
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": settings.REDIS_URL,
            "KEY_PREFIX": "geel",
        }
    }
    app.conf.task_always_eager = False
    client = Redis.from_url(django_settings.REDIS_URL)
    yield client
    app.conf.task_always_eager = True
    cache.clear()
    client.delete("celery")


@pytest.fixture
def said() -> Iterator[StringIO]:
    """What the server writes down, all of it."""
    out = StringIO()
    handler, root = StreamHandler(out), getLogger()
    root.addHandler(handler)
    yield out
    root.removeHandler(handler)


def tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
            " WHERE schemaname IN ('public', 'logboek', 'poort') ORDER BY 1"
        )
        return [name for (name,) in cursor.fetchall()]


def in_database() -> set[str]:
    found = set()
    with connection.cursor() as cursor:
        for name in tables():
            cursor.execute(
                f"SELECT EXISTS (SELECT FROM {name} t WHERE t::text ~* %s)",  # noqa: S608
                [SPELLED.pattern],
            )
            if cursor.fetchone() == (True,):
                found.add(name)
    return found


def in_memory(client: Redis) -> set[str]:
    found = set()
    for key in client.scan_iter("*"):
        kind = client.type(key)
        content = client.lrange(key, 0, -1) if kind == b"list" else [client.dump(key)]
        queued = [one for one in (key, *content) if one]
        queued += [base64.b64decode(body) for body in bodies(queued)]
        if any(SPELLED.search(one.decode(errors="replace")) for one in queued):
            found.add(f"redis {key.decode()}")
    return found


def bodies(queued: list[bytes]) -> list[str]:
    """Of tasks in the queue."""
    return [
        body for one in queued for body in re.findall(rb'"body": "([\w+/=]+)"', one)
    ]


def places(client: Redis, said: str) -> set[str]:
    found = in_database() | in_memory(client)
    if any(SPELLED.search(str(row.get_decoded())) for row in Session.objects.all()):
        found.add("session")
    if any(SPELLED.search(str(one.message())) for one in mail.outbox):
        found.add("mail")
    if SPELLED.search(said):
        found.add("server")
    return found


def send_mail(settings) -> None:
    """What waits goes out; its words are read before they are wiped."""
    settings.PROCESS_ROLE = "nk_worker"
    with acting(Actor.job("versturen")):
        berichten.deliver(size=50)
        berichten.send_batch(size=50)
    settings.PROCESS_ROLE = "nk_web"


def test_no_word_of_a_plan_lies_anywhere_else(
    zorg,
    settings,
    memory,
    said,
    capsys,
    monkeypatch,
    django_capture_on_commit_callbacks,
):
    with django_capture_on_commit_callbacks(execute=True):
        whole = Whole(zorg)
        send_mail(settings)
    assert len(mail.outbox) >= 4
    assert memory.llen("celery") > 0

    # the words are really there, for who may read them
    pages = whole.read_again()
    shown = "".join(one.content.decode() for all_ in pages.values() for one in all_)
    assert {one.status_code for all_ in pages.values() for one in all_} == {200}
    missing = {what for what, word in whole.words.items() if word not in shown}
    assert missing == {"van-zus"}  # was not saved: two wrote at once

    # a page that breaks while it reads, and one while it saves
    broken_pages(whole, monkeypatch)

    def everywhere() -> set[str]:
        out = capsys.readouterr()
        server.append(out.out + out.err + said.getvalue())
        return places(memory, "".join(server))

    server: list[str] = []
    assert everywhere() == set()

    # the search would have found one
    Bericht.objects.create(aan="bep@example.nl", onderwerp=f"Over {CANARY}")
    cache.set("wat", f"{CANARY}-x")
    memory.lpush(
        "celery", f'{{"body": "{base64.b64encode(CANARY.encode()).decode()}"}}'
    )
    session = whole.anna.session
    session["getypt"] = CANARY.upper()
    session.save()
    mail.outbox[0].body += CANARY
    getLogger("verzoek").error("stuk: %s", CANARY.encode().hex())
    assert {one.removeprefix("redis geel:1:") for one in everywhere()} == {
        *("public.berichten_bericht", "redis celery", "wat"),
        *("session", "mail", "server"),
    }


def broken_pages(whole: Whole, monkeypatch) -> None:
    word, sent = whole.words["doel"], len(mail.outbox)

    def reads(*_: object) -> None:
        words = {"doel": word}
        raise ValueError(f"stuk bij {words['doel']}")

    def saves(*_: object, words: dict[str, str], **__: object) -> None:
        raise DatabaseError(f"DETAIL: failing row contains ({words}, {timezone.now()})")

    here = f"/plan/doelen/{whole.doel.uuid}/"
    form = {"uuid": str(whole.doel.uuid), "nummer": "2", "doel": word}
    whole.anna.raise_request_exception = False
    with monkeypatch.context() as patch:
        patch.setattr("clientplan.views.doelen.goals", reads)
        patch.setattr(items, "save_item", saves)
        answers = [
            whole.anna.get("/plan/doelen/"),
            whole.anna.post(f"{here}wijzig/", form | {"_rol": "client"}),
        ]
    assert [answer.status_code for answer in answers] == [500, 503]
    for answer in answers:
        assert not SPELLED.search(answer.content.decode())
    assert len(mail.outbox) == sent
