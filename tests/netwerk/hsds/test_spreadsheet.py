"""The simple spreadsheet, as people really make it (N7, and the cases in the wild)."""

import io
import zipfile
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from openpyxl import Workbook

from netwerk.models import Controle, Telefoon, Voorziening
from netwerk.rules.bladdatum import read_day
from netwerk.rules.hsds_plan import GELIJK
from netwerk.services import uitwisselen
from toegang.models import Organisatie, Regio

pytestmark = pytest.mark.django_db
NERGENS = Regio(pk=0, slug="nergens")  # where nothing is yet
KOP = ["Naam", "Organisatie", "Telefoon", "Gecontroleerd op"]


def book(*rows, sheets=None) -> bytes:
    out, made = io.BytesIO(), Workbook()
    for n, (title, content) in enumerate((sheets or {"Blad1": rows}).items()):
        sheet = made.active if n == 0 else made.create_sheet()
        sheet.title = title
        for row in content:
            sheet.append(list(row))
    made.save(out)
    return out.getvalue()


def csv(*rows: str, encoding="utf-8") -> bytes:
    return "\r\n".join(rows).encode(encoding)


def take(world, data: bytes, datums=""):
    found = read(data, datums, world.regio)
    assert found.vragen == []
    return uitwisselen.take_in(pakket=found.pakket, regio=world.regio, bron="blad")


def read(data: bytes, datums="", regio=NERGENS):
    return uitwisselen.read_sheet(data, datums, regio=regio, bron="blad")


def faults(data: bytes) -> list[tuple[str, str, str]]:
    pakket = read(data).pakket
    return [(f.waar, f.waarde, f.zin) for f in pakket.fouten]


def notes(data: bytes) -> str:
    return " ".join(str(o) for o in read(data).pakket.opmerkingen)


