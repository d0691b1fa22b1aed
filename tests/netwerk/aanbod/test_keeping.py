"""On the kaart, closed for a while, stopped, looked at; and what happened to it."""

from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import pytest

from netwerk.models import Controle, Telefoon, Werkgebied
from tests.netwerk.aanbod.pages import HERE, new, step, text_of
from tests.netwerk.aanbod.test_waits import wait
from tests.world import browser
from toegang.services import organisaties


def act(who, row, what, **more):
    return browser(who).post(f"{HERE}{row.uuid}/{what}/", more)


def page(who, row, what="") -> str:
    return text_of(browser(who).get(f"{HERE}{row.uuid}/{what}"))


def test_it_comes_on_the_kaart_when_what_it_needs_is_there(world):
    row = world.voorziening(status="inactief")
    assert "Dit is eerst nog nodig" in page(world.olga, row)
    act(world.olga, row, "tonen")
    row.refresh_from_db()
    assert row.status == "inactief"
    row.kort = "Koffie."
    row.save()
    Telefoon.objects.create(voorziening=row, nummer="0100203040")
    Werkgebied.objects.create(voorziening=row, hele_regio=True)
    act(world.olga, row, "tonen")
    row.refresh_from_db()
    assert row.status == "actief"
    assert row.controles.get().veld == "rest"


def test_it_stops_with_a_reason_and_where_to_go(world):
    row, other = world.voorziening(), world.voorziening("Ander")
    assert act(world.olga, row, "stoppen", reden="Geld is op").status_code == 422
    act(world.olga, row, "stoppen", reden="Geld is op", vervolg=other.pk)
    row.refresh_from_db()
    assert (row.status, row.vervolg, row.gestopt_op) == ("gestopt", other, world.today)
    assert "Geld is op" in page(world.olga, row)


def test_stopping_can_be_taken_back_and_then_it_is_looked_at_first(world):
    row = world.voorziening()
    act(world.olga, row, "stoppen", reden="Fout", vervolg_tekst="Bel het wijkteam")
    act(world.olga, row, "doorgaan")
    row.refresh_from_db()
    assert (row.status, row.gestopt_op, row.gestopt_reden) == ("inactief", None, "")


@pytest.fixture
def stopped(world):
    """On the kaart, not on it yet, and of another; then the organisation stops."""
    rows = world.voorziening(), world.voorziening("Concept", status="inactief")
    other = world.voorziening("Van de blik", organisatie=world.blik)
    form = {"reden": "De subsidie stopt.", "opvolger": world.blik.pk}
    browser(world.teun).post(f"/beheer/organisaties/{world.ggz.uuid}/stoppen/", form)
    for row in (*rows, other):
        row.refresh_from_db()
    return *rows, other


def test_what_an_organisation_has_on_the_kaart_stops_with_it(world, stopped):
    row, draft, other = stopped
    assert (row.status, row.gestopt_op) == ("gestopt", world.today)
    assert (draft.status, other.status) == ("inactief", "actief")
    page = text_of(Client().get(f"/sociale-kaart/{row.slug}/"))
    assert "De subsidie stopt. De Wijde Blik gaat verder met het werk." in page
    found = text_of(Client().get("/sociale-kaart/?q=inloop&regio=lindestroom"))
    assert "Inloop De Veranda" not in found


def test_of_one_that_stopped_nothing_comes_on_the_kaart(world, stopped):
    draft = stopped[1]
    draft.kort, draft.email = "Koffie.", "inloop@example.nl"
    draft.save()
    Werkgebied.objects.create(voorziening=draft, hele_regio=True)
    act(world.teun, draft, "tonen")
    draft.refresh_from_db()
    assert draft.status == "inactief"
    assert "een organisatie die nog bestaat" in page(world.teun, draft)


def test_closed_for_a_while_with_dates_that_can_be(world):
    row = world.voorziening()
    form = {"uuid": new(), "van": "01-08-2027", "tot": "31-07-2027"}
    assert act(world.olga, row, "dicht", **form).status_code == 422
    form["tot"] = "31-08-2027"
    for _ in range(2):
        act(world.olga, row, "dicht", **form)
    period = row.sluitingsperiodes.get()
    browser(world.olga).post(f"/beheer/dicht/{period.uuid}/weg/")
    assert not row.sluitingsperiodes.exists()


def test_only_what_was_ticked_is_checked_and_never_a_wait(world):
    row = world.voorziening()
    act(world.olga, row, "nagekeken", veld=["telefoon", "wachttijd", "koning"])
    assert list(row.controles.values_list("veld", flat=True)) == ["telefoon"]


def test_what_needs_a_look_stands_first(world):
    fresh, stale = world.voorziening("Vers"), world.voorziening("Oud")
    for row, days in ((fresh, 1), (stale, 400)):
        day = world.today - timedelta(days=days)
        Controle.objects.create(voorziening=row, veld="rest", gecontroleerd_op=day)
    text = text_of(browser(world.olga).get(HERE))
    assert text.index("Oud") < text.index("Vers")
    assert "niet gecontroleerd sinds" in text


