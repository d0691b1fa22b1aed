"""/livez: the process is up. /readyz: the database answers and is migrated.

Both answer within two seconds, whatever hangs: the database is asked on a connection of
its own, under one deadline, never on the one of the request.
"""

import time
from functools import cache
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, HttpResponse, JsonResponse

import psycopg2
from redis import Redis, RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry

from basis.deadline import patience
from basis.heartbeat import BEAT, WORKER, ages
from basis.marks import outside_transaction

PATIENCE_S, REDIS_PATIENCE_S = 1.0, 0.4


@login_not_required
@outside_transaction
def livez(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"ok": True})


@login_not_required
@outside_transaction
def readyz(request: HttpRequest) -> HttpResponse:
    """503 when the database is away or not migrated; Redis, worker and beat are named."""
    database = database_state()
    answer = {"ok": database == "ok", "database": database, **redis_state()}
    ok = HTTPStatus.OK if answer["ok"] else HTTPStatus.SERVICE_UNAVAILABLE
    return JsonResponse(answer, status=ok)


def database_state() -> str:
    try:
        with patience(PATIENCE_S):
            line = psycopg2.connect(**connection.get_connection_params())
            with line.cursor() as cursor:
                cursor.execute("SELECT app, name FROM django_migrations")
                applied = set(cursor.fetchall())
            line.close()
    except psycopg2.Error as error:
        return type(error).__name__
    missing = migrations_on_disk() - applied
    return f"{len(missing)} migrations missing" if missing else "ok"


@cache
def migrations_on_disk() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None).disk_migrations or ())


def redis_state() -> dict[str, object]:
    """`worker_s` and `beat_s`: seconds since each last showed itself; None: not seen."""
    client = Redis.from_url(
        settings.REDIS_URL or "unix:///nergens",
        retry=Retry(NoBackoff(), 0),
        socket_timeout=REDIS_PATIENCE_S,
        socket_connect_timeout=REDIS_PATIENCE_S,
    )
    try:
        worker, beat = ages(client, WORKER, BEAT, now=time.time())
    except RedisError as error:
        return {"redis": type(error).__name__, "worker_s": None, "beat_s": None}
    return {"redis": "ok", "worker_s": worker, "beat_s": beat}
