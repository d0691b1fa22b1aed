"""Is this process of the product alive? For the health check of a container.

    python tools/health.py web|worker|beat

web answers on /livez; a worker did the task of a minute lately, beat turned its round
lately. Exit status 1 and a line of words when not.
"""

import os
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from redis import Redis, RedisError

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from basis.heartbeat import BEAT, WORKER, ages

WAIT_S, OLDEST_S = 3, 200


def web() -> str:
    line = HTTPConnection("127.0.0.1", int(os.environ.get("PORT", "8000")), timeout=3)
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip()
    try:
        line.request("GET", "/livez", headers={"Host": host})
        status = line.getresponse().status
    except (OSError, HTTPException) as error:
        return f"{error}"
    return "" if status == 200 else f"status {status}"


def seen(name: str) -> str:
    client = Redis.from_url(os.environ["REDIS_URL"], socket_timeout=WAIT_S)
    try:
        (age,) = ages(client, name, now=time.time())
    except RedisError as error:
        return f"{error}"
    return "" if age is not None and age < OLDEST_S else f"gezien: {age} s geleden"


CHECKS: dict[str, Callable[[], str]] = {
    "web": web,
    "worker": lambda: seen(WORKER),
    "beat": lambda: seen(BEAT),
}

if __name__ == "__main__":
    sys.exit(CHECKS[sys.argv[1]]() or 0)
