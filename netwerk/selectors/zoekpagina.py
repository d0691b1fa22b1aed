"""The page of a search: what was asked, what came of it, and where each link leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.http import QueryDict

from netwerk.choices import Functie
from netwerk.rules.plaats import tidy as tidy_place
from netwerk.rules.zoekadres import Adres
from netwerk.rules.zoeken import READ, Plan, Zoekvraag, ask, build, page_of, window
from toegang.models import Regio

from .facetten import (
    ALLE_KNOPPEN,
    KNOPPEN,
    LIJSTEN,
    MEER_KNOPPEN,
    Keuze,
    Knop,
    Lijst,
    chosen,
    label_of,
    methods,
    options,
)
from .plaatsen import POSTCODE, Choice, Unknown, looks_like
from .zoeken import BEST, NEAR, NOW, ORDER, PER_PAGE, Treffer, Uitslag, count, find
from .zoekkaart import Kaartje, draw
from .zoekplek import DEFAULT, HELE_REGIO, STRALEN, Gevonden, locate
from .zoekwoorden import known_of

MOST_OF_STRAAL = 12  # characters
MOST_SAID = 4  # words it also looked for, by name
AFSTANDEN = (*((str(km), f"{km} km") for km in STRALEN), (HELE_REGIO, "Hele regio"))
VOLGORDES = ((BEST, "Beste eerst"), (NEAR, "Dichtbij"), (NOW, "Wat nu kan"))


@dataclass(frozen=True)
class Gevraagd:
    """What the address asks, made whole where it is not."""

    q: str = ""
    plaats: str = ""
    straal: str = DEFAULT
    regio: str = ""
    volgorde: str = BEST
    blad: str = ""
    letterlijk: bool = False
    meer: bool = False
    afstand_onbekend: str = ""  # asked for, and none of ours

    @classmethod
    def read(cls, get: QueryDict) -> Gevraagd:
        typed = get.get("straal", "")[:MOST_OF_STRAAL]
        straal = "".join(char for char in typed if char.isprintable()).strip()
        volgorde = get.get("volgorde", "")
        known = straal in {*map(str, STRALEN), HELE_REGIO}
        return cls(
            q=ask(get.get("q", "")[:READ]).getypt,
            plaats=tidy_place(get.get("plaats", "")),
            straal=straal if known else DEFAULT,
            regio=tidy_place(get.get("regio", "")),
            volgorde=volgorde if volgorde in ORDER else BEST,
            blad=get.get("blad", "")[:40],
            letterlijk=get.get("alleen") == "1",
            meer=get.get("meer") == "1",
            afstand_onbekend="" if known else straal,
        )

    def adres(self, pad: str, keuze: Keuze) -> Adres:
        """Without what goes without saying."""
        pairs = (
            ("q", self.q),
            ("plaats", self.plaats),
            ("straal", "" if self.straal == DEFAULT else self.straal),
            ("regio", self.regio),
            ("alleen", "1" if self.letterlijk else ""),
            *keuze.paren,
            ("volgorde", "" if self.volgorde == BEST else self.volgorde),
            ("meer", "1" if self.meer else ""),
        )
        return Adres(pad).met(*pairs)


@dataclass(frozen=True)
class Link:
    """`aan`: this is on, or here; `aantal`: so many are left with it."""

    tekst: str
    adres: Adres
    aan: bool = False
    aantal: int | None = None
    sleutel: str = ""


@dataclass(frozen=True)
class Blad:
    nummer: int | None  # None: pages left out
    adres: Adres
    hier: bool = False


@dataclass(frozen=True)
class Pagina:
    """Everything the template shows. `uitslag` None: there is nothing to look for yet, and
    then nothing is listed as if it was found."""

    gevraagd: Gevraagd
    waar: Gevonden
    keuze: Keuze
    adres: Adres
    vraag: Zoekvraag
    plan: Plan | None = None
    uitslag: Uitslag | None = None
    blad: int | None = 1
    knoppen: list[Link] = field(default_factory=list)
    groepen: list[tuple[str, list[Link]]] = field(default_factory=list)
    rijen: list[tuple[int, Treffer]] = field(default_factory=list)
    kaart: Kaartje | None = None
    anders: list[Link] = field(default_factory=list)
    regiokeuze: bool = False  # so much that somebody first says where
    belt: bool = False  # the words ask for a number to call, and that stands above all
    bedoelde_plaatsen: list[Link] = field(default_factory=list)
    afstanden: tuple[tuple[str, str], ...] = AFSTANDEN

    @property
    def vergeefs(self) -> bool:
        """The words found nothing, also without a filter and in the whole region, and no
        number to call."""
        nothing = self.uitslag is not None and not self.uitslag.totaal
        return nothing and bool(self.vraag.woorden) and not (self.anders or self.belt)

    @property
    def regios_om_te_kiezen(self) -> list[Regio]:
        """None when the place has decided, and one is no choice."""
        regios = self.waar.regios
        return regios if len(regios) > 1 and not self.waar.plek.label else []

    @property
    def verborgen(self) -> list[tuple[str, str]]:
        """What goes along when the form is sent again."""
        along = [*self.keuze.paren]
        if self.gevraagd.volgorde != BEST:
            along.append(("volgorde", self.gevraagd.volgorde))
        return along

    @property
    def titel(self) -> str:
        """ "12 plekken voor ‘schulden’ bij Lindehoven" """
        if self.uitslag is None:
            return "Zoek hulp of steun"
        words = f" voor ‘{self.vraag.getypt}’" if self.vraag.woorden else ""
        place = self.waar.plek.label
        return f"{self.gevonden}{words}{f' bij {place}' if place else ''}"

    @property
    def gevonden(self) -> str:
        found = self.uitslag
        if found is None:
            return ""
        if not found.totaal:
            return "Nummers om te bellen" if self.belt else "Niets gevonden"
        many = f"{found.totaal:,}".replace(",", ".")
        what = "plek" if found.totaal == 1 else "plekken"
        return f"{'Meer dan ' if found.meer_dan else ''}{many} {what}"

    @property
    def ook(self) -> list[str]:
        """The other words it looked for, as many as can be said."""
        if self.plan is None or self.gevraagd.letterlijk:
            return []
        return self.plan.ook[:MOST_SAID]

    @property
    def ook_meer(self) -> int:
        return max(0, len(self.plan.ook) - MOST_SAID) if self.plan else 0

    @property
    def alleen_dit(self) -> Adres:
        return self.adres.met(("alleen", "1"))

    @property
    def met_andere(self) -> Adres:
        return self.adres.zonder("alleen")

    @property
    def volgordes(self) -> list[Link]:
        return [
            Link(
                text,
                self.other("volgorde", "" if key == BEST else key),
                aan=key == self.gevraagd.volgorde,
                sleutel=key,
            )
            for key, text in VOLGORDES
            if key != NEAR or self.waar.plek.punt
        ]

    @property
    def meer_filters(self) -> Link:
        here = self.adres.zonder("meer")
        return Link(
            "Minder filters" if self.gevraagd.meer else "Meer filters",
            here if self.gevraagd.meer else here.met(("meer", "1")),
            aan=self.gevraagd.meer,
            aantal=self.keuze.meer,
        )

    @property
    def zonder_filters(self) -> Adres:
        return self.adres.zonder_paren(self.keuze.paren)

    @property
    def bladen(self) -> list[Blad]:
        found = self.uitslag
        if found is None or found.bladen == 1:
            return []
        here = self.blad or 1
        return [
            Blad(number, self._page(number or 1), hier=number == self.blad)
            for number in window(here, found.bladen)
        ]

    @property
    def vorige(self) -> Adres | None:
        return self._page(self.blad - 1) if self.blad and self.blad > 1 else None

    @property
    def volgende(self) -> Adres | None:
        last = self.uitslag.bladen if self.uitslag else 1
        return self._page(self.blad + 1) if self.blad and self.blad < last else None

    @property
    def hier(self) -> Adres:
        """This page of the list."""
        return self._page(self.blad or 1)

    @property
    def laatste(self) -> Adres:
        return self._page(self.uitslag.bladen if self.uitslag else 1)

    @property
    def eerste_nummer(self) -> int:
        return ((self.blad or 1) - 1) * PER_PAGE + 1

    @property
    def laatste_nummer(self) -> int:
        return self.eerste_nummer + len(self.rijen) - 1

    @property
    def postcode_onbekend(self) -> str:
        """A postcode that nobody knows, as it was typed."""
        unclear = self.waar.niet
        if isinstance(unclear, Unknown) and unclear.reason == POSTCODE:
            return unclear.text
        return self.waar.onbekend

    @property
    def plaats_onbekend(self) -> str:
        unclear = self.waar.niet
        known = isinstance(unclear, Unknown) and unclear.reason != POSTCODE
        return unclear.text if known and isinstance(unclear, Unknown) else ""

    @property
    def welke_plaats(self) -> list[Link]:
        """More places have this name: which one?"""
        unclear = self.waar.niet
        if not isinstance(unclear, Choice):
            return []
        return [Link(o.label, self.other("plaats", o.text)) for o in unclear.options]

    @property
    def welke_regio(self) -> list[Link]:
        return [
            Link(regio.naam, self.other("regio", regio.slug))
            for regio in self.waar.regios
        ]

    @property
    def onderwerpen(self) -> list[Link]:
        """To begin with, for who has no word: what it has to help with."""
        here = Adres(self.adres.pad).met(
            ("plaats", self.gevraagd.plaats), ("regio", self.gevraagd.regio)
        )
        return [
            Link(str(functie.label), here.met(("functie", functie.value)))
            for functie in Functie
        ]

    @property
    def wijkteam(self) -> Adres:
        here = Adres(self.adres.pad).met(("q", "wijkteam"))
        place = ("plaats", self.gevraagd.plaats) if self.waar.plek.label else ("", "")
        return here.met(place, ("straal", HELE_REGIO), ("regio", self.gevraagd.regio))

    @property
    def verder(self) -> str:
        """Behind the address of a provision: where somebody is, for the distance."""
        place = self.gevraagd.plaats if self.waar.plek.label else ""
        return str(Adres("").met(("plaats", place)))

    def _page(self, number: int) -> Adres:
        return self.adres if number == 1 else self.adres.met(("blad", str(number)))

    def other(self, name: str, value: str) -> Adres:
        return self.adres.zonder(name).met((name, value))


def read(
    gevraagd: Gevraagd,
    lists: Iterable[tuple[str, Sequence[str]]],
    pad: str,
    *,
    now: datetime,
) -> Pagina:
    """A fixed number of queries, whatever there is on the kaart."""
    keuze = chosen(lists)
    waar = locate(gevraagd.plaats, gevraagd.straal, gevraagd.regio)
    vraag = ask(gevraagd.q)
    here = Pagina(gevraagd, waar, keuze, gevraagd.adres(pad, keuze), vraag)
    if here.plaats_onbekend:
        here = replace(here, bedoelde_plaatsen=_meant_places(here))
    if not _asks_something(here):
        return here
    if not vraag.woorden and waar.plek.overal:
        return replace(here, regiokeuze=bool(waar.regios))
    plan = None
    if vraag.woorden:
        known = known_of(vraag, waar.plek.regio)
        plan = build(vraag, known, letterlijk=gevraagd.letterlijk)
    return _found(replace(here, plan=plan), now)


def _meant_places(here: Pagina) -> list[Link]:
    found = looks_like(here.plaats_onbekend, here.waar.plek.regio)
    return [Link(naam, here.other("plaats", naam)) for naam in found]


def _asks_something(here: Pagina) -> bool:
    """Words, or a place that is known, a region or a filter; never signs alone, and never
    everything as if it was near a place that is not known."""
    if here.vraag.woorden:
        return True
    if here.vraag.zonder_woorden:
        return False
    plek = here.waar.plek
    chose_region = bool(here.gevraagd.regio and plek.regio)
    return bool(plek.label or chose_region or len(here.keuze))


def _found(here: Pagina, now: datetime) -> Pagina:
    asked, plek, keuze = here.gevraagd, here.waar.plek, here.keuze
    order = asked.volgorde if asked.volgorde != NEAR or plek.punt else BEST
    # which page is only known when it is known how many there are
    number = page_of(asked.blad, 10**9) or 1
    uitslag = find(
        here.plan,
        plek,
        keuze,
        volgorde=order,
        blad=number,
        meer=asked.meer or bool(keuze.meer),
        now=now,
    )
    blad = page_of(asked.blad, uitslag.bladen)
    first = ((blad or 1) - 1) * PER_PAGE + 1
    rijen = list(enumerate(uitslag.rijen if blad else [], first))
    names = methods() if asked.meer or keuze.lijsten else {}
    return replace(
        here,
        uitslag=uitslag,
        blad=blad,
        rijen=rijen,
        kaart=draw(rijen, plek),
        knoppen=_buttons(here, uitslag, names),
        groepen=_groups(here, uitslag, names) if asked.meer else [],
        anders=[] if uitslag.totaal else _wider(here, now),
    )


# --- filters ----------------------------------------------------------------------------
def _buttons(here: Pagina, found: Uitslag, names: dict[str, str]) -> list[Link]:
    """Those of one tap, and whatever else is on."""
    own = [
        _button(here, knop, found)
        for knop in ALLE_KNOPPEN
        if knop in KNOPPEN or (knop in here.keuze.knoppen and not here.gevraagd.meer)
    ]
    if here.gevraagd.meer:
        return own
    return own + [
        _item(here, lijst, value, label_of(lijst, value, names) or value, found)
        for lijst, value in here.keuze.lijsten
    ]


def _groups(
    here: Pagina, found: Uitslag, names: dict[str, str]
) -> list[tuple[str, list[Link]]]:
    """The long list: only what is there, or is on."""
    groups = [("Van wie", [_button(here, knop, found) for knop in MEER_KNOPPEN])]
    for lijst in LIJSTEN:
        items = [
            _item(here, lijst, value, label, found)
            for value, label in options(lijst, names)
        ]
        groups.append((lijst.kop, items))
    shown = ((head, [i for i in items if i.aan or i.aantal]) for head, items in groups)
    return [(head, items) for head, items in shown if items]


def _button(here: Pagina, knop: Knop, found: Uitslag) -> Link:
    return Link(
        knop.label,
        here.adres.wissel(knop.sleutel),
        aan=knop in here.keuze.knoppen,
        aantal=found.tellingen.get(knop.sleutel, 0),
        sleutel=f"{knop.naam}-{knop.waarde}",
    )


def _item(here: Pagina, lijst: Lijst, value: str, label: str, found: Uitslag) -> Link:
    pair = (lijst.naam, value)
    return Link(
        label,
        here.adres.wissel(pair),
        aan=(lijst, value) in here.keuze.lijsten,
        aantal=found.tellingen.get(pair, 0),
        sleutel=f"{lijst.naam}-{value}",
    )


# --- when nothing was found -------------------------------------------------------------
def _wider(here: Pagina, now: datetime) -> list[Link]:
    """The same question without its filters, and then in the whole region: only what gives
    something. At most two more searches."""
    plek, links = here.waar.plek, []
    whole = replace(plek, straal=None) if not plek.buiten else plek
    if len(here.keuze):
        number = count(here.plan, plek, Keuze(), now=now)
        if number:
            text = "Zoek zonder filters"
            links.append(Link(text, here.zonder_filters, aantal=number))
    if plek.straal is not None and not links and whole != plek:
        number = count(here.plan, whole, Keuze(), now=now)
        if number:
            wide = here.zonder_filters.zonder("straal").met(("straal", HELE_REGIO))
            links.append(Link("Zoek in de hele regio", wide, aantal=number))
    return links
