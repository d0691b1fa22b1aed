"""Many devices at once, each on a connection of its own, each one request at a time.

Requests are put together before the clock starts and answers are hardly looked at, so that
the two cores are for the server. Bounded: so many devices, so many requests each, and only
to 127.0.0.1.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode

from bench.phone import BY_QUEUE, Phone

LONGEST_S = 300.0


@dataclass
class Outcome:
    """What came of a run. Seconds; statuses with how often each came."""

    wall_s: float = 0.0
    waits_s: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    @property
    def each_ms(self) -> float:
        """What one request cost the machine, all together divided by their number."""
        return self.wall_s / len(self.waits_s) * 1000


def request_of(phone: Phone, path: str, **data: str) -> bytes:
    """A POST of the queue of this device, ready to be written."""
    body = urlencode(data | {"csrfmiddlewaretoken": phone.token}).encode()
    cookies = "; ".join(f"{name}={value}" for name, value in phone.cookies.items())
    head = {
        "Host": f"127.0.0.1:{phone.port}",
        "Cookie": cookies,
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": str(len(body)),
        **BY_QUEUE,
    }
    lines = [f"POST {path} HTTP/1.1", *(f"{k}: {v}" for k, v in head.items()), "", ""]
    return "\r\n".join(lines).encode() + body


def send(port: int, devices: list[list[bytes]]) -> Outcome:
    """All devices begin together."""
    return asyncio.run(asyncio.wait_for(_all(port, devices), LONGEST_S))


async def _all(port: int, devices: list[list[bytes]]) -> Outcome:
    outcome, started = Outcome(), time.perf_counter()
    await asyncio.gather(*(_device(port, requests, outcome) for requests in devices))
    outcome.wall_s = time.perf_counter() - started
    return outcome


async def _device(port: int, requests: list[bytes], outcome: Outcome) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for request in requests:
        started = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
        await reader.readexactly(int(length or 0))
        outcome.waits_s.append(time.perf_counter() - started)
        outcome.statuses[int(head[9:12])] += 1
        if b"connection: close" in head.lower():
            writer.close()
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()
