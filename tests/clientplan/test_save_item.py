"""Pieces of a plan: saved with a version and a line, and nobody's words disappear."""

import uuid

from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.utils import timezone

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from clientplan.models import (
    Concept,
    Dagboekblad,
    Doel,
    Kaartpersoon,
    Kijk,
    Stap,
    Versie,
)
from clientplan.services.items import Conflict, Gone, add_item, put_back, save_item
from netwerk.rules.onderdelen import Recht

pytestmark = pytest.mark.django_db


def lines():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT actie, object_soort, onderdeel, grond FROM logboek.regel"
            " WHERE id > current_setting('nk.proef_vanaf')::bigint ORDER BY id"
        )
        return cursor.fetchall()


@pytest.fixture
def doel(zorg):
    with zorg.as_(zorg.anna):
        return add_item(Doel(client=zorg.plan), words={"doel": "Beter slapen"})


def there(zorg, who):
    return Doel.objects.visible_to(who).select_related("client").get()


def versions(zorg):
    with zorg.as_(zorg.anna):
        rows = Versie.objects.visible_to(zorg.anna).select_related("client")
        return [(row.nummer, row.words) for row in rows]


def test_a_new_piece_has_its_first_version_and_its_line(zorg, doel):
    assert versions(zorg) == [(1, {"doel": "Beter slapen"})]
    [(actie, soort, onderdeel, grond)] = lines()
    assert (actie, soort, onderdeel) == ("C", "doel", "doelen")
    assert grond.startswith("eigen plan:")


def test_a_second_click_adds_nothing(zorg):
    given_uuid = uuid.uuid4()
    with zorg.as_(zorg.anna):
        for _ in range(2):
            add_item(Doel(client=zorg.plan, uuid=given_uuid), words={"doel": "Lezen"})
        assert Doel.objects.visible_to(zorg.anna).count() == 1
    assert len(versions(zorg)) == 1


def test_the_same_uuid_with_other_words_is_said_and_overwrites_nothing(zorg, doel):
    again = Doel(client=zorg.plan, uuid=doel.uuid)
    with zorg.as_(zorg.anna), pytest.raises(Conflict) as caught:
        add_item(again, words={"doel": "Iets anders"})
    assert caught.value.theirs.words["doel"] == "Beter slapen"
    assert caught.value.mine == {"doel": "Iets anders"}
    assert len(versions(zorg)) == 1


def test_a_uuid_of_anothers_piece_says_nothing_of_it(zorg, doel):
    with zorg.as_(zorg.bram), pytest.raises(Gone):
        add_item(Doel(client=zorg.ander, uuid=doel.uuid), words={"doel": "Gok"})


def test_who_saves_later_from_an_older_text_gets_both_and_loses_nothing(zorg, doel):
    with zorg.as_(zorg.anna):
        save_item(there(zorg, zorg.anna), words={"doel": "Telefoon"}, based_on=1)
        with pytest.raises(Conflict) as caught:
            save_item(there(zorg, zorg.anna), words={"doel": "Laptop"}, based_on=1)
    assert caught.value.mine == {"doel": "Laptop"}
    assert caught.value.theirs.words["doel"] == "Telefoon"
    assert [nummer for nummer, _ in versions(zorg)] == [1, 2]


def test_an_older_version_is_put_back_as_a_new_one(zorg, doel):
    with zorg.as_(zorg.anna):
        save_item(there(zorg, zorg.anna), words={"doel": "Anders"}, based_on=1)
        first = Versie.objects.visible_to(zorg.anna).select_related("client").first()
        put_back(there(zorg, zorg.anna), versie=first, based_on=2)
        assert there(zorg, zorg.anna).words["doel"] == "Beter slapen"
    assert len(versions(zorg)) == 3


def test_columns_stay_with_their_version(zorg, doel):
    with zorg.as_(zorg.anna):
        one = there(zorg, zorg.anna)
        save_item(one, words={"doel": "Slapen"}, based_on=1, stand="gelukt")
        last = Versie.objects.visible_to(zorg.anna).last()
    assert last.velden["stand"] == "gelukt"


