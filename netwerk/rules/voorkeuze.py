"""Presets of consent: a few plain choices in place of a list of parts (T4)."""

from dataclasses import dataclass

from .onderdelen import ONDERDELEN, TE_KIEZEN, Recht


@dataclass(frozen=True)
class Voorkeuze:
    sleutel: str
    naam: str
    zin: str
    rechten: dict[str, Recht]


def _read(*delen: str) -> dict[str, Recht]:
    return {deel: Recht.LEZEN for deel in delen if ONDERDELEN[deel].in_gebruik}


NIETS = Voorkeuze("niets", "Nog niets", "Je kiest later wat deze persoon ziet.", {})
KAART = Voorkeuze(
    "kaart",
    "Alleen mijn crisiskaart",
    "Wie je kan bellen, en wat wel en niet helpt.",
    _read("crisiskaart"),
)
MOEILIJK = Voorkeuze(
    "moeilijk",
    "Crisiskaart en signaleringsplan",
    "Ook wat anderen kunnen merken, en wat dan helpt.",
    _read("crisiskaart", "signaleringsplan"),
)
ALLES = Voorkeuze(
    "alles",
    "Alles lezen, behalve mijn dagboek",
    "Wat extra privé is, zet je zelf per deel aan.",
    _read(*(one.sleutel for one in TE_KIEZEN if not one.bijzonder)),
)
VOORKEUZES = {one.sleutel: one for one in (KAART, MOEILIJK, ALLES, NIETS)}


def named(rechten: dict[str, Recht]) -> Voorkeuze | None:
    """The preset that says exactly this."""
    given = {deel: recht for deel, recht in rechten.items() if recht}
    return next((one for one in VOORKEUZES.values() if one.rechten == given), None)
