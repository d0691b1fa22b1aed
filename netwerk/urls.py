from django.urls import path, re_path

from . import urls_aanbod, urls_hulp, urls_voorstel
from .api import hsds
from .views import (
    meldingen,
    opendata,
    sitemap,
    uitwisselen,
    voorziening,
    witte_vlekken,
    zoeken,
)

KEY = r"(?P<sleutel>[^/]{1,80})"

urlpatterns = [
    *urls_hulp.urlpatterns,
    path("sociale-kaart/", zoeken.sociale_kaart, name="sociale_kaart"),
    # a point stands in no slug, so that no provision can have this address
    path("sociale-kaart/lijst.pdf", zoeken.sociale_kaart_pdf, name="sociale_kaart_pdf"),
    # --- for programs: the read API of HSDS 3.0, with or without a slash at the end
    re_path(r"^api/hsds/?$", hsds.Start.as_view(), name="hsds"),
    re_path(r"^api/hsds/profiel\.json$", hsds.Profiel.as_view(), name="hsds_profiel"),
    re_path(
        r"^api/hsds/services/?$",
        hsds.Services.as_view({"get": "list"}),
        name="hsds_services",
    ),
    re_path(
        rf"^api/hsds/services/{KEY}/?$",
        hsds.Services.as_view({"get": "retrieve"}),
        name="hsds_service",
    ),
    re_path(
        r"^api/hsds/organizations/?$",
        hsds.Organizations.as_view({"get": "list"}),
        name="hsds_organizations",
    ),
    re_path(
        rf"^api/hsds/organizations/{KEY}/?$",
        hsds.Organizations.as_view({"get": "retrieve"}),
        name="hsds_organization",
    ),
    re_path(
        r"^api/hsds/service_at_locations/?$",
        hsds.ServiceAtLocations.as_view({"get": "list"}),
        name="hsds_service_at_locations",
    ),
    re_path(
        rf"^api/hsds/service_at_locations/{KEY}/?$",
        hsds.ServiceAtLocations.as_view({"get": "retrieve"}),
        name="hsds_service_at_location",
    ),
    re_path(
        r"^api/hsds/taxonomies/?$",
        hsds.Taxonomies.as_view({"get": "list"}),
        name="hsds_taxonomies",
    ),
    re_path(
        rf"^api/hsds/taxonomies/{KEY}/?$",
        hsds.Taxonomies.as_view({"get": "retrieve"}),
        name="hsds_taxonomy",
    ),
    re_path(
        r"^api/hsds/taxonomy_terms/?$",
        hsds.TaxonomyTerms.as_view({"get": "list"}),
        name="hsds_taxonomy_terms",
    ),
    re_path(
        rf"^api/hsds/taxonomy_terms/{KEY}/?$",
        hsds.TaxonomyTerms.as_view({"get": "retrieve"}),
        name="hsds_taxonomy_term",
    ),
    path("api/schema/", hsds.Schema.as_view(), name="api_schema"),
    path("api/docs/", opendata.docs, name="api_docs"),
    # --- for search engines
    path("robots.txt", sitemap.robots, name="robots"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("sitemap/paginas.xml", sitemap.sitemap_paginas, name="sitemap_paginas"),
    re_path(
        r"^sitemap/plekken-(?P<nummer>[0-9]{1,9})\.xml$",
        sitemap.sitemap_plekken,
        name="sitemap_plekken",
    ),
    path("open-data/", opendata.open_data, name="open_data"),
    # --- taking the kaart in and out
    path("netwerk/uitwisselen/", uitwisselen.uitwisselen, name="uitwisselen"),
    path(
        "netwerk/uitwisselen/<uuid:uuid>/",
        uitwisselen.voorbeeld,
        name="inlezen_voorbeeld",
    ),
    path(
        "netwerk/uitwisselen/<uuid:uuid>/nakijken.csv",
        uitwisselen.fouten,
        name="inlezen_fouten",
    ),
    path(
        "netwerk/uitvoer/<uuid:uuid>/",
        uitwisselen.uitvoer_bestand,
        name="uitvoer_bestand",
    ),
    path(
        "netwerk/uitvoer/<uuid:uuid>/ophalen/",
        uitwisselen.uitvoer_ophalen,
        name="uitvoer_ophalen",
    ),
    path(
        "netwerk/uitvoer/voorbeeld.xlsx",
        uitwisselen.leeg_rekenblad,
        name="leeg_rekenblad",
    ),
    path("netwerk/uitvoer/<slug:soort>/", uitwisselen.uitvoer, name="uitvoer"),
    # --- reports that a page is wrong
    path("meldingen/", meldingen.meldingen, name="meldingen"),
    path("meldingen/<uuid:uuid>/", meldingen.melding, name="melding"),
    path(
        "meldingen/<uuid:uuid>/oppakken/",
        meldingen.melding_oppakken,
        name="melding_oppakken",
    ),
    path("klopt-niet/", meldingen.melding_zoeken, name="melding_zoeken"),
    path("klopt-niet/<str:nummer>/", meldingen.melding_volgen, name="melding_volgen"),
    *urls_voorstel.urlpatterns,
    # --- the page of a provision
    path("sociale-kaart/<slug:slug>/", voorziening.voorziening, name="voorziening"),
    path(
        "sociale-kaart/<slug:slug>/pdf/",
        voorziening.voorziening_pdf,
        name="voorziening_pdf",
    ),
    path(
        "sociale-kaart/<slug:slug>/klopt-niet/",
        meldingen.melding_nieuw,
        name="melding_nieuw",
    ),
    # --- white spots: where help is missing
    path("netwerk/witte-vlekken/", witte_vlekken.functies, name="witte_vlekken"),
    path(
        "netwerk/witte-vlekken/werkwijzen/",
        witte_vlekken.werkwijzen,
        name="witte_vlekken_werkwijzen",
    ),
    path(
        "netwerk/witte-vlekken/aandachtspunten/",
        witte_vlekken.aandachtspunten,
        name="witte_vlekken_aandachtspunten",
    ),
    path(
        "netwerk/witte-vlekken/rekenblad/",
        witte_vlekken.als_xlsx,
        name="witte_vlekken_xlsx",
    ),
    path("netwerk/witte-vlekken/pdf/", witte_vlekken.als_pdf, name="witte_vlekken_pdf"),
    path(
        "netwerk/witte-vlekken/<slug:soort>/<slug:sleutel>/<int:gemeente>/",
        witte_vlekken.vak,
        name="witte_vlekken_vak",
    ),
    *urls_aanbod.urlpatterns,
]
