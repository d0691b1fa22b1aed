"""Who keeps a page takes a proposal over or not; who made it sees what became of it."""

from django.core import mail
from django.urls import reverse

import pytest
from lxml import html

from netwerk.models import Telefoon, Voorstel, Voorziening
from tests.netwerk.aanbod.pages import HERE, text_of
from tests.netwerk.meldingen.pages import log_lines
from tests.netwerk.voorstellen.pages import act, forms_of, page_of, propose, step_of
from tests.world import browser

NA = "Koffie en een praatje."


@pytest.fixture
def row(world):
    return world.voorziening(kort="Koffie.")


@pytest.fixture
def voorstel(world, row):
    made = propose(world.oscar, row)
    mail.outbox.clear()
    return made


def reload(thing):
    thing.refresh_from_db()
    return thing


def test_the_owner_sees_how_many_wait_and_before_and_after(world, voorstel):
    assert "1 voorstel wacht op jou" in text_of(
        browser(world.olga).get(reverse("voorstellen"))
    )
    page = text_of(browser(world.olga).get(page_of(voorstel)))
    assert page.index("Oscar, De Wijde Blik") < page.index("Koffie.") < page.index(NA)
    assert "Ik was er gisteren." in page


def test_taken_over_it_stands_there_and_everybody_hears_who_did_what(
    world, row, voorstel
):
    assert act(world.olga, voorstel)["Location"] == page_of(voorstel)
    assert reload(row).kort == NA
    assert reload(voorstel).status == "overgenomen"
    assert log_lines()[-2:] == [
        ("U", "voorziening", "basis"),
        ("U", "voorstel", "overgenomen"),
    ]
    past = text_of(browser(world.olga).get(f"{HERE}{row.uuid}/geschiedenis/"))
    assert "Door Olga" in past
    assert "van Oscar, De Wijde Blik" in past
    (letter,) = mail.outbox
    assert letter.to == [world.oscar.email]
    assert NA not in letter.body
    assert "Overgenomen" in text_of(browser(world.oscar).get(page_of(voorstel)))


def test_what_is_not_ticked_stays_as_it_was(world, row, voorstel):
    other = voorstel.velden[0] | {
        "naam": "naam",
        "voor": [row.naam],
        "na": ["De Veranda"],
    }
    voorstel.velden = [*voorstel.velden, other]
    voorstel.save()
    act(world.olga, voorstel, over=["kort"])
    assert (reload(row).kort, row.naam) == (NA, "Inloop De Veranda")
    assert [veld["over"] for veld in reload(voorstel).velden] == [True, False]
    for page in (page_of(voorstel), reverse("voorstellen")):
        assert "Deels overgenomen op" in text_of(browser(world.oscar).get(page))


def test_a_number_that_is_taken_over_leaves_the_others_as_they_are(world, row):
    for wie, nummer in (("iedereen", "0100203040"), ("eigen", "0100506070")):
        Telefoon.objects.create(voorziening=row, nummer=nummer, mag_bellen=wie)
    step_of(world.petra, row, "contact", nummer_nieuw="0100 80 90 10")
    act(world.olga, Voorstel.objects.get())
    numbers = set(row.telefoon_set.values_list("nummer", "mag_bellen"))
    assert numbers == {
        ("0100203040", "iedereen"),
        ("0100506070", "eigen"),
        ("0100809010", "iedereen"),
    }
    assert row.controles.filter(veld="telefoon").exists()


def test_a_row_that_is_proposed_is_a_row_when_it_is_taken_over(world, row):
    step_of(world.petra, row, "kosten", wat_nieuw="Per keer", bedrag_nieuw="2,50")
    act(world.olga, Voorstel.objects.get())
    added = row.kostenregels.get()
    assert (added.wat, str(added.bedrag)) == ("Per keer", "2.50")


def test_a_new_row_is_one_thing_to_take_over(world, row):
    phone = {"nummer_nieuw": "0100 80 90 10", "wie_nieuw": "eigen"}
    step_of(world.petra, row, "contact", **phone, email="a@example.nl")
    made = Voorstel.objects.get()
    boxes = forms_of(world.olga, page_of(made))[page_of(made)]["over"]
    assert boxes == ["email", "nummer_nieuw"]
    assert "Telefoonnummer erbij" in text_of(browser(world.olga).get(page_of(made)))
    act(world.olga, made, over=["nummer_nieuw"])
    assert row.telefoon_set.get().mag_bellen == "eigen"
    over = {veld["naam"]: veld["over"] for veld in reload(made).velden}
    assert over == {"email": False, "nummer_nieuw": True, "wie_nieuw": True}


