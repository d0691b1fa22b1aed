"""The frame round every page: heard, found, light, and the same for everyone."""

import gzip
import re
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.template import Context, RequestContext, Template
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory

import pytest
from hypothesis import given, strategies as st
from lxml import html as lxml_html

from basis.forms import NkForm
from basis.templatetags import nk

ROOT = settings.BASE_DIR
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
CORE = (ROOT / "static/css/netwerkkompas.css").read_text(encoding="utf-8")
WORK = (ROOT / "static/css/werk.css").read_text(encoding="utf-8")
SCREEN = (ROOT / "static/css/scherm.css").read_text(encoding="utf-8")
PLAN = (ROOT / "static/css/plan.css").read_text(encoding="utf-8")
PAGES = [p for p in TEMPLATES if "pdf" not in p.parts and "mail" not in p.parts]
ERRORS = ["400", "403", "404", "429", "500", "503"]
BUDGET_BYTES = 14 * 1024
CLASS = r"\.([a-z][a-z0-9-]*)"


class NaamForm(NkForm):
    naam = forms.CharField()


@pytest.fixture
def request_(rf: RequestFactory):
    request = rf.get("/ergens/?a=1&b=2")
    request.user, request.actieve_rol = AnonymousUser(), None
    request._messages = CookieStorage(request)
    return request


def shown(request, source: str = "", **context) -> lxml_html.HtmlElement:
    page = Template(
        '{% extends "base.html" %}{% block title %}Proef{% endblock %}' + source
    )
    whole = RequestContext(request)
    whole.update(context)
    return lxml_html.fromstring(page.render(whole))


def text(root: lxml_html.HtmlElement, path: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in root.xpath(path)]


# --- the frame ----------------------------------------------------------------------
def test_the_first_link_goes_to_the_content(request_):
    root = shown(request_)
    first = root.xpath("//body//a")[0]
    assert first.get("href") == "#inhoud"
    assert root.xpath("//main[@id='inhoud']")


def test_the_title_starts_with_fout_when_something_is_wrong(request_):
    assert text(shown(request_, form=NaamForm()), "//title") == [
        "Proef – Netwerkkompas"
    ]
    assert text(shown(request_, form=NaamForm({})), "//title") == [
        "Fout: Proef – Netwerkkompas"
    ]


def test_a_message_is_shown_in_a_region_that_is_heard(request_):
    messages.success(request_, "Bewaard om <14.32> uur")
    messages.error(request_, "Dat lukte niet")
    region = shown(request_).xpath("//*[@role='status']")[0]
    assert text(region, ".//p") == ["Bewaard om <14.32> uur", "Dat lukte niet"]
    assert [n.get("class") for n in region] == ["notice ok", "notice bad"]


def test_the_menu_says_where_you_are(request_):
    menu = [
        SimpleNamespace(tekst="Trajecten", url="/t/", hier=True),
        SimpleNamespace(tekst="Mensen", url="/m/", hier=False),
    ]
    root = shown(request_, menu=menu)
    assert text(root, "//nav[@id='menu']//a[@aria-current='page']") == ["Trajecten"]
    button = root.xpath("//button[@popovertarget='menu']")
    assert len(button) == 1


def test_without_a_menu_there_is_no_button_that_does_nothing(request_):
    assert not shown(request_, menu=[]).xpath("//button[@popovertarget]")


def test_help_is_in_the_header_where_it_should_be(request_):
    root = shown(request_, toon_hulp_nu=True)
    assert root.xpath("//header//a[@class='help-now']/@href") == ["/hulp-nu/"]
    assert not shown(request_, toon_hulp_nu=False).xpath("//a[@class='help-now']")


def test_who_is_logged_in_sees_their_name_and_a_way_out(request_):
    request_.user = SimpleNamespace(
        is_authenticated=True, get_full_name="Sam van den Berg", pk=1
    )
    root = shown(request_)
    assert text(root, "//a[@class='account']/span") == ["SB", "Sam van den Berg"]
    assert root.xpath("//form[@action='/uitloggen/']//button")


def test_the_reader_chooses_the_letters_and_comes_back_to_the_page(request_):
    plain, clear = shown(request_), shown(request_, lettertype="duidelijk")
    assert plain.get("class") is None
    assert clear.get("class") == "duidelijk"
    for root, value, words in (
        (plain, "duidelijk", "Duidelijke letters"),
        (clear, "", "Gewone letters"),
    ):
        form = root.xpath("//form[@action='/letters/']")[0]
        assert form.xpath(".//button/@value") == [value]
        assert text(form, ".//button") == [words]
        assert form.xpath(".//input[@name='terug']/@value") == ["/ergens/?a=1&b=2"]


