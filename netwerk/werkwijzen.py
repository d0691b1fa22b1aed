"""Names of working methods (the Kompas inventory), by key. The app that has the list
registers where it is found; netwerk itself does not know that app."""

from collections.abc import Callable, Mapping

Source = Callable[[], Mapping[str, str]]
_sources: list[Source] = []


def register_source(source: Source) -> None:
    _sources.append(source)


def names() -> dict[str, str]:
    """key -> name in Dutch order; empty while no edition of the Kompas is loaded."""
    found: dict[str, str] = {}
    for source in _sources:
        found.update(source())
    return dict(sorted(found.items(), key=lambda pair: pair[1].casefold()))
