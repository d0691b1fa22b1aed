"""A file with postcodes is read whole or not at all, and every fault has its line."""

import pytest
from hypothesis import given, strategies as st

from netwerk.rules.postcodebestand import MOST_BYTES, Gebied, read_postcodes

GOOD = (
    'id,postcode,"woonplaats","alternatieve_schrijfwijzen","gemeente","provincie",'
    '"netnummer",latitude,longitude,"soort"\n'
    '1,2491,"Den Haag","S GRAVENHAGE;\'s-Gravenhage","Den Haag","Zuid-Holland","070",'
    '52.0699178,4.3876135,"Adres"\n'
    '2,3811,"Amersfoort","","Amersfoort","Utrecht","033",52.1546779,5.3886526,'
    '"Adres + Postbus"\n'
    '3,3800,"Amersfoort","","Amersfoort","Utrecht","033",52.15,5.38,"Postbus"\n'
)
DEN_HAAG = Gebied(
    "2491", "Den Haag", "Den Haag", "Zuid-Holland", 52.0699178, 4.3876135,
    ("S GRAVENHAGE", "'s-Gravenhage"),
)  # fmt: skip


def faults(tekst: str | bytes) -> list[str]:
    data = tekst if isinstance(tekst, bytes) else tekst.encode()
    read = read_postcodes(data)
    return [str(fout) for fout in read.fouten]


def rows(*lines: str) -> str:
    return "\n".join(["postcode;plaats;lat;lon", *lines])


def test_a_good_file_is_read_whole_without_the_boxes_of_letters():
    read = read_postcodes(GOOD.encode())
    assert read.fouten == ()
    assert [gebied.code for gebied in read.gebieden] == ["2491", "3811"]
    assert read.gebieden[0] == DEN_HAAG
    assert read.overgeslagen == 1


@pytest.mark.parametrize(
    "tekst",
    [
        "\N{ZERO WIDTH NO-BREAK SPACE}" + GOOD,
        GOOD.replace("\n", "\r\n"),
        GOOD.replace(";", "|").replace(",", ";"),
        GOOD.replace("woonplaats", "City").replace("postcode", "Postal Code"),
        GOOD.replace("latitude,longitude", "Breedtegraad,Lengtegraad"),
        GOOD + "\n\n,,,,,,,,,\n",
    ],
)
def test_the_same_file_as_other_programs_write_it(tekst):
    read = read_postcodes(tekst.encode())
    assert read.fouten == ()
    assert [gebied.code for gebied in read.gebieden] == ["2491", "3811"]


def test_four_columns_are_enough():
    read = read_postcodes(rows("3811;Amersfoort;52.15;5.38").encode())
    assert read.gebieden == (Gebied("3811", "Amersfoort", "", "", 52.15, 5.38),)


@pytest.mark.parametrize(
    "code", ["381", "38111", "0811", "3811AB", "", "3.811", "38 11"]
)
def test_a_code_that_is_not_four_digits_is_named(code):
    (fault,) = faults(rows("3811;A;52.1;5.3", f"{code};Amersfoort;52.15;5.38"))
    assert fault.startswith("Regel 3: ")
    assert f"‘{code}’" in fault


@pytest.mark.parametrize(
    ("lat", "lon", "words"),
    [
        ("51.51", "-0.12", "ligt niet in Nederland"),
        ("12.17", "68.99", "ligt niet in Nederland"),
        ("0", "0", "ligt niet in Nederland"),
        ("5.38", "52.15", "verwisseld"),
        ("", "5.38", "geen coördinaat"),
        ("52.15", "oost", "geen coördinaat"),
        ("nan", "5.38", "geen coördinaat"),
        ("1e1", "5.38", "geen coördinaat"),
        ("523.362.429", "5.38", "geen coördinaat"),
    ],
)
def test_a_point_that_cannot_be_is_named(lat, lon, words):
    (fault,) = faults(rows(f"3811;Amersfoort;{lat};{lon}"))
    assert fault.startswith("Regel 2: ")
    assert words in fault


def test_a_decimal_comma_is_named_with_what_to_write():
    (one, two) = faults(rows("3811;Amersfoort;52,15;5,38"))
    assert one == "Regel 2: ‘52,15’ staat met een komma. Schrijf een punt: 52.15."
    assert "5.38" in two


def test_every_fault_is_named_at_once_also_two_in_one_row():
    found = faults(rows("1;;52,1;5.3", "3811;A;52.1;5.3", "3811;A;52.1;5.3", "3812;A"))
    assert [fault.partition(":")[0] for fault in found] == [
        *["Regel 2"] * 3, "Regel 4", "Regel 5",
    ]  # fmt: skip
    assert "ook op regel 3" in found[3]
    assert "2 kolommen" in found[4]


@pytest.mark.parametrize(
    ("tekst", "words"),
    [
        ("", "staat niets"),
        ("\n \n", "staat niets"),
        ("postcode;plaats\n3811;A", "Deze kolommen missen: lat, lon"),
        ("postcode;plaats;lat;lon;Latitude\n", "twee keer: lat"),
        ("postcode;plaats;lat;lon\n", "geen enkele postcode"),
        (GOOD[:-4], "midden in iets op"),
        (GOOD + "4,3801,Amersf", "kolommen"),
        (GOOD.encode()[:20] + b"\xff", "UTF-8"),
        ("a\0b", "geen CSV"),
        ("x" * (MOST_BYTES + 1), "te groot"),
        (rows('3811;"A"b;52;5'), "aanhalingsteken"),
        (rows(f"3811;{'A' * 81};52;5"), "te lang"),
    ],
)
def test_a_file_that_is_no_such_file_is_said(tekst, words):
    assert any(words in fault for fault in faults(tekst))


@given(st.integers(0, len(GOOD) - 1))
def test_half_a_file_never_loads_a_row_that_is_not_in_the_whole(cut):
    whole = {gebied.code: gebied for gebied in read_postcodes(GOOD.encode()).gebieden}
    read = read_postcodes(GOOD[:cut].encode())
    for gebied in () if read.fouten else read.gebieden:
        assert gebied == whole.get(gebied.code) or gebied.code == "3800"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_without_failing(data):
    read = read_postcodes(data)
    assert read.fouten or read.gebieden


@given(st.text(max_size=200))
def test_any_text_behind_a_good_header_is_read_without_failing(tekst):
    read_postcodes(rows(tekst).encode(errors="replace"))
