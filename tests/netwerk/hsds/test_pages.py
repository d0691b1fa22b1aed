"""The pages of who manages a region: look first, then all of it or nothing."""

import io
import json
import re
import zipfile
from datetime import timedelta
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

import pytest
from openpyxl import load_workbook

from basis.uploads import LARGE
from netwerk.models import Importvoorbeeld, Voorziening
from netwerk.tasks import forget_imports
from tests.kompas.logs import lines
from tests.world import browser

pytestmark = pytest.mark.django_db
GOED = b"Naam;Organisatie;Telefoon\r\nMaatje;Samen;612345678\r\n"


@pytest.fixture
def teun(world):
    return browser(world.teun)


def send(who, data: bytes = GOED, name="plekken.csv", **more):
    form = {
        "uuid": str(more.pop("uuid", uuid4())),
        "bestand": SimpleUploadedFile(name, data),
        "herkomst": "ander",
        "bron": "Samen",
    }
    return who.post(reverse("uitwisselen"), form | more)


def unzipped(data: bytes) -> bytes:
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        (name,) = archive.namelist()
        return archive.read(name)


def afdruk(page) -> str:
    return re.search(r'name="afdruk" value="(\w+)"', page.content.decode())[1]


def test_first_it_is_shown_and_then_carried_out(teun):
    sent = send(teun)
    assert sent.status_code == 302
    page = teun.get(sent.url)
    text = page.content.decode()
    assert "Dit gaat er veranderen" in text
    assert "Er viel een 0 of + weg" in text
    assert not Voorziening.objects.exists()
    assert teun.post(sent.url, {"afdruk": afdruk(page)}).status_code == 302
    row = Voorziening.objects.get()
    assert (row.naam, row.bron) == ("Maatje", "Samen")
    done = Importvoorbeeld.objects.get()
    assert bytes(done.inhoud) == b""
    assert "Het bestand is ingelezen" in teun.get(sent.url).content.decode()
    assert ("U", "sociale_kaart", "lindestroom") in lines()


def test_a_second_yes_does_nothing_more(teun):
    sent = send(teun)
    said = afdruk(teun.get(sent.url))
    teun.post(sent.url, {"afdruk": said})
    before = len(lines())
    assert teun.post(sent.url, {"afdruk": said}).status_code == 302
    assert len(lines()) == before
    assert Voorziening.objects.count() == 1


def test_sent_twice_it_is_one_preview(teun):
    key = uuid4()
    assert send(teun, uuid=key).url == send(teun, uuid=key).url
    assert Importvoorbeeld.objects.count() == 1


def test_what_changed_meanwhile_is_shown_again(teun, world):
    sent = send(teun)
    said = afdruk(teun.get(sent.url))
    other = send(teun, GOED.replace(b"Maatje", b"Ander") + b"Maatje;Samen;113\r\n")
    teun.post(other.url, {"afdruk": afdruk(teun.get(other.url))})
    assert teun.post(sent.url, {"afdruk": said}).status_code == 302
    page = teun.get(sent.url)
    assert "intussen veranderd" in page.content.decode()
    assert afdruk(page) != said
    assert Voorziening.objects.get(naam="Maatje").telefoon_set.get().nummer == "113"


def test_faults_are_on_the_page_and_in_a_file_and_nothing_can_be_carried_out(teun):
    sent = send(teun, b"Naam;Organisatie;Informeel\r\nA;Samen;soms\r\nB;;\r\n")
    page = teun.get(sent.url).content.decode()
    assert "zitten 2 fouten" in page
    assert "Lees dit in" not in page
    file = teun.get(reverse("inlezen_fouten", args=[sent.url.split("/")[-2]]))
    rows = file.content.decode("utf-8-sig").splitlines()
    assert rows[0] == "Soort;Waar;Wat er staat;Wat nu"
    assert rows[1].startswith("Fout;rij 2, kolom C (Informeel);soms;")
    assert teun.post(sent.url, {"afdruk": "x"}).status_code == 422
    assert not Voorziening.objects.exists()


def test_the_question_about_days_is_asked_once(teun):
    sent = send(teun, b"Naam;Organisatie;Gecontroleerd op\r\nA;Samen;03/04/2026\r\n")
    page = teun.get(sent.url).content.decode()
    assert "op twee manieren lezen" in page
    assert "Lees dit in" not in page
    assert teun.post(sent.url, {"datums_vraag": "1"}).status_code == 422
    teun.post(sent.url, {"datums_vraag": "1", "datums": "dm"})
    said = afdruk(teun.get(sent.url))
    teun.post(sent.url, {"afdruk": said})
    check = Voorziening.objects.get().controles.get()
    assert str(check.gecontroleerd_op) == "2026-04-03"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "leeg.csv"),
        (b"PK\x03\x04", "half.xlsx"),
        (b"{", "half.json"),
        (b"\xff\xd8\xff", "foto.jpg"),
        (b"%PDF-1.7", "x.pdf"),
        ("Naam;Organisatie\r\n\u202e🙃;\u0007x".encode(), "raar.csv"),
    ],
)
def test_any_file_gets_an_answer(teun, data, name):
    sent = send(teun, data, name)
    assert sent.status_code == 302
    assert teun.get(sent.url).status_code == 200


