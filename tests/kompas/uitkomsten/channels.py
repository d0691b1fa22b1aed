"""Everything that goes out about a round, side by side: pages, CSV and report."""

from __future__ import annotations

import csv
import io
import re

from kompas.documents.rapport import uitkomstrapport
from kompas.models import Ronde
from tests.kompas.uitkomsten.table import address
from tests.world import browser

KINDS = ("stellingen", "opmerkingen", "werkwijzen")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


def everything(user, ronde: Ronde) -> dict[str, str]:
    """Every page about outcomes, every file and the report, as this person gets them."""
    person = browser(user)
    places = [("uitkomsten", ())]
    for thema in ronde.editie.themas.all():
        places.append(("uitkomst_kaart", (thema.sleutel,)))
        for stelling in thema.stellingen.all():
            parts = (thema.sleutel, stelling.volgorde)
            places.append(("uitkomst_stelling", parts))
    found = {}
    for name, parts in places:
        content = person.get(address(name, ronde, *parts)).content.decode()
        found[f"{name} {parts}"] = TOKEN.sub("", content)
    for kind in KINDS:
        answer = person.get(address("uitkomst_csv", ronde, kind))
        found[f"{kind}.csv"] = answer.content.decode("utf-8-sig")
    found["rapport"] = uitkomstrapport(ronde).html
    return found


def table(user, ronde: Ronde, kind: str) -> list[dict[str, str]]:
    """The rows of a CSV by the names of its columns."""
    answer = browser(user).get(address("uitkomst_csv", ronde, kind))
    text = answer.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
