"""Taking a place in a round: as a guest without a name, or from an account."""

from django.urls import reverse

import pytest

from kompas.choices import Rol, Weergave
from kompas.models import Stembriefje
from kompas.rules import kerngroep
from kompas.services import stemmen
from tests.world import browser

from .people import device, guest, joined, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def ronde(world):
    return world.new_ronde(code="KV73MP")


@pytest.fixture
def address(ronde):
    return reverse("meedoen_ronde", args=[ronde.code])


def test_a_guest_joins_with_a_perspective_and_nothing_else(ronde):
    joined(ronde, Rol.NAASTE)
    who = ronde.deelnames.get()
    assert (who.gebruiker, who.rol, who.groep) == (None, "naaste", "ervaring")
    assert Stembriefje.objects.get().groep == "ervaring"


def test_the_secret_has_a_cookie_of_its_own_and_no_session(ronde, address):
    phone = device()
    answer = phone.get(address, secure=True)
    cookie = answer.cookies["meedoen-KV73MP"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (
        "/meedoen/",
        True,
        "Lax",
    )
    assert cookie["secure"]
    assert "sessionid" not in phone.cookies


def test_a_double_click_joins_once(ronde, address):
    phone = joined(ronde)
    assert phone.post(address, {"rol": "naaste"}).status_code == 302
    assert ronde.deelnames.count() == Stembriefje.objects.count() == 1


def test_who_comes_back_on_the_same_device_goes_on(ronde, address):
    answer = joined(ronde).get(address)
    assert answer.url == reverse("meedoen_kaarten", args=[ronde.code])


def test_a_browser_that_keeps_no_cookies_hears_so_before_it_begins(ronde, address):
    answer = device().post(address, {"rol": "naaste"})
    assert answer.status_code == 422
    assert "Je browser onthoudt niets" in answer.text
    assert not ronde.deelnames.exists()


def test_without_a_choice_the_page_says_what_is_missing(ronde, address):
    phone = device()
    phone.get(address)
    for rol in ("", "burgemeester", "\x00"):
        answer = phone.post(address, {"rol": rol})
        assert answer.status_code == 422
    assert not ronde.deelnames.exists()


def test_two_rounds_on_one_telephone_do_not_push_each_other_out(world, ronde):
    other = world.new_ronde(code="CC2DD3")
    phone = joined(ronde)
    phone.get("/meedoen/CC2DD3/")
    phone.post("/meedoen/CC2DD3/", {"rol": "bestuurder"})
    for open_round in (ronde, other):
        address = reverse("meedoen_kaarten", args=[open_round.code])
        assert phone.get(address).status_code == 200
    assert other.deelnames.get().rol == "bestuurder"


def test_a_secret_of_another_round_is_no_secret_here(world, ronde):
    other = world.new_ronde(code="CC2DD3")
    phone = joined(ronde)
    phone.cookies["meedoen-CC2DD3"] = phone.cookies["meedoen-KV73MP"].value
    phone.post("/meedoen/CC2DD3/", {"rol": "bestuurder"})
    assert not other.deelnames.exists()
    assert ronde.deelnames.count() == 1


def test_paid_service_only_matters_for_an_ervaringsdeskundige(ronde):
    joined(ronde, Rol.ERVARINGSDESKUNDIGE, betaald="on")
    joined(ronde, Rol.CLIENT, betaald="on")
    assert set(ronde.deelnames.values_list("rol", "betaald")) == {
        ("ervaringsdeskundige", True),
        ("client", False),
    }


@pytest.mark.parametrize("rol", Rol)
@pytest.mark.parametrize("betaald", [True, False])
def test_who_may_answer_a_card_is_what_the_rule_says(ronde, rol, betaald):
    who = guest(ronde, rol, betaald=betaald)
    for kaart in ronde.kaarten.all():
        assert who.may_answer(kaart) == kerngroep.may_take_card(
            rol, kaart.voor_groepen, betaald=betaald
        )


def test_who_chose_wrong_chooses_again_as_long_as_nothing_was_answered(ronde, address):
    phone = joined(ronde, Rol.CLIENT)
    cards = reverse("meedoen_kaarten", args=[ronde.code])
    assert "Je kijkt als cliënt." in phone.get(cards).text
    phone.post(reverse("meedoen_opnieuw", args=[ronde.code]))
    assert "Vanuit wie kijk jij" in phone.get(address).text
    phone.post(address, {"rol": "bestuurder"})
    assert [row.rol for row in ronde.deelnames.all()] == ["bestuurder"]
    assert [row.groep for row in Stembriefje.objects.all()] == ["beleid"]
    send(phone, ronde)
    phone.post(reverse("meedoen_opnieuw", args=[ronde.code]))
    assert ronde.deelnames.get().rol == "bestuurder"
    assert "Kies opnieuw" not in phone.get(cards).text


def test_a_member_does_not_choose_again(world, ronde, address):
    amina = browser(world.amina)
    amina.post(address)
    amina.post(reverse("meedoen_opnieuw", args=[ronde.code]))
    assert ronde.deelnames.get().gebruiker == world.amina


def test_an_open_conversation_says_that_a_group_of_one_is_seen(ronde, address):
    text = device().get(address).text
    assert "open gesprek" in text
    assert "Ook een groep van één is te zien." in text


def test_a_safe_round_says_from_how_many_people_and_that_the_whole_is_shown(world):
    ronde = world.new_ronde(weergave=Weergave.VEILIG, code="CC2DD3")
    text = device().get(reverse("meedoen_ronde", args=[ronde.code])).text
    assert "veilige ronde" in text
    assert "elke groep 3 mensen of meer" in text
    assert "vanaf 5 antwoorden, ook als iedereen hetzelfde koos" in text
    assert "groep van één" not in text


def test_a_safe_card_in_an_open_round_is_named(ronde, address):
    ronde.kaarten.filter(thema__sleutel="professionals").update(
        weergave=Weergave.VEILIG
    )
    assert "Professionals laten we <strong>veilig</strong> zien" in (
        device().get(address).text
    )


def test_a_member_joins_from_the_account_in_the_role_of_the_kerngroep(
    world, ronde, address
):
    amina = browser(world.amina)
    assert "ervaringsdeskundige" in amina.get(address).text
    assert amina.post(address).url == reverse("meedoen_kaarten", args=[ronde.code])
    who = ronde.deelnames.get()
    assert (who.gebruiker, who.rol, who.groep) == (
        world.amina,
        "ervaringsdeskundige",
        "ervaring",
    )


def test_a_member_goes_on_with_another_device(world, ronde, address):
    browser(world.amina).post(address)
    assert browser(world.amina).get(address).status_code == 302
    assert ronde.deelnames.count() == 1


def test_the_facilitator_who_looks_takes_no_part_and_may_join_as_a_guest(
    world, ronde, address
):
    noor = browser(world.noor)
    noor.get(address)
    assert not ronde.deelnames.exists()
    noor.post(address, {"rol": "inwoner"})
    assert ronde.deelnames.get().gebruiker is None


def test_a_member_who_began_as_a_guest_on_this_device_goes_on_as_that_guest(
    world, ronde, address
):
    phone = joined(ronde)
    phone.force_login(world.amina)
    assert phone.get(address).status_code == 302
    assert ronde.deelnames.count() == 1


def test_a_member_who_was_logged_out_is_asked_to_log_in_again(world, ronde, address):
    phone = browser(world.amina)
    phone.post(address)
    del phone.cookies["sessionid"]
    answer = phone.get(reverse("meedoen_kaarten", args=[ronde.code]))
    assert answer.url.startswith(reverse("account_login"))
    assert "Log in en ga verder" in phone.get(address).text


def test_nobody_joins_a_round_that_is_being_closed(ronde):
    assert guest(ronde)
    stemmen.cut(ronde=ronde)
    assert device().get("/meedoen/KV73MP/").status_code == 404


def test_who_took_part_hears_that_the_round_is_closed(ronde, address):
    phone = joined(ronde)
    stemmen.cut(ronde=ronde)
    for name in ("meedoen_ronde", "meedoen_kaarten", "meedoen_klaar"):
        answer = phone.get(reverse(name, args=["KV73MP"]))
        assert answer.status_code == 410
        assert "De ronde is gesloten" in answer.text
