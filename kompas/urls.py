from django.urls import path

from .views import edities, kerngroep, meedoen, trajecten

urlpatterns = [
    path("meedoen/", meedoen.meedoen, name="meedoen"),
    # --- trajecten and who sits at the table
    path("kompas/trajecten/", trajecten.trajecten, name="trajecten"),
    path("kompas/trajecten/nieuw/", trajecten.traject_nieuw, name="traject_nieuw"),
    path("kompas/trajecten/<uuid:uuid>/", trajecten.traject, name="traject"),
    path(
        "kompas/trajecten/<uuid:uuid>/stappen/<int:nummer>/",
        trajecten.stap,
        name="stap",
    ),
    path(
        "kompas/trajecten/<uuid:uuid>/kerngroep/", kerngroep.kerngroep, name="kerngroep"
    ),
    path(
        "kompas/trajecten/<uuid:uuid>/kerngroep/nieuw/",
        kerngroep.lid_nieuw,
        name="lid_nieuw",
    ),
    path(
        "kompas/trajecten/<uuid:uuid>/kerngroep/mijn-plek/",
        kerngroep.mijn_plek,
        name="mijn_plek",
    ),
    path("kompas/leden/<uuid:uuid>/", kerngroep.lid, name="lid"),
    path(
        "kompas/leden/<uuid:uuid>/uitnodigen/",
        kerngroep.lid_uitnodigen,
        name="lid_uitnodigen",
    ),
    path(
        "kompas/leden/<uuid:uuid>/intrekken/",
        kerngroep.lid_intrekken,
        name="lid_intrekken",
    ),
    path("kompas/leden/<uuid:uuid>/weg/", kerngroep.lid_weg, name="lid_weg"),
    # --- gesprekskaarten to read and print
    path("kompas/kaarten/", edities.kaarten, name="kaarten"),
    path("kompas/kaarten/<int:editie>/<slug:thema>/", edities.kaart, name="kaart"),
    path(
        "kompas/kaarten/<int:editie>/<slug:thema>/pdf/",
        edities.kaart_pdf,
        name="kaart_pdf",
    ),
]
