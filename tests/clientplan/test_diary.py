"""The diary: for the client alone, without a line in the trace."""

from uuid import uuid4

from django.db import ProgrammingError, connection, transaction

import pytest
from lxml import html

from basis.actor import Actor, acting
from clientplan.models import Concept, Dagboekblad, Kijk, Versie
from netwerk.rules.onderdelen import Recht
from tests.clientplan.people import as_role, client, naaste
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db
ROL = {"_rol": "client"}
WHERE = "/plan/dagboek/"
CANARY = "kanarievogelwoord"


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    return client(zorg.anna)


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def write(anna, tekst=CANARY, **more):
    sent = {"uuid": str(uuid4()), "tekst": tekst} | ROL
    return anna.post(f"{WHERE}nieuw/", sent | more)


def only_one(zorg) -> Dagboekblad:
    rows = Dagboekblad.objects.visible_to(zorg.anna)
    return rows.select_related("client__dagboeksleutel").get()


def page_of(zorg) -> str:
    with zorg.as_(zorg.anna):
        return f"{WHERE}{only_one(zorg).uuid}/"


def begun(anna, where) -> dict[str, str]:
    """What the form of a page holds."""
    form = html.fromstring(anna.get(where).content).xpath("//form[.//textarea]")[0]
    return {"vanaf": form.fields["vanaf"], "tekst": form.fields["tekst"].strip()}


def every_act(anna, zorg) -> None:
    """Written, read, changed from an older text too, and thrown away."""
    write(anna)
    anna.get(WHERE)
    where = page_of(zorg)
    first = begun(anna, where)
    anna.post(where, first | {"tekst": f"{CANARY} anders"} | ROL)
    anna.post(where, first | {"tekst": f"{CANARY} ouder"} | ROL)
    anna.post(where, {"tekst": ""} | ROL)
    anna.post(f"{where}weg/", ROL)
    write(anna)


def test_an_empty_diary_says_for_whom_it_is(anna):
    page = text(anna.get(WHERE))
    assert "Alleen voor jou" in page
    assert "Hier staat nog niets" in page


def test_a_page_is_written_read_changed_and_thrown_away(anna, zorg):
    assert write(anna, "Stil vandaag").status_code == 302
    assert "Stil vandaag" in text(anna.get(WHERE))
    where = page_of(zorg)
    anna.post(where, begun(anna, where) | {"tekst": "Toch niet"} | ROL)
    page = text(anna.get(WHERE))
    assert "Toch niet" in page
    assert "Stil vandaag" not in page
    anna.post(f"{where}weg/", ROL)
    assert "Toch niet" not in text(anna.get(WHERE))
    assert anna.get(where).status_code == 404


def test_the_newest_comes_first(anna):
    for words in ("Het eerste", "Het tweede"):
        write(anna, words)
    page = text(anna.get(WHERE))
    assert page.index("Het tweede") < page.index("Het eerste")


def test_sent_twice_it_is_there_once(anna, zorg):
    same = str(uuid4())
    for _ in range(2):
        assert write(anna, uuid=same).status_code == 302
    with zorg.as_(zorg.anna):
        assert only_one(zorg).tekst == CANARY
    again = write(anna, "Iets anders", uuid=same)
    assert again.status_code == 422
    assert "Iets anders" in again.content.decode()


@pytest.mark.parametrize("words", ["", " ", "x" * 10_001])
def test_what_cannot_be_kept_is_said_and_still_there(anna, words):
    answer = write(anna, words)
    assert answer.status_code == 422
    assert words.strip() in answer.content.decode()


@pytest.mark.parametrize("words", ["😀 مرحبا", "a\x00b", "</textarea><b>"])
def test_any_words_may_stand_in_it(anna, words):
    assert write(anna, words).status_code == 302
    assert anna.get(WHERE).status_code == 200


def test_changed_on_another_device_both_texts_are_shown(anna, zorg):
    write(anna, "Begin")
    where = page_of(zorg)
    first = begun(anna, where)
    anna.post(where, first | {"tekst": "Op de telefoon"} | ROL)
    answer = anna.post(where, first | {"tekst": "Op de laptop"} | ROL)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Op de telefoon" in page
    assert "Op de laptop" in page
    with zorg.as_(zorg.anna):
        assert only_one(zorg).tekst == "Op de telefoon"


def lines() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM logboek.regel"
            " WHERE id > current_setting('nk.proef_vanaf')::bigint"
        )
        return cursor.fetchone()[0]


