#!/usr/bin/env bash
# Tests run as the owner of the database; requests and tasks inside them take on nk_web and
# nk_worker for their transaction.
set -u
export DATABASE_URL=$DATABASE_URL_OWNER
# a machine that does ten things at once copies a database slowly; tests/faults have their own
export DB_STATEMENT_TIMEOUT_MS=60000
exec .venv/bin/python -m pytest -n 2 "$@"
