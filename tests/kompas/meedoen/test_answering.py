"""An answer by the form itself, by htmx, and from a queue on the device."""

from django.urls import reverse

import pytest

from kompas.choices import Kaartstand, Rol
from kompas.forms.meedoen import footprint
from kompas.models import Inventarisantwoord, OpenAntwoord
from kompas.services import stemmen

from .people import answers, joined, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def ronde(world):
    return world.new_ronde(code="KV73MP")


@pytest.fixture
def phone(ronde):
    return joined(ronde)


def page(phone, ronde, stelling: int = 1):
    return phone.get(reverse("meedoen_stelling", args=[ronde.code, "visie", stelling]))


def open_card(ronde, sleutel: str = "visie") -> None:
    ronde.kaarten.filter(thema__sleutel=sleutel).update(stand=Kaartstand.OPEN)


def test_the_form_saves_and_goes_on_to_the_next_statement(phone, ronde):
    answer = send(phone, ronde, opmerking="Ik wacht al lang.")
    assert answer.url == "/meedoen/KV73MP/kaart/visie/2/"
    assert answers(ronde) == [("4", "Ik wacht al lang.")]
    shown = page(phone, ronde).text
    assert 'value="4" checked' in shown
    assert "Ik wacht al lang." in shown


def test_after_the_last_statement_comes_the_end_of_the_card(phone, ronde):
    assert send(phone, ronde, stelling=2).url == "/meedoen/KV73MP/kaart/visie/afronden/"


def test_back_saves_too(phone, ronde):
    assert send(phone, ronde, stelling=2, vorige="1").url.endswith("/visie/1/")
    assert send(phone, ronde, stelling=1, vorige="1").url.endswith("/kaart/visie/")
    assert len(answers(ronde)) == 2


def test_htmx_saves_and_says_when(phone, ronde):
    answer = send(phone, ronde, how="htmx")
    assert answer.status_code == 200
    assert "Bewaard om" in answer.text
    assert 'name="versie" value="2" hx-swap-oob="true"' in answer.text


def test_a_queue_on_the_device_gets_204(phone, ronde):
    answer = send(phone, ronde, how="queue")
    assert (answer.status_code, answer.content) == (204, b"")
    assert send(phone, ronde, how="queue").status_code == 204  # came twice
    assert answers(ronde) == [("4", "")]


def test_a_choice_is_wiped_and_the_words_stay(phone, ronde):
    send(phone, ronde, opmerking="lang")
    answer = send(phone, ronde, opmerking="lang", wis="1")
    assert answer.url.endswith("/visie/1/")
    assert answers(ronde) == [("", "lang")]
    answer = send(phone, ronde, how="htmx", keuze="", versie=9)
    assert "Gewist om" in answer.text


def test_who_only_turns_the_page_overwrites_nothing_of_another_tab(phone, ronde):
    """The tab was opened before the other one answered, and shows nothing chosen."""
    was = footprint("", "")
    send(phone, ronde, keuze="4")
    assert send(phone, ronde, keuze="", was=was).url.endswith("/visie/2/")
    assert answers(ronde) == [("4", "")]


def test_two_tabs_of_one_device_the_last_answer_counts(phone, ronde):
    """Both tabs were opened before the first answer, so both count from 1."""
    send(phone, ronde, how="htmx", keuze="4")
    answer = send(phone, ronde, how="htmx", keuze="2")
    assert (
        answer["HX-Trigger-After-Settle"] == "opnieuw"
    )  # sends again, with this count
    assert 'name="versie" value="2"' in answer.text
    send(phone, ronde, how="htmx", keuze="2", versie=2)
    assert answers(ronde) == [("2", "")]
    send(phone, ronde, keuze="5", was=footprint("", ""))  # without a script: at once
    assert answers(ronde) == [("5", "")]
    assert ronde.deelnames.count() == 1


