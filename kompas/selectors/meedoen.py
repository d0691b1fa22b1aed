"""What a participant sees: their cards, one statement at a time, and their own answers.

Own answers are read through `Deelnemer.kenmerk`, so by nobody else, and no longer once
the round is closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from kompas.choices import Gebruik, Kaartstand, Keuze, Weergave
from kompas.models import (
    Begrip,
    Deelname,
    Inventarisantwoord,
    Kaartklaar,
    OpenAntwoord,
    OpenVraag,
    Ronde,
    Rondekaart,
    Stelling,
    Stellingantwoord,
    Thema,
    Werkwijze,
    Werkwijzegroep,
)
from toegang.models import Gebruiker

from .deelname import Deelnemer

BEURT = 1
VRAAG_NAAR_NAMEN = 4  # number 4 of the source: what is not named in the inventory


@dataclass(frozen=True)
class Kaartregel:
    """A card in the list of a participant."""

    kaart: Rondekaart
    van_mij: bool
    mag_ook: bool  # theirs by choice: an ervaringsdeskundige in paid service (K3)
    klaar: bool
    stellingen: int
    vragen: int
    beantwoord: int  # statements with a choice, or open questions with words
    werkwijzen: int  # ticked in the inventory

    @property
    def thema(self) -> Thema:
        return self.kaart.thema

    @property
    def aantal(self) -> int:
        return self.stellingen + self.vragen

    @property
    def open(self) -> bool:
        return self.kaart.stand == Kaartstand.OPEN

    @property
    def te_doen(self) -> bool:
        if self.mag_ook and not self.beantwoord:
            return False
        return self.van_mij and not self.open and not self.klaar


@dataclass(frozen=True)
class Kaarten:
    mijn: list[Kaartregel]
    andere: list[Kaartregel]

    @property
    def volgende(self) -> Kaartregel | None:
        """The first card that is not finished; None when there is nothing left to do."""
        return next((regel for regel in self.mijn if regel.te_doen), None)

    @property
    def begonnen(self) -> bool:
        rows = [*self.mijn, *self.andere]
        return any(row.beantwoord or row.werkwijzen or row.klaar for row in rows)

    @property
    def stellingen(self) -> int:
        return sum(regel.beantwoord for regel in self.mijn if regel.stellingen)

    @property
    def vragen(self) -> int:
        return sum(regel.beantwoord for regel in self.mijn if regel.vragen)


def kaarten(wie: Deelnemer) -> Kaarten:
    """The cards of the round, those of this participant apart."""
    done = set(
        Kaartklaar.objects.filter(deelname=wie.deelname).values_list("kaart", flat=True)
    )
    given = _given(wie)
    ticked = _answers(Inventarisantwoord, wie).exclude(gebruik="").count()
    regels = [
        Kaartregel(
            kaart=kaart,
            van_mij=wie.may_answer(kaart),
            mag_ook=wie.deelname.groep not in kaart.voor_groepen,
            klaar=kaart.pk in done,
            stellingen=kaart.stellingen,
            vragen=kaart.vragen,
            beantwoord=given.get(kaart.thema_id, 0),
            werkwijzen=ticked if kaart.vragen else 0,
        )
        for kaart in _cards(wie.ronde)
    ]
    return Kaarten(
        mijn=[regel for regel in regels if regel.van_mij],
        andere=[regel for regel in regels if not regel.van_mij],
    )


def _cards(ronde: Ronde) -> Any:
    return ronde.kaarten.select_related("thema__editie").annotate(
        stellingen=Count("thema__stellingen", distinct=True),
        vragen=Count("thema__open_vragen", distinct=True),
    )


def _answers(model: Any, wie: Deelnemer) -> Any:
    return model.objects.filter(stembriefje__kenmerk=wie.kenmerk)


def _given(wie: Deelnemer) -> dict[int, int]:
    """Theme -> how many of its statements and questions were answered."""
    chosen = _answers(Stellingantwoord, wie).filter(beurt=BEURT).exclude(keuze="")
    written = _answers(OpenAntwoord, wie).exclude(tekst="")
    per_thema = chosen.values_list("stelling__thema").annotate(n=Count("*"))
    return dict(per_thema) | dict(
        written.values_list("vraag__thema").annotate(n=Count("*"))
    )


def kaart(wie: Deelnemer, sleutel: str) -> Any | None:
    """A card of the round by the key of its theme, with `stellingen` and `vragen`
    counted; None when it is not in the round."""
    return _cards(wie.ronde).filter(thema__sleutel=sleutel).first()


def is_veilig(kaart: Rondekaart, ronde: Ronde) -> bool:
    """The stricter of round and card decides how scores are shown."""
    return Weergave.VEILIG in (kaart.weergave, ronde.weergave)


@dataclass(frozen=True)
class Vorm:
    """How the scores of a round will be shown; `veilig` are the cards that differ."""

    hele_ronde_veilig: bool
    veilig: list[str]


def vorm(ronde: Ronde) -> Vorm:
    """For the line that everybody reads before the first answer (K7)."""
    cards = list(ronde.kaarten.select_related("thema"))
    safe = [card.thema.naam for card in cards if is_veilig(card, ronde)]
    whole = len(safe) == len(cards)
    return Vorm(hele_ronde_veilig=whole, veilig=[] if whole else safe)


@dataclass(frozen=True)
class Stellingblad:
    """One statement with what this participant answered so far."""

    kaart: Any
    stelling: Stelling
    begrippen: list[Begrip]
    keuze: str
    opmerking: str
    versie: int

    @property
    def aantal(self) -> int:
        return int(self.kaart.stellingen)

    @property
    def leeg(self) -> bool:
        return not (self.keuze or self.opmerking)


def stellingblad(wie: Deelnemer, kaart: Any, volgorde: int) -> Stellingblad | None:
    """Statement number `volgorde` of a card; None when there is none."""
    stelling = (
        Stelling.objects.filter(thema=kaart.thema_id, volgorde=volgorde)
        .select_related("deel")
        .first()
    )
    if stelling is None:
        return None
    given = _answers(Stellingantwoord, wie).filter(stelling=stelling, beurt=BEURT)
    answer = given.first()
    return Stellingblad(
        kaart=kaart,
        stelling=stelling,
        begrippen=list(stelling.begrippen.all()),
        keuze=answer.keuze if answer else "",
        opmerking=answer.opmerking if answer else "",
        versie=answer.versie if answer else 0,
    )


@dataclass(frozen=True)
class Leesregel:
    """A statement to read, with the own answer when there is one."""

    stelling: Stelling
    antwoord: str
    opmerking: str


def leesregels(wie: Deelnemer, kaart: Any) -> list[Leesregel]:
    """All statements of a card, to read; own answers in words."""
    words = in_words(kaart.thema)
    given = _answers(Stellingantwoord, wie).filter(
        stelling__thema=kaart.thema_id, beurt=BEURT
    )
    mine = {row.stelling_id: row for row in given}
    stellingen = Stelling.objects.filter(thema=kaart.thema_id).select_related("deel")
    return [
        Leesregel(
            stelling=stelling,
            antwoord=words.get(row.keuze, "") if row else "",
            opmerking=row.opmerking if row else "",
        )
        for stelling in stellingen.order_by("volgorde")
        for row in [mine.get(stelling.pk)]
    ]


@dataclass(frozen=True)
class Vraagblad:
    """One open question with what this participant wrote so far."""

    kaart: Any
    vraag: OpenVraag
    plaats: int  # on the card, from 1
    tekst: str
    versie: int

    @property
    def leeg(self) -> bool:
        return not self.tekst

    @property
    def namen(self) -> bool:
        """Whether it asks for names, one on a line: what else does the region do?"""
        return self.vraag.nummer == VRAAG_NAAR_NAMEN


def vraagblad(wie: Deelnemer, kaart: Any, nummer: int) -> Vraagblad | None:
    asked = OpenVraag.objects.filter(thema=kaart.thema_id, nummer__lte=nummer)
    *before, vraag = asked.order_by("nummer") or [None]
    if vraag is None or vraag.nummer != nummer:
        return None
    answer = _answers(OpenAntwoord, wie).filter(vraag=vraag).first()
    return Vraagblad(
        kaart=kaart,
        vraag=vraag,
        plaats=len(before) + 1,
        tekst=answer.tekst if answer else "",
        versie=answer.versie if answer else 0,
    )


def vragen(wie: Deelnemer, kaart: Any) -> list[tuple[OpenVraag, str]]:
    """The open questions of a card, each with what this participant wrote."""
    given = dict(_answers(OpenAntwoord, wie).values_list("vraag", "tekst"))
    asked = OpenVraag.objects.filter(thema=kaart.thema_id).order_by("nummer")
    return [(vraag, given.get(vraag.pk, "")) for vraag in asked]


def werkwijzegroepen(kaart: Any) -> QuerySet[Werkwijzegroep]:
    return Werkwijzegroep.objects.filter(editie=kaart.thema.editie_id).order_by(
        "nummer"
    )


@dataclass(frozen=True)
class Werkwijzeregel:
    werkwijze: Werkwijze
    gebruik: str
    versie: int


@dataclass(frozen=True)
class Werkwijzeblad:
    """One group of the inventory: `deel` of `delen`."""

    kaart: Any
    groep: Werkwijzegroep
    deel: int
    delen: int
    regels: list[Werkwijzeregel]


def werkwijzeblad(wie: Deelnemer, kaart: Any, deel: int) -> Werkwijzeblad | None:
    groepen = list(werkwijzegroepen(kaart))
    if not 1 <= deel <= len(groepen):
        return None
    groep = groepen[deel - 1]
    given = {
        row.werkwijze_id: row
        for row in _answers(Inventarisantwoord, wie).filter(werkwijze__groepen=groep)
    }
    regels = [
        Werkwijzeregel(
            werkwijze=werkwijze,
            gebruik=row.gebruik if row else "",
            versie=row.versie if row else 0,
        )
        for werkwijze in groep.werkwijzen.order_by("naam")
        for row in [given.get(werkwijze.pk)]
    ]
    return Werkwijzeblad(kaart, groep, deel, len(groepen), regels)


def overgeslagen(wie: Deelnemer, kaart: Any) -> list[int]:
    """The places on a card that have no answer yet, in order."""
    done = _answers(Stellingantwoord, wie).filter(beurt=BEURT).exclude(keuze="")
    left = Stelling.objects.filter(thema=kaart.thema_id).exclude(
        pk__in=done.values("stelling")
    )
    return list(left.order_by("volgorde").values_list("volgorde", flat=True))


def eerste_lege(wie: Deelnemer, kaart: Any) -> int:
    """Where to go on with a card: the first statement without an answer, else 1."""
    return next(iter(overgeslagen(wie, kaart)), 1)


def delen(ronde: Ronde) -> int:
    """How many groups the inventory of this edition has."""
    return Werkwijzegroep.objects.filter(editie=ronde.editie_id).count()


def neighbour_of_stelling(
    ronde: Ronde, kaart: str, place: int, step: int
) -> int | None:
    """The place on the card after (`step` 1) or before (-1); None at the end."""
    on_card = Stelling.objects.filter(
        thema__editie=ronde.editie_id, thema__sleutel=kaart
    )
    return _neighbour(on_card, "volgorde", place, step)


def neighbour_of_vraag(ronde: Ronde, kaart: str, nummer: int, step: int) -> int | None:
    """The same for the open questions; after 0 comes the first."""
    on_card = OpenVraag.objects.filter(
        thema__editie=ronde.editie_id, thema__sleutel=kaart
    )
    return _neighbour(on_card, "nummer", nummer, step)


def _neighbour(rows: Any, name: str, here: int, step: int) -> int | None:
    found = rows.filter(**{f"{name}__gt" if step > 0 else f"{name}__lt": here})
    ordered = found.order_by(name if step > 0 else f"-{name}")
    return ordered.values_list(name, flat=True).first()


def in_words(thema: Thema) -> dict[str, str]:
    """What can be chosen on a card -> how it is said. Needs `thema.editie`."""
    editie = thema.editie
    words = {str(value): f"{value}, {label}" for value, label in thema.schaal}
    return words | {
        Keuze.WEET_NIET.value: editie.weet_niet,
        Keuze.PAST_NIET.value: thema.past_niet,
    }


def stelling_in_words(ronde: Ronde, sent: dict[str, Any]) -> dict[str, str]:
    """An answer that was sent, to read and copy: `vraag`, `keuze`, `woorden`."""
    found = (
        Stelling.objects.filter(
            thema__editie=ronde.editie_id,
            thema__sleutel=sent["kaart"],
            volgorde=sent["stelling"],
        )
        .select_related("thema__editie")
        .first()
    )
    return {
        "vraag": found.tekst if found else "",
        "keuze": in_words(found.thema).get(sent["keuze"], "") if found else "",
        "woorden": sent["opmerking"],
    }


def vraag_in_words(ronde: Ronde, sent: dict[str, Any]) -> dict[str, str]:
    asked = OpenVraag.objects.filter(
        thema__editie=ronde.editie_id,
        thema__sleutel=sent["kaart"],
        nummer=sent["vraag"],
    )
    return {
        "vraag": asked.values_list("tekst", flat=True).first() or "",
        "woorden": sent["tekst"],
    }


def werkwijzen_in_words(
    ronde: Ronde, sent: list[tuple[str, str, int]]
) -> dict[str, str]:
    names = dict(
        Werkwijze.objects.filter(
            editie=ronde.editie_id, sleutel__in=[key for key, _, _ in sent]
        ).values_list("sleutel", "naam")
    )
    lines = [
        f"{names[key]}: {Gebruik(gebruik).label}"
        for key, gebruik, _ in sent
        if key in names
    ]
    return {"woorden": "\n".join(lines)}


@dataclass(frozen=True)
class Gesprek:
    """An open round on the page of a member of the kerngroep."""

    ronde: Ronde
    doet_mee: bool
    kaarten: int
    kaarten_klaar: int
    iets_open: bool  # at least one outcome can be read

    @property
    def klaar(self) -> bool:
        return self.doet_mee and self.kaarten_klaar >= self.kaarten


def gesprekken(user: Gebruiker) -> list[Gesprek]:
    """The open rounds this person can take part in as a member, the newest first."""
    rondes = Ronde.objects.allowed(user, "ronde.meedoen").running()
    rondes = rondes.select_related("traject").prefetch_related("kaarten")
    mine = Deelname.objects.filter(gebruiker=user, ronde__gesloten_op=None)
    joined = {row.ronde_id: row for row in mine.prefetch_related("klaar")}
    return [
        _gesprek(ronde, joined.get(ronde.pk))
        for ronde in rondes.order_by("-geopend_op")
    ]


def _gesprek(ronde: Ronde, deelname: Deelname | None) -> Gesprek:
    done = {row.kaart_id for row in deelname.klaar.all()} if deelname else set()
    left = [
        kaart.pk
        for kaart in ronde.kaarten.all()
        if deelname
        and deelname.groep in kaart.voor_groepen
        and kaart.stand == Kaartstand.DICHT
        and kaart.pk not in done
    ]
    total = len(done) + len(left)
    opened = any(kaart.stand == Kaartstand.OPEN for kaart in ronde.kaarten.all())
    return Gesprek(ronde, deelname is not None, total, len(done), opened)
