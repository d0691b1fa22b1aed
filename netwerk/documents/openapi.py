"""The OpenAPI description of the API, as drf-spectacular makes it of the views."""

from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator


@cache
def document() -> dict[str, Any]:
    """Once a process: it takes a while, and says the same to everybody."""
    made: Any = SchemaGenerator()  # type: ignore[no-untyped-call]
    return made.get_schema(public=True)
