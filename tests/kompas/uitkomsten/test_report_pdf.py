"""The report on paper: for seven kinds of rounds, and nothing of it gets lost."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
import time_machine
from PIL import Image

from basis.disclosure import KLEINE_GROEP, REDENEN, TE_WEINIG, VEILIG
from basis.pictures import as_png
from kompas.documents.rapport import as_pdf, uitkomstrapport
from kompas.services.edities import load_own_edition
from tests.kompas.uitkomsten.table import Tafel
from tests.pdf.checker import (
    Structure,
    assert_readable_aloud,
    beyond_the_edge,
    pages,
    text,
)
from toegang.services.huisstijl import keep_huisstijl, keep_logo

WORDS = "officieel, financiën, efficiënt, affect, reflectie, IJmuiden, coördinatie"
NAME = "Zorgaanbiedersverenigingvoorpsychiatrieenverslavingszorginoostnederland" * 2


def made(tafel: Tafel) -> bytes:
    return as_pdf(uitkomstrapport(tafel.ronde)).content


def empty(tafel, _world) -> None:
    """Nothing is open."""


def one_row(tafel, _world) -> None:
    tafel.scores(tafel.stelling(), ervaring="4")
    tafel.open("visie")


def many(tafel, _world) -> None:
    """Some 500 rows: every person says something."""
    for place in range(120):
        for sleutel, volgorde in (("visie", 1), ("visie", 2), ("samenwerking", 1)):
            tafel.says(
                tafel.stelling(sleutel, volgorde),
                "ervaring",
                place,
                f"Wat {place} vindt.",
            )
    tafel.tells(4, "ervaring", *(f"Idee {n}" for n in range(120)))
    tafel.open()


def long_names(tafel, world) -> None:
    world.traject.naam = NAME[:120]
    world.traject.save()
    tafel.says(tafel.stelling(), "ervaring", 0, NAME[:140])
    world.regio.eigen_werkwijzen.create(naam=NAME[:140])
    tafel.open()


def signs(tafel, world) -> None:
    world.traject.naam = "Súdwest-Fryslân & ’s-Hertogenbosch"
    world.traject.save()
    tafel.says(
        tafel.stelling(), "beleid", 0, f"{WORDS} Şeyma Đặng 🙂👍🏽 مرحبا <b> \u202e"
    )
    tafel.scores(tafel.stelling(), beleid="2")
    tafel.open()


def hidden(tafel, _world) -> None:
    tafel.ronde.weergave = "veilig"
    tafel.ronde.save()
    tafel.scores(tafel.stelling("visie", 1), ervaring="1 5", uitvoering="2 3 3 4")
    tafel.scores(tafel.stelling("visie", 2), ervaring="1 5")
    tafel.open()


def styled(tafel, world) -> None:
    """In the house style of its region, with a logo."""
    picture = BytesIO()
    Image.new("RGB", (90, 30), "#0066cc").save(picture, "PNG")
    regio = world.regio
    keep_huisstijl(regio=regio, naam="Samen Linde", kleur="#0066cc", tweede_kleur="")
    keep_logo(regio=regio, logo=as_png(picture.getvalue(), (320, 96)))
    one_row(tafel, world)


KINDS = [empty, one_row, many, long_names, signs, hidden, styled]


@pytest.mark.parametrize("fill", KINDS, ids=[kind.__name__ for kind in KINDS])
def test_it_can_be_read_aloud_and_stays_on_the_paper(world, tafel, fill):
    fill(tafel, world)
    content = made(tafel)
    assert_readable_aloud(content)
    assert beyond_the_edge(content) == []
    assert "naar het Kompas van Kenniscentrum Phrenos (2022/2023)" in text(content)


def test_its_cover_says_the_name_of_the_region_and_its_charts_take_the_colour(
    world, tafel
):
    styled(tafel, world)
    html = uitkomstrapport(tafel.ronde).html
    assert "Samen Linde" in html
    assert 'fill="#0066cc"' in html
    assert 'fill="#0b5d5b"' not in html
    assert html.count("data:text/css;base64,") == 1


def test_it_has_a_title_bookmarks_and_pictures_that_speak(world, tafel):
    tafel.scores(tafel.stelling(), ervaring="1 1 4", uitvoering="2 3 4")
    tafel.open()
    tree = Structure(made(tafel))
    assert str(tree.document.Root.Lang) == "nl"
    assert str(tree.document.docinfo["/Title"]) == "Uitkomsten van ronde 1, Lindehoven"
    assert [
        mark
        for mark in tree.bookmarks
        if mark in {"In het kort", "Visie", "Zo is dit gemaakt"}
    ] == ["In het kort", "Visie", "Zo is dit gemaakt"]
    spoken = [str(figure.Alt) for figure in tree.all("Figure")]
    assert "Iedereen: 2 keer een 1, 1 keer een 2, 1 keer een 3, 2 keer een 4" in spoken
    assert "Ervaring: 2 keer een 1, 1 keer een 4" in spoken
    assert all(spoken)


def test_every_word_of_a_remark_of_two_thousand_characters_is_there(world, tafel):
    remark = " ".join(f"woord{n}" for n in range(220))[:2000]
    tafel.says(tafel.stelling(), "ervaring", 0, remark)
    tafel.open()
    assert remark in text(made(tafel))


def test_words_are_found_letter_for_letter(world, tafel):
    signs(tafel, world)
    assert WORDS in text(made(tafel))


def test_five_hundred_rows_are_all_there(world, tafel):
    many(tafel, world)
    content = made(tafel)
    found = text(content)
    assert [n for n in range(120) if found.count(f"“Wat {n} vindt.”") != 3] == []
    assert len(pages(content)) > 10


def test_what_is_withheld_is_accounted_for(world, tafel):
    hidden(tafel, world)
    found = text(made(tafel))
    reasons = {
        key: REDENEN[key].format(
            groep_vanaf=VEILIG.groep_vanaf, geheel_vanaf=VEILIG.geheel_vanaf
        )
        for key in (KLEINE_GROEP, TE_WEINIG)
    }
    assert f"Bij 1 stelling. {reasons[KLEINE_GROEP]}" in found
    assert f"Bij 6 stellingen. {reasons[TE_WEINIG]}" in found


def test_a_table_over_two_pages_has_its_headers_on_both(world, tafel):
    tafel.ronde.editie = load_own_edition()
    tafel.ronde.save()
    tafel.ronde.kaarten.all().delete()
    thema = tafel.card("interventies")
    tafel.ronde.kaarten.create(
        thema=thema, voor_groepen=["ervaring"], weergave="open_gesprek"
    )
    for row in tafel.ronde.editie.werkwijzen.filter(elders=False):
        tafel.uses(row.naam, "ervaring", "doen")
    tafel.open()
    tree = Structure(made(tafel))
    tables = tree.all("Table")
    assert len(tables) > 12  # the list of themes, and eleven of which some go on
    assert all(len(tree.all("THead", part)) == 1 for part in tables)
    assert all(len(tree.all("TR", part)) > 2 for part in tables[1:])  # no row alone


def test_on_new_years_night_the_day_is_ours(world, tafel):
    tafel.open()
    with time_machine.travel(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)):
        found = text(made(tafel))
    assert "Gemaakt op 1 januari 2027" in found
    assert not {"None", "True", "False"} & set(found.split())
