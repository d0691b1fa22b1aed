"""The description of the API is made from the API, is right by OpenAPI, and is kept: every
answer is what it says, and what it offers can be asked."""

from functools import cache

from django.core.management import call_command
from django.urls import get_resolver

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from rest_framework.test import APIRequestFactory
from rest_framework.views import APIView

from basis.api import OpenData
from netwerk.documents.openapi import document
from tests.world import browser

pytestmark = pytest.mark.django_db
LISTS = [
    "/services",
    "/organizations",
    "/service_at_locations",
    "/taxonomies",
    "/taxonomy_terms",
]
RECORDS = [*LISTS, *(f"{path}/{{id}}" for path in LISTS)]
PATHS = ["/", "/profiel.json", *RECORDS]
HERE = "https://kaart.example/openapi"


def test_it_is_right_by_openapi_and_nothing_is_guessed(tmp_path):
    call_command("spectacular", validate=True, fail_on_warn=True, file=tmp_path / "x")


def test_every_address_of_the_api_is_in_it():
    names = [name for name in get_resolver().reverse_dict if str(name)[:5] == "hsds_"]
    assert len(names) == len(PATHS) - 1  # and the beginning, "hsds"
    assert set(document()["paths"]) == set(PATHS)


def test_each_operation_has_a_name_of_its_own_and_says_what_may_go_wrong():
    operations = [path["get"] for path in document()["paths"].values()]
    assert len({one["operationId"] for one in operations}) == len(operations)
    for one in operations:
        assert {"200", "429"} <= set(one["responses"])
        for parameter in one.get("parameters", []):
            assert parameter["name"] == "id" or parameter["description"]


@cache
def schema(path: str, status: str) -> Draft202012Validator:
    found = Resource(contents=document(), specification=DRAFT202012)
    answer = document()["paths"][path]["get"]["responses"][status]
    return Draft202012Validator(
        _absolute(answer["content"]["application/json"]["schema"]),
        registry=Registry().with_resource(HERE, found),
    )


def _absolute(part):
    if isinstance(part, list):
        return [_absolute(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        key: f"{HERE}{value}" if key == "$ref" else _absolute(value)
        for key, value in part.items()
    }


@pytest.mark.parametrize("path", PATHS)
def test_the_answer_is_what_it_says(vol, opvang, profiel, path):
    there = path.replace("{id}", first_of(path))
    for status, query in (("200", {}), ("400", {"page": "x"}), ("404", None)):
        if status not in document()["paths"][path]["get"]["responses"]:
            continue
        address = there if query is not None else path.replace("{id}", "niets")
        answer = browser().get(f"/api/hsds{address}", query or {})
        assert answer.status_code == int(status), address
        schema(path, status).validate(answer.json())


def first_of(path: str) -> str:
    if "{id}" not in path:
        return ""
    answer = browser().get(f"/api/hsds{path.removesuffix('/{id}')}")
    return answer.json()["contents"][0]["id"]


def test_a_minimal_list_is_what_it_says(vol):
    answer = browser().get("/api/hsds/services", {"minimal": "1", "per_page": "5000"})
    schema("/services", "200").validate(answer.json())


@pytest.mark.parametrize("path", RECORDS)
def test_what_it_offers_can_be_asked(vol, path):
    """All at once, with a page that cannot be: a name that is not known is said first."""
    offered = document()["paths"][path]["get"].get("parameters", [])
    names = {one["name"] for one in offered if one["in"] == "query"}
    query = dict.fromkeys(names, "1") | {"page": "x"}
    answer = browser().get(f"/api/hsds{path.replace('{id}', 'x')}", query)
    assert answer.status_code == 400
    assert "bestaat hier niet" not in answer.json()["error"]


# --- for whoever writes the next address for programs


class SaysNothing(APIView):
    def get(self, request):
        raise AssertionError


class Open(OpenData):
    def get(self, request):
        raise ValueError("care")


def test_a_view_that_says_nothing_is_closed():
    answer = SaysNothing.as_view()(APIRequestFactory().get("/"))
    assert (answer.status_code, answer.data) == (403, {"error": "Log eerst in."})


def test_a_fault_of_ours_is_not_told_to_who_asks():
    with pytest.raises(ValueError, match="care"):
        Open.as_view()(APIRequestFactory().get("/"))