@pytest.mark.parametrize(
    ("how", "status", "words"),
    [
        ("queue", 409, "Deze kaart is al open."),
        ("htmx", 409, "Deze kaart is al open"),
        ("", 409, "Deze kaart is al open"),
    ],
)
def test_a_card_that_is_open_takes_nothing_and_says_so(
    phone, ronde, how, status, words
):
    open_card(ronde)
    answer = send(phone, ronde, how=how, opmerking="Mijn woorden")
    assert answer.status_code == status
    assert words in answer.text
    assert answers(ronde) == []


def test_without_a_script_the_late_words_can_be_read_and_copied(phone, ronde):
    open_card(ronde)
    text = send(phone, ronde, keuze="2", opmerking="<b>Te laat</b>").text
    assert "Stelling 1 van visie." in text
    assert "2, punt 2" in text
    assert "&lt;b&gt;Te laat&lt;/b&gt;</textarea>" in text


@pytest.mark.parametrize(("how", "status"), [("queue", 410), ("htmx", 410), ("", 410)])
def test_a_closed_round_takes_nothing_and_says_so(phone, ronde, how, status):
    stemmen.cut(ronde=ronde)
    answer = phone.post(
        reverse("bewaar_stelling", args=["KV73MP"]),
        {
            "kaart": "visie",
            "stelling": 1,
            "keuze": "4",
            "opmerking": "Mijn woorden",
            "versie": 1,
        },
        headers={"htmx": {"HX-Request": "1"}, "queue": {"X-Outbox": "1"}}.get(how, {}),
    )
    assert answer.status_code == status
    assert "De ronde is gesloten" in answer.text
    assert how or "Mijn woorden</textarea>" in answer.text


@pytest.mark.parametrize(
    "wrong",
    [
        {"keuze": "6"},
        {"keuze": "0"},
        {"keuze": "'; DROP TABLE"},
        {"stelling": 99},
        {"stelling": -1},
        {"stelling": "9" * 400},
        {"stelling": ""},
        {"kaart": "professionals"},
        {"kaart": "bestaat-niet"},
        {"kaart": "\x00"},
        {"versie": "x"},
        {"versie": 2**63},
        {"versie": ""},
        {"opmerking": "a" * 10_000},
    ],
    ids=str,
)
@pytest.mark.parametrize("how", ["", "htmx", "queue"])
def test_what_is_wrong_is_a_clear_message_and_nothing_is_saved(
    phone, ronde, wrong, how
):
    answer = send(phone, ronde, how=how, **wrong)
    assert answer.status_code == 422
    assert len(answer.text) > 20
    assert answers(ronde) == []


def test_too_long_a_remark_is_kept_on_the_page_with_the_choice(phone, ronde):
    answer = send(phone, ronde, keuze="3", opmerking="é" * 10_000)
    assert answer.status_code == 422
    assert "het zijn 10000 tekens en er passen er 2000 in" in answer.text
    assert "é" * 10_000 in answer.text
    assert 'value="3" checked' in answer.text
    assert 'aria-invalid="true"' in answer.text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("😀 goed 👩🏽‍🦽", "😀 goed 👩🏽‍🦽"),
        ("שלום وأهلا", "שלום وأهلا"),
        ("nul\x00byte\x07", "nulbyte"),
        ("een\r\ntwee", "een\ntwee"),
        ("   ", ""),
        ("a" * 2_000, "a" * 2_000),
        ("\r\n" * 500 + "a" * 1_400, "a" * 1_400),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
    ],
)
def test_any_language_and_sign_is_kept_as_it_was_typed(phone, ronde, typed, kept):
    assert send(phone, ronde, opmerking=typed).status_code == 302
    assert answers(ronde) == [("4", kept)]


