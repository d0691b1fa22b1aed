"""What is secret, not on the kaart yet or not any more leaves no trace in any output (N2).

Three addresses that nobody may find: a kanarie (secret), a parkiet (a draft) and a putter
(stopped). Each door is opened and searched for all three.
"""

import io
import json
import zipfile
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.urls import reverse

import pytest

from netwerk.choices import Status, Zichtbaar
from netwerk.documents import hsds as documents, werkblad
from netwerk.models import (
    Contact,
    Locatie,
    Openingstijd,
    Pakketrij,
    Telefoon,
    Voorziening,
    Voorzieningplek,
)
from netwerk.selectors.hsds import Blik
from netwerk.services.locaties import make_secret
from tests.netwerk.aanbod.pages import HERE, new
from tests.netwerk.zoeken.kaart import Kaart
from tests.pdf.checker import text
from tests.world import World, browser

pytestmark = pytest.mark.django_db
API = "/api/hsds/"
SECRET = ("kanarie", "0999111111", "52.0111", "5.5111")
DRAFT = ("parkiet", "0999222222", "52.0222", "5.5222")
STOPPED = ("putter", "0999333333", "52.0333", "5.5333")


@dataclass
class Doors:
    """Of one organisation; `open` is on the kaart with an address of its own."""

    world: World
    open: Voorziening
    secret: Voorziening
    draft: Voorziening
    stopped: Voorziening


@pytest.fixture
def doors(world) -> Doors:
    kaart = Kaart(world)
    found = Doors(
        world,
        open=kaart.zet("Inloop", punt=(52.01, 5.5)),
        secret=kaart.zet("Opvang", voor=world.regio),
        draft=kaart.zet(
            "Parkietencursus", voor=world.regio, status=Status.INACTIEF
        ),
        stopped=kaart.zet(
            "Soos", voor=world.regio, status=Status.GESTOPT, gestopt_op=date(2026, 10, 1),
            email="soos@putter.example", website="https://putter.example/",
        ),
    )  # fmt: skip
    hide(found.draft, DRAFT)
    hide(found.stopped, STOPPED)
    make_secret(locatie=hide(found.secret, SECRET))
    found.secret.telefoon_set.create(nummer="0331112233", toelichting="Intake")
    return found


def hide(v: Voorziening, traces: tuple[str, ...]) -> Locatie:
    """All that can say where something is."""
    word, number, lat, lon = traces
    locatie = Locatie.objects.create(
        regio=v.regio,
        organisatie=v.organisatie,
        naam=f"{word}huis",
        omschrijving=f"Naast de {word}",
        adres=f"{word}straat 1",
        postcode="3811 AB",
        plaats=f"{word}dorp",
        land="BE",
        lat=float(lat),
        lon=float(lon),
        vervoer=f"Halte {word}",
        website=f"https://{word}.example/",
        toegankelijk=[f"Lift bij de {word}"],
    )
    plek = Voorzieningplek.objects.create(
        regio=v.regio, voorziening=v, locatie=locatie, omschrijving=f"Bij de {word}"
    )
    for where in ({"locatie": locatie}, {"plek": plek}):
        Telefoon.objects.create(nummer=number, toelichting=word, **where)
        for wie in Zichtbaar:
            kim = Contact.objects.create(naam=f"Kim {word}", zichtbaar=wie, **where)
            Telefoon.objects.create(nummer=number, contact=kim)
        Openingstijd.objects.create(tekst=f"{word}: elke dag", **where)
    return locatie


def traces(said: str, looked_for=(*SECRET, *DRAFT, *STOPPED)) -> list[str]:
    return [trace for trace in looked_for if trace in said.lower()]


@pytest.mark.parametrize(
    "question",
    [
        "services",
        "services?full=true",
        "services?minimal=true",
        "services?full=true&modified_after=2020-01-01",
        "services?modified_after=2020-01-01",
        "services?full=true&postcode=Lindehoven",
        "services?search=parkiet",
        "organizations",
        "organizations?full=true",
        "organizations?full_service=true",
        "service_at_locations",
        "service_at_locations?full=true",
        "service_at_locations?full=true&postcode=Lindehoven&proximity=200000",
        "taxonomy_terms",
    ],
)
def test_no_trace_in_a_list_of_the_api(doors, question):
    answer = browser().get(f"{API}{question}")
    assert answer.status_code == 200
    assert traces(answer.content.decode()) == []


def test_no_trace_in_one_record_of_the_api(doors):
    def ask(path: str):
        return browser().get(f"{API}{path}")

    (ggz,) = ask("organizations").json()["contents"]
    whole = ask(f"organizations/{ggz['id']}?full_service=true")
    assert {v["name"] for v in whole.json()["services"]} == {"Inloop", "Opvang"}
    assert traces(whole.content.decode()) == []
    assert ask(f"services/{doors.draft.uuid}").status_code == 404
    assert traces(ask(f"services/{doors.secret.uuid}").content.decode()) == []
    for gone in (doors.draft, doors.stopped):
        plek = gone.plekken.get().uuid
        assert ask(f"service_at_locations/{plek}").status_code == 404


def test_of_what_stopped_the_api_says_that_and_where_to_go_instead(doors):
    Voorziening.objects.filter(pk=doors.stopped.pk).update(vervolg=doors.open)
    node = browser().get(f"{API}services/{doors.stopped.uuid}").json()
    (same,) = browser().get(f"{API}services?modified_after=2020-01-01&full=true&search=soos").json()["contents"]  # fmt: skip
    assert traces(json.dumps(node)) == []
    assert node == same
    assert (node["status"], node["nk_gestopt_op"]) == ("defunct", "2026-10-01")
    assert node["nk_vervolg"] == str(doors.open.uuid)
    assert set(node["organization"]) == {"id", "name", "description"}


