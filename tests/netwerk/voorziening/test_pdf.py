"""A provision on paper: read aloud by others, with all its words, whatever these are."""

from io import BytesIO
from urllib.parse import urlsplit

from django.urls import reverse

import pytest
from PIL import Image

from basis import pdf
from basis.pictures import Png, as_png
from netwerk.choices import MagBellen, Status
from netwerk.models import Doelgroepvraag
from tests.netwerk.kaart import area, fact_team, hours, inloop, phone, place, wait
from tests.pdf.checker import Structure, assert_readable_aloud, beyond_the_edge, text
from tests.world import browser
from toegang.services.huisstijl import keep_huisstijl, keep_logo

pytestmark = pytest.mark.django_db
CRAZY = "Žofia’s Hüis ✨🌳 مرحبا Ελλάδα ½"
LONG = "Een heel lange naam zonder einde " + "x" * 90


def empty(world):
    return world.voorziening()


def one_row(world):
    v = world.voorziening(wetten=["wmo"])
    wait(v, world.today)
    inloop(world, "Inloop")
    return v


def many(world):
    v = fact_team(world)
    for n in range(60):
        wait(v, world.today, weken=(n, n + 1), doelgroep=f"groep {n}")
        Doelgroepvraag.objects.create(voorziening=v, tekst=f"Vraag {n}")
    for n in range(20):
        place(world, v, n)
        inloop(world, f"Inloop {n}", n)
    v.omschrijving = "Woorden. " * 2_000
    v.save()
    return v


def long_names(world):
    v = fact_team(world, LONG)
    v.kort, v.email = LONG[:300], "x" * 60 + "@example.nl"
    v.save()
    world.ggz.naam = LONG
    world.ggz.save()
    inloop(world, LONG)
    return v


def signs(world):
    v = fact_team(world, CRAZY)
    v.omschrijving = v.kosten = CRAZY
    v.save()
    wait(v, world.today, doelgroep=CRAZY)
    inloop(world, CRAZY, kort=CRAZY)
    return v


def hidden_cells(world):
    v = fact_team(world)
    wait(v, world.today, gemeten_op=world.today, geldig_tot=world.today)
    phone(v, "0100888888", MagBellen.EIGEN)
    v.wachttijden.update(gemeten_op="2025-01-01", geldig_tot="2025-02-01")
    return v


def stopped(world):
    return world.voorziening(status=Status.GESTOPT, gestopt_op=world.today)


def paper(v, user=None, query="") -> bytes:
    found = browser(user).get(reverse("voorziening_pdf", args=[v.slug]) + query)
    assert found.status_code == 200
    return found.content


@pytest.mark.parametrize(
    "data", [empty, one_row, many, long_names, signs, hidden_cells, stopped],
    ids=lambda data: data.__name__,
)  # fmt: skip
def test_it_is_read_aloud_by_others(world, data):
    content = paper(data(world))
    assert_readable_aloud(content)
    assert beyond_the_edge(content) == []


def test_all_that_matters_is_on_it(team, world):
    inloop(world, "Inloop De Veranda", 2)
    said = text(paper(team))
    for line in (
        "F-ACT-team Lindehoven", "0100 – 20 30 40", "7 tot 9 weken",
        "De norm is 4 weken", "Maandag tot en met vrijdag, 9.00 tot 17.00 uur",
        "Dorpsstraat 1", "Je hebt al langer klachten", "Praat met je huisarts",
        "Inloop De Veranda", "Ongeveer 2 km", "wachtlijstbemiddeling",
        "Zorgverzekeringswet (Zvw)", "houdt dit bij",
    ):  # fmt: skip
        assert line in said, line


def test_the_address_of_the_page_stands_on_it_as_words_and_as_a_code(team, monkeypatch):
    seen = []
    monkeypatch.setattr(
        "basis.templatetags.nk.qr_svg",
        lambda url, **more: seen.append(url) or "",
    )
    said = "".join(text(paper(team)).split())
    (url,) = seen
    assert urlsplit(url).path == reverse("voorziening", args=[team.slug])
    assert url in said


def test_on_paper_nobody_sees_the_number_for_verwijzers(team, world):
    assert "99 99 99" not in text(paper(team, world.petra))


def test_on_paper_no_opening_of_today(team, world):
    v = inloop(world, "Inloop")
    hours(v, "MO,TU,WE,TH,FR,SA,SU", 0, 23)
    assert "vandaag tot" not in text(paper(team)).lower()


def test_it_is_kept_under_its_name(team):
    found = browser().get(reverse("voorziening_pdf", args=[team.slug]))
    assert found["Content-Disposition"] == f'attachment; filename="{team.slug}.pdf"'


def test_without_pango_the_page_says_so(team, monkeypatch):
    def no_pango(*_, **__):
        raise pdf.NoPango

    monkeypatch.setattr("netwerk.views.voorziening.made_pdf", no_pango)
    found = browser().get(reverse("voorziening_pdf", args=[team.slug]))
    assert found.status_code == 503
    assert "Je kunt alles wel gewoon op het scherm lezen" in found.content.decode()
    assert "apt-get" not in found.content.decode()


def test_what_is_not_on_the_kaart_is_no_paper_either(world):
    v = world.voorziening(status=Status.INACTIEF)
    area(v, hele_regio=True)
    assert browser().get(reverse("voorziening_pdf", args=[v.slug])).status_code == 404


def test_on_top_stands_the_logo_of_the_region_with_its_name(team, world):
    keep_huisstijl(regio=world.regio, naam="Samen Linde", kleur="", tweede_kleur="")
    keep_logo(regio=world.regio, logo=drawn_logo())
    content = paper(team)
    assert text(content).startswith("Samen Linde")
    structure = Structure(content)
    said = [str(figure.Alt) for figure in structure.all("Figure")]
    assert "Logo van Samen Linde" in said
    assert_readable_aloud(content)


def drawn_logo() -> Png:
    file = BytesIO()
    Image.new("RGB", (90, 30), "#0066cc").save(file, "PNG")
    return as_png(file.getvalue(), (320, 96))
