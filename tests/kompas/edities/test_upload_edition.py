"""A regiobeheerder loads an edition from a file: all of it, or nothing and every fault."""

from dataclasses import replace
from html import unescape

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

import pytest
from lxml import html

from basis.uploads import KEPT
from kompas.models import Kompaseditie, Stelling
from kompas.rules.edition import edition_as_json, read_edition
from kompas.services import edities
from tests.kompas.logs import lines
from tests.world import browser

OURS = edities.own_edition()
OTHER = replace(OURS, sleutel="officieel", versie=1, naam="Officiële tekst")


def send(user, data: bytes | str, name: str = "editie.json", client=None):
    content = data if isinstance(data, bytes) else data.encode()
    file = SimpleUploadedFile(name, content)
    client = client or browser(user)
    return client.post(reverse("editie_laden"), {"bestand": file}, follow=True)


def said(answer) -> str:
    main = html.fromstring(answer.content).xpath("//main")[0]
    return " ".join(unescape(main.text_content()).split())


def example(user, soort: str) -> bytes:
    return browser(user).get(reverse("editie_voorbeeld", args=[soort])).content


def test_a_file_is_loaded_for_the_own_region_and_the_page_says_what(world):
    answer = send(world.teun, edition_as_json(OTHER))
    assert answer.redirect_chain == [(reverse("edities"), 302)]
    page = said(answer)
    assert "Geladen: Officiële tekst, versie 1. 70 stellingen en 4 open vragen" in page
    row = Kompaseditie.objects.get()
    assert (row.regio, row.geladen_door) == (world.regio, world.teun)
    assert Stelling.objects.filter(thema__editie=row).count() == 70
    assert ("C", "kompaseditie", "lindestroom") in lines()


def test_new_rounds_can_begin_with_it_in_this_region_only(world):
    send(world.teun, edition_as_json(OTHER))
    for who, traject, there in (
        (world.noor, world.traject, True),
        (world.verre_noor, world.elders_traject, False),
    ):
        page = browser(who).get(reverse("ronde_nieuw", args=[traject.uuid]))
        assert ("Officiële tekst, versie 1" in page.content.decode()) is there


@pytest.mark.parametrize("soort", ["json", "csv"])
def test_the_example_reads_back_as_our_own_edition(world, soort):
    found, faults = read_edition(example(world.teun, soort), f"x.{soort}", OURS)
    assert faults == []
    assert found == OURS


def test_another_kind_of_example_is_not_there(world):
    address = reverse("editie_voorbeeld", args=["xlsx"])
    assert browser(world.teun).get(address).status_code == 404


def test_the_example_with_other_words_and_key_is_an_edition_of_the_region(world):
    edities.load_own_edition()
    text = example(world.teun, "csv").decode("utf-8-sig")
    text = text.replace(OURS.sleutel, "van-ons").replace(OURS.naam, "Van ons")
    answer = send(world.teun, text, "van-ons.csv")
    assert f"Geladen: Van ons, versie {OURS.versie}." in said(answer)


def test_sent_twice_it_is_loaded_once(world):
    client = browser(world.teun)
    first, second = (
        send(world.teun, edition_as_json(OTHER), client=client) for _ in range(2)
    )
    assert first.redirect_chain == second.redirect_chain
    assert "stond er al. Er is niets veranderd." in said(second)
    assert Kompaseditie.objects.count() == 1


def test_our_own_edition_is_not_loaded_beside_itself(world):
    edities.load_own_edition()
    answer = send(world.teun, example(world.teun, "json"))
    assert "stond er al. Er is niets veranderd." in said(answer)
    assert Kompaseditie.objects.count() == 1


def test_other_words_need_another_version(world):
    send(world.teun, edition_as_json(OTHER))
    answer = send(world.teun, edition_as_json(replace(OTHER, naam="Verbeterd")))
    assert answer.status_code == 422
    assert "is al geladen, met een andere tekst." in said(answer)
    assert "Maak er versie 2 van." in said(answer)
    assert Kompaseditie.objects.get().naam == "Officiële tekst"
    answer = send(world.teun, edition_as_json(replace(OTHER, versie=2)))
    assert "Geladen: Officiële tekst, versie 2." in said(answer)


def test_one_word_that_differs_is_another_text(world):
    send(world.teun, edition_as_json(OTHER))
    other = edition_as_json(OTHER).replace("Elke cliënt heeft", "Iedere cliënt heeft")
    assert "met een andere tekst" in said(send(world.teun, other))


def test_other_words_under_the_key_of_ours_need_a_key_of_their_own(world):
    edities.load_own_edition()
    answer = send(world.teun, edition_as_json(replace(OURS, naam="Van ons")))
    assert answer.status_code == 422
    assert "Geef jullie editie een eigen sleutel." in said(answer)


