"""A number for verwijzers only is nowhere a visitor can look: there stands the way in."""

from django.urls import reverse

import pytest

from netwerk.selectors import hulp as selectors
from tests.netwerk.hulp import rows
from tests.pdf.checker import text
from tests.world import browser


@pytest.fixture
def secret(world):
    """A region with a crisisdienst for verwijzers, as a line and as an address."""
    rows.line(world.regio)
    rows.crisis_line(world.regio)
    rows.crisis_address(world.regio, soorten=["zelfzorg"])
    return world


def addresses(world) -> list[str]:
    slug, plek = world.regio.slug, f"gemeente-{world.gemeente.pk}"
    return [
        reverse("hulp_nu"),
        reverse("hulp_nu_regio", args=[slug]),
        reverse("hulp_nu_regio", args=[slug]) + "?taal=en",
        reverse("hulp_nu_sw"),
        reverse("start"),
        reverse("voor_naasten"),  # with the strip
        reverse("zorgen_regio", args=[slug]),
        reverse("zorgen_plek", args=[slug, plek]),
        reverse("zorgen_soort", args=[slug, plek, "zelfzorg"]),
        reverse("zorgen_blad", args=[slug, plek]),
    ]


def digits(words: str) -> str:
    return "".join(sign for sign in words if sign.isdigit())


@pytest.mark.parametrize("who", ["", "niemand", "noor", "teun", "verre_teun"])
def test_no_public_page_has_it_whoever_looks(secret, who):
    visitor = browser(getattr(secret, who) if who else None)
    visitor.cookies["regio"] = secret.regio.slug
    for where in addresses(secret):
        page = visitor.get(where, follow=True).content.decode()
        assert rows.SECRET_DIGITS not in digits(page), where


def test_no_pdf_has_it(secret):
    slug, plek = secret.regio.slug, f"gemeente-{secret.gemeente.pk}"
    for where in (
        reverse("hulp_nu_pdf", args=[slug]),
        reverse("zorgen_blad_pdf", args=[slug, plek]),
        reverse("zorgen_soort_pdf", args=[slug, plek, "zelfzorg"]),
        reverse("voor_naasten_pdf") + f"?regio={slug}",
        reverse("sociale_kaart_pdf") + f"?q=nergens&regio={slug}",
    ):
        printed = text(browser().get(where).content)
        assert rows.WAY_IN in printed
        assert rows.SECRET_DIGITS not in digits(printed)


def test_it_does_not_leave_the_database(secret, django_assert_num_queries):
    with django_assert_num_queries(1) as seen:
        found = selectors.lines(secret.regio.slug)
    assert "CASE WHEN" in seen.captured_queries[0]["sql"]
    crisis = next(lijn for lijn in found if lijn.situatie == "Crisisdienst")
    assert (crisis.nummer, crisis.tel, crisis.weg) == ("", "", rows.WAY_IN)


def test_the_way_in_stands_in_its_place(secret):
    page = browser().get(reverse("hulp_nu_regio", args=[secret.regio.slug]))
    assert rows.WAY_IN in page.content.decode()


def test_its_keeper_sees_it(secret):
    page = browser(secret.teun).get(reverse("hulpnummers")).content.decode()
    assert rows.SECRET in page
