"""Addresses of help now, worries, naasten, and keeping the numbers."""

from django.urls import path, re_path

from .views import hulp, hulpnummers

_PLEK = r"zorgen/(?P<slug>[-\w]+)/(?P<plek>regio|(?:gemeente|wijk)-[0-9]{1,9})/"

urlpatterns = [
    path("hulp-nu/", hulp.hulp_nu, name="hulp_nu"),
    path("hulp-nu/sw.js", hulp.hulp_nu_sw, name="hulp_nu_sw"),
    path("hulp-nu/<slug:slug>/", hulp.hulp_nu_regio, name="hulp_nu_regio"),
    path("hulp-nu/<slug:slug>/pdf/", hulp.hulp_nu_pdf, name="hulp_nu_pdf"),
    path("weg/", hulp.weg, name="weg"),
    path("zorgen/", hulp.zorgen, name="zorgen"),
    path("zorgen/<slug:slug>/", hulp.zorgen_regio, name="zorgen_regio"),
    re_path(rf"^{_PLEK}$", hulp.zorgen_plek, name="zorgen_plek"),
    re_path(rf"^{_PLEK}blad/$", hulp.zorgen_blad, name="zorgen_blad"),
    re_path(rf"^{_PLEK}blad/pdf/$", hulp.zorgen_blad_pdf, name="zorgen_blad_pdf"),
    re_path(rf"^{_PLEK}om/(?P<soort>[-\w]+)/$", hulp.zorgen_soort, name="zorgen_soort"),
    re_path(
        rf"^{_PLEK}om/(?P<soort>[-\w]+)/pdf/$",
        hulp.zorgen_soort_pdf,
        name="zorgen_soort_pdf",
    ),
    path("voor-naasten/", hulp.voor_naasten, name="voor_naasten"),
    path("voor-naasten/pdf/", hulp.voor_naasten_pdf, name="voor_naasten_pdf"),
    # --- keeping them
    path("netwerk/hulpnummers/", hulpnummers.hulpnummers, name="hulpnummers"),
    path(
        "netwerk/hulpnummers/nieuw/",
        hulpnummers.hulpnummer_nieuw,
        name="hulpnummer_nieuw",
    ),
    path("netwerk/hulpnummers/<uuid:uuid>/", hulpnummers.hulpnummer, name="hulpnummer"),
    path(
        "netwerk/hulpnummers/<uuid:uuid>/weg/",
        hulpnummers.hulpnummer_weg,
        name="hulpnummer_weg",
    ),
    path(
        "netwerk/hulpnummers/<uuid:uuid>/gecontroleerd/",
        hulpnummers.hulpnummer_gecontroleerd,
        name="hulpnummer_gecontroleerd",
    ),
    path(
        "netwerk/hulpnummers/wijzigingen/<uuid:uuid>/",
        hulpnummers.nummerwijziging,
        name="nummerwijziging",
    ),
    path(
        "netwerk/zorgenadressen/nieuw/",
        hulpnummers.zorgenadres_nieuw,
        name="zorgenadres_nieuw",
    ),
    path(
        "netwerk/zorgenadressen/<uuid:uuid>/",
        hulpnummers.zorgenadres,
        name="zorgenadres",
    ),
    path(
        "netwerk/zorgenadressen/<uuid:uuid>/weg/",
        hulpnummers.zorgenadres_weg,
        name="zorgenadres_weg",
    ),
    path(
        "netwerk/zorgenadressen/<uuid:uuid>/gecontroleerd/",
        hulpnummers.zorgenadres_gecontroleerd,
        name="zorgenadres_gecontroleerd",
    ),
]
