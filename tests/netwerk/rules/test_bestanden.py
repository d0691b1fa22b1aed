"""Files that are not as they should be: said in words, never read for something else."""

import io
import json
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from netwerk.rules.archief import unzip
from netwerk.rules.bladcellen import Ingelezen
from netwerk.rules.hsds_lezen import read_package
from netwerk.rules.hsds_pakket import in_a_ring
from netwerk.rules.voorzieningenblad import read_table

KOP = ("Naam", "Organisatie", "Telefoon")
SHEET = "xl/worksheets/sheet1.xml"


def sheet(data: bytes) -> Ingelezen:
    return read_table(data, {})


def faults(data: bytes) -> list[tuple[str, str]]:
    return [(f.waar, f.zin) for f in sheet(data).pakket.fouten]


def names(data: bytes) -> list[str]:
    return [node["name"] for node in sheet(data).pakket.records["service"].values()]


def book(*rows, change=lambda sheet: None) -> bytes:
    out, made = io.BytesIO(), Workbook()
    for row in rows:
        made.active.append(list(row))
    change(made.active)
    made.save(out)
    return out.getvalue()


def with_xml(name: str, before: bytes, after: bytes) -> bytes:
    """A good workbook with something else in one of its parts."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book(KOP, ("A", "Samen", None)))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            data = old.read(part)
            if part.filename == name:
                assert before in data
                data = data.replace(before, after, 1)
            new.writestr(part.filename, data)
    return out.getvalue()


def behind_rows(xml: bytes) -> bytes:
    return with_xml(SHEET, b"</sheetData>", xml)


def package(**files: str | bytes):
    return read_package(
        (f"{name}.csv", data if isinstance(data, bytes) else data.encode())
        for name, data in files.items()
    )


def nested(*services: dict):
    return read_package([("services.json", json.dumps(services).encode())])


# --- workbooks


@pytest.mark.parametrize("ref", ["A1:XFD1048576", "D1:D1048576"])
def test_a_merge_of_a_whole_sheet_is_no_more_than_its_rows(ref):
    merged = f'</sheetData><mergeCells><mergeCell ref="{ref}"/></mergeCells>'
    assert faults(behind_rows(merged.encode())) == []


def test_a_sheet_that_is_formatted_to_its_very_end_holds_what_it_holds():
    far = b'<row r="1048576"><c r="XFD1048576"/></row></sheetData>'
    assert names(behind_rows(far)) == ["A"]


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        (b'<row r="1048576"><c><v>1</v></c></row></sheetData>', "Onder rij 40.000"),
        (b'<row r="99999999999"><c><v>1</v></c></row></sheetData>', "Onder rij"),
        (b"<row>" + b"<c/>" * 20_000 + b"</row></sheetData>", "te groot"),
        (
            b"</sheetData><mergeCells>"
            + b'<mergeCell ref="A1:A2"/>' * 20_001
            + b"</mergeCells>",
            "te groot",
        ),
    ],
    ids=["last row", "no row", "cells", "merges"],
)
def test_what_would_take_all_memory_is_refused(xml, words):
    ((_, zin),) = faults(behind_rows(xml))
    assert words in zin


def test_definitions_are_refused_wherever_they_stand():
    late = b"<!--" + b"x" * 3_000 + b'--><!DOCTYPE x [<!ENTITY a "b">]><workbook'
    ((_, zin),) = faults(with_xml("xl/workbook.xml", b"<workbook", late))
    assert "niet heel" in zin


@pytest.mark.parametrize("formula", ["=1+1", ArrayFormula("A2:A2", "=SUM(1)")])
def test_a_formula_that_nobody_reckoned_is_no_value(formula):
    def change(blad):
        blad["A2"] = formula

    found = faults(book(KOP, (None, "Samen"), change=change))
    assert "formule zonder uitkomst" in found[0][1]


def test_words_above_which_nothing_stands_are_not_lost_in_silence():
    said = sheet(book((*KOP, None), ("A", "Samen", None, "let op"))).pakket
    (note,) = said.opmerkingen
    assert (note.waar, note.zin[:17]) == ("kolom D", "Boven deze kolom ")


# --- CSV of a spreadsheet


def test_a_text_that_was_told_to_be_text_keeps_its_zero():
    data = b'Naam;Organisatie;Telefoon\r\nA;Samen;="0612345678"\r\n'
    (node,) = sheet(data).pakket.records["service"].values()
    assert node["phones"] == [
        {"id": "telefoon", "number": "0612345678", "description": ""}
    ]


def test_a_formula_in_a_csv_is_said_and_one_of_ours_is_text():
    data = b"Naam;Organisatie\r\n=1+1;Samen\r\n'=1+1;Samen\r\n"
    ((waar, zin),) = faults(data)
    assert waar.startswith("rij 2, kolom A")
    assert "formule zonder uitkomst" in zin


@pytest.mark.parametrize(
    ("data", "waar", "words"),
    [
        ("Naam;Organisatie\r\nA;Samen\r\nB", "rij 3", "halverwege"),
        ('Naam;Organisatie\r\nA;"Samen\r\nB;C\r\n', "bestand", "Vanaf regel 3"),
        ('Naam;Organisatie\r\n"A"x;Samen\r\n', "bestand", "aanhalingsteken"),
        ("Naam,Organisatie\r\nInloop, open,Samen\r\n", "rij 2", "meer cellen"),
    ],
)
def test_half_a_row_or_one_too_long_is_never_read_as_a_whole(data, waar, words):
    found = faults(data.encode())
    assert [w for w, zin in found if words in zin] == [waar]


UTF8 = "Naam;Organisatie\r\nCoördinatie;Één".encode()


@pytest.mark.parametrize(
    ("data", "whole"),
    [
        (UTF8, True),
        (UTF8.decode().encode("cp1252"), True),
        ("Naam;Organisatie\r\nA;Café".encode("cp1252"), True),
        (UTF8[:-2], False),
        (b"\xef\xbb\xbf" + UTF8.decode().encode("cp1252"), False),
    ],
    ids=["utf-8", "windows", "windows é last", "cut in a letter", "two ways"],
)
def test_letters_are_read_one_way_or_not_at_all(data, whole):
    found = faults(data)
    assert (found == []) == whole
    if not whole:
        assert "niet heel" in found[0][1]
        assert package(services=data).fouten[0].zin == found[0][1]


# --- packages


def test_tables_of_a_dutch_spreadsheet_are_read():
    text = "sep=;\r\nid;name;status\r\n1;Één;active\r\n"
    for data in (text, text[7:], "\ufeff" + text[7:], text.encode("cp1252")):
        pakket = package(services=data)
        assert pakket.fouten == []
        assert pakket.records["service"]["1"]["name"] == "Één"


def test_an_id_that_stands_twice_is_a_fault_unless_it_says_the_same():
    phones = [{"id": "p", "number": "113"}, {"id": "p", "number": "112"}]
    (fout,) = nested(
        {"id": "1", "name": "A", "status": "active", "phones": phones}
    ).fouten
    assert fout.waar.endswith("$[0].phones[1].id")
    again = nested(
        {"id": "1", "name": "A", "status": "active", "phones": phones[:1] * 2}
    )
    assert again.fouten == []
    assert len(again.records["service"]["1"]["phones"]) == 1
    tables = package(phones="id,service_id,number\r\np,1,113\r\np,1,112\r\n")
    assert any("twee keer" in fout.zin for fout in tables.fouten)


def test_a_ring_is_found_and_what_hangs_on_it_is_not_in_it():
    above = {"a": "b", "b": "c", "c": "b", "d": "d", "e": "d", "f": "weg", "g": ""}
    assert in_a_ring(above) == ["b", "c", "d"]
    chain = {str(n): str(n + 1) for n in range(100_000)}
    assert in_a_ring(chain) == []


def test_an_organisation_above_itself_is_a_fault():
    said = package(organizations="id,name,parent_organization_id\r\n1,A,2\r\n2,B,1\r\n")
    assert [fout.waar for fout in said.fouten] == [
        "organizations.csv, rij 2, kolom parent_organization_id",
        "organizations.csv, rij 3, kolom parent_organization_id",
    ]


def test_a_reference_to_nothing_is_said_with_its_place():
    said = package(
        taxonomy_terms="id,name,parent_id,taxonomy_id\r\n1,A,weg,lijst\r\n",
        locations="id,location_type,organization_id\r\n1,physical,weg\r\n",
    )
    assert [note.waar for note in said.opmerkingen] == [
        "taxonomy_terms.csv, rij 2, kolom taxonomy_id",
        "taxonomy_terms.csv, rij 2, kolom parent_id",
        "locations.csv, rij 2, kolom organization_id",
    ]


def test_a_day_of_a_package_that_can_be_read_two_ways_is_not_read():
    hours = [{"id": "u", "valid_from": "03/04/2026", "valid_to": "2026-05-01"}]
    said = nested({"id": "1", "name": "A", "status": "active", "schedules": hours})
    (note,) = said.opmerkingen
    assert note.waar.endswith("$[0].schedules[0].valid_from")
    assert (note.waarde, note.zin[:19]) == ("03/04/2026", "Dit is geen datum z")


def test_a_zip_that_says_it_is_a_gigabyte_is_read_for_what_it_is():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("services.csv", "id,name\r\n1,A\r\n")
    data = bytearray(out.getvalue())
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = (2**30).to_bytes(4, "little")
    files, fault = unzip(bytes(data))
    assert (files, fault) == ([("services.csv", b"id,name\r\n1,A\r\n")], "")
    assert unzip(bytes(data)[: len(data) // 2])[1].startswith("Dit zip-bestand is niet")
