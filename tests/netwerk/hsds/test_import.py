"""A package is taken in whole or not at all, and a second time it changes nothing (N7)."""

import json
from datetime import UTC, datetime

import pytest

from netwerk.choices import MagBellen, Status
from netwerk.models import (
    Controle,
    Kenmerk,
    Locatie,
    Pakketrij,
    Sluitingsperiode,
    Telefoon,
    Term,
    Voorziening,
    Zoekwoord,
)
from netwerk.rules.hsds_lezen import read_package
from netwerk.rules.hsds_plan import GELIJK, NIEUW, VERANDERD
from netwerk.services import uitwisselen
from tests.kompas.logs import lines
from toegang.models import Organisatie

from .conftest import KANARIE, UUIDS
from .packages import DIENST, changed, everything, read, take, words

pytestmark = pytest.mark.django_db
LANG_GELEDEN = datetime(2026, 1, 1, tzinfo=UTC)


def test_a_preview_writes_nothing_and_says_what_is_new(world):
    plan = uitwisselen.preview(pakket=read(DIENST), regio=world.regio, bron="x")
    assert words(plan) == [
        ("organisatie", NIEUW),
        ("locatie", NIEUW),
        ("plek", NIEUW),
    ]
    assert not Voorziening.objects.exists()


def test_what_people_see_gets_a_column_and_the_rest_is_kept(world):
    take(world, DIENST)
    row = Voorziening.objects.get()
    assert (row.naam, row.bron, row.bron_id) == ("Maatje voor jou", "landelijk", "s1")
    assert row.organisatie.naam == "Stichting Samen"
    phone = row.telefoon_set.get()
    assert (phone.nummer, phone.mag_bellen) == ("0331234567", MagBellen.IEDEREEN)
    assert row.werkgebieden.get().gemeente == world.gemeente
    hours = row.openingstijd_set.get()
    assert (hours.dagen, str(hours.herhaal_tot)) == ("-1SU", "2027-01-31")
    place = row.plekken.get().locatie
    assert (place.soort, place.lat) == ("virtueel", None)
    assert row.hsds["nieuw_veld"] == {"van": ["iemand", 1, True]}
    out = json.loads(everything(world))
    assert out["locations"][0]["latitude"] == 100
    assert out["locations"][0]["kleur_van_de_deur"] == "rood"
    assert out["services"][0]["phones"][0]["number"] == "033-1234567 keuze 2"
    assert out["services"][0]["schedules"][0]["opens_at"] == "14:00"


def test_a_second_time_nothing_is_new_and_no_date_moves(world):
    take(world, changed(DIENST, assured_date="2026-10-01"))
    before = everything(world)
    then = Voorziening.objects.get().gewijzigd_op
    versions = Voorziening.objects.get().versies.count()
    plan = take(world, changed(DIENST, assured_date="2026-10-01"))
    assert {wat for _, wat in words(plan)} == {GELIJK}
    assert everything(world) == before
    assert Voorziening.objects.get().gewijzigd_op == then
    assert Voorziening.objects.get().versies.count() == versions
    assert Telefoon.objects.count() == 1


def test_words_that_are_new_on_the_kaart_are_known_at_once(world):
    """Also of a page that says the same, when its organisation is called otherwise."""
    take(world, DIENST)
    assert {"maatje", "samen"} <= set(Zoekwoord.objects.values_list("woord", flat=True))
    take(world, changed(DIENST, organization={"id": "o1", "name": "Kameraden"}))
    assert Zoekwoord.objects.filter(woord="kameraden").exists()


def test_another_description_moves_no_day_of_checking(world):
    take(world, changed(DIENST, assured_date="2026-10-01"))
    plan = take(
        world, changed(DIENST, assured_date="2026-10-01", description="Anders.")
    )
    assert [r.velden for r in plan.regels if r.wat == VERANDERD] == [("description",)]
    assert Voorziening.objects.get().omschrijving == "Anders."
    assert [str(c.gecontroleerd_op) for c in Controle.objects.all()] == ["2026-10-01"]


def test_an_older_day_of_checking_does_not_come_back(world):
    take(world, changed(DIENST, assured_date="2026-10-01"))
    plan = take(world, changed(DIENST, assured_date="2026-01-01"))
    assert not plan.changes
    assert str(Controle.objects.get().gecontroleerd_op) == "2026-10-01"


