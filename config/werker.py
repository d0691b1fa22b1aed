"""What the web server answers by itself, in our words: an address that is too long never
reaches the product, and somebody who pasted a whole letter in the search box sees it."""

import contextlib
from typing import Any

from django.template.loader import render_to_string

from gunicorn import util
from gunicorn.http.errors import LimitRequestLine
from gunicorn.workers.gthread import ThreadWorker

HEAD = (
    "HTTP/1.1 414 URI Too Long\r\nConnection: close\r\nCache-Control: no-store\r\n"
    "Content-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\r\n"
)


class Werker(ThreadWorker):
    def handle_error(self, req: Any, client: Any, addr: Any, exc: Exception) -> None:
        """The page of templates/414.html; every other fault as gunicorn has it."""
        if not isinstance(exc, LimitRequestLine):
            super().handle_error(req, client, addr, exc)
            return
        body = render_to_string("414.html").encode()
        with contextlib.suppress(OSError):
            util.write_nonblock(client, HEAD.format(len(body)).encode() + body)