def test_who_may_only_read_saves_nothing(zorg, doel):
    zorg.say(zorg.involve(zorg.zus), "doelen", Recht.LEZEN)
    with zorg.as_(zorg.zus):
        seen = there(zorg, zorg.zus)
        with pytest.raises(Gone):
            save_item(seen, words={"doel": "Van mij"}, based_on=1)
        with pytest.raises(ProgrammingError), transaction.atomic():
            add_item(Doel(client=zorg.plan), words={"doel": "Ook van mij"})


def test_a_naaste_who_may_write_writes_and_is_named(zorg, doel):
    zorg.say(zorg.involve(zorg.zus), "doelen", Recht.MEDE_EIGENAAR)
    with zorg.as_(zorg.zus):
        save_item(there(zorg, zorg.zus), words={"doel": "Samen"}, based_on=1)
    with zorg.as_(zorg.anna):
        assert Versie.objects.visible_to(zorg.anna).last().door == zorg.zus
    assert lines()[-1][3].startswith("toestemming:")


def test_after_taking_back_the_piece_is_not_there(zorg, doel):
    zus = zorg.involve(zorg.zus)
    zorg.say(zus, "doelen", Recht.MEDE_EIGENAAR)
    zorg.say(zus, "doelen", Recht.GEEN)
    with zorg.as_(zorg.zus):
        assert not Doel.objects.visible_to(zorg.zus).exists()
        assert not Versie.objects.visible_to(zorg.zus).exists()
        with pytest.raises(Gone):
            save_item(doel, words={"doel": "Toch"}, based_on=1)


def test_nobody_changes_a_version(zorg, doel):
    for sql in (
        "UPDATE clientplan_versie SET nummer = 9",
        "DELETE FROM clientplan_versie",
    ):
        with zorg.as_(zorg.anna), pytest.raises(ProgrammingError), transaction.atomic():
            connection.cursor().execute(sql)


def test_nobody_signs_a_version_with_anothers_name(zorg, doel):
    zorg.say(zorg.involve(zorg.zus), "doelen", Recht.MEDE_EIGENAAR)
    forged = Versie(
        client=zorg.plan,
        onderdeel="doelen",
        object_uuid=doel.uuid,
        nummer=2,
        op=timezone.now(),
        door=zorg.anna,
    )
    with zorg.as_(zorg.zus), pytest.raises(ProgrammingError), transaction.atomic():
        forged.save(force_insert=True)


def raw(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.rowcount


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE clientplan_doel SET client_id = client_id + 1",
        "UPDATE clientplan_doel SET uuid = gen_random_uuid()",
        "UPDATE clientplan_stap SET doel_id = doel_id + 1",
        "UPDATE clientplan_kijk SET onderdeel = 'wonen'",
        "UPDATE clientplan_kijk SET auteur_id = auteur_id + 1",
        "UPDATE clientplan_concept SET object_uuid = gen_random_uuid()",
        "UPDATE clientplan_kaartpersoon SET akkoord = true",
    ],
)
def test_a_piece_stays_whose_and_what_it_is(zorg, sql):
    denied = pytest.raises(ProgrammingError, match="permission denied")
    with zorg.as_(zorg.anna), denied, transaction.atomic():
        raw(sql)


def test_a_piece_is_changed_in_ones_own_name(zorg, doel):
    zorg.say(zorg.involve(zorg.zus), "doelen", Recht.MEDE_EIGENAAR)
    change = "UPDATE clientplan_doel SET stand = 'gelukt', gewijzigd_door_id = %s"
    with zorg.as_(zorg.zus):
        with pytest.raises(ProgrammingError), transaction.atomic():
            raw(change, zorg.anna.pk)
        assert raw(change, zorg.zus.pk) == 1


def test_only_who_owns_the_part_throws_a_piece_away(zorg, doel):
    zorg.say(zorg.involve(zorg.zus), "doelen", Recht.MEDE_EIGENAAR)
    for who, gone in ((zorg.zus, 0), (zorg.anna, 1)):
        with zorg.as_(who):
            assert raw("DELETE FROM clientplan_doel") == gone


def on_the_card(zorg, **more):
    person = Kaartpersoon(client=zorg.plan)
    return add_item(person, words={"naam": "Els"}, **more)


def test_nobody_agrees_for_who_is_named_on_the_card(zorg):
    zorg.say(zorg.involve(zorg.zus), "crisiskaart", Recht.MEDE_EIGENAAR)
    for who in (zorg.zus, zorg.anna):
        with zorg.as_(who):
            assert on_the_card(zorg).akkoord is None
            with pytest.raises(ProgrammingError), transaction.atomic():
                on_the_card(zorg, akkoord=True, akkoord_op=zorg.today)


