"""What an organisation offers is kept in small steps; each saves what changed."""

import pytest

from netwerk.choices import Controleveld
from netwerk.forms.aanbod import STAPPEN
from netwerk.models import Controle, Telefoon, Voorziening
from netwerk.services import voorzieningen as services
from tests.netwerk.aanbod.pages import HERE, HOURS, new, sheet, step, text_of
from tests.toegang.people import log_lines
from tests.world import browser


def checked(voorziening) -> set[str]:
    return set(voorziening.controles.values_list("veld", flat=True))


def test_one_is_made_once_and_is_not_on_the_kaart_yet(world):
    form = {"uuid": new(), "naam": "Inloop", "kort": "Koffie en praten."}
    for _ in range(2):
        answer = browser(world.olga).post(f"{HERE}nieuw/", form)
        assert answer["Location"].endswith("/stap/voor-wie/")
    row = Voorziening.objects.get()
    assert (row.status, row.organisatie, row.regio) == (
        "inactief",
        world.ggz,
        world.regio,
    )


def test_two_of_one_name_have_an_address_each(world):
    for _ in range(2):
        form = {"uuid": new(), "naam": "Inloop", "kort": "Koffie."}
        browser(world.olga).post(f"{HERE}nieuw/", form)
    slugs = Voorziening.objects.values_list("slug", flat=True)
    assert set(slugs) == {"inloop", "inloop-2"}


def test_two_at_the_same_moment_have_an_address_each(world, monkeypatch):
    world.voorziening(slug="inloop")
    monkeypatch.setattr(services, "free_slug", lambda naam: "inloop")
    form = {"uuid": new(), "naam": "Inloop", "kort": "Koffie."}
    for _ in range(2):
        assert browser(world.olga).post(f"{HERE}nieuw/", form).status_code == 302
    assert Voorziening.objects.get(uuid=form["uuid"]).slug.startswith("inloop-")


def test_a_name_without_letters_has_an_address_too(world):
    form = {"uuid": new(), "naam": "🌱", "kort": "Tuin."}
    assert browser(world.olga).post(f"{HERE}nieuw/", form).status_code == 302


def test_a_regiobeheerder_says_whose_it_is(world):
    form = {"uuid": new(), "naam": "Inloop", "kort": "Koffie."}
    assert browser(world.teun).post(f"{HERE}nieuw/", form).status_code == 422
    form["organisatie"] = str(world.blik.pk)
    browser(world.teun).post(f"{HERE}nieuw/", form)
    assert Voorziening.objects.get().organisatie == world.blik


def test_a_typing_error_in_the_description_moves_no_date_of_a_check(world):
    row = world.voorziening(kort="Inloop.", omschrijving="Kofie en praten")
    before = world.today.replace(year=2020)
    for veld in Controleveld.values:
        Controle.objects.create(voorziening=row, veld=veld, gecontroleerd_op=before)
    step(world.olga, row, "basis", omschrijving="Koffie en praten")
    row.refresh_from_db()
    assert row.omschrijving == "Koffie en praten"
    assert set(row.controles.values_list("gecontroleerd_op", flat=True)) == {before}


def test_a_new_number_is_a_look_at_the_numbers_only(world):
    row = world.voorziening()
    step(world.olga, row, "contact", nummer_nieuw="0100 20 30 40, keuze 2")
    phone = Telefoon.objects.get()
    assert (phone.nummer, phone.toelichting) == ("0100203040", "keuze 2")
    assert checked(row) == {"telefoon"}


def test_new_hours_are_a_look_at_the_hours_only(world):
    row = world.voorziening()
    step(world.olga, row, "contact", uren=HOURS)
    assert row.openingstijd_set.get().dagen == "MO,TU,WE,TH,FR"
    assert checked(row) == {"openingstijden"}


def test_saved_without_a_change_nothing_happens(world):
    row = world.voorziening(kort="Inloop.")
    step(world.olga, row, "contact", uren=HOURS, nummer_nieuw="0100203040")
    Controle.objects.all().delete()
    versions = row.versies.count()
    row.talen.create(naam="Turks, Pools", code="xx")
    row.kostenregels.create(wat="Per keer", bedrag="1250.50")
    for stap in set(STAPPEN) - {"gebied"}:
        assert step(world.olga, row, stap).status_code == 302
    assert checked(row) == set()
    assert row.versies.count() == versions
    assert row.talen.get().versies.count() == 1
    assert row.kostenregels.get().versies.count() == 1


MANY = ", ".join(f"woord {n}" for n in range(34))


