"""The six texts of a story, and sentences to begin with for who wants them (P1): to be
finished, crossed out or passed over. Nothing here is asked."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Vraag:
    """`sleutel` is the key of the words; `mijn` heads the text on one's own page, `van` with
    the name of whose it is."""

    sleutel: str
    mijn: str
    van: str
    zinnen: tuple[str, ...]


_ALL = [
    Vraag(
        "wie_ik_ben",
        "Wie ik ben",
        "Wie {naam} is",
        (
            "Mensen kennen mij van …",
            "Wat ik altijd al goed kon, is …",
            "Ik ben trots op …",
            "Als ik me goed voel, dan …",
        ),
    ),
    Vraag(
        "wat_er_gebeurde",
        "Wat er gebeurde",
        "Wat er gebeurde",
        (
            "Het begon toen …",
            "Wat ik kwijtraakte, is …",
            "Wat anderen vaak niet weten, is …",
            "Wat ik eraan overhield, is …",
        ),
    ),
    Vraag(
        "hoop",
        "Wat mij hoop geeft",
        "Wat {naam} hoop geeft",
        (
            "Ik kom mijn bed uit voor …",
            "Wat voor mij de moeite waard is, is …",
            "Ik geloof in …",
            "Later wil ik weer …",
        ),
    ),
    Vraag(
        "wat_hielp",
        "Wat eerder hielp",
        "Wat eerder hielp",
        (
            "Op een slechte dag hielp het om …",
            "Iemand deed iets goeds toen …",
            "Wat ik vroeger graag deed, is …",
        ),
    ),
    Vraag(
        "krachten",
        "Mijn krachten",
        "Krachten van {naam}",
        (
            "Ik hou vol doordat …",
            "Een vriend zou over mij zeggen …",
            "Ik heb zelf in de hand dat …",
        ),
    ),
    Vraag(
        "spanning",
        "Wat mij spanning geeft",
        "Wat {naam} spanning geeft",
        (
            "Ik raak van slag door …",
            "Wat mij snel te veel wordt, is …",
            "Ik merk dat ik spanning heb als …",
        ),
    ),
]
VRAGEN = {one.sleutel: one for one in _ALL}

# Five doors (connectedness, hope, identity, meaning, empowerment), in our own words.
DEUREN = (
    ("Samen", "Bij wie hoor ik? Bij wie kan ik mezelf zijn?"),
    ("Hoop", "Waar kijk ik naar uit, hoe klein ook?"),
    ("Wie ik ben", "Wie ben ik nog meer, naast wat mij overkwam?"),
    ("Zin", "Wat maakt mijn dag de moeite waard?"),
    ("Grip", "Wat kan ik zelf kiezen of doen?"),
)
# Four questions, in our own words.
VIER = (
    "Wat maakte je mee?",
    "Wat is sterk aan jou, en waar ben je kwetsbaar?",
    "Waar wil je heen?",
    "Wat helpt je daarbij?",
)