def test_a_strange_value_of_the_cookie_changes_nothing(request_):
    assert shown(request_, lettertype='x" onload="y').get("class") is None


def test_the_demo_says_so_on_every_page(request_):
    root = shown(request_, demo_banner=True, mfa_uit=True)
    said = text(root, "//*[@class='banner']")[0]
    assert "verzonnen" in said
    assert "tweede stap" in said
    assert not shown(request_, demo_banner=False, mfa_uit=False).xpath(
        "//*[@class='banner']"
    )


# --- pages --------------------------------------------------------------------------
@pytest.mark.django_db
def test_the_start_page_has_a_door_for_each_kind_of_visitor(client):
    root = lxml_html.fromstring(client.get("/").content)
    doors = dict(
        zip(
            text(root, "//*[contains(@class,'door')]//a"),
            root.xpath("//*[contains(@class,'door')]//a/@href"),
            strict=True,
        )
    )
    assert doors == {
        "Ik zoek hulp of steun": "/sociale-kaart/",
        "Ik ben een naaste": "/voor-naasten/",
        "Ik maak me zorgen om iemand in mijn buurt": "/zorgen/",
        "Meedoen met een gesprek": "/meedoen/",
        "Inloggen": "/inloggen/",
        "Voor gemeenten en organisaties": "/over/",
    }
    assert root.xpath("//a[starts-with(@href,'tel:')]/@href") == [
        "tel:112",
        "tel:113",
        "tel:0880767000",
    ]
    assert "Praat met iemand: 113 of 0800-0113" in root.text_content()


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["/", "/over/", "/privacy/", "/toegankelijkheid/"])
def test_no_link_of_a_public_page_leads_nowhere(client, url):
    root = lxml_html.fromstring(client.get(url).content)
    for href in root.xpath("//a/@href"):
        path, _, anchor = href.partition("#")
        if href.startswith("tel:"):
            continue
        there = client.get(path or url)
        assert there.status_code == 200, href
        if anchor:
            assert lxml_html.fromstring(there.content).xpath(f"//*[@id='{anchor}']"), (
                href
            )


@pytest.mark.parametrize("status", ERRORS)
def test_an_error_page_needs_no_database_and_no_context(status):
    root = lxml_html.fromstring(get_template(f"{status}.html").render())
    assert len(root.xpath("//h1")) == 1
    assert text(root, "//h1") == [
        text(root, "//title")[0].removesuffix(" – Netwerkkompas")
    ]
    assert "/" in root.xpath("//main//a/@href")
    assert "113" in root.text_content()


def test_a_form_that_was_open_too_long_says_what_to_do():
    said = get_template("403.html").render({"formulier": True})
    assert "stond te lang open" in said
    assert "stond te lang open" not in get_template("403.html").render()


