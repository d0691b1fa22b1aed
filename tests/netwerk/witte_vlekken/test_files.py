"""Page, workbook and PDF say the same, and each can be read by everybody."""

from datetime import datetime
from io import BytesIO

import pytest
from lxml import html
from openpyxl import load_workbook

from netwerk.documents.witte_vlekken import as_pdf, sheets
from netwerk.models import Vergeefs
from netwerk.rules.vergeefs import quarter
from netwerk.selectors.witte_vlekken import read_overview
from tests.netwerk.witte_vlekken.kaart import Kaart
from tests.pdf.checker import Structure, assert_readable_aloud, beyond_the_edge, text
from tests.world import browser
from toegang.models import Gemeente

START = "/netwerk/witte-vlekken/"
LONG = "Gemeentemeteenheellangenaamzonderspatieserin" * 3
STRANGE = ["=HYPERLINK(1)", "@SUM(1)", "- meer rust", "+31 6 12345678"]


@pytest.fixture
def filled(world, kaart):
    world.edition()
    kaart.fill()
    for woorden, keer in (("slapen buiten huis", 31), ("", 4)):
        Vergeefs.objects.create(
            regio=world.regio,
            kwartaal=quarter(world.today),
            sleutel=woorden or "verborgen",
            woorden=woorden,
            keer=keer,
        )
    return kaart


def workbook(who):
    answer = browser(who).get(f"{START}rekenblad/")
    assert answer.status_code == 200
    return load_workbook(BytesIO(answer.content))


def rows(book, sheet):
    head, *rest = book[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rest]


def said(td) -> str:
    """A cell without what only a screen reader is told."""
    for hidden in td.xpath(".//span[@class='vh']|.//*[contains(@class,'old')]"):
        hidden.drop_tree()
    return " ".join(" ".join(td.itertext()).split())


def in_words(row) -> str:
    """A row of the workbook as the page says it."""
    if not row["Aantal plekken"]:
        return "Nog niets"
    weken = row["Kortste wachttijd (weken)"]
    wacht = {None: "wachttijd niet bekend", 0: "kan meteen"}.get(
        weken, f"{weken:g} weken wachten".replace(".", ",") if weken else ""
    )
    return f"{row['Aantal plekken']} {wacht} {row['Informeel']:.0%} informeel"


def test_page_workbook_and_pdf_have_the_same_figures(world, filled):
    book, client = workbook(world.teun), browser(world.teun)
    paper = text(client.get(f"{START}pdf/").content)
    for sheet, part, column in (
        ("Functies", "", "Functie"),
        ("Werkwijzen", "werkwijzen/", "Werkwijze"),
    ):
        found = html.fromstring(client.get(START + part).content)
        shown = [
            (tr.findtext("th"), td.get("data-label"), said(td))
            for tr in found.xpath("//table[contains(@class,'matrix')]/tbody/tr")
            for td in tr.xpath("td")
        ]
        kept = [
            (row[column], row["Gemeente"], in_words(row)) for row in rows(book, sheet)
        ]
        assert shown
        for (what, where, page), (*about, sheet_words) in zip(
            shown, [row for row in kept if row[0] in {s[0] for s in shown}], strict=True
        ):
            assert [what, where] == about
            assert page.startswith(sheet_words)
            assert sheet_words in paper
    assert {row["Werkwijze"] for row in rows(book, "Werkwijzen")} == {
        "Maatjesproject",
        "Resourcegroep",
    }
    assert "Resourcegroep" in paper


def test_what_belongs_to_a_function_is_the_same_in_all_three(world, filled):
    client = browser(world.teun)
    page = html.fromstring(client.get(START).content).text_content()
    paper = text(client.get(f"{START}pdf/").content)
    counted: dict[str, list[int]] = {}
    for row in rows(workbook(world.teun), "Wat hoort erbij"):
        counted.setdefault(row["Voorziening"], []).append(row["Aantal plekken"])
    nowhere = [naam for naam, counts in counted.items() if not sum(counts)]
    assert "Crisishulp" in nowhere
    assert "Hulp bij een sociaal netwerk" not in nowhere
    for naam in counted:
        assert (f"{naam}: nergens" in page) == (naam in nowhere)
        assert (f"{naam} 0 Nergens gevonden" in paper) == (naam in nowhere)


