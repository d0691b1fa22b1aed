"""A provision or a way of working chosen elsewhere in the product: found by words, and whether
its page is there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from netwerk import werkwijzen
from netwerk.models import Samenvoeging, Voorziening
from netwerk.rules.zoeken import READ, ask, fold
from netwerk.selectors.zoeken import Treffer
from netwerk.selectors.zoekpagina import Gevraagd, read
from toegang.models import Regio

MOST = 8
SHORTEST = 3  # letters of a word that is looked for in a name
_SLUG = re.compile(r"[-a-zA-Z0-9_]{1,140}\Z")


def provisions(words: str, regio: Regio, *, now: datetime) -> list[Treffer]:
    """The best of the kaart of the region, as a search there finds them."""
    asked = ask(words[:READ])
    if not asked.woorden:
        return []
    found = read(Gevraagd(q=asked.getypt, regio=regio.slug), [], "", now=now)
    return [row for _, row in found.rijen[:MOST]]


def provision(slug: str) -> Voorziening | None:
    """One that can be chosen: on the kaart."""
    if not _SLUG.match(slug):
        return None
    return Voorziening.objects.on_kaart().filter(slug=slug).first()


def methods(words: str) -> list[tuple[str, str]]:
    """Key and name of ways of working with one of these words in their name."""
    asked = [word for word in ask(words[:READ]).woorden if len(word) >= SHORTEST]
    found = [
        (key, name)
        for key, name in werkwijzen.names().items()
        if any(word in fold(name) for word in asked)
    ]
    return found[:MOST]


def method(key: str) -> str:
    """Its name; "" when there is none."""
    return werkwijzen.names().get(key, "")


def with_a_page(slugs: Iterable[str]) -> set[str]:
    """Of these addresses those that still lead somewhere: to what is on the kaart, to what
    says that it stopped, or to the page that took its place. One query, or none."""
    wanted = set(slugs)
    if not wanted:
        return set()
    there = Voorziening.objects.public().filter(slug__in=wanted).values_list("slug")
    moved = Samenvoeging.objects.filter(oud_slug__in=wanted).values_list("oud_slug")
    return {slug for (slug,) in there.union(moved)}
