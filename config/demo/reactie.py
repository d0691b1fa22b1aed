"""What others say of a page of Ggz Lindestroom: proposals and reports, one of each answered."""

from uuid import uuid4

from netwerk.choices import Meldstatus, Meldveld
from netwerk.models import Voorstel, Voorziening
from netwerk.services import meldingen, voorstellen
from toegang.models import Gebruiker, Regio

STAP, LABEL = "basis", "Wat is het, in een zin?"
THUIS, SPREEKUUR = "IHT-team Lindestroom", "Somatisch spreekuur"


def fill(regio: Regio, *, keeper: Gebruiker, other: Gebruiker, van: str) -> None:
    """`keeper` keeps those pages, `other` works at another organisation (`van`)."""

    def found(naam: str) -> Voorziening:
        return Voorziening.objects.get(regio=regio, naam=naam)

    def propose(row: Voorziening, kort: str, toelichting: str) -> Voorstel:
        return voorstellen.propose(
            uuid=uuid4(),
            organisatie=row.organisatie,
            voorziening=row,
            naam=row.naam,
            stap=STAP,
            velden=_changed(row, kort),
            toelichting=toelichting,
            door=other,
            namens=van,
        )

    propose(
        found(SPREEKUUR),
        "Een verpleegkundige kijkt naar je lichaam. Je mag iemand meenemen.",
        "Mensen vragen ons of ze alleen moeten komen. Jullie zeiden dat dat niet hoeft.",
    )
    answered = propose(
        found(THUIS),
        "Een paar weken elke dag hulp thuis. Bel zelf voor een afspraak.",
        "Iemand vertelde ons dat je zelf kunt bellen.",
    )
    voorstellen.decline(
        voorstel=answered,
        antwoord="Zelf bellen kan nog niet. De huisarts meldt je aan.",
        door=keeper,
    )
    meldingen.report(
        uuid=uuid4(),
        voorziening=found(SPREEKUUR),
        veld=Meldveld.OPENINGSTIJDEN,
        tekst="Op vrijdagmiddag was er niemand.",
    )
    looked_at = meldingen.report(
        uuid=uuid4(),
        voorziening=found(THUIS),
        veld=Meldveld.WACHTTIJD,
        tekst="Ik hoorde dat er wel plek is.",
    )
    meldingen.handle(
        melding=looked_at,
        status=Meldstatus.NIET_OVERGENOMEN,
        antwoord="We hebben het nagevraagd. De tijd op de pagina klopt.",
        door=keeper,
    )


def _changed(row: Voorziening, kort: str) -> list[dict[str, object]]:
    """As the form of the step keeps it."""
    said = {"voor_zegt": row.kort, "na_zegt": kort}
    return [{"naam": "kort", "wat": LABEL, "voor": [row.kort], "na": [kort], **said}]
