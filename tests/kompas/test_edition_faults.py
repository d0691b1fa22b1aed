"""A file with an edition is refused with every fault and its line (K1)."""

from __future__ import annotations

import json

import pytest

from kompas.rules.edition import Fout, read_edition
from tests.kompas.edition_files import (
    OWN,
    SMALL,
    TEXT,
    changed,
    csv_of,
    faults_in,
    line_of,
)


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [
        ("", "Er staat niets in."),
        (" \n ", "Er staat niets in."),
        ("[" * 100_000, "De lijsten zitten te diep in elkaar."),
        ('{"versie": ' + "9" * 5000 + "}", "Er staat een getal in dat te lang is."),
        (" " * 1_000_001, "Het is te groot. Het mag 1 MB zijn."),
    ],
)
def test_a_file_nobody_can_use_is_refused_in_words(tekst, wat):
    assert [fout.wat for fout in faults_in(tekst)] == [wat]


# --- each kind of fault, with its line


@pytest.mark.parametrize(
    ("old", "new", "keer", "waar", "wat"),
    [
        ('"nummer": 2,', '"nummer": 1,', 1, "Visie, stelling 1", "Nummer 1 staat er twee keer, ook op regel"),
        ('"nummer": 2,', '"nummer": 3,', 1, "Visie, stelling 3", "Nummer 2 ontbreekt ervoor."),
        ('"nummer": 2,', '"nummer": 9,', 1, "Visie, stelling 9", "Nummers 2 tot en met 8 ontbreken ervoor."),
        ('"nummer": 2,', '"nummer": "twee",', 1, "Visie, stelling twee", "‘nummer’ moet een heel getal zijn."),
        ('"nummer": 2,', '"nummer": 2.0,', 1, "Visie, stelling 2", "‘nummer’ moet een heel getal zijn."),
        ('"nummer": 2,', '"nummer": true,', 1, "Visie, stelling 2", "‘nummer’ moet een heel getal zijn."),
        ('"nummer": 2,', '"nummer": 0,', 1, "Visie, stelling 0", "‘nummer’ moet een getal zijn van 1 tot en met 999."),
        ('"deel": 1,', '"deel": 7,', 1, "Visie, deel 7, stelling 1", "Deel 7 is er niet."),
        ('"voor": "beleid"', '"voor": "baas"', 1, "Krachtige organisaties", "‘voor’ is ‘baas’. Kies uit: iedereen, uitvoering, beleid."),
        ('"aanspreking": "ik"', '"aanspreking": "u"', 1, "Krachtige professionals", "‘aanspreking’ is ‘u’. Kies uit: wij, ik."),
        ('"naam": "Visie"', '"naam": ""', 1, "thema 1", "‘naam’ is leeg."),
        ('"naam": "Visie"', '"naam": "Vi\\u0000sie"', 1, "Vi?sie", "‘naam’ bevat een regeleinde of een onzichtbaar teken. Haal het weg."),
        ('"naam": "Visie"', '"naam": "Vi\\ud800sie"', 1, "Vi?sie", "‘naam’ bevat een regeleinde of een onzichtbaar teken. Haal het weg."),
        ('"naam": "Visie"', '"naam": "Visie", "kleur": 1', 1, "Visie", "Het veld ‘kleur’ kennen we niet."),
        ('"naam": "Visie"', '"naam": 12', 1, "thema 1", "‘naam’ moet tekst zijn."),
        ('"naam": "Visie"', '"naam": "Visie", "naam": "Visie"', 1, "Visie", "‘naam’ staat hier twee keer, ook op regel"),
        ('"positieve_gezondheid"', '"positieve_gezonheid"', 1, "Visie, stelling 1, begrip 1", "‘positieve_gezonheid’ is niet een begrip in dit bestand."),
        ('"deels_eens_vanaf": 0.5', '"deels_eens_vanaf": 0.9', 1, "De editie", "‘deels_eens_vanaf’ moet minder zijn dan ‘eens_vanaf’."),
        ('"eens_vanaf": 0.75', '"eens_vanaf": NaN', 1, "De editie", "‘eens_vanaf’ moet een getal zijn van 0.01 tot en met 1."),
        ('"formaat": 1', '"formaat": 2', 1, "De editie", "‘formaat’ moet een getal zijn van 1 tot en met 1."),
        ('"sleutel": "netwerkkompas-b1"', '"sleutel": "Netwerk Kompas"', 1, "De editie", "‘sleutel’ mag alleen kleine letters, cijfers, - en _ bevatten."),
        ('"sleutel": "dignity_of_risk"', '"sleutel": "netwerkintake"', 1, "begrip netwerkintake", "De sleutel ‘netwerkintake’ staat er twee keer, ook op regel"),
        ('"lichaamsfuncties"', '"lichaam"', 2, "werkwijze wandel_en_kookgroepen, groep 1", "‘lichaam’ is niet een groep in dit bestand."),
        ('"verhalen": [', '"verhalen": [7,', 1, "Visie, verhaal 1", "Hier horen gegevens tussen { en } te staan."),
        ('"begrippen": []', '"begrippen": {}', 1, "De mens centraal, stelling 2", "‘begrippen’ moet een lijst zijn, tussen [ en ]."),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line(old, new, keer, waar, wat):
    tekst, regel = changed(old, new, keer)
    wanted = [
        fout
        for fout in faults_in(tekst)
        if fout.waar == waar and fout.wat.startswith(wat)
    ]
    assert wanted, [str(fout) for fout in faults_in(tekst)]
    assert [fout.regel for fout in wanted] == [regel]


def test_a_text_that_is_too_long_says_how_long_it_is():
    tekst, regel = changed('"naam": "Visie"', f'"naam": "{"a" * 81}"')
    assert faults_in(tekst)[0].regel == regel
    assert (
        faults_in(tekst)[0].wat == "‘naam’ is te lang: 81 tekens. Het mogen er 80 zijn."
    )


@pytest.mark.parametrize("waarde", [2, 5, 6])
def test_a_scale_that_does_not_rise_from_1_to_5_is_named(waarde):
    tekst, _ = changed('"waarde": 3', f'"waarde": {waarde}')
    wat = "De schaal moet de waarden 1, 2, 3, 4 en 5 hebben, oplopend."
    assert Fout(line_of(TEXT, '"punten"'), "De editie", wat) in faults_in(tekst)


def with_label(label: object) -> str:
    data = json.loads(TEXT)
    data["schaal"]["punten"][4]["label"] = label
    return json.dumps(data, indent=2)


def test_a_label_is_one_text_or_one_for_wij_and_one_for_ik():
    apart = {"wij": "Wij zijn er blij mee", "ik": "Ik ben er blij mee"}
    for label in ("Dik in orde", apart):
        editie, fouten = read_edition(with_label(label).encode(), "x.json")
        assert fouten == []
        assert editie is not None
        assert editie.schaal.punten[4].label == label


@pytest.mark.parametrize(
    ("label", "wat"),
    [
        ({"wij": "Goed"}, "Het veld ‘ik’ ontbreekt."),
        ({"wij": "Goed", "ik": ""}, "‘ik’ is leeg."),
        (
            {"wij": "Goed", "ik": "Goed", "jij": "Goed"},
            "Het veld ‘jij’ kennen we niet.",
        ),
        ({"wij": "Goed", "ik": ["Goed"]}, "‘ik’ moet tekst zijn."),
        (["Goed"], "‘label’ moet tekst zijn."),
    ],
)
def test_a_label_that_is_neither_is_named(label, wat):
    assert [fout.wat for fout in faults_in(with_label(label))] == [wat]


def test_a_missing_theme_is_named():
    data = json.loads(TEXT)
    data["themas"] = data["themas"][:5]
    assert [str(fout) for fout in faults_in(json.dumps(data))] == [
        "Regel 1: De editie. Het thema ‘organisaties’ ontbreekt."
    ]


def test_a_theme_without_anything_to_answer_is_named():
    data = json.loads(TEXT)
    data["themas"][4]["open_vragen"] = []
    (fout,) = faults_in(json.dumps(data, indent=1))
    assert fout.waar == "Krachtige interventies en werkwijzen"
    assert fout.wat == "Dit thema heeft geen stellingen en geen open vragen."


def test_a_missing_field_points_at_what_lacks_it():
    data = json.loads(TEXT)
    del data["themas"][0]["stellingen"][1]["tekst"]
    tekst = json.dumps(data, indent=1)
    (fout,) = faults_in(tekst)
    assert fout.waar == "Visie, stelling 2"
    assert fout.wat == "Het veld ‘tekst’ ontbreekt."
    assert tekst.split("\n")[fout.regel - 1].strip() == "{"


def test_a_number_that_is_wrong_is_not_also_called_missing():
    tekst, _ = changed('"nummer": 1,', '"nummer": "1",', 3)
    assert [fout.wat for fout in faults_in(tekst)] == [
        "‘nummer’ moet een heel getal zijn."
    ]


def test_all_faults_come_at_once_in_the_order_of_the_file():
    tekst = TEXT.replace('"voor": "beleid"', '"voor": "baas"')
    tekst = tekst.replace('"formaat": 1', '"formaat": 2')
    tekst = tekst.replace('"naam": "Visie"', '"naam": " "')
    regels = [fout.regel for fout in faults_in(tekst)]
    assert len(regels) == 3
    assert regels == sorted(regels)


def test_another_encoding_is_named_with_its_line():
    latin = (
        TEXT.replace("’", "'")
        .replace("‘", "'")
        .replace("…", "")
        .encode("latin-1", "replace")
    )
    (fout,) = faults_in(latin)
    assert fout.regel == next(
        n
        for n, regel in enumerate(latin.split(b"\n"), 1)
        if max(regel, default=0) > 127
    )
    assert "UTF-8" in fout.wat
    assert "UTF-8" in faults_in(TEXT.encode("utf-16"))[0].wat


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_half_a_file_is_recognised(part):
    half = TEXT[: TEXT.index(" ", int(len(TEXT) * part))]
    (fout,) = faults_in(half)
    assert "niet helemaal meegekomen" in fout.wat
    assert fout.regel == half.count("\n") + 1


def test_a_slip_in_the_json_is_named_with_its_line():
    tekst, regel = changed('"versie": 2,', '"versie": 2')
    (fout,) = faults_in(tekst)
    assert fout.regel == regel + 1  # the comma is missed where the next line begins
    assert "komma" in fout.wat


def test_a_raw_control_character_in_json_is_named():
    tekst, regel = changed('"naam": "Visie"', '"naam": "Vi\x07sie"')
    assert faults_in(tekst) == [
        Fout(
            regel,
            "Het bestand",
            "Hier staat een onzichtbaar stuurteken in de tekst. Haal het weg.",
        )
    ]


# --- CSV


@pytest.mark.parametrize(
    ("row", "wat"),
    [
        ("stelling;visie;1;2;Nog eens;;", "Nummer 2 staat er twee keer, ook op regel 7."),
        ("stelling;visie;1;4;Vier;;", "Nummer 3 ontbreekt ervoor."),
        ("stelling;visie;1;;Geen nummer;;", "‘nummer’ moet een heel getal zijn."),
        ("stelling;visie;1;3;;;", "‘tekst’ is leeg."),
        ("stelling;visie;2;1;Ander deel;;", "Deel 2 is er niet."),
        ("stelling;visioen;1;3;Drie;;", "‘visioen’ is geen thema dat we kennen."),
        ("bewering;visie;1;3;Drie;;", "‘bewering’ is geen soort: stelling, open_vraag of editie."),
        ("stelling;visie;1;3", "Deze rij heeft 4 kolommen, en de kop 7."),
        ("stelling;visie;1;3;" + "a" * 401 + ";;", "‘tekst’ is te lang: 401 tekens. Het mogen er 400 zijn."),
        ("stelling;visie;1;3;a\x00b;;", "‘tekst’ bevat een regeleinde of een onzichtbaar teken. Haal het weg."),
        ('stelling;visie;1;3;"a\nb";;', "‘tekst’ bevat een regeleinde of een onzichtbaar teken. Haal het weg."),
        ("editie;naam;;;Nog een naam;;", "‘naam’ staat er twee keer, ook op regel 4."),
        ("editie;kleur;;;groen;;", "‘kleur’ kennen we niet. Kies uit sleutel, versie, naam, bron."),
        ('stelling;visie;1;3;"a"b;;', "Hier klopt een aanhalingsteken niet."),
        ('stelling;visie;1;3;"a;;', "Het houdt hier midden in iets op. Waarschijnlijk is het niet helemaal meegekomen."),
    ],
)  # fmt: skip
def test_a_fault_in_a_row_is_named_with_its_line(row, wat):
    good = csv_of(SMALL)
    (fout,) = faults_in(good + row, "e.csv", OWN)
    assert fout.wat == wat
    assert fout.regel == good.count("\n") + 1


@pytest.mark.parametrize(
    ("header", "wat"),
    [
        ("soort;thema;nummer", "Deze kolommen missen: ‘tekst’."),
        ("soort;thema;nummer;tekst;kleur", "Deze kolommen kennen we niet: ‘kleur’."),
        ("soort;thema;nummer;tekst;tekst", "Deze kolommen staan er twee keer: ‘tekst’."),
    ],
)  # fmt: skip
def test_a_header_that_is_wrong_is_named(header, wat):
    assert faults_in("\n" + header + "\nstelling", "e.csv", OWN) == [
        Fout(2, "Het bestand", wat)
    ]


def test_a_csv_without_a_theme_names_what_is_missing():
    rows = [
        row
        for row in csv_of(SMALL).split("\r\n")
        if "Krachtige organisaties" not in row
    ]
    (fout,) = faults_in("\n".join(rows), "e.csv", OWN)
    assert fout.waar == "Krachtige organisaties"


def test_a_csv_needs_an_edition_to_build_on():
    assert "vult een editie aan" in faults_in(csv_of(SMALL), "e.csv")[0].wat


def test_a_fault_reads_as_a_sentence():
    tekst, regel = changed('"nummer": 2,', '"nummer": 1,', 1)
    eerder = line_of(tekst, '"nummer": 1,', 3)
    assert str(faults_in(tekst)[0]) == (
        f"Regel {regel}: Visie, stelling 1. Nummer 1 staat er twee keer, ook op regel {eerder}."
    )
