"""What taking a package in would do, record by record, before anything is done."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field

from .hsds_pakket import Fout

NIEUW, VERANDERD, GELIJK = "nieuw", "veranderd", "gelijk"
WOORD = "woord"  # a list of words of others, or one in it
SOORTEN = ("organisatie", "locatie", "plek", WOORD)


WOORDEN = {
    "name": "naam",
    "alternate_name": "ook bekend als",
    "description": "omschrijving",
    "url": "website",
    "website": "website",
    "email": "e-mail",
    "status": "staat op de kaart",
    "organization_id": "organisatie",
    "interpretation_services": "tolk",
    "application_process": "aanmelden",
    "fees_description": "kosten",
    "cost_options": "kosten",
    "accreditations": "erkenningen",
    "eligibility_description": "voor wie",
    "minimum_age": "leeftijd",
    "maximum_age": "leeftijd",
    "alert": "mededeling",
    "phones": "telefoon",
    "contacts": "contactpersonen",
    "attributes": "kenmerken",
    "schedules": "openingstijden",
    "languages": "talen",
    "service_areas": "werkgebied",
    "service_at_locations": "adres",
    "addresses": "adres",
    "location_type": "soort plek",
    "latitude": "punt op de kaart",
    "longitude": "punt op de kaart",
    "transportation": "vervoer",
    "accessibility": "toegankelijkheid",
    "assured_date": "gecontroleerd op",
    "nk_blad": "andere kolommen",
    "nk_kort": "kort",
    "nk_trefwoorden": "trefwoorden",
    "nk_informeel": "informeel",
    "nk_laagdrempelig": "laagdrempelig",
    "nk_ervaringsdeskundig": "ervaringsdeskundig",
    "nk_outreachend": "komt naar je toe",
    "nk_altijd_bereikbaar": "dag en nacht bereikbaar",
    "nk_indicatie_nodig": "indicatie nodig",
    "nk_zelf_aanmelden": "zelf aanmelden",
    "nk_onafhankelijk": "onafhankelijk",
    "nk_ring": "ring",
    "nk_sfeer": "sfeer",
    "nk_functies": "functies",
    "nk_domeinen": "domeinen",
    "nk_wetten": "wetten",
    "nk_manieren": "manieren",
    "nk_voor_wie": "voor wie",
    "nk_verwijzers": "wie verwijst",
    "nk_consultatie_door": "consultatie",
    "nk_werkwijzen": "werkwijzen",
    "nk_kwaliteitsstatuut": "kwaliteitsstatuut",
    "nk_feestdagen": "feestdagen",
    "nk_capaciteit": "is er plek",
    "nk_overbrugging": "in de tussentijd",
    "nk_overbrugging_geen": "in de tussentijd",
    "nk_gestopt_op": "gestopt op",
    "nk_gestopt_reden": "waarom gestopt",
    "nk_vervolg": "vervolg",
    "nk_vervolg_tekst": "vervolg",
    "nk_wachttijden": "wachttijd",
    "nk_startmomenten": "start",
    "nk_sluitingsperiodes": "tijdelijk dicht",
    "nk_doelgroepvragen": "vragen",
    "nk_controles": "gecontroleerd op",
    "nk_geheim": "geheim",
    "nk_soort": "soort organisatie",
    "nk_ook_soorten": "ook onder dit dak",
    "nk_werkveld": "werkveld",
}


@dataclass(frozen=True)
class Regel:
    """One record in the preview; `sleutel` is our id of a provision."""

    soort: str  # of SOORTEN
    naam: str
    wat: str
    velden: tuple[str, ...] = ()
    sleutel: str = ""

    @property
    def in_woorden(self) -> list[str]:
        """What changes, as people call it. A property of somebody else keeps its name."""
        return list(dict.fromkeys(WOORDEN.get(key, key) for key in self.velden))


@dataclass
class Plan:
    """`weg` are names of what came from this source before and is not in it now."""

    regels: list[Regel] = field(default_factory=list)
    weg: list[str] = field(default_factory=list)
    fouten: list[Fout] = field(default_factory=list)
    opmerkingen: list[Fout] = field(default_factory=list)

    @property
    def tellingen(self) -> dict[str, dict[str, int]]:
        """How many of each kind are new, changed or the same."""
        out = {soort: dict.fromkeys((NIEUW, VERANDERD, GELIJK), 0) for soort in SOORTEN}
        for regel in self.regels:
            out[regel.soort][regel.wat] += 1
        if not any(out[WOORD].values()):
            del out[WOORD]  # few packages have any
        return out

    @property
    def changes(self) -> bool:
        return any(regel.wat != GELIJK for regel in self.regels)

    @property
    def afdruk(self) -> str:
        """Of what it would do, to see whether that is still so."""
        said = [[r.soort, r.naam, r.wat, list(r.velden)] for r in self.regels]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()
