"""Beat shows itself each time it looks what is due; /readyz tells how long ago that was."""

from contextlib import suppress
from typing import Any

from celery.beat import PersistentScheduler
from redis import RedisError

from basis import heartbeat


class Scheduler(PersistentScheduler):
    def tick(self, *args: Any, **kwargs: Any) -> Any:
        with suppress(RedisError):  # nobody to wake now: the next round tries again
            heartbeat.show(heartbeat.BEAT)
        return super().tick(*args, **kwargs)
