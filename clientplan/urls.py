"""The addresses of a plan: how it begins, whose it is, and who reads along."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from .views import (
    afspraken,
    brief,
    dagboek,
    doelen,
    functionaris,
    hulpverleners,
    kaart,
    lezen,
    meelezen,
    naasten,
    nakijken,
    nood,
    pasje,
    plan,
    schrijven,
    signalen,
    spoor,
    starten,
    stukken,
    telefoon,
    verhaal,
    wie,
)

View = Callable[..., Any]


def _pages(route: str, view: View, name: str) -> list[URLPattern]:
    """A page of a plan that is read: by the client, by who was let in, and by the client
    through the eyes of that person (clientplan/selectors/blik.py)."""
    eyes = f"plan/wie-ziet-wat/<uuid:wie>/bekijk/{route}"
    return [*_writing(route, view, name), path(eyes, view, name=f"{name}_bekijk")]


def _writing(route: str, view: View, name: str) -> list[URLPattern]:
    """A page on which one writes: the client, and who may write with them."""
    return [
        path(f"plan/{route}", view, name=name),
        path(f"plan-van/<uuid:plan>/{route}", view, name=f"{name}_van"),
    ]


STORY = [
    *_pages("verhaal/", verhaal.verhaal, "verhaal"),
    *_writing("verhaal/<str:vraag>/schrijf/", verhaal.schrijf, "verhaal_schrijf"),
    path("plan/verhaal/fase/", verhaal.fase, name="verhaal_fase"),
    *_writing("verhaal/<str:vraag>/foto/", verhaal.beeld_nieuw, "verhaal_beeld_nieuw"),
    *_pages("verhaal/foto/<uuid:uuid>/", verhaal.beeld, "verhaal_beeld"),
    *_writing("verhaal/foto/<uuid:uuid>/weg/", verhaal.beeld_weg, "verhaal_beeld_weg"),
    *_writing(
        "verhaal/foto/<uuid:uuid>/terug/", verhaal.beeld_terug, "verhaal_beeld_terug"
    ),
    *_writing("verhaal/foto/<uuid:uuid>/wis/", verhaal.beeld_wis, "verhaal_beeld_wis"),
]
AGREEMENTS = [
    *_pages("afspraken/", afspraken.afspraken, "afspraken"),
    *_writing("afspraken/nieuw/", afspraken.afspraak_nieuw, "afspraak_nieuw"),
    *_writing(
        "afspraken/<uuid:uuid>/wijzig/", afspraken.afspraak_wijzig, "afspraak_wijzig"
    ),
    *_writing(
        "afspraken/<uuid:uuid>/gedaan/", afspraken.afspraak_gedaan, "afspraak_gedaan"
    ),
    *_writing(
        "afspraken/<uuid:uuid>/agenda/", afspraken.afspraak_agenda, "afspraak_agenda"
    ),
]
# the client's own plan alone
DIARY = [
    path("plan/dagboek/", dagboek.dagboek, name="dagboek"),
    path("plan/dagboek/nieuw/", dagboek.dagboek_nieuw, name="dagboek_nieuw"),
    path("plan/dagboek/<uuid:uuid>/", dagboek.dagboek_blad, name="dagboek_blad"),
    path("plan/dagboek/<uuid:uuid>/weg/", dagboek.dagboek_weg, name="dagboek_weg"),
]
PARTS = [
    *_pages("doelen/", doelen.doelen, "doelen"),
    *_writing("doelen/nieuw/", doelen.doel_nieuw, "doel_nieuw"),
    *_pages("doelen/<uuid:uuid>/", doelen.doel, "doel"),
    *_writing("doelen/<uuid:uuid>/wijzig/", doelen.doel_wijzig, "doel_wijzig"),
    *_writing("doelen/<uuid:uuid>/stand/", doelen.doel_stand, "doel_stand"),
    *_writing("doelen/<uuid:uuid>/stap/", doelen.stap_nieuw, "stap_nieuw"),
    *_writing("stappen/<uuid:uuid>/wijzig/", doelen.stap_wijzig, "stap_wijzig"),
    *_writing("stappen/<uuid:uuid>/winst/", doelen.stap_winst, "stap_winst"),
    *_writing("stappen/<uuid:uuid>/gezet/", doelen.stap_gezet, "stap_gezet"),
]
SIGNALS = [
    *_pages("signaleringsplan/", signalen.signaleringsplan, "signaleringsplan"),
    *_writing(
        "signaleringsplan/pdf/", signalen.signaleringsplan_pdf, "signaleringsplan_pdf"
    ),
    *_writing(
        "signaleringsplan/<int:fase>/<str:soort>/",
        signalen.signaal_nieuw,
        "signaal_nieuw",
    ),
    *_writing(
        "signalen/<uuid:uuid>/wijzig/", signalen.signaal_wijzig, "signaal_wijzig"
    ),
    *_writing("signalen/<uuid:uuid>/plek/", signalen.signaal_plek, "signaal_plek"),
    path("plan/hoe-gaat-het/", signalen.hoe_gaat_het, name="hoe_gaat_het"),
]
CARD = [
    *_pages("crisiskaart/", kaart.crisiskaart, "crisiskaart"),
    *_writing("crisiskaart/maken/", kaart.kaart_maken, "kaart_maken"),
    *_writing("crisiskaart/woorden/", kaart.kaart_wijzig, "kaart_wijzig"),
    *_writing("crisiskaart/bellen/", kaart.kaartpersoon_nieuw, "kaartpersoon_nieuw"),
    *_writing(
        "crisiskaart/bellen/<uuid:uuid>/",
        kaart.kaartpersoon_wijzig,
        "kaartpersoon_wijzig",
    ),
    *_writing(
        "crisiskaart/bellen/<uuid:uuid>/plek/",
        kaart.kaartpersoon_plek,
        "kaartpersoon_plek",
    ),
    *_writing(
        "crisiskaart/bellen/<uuid:uuid>/gevraagd/",
        kaart.kaartpersoon_gevraagd,
        "kaartpersoon_gevraagd",
    ),
    path("plan/crisiskaart/pasje/", pasje.pasje, name="pasje"),
    path("plan/crisiskaart/pasje/pdf/", pasje.pasje_pdf, name="pasje_pdf"),
    path("plan/crisiskaart/pasje/nieuw/", pasje.pasje_nieuw, name="pasje_nieuw"),
    path("plan/crisiskaart/pasje/weg/", pasje.pasje_weg, name="pasje_weg"),
    path("plan/crisiskaart/telefoon/", telefoon.telefoon, name="kaart_telefoon"),
    path("plan/crisiskaart/telefoon/zet/", telefoon.telefoon_zet, name="telefoon_zet"),
    path("plan/crisiskaart/telefoon/weg/", telefoon.telefoon_weg, name="telefoon_weg"),
    path("mijn-kaart/", telefoon.mijn_kaart, name="mijn_kaart"),
    path("mijn-kaart/sw.js", telefoon.mijn_kaart_sw, name="mijn_kaart_sw"),
    path(
        "mijn-kaart/stand/<str:woord>/",
        telefoon.mijn_kaart_stand,
        name="mijn_kaart_stand",
    ),
    path("kaart/<str:adres>/", pasje.pasje_bekijken, name="pasje_bekijken"),
    path("op-een-kaart/", kaart.genoemd, name="genoemd"),
    path("op-een-kaart/<uuid:uuid>/", kaart.genoemd_antwoord, name="genoemd_antwoord"),
]
# of every kind of piece
PIECES = [
    *_writing("concept/<str:soort>/<uuid:uuid>/", schrijven.concept, "concept"),
    *_writing("eerder/<str:soort>/<uuid:uuid>/", stukken.eerder, "eerder"),
    *_writing(
        "eerder/<str:soort>/<uuid:uuid>/terug/", stukken.terugzetten, "terugzetten"
    ),
    *_writing("weg/<str:soort>/<uuid:uuid>/", stukken.weg, "stuk_weg"),
    path("plan-van/<uuid:plan>/stem/<str:deel>/", stukken.stem, name="stem_van"),
    path(
        "plan-van/<uuid:plan>/stem/<str:deel>/<uuid:uuid>/",
        stukken.stem,
        name="stem_bij_van",
    ),
]

urlpatterns = [
    *STORY,
    *AGREEMENTS,
    *DIARY,
    *PARTS,
    *SIGNALS,
    *CARD,
    *PIECES,
    # --- a letter with a code, for who has no account yet
    path("brief/", brief.typen, name="brief"),
    path("brief/<str:code>/", brief.brief, name="brief_code"),
    # --- who works with people hands out letters
    path("starten/", starten.brieven, name="startbrieven"),
    path("starten/<uuid:uuid>/intrekken/", starten.intrekken, name="startbrief_weg"),
    # --- the plan of who is logged in, of another, and through their eyes
    path("plan/", plan.plan, name="plan"),
    path("plan-van/<uuid:plan>/", lezen.plan_van, name="plan_van"),
    path("plan/wie-ziet-wat/<uuid:wie>/bekijk/", lezen.plan_bekijk, name="plan_bekijk"),
    path("plan/menu/", plan.menu, name="plan_menu"),
    path("plan/eenvoudig/", plan.eenvoudig, name="plan_eenvoudig"),
    path("clienten/", lezen.clienten, name="clienten"),
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
    # --- what is open in an emergency; who opens it; who looks at it afterwards
    path("plan/noodtoegang/", nood.noodkeuze, name="noodkeuze"),
    path("noodtoegang/", nood.noodtoegang, name="noodtoegang"),
    path("noodtoegang/mijn/", nood.noodtoegangen, name="noodtoegangen"),
    path("noodtoegang/<uuid:uuid>/verslag/", nood.verslag, name="noodtoegang_verslag"),
    path(
        "plan-van/<uuid:plan>/noodtoegang/sluiten/",
        nood.sluiten,
        name="noodtoegang_sluiten",
    ),
    path("nakijken/", nakijken.nakijken, name="nakijken"),
    path("nakijken/<uuid:uuid>/", nakijken.nakijken_een, name="nakijken_een"),
    # --- a naaste
    path("meelezen/", meelezen.meelezen, name="meelezen"),
    path("meelezen/<uuid:uuid>/", meelezen.antwoord, name="meelezen_antwoord"),
    # --- who looked
    path("wie-keek/", spoor.kort, name="plan_spoor_kort"),
    path("plan/wie-keek/", spoor.spoor, name="plan_spoor"),
    path("plan/wie-keek/<uuid:uuid>/", spoor.vraag, name="plan_spoor_vraag"),
    # --- who guards privacy in an organisation
    path("functionaris/vragen/", functionaris.vragen, name="functionaris_vragen"),
    path(
        "functionaris/vragen/<uuid:uuid>/",
        functionaris.vraag,
        name="functionaris_vraag",
    ),
    path("functionaris/logboek/", functionaris.logboek, name="functionaris_logboek"),
    path(
        "functionaris/logboek/bestand.csv",
        functionaris.bestand,
        name="functionaris_logboek_csv",
    ),
    path("functionaris/signalen/", functionaris.signalen, name="functionaris_signalen"),
    path(
        "functionaris/signalen/gezien/", functionaris.gezien, name="functionaris_gezien"
    ),
    path("functionaris/namen/", functionaris.namen, name="functionaris_namen"),
    path(
        "functionaris/namen/regel/<uuid:uuid>/",
        functionaris.afschermen,
        name="functionaris_afschermen",
    ),
    path(
        "functionaris/namen/<uuid:uuid>/tonen/",
        functionaris.tonen,
        name="functionaris_tonen",
    ),
]
