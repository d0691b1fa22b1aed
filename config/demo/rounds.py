"""Two closed rounds twelve months apart, and one that is open: plausible and different."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from django.utils import timezone

from kompas.choices import Gebruik, Groep, Kaartstand, Keuze, Voor, Weergave
from kompas.models import (
    Groepsscore,
    Inventarisantwoord,
    Kaartklaar,
    Kerngroeplid,
    Kompaseditie,
    OpenAntwoord,
    Ronde,
    Rondekaart,
    Stelling,
    Stellingantwoord,
    Stembriefje,
    Thema,
    Traject,
    Werkwijze,
)
from kompas.services import stemmen
from kompas.services.deelname import join_as_member
from toegang.models import Gebruiker

from .words import NOTITIES, OPEN_ANTWOORDEN, OPMERKINGEN

CODE = "KV73MP"
SAYS_SOMETHING = 0.25  # of those who score a statement that has remarks
KNOWN, ANSWERED = 45, 24  # methods: heard of in this region, and answered by one person
LEVEL = {  # how a theme is seen by uitvoering, and what a year adds
    "visie": (3.1, 0.4),
    "mens_centraal": (2.8, 0.2),
    "samenwerking": (2.1, 0.4),
    "professionals": (3.7, 0.0),
    "organisaties": (2.7, 0.1),
}
OFFSET = {Groep.ERVARING: -0.6, Groep.UITVOERING: 0.0, Groep.BELEID: 0.5}


@dataclass(frozen=True)
class Plan:
    """One round: when, how many of the members join, and how it is shown."""

    nummer: int
    naam: str
    dag: date
    people: int
    weergave: Weergave
    year: int


def fill(traject: Traject, *, begeleider: Gebruiker, today: date) -> str:
    """Returns the join code of the round that is open."""
    editie = Kompaseditie.objects.get(regio=None)
    plans = [
        Plan(
            1, "Eerste keer", today - timedelta(days=735), 9, Weergave.OPEN_GESPREK, 0
        ),
        Plan(2, "Een jaar later", today - timedelta(days=370), 11, Weergave.VEILIG, 1),
        Plan(3, "Dit najaar", today, 5, Weergave.OPEN_GESPREK, 2),
    ]
    for plan in plans:
        Round(traject, editie, plan, begeleider).fill(closed=plan is not plans[-1])
    return CODE


class Round:
    def __init__(
        self, traject: Traject, editie: Kompaseditie, plan: Plan, begeleider: Gebruiker
    ) -> None:
        self.plan, self.begeleider = plan, begeleider
        self.remarks = {where: list(said) for where, said in OPMERKINGEN.items()}
        self.chance = Random(f"{traject.naam}{plan.nummer}")  # noqa: S311
        self.tells = {
            nummer: self.chance.sample(said, len(said))
            for nummer, said in OPEN_ANTWOORDEN.items()
        }
        begin = at(plan.dag, time(13, 30))
        self.ronde = Ronde(
            traject=traject,
            editie=editie,
            nummer=plan.nummer,
            naam=plan.naam,
            weergave=plan.weergave,
            code=CODE if plan.year == 2 else f"OUD{plan.nummer}DM",  # noqa: PLR2004
            geopend_op=min(begin, timezone.now()),
            laatste_antwoord_dag=plan.dag,
        )
        name, box = stemmen.new_key(self.ronde.uuid)
        self.ronde.sleutel_naam, self.ronde.sleutel_box = name, box
        self.ronde.save()
        self.cards = [self._card(thema) for thema in editie.themas.all()]
        self.stellingen = list(Stelling.objects.filter(thema__editie=editie).on_card())
        self.skews = {s.pk: self._skew(s) for s in self.stellingen}

    def _card(self, thema: Thema) -> Rondekaart:
        everyone = thema.voor == Voor.IEDEREEN
        ik = thema.sleutel == "professionals"
        return Rondekaart.objects.create(
            ronde=self.ronde,
            thema=thema,
            voor_groepen=Groep.values if everyone else [thema.voor],
            weergave=Weergave.VEILIG if ik else self.plan.weergave,
        )

    def _skew(self, stelling: Stelling) -> float:
        """Some statements are loved and some hurt, in every year alike."""
        return Random(f"{stelling.thema.sleutel}{stelling.volgorde}").gauss(0, 0.7)  # noqa: S311

    def fill(self, *, closed: bool) -> None:
        for lid in self._members():
            self._take_part(lid, all_cards=closed)
        if closed:
            self._open_cards()
            stemmen.cut(ronde=self.ronde)
            Ronde.objects.filter(pk=self.ronde.pk).update(
                gesloten_op=at(self.plan.dag + timedelta(days=7), time(16))
            )

    def _members(self) -> list[Kerngroeplid]:
        """Everyone with lived experience, and of the others as many as there is room."""
        leden = list(Kerngroeplid.objects.filter(traject=self.ronde.traject))
        self.chance.shuffle(leden)
        leden.sort(key=lambda lid: lid.groep != Groep.ERVARING)
        return leden[: self.plan.people]

    def _take_part(self, lid: Kerngroeplid, *, all_cards: bool) -> None:
        deelnemer = join_as_member(lid=lid, ronde=self.ronde)
        if deelnemer is None:
            raise RuntimeError("the round is closed")
        briefje = Stembriefje.objects.get(kenmerk=deelnemer.kenmerk)
        mine = [card for card in self.cards if lid.groep in card.voor_groepen]
        done = mine if all_cards else mine[:3]
        for card in done:
            self._answer(card, briefje.pk, lid.groep)
            Kaartklaar.objects.create(deelname=deelnemer.deelname, kaart=card)

    def _answer(self, card: Rondekaart, briefje: UUID, groep: Groep) -> None:
        sleutel = card.thema.sleutel
        if sleutel == "interventies":
            self._answer_open(card, briefje)
            return
        Stellingantwoord.objects.bulk_create(
            Stellingantwoord(
                stembriefje_id=briefje,
                stelling=stelling,
                beurt=1,
                versie=1,
                keuze=self._choice(stelling, groep),
                opmerking=self._remark(sleutel, stelling.volgorde),
            )
            for stelling in self.stellingen
            if stelling.thema_id == card.thema_id
        )

    def _choice(self, stelling: Stelling, groep: Groep) -> str:
        luck = self.chance.random()
        if luck < 0.06:  # noqa: PLR2004
            return Keuze.WEET_NIET
        if luck < 0.08:  # noqa: PLR2004
            return Keuze.PAST_NIET
        level, growth = LEVEL[stelling.thema.sleutel]
        mean = level + growth * self.plan.year + OFFSET[groep] + self.skews[stelling.pk]
        return str(min(5, max(1, round(self.chance.gauss(mean, 0.7)))))

    def _remark(self, sleutel: str, volgorde: int) -> str:
        """Each remark is made once in a round."""
        left = self.remarks.get((sleutel, volgorde), [])
        if not left or self.chance.random() > SAYS_SOMETHING:
            return ""
        return left.pop()

    def _answer_open(self, card: Rondekaart, briefje: UUID) -> None:
        for vraag in card.thema.open_vragen.all():
            left = self.tells[vraag.nummer]
            if left and self.chance.random() < 0.5:  # noqa: PLR2004
                OpenAntwoord.objects.create(
                    stembriefje_id=briefje,
                    vraag=vraag,
                    versie=1,
                    tekst=left.pop(),
                )
        methods = self._known_here()
        weights = {Gebruik.DOEN: 5, Gebruik.WILLEN: 2, Gebruik.WEET_NIET: 3}
        Inventarisantwoord.objects.bulk_create(
            Inventarisantwoord(
                stembriefje_id=briefje,
                werkwijze=werkwijze,
                versie=1,
                gebruik=self.chance.choices(list(weights), list(weights.values()))[0],
            )
            for werkwijze in self.chance.sample(methods, min(ANSWERED, len(methods)))
        )

    def _known_here(self) -> list[Werkwijze]:
        """What people in this region have heard of, the same each year."""
        methods = list(Werkwijze.objects.filter(editie=self.ronde.editie, elders=False))
        return Random(CODE).sample(methods, min(KNOWN, len(methods)))  # noqa: S311

    def _open_cards(self) -> None:
        opened = at(self.plan.dag, time(15))
        self.ronde.kaarten.update(stand=Kaartstand.OPEN, geopend_op=opened)
        for stelling in self.stellingen:
            notitie = NOTITIES.get((stelling.thema.sleutel, stelling.volgorde))
            if notitie:
                Groepsscore.objects.create(
                    ronde=self.ronde,
                    stelling=stelling,
                    score=2 + self.plan.year,
                    notitie=notitie,
                    vastgelegd_op=opened,
                    vastgelegd_door=self.begeleider,
                )


def at(day: date, clock: time) -> datetime:
    """A moment of that day, in Dutch time."""
    return timezone.make_aware(datetime.combine(day, clock))
