"""A region keeps its own look: who manages it tries, sees the figures, and chooses."""

import re
from base64 import b64decode
from io import BytesIO

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

import pytest
from lxml import html
from PIL import Image

from tests.toegang.people import log_lines
from tests.world import browser
from toegang.choices import Soort
from toegang.models import Huisstijl
from toegang.selectors.huisstijl import on_paper, paper_of, style_of

PAGE, LOGO = "/beheer/huisstijl/", "/beheer/huisstijl/logo/"
LOOK = {"naam": "Lindestroom Samen", "kleur": "0066CC", "tweede_kleur": "#a83f17"}
SHEET = "/stijl/0066cc-a83f17.css"


def png(size=(200, 60)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "#0066cc").save(out, "PNG")
    return out.getvalue()


def send_logo(world, content: bytes, name: str = "logo.png"):
    file = SimpleUploadedFile(name, content)
    return browser(world.teun).post(LOGO, {"logo": file})


def kaart(world, slug: str = "lindestroom") -> str:
    """A page of the kaart of a region, as a visitor sees it."""
    return browser().get(f"/zorgen/{slug}/").content.decode()


def test_what_is_kept_stands_on_the_pages_of_that_region_alone(world):
    answer = browser(world.teun).post(PAGE, LOOK)
    assert answer["Location"] == f"{PAGE}?regio=lindestroom"
    assert f'<link rel="stylesheet" href="{SHEET}">' in kaart(world)
    assert "<small>Lindestroom Samen</small>" in kaart(world)
    assert "/stijl/" not in kaart(world, "heuvelrug")
    assert "huisstijl" in [line[0] for line in log_lines()]


def test_a_visitor_who_chose_a_region_sees_its_look_where_no_region_is_named(world):
    Huisstijl.objects.create(regio=world.regio, kleur="#0066cc")
    visitor = browser()
    assert "/stijl/" not in visitor.get("/voor-naasten/").content.decode()
    visitor.cookies["regio"] = "lindestroom"
    assert "/stijl/0066cc.css" in visitor.get("/voor-naasten/").content.decode()


def work(who, path: str = "/kompas/trajecten/") -> str:
    return browser(who).get(path).content.decode()


def test_the_start_page_looks_as_the_region_that_a_visitor_chose(world):
    Huisstijl.objects.create(regio=world.regio, kleur="#0066cc", naam="Samen")
    visitor = browser()
    assert "/stijl/" not in visitor.get("/").content.decode()
    visitor.cookies["regio"] = "lindestroom"
    page = visitor.get("/").content.decode()
    assert "/stijl/0066cc.css" in page
    assert "<small>Samen</small>" in page


@pytest.mark.parametrize("name", ["noor", "amina", "teun"])
def test_work_in_a_region_looks_as_that_region_does(world, name):
    Huisstijl.objects.create(regio=world.regio, kleur="#0066cc", naam="Samen")
    page = work(getattr(world, name))
    assert "/stijl/0066cc.css" in page
    assert "<small>Samen</small>" in page
    assert "/stijl/" not in work(world.verre_noor)


@pytest.mark.parametrize("name", ["olga", "petra", "gemma"])
def test_so_does_work_for_an_organisation_or_a_gemeente(world, name):
    Huisstijl.objects.create(regio=world.regio, kleur="#0066cc")
    assert "/stijl/0066cc.css" in work(getattr(world, name), "/account/")


def test_who_works_in_two_regions_sees_the_one_the_page_is_about(world):
    Huisstijl.objects.create(regio=world.regio, kleur="#0066cc")
    Huisstijl.objects.create(regio=world.elders, kleur="#a83f17")
    world.role(world.teun, Soort.REGIOBEHEERDER, regio=world.elders)
    assert "/stijl/" not in work(world.teun)
    for slug, sheet in (("lindestroom", "0066cc"), ("heuvelrug", "a83f17")):
        assert f"/stijl/{sheet}.css" in work(
            world.teun, f"/beheer/gebied/?regio={slug}"
        )


def test_what_a_visitor_chose_says_nothing_of_where_somebody_works(world):
    Huisstijl.objects.create(regio=world.elders, kleur="#0066cc")
    mine = browser(world.noor)
    mine.cookies["regio"] = "heuvelrug"
    assert "/stijl/" not in mine.get("/kompas/trajecten/").content.decode()


def test_who_takes_part_in_a_round_sees_the_look_of_its_region(world):
    """Also who chose another region before, and who has an account elsewhere."""
    ronde = world.new_ronde()
    Huisstijl.objects.create(regio=world.regio, kleur="#0066cc", naam="Samen")
    Huisstijl.objects.create(regio=world.elders, kleur="#a83f17", naam="Verder weg")
    visitor = browser()
    visitor.cookies["regio"] = "heuvelrug"
    for who in (visitor, browser(world.verre_noor)):
        for part in ("", "kaarten/", "kaart/visie/", "kaart/visie/1/"):
            page = who.get(f"/meedoen/{ronde.code}/{part}").content.decode()
            assert "/stijl/0066cc.css" in page, part
            assert "<small>Samen</small>" in page, part
            assert "Verder weg" not in page
            if not part:
                who.post(f"/meedoen/{ronde.code}/", {"rol": "inwoner"})


def test_the_page_where_a_code_is_typed_looks_as_the_region_that_was_chosen(world):
    Huisstijl.objects.create(regio=world.regio, kleur="#0066cc")
    visitor = browser()
    assert "/stijl/" not in visitor.get("/meedoen/").content.decode()
    visitor.cookies["regio"] = "lindestroom"
    assert "/stijl/0066cc.css" in visitor.get("/meedoen/").content.decode()


