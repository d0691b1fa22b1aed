"""What the group agreed on: beside the scores, and nobody's words are lost."""

import pytest
from lxml import html

from kompas.models import Groepsscore
from kompas.services import stemmen
from tests.kompas.uitkomsten.log import said_about
from tests.kompas.uitkomsten.table import address, page, words
from tests.world import browser


@pytest.fixture(autouse=True)
def _open(tafel):
    tafel.open()


def form(user, tafel) -> dict[str, str]:
    """The form as it stands on the page of somebody who leads."""
    shown = page(user, "uitkomst_stelling", tafel.ronde, "visie", 1)
    (found,) = [f for f in shown.iter("form") if "afspraak" in f.get("action", "")]
    return {name: value or "" for name, value in found.form_values()}


def save(user, tafel, **data: str):
    return browser(user).post(
        address("uitkomst_afspraak", tafel.ronde, "visie", 1), data
    )


def test_score_and_note_are_kept_and_everybody_reads_them(world, tafel):
    answer = save(world.noor, tafel, score="2", notitie="Wie wacht weet dit niet.")
    assert answer.status_code == 302
    shown = words(page(world.amina, "uitkomst_stelling", tafel.ronde, "visie", 1))
    assert "Onze score: 2 Wie wacht weet dit niet. Genoteerd door Noor" in shown
    assert said_about("groepsscore") == [
        (str(tafel.ronde.uuid), f"stelling {tafel.stelling().pk} vastgelegd")
    ]


def test_a_double_click_changes_nothing(world, tafel):
    data = form(world.noor, tafel) | {"score": "2", "notitie": "Samen."}
    save(world.noor, tafel, **data)
    first = Groepsscore.objects.get()
    assert save(world.noor, tafel, **data).status_code == 302
    assert Groepsscore.objects.get().vastgelegd_op == first.vastgelegd_op


def test_who_saves_on_top_of_another_sees_both_and_loses_nothing(world, tafel):
    mine = form(world.noor, tafel) | {"score": "4", "notitie": "Mijn tekst."}
    save(world.noor, tafel, score="2", notitie="Eerdere tekst.")
    answer = save(world.noor, tafel, **mine)
    said = answer.content.decode()
    assert answer.status_code == 409
    assert "Iemand anders bewaarde intussen iets anders" in said
    assert "Eerdere tekst." in said
    assert "Mijn tekst." in said
    assert Groepsscore.objects.get().notitie == "Eerdere tekst."


def test_having_read_the_other_one_may_still_save(world, tafel):
    mine = form(world.noor, tafel) | {"score": "4", "notitie": "Mijn tekst."}
    save(world.noor, tafel, score="2", notitie="Eerdere tekst.")
    shown = html.fromstring(save(world.noor, tafel, **mine).content.decode())
    (again,) = [f for f in shown.iter("form") if "afspraak" in f.get("action", "")]
    data = {name: value or "" for name, value in again.form_values()}
    assert (data["score"], data["notitie"].strip()) == ("4", "Mijn tekst.")
    assert save(world.noor, tafel, **data).status_code == 302
    assert Groepsscore.objects.get().notitie == "Mijn tekst."


def test_it_can_be_taken_back(world, tafel):
    save(world.noor, tafel, score="2", notitie="Toch niet.")
    data = form(world.noor, tafel) | {"weg": "on", "notitie": ""}
    save(world.noor, tafel, **data)
    assert not Groepsscore.objects.exists()


def test_the_score_alone_can_be_taken_back_and_before_there_is_one_nothing_asks(
    world, tafel
):
    assert "weg" not in form(world.noor, tafel)
    save(world.noor, tafel, score="2", notitie="Dit blijft.")
    save(world.noor, tafel, **form(world.noor, tafel) | {"weg": "on"})
    kept = Groepsscore.objects.get()
    assert (kept.score, kept.notitie) == (None, "Dit blijft.")


def test_each_score_is_heard_in_the_words_of_the_scale(world, tafel):
    shown = page(world.noor, "uitkomst_stelling", tafel.ronde, "visie", 1)
    labels = [
        words(label) for label in shown.iter("label") if label.find_class("tile-face")
    ]
    assert labels == [f"{n} punt {n}" for n in range(1, 6)]


def test_on_a_card_that_says_ik_the_words_stay_those_of_the_card(world, tafel):
    """Also when the form comes back: with a mistake, or after somebody else."""
    editie, thema = tafel.ronde.editie, tafel.stelling("professionals").thema
    assert thema.aanspreking == "ik"
    editie.schaal = [
        {"waarde": n, "label": {"wij": f"wij {n}", "ik": f"ik {n}"}}
        for n in range(1, 6)
    ]
    editie.save()
    there = address("uitkomst_afspraak", tafel.ronde, "professionals", 1)
    leads = browser(world.noor)
    wrong = leads.post(there, {"score": "6"})
    leads.post(there, {"score": "2"})
    late = leads.post(there, {"score": "4"})
    assert (wrong.status_code, late.status_code) == (422, 409)
    for answer in (wrong, late):
        shown = html.fromstring(answer.content.decode())
        labels = [words(x) for x in shown.iter("label") if x.find_class("tile-face")]
        assert labels == [f"{n} ik {n}" for n in range(1, 6)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"score": "6"}, "Kies iets uit de lijst."),
        (
            {"score": "2", "notitie": "x" * 10_000},
            "Dit is te lang. Er passen 2000 tekens in",
        ),
    ],
)
def test_what_does_not_fit_is_said_and_kept_in_the_form(world, tafel, data, said):
    answer = save(world.noor, tafel, **data)
    assert answer.status_code == 422
    shown = answer.content.decode().replace("2.000", "2000")
    assert said in shown
    assert data.get("notitie", "") in shown
    assert not Groepsscore.objects.exists()


def test_signs_no_keyboard_makes_are_cleaned(world, tafel):
    save(world.noor, tafel, score="2", notitie="a\x00b 🙂 رأي")
    assert Groepsscore.objects.get().notitie == "ab 🙂 رأي"


def test_on_a_card_that_is_not_open_there_is_nothing_to_agree_on(world, tafel):
    tafel.ronde.kaarten.update(stand="dicht")
    save(world.noor, tafel, score="2", notitie="Te vroeg.")
    assert not Groepsscore.objects.exists()


def test_after_closing_the_group_can_still_note_what_it_agrees_on(world, tafel):
    save(world.noor, tafel, score="2", notitie="Voor het sluiten.")
    stemmen.cut(ronde=tafel.ronde)
    shown = words(page(world.noor, "uitkomst_stelling", tafel.ronde, "visie", 1))
    assert "De antwoorden staan vast." in shown
    assert "Wat jullie samen afspreken, kun je nog wel noteren." in shown
    data = form(world.noor, tafel) | {"score": "5", "notitie": "Erna."}
    assert save(world.noor, tafel, **data).status_code == 302
    kept = Groepsscore.objects.get()
    assert (kept.score, kept.notitie) == (5, "Erna.")


def test_a_card_that_stayed_shut_has_no_agreement_after_closing_either(world, tafel):
    tafel.ronde.kaarten.update(stand="dicht")
    stemmen.cut(ronde=tafel.ronde)
    answer = browser(world.noor).post(
        address("uitkomst_afspraak", tafel.ronde, "visie", 1),
        {"score": "2"},
        follow=True,
    )
    said = "Dit kan alleen bij een kaart die open is. Er is niets bewaard."
    assert said in answer.content.decode()
    assert not Groepsscore.objects.exists()
