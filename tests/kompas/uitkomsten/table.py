"""A round with people at the table, and what they answered."""

from __future__ import annotations

from collections import defaultdict

from django.urls import reverse

from lxml import html as lxml_html

from kompas.choices import Kaartstand, Rol
from kompas.models import (
    Deelname,
    Inventarisantwoord,
    OpenAntwoord,
    Ronde,
    Stelling,
    Stellingantwoord,
    Stembriefje,
)
from tests.world import browser

ROLES = {"ervaring": Rol.CLIENT, "uitvoering": Rol.UITVOERDER, "beleid": Rol.BESTUURDER}
CHOICES = {"w": "weet_niet", "p": "past_niet"}


class Tafel:
    """`tafel.scores(stelling, ervaring="1 2 w", beleid="5 - p")`: per group a choice per
    person ("w" weet niet, "p" past niet, "-" no answer); who is not there yet joins."""

    def __init__(self, ronde: Ronde) -> None:
        self.ronde = ronde
        self.people: dict[str, list[Stembriefje]] = defaultdict(list)

    def join(self, groep: str, count: int) -> list[Stembriefje]:
        while len(self.people[groep]) < count:
            Deelname.objects.create(ronde=self.ronde, groep=groep, rol=ROLES[groep])
            ballot = Stembriefje.objects.create(ronde=self.ronde, groep=groep)
            self.people[groep].append(ballot)
        return self.people[groep]

    def scores(self, stelling: Stelling, **groups: str) -> None:
        for groep, choices in groups.items():
            people = self.join(groep, len(choices.split()))
            for ballot, keuze in zip(people, choices.split(), strict=False):
                if keuze != "-":
                    self.answer(stelling, ballot, CHOICES.get(keuze, keuze))

    def answer(self, stelling: Stelling, ballot: Stembriefje, keuze: str) -> None:
        Stellingantwoord.objects.update_or_create(
            stembriefje=ballot,
            stelling=stelling,
            beurt=1,
            defaults={"keuze": keuze, "versie": 1},
        )

    def says(self, stelling: Stelling, groep: str, place: int, text: str) -> None:
        """A remark of one person, with a score if there is one already."""
        ballot = self.join(groep, place + 1)[place]
        Stellingantwoord.objects.update_or_create(
            stembriefje=ballot,
            stelling=stelling,
            beurt=1,
            defaults={"opmerking": text},
            create_defaults={"opmerking": text, "versie": 1},
        )

    def tells(self, nummer: int, groep: str, *texts: str) -> None:
        """Answers in own words to an open question."""
        vraag = self.card("interventies").open_vragen.get(nummer=nummer)
        for ballot, text in zip(self.join(groep, len(texts)), texts, strict=False):
            OpenAntwoord.objects.create(
                stembriefje=ballot, vraag=vraag, tekst=text, versie=1
            )

    def uses(self, werkwijze: str, groep: str, *gebruik: str) -> None:
        row = self.ronde.editie.werkwijzen.get(naam=werkwijze)
        for ballot, use in zip(self.join(groep, len(gebruik)), gebruik, strict=False):
            Inventarisantwoord.objects.create(
                stembriefje=ballot, werkwijze=row, gebruik=use, versie=1
            )

    def card(self, sleutel: str):
        return self.ronde.editie.themas.get(sleutel=sleutel)

    def stelling(self, sleutel: str = "visie", volgorde: int = 1) -> Stelling:
        return self.card(sleutel).stellingen.get(volgorde=volgorde)

    def open(self, *sleutels: str) -> None:
        """Opens these cards, or all."""
        kaarten = self.ronde.kaarten.all()
        if sleutels:
            kaarten = kaarten.filter(thema__sleutel__in=sleutels)
        kaarten.update(stand=Kaartstand.OPEN)

    def forget(self) -> None:
        """Everybody stays at the table and has answered nothing."""
        for model in (Stellingantwoord, OpenAntwoord, Inventarisantwoord):
            model.objects.filter(stembriefje__ronde=self.ronde).delete()


def address(name: str, ronde: Ronde, *parts: object) -> str:
    return reverse(name, args=[ronde.uuid, *parts])


def page(user, name: str, ronde: Ronde, *parts: object) -> lxml_html.HtmlElement:
    """The main part of a page, as this person gets it."""
    answer = browser(user).get(address(name, ronde, *parts))
    assert answer.status_code == 200
    return lxml_html.fromstring(answer.content.decode()).get_element_by_id("inhoud")


def words(element: lxml_html.HtmlElement) -> str:
    """A full stop after a word that stands out stays with that word."""
    return " ".join(" ".join(element.itertext()).split()).replace(" .", ".")


def rows(element: lxml_html.HtmlElement, caption: str) -> list[list[str]]:
    """The cells of the table with this caption, its header rows included."""
    for table in element.iter("table"):
        said = table.find("caption")
        if said is not None and words(said).startswith(caption):
            return [
                [words(cell) for cell in row if cell.tag in {"th", "td"}]
                for row in table.iter("tr")
            ]
    raise AssertionError(f"no table {caption!r}")


def lead(element: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """The first sentence in large letters."""
    return element.find_class("lead")[0]
