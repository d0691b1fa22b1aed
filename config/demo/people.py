"""Names for people who do not exist: the same ones each time, from a fixed seed."""

from collections.abc import Iterator
from random import Random

VOORNAMEN = [
    "Amina", "Els", "Joris", "Hanneke", "Youssef", "Petra", "Wim", "Ria", "Farida",
    "Lotte", "Sem", "Bea", "Marek", "Ilse", "Teun", "Noor", "Dilan", "Jaap", "Rosa",
    "Tarik", "Mieke", "Sanne", "Otto", "Şeyma", "Koen", "Lies", "Daan", "Ineke",
]  # fmt: skip
ACHTERNAMEN = [
    "Benali", "Vermaat", "Maas", "Bos", "Amrani", "Slager", "Kuiper", "Hofman",
    "Kılıç", "Oud", "van den Berg", "Visser", "Nowak", "'t Hart", "Dekker", "Verhagen",
    "de Wit", "van Leeuwen", "in 't Veld", "El Idrissi", "Brouwer", "Jansen-Mol",
    "Peters", "d'Ancona", "Smeets", "Zijlstra", "Postma", "de Graaf",
]  # fmt: skip


def names(seed: str) -> Iterator[str]:
    """Full names without end, no two the same in the first hundreds."""
    chance = Random(seed)  # noqa: S311 - a demo world, no secret
    pairs = [f"{first} {last}" for first in VOORNAMEN for last in ACHTERNAMEN]
    chance.shuffle(pairs)
    yield from pairs
