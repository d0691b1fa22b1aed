"""What closing leaves of a round: the answers, each alone, and no key."""

from django.db import connection

import pytest

from basis.actor import Actor, acting
from kompas.choices import Kaartstand, Rol, Weergave
from kompas.models import Kaartklaar, OpenAntwoord, Stellingantwoord, Stembriefje
from kompas.selectors.deelname import joined_per_card, open_key
from kompas.services import deelname, stemmen
from kompas.services.stemmen import cut

from .people import guest, score

pytestmark = pytest.mark.django_db

VEILIG, OPEN_GESPREK = Weergave.VEILIG, Weergave.OPEN_GESPREK


def room(ronde, *rollen: Rol) -> list:
    """People who all answer both statements of the first card."""
    people = [guest(ronde, rol) for rol in rollen]
    for who in people:
        score(who, "4", stelling=1)
        score(who, "2", stelling=2, opmerking="rustig")
    return people


def groups(ronde, kaart: str = "visie") -> list[str]:
    answers = Stellingantwoord.objects.filter(
        stembriefje__ronde=ronde, stelling__thema__sleutel=kaart
    )
    return sorted(answers.values_list("stembriefje__groep", flat=True))


def test_key_code_and_marks_are_gone_and_a_second_time_does_nothing(world):
    ronde = world.new_ronde()
    room(ronde, Rol.CLIENT, Rol.BESTUURDER)
    assert cut(ronde=ronde)
    assert not ronde.open
    assert (ronde.code, ronde.sleutel_naam, ronde.sleutel_box) == ("", "", None)
    with pytest.raises(ValueError, match="no key"):
        open_key(ronde)
    assert not Stembriefje.objects.exclude(kenmerk=None).exists()
    assert not ronde.deelnames.exclude(gast_hash="").exists()
    assert not cut(ronde=ronde)


def test_every_answer_stands_alone_with_its_words_and_its_group(world):
    ronde = world.new_ronde()
    room(ronde, Rol.CLIENT, Rol.BESTUURDER)
    before = set(Stembriefje.objects.values_list("pk", flat=True))
    cut(ronde=ronde)
    after = Stellingantwoord.objects.all()
    assert sorted(after.values_list("keuze", "opmerking", "versie")) == [
        ("2", "rustig", 0),
        ("2", "rustig", 0),
        ("4", "", 0),
        ("4", "", 0),
    ]
    assert groups(ronde) == ["beleid", "beleid", "ervaring", "ervaring"]
    slips = set(Stembriefje.objects.values_list("pk", flat=True))
    assert len(slips) == 4
    assert not slips & before


def test_answers_that_were_taken_back_are_not_carried_over(world):
    ronde = world.new_ronde()
    [who] = room(ronde, Rol.CLIENT)
    score(who, "", stelling=1, versie=2)
    stemmen.save_vraag(
        deelnemer=who, kaart="interventies", vraag=4, tekst="", versie=1, nu=False
    )
    cut(ronde=ronde)
    assert [row.keuze for row in Stellingantwoord.objects.all()] == ["2"]
    assert not OpenAntwoord.objects.exists()


def test_all_kinds_of_answers_come_along(world):
    ronde = world.new_ronde()
    [who] = room(ronde, Rol.CLIENT)
    card = {"deelnemer": who, "kaart": "interventies"}
    stemmen.save_vraag(**card, vraag=4, tekst="Samen koken", versie=1, nu=False)
    stemmen.save_werkwijzen(**card, answers=[("resourcegroep", "willen", 1)])
    cut(ronde=ronde)
    assert list(OpenAntwoord.objects.values_list("tekst", "stembriefje__groep")) == [
        ("Samen koken", "ervaring")
    ]
    assert Stembriefje.objects.count() == 4


def test_a_hidden_remark_stays_hidden(world):
    ronde = world.new_ronde()
    room(ronde, Rol.CLIENT)
    Stellingantwoord.objects.exclude(opmerking="").update(
        verborgen_op=ronde.geopend_op,
        verborgen_door=world.noor,
        verborgen_reden="noemt een naam",
    )
    cut(ronde=ronde)
    row = Stellingantwoord.objects.exclude(opmerking="").get()
    assert (row.verborgen_op, row.verborgen_door, row.verborgen_reden) == (
        ronde.geopend_op,
        world.noor,
        "noemt een naam",
    )


def test_who_finished_which_card_is_forgotten(world):
    """With few people it would say whose the only answer of a group is."""
    ronde = world.new_ronde()
    [who] = room(ronde, Rol.CLIENT)
    kaart = ronde.kaarten.get(thema__sleutel="visie")
    deelname.finish_card(deelnemer=who, kaart=kaart)
    assert Kaartklaar.objects.count() == 1
    cut(ronde=ronde)
    assert not Kaartklaar.objects.exists()
    assert ronde.deelnames.count() == 1


