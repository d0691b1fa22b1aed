"""Two pages about the same help become one. The other's address and ids lead to it from
then on; nothing that people measured, reported or proposed is lost."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse

from logboek import services as logboek
from netwerk.choices import Controleveld
from netwerk.models import (
    Controle,
    Geendubbel,
    Melding,
    Samenvoeging,
    Sluitingsperiode,
    Voorstel,
    Voorziening,
    Voorzieningplek,
    Wachteinde,
    Wachttijd,
)
from netwerk.selectors.dubbelen import Deel, parts
from toegang.models import Gebruiker

from .meldingen import keepers_of
from .voorzieningen import record
from .zoekwoorden import add_words

BLIJFT, ANDER, SAMEN = "blijft", "ander", "samen"
# of both, whatever is chosen
ALWAYS: tuple[type[Any], ...] = (Wachttijd, Wachteinde, Melding, Voorstel)
# what makes two rows the same one; of other kinds everything but what is a row's own
SAME = {"telefoon_set": ["nummer"], "plekken": ["locatie_id"]}
OWN = {"id", "uuid", "hsds", "bron", "bron_id", "voorziening", "volgorde"}


class Gone(Exception):
    """One of the two is not there any more: somebody else merged it."""


class OtherRegion(ValueError):
    """Each region keeps its own kaart."""


@transaction.atomic
def merge(
    *,
    blijft: Voorziening,
    ander: Voorziening,
    keuzes: Mapping[str, str],
    door: Gebruiker,
) -> None:
    """`keuzes` says per part (selectors.dubbelen.parts) of which of the two it stays; what
    it does not name is the same in both. Raises Gone."""
    if blijft.pk == ander.pk:
        raise Gone
    keep, other = _held(blijft, ander)
    if keep.regio_id != other.regio_id:
        raise OtherRegion
    owners = {person for row in (keep, other) for person in keepers_of(row)}
    for deel in parts():
        choice = keuzes.get(deel.sleutel, BLIJFT)
        if deel.rijen:
            _rows(deel, keep, other, choice)
        elif choice == ANDER:
            for name in deel.kolommen:
                setattr(keep, name, getattr(other, name))
        if deel.veld:
            same = deel.sleutel not in keuzes
            _check(keep, other, deel.veld, SAMEN if same else choice, same=same)
    _check(keep, other, Controleveld.WACHTTIJD, SAMEN, same=True)
    _move_what_stays(keep, other)
    _point_here(keep, other)
    keep.eerst_op_kaart = keep.eerst_op_kaart or other.eerst_op_kaart
    keep.save()
    _end(keep, other, door)
    add_words(voorzieningen=[keep.pk])
    record(logboek.Actie.UPDATE, keep, "samengevoegd")
    _tell(keep, other, owners - {door})


@transaction.atomic
def are_two(*, een: Voorziening, ander: Voorziening) -> None:
    """Somebody looked: they are not named as doubles again."""
    low, high = sorted((een, ander), key=lambda row: row.pk)
    _, made = Geendubbel.objects.get_or_create(een=low, ander=high)
    if made:
        record(logboek.Actie.UPDATE, een, "geen dubbel")


def _held(blijft: Voorziening, ander: Voorziening) -> tuple[Voorziening, Voorziening]:
    """Both rows, in one order: two who merge the same two wait for each other."""
    rows = Voorziening.objects.select_related("regio", "organisatie").order_by("pk")
    held = rows.filter(pk__in=[blijft.pk, ander.pk])
    found = {row.pk: row for row in held.select_for_update(of=("self",))}
    if blijft.pk not in found or ander.pk not in found:
        raise Gone
    return found[blijft.pk], found[ander.pk]


# --- rows that hang on it


def _rows(deel: Deel, keep: Voorziening, other: Voorziening, choice: str) -> None:
    here, there = getattr(keep, deel.rijen), getattr(other, deel.rijen)
    if choice == ANDER:
        _drop(here.all())
    if choice in {ANDER, SAMEN}:
        known = {_said(deel, row) for row in here.all()}
        new = [row.pk for row in there.all() if _said(deel, row) not in known]
        there.filter(pk__in=new).update(voorziening=keep)
    if deel.rijen == "plekken" and choice == SAMEN:
        _carry_over(keep, other)
    _drop(there.all())


def _carry_over(keep: Voorziening, other: Voorziening) -> None:
    """Both stand at one address: what hangs on the other there comes along. Of the hours
    those of the one that stays hold, when it has any."""
    mine = {plek.locatie_id: plek for plek in keep.plekken.all()}
    for plek in other.plekken.filter(locatie__in=mine):
        stays = mine[plek.locatie_id]
        known = set(stays.telefoon_set.values_list("nummer", flat=True))
        plek.telefoon_set.exclude(nummer__in=known).update(plek=stays)
        plek.contact_set.update(plek=stays)
        if not stays.openingstijd_set.exists():
            plek.openingstijd_set.update(plek=stays)
        Voorstel.objects.filter(plek=plek).update(plek=stays)


def _said(deel: Deel, row: Any) -> tuple[Any, ...]:
    """What makes two rows the same one."""
    names = SAME.get(deel.rijen) or [
        field.attname for field in row._meta.concrete_fields if field.name not in OWN
    ]
    return tuple(getattr(row, name) for name in names)


def _drop(rows: QuerySet[Any]) -> None:
    """An address goes when nothing stands at it any more."""
    is_place = rows.model is Voorzieningplek
    places = [row.locatie for row in rows] if is_place else []
    rows.delete()
    for place in places:
        if not place.plekken.exists():
            place.delete()


def _check(
    keep: Voorziening, other: Voorziening, veld: str, choice: str, *, same: bool
) -> None:
    """When it was looked at: of the one it came from. Of what both say the last look
    counts; of what is put together the first, and only when there were two."""
    if choice == BLIJFT:
        return
    rows = Controle.objects.filter(voorziening__in=[keep, other], veld=veld)
    days = {row.voorziening_id: row for row in rows.order_by("gecontroleerd_op")}
    mine, theirs = days.get(keep.pk), days.get(other.pk)
    counts: Controle | None = theirs
    if choice == SAMEN:
        ordered = list(days.values()) if same or len(days) > 1 else []
        counts = ordered[-1 if same else 0] if ordered else None
    if counts is not None and counts == mine:
        return
    if mine:
        mine.delete()
    if counts:
        counts.voorziening = keep
        counts.save(update_fields=["voorziening"])


# --- what leads to it


def _move_what_stays(keep: Voorziening, other: Voorziening) -> None:
    for model in ALWAYS:
        model._meta.base_manager.filter(voorziening=other).update(voorziening=keep)
    waiting = Voorstel.objects.open().filter(voorziening=keep)
    waiting.update(organisatie=keep.organisatie)
    known = set(keep.kenmerken.values_list("term", "waarde"))
    for row in other.kenmerken.all():
        if (row.term_id, row.waarde) not in known:
            row.voorziening = keep
            row.save(update_fields=["voorziening"])


def _point_here(keep: Voorziening, other: Voorziening) -> None:
    """What sent people to the other sends them here; nothing sends to itself."""
    both = [keep.pk, other.pk]
    Voorziening.objects.filter(vervolg=other).exclude(pk__in=both).update(vervolg=keep)
    if keep.vervolg_id in both:
        keep.vervolg = None
    closed = Sluitingsperiode.objects.filter(alternatief=other)
    closed.exclude(voorziening__in=both).update(alternatief=keep)
    own = Sluitingsperiode.objects.filter(voorziening=keep, alternatief__in=both)
    own.update(alternatief=None)


def _end(keep: Voorziening, other: Voorziening, door: Gebruiker) -> None:
    """A goes up in B and B in C: then A leads to C."""
    Samenvoeging.objects.filter(blijft=other).update(blijft=keep)
    Samenvoeging.objects.create(
        regio=keep.regio,
        blijft=keep,
        oud_id=other.pk,
        oud_uuid=other.uuid,
        oud_slug=other.slug,
        oud_naam=other.naam,
        bron=other.bron,
        bron_id=other.bron_id,
        door=door,
    )
    record(logboek.Actie.DELETE, other, "samengevoegd")
    other.delete()


def _tell(keep: Voorziening, other: Voorziening, owners: Iterable[Gebruiker]) -> None:
    link = settings.BASE_URL + reverse("aanbod_een", args=[keep.uuid])
    for owner in sorted(owners, key=lambda person: person.pk):
        words = {"naam": owner.naam, "blijft": keep, "ander": other, "link": link}
        text = render_to_string("mail/netwerk_samengevoegd.txt", words)
        send_mail("Twee plekken zijn samengevoegd", text, None, [owner.email])
