"""A naaste comes in by three yeses: the client asks, they say yes, the client lets them in."""

import uuid
from datetime import timedelta

from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

import pytest

from netwerk.models import Betrokkenheid, Naastenuitnodiging
from netwerk.rules.onderdelen import Recht
from netwerk.services import naasten
from netwerk.services.starten import LetterOver, hash_of
from tests.netwerk.betrokken.lines import lines
from toegang.choices import Soort
from toegang.models import Gebruiker, Rol, Uitnodiging

pytestmark = pytest.mark.django_db
KAART = {"crisiskaart": Recht.LEZEN}


@pytest.fixture
def code(zorg):
    return ask(zorg)


def ask(zorg, **more):
    given = {"uuid": uuid.uuid4(), "naam": "Zus", "relatie": "mijn zus"}
    with zorg.as_(zorg.anna):
        return naasten.ask(client=zorg.plan, rechten=KAART, **given | more)


def asked(zorg):
    with zorg.as_(zorg.anna):
        rows = Naastenuitnodiging.objects.visible_to(zorg.anna)
        return rows.select_related("client__regio", "client__gebruiker").first()


def came(zorg, code, who=None):
    who = who or zorg.zus
    with zorg.as_(who, "naaste"):
        return naasten.came(hash=hash_of(code), user=who)


def says(zorg, who=None, *, ja=True):
    with zorg.as_(who or zorg.zus, "naaste"):
        [vraag] = naasten.asked_of_me()
        naasten.answer(vraag=vraag, ja=ja)


def admit(zorg, **more):
    with zorg.as_(zorg.anna):
        return naasten.admit(asked=asked(zorg), rechten=KAART, **more)


def test_the_code_is_not_kept_and_names_are_sealed(zorg, code):
    row = asked(zorg)
    assert row.hash == hash_of(code)
    assert b"Zus" not in bytes(row.naam_box)
    with zorg.as_(zorg.anna):
        assert (row.naam, row.relatie) == ("Zus", "mijn zus")


def test_until_the_client_lets_them_in_nothing_is_open(zorg, code):
    came(zorg, code)
    says(zorg)
    assert zorg.parts(zorg.zus, "naaste") == {}
    admit(zorg)
    assert zorg.parts(zorg.zus, "naaste") == {"crisiskaart": Recht.LEZEN}


def test_who_lets_in_may_give_something_else_than_was_meant(zorg, code):
    came(zorg, code)
    says(zorg)
    with zorg.as_(zorg.anna):
        naasten.admit(asked=asked(zorg), rechten={"doelen": Recht.BIJDRAGEN})
    assert zorg.parts(zorg.zus, "naaste") == {"doelen": Recht.BIJDRAGEN}


def test_without_their_yes_nobody_is_let_in(zorg, code):
    came(zorg, code)
    with pytest.raises(LetterOver):
        admit(zorg)


def test_the_client_cannot_say_yes_for_them(zorg, code):
    with zorg.as_(zorg.anna):
        row = Naastenuitnodiging.objects.visible_to(zorg.anna)
        with pytest.raises(ProgrammingError), transaction.atomic():
            row.update(gebruiker=zorg.zus, ja_op=timezone.now())


def test_a_letter_comes_to_one_account(zorg, code):
    came(zorg, code)
    with pytest.raises(LetterOver):
        came(zorg, code, zorg.verre_pro)
    assert came(zorg, code) == asked(zorg).uuid


def test_ones_own_letter_opens_nothing(zorg, code):
    with pytest.raises(LetterOver):
        came(zorg, code, zorg.anna)


@pytest.mark.parametrize("how", ["teruggenomen", "verlopen"])
def test_a_letter_that_is_over_opens_nothing(zorg, code, how):
    if how == "teruggenomen":
        with zorg.as_(zorg.anna):
            naasten.take_back(asked=asked(zorg))
    else:
        Naastenuitnodiging.objects.for_job("x").update(
            tot=timezone.now() - timedelta(seconds=1)
        )
    with pytest.raises(LetterOver):
        came(zorg, code)
    assert not Rol.objects.filter(gebruiker=zorg.zus).exists()


