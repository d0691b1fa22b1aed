"""Two pages about the same help become one, and everything leads to it."""

from datetime import timedelta
from uuid import uuid4

from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import pytest

from netwerk.choices import Eindereden
from netwerk.models import (
    Controle,
    Locatie,
    Samenvoeging,
    Sluitingsperiode,
    Telefoon,
    Voorstel,
    Voorziening,
)
from netwerk.services import samenvoegen as services
from netwerk.services.bevestiging import ask
from netwerk.services.voorzieningen import free_slug
from netwerk.services.wachttijden import Weg, take_away
from tests.netwerk.aanbod.pages import HERE, text_of
from tests.netwerk.aanbod.test_waits import wait
from tests.netwerk.dubbelen.pages import beside, form_of, merge
from tests.netwerk.meldingen.pages import log_lines
from tests.netwerk.voorstellen.pages import propose
from tests.world import browser
from toegang.roles import roles_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def blijft(world):
    return world.voorziening(kort="Koffie.", min_leeftijd=18)


@pytest.fixture
def ander(world):
    return world.voorziening(
        "Inloop de veranda", organisatie=world.blik, kort="Thee.", max_leeftijd=27
    )


def place(world, plek, adres):
    made = Locatie.objects.create(regio=world.regio, adres=adres, plaats="Lindehoven")
    plek.plekken.create(regio=world.regio, locatie=made)
    return made


# --- what stays


def test_each_part_stays_of_the_one_that_was_chosen(world, blijft, ander):
    merge(world.teun, blijft, ander, kort="ander", min_leeftijd="ander", naam="blijft")
    assert (blijft.naam, blijft.kort) == ("Inloop De Veranda", "Thee.")
    assert (blijft.min_leeftijd, blijft.max_leeftijd) == (None, 27)
    assert list(Voorziening.objects.all()) == [blijft]


def test_of_rows_those_of_one_or_of_both_without_doubles(world, blijft, ander):
    for row, nummers in ((blijft, ("1", "2")), (ander, ("2", "3"))):
        for nummer in nummers:
            Telefoon.objects.create(voorziening=row, nummer=nummer)
        place(world, row, f"Dorpsweg {row.pk}")
    merge(world.teun, blijft, ander, telefoon_set="samen", plekken="ander")
    numbers = blijft.telefoon_set.order_by("nummer").values_list("nummer", flat=True)
    assert list(numbers) == ["1", "2", "3"]
    assert Locatie.objects.get().plekken.get().voorziening == blijft


def test_at_one_address_the_numbers_and_people_of_both_stay(world, blijft, ander):
    shared = place(world, ander, "Dorpsweg 1")
    theirs = ander.plekken.get()
    mine = blijft.plekken.create(regio=world.regio, locatie=shared)
    for plek, nummers in ((mine, ("1", "2")), (theirs, ("2", "3"))):
        for nummer in nummers:
            Telefoon.objects.create(plek=plek, nummer=nummer)
    theirs.contact_set.create(functie="Balie")
    theirs.openingstijd_set.create(dagen="MO", opent_om="09:00", sluit_om="12:00")
    made = propose(world.petra, ander)
    Voorstel.objects.update(plek=theirs, stap="adres")
    merge(world.teun, blijft, ander, plekken="samen")
    numbers = mine.telefoon_set.order_by("nummer").values_list("nummer", flat=True)
    assert list(numbers) == ["1", "2", "3"]
    assert mine.contact_set.get().functie == "Balie"
    assert mine.openingstijd_set.exists()
    made.refresh_from_db()
    assert made.plek == mine


def test_what_hangs_on_an_address_is_seen_before_one_goes(world, blijft, ander):
    for row in (blijft, ander):
        place(world, row, "Dorpsweg 1")
    assert "plekken" not in form_of(world.teun, beside(blijft, ander))
    Telefoon.objects.create(plek=ander.plekken.get(), nummer="0100203040")
    assert "plekken" in form_of(world.teun, beside(blijft, ander))


def test_a_place_that_others_stand_at_stays(world, blijft, ander):
    shared = place(world, ander, "Dorpsweg 1")
    other = world.voorziening("Herstelgroep")
    other.plekken.create(regio=world.regio, locatie=shared)
    blijft.plekken.create(regio=world.regio, locatie=shared)
    merge(world.teun, blijft, ander, plekken="samen")
    assert {plek.voorziening for plek in shared.plekken.all()} == {blijft, other}


@pytest.mark.parametrize(
    ("choice", "days"),
    [
        ({"telefoon_set": "blijft"}, 5),
        ({"telefoon_set": "ander"}, 2),
        ({"telefoon_set": "samen"}, 5),  # the first of the two
        ({}, 2),  # both said the same: the last look counts
    ],
    ids=str,
)
def test_a_look_counts_for_what_was_looked_at(world, blijft, ander, choice, days):
    for row, ago in ((blijft, 5), (ander, 2)):
        day = world.today - timedelta(days=ago)
        Controle.objects.create(voorziening=row, veld="telefoon", gecontroleerd_op=day)
    merge(world.teun, blijft, ander, **choice)
    check = blijft.controles.get(veld="telefoon")
    assert check.gecontroleerd_op == world.today - timedelta(days=days)