@pytest.fixture
def long_wait(world):
    """Above the norm with nothing said, and four that are no reason to ask."""
    row = world.voorziening("Lang", wetten=["zvw"])
    said = [
        world.voorziening("Met iets", overbrugging="Bellen"),
        world.voorziening("Met niets", overbrugging_geen=True),
        world.voorziening("Kort", wetten=["zvw"]),
        world.voorziening("Oud", status="inactief"),
    ]
    for one in (row, *said):
        wait(one, van=3, tot=4 if one.naam == "Kort" else 5)
    return row


def test_a_long_wait_with_nothing_meanwhile_is_said_to_its_owner(world, long_wait):
    said = text_of(browser(world.olga).get(HERE))
    assert "Bij 1 plek wachten mensen langer dan de norm" in said
    found = text_of(browser(world.olga).get(f"{HERE}?zonder=overbrugging"))
    assert "Lang wachten, zonder iets voor intussen" in found
    assert not any(naam in found for naam in ("Met iets", "Met niets", "Kort"))
    assert "Mensen wachten hier langer dan de norm" in page(world.olga, long_wait)


def test_saying_that_there_is_nothing_ends_it(world, long_wait):
    step(world.olga, long_wait, "wachten", overbrugging_geen="on")
    assert "langer dan de norm" not in page(world.olga, long_wait)
    assert "langer dan de norm" not in text_of(browser(world.olga).get(HERE))


def test_an_organisation_sees_only_its_own(world):
    world.voorziening("Van de ggz")
    world.voorziening("Van de blik", organisatie=world.blik)
    assert "Van de blik" not in text_of(browser(world.olga).get(HERE))
    assert "Van de blik" in text_of(browser(world.teun).get(HERE))


@pytest.mark.parametrize(
    "query", ["?q=%00", "?organisatie=x", "?status=weg", "?pagina=0", "?q=%F0%9F%8C%B1"]
)
def test_a_crooked_address_shows_the_list(world, query):
    assert browser(world.teun).get(HERE + query).status_code == 200


def test_the_list_takes_as_many_queries_however_long(
    world, django_assert_max_num_queries
):
    counts, client = [], browser(world.olga)
    for number in (1, 15):
        for n in range(number):
            world.voorziening(f"Plek {number} {n}")
        client.get(HERE)
        with django_assert_max_num_queries(40) as seen:
            client.get(HERE)
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("what", ["", "stap/basis/", "geschiedenis/", "dicht/"])
def test_another_s_and_one_that_is_not_there_look_the_same(world, what):
    """The same bytes, after as many queries (T8)."""
    row, oscar, seen = world.voorziening(), browser(world.oscar), []
    oscar.get(HERE)
    for key in (row.uuid, new()):
        with CaptureQueriesContext(connection) as asked:
            answer = oscar.get(f"{HERE}{key}/{what}")
        seen.append((answer.status_code, answer.content, len(asked)))
    assert seen[0] == seen[1]
    assert seen[0][0] == 404


def test_the_history_says_who_did_what_with_before_and_after(world):
    row = world.voorziening(kort="Kofie.")
    step(world.olga, row, "basis", kort="Koffie.")
    step(world.olga, row, "contact", nummer_nieuw="0100203040")
    step(world.olga, row, "wachten", capaciteit="open")
    text = page(world.teun, row, "geschiedenis/")
    assert "Door Olga" in text
    assert "Was: Kofie. Werd: Koffie." in text.replace("Werd:", " Werd:").replace(
        "  ", " "
    )
    assert "0100 – 20 30 40" in text
    assert "Was: Niet bekend" in text
    assert "Er is plek" in text
    assert "Nagekeken" in text


def test_the_history_takes_as_many_queries_however_long(
    world, django_assert_max_num_queries
):
    row, counts, client = world.voorziening(), [], browser(world.olga)
    for number in (1, 8):
        for n in range(number):
            Telefoon.objects.create(voorziening=row, nummer=f"010020304{n}")
            other = world.voorziening(f"Ander {number} {n}")
            wijk = world.gemeente.wijken.create(naam=f"Wijk {number} {n}")
            Werkgebied.objects.create(voorziening=row, wijk=wijk)
            Werkgebied.objects.create(voorziening=row, gemeente=world.gemeente)
            row.vervolg = other
            row.save()
        client.get(f"{HERE}{row.uuid}/geschiedenis/")
        with django_assert_max_num_queries(60) as seen:
            client.get(f"{HERE}{row.uuid}/geschiedenis/")
        counts.append(len(seen))
    assert counts[0] == counts[1]
    text = page(world.olga, row, "geschiedenis/")
    assert "Ander 8 7" in text
    assert "Wijk 8 7 (Lindehoven)" in text


def test_a_new_name_of_the_organisation_is_found_by(world):
    row = world.voorziening()
    organisaties.change_organisatie(
        organisatie=world.ggz, naam="Zonnewijzer", soort="fact", werkveld="ggz"
    )
    row.refresh_from_db()
    assert "zonnewijzer" in row.zoek
