"""A request is one transaction as who asks, and its line in the log says nothing of what
was said."""

import io
import logging

from django.test import Client

import pytest

from tests.basis.crooked_urls import CARE
from tests.world import browser
from toegang.models import Regio

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.basis.crooked_urls")]


@pytest.fixture
def lines():
    """All that any logger writes, as a person would read it."""
    root, out = logging.getLogger(), io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(root.handlers[0].formatter)
    root.addHandler(handler)
    level = root.level
    root.setLevel(logging.INFO)
    yield out
    root.setLevel(level)
    root.removeHandler(handler)


def careful() -> Client:
    """Gives the answer that a visitor gets, also when a view breaks."""
    return browser(raise_request_exception=False)


def test_what_a_page_did_stays():
    careful().post("/saves")
    assert Regio.objects.count() == 1


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/saves-then-404", 404),
        ("/saves-then-breaks", 500),
        ("/saves-and-says-500", 500),
    ],
)
def test_of_a_page_that_went_wrong_nothing_stays(address, status):
    assert careful().post(address).status_code == status
    assert not Regio.objects.exists()


def test_a_stream_is_refused():
    """It would be read after the transaction, when nobody asks any more."""
    assert careful().get("/streams").status_code == 500


def test_a_line_names_the_route_and_not_what_was_sent(lines):
    careful().post("/saves?naam=" + CARE, {"tekst": CARE})
    assert "route" in lines.getvalue()
    assert "saves" in lines.getvalue()
    assert CARE not in lines.getvalue()


def test_a_fault_says_where_and_not_what(lines):
    careful().post("/saves-then-breaks", {"tekst": CARE})
    assert "ValueError" in lines.getvalue()
    assert "crooked_urls.py" in lines.getvalue()
    assert CARE not in lines.getvalue()


def test_a_wrong_address_leaves_no_trace_of_what_was_in_it(lines):
    careful().get(f"/bestaat-niet/{CARE}/?q={CARE}")
    assert CARE not in lines.getvalue()


@pytest.mark.parametrize(
    "address", ["/meedoen/", "/meedoen/KV73MP/", "/meedoen/bestaat-niet/verder/"]
)
def test_for_who_joins_a_round_there_is_no_line_at_all(lines, address):
    careful().get(address)
    careful().post(address, {"opmerking": CARE})
    Client(enforce_csrf_checks=True).post(address, {"opmerking": CARE})
    assert lines.getvalue() == ""


def test_a_fault_there_tells_only_where(lines):
    careful().post("/meedoen/crooked", {"tekst": CARE})
    text = lines.getvalue()
    assert "ValueError" in text
    assert CARE not in text
    assert "antwoord" not in text


def test_every_line_of_a_request_carries_the_same_trace(lines):
    careful().post("/saves-then-breaks")
    traces = {part for part in lines.getvalue().split() if part.startswith("spoor=")}
    assert len(traces) == 1


def test_answers_differ_for_htmx_and_are_kept_nowhere():
    answer = careful().get("/saves")
    assert "HX-Request" in answer["Vary"]
    assert "no-store" in answer["Cache-Control"]
