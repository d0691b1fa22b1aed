"""Addresses that a search engine may know: pages for everybody, and nothing else. What is
not on the kaart yet or stopped is not among them, and nothing that is about a person."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import F, Max, Q
from django.urls import reverse
from django.utils import timezone

from netwerk.models import Voorziening
from toegang.models import Regio

PER_FILE = 10_000  # keys; a file may hold 50,000 addresses
PAGES = (
    "start",
    "sociale_kaart",
    "hulp_nu",
    "voor_naasten",
    "over",
    "privacy",
    "toegankelijkheid",
    "open_data",
)
PER_REGIO = ("hulp_nu_regio", "zorgen_regio")


def pages() -> list[str]:
    """Paths of what is always there, and of each region."""
    slugs = Regio.objects.values_list("slug", flat=True)
    found = [reverse(name) for name in PAGES]
    return found + [reverse(name, args=[slug]) for slug in slugs for name in PER_REGIO]


def files() -> list[int]:
    """The numbers of the files that have a provision; a provision stays in its file."""
    rows = Voorziening.objects.on_kaart().annotate(bestand=F("pk") / PER_FILE)
    numbers = rows.order_by("bestand").values_list("bestand", flat=True)
    return list(numbers.distinct())


def provisions(number: int) -> list[tuple[str, date]]:
    """Path and day of the last change, of one file. A page changes by itself too: on the
    first day that it is closed for a while, and on the day that it opens again."""
    first, today = number * PER_FILE, timezone.localdate()
    rows = Voorziening.objects.on_kaart().filter(pk__gte=first, pk__lt=first + PER_FILE)
    closed = Max("sluitingsperiodes__van", filter=Q(sluitingsperiodes__van__lte=today))
    reopened = Max("sluitingsperiodes__tot", filter=Q(sluitingsperiodes__tot__lt=today))
    dated = rows.annotate(dicht=closed, weer_open=reopened).order_by("pk")
    found = dated.values_list("slug", "gewijzigd_op", "dicht", "weer_open")
    return [
        (reverse("voorziening", args=[slug]), _last(changed, shut, last_day))
        for slug, changed, shut, last_day in found
    ]


def _last(changed: datetime, closed: date | None, last_day: date | None) -> date:
    days = [timezone.localtime(changed).date()]
    if closed:
        days.append(closed)
    if last_day:
        days.append(last_day + timedelta(days=1))
    return max(days)
