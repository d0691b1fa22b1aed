"""A round from start to end: beginning, opening cards, reminding, closing.

Locks are taken in the order of kompas/sql/stemmen.sql: ronde, kaart. Every act writes its
line with the round in it and never who takes part or what was answered (docs/adr/0004).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Max, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from basis.constraints import insert_once
from kompas.choices import Groep, Kaartstand, Voor, Weergave
from kompas.models import Kompaseditie, Ronde, Rondekaart, Thema, Traject
from kompas.querysets import LidQuerySet
from kompas.rules.code import new_code, shown
from kompas.selectors import genodigd
from logboek import services as logboek

from . import stemmen


@dataclass(frozen=True)
class Kaartkeuze:
    """A card that joins the round, and for which groups."""

    thema: Thema
    groepen: list[Groep]


@dataclass(frozen=True)
class Vorm:
    """How scores will be shown: the whole round, and the card of the uitvoerders, which
    is about themselves and therefore safe unless they are asked otherwise (K7)."""

    weergave: Weergave
    professionals: Weergave = Weergave.VEILIG

    def of(self, thema: Thema) -> Weergave:
        if self.weergave == Weergave.VEILIG:
            return Weergave.VEILIG
        return self.professionals if thema.voor == Voor.UITVOERING else self.weergave


@transaction.atomic
def start_ronde(
    *,
    uuid: UUID,
    traject: Traject,
    naam: str,
    editie: Kompaseditie,
    kaarten: Iterable[Kaartkeuze],
    vorm: Vorm,
    uitnodigen: bool,
) -> None:
    """A round that people can join at once. Sent twice, begun once.

    A traject may have several at the same time: people with lived experience can hold one
    of their own beside the one for all (K8).
    """
    Traject.objects.select_for_update(no_key=True, of=("self",)).get(pk=traject.pk)
    highest = traject.rondes.aggregate(n=Max("nummer"))["n"] or 0
    ronde = Ronde(
        uuid=uuid,
        traject=traject,
        editie=editie,
        nummer=highest + 1,
        naam=naam,
        weergave=vorm.weergave,
        code=_free_code(),
        geopend_op=timezone.now(),
    )
    ronde.sleutel_naam, ronde.sleutel_box = stemmen.new_key(uuid)
    if not insert_once(ronde):
        return
    Rondekaart.objects.bulk_create(
        Rondekaart(
            ronde=ronde,
            thema=kaart.thema,
            voor_groepen=list(kaart.groepen),
            weergave=vorm.of(kaart.thema),
        )
        for kaart in kaarten
    )
    _record(logboek.Actie.CREATE, ronde)
    if uitnodigen:
        _write_to_members(ronde, genodigd.invited(ronde), "ronde_uitnodiging")


@transaction.atomic
def change_weergave(*, ronde: Ronde, vorm: Vorm) -> bool:
    """How scores will be shown; False when that is fixed (`genodigd.may_change`).

    Holds the round and its cards: no save is under way while we look for answers.
    """
    held = Ronde.objects.running().select_for_update(no_key=True, of=("self",))
    now = held.filter(pk=ronde.pk).first()
    if now is None:
        return False
    kaarten = list(
        now.kaarten.select_related("thema")
        .order_by("pk")
        .select_for_update(of=("self",))
    )
    before = [now.weergave, *(kaart.weergave for kaart in kaarten)]
    after = [vorm.weergave, *(vorm.of(kaart.thema) for kaart in kaarten)]
    if before == after:
        return True
    opens = (Weergave.VEILIG, Weergave.OPEN_GESPREK) in zip(before, after, strict=True)
    if not genodigd.may_change(now, opens=opens):
        return False
    now.weergave = vorm.weergave
    now.save(update_fields=["weergave"])
    for kaart in kaarten:
        kaart.weergave = vorm.of(kaart.thema)
    Rondekaart.objects.bulk_update(kaarten, ["weergave"])
    _record(logboek.Actie.UPDATE, now, onderdeel="weergave")
    ronde.weergave = now.weergave
    return True


@transaction.atomic
def open_card(*, kaart: Rondekaart) -> bool:
    """Opens the outcome of a card, which freezes its scoring; False when it was open.

    Waits for the saves under way, which hold the card; who saves later is refused. Also
    after closing: then it only shows what was kept.
    """
    still_shut = Rondekaart.objects.filter(pk=kaart.pk, stand=Kaartstand.DICHT)
    if not still_shut.update(stand=Kaartstand.OPEN, geopend_op=timezone.now()):
        return False
    logboek.record(
        logboek.Actie.EXECUTE,
        "rondekaart",
        object_id=f"{kaart.ronde.uuid} {kaart.thema.sleutel}",
        onderdeel="geopend",
        regio=kaart.ronde.traject.regio.slug,
    )
    kaart.refresh_from_db(fields=["stand", "geopend_op"])
    return True


@transaction.atomic
def close_ronde(*, ronde: Ronde) -> bool:
    """Closes for good and cuts the last tie; False when it was closed already."""
    if not stemmen.cut(ronde=ronde):
        return False
    _record(logboek.Actie.EXECUTE, ronde, onderdeel="gesloten")
    return True


@transaction.atomic
def remind(*, ronde: Ronde) -> int:
    """A letter to every member who did not begin, once a day; how many went."""
    today = timezone.localdate()
    waiting = genodigd.not_started(ronde)
    if not waiting.exists():
        return 0
    free = Ronde.objects.running().filter(pk=ronde.pk).exclude(herinnerd_op=today)
    if not free.update(herinnerd_op=today):
        return 0
    ronde.herinnerd_op = today
    _record(logboek.Actie.EXECUTE, ronde, onderdeel="herinnerd")
    return _write_to_members(ronde, waiting, "ronde_herinnering")


def forgotten(today: date) -> list[UUID]:
    """Running rounds that may need a question: silent for RONDE_VRAAG_NA_DAGEN days."""
    day = today - timedelta(days=settings.RONDE_VRAAG_NA_DAGEN)
    silent = Ronde.objects.running().silent_since(day)
    return list(silent.order_by("pk").values_list("uuid", flat=True))


@transaction.atomic
def ask_or_close_forgotten(*, uuid: UUID, today: date) -> None:
    """Asks who leads it whether the round can close, once in a silence; closes it when the
    silence lasts, because only closing makes it untraceable for who manages the database.
    """
    held = Ronde.objects.running().select_for_update(of=("self",))
    ronde = held.select_related("traject__regio").filter(uuid=uuid).first()
    if ronde is None:
        return
    silent = today - ronde.stil_sinds
    if silent >= timedelta(days=settings.RONDE_SLUIT_NA_DAGEN):
        close_ronde(ronde=ronde)
        _write_to_leaders(ronde, "ronde_vanzelf_gesloten")
    elif silent >= timedelta(days=settings.RONDE_VRAAG_NA_DAGEN):
        _ask_once(ronde, today)


def _ask_once(ronde: Ronde, today: date) -> None:
    if ronde.nagevraagd:
        return
    ronde.nagevraagd_op = today
    ronde.save(update_fields=["nagevraagd_op"])
    _record(logboek.Actie.EXECUTE, ronde, onderdeel="nagevraagd")
    _write_to_leaders(ronde, "ronde_nog_open")


def _free_code() -> str:
    while True:
        code = new_code()
        if not Ronde.objects.filter(code=code).exists():
            return code


def _record(actie: logboek.Actie, ronde: Ronde, *, onderdeel: str = "") -> None:
    logboek.record(
        actie,
        "ronde",
        object_id=ronde.uuid,
        onderdeel=onderdeel,
        regio=ronde.traject.regio.slug,
    )


SUBJECTS = {
    "ronde_uitnodiging": "Je kunt meedoen aan een gesprek",
    "ronde_herinnering": "Doe je nog mee?",
    "ronde_nog_open": "Mag deze ronde dicht?",
    "ronde_vanzelf_gesloten": "De ronde is gesloten",
}


def _write_to_members(ronde: Ronde, leden: LidQuerySet, letter: str) -> int:
    """To those with an account; how many letters went."""
    link = settings.BASE_URL + reverse("meedoen_ronde", args=[ronde.code])
    return _write(
        ronde,
        letter,
        list(genodigd.with_account(leden).values_list("naam", "gebruiker__email")),
        {"link": link, "code": shown(ronde.code)},
    )


def _write_to_leaders(ronde: Ronde, letter: str) -> None:
    still = Q(tot=None) | Q(tot__gte=timezone.localdate())
    leaders = ronde.traject.begeleiders.filter(still, gebruiker__is_active=True)
    link = settings.BASE_URL + reverse("ronde", args=[ronde.uuid])
    _write(
        ronde,
        letter,
        list(leaders.values_list("naam", "gebruiker__email")),
        {
            "link": link,
            "vraag_dagen": settings.RONDE_VRAAG_NA_DAGEN,
            "sluit_dagen": settings.RONDE_SLUIT_NA_DAGEN,
        },
    )


def _write(
    ronde: Ronde,
    letter: str,
    to: list[tuple[str, str]],
    words: dict[str, object],
) -> int:
    """One letter each, so that nobody sees who else got one."""
    for naam, email in to:
        about = {"naam": naam, "ronde": ronde, "traject": ronde.traject, **words}
        text = render_to_string(f"mail/kompas_{letter}.txt", about)
        send_mail(SUBJECTS[letter], text, None, [email])
    return len(to)
