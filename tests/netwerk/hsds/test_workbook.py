"""Our own workbook, read in again: what nobody touched stays, all of it; and of a row in
which one cell was changed, only what that cell is about."""

import io
import json
from datetime import date, time

from django.db import transaction

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from openpyxl import load_workbook

from netwerk.choices import Capaciteit, Fase, MagBellen, Methode, Status
from netwerk.documents import werkblad
from netwerk.models import (
    Locatie,
    Openingstijd,
    Organisatieprofiel,
    Telefoon,
    Voorziening,
    Voorzieningplek,
)
from netwerk.rules.bladkolommen import KOLOMMEN
from netwerk.rules.hsds_plan import GELIJK
from netwerk.selectors import hsds
from netwerk.selectors.hsds import Blik
from netwerk.services import uitwisselen
from toegang.models import Organisatie

from .packages import everything

pytestmark = pytest.mark.django_db
WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def written(world) -> bytes:
    return werkblad.as_workbook(world.regio, Blik.alles())


def edited(world, *cells: tuple[Voorziening, str, object]) -> bytes:
    """Our workbook in which somebody typed in these cells."""
    book = load_workbook(io.BytesIO(written(world)))
    sheet = book["Plekken"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    rows = {sheet.cell(n, 1).value: n for n in range(2, sheet.max_row + 1)}
    for v, key, said in cells:
        sheet.cell(rows[str(v.uuid)], columns[KOLOMMEN[key].naam]).value = said
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(world, data: bytes, bron=""):
    return uitwisselen.read_sheet(data, regio=world.regio, bron=bron)


def take(world, data: bytes):
    found = read(world, data)
    assert found.vragen == []
    return uitwisselen.take_in(pakket=found.pakket, regio=world.regio, bron="")


def notes(found) -> str:
    return " ".join(str(one) for one in found.pakket.opmerkingen)


def node(v: Voorziening) -> dict:
    row = hsds.plain_services(Voorziening.objects.all()).get(pk=v.pk)
    return json.loads(json.dumps(hsds.service_node(row, Blik.alles()), default=str))


def what_changed(world, *cells) -> set[str]:
    """The properties of the record, by their name."""
    before = {v.pk: node(v) for v, *_ in cells}
    take(world, edited(world, *cells))
    after = {v.pk: node(v) for v, *_ in cells}
    return {
        key
        for pk, now in after.items()
        for key in before[pk] | now
        if before[pk].get(key) != now.get(key)
    }


# --- nothing changed


days = st.lists(st.sampled_from(WEEK), min_size=1, unique=True).map(
    lambda found: ",".join(sorted(found, key=WEEK.index))
)
words = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=60),
    st.sampled_from(
        ["=1+1", "'x", "_x000D_ en _x0041_", "a\r\nb\n\nc", "een; twee", "#N/A", " 9 "]
    ),
)
moments = st.times(min_value=time(6), max_value=time(23)).map(
    lambda t: t.replace(second=0, microsecond=0)
)
dates = st.dates(min_value=date(2026, 1, 1), max_value=date(2027, 12, 31))
hours = st.fixed_dictionaries(
    {
        "herhaling": st.sampled_from(["WEEKLY", "DAILY", "MONTHLY", ""]),
        "dagen": days,
        "opent_om": moments,
        "sluit_om": moments,
    },
    optional={
        "interval": st.integers(1, 3),
        "begint_op": dates,
        "van": dates,
        "tot": dates,
        "herhaal_tot": dates,
        "aantal": st.integers(1, 9),
        "weken": st.sampled_from(["2,4,6", "1,3,5"]),
        "op_afspraak": st.booleans(),
        "dicht": st.booleans(),
        "tekst": words,
        "hsds": st.just({"notes": "Alleen als het licht brandt."}),
    },
)
phones = st.fixed_dictionaries(
    {
        "nummer": st.sampled_from(["0331234567", "0612345678", "113", "14033"]),
        "toelichting": words,
        "mag_bellen": st.sampled_from(MagBellen.values),
        "volgorde": st.integers(0, 3),
    }
)
waits = st.fixed_dictionaries(
    {
        "fase": st.sampled_from(Fase.values),
        "doelgroep": st.sampled_from(["", "jongeren"]),
        "methode": st.sampled_from(Methode.values),
        "weken_van": st.integers(0, 9),
        "weken_tot": st.integers(9, 30),
    }
)
PLACES: dict[str, dict] = {
    "een": {"naam": "Een", "adres": "Lindelaan 1", "postcode": "3811AB"},
    "twee": {"adres": "Kade 2\n", "plaats": "Lindehoven", "adres_2": "achter"},
    "geheim": {"geheim": True},
    "nergens": {"naam": "Online", "soort": "virtueel"},
}
provisions = st.fixed_dictionaries(
    {
        "words": st.fixed_dictionaries(
            {
                "kort": words,
                "omschrijving": words,
                "kosten": words,
                "aanmelden": words,
                "trefwoorden": st.lists(words.filter(bool), max_size=4),
                "informeel": st.booleans(),
                "indicatie_nodig": st.sampled_from([None, True, False]),
                "min_leeftijd": st.sampled_from([None, 0, 18]),
                "capaciteit": st.sampled_from(Capaciteit.values),
                "status": st.sampled_from(Status.values),
            }
        ),
        "hours": st.lists(hours, max_size=4),
        "phones": st.lists(phones, max_size=3),
        "waits": st.lists(waits, max_size=3),
        "places": st.lists(st.sampled_from(sorted(PLACES)), max_size=3, unique=True),
        "areas": st.lists(words.filter(str.strip), max_size=2),
    }
)  # fmt: skip


