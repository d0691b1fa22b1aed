"""The kaart as the simple spreadsheet, with the columns that are read in again."""

from collections.abc import Iterator, Sequence

from basis.csv import Cell
from basis.xlsx import Sheet, workbook
from netwerk.choices import MagBellen
from netwerk.models import Openingstijd, Voorziening
from netwerk.rules.herhaling import Blok
from netwerk.rules.urentekst import show_hours
from netwerk.rules.voorzieningenblad import CHOICES, KOLOMMEN
from netwerk.selectors.hsds import LABELS, Blik
from netwerk.selectors.hsds_alles import service_rows
from toegang.models import Regio

NAMES = [kolom.naam for kolom in KOLOMMEN.values()]
UITLEG = ("Kolom", "Wat zet je erin?")
VOORBEELD = {
    "naam": "Inloop De Veranda",
    "organisatie": "Stichting Voorbeeld",
    "kort": "Kom binnen voor koffie en een praatje.",
    "telefoon": "113",
    "website": "https://www.voorbeeld.example",
    "openingstijden": "ma-vr 9:00-17:00",
    "functies": "Steun van anderen; Activiteiten en meedoen",
    "informeel": "ja",
    "gecontroleerd": "4 oktober 2026",
}


def as_workbook(regio: Regio, blik: Blik) -> bytes:
    rows = (_row(v) for v in service_rows(regio, blik))
    return workbook([Sheet("Plekken", NAMES, rows), _explained()])


def example() -> bytes:
    """To begin from: one row, and what goes into each column."""
    row = [VOORBEELD.get(key, "") for key in KOLOMMEN]
    return workbook([Sheet("Plekken", NAMES, [row]), _explained()])


def _explained() -> Sheet:
    def told() -> Iterator[Sequence[Cell]]:
        for key, kolom in KOLOMMEN.items():
            more = ""
            if key in CHOICES:
                more = f" Kies uit: {'; '.join(LABELS[CHOICES[key]].values())}."
            yield kolom.naam, f"{kolom.uitleg}{more}"

    return Sheet("Uitleg", UITLEG, told())


def _row(v: Voorziening) -> list[Cell]:
    place = next((p.locatie for p in v.plekken.all() if not p.locatie.geheim), None)
    cells: dict[str, Cell] = {
        "nummer": str(v.uuid),
        "naam": v.naam,
        "organisatie": v.organisatie.naam,
        "kort": v.kort,
        "omschrijving": v.omschrijving,
        "telefoon": _phone(v),
        "email": v.email,
        "website": v.website,
        "adres": place.adres if place else "",
        "postcode": place.postcode if place else "",
        "plaats": place.plaats if place else "",
        "openingstijden": show_hours(map(_block, v.openingstijd_set.all())) or "",
        "gebied": "; ".join(_areas(v)),
        "informeel": _yes(v.informeel),
        "indicatie": _yes(v.indicatie_nodig),
        "min": v.min_leeftijd,
        "max": v.max_leeftijd,
        "aanmelden": v.aanmelden,
        "kosten": v.kosten,
        "trefwoorden": "; ".join(v.trefwoorden),
        "gecontroleerd": next(
            (c.gecontroleerd_op for c in v.controles.all() if c.veld == "rest"), None
        ),
    }
    for key, prop in CHOICES.items():
        values = getattr(v, key)
        cells[key] = "; ".join(LABELS[prop].get(value, value) for value in values)
    return [cells[key] for key in KOLOMMEN]


def _phone(v: Voorziening) -> str:
    public = MagBellen.op_de_kaart()
    rows = [t for t in v.telefoon_set.all() if t.mag_bellen in public]
    if not rows:
        return ""
    return ", ".join(part for part in (rows[0].nummer, rows[0].toelichting) if part)


def _areas(v: Voorziening) -> Iterator[str]:
    for area in v.werkgebieden.all():
        if area.hele_regio:
            yield v.regio.naam
        else:
            yield str(area.wijk or area.gemeente or area.naam)


def _yes(value: bool | None) -> str:  # noqa: FBT001 - three answers, in words
    return "" if value is None else "ja" if value else "nee"


def _block(row: Openingstijd) -> Blok:
    return Blok(
        opens_at=row.opent_om,
        closes_at=row.sluit_om,
        freq=row.herhaling,
        byday=row.dagen,
        interval=row.interval,
        dtstart=row.begint_op,
        byweekno=row.weken,
        bymonthday=row.dagen_van_maand,
        wkst=row.weekbegin,
        op_afspraak=row.op_afspraak,
    )
