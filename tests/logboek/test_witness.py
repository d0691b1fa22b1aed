"""The heads of the chains in a second place: a chain that is built anew shows by it (T6)."""

import json
from datetime import timedelta

from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from django.utils.module_loading import import_string

import pytest
import time_machine

from config.beat import SCHEDULE
from tests.logboek.people import ask, empty, tampering, write
from tests.toegang.people import sent
from tests.world import World
from toegang.choices import Soort
from toegang.services.witness import mail_heads

REBUILD = """
DO $$
DECLARE h bytea := ''; n bigint := 0; r logboek.regel;
BEGIN
  DELETE FROM logboek.schakel; DELETE FROM logboek.kop;
  FOR r IN SELECT * FROM logboek.regel ORDER BY id LOOP
    h := sha256(h || logboek.canoniek(r)); n := n + 1;
    INSERT INTO logboek.schakel VALUES (r.regio, n, r.id, h);
  END LOOP;
  INSERT INTO logboek.kop VALUES ('peel', n, h);
END $$
"""


@pytest.fixture
def place(chain, settings, tmp_path):
    settings.LOGBOEK_GETUIGE = str(tmp_path / "getuige.jsonl")
    return tmp_path / "getuige.jsonl"


def beat(name: str) -> None:
    """As beat does it: the task with its job, in a worker."""
    line = SCHEDULE[name]
    import_string(line["task"]).apply(headers=line["options"]["headers"], throw=True)


def check(capsys, *words: str) -> tuple[int, str]:
    status = 0
    try:
        call_command("check_logboek", *words)
    except SystemExit as end:
        status = int(end.code or 0)
    said = capsys.readouterr()
    return status, said.out + said.err


def test_every_ten_minutes_a_line_a_region(place):
    write("peel", times=2)
    write("maas")
    beat("witness")
    beat("witness")
    lines = [json.loads(line) for line in place.read_text().splitlines()]
    assert [(line["regio"], line["volgnummer"]) for line in lines] == [
        ("maas", 1),
        ("peel", 2),
    ] * 2
    assert all(len(line["hash"]) == 64 for line in lines)


def test_a_chain_that_grew_since_then_holds(place, capsys):
    write()
    beat("witness")
    write(times=3)
    assert check(capsys) == (0, "De keten klopt voor 1 regio's.\n")


def test_a_whole_chain_that_was_built_anew_shows(place, capsys):
    write(times=3)
    beat("witness")
    with tampering():
        ask("UPDATE logboek.regel SET client = 'een ander'")
        ask(REBUILD)
    assert check(capsys, "--getuige", "")[0] == 0  # in itself it holds
    status, text = check(capsys)
    assert status == 1
    assert "de keten tot regel 3 is niet die van de getuige" in text


def test_a_tail_that_was_cut_off_neatly_shows(place, capsys):
    write()
    write()
    beat("witness")
    with tampering():
        ask("DELETE FROM logboek.schakel WHERE volgnummer = 2")
        ask("DELETE FROM logboek.regel WHERE id = (SELECT max(id) FROM logboek.regel)")
        ask(REBUILD)
    assert "regel 2 was er volgens de getuige wel" in check(capsys)[1]


def test_a_region_that_vanished_shows(place, capsys):
    write()
    beat("witness")
    empty()
    assert "Regio peel: regel 1 was er volgens de getuige wel." in check(capsys)[1]


def test_a_file_that_is_gone_half_or_changed_is_said(place, capsys):
    write()
    assert check(capsys)[0] == 0  # the log began a moment ago
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert "niet te lezen" in check(capsys)[1]
    beat("witness")
    place.write_text(place.read_text() + '{"op": "2026-')
    assert "Regel 2 van het getuigenbestand is onleesbaar." in check(capsys)[1]
    line = json.loads(place.read_text().splitlines()[0]) | {"hash": "00"}
    place.write_text(place.read_text().splitlines()[0] + "\n" + json.dumps(line) + "\n")
    assert "spreekt zich tegen" in check(capsys)[1]


def test_without_a_place_the_task_does_nothing(place, settings):
    settings.LOGBOEK_GETUIGE = ""
    beat("witness")
    assert not place.exists()


def test_who_guards_privacy_gets_the_head_of_the_own_region_by_mail(chain, today):
    world = World(today)
    world.role(world.wim, Soort.FUNCTIONARIS, organisatie=world.ggz)
    write("lindestroom", times=2)
    write("heuvelrug")
    beat("mail_logboek")
    letter = sent()[-1]
    assert [one.to for one in mail.outbox] == [["wim@example.nl"]]
    head = ask(
        "SELECT encode(hash, 'hex') FROM logboek.kop WHERE regio = 'lindestroom'"
    )
    assert head[0][0] in letter.body
    assert "Regels: 2" in letter.body


def test_nobody_else_does_and_nobody_whose_role_ended(chain, today):
    world = World(today)
    role = world.role(world.wim, Soort.FUNCTIONARIS, organisatie=world.ggz)
    role.van, role.tot = today.replace(year=2020), today.replace(year=2021)
    role.save()
    write("lindestroom")
    assert mail_heads() == 0
    assert sent() == []