def test_a_number_that_is_made_empty_goes(world):
    row = world.voorziening()
    phone = Telefoon.objects.create(voorziening=row, nummer="0100203040")
    step(world.olga, row, "contact", **{f"nummer_{phone.uuid}": ""})
    assert not Telefoon.objects.exists()


def test_whether_there_is_room_is_a_look_at_that(world):
    row = world.voorziening()
    step(world.olga, row, "wachten", capaciteit="open")
    assert checked(row) == {"capaciteit"}


@pytest.mark.parametrize(
    ("stap", "fault", "sentence"),
    [
        ("basis", {"naam": ""}, "Vul dit in"),
        ("basis", {"website": "geen adres"}, "Vul een webadres in"),
        ("basis", {"trefwoorden": "x" * 61}, "Zet een komma"),
        (
            "basis",
            {"trefwoorden": MANY},
            "Dit zijn er 34. Er passen er 30. Haal er 4 weg.",
        ),
        (
            "voor-wie",
            {"talen": MANY},
            "Dit zijn er 34. Er passen er 30. Haal er 4 weg.",
        ),
        ("voor-wie", {"min_leeftijd": "20", "max_leeftijd": "10"}, "Dit is lager"),
        ("voor-wie", {"wel": "x" * 201}, "korter dan 200 tekens"),
        ("contact", {"nummer_nieuw": "12"}, "Dit nummer is te kort"),
        ("contact", {"uren": "ma 9-5"}, "error-summary"),
        ("gebied", {}, "Kies de hele regio"),
        ("helpt-bij", {"functies": "koning"}, "Kies iets uit de lijst"),
        (
            "wachten",
            {"overbrugging": "x", "overbrugging_geen": "on"},
            "Haal het vinkje",
        ),
    ],
)
def test_what_is_wrong_is_said_and_stays(world, stap, fault, sentence):
    row = world.voorziening()
    answer = step(world.olga, row, stap, **fault)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


@pytest.mark.parametrize(("said", "kept"), [("ja", True), ("nee", False), ("", None)])
def test_a_yes_a_no_and_not_knowing_are_three_answers(world, said, kept):
    row = world.voorziening(zelf_aanmelden=not kept)
    step(world.olga, row, "aanmelden", zelf_aanmelden=said)
    row.refresh_from_db()
    assert row.zelf_aanmelden is kept
    address = f"{HERE}{row.uuid}/stap/aanmelden/"
    assert sheet(world.olga, address)["zelf_aanmelden"] == said


def test_hours_can_be_looked_at_before_they_are_kept(world):
    row = world.voorziening()
    answer = step(world.olga, row, "contact", uren=HOURS, bekijk="ja")
    assert "Zo lezen mensen de tijden" in text_of(answer)
    assert not row.openingstijd_set.exists()


def test_hours_too_rich_to_type_stay_as_they_are(world):
    row = world.voorziening()
    row.openingstijd_set.create(
        herhaling="MONTHLY", dagen="MO", dagen_van_jaar="12", tekst="Eens per jaar"
    )
    answer = step(world.olga, row, "contact", email="inloop@example.nl")
    assert answer.status_code == 302
    assert row.openingstijd_set.get().tekst == "Eens per jaar"


def test_for_whom_is_kept_line_by_line(world):
    row = world.voorziening()
    step(
        world.olga, row, "voor-wie", wel="Wil je praten?\n\nBen je 18?", niet="Crisis?"
    )
    step(world.olga, row, "voor-wie", wel="Wil je praten?", niet="")
    assert [str(v) for v in row.doelgroepvragen.all()] == ["Wil je praten?"]


def test_the_area_is_the_region_or_some_of_it(world):
    row = world.voorziening()
    wijk = world.gemeente.wijken.create(naam="Oost")
    step(world.olga, row, "gebied", gemeenten=[world.gemeente.pk], wijken=[wijk.pk])
    assert row.werkgebieden.count() == 2
    step(world.olga, row, "gebied", hele_regio="on")
    assert [w.hele_regio for w in row.werkgebieden.all()] == [True]


def test_a_wijk_elsewhere_is_none_of_the_choices(world):
    row = world.voorziening()
    far = world.elders.gemeenten.create(naam="Ver")
    assert step(world.olga, row, "gebied", gemeenten=[far.pk]).status_code == 422


def test_a_step_that_is_not_there_is_not_there(world):
    row = world.voorziening()
    address = f"{HERE}{row.uuid}/stap/zomaar/"
    assert browser(world.olga).get(address).status_code == 404


def test_it_is_written_down_with_the_step(world):
    row = world.voorziening()
    step(world.olga, row, "basis", kort="Koffie en praten.")
    assert ("voorziening", "basis", 0) in log_lines()
    assert not any("Koffie" in part for _, part, _ in log_lines())
