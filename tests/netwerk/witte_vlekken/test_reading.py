"""What the kaart has per gemeente, read once for page, workbook and PDF."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

import pytest

from netwerk.choices import Status
from netwerk.models import Kaartinstelling, Sluitingsperiode
from netwerk.selectors.witte_vlekken import FUNCTIE, read_cell, read_overview
from toegang.choices import Organisatiesoort
from toegang.models import Gemeente, Wijk


def read(kaart):
    return read_overview(kaart.regio, kaart.today)


def cells(kaart, functie="steun"):
    """How many per gemeente, by name."""
    overzicht = read(kaart)
    (rij,) = [rij for rij in overzicht.functies if rij.sleutel == functie]
    names = [gemeente.naam for gemeente in overzicht.gemeenten]
    return dict(zip(names, rij.vakken, strict=True))


def counts(kaart, functie="steun"):
    return {naam: vak.aantal for naam, vak in cells(kaart, functie).items()}


def test_all_ten_functions_have_a_row_also_of_an_empty_region(world, kaart):
    assert len(read(kaart).functies) == 10
    assert read(kaart).leeg


def test_it_counts_by_service_area(world, kaart):
    wijk = Wijk.objects.create(gemeente=kaart.gemeenten[0], naam="Turfhoek")
    kaart.add("Regio", "regio", functies=["steun"])
    kaart.add("Wijk", wijk, functies=["steun"])
    row = kaart.add("Elders", kaart.gemeenten[2], functies=["steun"])
    kaart.place(row, kaart.lindehoven)  # where it is does not matter then
    assert counts(kaart) == {"Brugveen": 2, "Lindehoven": 1, "Oosterlaak": 2}


def test_without_a_service_area_it_counts_where_it_is(world, kaart):
    kaart.place(kaart.add("Hier", functies=["steun"]), kaart.lindehoven)
    assert counts(kaart) == {"Brugveen": 0, "Lindehoven": 1, "Oosterlaak": 0}


def test_a_secret_place_says_nothing_of_where(world, kaart):
    row = kaart.add("Opvang", functies=["steun"])
    kaart.place(row, None, geheim=True)
    assert read(kaart).onbekend == 1


def test_what_comes_by_phone_or_online_is_for_the_whole_region(world, kaart):
    kaart.add("Luisterlijn", functies=["steun"], manieren=["telefoon"])
    assert set(counts(kaart).values()) == {1}


def test_of_what_has_no_area_and_no_place_is_said_how_many(world, kaart):
    kaart.add("Nergens", functies=["steun"])
    assert read(kaart).onbekend == 1
    assert set(counts(kaart).values()) == {0}


def test_what_another_region_has_for_people_here_counts_too(world, kaart):
    own = Gemeente.objects.create(regio=world.elders, naam="Ver")
    kaart.add("Grens", own, kaart.lindehoven, functies=["steun"], regio=world.elders)
    kaart.add("Daar", "regio", functies=["steun"], regio=world.elders)
    assert counts(kaart) == {"Brugveen": 0, "Lindehoven": 1, "Oosterlaak": 0}


def test_what_stopped_or_is_not_there_yet_does_not_count(world, kaart):
    kaart.add("Nog niet", "regio", functies=["steun"], status=Status.INACTIEF)
    kaart.add("Gestopt", "regio", functies=["steun"], status=Status.GESTOPT,
              gestopt_op=world.today)  # fmt: skip
    assert set(counts(kaart).values()) == {0}


def test_the_shortest_wait_that_still_holds(world, kaart):
    slow = kaart.add("Traag", "regio", functies=["steun"], weken="9")
    kaart.wait(slow, "7", ago=3)  # the newest counts
    kaart.wait(kaart.add("Oud", "regio", functies=["steun"]), "1", days=-1)
    assert cells(kaart)["Lindehoven"].weken == 7
    kaart.wait(slow, "99", ago=-1)  # of tomorrow: not known yet
    assert cells(kaart)["Lindehoven"].weken == 7


def test_closed_for_a_while_is_there_but_nobody_can_begin(world, kaart):
    row = kaart.add("Dicht", "regio", functies=["steun"], weken="1")
    Sluitingsperiode.objects.create(voorziening=row, van=world.today)
    cell = cells(kaart)["Lindehoven"]
    assert (cell.aantal, cell.weken) == (1, None)


def test_informal_share_and_last_check(world, kaart):
    kaart.add("Een", "regio", functies=["steun"], informeel=True, gezien=100)
    kaart.add("Twee", "regio", functies=["steun"], gezien=5)
    kaart.add("Drie", "regio", functies=["steun"])
    cell = cells(kaart)["Lindehoven"]
    assert (cell.procent, cell.nagekeken) == (33, world.today - timedelta(days=5))


def test_a_check_is_old_by_the_term_of_the_region(world, kaart):
    kaart.add("Een", "regio", functies=["steun"], gezien=40)
    cell = cells(kaart)["Lindehoven"]
    assert not read(kaart).checked(cell)[1]
    Kaartinstelling.objects.create(regio=kaart.regio, maanden_overig=1)
    assert read(kaart).checked(cell)[1]


def test_methods_are_rows_too_also_those_that_nobody_has(world, kaart):
    world.edition()
    kaart.add("Maatjes", kaart.lindehoven, werkwijzen=["maatjesproject", "iets_anders"])
    rows = {rij.naam: rij.regio.aantal for rij in read(kaart).werkwijzen}
    assert rows == {"Maatjesproject": 1, "Resourcegroep": 0, "iets_anders": 1}
    assert [rij.naam for rij in read(kaart).werkwijzen_nergens] == ["Resourcegroep"]


def test_kinds_of_organisation_that_are_missing(world, kaart):
    kaart.organisation("Academie", Organisatiesoort.ACADEMIE)
    gone = kaart.organisation("Weg", Organisatiesoort.POLITIE)
    gone.gestopt_op = world.today
    gone.save()
    actors = {actor.naam: actor for actor in read(kaart).actoren}
    assert actors["Cliënten, naasten en herstel"].er == ("Herstelacademie",)
    assert "Zelfregiecentrum" in actors["Cliënten, naasten en herstel"].mist
    assert actors["Politie en justitie"].er == ()


def test_essential_provisions_by_the_kind_of_their_organisation(world, kaart):
    crisis = kaart.organisation("Crisisdienst", Organisatiesoort.CRISISDIENST)
    kaart.add(
        "Bereikbaar", kaart.lindehoven, functies=["veiligheid"], organisatie=crisis
    )
    rows = {row.sleutel: row for row in read(kaart).essentieel}
    assert rows["crisis"].mist_in == ("Brugveen", "Oosterlaak")
    assert rows["politie"].mist
    crisis.soort, crisis.ook_soorten = "fact", ["iht", "politie"]  # under one roof
    crisis.save()
    rows = {row.sleutel: row for row in read(kaart).essentieel}
    assert (
        rows["crisis"].mist_in == rows["politie"].mist_in == ("Brugveen", "Oosterlaak")
    )


def test_behind_a_cell_stand_its_provisions_and_where_else_it_is(world, kaart):
    kaart.fill()
    overzicht = read(kaart)
    full = read_cell(overzicht, FUNCTIE, "meedoen", kaart.lindehoven.pk)
    assert len(full.plekken) == full.vak.aantal == 1
    empty = read_cell(overzicht, FUNCTIE, "meedoen", kaart.gemeenten[2].pk)
    assert empty.vak.leeg
    assert [gemeente.naam for gemeente, _ in empty.elders] == ["Brugveen", "Lindehoven"]
    assert "Leren werken" in empty.mist


@pytest.mark.parametrize(
    ("sleutel", "gemeente"), [("niets", None), ("steun", 0), ("steun", 2**31)]
)
def test_a_cell_that_is_not_there(world, kaart, sleutel, gemeente):
    gemeente = kaart.lindehoven.pk if gemeente is None else gemeente
    assert read_cell(read(kaart), FUNCTIE, sleutel, gemeente) is None


def test_the_number_of_queries_is_the_same_whatever_there_is(world, kaart):
    with CaptureQueriesContext(connection) as few:
        read(kaart)
    kaart.fill()
    for number in range(5):
        kaart.add(f"Plek {number}", "regio", functies=["steun"], weken="1", gezien=1)
    with CaptureQueriesContext(connection) as many:
        read(kaart)
    assert len(few) == len(many)
