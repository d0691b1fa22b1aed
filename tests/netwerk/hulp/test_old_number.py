"""After a change the owner sees where the old number still stands."""

from django.urls import reverse

from lxml import html

from netwerk.models import Nummerwijziging
from netwerk.services import hulp as services
from tests.netwerk.hulp import rows
from tests.netwerk.hulp.test_keeping import ADDRESS, LINE, sent
from tests.world import browser
from toegang.models import Wijk


def changed_to(world, row, kind: str, form, **more):
    """The page that answers a change."""
    where = reverse(kind, args=[row.uuid])
    answer = browser(world.teun).post(where, sent(form, world, **more), follow=True)
    return answer.redirect_chain[-1][0], html.fromstring(answer.content)


def test_a_new_number_leads_to_where_the_old_one_stands(world):
    row = rows.line(world.regio)
    rows.address(world.regio, naam="Wijkteam Oost", nummer="0100-112233")
    rows.address(world.regio, naam="Iemand anders", nummer="0100 – 99 99 99")
    where, page = changed_to(world, row, "hulpnummer", LINE, nummer="0100 – 11 22 44")
    assert "/wijzigingen/" in where
    said = page.text_content()
    assert "was 0100 – 11 22 33, is nu 0100 – 11 22 44" in said
    assert "Zorgen om iemand: Wijkteam Oost" in said
    assert "Iemand anders" not in said
    assert page.xpath("//a[@href='/hulp-nu/lindestroom/pdf/']")


def test_a_number_written_otherwise_is_the_same_number(world):
    row = rows.line(world.regio)
    where, _ = changed_to(world, row, "hulpnummer", LINE, nummer="0100 112233")
    assert where == "/netwerk/hulpnummers/"
    assert not Nummerwijziging.objects.exists()


def test_sheets_of_the_gemeente_are_named_when_its_address_changes(world):
    for naam in ("Centrum", "Molenkwartier"):
        Wijk.objects.create(gemeente=world.gemeente, naam=naam)
    row = rows.address(world.regio, gemeente=world.gemeente)
    form = {**ADDRESS, "gemeente": world.gemeente.pk, "nummer": "0100 – 33 22 12"}
    _, page = changed_to(world, row, "zorgenadres", form)
    sheets = page.xpath("//section[@aria-labelledby='papier']//a/text()")
    assert sheets == ["Centrum, Lindehoven", "Molenkwartier, Lindehoven"]


def test_removing_keeps_what_it_was(world):
    row = rows.line(world.regio)
    kept = services.remove(rij=row)
    assert (kept.oud, kept.nieuw) == ("0100 – 11 22 33", "")
    page = browser(world.teun).get(reverse("nummerwijziging", args=[kept.uuid]))
    assert "staat er nu niet meer" in page.content.decode()


def test_a_number_that_becomes_for_verwijzers_only_still_stands_on_old_paper(world):
    row = rows.line(world.regio)
    more = {"mag_bellen": "verwijzers", "weg": rows.WAY_IN}
    _, page = changed_to(world, row, "hulpnummer", LINE, **more)
    assert "Op papier" in page.text_content()


def test_a_number_that_never_was_public_stands_on_no_paper(world):
    row = rows.crisis_line(world.regio)
    more = {"mag_bellen": "verwijzers", "weg": rows.WAY_IN, "nummer": "0100 – 44 55 67"}
    _, page = changed_to(world, row, "hulpnummer", LINE, **more)
    assert "Het stond op geen pagina" in page.text_content()
    assert "Op papier" not in page.text_content()


def test_another_region_does_not_see_the_change(world):
    kept = services.remove(rij=rows.line(world.regio))
    where = reverse("nummerwijziging", args=[kept.uuid])
    assert browser(world.verre_teun).get(where).status_code == 404