def test_numbers_and_dates_are_real_ones(world, filled):
    (row,) = [
        row
        for row in rows(workbook(world.teun), "Functies")
        if (row["Functie"], row["Gemeente"]) == ("Activiteiten en meedoen", "Brugveen")
    ]
    assert (row["Aantal plekken"], row["Kortste wachttijd (weken)"]) == (1, 2.5)
    assert row["Informeel"] == 1
    assert isinstance(row["Laatst nagekeken"], datetime)


def test_fewer_than_five_go_out_in_none_of_them(world, filled):
    client = browser(world.teun)
    page = html.fromstring(client.get(START).content)
    found = page.xpath("//section[@aria-labelledby='ver']//tbody/tr/th/text()")
    assert [word.strip() for word in found] == ["slapen buiten huis"]
    assert [
        (row["Woorden"], row["Dit kwartaal"])
        for row in rows(workbook(world.teun), "Gezocht, niet gevonden")
    ] == [("slapen buiten huis", 31)]
    paper = client.get(f"{START}pdf/").content
    assert "slapen buiten huis 31 –" in text(paper)


def test_names_that_look_like_formulas_stay_names(world):
    kaart = Kaart(world, *STRANGE)
    kaart.fill()
    page = workbook(world.teun)["Functies"]
    cells = [cell for (cell,) in page.iter_rows(min_row=2, min_col=2, max_col=2)]
    assert {cell.value for cell in cells} >= set(STRANGE)
    assert {cell.data_type for cell in cells} == {"s"}


def test_every_sheet_has_its_head_in_sight(world, filled):
    book = workbook(world.teun)
    assert book.sheetnames == [
        sheet.naam for sheet in sheets(read_overview(world.regio, world.today))
    ]
    assert {page.freeze_panes for page in book} == {"A2"}


# --- the PDF


def nothing(kaart) -> None:
    """Gemeenten and no provisions."""


def one_row(kaart) -> None:
    kaart.add("Inloop", "regio", functies=["steun"])


def many(kaart) -> None:
    for number in range(30):
        Gemeente.objects.create(regio=kaart.regio, naam=f"Gemeente {number:02d}")
    for number in range(20):
        kaart.add(f"Plek {number}", "regio", functies=["steun", "kracht"],
                  werkwijzen=[f"werkwijze-{number}"], weken="3")  # fmt: skip


def long_names(kaart) -> None:
    Gemeente.objects.create(regio=kaart.regio, naam=LONG[:80])
    kaart.add("Inloop", "regio", functies=["steun"], werkwijzen=["x" * 80])


def signs(kaart) -> None:
    Gemeente.objects.create(regio=kaart.regio, naam="Súdwest-Fryslân 🙂 مرحبا <b>")
    kaart.fill()


def hidden(kaart) -> None:
    """Holes, and words that may not be shown."""
    kaart.add("Nergens", functies=["steun"])
    Vergeefs.objects.create(
        regio=kaart.regio, kwartaal=quarter(kaart.today), sleutel="x", keer=4
    )


KINDS = [nothing, one_row, many, long_names, signs, hidden]


@pytest.mark.parametrize("fill", KINDS, ids=[kind.__name__ for kind in KINDS])
def test_it_can_be_read_aloud_and_fits_the_page(world, kaart, fill):
    fill(kaart)
    content = as_pdf(read_overview(world.regio, world.today)).content
    assert_readable_aloud(content)
    assert beyond_the_edge(content) == []


def test_tables_have_heads_and_nobody_is_left_out(world, kaart):
    many(kaart)
    content = as_pdf(read_overview(world.regio, world.today)).content
    tree = Structure(content)
    tables = tree.all("Table")
    assert all(tree.all("TH", table) for table in tables)
    words = text(content)
    for gemeente in Gemeente.objects.filter(regio=world.regio):
        assert gemeente.naam in words
