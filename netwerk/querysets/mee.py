"""Rows that are read along with many others (Prefetch).

Django gives each owner a query of its own for each list that hangs on it, though the rows
were read together: for thousands of owners making those took more time than the database
and all our own work. `Mee` makes it only for who asks for something else than the rows.
"""

from __future__ import annotations

from typing import Any, Self, TypeVar

from django.db import models
from django.db.models.sql import Query

Row = TypeVar("Row", bound=models.Model)


class Mee(models.QuerySet[Row]):
    """As any queryset: Prefetch("telefoon_set", Mee(Telefoon).order_by("pk")). It begins
    where the manager of the model does: what that leaves out is not read along either."""

    _db: Any
    _hints: Any
    _query: Query
    _prefetch_related_lookups: tuple[Any, ...]
    _defer_next_filter: bool
    _deferred_filter: tuple[Any, ...] | None

    def __init__(
        self,
        model: type[models.Model] | None = None,
        query: Query | None = None,
        using: str | None = None,
        hints: dict[str, models.Model] | None = None,
    ) -> None:
        if model is not None and query is None:
            query = model._default_manager.get_queryset().query  # noqa: SLF001 - of any model
        super().__init__(model, query, using, hints)

    def _filter_or_exclude(self, negate: bool, args: Any, kwargs: Any) -> Self:  # noqa: FBT001 - as Django has it
        if not self._defer_next_filter:
            return super()._filter_or_exclude(negate, args, kwargs)  # type: ignore[misc]
        self._defer_next_filter = False
        found = type(self)(self.model, self._query, self._db, self._hints)
        found._prefetch_related_lookups = self._prefetch_related_lookups  # noqa: SLF001
        found._deferred_filter = (negate, args, kwargs)  # noqa: SLF001
        return found

    @property
    def query(self) -> Query:
        """Its own as soon as somebody wants it."""
        if self._deferred_filter:
            self._query = self._query.chain()
        return super().query

    @query.setter
    def query(self, value: Query) -> None:
        models.QuerySet.query.fset(self, value)  # type: ignore[attr-defined]
