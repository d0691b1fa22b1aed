from django.urls import path

from .views import (
    edities,
    edities_laden,
    kerngroep,
    knelpunten,
    meedoen,
    meedoen_bewaren as bewaren,
    meedoen_gesprekken,
    meedoen_kaarten as meedoenkaarten,
    meedoen_uitkomst,
    rapporten,
    rondes,
    rondes_begin,
    trajecten,
    uitkomsten,
)

urlpatterns = [
    # --- taking part in a round
    path("kompas/gesprekken/", meedoen_gesprekken.gesprekken, name="mijn_gesprekken"),
    path("meedoen/", meedoen.meedoen, name="meedoen"),
    path("meedoen/<str:code>/", meedoen.ronde, name="meedoen_ronde"),
    path("meedoen/<str:code>/kaarten/", meedoenkaarten.kaarten, name="meedoen_kaarten"),
    path("meedoen/<str:code>/opnieuw/", meedoen.opnieuw, name="meedoen_opnieuw"),
    path("meedoen/<str:code>/klaar/", meedoenkaarten.klaar, name="meedoen_klaar"),
    path(
        "meedoen/<str:code>/kaart/<slug:thema>/",
        meedoenkaarten.kaart,
        name="meedoen_kaart",
    ),
    path(
        "meedoen/<str:code>/kaart/<slug:thema>/<int:volgorde>/",
        meedoenkaarten.stelling,
        name="meedoen_stelling",
    ),
    path(
        "meedoen/<str:code>/kaart/<slug:thema>/vraag/<int:nummer>/",
        meedoenkaarten.vraag,
        name="meedoen_vraag",
    ),
    path(
        "meedoen/<str:code>/kaart/<slug:thema>/werkwijzen/<int:deel>/",
        meedoenkaarten.werkwijzen,
        name="meedoen_werkwijzen",
    ),
    path(
        "meedoen/<str:code>/kaart/<slug:thema>/afronden/",
        meedoenkaarten.afronden,
        name="meedoen_afronden",
    ),
    path("meedoen/<str:code>/stelling/", bewaren.stelling, name="bewaar_stelling"),
    path("meedoen/<str:code>/vraag/", bewaren.vraag, name="bewaar_vraag"),
    path(
        "meedoen/<str:code>/werkwijzen/", bewaren.werkwijzen, name="bewaar_werkwijzen"
    ),
    path(
        "meedoen/<str:code>/uitkomst/<slug:thema>/",
        meedoen_uitkomst.kaart,
        name="meedoen_uitkomst",
    ),
    path(
        "meedoen/<str:code>/uitkomst/<slug:thema>/<int:volgorde>/",
        meedoen_uitkomst.stelling,
        name="meedoen_uitkomst_stelling",
    ),
    # --- trajecten and who sits at the table
    path("kompas/trajecten/", trajecten.trajecten, name="trajecten"),
    path("kompas/trajecten/nieuw/", trajecten.traject_nieuw, name="traject_nieuw"),
    path("kompas/trajecten/<uuid:uuid>/", trajecten.traject, name="traject"),
    path(
        "kompas/trajecten/<uuid:uuid>/begeleider/",
        trajecten.begeleider_nieuw,
        name="begeleider_nieuw",
    ),
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
    # --- what is missing, from the white spots of netwerk
    path("kompas/knelpunten/nieuw/", knelpunten.knelpunt_nieuw, name="knelpunt_nieuw"),
    path(
        "kompas/trajecten/<uuid:uuid>/knelpunten/<uuid:knelpunt>/weg/",
        knelpunten.knelpunt_weg,
        name="knelpunt_weg",
    ),
    # --- rounds
    path("kompas/trajecten/<uuid:uuid>/rondes/", rondes_begin.rondes, name="rondes"),
    path(
        "kompas/trajecten/<uuid:uuid>/rondes/nieuw/",
        rondes_begin.ronde_nieuw,
        name="ronde_nieuw",
    ),
    path(
        "kompas/rondes/<uuid:uuid>/weergave/",
        rondes_begin.ronde_weergave,
        name="ronde_weergave",
    ),
    path("kompas/rondes/<uuid:uuid>/", rondes.ronde, name="ronde"),
    path(
        "kompas/rondes/<uuid:uuid>/tellingen/",
        rondes.ronde_tellingen,
        name="ronde_tellingen",
    ),
    path(
        "kompas/rondes/<uuid:uuid>/kaart/<slug:thema>/openen/",
        rondes.ronde_kaart_openen,
        name="ronde_kaart_openen",
    ),
    path(
        "kompas/rondes/<uuid:uuid>/herinneren/",
        rondes.ronde_herinneren,
        name="ronde_herinneren",
    ),
    path(
        "kompas/rondes/<uuid:uuid>/sluiten/", rondes.ronde_sluiten, name="ronde_sluiten"
    ),
    path("kompas/rondes/<uuid:uuid>/scherm/", rondes.ronde_scherm, name="ronde_scherm"),
    path(
        "kompas/rondes/<uuid:uuid>/scherm/telling/",
        rondes.ronde_scherm_telling,
        name="ronde_scherm_telling",
    ),
    # --- gesprekskaarten to read and print
    path("kompas/kaarten/", edities.kaarten, name="kaarten"),
    path("kompas/edities/", edities_laden.edities, name="edities"),
    path("kompas/edities/laden/", edities_laden.laden, name="editie_laden"),
    path(
        "kompas/edities/voorbeeld/<slug:soort>/",
        edities_laden.voorbeeld,
        name="editie_voorbeeld",
    ),
    path("kompas/kaarten/<int:editie>/<slug:thema>/", edities.kaart, name="kaart"),
    path(
        "kompas/kaarten/<int:editie>/<slug:thema>/pdf/",
        edities.kaart_pdf,
        name="kaart_pdf",
    ),
    # --- outcomes of a round
    path(
        "kompas/rondes/<uuid:uuid>/uitkomsten/",
        uitkomsten.uitkomsten,
        name="uitkomsten",
    ),
    path(
        "kompas/rondes/<uuid:uuid>/uitkomsten/eigen-werkwijzen/",
        uitkomsten.eigen_werkwijze,
        name="eigen_werkwijze",
    ),
    path(
        "kompas/rondes/<uuid:uuid>/uitkomsten/<slug:soort>.csv",
        uitkomsten.als_csv,
        name="uitkomst_csv",
    ),
    path(
        "kompas/rondes/<uuid:uuid>/uitkomsten/<slug:thema>/",
        uitkomsten.kaart,
        name="uitkomst_kaart",
    ),
    path(
        "kompas/rondes/<uuid:uuid>/uitkomsten/<slug:thema>/<int:volgorde>/",
        uitkomsten.stelling,
        name="uitkomst_stelling",
    ),
    path(
        "kompas/rondes/<uuid:uuid>/uitkomsten/<slug:thema>/<int:volgorde>/afspraak/",
        uitkomsten.afspraak,
        name="uitkomst_afspraak",
    ),
    path(
        "kompas/rondes/<uuid:uuid>/uitkomsten/<slug:thema>/<int:volgorde>/verberg/",
        uitkomsten.verberg,
        name="opmerking_verbergen",
    ),
    path(
        "kompas/rondes/<uuid:uuid>/uitkomsten/<slug:thema>/<int:volgorde>/toon/",
        uitkomsten.toon,
        name="opmerking_tonen",
    ),
    path("kompas/rondes/<uuid:uuid>/rapport/", rapporten.vragen, name="rapport_vragen"),
    path("kompas/rapporten/<uuid:uuid>/", rapporten.rapport, name="uitkomstrapport"),
    path(
        "kompas/rapporten/<uuid:uuid>/pdf/",
        rapporten.als_pdf,
        name="uitkomstrapport_pdf",
    ),
]
