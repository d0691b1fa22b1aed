"""The addresses of a plan: how it begins, whose it is, and who reads along."""

from django.urls import path

from .views import brief, hulpverleners, meelezen, naasten, plan, starten, wie

urlpatterns = [
    # --- a letter with a code, for who has no account yet
    path("brief/", brief.typen, name="brief"),
    path("brief/<str:code>/", brief.brief, name="brief_code"),
    # --- who works with people hands out letters
    path("starten/", starten.brieven, name="startbrieven"),
    path("starten/<uuid:uuid>/intrekken/", starten.intrekken, name="startbrief_weg"),
    # --- the plan of who is logged in
    path("plan/", plan.plan, name="plan"),
    path("plan/beginnen/", plan.beginnen, name="plan_beginnen"),
    path("plan/wie-ziet-wat/", wie.overzicht, name="wie_ziet_wat"),
    path("plan/wie-ziet-wat/toelaten/", wie.toelaten, name="wie_toelaten"),
    path("plan/wie-ziet-wat/alles-uit/", wie.alles_uit, name="wie_alles_uit"),
    path("plan/wie-ziet-wat/naaste/", naasten.nieuw, name="naaste_nieuw"),
    path("plan/wie-ziet-wat/naaste/<uuid:uuid>/", naasten.vraag, name="naaste_vraag"),
    path(
        "plan/wie-ziet-wat/naaste/<uuid:uuid>/terug/",
        naasten.terug,
        name="naaste_terug",
    ),
    path(
        "plan/wie-ziet-wat/hulpverlener/",
        hulpverleners.zoeken,
        name="hulpverlener_zoeken",
    ),
    path(
        "plan/wie-ziet-wat/hulpverlener/<uuid:uuid>/",
        hulpverleners.erbij,
        name="hulpverlener_erbij",
    ),
    path("plan/wie-ziet-wat/<uuid:uuid>/", wie.persoon, name="wie_persoon"),
    path("plan/wie-ziet-wat/<uuid:uuid>/uit/", wie.uit, name="wie_uit"),
    path("plan/wie-ziet-wat/<uuid:uuid>/einde/", wie.einde, name="wie_einde"),
    # --- a naaste
    path("meelezen/", meelezen.meelezen, name="meelezen"),
    path("meelezen/<uuid:uuid>/", meelezen.antwoord, name="meelezen_antwoord"),
]
