"""Who does not keep a page proposes what should be different; nothing changes yet."""

from django.core import mail
from django.urls import reverse

import pytest

from netwerk.models import Telefoon, Voorstel
from tests.netwerk.aanbod.pages import text_of
from tests.netwerk.meldingen.pages import log_lines
from tests.netwerk.voorstellen.pages import forms_of, page_of, step_of
from tests.world import browser

KORT = {"kort": "Koffie en een praatje."}


@pytest.fixture
def row(world):
    return world.voorziening(kort="Koffie.")


def test_only_what_differs_is_kept_with_before_and_after(world, row):
    answer = step_of(world.petra, row, "basis", **KORT, toelichting="Ik was er.")
    made = Voorstel.objects.get()
    assert answer["Location"] == page_of(made)
    (veld,) = made.velden
    assert (veld["naam"], veld["voor"], veld["na"]) == (
        "kort",
        ["Koffie."],
        [*KORT.values()],
    )
    assert (made.door, made.namens) == (world.petra, "Ggz Lindestroom")
    row.refresh_from_db()
    assert row.kort == "Koffie."
    assert log_lines() == [("C", "voorstel", "basis")]


def test_who_keeps_it_hears_without_a_word_of_it(world, row):
    step_of(world.oscar, row, "basis", **KORT)
    (letter,) = mail.outbox
    assert letter.to == [world.olga.email]
    assert page_of(Voorstel.objects.get()) in letter.body
    assert KORT["kort"] not in letter.body


def test_sent_twice_it_is_there_once(world, row):
    address = reverse("voorstel_doen", args=[row.slug, "basis"])
    sent = forms_of(world.petra, address)[address] | KORT
    for _ in range(2):
        assert browser(world.petra).post(address, sent).status_code == 302
    assert Voorstel.objects.count() == len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("typed", "zin"),
    [
        ({}, "Er is nog niets anders"),
        ({"naam": ""}, "Vul dit in"),
        ({"toelichting": "x" * 1_001}, "Dit is te lang"),
    ],
    ids=["nothing", "empty", "too long"],
)
def test_what_is_wrong_is_said(world, row, typed, zin):
    answer = step_of(world.petra, row, "basis", **typed)
    assert answer.status_code == 422
    assert zin in text_of(answer)
    assert not Voorstel.objects.exists()


def test_choices_are_kept_in_words(world, row):
    step_of(world.petra, row, "aanmelden", zelf_aanmelden="ja", verwijzers=["huisarts"])
    said = {
        v["naam"]: (v["voor_zegt"], v["na_zegt"]) for v in Voorstel.objects.get().velden
    }
    assert said == {
        "zelf_aanmelden": ("Weet ik niet", "Ja"),
        "verwijzers": ("Niets", "Huisarts of praktijkondersteuner"),
    }


def test_a_number_that_is_not_for_the_proposer_is_not_in_the_form(world, row):
    for wie, nummer in (("iedereen", "0100203040"), ("eigen", "0100506070")):
        Telefoon.objects.create(voorziening=row, nummer=nummer, mag_bellen=wie)
    address = reverse("voorstel_doen", args=[row.slug, "contact"])
    page = text_of(browser(world.petra).get(address))
    sent = str(forms_of(world.petra, address))
    assert "203040" in sent.replace(" ", "")
    assert "506070" not in (page + sent).replace(" ", "")


def test_a_page_that_is_missing_is_proposed_to_its_organisation(world):
    address = reverse("voorstel_nieuw")
    sent = forms_of(world.oscar, address)[address]
    more = {"naam": "Wandelgroep", "kort": "Samen lopen.", "organisatie": world.ggz.pk}
    browser(world.oscar).post(address, sent | more)
    made = Voorstel.objects.get()
    assert (made.organisatie, made.voorziening, made.naam) == (
        world.ggz,
        None,
        "Wandelgroep",
    )
    assert [letter.to for letter in mail.outbox] == [[world.olga.email]]


def test_not_for_an_organisation_that_stopped_or_is_ones_own(world):
    world.ggz.gestopt_op = world.today
    world.ggz.save()
    address = reverse("voorstel_nieuw")
    sent = forms_of(world.oscar, address)[address] | {"naam": "A", "kort": "B"}
    for organisatie in (world.ggz, world.blik):
        answer = browser(world.oscar).post(
            address, sent | {"organisatie": organisatie.pk}
        )
        assert answer.status_code == 422
    assert not Voorstel.objects.exists()


def test_the_page_of_a_provision_leads_there_for_who_may(world, row):
    address = reverse("voorziening", args=[row.slug])
    link = reverse("voorstel_kiezen", args=[row.slug])
    sees = {
        who: link in browser(getattr(world, who, None)).get(address).content.decode()
        for who in ("", "olga", "petra", "gemma", "verre_teun")
    }
    assert [who for who, there in sees.items() if there] == ["petra"]
