"""Pitfalls that can be read from the code (docs/architectuur.md lists them all)."""

import ast
import os
import subprocess
import sys
from importlib import import_module

from django.conf import settings

from config import gunicorn
from config.beat import SCHEDULE
from tests.architecture.models import ROOT, modules, source


def calls(name: str) -> list[tuple[str, ast.Call]]:
    """Every call of a method or function with this name in our own code."""
    return [
        (f"{path}:{node.lineno}", node)
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) == name
    ]


LOOKUPS = {"in", "lt", "lte", "gt", "gte", "isnull", "contains", "overlap", "iexact"}


def over_relations(statement: ast.AST) -> bool:
    """Whether a query in it joins another table."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Attribute) and node.attr == "select_related":
            return True
        if (
            isinstance(node, ast.keyword)
            and set((node.arg or "").split("__")[1:]) - LOOKUPS
        ):
            return True
    return False


def locks_too_much(tree: ast.Module) -> list[int]:
    """Lines of statements that lock rows over a join without `of=`."""
    return [
        call.lineno
        for statement in ast.walk(tree)
        if isinstance(statement, ast.Assign | ast.Return | ast.Expr)
        for call in ast.walk(statement)
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", "") == "select_for_update"
        and "of" not in {keyword.arg for keyword in call.keywords}
        and over_relations(statement)
    ]


def test_a_row_lock_over_a_join_names_the_table_it_locks():
    found = {
        str(path): lines for path, tree in modules() if (lines := locks_too_much(tree))
    }
    assert found == {}


def test_a_lock_that_takes_too_much_is_seen():
    crooked = "a = Rol.objects.select_for_update().filter(regio__slug='x')"
    assert locks_too_much(ast.parse(crooked))
    assert not locks_too_much(
        ast.parse(crooked.replace("update()", "update(of=('self',))"))
    )


def test_managers_are_made_by_as_manager():
    """django-stubs gives up on from_queryset."""
    assert calls("from_queryset") == []


def test_settings_are_never_set_for_a_whole_connection():
    """Behind a transaction pool they would be another person's."""
    crooked = [
        str(path)
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and "set_config(" in node.value.replace(" ", "").replace("%s,", "")
        and ",false)" in node.value.replace(" ", "").lower()
    ]
    assert crooked == []


def test_browser_tests_wait_with_expect():
    """wait_for_function needs eval, which our policy forbids: it passes by luck."""
    found = [
        path.name
        for path in (ROOT / "tests/browser").rglob("*.py")
        if "wait_for_function(" in path.read_text()
    ]
    assert found == []


def test_migrations_load_from_any_folder():
    """One that reads its SQL by a path from here does not."""
    done = subprocess.run(
        [sys.executable, ROOT / "manage.py", "makemigrations", "--check", "--dry-run"],
        cwd="/",
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_beat_wakes_tasks_that_exist_as_jobs_with_a_purpose():
    for entry in SCHEDULE.values():
        module, _, name = entry["task"].rpartition(".")
        assert callable(getattr(import_module(module), name))
        assert entry["options"]["headers"]["namens"]["taak"]


def test_each_line_of_beat_has_its_reason_above_it():
    lines = source("config/beat.py").splitlines()
    entries = [n for n, text in enumerate(lines) if "line(" in text and '": ' in text]
    assert len(entries) == len(SCHEDULE)
    assert all(lines[n - 1].strip().startswith("#") for n in entries)


def test_the_worker_gives_back_what_it_did_not_finish():
    assert settings.CELERY_TASK_ACKS_LATE
    assert settings.CELERY_TASK_REJECT_ON_WORKER_LOST
    assert settings.CELERY_WORKER_PREFETCH_MULTIPLIER == 1
    longest = settings.CELERY_TASK_TIME_LIMIT
    wait = settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"]
    assert wait > longest


def test_the_broker_gets_its_own_word_for_a_socket():
    """redis-py says unix://, kombu says redis+socket://."""
    assert not settings.CELERY_BROKER_URL.startswith("unix:")


def test_the_web_server_opens_no_second_door():
    assert gunicorn.control_socket_disable
    assert gunicorn.accesslog is None
