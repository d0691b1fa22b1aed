"""Beginning a round: cards for groups, how it will be shown, and who gets a letter."""

import uuid

from django.core import mail
from django.urls import reverse

import pytest
from lxml import html

from basis.codes import ALPHABET
from kompas.choices import Groep, Rol, Weergave
from kompas.models import Kerngroeplid, Kompaseditie, Ronde
from kompas.services.stemmen import open_key
from tests.kompas.logs import lines
from tests.world import browser

ALL = Groep.values


@pytest.fixture
def editie(world) -> Kompaseditie:
    return world.edition()


def address(world, **query):
    return reverse("ronde_nieuw", args=[world.traject.uuid], query=query)


def answers(**more):
    return {
        "uuid": str(uuid.uuid4()),
        "naam": "Najaar 2026",
        "weergave": "open_gesprek",
        "professionals": "veilig",
        "kaart_visie": ALL,
        "kaart_professionals": ["uitvoering"],
    } | more


def begin(world, who=None, **more):
    more = {"editie": world.edition().pk} | more
    return browser(who or world.noor).post(address(world), answers(**more))


def only_round(world) -> Ronde:
    [ronde] = world.traject.rondes.all()
    return ronde


def groups(ronde) -> dict[str, list[str]]:
    return {k.thema.sleutel: k.voor_groepen for k in ronde.kaarten.all()}


def test_people_can_join_at_once(world, editie):
    answer = begin(world)
    ronde = only_round(world)
    assert answer["Location"] == reverse("ronde", args=[ronde.uuid])
    assert (ronde.open, ronde.nummer, ronde.naam) == (True, 1, "Najaar 2026")
    assert len(ronde.code) == 6
    assert set(ronde.code) <= set(ALPHABET)
    assert len(open_key(ronde)) == 32
    assert ("C", "ronde", "lindestroom") in lines()


def test_only_cards_with_a_group_are_in_it(world, editie):
    begin(world)
    assert groups(only_round(world)) == {"visie": ALL, "professionals": ["uitvoering"]}


def test_a_card_can_be_opened_to_more_groups_than_it_is_meant_for(world, editie):
    begin(world, kaart_professionals=["uitvoering", "beleid"])
    assert groups(only_round(world))["professionals"] == ["uitvoering", "beleid"]


def test_the_form_proposes_each_card_for_whom_it_is_meant(world, editie):
    page = html.fromstring(browser(world.noor).get(address(world)).content)
    ticked = page.xpath("//input[@type='checkbox' and @checked]")
    proposed = [(box.get("name"), box.get("value")) for box in ticked]
    assert ("kaart_organisaties", "beleid") in proposed
    assert ("kaart_organisaties", "uitvoering") not in proposed
    assert [v for n, v in proposed if n == "kaart_visie"] == ALL


@pytest.mark.parametrize(
    ("weergave", "professionals", "expected"),
    [
        ("open_gesprek", "veilig", ["open_gesprek", "veilig"]),
        ("open_gesprek", "open_gesprek", ["open_gesprek", "open_gesprek"]),
        ("veilig", "open_gesprek", ["veilig", "veilig"]),
    ],
)
def test_the_card_about_own_work_is_safe_unless_asked_otherwise(
    world, editie, weergave, professionals, expected
):
    begin(world, weergave=weergave, professionals=professionals)
    ronde = only_round(world)
    assert ronde.weergave == weergave
    assert [kaart.weergave for kaart in ronde.kaarten.all()] == expected


def test_how_it_is_shown_has_to_be_chosen(world, editie):
    answer = begin(world, weergave="")
    assert answer.status_code == 422
    assert "Maak een keuze." in answer.content.decode()
    assert not world.traject.rondes.exists()


def test_without_any_card_there_is_no_round(world, editie):
    answer = begin(world, kaart_visie=[], kaart_professionals=[])
    assert answer.status_code == 422
    assert "Kies ten minste één kaart en een groep." in answer.content.decode()
    assert "Najaar 2026" in answer.content.decode()


