"""Two people keep the same page at the same time: nothing of either is lost (Q5)."""

from netwerk.models import Telefoon
from tests.netwerk.aanbod.pages import HERE, sheet, step, text_of
from tests.world import browser


def test_both_texts_are_shown_and_nothing_is_overwritten(world):
    row = world.voorziening(kort="Koffie.")
    address = f"{HERE}{row.uuid}/stap/basis/"
    early = sheet(world.olga, address)
    step(world.teun, row, "basis", kort="Thee van Teun.")
    mine = early | {"kort": "Soep van Olga."}
    answer = browser(world.olga).post(address, mine)
    row.refresh_from_db()
    assert answer.status_code == 409
    assert row.kort == "Thee van Teun."
    said = text_of(answer)
    assert "Er staat nu: Thee van Teun." in said
    assert "Jij schreef: Soep van Olga." in said


def test_each_another_field_is_both_kept(world):
    row = world.voorziening(kort="Koffie.")
    address = f"{HERE}{row.uuid}/stap/basis/"
    early = sheet(world.olga, address)
    step(world.teun, row, "basis", kort="Thee.")
    answer = browser(world.olga).post(address, early | {"mededeling": "Feest"})
    row.refresh_from_db()
    assert answer.status_code == 302
    assert (row.kort, row.mededeling) == ("Thee.", "Feest")


def test_a_number_that_the_other_took_away_is_not_put_back_unasked(world):
    row = world.voorziening()
    phone = Telefoon.objects.create(voorziening=row, nummer="0100203040")
    address = f"{HERE}{row.uuid}/stap/contact/"
    early = sheet(world.olga, address)
    step(world.teun, row, "contact", **{f"nummer_{phone.uuid}": ""})
    assert browser(world.olga).post(address, early).status_code == 302
    assert not row.telefoon_set.exists()
    changed = early | {f"nummer_{phone.uuid}": "0100506070"}
    assert browser(world.olga).post(address, changed).status_code == 409
    assert not row.telefoon_set.exists()


def test_a_number_sent_twice_is_added_once(world):
    row = world.voorziening()
    address = f"{HERE}{row.uuid}/stap/contact/"
    form = sheet(world.olga, address, nummer_nieuw="0100203040")
    for _ in range(2):
        assert browser(world.olga).post(address, form).status_code == 302
    assert row.telefoon_set.count() == 1


def test_two_that_add_a_number_each_add_both(world):
    row = world.voorziening()
    address = f"{HERE}{row.uuid}/stap/contact/"
    early = sheet(world.olga, address, nummer_nieuw="0100203040")
    step(world.teun, row, "contact", nummer_nieuw="0100506070")
    assert browser(world.olga).post(address, early).status_code == 302
    assert row.telefoon_set.count() == 2


def test_an_address_is_one_thing(world):
    row = world.voorziening()
    place = {"regio": world.regio, "plaats": "Lindehoven", "adres": "Dorpsweg 1"}
    plek = row.plekken.create(
        regio=world.regio,
        locatie=row.organisatie.locaties.create(**place),
    )
    address = f"/beheer/plekken/{plek.uuid}/"
    early = sheet(world.olga, address, adres="Kerkpad 2")
    browser(world.teun).post(address, sheet(world.teun, address, plaats="Eikendorp"))
    answer = browser(world.olga).post(address, early)
    assert answer.status_code == 409
    assert "Er staat nu: Eikendorp" in text_of(answer)
    plek.locatie.refresh_from_db()
    assert plek.locatie.adres == "Dorpsweg 1"