def test_put_together_with_what_nobody_looked_at_nobody_looked(world, blijft, ander):
    Controle.objects.create(
        voorziening=blijft, veld="telefoon", gecontroleerd_op=world.today
    )
    merge(world.teun, blijft, ander, telefoon_set="samen")
    assert not blijft.controles.filter(veld="telefoon").exists()


def test_waits_reports_and_proposals_of_both_are_kept(world, blijft, ander):
    wait(blijft)
    wait(ander)
    report = world.melding(ander)
    waits = propose(world.petra, ander)
    merge(world.teun, blijft, ander)
    assert blijft.wachttijden.count() == 2
    answer = Client().get(reverse("melding_volgen", args=[report.nummer]))
    assert blijft.naam in text_of(answer)
    waits.refresh_from_db()
    assert (waits.voorziening, waits.organisatie) == (blijft, world.ggz)
    assert Voorstel.objects.to_answer(_as(world.olga)).get() == waits


def test_a_wait_that_was_taken_away_stays_away(world, blijft, ander):
    gone, door = wait(ander), "Ggz Lindestroom"
    take_away(weg=[Weg(uuid4(), gone, Eindereden.VERGISSING.value, door)])
    merge(world.teun, blijft, ander)
    assert not blijft.wachttijden.exists()
    assert blijft.wachteinden.get().metingen(manager="alles").get() == gone


def _as(user):
    user.actieve_rol = roles_of(user)[0]
    return user


def test_what_sent_people_to_the_other_sends_them_here(world, blijft, ander):
    stopped = world.voorziening("Oud", vervolg=ander)
    closed = Sluitingsperiode.objects.create(
        voorziening=stopped, van=world.today, alternatief=ander
    )
    own = Sluitingsperiode.objects.create(
        voorziening=blijft, van=world.today, alternatief=ander
    )
    Voorziening.objects.filter(pk=blijft.pk).update(vervolg=ander)
    merge(world.teun, blijft, ander)
    for row in (stopped, closed, own):
        row.refresh_from_db()
    assert (stopped.vervolg, closed.alternatief) == (blijft, blijft)
    assert (own.alternatief, blijft.vervolg) == (None, None)


def test_every_kind_of_row_that_hangs_on_a_provision_has_its_place_in_merging():
    """A new one: choose in selectors.dubbelen (parts) or services.samenvoegen (ALWAYS)."""
    chosen = {
        getattr(Voorziening, deel.rijen).rel.related_model
        for deel in services.parts()
        if deel.rijen
    }
    elsewhere = {"Voorziening", "Kenmerk", "Controle", "Samenvoeging"}
    forgotten = {"Bevestigingslink", "Geendubbel", "VoorzieningVersie"}
    there = {rel.related_model for rel in Voorziening._meta.related_objects}
    rest = {model.__name__ for model in there - chosen - set(services.ALWAYS)}
    assert {
        name for name in rest if not name.endswith("Versie")
    } <= elsewhere | forgotten


# --- where it leads


def test_the_old_address_leads_to_the_new_one_for_good(world, blijft, ander):
    old = ander.slug
    merge(world.teun, blijft, ander)
    for name in ("voorziening", "voorziening_pdf"):
        answer = Client().get(reverse(name, args=[old]))
        assert answer.status_code == 301
        assert answer["Location"] == reverse(name, args=[blijft.slug])
    answer = Client().get(reverse("melding_nieuw", args=[old]))
    assert f"Over {blijft.naam}" in text_of(answer)


def test_the_old_address_is_never_given_away_again(world, blijft, ander):
    Voorziening.objects.filter(pk=ander.pk).update(slug="inloop-de-veranda")
    ander.refresh_from_db()
    merge(world.teun, blijft, ander)
    assert free_slug("Inloop de veranda") == "inloop-de-veranda-2"


def test_programs_get_that_the_old_id_is_not_there(world, blijft, ander):
    merge(world.teun, blijft, ander)
    status = {
        row.pk: Client().get(reverse("hsds_service", args=[uuid])).status_code
        for row, uuid in (
            (blijft, blijft.uuid),
            (ander, Samenvoeging.objects.get().oud_uuid),
        )
    }
    assert list(status.values()) == [200, 404]


def test_what_was_merged_can_be_merged_again_and_all_leads_to_the_last(
    world, blijft, ander
):
    last = world.voorziening("Inloop")
    first = ander.slug
    merge(world.teun, blijft, ander)
    merge(world.teun, last, blijft)
    for slug in (first, Samenvoeging.objects.latest("pk").oud_slug):
        answer = Client().get(reverse("voorziening", args=[slug]))
        assert answer["Location"] == reverse("voorziening", args=[last.slug])


