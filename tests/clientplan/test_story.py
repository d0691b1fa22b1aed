"""A client writes the story text by text; nobody chooses the phase for them."""

from django.db import ProgrammingError, transaction

import pytest
from lxml import html

from clientplan.models import Verhaal, Versie
from clientplan.rules.verhaal import DEUREN, VIER, VRAGEN
from clientplan.services.items import bring_back, put_back, save_apart
from netwerk.rules.onderdelen import Recht
from tests.clientplan.people import client, naaste
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db
ROL = {"_rol": "client"}


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    return client(zorg.anna)


@pytest.fixture
def zus(zorg):
    """She writes along in the story."""
    Rol.objects.create(gebruiker=zorg.zus, soort=Soort.NAASTE, van=zorg.today)
    zorg.say(zorg.involve(zorg.zus), "verhaal", Recht.MEDE_EIGENAAR)
    return naaste(zorg.zus)


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def write(browser, vraag, tekst, *, nummer=0, where="/plan/", **more):
    sent = {
        "uuid": "5f3b3a56-6f0c-4f4e-9d4e-0d5a3c0c4a11",
        "nummer": str(nummer),
        vraag: tekst,
        "_rol": "client",
    }
    return browser.post(f"{where}verhaal/{vraag}/schrijf/", sent | more)


def story(zorg, who=None) -> Verhaal:
    who = who or zorg.anna
    return Verhaal.objects.visible_to(who).select_related("client").get()


def choose(browser, fase, nummer=0):
    sent = {"uuid": "5f3b3a56-6f0c-4f4e-9d4e-0d5a3c0c4a11", "nummer": str(nummer)}
    return browser.post("/plan/verhaal/fase/", sent | {"fase": fase} | ROL)


def test_an_empty_story_says_begin_where_you_like(anna):
    page = text(anna.get("/plan/verhaal/"))
    assert "Begin waar je wilt" in page
    assert all(one.mijn in page for one in VRAGEN.values())


def test_every_text_is_written_by_itself_and_read_together(anna, zorg):
    for vraag in VRAGEN:
        assert write(anna, vraag, f"Over {vraag}").status_code == 302
    page = text(anna.get("/plan/verhaal/"))
    assert all(f"Over {vraag}" in page for vraag in VRAGEN)
    with zorg.as_(zorg.anna):
        assert Verhaal.objects.visible_to(zorg.anna).count() == 1


def test_who_wants_is_helped_to_begin(anna):
    page = text(anna.get("/plan/verhaal/hoop/schrijf/"))
    for line in (*VRAGEN["hoop"].zinnen, *VIER, *(one for _, one in DEUREN)):
        assert line in page


def test_a_text_that_is_not_there_is_not_found(anna):
    assert anna.get("/plan/verhaal/geheim/schrijf/").status_code == 404


def test_drafts_of_two_texts_are_two_drafts(anna):
    write(anna, "hoop", "Half over hoop", later="1")
    write(anna, "krachten", "Half over kracht", later="1")
    assert "Half over hoop" in text(anna.get("/plan/verhaal/hoop/schrijf/"))
    assert "Half over kracht" in text(anna.get("/plan/verhaal/krachten/schrijf/"))
    assert "Hier was je aan begonnen" in text(anna.get("/plan/verhaal/"))


def test_two_on_different_texts_do_not_hinder_each_other(anna, zus, zorg):
    van = f"/plan-van/{zorg.plan.uuid}/"
    write(anna, "hoop", "Van anna")
    assert (
        write(zus, "krachten", "Van zus", where=van, _rol="naaste").status_code == 302
    )
    with zorg.as_(zorg.anna):
        words = story(zorg).words
    assert (words["hoop"], words["krachten"]) == ("Van anna", "Van zus")


def test_two_on_the_same_text_are_shown_both(anna, zus, zorg):
    van = f"/plan-van/{zorg.plan.uuid}/"
    write(anna, "hoop", "De lente")
    answer = write(zus, "hoop", "De zee", where=van, _rol="naaste")
    assert answer.status_code == 409
    assert "De lente" in text(answer)
    assert "De zee" in text(answer)


