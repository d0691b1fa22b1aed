"""One property of HSDS beside one column of ours, and how each becomes the other.

Nothing is lost: what does not fit its column, or comes back another way than it was
written, stays as it came in `hsds` under its own name. On the way out the column wins as
soon as somebody changed it; until then the words of the package go out again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from . import hsds_waarden as waarde
from .herhaling import CODES
from .hsds_waarden import SMALL, is_empty
from .hsds_woorden import (
    CAPACITEIT,
    CONSULTATIE,
    CONTROLEVELDEN,
    DOMEINEN,
    FASEN,
    FEESTDAGEN,
    FUNCTIES,
    LOCATIESOORT,
    MAG_BELLEN,
    MANIEREN,
    METHODEN,
    ONAFHANKELIJK,
    ORGANISATIESOORTEN,
    RINGEN,
    SFEREN,
    STATUS,
    VERWIJZERS,
    VOOR_WIE,
    WERKVELDEN,
    WETTEN,
    ZICHTBAAR,
)

Node = Mapping[str, Any]


@dataclass(frozen=True)
class Veld:
    """`key` in HSDS, `kolom` of ours. `altijd` goes out when it is empty too."""

    key: str
    kolom: str
    lees: Callable[[Any], Any]
    schrijf: Callable[[Any], Any] = waarde.same
    leeg: Any = ""
    altijd: bool = False


def _t(key: str, kolom: str, most: int = 1_000_000) -> Veld:
    return Veld(key, kolom, waarde.tekst(most))


def _url(key: str, kolom: str) -> Veld:
    return Veld(key, kolom, waarde.webadres)


def _datum(key: str, kolom: str) -> Veld:
    return Veld(key, kolom, waarde.datum, waarde.iso, None)


def _getal(key: str, kolom: str, low: int = 0, high: int = SMALL) -> Veld:
    return Veld(key, kolom, waarde.geheel(low, high), waarde.same, None)


def _ja(key: str, kolom: str) -> Veld:
    return Veld(key, kolom, waarde.ja_nee, waarde.same, leeg=False, altijd=True)


def _soms(key: str, kolom: str) -> Veld:
    """Yes, no, or not known."""
    return Veld(key, kolom, waarde.ja_nee, waarde.same, None)


def _keuze(key: str, kolom: str, values: Iterable[str], leeg: str = "") -> Veld:
    return Veld(key, kolom, waarde.keuze(values), waarde.same, leeg)


def _lijst(
    key: str, kolom: str, values: Iterable[str] | None = None, most: int = 80
) -> Veld:
    return Veld(key, kolom, waarde.lijst(values, most), list, [], altijd=True)


_STATUS, _SOORT = waarde.vertaald(STATUS), waarde.vertaald(LOCATIESOORT)

SERVICE = (
    _t("name", "naam", 255),
    _t("alternate_name", "ook_bekend_als", 255),
    _t("description", "omschrijving"),
    _url("url", "website"),
    Veld("email", "email", waarde.mail),
    Veld("status", "status", *_STATUS),
    _t("interpretation_services", "tolk"),
    _t("application_process", "aanmelden"),
    _t("fees_description", "kosten"),
    _t("accreditations", "erkenningen"),
    _t("eligibility_description", "toelating"),
    _getal("minimum_age", "min_leeftijd"),
    _getal("maximum_age", "max_leeftijd"),
    _t("alert", "mededeling"),
    _t("nk_kort", "kort", 300),
    _lijst("nk_trefwoorden", "trefwoorden", None, 60),
    _ja("nk_informeel", "informeel"),
    _ja("nk_laagdrempelig", "laagdrempelig"),
    _ja("nk_ervaringsdeskundig", "ervaringsdeskundig"),
    _ja("nk_outreachend", "outreachend"),
    _ja("nk_altijd_bereikbaar", "altijd_bereikbaar"),
    _soms("nk_indicatie_nodig", "indicatie_nodig"),
    _soms("nk_zelf_aanmelden", "zelf_aanmelden"),
    _keuze("nk_onafhankelijk", "onafhankelijk", ONAFHANKELIJK),
    _keuze("nk_ring", "ring", RINGEN),
    _keuze("nk_sfeer", "sfeer", SFEREN),
    _lijst("nk_functies", "functies", FUNCTIES),
    _lijst("nk_domeinen", "domeinen", DOMEINEN),
    _lijst("nk_wetten", "wetten", WETTEN),
    _lijst("nk_manieren", "manieren", MANIEREN),
    _lijst("nk_voor_wie", "voor_wie", VOOR_WIE),
    _lijst("nk_verwijzers", "verwijzers", VERWIJZERS),
    _lijst("nk_consultatie_door", "consultatie_door", CONSULTATIE),
    _lijst("nk_werkwijzen", "werkwijzen"),
    _url("nk_kwaliteitsstatuut", "kwaliteitsstatuut"),
    _keuze("nk_feestdagen", "feestdagen", FEESTDAGEN, "onbekend"),
    _keuze("nk_capaciteit", "capaciteit", CAPACITEIT, "onbekend"),
    _t("nk_overbrugging", "overbrugging"),
    _ja("nk_overbrugging_geen", "overbrugging_geen"),
    _datum("nk_gestopt_op", "gestopt_op"),
    _t("nk_gestopt_reden", "gestopt_reden"),
    _t("nk_vervolg_tekst", "vervolg_tekst"),
)
ORGANIZATION = (  # of Organisatieprofiel; `name` and the two below stand on Organisatie
    _t("alternate_name", "ook_bekend_als", 255),
    Veld("description", "omschrijving", waarde.tekst(), altijd=True),
    Veld("email", "email", waarde.mail),
    _url("website", "website"),
    _url("nk_kwaliteitsstatuut", "kwaliteitsstatuut"),
)
ORGANISATIE = (
    _t("name", "naam", 140),
    _keuze("nk_soort", "soort", ORGANISATIESOORTEN, "anders"),
    _lijst("nk_ook_soorten", "ook_soorten", ORGANISATIESOORTEN),
    _keuze("nk_werkveld", "werkveld", WERKVELDEN, "anders"),
)
LOCATION = (
    Veld("location_type", "soort", *_SOORT, leeg="fysiek", altijd=True),
    _ja("nk_geheim", "geheim"),
    _t("name", "naam", 255),
    _t("description", "omschrijving"),
    _t("transportation", "vervoer"),
    _url("url", "website"),
    Veld("latitude", "lat", waarde.kommagetal(-90, 90), waarde.getal, None),
    Veld("longitude", "lon", waarde.kommagetal(-180, 180), waarde.getal, None),
)
ADRES = (
    _t("address_1", "adres", 255),
    _t("address_2", "adres_2", 255),
    _t("city", "plaats", 120),
    _t("postal_code", "postcode", 20),
    Veld("country", "land", waarde.patroon(r"[A-Z]{2}", 2), leeg="NL"),
)
PLEK = (_t("description", "omschrijving"),)
PHONE = (
    Veld("number", "nummer", waarde.nummer),
    _t("description", "toelichting", 500),
    _keuze("nk_mag_bellen", "mag_bellen", MAG_BELLEN, "iedereen"),
    _t("nk_kosten", "kosten", 120),
)
CONTACT = (
    _t("name", "naam", 255),
    _t("title", "functie", 255),
    _t("department", "afdeling", 255),
    Veld("email", "email", waarde.mail),
    _keuze("nk_zichtbaar", "zichtbaar", ZICHTBAAR, "iedereen"),
)
SCHEDULE = (
    _datum("valid_from", "van"),
    _datum("valid_to", "tot"),
    _datum("dtstart", "begint_op"),
    _datum("until", "herhaal_tot"),
    _getal("count", "aantal"),
    _keuze("wkst", "weekbegin", CODES),
    _keuze("freq", "herhaling", ("DAILY", "WEEKLY", "MONTHLY")),
    _getal("interval", "interval"),
    _t("byday", "dagen", 120),
    _t("byweekno", "weken", 255),
    _t("bymonthday", "dagen_van_maand", 120),
    _t("byyearday", "dagen_van_jaar", 255),
    _t("description", "tekst"),
    Veld("opens_at", "opent_om", waarde.tijd, waarde.klok, None),
    Veld("closes_at", "sluit_om", waarde.tijd, waarde.klok, None),
    _ja("nk_op_afspraak", "op_afspraak"),
    _ja("nk_dicht", "dicht"),
)
LANGUAGE = (
    _t("name", "naam", 120),
    _t("code", "code", 12),
    _t("note", "toelichting"),
)
COST = (
    _datum("valid_from", "van"),
    _datum("valid_to", "tot"),
    _t("option", "wat", 255),
    Veld("currency", "munt", waarde.tekst(3), leeg="EUR"),
    Veld("amount", "bedrag", waarde.decimaal(2, 10**8), waarde.getal, None),
    _t("amount_description", "toelichting", 255),
)
TAXONOMY = (
    _t("name", "naam", 255),
    Veld("description", "omschrijving", waarde.tekst(), altijd=True),
    _t("uri", "uri", 500),
)
TERM = (
    _t("code", "code", 120),
    _t("name", "naam", 255),
    Veld("description", "omschrijving", waarde.tekst(), altijd=True),
)
ATTRIBUTE = (_t("value", "waarde", 500),)
WACHTTIJD = (
    _keuze("fase", "fase", FASEN),
    _t("doelgroep", "doelgroep", 120),
    Veld("weken_van", "weken_van", waarde.decimaal(1, 1000), waarde.getal, None),
    Veld("weken_tot", "weken_tot", waarde.decimaal(1, 1000), waarde.getal, None),
    _datum("gemeten_op", "gemeten_op"),
    _datum("geldig_tot", "geldig_tot"),
    _keuze("methode", "methode", METHODEN),
    _t("toelichting", "toelichting", 255),
    _t("door", "door", 140),
)
VRAAG = (
    Veld("past", "past", waarde.ja_nee, leeg=None),
    _t("tekst", "tekst", 200),
)
START = (
    _datum("begint_op", "begint_op"),
    _getal("bijeenkomsten", "bijeenkomsten"),
    _getal("plaatsen_vrij", "plaatsen_vrij"),
)
SLUITING = (
    _datum("van", "van"),
    _datum("tot", "tot"),
    _t("reden", "reden", 255),
    _t("alternatief_tekst", "alternatief_tekst", 500),
)
CONTROLE = (
    _keuze("veld", "veld", CONTROLEVELDEN),
    _datum("gecontroleerd_op", "gecontroleerd_op"),
)


# the lists of a record, and of a row in a list, that are rows of ours; what else comes is
# kept as it came
_BEREIK = ("phones", "contacts", "attributes")
LIJSTEN: dict[str, tuple[str, ...]] = {
    "organization": _BEREIK,
    "location": (*_BEREIK, "schedules", "languages"),
    "service": (
        *_BEREIK, "schedules", "languages", "cost_options", "service_areas",
        "nk_wachttijden", "nk_startmomenten", "nk_sluitingsperiodes",
    ),
    "service_at_location": (*_BEREIK, "schedules"),
    "contacts": ("phones",),
    "phones": ("languages",),
}  # fmt: skip


# --- whole rows


def uit(velden: Iterable[Veld], row: Any, hsds: Node) -> dict[str, Any]:
    """The properties of a row (an object, or a mapping of columns) with what its package
    said beside them; what begins with _ is ours alone."""
    rest = {key: value for key, value in hsds.items() if not key.startswith("_")}
    out: dict[str, Any] = {}
    for veld in velden:
        value = (
            row[veld.kolom] if isinstance(row, Mapping) else getattr(row, veld.kolom)
        )
        raw = rest.pop(veld.key, None)
        if raw is not None and _read(veld, raw) == value:
            out[veld.key] = raw
        elif veld.altijd or value != veld.leeg:
            out[veld.key] = veld.schrijf(value)
    return out | dict(sorted(rest.items()))


def naar(
    velden: Iterable[Veld], node: Node, hsds: Node, *, elders: Iterable[str] = ()
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Columns and `hsds` of a row after `node`. What `node` does not name stays as it is;
    `elders` are the names that are kept in another way."""
    kept, columns, own = dict(hsds), {}, set(elders)
    for veld in velden:
        own.add(veld.key)
        if veld.key not in node:
            continue
        raw = node[veld.key]
        columns[veld.kolom] = value = veld.leeg if is_empty(raw) else _read(veld, raw)
        kept.pop(veld.key, None)
        if not is_empty(raw) and veld.schrijf(value) != raw:
            kept[veld.key] = raw
    for key, raw in node.items():
        if key in own:
            continue
        kept.pop(key, None)
        if not is_empty(raw):
            kept[key] = raw
    return columns, kept


def _read(veld: Veld, raw: Any) -> Any:
    try:
        return veld.lees(raw)
    except waarde.PastNiet:
        return veld.leeg
