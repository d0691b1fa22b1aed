"""What the tests of this folder look at: our own models, modules and templates."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models

from basis.history import Version

ROOT = Path(__file__).resolve().parents[2]
APPS = (
    "basis",
    "logboek",
    "toegang",
    "berichten",
    "netwerk",
    "kompas",
    "clientplan",
    "monitoring",
    "rapportage",
    "config",
)
MODELS = [
    model
    for model in apps.get_models()
    if model._meta.app_label in APPS and not issubclass(model, Version)
]


def own_fields(model: type[models.Model]) -> set[str]:
    """Columns and many-to-manys, without the key of the row."""
    return {
        field.name
        for field in model._meta.get_fields()
        if field.concrete and not field.primary_key
    }


def modules(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    """Every Python file of these apps (all without one), read but not run."""
    for folder in folders or APPS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT), ast.parse(path.read_text())


def templates() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


def source(path: Path) -> str:
    return (ROOT / path).read_text()
