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


def untraced(view: View) -> View:
    """A page of participants in a round (K7): whoever is logged in, the database is not
    told who asks, so nothing here can write a line in the log, a refusal neither; and it
    does not matter in which role a form was made."""
    view.untraced = True  # type: ignore[attr-defined]
    return view


def is_untraced(view: Callable[..., Any]) -> bool:
    return getattr(view, "untraced", False)


def in_any_role(view: View) -> View:
    """A page about the account itself: in which role its form was made does not matter,
    and logging out works in every tab."""
    view.in_any_role = True  # type: ignore[attr-defined]
    return view


def is_in_any_role(view: Callable[..., Any]) -> bool:
    return is_untraced(view) or getattr(view, "in_any_role", False)


def stays_at_rest(template: str) -> Callable[[View], View]:
    """A part that a page fetches or sends by itself: when the login has ended it gets
    `template` instead (with `inloggen`, where to go on), because a whole room is looking,
    or somebody is typing, and the window must not turn into a login page."""

    def mark(view: View) -> View:
        view.at_rest = template  # type: ignore[attr-defined]
        return view

    return mark


def at_rest(view: Callable[..., Any]) -> str:
    return getattr(view, "at_rest", "")