def test_a_file_that_is_too_large_or_has_no_source_is_said(teun):
    page = send(teun, b"x" * (LARGE + 1))
    assert page.status_code == 422
    assert "Dit bestand is 10,1 MB. Het mag 10 MB zijn." in page.content.decode()
    page = send(teun, bron="")
    assert "Vul in van wie dit bestand is" in page.content.decode()
    assert not Importvoorbeeld.objects.exists()


def test_an_hour_later_it_is_gone(teun):
    sent = send(teun)
    later = timezone.now() - timedelta(minutes=1)
    Importvoorbeeld.objects.update(tot=later)
    assert teun.get(sent.url).status_code == 404
    forget_imports()
    assert not Importvoorbeeld.objects.exists()


def test_nobody_of_another_region_sees_the_file(teun, world):
    sent = send(teun)
    other = browser(world.verre_teun)
    assert other.get(sent.url).status_code == 404
    assert other.post(sent.url, {"afdruk": "x"}).status_code == 404


@pytest.mark.parametrize("what", ["openbaar", "alles"])
@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_the_kaart_can_be_taken_out(teun, vol, opvang, what, form):
    answer = teun.post(reverse("uitvoer", args=[f"{what}-{form}"]))
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    if form == "json":
        numbers = json.dumps(json.loads(unzipped(answer.content)))
        assert ("0339999991" in numbers) == (what == "alles")
    assert ("R", "sociale_kaart", "lindestroom") in lines()


def test_an_own_package_comes_back_as_our_own(teun, vol):
    data = teun.post(reverse("uitvoer", args=["alles-json"])).content
    sent = send(teun, data, "kaart.json.zip", herkomst="eigen", bron="")
    page = teun.get(sent.url).content.decode()
    assert "van onszelf" in page
    teun.post(sent.url, {"afdruk": afdruk(teun.get(sent.url))})
    assert Voorziening.objects.count() == 1


def test_the_workbook_and_its_example_can_be_read_in_again(teun, vol, world):
    example = teun.get(reverse("leeg_rekenblad")).content
    sent = send(teun, example, "voorbeeld.xlsx")
    assert "Lees dit in" in teun.get(sent.url).content.decode()
    data = teun.post(reverse("uitvoer", args=["openbaar-xlsx"])).content
    sheet = load_workbook(io.BytesIO(data))["Plekken"]
    rows = [
        dict(zip([c.value for c in sheet[1]], r, strict=True))
        for r in sheet.iter_rows(min_row=2, values_only=True)
    ]
    assert rows[0]["Telefoon"] == "0331234567, ma-vr"
    assert rows[0]["Functies"] == "Steun van anderen; Activiteiten en meedoen"
    sent = send(teun, data, "kaart.xlsx", herkomst="eigen", bron="")
    page = teun.get(sent.url).content.decode()
    assert "Er staat niets nieuws in" in page
    assert "Wat er nieuw of anders is" not in page


def test_what_one_cell_changes_is_shown_as_it_was_and_as_it_becomes(teun, vol):
    data = teun.post(reverse("uitvoer", args=["openbaar-xlsx"])).content
    book = load_workbook(io.BytesIO(data))
    sheet = book["Plekken"]
    head = [cell.value for cell in sheet[1]]
    sheet.cell(2, head.index("Telefoon") + 1).value = "0337654321, ma-vr"
    out = io.BytesIO()
    book.save(out)
    sent = send(teun, out.getvalue(), "kaart.xlsx", herkomst="eigen", bron="")
    page = teun.get(sent.url).content.decode()
    assert "Plek, veranderd: telefoon<" in page
    assert "<del>0331234567, ma-vr</del> wordt <ins>0337654321, ma-vr</ins>" in page
    teun.post(sent.url, {"afdruk": afdruk(teun.get(sent.url))})
    assert vol.telefoon_set.get(mag_bellen="iedereen").nummer == "0337654321"


def test_our_own_workbook_is_never_taken_for_that_of_somebody_else(teun, vol, opvang):
    data = teun.post(reverse("uitvoer", args=["openbaar-xlsx"])).content
    page = teun.get(send(teun, data, "kaart.xlsx").url).content.decode()
    assert "kies ‘Van onszelf’" in page
    assert "2 rijen" in page
    assert "Lees dit in" not in page


def test_what_is_no_kind_of_file_is_not_there(teun):
    for soort in ("openbaar-pdf", "geheim-json", "x"):
        assert teun.post(reverse("uitvoer", args=[soort])).status_code == 404