def made(world, said: dict) -> Voorziening:
    stopped = said["words"]["status"] == Status.GESTOPT
    more = {"gestopt_op": date(2026, 10, 1)} if stopped else {}
    row = world.voorziening("Een plek ", **said["words"], **more)
    for one in said["hours"]:
        row.openingstijd_set.create(**one)
    for one in said["phones"]:
        row.telefoon_set.create(**one)
    for one in said["waits"]:
        row.wachttijden.create(
            **one, gemeten_op=date(2026, 11, 1), geldig_tot=date(2027, 2, 1), door="Wij"
        )
    for name in said["places"]:
        at = Locatie.objects.create(regio=world.regio, **PLACES[name])
        Voorzieningplek.objects.create(regio=world.regio, voorziening=row, locatie=at)
    for name in said["areas"]:
        row.werkgebieden.create(naam=name)
    row.startmomenten.create(begint_op=date(2027, 1, 11), plaatsen_vrij=4)
    row.kostenregels.create(wat="Lunch", bedrag="3.50")
    row.controles.create(veld="rest", gecontroleerd_op=date(2026, 10, 1))
    return row


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(said=st.lists(provisions, min_size=1, max_size=2))
def test_what_we_write_and_nobody_touched_changes_nothing(world, said):
    with transaction.atomic():
        for one in said:
            made(world, one)
        before = everything(world)
        plan = take(world, written(world))
        assert [r for r in plan.regels if r.wat != GELIJK] == []
        assert [one for one in plan.opmerkingen if "gestopt" not in one.zin] == []
        assert everything(world) == before
        transaction.set_rollback(True)


def test_a_kaart_with_everything_on_it_stays_as_it_is(world, vol, opvang, weg):
    before = everything(world)
    assert not take(world, written(world)).changes
    assert everything(world) == before
    assert Organisatieprofiel.objects.count() == 1  # of who had one


def test_the_numbers_of_a_place_count_when_the_file_says_another_source(world, vol):
    found = read(world, written(world), bron="Iemand anders")
    assert "al op onze kaart" in str(found.pakket.fouten[0])


# --- one cell


@pytest.mark.parametrize(
    ("key", "said", "props"),
    [
        ("kort", "Iets anders.", {"nk_kort"}),
        ("omschrijving", "", {"description"}),
        ("email", "nieuw@veranda.example", {"email"}),
        ("website", "www.ander.example", {"url"}),
        ("functies", "Steun van anderen", {"nk_functies"}),
        ("informeel", "nee", {"nk_informeel"}),
        ("min", 21, {"minimum_age"}),
        ("trefwoorden", "koffie", {"nk_trefwoorden"}),
        ("telefoon", "0331234567, altijd", {"phones"}),
        ("openingstijden", "ma-vr 9:00-17:00", {"schedules"}),
        ("gebied", "Lindehoven", {"service_areas"}),
        ("gecontroleerd", "4 november 2026", {"nk_controles"}),
        ("organisatie", "Stichting Samen", {"organization_id"}),
    ],
)
def test_one_cell_changes_one_part(world, vol, key, said, props):
    assert what_changed(world, (vol, key, said)) == props


def test_a_second_number_and_one_for_referrers_stay_when_the_first_changes(world, vol):
    vol.telefoon_set.create(nummer="0612345678", toelichting="appen", volgorde=2)
    before = {row.pk: row for row in vol.telefoon_set.all()}
    take(
        world, edited(world, (vol, "telefoon", "0337654321, ma-vr\n0612345678, appen"))
    )
    after = {row.pk: row for row in vol.telefoon_set.all()}
    assert after.keys() == before.keys()
    said = [(row.nummer, row.toelichting, row.mag_bellen) for row in after.values()]
    assert said == [
        ("0337654321", "ma-vr", "iedereen"),
        ("0339999991", "", "verwijzers"),
        ("0612345678", "appen", "iedereen"),
    ]
    changed = next(row for row in after.values() if row.nummer == "0337654321")
    assert changed.talen.get().naam == "Nederlands"