def test_no_act_leaves_a_line_a_version_a_draft_or_a_voice(anna, zorg):
    before = lines()
    every_act(anna, zorg)
    assert lines() == before
    with zorg.as_(zorg.anna):
        for model in (Versie, Concept, Kijk):
            assert not model.objects.visible_to(zorg.anna).exists()


def test_no_table_holds_a_word_of_it(anna, zorg):
    every_act(anna, zorg)
    names = connection.introspection.table_names()
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        for name in names:
            cursor.execute(
                f"SELECT count(*) FROM {connection.ops.quote_name(name)} t"  # noqa: S608
                " WHERE t::text ILIKE %s OR t::text ILIKE %s",
                [f"%{CANARY}%", f"%{CANARY.encode().hex()}%"],
            )
            assert cursor.fetchone() == (0,), name


def test_no_log_line_of_the_server_holds_a_word_of_it(anna, zorg, capsys, caplog):
    every_act(anna, zorg)
    said = capsys.readouterr()
    assert CANARY not in said.out + said.err + caplog.text


def everybody(zorg):
    """Each with every right that can be given, in the role they work in."""
    for who in (zorg.zus, zorg.anna):
        Rol.objects.create(gebruiker=who, soort=Soort.NAASTE, van=zorg.today)
    zorg.involve(zorg.zus, vertegenwoordigt="mentor", zaken=["doelen", "dagboek"])
    zorg.treats(zorg.pro)
    zorg.nood(zorg.pro, "crisiskaart")
    return {
        "zus": naaste(zorg.zus),
        "pro": as_role(zorg.pro, Soort.PROFESSIONAL),
        "bram": client(zorg.bram),
        "anna as naaste": naaste(zorg.anna),
    }


def test_nobody_else_finds_it_on_any_address(anna, zorg):
    write(anna)
    uuid = page_of(zorg).split("/")[-2]
    van = f"/plan-van/{zorg.plan.uuid}/"
    for name, browser in everybody(zorg).items():
        for where in (
            f"{WHERE}{uuid}/",
            f"{van}dagboek/",
            f"{van}dagboek/{uuid}/",
            f"{van}stem/dagboek/",
            f"{van}eerder/dagboek/{uuid}/",
        ):
            assert browser.get(where).status_code == 404, (name, where)
        sent = browser.post(f"{WHERE}{uuid}/weg/")
        assert sent.status_code in {404, 409}, name  # 409: made in another role
    assert CANARY in text(anna.get(WHERE))


def test_there_is_no_look_at_it_through_somebodys_eyes(anna, zorg):
    write(anna)
    row = zorg.involve(zorg.zus)
    zorg.say(row, "verhaal", Recht.LEZEN)
    eyes = f"/plan/wie-ziet-wat/{row.uuid}/bekijk/"
    assert "dagboek" not in anna.get(eyes).content.decode().lower()
    assert anna.get(f"{eyes}dagboek/").status_code == 404


def test_nobody_and_no_task_gets_a_row_of_it(anna, zorg):
    write(anna)
    everybody(zorg)
    count = "SELECT id FROM clientplan_dagboekblad"
    others = [zorg.actor(who) for who in (zorg.zus, zorg.pro, zorg.bram)]
    others += [zorg.actor(zorg.anna, "naaste"), Actor()]
    others += [Actor.job(taak) for taak in ("sleutels_draaien", "proef")]
    for actor in others:
        with acting(actor), connection.cursor() as cursor:
            cursor.execute(count)
            assert cursor.rowcount == 0, actor


def test_a_page_stays_whose_and_of_when_it_is(anna, zorg):
    write(anna)
    for change in ("geschreven_op = now()", "client_id = client_id + 1"):
        with zorg.as_(zorg.anna), pytest.raises(ProgrammingError), transaction.atomic():
            connection.cursor().execute(f"UPDATE clientplan_dagboekblad SET {change}")  # noqa: S608


def test_where_there_is_no_ring_a_page_says_so_and_nothing_is_lost(
    anna, zorg, settings
):
    write(anna)
    where, ring = page_of(zorg), settings.DIARY_KEYS
    settings.DIARY_KEYS = ""
    for page in (WHERE, where, f"{WHERE}nieuw/"):
        answer = anna.get(page)
        assert answer.status_code == 503
        assert "Je dagboek is nu dicht" in text(answer)
    settings.DIARY_KEYS = ring
    assert CANARY in text(anna.get(WHERE))
