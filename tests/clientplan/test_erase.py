"""A client is erased: the keys and every row are gone for good, nobody meets a broken page, and
the log keeps what happened (Q7)."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from uuid import uuid4

from django.core.management import CommandError, call_command
from django.db import IntegrityError, ProgrammingError, connection
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone

import pytest

from basis.actor import Actor, acting
from clientplan.models import Doel
from clientplan.services.items import add_item
from netwerk import wislijst
from netwerk.models import Client, Dagboeksleutel
from netwerk.services import wissen
from tests.architecture.test_access import PATTERNS
from tests.clientplan.whole import CANARY, PLAN, Whole, text
from toegang.choices import Soort

pytestmark = pytest.mark.django_db
JOB = Actor.job(wissen.JOB)


@pytest.fixture
def as_worker(settings):
    settings.PROCESS_ROLE = "nk_worker"


def erase(settings, client) -> bool:
    settings.PROCESS_ROLE = "nk_worker"
    try:
        with acting(JOB):
            return wissen.erase(client=client)
    finally:
        settings.PROCESS_ROLE = "nk_web"


def ask(sql: str, *params: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def about(plan: Client) -> dict[str, int]:
    """Per table that hangs on a client: how many rows are hers."""
    found = ask(
        "SELECT k.conrelid::regclass::text, a.attname FROM pg_constraint k"
        " JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]"
        " WHERE k.contype = 'f' AND cardinality(k.conkey) = 1"
        " AND k.confrelid = 'netwerk_client'::regclass"
    )
    return {
        table: ask(f"SELECT count(*) FROM {table} WHERE {column} = %s", plan.pk)[0][0]  # noqa: S608
        for table, column in found
    }


def tables_with(*boxes: bytes) -> set[str]:
    """Where one of these still lies, as owner of all."""
    found = set()
    for name in connection.introspection.table_names():
        sql = f"SELECT EXISTS (SELECT FROM {name} t WHERE "  # noqa: S608
        sql += " OR ".join("t::text LIKE %s" for _ in boxes) + ")"
        if ask(sql, *(f"%{bytes(box).hex()}%" for box in boxes)) == [(True,)]:
            found.add(name)
    return found


def lines(plan: Client) -> list[tuple]:
    return ask(
        "SELECT id, actie::text, object_soort, persoon, taak, regio FROM logboek.regel"
        " WHERE client = %s ORDER BY id",
        str(plan.uuid),
    )


def pages(whole: Whole) -> Iterator[tuple[str, str]]:
    """Every address of a plan, about what stood in this one."""
    about = {
        "plan": whole.zorg.plan.uuid,
        "uuid": whole.doel.uuid,
        "wie": whole.rij.uuid,
        "soort": "doel",
        "deel": "doelen",
        "vraag": "hoop",
        "fase": 1,
        "code": "KV73MP2X9C",
        "adres": "niets",
        "woord": whole.phone,
    }
    for name, pattern in PATTERNS.items():
        if pattern.lookup_str.startswith("clientplan.") and name != "mijn_kaart_sw":
            kind = {"soort": "ik_merk"} if name.startswith("signaal_nieuw") else {}
            parts = {
                one: (about | kind)[one] for one in pattern.pattern.regex.groupindex
            }
            yield name, reverse(name, kwargs=parts)


def test_everything_of_it_is_gone_for_good_and_no_page_breaks(zorg, settings):
    whole = Whole(zorg)
    whole.anna.get(PLAN)  # what was said of the last act is shown once
    plan = Client.objects.for_job("proefdata").get(pk=zorg.plan.pk)
    boxes, log, others = sealed(whole, plan), lines(plan), about(zorg.ander)
    empty = {table for table, count in about(plan).items() if not count}
    assert empty <= {"netwerk_naamafscherming"}  # what is not there proves nothing
    assert {"netwerk_client", "clientplan_versie"} <= tables_with(*boxes)
    assert left_for(Soort.CLIENT, Soort.PROFESSIONAL) == 4

    assert erase(settings, plan.uuid) is True
    connection.check_constraints()
    assert set(about(plan).values()) == {0}
    assert about(zorg.ander) == others
    assert tables_with(*boxes) == set()
    assert ask("SELECT count(*) FROM netwerk_noodoordeel") == [(0,)]
    # a functionaris keeps that something waited: of whom it does not say
    assert left_for(Soort.CLIENT, Soort.PROFESSIONAL) == 0
    assert ask("SELECT count(*) FROM toegang_uitnodiging") == [(0,)]

    *kept, last = lines(plan)  # the log keeps its lines, and has one more
    assert kept == log
    assert last[1:] == ("D", "client", "", wissen.JOB, "peel")
    assert erase(settings, plan.uuid) is False  # a second time is no act
    assert len(lines(plan)) == len(log) + 1
    meets_nothing(whole)
    assert set(about(plan).values()) == {0}
    assert zorg.parts(zorg.zus) == zorg.parts(zorg.pro) == {}


def left_for(*roles: Soort) -> int:
    sql = "SELECT count(*) FROM berichten_postbericht WHERE rol = ANY (%s)"
    return int(ask(sql, list(map(str, roles)))[0][0])


def sealed(whole: Whole, plan: Client) -> list[bytes]:
    """Her keys as they lie wrapped, and some of her words."""
    diary = Dagboeksleutel.objects.for_job("proefdata").get(client=plan)
    goal = Doel.objects.for_job("proefdata").get(pk=whole.doel.pk)
    opened = [row.sleutel_box for row in whole.opened()]
    return [plan.sleutel_box, diary.box, goal.woorden_box, *opened]


def meets_nothing(whole: Whole) -> None:
    """What anna meets is what somebody meets who has no plan; nobody meets an error, and
    nobody reads a word of it."""
    for name, where in pages(whole):
        for who in who_comes_there(whole, name):
            answer = who.get(where)
            assert answer.status_code in {200, 302, 404, 405, 410}, (name, where)
            assert CANARY not in answer.content.decode(), (name, where)
    assert whole.anna.get(PLAN)["Location"] == f"{PLAN}beginnen/"
    assert "anna" not in text(whole.zus.get("/clienten/"))
    sent = {"uuid": str(whole.doel.uuid), "nummer": "2", "doel": "Nog iets"}
    for who, where, rol in (
        (whole.anna, f"{PLAN}doelen/{whole.doel.uuid}/wijzig/", "client"),
        (whole.zus, f"{whole.van}doelen/nieuw/", "naaste"),
        (whole.pro, f"{whole.van}noodtoegang/sluiten/", whole.werk),
    ):
        answer = who.post(where, sent | {"_rol": rol})
        assert answer.status_code in {302, 404}, where


def who_comes_there(whole: Whole, name: str) -> list[Browser]:
    """Of the plan of another who was let in; in an organisation who guards privacy."""
    if name.endswith("_van"):
        return [whole.pro] if name.startswith("stem") else [whole.zus]
    if name.startswith(("functionaris", "nakijken")):
        return [whole.fg]
    if name.startswith("noodtoegang"):
        return [whole.pro]
    if name in {"clienten", "meelezen", "genoemd", "plan_van"}:
        return [whole.zus, whole.pro]
    return [whole.anna]


def test_nobody_but_the_job_of_a_worker_may(zorg, settings):
    sql = "SELECT wissen.client(%s)"
    for actor, role in (
        (JOB, "nk_web"),
        (zorg.actor(zorg.anna), "nk_web"),
        (zorg.actor(zorg.anna), "nk_worker"),
        (Actor.job("sleutels_draaien"), "nk_worker"),
    ):
        settings.PROCESS_ROLE = role
        with pytest.raises(ProgrammingError), acting(actor):
            ask(sql, zorg.plan.uuid)
    assert Client.objects.for_job("proefdata").filter(pk=zorg.plan.pk).exists()


def test_a_table_that_was_forgotten_stops_it_all(zorg, settings):
    """One that hangs on what hangs on a row of the client."""
    ask_ = connection.cursor().execute
    row = zorg.nood(zorg.pro, "crisiskaart")
    ask_(
        "CREATE TABLE oordeel_later (id bigint PRIMARY KEY, over bigint"
        " REFERENCES netwerk_noodtoegang (id) DEFERRABLE INITIALLY DEFERRED)"
    )
    ask_("INSERT INTO oordeel_later VALUES (1, %s)", [row.pk])
    erase(settings, zorg.plan.uuid)
    with pytest.raises(IntegrityError):
        connection.check_constraints()  # as at COMMIT


@pytest.mark.django_db(transaction=True)
def test_what_is_saved_at_that_moment_is_not_left_behind(zorg, settings):
    """anna's goal is written and not committed when the plan is erased."""

    def erased() -> bool:
        try:
            return erase(settings, zorg.plan.uuid)
        finally:
            connection.close()

    def saved(pool: ThreadPoolExecutor) -> None:
        with zorg.as_(zorg.anna):
            add_item(Doel(client=zorg.plan), words={"doel": "Nog gauw"})
            assert pool.submit(erased).result(20) is True

    with ThreadPoolExecutor(1) as pool, pytest.raises(IntegrityError):
        saved(pool)
    assert set(about(zorg.plan).values()) == {0}


