"""PDFs are tagged, complete, the same every time, and made from our own files only."""

import sys
from io import BytesIO

import pikepdf
import pytest

from basis import pdf
from tests.pdf.checker import (
    Structure,
    assert_readable_aloud,
    beyond_the_edge,
    pages,
    text,
)

WORDS = "officieel, financiën, efficiënt, affect, reflectie, IJmuiden, coördinatie"


def page(body: str, title: str = "Proef") -> str:
    return f'<!doctype html><html lang="nl"><head><title>{title}</title></head><body>{body}</body></html>'


def rows(count: int) -> str:
    cells = "".join(
        f'<tr><th scope="row">Rij {i}</th><td>{i}</td></tr>' for i in range(count)
    )
    return (
        '<table><caption>Lang</caption><thead><tr><th scope="col">Naam</th>'
        f'<th scope="col">Getal</th></tr></thead><tbody>{cells}</tbody></table>'
    )


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Leeg</h1>",
        f"<h1>Eén rij</h1>{rows(1)}",
        f"<h1>Veel</h1>{rows(500)}",
        f"<h1>Lang</h1><p>{'Landelijkeorganisatie' * 7}</p>",
        f"<h1>Tekens</h1><p>{WORDS} Şeyma Đặng 👍🏽 👨‍👩‍👧 1️⃣ مرحبا שלום ሰላም हिन्दी 中文 \u200b\u202e</p>",
        "<h1>Weggelaten</h1><p>Niet te zien. <a href='#a'>Waarom?</a></p><p id='a'>Daarom.</p>",
    ],
    ids=["empty", "one row", "500 rows", "long names", "signs", "hidden cells"],
)
def test_it_can_be_read_aloud(body):
    assert_readable_aloud(pdf.render(page(body)).content)


def test_every_word_is_found_letter_for_letter():
    body = f"<h1>{WORDS}</h1><p>{WORDS}</p><p><b>{WORDS}</b></p>"
    assert text(pdf.render(page(body)).content).count(WORDS) == 3


def test_a_remark_of_six_thousand_characters_is_complete():
    remark = " ".join(f"woord{i}" for i in range(700))
    assert remark in text(
        pdf.render(page(f"<blockquote>{remark}</blockquote>")).content
    )


@pytest.mark.parametrize(
    "where", ["<h1>{}</h1>", "<p>{}</p>", "<table><tr><td>{}</td></tr></table>"]
)
def test_a_name_without_a_space_stays_on_the_paper(where):
    name = "".join(f"{i:03d}Stichting" for i in range(12))[:140]
    content = pdf.render(page(where.format(name))).content
    assert "".join(text(content).split()) == name
    assert beyond_the_edge(content) == []


def test_each_part_of_a_table_over_pages_is_complete_with_its_headers():
    content = pdf.render(page(rows(200))).content
    tree = Structure(content)
    tables = tree.all("Table")
    assert len(tables) == len(pages(content)) > 2
    for part in tables:
        (head,), (body,) = tree.all("THead", part), tree.all("TBody", part)
        above = {str(cell.A.Scope) for cell in tree.all("TH", head)}
        beside = {str(cell.A.Scope) for cell in tree.all("TH", body)}
        assert (above, beside) == ({"/Column"}, {"/Row"})
        assert all(len(cell.A.Headers) == 2 for cell in tree.all("TD", part))


@pytest.mark.parametrize(
    "written",
    [
        "Fijn 🙂 zo 12",
        "שלום allemaal",
        "Ж en ş",
        "ሰላም ዓለም",
        "Prima 👍🏽 hoor",
        "สวัสดี",
        "1 → 2 ✓",
    ],
)
def test_what_people_write_is_drawn_and_found(written):
    content = pdf.render(page(f"<p>{written}</p><p><b>{written}</b></p>")).content
    assert "[" not in text(content)
    assert not set(written) - set(text(content)) - set(" \u200d\ufe0f")


def test_arabic_is_drawn_with_its_own_letters():
    words, more = pdf.drawable("<p>مرحبا</p>")
    assert words == "<p>مرحبا</p>"
    assert [font.family for font in more] == ["Noto Sans Arabic"]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("fijn 中文 zo", "fijn [Chinees, Japans of Koreaans] zo"),
        ("ja 日本語とカナ", "ja [Chinees, Japans of Koreaans]"),
        ("ja \U0001faff nee", "ja [emoji] nee"),
        ("ja \ue000\ue001 nee", "ja [onbekend teken] nee"),
    ],
)
def test_a_sign_no_font_of_ours_has_is_named_once_and_the_rest_stays(written, found):
    assert text(pdf.render(page(f"<p>{written}</p>")).content) == found


def test_what_turns_the_direction_of_the_rest_goes():
    words, _ = pdf.drawable("a\u202eb \u2067שלום\u2069")
    assert words == "ab שלום"


def test_a_page_of_ours_takes_no_other_font():
    assert pdf.drawable(page(WORDS))[1] == ()


def test_the_same_page_gives_the_same_bytes():
    html = page(f"<h1>{WORDS}</h1>{rows(3)}<p><b>vet</b> <em>schuin</em></p>")
    assert pdf.render(html).content == pdf.render(html).content


NOT_MADE = (*pdf.MADE, pdf.MadeFont("Source Sans 3", "normal", 1))


@pytest.mark.parametrize("asked", [pdf.MADE, NOT_MADE], ids=["made", "not made"])
def test_it_has_the_same_words_and_letters_when_a_weight_is_not_made(
    monkeypatch, asked
):
    monkeypatch.setattr(pdf, "MADE", asked)
    html = page(f"<h1>{WORDS}</h1><p>Şeyma <b>vet</b> <em>schuin</em></p>")
    content = pdf.render(html).content
    words = f"{WORDS} Şeyma vet schuin"
    assert "".join(text(content).split()) == "".join(words.split())
    named = {str(font).split("+")[1] for font in _fonts(content)}
    assert len(named) == 3
    assert all(name.startswith("Source-Sans-3") for name in named)


def _fonts(content):
    with pikepdf.open(BytesIO(content)) as document:
        for row in document.objects:
            if isinstance(row, pikepdf.Dictionary) and "/FontName" in row:
                yield row.FontName


def test_who_waits_hears_how_far_it_is():
    said: list[int] = []
    pdf.render(page(rows(100)), progress=said.append)
    assert said == sorted(said)
    assert (said[0], said[-1]) == (5, 95)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.nl/x.png",
        "file:///etc/hostname",
        "css/nergens.png",
        "../../manage.py",
    ],
)
def test_nothing_comes_from_elsewhere(address):
    with pytest.raises(pdf.PdfError, match="not to be had"):
        pdf.render(page(f'<p><img alt="x" src="{address}"></p>'))


def test_without_pango_it_says_what_to_install(monkeypatch):
    def load(name, *_):
        raise OSError("cannot load library 'libgobject-2.0-0'")

    monkeypatch.setitem(sys.modules, "weasyprint", None)
    monkeypatch.setattr("builtins.__import__", _import_that_breaks(load))
    with pytest.raises(pdf.NoPango, match="Zonder pango maakt het product geen PDF's"):
        pdf.render(page("<p>x</p>"))


def _import_that_breaks(load):
    real = __import__

    def broken(name, *more):
        return load(name) if name.startswith("weasyprint") else real(name, *more)

    return broken
