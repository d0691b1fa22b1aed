"""Beat and worker show that they live: beat each time it looks, a worker each minute's task."""

import time

from django.conf import settings

from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry

BEAT, WORKER = "nk:hartslag:beat", "nk:hartslag:worker"
KEPT_S = 86_400


def show(*names: str, now: float | None = None) -> None:
    client = Redis.from_url(
        settings.REDIS_URL, retry=Retry(NoBackoff(), 0), socket_timeout=2
    )
    for name in names:
        client.set(name, now or time.time(), ex=KEPT_S)


def ages(client: "Redis", *names: str, now: float) -> list[int | None]:
    """Whole seconds since each was last shown."""
    seen = client.mget(names)
    return [None if at is None else round(now - float(at)) for at in seen]
