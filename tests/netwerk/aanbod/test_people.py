"""Whom to ask for: for everybody, or for colleagues who log in (N2)."""

import json

from django.test import Client
from django.urls import reverse

import pytest

from netwerk.documents import hsds as documents
from netwerk.models import Contact, Telefoon
from netwerk.selectors.hsds import Blik
from tests.netwerk.aanbod.pages import sheet, step, text_of
from tests.netwerk.meldingen.pages import log_lines
from tests.netwerk.voorstellen.pages import forms_of
from tests.pdf.checker import text
from tests.world import browser

BALIE = {
    "functie_nieuw": "De balie",
    "email_nieuw": "balie@ggz.example",
    "telefoon_nieuw": "0100203040",
}
COLLEGAS = {"zichtbaar_nieuw": "collegas"}


@pytest.fixture
def here(world) -> str:
    return reverse("organisatiemensen", args=[world.ggz.uuid])


def add(who, here: str, **typed):
    return browser(who).post(here, sheet(who, here, **typed))


def page_of(row, who=None) -> str:
    visitor = browser(who) if who else Client()
    return text_of(visitor.get(f"/sociale-kaart/{row.slug}/"))


def test_whom_to_ask_for_at_an_organisation_stands_with_what_names_nobody(world, here):
    row, other = world.voorziening(), world.voorziening("Anders")
    other.contact_set.create(functie="Gastvrouw")
    assert add(world.olga, here, **BALIE).status_code == 302
    for words in ("De balie", "balie@ggz.example", "20 30 40"):
        assert words in page_of(row)
        assert words not in page_of(other)
    assert log_lines() == [("C", "organisatie", "mensen")]
    profile = reverse("organisatieprofiel", args=[world.ggz.uuid])
    assert "De balie" in text_of(browser(world.teun).get(profile))


def test_for_colleagues_alone_a_visitor_finds_it_nowhere(world, here):
    row = world.voorziening()
    add(world.olga, here, **BALIE, **COLLEGAS)
    (phone,) = Telefoon.objects.all()
    assert phone.mag_bellen == "verwijzers"
    said = [
        page_of(row),
        text(Client().get(reverse("voorziening_pdf", args=[row.slug])).content),
        *(
            Client().get(f"/api/hsds/{path}").content.decode()
            for path in ("services?full=true", "organizations?full=true")
        ),
        documents.as_json(world.regio, Blik.iedereen()).decode(),
        *(d.decode() for _, d in documents.as_tables(world.regio, Blik.iedereen())),
    ]
    for part in said:
        for words in ("balie", "20 30 40", "0100203040"):
            assert words not in part.lower()
    assert "De balie" in page_of(row, world.petra)
    assert "Alleen voor collega’s" in page_of(row, world.petra)


def test_a_person_of_a_provision_has_a_number_out_and_in_again(world):
    row = world.voorziening()
    typed = BALIE | {"naam_nieuw": "Balie Noord"}
    step(world.olga, row, "mensen", **typed)
    assert "20 30 40" in page_of(row)
    contact = Contact.objects.get()
    whole = json.loads(documents.as_json(world.regio, Blik.alles()))
    assert "0100203040" in json.dumps(whole)
    phone = Telefoon.objects.get()
    assert (phone.contact, phone.mag_bellen) == (contact, "iedereen")
    phone.mag_bellen = "eigen"  # as a package may say
    phone.save()
    step(world.olga, row, "mensen", **{f"naam_{contact.uuid}": "Balie Zuid"})
    phone.refresh_from_db()
    assert phone.mag_bellen == "eigen"
    where = reverse("voorstel_doen", args=[row.slug, "mensen"])
    assert "20 30 40" not in browser(world.petra).get(where).content.decode()
    step(world.olga, row, "mensen", **{f"zichtbaar_{contact.uuid}": "collegas"})
    phone.refresh_from_db()
    assert phone.mag_bellen == "verwijzers"
    assert "20 30 40" not in page_of(row)
    step(world.olga, row, "mensen", **{f"telefoon_{contact.uuid}": ""})
    assert not Telefoon.objects.exists()
    answer = step(world.olga, row, "mensen", **{f"telefoon_{contact.uuid}": "12"})
    assert answer.status_code == 422


def test_so_it_is_with_people_of_a_provision(world):
    row = world.voorziening()
    step(world.olga, row, "mensen", functie_nieuw="De balie", **COLLEGAS)
    assert "De balie" not in page_of(row)
    assert "De balie" in page_of(row, world.petra)
    api = Client().get(f"/api/hsds/services/{row.uuid}").content.decode()
    assert "balie" not in api


def test_it_goes_out_and_comes_in_again_for_who_manages_the_region(world, here):
    world.voorziening()
    add(world.olga, here, **BALIE, **COLLEGAS)
    whole = json.loads(documents.as_json(world.regio, Blik.alles()))
    said = json.dumps(whole)
    assert '"nk_zichtbaar": "collegas"' in said
    assert "0100203040" in said


def test_who_may_not_know_of_a_person_cannot_propose_about_them(world):
    row = world.voorziening(kort="Koffie.")
    row.contact_set.create(functie="De balie")
    row.contact_set.create(functie="Geheime balie", zichtbaar="collegas")
    where = reverse("voorstel_doen", args=[row.slug, "mensen"])
    for who in (world.petra, world.gemma):
        answer = browser(who).get(where)
        if answer.status_code == 200:
            shown = str(forms_of(who, where)[where].values())
            known = "Alleen voor collega’s" in page_of(row, who)
            assert ("Geheime balie" in shown) is known


def test_emptied_it_goes_with_its_number_and_a_wrong_number_is_said(world, here):
    answer = add(world.olga, here, functie_nieuw="Balie", telefoon_nieuw="12")
    assert answer.status_code == 422
    assert not Contact.objects.exists()
    add(world.olga, here, **BALIE)
    key = Contact.objects.get().uuid
    add(world.olga, here, **{f"telefoon_{key}": "0100506070"})
    assert Telefoon.objects.get().nummer == "0100506070"
    parts = ("functie", "naam", "email", "telefoon")
    add(world.olga, here, **{f"{part}_{key}": "" for part in parts})
    assert not Contact.objects.exists()
    assert not Telefoon.objects.exists()


def test_sent_twice_a_person_is_added_once(world, here):
    form = sheet(world.olga, here, **BALIE)
    for _ in range(2):
        assert browser(world.olga).post(here, form).status_code == 302
    assert Contact.objects.count() == Telefoon.objects.count() == 1


def test_of_another_organisation_it_is_not_there(world):
    there = reverse("organisatiemensen", args=[world.blik.uuid])
    assert browser(world.olga).get(there).status_code == 404
