"""Numbers, mail and hours; the link in a mail asks for some of these too."""

import uuid
from collections.abc import Container
from functools import cached_property
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from basis.forms import speak_plainly
from netwerk.choices import Feestdagen, MagBellen
from netwerk.forms.velden import line, textarea
from netwerk.rules.herhaling import Blok
from netwerk.rules.openingsdag import Rooster
from netwerk.rules.openingszinnen import sentences
from netwerk.rules.telefoon import Fout, parse_phone, show_phone
from netwerk.rules.urentekst import VOORBEELD, parse_hours, show_hours
from netwerk.selectors.roosters import rooster_of
from netwerk.services import voorzieningen as services
from netwerk.services.voorzieningen import Nummerregel

from .stap import Stapform

NEW = "nieuw"  # the key of the row for one more
PARTS = ("nummer", "uitleg", "wie")
FULL = "Maak er eerst een leeg."


class ContactForm(Stapform):
    """Numbers (a row for each and one more), mail, and hours as people type them."""

    onderdeel = "contact"
    FIELDS: tuple[str, ...] = ("email", "feestdagen", "altijd_bereikbaar")
    MOST = 6

    email = forms.EmailField(label="E-mailadres", required=False)
    uren = textarea(
        "Wanneer is het open?",
        1_000,
        f"Bijvoorbeeld: {VOORBEELD}; za 10-14. Of: op afspraak.",
        rows=3,
    )
    feestdagen = forms.ChoiceField(
        label="En op feestdagen?", choices=Feestdagen.choices
    )
    altijd_bereikbaar = forms.BooleanField(
        label="Dag en nacht bereikbaar, ook in het weekend", required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.blokken: tuple[Blok, ...] = ()
        self.rijen: list[str] = []
        rows = {str(row.uuid): row for row in self.voorziening.telefoon_set.all()}
        for key, row in rows.items():
            self._add(key, show_phone(row.nummer), row.toelichting, row.mag_bellen)
        for key in self._gone(rows):
            self._add(key, "", "", "")
        room = len(rows) < self.MOST or self.data.get(f"nummer_{NEW}")
        if room and str(self.nieuw) not in rows:
            self._add(NEW, "", "", MagBellen.IEDEREEN)
        if self.te_rijk:
            del self.fields["uren"]

    def _add(self, key: str, nummer: str, uitleg: str, wie: str) -> None:
        which = len(self.rijen) + 1
        new = "Nog een nummer" if self.rijen else "Telefoonnummer"
        label = new if key == NEW else f"Telefoonnummer {which}"
        made = {
            f"nummer_{key}": line(
                label,
                80,
                initial=nummer,
                widget=forms.TextInput(attrs={"inputmode": "tel"}),
            ),
            f"uitleg_{key}": line("Uitleg bij dit nummer", 200, initial=uitleg),
            f"wie_{key}": forms.ChoiceField(
                label="Wie mag dit nummer bellen?",
                initial=wie,
                choices=MagBellen.choices,
                required=False,
            ),
        }
        for name, field in made.items():
            speak_plainly(field)
            self.fields[name] = field
        self.rijen.append(key)

    @cached_property
    def nieuw(self) -> UUID:
        """What the number that is added will be known by: sent twice, added once."""
        return _uuid(self.data.get(f"uuid_{NEW}", "")) or uuid.uuid4()

    @property
    def mee(self) -> list[tuple[str, str]]:
        return [*super().mee, (f"uuid_{NEW}", str(self.nieuw))]

    def _gone(self, rows: Container[str]) -> list[str]:
        """Numbers that the other took away and this person saw."""
        seen = [name.removeprefix("nummer_") for name in self.stood()]
        return [key for key in seen if _uuid(key) and key not in rows][: self.MOST]

    def one_thing(self) -> list[tuple[str, ...]]:
        rows = [tuple(f"{part}_{key}" for part in PARTS) for key in self.rijen]
        apart = {name for row in rows for name in row}
        others = (group for group in super().one_thing() if group[0] not in apart)
        return [*rows, *others]

    def start(self) -> dict[str, Any]:
        rows = self.voorziening.openingstijd_set.filter(dicht=False)
        known = rooster_of(rows, feestdagen=self.voorziening.feestdagen).blokken
        text = show_hours(known)
        self.te_rijk = text is None
        self.was = text or ""
        return super().start() | {"uren": self.was}

    def nummers(self) -> list[list[Any]]:
        """The rows, as bound fields."""
        return [[self[f"{part}_{key}"] for part in PARTS] for key in self.rijen]

    def clean_uren(self) -> str:
        text: str = self.cleaned_data["uren"]
        read = parse_hours(text)
        if text and read.fouten:
            raise forms.ValidationError(list(read.fouten))
        self.blokken = read.blokken if text else ()
        return text

    def zinnen(self) -> list[str]:
        """How people will read what was typed."""
        rooster = Rooster(self.blokken, (), self.cleaned_data.get("feestdagen", ""))
        return sentences(rooster, timezone.localdate())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.regels: list[Nummerregel] = []
        for key in self.rijen:
            text = cleaned.get(f"nummer_{key}", "")
            if text:
                self._read(key, text, cleaned)
        return cleaned

    def _read(self, key: str, text: str, cleaned: dict[str, Any]) -> None:
        if key == NEW and len(self.rijen) > self.MOST:
            self.add_error(f"nummer_{key}", f"Er passen {self.MOST} nummers. {FULL}")
            return
        found = parse_phone(text)
        if isinstance(found, Fout):
            self.add_error(f"nummer_{key}", found.zin)
            return
        words = cleaned.get(f"uitleg_{key}") or found.toelichting
        wie = cleaned.get(f"wie_{key}") or MagBellen.IEDEREEN
        row = self.nieuw if key == NEW else UUID(key)
        self.regels.append(Nummerregel(row, found.nummer, words, wie))

    def save(self) -> None:
        super().save()
        self.save_phones()
        if not self.te_rijk:
            self.save_hours()

    def save_phones(self) -> None:
        services.set_phones(voorziening=self.voorziening, nummers=self.regels)

    def save_hours(self) -> None:
        services.set_hours(voorziening=self.voorziening, blokken=self.blokken)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
