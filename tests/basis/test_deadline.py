"""Waiting for the database ends, whoever is silent."""

import socket
import time

from django.db import connection

import psycopg2
import pytest

from basis.deadline import patience


@pytest.fixture
def silent_server():
    """Takes a connection and says nothing, as a black hole does."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_server_that_never_answers_is_given_up(silent_server):
    started = time.monotonic()
    with pytest.raises(psycopg2.OperationalError, match="silent"), patience(0.3):
        psycopg2.connect(host="127.0.0.1", port=silent_server, user="x", dbname="x")
    assert 0.25 < time.monotonic() - started < 1.5


def test_without_a_deadline_of_its_own_the_setting_holds(silent_server, settings):
    settings.DB_SILENCE_S = 0.2
    started = time.monotonic()
    with pytest.raises(psycopg2.OperationalError):
        psycopg2.connect(host="127.0.0.1", port=silent_server, user="x", dbname="x")
    assert time.monotonic() - started < 1.5


@pytest.mark.django_db
def test_two_waits_share_one_deadline():
    line = psycopg2.connect(**connection.get_connection_params())
    started = time.monotonic()
    with patience(0.5), line.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.3)")
        with pytest.raises(psycopg2.OperationalError):
            cursor.execute("SELECT pg_sleep(0.3)")
    assert time.monotonic() - started < 1.5


@pytest.mark.django_db
def test_a_line_that_was_given_up_is_dead():
    line = psycopg2.connect(**connection.get_connection_params())
    with pytest.raises(psycopg2.OperationalError), patience(0.1):
        line.cursor().execute("SELECT pg_sleep(2)")
    with pytest.raises(psycopg2.Error):
        line.cursor().execute("SELECT 1")


@pytest.mark.django_db
def test_many_rows_come_through_whole():
    with connection.cursor() as cursor:
        cursor.execute("SELECT generate_series(1, 50000)")
        assert len(cursor.fetchall()) == 50_000
