"""docs/toegang.md from the one table of who may what (toegang/permissions.py)."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from toegang.table import markdown

FILE = Path(__file__).resolve().parents[3] / "docs" / "toegang.md"


class Command(BaseCommand):
    help = "Schrijft docs/toegang.md, of met --toon alleen op het scherm."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--toon", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["toon"]:
            self.stdout.write(markdown())
            return
        FILE.write_text(markdown())
        self.stdout.write(f"{FILE.name} is geschreven.")