def test_a_number_that_is_taken_out_goes_and_one_that_is_put_in_comes(world, vol):
    vol.telefoon_set.create(nummer="0612345678", toelichting="appen", volgorde=2)
    take(world, edited(world, (vol, "telefoon", "0612345678, appen\n113")))
    public = vol.telefoon_set.filter(mag_bellen=MagBellen.IEDEREEN)
    assert set(public.values_list("nummer", flat=True)) == {"0612345678", "113"}
    assert vol.telefoon_set.filter(mag_bellen=MagBellen.VERWIJZERS).exists()


def test_days_on_which_it_is_closed_stay_when_the_hours_change(world, vol):
    closed = vol.openingstijd_set.create(
        dicht=True, van=date(2026, 12, 25), tekst="Kerst"
    )
    same = vol.openingstijd_set.get(dagen="MO,WE")
    vol.openingstijd_set.filter(herhaling="DAILY").delete()
    take(
        world,
        edited(world, (vol, "openingstijden", "ma, wo 10:00-16:30; za 9:00-12:00")),
    )
    rows = {row.pk: row for row in vol.openingstijd_set.all()}
    assert {closed.pk, same.pk} < rows.keys()
    assert {row.dagen for row in rows.values()} == {"", "MO,WE", "SA"}


@pytest.mark.parametrize(
    "more",
    [
        {"tot": date(2027, 6, 30)},
        {"tekst": "Bel aan."},
        {"herhaal_tot": date(2027, 1, 31)},
        {"interval": 3, "begint_op": date(2026, 10, 5)},
        {"dagen_van_jaar": "1,2"},
        {"hsds": {"notes": "Bel aan."}},
        {"hsds": {"schedule_link": "https://veranda.example/tijden"}},
    ],
)
def test_hours_that_say_more_than_a_cell_are_told_and_never_lost(world, vol, more):
    vol.openingstijd_set.all().delete()
    vol.openingstijd_set.create(
        herhaling="WEEKLY", dagen="MO", opent_om=time(9), sluit_om=time(12), **more
    )
    book = load_workbook(io.BytesIO(written(world)))["Plekken"]
    head = [cell.value for cell in book[1]]
    assert book.cell(2, head.index("Openingstijden") + 1).value  # something to read
    data, before = edited(world, (vol, "openingstijden", "di 9:00-12:00")), node(vol)
    assert "laten ze zoals ze zijn" in notes(read(world, data))
    take(world, data)
    assert node(vol) == before


def test_every_other_week_can_be_typed_and_changed(world, vol):
    vol.openingstijd_set.all().delete()
    said = "om de week wo 9:00-12:00 vanaf 7-10-2026; even weken vr 9:00-12:00"
    take(world, edited(world, (vol, "openingstijden", said)))
    before = set(Openingstijd.objects.values_list("pk", flat=True))
    assert not take(world, written(world)).changes
    take(world, edited(world, (vol, "openingstijden", f"{said}; op afspraak")))
    assert before < set(Openingstijd.objects.values_list("pk", flat=True))


def test_a_corrected_address_is_the_same_place(world, vol):
    tweede = Locatie.objects.create(regio=world.regio, adres="Elders 1", plaats="Verre")
    Voorzieningplek.objects.create(regio=world.regio, voorziening=vol, locatie=tweede)
    before = Locatie.objects.count()
    changed = what_changed(world, (vol, "adres", "Lindelaan 14"))
    assert changed == set()  # the record points at the same place
    assert Locatie.objects.count() == before
    at = Locatie.objects.get(adres="Lindelaan 14")
    assert (at.naam, at.postcode, at.plaats) == ("Buurthuis", "3811 AB", "Lindehoven")
    assert (at.lat, at.toegankelijk) == (52.155, ["Drempelvrij", "Ringleiding"])
    assert vol.plekken.count() == 2


def test_of_a_place_that_others_have_too_only_this_one_moves(world, vol):
    ander = world.voorziening("Ernaast")
    shared = vol.plekken.get()
    Voorzieningplek.objects.create(
        regio=world.regio, voorziening=ander, locatie=shared.locatie
    )
    take(world, edited(world, (vol, "adres", "Kade 2")))
    assert vol.plekken.get().pk == shared.pk  # with its hours and numbers
    assert vol.plekken.get().locatie.adres == "Kade 2"
    assert ander.plekken.get().locatie.adres == "Lindelaan 4"


