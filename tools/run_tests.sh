#!/usr/bin/env bash
# Tests run as the owner of the database; requests and tasks inside them take on nk_web and
# nk_worker for their transaction.
set -u
export DATABASE_URL=$DATABASE_URL_OWNER
exec .venv/bin/python -m pytest -n 2 --dist loadgroup "$@"
