"""The tables of HSDS 3.0 in our own words: properties with their types, what has to be
there, what hangs on what, and how they are called.

Facts from the specification of Open Referral (https://docs.openreferral.org, 3.0); what
begins with nk_ is ours (docs/hsds-profiel).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .herhaling import CODES
from .hsds_woorden import (
    CAPACITEIT,
    CONSULTATIE,
    CONTROLEVELDEN,
    DOMEINEN,
    FASEN,
    FEESTDAGEN,
    FUNCTIES,
    MAG_BELLEN,
    MANIEREN,
    METHODEN,
    ONAFHANKELIJK,
    ORGANISATIESOORTEN,
    RINGEN,
    SFEREN,
    VERWIJZERS,
    VOOR_WIE,
    WETTEN,
    ZICHTBAAR,
)

TEXT, NUMBER, YES_NO, WORDS, THING = "string", "number", "boolean", "words", "object"
# in a flat table only: the id of a row that had to be written under another
EIGEN_ID = "nk_eigen_id"


@dataclass(frozen=True)
class Eigenschap:
    type: str = TEXT
    format: str = ""
    enum: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tabel:
    """`csv` is the name of its file, `kinderen` its lists, `enkel` what is one object,
    `eigenaren` the columns that say in a flat table what a row hangs on."""

    naam: str
    csv: str
    eigenschappen: Mapping[str, Eigenschap]
    verplicht: tuple[str, ...] = ("id",)
    kinderen: Mapping[str, str] = field(default_factory=dict)
    enkel: Mapping[str, str] = field(default_factory=dict)
    eigenaren: Mapping[str, str] = field(default_factory=dict)

    @property
    def kolommen(self) -> list[str]:
        """Of its file, in order."""
        refs = [f"{key}_id" for key in self.enkel if key != "taxonomy_detail"]
        return list(
            dict.fromkeys(["id", *self.eigenaren, *refs, *self.eigenschappen])
        )  # fmt: skip


def _props(words: str, **special: Eigenschap) -> dict[str, Eigenschap]:
    """`words`: names of texts; the others by name, at their place in `words`."""
    return {name: special.get(name, Eigenschap()) for name in words.split()}


_GETAL, _JA = Eigenschap(NUMBER), Eigenschap(YES_NO)
_URI, _MAIL = Eigenschap(format="uri"), Eigenschap(format="email")
_ID, _DATUM = Eigenschap(format="uuid"), Eigenschap(format="date")


def _een(*values: str) -> Eigenschap:
    return Eigenschap(enum=values)


def _lijst(*values: str) -> Eigenschap:
    return Eigenschap(WORDS, enum=values)


_BOTH = {"attributes": "attribute", "metadata": "metadata"}
_META = {"metadata": "metadata"}
_PLACED = ("service", "service_at_location", "location")

TABELLEN: dict[str, Tabel] = {
    tabel.naam: tabel
    for tabel in (
        Tabel(
            "organization",
            "organizations",
            _props(
                "name alternate_name description email website tax_status tax_id"
                " year_incorporated legal_status logo uri parent_organization_id"
                " nk_soort nk_werkveld nk_kwaliteitsstatuut nk_bron nk_bron_id"
                " nk_ook_soorten",
                email=_MAIL,
                website=_URI,
                uri=_URI,
                year_incorporated=_GETAL,
                parent_organization_id=_ID,
                nk_ook_soorten=_lijst(*ORGANISATIESOORTEN),
                nk_kwaliteitsstatuut=_URI,
            ),
            ("id", "name", "description"),
            {
                "funding": "funding",
                "contacts": "contact",
                "phones": "phone",
                "locations": "location",
                "programs": "program",
                "organization_identifiers": "organization_identifier",
                **_BOTH,
            },
        ),
        Tabel(
            "program",
            "programs",
            _props("name alternate_name description"),
            ("id", "name", "description"),
            _BOTH,
            eigenaren={"organization_id": "organization"},
        ),
        Tabel(
            "service",
            "services",
            _props(
                "name alternate_name description url email status"
                " interpretation_services application_process fees_description"
                " wait_time fees accreditations eligibility_description minimum_age"
                " maximum_age assured_date assurer_email licenses alert last_modified"
                " nk_kort nk_trefwoorden nk_informeel nk_laagdrempelig"
                " nk_ervaringsdeskundig nk_outreachend nk_altijd_bereikbaar"
                " nk_indicatie_nodig nk_zelf_aanmelden nk_onafhankelijk nk_ring nk_sfeer"
                " nk_functies nk_domeinen nk_wetten nk_manieren nk_voor_wie nk_verwijzers"
                " nk_consultatie_door nk_werkwijzen nk_kwaliteitsstatuut nk_feestdagen"
                " nk_capaciteit nk_overbrugging nk_overbrugging_geen nk_gestopt_op"
                " nk_gestopt_reden nk_vervolg nk_vervolg_tekst nk_pagina nk_bron"
                " nk_bron_id",
                url=_URI,
                email=_MAIL,
                assurer_email=_MAIL,
                status=_een("active", "inactive", "defunct", "temporarily closed"),
                minimum_age=_GETAL,
                maximum_age=_GETAL,
                assured_date=_DATUM,
                last_modified=Eigenschap(format="date-time"),
                nk_trefwoorden=_lijst(),
                nk_informeel=_JA,
                nk_laagdrempelig=_JA,
                nk_ervaringsdeskundig=_JA,
                nk_outreachend=_JA,
                nk_altijd_bereikbaar=_JA,
                nk_indicatie_nodig=_JA,
                nk_zelf_aanmelden=_JA,
                nk_onafhankelijk=_een(*ONAFHANKELIJK),
                nk_ring=_een(*RINGEN),
                nk_sfeer=_een(*SFEREN),
                nk_functies=_lijst(*FUNCTIES),
                nk_domeinen=_lijst(*DOMEINEN),
                nk_wetten=_lijst(*WETTEN),
                nk_manieren=_lijst(*MANIEREN),
                nk_voor_wie=_lijst(*VOOR_WIE),
                nk_verwijzers=_lijst(*VERWIJZERS),
                nk_consultatie_door=_lijst(*CONSULTATIE),
                nk_werkwijzen=_lijst(),
                nk_kwaliteitsstatuut=_URI,
                nk_feestdagen=_een(*FEESTDAGEN),
                nk_capaciteit=_een(*CAPACITEIT),
                nk_overbrugging_geen=_JA,
                nk_gestopt_op=_DATUM,
                nk_vervolg=_ID,
                nk_pagina=_URI,
            ),
            ("id", "name", "status"),
            {
                "phones": "phone",
                "schedules": "schedule",
                "service_areas": "service_area",
                "service_at_locations": "service_at_location",
                "languages": "language",
                "funding": "funding",
                "cost_options": "cost_option",
                "required_documents": "required_document",
                "contacts": "contact",
                "nk_wachttijden": "nk_wachttijd",
                "nk_sluitingsperiodes": "nk_sluitingsperiode",
                "nk_startmomenten": "nk_startmoment",
                "nk_doelgroepvragen": "nk_doelgroepvraag",
                "nk_controles": "nk_controle",
                **_BOTH,
            },
            {"organization": "organization", "program": "program"},
        ),
        Tabel(
            "service_at_location",
            "service_at_location",
            _props("description nk_bron nk_bron_id"),
            ("id",),
            {
                "contacts": "contact",
                "phones": "phone",
                "schedules": "schedule",
                **_BOTH,
            },
            {"location": "location"},
            {"service_id": "service"},
        ),
        Tabel(
            "location",
            "locations",
            _props(
                "location_type url name alternate_name description transportation"
                " latitude longitude external_identifier external_identifier_type"
                " nk_geheim nk_bron nk_bron_id",
                location_type=_een("physical", "postal", "virtual"),
                url=_URI,
                latitude=_GETAL,
                longitude=_GETAL,
                nk_geheim=_JA,
            ),
            ("id", "location_type"),
            {
                "languages": "language",
                "addresses": "address",
                "contacts": "contact",
                "accessibility": "accessibility",
                "phones": "phone",
                "schedules": "schedule",
                **_BOTH,
            },
            eigenaren={"organization_id": "organization"},
        ),
        Tabel(
            "address",
            "addresses",
            _props(
                "attention address_1 address_2 city region state_province postal_code"
                " country address_type",
                address_type=_een("physical", "postal", "virtual"),
            ),
            ("id", "address_1", "city", "state_province", "postal_code", "country",
             "address_type"),
            _BOTH,
            eigenaren={"location_id": "location"},
        ),
        Tabel(
            "phone",
            "phones",
            _props(
                "number extension type description nk_mag_bellen nk_kosten",
                extension=_GETAL,
                nk_mag_bellen=_een(*MAG_BELLEN),
            ),
            ("id", "number"),
            {"languages": "language", **_BOTH},
            eigenaren={
                "location_id": "location",
                "service_id": "service",
                "organization_id": "organization",
                "contact_id": "contact",
                "service_at_location_id": "service_at_location",
            },
        ),
        Tabel(
            "contact",
            "contacts",
            _props(
                "name title department email nk_zichtbaar",
                email=_MAIL,
                nk_zichtbaar=_een(*ZICHTBAAR),
            ),
            ("id",),
            {"phones": "phone", **_BOTH},
            eigenaren={
                "organization_id": "organization",
                "service_id": "service",
                "service_at_location_id": "service_at_location",
                "location_id": "location",
            },
        ),
        Tabel(
            "schedule",
            "schedules",
            _props(
                "valid_from valid_to dtstart timezone until count wkst freq interval"
                " byday byweekno bymonthday byyearday description opens_at closes_at"
                " schedule_link attending_type notes nk_op_afspraak nk_dicht"
                " nk_herhaling",
                timezone=_GETAL,
                count=_GETAL,
                interval=_GETAL,
                wkst=_een(*CODES),
                freq=_een("WEEKLY", "MONTHLY"),
                schedule_link=_URI,
                nk_op_afspraak=_JA,
                nk_dicht=_JA,
            ),
            ("id",),
            _BOTH,
            eigenaren={f"{name}_id": name for name in _PLACED},
        ),
        Tabel(
            "service_area",
            "service_areas",
            _props("name description extent extent_type uri"),
            ("id",),
            _BOTH,
            eigenaren={"service_id": "service"},
        ),
        Tabel(
            "language",
            "languages",
            _props("name code note"),
            ("id",),
            _BOTH,
            eigenaren={
                "service_id": "service",
                "location_id": "location",
                "phone_id": "phone",
            },
        ),
        Tabel(
            "funding",
            "funding",
            _props("source"),
            ("id",),
            _BOTH,
            eigenaren={"organization_id": "organization", "service_id": "service"},
        ),
        Tabel(
            "accessibility",
            "accessibility",
            _props("description details url", url=_URI),
            ("id",),
            _BOTH,
            eigenaren={"location_id": "location"},
        ),
        Tabel(
            "cost_option",
            "cost_options",
            _props(
                "valid_from valid_to option currency amount amount_description",
                amount=_GETAL,
            ),
            ("id",),
            _BOTH,
            eigenaren={"service_id": "service"},
        ),
        Tabel(
            "required_document",
            "required_documents",
            _props("document uri", uri=_URI),
            ("id",),
            _BOTH,
            eigenaren={"service_id": "service"},
        ),
        Tabel(
            "organization_identifier",
            "organization_identifiers",
            _props("identifier_scheme identifier_type identifier"),
            ("id", "identifier_type", "identifier"),
            _BOTH,
            eigenaren={"organization_id": "organization"},
        ),
        Tabel(
            "taxonomy",
            "taxonomies",
            _props("name description uri version nk_bron nk_bron_id", uri=_URI),
            ("id", "name", "description"),
            _META,
        ),
        Tabel(
            "taxonomy_term",
            "taxonomy_terms",
            _props(
                "code name description parent_id taxonomy language taxonomy_id term_uri"
                " nk_bron nk_bron_id",
                parent_id=_ID,
                taxonomy_id=_ID,
                term_uri=_URI,
            ),
            ("id", "name", "description"),
            _META,
            {"taxonomy_detail": "taxonomy"},
        ),
        Tabel(
            "attribute",
            "attributes",
            _props("link_type link_entity value"),
            ("id",),
            _META,
            {"taxonomy_term": "taxonomy_term"},
            {"link_id": "*"},
        ),
        Tabel(
            "metadata",
            "metadata",
            _props(
                "resource_type last_action_date last_action_type field_name"
                " previous_value replacement_value updated_by",
                last_action_date=_DATUM,
            ),
            ("id", "last_action_date", "last_action_type", "field_name",
             "previous_value", "replacement_value", "updated_by"),
            eigenaren={"resource_id": "*"},
        ),
        Tabel(
            "nk_wachttijd",
            "nk_wachttijden",
            _props(
                "fase doelgroep weken_van weken_tot gemeten_op geldig_tot methode"
                " toelichting door",
                fase=_een(*FASEN),
                weken_van=_GETAL,
                weken_tot=_GETAL,
                gemeten_op=_DATUM,
                geldig_tot=_DATUM,
                methode=_een(*METHODEN),
            ),
            ("id", "fase", "weken_van", "weken_tot", "gemeten_op", "geldig_tot",
             "methode", "door"),
            eigenaren={"service_id": "service"},
        ),
        Tabel(
            "nk_sluitingsperiode",
            "nk_sluitingsperiodes",
            _props(
                "van tot reden alternatief alternatief_tekst",
                van=_DATUM,
                tot=_DATUM,
                alternatief=_ID,
            ),
            ("id", "van"),
            eigenaren={"service_id": "service"},
        ),
        Tabel(
            "nk_startmoment",
            "nk_startmomenten",
            _props(
                "begint_op bijeenkomsten plaatsen_vrij",
                begint_op=_DATUM,
                bijeenkomsten=_GETAL,
                plaatsen_vrij=_GETAL,
            ),
            ("id", "begint_op"),
            eigenaren={"service_id": "service"},
        ),
        Tabel(
            "nk_doelgroepvraag",
            "nk_doelgroepvragen",
            _props("past tekst", past=_JA),
            ("id", "past", "tekst"),
            eigenaren={"service_id": "service"},
        ),
        Tabel(
            "nk_controle",
            "nk_controles",
            _props(
                "veld gecontroleerd_op",
                veld=_een(*CONTROLEVELDEN),
                gecontroleerd_op=_DATUM,
            ),
            ("id", "veld", "gecontroleerd_op"),
            eigenaren={"service_id": "service"},
        ),
    )
}  # fmt: skip
# the file of a table is found by its own name, in singular or plural
BESTANDEN = {
    name: tabel.naam
    for tabel in TABELLEN.values()
    for name in (tabel.csv, tabel.naam, f"{tabel.naam}s")
}