def test_a_text_is_put_back_and_the_others_stay(anna, zorg):
    write(anna, "hoop", "De lente")
    write(anna, "hoop", "De zee", nummer=1)
    write(anna, "krachten", "Geduld", nummer=2)
    with zorg.as_(zorg.anna):
        uuid = story(zorg).uuid
    earlier = f"/plan/eerder/hoop/{uuid}/"
    assert text(anna.get(earlier)).count("Door anna") == 2  # not the one of krachten
    anna.post(f"{earlier}terug/", {"nummer": "1"} | ROL)
    page = text(anna.get("/plan/verhaal/"))
    assert "De lente" in page
    assert "Geduld" in page


def test_the_phase_is_chosen_and_taken_away(anna):
    assert choose(anna, "leven_met").status_code == 302
    assert "Ik leef ermee" in text(anna.get("/plan/verhaal/"))
    choose(anna, "", nummer=1)
    assert "Ik leef ermee" not in text(anna.get("/plan/verhaal/"))


def test_a_phase_that_does_not_exist_is_asked_again(anna):
    assert choose(anna, "genezen").status_code == 422


def test_nobody_else_finds_where_the_phase_is_chosen(anna, zus, zorg):
    choose(anna, "leven_met")
    with zorg.as_(zorg.anna):
        uuid = story(zorg).uuid
    van = f"/plan-van/{zorg.plan.uuid}/"
    assert "/verhaal/fase/" not in zus.get(f"{van}verhaal/").content.decode()
    assert zus.get(f"{van}verhaal/fase/").status_code == 404
    assert zus.get("/plan/verhaal/fase/").status_code == 404
    for act in (f"eerder/fase/{uuid}/terug/", f"concept/fase/{uuid}/"):
        sent = {"nummer": "1", "_rol": "naaste"}
        assert zus.post(f"{van}{act}", sent).status_code == 404


def test_the_database_lets_nobody_else_set_the_phase(anna, zus, zorg):
    choose(anna, "leven_met")
    zorg.involve(zorg.bram, vertegenwoordigt="mentor", zaken=["verhaal"])
    for who in (zorg.zus, zorg.bram):
        with zorg.as_(who, "naaste"):
            there = story(zorg, who)
            with pytest.raises(ProgrammingError), transaction.atomic():
                save_apart(there, words={}, based_on=there.nummer, fase="worstelen")


def test_who_writes_along_puts_words_back_and_not_the_phase(anna, zus, zorg):
    write(anna, "hoop", "De lente")
    choose(anna, "leven_met", nummer=1)
    choose(anna, "", nummer=2)
    with zorg.as_(zorg.zus):
        rows = Versie.objects.visible_to(zorg.zus).select_related("client")
        chosen = rows.get(nummer=2)
        put_back(story(zorg, zorg.zus), versie=chosen, based_on=3)
        assert story(zorg, zorg.zus).fase == ""
    with zorg.as_(zorg.anna):
        Verhaal.objects.visible_to(zorg.anna).delete()
    with zorg.as_(zorg.zus):
        assert bring_back(Verhaal, versie=chosen, last=4).fase == ""


def test_who_reads_along_sees_it_and_changes_nothing(anna, zorg):
    Rol.objects.create(gebruiker=zorg.zus, soort=Soort.NAASTE, van=zorg.today)
    zorg.say(zorg.involve(zorg.zus), "verhaal", Recht.LEZEN)
    write(anna, "hoop", "De lente")
    van = f"/plan-van/{zorg.plan.uuid}/"
    reader = naaste(zorg.zus)
    page = text(reader.get(f"{van}verhaal/"))
    assert "De lente" in page
    assert "Aanpassen" not in page
    assert reader.get(f"{van}verhaal/hoop/schrijf/").status_code == 404


def test_who_writes_along_sees_whose_earlier_words_they_are(anna, zus, zorg):
    write(anna, "krachten", "Geduld")
    with zorg.as_(zorg.anna):
        uuid = story(zorg).uuid
    van = f"/plan-van/{zorg.plan.uuid}/"
    page = text(zus.get(f"{van}eerder/krachten/{uuid}/"))
    assert "Eerdere versies van Krachten van anna" in page
    # older words were not written for who reads along now
    where = f"{van}eerder/krachten/{uuid}/"
    zorg.say(zorg.involve(zorg.bram), "verhaal", Recht.LEZEN)
    Rol.objects.create(gebruiker=zorg.bram, soort=Soort.NAASTE, van=zorg.today)
    reader = naaste(zorg.bram)
    assert reader.get(f"{van}verhaal/").status_code == 200
    assert reader.get(where).status_code == 404
