"""What somebody had typed when their session ended, for the form it was typed in."""

from typing import Any

from django.http import QueryDict


class Teruggebracht(QueryDict):
    """A form that is bound to it is shown as it was; it is never valid, so nothing is saved
    (toegang/terug.py)."""


def brought_back(request: Any) -> Teruggebracht | None:
    """None on nearly every page. Who asks shows it, and the page says so."""
    found: Teruggebracht | None = getattr(request, "teruggebracht", None)
    request.staat_er_weer = found is not None
    return found
