"""PDFs for everybody: made for who asks, and not without end. One costs a processor half a
second, and anybody may ask."""

import contextlib
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from redis.exceptions import RedisError

from basis.doors import Door, Limit, TooFast
from toegang.http import address_of

View = Callable[..., HttpResponse]
# a room of 250 phones behind one address, two sheets each in an hour
PAPER = Door("papier", address=Limit(500))
ENDS = ("lijst.pdf", "pdf/")  # behind the address of the page that says the same


def paper_door(view: View) -> View:
    """Slows down who asks for very many. While Redis is away nothing is counted: help on
    paper stays to be had."""

    @wraps(view)
    def counted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        who = {"address": address_of(request)}
        try:
            with contextlib.suppress(RedisError):
                PAPER.check(**who)
                PAPER.wrong(**who)
        except TooFast as too_fast:
            return _later(request, too_fast.seconds)
        return view(request, *args, **kwargs)

    return counted


def _later(request: HttpRequest, seconds: int) -> HttpResponse:
    """The page itself is there, and can be printed."""
    page = request.get_full_path()
    path, _, asked = page.partition("?")
    for end in ENDS:
        path = path.removesuffix(end)
    context = {
        "seconden": seconds,
        "minuten": -(-seconds // 60),
        "terug": f"{path}?{asked}" if asked else path,
    }
    response = render(
        request,
        "netwerk/hulp/pdf_later.html",
        context,
        status=HTTPStatus.TOO_MANY_REQUESTS,
    )
    response["Retry-After"] = str(seconds)
    return response
