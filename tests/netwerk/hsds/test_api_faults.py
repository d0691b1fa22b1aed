"""What the API does not answer itself comes in its own form too: JSON, with one sentence."""

from django.db import OperationalError
from django.test import Client

import pytest

from netwerk.selectors import hsds_vragen

pytestmark = pytest.mark.django_db


def ask(path: str) -> tuple[int, str]:
    answer = Client(raise_request_exception=False).get(path)
    assert answer["Content-Type"] == "application/json"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert list(answer.json()) == ["error"]
    return answer.status_code, answer.json()["error"]


@pytest.mark.parametrize("path", ["contacts", "services/a/b", "services.json", "x/"])
def test_an_address_that_is_not_there(path):
    status, said = ask(f"/api/hsds/{path}")
    assert status == 404
    assert said == "Dit adres is er niet. Kijk in /api/docs/ wat er wel is."


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (ValueError("geheim"), 500, "Er ging iets mis bij ons."),
        (OperationalError("geheim"), 503, "We zijn zo terug."),
    ],
)
def test_what_breaks_says_so(monkeypatch, error, status, words):
    def broken(**_):
        raise error

    monkeypatch.setattr(hsds_vragen, "visible_services", broken)
    found, said = ask("/api/hsds/services")
    assert found == status
    assert said.startswith(words)


def test_a_page_stays_a_page():
    answer = Client().get("/api/hsdsnogwat")
    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.content.decode()