def test_two_regions_load_the_same_file_each_for_itself(world):
    for who in (world.teun, world.verre_teun):
        assert "Geladen:" in said(send(who, edition_as_json(OTHER)))
    regions = set(Kompaseditie.objects.values_list("regio__slug", flat=True))
    assert regions == {"lindestroom", "heuvelrug"}


CSV = """soort;thema;deel;nummer;tekst
editie;sleutel;;;officieel
editie;versie;;;een
editie;naam;;;Officieel
editie;bron;;;Kompas
stelling;visie;1;1;
stelling;luchtvaart;1;1;Wij vliegen.
stelling;visie;1;3;Wij zijn met drie.
"""

EMPTY = "Dit thema heeft geen stellingen en geen open vragen."


def test_every_fault_stands_on_the_page_with_its_line_and_nothing_is_loaded(world):
    answer = send(world.teun, CSV, "fout.csv")
    assert answer.status_code == 422
    page = html.fromstring(answer.content)
    rows = [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in page.xpath("//main//tbody/tr")
    ]
    assert ["Hele bestand", "Krachtige samenwerking", EMPTY] in rows
    assert ["Regel 3", "De editie", "‘versie’ moet een heel getal zijn."] in rows
    assert ["Regel 6", "Visie, stelling 1", "‘tekst’ is leeg."] in rows
    assert [
        "Regel 7",
        "Het bestand",
        "‘luchtvaart’ is geen thema dat we kennen.",
    ] in rows
    assert ["Regel 8", "Visie, stelling 3", "Nummer 2 ontbreekt ervoor."] in rows
    assert f"Er zitten {len(rows)} fouten in dit bestand. Er is niets geladen." in said(
        answer
    )
    assert page.xpath("//title")[0].text.startswith("Fout: ")
    assert not Kompaseditie.objects.exists()


def test_of_a_long_list_the_first_fifty_stand_there_and_how_many_more(world):
    answer = send(world.teun, CSV + "stelling;maan;1;1;Wij.\n" * 1_000, "fout.csv")
    page = html.fromstring(answer.content)
    assert len(page.xpath("//main//tbody/tr")) == 50
    assert "En nog 9" in said(answer)


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "leeg.json", "Er staat niets in."),
        (b" \n", "leeg.csv", "Er staat niets in."),
        (b"\xef\xbb\xbf", "leeg.csv", "Er staat niets in."),
        ("{é".encode("latin-1"), "oud.json", "Bewaar het bestand als UTF-8."),
        ("soort;thema".encode("utf-16"), "x.csv", "Bewaar het bestand als UTF-8."),
        (b"PK\x03\x04\x00\x00", "tabel.xlsx", "Dit is een bestand van bijvoorbeeld"),
        (b"PK\x03\x04\x00\x00", "tabel.csv", "In Excel heet dat ‘CSV UTF-8’."),
        (b"%PDF-1.7", "kaart.pdf", "Dit is een PDF."),
        (b"\x89PNG\r\n\x1a\n", "x.png", "Bewaar het bestand als UTF-8."),
        (b"{", "half.json", "niet helemaal meegekomen"),
        (b"[]", "x.json", "Hier horen gegevens tussen { en } te staan."),
        (b'{"a": 1,}', "x.json", "Hier klopt de opmaak niet, bij teken 9."),
        (b"[" * 200_000, "x.json", "De lijsten zitten te diep in elkaar."),
        (b"a;b\n1;2", "x.csv", "Deze kolommen missen"),
        (b"\x00\x00", "x.csv", "Deze kolommen missen"),
        (b"<script>alert(1)</script>", "<b>.csv", "Deze kolommen missen"),
        (b"x" * 1_000_001, "x.csv", "Dit bestand is te groot. Het mag 1 MB zijn."),
        (b"x" * (KEPT + 9), "x.csv", "Dit bestand is te groot. Het mag 1 MB zijn."),
    ],
    ids=lambda part: str(part)[:20],
)
def test_a_file_that_is_no_edition_gets_a_clear_sentence(world, data, name, words):
    answer = send(world.teun, data, name)
    assert answer.status_code == 422
    assert words in said(answer)
    assert "<script>alert" not in answer.content.decode()
    assert not Kompaseditie.objects.exists()


@pytest.mark.parametrize("fields", [{}, {"bestand": "geen bestand"}])
def test_without_a_file_the_page_asks_for_one(world, fields):
    answer = browser(world.teun).post(reverse("editie_laden"), fields)
    assert answer.status_code == 422
    assert "Kies een bestand." in said(answer)


def test_who_does_not_manage_the_region_loads_nothing(world):
    for who in (world.noor, world.amina, world.niemand):
        assert send(who, edition_as_json(OTHER)).status_code == 404
    assert not Kompaseditie.objects.exists()
