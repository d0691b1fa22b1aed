"""Loading an edition: all of it, or nothing (K1)."""

from pathlib import Path

from django.db import transaction

from kompas.models import (
    Begrip,
    Kompaseditie,
    OpenVraag,
    Stelling,
    Thema,
    Themadeel,
    Werkwijze,
    Werkwijzegroep,
)
from kompas.rules import edition
from logboek import services as logboek
from toegang.models import Gebruiker, Regio

OWN = Path(__file__).parents[1] / "content" / "netwerkkompas-b1.json"


class EditionExists(Exception):
    """This key and version is there already: a loaded edition never changes. `row` is
    what is there."""

    def __init__(self, row: Kompaseditie) -> None:
        super().__init__(f"{row.sleutel} {row.versie}")
        self.row = row


def own_edition() -> edition.Editie:
    """Ours, from the file that ships with the product."""
    found, faults = edition.read_edition(OWN.read_bytes(), OWN.name)
    if found is None:
        raise ValueError([str(fault) for fault in faults])
    return found


@transaction.atomic
def load_own_edition() -> Kompaseditie:
    """Ours, once; a second time it is only given back."""
    ours = own_edition()
    there = Kompaseditie.objects.filter(
        regio=None, sleutel=ours.sleutel, versie=ours.versie
    )
    return there.first() or load_edition(editie=ours)


@transaction.atomic
def load_edition(
    *,
    editie: edition.Editie,
    regio: Regio | None = None,
    door: Gebruiker | None = None,
) -> Kompaseditie:
    """Stores a valid edition, for one region or for all.

    Raises EditionExists when this key and version was loaded before: outcomes stay tied
    to the words they were given on, so other words are another version.
    """
    row, new = Kompaseditie.objects.get_or_create(
        regio=regio,
        sleutel=editie.sleutel,
        versie=editie.versie,
        defaults=_head(editie) | {"geladen_door": door},
    )
    if not new:
        raise EditionExists(row)
    begrippen = _add_begrippen(row, editie)
    for thema in editie.themas:
        _add_thema(row, thema, begrippen)
    _add_inventaris(row, editie.inventaris)
    logboek.record(
        logboek.Actie.CREATE,
        "kompaseditie",
        object_id=f"{editie.sleutel} {editie.versie}",
        regio=regio.slug if regio else logboek.PLATFORM,
    )
    return row


def _head(editie: edition.Editie) -> dict[str, object]:
    schaal = editie.schaal
    return {
        "naam": editie.naam,
        "bron": editie.bron,
        "schaal": [{"waarde": p.waarde, "label": p.label} for p in schaal.punten],
        "weet_niet": schaal.weet_niet,
        "past_niet_wij": schaal.past_niet.wij,
        "past_niet_ik": schaal.past_niet.ik,
        "eens_vanaf": schaal.eens_vanaf,
        "deels_eens_vanaf": schaal.deels_eens_vanaf,
        "inventaris_vraag": editie.inventaris.vraag,
    }


def _add_begrippen(row: Kompaseditie, editie: edition.Editie) -> dict[str, Begrip]:
    rows = Begrip.objects.bulk_create(
        Begrip(editie=row, sleutel=b.sleutel, naam=b.naam, uitleg=b.uitleg, bron=b.bron)
        for b in editie.begrippen
    )
    return {begrip.sleutel: begrip for begrip in rows}


def _add_thema(
    row: Kompaseditie, thema: edition.Thema, begrippen: dict[str, Begrip]
) -> None:
    card = Thema.objects.create(
        editie=row,
        nummer=thema.nummer,
        sleutel=thema.sleutel,
        naam=thema.naam,
        voor=thema.voor,
        aanspreking=thema.aanspreking,
        vraag=thema.vraag,
        inleiding=thema.inleiding,
        verhalen=[{"titel": v.titel, "tekst": v.tekst} for v in thema.verhalen],
    )
    delen = {
        deel.nummer: Themadeel.objects.create(
            thema=card, nummer=deel.nummer, naam=deel.naam
        )
        for deel in thema.delen
    }
    in_order = sorted(thema.stellingen, key=lambda s: (s.deel, s.nummer))
    for volgorde, stelling in enumerate(in_order, 1):
        made = Stelling.objects.create(
            thema=card,
            deel=delen[stelling.deel],
            nummer=stelling.nummer,
            volgorde=volgorde,
            tekst=stelling.tekst,
            toelichting=stelling.toelichting,
            bron=stelling.bron,
        )
        made.begrippen.set(begrippen[sleutel] for sleutel in stelling.begrippen)
    OpenVraag.objects.bulk_create(
        OpenVraag(
            thema=card,
            nummer=vraag.nummer,
            tekst=vraag.tekst,
            toelichting=vraag.toelichting,
            bron=vraag.bron,
        )
        for vraag in thema.open_vragen
    )


def _add_inventaris(row: Kompaseditie, inventaris: edition.Inventaris) -> None:
    groepen = {
        groep.sleutel: Werkwijzegroep.objects.create(
            editie=row,
            nummer=nummer,
            sleutel=groep.sleutel,
            naam=groep.naam,
            soort=groep.soort,
            vraag=groep.vraag,
        )
        for nummer, groep in enumerate(inventaris.groepen, 1)
    }
    for elders, lijst in ((False, inventaris.werkwijzen), (True, inventaris.elders)):
        for werkwijze in lijst:
            made = Werkwijze.objects.create(
                editie=row,
                sleutel=werkwijze.sleutel,
                naam=werkwijze.naam,
                afkorting=werkwijze.afkorting,
                synoniemen=list(werkwijze.synoniemen),
                uitleg=werkwijze.uitleg,
                onderbouwing=werkwijze.onderbouwing,
                vorm=werkwijze.vorm,
                elders=elders,
                groep=werkwijze.groep,
                bron=werkwijze.bron,
            )
            made.groepen.set(groepen[sleutel] for sleutel in werkwijze.groepen)
