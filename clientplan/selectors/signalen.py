"""The signaleringsplan: four phases, four questions each, a few lines under every one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from clientplan.choices import Signaalfase, Signaalsoort
from clientplan.models import Signaal
from clientplan.selectors.blik import Blik
from toegang.models import Gebruiker

ICONS = {
    Signaalfase.GOED: "sun",
    Signaalfase.MINDER: "cloud-sun",
    Signaalfase.SLECHT: "cloud-rain",
    Signaalfase.CRISIS: "lifebuoy",
}


@dataclass(frozen=True)
class Vraag:
    soort: Signaalsoort
    regels: tuple[Signaal, ...]

    @property
    def naam(self) -> str:
        return str(self.soort.label)


@dataclass(frozen=True)
class Fase:
    fase: Signaalfase
    vragen: tuple[Vraag, ...]

    @property
    def nummer(self) -> int:
        return int(self.fase)

    @property
    def naam(self) -> str:
        return str(self.fase.label)

    @property
    def icoon(self) -> str:
        return ICONS[self.fase]

    @property
    def leeg(self) -> bool:
        return not any(vraag.regels for vraag in self.vragen)

    def lines(self, soort: Signaalsoort) -> tuple[Signaal, ...]:
        return next(vraag.regels for vraag in self.vragen if vraag.soort == soort)


def phases(blik: Blik, user: Gebruiker) -> list[Fase]:
    """All four, also those without a line; one query."""
    rows = list(
        Signaal.objects.visible_to(user)
        .filter(client=blik.client)
        .select_related("client")
    )
    return [_phase(fase, rows) for fase in Signaalfase]


def _phase(fase: Signaalfase, rows: Iterable[Signaal]) -> Fase:
    here = [row for row in rows if row.fase == fase]
    return Fase(
        fase,
        tuple(
            Vraag(soort, tuple(row for row in here if row.soort == soort))
            for soort in Signaalsoort
        ),
    )


def last_changed(fasen: Iterable[Fase]) -> datetime | None:
    return max(
        (
            regel.gewijzigd_op
            for fase in fasen
            for vraag in fase.vragen
            for regel in vraag.regels
        ),
        default=None,
    )