def test_lists_that_are_named_are_taken_over_whole(world):
    take(world, DIENST)
    new = changed(
        DIENST,
        phones=[{"id": "p2", "number": "113"}, {"id": "p1", "number": "0331234560"}],
        schedules=[],
    )
    take(world, new)
    row = Voorziening.objects.get()
    assert [p.nummer for p in row.telefoon_set.all()] == ["113", "0331234560"]
    assert not row.openingstijd_set.exists()
    assert row.werkgebieden.count() == 1


def test_what_a_package_does_not_name_stays(world):
    take(world, DIENST)
    Voorziening.objects.update(kort="Van ons.")
    less = {k: DIENST[k] for k in ("id", "name", "status", "organization")}
    plan = take(world, less)
    assert not plan.changes
    row = Voorziening.objects.get()
    assert (row.kort, row.telefoon_set.count()) == ("Van ons.", 1)


def test_two_packages_that_both_number_from_1_never_merge(world):
    take(world, DIENST, bron="een")
    other = changed(DIENST, name="Iets anders", organization={"id": "o1", "name": "B"})
    take(world, other, bron="twee")
    assert Voorziening.objects.count() == 2
    assert Organisatie.objects.filter(naam__in=["Stichting Samen", "B"]).count() == 2
    assert not take(world, DIENST, bron="een").changes
    assert not take(world, other, bron="twee").changes


def test_an_organisation_that_is_there_already_keeps_its_own_words(world, profiel):
    theirs = {"id": "o9", "name": "ggz lindestroom", "description": "Iets anders."}
    plan = take(world, changed(DIENST, organization=theirs))
    assert Voorziening.objects.get().organisatie == world.ggz
    profiel.refresh_from_db()
    assert profiel.omschrijving == "Hulp bij psychische klachten."
    assert any("staat al op de kaart" in note.zin for note in plan.opmerkingen)
    assert not take(world, changed(DIENST, organization=theirs)).changes


def test_a_parent_and_a_following_service_may_be_new_themselves(world):
    terms = [
        {"id": "b", "name": "Onder", "parent_id": "a"},
        {"id": "a", "name": "Boven"},
    ]
    pakket = read({"taxonomy_terms": terms, "services": [
        changed(DIENST, nk_vervolg="s2", attributes=[{"id": "k", "value": "v", "taxonomy_term": {"id": "b", "name": "Onder"}}]),
        changed(DIENST, id="s2", name="Verder", phones=[], schedules=[], service_areas=[], service_at_locations=[]),
    ]})  # fmt: skip
    uitwisselen.take_in(pakket=pakket, regio=world.regio, bron="x")
    assert Term.objects.get(naam="Onder").boven.naam == "Boven"
    assert Voorziening.objects.get(bron_id="s1").vervolg.naam == "Verder"
    assert Kenmerk.objects.get().term.naam == "Onder"
    again = read({"taxonomy_terms": terms})
    assert not uitwisselen.take_in(pakket=again, regio=world.regio, bron="x").changes


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_term_without_one_above_it_any_more_is_at_the_top(world, form):
    def terms(*rows: tuple[str, str | None]):
        if form == "json":
            said = [{"id": key, "name": key, "parent_id": above} for key, above in rows]
            pakket = read({"taxonomy_terms": said})
        else:
            lines = [f"{key},{key},{above or ''}" for key, above in rows]
            data = "\n".join(["id,name,parent_id", *lines]).encode()
            pakket = read_package([("taxonomy_terms.csv", data)])
        return uitwisselen.take_in(pakket=pakket, regio=world.regio, bron="x")

    terms(("a", None), ("b", "a"))
    assert Term.objects.get(naam="b").boven.naam == "a"
    plan = terms(("b", None), ("a", "b"))  # the other way round, and no ring
    assert plan.tellingen["woord"]["veranderd"] == 2
    assert Term.objects.get(naam="b").boven is None
    assert Term.objects.get(naam="a").boven.naam == "b"
    assert not terms(("b", None), ("a", "b")).changes


def test_a_term_whose_package_says_nothing_of_one_above_it_keeps_it(world):
    whole = [{"id": "a", "name": "a"}, {"id": "b", "name": "b", "parent_id": "a"}]
    for said in (whole, [{"id": "b", "name": "Beter"}]):
        pakket = read({"taxonomy_terms": said})
        uitwisselen.take_in(pakket=pakket, regio=world.regio, bron="x")
    assert Term.objects.get(naam="Beter").boven.naam == "a"


