"""Passwords that a guesser tries first here. Django's own list is English."""

import re
from typing import Any

from django.core.exceptions import ValidationError

from .models import Gebruiker

NOT_LETTERS = re.compile(r"[\W\d_]+")
EASY = frozenset(
    {
        "wachtwoord",
        "welkom",
        "geheim",
        "netwerkkompas",
        "lente",
        "zomer",
        "herfst",
        "winter",
        "voorjaar",
        "najaar",
        "goedemorgen",
        "hallo",
        "nederland",
        "qwerty",
        "asdfghjkl",
        "",
    }
)


class EasyWordValidator:
    """One Dutch word with figures behind it, or only figures, however long."""

    def validate(self, password: str, user: Gebruiker | None = None) -> None:
        if NOT_LETTERS.sub("", password).lower() in EASY:
            raise ValidationError(self.get_help_text(), code="easy")

    def get_help_text(self) -> Any:
        return "Dit wachtwoord is makkelijk te raden. Kies bijvoorbeeld een zin."