def test_a_page_asks_for_its_look_once(world):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            work(world.noor)
        return sum("toegang_huisstijl" in query["sql"] for query in queries)

    assert count() == 1


def test_help_now_keeps_its_own_colour():
    """A region may make its second colour green; 112 stays what it is."""
    sheets = settings.BASE_DIR / "static/css"
    css = "".join(
        (sheets / name).read_text() for name in ("netwerkkompas.css", "werk.css")
    )
    rules = re.findall(
        r"^ *\.help(?:-now|line|-strip)[^{]*\{[^}]*\}", css, re.MULTILINE
    )
    assert len(rules) > 5
    assert not [rule for rule in rules if "--c-accent" in rule]


@pytest.mark.parametrize("length", [41, 100])
def test_a_name_that_is_too_long_is_said_and_not_cut(world, length):
    naam = "x" * length
    answer = browser(world.teun).post(PAGE, LOOK | {"naam": naam})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert f"Er passen 40 tekens in, nu zijn het er {length}" in page
    assert f'value="{naam}"' in page
    (field,) = html.fromstring(page).xpath("//input[@name='naam']")
    assert int(field.get("maxlength")) >= length


def test_the_sheet_is_small_and_kept_by_browsers(world):
    answer = browser().get(SHEET)
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert "public" in answer["Cache-Control"]
    assert (
        "--basis-color-accent-1-inverse-bg-default:#0066cc" in answer.content.decode()
    )
    assert len(answer.content) < 1_000


@pytest.mark.parametrize("name", ["ffcc00", "0066cc-ffcc00", "0066CC", "0066cc-", "x"])
def test_there_is_no_sheet_of_colours_that_cannot_be_read(world, name):
    assert browser().get(f"/stijl/{name}.css").status_code == 404


def test_trying_shows_the_new_look_and_keeps_nothing(world):
    page = browser(world.teun).post(PAGE, LOOK | {"doe": "bekijk"})
    assert page.status_code == 200
    for words in (SHEET, "Dit is een proef", "5,5 op 1", "Lindestroom Samen"):
        assert words in page.content.decode()
    assert not Huisstijl.objects.exists()


def test_a_colour_that_cannot_be_read_is_refused_with_its_figure_and_the_nearest(world):
    page = browser(world.teun).post(PAGE, LOOK | {"kleur": "#ffcc00"})
    assert page.status_code == 422
    for words in ("het verschil is 1,2 op 1", "moet 4,5 op 1", "#816700", "#ffcc00"):
        assert words in page.content.decode()
    assert not Huisstijl.objects.exists()


def test_a_logo_is_drawn_anew_and_is_there_for_everybody(world):
    assert send_logo(world, png((900, 300)) + b"geheim").status_code == 302
    style = style_of("lindestroom")
    assert (style.breedte, style.hoogte) == (288, 96)
    assert f'src="{style.logo}"' in kaart(world)
    answer = browser().get(style.logo)
    assert answer["Content-Type"] == "image/png"
    assert b"geheim" not in answer.content


def test_another_logo_has_another_address(world):
    send_logo(world, png())
    first = style_of("lindestroom").logo
    send_logo(world, png())
    assert style_of("lindestroom").logo != first
    assert browser().get(first).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("foto.png", b"\x89PNG" + b"x" * 3_000_000, "Dit bestand is te groot: 3 MB"),
        ("foto.png", b"\x89PNG" + b"x" * 40_000_000, "Dit bestand is te groot: 40 MB"),
        (
            "als.png",
            b'<?xml version="1.0"?><svg onload="x()"/>',
            "Een SVG kan hier niet",
        ),
        ("logo.svg", b"<svg><script>alert(1)</script></svg>", "Een SVG kan hier niet"),
        ("logo.png", b"MZ\x90\x00" * 50, "geen plaatje dat we kunnen lezen"),
        ("leeg.png", b"", "geen plaatje dat we kunnen lezen"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_and_the_old_logo_stays(
    world, name, content, sentence
):
    send_logo(world, png())
    before = style_of("lindestroom")
    answer = send_logo(world, content, name)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Kies het bestand opnieuw." in answer.content.decode()
    assert "Wat je invulde staat er nog" not in answer.content.decode()
    assert style_of("lindestroom") == before


def test_the_logo_goes_and_the_colours_stay(world):
    browser(world.teun).post(PAGE, LOOK)
    send_logo(world, png())
    browser(world.teun).post("/beheer/huisstijl/logo/weg/")
    style = style_of("lindestroom")
    assert (style.logo, style.css) == ("", SHEET)


def test_back_to_the_look_of_netwerkkompas(world):
    browser(world.teun).post(PAGE, LOOK)
    browser(world.teun).post("/beheer/huisstijl/weg/")
    assert "/stijl/" not in kaart(world)
    assert "Lindestroom Samen" not in kaart(world)


def test_on_paper_the_sheet_and_the_logo_stand_in_the_page_and_charts_follow(world):
    browser(world.teun).post(PAGE, LOOK)
    send_logo(world, png())
    stijl = paper_of(world.regio)
    assert b64decode(stijl.css.removeprefix("data:text/css;base64,")).startswith(
        b":root{--basis-color-accent-1-inverse-bg-default:#0066cc"
    )
    assert stijl.logo.startswith("data:image/png;base64,")
    drawn = on_paper('<path fill="#0b5d5b"/><path stroke="#a83f17"/>', stijl)
    assert drawn == '<path fill="#0066cc"/><path stroke="#a83f17"/>'


def test_without_a_choice_paper_stays_as_it_is(world):
    assert paper_of(world.regio) is None
    assert on_paper('<path fill="#0b5d5b"/>', None) == '<path fill="#0b5d5b"/>'
