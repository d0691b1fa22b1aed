from django.urls import path

from .views import edities, meedoen

urlpatterns = [
    path("meedoen/", meedoen.meedoen, name="meedoen"),
    # --- gesprekskaarten to read and print
    path("kompas/kaarten/", edities.kaarten, name="kaarten"),
    path("kompas/kaarten/<int:editie>/<slug:thema>/", edities.kaart, name="kaart"),
    path(
        "kompas/kaarten/<int:editie>/<slug:thema>/pdf/",
        edities.kaart_pdf,
        name="kaart_pdf",
    ),
]