def test_the_old_words_of_a_corrected_address_are_another_place(world):
    """A new place gets its id from its address, which is corrected later."""
    kop = "Nummer;Naam;Organisatie;Adres;Postcode;Plaats\r\n"
    data = f"{kop};Eén;Samen;Lindelaan 4;;Linde\r\n;Twee;Samen;Lindelaan 4;;Linde\r\n"
    take(world, data.encode())
    een, twee = Voorziening.objects.order_by("naam")
    for said in ("Lindelaan 14", "Lindelaan 24"):
        take(world, edited(world, (een, "adres", said), (twee, "adres", said)))
    assert Locatie.objects.get().adres == "Lindelaan 24"
    take(world, edited(world, (een, "adres", "Lindelaan 4")))
    assert een.plekken.get().locatie.adres == "Lindelaan 4"
    assert twee.plekken.get().locatie.adres == "Lindelaan 24"


def test_a_place_that_is_corrected_for_all_who_have_it_stays_one(world, vol):
    ander = world.voorziening("Ernaast")
    shared = vol.plekken.get().locatie
    Voorzieningplek.objects.create(regio=world.regio, voorziening=ander, locatie=shared)
    take(world, edited(world, (vol, "adres", "Kade 2"), (ander, "adres", "Kade 2")))
    assert Locatie.objects.get().adres == "Kade 2"


def test_an_address_that_is_emptied_goes_and_its_secret_one_stays(world, vol, opvang):
    secret = opvang.plekken.get().locatie
    Voorzieningplek.objects.create(regio=world.regio, voorziening=vol, locatie=secret)
    cells = ((vol, key, None) for key in ("adres", "postcode", "plaats"))
    take(world, edited(world, *cells))
    assert vol.plekken.get().locatie == secret
    take(world, edited(world, (opvang, "adres", "Kade 2"), (opvang, "plaats", "Linde")))
    assert {p.locatie.geheim for p in opvang.plekken.all()} == {True, False}


def test_what_is_stopped_stays_so_and_that_is_said(world, vol, weg):
    _, gestopt = weg
    data = edited(world, (gestopt, "kort", "Toch niet"))
    assert "bij ons gestopt" in notes(read(world, data))
    take(world, data)
    gestopt.refresh_from_db()
    assert (gestopt.status, gestopt.kort) == (Status.GESTOPT, "Toch niet")


def test_a_row_that_was_copied_or_has_a_number_of_nobody_is_said(world, vol):
    ander = world.voorziening("Ernaast")
    fault = read(world, edited(world, (ander, "nummer", str(vol.uuid)))).pakket.fouten
    assert "Maak het nummer dan leeg" in str(fault[0])
    found = read(world, edited(world, (ander, "nummer", "12")))
    assert "We maken er een nieuwe plek van" in notes(found)


def test_the_same_file_twice_changes_nothing_the_second_time(world, vol):
    data = edited(
        world,
        (vol, "telefoon", "0337654321"),
        (vol, "openingstijden", "za 9:00-12:00"),
        (vol, "adres", "Kade 2"),
        (vol, "organisatie", "Stichting Samen"),
    )
    assert take(world, data).changes
    before = everything(world)
    assert not take(world, data).changes
    assert everything(world) == before
    assert Organisatie.objects.filter(naam="Stichting Samen").count() == 1
    assert Telefoon.objects.filter(nummer="0337654321").count() == 1


def test_a_row_of_ours_whose_name_was_emptied_is_a_fault(world, vol):
    data = edited(world, (vol, "naam", ""), (vol, "adres", "Kade 2"), (vol, "min", "x"))
    found = read(world, data).pakket.fouten
    assert [fout.zin[:13] for fout in found] == ["Vul in hoe de", "Vul een leeft"]


def test_too_many_keywords_are_refused_with_how_many(world, vol):
    found = read(
        world, edited(world, (vol, "trefwoorden", "; ".join(map(str, range(34)))))
    )
    assert "Dit zijn 34 trefwoorden. Er passen er 30. Haal er 4 weg." in str(
        found.pakket.fouten[0]
    )


def test_what_we_have_and_somebody_else_sends_again_is_left_alone_where_it_says_so(
    world,
):
    """Their number, our richer hours: a cell that says what we would write is not read."""
    kop = "Nummer;Naam;Organisatie;Telefoon;Openingstijden\r\n"
    data = f"{kop}7;Maatje;Samen;0331234567;ma 9:00-12:00\r\n".encode()
    uitwisselen.take_in(
        pakket=read(world, data, "Samen").pakket, regio=world.regio, bron="Samen"
    )
    row = Voorziening.objects.get()
    row.openingstijd_set.create(dicht=True, van=date(2026, 12, 25), tekst="Kerst")
    row.telefoon_set.create(nummer="0339999991", mag_bellen=MagBellen.VERWIJZERS)
    before = everything(world)
    plan = uitwisselen.take_in(
        pakket=read(world, data, "Samen").pakket, regio=world.regio, bron="Samen"
    )
    assert not plan.changes
    assert everything(world) == before
