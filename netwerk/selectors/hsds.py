"""The sociale kaart as records of HSDS, so many at a time in a fixed number of queries.

`Blik` says who looks. For everybody only what everybody may know: no number that is for
referrers or own clients, and of a secret place that it is there and nothing else. That
last holds for who manages the region too: there is no address to give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from netwerk.choices import (
    Functie,
    Gezondheidsdomein,
    MagBellen,
    Manier,
    Status,
    Verwijzer,
    VoorWie,
    Wet,
    Zichtbaar,
)
from netwerk.models import (
    Contact,
    Controle,
    Doelgroepvraag,
    Kenmerk,
    Kostenregel,
    Locatie,
    Openingstijd,
    Sluitingsperiode,
    Startmoment,
    Taal,
    Taxonomie,
    Telefoon,
    Term,
    Voorziening,
    Voorzieningplek,
    Wachttijd,
    Werkgebied,
)
from netwerk.querysets.mee import Mee
from netwerk.rules import hsds_velden as velden, hsds_vorm as vorm
from netwerk.rules.hsds_tabellen import TABELLEN
from netwerk.rules.hsds_velden import Veld, uit
from netwerk.rules.hsds_vorm import last_turn
from netwerk.rules.hsds_woorden import is_uuid, made_id
from toegang.models import Organisatie

from .hsds_adres import accessibility, addresses

Node = dict[str, Any]
LABELS: dict[str, dict[str, str]] = {
    key: {value: str(label) for value, label in choices.choices}
    for key, choices in (
        ("nk_functies", Functie),
        ("nk_domeinen", Gezondheidsdomein),
        ("nk_wetten", Wet),
        ("nk_manieren", Manier),
        ("nk_voor_wie", VoorWie),
        ("nk_verwijzers", Verwijzer),
    )
}


@dataclass(frozen=True)
class Blik:
    openbaar: bool
    dag: date

    @classmethod
    def iedereen(cls) -> Blik:
        return cls(openbaar=True, dag=timezone.localdate())

    @classmethod
    def alles(cls) -> Blik:
        return cls(openbaar=False, dag=timezone.localdate())


# --- what is read along


def _phones(prefix: str) -> list[Prefetch[Any]]:
    return [
        Prefetch(f"{prefix}telefoon_set", Mee(Telefoon).order_by("volgorde", "pk")),
        Prefetch(f"{prefix}telefoon_set__talen", Mee(Taal).order_by("pk")),
    ]


def _reach(prefix: str) -> list[Prefetch[Any]]:
    """Phones and people; what everything people look for has."""
    contacts = f"{prefix}contact_set"
    terms: QuerySet[Any] = Mee(Kenmerk).select_related("term__taxonomie", "term__boven")
    return [
        *_phones(prefix),
        Prefetch(contacts, Mee(Contact).order_by("pk")),
        *_phones(f"{contacts}__"),
        Prefetch(f"{prefix}kenmerken", terms.order_by("pk")),
    ]


def _hours(prefix: str) -> Prefetch[Any]:
    return Prefetch(f"{prefix}openingstijd_set", Mee(Openingstijd).order_by("pk"))


def _languages(prefix: str) -> Prefetch[Any]:
    return Prefetch(f"{prefix}talen", Mee(Taal).order_by("pk"))


def with_location(prefix: str = "") -> list[Prefetch[Any]]:
    return [*_reach(prefix), _hours(prefix), _languages(prefix)]


def with_organisation(prefix: str = "") -> list[Prefetch[Any]]:
    return _reach(f"{prefix}profiel__")


def with_service() -> list[Prefetch[Any] | str]:
    areas: QuerySet[Any] = Mee(Werkgebied).select_related("gemeente", "wijk__gemeente")
    places: QuerySet[Any] = Mee(Voorzieningplek).select_related(
        "locatie__organisatie__profiel"
    )
    return [
        *_reach(""),
        _hours(""),
        _languages(""),
        Prefetch("werkgebieden", areas.order_by("pk")),
        Prefetch("kostenregels", Mee(Kostenregel).order_by("pk")),
        Prefetch("doelgroepvragen", Mee(Doelgroepvraag)),
        Prefetch("startmomenten", Mee(Startmoment)),
        Prefetch("plekken", places.order_by("pk")),
        *_reach("plekken__"),
        _hours("plekken__"),
    ]


def services(rows: QuerySet[Voorziening]) -> QuerySet[Voorziening]:
    """With all that a full record needs, the organisation and places in it too."""
    return plain_services(rows).prefetch_related(
        *with_organisation("organisatie__"), *with_location("plekken__locatie__")
    )


def plain_services(rows: QuerySet[Voorziening]) -> QuerySet[Voorziening]:
    """With all that is its own."""
    return basic_services(rows).prefetch_related(*with_service())


def basic_services(rows: QuerySet[Voorziening]) -> QuerySet[Voorziening]:
    """Without lists; only whether it is closed."""
    return rows.select_related(
        "regio", "organisatie__profiel", "vervolg"
    ).prefetch_related(
        Prefetch("sluitingsperiodes", Mee(Sluitingsperiode)),
        "sluitingsperiodes__alternatief",
        Prefetch("wachttijden", Mee(Wachttijd)),
        Prefetch("controles", Mee(Controle)),
    )


def organisations(rows: QuerySet[Organisatie]) -> QuerySet[Organisatie]:
    return rows.select_related("profiel").prefetch_related(*with_organisation())


def locations(rows: QuerySet[Locatie]) -> QuerySet[Locatie]:
    return rows.select_related("organisatie__profiel").prefetch_related(
        *with_location()
    )


# --- one record in the plain form


def service_node(row: Voorziening, blik: Blik) -> Node:
    node = service_words(row, blik)
    node |= _own_lists(row, blik)
    node |= {
        "languages": _children(row.talen.all(), velden.LANGUAGE),
        "service_areas": [area_node(area, row) for area in row.werkgebieden.all()],
        "cost_options": _children(row.kostenregels.all(), velden.COST),
        "service_at_locations": [place_node(p, blik) for p in row.plekken.all()],
    }
    node |= _reached(row, blik, hours=True)
    return _with_aside("service", node, row.hsds, blik)


def service_words(row: Voorziening, blik: Blik) -> Node:
    """Without its lists."""
    node = _head(row.uuid, velden.SERVICE, row, row.hsds)
    node["organization_id"] = organisation_id(row.organisatie)
    if row.vervolg and not (blik.openbaar and row.vervolg.status != Status.ACTIEF):
        node["nk_vervolg"] = str(row.vervolg.uuid)
    return node | _bron(row)


def _own_lists(row: Voorziening, blik: Blik) -> Node:
    waits = sorted(row.wachttijden.all(), key=lambda w: (w.gemeten_op, w.pk))
    if blik.openbaar:
        waits = list({(w.fase, w.doelgroep): w for w in waits}.values())
    return {
        "nk_wachttijden": _children(waits, velden.WACHTTIJD),
        "nk_startmomenten": _children(
            sorted(row.startmomenten.all(), key=lambda s: (s.begint_op, s.pk)),
            velden.START,
        ),
        "nk_sluitingsperiodes": [
            _closing(period, blik)
            for period in sorted(
                row.sluitingsperiodes.all(), key=lambda p: (p.van, p.pk)
            )
        ],
        "nk_doelgroepvragen": [
            {
                "id": str(made_id("vraag", row.uuid, vraag.past, vraag.tekst)),
                **uit(velden.VRAAG, vraag, {}),
            }
            for vraag in row.doelgroepvragen.all()
        ],
        "nk_controles": [
            {
                "id": str(made_id("controle", row.uuid, controle.veld)),
                **uit(velden.CONTROLE, controle, {}),
            }
            for controle in sorted(row.controles.all(), key=lambda c: c.veld)
        ],
    }


def _closing(period: Any, blik: Blik) -> Node:
    node = _head(period.uuid, velden.SLUITING, period, {})
    other = period.alternatief
    if other and not (blik.openbaar and other.status != Status.ACTIEF):
        node["alternatief"] = str(other.uuid)
    return node


def place_node(row: Voorzieningplek, blik: Blik) -> Node:
    """Help at a place; of a secret one nothing that hangs on it."""
    if row.locatie.geheim:
        empty: Node = {"contacts": [], "phones": [], "schedules": [], "attributes": []}
        secret: Node = {"id": str(row.uuid), "location_id": str(row.locatie.uuid)}
        return secret | _bron(row) | empty
    node = _head(row.uuid, velden.PLEK, row, row.hsds)
    node["location_id"] = str(row.locatie.uuid)
    node |= _bron(row) | _reached(row, blik, hours=True)
    return _with_aside("service_at_location", node, row.hsds, blik)


def location_node(row: Locatie, blik: Blik) -> Node:
    if row.geheim:
        return secret_location(row) | _bron(row)
    node = location_words(row)
    node |= {
        "languages": _children(row.talen.all(), velden.LANGUAGE),
        "addresses": addresses(row),
        "accessibility": accessibility(row),
    }
    node |= _reached(row, blik, hours=True)
    return _with_aside("location", node, row.hsds, blik)


def location_words(row: Locatie) -> Node:
    """Without its lists."""
    if row.geheim:
        return secret_location(row)
    node = _head(row.uuid, velden.LOCATION, row, row.hsds)
    if row.lat is None:  # half a point, or one that is nowhere: as it came
        node |= row.hsds.get("_punt", {})
    if row.organisatie:
        node["organization_id"] = organisation_id(row.organisatie)
    return node | _bron(row)


def secret_location(row: Locatie) -> Node:
    kind = velden.LOCATION[0].schrijf(row.soort)
    return {"id": str(row.uuid), "location_type": kind, "nk_geheim": True}


def organisation_node(row: Organisatie, blik: Blik) -> Node:
    """`locations` are records of their own."""
    node = organisation_words(row)
    profiel = getattr(row, "profiel", None)
    if profiel is None:
        return node | {"contacts": [], "phones": [], "attributes": []}
    node |= _reached(profiel, blik, hours=False)
    return _with_aside("organization", node, profiel.hsds, blik)


def organisation_words(row: Organisatie) -> Node:
    profiel = getattr(row, "profiel", None)
    node = {"id": organisation_id(row), **uit(velden.ORGANISATIE, row, {})}
    if profiel is None:
        return node | {"description": ""}
    rest = _head(profiel.uuid, velden.ORGANIZATION, profiel, profiel.hsds)
    return rest | node | _bron(profiel)


def organisation_id(row: Organisatie) -> str:
    """Of its profile; without one made from its key, and always the same."""
    profiel = getattr(row, "profiel", None)
    return str(profiel.uuid if profiel else made_id("organisatie", row.pk))


def taxonomy_node(row: Taxonomie) -> Node:
    return _head(row.uuid, velden.TAXONOMY, row, row.hsds) | _bron(row)


def term_node(row: Term) -> Node:
    node = _head(row.uuid, velden.TERM, row, row.hsds)
    if row.boven:
        node["parent_id"] = str(row.boven.uuid)
    if row.taxonomie:
        node["taxonomy_detail"] = taxonomy_node(row.taxonomie)
    return node | _bron(row)


# --- as others read it


def published_service(row: Voorziening, blik: Blik) -> Node:
    """Fully nested."""
    node = service_node(row, blik)
    node["organization"] = organisation_node(row.organisatie, blik)
    del node["organization_id"]
    for place, child in zip(
        row.plekken.all(), node["service_at_locations"], strict=True
    ):
        child["location"] = location_node(place.locatie, blik)
        del child["location_id"]
    return publish_service(row, node, blik)


def published_words(row: Voorziening, blik: Blik) -> Node:
    """Only what there is one of, for a list."""
    node = service_words(row, blik) | _own_lists_of_one(row, blik)
    node["organization"] = without_lists(organisation_words(row.organisatie))
    del node["organization_id"]
    return without_lists(publish_service(row, node, blik))


def _own_lists_of_one(row: Voorziening, blik: Blik) -> Node:
    """What the words of a list are reckoned from; themselves they go out again."""
    lists = ("nk_wachttijden", "nk_sluitingsperiodes", "nk_controles")
    waits = sorted(row.wachttijden.all(), key=lambda w: (w.gemeten_op, w.pk))
    found = (
        _children(waits, velden.WACHTTIJD),
        [_closing(period, blik) for period in row.sluitingsperiodes.all()],
        [uit(velden.CONTROLE, controle, {}) for controle in row.controles.all()],
    )
    return dict(zip(lists, found, strict=True))


def publish_service(row: Voorziening, node: Node, blik: Blik) -> Node:
    out = vorm.publish_service(
        node, labels=LABELS, today=blik.dag, pagina=page_of(row, blik)
    )
    out["last_modified"] = last_modified(row)
    return out


def page_of(row: Voorziening, blik: Blik) -> str:
    """Its page with us; for what was never on the kaart there is none."""
    return f"{settings.BASE_URL}/sociale-kaart/{row.slug}/" if row.is_public else ""


def last_modified(row: Voorziening) -> str:
    """As its package said it, until somebody changed it here, or until it closed or opened
    again because a day came. `modified` in hsds_vragen.py asks the same of the database."""
    said = row.hsds.get("_gewijzigd", {})
    ours = row.gewijzigd_op
    turned = last_turn(
        [(p.van, p.tot) for p in row.sluitingsperiodes.all()], timezone.localdate()
    )
    if turned:
        midnight = timezone.make_aware(datetime.combine(turned, time()))
        if midnight > ours:
            return midnight.astimezone(UTC).isoformat()
    return said["tekst"] if said.get("op") == ours.isoformat() else ours.isoformat()


def without_lists(node: Node) -> Node:
    """Lists of words stay; lists of records go."""
    return {key: value for key, value in node.items() if not _is_list(key, value)}


def _is_list(key: str, value: Any) -> bool:
    if not isinstance(value, list):
        return False
    if key in NESTED or (not value and not key.startswith("nk_")):
        return True
    return any(isinstance(row, dict) for row in value)


NESTED = {key for key in TABELLEN["service"].kinderen if key.startswith("nk_")}


# --- parts


def _head(uuid: UUID, fields: Iterable[Veld], row: Any, hsds: Node) -> Node:
    """Its id and words."""
    node = uit(fields, row, hsds)
    node.pop("id", None)
    return {"id": _id(uuid, hsds)} | node


def row_id(row: Any) -> str:
    """What a row in a list is called."""
    return _id(row.uuid, getattr(row, "hsds", None) or {})


def _id(uuid: UUID, hsds: Node) -> str:
    """A package may use one id in more places than one; it is given back as it came."""
    said = str(hsds.get("id", ""))
    return said if is_uuid(said) else str(uuid)


def _bron(row: Any) -> Node:
    return {"nk_bron": row.bron, "nk_bron_id": row.bron_id} if row.bron_id else {}


def _children(rows: Iterable[Any], fields: Iterable[Veld]) -> list[Node]:
    fields = tuple(fields)
    return [
        _head(row.uuid, fields, row, getattr(row, "hsds", None) or {}) for row in rows
    ]


def _reached(row: Any, blik: Blik, *, hours: bool) -> Node:
    node: Node = {
        "phones": _phone_nodes(row.telefoon_set.all(), blik),
        "contacts": [
            _contact(contact, blik)
            for contact in row.contact_set.all()
            if not blik.openbaar or contact.zichtbaar == Zichtbaar.IEDEREEN
        ],
        "attributes": [_attribute(kenmerk) for kenmerk in row.kenmerken.all()],
    }
    if hours:
        node["schedules"] = _children(row.openingstijd_set.all(), velden.SCHEDULE)
    return node


def _contact(row: Contact, blik: Blik) -> Node:
    node = _head(row.uuid, velden.CONTACT, row, row.hsds)
    node["phones"] = _phone_nodes(row.telefoon_set.all(), blik)
    return _with_aside("contacts", node, row.hsds, blik)


def _phone_nodes(rows: Iterable[Telefoon], blik: Blik) -> list[Node]:
    return [
        _head(row.uuid, velden.PHONE, row, row.hsds)
        | {"languages": _children(row.talen.all(), velden.LANGUAGE)}
        for row in rows
        if not blik.openbaar or row.mag_bellen == MagBellen.IEDEREEN
    ]


def _attribute(row: Kenmerk) -> Node:
    node = _head(row.uuid, velden.ATTRIBUTE, row, row.hsds)
    return node | {"taxonomy_term": term_node(row.term)}


def area_node(row: Werkgebied, v: Voorziening) -> Node:
    naam = row.naam
    if row.hele_regio:
        naam = v.regio.naam
    elif row.wijk or row.gemeente:
        naam = str(row.wijk or row.gemeente)
    return _head(row.uuid, (), row, {"name": naam, **row.hsds})


def _with_aside(table: str, node: Node, hsds: Node, blik: Blik) -> Node:
    """With what came in a list and fits no row of ours, after the rows."""
    for key in velden.LIJSTEN[table]:
        aside = hsds.get(key)
        if isinstance(aside, list):
            node[key] = [*node[key], *filter(_shown(blik), aside)]
    return node


def _shown(blik: Blik) -> Callable[[Any], bool]:
    def shown(raw: Any) -> bool:
        if not blik.openbaar or not isinstance(raw, dict):
            return True
        return (
            raw.get("nk_mag_bellen", MagBellen.IEDEREEN) == MagBellen.IEDEREEN
            and raw.get("nk_zichtbaar", Zichtbaar.IEDEREEN) == Zichtbaar.IEDEREEN
        )

    return shown
