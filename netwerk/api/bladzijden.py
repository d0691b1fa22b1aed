"""Pages of the API, in the envelope of HSDS. How they stand still: hsds_bladzij.py."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings

from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response

from netwerk.selectors.hsds_bladzij import Samen, cut, cut_together

from .vragen import is_everything

Node = dict[str, Any]


class Bladzijden(BasePagination):
    def paginate_queryset(
        self, queryset: Any, request: Request, view: Any = None
    ) -> list[Any]:
        self.request, vraag = request, view.vraag
        page: dict[str, Any] = {
            "nummer": vraag["page"],
            "per": vraag["per_page"],
            "na": vraag.get("after"),
        }
        if isinstance(queryset, Samen):
            self.uitsnede = cut_together(queryset, **page)
        else:
            kept = view.naam if is_everything(vraag) else ""
            self.uitsnede = cut(queryset, naam=kept, **page)
        return self.uitsnede.rijen

    def get_paginated_response(self, data: list[Node]) -> Response:
        page = self.uitsnede
        return Response(
            {
                "total_items": page.totaal,
                "total_pages": page.bladzijden,
                "page_number": page.nummer,
                "size": len(data),
                "first_page": page.nummer == 1,
                "last_page": page.is_laatste,
                "empty": not data,
                "next": self._next(),
                "contents": data,
            }
        )

    def _next(self) -> str | None:
        page = self.uitsnede
        if page.verder is None:
            return None
        given = self.request.query_params.dict() | {
            "page": page.nummer + 1,
            "after": page.verder,
        }
        return f"{settings.BASE_URL}{self.request.path}?{urlencode(given)}"

    def get_paginated_response_schema(self, schema: Node) -> Node:
        return {
            "allOf": [{"$ref": "#/components/schemas/Page"}],
            "properties": {"contents": schema},
        }


_NUMBER, _YES = {"type": "integer"}, {"type": "boolean"}
PAGE = {
    "type": "object",
    "properties": {
        "total_items": _NUMBER,
        "total_pages": _NUMBER,
        "page_number": _NUMBER,
        "size": _NUMBER,
        "first_page": _YES,
        "last_page": _YES,
        "empty": _YES,
        "next": {"type": ["string", "null"], "format": "uri"},
    },
}
