"""History of a table by trigger: also bulk writes and raw SQL leave their version.

For what is public or managed (sociale kaart, regions, settings): these tables have no row
policy. Never for ballots, never for a person's plan: there a version is a row of the
domain. Who wrote it comes from the transaction (basis/actor.py), filled by the database.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import models
from django.db.models import Func, Value
from django.db.models.functions import Coalesce

import pghistory
import pghistory.models

Model = TypeVar("Model", bound=models.Model)


def _said(name: str) -> Coalesce:
    """What the transaction says of itself; empty outside `acting`."""
    setting = Func(Value(name), Value(True), function="current_setting")  # noqa: FBT003
    return Coalesce(setting, Value(""), output_field=models.CharField())


class Version(pghistory.models.Event):
    """A row as it was after (`insert`, `update`) or before (`delete`) it changed."""

    door = models.CharField(max_length=20, db_default=_said("nk.persoon"))
    rol = models.CharField(max_length=60, db_default=_said("nk.rol"))
    taak = models.CharField(max_length=80, db_default=_said("nk.taak"))
    spoor = models.CharField(max_length=80, db_default=_said("nk.spoor"))

    class Meta:
        abstract = True


def with_history(*exclude: str) -> Callable[[type[Model]], type[Model]]:
    """Class decorator; the versions are `<Model>Versie`, `row.versies`."""
    settings: dict[str, Any] = {
        "exclude": list(exclude),
        "base_model": Version,
        "context_field": None,  # who did it stands in the version itself
        "obj_field": pghistory.ObjForeignKey(related_name="versies"),
    }

    def decorate(model: type[Model]) -> type[Model]:
        events = [
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
        ]
        track = pghistory.track(
            *events, model_name=f"{model.__name__}Versie", **settings
        )
        return track(model)

    return decorate