# --- every template -----------------------------------------------------------------
def source(path: Path) -> str:
    return re.sub(r"{#.*?#}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_template_brings_no_style_script_or_address_of_others(path):
    html = source(path)
    assert not re.search(r"\sstyle\s*=|<style|\son[a-z]+\s*=|javascript:", html)
    for script in re.findall(r"<script[^>]*>(.*?)</script>", html, flags=re.DOTALL):
        assert not script.strip()
    assert not re.search(r"(?:src|href)=[\"'](?:https?:)?//", html)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_form_that_posts_starts_with_its_head(path):
    for form in re.findall(
        r"<form\b[^>]*method=\"post\"[^>]*>(.*?)</form>", source(path), flags=re.DOTALL
    ):
        assert "{% form_head %}" in form


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_class_in_a_template_means_something(path):
    """Only names without a template tag in them can be looked up."""
    used = {
        name
        for value in re.findall(r'\bclass="([^"{]*)"', source(path))
        for name in value.split()
    }
    known = set(re.findall(CLASS, "".join((CORE, *sheets_of(path)))))
    assert used - known <= {"logo"}


def sheets_of(path: Path) -> list[str]:
    """What a page of this template has beside the core; what is included anywhere (a
    component, a form's fields) may be on any page."""
    words = source(path)
    if "css/plan.css" in words or "clientplan" in f"{path.parts}{words}":
        return [PLAN]
    if "css/scherm.css" in words or "scherm.html" in words:
        return [SCREEN]
    return [WORK]


# --- the stylesheet -----------------------------------------------------------------
@pytest.mark.parametrize("beside", [WORK, SCREEN, PLAN], ids=["werk", "scherm", "plan"])
def test_no_page_has_more_css_than_the_budget(beside):
    together = sum(len(gzip.compress(css.encode(), 6)) for css in (CORE, beside))
    assert together <= BUDGET_BYTES


def test_a_message_looks_like_what_it_says_on_every_page():
    kinds = {"ok", "warn", "bad", "plain"}  # of components/messages.html
    assert kinds <= set(re.findall(r"\.notice\.([a-z]+) \{", CORE))


def test_a_qr_code_keeps_its_own_colours_on_every_page():
    assert ".qr-code { forced-color-adjust: none; }" in CORE


def test_the_core_leaves_the_components_of_another_sheet_to_it_on_paper_too():
    """That sheet comes later in the same layer, and would undo what the core says."""
    told = r"@media (?:print|\(forced-colors: active\)) \{(.*?)\n  \}"
    elsewhere = set(re.findall(CLASS, WORK + SCREEN + PLAN))
    core = set(re.findall(CLASS, re.sub(told, "", CORE, flags=re.DOTALL)))
    found = set(re.findall(CLASS, "".join(re.findall(told, CORE, flags=re.DOTALL))))
    assert {"btn", "card", "no-print"} <= found
    assert found & (elsewhere - core) == set()


def token(name: str) -> str:
    """The value a colour has without a house style."""
    value = re.search(rf"--c-{name}:([^;]+);", CORE)
    assert value, name
    found = re.findall(r"#[0-9a-f]{3,6}\b", value[1])
    return found[-1] if found else token(re.findall(r"--c-([a-z-]+)", value[1])[-1])


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


GROUNDS = ["bg", "surface", "sunken", "brand-soft", "sand"]


@pytest.mark.parametrize(
    ("ink", "ground"),
    [(ink, ground) for ink in ("ink", "muted", "brand", "link") for ground in GROUNDS]
    + [(k, f"{k}-soft") for k in ("ok", "warn", "bad", "accent", "third")]
    + [("accent-deep", "accent-soft"), ("brand-ink", "brand"), ("sand-ink", "sand")]
    + [("brand-ink", "brand-deep"), ("bad", "surface"), ("ok", "surface")],
)
def test_text_can_be_read_on_every_ground_it_stands_on(ink, ground):
    assert contrast(token(ink), token(ground)) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_edge_of_a_control_can_be_seen(ground):
    assert contrast(token("line-strong"), token(ground)) >= 3


# --- words --------------------------------------------------------------------------
def test_dates_and_times_are_written_the_dutch_way():
    moment = datetime(2026, 11, 19, 13, 5, tzinfo=UTC)
    show = Template("{{ m|datum }} om {{ m|tijd }}, {{ d|datum }}, {{ t|tijd }}")
    assert show.render(
        Context({"m": moment, "d": date(2026, 3, 1), "t": time(0, 0)})
    ) == ("19 november 2026 om 14.05 uur, 1 maart 2026, 0.00 uur")
    assert (nk.datum(None), nk.tijd(None)) == ("", "")


@given(st.dates())
def test_a_date_can_be_read_back(day):
    number, month, year = nk.datum(day).split()
    assert date(int(year), nk.MONTHS.index(month) + 1, int(number)) == day


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [
        (0.64, None, "0,64"),
        (2.5, None, "2,5"),
        (2.0, None, "2"),
        (Decimal("2.50"), None, "2,5"),
        (100, None, "100"),
        (0.6, 2, "0,60"),
        (None, None, ""),
    ],
)
def test_figures_have_a_decimal_comma(value, decimals, said):
    assert nk.getal(value, decimals) == said


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Noor Verhagen", "NV"),
        ("Sam van den Berg", "SB"),
        ("Şeyma Öztürk-Yılmaz", "ŞY"),
        ("Bo", "B"),
        ("", ""),
    ],
)
def test_initials_are_of_the_first_and_the_last_name(name, letters):
    assert nk.initialen(name) == letters


def test_a_form_carries_the_role_it_was_made_with(request_):
    template = Template("{% form_head %}")
    guest = template.render(Context({"request": request_}))
    assert 'name="csrfmiddlewaretoken"' in guest
    assert "_rol" not in guest
    request_.actieve_rol = SimpleNamespace(sleutel='regio:"1')
    assert 'name="_rol" value="regio:&quot;1"' in template.render(
        Context({"request": request_})
    )


def test_a_tile_shows_its_tick_and_its_words():
    widget = {"type": "radio", "name": "r", "value": "1", "label": "Ja", "attrs": {}}
    html = render_to_string("components/tile.html", {"widget": widget})
    assert "chosen" in html
    assert "<span>Ja</span>" in html
