"""What somebody may, said to the client in a sentence."""

from collections.abc import Iterable, Mapping

from .onderdelen import TE_KIEZEN, Recht

JOUW = {
    "verhaal": "je verhaal",
    "doelen": "je doelen",
    "afspraken": "je afspraken",
    "signaleringsplan": "je signaleringsplan",
    "crisiskaart": "je crisiskaart",
}
DOET = {
    Recht.LEZEN: "Leest {}.",
    Recht.BIJDRAGEN: "Denkt mee over {}.",
    Recht.MEDE_EIGENAAR: "Schrijft zelf in {}.",
    Recht.EIGENAAR: "Beslist voor jou over {}.",
}


def may_sentence(rechten: Mapping[str, Recht]) -> str:
    """Of the parts that a plan has pages for; the widest right last."""
    seen = {
        one.sleutel: rechten[one.sleutel]
        for one in TE_KIEZEN
        if rechten.get(one.sleutel)
    }
    if len(seen) == len(TE_KIEZEN) and set(seen.values()) == {Recht.LEZEN}:
        return "Leest alles, behalve je dagboek."
    said = [
        sentence.format(in_a_row(JOUW[deel] for deel in seen if seen[deel] == recht))
        for recht, sentence in DOET.items()
        if recht in seen.values()
    ]
    return " ".join(said) or "Ziet niets."


def in_a_row(words: Iterable[str]) -> str:
    """ "Je verhaal, je doelen en je crisiskaart"; at least one."""
    *first, last = words
    return f"{', '.join(first)} en {last}" if first else last