def test_every_column_lands_where_it_belongs(world):
    data = csv(
        "naam;organisatie;kort;telefoon;e-mail;website;adres;postcode;plaats;"
        "openingstijden;werkgebied;functies;informeel;indicatie nodig;"
        "vanaf leeftijd;trefwoorden;gecontroleerd op;Kleur deur",
        "Maatjes;Samen;Iemand naast je;033 123 45 67, keuze 2;a@b.example;"
        "www.samen.example;Lindelaan 4;3811ab;Lindehoven;ma-vr 9:00-17:00;"
        "Lindehoven;Steun van anderen | rechten;ja;nee;18;koffie|samen;4 oktober 2026;rood",
    )
    take(world, data)
    row = Voorziening.objects.get()
    assert (row.naam, row.organisatie.naam, row.kort) == (
        "Maatjes",
        "Samen",
        "Iemand naast je",
    )
    phone = row.telefoon_set.get()
    assert (phone.nummer, phone.toelichting) == ("0331234567", "keuze 2")
    assert row.website == "https://www.samen.example"
    assert row.plekken.get().locatie.postcode == "3811 AB"
    assert row.openingstijd_set.get().dagen == "MO,TU,WE,TH,FR"
    assert row.werkgebieden.get().gemeente == world.gemeente
    assert row.functies == ["steun", "rechten"]
    assert (row.informeel, row.indicatie_nodig, row.min_leeftijd) == (True, False, 18)
    assert row.trefwoorden == ["koffie", "samen"]
    assert Controle.objects.get().gecontroleerd_op == date(2026, 10, 4)
    assert row.hsds["nk_blad"] == {"Kleur deur": "rood"}
    plan = take(world, data)
    assert {r.wat for r in plan.regels} == {GELIJK}
    assert "Kleur deur: Deze kolom kennen we niet" in notes(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_letters_and_signs_of_any_dutch_spreadsheet_are_read(world, encoding, sign):
    rows = [sign.join(["Naam", "Organisatie"]), sign.join(["Coördinatie", "Één"])]
    take(world, csv(*rows, encoding=encoding))
    assert Voorziening.objects.get().naam == "Coördinatie"


def test_a_workbook_in_the_wild(world):
    """A title above the head, the second sheet, blank rows, an organisation alone."""
    data = book(
        sheets={
            "Uitleg": [["Lees mij"]],
            "Plekken": [
                ["Sociale kaart 2026"],
                [],
                KOP,
                ["Inloop", "Samen", 331234567, date(2026, 10, 4)],
                [None, "Alleen een organisatie", None, None],
                *[[None, "", " ", None]] * 1000,
                ["Loop", "Samen", "113", None],
            ],
        }
    )
    take(world, data)
    assert set(Telefoon.objects.values_list("nummer", flat=True)) == {
        "0331234567",
        "113",
    }
    assert Organisatie.objects.filter(naam="Alleen een organisatie").exists()
    said = notes(data)
    assert "1000 leeg" in said
    assert "Plekken, rij 4, kolom C (Telefoon): Er viel een 0" in said


def test_merged_and_hidden_is_read_and_said(world):
    made = Workbook()
    sheet = made.active
    for row in (KOP, ["A", "Samen"], ["B", None]):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[3].hidden = True
    out = io.BytesIO()
    made.save(out)
    take(world, out.getvalue())
    assert {v.organisatie.naam for v in Voorziening.objects.all()} == {"Samen"}
    assert "verborgen" in notes(out.getvalue())


def test_all_faults_are_said_with_row_column_value_and_what_to_do():
    rows = [KOP, ["A", "Samen", "8.81235E+08", "32-13-2026"]]
    rows += [[f"B{n}", "Samen", None, None] for n in range(3, 201)]
    rows += [["C", None, "0331234567", None]]
    rows += [["B3", "Samen", "geen nummer", None]]
    found = faults(book(*rows))
    assert [(waar.split(", kolom")[0]) for waar, _, _ in found] == [
        "rij 2",
        "rij 2",
        "rij 201",
        "rij 202",
    ]
    assert found[0][1] == "8.81235E+08"
    assert "cijfers weggevallen" in found[0][2]
    assert "geen datum" in found[1][2]
    assert "welke organisatie" in found[2][2]
    assert "staat ook op rij 3" in found[3][2]


def test_a_row_that_lost_its_name_is_a_fault_and_its_other_faults_are_said_too():
    head = "Nummer;Naam;Organisatie;Telefoon;Postcode;Kleur"
    rows = (
        "1;;Stichting Proef;0612345678;3811 AB;",
        ";;Stichting Proef;8.81235E+08;12;",
        ";;Stichting Proef;;;rood",
        "1;;Stichting Proef;;;",
        "; ;Alleen een organisatie; ;;",
    )
    found = [(waar, waarde) for waar, waarde, _ in faults(csv(head, *rows))]
    assert found == [
        ("rij 2, kolom B (Naam)", ""),
        ("rij 3, kolom B (Naam)", ""),
        ("rij 3, kolom D (Telefoon)", "8.81235E+08"),
        ("rij 3, kolom E (Postcode)", "12"),
        ("rij 4, kolom B (Naam)", ""),
        ("rij 5, kolom B (Naam)", ""),
    ]


def test_nothing_half_comes_in(world):
    with pytest.raises(uitwisselen.Fouten):
        take(world, book(KOP, ["Goed", "Samen"], ["Fout", None]))
    assert not Voorziening.objects.exists()


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (612345678, "0612345678"),
        ("0612345678", "0612345678"),
        ("+31 (0)6 12345678", "0612345678"),
        ("0031612345678", "0612345678"),
        ("088-1234567 keuze 2", "0881234567"),
        ("14 033", "14033"),
        (113, "113"),
        ("0800-0113", "08000113"),
    ],
)
def test_telephone_numbers_are_as_people_dial_them(world, cell, number):
    take(world, book(KOP, ["A", "Samen", cell]))
    assert Telefoon.objects.get().nummer == number


def test_a_day_that_can_be_read_two_ways_is_asked():
    data = csv(";".join(KOP), "A;Samen;;03/04/2026", "B;Samen;;31/12/2026")
    (vraag,) = read(data).vragen
    assert (vraag.waar, vraag.waarde) == (
        "rij 2, kolom D (Gecontroleerd op)",
        "03/04/2026",
    )
    for order, day in (("dm", "2026-04-03"), ("md", "2026-03-04")):
        found = read(data, order)
        assert found.vragen == []
        days = [s["assured_date"] for s in found.pakket.records["service"].values()]
        assert days == [day, "2026-12-31"]


def test_a_day_with_dashes_is_read_day_first_and_that_is_said():
    data = csv(
        ";".join(KOP),
        "A;Samen;;03-04-2026",
        "B;Samen;;2026-04-03",
        "C;Samen;;31-12-2026",
        "D;Samen;;04-04-2026",
    )
    found = read(data)
    assert found.vragen == []
    days = [s["assured_date"] for s in found.pakket.records["service"].values()]
    assert days == ["2026-04-03", "2026-04-03", "2026-12-31", "2026-04-04"]
    said = [(o.waar, o.waarde, o.zin) for o in found.pakket.opmerkingen]
    where = "rij 2, kolom D (Gecontroleerd op)"
    assert said == [(where, "03-04-2026", "We lezen dit als 3 april 2026.")]