def test_open_questions_save_and_go_on(phone, ronde):
    address = reverse("bewaar_vraag", args=[ronde.code])
    body = {"kaart": "interventies", "vraag": 4, "tekst": "Koken", "versie": 1}
    assert phone.post(address, body).url.endswith("/interventies/afronden/")
    assert OpenAntwoord.objects.get().tekst == "Koken"
    back = phone.post(address, body | {"vorige": "1"})
    assert back.url.endswith("/interventies/werkwijzen/1/")
    late = phone.post(address, body | {"tekst": "b" * 4_001})
    assert late.status_code == 422
    assert "b" * 4_001 in late.text
    open_card(ronde, "interventies")
    late = phone.post(address, body | {"tekst": "Te laat"})
    assert (late.status_code, "Te laat</textarea>" in late.text) == (409, True)
    assert OpenAntwoord.objects.get().tekst == "Koken"


def test_the_inventory_saves_one_method_or_the_whole_page(phone, ronde):
    address = reverse("bewaar_werkwijzen", args=[ronde.code])
    card = {"kaart": "interventies", "deel": 1}
    one = {"w-maatjesproject": "doen", "v-maatjesproject": 1}
    answer = phone.post(address, card | one, headers={"HX-Request": "true"})
    assert 'id="v-maatjesproject" name="v-maatjesproject" value="2"' in answer.text
    both = {
        "w-maatjesproject": "doen",
        "v-maatjesproject": 2,
        "w-resourcegroep": "willen",
        "v-resourcegroep": 1,
    }
    assert phone.post(address, card | both).url.endswith("/interventies/vraag/4/")
    assert set(Inventarisantwoord.objects.values_list("gebruik", flat=True)) == {
        "doen",
        "willen",
    }
    assert phone.post(address, card | both | {"wis": "1"}).url.endswith("werkwijzen/1/")
    assert set(Inventarisantwoord.objects.values_list("gebruik", flat=True)) == {""}
    open_card(ronde, "interventies")
    late = phone.post(address, card | both | {"w-maatjesproject": "willen"})
    assert late.status_code == 409
    assert "Maatjesproject: Willen we" in late.text


def test_a_stale_page_of_the_inventory_overwrites_nothing_and_shows_what_is_there(
    phone, ronde
):
    address = reverse("bewaar_werkwijzen", args=[ronde.code])
    body = {"kaart": "interventies", "deel": 1, "v-maatjesproject": 1}
    phone.post(address, body | {"w-maatjesproject": "doen"})
    stale = phone.post(address, body | {"w-maatjesproject": "willen"})
    assert stale.url.endswith("/werkwijzen/1/?anders")
    assert "Op een ander tabblad of toestel" in phone.get(stale.url).text
    assert Inventarisantwoord.objects.get().gebruik == "doen"


def test_the_inventory_refuses_what_it_does_not_know(phone, ronde):
    address = reverse("bewaar_werkwijzen", args=[ronde.code])
    card = {"kaart": "interventies", "deel": 1}
    for wrong in (
        {"w-maatjesproject": "misschien", "v-maatjesproject": 1},
        {"w-\x00": "doen", "v-\x00": 1},
        {"w-onzin": "doen", "v-onzin": 1},
        {"w-maatjesproject": "doen", "v-maatjesproject": "x"},
    ):
        assert phone.post(address, card | wrong).status_code == 422
    assert not Inventarisantwoord.objects.exists()


def test_nobody_answers_a_card_of_others_through_the_address(ronde):
    phone = joined(ronde, Rol.CLIENT)
    address = reverse("meedoen_stelling", args=[ronde.code, "professionals", 1])
    assert phone.get(address).url.endswith("/kaart/professionals/")


@pytest.mark.parametrize(
    "path",
    [
        "kaart/bestaat_niet/",
        "kaart/visie/99/",
        "kaart/visie/0/",
        "kaart/visie/99999999999999999999/",
        "kaart/interventies/vraag/1/",
        "kaart/interventies/werkwijzen/2/",
        "kaart/visie/werkwijzen/1/",
    ],
)
def test_what_is_not_there_is_a_404(phone, path):
    assert phone.get(f"/meedoen/KV73MP/{path}").status_code == 404
