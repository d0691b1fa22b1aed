"""The addresses of a plan: its parts, who reads along and who looked, and how it begins."""

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
    namens,
    nood,
    pasje,
    plan,
    scherm,
    schrijven,
    signalen,
    spoor,
    starten,
    stukken,
    telefoon,
    verhaal,
    vertegenwoordigers,
    wie,
)

View = Callable[..., Any]


def _pages(route: str, view: View, name: str) -> list[URLPattern]:
    """A page of a plan that is read: by the client, by who was let in, and by the client
    through the eyes of that person (clientplan/selectors/blik.py)."""
    eyes = f"plan/wie-ziet-wat/<uuid:wie>/bekijk/{route}"
    return [*_both(route, view, name), path(eyes, view, name=f"{name}_bekijk")]


def _both(route: str, view: View, name: str) -> list[URLPattern]:
    """Of one's own plan and of another's; not through somebody's eyes, with which nobody
    writes, prints or takes along."""
    return [
        _own(route, view, name),
        path(f"plan-van/<uuid:plan>/{route}", view, name=f"{name}_van"),
    ]


def _own(route: str, view: View, name: str) -> URLPattern:
    """Of the client's own plan alone."""
    return path(f"plan/{route}", view, name=name)


STORY = [
    *_pages("verhaal/", verhaal.verhaal, "verhaal"),
    *_both("verhaal/<str:vraag>/schrijf/", verhaal.schrijf, "verhaal_schrijf"),
    _own("verhaal/fase/", verhaal.fase, "verhaal_fase"),
    *_both("verhaal/<str:vraag>/foto/", verhaal.beeld_nieuw, "verhaal_beeld_nieuw"),
    *_pages("verhaal/foto/<uuid:uuid>/", verhaal.beeld, "verhaal_beeld"),
    *_both("verhaal/foto/<uuid:uuid>/weg/", verhaal.beeld_weg, "verhaal_beeld_weg"),
    *_both(
        "verhaal/foto/<uuid:uuid>/terug/", verhaal.beeld_terug, "verhaal_beeld_terug"
    ),
    *_both("verhaal/foto/<uuid:uuid>/wis/", verhaal.beeld_wis, "verhaal_beeld_wis"),
]
AGREEMENTS = [
    *_pages("afspraken/", afspraken.afspraken, "afspraken"),
    *_both("afspraken/nieuw/", afspraken.afspraak_nieuw, "afspraak_nieuw"),
    *_both(
        "afspraken/<uuid:uuid>/wijzig/", afspraken.afspraak_wijzig, "afspraak_wijzig"
    ),
    *_both(
        "afspraken/<uuid:uuid>/gedaan/", afspraken.afspraak_gedaan, "afspraak_gedaan"
    ),
    *_both("afspraken/<uuid:uuid>/plek/", afspraken.afspraak_plek, "afspraak_plek"),
    *_both(
        "afspraken/<uuid:uuid>/agenda/", afspraken.afspraak_agenda, "afspraak_agenda"
    ),
]
DIARY = [
    _own("dagboek/", dagboek.dagboek, "dagboek"),
    _own("dagboek/nieuw/", dagboek.dagboek_nieuw, "dagboek_nieuw"),
    _own("dagboek/<uuid:uuid>/", dagboek.dagboek_blad, "dagboek_blad"),
    _own("dagboek/<uuid:uuid>/weg/", dagboek.dagboek_weg, "dagboek_weg"),
]
GOALS = [
    *_pages("doelen/", doelen.doelen, "doelen"),
    *_both("doelen/nieuw/", doelen.doel_nieuw, "doel_nieuw"),
    *_pages("doelen/<uuid:uuid>/", doelen.doel, "doel"),
    *_both("doelen/<uuid:uuid>/wijzig/", doelen.doel_wijzig, "doel_wijzig"),
    *_both("doelen/<uuid:uuid>/stand/", doelen.doel_stand, "doel_stand"),
    *_both("doelen/<uuid:uuid>/stap/", doelen.stap_nieuw, "stap_nieuw"),
    *_both("stappen/<uuid:uuid>/wijzig/", doelen.stap_wijzig, "stap_wijzig"),
    *_both("stappen/<uuid:uuid>/winst/", doelen.stap_winst, "stap_winst"),
    *_both("stappen/<uuid:uuid>/gezet/", doelen.stap_gezet, "stap_gezet"),
]
SIGNALS = [
    *_pages("signaleringsplan/", signalen.signaleringsplan, "signaleringsplan"),
    *_both(
        "signaleringsplan/pdf/", signalen.signaleringsplan_pdf, "signaleringsplan_pdf"
    ),
    *_both(
        "signaleringsplan/<int:fase>/<str:soort>/",
        signalen.signaal_nieuw,
        "signaal_nieuw",
    ),
    *_both("signalen/<uuid:uuid>/wijzig/", signalen.signaal_wijzig, "signaal_wijzig"),
    *_both("signalen/<uuid:uuid>/plek/", signalen.signaal_plek, "signaal_plek"),
    _own("hoe-gaat-het/", signalen.hoe_gaat_het, "hoe_gaat_het"),
]
CARD = [
    *_pages("crisiskaart/", kaart.crisiskaart, "crisiskaart"),
    *_both("crisiskaart/maken/", kaart.kaart_maken, "kaart_maken"),
    *_both("crisiskaart/woorden/", kaart.kaart_wijzig, "kaart_wijzig"),
    *_both("crisiskaart/bellen/", kaart.kaartpersoon_nieuw, "kaartpersoon_nieuw"),
    *_both(
        "crisiskaart/bellen/<uuid:uuid>/",
        kaart.kaartpersoon_wijzig,
        "kaartpersoon_wijzig",
    ),
    *_both(
        "crisiskaart/bellen/<uuid:uuid>/plek/",
        kaart.kaartpersoon_plek,
        "kaartpersoon_plek",
    ),
    *_both(
        "crisiskaart/bellen/<uuid:uuid>/gevraagd/",
        kaart.kaartpersoon_gevraagd,
        "kaartpersoon_gevraagd",
    ),
    _own("crisiskaart/pasje/", pasje.pasje, "pasje"),
    _own("crisiskaart/pasje/pdf/", pasje.pasje_pdf, "pasje_pdf"),
    _own("crisiskaart/pasje/nieuw/", pasje.pasje_nieuw, "pasje_nieuw"),
    _own("crisiskaart/pasje/weg/", pasje.pasje_weg, "pasje_weg"),
    _own("crisiskaart/scherm/", scherm.scherm, "scherm"),
    _own("crisiskaart/scherm/toon/", scherm.scherm_toon, "scherm_toon"),
    _own("crisiskaart/scherm/stop/", scherm.scherm_stop, "scherm_stop"),
    path("kaart/scherm/<str:adres>/", scherm.scherm_bekijken, name="scherm_bekijken"),
    _own("crisiskaart/telefoon/", telefoon.telefoon, "kaart_telefoon"),
    _own("crisiskaart/telefoon/zet/", telefoon.telefoon_zet, "telefoon_zet"),
    _own("crisiskaart/telefoon/weg/", telefoon.telefoon_weg, "telefoon_weg"),
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
    *_both("concept/<str:soort>/<uuid:uuid>/", schrijven.concept, "concept"),
    *_both("eerder/<str:soort>/<uuid:uuid>/", stukken.eerder, "eerder"),
    *_both("eerder/<str:soort>/<uuid:uuid>/terug/", stukken.terugzetten, "terugzetten"),
    *_both("weg/<str:soort>/<uuid:uuid>/", stukken.weg, "stuk_weg"),
    path("plan-van/<uuid:plan>/stem/<str:deel>/", stukken.stem, name="stem_van"),
    path(
        "plan-van/<uuid:plan>/stem/<str:deel>/<uuid:uuid>/",
        stukken.stem,
        name="stem_bij_van",
    ),
]