def command(*words: str) -> str:
    out = StringIO()
    call_command("wis_client", *words, stdout=out)
    return out.getvalue()


def test_the_command_says_whose_plan_it_is_and_asks_again(
    zorg, settings, as_worker, monkeypatch, tmp_path
):
    settings.WISLIJST = str(tmp_path / "gewist.jsonl")
    zorg.nood(zorg.pro, "crisiskaart")
    monkeypatch.setattr("builtins.input", lambda _: "bram@example.nl")
    with pytest.raises(CommandError, match="Er is niets gewist"):
        command("anna@example.nl")
    monkeypatch.setattr("builtins.input", lambda _: "Anna@Example.nl ")
    said = command("anna@example.nl")
    assert "Het plan van anna" in said
    assert "1 keer noodtoegang is nog niet nagekeken" in said
    assert str(zorg.plan.uuid) in said
    assert wislijst.read(tmp_path / "gewist.jsonl") == [zorg.plan.uuid]
    assert "anna" not in (tmp_path / "gewist.jsonl").read_text()
    with pytest.raises(CommandError, match="geen plan"):
        command("anna@example.nl", "--ja")
    with pytest.raises(CommandError, match="geen plan"):
        command("niemand@example.nl", "--ja")
    with acting(JOB), pytest.raises(wissen.NoClient):
        wissen.erase(client=uuid4())