def test_half_a_new_row_cannot_be_taken_over(world, row):
    step_of(world.petra, row, "contact", nummer_nieuw="0100809010", wie_nieuw="eigen")
    made = Voorstel.objects.get()
    assert act(world.olga, made, over=["wie_nieuw"]).status_code == 422
    assert not row.telefoon_set.exists()


def test_a_part_of_a_row_that_stays_says_of_which_one_it_is(world, row):
    phone = Telefoon.objects.create(voorziening=row, nummer="0100203040")
    changed = {f"uitleg_{phone.uuid}": "ook in de avond", f"kosten_{phone.uuid}": "Nul"}
    step_of(world.petra, row, "contact", **changed)
    made = Voorstel.objects.get()
    assert "Bij 0100 – 20 30 40" in text_of(browser(world.olga).get(page_of(made)))
    act(world.olga, made, over=[f"uitleg_{phone.uuid}"])
    phone.refresh_from_db()
    assert (phone.toelichting, phone.kosten) == ("ook in de avond", "")


def test_another_number_comes_with_what_is_said_of_it(world, row):
    phone = Telefoon.objects.create(voorziening=row, nummer="0100203040")
    changed = {f"nummer_{phone.uuid}": "0100506070", f"wie_{phone.uuid}": "verwijzers"}
    step_of(world.petra, row, "contact", **changed)
    made = Voorstel.objects.get()
    assert forms_of(world.olga, page_of(made))[page_of(made)]["over"] == (
        f"nummer_{phone.uuid}"
    )
    act(world.olga, made)
    phone.refresh_from_db()
    assert (phone.nummer, phone.mag_bellen) == ("0100506070", "verwijzers")


@pytest.fixture
def both(voorstel):
    """Two fields are proposed."""
    other = voorstel.velden[0] | {"naam": "mededeling", "voor": [], "na": ["Feest"]}
    voorstel.velden = [*voorstel.velden, other]
    voorstel.save()
    return voorstel


def test_why_not_the_rest_is_read_by_who_proposed_it(world, both):
    act(world.olga, both, over=["kort"], waarom_niet="Het feest is al geweest.")
    for page in (page_of(both), reverse("voorstellen")):
        answer = text_of(browser(world.oscar).get(page))
        assert "Antwoord van Ggz Lindestroom" in answer
        assert "Het feest is al geweest." in answer
    (letter,) = mail.outbox
    assert "Een deel is overgenomen." in letter.body
    assert "Het feest is al geweest." in letter.body
    assert NA not in letter.body


def test_why_not_the_rest_need_not_be_said(world, both):
    act(world.olga, both, over=["kort"])
    assert reload(both).status == "overgenomen"
    assert "schrijft erbij" not in mail.outbox[0].body


def test_with_nothing_ticked_it_says_what_to_do_and_the_boxes_stay_empty(
    world, row, both
):
    answer = act(world.olga, both, over=[], waarom_niet="Nog even wachten.")
    assert answer.status_code == 422
    said = text_of(answer)
    assert "Vink aan wat je wilt overnemen, of kies ‘Niet overnemen’." in said
    assert "Nog even wachten." in said
    assert (
        html.fromstring(answer.content).xpath("//input[@name='over'][@checked]") == []
    )
    assert reload(both).is_open


def test_a_fault_leaves_the_boxes_as_they_were(world, both):
    both.velden[0]["na"] = ["x" * 301]
    both.save()
    answer = act(world.olga, both, over=["kort"])
    ticked = html.fromstring(answer.content).xpath("//input[@checked]/@value")
    assert (answer.status_code, ticked) == (422, ["kort"])


def test_what_is_so_already_is_neither_taken_over_nor_refused(world, row, both):
    Voorziening.objects.update(mededeling="Feest")
    act(world.olga, both)
    assert [veld["over"] for veld in reload(both).velden] == [True, None]
    assert reload(both).uitkomst == "Overgenomen"


def test_when_all_is_so_already_it_can_be_closed(world, row, voorstel):
    Voorziening.objects.update(kort=NA)
    assert "Alles staat er al zo" in text_of(browser(world.olga).get(page_of(voorstel)))
    act(world.olga, voorstel)
    assert reload(voorstel).uitkomst == "Overgenomen"


def test_what_changed_meanwhile_is_shown_beside_both_and_not_ticked(
    world, row, voorstel
):
    Voorziening.objects.update(kort="Thee.")
    page = text_of(browser(world.olga).get(page_of(voorstel)))
    assert page.index("Koffie.") < page.index("Thee.") < page.index(NA)
    assert "over" not in forms_of(world.olga, page_of(voorstel))[page_of(voorstel)]
    act(world.olga, voorstel, over=["kort"])
    assert reload(row).kort == NA


