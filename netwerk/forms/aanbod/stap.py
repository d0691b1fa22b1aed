"""What each step shares."""

from typing import Any

from netwerk.forms.samen import SamenForm
from netwerk.models import Voorziening, Voorzieningplek
from netwerk.services import voorzieningen as services


class Stapform(SamenForm):
    """One step. `save` does what the step is for; with `plek` only of that address."""

    FIELDS: tuple[str, ...] = ()
    onderdeel = ""
    plek: Voorzieningplek | None = None

    def __init__(self, *args: Any, voorziening: Voorziening, **kwargs: Any) -> None:
        self.voorziening = voorziening
        super().__init__(*args, initial=self.start(), **kwargs)

    def start(self) -> dict[str, Any]:
        return {name: getattr(self.voorziening, name) for name in self.FIELDS}

    def velden(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.FIELDS}

    def losse(self) -> list[Any]:
        """What the page shows one under the other."""
        return list(self.visible_fields())

    def save(self) -> None:
        if not self.FIELDS:
            return
        services.change_fields(
            voorziening=self.voorziening, onderdeel=self.onderdeel, velden=self.velden()
        )