def test_sent_twice_it_is_begun_once(world, editie):
    same = answers(editie=editie.pk)
    client = browser(world.noor)
    first, second = (client.post(address(world), same) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert only_round(world).nummer == 1


def test_a_second_round_beside_the_first_has_the_next_number(world, editie):
    begin(world)
    page = browser(world.noor).get(address(world)).content.decode()
    assert "Er loopt al een ronde" in page
    begin(world, naam="Voor ervaring")
    first, second = world.traject.rondes.order_by("nummer")
    assert (second.nummer, second.open, first.open) == (2, True, True)
    assert first.code != second.code


def test_members_with_an_account_get_a_letter_when_asked_for(
    world, editie, django_capture_on_commit_callbacks
):
    world.traject.leden.filter(gebruiker=world.els).update(gebruiker=None)
    with django_capture_on_commit_callbacks(execute=True):
        begin(world, uitnodigen="on")
    to = sorted(letter.to[0] for letter in mail.outbox)
    assert to == ["amina@example.nl", "hanneke@example.nl", "wim@example.nl"]
    assert f"/meedoen/{only_round(world).code}/" in mail.outbox[0].body


def test_otherwise_nobody_gets_a_letter(
    world, editie, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        begin(world)
    assert mail.outbox == []


def test_few_people_with_lived_experience_is_said_and_does_not_block(world, editie):
    page = browser(world.noor).get(address(world)).content.decode()
    assert "Weinig mensen met eigen ervaring" in page  # amina and els
    Kerngroeplid.objects.create(
        traject=world.traject,
        naam="Jo",
        ring="buitenring",
        rol=Rol.CLIENT,
        van=world.today,
    )
    page = browser(world.noor).get(address(world)).content.decode()
    assert "Weinig mensen met eigen ervaring" not in page


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("naam", "x" * 10_000),
        ("naam", "\x00"),
        ("naam", ""),
        ("uuid", "geen-uuid"),
        ("weergave", "alles"),
        ("kaart_visie", ["iedereen"]),
        ("kaart_visie", ["ervaring", "'; --"]),
        ("professionals", "x" * 10_000),
        ("professionals", ""),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_begins(world, editie, field, value):
    assert begin(world, **{field: value}).status_code == 422
    assert not world.traject.rondes.exists()


@pytest.mark.parametrize("naam", ["Ronde 🙂 één", "مرحبا", "<script>alert(1)</script>"])
def test_any_letters_can_be_in_the_name(world, editie, naam):
    begin(world, naam=naam)
    assert only_round(world).naam == naam
    listed = browser(world.noor).get(reverse("rondes", args=[world.traject.uuid]))
    assert "<script>alert" not in listed.content.decode()


def copy_of(editie, **changed) -> Kompaseditie:
    """Another edition with the same six cards; one card has another name."""
    copy = Kompaseditie.objects.get(pk=editie.pk)
    copy.pk = None
    for name, value in changed.items():
        setattr(copy, name, value)
    copy.save()
    for thema in editie.themas.all():
        thema.pk, thema.editie = None, copy
        if thema.sleutel == "visie":
            thema.naam = f"Visie van {copy.naam}"
        thema.save()
    return copy


def test_an_edition_of_another_region_is_not_offered_and_not_used(world, editie):
    foreign = copy_of(editie, regio=world.elders, naam="Elders")
    page = browser(world.noor).get(address(world)).content.decode()
    assert "Elders" not in page
    answer = begin(world, editie=foreign.pk)
    assert answer.status_code == 422
    assert "Deze tekst kun je niet kiezen." in answer.content.decode()
    assert not world.traject.rondes.exists()


@pytest.mark.parametrize("wrong", ["", "0", "999999999999999999999", "x", "'; --"])
def test_an_edition_that_is_not_there_is_said_and_no_other_takes_its_place(
    world, editie, wrong
):
    answer = begin(world, editie=wrong)
    page = html.fromstring(answer.content)
    assert answer.status_code == 422
    assert "Najaar 2026" in page.xpath("//input[@name='naam']/@value")
    radios = page.xpath("//input[@name='editie' and @type='radio']")
    assert [radio.get("value") for radio in radios] == [str(editie.pk)]
    assert not page.xpath("//input[@name='editie' and @checked]")
    assert not world.traject.rondes.exists()


def test_an_address_with_an_edition_that_is_not_theirs_is_not_there(world, editie):
    foreign = copy_of(editie, regio=world.elders, naam="Elders")
    for wrong in (foreign.pk, 0, "x", ""):
        answer = browser(world.noor).get(address(world, editie=wrong))
        assert answer.status_code == 404


def test_an_address_with_an_edition_of_theirs_begins_on_that_one(world, editie):
    own = copy_of(editie, regio=world.regio, naam="Eigen")
    for row in (own, editie):
        shown = browser(world.noor).get(address(world, editie=row.pk)).content
        ticked = html.fromstring(shown).xpath("//input[@name='editie' and @checked]")
        assert [radio.get("value") for radio in ticked] == [str(row.pk)]


def test_the_cards_of_another_edition_come_in_view_and_all_that_was_typed_stays(
    world, editie
):
    copy_of(editie, regio=world.regio, naam="Eigen")
    first = browser(world.noor).get(address(world)).content.decode()
    assert "Visie van Eigen" in first  # the region's own goes first
    typed = answers(editie=editie.pk, uitnodigen="on", toon="kaarten")
    answer = browser(world.noor).post(address(world), typed)
    page = html.fromstring(answer.content)
    assert answer.status_code == 200
    assert "Visie van Eigen" not in answer.content.decode()
    (form,) = [f for f in page.forms if "naam" in f.fields]
    kept = {name: form.fields[name] for name in ("naam", "uuid", "uitnodigen")}
    assert kept == {name: typed[name] for name in kept}
    assert form.fields["weergave"] == "open_gesprek"
    assert form.fields["editie"] == str(editie.pk)
    ticked = [
        (box.get("name"), box.get("value"))
        for box in page.xpath("//input[@type='checkbox' and @checked]")
        if box.get("name").startswith("kaart_")
    ]
    assert ticked == [
        *(("kaart_visie", groep) for groep in ALL),
        ("kaart_professionals", "uitvoering"),
    ]
    assert not page.xpath("//*[contains(@class, 'error')]")
    assert not world.traject.rondes.exists()


def test_the_round_begins_on_the_edition_that_was_chosen(world, editie):
    own = copy_of(editie, regio=world.regio, naam="Eigen")
    begin(world, editie=own.pk)
    ronde = only_round(world)
    assert ronde.editie == own
    assert {kaart.thema.editie for kaart in ronde.kaarten.all()} == {own}


def test_of_an_edition_the_newest_version_is_offered(world, editie):
    newer = Kompaseditie.objects.get(pk=editie.pk)
    newer.pk, newer.versie = None, 2
    newer.save()
    page = browser(world.noor).get(address(world)).content.decode()
    assert "Kleine editie, versie 2" in page
    assert "Kleine editie, versie 1" not in page


def test_without_an_edition_the_page_says_what_happens_next(world):
    answer = browser(world.noor).get(address(world))
    assert answer.status_code == 200
    assert "Er zijn nog geen gesprekskaarten" in answer.content.decode()


def test_how_scores_are_shown_is_a_word_of_the_round(world, editie):
    begin(world, weergave="veilig")
    assert only_round(world).weergave == Weergave.VEILIG