def exports(doors: Doors, blik: Blik) -> dict[str, str]:
    regio = doors.world.regio
    book = zipfile.ZipFile(io.BytesIO(werkblad.as_workbook(regio, blik)))
    tables = documents.as_tables(regio, blik)
    return {
        "json": documents.as_json(regio, blik).decode(),
        "csv": "\n".join(data.decode() for _, data in tables),
        "xlsx": "\n".join(book.read(name).decode() for name in book.namelist()),
    }


def test_no_trace_in_a_file_for_everybody(doors):
    Pakketrij.objects.create(
        regio=doors.world.regio,
        tabel="addresses.csv",
        rij={"address_1": "Kanariestraat 1"},
    )
    for form, said in exports(doors, Blik.iedereen()).items():
        assert "Opvang" in said
        assert traces(said) == [], form


def test_an_organisation_with_nothing_on_the_kaart_is_in_no_file_for_everybody(doors):
    Voorziening.objects.update(organisatie=doors.world.blik)
    nothing = exports(doors, Blik.iedereen())
    assert "Ggz Lindestroom" in nothing["csv"]  # Inloop is at a place of theirs
    Locatie.objects.update(organisatie=None)
    Locatie.objects.filter(plekken__voorziening=doors.draft).update(
        organisatie=doors.world.ggz
    )
    assert "Ggz Lindestroom" not in exports(doors, Blik.iedereen())["csv"]


def test_no_trace_of_what_is_secret_in_a_file_with_everything(doors):
    for form, said in exports(doors, Blik.alles()).items():
        assert traces(said, SECRET) == [], form
        assert traces(said, DRAFT), form


def test_no_trace_on_a_page(doors):
    def page(v: Voorziening, name="voorziening"):
        return browser().get(reverse(name, args=[v.slug]) + "?plaats=Lindehoven")

    assert page(doors.draft).status_code == 404
    assert page(doors.draft, "voorziening_pdf").status_code == 404
    assert page(doors.stopped).status_code == 410
    for v in (doors.draft, doors.stopped, doors.secret):
        assert traces(page(v).content.decode()) == []
    for v in (doors.stopped, doors.secret):
        assert traces(text(page(v, "voorziening_pdf").content)) == []


def test_of_a_secret_place_no_country_and_no_person_is_kept(doors):
    place = doors.secret.plekken.get().locatie
    assert place.land == "NL"
    assert not place.versies.exclude(land="NL").exists()
    assert not Contact.objects.filter(naam__icontains="kanarie").exists()
    versions = Contact._meta.get_field("versies").related_model
    assert not versions.objects.filter(naam__icontains="kanarie").exists()


@pytest.mark.parametrize(
    "asked",
    [
        {"plaats": "Lindehoven"},
        {"plaats": "Lindehoven", "straal": "25"},
        {"plaats": "Lindehoven", "volgorde": "dichtbij"},
        {"q": "opvang", "plaats": "Lindehoven"},
    ],
)
def test_no_trace_in_a_search_or_its_sketch(doors, asked):
    page = browser().get(reverse("sociale_kaart"), asked).content.decode()
    assert "Opvang" in page
    assert traces(page) == []


@pytest.mark.parametrize(
    "asked",
    [
        {"plaats": "Lindehoven", "straal": "25"},
        {"q": "opvang", "plaats": "Lindehoven"},
        {"q": "soos", "regio": "lindestroom"},
        {"q": "parkietencursus", "regio": "lindestroom"},
    ],
)
def test_no_trace_in_a_search_on_paper(doors, asked):
    said = text(browser().get(reverse("sociale_kaart_pdf"), asked).content)
    found = said.lower().replace("‘parkietencursus’", "").replace("q=parkiet", "")
    assert ("Opvang" in said) is ("straal" in asked or asked.get("q") == "opvang")
    assert traces(found) == []


def test_no_trace_in_what_there_is_for_naasten_on_paper(doors):
    Voorziening.objects.update(voor_wie=["naasten"])
    where = reverse("voor_naasten_pdf") + "?regio=lindestroom"
    said = text(browser().get(where).content)
    assert "Opvang" in said
    assert traces(said) == []


def test_no_trace_in_a_worry_on_paper(doors):
    where = ["lindestroom", "regio", "zelfzorg"]
    said = text(browser().get(reverse("zorgen_soort_pdf", args=where)).content)
    assert "112" in said
    assert traces(said) == []


def test_no_trace_in_what_a_search_looks_in(doors):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT zoek::text FROM netwerk_voorziening WHERE status = 'actief'"
            " UNION ALL SELECT row_to_json(w)::text FROM netwerk_zoekwoord w"
        )
        said = "\n".join(row for (row,) in cursor.fetchall())
    assert "opvang" in said
    assert traces(said) == []


def test_no_trace_in_a_log_of_an_address_that_somebody_sent(doors, caplog):
    caplog.set_level("INFO")
    place = {"uuid": new(), "geheim": "ja", "adres": "Kanariestraat 1"}
    sent = browser(doors.world.olga).post(
        f"{HERE}{doors.open.uuid}/plek/", place | {"plaats": "Kanariedorp"}
    )
    assert sent.status_code == 302
    browser().get(reverse("sociale_kaart"), {"q": "kanariestraat"})
    browser().get(f"{API}services?search=kanariestraat")
    browser().get(f"{API}services?kanarie=1")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT row_to_json(r)::text FROM logboek.regel r"
            " WHERE id > current_setting('nk.proef_vanaf')::bigint"
        )
        kept = "\n".join(row for (row,) in cursor.fetchall())
    assert "antwoord" in caplog.text
    assert kept
    assert traces(caplog.text + kept, SECRET) == []