@pytest.mark.parametrize(
    ("key", "rows", "words"),
    [
        ("nk_trefwoorden", [f"woord {n}" for n in range(34)], "34 trefwoorden"),
        ("languages", [{"id": str(n), "name": f"Taal {n}"} for n in range(31)], "31 talen"),
    ],
)  # fmt: skip
def test_more_words_than_our_form_takes_are_all_kept_and_said(world, key, rows, words):
    plan = take(world, changed(DIENST, **{key: rows}))
    assert any(words in note.zin for note in plan.opmerkingen)
    row = Voorziening.objects.get()
    kept = row.trefwoorden if key == "nk_trefwoorden" else row.talen.all()
    assert len(kept) == len(rows)


def test_where_to_go_meanwhile_may_be_new_and_only_of_this_package(world, opvang):
    def closed(other):
        period = {"id": UUIDS[3], "van": "2027-08-01", "alternatief": other}
        return changed(DIENST, nk_sluitingsperiodes=[period])

    other = changed(DIENST, id="s2", name="Verder", phones=[], schedules=[],
                    service_areas=[], service_at_locations=[])  # fmt: skip
    take(world, closed("s2"), other)
    period = Sluitingsperiode.objects.get()
    assert period.alternatief.naam == "Verder"
    assert not take(world, closed("s2"), other).changes
    plan = take(world, closed(str(opvang.uuid)), other)
    assert any("andere plek zit niet in dit pakket" in n.zin for n in plan.opmerkingen)
    period.refresh_from_db()
    assert period.alternatief != opvang


def test_another_name_of_what_is_said_with_it_changes_a_provision_too(world):
    term = {"id": "t", "name": "Woord"}
    said = changed(
        DIENST, attributes=[{"id": "k", "value": "v", "taxonomy_term": term}]
    )
    take(world, said)
    place = {
        "id": "l1",
        "location": {"id": "v1", "location_type": "virtual", "name": "Ander"},
    }
    other = {"id": "k", "value": "v", "taxonomy_term": term | {"name": "Ander"}}
    for change in (
        {"organization": DIENST["organization"] | {"description": "Ander"}},
        {"service_at_locations": [place]},
        {"attributes": [other]},
    ):
        Voorziening.objects.update(gewijzigd_op=LANG_GELEDEN)
        take(world, said | change)
        assert Voorziening.objects.get().gewijzigd_op > LANG_GELEDEN, change


def test_a_zero_that_fell_off_is_put_back_and_said(world):
    plan = take(world, changed(DIENST, phones=[{"id": "p", "number": 612345678}]))
    assert Telefoon.objects.get().nummer == "0612345678"
    (note,) = plan.opmerkingen
    assert note.waarde == "612345678"
    assert "06 – 12 34 56 78" in note.zin


def test_words_in_the_place_of_a_number_are_kept_and_not_dialled(world):
    phones = [{"id": UUIDS[1], "number": "zie website"}]
    plan = take(world, changed(DIENST, phones=phones))
    assert [n.waarde for n in plan.opmerkingen if "tonen het niet" in n.zin] == [
        "zie website"
    ]
    assert not Telefoon.objects.exists()
    out = json.loads(everything(world))
    assert out["services"][0]["phones"] == [{"id": UUIDS[1], "number": "zie website"}]


def test_a_secret_place_leaves_its_address_at_the_door(world):
    secret = {
        "id": "v9",
        "location_type": "physical",
        "nk_geheim": True,
        "name": KANARIE,
        "latitude": 52.1,
        "longitude": 5.1,
        "addresses": [{"id": "a", "address_1": KANARIE}],
        "phones": [{"id": "q", "number": "0338888881", "description": KANARIE}],
    }
    place = {"id": "l9", "description": KANARIE, "location": secret}
    plan = take(world, changed(DIENST, service_at_locations=[place]))
    assert Locatie.objects.get().geheim
    assert KANARIE not in everything(world).decode()
    assert not Telefoon.objects.filter(nummer="0338888881").exists()
    assert any("geheim" in note.zin for note in plan.opmerkingen)
    assert KANARIE not in str(plan.opmerkingen)
    assert not take(world, changed(DIENST, service_at_locations=[place])).changes