def test_what_changes_while_somebody_reads_is_looked_at_again(world, row, voorstel):
    sent = forms_of(world.olga, page_of(voorstel))[page_of(voorstel)]
    Voorziening.objects.update(kort="Thee.")
    answer = browser(world.olga).post(page_of(voorstel), sent)
    assert answer.status_code == 422
    assert "Er is net iets veranderd" in text_of(answer)
    assert reload(row).kort == "Thee."


def test_what_does_not_fit_any_more_is_said_in_the_words_of_the_step(
    world, row, voorstel
):
    voorstel.velden = [voorstel.velden[0] | {"na": ["x" * 301]}]
    voorstel.save()
    answer = act(world.olga, voorstel)
    assert answer.status_code == 422
    assert "Dit is te lang" in text_of(answer)
    assert reload(voorstel).is_open


def test_not_taken_over_the_proposer_reads_why(world, row, voorstel):
    act(world.teun, voorstel, "voorstel_afwijzen", antwoord="We schenken alleen thee.")
    assert (reload(voorstel).status, reload(row).kort) == ("afgewezen", "Koffie.")
    assert "We schenken alleen thee." in text_of(
        browser(world.oscar).get(page_of(voorstel))
    )
    (letter,) = mail.outbox
    assert letter.to == [world.oscar.email]
    assert "Het is niet overgenomen." in letter.body
    assert "We schenken alleen thee." in letter.body


def test_without_a_reason_it_stays_open(world, voorstel):
    answer = act(world.olga, voorstel, "voorstel_afwijzen", antwoord=" ")
    assert answer.status_code == 422
    assert reload(voorstel).is_open


def test_the_second_answer_does_nothing(world, row, voorstel):
    sent = forms_of(world.olga, page_of(voorstel))[page_of(voorstel)]
    act(world.teun, voorstel, "voorstel_afwijzen", antwoord="Nee.")
    answer = browser(world.olga).post(page_of(voorstel), sent, follow=True)
    assert "al beantwoord" in text_of(answer)
    assert (reload(row).kort, reload(voorstel).status) == ("Koffie.", "afgewezen")
    assert len(mail.outbox) == 1


def test_who_made_it_takes_it_back(world, voorstel):
    act(world.oscar, voorstel, "voorstel_intrekken")
    assert reload(voorstel).status == "ingetrokken"
    assert act(world.olga, voorstel).status_code == 302
    assert mail.outbox == []


def test_nobody_answers_their_own(world, row):
    own = propose(world.teun, row)
    assert browser(world.teun).get(page_of(own)).status_code == 200
    assert browser(world.teun).post(page_of(own), {"over": "kort"}).status_code == 404
    assert "Geen voorstellen" in text_of(
        browser(world.teun).get(reverse("voorstellen"))
    )


def test_of_a_page_that_stopped_or_is_gone_it_can_only_be_declined(
    world, row, voorstel
):
    row.status, row.gestopt_op = "gestopt", world.today
    row.save()
    assert "is gestopt" in text_of(browser(world.olga).get(page_of(voorstel)))
    assert act(world.olga, voorstel, over=["kort"]).status_code == 422
    row.delete()
    assert "is er niet meer" in text_of(browser(world.olga).get(page_of(voorstel)))
    assert NA in text_of(browser(world.oscar).get(page_of(voorstel)))
    act(world.olga, voorstel, "voorstel_afwijzen", antwoord="Dit is er niet meer.")
    assert reload(voorstel).status == "afgewezen"


@pytest.fixture
def new(world):
    """A page that is not there yet."""
    about = world.voorziening("Wandelgroep", kort="Samen lopen.")
    made = propose(world.oscar, about)
    made.velden += [made.velden[0] | {"naam": "naam", "na": ["Wandelgroep"]}]
    made.stap, made.voorziening = "nieuw", None
    made.save()
    about.delete()
    return made


def test_a_new_page_is_made_once_and_not_on_the_kaart_yet(world, new):
    answers = [act(world.olga, new) for _ in range(2)]
    made = Voorziening.objects.get()
    assert (made.naam, made.kort, made.status) == ("Wandelgroep", NA, "inactief")
    assert made.organisatie == world.ggz
    assert answers[0]["Location"] == reverse("aanbod_een", args=[made.uuid])
    assert reload(new).voorziening == made


def test_for_an_organisation_that_stopped_no_page_is_made(world, new):
    world.ggz.gestopt_op = world.today
    world.ggz.save()
    assert act(world.teun, new).status_code == 422
    assert not Voorziening.objects.exists()


def test_without_any_the_page_says_what_to_do(world):
    page = text_of(browser(world.petra).get(reverse("voorstellen")))
    assert "Je stelde nog niets voor" in page
    assert not Voorstel.objects.exists()
