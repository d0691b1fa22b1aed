"""A device of somebody who takes part, in plain Python: one connection, its own cookies.

Only ever talks to 127.0.0.1. It knows the forms of the product as a browser does: the
token comes from the page, the secret of the round from its cookie.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
IDLE_S = 2.0  # the server hangs up after five
BY_QUEUE = {"X-Outbox": "1"}  # how the queue on a device says that it is one


@dataclass
class Answer:
    status: int
    body: str
    location: str


@dataclass
class Phone:
    port: int
    timeout_s: float = 30.0
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    _line: HTTPConnection | None = None
    _used: float = 0.0

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, "", {})

    def post(
        self, path: str, _headers: dict[str, str] | None = None, **data: str
    ) -> Answer:
        """As a form would; `token` is that of the last page with a form."""
        body = urlencode(data | {"csrfmiddlewaretoken": self.token})
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, body, kind | (_headers or {}))

    def log_in(self, email: str, password: str) -> Answer:
        self.get("/inloggen/")
        return self.post("/inloggen/", login=email, password=password)

    def join(self, code: str, rol: str = "client") -> Answer:
        """Into the round as a guest; 302 when that went well."""
        self.get(f"/meedoen/{code}/")
        return self.post(f"/meedoen/{code}/", rol=rol)

    def score(self, code: str, stelling: int, keuze: str, **more: str) -> Answer:
        """An answer to one statement of the card "visie", as the queue sends it: 204."""
        words = {"kaart": "visie", "versie": "1"} | more
        path = f"/meedoen/{code}/stelling/"
        return self.post(path, BY_QUEUE, stelling=str(stelling), keuze=keuze, **words)

    def _ask(
        self, method: str, path: str, body: str, headers: dict[str, str]
    ) -> Answer:
        sent = headers | {
            "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        }
        try:
            return self._once(method, path, body, sent)
        except (HTTPException, OSError):
            self.hang_up()
            raise

    def _once(
        self, method: str, path: str, body: str, headers: dict[str, str]
    ) -> Answer:
        if time.monotonic() - self._used > IDLE_S:
            self.hang_up()
        self._used = time.monotonic()
        if self._line is None:
            self._line = HTTPConnection("127.0.0.1", self.port, timeout=self.timeout_s)
        self._line.request(method, path, body, headers)
        response = self._line.getresponse()
        text = response.read().decode(errors="replace")
        for line in response.headers.get_all("Set-Cookie", []):
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
        if found := TOKEN.search(text):
            self.token = found.group(1)
        if response.will_close:
            self.hang_up()
        return Answer(response.status, text, response.headers.get("Location", ""))

    def hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None