def test_without_a_list_that_can_be_written_nothing_is_erased(
    zorg, settings, as_worker, tmp_path
):
    settings.WISLIJST = str(tmp_path / "er-niet" / "gewist.jsonl")
    with pytest.raises(CommandError, match="Er is niets gewist"):
        command("anna@example.nl", "--ja")
    assert Client.objects.for_job("proefdata").filter(pk=zorg.plan.pk).exists()
    settings.WISLIJST = ""
    assert "Schrijf dit nummer zelf op" in command("anna@example.nl", "--ja")


def test_after_a_restore_who_was_erased_is_erased_again(
    zorg, settings, as_worker, tmp_path
):
    path = tmp_path / "gewist.jsonl"
    settings.WISLIJST = str(path)
    for client in (zorg.plan.uuid, zorg.plan.uuid, uuid4()):  # one began later
        wislijst.add(path, client, timezone.now())
    assert command("--opnieuw", str(path)) == "In de lijst: 2. Opnieuw gewist: 1.\n"
    assert command("--opnieuw", str(path)) == "In de lijst: 2. Opnieuw gewist: 0.\n"
    left = Client.objects.for_job("proefdata").values_list("pk", flat=True)
    assert list(left) == [zorg.ander.pk]
    path.write_text('{"client": "zomaar"}\n')
    with pytest.raises(CommandError, match="regel 1"):
        command("--opnieuw", str(path))
    with pytest.raises(CommandError, match="Geef een adres"):
        command()
