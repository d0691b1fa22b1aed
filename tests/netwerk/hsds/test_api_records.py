"""What a program reads of the kaart: whole records, right by HSDS, and nothing secret."""

import json
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

import pytest

from netwerk.models import Sluitingsperiode, Taxonomie, Term
from tests.world import browser

from .conftest import KANARIE
from .schemas import faults

pytestmark = pytest.mark.django_db


def get(path: str, **query):
    answer = browser().get(f"/api/hsds/{path}", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_a_whole_service_is_right_by_hsds_and_says_all_we_know(vol):
    node = get(f"services/{vol.uuid}")
    assert faults("service", node) == []
    assert node["name"] == "Inloop De Veranda"
    assert node["organization"]["phones"][0]["number"] == "0883334455"
    (place,) = node["service_at_locations"]
    assert place["location"]["addresses"][0]["address_1"] == "Lindelaan 4"
    assert [a["description"] for a in place["location"]["accessibility"]] == [
        "Drempelvrij",
        "Ringleiding",
    ]
    assert node["cost_options"][0]["amount"] == 3.5
    assert [area["name"] for area in node["service_areas"]] == [
        "Lindehoven",
        "Lindestroom",
    ]
    assert node["funding"][0]["source"] == "gift"
    assert node["licenses"] == "geen"
    assert node["nk_functies"] == ["steun", "meedoen"]
    assert node["assured_date"] == "2026-10-01"
    assert node["nk_pagina"].endswith(f"/sociale-kaart/{vol.slug}/")


def test_our_lists_are_taxonomy_terms_too_for_who_does_not_know_them(vol):
    node = get(f"services/{vol.uuid}")
    terms = [a["taxonomy_term"] for a in node["attributes"]]
    names = {(t["taxonomy_detail"]["name"], t["name"]) for t in terms}
    assert ("Functies", "Steun van anderen") in names
    for term in terms:
        assert get(f"taxonomy_terms/{term['id']}") == term
        about = term["taxonomy_detail"]
        assert get(f"taxonomies/{about['id']}") == about


def test_every_day_is_written_as_all_days_of_the_week(vol):
    hours = get(f"services/{vol.uuid}")["schedules"]
    assert [(h["freq"], h["byday"]) for h in hours] == [
        ("WEEKLY", "MO,WE"),
        ("WEEKLY", "MO,TU,WE,TH,FR,SA,SU"),
    ]


def test_a_wait_is_the_newest_measurement_with_its_date(vol):
    node = get(f"services/{vol.uuid}")
    assert [(w["weken_van"], w["gemeten_op"]) for w in node["nk_wachttijden"]] == [
        (7, "2026-11-01")
    ]
    assert node["wait_time"] == "aanmeld: 7-9 weken (2026-11-01)"


def test_numbers_that_are_not_for_everybody_are_nowhere(vol):
    for path in ("services", "service_at_locations", "organizations"):
        for full in ("true", "false"):
            text = json.dumps(get(path, full=full))
            assert "033999999" not in text
            assert "Lindestroom" in text
    assert "033999999" not in json.dumps(get(f"services/{vol.uuid}"))


def test_of_a_secret_place_only_the_number_of_the_intake_is_known(opvang):
    node = get(f"services/{opvang.uuid}")
    assert faults("service", node) == []
    assert [p["number"] for p in node["phones"]] == ["0331112233"]
    location = node["service_at_locations"][0]["location"]
    assert set(location) == {"id", "location_type", "nk_geheim"}
    for path in ("services", "service_at_locations", "organizations"):
        for full in ("true", "false"):
            text = json.dumps(get(path, full=full))
            assert KANARIE not in text
            assert "0338888881" not in text


def test_closed_for_a_while_is_temporarily_closed(vol, today):
    Sluitingsperiode.objects.create(voorziening=vol, van=today)
    assert get(f"services/{vol.uuid}")["status"] == "temporarily closed"
    assert get("services")["contents"][0]["status"] == "temporarily closed"


def test_what_is_not_on_the_kaart_nobody_finds(weg):
    drafted, stopped = weg
    assert get("services")["contents"] == []
    answer = browser().get(f"/api/hsds/services/{drafted.uuid}")
    assert answer.status_code == 404
    assert answer.json() == {"error": "Dit staat niet op de sociale kaart."}
    assert get(f"services/{stopped.uuid}")["status"] == "defunct"


def test_who_keeps_a_copy_hears_what_stopped(weg):
    since = (timezone.now() - timedelta(minutes=1)).isoformat()
    found = get("services", modified_after=since)["contents"]
    assert [(s["name"], s["status"]) for s in found] == [("Gestopt", "defunct")]
    later = (timezone.now() + timedelta(minutes=1)).isoformat()
    assert get("services", modified_after=later)["contents"] == []


@pytest.mark.parametrize("full", ["true", "false"])
@pytest.mark.parametrize(
    ("path", "record"),
    [
        ("services", "service"),
        ("organizations", "organization"),
        ("service_at_locations", "service_at_location"),
    ],
)
def test_every_record_of_a_list_is_right_by_hsds(vol, opvang, path, record, full):
    page = get(path, full=full)
    assert page["contents"]
    for node in page["contents"]:
        assert faults(record, node) == []


def test_a_list_has_only_what_there_is_one_of(vol):
    (node,) = get("services")["contents"]
    assert not [
        k
        for k, v in node.items()
        if isinstance(v, list) and v and isinstance(v[0], dict)
    ]
    assert node["nk_functies"] == ["steun", "meedoen"]
    assert node["organization"]["name"] == "Ggz Lindestroom"


def test_minimal_gives_ids_and_dates_on_one_page(vol, world):
    for n in range(60):
        world.voorziening(f"Plek {n}")
    page = get("services", minimal="true")
    assert page["total_items"] == page["size"] == 61
    assert set(page["contents"][0]) == {"id", "modified_date", "last_modified"}


def test_an_organisation_has_its_places_and_services(vol, opvang, profiel):
    node = get(f"organizations/{profiel.uuid}")
    assert faults("organization", node) == []
    assert {s["name"] for s in node["services"]} == {"Inloop De Veranda", "Opvang"}
    assert node["locations"][0]["name"] == "Buurthuis"
    assert node["legal_status"] == "stichting"


def test_an_organisation_without_words_of_its_own_has_an_id_that_stays(opvang):
    (node,) = get("organizations")["contents"]
    assert get(f"organizations/{node['id']}")["name"] == "Ggz Lindestroom"
    assert get("services", organization_id=node["id"])["total_items"] == 1


def test_terms_that_came_with_a_package_stand_beside_ours(world):
    list_ = Taxonomie.objects.create(regio=world.regio, naam="Elders")
    top = Term.objects.create(regio=world.regio, taxonomie=list_, naam="Boven")
    low = Term.objects.create(
        regio=world.regio, taxonomie=list_, naam="Onder", boven=top
    )
    for node in get("taxonomy_terms", per_page="100")["contents"]:
        assert faults("taxonomy_term", node) == []
    for node in get("taxonomies")["contents"]:
        assert faults("taxonomy", node) == []
    (found,) = get("taxonomy_terms", parent_id=str(top.uuid))["contents"]
    assert found["id"] == str(low.uuid)
    names = [
        t["name"]
        for t in get("taxonomy_terms", taxonomy_id=str(list_.uuid), top_only="true")[
            "contents"
        ]
    ]
    assert names == ["Boven"]


def test_what_it_is_and_where_the_profile_stands(client):
    about = get("")
    assert about["version"] == "3.0"
    profile = client.get(reverse("hsds_profiel")).json()
    assert "nk_functies" in profile["patches"]["service.json"]["properties"]
    openapi = client.get(reverse("api_schema")).json()
    assert openapi["openapi"].startswith("3.1")
    assert {"/services", "/services/{id}", "/organizations"} <= set(openapi["paths"])


def test_the_profile_in_the_papers_is_the_one_we_give():
    from netwerk.rules.hsds_regels import profile

    from .schemas import ROOT

    folder = ROOT / "docs/hsds-profiel"
    written = {f.name: json.loads(f.read_text()) for f in folder.glob("*.json")}
    assert written == profile()


def test_the_fixed_lists_are_those_of_the_tables():
    """Rules may not know Django, so they have the values a second time."""
    from netwerk import choices as ours
    from netwerk.rules import hsds_woorden as woorden
    from toegang import choices as theirs

    for name, choices in {
        "FUNCTIES": ours.Functie,
        "DOMEINEN": ours.Gezondheidsdomein,
        "WETTEN": ours.Wet,
        "MANIEREN": ours.Manier,
        "VOOR_WIE": ours.VoorWie,
        "VERWIJZERS": ours.Verwijzer,
        "RINGEN": ours.Ring,
        "SFEREN": ours.Sfeer,
        "ONAFHANKELIJK": ours.Onafhankelijk,
        "CONSULTATIE": ours.Consultatie,
        "CAPACITEIT": ours.Capaciteit,
        "FEESTDAGEN": ours.Feestdagen,
        "FASEN": ours.Fase,
        "METHODEN": ours.Methode,
        "CONTROLEVELDEN": ours.Controleveld,
        "MAG_BELLEN": ours.MagBellen,
        "ZICHTBAAR": ours.Zichtbaar,
        "STATUS": ours.Status,
        "LOCATIESOORT": ours.Locatiesoort,
        "WERKVELDEN": theirs.Werkveld,
        "ORGANISATIESOORTEN": theirs.Organisatiesoort,
    }.items():
        assert list(getattr(woorden, name)) == choices.values, name
