"""How many questions one address may ask: enough to take over the whole kaart."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

from redis.exceptions import RedisError
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from toegang.http import address_of

if TYPE_CHECKING:  # the framework imports this module while it makes APIView
    from rest_framework.views import APIView

WINDOW_S = 300


class Tempo(BaseThrottle):
    """Of `OPEN_DATA_VRAGEN` each five minutes. Counted by the clock, so that one number
    is all that is kept; the address is hashed, and gone after ten minutes. While Redis is
    away nothing is counted: the kaart stays open."""

    def allow_request(self, request: Request, view: APIView) -> bool:
        address = address_of(request)
        if not address or not settings.OPEN_DATA_VRAGEN:
            return True
        window, self.past_s = divmod(int(time.time()), WINDOW_S)
        who = salted_hmac("netwerk.tempo", address, algorithm="sha256").hexdigest()
        key = f"open-data:{window}:{who[:32]}"
        with contextlib.suppress(RedisError):
            cache.add(key, 0, 2 * WINDOW_S)
            return cache.incr(key) <= settings.OPEN_DATA_VRAGEN
        return True

    def wait(self) -> float:
        return WINDOW_S - self.past_s