def test_what_day_was_read_is_said_too_when_it_was_asked():
    data = csv(";".join(KOP), *(f"A{n};Samen;;03/04/2026" for n in range(9)))
    said = [str(o) for o in read(data, "md").pakket.opmerkingen]
    assert "We lezen dit als 4 maart 2026." in said[0]
    assert "nog 6 datums" in said[-1]
    assert len(said) == 4


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("0331234567, keuze 2\n113", [("0331234567", "keuze 2"), ("113", "")]),
        ("0331234567; 0612345678", [("0331234567", ""), ("0612345678", "")]),
        ("0331234567; bel na 9 uur", [("0331234567", "bel na 9 uur")]),
        ("0331234567\nma-vr 9-17", [("0331234567", "ma-vr 9-17")]),
        ("", []),
    ],
)
def test_a_cell_may_have_more_numbers(world, cell, numbers):
    take(world, book(KOP, ["A", "Samen", cell]))
    assert list(Telefoon.objects.values_list("nummer", "toelichting")) == numbers


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-10-04", date(2026, 10, 4)),
        ("4-10-2026", date(2026, 10, 4)),
        ("4 okt 2026", date(2026, 10, 4)),
        ("4 oktober 2026", date(2026, 10, 4)),
        ("25/12/2026", date(2026, 12, 25)),
        ("12/25/2026", date(2026, 12, 25)),
        ("04/04/2026", date(2026, 4, 4)),
        ("04/10/2026", "vraag"),
        ("31-02-2026", None),
        ("morgen", None),
    ],
)
def test_days_are_read_one_way_or_not_at_all(text, day):
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([["Naam", "Iets"]], "geen rij met de namen"),
        ([[*KOP, "Naam"], ["A", "B"]], "twee keer"),
        ([["Naam", "Organisatie", "Functies"], ["A", "B", "dansen"]], "niet in onze lijst"),
        ([["Naam", "Organisatie", "Informeel"], ["A", "B", "soms"]], "ja of nee"),
        ([["Naam", "Organisatie", "Postcode"], ["A", "B", "12"]], "vier cijfers"),
        ([["Naam", "Organisatie", "Openingstijden"], ["A", "B", "ma 25:00-26:00"]], "Openingstijden"),
        ([["Naam", "Organisatie", "Website"], ["A", "B", "javascript:x"]], "webadres"),
        ([["Naam", "Organisatie", "Kort"], ["A", "B", "x" * 301]], "te lang"),
        ([KOP, ["=1+1", "B"]], "formule zonder uitkomst"),
        ([KOP, ["#N/A", "B"]], "foutmelding van het rekenblad"),
    ],
)  # fmt: skip
def test_each_kind_of_fault_says_what_to_do(rows, words):
    assert any(words in " ".join(fault) for fault in faults(book(*rows)))


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 40_000_000)
    return out.getvalue()


def entities() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    return out.getvalue()


def lying() -> bytes:
    """Says in its list of contents that it is a gigabyte."""
    data = bytearray(book(KOP, ["A", "Samen"]))
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = (2**30).to_bytes(4, "little")
    return bytes(data)


def test_half_a_workbook_is_said_to_be_half():
    ((_, _, zin),) = faults(book(KOP, ["A", "Samen"])[:900])
    assert zin == (
        "Dit rekenblad is niet heel. Bewaar het opnieuw als XLSX en stuur het nog eens."
    )


def test_a_lie_about_its_length_does_no_harm():
    assert faults(lying()) == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        book(KOP)[:900],
        bomb(),
        entities(),
        b"\xd0\xcf\x11\xe0" + b"x" * 99,
        b"%PDF-1.7",
        b"\x00" * 99,
        b'{"a": 1}',
    ],
    ids=range(9),
)
def test_what_is_no_spreadsheet_is_said(data):
    assert faults(data)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes_get_an_answer(world, data):
    head = b"Naam;Organisatie;Telefoon;Openingstijden;Gecontroleerd op;Postcode\n"
    for content in (data, head + data):
        found = read(content)
        uitwisselen.preview(pakket=found.pakket, regio=world.regio, bron="x")