# who acts for a client: to the client, to who acts, and to who treats and records it
ACTING = [
    _own("wie-ziet-wat/namens/", namens.namens_mij, "wie_namens_mij"),
    _own("wie-ziet-wat/opnieuw/", namens.opnieuw, "wie_opnieuw"),
    _own("wie-ziet-wat/<uuid:uuid>/namens/", namens.namens, "wie_namens"),
    _own("wie-ziet-wat/<uuid:uuid>/namens/stop/", namens.stop, "wie_namens_stop"),
    path("meelezen/namens/<uuid:uuid>/", namens.neerleggen, name="namens_neerleggen"),
    path(
        "plan-van/<uuid:plan>/namens/",
        vertegenwoordigers.vertegenwoordigers,
        name="vertegenwoordigers_van",
    ),
    path(
        "plan-van/<uuid:plan>/namens/nieuw/",
        vertegenwoordigers.nieuw,
        name="vertegenwoordiger_nieuw_van",
    ),
    path(
        "plan-van/<uuid:plan>/namens/vraag/<uuid:uuid>/",
        vertegenwoordigers.antwoord,
        name="vertegenwoordiger_vraag_van",
    ),
    path(
        "plan-van/<uuid:plan>/namens/<uuid:uuid>/",
        vertegenwoordigers.wijzig,
        name="vertegenwoordiger_wijzig_van",
    ),
]