def test_a_known_place_that_becomes_secret_loses_what_we_had_of_it(world):
    there = {
        "id": "v1",
        "location_type": "physical",
        "name": KANARIE,
        "addresses": [{"id": "a", "address_type": "physical", "address_1": KANARIE}],
        "phones": [{"id": "q", "number": "0338888881"}],
    }
    place = {"id": "l1", "description": KANARIE, "location": there}
    take(world, changed(DIENST, service_at_locations=[place]))
    loose = {
        "tabel": "foto",
        "sleutel": "1",
        "rij": {"location_id": "v1", "x": KANARIE},
    }
    Pakketrij.objects.create(regio=world.regio, bron="landelijk", **loose)
    assert KANARIE in everything(world).decode()
    there["nk_geheim"] = True
    plan = take(world, changed(DIENST, service_at_locations=[place]))
    row = Locatie.objects.get()
    assert row.geheim
    assert {said.adres for said in row.versies.all()} == {""}
    assert KANARIE not in everything(world).decode()
    assert not Telefoon.objects.filter(nummer="0338888881").exists()
    assert any("kun je niet terugdraaien" in note.zin for note in plan.opmerkingen)
    assert ("U", "locatie", "lindestroom") in lines()
    assert not take(world, changed(DIENST, service_at_locations=[place])).changes


def test_a_number_that_we_kept_for_referrers_is_not_opened_or_lost(world):
    take(world, DIENST)
    Telefoon.objects.update(mag_bellen=MagBellen.VERWIJZERS)
    row = Voorziening.objects.get()
    row.telefoon_set.create(nummer="0339999991", mag_bellen=MagBellen.EIGEN)
    plan = take(world, changed(DIENST, description="Nieuw"))
    assert [r.velden for r in plan.regels if r.wat == VERANDERD] == [("description",)]
    take(world, changed(DIENST, phones=[]))
    kept = set(Telefoon.objects.values_list("nummer", "mag_bellen"))
    assert kept == {("0331234567", "verwijzers"), ("0339999991", "eigen")}


def test_closed_for_now_ends_when_the_package_says_so(world):
    take(world, changed(DIENST, status="temporarily closed"))
    row = Voorziening.objects.get()
    assert row.status == Status.ACTIEF
    assert row.sluitingsperiodes.get().tot is None
    assert not take(world, changed(DIENST, status="temporarily closed")).changes
    take(world, DIENST)
    assert not row.sluitingsperiodes.exists()


def test_what_stopped_gets_a_date_and_what_is_gone_is_said(world):
    take(world, DIENST)
    other = changed(DIENST, id="s2", name="Ander", status="defunct",
                    service_at_locations=[], phones=[])  # fmt: skip
    plan = take(world, other)
    assert plan.weg == ["Maatje voor jou"]
    assert Voorziening.objects.get(bron_id="s2").gestopt_op == world.today
    assert Voorziening.objects.get(bron_id="s1").status == Status.ACTIEF


def test_the_words_of_the_package_go_out_again_until_somebody_changes_them(world):
    said = "2023-03-15T10:30:45.123Z"
    take(world, changed(DIENST, last_modified=said))
    assert json.loads(everything(world))["services"][0]["last_modified"] == said
    row = Voorziening.objects.get()
    row.save()
    assert json.loads(everything(world))["services"][0]["last_modified"] != said
    phone = row.telefoon_set.get()
    phone.nummer = "0881234567"
    phone.save()
    out = json.loads(everything(world))["services"][0]
    assert out["phones"][0]["number"] == "0881234567"


def test_one_line_in_the_log_says_that_a_package_came_in(world):
    take(world, DIENST)
    assert lines() == [("U", "sociale_kaart", "lindestroom")]


def test_words_and_loose_rows_come_in_by_themselves_too(world):
    words = {"taxonomy_terms": [{"id": "a", "name": "A"}], "foto": [{"id": "1"}]}
    for wat in (NIEUW, GELIJK):
        pakket = read(words)
        plan = uitwisselen.take_in(pakket=pakket, regio=world.regio, bron="x")
        assert [(r.soort, r.naam, r.wat) for r in plan.regels] == [("woord", "A", wat)]
        assert plan.tellingen["woord"][wat] == 1
        assert any("Deze tabel kennen we niet" in note.zin for note in plan.opmerkingen)
        assert Term.objects.get().naam == "A"
        assert Pakketrij.objects.get().rij == {"id": "1"}


def test_what_else_an_organisation_is_comes_in_and_can_be_emptied(world):
    def of(kinds) -> dict:
        return changed(DIENST, organization=DIENST["organization"] | kinds)

    take(world, of({"nk_ook_soorten": ["hic", "iht"]}))
    kept = Organisatie.objects.filter(naam="Stichting Samen")
    assert kept.get().ook_soorten == ["hic", "iht"]
    take(world, of({}))
    assert kept.get().ook_soorten == ["hic", "iht"]
    take(world, of({"nk_ook_soorten": []}))
    assert kept.get().ook_soorten == []