def test_in_veilig_a_small_group_takes_the_group_off_the_whole_card(world):
    """Off the small group alone would name it: the slips without a group are its own."""
    ronde = world.new_ronde(weergave=VEILIG)
    room(ronde, *[Rol.CLIENT] * 3, *[Rol.UITVOERDER] * 3, *[Rol.BESTUURDER] * 2)
    cut(ronde=ronde)
    assert set(groups(ronde)) == {""}


def test_in_veilig_groups_of_three_keep_their_name(world):
    ronde = world.new_ronde(weergave=VEILIG)
    room(ronde, *[Rol.CLIENT] * 3, *[Rol.UITVOERDER] * 3)
    cut(ronde=ronde)
    assert set(groups(ronde)) == {"ervaring", "uitvoering"}


def test_somebody_who_joined_and_did_not_answer_makes_a_group_small_too(world):
    """Everybody in the room saw them: their silence shows as much as an answer."""
    ronde = world.new_ronde(weergave=VEILIG)
    room(ronde, *[Rol.CLIENT] * 3, *[Rol.UITVOERDER] * 3)
    guest(ronde, Rol.BESTUURDER)
    cut(ronde=ronde)
    assert set(groups(ronde)) == {""}


@pytest.mark.parametrize(
    ("of_round", "of_card", "expected"),
    [
        (OPEN_GESPREK, OPEN_GESPREK, {"ervaring", "beleid"}),
        (OPEN_GESPREK, VEILIG, {""}),
        (VEILIG, OPEN_GESPREK, {""}),
    ],
)
def test_the_stricter_of_round_and_card_decides(world, of_round, of_card, expected):
    ronde = world.new_ronde(weergave=of_round)
    ronde.kaarten.filter(thema__sleutel="visie").update(weergave=of_card)
    people = room(ronde, Rol.CLIENT, Rol.BESTUURDER)
    score(people[0], "3", kaart="samenwerking")
    cut(ronde=ronde)
    assert set(groups(ronde)) == expected
    other_card = "ervaring" if of_round == OPEN_GESPREK else ""
    assert groups(ronde, "samenwerking") == [other_card]


def test_a_group_that_takes_a_card_by_choice_counts_when_it_answered(world):
    ronde = world.new_ronde(weergave=VEILIG)
    for _ in range(3):
        score(guest(ronde, Rol.UITVOERDER), "4", kaart="professionals")
    paid = [guest(ronde, Rol.ERVARINGSDESKUNDIGE, betaald=True) for _ in range(3)]
    kaart = ronde.kaarten.get(thema__sleutel="professionals")
    assert joined_per_card(ronde)[kaart.thema_id] == {"uitvoering": 3}
    score(paid[0], "3", kaart="professionals")
    assert joined_per_card(ronde)[kaart.thema_id] == {"uitvoering": 3, "ervaring": 1}
    cut(ronde=ronde)
    assert set(groups(ronde, "professionals")) == {""}


def test_cards_that_were_open_are_cut_as_well(world):
    ronde = world.new_ronde()
    room(ronde, Rol.CLIENT)
    ronde.kaarten.update(stand=Kaartstand.OPEN)
    cut(ronde=ronde)
    assert Stembriefje.objects.count() == 2


def test_another_round_is_left_alone(world):
    ronde, other = world.new_ronde(), world.new_ronde(code="CC2DD3")
    room(ronde, Rol.CLIENT)
    room(other, Rol.CLIENT)
    cut(ronde=ronde)
    assert Stembriefje.objects.filter(ronde=other).exclude(kenmerk=None).count() == 1
    assert other.deelnames.exclude(gast_hash="").count() == 1


def test_the_process_of_the_web_has_the_rights_for_it(world):
    ronde = world.new_ronde()
    with acting(Actor.person(world.noor.pk)):
        room(ronde, Rol.CLIENT)
        assert cut(ronde=ronde)


def test_the_server_clears_what_the_old_ballots_left_without_being_asked():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE 'autovacuum_vacuum_threshold=1' = ANY"
            " (reloptions) AND 'autovacuum_vacuum_scale_factor=0' = ANY (reloptions)"
        )
        tables = {name for (name,) in cursor.fetchall()}
    assert {
        "kompas_stembriefje",
        "kompas_stellingantwoord",
        "kompas_openantwoord",
        "kompas_inventarisantwoord",
        "kompas_deelname",
        "kompas_kaartklaar",
    } <= tables
