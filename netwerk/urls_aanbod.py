from django.urls import path

from .views import aanbod, bevestigen, dubbelen, instellingen, profiel, wachttijden

ONE = "beheer/aanbod/<uuid:uuid>/"
urlpatterns = [
    path("beheer/aanbod/", aanbod.aanbod, name="aanbod"),
    path("beheer/aanbod/nieuw/", aanbod.aanbod_nieuw, name="aanbod_nieuw"),
    path("beheer/wachttijden/", wachttijden.wachttijden, name="wachttijden"),
    path(ONE, aanbod.aanbod_een, name="aanbod_een"),
    path(f"{ONE}stap/<slug:stap>/", aanbod.aanbod_stap, name="aanbod_stap"),
    path(f"{ONE}plek/", aanbod.aanbod_plek_nieuw, name="aanbod_plek_nieuw"),
    path("beheer/plekken/<uuid:uuid>/", aanbod.aanbod_plek, name="aanbod_plek"),
    path(
        "beheer/plekken/<uuid:uuid>/stap/<slug:stap>/",
        aanbod.aanbod_plek_stap,
        name="aanbod_plek_stap",
    ),
    path(
        "beheer/plekken/<uuid:uuid>/weg/",
        aanbod.aanbod_plek_weg,
        name="aanbod_plek_weg",
    ),
    path(f"{ONE}tonen/", aanbod.aanbod_tonen, name="aanbod_tonen"),
    path(f"{ONE}stoppen/", aanbod.aanbod_stoppen, name="aanbod_stoppen"),
    path(f"{ONE}doorgaan/", aanbod.aanbod_doorgaan, name="aanbod_doorgaan"),
    path(f"{ONE}dicht/", aanbod.aanbod_dicht, name="aanbod_dicht"),
    path(
        "beheer/dicht/<uuid:uuid>/weg/",
        aanbod.aanbod_dicht_weg,
        name="aanbod_dicht_weg",
    ),
    path(f"{ONE}vraag/", bevestigen.aanbod_vraag, name="aanbod_vraag"),
    path("bevestig/<str:code>/", bevestigen.bevestig, name="bevestig"),
    path(f"{ONE}nagekeken/", aanbod.aanbod_nagekeken, name="aanbod_nagekeken"),
    path(f"{ONE}geschiedenis/", aanbod.aanbod_geschiedenis, name="aanbod_geschiedenis"),
    path("beheer/dubbel/", dubbelen.dubbelen, name="dubbelen"),
    path(f"{ONE}dubbel/", dubbelen.dubbel_zoeken, name="dubbel_zoeken"),
    path(f"{ONE}dubbel/<uuid:ander>/", dubbelen.dubbel_samen, name="dubbel_samen"),
    path(f"{ONE}dubbel/<uuid:ander>/twee/", dubbelen.dubbel_twee, name="dubbel_twee"),
    path(
        "beheer/organisaties/<uuid:uuid>/profiel/",
        profiel.organisatieprofiel,
        name="organisatieprofiel",
    ),
    path(
        "beheer/organisaties/<uuid:uuid>/profiel/mensen/",
        profiel.organisatiemensen,
        name="organisatiemensen",
    ),
    path("beheer/kaart/", instellingen.kaartinstelling, name="kaartinstelling"),
    path("beheer/woorden/", instellingen.synoniemen, name="synoniemen"),
    path(
        "beheer/woorden/<int:pk>/weg/", instellingen.synoniem_weg, name="synoniem_weg"
    ),
]
