"""Doors that slow down after wrong tries, and never lock (T2).

    DOOR = Door("meedoen", device=Limit(5), address=Limit(300))
    DOOR.check(device=cookie, address=ip)      # raises TooFast while it must wait
    DOOR.wrong(device=cookie, address=ip)      # counts one wrong try
    DOOR.forget(device=cookie)                 # a right one: this device begins anew
    DOOR.welcome(address=ip, code=code)        # from here this may always be tried
    DOOR.welcomes(address=ip, code=code)

A right try is never counted. A whole room shares one address, so its limit is wide: 250
phones get in while one of them guesses. Each limit gives some wrong tries for free; after
that every further one makes the wait twice as long, up to a longest wait, and all is
forgotten after an hour. Counts live in the cache (Redis): with Redis away a door raises
its error, which becomes a 503 in plain words, because a door that cannot count is open.
"""

import contextlib
import hashlib
import time
from dataclasses import dataclass

from django.core.cache import cache

from redis.exceptions import RedisError

REMEMBERED_S = 3_600
WELCOME_S = 12 * 3_600


class TooFast(Exception):
    """Wait `seconds` (whole, at least 1) before the next try."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


@dataclass(frozen=True)
class Limit:
    """`free` wrong tries an hour without a wait; then `first_s`, doubled up to `longest_s`."""

    free: int
    first_s: int = 5
    longest_s: int = 300

    def wait_s(self, wrong: int) -> int:
        """After `wrong` wrong tries in all."""
        beyond = wrong - self.free
        if beyond <= 0:
            return 0
        return min(self.first_s * 2 ** min(beyond - 1, 20), self.longest_s)


class Door:
    def __init__(self, name: str, **limits: Limit) -> None:
        self.name, self.limits = name, limits

    def check(self, **who: str) -> None:
        """Raises TooFast when one of the keys has to wait; an empty key is not looked at."""
        until = cache.get_many([self._key("tot", *pair) for pair in _told(who)])
        left = max(until.values(), default=0) - time.time()
        if left > 0:
            raise TooFast(int(left) + 1)

    def wrong(self, **who: str) -> None:
        for kind, value in _told(who):
            counter = self._key("fout", kind, value)
            cache.add(counter, 0, REMEMBERED_S)
            wait = self.limits[kind].wait_s(cache.incr(counter))
            if wait:
                until = time.time() + wait
                cache.set(self._key("tot", kind, value), until, wait)

    def forget(self, **who: str) -> None:
        """A right try: this device, or this account, begins anew."""
        for pair in _told(who):
            cache.delete_many([self._key("fout", *pair), self._key("tot", *pair)])

    def welcome(self, **who: str) -> None:
        """For the rest of the day `welcomes` says yes to exactly these together. Who says
        so does something else, and does not fail when Redis is away."""
        with contextlib.suppress(RedisError):
            cache.set(self._together(who), 1, WELCOME_S)

    def welcomes(self, **who: str) -> bool:
        return cache.get(self._together(who)) is not None

    def _together(self, who: dict[str, str]) -> str:
        values = (f"{kind}={value}" for kind, value in sorted(who.items()))
        return self._key("welkom", "samen", "\0".join(values))

    def _key(self, what: str, kind: str, value: str) -> str:
        """The value is hashed: no address or e-mail stands in Redis."""
        digest = hashlib.sha256(f"{kind}:{value}".encode(errors="replace")).hexdigest()
        return f"deur:{self.name}:{what}:{digest[:32]}"


def _told(who: dict[str, str]) -> list[tuple[str, str]]:
    return [(kind, value) for kind, value in who.items() if value]