def test_taken_back_after_their_yes_they_stay_out(zorg, code):
    came(zorg, code)
    says(zorg)
    with zorg.as_(zorg.anna):
        naasten.take_back(asked=asked(zorg))
    with pytest.raises(LetterOver):
        admit(zorg)
    with zorg.as_(zorg.zus, "naaste"):
        assert naasten.asked_of_me() == []


def test_a_no_leaves_the_letter_as_if_it_had_never_come(zorg, code):
    came(zorg, code)
    says(zorg, ja=False)
    row = asked(zorg)
    assert (row.gebruiker_id, row.ja_op) == (None, None)
    with zorg.as_(zorg.zus, "naaste"):
        assert naasten.asked_of_me() == []


def test_a_yes_can_be_taken_back_before_they_are_let_in(zorg, code):
    came(zorg, code)
    says(zorg)
    says(zorg, ja=False)
    with pytest.raises(LetterOver):
        admit(zorg)


def test_whoever_it_did_not_come_to_cannot_answer(zorg, code):
    came(zorg, code)
    with zorg.as_(zorg.zus, "naaste"):
        [vraag] = naasten.asked_of_me()
    with zorg.as_(zorg.bram), pytest.raises(LetterOver):
        naasten.answer(vraag=vraag, ja=True)


def test_they_see_who_asks_and_nothing_else(zorg, code):
    came(zorg, code)
    with zorg.as_(zorg.zus, "naaste"):
        [vraag] = naasten.asked_of_me()
        assert vraag.naam == "anna"
        assert not Naastenuitnodiging.objects.for_job("proef").exists()


def test_let_in_twice_it_is_one_person(zorg, code):
    came(zorg, code)
    says(zorg)
    assert admit(zorg) == admit(zorg)
    with zorg.as_(zorg.anna):
        assert Betrokkenheid.objects.visible_to(zorg.anna).count() == 1


def test_who_is_in_already_stays_one_person_after_a_second_letter(zorg, code):
    came(zorg, code)
    says(zorg)
    admit(zorg)
    came(zorg, ask(zorg))
    says(zorg)
    admit(zorg)
    with zorg.as_(zorg.anna):
        assert Betrokkenheid.objects.visible_to(zorg.anna).count() == 1


def test_another_client_sees_nothing_of_it(zorg, code):
    with zorg.as_(zorg.bram):
        assert not Naastenuitnodiging.objects.visible_to(zorg.bram).exists()
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM netwerk_naastenuitnodiging")
            assert cursor.fetchone() == (0,)


def test_the_row_of_a_mail_does_not_say_who_asks(zorg, code):
    with zorg.as_(zorg.anna):
        naasten.mail(asked=asked(zorg), email="Zus@Example.nl")
    row = Uitnodiging.objects.get()
    assert (row.email, row.gemaakt_door_id) == ("zus@example.nl", None)
    assert "anna" not in str(vars(row))


def test_taken_back_the_mail_is_over_too(zorg, code):
    with zorg.as_(zorg.anna):
        naasten.mail(asked=asked(zorg), email="zus@example.nl")
        naasten.take_back(asked=asked(zorg))
    assert not Uitnodiging.objects.usable().exists()


def test_every_step_stands_in_the_trace_of_the_client(zorg, code):
    came(zorg, code)
    says(zorg)
    admit(zorg)
    assert lines() == [
        ("C", "naastenuitnodiging", "", str(zorg.plan.uuid)),
        ("E", "naastenuitnodiging", "", str(zorg.plan.uuid)),
        ("U", "naastenuitnodiging", "", str(zorg.plan.uuid)),
        ("C", "betrokkenheid", "", str(zorg.plan.uuid)),
        ("U", "toestemming", "", str(zorg.plan.uuid)),
    ]


def test_a_naaste_has_the_role_once(zorg, code):
    came(zorg, code)
    came(zorg, code)
    assert Rol.objects.filter(gebruiker=zorg.zus, soort=Soort.NAASTE).count() == 1


def test_a_disabled_account_takes_in_nothing(zorg, code):
    assert not Gebruiker.objects.get(pk=zorg.weg.pk).is_active
    with pytest.raises(LetterOver):
        came(zorg, code, zorg.weg)
