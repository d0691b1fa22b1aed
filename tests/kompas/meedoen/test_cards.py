"""The cards of a participant: to fill in, to read, and to finish."""

from django.urls import reverse

import pytest

from kompas.choices import Kaartstand, Rol
from kompas.models import Begrip, Kaartklaar

from .people import joined, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def ronde(world):
    return world.new_ronde(code="KV73MP")


def open_card(ronde, sleutel: str) -> None:
    ronde.kaarten.filter(thema__sleutel=sleutel).update(stand=Kaartstand.OPEN)


def at(name: str, *args) -> str:
    return reverse(f"meedoen_{name}", args=["KV73MP", *args])


def cards(phone, heading: str) -> list[str]:
    """Names under a heading of the list."""
    page = phone.get(at("kaarten"))
    lists = page.context["kaarten"]
    rows = lists.mijn if heading == "mijn" else lists.andere
    return [row.thema.sleutel for row in rows]


def test_a_role_gets_its_own_cards_and_may_read_the_others(ronde):
    phone = joined(ronde, Rol.CLIENT)
    assert cards(phone, "mijn") == [
        "visie",
        "mens_centraal",
        "samenwerking",
        "interventies",
    ]
    assert cards(phone, "andere") == ["professionals", "organisaties"]
    text = phone.get(at("kaart", "organisaties")).text
    assert "Stelling 1 van organisaties." in text
    assert "<form" not in text.split("<main")[1].split("</main")[0]


def test_a_card_that_was_opened_to_more_groups_is_theirs_too(ronde):
    ronde.kaarten.filter(thema__sleutel="professionals").update(
        voor_groepen=["uitvoering", "ervaring"]
    )
    assert "professionals" in cards(joined(ronde, Rol.CLIENT), "mijn")


def test_a_card_by_choice_is_offered_and_not_asked_for(ronde):
    phone = joined(ronde, Rol.ERVARINGSDESKUNDIGE, betaald="on")
    assert "professionals" in cards(phone, "mijn")
    assert "Mag, hoeft niet" in phone.get(at("kaarten")).text
    for sleutel in ("visie", "mens_centraal", "samenwerking", "interventies"):
        phone.post(at("afronden", sleutel))
    assert "Je bent klaar" in phone.get(at("klaar")).text


def test_a_card_opens_with_its_stories_and_its_source(ronde):
    text = joined(ronde).get(at("kaart", "visie")).text
    assert "Over visie." in text
    assert "Bo woont hier graag." in text
    assert "Naar het Kompas van Kenniscentrum Phrenos (2022/2023)" in text


def test_a_card_goes_on_where_there_is_no_answer_yet(ronde):
    phone = joined(ronde)
    assert at("stelling", "visie", 1) in phone.get(at("kaart", "visie")).text
    send(phone, ronde)
    assert at("stelling", "visie", 2) in phone.get(at("kaart", "visie")).text
    assert "1 van 2 stellingen beantwoord" in phone.get(at("kaarten")).text


def test_the_explanation_and_the_terms_are_one_tap_away(ronde):
    stelling = ronde.editie.themas.get(sleutel="visie").stellingen.first()
    begrip = Begrip.objects.create(
        editie=ronde.editie,
        sleutel="regie",
        naam="Eigen regie",
        uitleg="Zelf kiezen.",
        bron="Kompas",
    )
    stelling.begrippen.add(begrip)
    text = joined(ronde).get(at("stelling", "visie", 1)).text
    inside = text.split("Wat bedoelen we hiermee?")[1].split("</details>")[0]
    assert "Wat we bedoelen met 1." in inside
    assert "Eigen regie" in inside
    assert "Zelf kiezen." in inside


@pytest.mark.parametrize(
    ("rol", "sleutel", "words"),
    [
        (Rol.CLIENT, "visie", "Past niet bij ons"),
        (Rol.UITVOERDER, "professionals", "Past niet bij mij"),
    ],
)
def test_what_does_not_fit_is_said_in_the_person_of_the_card(
    ronde, rol, sleutel, words
):
    text = joined(ronde, rol).get(at("stelling", sleutel, 1)).text
    assert words in text
    assert "Weet ik niet" in text


def test_klaar_is_said_per_card_and_can_be_said_twice(ronde):
    phone = joined(ronde)
    for _ in range(2):
        assert phone.post(at("afronden", "visie")).url == at("kaart", "mens_centraal")
    assert Kaartklaar.objects.get().kaart.thema.sleutel == "visie"


def test_the_end_of_a_card_names_what_was_skipped(ronde):
    phone = joined(ronde)
    send(phone, ronde, stelling=2)
    text = phone.get(at("afronden", "visie")).text
    assert at("stelling", "visie", 1) in text
    assert at("stelling", "visie", 2) not in text


def test_after_the_last_card_comes_thanks_with_what_was_answered(ronde):
    phone = joined(ronde)
    send(phone, ronde)
    for sleutel in ("visie", "mens_centraal", "samenwerking"):
        phone.post(at("afronden", sleutel))
    assert phone.get(at("klaar")).url == at("kaarten")
    assert phone.post(at("afronden", "interventies")).url == at("klaar")
    text = phone.get(at("klaar")).text
    assert "Dank je wel. Je bent klaar." in text
    assert "Je gaf antwoord op 1 stelling." in text


def test_nobody_says_klaar_with_a_card_of_others_or_one_that_is_open(ronde):
    phone = joined(ronde)
    phone.post(at("afronden", "organisaties"))
    open_card(ronde, "visie")
    phone.post(at("afronden", "visie"))
    assert not Kaartklaar.objects.exists()


def test_an_open_card_shows_the_own_answers_and_asks_nothing_more(ronde):
    phone = joined(ronde)
    send(phone, ronde, keuze="2", opmerking="Te traag")
    open_card(ronde, "visie")
    for name, args in (("stelling", [1]), ("afronden", [])):
        assert phone.get(at(name, "visie", *args)).url == at("kaart", "visie")
    text = phone.get(at("kaart", "visie")).text
    assert "De uitkomst van deze kaart is open" in text
    assert "Jouw antwoord: 2, punt 2" in text
    assert "Te traag" in text
    assert "Jouw antwoord: geen" in text


def test_the_inventory_and_the_questions_are_pages_of_their_own(ronde):
    phone = joined(ronde)
    assert at("werkwijzen", "interventies", 1) in (
        phone.get(at("kaart", "interventies")).text
    )
    text = phone.get(at("werkwijzen", "interventies", 1)).text
    assert "Wat helpt om mee te doen?" in text
    assert text.count('class="inventory"') == 2
    text = phone.get(at("vraag", "interventies", 4)).text
    assert "Eén naam per regel" in text
    assert "Vraag 1 van 1" in text


def test_pages_of_a_participant_are_kept_nowhere(ronde):
    answer = joined(ronde).get(at("stelling", "visie", 1))
    assert "no-store" in answer["Cache-Control"]
    assert "HX-Request" in answer["Vary"]