def test_the_other_way_round_there_is_nothing_left_to_merge(world, blijft, ander):
    there = Voorziening.objects.get(pk=ander.pk)
    merge(world.teun, blijft, ander)
    with pytest.raises(services.Gone):
        services.merge(blijft=there, ander=blijft, keuzes={}, door=world.teun)
    with pytest.raises(services.Gone):
        services.merge(blijft=blijft, ander=blijft, keuzes={}, door=world.teun)


def test_two_regions_each_keep_their_own(world, blijft):
    away = world.voorziening("Inloop", regio=world.elders)
    with pytest.raises(services.OtherRegion):
        services.merge(blijft=blijft, ander=away, keuzes={}, door=world.teun)


# --- as the page does it


def test_seen_side_by_side_and_sent_it_is_one_and_everybody_knows(world, blijft, ander):
    address = beside(blijft, ander)
    page = text_of(browser(world.teun).get(address))
    assert page.index("Koffie.") < page.index("Thee.")
    sent = form_of(world.teun, address) | {"kort": "ander"}
    for _ in range(2):
        answer = browser(world.teun).post(address, sent)
        assert answer["Location"] == f"{HERE}{blijft.uuid}/"
    blijft.refresh_from_db()
    assert (blijft.kort, blijft.organisatie) == ("Thee.", world.ggz)
    assert {*mail.outbox[0].to, *mail.outbox[1].to} == {
        world.olga.email,
        world.oscar.email,
    }
    assert log_lines()[-2:] == [
        ("D", "voorziening", "samengevoegd"),
        ("U", "voorziening", "samengevoegd"),
    ]
    past = text_of(browser(world.olga).get(f"{HERE}{blijft.uuid}/geschiedenis/"))
    assert "Door Teun" in past
    assert "met Inloop de veranda" in past
    assert past.count("Gemaakt") == 2


def test_what_the_one_that_stays_does_not_say_comes_from_the_other(
    world, blijft, ander
):
    Voorziening.objects.filter(pk=ander.pk).update(omschrijving="Elke dag open.")
    sent = form_of(world.teun, beside(blijft, ander))
    assert (sent["omschrijving"], sent["kort"]) == ("ander", "blijft")
    assert "capaciteit" not in sent  # the same in both


def test_what_changed_meanwhile_is_looked_at_again(world, blijft, ander):
    address = beside(blijft, ander)
    sent = form_of(world.teun, address)
    Voorziening.objects.filter(pk=ander.pk).update(kort="Soep.")
    answer = browser(world.teun).post(address, sent)
    assert answer.status_code == 422
    assert "Er is net iets veranderd" in text_of(answer)
    assert Voorziening.objects.count() == 2
    assert (
        browser(world.teun).post(address, form_of(world.teun, address)).status_code
        == 302
    )


def test_a_letter_about_the_other_does_not_reach_this_one(world, blijft, ander):
    code = ask(
        uuid=uuid4(), voorziening=ander, email="x@example.nl", velden=["telefoon"]
    )
    merge(world.teun, blijft, ander)
    assert Client().get(reverse("bevestig", args=[code])).status_code == 404


# --- looking for them


def test_what_looks_alike_is_named_until_somebody_says_it_is_two(world, blijft, ander):
    for row in (blijft, ander):
        place(world, row, "Dorpsweg 1")
    world.voorziening("Herstelgroep")
    both = {beside(blijft, ander), beside(ander, blijft)}

    def named() -> bool:
        page = browser(world.teun).get(reverse("dubbelen")).content.decode()
        return any(address in page for address in both)

    assert named()
    assert (
        beside(blijft, ander)
        in browser(world.teun)
        .get(reverse("dubbel_zoeken", args=[blijft.uuid]))
        .content.decode()
    )
    for _ in range(2):
        away = reverse("dubbel_twee", args=[ander.uuid, blijft.uuid])
        browser(world.teun).post(away)
    assert not named()


def test_by_name_any_other_of_the_region_is_found(world, blijft):
    other = world.voorziening("Koffiehuis", status="inactief")
    away = world.voorziening("Koffie elders", regio=world.elders)
    address = reverse("dubbel_zoeken", args=[blijft.uuid])
    page = browser(world.teun).get(address, {"q": "koffie"}).content.decode()
    assert beside(blijft, other) in page
    assert beside(blijft, away) not in page
    assert "Niets gevonden" in text_of(browser(world.teun).get(address, {"q": "zzz"}))


def test_the_pages_ask_the_same_whatever_there_is(world):
    def asked() -> int:
        client = browser(world.teun)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("dubbelen")).status_code == 200
        return len(queries)

    world.voorziening()
    world.voorziening()
    few = asked()
    for _ in range(5):
        world.voorziening()
    assert asked() == few