def test_who_is_named_is_somebody_round_this_client(zorg):
    elsewhere = zorg.involve(zorg.zus, client=zorg.ander)
    with zorg.as_(zorg.anna):
        on_the_card(zorg, betrokkenheid_id=elsewhere.pk)
    with pytest.raises(IntegrityError, match="kaartpersoon_of_its_client"):
        connection.check_constraints()


def test_the_diary_has_no_version_voice_or_draft(zorg):
    row = Kijk(
        client=zorg.plan,
        onderdeel="dagboek",
        auteur=zorg.anna,
        geschreven_op=timezone.now(),
    )
    row.tekst = "Van mij"
    refused = pytest.raises(IntegrityError, match="not_of_the_diary")
    with zorg.as_(zorg.anna), refused, transaction.atomic():
        row.save()


def voice(zorg, who, **more):
    row = Kijk(
        client=zorg.plan,
        onderdeel="doelen",
        auteur=who,
        geschreven_op=timezone.now(),
        **more,
    )
    row.tekst = "Zo zie ik het"
    row.save()
    return row


def test_a_second_voice_is_changed_by_its_author_alone(zorg, doel):
    zorg.treats(zorg.pro)
    with zorg.as_(zorg.pro):
        voice(zorg, zorg.pro)
    now = timezone.now()
    with zorg.as_(zorg.anna):
        assert Kijk.objects.visible_to(zorg.anna).update(geschreven_op=now) == 0
        assert Kijk.objects.visible_to(zorg.anna).get().auteur == zorg.pro
    with zorg.as_(zorg.pro):
        assert Kijk.objects.by(zorg.pro).update(geschreven_op=now) == 1


def test_nobody_writes_in_anothers_voice(zorg):
    zorg.treats(zorg.pro)
    with zorg.as_(zorg.pro), pytest.raises(ProgrammingError), transaction.atomic():
        voice(zorg, zorg.anna)


def test_a_draft_is_its_authors_alone(zorg, doel):
    zorg.say(zorg.involve(zorg.zus), "doelen", Recht.MEDE_EIGENAAR)
    with zorg.as_(zorg.zus):
        row = Concept(
            client=zorg.plan,
            onderdeel="doelen",
            object_uuid=doel.uuid,
            nummer=1,
            auteur=zorg.zus,
            op=timezone.now(),
        )
        row.woorden = '{"doel": "Half"}'
        row.save()
        assert Concept.objects.by(zorg.zus).count() == 1
    with zorg.as_(zorg.anna):
        assert not Concept.objects.visible_to(zorg.anna).exists()


def test_the_diary_opens_with_its_own_key_for_the_client_alone(zorg):
    with zorg.as_(zorg.anna):
        page = Dagboekblad(client=zorg.plan, geschreven_op=timezone.now())
        page.tekst = "Voor mij alleen"
        page.save()
        mine = Dagboekblad.objects.visible_to(zorg.anna).select_related("client").get()
        assert mine.tekst == "Voor mij alleen"
    zorg.involve(zorg.zus, vertegenwoordigt="mentor", zaken=["doelen", "dagboek"])
    for who in (zorg.zus, zorg.pro, zorg.bram):
        with zorg.as_(who):
            assert not Dagboekblad.objects.visible_to(who).exists()
    assert lines() == []


def test_a_step_cannot_be_another_clients_than_its_goal(zorg, doel):
    with zorg.as_(zorg.bram):
        add_item(Stap(client=zorg.ander, doel_id=doel.pk), words={"stap": "Hoi"})
    with pytest.raises(Exception, match="stap_of_its_client"):
        connection.check_constraints()


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_words_come_out_as_they_went_in_and_stand_nowhere_readable(zorg, text):
    one = Doel(client=zorg.plan)
    one.words = {"doel": text}
    assert one.words["doel"] == text
    if len(text) > 6:
        assert text.encode() not in bytes(one.woorden_box)


def test_strange_words_are_refused(zorg):
    with pytest.raises(ValueError, match="geheim"):
        Doel(client=zorg.plan).words = {"geheim": "x"}
