"""What the kaart can say of a provision, who keeps it can type (N2)."""

from datetime import timedelta
from decimal import Decimal

import pytest

from netwerk.forms.aanbod import STAPPEN, PlekForm
from netwerk.forms.profiel import ProfielForm
from netwerk.models import (
    Locatie,
    Organisatieprofiel,
    Telefoon,
    Voorziening,
    Voorzieningplek,
)
from tests.netwerk.aanbod.pages import HERE, new, sheet, step, text_of
from tests.world import browser

OURS = {"id", "uuid", "hsds", "bron", "bron_id", "regio", "organisatie", "slug"}
OURS |= {"eerst_op_kaart", "gemaakt_op", "gewijzigd_op", "zoek"}
STOPPING = {"status", "gestopt_op", "gestopt_reden", "vervolg", "vervolg_tekst"}


def test_every_column_stands_in_one_step():
    typed = [name for _, form in STAPPEN.values() for name in form.FIELDS]
    columns = {field.name for field in Voorziening._meta.concrete_fields}
    assert sorted(typed) == sorted(columns - OURS - STOPPING)


def columns_of(model, ours: set[str]) -> set[str]:
    return {field.name for field in model._meta.concrete_fields} - ours


def test_every_column_of_an_address_stands_on_its_page():
    """The point follows from the postcode."""
    place = columns_of(Locatie, OURS | {"lat", "lon"})
    assert place | {"hier"} == set(PlekForm.base_fields) - {"uuid"}
    here = columns_of(Voorzieningplek, OURS | {"voorziening", "locatie"})
    assert here == {"omschrijving"}  # as "hier"


def test_every_column_of_an_organisation_stands_on_its_page():
    assert columns_of(Organisatieprofiel, OURS) == set(ProfielForm.FIELDS)


def test_what_was_typed_is_kept(world):
    row = world.voorziening(kort="Koffie.")
    step(world.olga, row, "basis", kwaliteitsstatuut="https://ggz.example/statuut")
    step(world.olga, row, "aanmelden", consultatie_door=["client", "naaste"])
    step(world.olga, row, "helpt-bij", sfeer="gemeenschappelijk")
    row.refresh_from_db()
    assert row.kwaliteitsstatuut == "https://ggz.example/statuut"
    assert row.consultatie_door == ["client", "naaste"]
    assert row.sfeer == "gemeenschappelijk"


def test_languages_are_words_with_commas(world):
    row = world.voorziening()
    row.talen.create(naam="Turks", code="tr")
    step(world.olga, row, "voor-wie", talen="turks, Pools")
    assert [(t.naam, t.code) for t in row.talen.all()] == [
        ("Turks", "tr"),
        ("Pools", ""),
    ]
    step(world.olga, row, "voor-wie", talen="Pools")
    assert [str(t) for t in row.talen.all()] == ["Pools"]


@pytest.mark.parametrize(
    ("stap", "typed"),
    [("voor-wie", {"talen": "Pools"}), ("kosten", {"wat_nieuw": "Per keer"})],
)
def test_who_keeps_a_copy_sees_that_it_changed(world, stap, typed):
    row = world.voorziening()
    before = row.gewijzigd_op
    step(world.olga, row, stap, **typed)
    row.refresh_from_db()
    assert row.gewijzigd_op > before


def test_a_course_begins_on_a_day_with_places_free(world):
    row = world.voorziening()
    old = row.startmomenten.create(begint_op=world.today - timedelta(days=9))
    day = world.today + timedelta(days=9)
    typed = {
        "begint_op_nieuw": day.strftime("%d-%m-%Y"),
        "bijeenkomsten_nieuw": "8",
        "plaatsen_vrij_nieuw": "0",
    }
    step(world.olga, row, "start", **typed)
    made = row.startmomenten.get(begint_op=day)
    assert (made.bijeenkomsten, made.plaatsen_vrij) == (8, 0)
    assert row.startmomenten.filter(pk=old.pk).exists()
    gone = {
        f"{part}_{made.uuid}": ""
        for part in ("begint_op", "bijeenkomsten", "plaatsen_vrij")
    }
    step(world.olga, row, "start", **gone)
    assert list(row.startmomenten.all()) == [old]


def test_what_a_phone_call_costs(world):
    row = world.voorziening()
    typed = {"nummer_nieuw": "0100203040", "kosten_nieuw": "Gratis"}
    step(world.olga, row, "contact", **typed)
    assert Telefoon.objects.get().kosten == "Gratis"


def test_an_amount_in_euros_and_whom_to_ask_for(world):
    row = world.voorziening()
    step(world.olga, row, "kosten", wat_nieuw="Per keer", bedrag_nieuw="12,50")
    step(world.olga, row, "mensen", functie_nieuw="Aanmeldpunt")
    assert row.kostenregels.get().bedrag == Decimal("12.50")
    assert row.contact_set.get().functie == "Aanmeldpunt"


@pytest.mark.parametrize(
    ("stap", "typed", "sentence"),
    [
        ("start", {"bijeenkomsten_nieuw": "8"}, "Vul in wanneer het begint"),
        ("start", {"begint_op_nieuw": "01-01-2020"}, "Deze datum is al voorbij"),
        ("start", {"begint_op_nieuw": "ooit"}, "Vul een datum in"),
        ("kosten", {"bedrag_nieuw": "veel"}, "Vul een getal in"),
        ("kosten", {"bedrag_nieuw": "1,005"}, "twee cijfers achter de komma"),
        ("kosten", {"toelichting_nieuw": "Met korting"}, "Vul in waarvoor dit is"),
        ("mensen", {"email_nieuw": "a@example.nl"}, "Vul in naar wie mensen vragen"),
        ("mensen", {"functie_nieuw": "Iemand", "email_nieuw": "a"}, "met een @"),
    ],
)
def test_what_is_wrong_in_a_row_is_said(world, stap, typed, sentence):
    answer = step(world.olga, world.voorziening(), stap, **typed)
    assert answer.status_code == 422
    assert sentence in text_of(answer)


def test_more_rows_than_fit_are_said_and_nothing_is_lost(world):
    row = world.voorziening()
    address = f"{HERE}{row.uuid}/stap/contact/"
    early = sheet(world.olga, address, nummer_nieuw="0100203040")
    for n in range(6):
        Telefoon.objects.create(voorziening=row, nummer=f"010050607{n}")
    answer = browser(world.olga).post(address, early)
    assert answer.status_code == 422
    assert "Er passen er 6" in text_of(answer)
    assert "0100203040" in answer.content.decode()


def test_how_to_come_in_is_kept_by_line_and_never_of_a_secret_place(world):
    row = world.voorziening()
    place = {"plaats": "Lindehoven", "toegankelijk": "Rolstoel kan erin\n\nLift"}
    for geheim in ("nee", "ja"):
        form = {"uuid": new(), "geheim": geheim} | place
        browser(world.olga).post(f"{HERE}{row.uuid}/plek/", form)
    kept = {p.locatie.geheim: p.locatie.toegankelijk for p in row.plekken.all()}
    assert kept == {False: ["Rolstoel kan erin", "Lift"], True: []}


def test_while_it_is_closed_another_place_can_be_named(world):
    row, other = world.voorziening(), world.voorziening("De Brug")
    form = {"uuid": new(), "van": world.today.strftime("%d-%m-%Y")}
    address = f"{HERE}{row.uuid}/dicht/"
    browser(world.olga).post(address, form | {"alternatief": other.pk})
    assert row.sluitingsperiodes.get().alternatief == other
    assert "Intussen: De Brug" in text_of(browser(world.olga).get(address))
