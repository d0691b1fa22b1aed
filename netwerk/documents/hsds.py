"""The kaart of a region as files: flat tables of HSDS, or one JSON file."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from django.conf import settings
from django.urls import reverse

from netwerk.rules.hsds_regels import VERSIE
from netwerk.rules.hsds_schrijven import Tabellen, datapackage
from netwerk.selectors import hsds_alles
from netwerk.selectors.hsds import Blik
from toegang.models import Regio

Files = list[tuple[str, bytes]]
NAMES = {
    "organization": "organizations",
    "location": "locations",
    "service": "services",
    "taxonomy": "taxonomies",
    "taxonomy_term": "taxonomy_terms",
}


def as_tables(regio: Regio, blik: Blik) -> Files:
    """One CSV file a table, and what they are."""
    tables = Tabellen()
    for table, read in hsds_alles.PARTS.items():
        for node in read(regio, blik):
            tables.add(table, node)
    for table, row in hsds_alles.loose(regio, blik):
        tables.add_loose(table, row)
    files = tables.files()
    about = datapackage(
        settings.BASE_URL, [name for name, _ in files], settings.OPEN_DATA_LICENTIE
    )
    return [*files, ("datapackage.json", about)]


def as_json(regio: Regio, blik: Blik) -> bytes:
    whole: dict[str, Any] = {
        "version": VERSIE,
        "profile": f"{settings.BASE_URL}{reverse('hsds_profiel')}",
        "nk_herkomst": settings.BASE_URL,
    }
    for table, read in hsds_alles.PARTS.items():
        whole[NAMES[table]] = list(read(regio, blik))
    for table, row in hsds_alles.loose(regio, blik):
        whole.setdefault(f"{table}.csv", []).append(row)
    lines = ",\n".join(
        f"{_compact(key)}: {_lines(whole[key])}" for key in sorted(whole)
    )
    return f"{{\n{lines}\n}}\n".encode()


def _lines(value: Any) -> str:
    """A record a line: to compare two files by, and much faster than a word a line."""
    if not isinstance(value, list):
        return _compact(value)
    return "[\n" + ",\n".join(map(_compact, value)) + "\n]"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)


def as_zip(files: Files) -> bytes:
    """The same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()
