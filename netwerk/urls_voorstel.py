"""Addresses of proposals."""

from django.urls import path

from .views import voorstellen

ONE = "voorstellen/<uuid:uuid>/"
PAGE = "sociale-kaart/<slug:slug>/voorstel/"

urlpatterns = [
    path("voorstellen/", voorstellen.voorstellen, name="voorstellen"),
    path("voorstellen/nieuw/", voorstellen.voorstel_nieuw, name="voorstel_nieuw"),
    path(ONE, voorstellen.voorstel, name="voorstel"),
    path(f"{ONE}afwijzen/", voorstellen.voorstel_afwijzen, name="voorstel_afwijzen"),
    path(
        f"{ONE}terugnemen/", voorstellen.voorstel_intrekken, name="voorstel_intrekken"
    ),
    path(PAGE, voorstellen.voorstel_kiezen, name="voorstel_kiezen"),
    path(
        f"{PAGE}adres/<uuid:plek>/<slug:stap>/",
        voorstellen.voorstel_plek,
        name="voorstel_plek",
    ),
    path(f"{PAGE}<slug:stap>/", voorstellen.voorstel_doen, name="voorstel_doen"),
]
