"""Services: words, lists, places, and days of checking, which only go up."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import slugify

from netwerk.choices import Controleveld, Fase, Status
from netwerk.models import (
    Controle,
    Doelgroepvraag,
    Samenvoeging,
    Sluitingsperiode,
    Voorziening,
)
from netwerk.rules import hsds_velden as velden
from netwerk.rules.bladkolommen import LONGEST_WORD, MOST_WORDS
from netwerk.rules.datum import datum
from netwerk.rules.hsds_pakket import Knoop
from netwerk.rules.hsds_velden import LIJSTEN, naar
from netwerk.rules.hsds_vergelijken import referred, without_ids
from netwerk.rules.hsds_vorm import VAN_ONS, is_closed
from netwerk.rules.hsds_waarden import is_empty
from netwerk.rules.hsds_woorden import GESLOTEN, is_uuid
from netwerk.selectors import hsds
from netwerk.selectors.dubbelen import merged_into

from .inlezing import Inlezing, Node
from .lijsten import Lijsten
from .plekken import Plekken
from .rijen import fill, in_parts
from .vertalen import plain

PAGINA = re.compile(r"/sociale-kaart/([-a-z0-9_]{1,140})/$")
LISTS = LIJSTEN["service"]
ELDERS = (
    "id", "organization_id", "service_at_locations", "nk_vervolg", "nk_doelgroepvragen",
    "nk_controles", "assured_date", *VAN_ONS, *LISTS,
)  # fmt: skip
LONGEST = 255  # the column


class Voorzieningen:
    def __init__(self, inlezing: Inlezing, lijsten: Lijsten) -> None:
        self.inlezing, self.lijsten = inlezing, lijsten
        self.rijen, self.register = inlezing.rijen, inlezing.voorzieningen
        self.plekken = Plekken(inlezing, lijsten)
        self.slugs: set[str] = set()
        self.changed: list[tuple[Voorziening, str]] = []  # and when a package says so

    def read(self) -> None:
        rows = Voorziening.objects.filter(regio=self.inlezing.regio)
        whole = hsds.plain_services(rows).prefetch_related("wachteinden")
        self.inlezing.recognise(self.register, whole, self._went_up)
        self.plekken.look_up()
        wanted = {self._slug_of(node) for node in self.register.records.values()}
        taken = Voorziening.objects.filter(slug__in=wanted)
        self.slugs = set(taken.values_list("slug", flat=True))
        led = Samenvoeging.objects.filter(oud_slug__in=wanted)
        self.slugs |= set(led.values_list("oud_slug", flat=True))
        self._what_is_gone()
        for key, node in self.register.records.items():
            if self._fits(node):
                self._one(key, node)

    def _went_up(self, rows: QuerySet[Voorziening]) -> None:
        """A record of a page that went up in another is about that one; when that has a
        record of its own here, its own counts."""
        here, records, bron = (
            self.register.rows,
            self.register.records,
            self.inlezing.bron,
        )
        new = [key for key in records if key not in here]
        if not bron:
            new = [key for key in new if is_uuid(key)]
        moved = merged_into(self.inlezing.regio, bron, new)
        taken = {row.pk for row in here.values()}
        kept = rows.filter(pk__in=set(moved.values()) - taken)
        free = {row.pk: row for row in kept}
        for key in (key for key in new if key in moved):
            if moved[key] in free:
                here[key] = free.pop(moved[key])
                continue
            node = records.pop(key)
            zin = (
                "Deze plek is bij ons samengevoegd met een andere uit dit pakket."
                " Die gebruiken we."
            )
            self.inlezing.pakket.opmerking(node.pad, node.get("name"), zin)

    def say_when(self, moment: datetime) -> None:
        """Before it is written: what a package says of its last change goes out again
        until somebody changes it here."""
        for row, said in self.changed:
            if said:
                row.hsds["_gewijzigd"] = {"tekst": said, "op": moment.isoformat()}

    def stamp(self, moment: datetime) -> None:
        """The last thing that is written of those whose package says when."""
        for keys in in_parts(row.pk for row, said in self.changed if said):
            Voorziening.objects.filter(pk__in=keys).update(gewijzigd_op=moment)

    def _what_is_gone(self) -> None:
        if not self.register.records:
            return
        rows = Voorziening.objects.on_kaart().filter(
            regio=self.inlezing.regio, bron=self.inlezing.bron
        )
        rows = rows.exclude(pk__in=[row.pk for row in self.register.rows.values()])
        names = rows.order_by("naam").values_list("naam", flat=True)
        self.inlezing.plan.weg = list(names)

    # --- what has to be right

    def _fits(self, node: Knoop) -> bool:
        """Says the faults that only show beside what we have."""
        before = len(self.inlezing.plan.fouten)
        naam, ref = node.get("name"), str(node.get("organization_id") or "")
        if not isinstance(naam, str) or not naam.strip():
            return False  # said before
        if len(naam) > LONGEST:
            zin = f"Deze naam is te lang. Er passen {LONGEST} tekens in."
            self.inlezing.fault(node, "name", zin)
        if ref not in self.inlezing.organisaties.rows:
            zin = (
                "Bij deze plek hoort een organisatie, en die staat niet in dit pakket."
                " Voeg haar toe."
            )
            self.inlezing.fault(node, "organization_id", zin)
        low, high = node.get("minimum_age"), node.get("maximum_age")
        if isinstance(low, int) and isinstance(high, int) and high < low:
            zin = "De hoogste leeftijd is lager dan de laagste. Kijk welke klopt."
            self.inlezing.fault(node, "maximum_age", zin)
        if not self.inlezing.pakket.is_blad:  # there they are refused
            self._note_many(node)
        self.plekken.fits(node)
        for wait in node.get("nk_wachttijden") or ():
            zin = _fault_of_wait(wait)
            if zin:
                self.inlezing.pakket.fout(wait.pad, "", zin)
        return len(self.inlezing.plan.fouten) == before

    def _note_many(self, node: Knoop) -> None:
        """What is kept whole, and is more than our own form takes."""
        for key, naam in (("nk_trefwoorden", "trefwoorden"), ("languages", "talen")):
            said = node.get(key)
            if isinstance(said, list) and len(said) > MOST_WORDS:
                zin = (
                    f"Dit zijn {len(said)} {naam}. We nemen ze allemaal over. Verander je ze"
                    f" later op de pagina, dan passen er {MOST_WORDS}."
                )
                self.inlezing.pakket.opmerking(node.plek(key), node["name"], zin)
        words = node.get("nk_trefwoorden")
        for word in words if isinstance(words, list) else ():
            if isinstance(word, str) and len(word) > LONGEST_WORD:
                zin = (
                    f"Dit trefwoord is langer dan {LONGEST_WORD} tekens. We bewaren het,"
                    " maar zoeken er niet op."
                )
                self.inlezing.pakket.opmerking(node.plek("nk_trefwoorden"), word, zin)

    # --- one service

    def _one(self, key: str, node: Knoop) -> None:
        row: Voorziening | None = self.register.rows.get(key)
        old = hsds.service_node(row, self.inlezing.blik) if row else None
        if row and old and row.hsds.get("_dicht"):
            old["status"] = GESLOTEN
        new = self._plain(key, node, row, old)
        uuid = self.register.ids[key]
        before = old and referred(old)
        keys = self.inlezing.note("plek", str(node["name"]), new, before, uuid)
        made = row or self._new(key, node)
        self.register.rows[key] = made
        if not keys:
            return
        part = {k: new[k] for k in keys}
        self._words(made, node, part)
        self.lijsten.take(made, part, LISTS, old)
        if "nk_doelgroepvragen" in part:
            self._questions(made, part["nk_doelgroepvragen"] or [])
        if "nk_controles" in part:
            self._checks(made, part["nk_controles"])
        if "service_at_locations" in part:
            self.plekken.take(key, made, node, part, old)
        self.changed.append((made, str(node.get("last_modified") or "")))
        self.rijen.keep(made)

    def _new(self, key: str, node: Knoop) -> Voorziening:
        uuid, slug = self.register.ids[key], self._slug_of(node)
        if slug in self.slugs:
            slug = f"{slug[:120]}-{uuid[:8]}"
        self.slugs.add(slug)
        row = Voorziening(regio=self.inlezing.regio, uuid=uuid, slug=slug)
        if self._own_page(node):
            row.eerst_op_kaart = timezone.now()
        fill(row, self.inlezing.bron_of(node))
        return row

    def _slug_of(self, node: Knoop) -> str:
        """What came from our own kaart gets its address back: it stands on paper."""
        page = self._own_page(node)
        if page:
            return page
        return slugify(str(node.get("name") or ""))[:120].strip("-") or "plek"

    def _own_page(self, node: Knoop) -> str:
        """Its address on our own kaart: what has one has been on it."""
        page = PAGINA.search(str(node.get("nk_pagina") or ""))
        return page.group(1) if page and not self.inlezing.bron else ""

    # --- in the plain form

    def _plain(
        self, key: str, node: Knoop, row: Voorziening | None, old: Node | None
    ) -> Node:
        """What it says that we may not know yet. "Closed now" is left out when it is so
        already, and waits that we have."""
        new = plain(self.inlezing, node)
        new.pop("last_modified", None)
        self._newer_checks(new, row)
        periods = old["nk_sluitingsperiodes"] if old else ()
        if new.get("status") == GESLOTEN and is_closed(periods, self.inlezing.dag):
            del new["status"]
        if "nk_doelgroepvragen" in new:
            new["nk_doelgroepvragen"] = without_ids(new["nk_doelgroepvragen"])
        if old and isinstance(new.get("nk_wachttijden"), list):
            known = {wait["id"] for wait in old["nk_wachttijden"]}
            waits = [w for w in new.pop("nk_wachttijden") if w["id"] not in known]
            waits = self._not_taken_away(node, row, waits)
            if waits:
                new["nk_wachttijden"] = waits
        if "service_at_locations" in node:
            new["service_at_locations"] = [
                self.plekken.plain(key, place) for place in node["service_at_locations"]
            ]
        return new

    def _not_taken_away(
        self, node: Knoop, row: Voorziening | None, waits: list[Node]
    ) -> list[Node]:
        """An older export does not bring back what somebody took away after it."""
        gone: dict[tuple[str, str], date] = {}
        for einde in row.wachteinden.all() if row else ():
            name = einde.fase, einde.doelgroep
            gone[name] = max(einde.dag, gone.get(name, date.min))
        keep = []
        for wait in waits:
            name = str(wait.get("fase") or ""), str(wait.get("doelgroep") or "")
            measured, away = _day(wait.get("gemeten_op")), gone.get(name)
            if away is None or measured is None or measured > away:
                keep.append(wait)
                continue
            what = ", ".join(filter(None, (str(Fase(name[0]).label), name[1])))
            zin = (
                f"De wachttijd {what}, gemeten op {datum(measured)}, is hier op"
                f" {datum(away)} weggehaald. Die zetten we niet terug."
            )
            self.inlezing.pakket.opmerking(node.plek("nk_wachttijden"), what, zin)
        return keep

    def _newer_checks(self, new: Node, row: Voorziening | None) -> None:
        """Leaves in `nk_controles` those that are newer than ours, and makes a good
        `assured_date` one of them."""
        today = self.inlezing.dag
        ours = {c.veld: c.gecontroleerd_op for c in row.controles.all()} if row else {}
        if ends := [einde.dag for einde in row.wachteinden.all()] if row else []:
            # the look of an older export was at what went
            looked = ours.get(Controleveld.WACHTTIJD, date.min)
            ours[Controleveld.WACHTTIJD] = max(looked, *ends)
        said = list(new.pop("nk_controles", None) or ())
        day = _day(new.get("assured_date"))
        if day and day <= today:
            rest = {"veld": Controleveld.REST, "gecontroleerd_op": day.isoformat()}
            said.append(rest)
        if (day and day <= today) or is_empty(new.get("assured_date")):
            new.pop("assured_date", None)
        newer = [
            one
            for one in said
            if (found := _day(one.get("gecontroleerd_op")))
            and one.get("veld") in Controleveld.values
            and ours.get(one["veld"], date.min) < found <= today
        ]
        if newer:
            new["nk_controles"] = newer

    # --- what it changes

    def _words(self, row: Voorziening, node: Knoop, part: Node) -> None:
        closed = part.get("status") == GESLOTEN
        words = part | {"status": "active"} if closed else part
        columns, rest = naar(velden.SERVICE, words, row.hsds, elders=ELDERS)
        if "assured_date" in part:  # one that is no day of checking
            rest["assured_date"] = part["assured_date"]
        fill(row, columns | {"hsds": rest})
        if "organization_id" in part:
            key = str(node["organization_id"])
            row.organisatie = self.inlezing.organisaties.rows[key]
        if row.status == Status.GESTOPT:
            row.gestopt_op = row.gestopt_op or self.inlezing.dag
        else:
            row.gestopt_op = None
        if row.overbrugging:
            row.overbrugging_geen = False
        if "status" in part:
            self._close_for_now(row, closed=closed)
        if "nk_vervolg" in part:
            self._follow(row, str(node.get("nk_vervolg") or ""))

    def _close_for_now(self, row: Voorziening, *, closed: bool) -> None:
        """A package that says no more than "closed" makes a period without an end, and
        ends just that one when it says "active" again."""
        mine = row.hsds.pop("_dicht", "")
        if row.pk and mine and not closed:
            for period in row.sluitingsperiodes.all():
                if str(period.uuid) == mine:
                    self.rijen.drop(period)
        elif closed:
            period = Sluitingsperiode(voorziening=row, van=self.inlezing.dag)
            row.hsds["_dicht"] = str(period.uuid)
            self.rijen.keep(period)

    def _follow(self, row: Voorziening, ref: str) -> None:
        """A tie to another service, which may be new itself."""
        row.hsds.pop("nk_vervolg", None)
        if ref in self.register.ids:
            self.rijen.later.append((row, "vervolg", self.register.later(ref)))
            return
        row.vervolg = self.inlezing.service_here(ref)
        if row.vervolg is None and ref:
            row.hsds["nk_vervolg"] = ref

    def _questions(self, row: Voorziening, said: list[Node]) -> None:
        for old in row.doelgroepvragen.all() if row.pk else ():
            self.rijen.drop(old)
        for n, node in enumerate(said):
            columns, _ = naar(velden.VRAAG, node, {})
            if columns.get("tekst") and columns.get("past") is not None:
                made = Doelgroepvraag(voorziening=row, volgorde=n, **columns)
                self.rijen.keep(made)
            else:
                zin = "Een vraag heeft tekst (200 tekens) en ja of nee. Deze slaan we over."
                self.inlezing.pakket.opmerking(row.naam, node, zin)

    def _checks(self, row: Voorziening, newer: list[Node]) -> None:
        checks = {c.veld: c for c in row.controles.all()} if row.pk else {}
        for one in newer:
            check = checks.get(one["veld"])
            if check is None:
                check = Controle(voorziening=row, veld=one["veld"])
                checks[one["veld"]] = check
                self.rijen.keep(check)
            else:
                self.rijen.change(check)
            check.gecontroleerd_op = date.fromisoformat(one["gecontroleerd_op"])


def _fault_of_wait(wait: Knoop) -> str:
    columns, _ = naar(velden.WACHTTIJD, wait, {})
    need = ("fase", "weken_van", "weken_tot", "gemeten_op", "geldig_tot", "methode", "door")  # fmt: skip
    if any(is_empty(columns.get(name)) for name in need):
        return (
            "Een wachttijd heeft altijd een fase, weken, datum, manier en wie het mat."
        )
    good = (
        columns["weken_van"] <= columns["weken_tot"]
        and columns["gemeten_op"] <= columns["geldig_tot"]
    )
    zin = "Een wachttijd loopt van weinig naar veel, en geldt na de meting."
    return "" if good else zin


def _day(raw: Any) -> date | None:
    try:
        return date.fromisoformat(raw) if isinstance(raw, str) else None
    except ValueError:
        return None
