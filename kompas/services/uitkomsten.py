"""What a facilitator does with an outcome: agree on a score, hide a remark, keep names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone

from kompas.choices import Kaartstand
from kompas.models import (
    EigenWerkwijze,
    Groepsscore,
    Ronde,
    Stelling,
    Stellingantwoord,
)
from kompas.rules.opmerkingen import merk as mark_of
from logboek import services as logboek
from toegang.models import Gebruiker, Regio

EERSTE_BEURT = 1


class Conflict(Exception):
    """Somebody else changed it meanwhile; `theirs` is what is kept now."""

    def __init__(self, theirs: Groepsscore) -> None:
        super().__init__("changed by somebody else")
        self.theirs = theirs


class NietOpen(Exception):
    """The card is not open: there is nothing to agree on."""


class NietGevonden(Exception):
    """No remark with this mark stands at this statement."""


@transaction.atomic
def save_afspraak(
    *,
    ronde: Ronde,
    stelling: Stelling,
    score: int | None,
    notitie: str,
    versie: str,
    door: Gebruiker,
) -> Groepsscore | None:
    """The agreed score and note, or None when both are taken back. `versie` is
    `Afspraak.versie` of what the person had before them, "" for nothing yet.

    Also after closing: that freezes what people answered, and the talk may come later.

    Raises NietOpen, or Conflict when another version is kept now. The same words once
    more change nothing, so that a double click does no harm.
    """
    Ronde.objects.select_for_update(no_key=True).get(pk=ronde.pk)  # one at a time
    if not _is_open(ronde, stelling):
        raise NietOpen
    kept = Groepsscore.objects.filter(ronde=ronde, stelling=stelling).first()
    if kept is not None:
        if (kept.score, kept.notitie) == (score, notitie):
            return kept
        if kept.vastgelegd_op.isoformat() != versie:
            raise Conflict(kept)
    if score is None and not notitie:
        _take_back(kept)
        return None
    row = kept or Groepsscore(ronde=ronde, stelling=stelling)
    row.score, row.notitie = score, notitie
    row.vastgelegd_op, row.vastgelegd_door = timezone.now(), door
    row.save()
    _log("groepsscore", ronde, stelling, "vastgelegd")
    return row


def _take_back(kept: Groepsscore | None) -> None:
    if kept is not None:
        kept.delete()
        _log("groepsscore", kept.ronde, kept.stelling, "weggehaald")


@transaction.atomic
def hide_remark(
    *, ronde: Ronde, stelling: Stelling, merk: str, reden: str, door: Gebruiker
) -> None:
    """Takes a remark out of page, PDF and CSV, and leaves who, when and why.

    Raises NietGevonden. The trace names no ballot: only the statement.
    """
    _set_hidden(
        ronde,
        stelling,
        merk,
        hidden={
            "verborgen_op": timezone.now(),
            "verborgen_door": door,
            "verborgen_reden": reden,
        },
    )
    _log("opmerking", ronde, stelling, "verborgen")


@transaction.atomic
def show_remark(*, ronde: Ronde, stelling: Stelling, merk: str) -> None:
    """Puts a hidden remark back; the log keeps that it was hidden. Raises NietGevonden."""
    _set_hidden(
        ronde,
        stelling,
        merk,
        hidden={"verborgen_op": None, "verborgen_door": None, "verborgen_reden": ""},
    )
    _log("opmerking", ronde, stelling, "weer getoond")


@transaction.atomic
def keep_werkwijze(
    *, regio: Regio, naam: str, ook_genoemd: Sequence[str], door: Gebruiker
) -> EigenWerkwijze:
    """Keeps a name for the region, outside the edition; `ook_genoemd` are the spellings
    that become this one. A name that is kept already only gets the spellings."""
    Regio.objects.select_for_update(no_key=True).get(pk=regio.pk)  # one at a time
    there = EigenWerkwijze.objects.filter(regio=regio, naam__iexact=naam).first()
    row = there or EigenWerkwijze(regio=regio, naam=naam, toegevoegd_door=door)
    row.ook_genoemd = _spellings(row, ook_genoemd)
    row.save()
    logboek.record(
        logboek.Actie.UPDATE if there else logboek.Actie.CREATE,
        "eigen werkwijze",
        object_id=row.pk,
        regio=regio.slug,
    )
    return row


def _spellings(row: EigenWerkwijze, more: Iterable[str]) -> list[str]:
    kept = {name.casefold(): name for name in row.ook_genoemd}
    for name in more:
        kept.setdefault(name.casefold(), name)
    kept.pop(row.naam.casefold(), None)
    return sorted(kept.values())


def _is_open(ronde: Ronde, stelling: Stelling) -> bool:
    return ronde.kaarten.filter(thema=stelling.thema_id, stand=Kaartstand.OPEN).exists()


def _set_hidden(
    ronde: Ronde, stelling: Stelling, merk: str, *, hidden: dict[str, object]
) -> None:
    """Two remarks with the same words are one here: nobody can tell them apart."""
    if not _is_open(ronde, stelling):
        raise NietGevonden
    answers = Stellingantwoord.objects.filter(
        stembriefje__ronde=ronde, stelling=stelling, beurt=EERSTE_BEURT
    )
    texts = set(answers.exclude(opmerking="").values_list("opmerking", flat=True))
    about = f"stelling {stelling.pk}"
    found = [text for text in texts if mark_of(ronde.uuid, about, text) == merk]
    if not found:
        raise NietGevonden
    answers.filter(opmerking__in=found).update(**hidden)


def _log(soort: str, ronde: Ronde, stelling: Stelling, wat: str) -> None:
    logboek.record(
        logboek.Actie.UPDATE,
        soort,
        object_id=ronde.uuid,
        onderdeel=f"stelling {stelling.pk} {wat}",
        regio=ronde.traject.regio.slug,
    )
