"""What the roles round the sociale kaart find in their menu; registered in apps.py."""

from toegang.choices import Soort
from toegang.menu import Regel, register

MELDINGEN = Regel("Meldingen", "meldingen", prefixes=("melding",), plaats=55)


def register_lines() -> None:
    register(Soort.ORGANISATIEBEHEERDER, MELDINGEN)
    register(Soort.REGIOBEHEERDER, MELDINGEN)