urlpatterns = [
    *ACTING,
    *STORY,
    *AGREEMENTS,
    *DIARY,
    *GOALS,
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
    _own("", plan.plan, "plan"),
    path("plan-van/<uuid:plan>/", lezen.plan_van, name="plan_van"),
    path("plan/wie-ziet-wat/<uuid:wie>/bekijk/", lezen.plan_bekijk, name="plan_bekijk"),
    _own("menu/", plan.menu, "plan_menu"),
    _own("eenvoudig/", plan.eenvoudig, "plan_eenvoudig"),
    path("clienten/", lezen.clienten, name="clienten"),
    _own("beginnen/", plan.beginnen, "plan_beginnen"),
    _own("wie-ziet-wat/", wie.overzicht, "wie_ziet_wat"),
    _own("wie-ziet-wat/toelaten/", wie.toelaten, "wie_toelaten"),
    _own("wie-ziet-wat/alles-uit/", wie.alles_uit, "wie_alles_uit"),
    _own("wie-ziet-wat/naaste/", naasten.nieuw, "naaste_nieuw"),
    _own("wie-ziet-wat/naaste/<uuid:uuid>/", naasten.vraag, "naaste_vraag"),
    _own("wie-ziet-wat/naaste/<uuid:uuid>/terug/", naasten.terug, "naaste_terug"),
    _own("wie-ziet-wat/hulpverlener/", hulpverleners.zoeken, "hulpverlener_zoeken"),
    _own(
        "wie-ziet-wat/hulpverlener/<uuid:uuid>/",
        hulpverleners.erbij,
        "hulpverlener_erbij",
    ),
    _own("wie-ziet-wat/<uuid:uuid>/", wie.persoon, "wie_persoon"),
    _own("wie-ziet-wat/<uuid:uuid>/uit/", wie.uit, "wie_uit"),
    _own("wie-ziet-wat/<uuid:uuid>/straks/", wie.straks_weg, "wie_straks_weg"),
    _own("wie-ziet-wat/<uuid:uuid>/einde/", wie.einde, "wie_einde"),
    # --- what is open in an emergency; who opens it; who looks at it afterwards
    _own("noodtoegang/", nood.noodkeuze, "noodkeuze"),
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
    _own("wie-keek/", spoor.spoor, "plan_spoor"),
    _own("wie-keek/<uuid:uuid>/", spoor.vraag, "plan_spoor_vraag"),
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
