"""How a view says that it is not like the others."""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


def outside_transaction(view: View) -> View:
    """Asks nothing of the database as somebody: health pages, plain texts."""
    view.outside_transaction = True  # type: ignore[attr-defined]
    return view


def is_outside(view: Callable[..., Any]) -> bool:
    return getattr(view, "outside_transaction", False)
